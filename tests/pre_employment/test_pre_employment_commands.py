"""``ilrspec calc`` and ``explain`` of legacy files: screen, files, calendar, and refusals that leave nothing behind."""

import csv
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from reports.cli import cli

SAMPLE = Path(__file__).parents[2] / "fixtures" / "sample_pre_employment"
README = Path(__file__).parents[2] / "README.md"
REFERENCE = ("--reference", str(SAMPLE / "reference"))
HEADING = "L03,A09,source of funding,A46a,A59,A60,L39\n"


def run(*args: object) -> Result:
    return CliRunner(env={"COLUMNS": "100"}).invoke(cli, [str(one) for one in args], standalone_mode=False)


def calc(*args: object) -> Result:
    return run("calc", *args, *REFERENCE)


def refusal(result: Result) -> str:
    assert result.exception is not None
    assert getattr(result.exception, "exit_code", None) == 2, result.exception
    return str(getattr(result.exception, "message", result.exception))


def legacy(folder: Path, text: str, name: str = "legacy.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_screen_labels_the_value_before_uplifts_and_the_funding() -> None:
    result = calc(SAMPLE / "LEGACY.csv")
    assert result.exception is None, result.exception
    for part in ("Before uplifts", "Funding of 4 of 6 aims: 1,434.72", "53.85%", "Check-ins (14 contacts)"):
        assert part in result.stdout
    assert "Offenders in the community: 3 learners, 1 with the code" in result.stdout


def test_the_readme_shows_what_comes_out() -> None:
    text = README.read_text(encoding="utf-8")
    begins = text.index("Value before uplifts, and funding")
    shown = text[begins : text.index("```", begins)]
    out = calc(SAMPLE / "LEGACY.csv").stdout
    assert all(part.strip() in out for part in shown.split("...\n"))


def test_files_are_written_together_and_alike_each_time(tmp_path: Path) -> None:
    written = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        folder.mkdir()
        files = {name: folder / name for name in ("out.csv", "findings.csv", "due.ics")}
        result = calc(SAMPLE / "LEGACY.csv", "--out", files["out.csv"], "--findings", files["findings.csv"],
                      "--check-ins", files["due.ics"])  # fmt: skip
        assert result.exception is None, result.exception
        written.append([path.read_bytes() for path in files.values()])
    assert written[0] == written[1]
    figures = rows(tmp_path / "one" / "out.csv")
    funded = {row["L03"]: row["Value"] for row in figures if row["Attribute"] == "Funding"}
    assert funded == {"0001": "141.12000", "0002": "470.40000", "0003": "352.80000"}
    assert {row["Value"] for row in figures if row["Attribute"] == "CreditSuccessRate"} == {"0.53846"}
    found = {(row["LearnRefNumber"], row["Code"]) for row in rows(tmp_path / "one" / "findings.csv")}
    assert ("0003", "PEP_A46A_NOT_86") in found and ("0004", "PEP_NO_ILR") in found


def test_the_calendar_holds_each_contact_once_and_as_the_table_does(tmp_path: Path) -> None:
    ics, table = tmp_path / "due.ics", tmp_path / "due.csv"
    calc(SAMPLE / "LEGACY.csv", "--check-ins", ics)
    calc(SAMPLE / "LEGACY.csv", "--check-ins", table)
    assert b"\r\n" in ics.read_bytes()
    events = Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    contacts = rows(table)
    assert len(events) == len(contacts) == 14
    assert len({str(event["uid"]) for event in events}) == 14
    assert [event["dtstart"].dt.isoformat() for event in events] == [row["Date"] for row in contacts]
    assert "employer Mill Lane Bakery" in str(events[0]["description"])


@pytest.mark.parametrize(
    "heading", ["L03,A09,A46a,A59,A60,L39", "learner,aim reference,planned credit,credit achieved"]
)
def test_a_file_is_told_by_its_headings_whatever_its_name(tmp_path: Path, heading: str) -> None:
    cells = ",".join(["0001", "50012345", *("6" for _ in heading.split(",")[2:])])
    result = calc(legacy(tmp_path, f"\ufeff{heading}\r\n{cells}\r\n", "LEGACY.TXT"))
    assert result.exception is None, result.exception
    assert "PEP_SOURCE_MISSING" in result.stdout


def test_every_fault_of_a_file_is_told_at_once_and_nothing_written(tmp_path: Path) -> None:
    file = legacy(
        tmp_path,
        "L03,A09,planned credits,A60,actual end dat,source of funding,job start\n"
        "0001,50012345,12,six,27/02/2009,ALR,\n"
        ",50012345,12,6,27/02/2009,ALR,30/02/2009\n"
        "0003,50012345,12,6,27/02/2009,22,\n"
        "0004,50012345,12\n",
    )
    out = tmp_path / "out.csv"
    told = refusal(calc(file, "--out", out, "--check-ins", tmp_path / "due.ics"))
    for part in (
        "(7 problems)",
        "line 1: found 'planned credits'",
        "did you mean 'planned credit'?",
        "did you mean 'actual end date'?",
        "line 2, column A60: found 'six', expected a whole number",
        "line 3, column L03: found ''",
        "line 3, column job start: found '30/02/2009', expected a date",
        "line 4, column source of funding: found '22', expected ALR or the name",
        "line 5: found '3 cells', expected 7",
    ):
        assert part in told
    lines = [int(number) for number in re.findall(r", line (\d+)", told)]
    assert lines == sorted(lines)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["legacy.csv"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "the heading L03"),
        ("Name,Town\nA,B\n", "found 'Name', expected one of UKPRN, L03"),
        (HEADING, "found 'no rows', expected a row for each aim"),
        ("L03,learner\n1,1\n", "each heading once, there is another L03"),
        (HEADING + "0001,50012345,ALR,,-3,,\n", "column A59: found '-3'"),
        (
            "L03,A09\n1\x00,1\n",
            "line 2, column L03: found '1\\x00', expected text without control characters",
        ),
        ('L03,A09\n"0001,1\n', "found '1 cells', expected 2"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, text: str, words: str) -> None:
    assert words in refusal(calc(legacy(tmp_path, text)))


def test_bytes_that_are_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "legacy.csv"
    path.write_bytes(HEADING.encode() + "0001,50012345,ALR,,,,caf\xe9\n".encode("latin-1"))
    assert "expected a CSV file saved as UTF-8" in refusal(calc(path))


def test_lenient_reads_what_can_be_read(tmp_path: Path) -> None:
    file = legacy(tmp_path, HEADING + "0001,50012345,ALR,,six,,\n0002,50012345,ALR,,6,,\n")
    result = calc(file, "--lenient")
    assert result.exception is None, result.exception
    assert "1 with 1 aim" in result.stdout
    assert "line 2, column A59: found 'six'" in result.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--return", "R06"), "--return: not for legacy pre-employment records"),
        (("--milestones", "m.csv"), "--milestones: not for legacy"),
        (("--check-ins", "due.txt"), "neither a calendar (.ics) nor a table (.csv, .xlsx or .parquet)"),
        (("--switch", "pep_check_in_days=never"), "'never' is not a reading"),
    ],
)
def test_options_that_do_not_fit(options: tuple[str, str], words: str) -> None:
    assert words in refusal(calc(SAMPLE / "LEGACY.csv", *options))


