"""Small ILR files, reference data and changed parameters for the tests of ``ilrspec impact``."""

import shutil
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

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
from engine.parameters import FOLDER

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "fixtures" / "sample_apprenticeships"
R05 = SAMPLE / "ILR-10000301-2021-20210105-120000-01.xml"
RATES = """\
LearnAimRef,FundingCategory,RateWeighted,RateUnWeighted,WeightingFactor,EffectiveFrom,EffectiveTo
60000001,Matrix,1000,1000,A,2013-08-01,
"""


def reference_of(folder: Path, name: str = "reference", rate: str = "1000") -> Path:
    """Return a reference folder with one aim."""
    target = folder / name
    target.mkdir()
    (target / "aim_rates.csv").write_text(RATES.replace("1000", rate), encoding="utf-8")
    return target


def aim_of(number: int = 1, achieved: bool = False, co_funded: bool = False) -> LearningDelivery:
    """Return an aim of £1,000 from September 2020 to the end of February 2021."""
    return LearningDelivery(
        learn_aim_ref="60000001",
        aim_type=4,
        aim_seq_number=number,
        learn_start_date=date(2020, 9, 1),
        learn_plan_end_date=date(2021, 2, 28),
        learn_act_end_date=date(2021, 2, 28) if achieved else None,
        comp_status=2 if achieved else 1,
        outcome=1 if achieved else None,
        fund_model=35,
        del_loc_post_code="ZZ99 9ZZ",
        sw_sup_aim_id=f"aim-{number}",
        learning_delivery_fam=(
            LearningDeliveryFAM(learn_del_fam_type="SOF", learn_del_fam_code="105"),
            LearningDeliveryFAM(learn_del_fam_type="FFI", learn_del_fam_code="2" if co_funded else "1"),
        ),
    )


def learner_of(reference: str, *aims: LearningDelivery) -> Learner:
    """Return a learner of thirty, whose name no output may show."""
    return Learner(
        learn_ref_number=reference,
        uln=1061484016,
        family_name="Secretname",
        given_names="Hidden",
        date_of_birth=date(1990, 3, 17),
        ethnicity=31,
        sex="F",
        lldd_health_prob=2,
        postcode_prior="ZZ99 9ZZ",
        postcode="ZZ99 9ZZ",
        learning_delivery=aims,
    )


def file_of(folder: Path, learners: Iterable[Learner], ukprn: int = 10000001) -> Path:
    """Write an ILR file of 2020/21."""
    details = CollectionDetails(year="2021", file_preparation_date=date(2021, 9, 14))
    source = Source(ukprn=ukprn, serial_no="01", date_time=datetime(2021, 9, 14, 12, 0))  # noqa: DTZ001
    path = folder / f"ILR-{ukprn}-2021-20210914-120000-01.xml"
    message = Message(
        header=Header(collection_details=details, source=source),
        learning_provider=LearningProvider(ukprn=ukprn),
        learner=tuple(learners),
        learner_destinationand_progression=(),
    )
    write_ilr(path, message)
    return path


def parameters_with(folder: Path, subject: str = "", name: str = "", old: str = "", new: str = "") -> Path:
    """Return a copy of the published parameters in which one value of one parameter is another."""
    target = folder / "parameters"
    target.mkdir()
    for path in FOLDER.glob("*.yaml"):
        shutil.copy(path, target)
    if subject:
        path = target / f"{subject}.yaml"
        text = path.read_text(encoding="utf-8")
        begin = text.index(f"\n{name}:") + 1
        assert old in text[begin:]
        path.write_text(text[:begin] + text[begin:].replace(old, new, 1), encoding="utf-8")
    return target


def said(*arguments: object) -> Result:
    """Run ``ilrspec impact``."""
    from reports.cli import cli

    return CliRunner().invoke(cli, ["impact", *map(str, arguments)])
