"""Workbooks: sheets of lines under headings, with totals as formulas beside which their values stand.

Lines are written one at a time, so that memory does not grow with them. The same lines give the same bytes.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.calendar import Month
from engine.money import ZERO
from reports.exports.columns import Column, Table, day_of, exact
from reports.output_files import OutputFiles
from reports.refusal import Refusal

MOST_LINES = 1_048_576 - 2
"""What a sheet holds beside its heading and its total."""

_MONEY = "#,##0.00;[Red]-#,##0.00"
_HEADING: dict[str, Any] = {
    "bold": True,
    "text_wrap": True,
    "valign": "top",
    "bg_color": "#DCE6F1",
    "bottom": 1,
}
_STYLES: dict[str, dict[str, Any]] = {
    "heading": _HEADING,
    "right heading": {**_HEADING, "align": "right"},
    "month heading": {**_HEADING, "align": "right", "num_format": "mmm yyyy"},
    "text": {"valign": "top"},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "bold": {"bold": True},
    "whole": {"num_format": "0", "valign": "top", "align": "left"},
    "count": {"num_format": "#,##0", "valign": "top"},
    "money": {"num_format": _MONEY, "valign": "top"},
    "number": {"num_format": "0.00###", "valign": "top"},
    "share": {"num_format": "0.00%", "valign": "top"},
    "date": {"num_format": "dd/mm/yyyy", "valign": "top"},
    "month": {"num_format": "mmm yyyy", "valign": "top", "align": "left"},
    "total": {"num_format": _MONEY, "bold": True, "top": 1},
    "total count": {"num_format": "#,##0", "bold": True, "top": 1},
}
_FIGURES = ("pounds", "pence", "number", "share")
_STYLE_OF = {"pounds": "money", "pence": "money"}
_WIDE = 40
_LINE_HEIGHT = 15
_SIGNS = 1.15
"""Signs of common text that a unit of width holds: it is the width of a digit."""


def too_many(target: Path, sheet: str) -> Refusal:
    """Return what is said when a sheet cannot hold its lines."""
    return Refusal(
        f"{target}: the sheet '{sheet}' would need more than {MOST_LINES:,} lines, which is all that a sheet of a "
        f"workbook holds; name a .parquet or a .csv file instead. Nothing was written"
    )


class Book:
    """A workbook that takes its place when the files it belongs to are committed."""

    def __init__(self, files: OutputFiles, target: Path, title: str) -> None:
        from xlsxwriter import Workbook

        self.target = target
        options = {
            "constant_memory": True,
            "tmpdir": files.folder(),
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "use_zip64": True,
        }
        self._book: Any = Workbook(files.open(target).buffer, options)
        # The day is not that of the run: the same lines are to give the same bytes.
        self._book.set_properties({"title": title, "created": datetime(2024, 4, 1)})  # noqa: DTZ001
        self.styles: dict[str, Any] = {
            name: self._book.add_format(values) for name, values in _STYLES.items()
        }

    def lines(self, table: Table) -> "Lines":
        """Add a sheet of lines under the headings of a table."""
        return Lines(self, self._sheet(table.name), table)

    def page(self, name: str, widths: Sequence[int]) -> "Page":
        """Add a sheet that is written block by block."""
        sheet = self._sheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        return Page(self, sheet, widths)

    def _sheet(self, name: str) -> Any:
        sheet = self._book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&L&A&RPage &P of &N")
        return sheet

    def close(self) -> None:
        """Write the workbook to its stream, which stays open."""
        self._book.close()


class Lines:
    """A sheet with one line for each row of a table, its total below."""

    def __init__(self, book: Book, sheet: Any, table: Table) -> None:
        self.table, self.count = table, 0
        self._book, self._sheet = book, sheet
        self.totals = [ZERO] * len(table.columns)
        self._styles = [book.styles[_style_of(column)] for column in table.columns]
        self._wrapped = [at for at, column in enumerate(table.columns) if _style_of(column) == "wrapped"]
        for number, column in enumerate(table.columns):
            sheet.set_column(number, number, column.width)
        sheet.freeze_panes(1, table.frozen)
        sheet.repeat_rows(0)
        shown = [column.shown or column.heading for column in table.columns]
        _make_room(sheet, 0, shown, [column.width for column in table.columns])
        for number, column in enumerate(table.columns):
            style = "right heading" if column.kind in _FIGURES else "heading"
            sheet.write_string(0, number, shown[number], book.styles[style])

    def add(self, row: Sequence[Any]) -> None:
        """Write a line. Raises Refusal when the sheet is full."""
        if self.count >= MOST_LINES:
            raise too_many(self._book.target, self.table.name)
        self.count += 1
        _make_room(
            self._sheet,
            self.count,
            [str(row[at] or "") for at in self._wrapped],
            [self.table.columns[at].width for at in self._wrapped],
        )
        for number, (column, value) in enumerate(zip(self.table.columns, row, strict=True)):
            if value is None or value == "":
                continue
            if column.summed:
                self.totals[number] += exact(column.kind, value)
            if column.formula:
                formula = column.formula.format(row=self.count + 1)
                value = float(exact(column.kind, value))
                self._sheet.write_formula(self.count, number, formula, self._styles[number], value)
            else:
                _write(self._sheet, self.count, number, column, value, self._styles[number])

    def finish(self) -> None:
        """Write the total and set the filter, which leaves the total out."""
        columns = self.table.columns
        self._sheet.autofilter(0, 0, self.count, len(columns) - 1)
        if not self.count or not any(column.summed for column in columns):
            return
        self._sheet.write_string(self.count + 1, 0, "Total", self._book.styles["total"])
        for number, column in enumerate(columns):
            if not column.summed:
                if number:
                    self._sheet.write_blank(self.count + 1, number, None, self._book.styles["total"])
                continue
            style = self._book.styles["total count" if column.kind == "whole" else "total"]
            formula = f"=SUM({cells(number, 1, self.count)})"
            self._sheet.write_formula(self.count + 1, number, formula, style, float(self.totals[number]))

    def total(self, heading: str) -> str:
        """Return the cell that holds the total of a column, as another sheet names it."""
        return f"{_quoted(self.table.name)}!{cell(self._number(heading), self.count + 1)}"

    def span(self, heading: str) -> str:
        """Return the cells of a column, as another sheet names them."""
        number = self._number(heading)
        return f"{_quoted(self.table.name)}!{cells(number, 1, max(self.count, 1), fixed=True)}"

    def _number(self, heading: str) -> int:
        return next(number for number, column in enumerate(self.table.columns) if column.heading == heading)


class Formula:
    """A cell that is worked out: the formula, and the value that it has."""

    def __init__(self, text: str, value: Decimal | int) -> None:
        self.text, self.value = text, value


class Page:
    """A sheet of sums, written from top to bottom."""

    def __init__(self, book: Book, sheet: Any, widths: Sequence[int]) -> None:
        self._book, self._sheet, self._widths = book, sheet, widths
        self.line = 0

    def heading(self, texts: Sequence[Any], names: int = 1) -> int:
        """Write a row of headings, months among them, of which the first ones stand over names; return its line."""
        shown = [text if isinstance(text, str) else "" for text in texts]
        _make_room(self._sheet, self.line, shown, self._widths[: len(shown)])
        return self.row(
            texts, styles=["heading" if at < names else "right heading" for at in range(len(texts))]
        )

    def row(self, values: Iterable[Any], style: str = "", styles: Sequence[str] = ()) -> int:
        """Write a row; return the number of its line, from 0.

        Amounts are shown as money unless ``styles`` names another style of each cell, ``style`` one for all texts.
        """
        values = list(values)
        wrapped = [at for at, name in enumerate(styles) if name == "wrapped"]
        _make_room(
            self._sheet,
            self.line,
            [str(values[at] or "") for at in wrapped],
            [self._widths[at] for at in wrapped],
        )
        for number, value in enumerate(values):
            if value is None or value == "":
                continue
            named = styles[number] if number < len(styles) else style
            self._cell(number, value, named)
        self.line += 1
        return self.line - 1

    def _cell(self, number: int, value: Any, named: str) -> None:
        styles, sheet = self._book.styles, self._sheet
        inner = value.value if isinstance(value, Formula) else value
        if isinstance(inner, Decimal):
            style = styles[named if named and named != "heading" else "money"]
        elif isinstance(inner, Month):
            style = styles["month heading" if "heading" in named else named or "month"]
        elif isinstance(inner, int):
            style = styles[named or "count"]
        else:
            style = styles[named or "text"]
        if isinstance(value, Formula):
            sheet.write_formula(self.line, number, value.text, style, float(exact("pounds", inner)))
        elif isinstance(inner, Month):
            sheet.write_datetime(self.line, number, day_of(inner), style)
        elif isinstance(inner, (Decimal, int)):
            sheet.write_number(self.line, number, float(exact("pounds", inner)), style)
        else:
            sheet.write_string(self.line, number, str(inner), style)

    def gap(self) -> None:
        """Leave a line free."""
        self.line += 1

    def freeze(self, line: int, column: int) -> None:
        """Keep the lines and columns before these in sight."""
        self._sheet.freeze_panes(line, column)

    def repeat(self, line: int) -> None:
        """Print a line at the head of every page."""
        self._sheet.repeat_rows(line)


def cell(column: int, line: int, fixed: bool = False) -> str:
    """Return a cell by column and line, both from 0, as formulas name it: ``C5``."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(line, column, row_abs=fixed, col_abs=fixed))


