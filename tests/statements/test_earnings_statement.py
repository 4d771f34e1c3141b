"""The earnings statement of ``ilrspec calc``: every figure is the ledger's, in every kind of file."""

import csv
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner, Result
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from workbook_kit import Formulas, differing, lines_of

from bench import learners
from engine.money import five_places
from engine.programmes.apprenticeships.attributes import ATTRIBUTES
from reports.calculation import default_reference, opened
from reports.cli import cli
from reports.earnings_statement.kinds import GOVERNMENT_SHARE, KINDS, OTHER, kind_of
from reports.exports import workbook
from steps.earning_words import WORDS

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "fixtures" / "sample_apprenticeships"
APPRENTICES = SAMPLE / "ILR-10000301-2021-20210105-120000-01.xml"
Figure = tuple[str, str, str, str, int]
"""Learner, aim, price episode, attribute and period."""


def calc(*options: object) -> Result:
    return CliRunner().invoke(cli, ["calc", *map(str, options)])


def ledger_of(file: Path, reference: Path) -> dict[Figure, Decimal]:
    """Return what the rules give, with five places, without what is nothing then."""
    sums: defaultdict[Figure, Decimal] = defaultdict(Decimal)
    with opened(file, reference, None, ()) as calculation:
        for learner, ledger in calculation.ledgers():
            for one in (*ledger.earnings, *ledger.shares) if learner else ():
                if one.month in ledger.year.months:
                    aim = "" if one.aim_seq_number is None else str(one.aim_seq_number)
                    place = one.learn_ref_number, aim, one.price_episode_identifier, one.attribute
                    sums[(*place, one.month.period)] += one.amount
    return {key: five_places(amount) for key, amount in sums.items() if five_places(amount)}


