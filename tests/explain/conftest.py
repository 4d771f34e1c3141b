"""A small ILR file and a reference folder for the tests of ``ilrspec explain``."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine.ilr.records import (
    CollectionDetails,
    Header,
    Learner,
    LearningDelivery,
    LearningDeliveryFAM,
    LearningProvider,
    Message,
    Source,
)
from engine.ilr.xml import write_ilr


def _aim(number: int, **changes: Any) -> LearningDelivery:
    """A fully funded aim of £1,000 from September 2020 to the end of February 2021."""
    values: dict[str, Any] = {
        "learn_aim_ref": "60000001",
        "aim_type": 4,
        "aim_seq_number": number,
        "learn_start_date": date(2020, 9, 1),
        "learn_plan_end_date": date(2021, 2, 28),
        "fund_model": 35,
        "del_loc_post_code": "ZZ99 9ZZ",
        "comp_status": 1,
        "learning_delivery_fam": (
            LearningDeliveryFAM(learn_del_fam_type="SOF", learn_del_fam_code="105"),
            LearningDeliveryFAM(learn_del_fam_type="FFI", learn_del_fam_code="1"),
        ),
    }
    return LearningDelivery(**{**values, **changes})


def _learner(reference: str, *aims: LearningDelivery, born: date = date(1990, 3, 17)) -> Learner:
    return Learner(
        learn_ref_number=reference,
        uln=1061484016,
        family_name="Secretname",
        given_names="Hidden",
        date_of_birth=born,
        ni_number="AB123456C",
        ethnicity=31,
        sex="F",
        lldd_health_prob=2,
        postcode_prior="ZZ99 9ZZ",
        postcode="ZZ99 9ZZ",
        learning_delivery=aims,
    )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of one learner who earns and several who do not, each for another reason."""
    ended = {"comp_status": 3, "outcome": 3, "withdraw_reason": 3}
    learners = (
        _learner("EARNS", _aim(1, comp_status=2, outcome=1, learn_act_end_date=date(2021, 2, 28))),
        _learner("MODEL70", _aim(1, fund_model=70), _aim(2, fund_model=99)),
        _learner("YOUNG", _aim(1), born=date(2003, 1, 1)),
        _learner("SHORT", _aim(1, learn_act_end_date=date(2020, 9, 20), **ended)),
        _learner("NORATE", _aim(1, learn_aim_ref="69999999")),
        _learner("LATE", _aim(1, learn_start_date=date(2019, 9, 1), learn_plan_end_date=date(2020, 2, 28))),
        _learner("LAST", _aim(1)),
    )
    path = tmp_path / "ILR-10000001-2021-20210914-120000-01.xml"
    details = CollectionDetails(year="2021", file_preparation_date=date(2021, 9, 14))
    source = Source(ukprn=10000001, serial_no="01", date_time=datetime(2021, 9, 14, 12, 0))  # noqa: DTZ001
    message = Message(
        header=Header(collection_details=details, source=source),
        learning_provider=LearningProvider(ukprn=10000001),
        learner=learners,
    )
    write_ilr(path, message)
    return path


@pytest.fixture
def explain(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run ``ilrspec explain`` on the file, 90 columns wide."""
    folder = tmp_path / "reference"
    folder.mkdir()
    rates = (
        "LearnAimRef,FundingCategory,RateWeighted,RateUnWeighted,WeightingFactor,EffectiveFrom,EffectiveTo\n"
    )
    (folder / "aim_rates.csv").write_text(
        f"{rates}60000001,Matrix,1000,900,A,2013-08-01,\n", encoding="utf-8"
    )
    titles = "LearnAimRef,LearnAimRefTitle,NotionalNVQLevelv2,FrameworkCommonComponent,EnglPrscID\n"
    (folder / "aims.csv").write_text(f"{titles}60000001,Diploma in Testing,2,,\n", encoding="utf-8")

    def run(*options: object) -> Result:
        from reports.cli import cli

        monkeypatch.setenv("COLUMNS", "90")
        given = [str(option) for option in options]
        return CliRunner().invoke(cli, ["explain", str(file), "--reference", str(folder), *given])

    return run
