"""Tables of records whose cells are also held against one another: everything wrong is told at once."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeAlias

from engine.calendar import FundingYear
from steps.features import Row
from steps.problems import listed, nearest
from steps.tables import Column, Problems, Record, RecordTable, plain


class Rows(list[Record]):
    """The rows of a table, and the fields that its headings give, filled or not.

    ``columns`` are the columns of the file at which the cells of a line begin, by field.
    """

    def __init__(
        self, records: Sequence[Record], fields: frozenset[str], columns: Mapping[int, Mapping[str, int]]
    ) -> None:
        super().__init__(records)
        self.fields = fields
        self.columns = columns

    def tell(self, problems: Problems, row: Record, field: str, message: str) -> None:
        """Note a problem at a field's cell of a row, blank or not."""
        cells = self.columns.get(row.line, {})
        problems.add(row.line, cells.get(field) or min(cells.values(), default=0), message)


Check: TypeAlias = Callable[[Rows, Problems], None]


@dataclass(frozen=True)
class CheckedTable:
    """The columns of a table, the headings it cannot do without, and the checks of its rows."""

    columns: tuple[Column, ...]
    needed: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()

    @cached_property
    def table(self) -> RecordTable:
        """The same columns without the checks."""
        return RecordTable(self.columns, "heading")

    def read(self, rows: Sequence[Row], year: FundingYear | None, problems: Problems) -> Rows:
        """Return the rows of the table; what cannot be read, or contradicts itself, is noted in problems."""
        if not rows:
            return Rows([], frozenset(), {})
        before = len(problems)
        rows = _without_synonyms(rows, self.table, problems)
        heading = rows[0]
        columns = [self.table.by_name.get(plain(name)) for name in heading.cells]
        fields = frozenset(column.field for column in columns if column)
        self._unknown(heading, columns, problems)
        if len(problems) == before:
            for name in self.needed:
                if name not in fields:
                    shown = next(column.heading for column in self.columns if column.field == name)
                    problems.add(heading.line, heading.columns[0], f"the heading '{shown}' is missing")
        faulty_headings = len(problems) > before
        known = [index for index, column in enumerate(columns) if column]
        places = {
            row.line: {column.field: row.columns[index] for index, column in enumerate(columns) if column}
            for row in rows
        }
        read = self.table.read([_part(row, known) for row in rows], year, problems) if known else []
        found = Rows(read, fields, places)
        # Under faulty headings, cells would be told as missing that stand in another column.
        for check in () if faulty_headings else self.checks:
            check(found, problems)
        problems[before:] = sorted(problems[before:])
        return found

    def _unknown(self, heading: Row, columns: Sequence[Column | None], problems: Problems) -> None:
        names = [name for column in self.columns for name in column.names]
        for index, column in enumerate(columns):
            if column is None:
                name = heading.cells[index]
                said = f"there is no heading '{name}'" if name else "this heading is blank"
                headings = listed(one.heading for one in self.columns)
                hint = nearest(name, names) or f" (known: {headings})"
                problems.add(heading.line, heading.columns[index], f"{said}{hint}")


def _without_synonyms(rows: Sequence[Row], table: RecordTable, problems: Problems) -> Sequence[Row]:
    """Return the rows with one column where several headings mean the same and no row fills them differently."""
    heading = rows[0]
    same: dict[str, list[int]] = {}
    for index, name in enumerate(heading.cells):
        if column := table.by_name.get(plain(name)):
            same.setdefault(column.field, []).append(index)
    twice = [indexes for indexes in same.values() if len(indexes) > 1]
    if not twice:
        return rows
    dropped = {index for first, *others in twice for index in others}
    kept = [index for index in range(len(heading.cells)) if index not in dropped]
    merged = [_part(heading, kept)]
    for row in rows[1:]:
        cells, columns = list(row.cells), list(row.columns)
        for first, *others in twice:
            for other in others:
                if not cells[other]:
                    continue
                if not cells[first]:
                    cells[first], columns[first] = cells[other], columns[other]
                elif plain(cells[first]) != plain(cells[other]):
                    problems.add(
                        row.line,
                        row.columns[other],
                        f"'{heading.cells[first]}' and '{heading.cells[other]}' are the same heading, and this "
                        f"row says '{cells[first]}' and '{cells[other]}'",
                    )
        merged.append(_part(Row(row.line, tuple(cells), tuple(columns)), kept))
    return merged


def _part(row: Row, indexes: Sequence[int]) -> Row:
    return Row(
        row.line, tuple(row.cells[index] for index in indexes), tuple(row.columns[index] for index in indexes)
    )


def needed_cells(*fields: str, where: Callable[[Record], Any] = lambda row: True) -> Check:
    """Return a check that rows have these cells."""

    def check(rows: Rows, problems: Problems) -> None:
        for row in rows:
            if not where(row):
                continue
            for field in fields:
                # A cell that could not be read has a place, and a problem of its own.
                if field in rows.fields and (field not in row.places or row.get(field, "") is None):
                    rows.tell(problems, row, field, f"{field} is missing in this row")

    return check