def rows_of(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a CSV or Parquet file; blank cells are None, numbers are decimals."""
    if path.suffix == ".parquet":
        return [
            {
                name: Decimal(value) if isinstance(value, int) else value if value != "" else None
                for name, value in row.items()
            }
            for row in parquet.read_table(path).to_pylist()
        ]
    with path.open(encoding="utf-8", newline="") as file:
        return [
            {
                name: None if value == "" else Decimal(value) if _is_number(name) else value
                for name, value in row.items()
            }
            for row in csv.DictReader(file)
        ]


def _is_number(name: str) -> bool:
    return name in ("UKPRN", "AimSeqNumber", "Total", "Period", "Value") or bool(re.match(r"R\d\d_", name))


def figures_of(rows: list[dict[str, Any]]) -> Iterator[tuple[Figure, Decimal]]:
    """Return the figures of a statement's rows, as the ledger names them."""
    for row in rows:
        aim = "" if row["AimSeqNumber"] is None else str(row["AimSeqNumber"])
        months = [row[name] for name in row if re.match(r"R\d\d_", name)]
        place = row["LearnRefNumber"], aim, row["PriceEpisodeIdentifier"] or "", row["Attribute"]
        for period, amount in enumerate(months, 1):
            if amount is not None:
                yield (*place, period), amount


def rows_of_book(book: Formulas, like: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the rows of all sheets of kinds, as those of the other kinds of file; the share has no total."""
    found = []
    for kind in KINDS:
        for cells in lines_of(book, kind) if kind in book.values.sheetnames else ():
            values = [Decimal(str(one)) if isinstance(one, int | float) else one for one in cells]
            values.insert(5, kind)
            values += [None] * (len(like) - len(values))
            found.append(dict(zip(like, values, strict=True)))
    return found


def check(file: Path, reference: Path, folder: Path) -> None:
    """Assert that the statement of a file says in every kind of file what the rules give."""
    in_csv, in_parquet, in_book = (folder / f"s.{ending}" for ending in ("csv", "parquet", "xlsx"))
    for options in (("--statement", in_csv, "--out", in_book), ("--statement", in_parquet)):
        told = calc(file, "--reference", reference, *options)
        assert told.exit_code == 0, told.output
    wanted = ledger_of(file, reference)
    rows = rows_of(in_csv)
    assert rows == rows_of(in_parquet)
    assert dict(figures_of(rows)) == wanted
    for row in rows:
        months = [amount for name, amount in row.items() if re.match(r"R\d\d_", name) and amount]
        assert row["Total"] == (None if row["Kind"] == GOVERNMENT_SHARE else sum(months))
    book = Formulas(in_book)
    if rows:
        # Sorting keeps the order of rows of one kind.
        assert rows_of_book(book, rows[0]) == sorted(rows, key=lambda row: KINDS.index(row["Kind"]))
    count, wrong = differing(book)
    assert wrong == []
    money = {key: amount for key, amount in wanted.items() if key[3] != "PriceEpisodeSFAContribPct"}
    if money:
        summary, learners_sheet = book.values["Summary"], book.values["Learners"]
        grand = next(row for row in range(1, 99) if summary.cell(row, 1).value == "Total")
        assert book.shown("Summary", f"O{grand}") == sum(money.values())
        last = learners_sheet.cell(learners_sheet.max_row, learners_sheet.max_column).coordinate
        assert book.shown("Learners", last) == sum(money.values())
        assert {row[2] for row in lines_of(book, "Learners")} == {key[0] for key in money}
        assert count > 12


# A smaller seed is no simpler file: there is nothing to shrink.
@settings(max_examples=2, deadline=None, phases=[Phase.reuse, Phase.generate])
@given(st.integers(0, 10**6))
def test_adult_skills_of_any_file(seed: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "ILR-10000101-2021-20210914-120000-01.xml"
        learners.write(8, file, seed)
        check(file, default_reference(), Path(name))


def test_apprentices(tmp_path: Path) -> None:
    check(APPRENTICES, SAMPLE / "reference", tmp_path)


def test_the_earnings_file_is_the_same_in_parquet_and_csv(tmp_path: Path) -> None:
    for ending in ("csv", "parquet"):
        assert (
            calc(
                APPRENTICES, "--reference", SAMPLE / "reference", "--out", tmp_path / f"e.{ending}"
            ).exit_code
            == 0
        )
    rows = rows_of(tmp_path / "e.csv")
    assert rows == rows_of(tmp_path / "e.parquet")
    assert len(rows) > 100


def test_findings_are_the_same_in_all_three(tmp_path: Path) -> None:
    file = tmp_path / "ILR-10000101-2021-20210914-120000-01.xml"
    learners.write(30, file, 5)
    file.write_bytes(re.sub(rb"<DateOfBirth>[^<]*</DateOfBirth>", b"", file.read_bytes(), count=3))
    for ending in ("csv", "parquet", "xlsx"):
        assert calc(file, "--findings", tmp_path / f"f.{ending}").exit_code == 0
    rows = rows_of(tmp_path / "f.csv")
    assert rows == rows_of(tmp_path / "f.parquet") and len(rows) >= 3
    in_book = [
        dict(zip(rows[0], (Decimal(one) if isinstance(one, int) else one for one in cells), strict=True))
        for cells in lines_of(Formulas(tmp_path / "f.xlsx"), "Findings")
    ]
    assert in_book == rows


def test_the_months_up_to_a_return(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    calc(APPRENTICES, "--reference", SAMPLE / "reference", "--return", "R03", "--statement", path)
    wanted = {
        key: value for key, value in ledger_of(APPRENTICES, SAMPLE / "reference").items() if key[4] <= 3
    }
    assert dict(figures_of(rows_of(path))) == wanted != {}


def test_a_workbook_is_the_statement_by_either_option_and_every_time(tmp_path: Path) -> None:
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    told = calc(APPRENTICES, "--reference", SAMPLE / "reference", "--out", one, "--statement", two)
    assert told.exit_code == 0 and told.stdout.count("Written:") == 2
    assert one.read_bytes() == two.read_bytes()
    sheets = load_workbook(one)
    assert sheets.sheetnames[:3] == ["Summary", "Learners", "On-programme"]
    assert sheets.sheetnames[-1] == "Findings"
    everything = " ".join(str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row)
    for secret in re.findall(rb"<(?:FamilyName|DateOfBirth|NINumber|ULN)>([^<]+)<", APPRENTICES.read_bytes()):
        assert secret.decode() not in everything


def test_every_attribute_has_a_kind() -> None:
    named = {*WORDS, *ATTRIBUTES.values()}
    assert {kind_of(attribute, True) for attribute in named} == {*KINDS} - {OTHER, GOVERNMENT_SHARE}
    assert kind_of("SomethingNew", True) == OTHER
    assert all(len(kind) <= 31 and not set(kind) & set("[]:*?/\\") for kind in KINDS)


def test_what_cannot_be_written_is_told_before_or_at_the_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = (APPRENTICES, "--reference", SAMPLE / "reference")
    refused = calc(
        *given, "--out", tmp_path / "e.ods", "--statement", tmp_path / "s", "--findings", tmp_path / "f.csv"
    )
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == 2 and "name a .csv, .xlsx or .parquet file" in refused.stderr
    monkeypatch.setattr(workbook, "MOST_LINES", 5)
    full = calc(*given, "--statement", tmp_path / "s.xlsx", "--findings", tmp_path / "f.csv")
    assert (full.exit_code, full.stdout) == (2, "")
    assert "more than 5 lines" in full.stderr and ".parquet" in full.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_cut_short_leaves_nothing(tmp_path: Path) -> None:
    """In a process of its own: what is left to the end of a program would be told there."""
    whole = APPRENTICES.read_bytes()
    cut = tmp_path / "cut.xml"
    cut.write_bytes(whole[: len(whole) // 2])
    names = ("out.parquet", "statement.xlsx", "findings.csv")
    targets = [f"--{name.partition('.')[0]}={tmp_path / name}" for name in names]
    command = [sys.executable, "-m", "reports.cli", "calc", str(cut), *targets]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert len(done.stderr.splitlines()) == 1, done.stderr.decode()
    assert [path.name for path in tmp_path.iterdir()] == ["cut.xml"]
