"""The no-pay report as a workbook: a summary, then a sheet for each return, the latest first. No names."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from engine.calendar import Return
from engine.programmes.bootcamps import CODES, NoPay
from reports.bootcamps.reason import SCOPES, pays_later
from reports.bootcamps.rows import found_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_COLUMNS = (
    ("UKPRN", 11), ("Year", 9), ("Return", 8), ("LearnRefNumber", 16), ("AimSeqNumber", 14), ("Milestone", 10),
    ("Code", 24), ("What stands in the way", 52), ("What is not paid", 18), ("Field", 22), ("Found", 30),
    ("Expected", 36), ("Paid later once corrected", 14), ("What to do", 60), ("Clause", 20),
)  # fmt: skip
_SUMMARY = (
    ("Code", 24),
    ("What stands in the way", 52),
    ("What is not paid", 18),
    ("Paid later once corrected", 14),
)


def workbook(rows: Sequence[NoPay]) -> bytes:
    """Return the no-pay report as the bytes of an XLSX file; the same lines give the same bytes."""
    from xlsxwriter import Workbook

    returns = sorted({row.returned_in for row in rows}, reverse=True)
    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Skills Bootcamps no-pay report", "created": datetime(2024, 4, 1)})  # noqa: DTZ001
    heading = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1", "bottom": 1}
    )
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    _summary(book, rows, returns, heading, wrapped)
    for one in returns:
        sheet = book.add_worksheet(f"{one.year.code} {one.name}")
        _headings(sheet, _COLUMNS, heading)
        count = _lines(sheet, (row for row in rows if row.returned_in == one), wrapped)
        sheet.autofilter(0, 0, count, len(_COLUMNS) - 1)
        sheet.freeze_panes(1, 4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    book.close()
    return target.getvalue()


def _summary(
    book: "Workbook", rows: Sequence[NoPay], returns: Sequence[Return], heading: "Format", wrapped: "Format"
) -> None:
    sheet = book.add_worksheet("Summary")
    in_order = sorted(returns)
    names = [(f"{one.year.code} {one.name}", 9) for one in in_order]
    columns = (*_SUMMARY, *names, ("Total", 9))
    _headings(sheet, columns, heading)
    counts = Counter((row.code, row.returned_in) for row in rows)
    codes = [code for code in CODES if any(counts[code, one] for one in in_order)]
    for line, code in enumerate(codes, 1):
        kind = CODES[code]
        for column, text in enumerate((code, kind.means, SCOPES[kind.scope], pays_later(kind))):
            sheet.write_string(line, column, text, wrapped)
        numbers = [counts[code, one] for one in in_order]
        for column, number in enumerate((*numbers, sum(numbers)), len(_SUMMARY)):
            sheet.write_number(line, column, number, wrapped)
    last = len(codes) + 1
    sheet.write_string(last, 0, "Lines in all", heading)
    for column, one in enumerate((*in_order, None), len(_SUMMARY)):
        number = sum(1 for row in rows if one is None or row.returned_in == one)
        sheet.write_number(last, column, number, heading)
    if codes:
        sheet.autofilter(0, 0, len(codes), len(columns) - 1)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _headings(sheet: "Worksheet", columns: Sequence[tuple[str, int]], heading: "Format") -> None:
    for column, (name, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, name, heading)


def _lines(sheet: "Worksheet", rows: Iterable[NoPay], wrapped: "Format") -> int:
    line = 0
    for line, row in enumerate(rows, 1):
        kind = CODES[row.code]
        cells = (
            row.ukprn, row.returned_in.year.label, row.returned_in.name, row.learn_ref_number, row.aim_seq_number,
            row.milestone or "", row.code, kind.means, SCOPES[kind.scope], row.field, found_of(row), row.expected,
            pays_later(kind), kind.remedy, row.clause,
        )  # fmt: skip
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                sheet.write_number(line, column, cell, wrapped)
            elif cell:
                sheet.write_string(line, column, cell, wrapped)
    return line
