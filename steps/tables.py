"""Tables: headings declared as data, cells read as values, every problem at once with its line and column.

A *record table* has one record a row; a row whose first cell is ``baseline`` gives the cells that the
rows after it leave blank. Written upright, with the headings ``item`` and ``value``, it describes one
record. Tables by month are in ``steps.month_tables``.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any

from engine.calendar import FundingYear
from steps.cells import NONE, Reader, text
from steps.features import Row
from steps.problems import CellError, Problem, listed, nearest

BASELINE = "baseline"
_UPRIGHT = {("item", "value"), ("ilr name", "ilr code"), ("ilr item", "ilr code"), ("field", "value")}


@dataclass(frozen=True)
class Column:
    """A heading a table may have: the field it fills, how it is read, its other names, its meaning."""

    heading: str
    field: str
    read: Reader = text
    aliases: tuple[str, ...] = ()
    help: str = ""
    required: bool = False
    everyday: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The heading and its other names."""
        return (self.heading, *self.aliases)


@dataclass(slots=True)
class Record:
    """One row as read: values by field, and the place of each for messages.

    A field that the table does not have, or whose cell is blank, is not among the values; a ``-`` is there as
    None.
    """

    values: dict[str, Any]
    line: int
    places: dict[str, tuple[int, int, str]] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a field, the default when the row does not say."""
        return self.values.get(name, default)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def place(self, name: str) -> tuple[int, int]:
        """Return line and column of a field's cell, the row's line when it has none."""
        line, column, _ = self.places.get(name, (self.line, 0, ""))
        return line, column

    def heading(self, name: str) -> str:
        """Return the heading as its author wrote it."""
        return self.places.get(name, (0, 0, name))[2]


class Problems(list[Problem]):
    """Problems of one file as they are found."""

    def __init__(self, file: str) -> None:
        super().__init__()
        self.file = file

    def add(self, line: int, column: int, message: str) -> None:
        """Note one problem."""
        self.append(Problem(self.file, line, column, message))


@lru_cache(maxsize=10_000)
def plain(heading: str) -> str:
    """Return a heading as it is compared: case and blanks do not matter."""
    return " ".join(heading.lower().split())


@dataclass(frozen=True)
class RecordTable:
    """The columns of a table of records."""

    columns: tuple[Column, ...]
    what: str = "column"

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """Columns by each of their names, in the form in which names are compared."""
        return {plain(name): column for column in self.columns for name in column.names}

    def read(self, rows: Sequence[Row], year: FundingYear | None, problems: Problems) -> list[Record]:
        """Return the records of a table; what cannot be read is noted in problems."""
        if not rows:
            return []
        heading = rows[0]
        if tuple(plain(cell) for cell in heading.cells) in _UPRIGHT:
            rows = _turned(rows)
            heading = rows[0]
            places = [(row.line, row.columns) for row in rows]
            columns = self._columns(heading, problems, turned=places)
            return self._records(columns, heading, rows[1:], year, problems)
        columns = self._columns(heading, problems)
        return self._records(columns, heading, rows[1:], year, problems)

    def _columns(
        self, heading: Row, problems: Problems, turned: list[tuple[int, tuple[int, ...]]] | None = None
    ) -> list[Column | None]:
        found: list[Column | None] = []
        seen: dict[str, str] = {}
        for index, name in enumerate(heading.cells):
            line = _line(heading, index)
            column = self.by_name.get(plain(name))
            if column is None:
                problems.add(
                    line,
                    heading.columns[index],
                    f"there is no {self.what} '{name}'{nearest(name, self._names())}"
                    f" (known: {self._known()})",
                )
            elif column.field in seen:
                problems.add(
                    line,
                    heading.columns[index],
                    f"'{name}' stands twice ('{seen[column.field]}' is the same)",
                )
                column = None
            else:
                seen[column.field] = name
            found.append(column)
        for column in self.columns:
            if column.required and column.field not in seen and None not in found:
                problems.add(
                    heading.line, heading.columns[0], f"the {self.what} '{column.heading}' is missing"
                )
        return found

    def _names(self) -> Iterator[str]:
        return (name for column in self.columns for name in column.names)

    def _known(self) -> str:
        everyday = [column.heading for column in self.columns if column.everyday]
        if len(everyday) == len(self.columns):
            return listed(everyday)
        return f"{', '.join(everyday)}, or any ILR field by its name"

    def _records(
        self,
        columns: list[Column | None],
        heading: Row,
        rows: Iterable[Row],
        year: FundingYear | None,
        problems: Problems,
    ) -> list[Record]:
        records = []
        baseline: Record | None = None
        for row in rows:
            is_baseline = bool(row.cells) and plain(row.cells[0]) == BASELINE
            record = (
                Record(dict(baseline.values), row.line, dict(baseline.places))
                if baseline
                else Record({}, row.line)
            )
            for index, (column, cell) in enumerate(zip(columns, row.cells, strict=True)):
                if column is None or not cell or (is_baseline and index == 0):
                    continue
                line, at = _line(row, index), row.columns[index]
                record.places[column.field] = (line, at, heading.cells[index])
                if cell == NONE:
                    record.values[column.field] = None
                    continue
                try:
                    record.values[column.field] = column.read(cell, year)
                except CellError as error:
                    problems.add(line, at, f"{heading.cells[index]}: {error}")
            if is_baseline:
                baseline = record
                continue
            for column in self.columns:
                if column.required and record.values.get(column.field) is None and column in columns:
                    at = row.columns[columns.index(column)]
                    if column.field not in record.places:
                        problems.add(row.line, at, f"{column.heading} is missing in this row")
                    elif column.field in record.values:
                        line, at, heading_ = record.places[column.field]
                        problems.add(line, at, f"{heading_} is missing in this row: '-' stands for none")
            records.append(record)
        return records


@dataclass(frozen=True, slots=True)
class _TurnedRow:
    """A column of an upright table seen as a row: every cell has a line of its own."""

    line: int
    cells: tuple[str, ...]
    columns: tuple[int, ...]
    lines: tuple[int, ...]


def _turned(rows: Sequence[Row]) -> list[Any]:
    body = rows[1:]
    lines = tuple(row.line for row in body)
    return [
        _TurnedRow(
            rows[0].line, tuple(row.cells[at] for row in body), tuple(row.columns[at] for row in body), lines
        )
        for at in (0, 1)
    ]


def _line(row: Any, index: int) -> int:
    return row.lines[index] if isinstance(row, _TurnedRow) else int(row.line)
