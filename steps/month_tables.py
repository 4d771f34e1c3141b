"""Tables by month: label columns on the left, every other heading is a month."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.calendar import FundingYear, Month
from steps.cells import NONE, money
from steps.cells import month as read_month
from steps.features import Row
from steps.problems import CellError, listed, nearest
from steps.tables import BASELINE, Problems, Record, RecordTable, plain


@dataclass(slots=True)
class MonthCell:
    """One expected figure: its month, the sum in pounds, and where it stands."""

    month: Month
    amount: Decimal
    written: str
    heading: str
    line: int
    column: int


@dataclass(slots=True)
class MonthRow:
    """One row of a month table: its labels by field and its figures."""

    labels: Record
    label: str
    cells: list[MonthCell]


@dataclass(frozen=True)
class MonthTable:
    """A table of figures by month: the label columns on the left, every other heading is a month."""

    labels: RecordTable

    def read(self, rows: Sequence[Row], year: FundingYear | None, problems: Problems) -> list[MonthRow]:
        """Return the rows of a month table; what cannot be read is noted in problems."""
        if not rows:
            return []
        heading = rows[0]
        label_at = [index for index, name in enumerate(heading.cells) if plain(name) in self.labels.by_name]
        months = {
            index: self._month(heading, index, year, problems)
            for index in range(len(heading.cells))
            if index not in label_at
        }
        seen: dict[Month, str] = {}
        for index, month_ in months.items():
            if month_ is not None and month_ in seen:
                problems.add(
                    heading.line,
                    heading.columns[index],
                    f"'{heading.cells[index]}' is the same month as '{seen[month_]}'",
                )
            elif month_ is not None:
                seen[month_] = heading.cells[index]
        for row in rows[1:]:
            if label_at and plain(row.cells[label_at[0]]) == BASELINE:
                problems.add(row.line, row.columns[label_at[0]], "a table of months has no baseline row")
                return []
        labels = self.labels.read([_part(row, label_at) for row in rows], year, problems) if label_at else []
        if not label_at:
            problems.add(
                heading.line,
                heading.columns[0],
                f"the table needs a column {listed(column.heading for column in self.labels.columns)}",
            )
        result = []
        for row, label in zip(rows[1:], labels, strict=False):
            cells = []
            for index, month_ in months.items():
                amount = self._amount(row, index, heading.cells[index], problems)
                if month_ is not None and amount is not None:
                    cells.append(
                        MonthCell(
                            month_,
                            amount,
                            row.cells[index],
                            heading.cells[index],
                            row.line,
                            row.columns[index],
                        )
                    )
            result.append(
                MonthRow(label, " ".join(row.cells[index] for index in label_at if row.cells[index]), cells)
            )
        return result

    def _month(self, heading: Row, index: int, year: FundingYear | None, problems: Problems) -> Month | None:
        name = heading.cells[index]
        try:
            found = read_month(name, year)
        except CellError as error:
            known = [column.heading for column in self.labels.columns]
            suggestion = nearest(name, [alias for column in self.labels.columns for alias in column.names])
            problems.add(
                heading.line,
                heading.columns[index],
                f"{error}{suggestion} (other headings of this table: {listed(known)})",
            )
            return None
        if year is not None and found not in year.months:
            problems.add(
                heading.line,
                heading.columns[index],
                f"{name} lies outside the funding year {year.label}, August {year.start_year} to "
                f"July {year.start_year + 1}",
            )
            return None
        return found

    @staticmethod
    def _amount(row: Row, index: int, heading: str, problems: Problems) -> Decimal | None:
        cell = row.cells[index]
        if cell == NONE:
            return Decimal(0)
        if not cell:
            problems.add(
                row.line,
                row.columns[index],
                f"{heading}: the figure is missing; write 0.00 where nothing is due",
            )
            return None
        try:
            return money(cell)
        except CellError as error:
            problems.add(row.line, row.columns[index], f"{heading}: {error}")
            return None


def _part(row: Row, indexes: list[int]) -> Row:
    return Row(
        row.line, tuple(row.cells[index] for index in indexes), tuple(row.columns[index] for index in indexes)
    )
