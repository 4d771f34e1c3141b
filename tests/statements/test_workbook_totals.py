"""Milestones, no-pay lines, payments, pre-employment records and impacts as workbooks and Parquet."""

import csv
import shutil
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner
from workbook_kit import Formulas, differing, lines_of

from engine.parameters import FOLDER
from reports.cli import cli

FIXTURES = Path(__file__).parents[2] / "fixtures"
BOOTCAMPS = FIXTURES / "sample_provider"
RETURNS = sorted(BOOTCAMPS.glob("ILR-10000201-*.xml"))
APPRENTICES = FIXTURES / "sample_apprenticeships"
LEGACY = FIXTURES / "sample_pre_employment"


def run(*options: object, code: int = 0) -> str:
    told = CliRunner().invoke(cli, [str(one) for one in options])
    assert told.exit_code == code, told.output
    return told.output


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def same(in_csv: Path, in_parquet: Path) -> None:
    """Assert that two files hold the same cells; a month of Parquet is its first day."""
    heading, *lines = rows(in_csv)
    table = parquet.read_table(in_parquet)
    assert table.column_names == heading
    assert len(lines) == table.num_rows > 0
    for line, row in zip(lines, table.to_pylist(), strict=True):
        for text, value in zip(line, row.values(), strict=True):
            if isinstance(value, Decimal) and text:
                assert value == Decimal(text)
            elif hasattr(value, "isoformat"):
                assert value.isoformat().startswith(text)
            else:
                assert text == ("" if value is None else str(value))