def cells(column: int, first: int, last: int, fixed: bool = False) -> str:
    """Return the cells of a column from one line to another, both from 0: ``C2:C9``."""
    return f"{cell(column, first, fixed)}:{cell(column, last, fixed)}"


def column_name(column: int) -> str:
    """Return the letters of a column, from 0: ``A``."""
    return cell(column, 0)[:-1]


def _make_room(sheet: Any, line: int, texts: Sequence[str], widths: Sequence[int]) -> None:
    """Make a row as high as its longest text needs, which not every program does by itself."""
    lines = 1
    for text, width in zip(texts, widths, strict=True):
        lines = max(lines, sum(1 + len(part) // int(width * _SIGNS) for part in text.split("\n")))
    if lines > 1:
        sheet.set_row(line, lines * _LINE_HEIGHT)


def _quoted(name: str) -> str:
    return "'" + name.replace("'", "''") + "'"


def _style_of(column: Column) -> str:
    if column.kind == "text":
        return "wrapped" if column.width >= _WIDE else "text"
    return _STYLE_OF.get(column.kind, column.kind)


def _write(sheet: Any, line: int, number: int, column: Column, value: Any, style: Any) -> None:
    if column.kind == "text" or isinstance(value, str):
        sheet.write_string(line, number, str(value), style)
    elif column.kind in ("date", "month"):
        sheet.write_datetime(line, number, day_of(value), style)
    else:
        sheet.write_number(line, number, float(exact(column.kind, value)), style)
