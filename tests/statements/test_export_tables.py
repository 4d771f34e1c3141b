"""A table is the same in CSV, in a workbook and in Parquet; what does not fit leaves nothing behind."""

import csv
import tempfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from workbook_kit import Formulas, differing, lines_of

from engine.calendar import Month
from engine.money import five_places, pence
from reports.exports import workbook
from reports.exports.columns import Column, Table
from reports.exports.endings import check_endings
from reports.exports.parquet_file import ParquetFile
from reports.exports.spool import Spool
from reports.exports.table_file import write_table
from reports.output_files import OutputFiles
from reports.refusal import Refusal

TABLE = Table(
    "Things",
    (
        Column("Name"),
        Column("Number", "whole"),
        Column("Five", "pounds", summed=True),
        Column("Two", "pence", summed=True),
        Column("Share", "share"),
        Column("Day", "date"),
        Column("Month", "month"),
    ),
)

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=12)
AMOUNTS = st.decimals(-(10**7), 10**7, places=7)
ROWS = st.lists(
    st.tuples(
        TEXTS,
        st.none() | st.integers(-(10**9), 10**10),
        st.none() | AMOUNTS,
        st.none() | AMOUNTS,
        st.none() | st.decimals(0, 1, places=5),
        st.none() | st.dates(date(1990, 1, 1), date(2090, 12, 31)),
        st.none() | st.builds(Month, st.integers(1990, 2090), st.integers(1, 12)),
    ),
    max_size=12,
)


def write(path: Path, rows: list[Any], table: Table = TABLE) -> None:
    with OutputFiles() as files:
        write_table(files, path, table, rows)
        files.commit()


def plain(row: tuple[Any, ...]) -> list[Any]:
    """Return a row as it should come back: rounded to its places, a month as its first day."""
    name, number, five, two, share, day, month = row
    return [
        name or None,
        number,
        None if five is None else five_places(five),
        None if two is None else pence(two),
        share,
        day,
        None if month is None else month.first_day,
    ]


@settings(max_examples=12, deadline=None)
@given(ROWS)
def test_the_three_kinds_of_file_hold_the_same(rows: list[tuple[Any, ...]]) -> None:
    wanted = [plain(row) for row in rows]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ending in ("csv", "xlsx", "parquet"):
            write(folder / f"t.{ending}", rows)
        in_parquet = [
            [value if value != "" else None for value in row.values()]
            for row in parquet.read_table(folder / "t.parquet").to_pylist()
        ]
        with (folder / "t.csv").open(encoding="utf-8", newline="") as file:
            in_csv = list(csv.reader(file))
        book = Formulas(folder / "t.xlsx")
    in_book = lines_of(book, "Things")
    assert in_parquet == wanted
    assert in_csv == [
        [column.heading for column in TABLE.columns],
        *[
            [
                *("" if value is None else f"{value}" for value in row[:2]),
                *("" if value is None else f"{value:f}" for value in row[2:4]),
                "" if row[4] is None else f"{five_places(row[4]):f}",
                "" if row[5] is None else row[5].isoformat(),
                "" if row[6] is None else row[6].isoformat()[:7],
            ]
            for row in wanted
        ],
    ]
    assert [
        [Decimal(str(value)) if isinstance(value, int | float) else value for value in row] for row in in_book
    ] == [[Decimal(str(value)) if isinstance(value, int) else value for value in row] for row in wanted]
    assert differing(book) == (2 if rows else 0, [])


def test_texts_that_look_like_formulas_stay_texts(tmp_path: Path) -> None:
    write(tmp_path / "t.xlsx", [("=1+1", None, Decimal(1), None, None, None, None)])
    cell = load_workbook(tmp_path / "t.xlsx")["Things"]["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_the_same_rows_give_the_same_bytes(tmp_path: Path, ending: str) -> None:
    rows = [(f"n{number}", number, Decimal(number) / 3, None, None, None, None) for number in range(50)]
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    write(first, rows)
    write(second, rows)
    assert first.read_bytes() == second.read_bytes()


def test_a_sheet_is_laid_out_for_reading_and_printing(tmp_path: Path) -> None:
    write(tmp_path / "t.xlsx", [("a", 1, Decimal(2), None, None, None, None)] * 3)
    sheet = load_workbook(tmp_path / "t.xlsx")["Things"]
    assert sheet.freeze_panes == "D2"
    assert sheet.auto_filter.ref == "A1:G4", "the total is no line to be filtered or sorted"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet["C2"].number_format.startswith("#,##0.00")
    assert sheet["C5"].value == "=SUM(C2:C4)" and sheet["C5"].font.b


def test_a_sheet_that_is_full_is_refused_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_LINES", 3)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    row = ("a", 1, None, None, None, None, None)
    write(tmp_path / "t.xlsx", [row] * 3)
    before = (tmp_path / "t.xlsx").read_bytes()
    with pytest.raises(Refusal, match=r"'Things' would need more than 3 lines.*name a \.parquet or a \.csv"):
        write(tmp_path / "t.xlsx", [row] * 4)
    assert (tmp_path / "t.xlsx").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scratch", "t.xlsx"]
    assert list(scratch.iterdir()) == []


def test_parquet_is_written_by_groups_of_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reports.exports.parquet_file._ROWS_OF_A_GROUP", 40)
    monkeypatch.setattr("reports.exports.parquet_file._ROWS_IN_WAITING", 10)
    path = tmp_path / "t.parquet"
    with path.open("wb") as stream:
        file = ParquetFile(stream, (Column("Number", "whole"),))
        for number in range(95):
            file.write([(number,)])
        file.close()
    read = parquet.ParquetFile(path)
    assert read.num_row_groups == 3
    assert read.read().column("Number").to_pylist() == list(range(95))


@given(st.lists(st.tuples(st.text(), st.decimals(allow_nan=False))), st.integers(1, 4))
@settings(max_examples=20)
def test_a_spool_gives_back_what_it_took(rows: list[tuple[Any, ...]], batch: int) -> None:
    with pytest.MonkeyPatch.context() as patch, Spool() as spool:
        patch.setattr("reports.exports.spool._BATCH", batch)
        for row in rows:
            spool.add(row)
        assert (list(spool), list(spool), spool.count) == (rows, rows, len(rows))


def test_an_ending_that_is_none_is_refused() -> None:
    check_endings({"--out": Path("a.CSV"), "--findings": None})
    with pytest.raises(Refusal) as refused:
        check_endings({"--out": Path("a.xls"), "--findings": Path("b"), "--statement": Path("c.parquet")})
    assert str(refused.value.message).splitlines() == [
        "--out: a.xls is no kind of file that is written; name a .csv, .xlsx or .parquet file",
        "--findings: b is no kind of file that is written; name a .csv, .xlsx or .parquet file",
    ]
