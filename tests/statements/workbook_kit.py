"""Reads workbooks back and works out their formulas without the values that stand beside them."""

import re
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'!|(\w+)!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)")
_PLACES = Decimal("0.00001")


class Formulas:
    """The formulas of a workbook, and what they give by the cells that they name."""

    def __init__(self, path: Path) -> None:
        self.formulas, self.values = load_workbook(path), load_workbook(path, data_only=True)

    def all(self) -> Iterator[tuple[str, str, str]]:
        """Return sheet, cell and text of every formula."""
        for sheet in self.formulas:
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield sheet.title, cell.coordinate, str(cell.value)

    def shown(self, sheet: str, cell: str) -> Decimal:
        """Return the value beside a formula."""
        return Decimal(str(self.values[sheet][cell].value)).quantize(_PLACES)

    def result(self, sheet: str, text: str) -> Decimal:
        """Work a formula out."""
        called = re.fullmatch(r"=(SUM|SUMIFS|COUNTIF|COUNTIFS)\((.*)\)", text)
        ranges = [self._cells(sheet, match) for match in _REFERENCE.finditer(text)]
        if called is None:
            first, *rest = (Decimal(str(one[0] or 0)) for one in ranges)
            return (first - sum(rest)).quantize(_PLACES)
        name = called[1]
        if name == "SUM":
            return _sum(ranges[0])
        summed = ranges.pop(0) if name == "SUMIFS" else None
        tests = [(found, wanted[0]) for found, wanted in zip(ranges[::2], ranges[1::2], strict=True)]
        kept = [
            number for number in range(len(tests[0][0])) if all(found[number] == to for found, to in tests)
        ]
        return Decimal(len(kept)) if summed is None else _sum([summed[number] for number in kept])

    def _cells(self, sheet: str, match: re.Match[str]) -> list[Any]:
        named = (match[1] or "").replace("''", "'") or match[2] or sheet
        left, top, right, bottom = range_boundaries(match[3].replace("$", ""))
        rows = self.values[named].iter_rows(top, bottom, left, right, values_only=True)
        return [value for row in rows for value in row]


def _sum(values: list[Any]) -> Decimal:
    numbers = [Decimal(str(one)) for one in values if isinstance(one, int | float)]
    return sum(numbers, Decimal(0)).quantize(_PLACES)


def differing(book: Formulas) -> tuple[int, list[str]]:
    """Return how many formulas a workbook has, and those of which the value beside is not what they give.

    A formula that sums formulas is as good as the values beside these, which are looked at themselves.
    """
    formulas = list(book.all())
    wrong = [
        f"{sheet}!{cell} {text}"
        for sheet, cell, text in formulas
        if book.result(sheet, text) != book.shown(sheet, cell)
    ]
    return len(formulas), wrong


def lines_of(book: Formulas, sheet: str) -> list[list[Any]]:
    """Return the lines of a sheet below its headings, without the total; days as dates."""
    rows = [list(row) for row in book.values[sheet].iter_rows(min_row=2, values_only=True)]
    kept = rows[:-1] if rows and rows[-1][0] == "Total" else rows
    return [[one.date() if isinstance(one, datetime) else one for one in row] for row in kept]