@pytest.fixture(scope="module")
def bootcamps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every file of the sample provider in each kind."""
    folder = tmp_path_factory.mktemp("bootcamps")
    reference = ("--reference", BOOTCAMPS / "reference")
    run("returns", "import", *RETURNS, "--store", folder / "s.db", *reference)
    for ending in ("csv", "parquet", "xlsx"):
        names = ("milestones", "no-pay", "destinations", "findings")
        targets = [f"--{name}={folder / name}.{ending}" for name in names]
        run("calc", "--store", folder / "s.db", *reference, *targets)
    return folder


@pytest.mark.parametrize("name", ["milestones", "no-pay", "destinations", "findings"])
def test_bootcamps_in_parquet(bootcamps: Path, name: str) -> None:
    same(bootcamps / f"{name}.csv", bootcamps / f"{name}.parquet")


def test_milestones_have_a_sheet_each_and_totals(bootcamps: Path) -> None:
    book = Formulas(bootcamps / "milestones.xlsx")
    assert book.formulas.sheetnames == ["Summary", "M1", "M2", "M3"]
    heading, *lines = rows(bootcamps / "milestones.csv")
    at = heading.index("Amount")
    for name in ("M1", "M2", "M3"):
        amounts = [Decimal(line[at]) for line in lines if line[heading.index("Milestone")] == name]
        assert [Decimal(str(line[at])) for line in lines_of(book, name)] == amounts
        assert book.shown(name, f"F{len(amounts) + 2}") == sum(amounts)
    whole = book.formulas["Summary"].max_row
    assert book.shown("Summary", f"G{whole}") == sum(Decimal(line[at]) for line in lines)
    count, wrong = differing(book)
    assert wrong == [] and count >= 3 + 4


def test_no_pay_lines_are_counted_by_formulas(bootcamps: Path) -> None:
    book = Formulas(bootcamps / "no-pay.xlsx")
    count, wrong = differing(book)
    assert wrong == [] and count > 50
    last = book.values["Summary"].cell(book.values["Summary"].max_row, book.values["Summary"].max_column)
    assert last.value == len(rows(bootcamps / "no-pay.csv")) - 1


def test_payments(tmp_path: Path) -> None:
    (file,) = APPRENTICES.glob("*20210204*.xml")
    beside = [f"--{name}={APPRENTICES / name}.csv" for name in ("commitments", "levy")]
    beside.append("--month-ends")
    for ending in ("csv", "parquet", "xlsx"):
        targets = [f"--{name}={tmp_path / name}.{ending}" for name in ("payments", "findings")]
        run("calc", file, "--reference", APPRENTICES / "reference", *beside, *targets)
    for name in ("payments", "findings"):
        same(tmp_path / f"{name}.csv", tmp_path / f"{name}.parquet")
    book = Formulas(tmp_path / "payments.xlsx")
    heading, *lines = rows(tmp_path / "payments.csv")
    paid = [Decimal(line[heading.index("Amount")]) for line in lines]
    shown = [Decimal(str(line[heading.index("Amount")])) for line in lines_of(book, "Payments")]
    assert shown == paid
    count, wrong = differing(book)
    assert wrong == [] and count > 60, "a column for each of six months"
    totals = [row[0].row for row in book.values["Summary"].iter_rows(max_col=1) if row[0].value == "Total"]
    assert [book.shown("Summary", f"I{row}") for row in totals] == [sum(paid)] * 2


def test_legacy_records(tmp_path: Path) -> None:
    for ending in ("csv", "parquet", "xlsx"):
        names = {"out": "figures", "findings": "findings", "check-ins": "due"}
        targets = [f"--{option}={tmp_path / name}.{ending}" for option, name in names.items()]
        run("calc", LEGACY / "LEGACY.csv", "--reference", LEGACY / "reference", *targets)
    for name in ("figures", "findings", "due"):
        same(tmp_path / f"{name}.csv", tmp_path / f"{name}.parquet")
    book = Formulas(tmp_path / "figures.xlsx")
    assert book.formulas.sheetnames == ["Aims", "Credit", "Findings"]
    funding = sum(Decimal(line[5]) for line in rows(tmp_path / "figures.csv") if line[4] == "Funding")
    assert book.shown("Aims", f"H{book.values['Aims'].max_row}") == funding == Decimal("1434.72")
    assert differing(book)[1] == []


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ((RETURNS[0], "--milestones", "m.ods"), "--milestones"),
        ((RETURNS[0], "--no-pay", "n"), "--no-pay"),
        ((RETURNS[0], "--destinations", "d.txt"), "--destinations"),
        ((*APPRENTICES.glob("*20210105*.xml"), "--month-ends", "--payments", "p.xls"), "--payments"),
        ((LEGACY / "LEGACY.csv", "--out", "l.json"), "--out"),
    ],
)
def test_other_endings_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[object, ...], named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("calc", *options, code=2)
    assert told.startswith(f"{named}: ") and "name a .csv, .xlsx or .parquet file" in told
    assert len(told.splitlines()) == 1 and list(tmp_path.iterdir()) == []


@pytest.mark.long
def test_an_impact_counts_milestones_and_names_years(tmp_path: Path) -> None:
    """A pound of a hundred more at the first milestone, and so one less at the third, which has the rest."""
    shutil.copytree(FOLDER, tmp_path / "after", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    path = tmp_path / "after" / "bootcamps.yaml"
    text = path.read_text(encoding="utf-8")
    begin = text.index("\nmilestone_1_share:")
    end = text.index("\nmilestone_2_share:")
    raised = text[begin:end].replace('"0.45"', '"0.46"').replace('"0.40"', '"0.41"')
    path.write_text(text[:begin] + raised + text[end:], encoding="utf-8")
    files = RETURNS[-2:]
    given = (*files, "--after", tmp_path / "after", "--reference", BOOTCAMPS / "reference")
    for ending in ("csv", "parquet", "xlsx"):
        told = run("impact", *given, "--out", tmp_path / f"moved.{ending}", code=1)
    assert "milestones of these files alone" in " ".join(told.split())
    same(tmp_path / "moved.csv", tmp_path / "moved.parquet")
    heading, *lines = rows(tmp_path / "moved.csv")
    assert {line[heading.index("FundingYear")] for line in lines} == {"2023/24", "2024/25"}
    book = Formulas(tmp_path / "moved.xlsx")
    assert differing(book)[1] == []

    # What the files pay before is what their returns pay when nothing else is known.
    run("returns", "import", *files, "--store", tmp_path / "s.db", "--reference", BOOTCAMPS / "reference")
    run(
        "calc", "--store", tmp_path / "s.db", "--reference", BOOTCAMPS / "reference", "--milestones",
        tmp_path / "m.csv",
    )  # fmt: skip
    names, *paid = rows(tmp_path / "m.csv")
    whole = sum(Decimal(line[names.index("Amount")]) for line in paid)
    assert f"{whole:,.2f}" in told
    first = {
        (line[0], line[1], f"20{line[6][:2]}/{line[6][2:]}")
        for line in paid
        if line[names.index("Milestone")] == "M1"
    }
    assert first <= {(line[0], line[2], line[1]) for line in lines}
