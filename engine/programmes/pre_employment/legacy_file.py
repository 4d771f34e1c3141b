"""Reading legacy pre-employment records from a flat file: CSV with the legacy headings, every fault told at once."""

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.programmes.pre_employment.records import (
    COLUMNS,
    SHAPE,
    SYNONYMS,
    LegacyRecord,
    folded,
    names,
    source_fault,
)
from engine.reference.problems import Problem, nearest
from engine.reference.table import table_of_rows

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")

KNOWN_HEADINGS = 2
"""So many known headings make a line the first one of a legacy file, whatever the name of the file."""


@dataclass(frozen=True, slots=True)
class LegacyFile:
    """The records that could be read, a learner's together, and the faults of all other rows and headings.

    ``headings_fit`` is false when a faulty heading leaves the meaning of the rows open.
    """

    records: tuple[LegacyRecord, ...]
    problems: tuple[Problem, ...]
    headings_fit: bool = True


def is_heading(line: str) -> bool:
    """Say whether a line is the heading of a legacy file."""
    try:
        cells = next(csv.reader([line]), [])
    except csv.Error:  # such as a text of one enormous cell
        return False
    return sum(folded(cell) in names() for cell in cells) >= KNOWN_HEADINGS


def read_records(lines: Iterable[str], name: str) -> LegacyFile:
    """Read the lines of a legacy file; ``name`` is its name for messages."""
    problems: list[Problem] = []
    reader = csv.reader(lines)
    try:
        given = [heading.strip() for heading in next(reader, [])]
        headings = _headings(given, name, problems)
        headings_fit = not problems
        rows, places = _rows(reader, headings, name, problems)
    except csv.Error as error:
        problems.append(Problem(f"{name}, line {reader.line_num}", "", str(error), "a readable CSV file"))
        return LegacyFile((), tuple(problems), headings_fit=False)
    if "L03" not in headings or (not rows and problems):
        return LegacyFile((), tuple(problems), headings_fit)
    if not rows:
        problems.append(Problem(name, "", "no rows", "a row for each aim below the headings"))
    table = table_of_rows(SHAPE, rows, places, problems)
    records = tuple(record for group in table.groups.values() for record in group)
    return LegacyFile(records, tuple(sorted(problems, key=_line)), headings_fit)


def _line(problem: Problem) -> int:
    told = re.search(r", line (\d+)$", problem.where)
    return int(told[1]) if told else 0


def _headings(given: Sequence[str], name: str, problems: list[Problem]) -> list[str]:
    """Return the headings by their own names, blank for those that are not known or stand twice."""
    found: list[str] = []
    where = f"{name}, line 1"
    for heading in given:
        meant = names().get(folded(heading), "")
        if not meant:
            hint = nearest(heading, _all_names())
            known = ", ".join(column.heading for column in COLUMNS)
            problems.append(Problem(where, "", heading, f"one of {known}{hint}"))
        elif meant in found:
            problems.append(Problem(where, "", heading, f"each heading once, there is another {meant}"))
            meant = ""
        found.append(meant)
    if "L03" not in found:
        problems.append(Problem(where, "L03", "", "the heading L03 (learner reference)"))
    return found


def _all_names() -> list[str]:
    return [name for column in COLUMNS for name in (column.heading, *SYNONYMS.get(column.heading, ()))]


def _rows(
    reader: Iterable[list[str]], headings: Sequence[str], name: str, problems: list[Problem]
) -> tuple[list[dict[str, str]], list[str]]:
    rows, places = [], []
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        place = f"{name}, line {getattr(reader, 'line_num', 0)}"
        if len(cells) != len(headings):
            problems.append(Problem(place, "", f"{len(cells)} cells", f"{len(headings)} as in the heading"))
            continue
        row = {heading: cell for heading, cell in zip(headings, cells, strict=True) if heading}
        odd = [heading for heading, cell in row.items() if _CONTROL.search(cell)]
        if odd:
            for heading in odd:
                shown = row[heading].encode("unicode_escape").decode("ascii")
                problems.append(Problem(place, heading, shown, "text without control characters"))
            continue
        if expected := source_fault(row.get("source of funding", "").strip()):
            problems.append(Problem(place, "source of funding", row["source of funding"], expected))
            row["source of funding"] = ""
            continue
        rows.append(row)
        places.append(place)
    return rows, places
