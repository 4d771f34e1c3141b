"""CSV tables that people fill in beside an ILR file: every fault is told with file, line and column, all at once."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from engine.reference.cells import read as read_cell
from engine.reference.problems import Problem, nearest
from engine.reference.shapes import Kind

MOST_SHOWN = 60
"""Characters of a cell that a message repeats."""


class Column(NamedTuple):
    """A column by heading: how its cells are read, what they should be, and whether they may be blank.

    ``read`` raises ValueError for a text that is no such value; ``words`` are the texts there are, if they are few.
    """

    heading: str
    read: Callable[[str], Any]
    expected: str
    needed: bool = False
    words: Sequence[str] = ()


def column(heading: str, kind: Kind, expected: str, needed: bool = False) -> Column:
    """Return a column of one of the kinds of cells that reference tables have too."""
    return Column(heading, lambda text: read_cell(kind, text), expected, needed)


def worded(heading: str, values: Mapping[str, Any], needed: bool = False) -> Column:
    """Return a column whose cells are one of some words, in capitals or not."""
    by_word = {word.casefold(): value for word, value in values.items()}

    def read(text: str) -> Any:
        try:
            return by_word[text.casefold()]
        except KeyError:
            raise ValueError(text) from None

    words = list(values)
    expected = f"{', '.join(words[:-1])} or {words[-1]}"
    return Column(heading, read, expected, needed, words)


@dataclass(frozen=True, slots=True)
class Row:
    """A row that could be read: its values by heading, None for blank, and where it stands."""

    path: Path
    line: int
    values: Mapping[str, Any]

    def __getitem__(self, heading: str) -> Any:
        return self.values[heading]

    @property
    def place(self) -> str:
        """File and line, as messages name them."""
        return place_of(self.path, self.line)

    def fault(self, heading: str, found: str, expected: str) -> Problem:
        """Return a fault of one of its cells."""
        return Problem(self.place, heading, found, expected)


def place_of(path: Path, line: int) -> str:
    """Return file and line as messages name them."""
    return f"{path}, line {line}"


def read_rows(path: Path, columns: Sequence[Column], problems: list[Problem]) -> list[Row]:
    """Read a CSV file with some columns in any order; faults are added to the problems, rows at fault left out.

    Headings are exact but for capitals. A column that need not be filled may be missing.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return _rows(path, csv.reader(file, strict=True), columns, problems)
    except UnicodeDecodeError:
        problems.append(
            Problem(str(path), "", "signs that are not UTF-8", "text in UTF-8: save it as 'CSV UTF-8'")
        )
    except OSError as error:
        problems.append(Problem(str(path), "", error.strerror or str(error), "a file that can be read"))
    return []


def _rows(path: Path, reader: Any, columns: Sequence[Column], problems: list[Problem]) -> list[Row]:
    rows: list[Row] = []
    try:
        headings = [heading.strip() for heading in next(reader, [])]
        if not _headings_fit(path, headings, columns, problems):
            return []
        at = {heading.casefold(): index for index, heading in enumerate(headings)}
        places = [(one, at.get(one.heading.casefold(), -1)) for one in columns]
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            where = reader.line_num
            if len(cells) != len(headings):
                expected = f"{len(headings)} as in the heading"
                problems.append(Problem(place_of(path, where), "", f"{len(cells)} cells", expected))
                continue
            values = _values(path, where, cells, places, problems)
            if values is not None:
                rows.append(Row(path, where, values))
    except csv.Error as error:
        problems.append(Problem(place_of(path, reader.line_num), "", str(error), "comma-separated values"))
    return rows


def _headings_fit(
    path: Path, headings: Sequence[str], columns: Sequence[Column], problems: list[Problem]
) -> bool:
    where = place_of(path, 1)
    if len(headings) == 1 and ";" in headings[0]:
        problems.append(Problem(where, "", "semicolons", "commas between the cells"))
        return False
    known = {one.heading.casefold(): one.heading for one in columns}
    given = [heading.casefold() for heading in headings]
    before = len(problems)
    for heading, folded in zip(headings, given, strict=True):
        if folded not in known:
            free = [name for key, name in known.items() if key not in given] or list(known.values())
            expected = f"one of {', '.join(known.values())}{nearest(heading, free)}"
            problems.append(Problem(where, "", _short(heading), expected))
        elif given.count(folded) > 1:
            problems.append(Problem(where, "", heading, "each heading once"))
    for one in columns:
        if one.needed and one.heading.casefold() not in given:
            problems.append(Problem(where, one.heading, "", f"the heading {one.heading}"))
    return len(problems) == before


def _values(
    path: Path,
    line: int,
    cells: Sequence[str],
    places: Sequence[tuple[Column, int]],
    problems: list[Problem],
) -> dict[str, Any] | None:
    values: dict[str, Any] = {}
    good = True
    for one, index in places:
        text = cells[index].strip() if index >= 0 else ""
        values[one.heading] = None
        try:
            if text:
                values[one.heading] = one.read(text)
            elif one.needed:
                raise ValueError(text)
        except ValueError:
            hint = nearest(text, one.words) if text and one.words else ""
            problems.append(Problem(place_of(path, line), one.heading, _short(text), f"{one.expected}{hint}"))
            good = False
    return values if good else None


def _short(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}..."
