"""``ilrspec calc`` and ``ilrspec explain`` on a file of study programme learners."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from study_scenes import HIGH_NEEDS, UKPRN, aim, learner, placement

from engine.ilr.records import CollectionDetails, Header, LearningProvider, Message, Source
from engine.ilr.xml import write_ilr

HERE = Path(__file__).parent
HEADINGS = "UKPRN,LearnRefNumber,Year,HoursCounted,WentOut,Planned,WhyNot,Substitute,SubstituteEvidenced"
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on a file of four learners with the provider's records, 100 columns wide."""
    from reports.cli import cli

    march = placement(date(2021, 3, 8), date(2021, 3, 12))
    early = placement(date(2020, 8, 31))
    main = aim(1, "60000001", aim_type=5)
    learners = (
        learner(main, aim(2, "ZWRKX001", march), learn_ref_number="WENT"),
        learner(main, aim(2, "ZWRKX001"), learn_ref_number="STAYED", uln=1061484024),
        learner(main, learn_ref_number="FEW", uln=1061484032, plan_learn_hours=90),
        learner(
            main,
            aim(2, "ZWRKX001", early),
            aim(3, "ZWRKX001", march),
            learn_ref_number="TWICE",
            uln=1061484040,
            date_of_birth=date(2002, 8, 31),
            learner_fam=HIGH_NEEDS,
        ),
    )
    details = CollectionDetails(year="2021", file_preparation_date=date(2021, 9, 14))
    source = Source(ukprn=UKPRN, serial_no="01", date_time=datetime(2021, 9, 14, 12, 0))  # noqa: DTZ001
    path = tmp_path / "ILR-10000001-2021-20210914-120000-01.xml"
    provider = LearningProvider(ukprn=UKPRN)
    header = Header(collection_details=details, source=source)
    write_ilr(path, Message(header=header, learning_provider=provider, learner=learners))
    reference = tmp_path / "reference"
    reference.mkdir()

    def command(name: str, *options: object, records: str = f"{UKPRN},STAYED,2021,40,N,,,,\n") -> Result:
        table = reference / "work_placement_records.csv"
        table.write_text(f"{HEADINGS}\n{records}", encoding="utf-8")
        monkeypatch.setenv("COLUMNS", "100")
        given = [str(option) for option in options]
        return CliRunner().invoke(cli, [name, str(path), "--reference", str(reference), *given])

    return command


def same_as_golden(text: str, name: str) -> None:
    golden = HERE / name
    if not golden.exists():
        golden.write_text(text, encoding="utf-8", newline="\n")
        pytest.fail(f"{name} was not there and has been written: look at it, then run again")
    assert text == golden.read_text(encoding="utf-8")


def test_the_screen_of_calc(run: Run) -> None:
    """Golden: written again by deleting golden_study_screen.txt and running the test twice."""
    result = run("calc")

    assert result.exit_code == 0, result.output
    shown = re.sub(r"(?s)(Reference data  ).*?\n(?=Learners)", r"\1...\n", result.stdout)
    same_as_golden(shown, "golden_study_screen.txt")


@pytest.mark.parametrize("reference", ["STAYED", "FEW", "TWICE"])
def test_the_explanation_of_a_learner(run: Run, reference: str) -> None:
    """Golden: written again by deleting the file and running the test twice."""
    result = run("explain", "--learner", reference)

    assert result.exit_code == 0, result.output
    assert "15/01/2003" not in result.stdout
    same_as_golden(result.stdout, f"golden_study_{reference.lower()}.txt")


def test_one_aim_or_one_month_is_explained_without_figures_of_the_year(run: Run) -> None:
    assert "NatRate" not in run("explain", "--learner", "WENT", "--aim", "1").stdout
    assert "NatRate" not in run("explain", "--learner", "WENT", "--period", "R03").stdout


def test_findings_are_written_and_no_month_earns_anything(run: Run, tmp_path: Path) -> None:
    earnings, findings = tmp_path / "earnings.csv", tmp_path / "findings.csv"
    assert run("calc", "--out", earnings, "--findings", findings).exit_code == 0
    assert len(earnings.read_text(encoding="utf-8").splitlines()) == 1
    written = findings.read_text(encoding="utf-8")
    assert (
        'ZWRKX_HOURS_COUNTED,warning,PlanEEPHours,"60, of them 40 of work experience",20,SP-SUB-02' in written
    )


@pytest.mark.parametrize(
    ("records", "told"),
    [
        (
            f"{UKPRN},STAYED,2022,40,N,,,,\n",
            "column Year: found '2022', expected a funding year such as 1920",
        ),
        (f"{UKPRN},STAYED,2021,-4,N,,,,\n", "column HoursCounted: found '-4', expected a whole number"),
        (f"{UKPRN},STAYED,2021,40,perhaps,,,,\n", "column WentOut: found 'perhaps', expected Y or N"),
        (f"{UKPRN},STAYED,2021,4,N,,,,\n{UKPRN},stayed,2021,5,N,,,,\n", "one row only, there is another"),
    ],
)
def test_a_record_that_cannot_be_read_is_told(run: Run, records: str, told: str) -> None:
    result = run("calc", records=records)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
