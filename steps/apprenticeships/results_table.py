"""Result tables: a label on the left, a column for each month, and ``...`` for the months between.

The columns stand for months as they are written; what a month means for a row is the business of its view.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Generic, TypeVar

from engine.calendar import FundingYear, Month
from steps.apprenticeships.months import is_gap
from steps.cells import Reader, money
from steps.cells import month as read_month
from steps.features import Row
from steps.problems import CellError, listed, nearest
from steps.tables import Problems, plain

_Value = TypeVar("_Value", Decimal, str)


@dataclass(frozen=True, slots=True)
class ResultCell(Generic[_Value]):
    """One expected cell: its month, its value, and where it stands."""

    month: Month
    value: _Value
    written: str
    heading: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Gap(Generic[_Value]):
    """The months that a row leaves out between two of its cells."""

    left: ResultCell[_Value]
    right: ResultCell[_Value]
    column: int

    @property
    def months(self) -> list[Month]:
        """The months that are left out, in order."""
        first = self.left.month
        return [first.shift(step) for step in range(1, first.months_until(self.right.month))]


@dataclass(frozen=True, slots=True)
class ResultRow(Generic[_Value]):
    """One row: its label as written and as understood, its cells and its gaps."""

    label: str
    meaning: Any
    line: int
    cells: tuple[ResultCell[_Value], ...]
    gaps: tuple[Gap[_Value], ...]


def _text(written: str, year: FundingYear | None = None) -> str:
    return " ".join(written.split())


@dataclass(frozen=True)
class ResultTable(Generic[_Value]):
    """A table of results by month.

    ``headings`` are the names that its label column may have, none where it has no such column; ``blank`` is what an
    empty cell stands for, None where a cell must not be empty.
    """

    headings: tuple[str, ...]
    read_label: Reader
    read_cell: Callable[[str], _Value]
    blank: _Value | None = None

    def read(
        self, rows: Sequence[Row], year: FundingYear | None, problems: Problems
    ) -> list[ResultRow[_Value]]:
        """Return the rows of a table; what cannot be read is noted in problems."""
        if not rows:
            return []
        heading = rows[0]
        labelled = bool(self.headings)
        if labelled and plain(heading.cells[0]) not in self.headings:
            problems.add(
                heading.line,
                heading.columns[0],
                f"the first column is '{heading.cells[0]}'; this table begins with"
                f" {listed(repr(one) for one in self.headings)}",
            )
        before = len(problems)
        months = {at: self._month(heading, at, problems) for at in range(int(labelled), len(heading.cells))}
        if not any(months.values()) and len(problems) == before:
            problems.add(heading.line, heading.columns[0], "the table names no month; write one like 08/17")
        return [self._row(heading, months, row, problems) for row in rows[1:]]

    def _month(self, heading: Row, at: int, problems: Problems) -> Month | None:
        name = heading.cells[at]
        if is_gap(name):
            return None
        try:
            return read_month(name, None)
        except CellError:
            problems.add(
                heading.line,
                heading.columns[at],
                f"'{name}' is not a month; write it like 08/17, or ... for months between"
                f"{nearest(name, self.headings)}",
            )
            return None

    def _row(
        self, heading: Row, months: Mapping[int, Month | None], row: Row, problems: Problems
    ) -> ResultRow[_Value]:
        label, meaning = row.cells[0] if self.headings else "", None
        try:
            meaning = self.read_label(label, None)
        except CellError as error:
            problems.add(row.line, row.columns[0], str(error))
        cells: list[ResultCell[_Value]] = []
        gaps: list[Gap[_Value]] = []
        dots = 0
        for at, month in months.items():
            if month is None:
                if is_gap(heading.cells[at]):
                    dots = heading.columns[at]
                    self._dots(row, at, problems)
                continue
            cell = self._cell(heading, row, at, month, problems)
            if cell is None:
                dots = 0
                continue
            if dots and cells:
                gaps.append(Gap(cells[-1], cell, row.columns[at - 1]))
            cells.append(cell)
            dots = 0
        return ResultRow(label, meaning, row.line, tuple(cells), tuple(gaps))

    def _cell(
        self, heading: Row, row: Row, at: int, month: Month, problems: Problems
    ) -> ResultCell[_Value] | None:
        written = row.cells[at].strip()
        value: _Value
        if not written:
            if self.blank is None:
                problems.add(
                    row.line,
                    row.columns[at],
                    f"{heading.cells[at]}: the figure is missing; write 0 where nothing is due",
                )
                return None
            value = self.blank
        else:
            try:
                value = self.read_cell(written)
            except CellError as error:
                problems.add(row.line, row.columns[at], f"{heading.cells[at]}: {error}")
                return None
        return ResultCell(month, value, row.cells[at], heading.cells[at], row.line, row.columns[at])

    @staticmethod
    def _dots(row: Row, at: int, problems: Problems) -> None:
        written = row.cells[at].strip()
        if written and not is_gap(written):
            problems.add(
                row.line,
                row.columns[at],
                f"'{written}' stands below '...', which names no month; write '...' or give the month a column",
            )


def money_table(*headings: str, label: Reader) -> ResultTable[Decimal]:
    """Return a table of sums of money."""
    return ResultTable(headings, label, money)


def text_table(*headings: str, label: Reader) -> ResultTable[str]:
    """Return a table of words, whose blank cells are true blanks."""
    return ResultTable(headings, label, _text, "")


def last_month(rows: Sequence[Row]) -> Month | None:
    """Return the last month that the headings of a table name; None without one that can be read."""
    named = []
    for name in rows[0].cells if rows else ():
        try:
            named.append(read_month(name, None))
        except CellError:
            continue
    return max(named, default=None)