def test_check_ins_need_a_job_and_a_legacy_file(tmp_path: Path) -> None:
    file = legacy(tmp_path, HEADING + "0001,50012345,ALR,,6,,\n")
    assert "no row of" in refusal(calc(file, "--check-ins", tmp_path / "due.ics"))
    xml = legacy(tmp_path, "<Message/>", "ILR.xml")
    assert "--check-ins is for legacy" in refusal(calc(xml, "--check-ins", tmp_path / "due.ics"))


def test_a_job_before_the_guidance(tmp_path: Path) -> None:
    file = legacy(tmp_path, "L03,job start\n0001,31/07/2008\n")
    assert "begins on 31/07/2008" in refusal(calc(file))


def test_faults_of_the_reference_tables(tmp_path: Path) -> None:
    (tmp_path / "legacy_lad.csv").write_text("A09,Worth\n1,2\n", encoding="utf-8")
    told = refusal(run("calc", SAMPLE / "LEGACY.csv", "--reference", tmp_path))
    assert "found 'Worth'" in told and "the heading Accredited" in told


def test_explain_tells_rule_sum_and_clause() -> None:
    result = run("explain", SAMPLE / "LEGACY.csv", "--learner", "0001", *REFERENCE)
    assert result.exception is None, result.exception
    for part in (
        "Value before uplifts (not the funding): £400.00",
        "= 400 × 1.12 × 1.05",
        "= 21 ÷ 39",
        "PE-UPLIFT-02, PE-UPLIFT-03",
        "12 weeks in     25/05/2009  candidate",
    ):
        assert part in result.stdout
    assert (
        "PEP_NO_ILR, aim 1" in run("explain", SAMPLE / "LEGACY.csv", "--learner", "0004", *REFERENCE).stdout
    )


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--learner", "0099"), "no learner '0099'; the first are: 0001"),
        (("--learner", "0001", "--aim", "7"), "no aim 7; the aims are: 1, 2"),
        (("--learner", "0001", "--period", "R05"), "--period is not for legacy"),
    ],
)
def test_explain_refuses(options: tuple[str, ...], words: str) -> None:
    assert words in refusal(run("explain", SAMPLE / "LEGACY.csv", *options, *REFERENCE))
