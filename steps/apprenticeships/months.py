"""Tables of money by month as apprenticeship features write them: months without a funding year, ``...`` between."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engine.calendar import FundingYear, Month
from steps import cells
from steps.cells import Reader
from steps.features import Row
from steps.problems import CellError, listed, nearest
from steps.tables import Problems, plain


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A row of money by month: what its label was read as, its text, and where it stands."""

    label: Any
    written: str
    amounts: Mapping[Month, Decimal]
    line: int
    column: int


@dataclass(frozen=True)
class MoneyByMonth:
    """A table of money by month, with one label column on the left or none.

    A column headed ``...`` stands for months that nothing is said of: its cells are not read. ``blank`` lets a cell
    be left empty, ``only_row`` allows a single row, ``empty`` a table of headings alone.
    """

    label: str = ""
    names: tuple[str, ...] = ()
    read_label: Reader = cells.text
    blank: bool = False
    only_row: bool = False
    headings_alone: bool = False

    def read(self, rows: Sequence[Row], year: FundingYear | None, problems: Problems) -> list[MonthRow]:
        """Return the rows; what cannot be read is noted in problems."""
        if not rows:
            return []
        heading, *body = rows
        label_at = self._label_at(heading, problems)
        months = self._months(heading, label_at, problems)
        if self.only_row and len(body) > 1:
            problems.add(
                body[1].line, body[1].columns[0], "one row only: these are the months of one employer"
            )
        found = []
        for row in body:
            label, written, at = None, "", 0
            if label_at is not None:
                written, at = row.cells[label_at], row.columns[label_at]
                try:
                    if not written:
                        raise CellError(f"{heading.cells[label_at]} is missing in this row")
                    label = self.read_label(written, None)
                except CellError as error:
                    problems.add(row.line, at, str(error))
            amounts = self._amounts(row, heading, months, problems)
            found.append(MonthRow(label, written, amounts, row.line, at))
        return found

    def _label_at(self, heading: Row, problems: Problems) -> int | None:
        names = [plain(name) for name in (self.label, *self.names) if name]
        found = [index for index, name in enumerate(heading.cells) if plain(name) in names]
        if not found and names:
            near = [index for index, name in enumerate(heading.cells) if not _monthlike(name)]
            at = near[0] if near else 0
            problems.add(heading.line, heading.columns[at], f"the column '{self.label}' is missing")
            return at if near else None
        for index in found[1:]:
            problems.add(heading.line, heading.columns[index], f"'{heading.cells[index]}' stands twice")
        return found[0] if found else None

    def _months(self, heading: Row, label_at: int | None, problems: Problems) -> dict[int, Month]:
        months: dict[int, Month] = {}
        for index, name in enumerate(heading.cells):
            if (
                index == label_at
                or is_gap(name)
                or (label_at is not None and plain(name) == plain(self.label))
            ):
                continue
            try:
                month = cells.month(name, None)
            except CellError:
                also = f", or '{self.label}'" if self.label else ""
                hint = nearest(name, [self.label]) if self.label else ""
                problems.add(
                    heading.line,
                    heading.columns[index],
                    f"'{name}' is not a month; write it like 08/17, or ... for months between{also}{hint}",
                )
                continue
            if month in months.values():
                problems.add(heading.line, heading.columns[index], f"the month '{name}' stands twice")
                continue
            months[index] = month
        if not months and not any(problem.line == heading.line for problem in problems):
            problems.add(heading.line, heading.columns[0], "the table has no month; write one like 08/17")
        return months

    def _amounts(
        self, row: Row, heading: Row, months: Mapping[int, Month], problems: Problems
    ) -> dict[Month, Decimal]:
        amounts: dict[Month, Decimal] = {}
        for index, month in months.items():
            cell, name = row.cells[index], heading.cells[index]
            if not cell and self.blank:
                continue
            try:
                if not cell:
                    raise CellError("the sum is missing; write 0 where there is none")
                amounts[month] = cells.money(cell)
            except CellError as error:
                problems.add(row.line, row.columns[index], f"{name}: {error}")
        return amounts


def one_of(what: str, words: Sequence[str]) -> Reader:
    """Return a reader of one of some labels, as it is listed; case does not matter."""
    known = {plain(word): word for word in words}

    def read(written: str, year: FundingYear | None = None) -> str:
        found = known.get(plain(written))
        if found is None:
            raise CellError(f"'{written}' is not {what}{nearest(written, words)} (known: {listed(words)})")
        return found

    return read


def is_gap(heading: str) -> bool:
    """Say whether a heading or cell is the ``...`` that stands for unsaid months."""
    return bool(re.fullmatch(r"\.{2,}|…", heading.strip()))


def _monthlike(name: str) -> bool:
    return is_gap(name) or bool(re.fullmatch(r"\d{1,2}/\d{2,4}", name.strip()))
