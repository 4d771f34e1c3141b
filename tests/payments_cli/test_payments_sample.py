"""The sample provider of apprenticeships: its collections pay what its files say, one by one or all at once."""

import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from payments_kit import BESIDE, COMMITMENTS, HISTORY, LEVY, R05, R06, ROOT, SAMPLE, calc, lines, rows

from engine.identifiers import uln_is_valid

GOLDEN = Path(__file__).with_name("golden_r06.txt")
XSD = ROOT.parent / "shared" / "ilr" / "xsd" / "ILR-2020-21-v1.xsd"


def test_the_sample_pays_what_its_files_say(tmp_path: Path) -> None:
    first, second, findings = (tmp_path / f"{name}.csv" for name in "abf")

    told = calc(R05, *BESIDE, "--history", HISTORY, "--payments", first, "--findings", findings)
    assert told.exit_code == 0, told.output
    assert told.stderr == ""
    assert first.read_bytes() == (SAMPLE / "expected_r05.csv").read_bytes()
    assert findings.read_bytes() == (SAMPLE / "expected_findings_r05.csv").read_bytes()

    told = calc(R06, *BESIDE, "--history", HISTORY, "--history", first, "--payments", second)
    assert told.exit_code == 0, told.output
    assert second.read_bytes() == (SAMPLE / "expected_r06.csv").read_bytes()


def test_figures_worked_by_hand() -> None:
    """12 instalments of 80% of 6,000 are 400; the government's share of a start of 2020 is 95%."""
    paid: defaultdict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    for path in (HISTORY, SAMPLE / "expected_r05.csv", SAMPLE / "expected_r06.csv"):
        for row in rows(path):
            month, source = row["DeliveryMonth"], row["FundingSource"]
            paid[row["LearnRefNumber"], row["TransactionType"], month, source] += Decimal(row["Amount"])

    def of(learner: str, kind: int, month: str) -> list[Decimal]:
        sources = ("levy", "transfer", "government co-investment", "employer co-investment", "fully funded")
        return [paid[learner, str(kind), month, source] for source in sources]

    assert of("A01", 1, "2020-10") == [400, 0, 0, 0, 0]
    assert of("A03", 1, "2020-12") == [0, 0, 380, 20, 0]
    # 500 of levy: 400 go to the apprentice of the higher priority, 100 are left; all of that is taken back later.
    assert of("A02", 1, "2020-09") == [400, 0, 0, 0, 0]
    assert of("A12", 1, "2020-09") == [100, 0, 285, 15, 0]
    assert of("A12", 1, "2020-11") == [0, 0, 0, 0, 0]
    # 80% of 3,600 over 18 months, and of an uplift of 900 likewise; day 90 is 29 November.
    assert of("A04", 1, "2020-09") == [160, 0, 0, 0, 0]
    assert [of("A04", kind, "2020-11")[-1] for kind in (4, 5, 8, 11)] == [500, 500, 40, 300]
    # 800 a month, of which another employer transfers 600; the employer's own account is empty.
    assert of("A10", 1, "2021-01") == [0, 600, 190, 10, 0]
    assert [of("A11", kind, "2020-08")[-1] for kind in (13, 15)] == [Decimal("47.1"), 150]
    assert of("A06", 2, "2020-12") == [0, 0, 1140, 60, 0]
    assert of("A07", 1, "2020-08") == [400, 0, 0, 0, 0]
    assert of("A09", 1, "2020-10")[0] == 400 and of("A09", 1, "2020-11")[0] == 0
    assert of("A14", 1, "2020-11")[0] == 400 and of("A14", 1, "2020-12")[0] == 0


def test_month_by_month_is_the_same_as_all_month_ends_at_once(tmp_path: Path) -> None:
    both = tmp_path / "both.csv"

    assert calc(R05, R06, *BESIDE, "--month-ends", "--payments", both).exit_code == 0

    parts = [lines(path) for path in (HISTORY, SAMPLE / "expected_r05.csv", SAMPLE / "expected_r06.csv")]
    assert lines(both) == [parts[0][0], *(line for part in parts for line in part[1:])]


