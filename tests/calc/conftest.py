"""Small ILR files and reference folders for the tests of ``ilrspec calc``."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from engine.ilr.records import (
    CollectionDetails,
    Header,
    Learner,
    LearnerDestinationandProgression,
    LearningDelivery,
    LearningDeliveryFAM,
    LearningProvider,
    Message,
    Source,
)
from engine.ilr.xml import write_ilr

UKPRN = 10000001

RATES = """\
LearnAimRef,FundingCategory,RateWeighted,RateUnWeighted,WeightingFactor,EffectiveFrom,EffectiveTo
60000001,Matrix,1000,1000,A,2013-08-01,
60000002,Matrix,0.00002,0.00002,A,2013-08-01,
"""
AIMS = """\
LearnAimRef,LearnAimRefTitle,NotionalNVQLevelv2,FrameworkCommonComponent,EnglPrscID
60000001,Diploma in Testing,2,,
60000002,Hardly worth it,2,,
"""


def made_aim(number: int = 1, **changes: Any) -> LearningDelivery:
    """A fully funded aim of £1,000 from September 2020 to the end of February 2021, going on."""
    values: dict[str, Any] = {
        "learn_aim_ref": "60000001",
        "aim_type": 4,
        "aim_seq_number": number,
        "learn_start_date": date(2020, 9, 1),
        "learn_plan_end_date": date(2021, 2, 28),
        "fund_model": 35,
        "del_loc_post_code": "ZZ99 9ZZ",
        "comp_status": 1,
        "sw_sup_aim_id": f"aim-{number}",
        "learning_delivery_fam": (
            LearningDeliveryFAM(learn_del_fam_type="SOF", learn_del_fam_code="105"),
            LearningDeliveryFAM(learn_del_fam_type="FFI", learn_del_fam_code="1"),
        ),
    }
    return LearningDelivery(**{**values, **changes})


def made_learner(reference: str, *aims: LearningDelivery, **changes: Any) -> Learner:
    """A learner of thirty with some aims; one aim when none is given."""
    values: dict[str, Any] = {
        "learn_ref_number": reference,
        "uln": 1061484016,
        "family_name": "Secretname",
        "given_names": "Hidden",
        "date_of_birth": date(1990, 3, 17),
        "ni_number": "AB123456C",
        "ethnicity": 31,
        "sex": "F",
        "lldd_health_prob": 2,
        "postcode_prior": "ZZ99 9ZZ",
        "postcode": "ZZ99 9ZZ",
        "learning_delivery": aims or (made_aim(),),
    }
    return Learner(**{**values, **changes})


Make = Callable[..., Path]


@pytest.fixture
def ilr(tmp_path: Path) -> Make:
    """Write an ILR file of 2020/21 and return its path."""

    def make(
        learners: Iterable[Learner] = (),
        destinations: Iterable[LearnerDestinationandProgression] = (),
        name: str = "ILR-10000001-2021-20210914-120000-01.xml",
    ) -> Path:
        details = CollectionDetails(year="2021", file_preparation_date=date(2021, 9, 14))
        source = Source(ukprn=UKPRN, serial_no="01", date_time=datetime(2021, 9, 14, 12, 0))  # noqa: DTZ001
        path = tmp_path / name
        message = Message(
            header=Header(collection_details=details, source=source),
            learning_provider=LearningProvider(ukprn=UKPRN),
            learner=tuple(learners),
            learner_destinationand_progression=tuple(destinations),
        )
        write_ilr(path, message)
        return path

    return make


@pytest.fixture
def aim() -> Callable[..., LearningDelivery]:
    """Make an aim; see ``made_aim``."""
    return made_aim


@pytest.fixture
def learner() -> Callable[..., Learner]:
    """Make a learner; see ``made_learner``."""
    return made_learner


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """A reference folder with two aims and their rates."""
    folder = tmp_path / "reference"
    folder.mkdir()
    (folder / "aim_rates.csv").write_text(RATES, encoding="utf-8")
    (folder / "aims.csv").write_text(AIMS, encoding="utf-8")
    return folder


@pytest.fixture
def calc(reference: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Run ``ilrspec calc`` with the reference folder, 100 columns wide."""

    def run(*options: object) -> Result:
        from reports.cli import cli

        monkeypatch.setenv("COLUMNS", "100")
        given = [str(option) for option in options]
        extra = [] if "--reference" in given else ["--reference", str(reference)]
        return CliRunner().invoke(cli, ["calc", *given, *extra])

    return run
