"""One reference table: its rows, grouped by key, read from a CSV file or from the rows of a scenario."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from engine.reference.cells import EXPECTED, read, written
from engine.reference.problems import Problem, nearest
from engine.reference.shapes import ALWAYS, SHAPES, Column, Shape

Groups: TypeAlias = dict[Any, tuple[Any, ...]]
_Source: TypeAlias = Iterable[tuple[object, Sequence[str]]]

_BLANK: dict[str, Any] = {"text": ""}


class Table:
    """The rows of a known table, found by key. Keys ignore upper and lower case.

    A table without a key (one that is only kept as text) holds all rows under None.
    """

    __slots__ = ("groups", "shape")

    def __init__(self, shape: Shape, groups: Groups) -> None:
        self.shape = shape
        self.groups = groups

    def replaced_by(self, other: "Table") -> "Table":
        """Return the table with the rows of every key of the other table in place of its own."""
        if not self.shape.key:
            return Table(self.shape, {None: self.groups.get(None, ()) + other.groups.get(None, ())})
        return Table(self.shape, {**self.groups, **other.groups})

    def as_text(self) -> Iterator[Mapping[str, str]]:
        """Return the rows as headings and texts."""
        headings = self.shape.headings
        for rows in self.groups.values():
            for row in rows:
                yield dict(zip(headings, map(written, row), strict=True))


class _Line:
    """The line that a reader has come to, told when a fault is written."""

    def __init__(self, name: str, reader: Any) -> None:
        self._name = name
        self._reader = reader

    def __str__(self) -> str:
        return f"{self._name}, line {self._reader.line_num}"


def table_of_file(shape: Shape, path: Path, problems: list[Problem]) -> Table:
    """Read a CSV file; faults are added to the problems, and rows at fault left out."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file)
        headings = [heading.strip() for heading in next(reader, [])]
        place = _Line(path.name, reader)
        # The place is put into words only when a row is at fault; a table may have millions of them.
        lines = ((place, row) for row in reader if any(row))
        return _table(shape, headings, lines, f"{path.name}, line 1", problems)


def table_of_rows(
    shape: Shape, rows: Iterable[Mapping[str, str]], where: str | Sequence[str], problems: list[Problem]
) -> Table:
    """Read rows given as headings and texts; ``where`` names their place, as a whole or one by one."""
    rows = list(rows)
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    if isinstance(where, str):
        places = [f"{where or shape.name}, row {number}" for number in range(1, len(rows) + 1)]
    else:
        places = list(where)
    lines = [
        (place, [row.get(heading, "") for heading in headings])
        for place, row in zip(places, rows, strict=True)
    ]
    return (
        _table(shape, headings, lines, places[0] if places else shape.name, problems)
        if rows
        else Table(shape, {})
    )


def _table(shape: Shape, headings: list[str], lines: _Source, where: str, problems: list[Problem]) -> Table:
    if not _headings_fit(shape, headings, where, problems):
        return Table(shape, {})
    position = {heading.casefold(): index for index, heading in enumerate(headings)}
    places = [(column, position.get(column.heading.casefold(), -1)) for column in shape.columns]
    # Dates and factors repeat: each text is read once, and equal values are one object in the longest table.
    memo: dict[tuple[str, str], Any] = {}
    found: Groups = {}
    make, count = shape.row, len(headings)
    for line, cells in lines:
        if len(cells) != count:
            problems.append(Problem(str(line), "", f"{len(cells)} cells", f"{count} as in the heading"))
            continue
        values = _values(shape, places, cells, line, memo, problems)
        if values is None:
            continue
        row = make(*values)
        key = _key(shape, values)
        others = found.get(key)
        if others is None:
            found[key] = (row,)
        else:
            found[key] = (*others, row)
            if shape.overlap != "allowed":
                _refuse_two_answers(shape, found[key], line, problems)
    for key, rows in found.items():
        if len(rows) > 1:
            found[key] = _ordered(shape, rows)
    return Table(shape, found)


