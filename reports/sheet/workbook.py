"""The workbook of a feature: headings locked, figures as numbers, known words to choose from."""

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

from reports.authoring.figures import amount
from reports.sheet.layout import ABOUT, Block, Sheet
from steps.feature_text import are_figures, is_figure

FIRST_COLUMN = 2
"""Where tables begin: behind the hidden column of line numbers and the column of sentences."""

FIRST_ROW = 3
_NOTE = (
    "Change white cells, and add or remove white rows, as you like; grey headings and sentences are locked. "
    "Then: ilrspec sheet import"
)
_PLACES = re.compile(r"\.(\d+)")


def write_workbook(sheets: list[Sheet], feature: str, print_: str, target: Any) -> None:
    """Write the sheets of a feature to a stream of bytes; the same feature gives the same bytes.

    ``feature`` is where the feature stands and ``print_`` tells the text as it is now from any other.
    """
    from datetime import datetime

    from xlsxwriter import Workbook

    # Made in memory: on a full disk what packs it would complain once more when it is thrown away.
    made = io.BytesIO()
    book: Any = Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": Path(feature).stem, "created": datetime(2024, 4, 1)})  # noqa: DTZ001
    styles = _Styles(book)
    pages = [book.add_worksheet(sheet.name) for sheet in sheets]
    about = book.add_worksheet(ABOUT)
    words = _Words(about)
    for page, sheet in zip(pages, sheets, strict=True):
        _write(page, sheet, styles, words)
    about.write_column(0, 0, ["feature", "print"])
    about.write_column(0, 1, [feature, print_])
    about.very_hidden()
    book.close()
    target.write(made.getvalue())


class _Styles:
    """Formats, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[str, Any] = {}
        grey = {"bg_color": "#F3F2F1", "bold": True, "valign": "top", "num_format": "@"}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.note = book.add_format({"italic": True, "font_color": "#505A5F"})
        self.sentence = book.add_format({"font_color": "#1D70B8", "bold": True})
        self.heading = book.add_format({**grey, "border": 1})
        self.open = book.add_format({"locked": False})
        self.cell = self.of("@")

    def of(self, pattern: str) -> Any:
        """Return the format of an open cell with a number format."""
        if pattern not in self.made:
            left = {"align": "left"} if pattern == "@" else {}
            self.made[pattern] = self.book.add_format(
                {"num_format": pattern, "locked": False, "border": 1, "valign": "top", **left}
            )
        return self.made[pattern]


class _Words:
    """Lists of words to choose from, kept on the hidden sheet, as a cell takes only short ones."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.ranges: dict[tuple[str, ...], str] = {}

    def range_of(self, words: tuple[str, ...]) -> str:
        """Return where a list stands, writing it once."""
        if words not in self.ranges:
            column = len(self.ranges) + 3
            self.page.write_column(0, column, words)
            self.ranges[words] = f"={ABOUT}!{_place(0, column)}:{_place(len(words) - 1, column)}"
        return self.ranges[words]


def _place(row: int, column: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _write(page: Any, sheet: Sheet, styles: _Styles, words: _Words) -> None:
    page.write_string(0, 1, sheet.title, styles.title)
    page.write_string(1, 1, _NOTE, styles.note)
    at = FIRST_ROW
    widths = [8] * sheet.width
    for block in sheet.blocks:
        page.write_string(at, 1, block.sentence, styles.sentence)
        at += 1
        figures = [
            are_figures(column[1:]) for column in zip(*(row.values for row in block.rows), strict=True)
        ]
        for number, row in enumerate(block.rows):
            if number:
                # A row can be removed or sorted in a protected sheet only where none of its cells is locked.
                page.set_row(at, None, styles.open)
            page.write_number(at, 0, row.line, styles.open if number else None)
            for column, value in enumerate(row.values):
                widths[column] = max(widths[column], min(len(value) + 2, 40))
                if number == 0:
                    page.write_string(at, FIRST_COLUMN + column, value, styles.heading)
                else:
                    pattern = number_pattern(value) if figures[column] else ""
                    _write_cell(page, at, FIRST_COLUMN + column, value, pattern, styles)
            at += 1
        _offer_words(page, block, at, words)
        at += bool(block.rows)
    page.set_column(0, 0, None, None, {"hidden": True})
    page.set_column(1, 1, 4)
    for column, width in enumerate(widths):
        page.set_column(FIRST_COLUMN + column, FIRST_COLUMN + column, width)
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{at + 1000}"})
    page.protect(
        "",
        {
            "insert_rows": True,
            "delete_rows": True,
            "format_cells": True,
            "format_columns": True,
            "format_rows": True,
            "sort": True,
        },
    )
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.hide_gridlines(2)


def _write_cell(page: Any, row: int, column: int, value: str, pattern: str, styles: _Styles) -> None:
    if pattern:
        figure = amount(value)
        assert figure is not None
        page.write_number(
            row, column, float(figure / 100 if value.endswith("%") else figure), styles.of(pattern)
        )
    elif value:
        page.write_string(row, column, value, styles.cell)
    else:
        page.write_blank(row, column, None, styles.cell)


def number_pattern(value: str) -> str:
    """Return the number format that shows a figure as it is written; blank for what stays text.

    What a workbook could not show alike, such as a sum with 16 digits, stays text as well.
    """
    if not is_figure(value) or value[:1] in "+−" or value.startswith("."):
        return ""
    figure = amount(value)
    assert figure is not None
    if len(figure.as_tuple().digits) > 15 or (value.startswith("-") and not figure):
        return ""
    places = _PLACES.search(value)
    whole = "#,##0" if "," in value else "0"
    pattern = whole + ("." + "0" * len(places[1]) if places else "")
    if "," not in value and "£" not in value and not value.endswith("%") and _shown(figure, places) != value:
        return ""
    if "£" in value:
        pattern = f'"£"{pattern};-"£"{pattern}'
    return pattern + ("%" if value.endswith("%") else "")


def _shown(figure: Decimal, places: re.Match[str] | None) -> str:
    return f"{figure:.{len(places[1]) if places else 0}f}"


def _offer_words(page: Any, block: Block, end: int, words_kept: _Words) -> None:
    if len(block.rows) < 2:
        return
    first = end - len(block.rows) + 1
    for column, words in block.choices.items():
        page.data_validation(
            first,
            FIRST_COLUMN + column,
            end - 1,
            FIRST_COLUMN + column,
            {
                "validate": "list",
                "source": words_kept.range_of(words),
                "error_type": "information",
                "error_title": "Not one of the words",
                "error_message": "A code is right too, where there is one for it.",
            },
        )
