"""A set of reference tables: read from a folder or from rows, put together, and shown as text."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self, TypeAlias

from engine.reference.problems import Problem, ReferenceDataError, nearest
from engine.reference.shapes import SHAPES
from engine.reference.table import Groups, Table, table_of_file, table_of_rows

RawRows: TypeAlias = tuple[Mapping[str, str], ...]


class ReferenceTables:
    """Reference tables by name, never changed once made: a scenario gets a new set with its rows put in."""

    def __init__(self, tables: Mapping[str, Table], raw: Mapping[str, RawRows] | None = None) -> None:
        self._tables = dict(tables)
        self._raw = dict(raw or {})
        self._groups: dict[str, Groups] = {
            name: self._tables[name].groups if name in self._tables else {} for name in SHAPES
        }

    @classmethod
    def from_folder(cls, path: Path) -> Self:
        """Read every CSV file of a folder; a known table without a file is empty and in ``missing``.

        Raises ReferenceDataError listing all faults of all files.
        """
        problems: list[Problem] = []
        tables: dict[str, Table] = {}
        raw: dict[str, RawRows] = {}
        if not path.is_dir():
            raise ReferenceDataError([Problem(str(path), "", "no such folder", "a folder of CSV files")])
        for file in sorted(path.iterdir()):
            if file.suffix.lower() != ".csv" or not file.is_file():
                continue
            name = file.stem.lower()
            try:
                if name in SHAPES:
                    tables[name] = table_of_file(SHAPES[name], file, problems)
                else:
                    raw[name] = _raw_rows(file, problems)
            except UnicodeDecodeError:
                problems.append(
                    Problem(file.name, "", "bytes that are not UTF-8", "a CSV file saved as UTF-8")
                )
            except (OSError, csv.Error) as error:
                problems.append(Problem(file.name, "", str(error), "a readable CSV file"))
        if problems:
            raise ReferenceDataError(problems)
        return cls(tables, raw)

    @classmethod
    def from_tables(cls, tables: Mapping[str, Iterable[Mapping[str, str]]]) -> Self:
        """Make tables of rows given as headings and texts. Raises ReferenceDataError listing all faults."""
        problems: list[Problem] = []
        made: dict[str, Table] = {}
        raw: dict[str, RawRows] = {}
        for name, rows in tables.items():
            if name in SHAPES:
                made[name] = table_of_rows(SHAPES[name], rows, "", problems)
            else:
                raw[name] = tuple(dict(row) for row in rows)
        if problems:
            raise ReferenceDataError(problems)
        return cls(made, raw)

    def with_table(
        self, name: str, rows: Iterable[Mapping[str, str]], where: str | Sequence[str] = ""
    ) -> Self:
        """Return the tables with rows put in; they replace all rows of the same key (an aim, a postcode).

        ``where`` is the place of the rows for messages, one for all or one each. Raises ReferenceDataError
        for an unknown table, heading or cell.
        """
        if name not in SHAPES and name not in self._raw:
            known = {*SHAPES, *self._raw}
            place = where if isinstance(where, str) else next(iter(where), "")
            expected = f"one of {', '.join(sorted(known))}{nearest(name, known)}"
            raise ReferenceDataError([Problem(place or "reference data", "", name, expected)])
        if name not in SHAPES:
            kept = self._raw[name] + tuple(dict(row) for row in rows)
            return type(self)(self._tables, {**self._raw, name: kept})
        problems: list[Problem] = []
        added = table_of_rows(SHAPES[name], rows, where, problems)
        if problems:
            raise ReferenceDataError(problems)
        table = self._tables.get(name)
        return type(self)({**self._tables, name: table.replaced_by(added) if table else added}, self._raw)

    def merged(self, other: "ReferenceTables") -> Self:
        """Return the data with the other's rows in place of the rows that have the same key here."""
        tables = dict(self._tables)
        for name, table in other._tables.items():
            tables[name] = tables[name].replaced_by(table) if name in tables else table
        return type(self)(tables, {**self._raw, **other._raw})

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the known tables that are not there at all."""
        return tuple(name for name in SHAPES if name not in self._tables)

    @property
    def others(self) -> tuple[str, ...]:
        """The names of the tables that are only kept as text because nothing is known of them."""
        return tuple(self._raw)

    def has(self, name: str) -> bool:
        """Say whether a table is there, empty or not."""
        return name in self._tables or name in self._raw

    def rows(self, name: str) -> RawRows:
        """Return the rows of any table as headings and texts; none for a table that is not there."""
        if name in self._raw:
            return self._raw[name]
        table = self._tables.get(name)
        return tuple(table.as_text()) if table else ()


def _raw_rows(file: Path, problems: list[Problem]) -> RawRows:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        reader = csv.reader(opened)
        headings = [heading.strip() for heading in next(reader, [])]
        rows = []
        for cells in reader:
            if not any(cells):
                continue
            if len(cells) != len(headings):
                line = f"{file.name}, line {reader.line_num}"
                problems.append(
                    Problem(line, "", f"{len(cells)} cells", f"{len(headings)} as in the heading")
                )
            rows.append(dict(zip(headings, cells, strict=False)))
    return tuple(rows)