def _headings_fit(shape: Shape, headings: list[str], where: str, problems: list[Problem]) -> bool:
    known = {heading.casefold() for heading in shape.headings}
    given = [heading.casefold() for heading in headings]
    fits = True
    for heading in headings:
        folded = heading.casefold()
        if folded not in known or given.count(folded) > 1:
            free = [name for name in shape.headings if name.casefold() not in given] or shape.headings
            hint = nearest(heading, free) if folded not in known else ""
            expected = (
                f"one of {', '.join(shape.headings)}{hint}" if folded not in known else "each heading once"
            )
            problems.append(Problem(where, "", heading, expected))
            fits = False
    for column in shape.columns:
        if column.needed and column.heading.casefold() not in given:
            problems.append(Problem(where, column.heading, "", f"the heading {column.heading}"))
            fits = False
    return fits


def _values(
    shape: Shape,
    places: list[tuple[Column, int]],
    cells: Sequence[str],
    line: object,
    memo: dict[tuple[str, str], Any],
    problems: list[Problem],
) -> list[Any] | None:
    values: list[Any] = []
    good = True
    for column, index in places:
        text = cells[index].strip() if index >= 0 else ""
        kind = column.kind
        if not text:
            if column.needed:
                problems.append(Problem(str(line), column.heading, text, EXPECTED[kind]))
                good = False
            values.append(_BLANK.get(kind))
        elif kind == "text":
            values.append(text)
        else:
            value = memo.get((kind, text))
            if value is None:
                try:
                    value = memo[kind, text] = read(kind, text)
                except ValueError:
                    problems.append(Problem(str(line), column.heading, text, EXPECTED[kind]))
                    good = False
            values.append(value)
    if good and shape.period:
        first, last = shape.period
        values[first] = values[first] or ALWAYS
        if values[last] is not None and values[last] < values[first]:
            begins = written(values[first])
            problems.append(
                Problem(str(line), shape.columns[last].heading, written(values[last]), f"{begins} or later")
            )
            good = False
    if good and shape.either and not any(all(values[index] for index in group) for group in shape.either):
        groups = (" and ".join(shape.headings[index] for index in group) for group in shape.either)
        problems.append(Problem(str(line), "", "", ", or ".join(groups)))
        good = False
    return values if good else None


def _key(shape: Shape, values: list[Any]) -> Any:
    if len(shape.key) == 1:
        part = values[shape.key[0]]
        return part.upper() if isinstance(part, str) else part
    parts = [part.upper() if isinstance(part := values[index], str) else part for index in shape.key]
    return tuple(parts) or None


def _ordered(shape: Shape, rows: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the rows of one key, the latest beginning first: a look-up stops at the first that fits."""
    if not shape.period:
        return rows
    first = shape.period[0]
    return tuple(sorted(rows, key=lambda row: row[first], reverse=True))


def _refuse_two_answers(shape: Shape, group: tuple[Any, ...], line: object, problems: list[Problem]) -> None:
    row, others = group[-1], group[:-1]
    key = " ".join(written(row[index]) for index in shape.key if row[index])
    if shape.overlap == "duplicate refused":
        problems.append(
            Problem(str(line), shape.columns[shape.key[0]].heading, key, "one row only, there is another")
        )
        return
    assert shape.period is not None
    first, last = shape.period
    for other in others:
        same = other[first] == row[first]
        if same or (shape.overlap == "refused" and _meet(row[first], row[last], other[first], other[last])):
            span = f"{written(other[first])} to {written(other[last]) or 'open'}"
            expected = f"a period of {key} apart from the one of another row, {span}"
            problems.append(Problem(str(line), shape.columns[first].heading, written(row[first]), expected))
            return


def _meet(first: date, last: date | None, other_first: date, other_last: date | None) -> bool:
    return (last is None or other_first <= last) and (other_last is None or first <= other_last)


def known_shape(name: str) -> Shape:
    """Return the shape of a known table. Raises KeyError naming the nearest known table."""
    try:
        return SHAPES[name]
    except KeyError:
        raise KeyError(f"there is no reference table '{name}'{nearest(name, SHAPES)}") from None