@pytest.mark.parametrize("number", range(1, 14))
def test_what_is_paid_comes_back_as_history(tmp_path: Path, number: int) -> None:
    """Month ends up to a return, then the next with them as history, are the month ends up to the next."""
    before, after, whole = (tmp_path / f"{name}.csv" for name in ("before", "after", "whole"))
    this, following = f"R{number:02}", f"R{number + 1:02}"
    assert calc(R06, *BESIDE, "--month-ends", "--return", this, "--payments", before).exit_code == 0
    assert calc(R06, *BESIDE, "--month-ends", "--return", following, "--payments", whole).exit_code == 0

    told = calc(R06, *BESIDE, "--history", before, "--return", following, "--payments", after)

    assert told.exit_code == 0, told.output
    assert lines(before) + lines(after)[1:] == lines(whole)


def test_the_same_collection_twice_pays_nothing_the_second_time(tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert calc(R06, *BESIDE, "--return", "R06", "--payments", first).exit_code == 0

    told = calc(R06, *BESIDE, "--return", "R12", "--history", first, "--payments", second)
    assert {row["DeliveryMonth"] for row in rows(second)} == {f"2021-{month:02}" for month in range(2, 8)}, (
        "months up to the first collection are settled"
    )
    assert told.exit_code == 0

    told = calc(R06, *BESIDE, "--return", "R13", "--history", first, "--history", second)
    assert "Nothing is paid." in told.stdout


def test_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SAMPLE)
    monkeypatch.setenv("COLUMNS", "100")
    history = ("--history", "history.csv", "--history", "expected_r05.csv")

    told = calc(
        R06.name, "--commitments", COMMITMENTS.name, "--levy", LEVY.name, *history, "--reference", "reference"
    )

    assert told.exit_code == 0
    assert told.stdout == GOLDEN.read_text(encoding="utf-8")


def test_the_readme_shows_what_the_sample_gives(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    told = calc(R05, *BESIDE, "--history", HISTORY).stdout.splitlines()
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    section = readme[readme.index("## Payments of apprenticeships") :]
    shown = re.findall(r"^```\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)[1]
    missing = [line for line in shown.splitlines() if line not in told]
    assert not missing


@pytest.mark.parametrize("columns", ["60", "100", "200"])
def test_no_figure_is_cut_on_a_narrow_screen(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    told = calc(R06, *BESIDE, "--month-ends", "--return", "R12").stdout
    part = told[told.index("Payments by transaction type") : told.index("Refused by")]
    alls = [line.split()[1:] for line in part.splitlines() if line.strip().startswith("All")]
    amounts = [Decimal(text.replace(",", "")) for line in alls for text in line]
    assert amounts[-1] == sum(amounts[:-1])


def test_the_sample_files_are_those_of_its_script(tmp_path: Path) -> None:
    from fixtures.sample_apprenticeships.make import main

    main(tmp_path)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted([R05.name, R06.name, "commitments.csv", "features.csv"])
    for name in made:
        assert (tmp_path / name).read_bytes() == (SAMPLE / name).read_bytes(), name


def test_the_ulns_of_the_sample_are_valid() -> None:
    for path in (R05, R06):
        ulns = re.findall(r"<ULN>(\d+)</ULN>", path.read_text(encoding="utf-8"))
        assert len(set(ulns)) == len(ulns) == 14
        assert all(uln_is_valid(int(uln)) for uln in ulns)


@pytest.mark.skipif(not XSD.is_file(), reason="the published ILR schemas are not beside the project")
@pytest.mark.parametrize("path", [R05, R06], ids=["R05", "R06"])
def test_the_sample_is_valid_for_its_year(path: Path) -> None:
    schema = etree.XMLSchema(etree.parse(str(XSD)))
    assert schema.validate(etree.parse(str(path))), str(schema.error_log)


def test_the_workbook(tmp_path: Path) -> None:
    book, again = tmp_path / "p.xlsx", tmp_path / "q.xlsx"
    for path in (book, again):
        assert calc(R05, *BESIDE, "--history", HISTORY, "--payments", path).exit_code == 0
    assert book.read_bytes() == again.read_bytes()
    sheets = load_workbook(book, data_only=True)
    assert sheets.sheetnames == ["Summary", "Payments", "Data lock"]
    # One line more, the total.
    assert sheets["Payments"].max_row == len(lines(SAMPLE / "expected_r05.csv")) + 1
    texts = {cell.value for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert "The employer has paused the commitment." in texts and "Apprentice" not in texts
    paid = sum(Decimal(row["Amount"]) for row in rows(SAMPLE / "expected_r05.csv"))
    assert round(Decimal(sheets["Summary"]["D7"].value), 5) == paid
