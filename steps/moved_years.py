"""A feature moved to another funding year: every date in its sentences and tables, and nothing else.

Dates, months, funding years, year codes such as ``1718`` beside the word year, periods such as ``1617-R10`` and the
dates within price episode identifiers move. Words relative to the year (``this year``) stay: the year itself moves.
The last day of February stays the last day of February, because instalments fall on last days of months.
"""

import calendar
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from steps.features import Feature, Row, Scenario, Step

_MONTHS = tuple(name.lower() for name in calendar.month_name)
_NAME = rf"(?:{'|'.join(name[:3] for name in _MONTHS if name)})[a-z]{{0,6}}\.?"
# Official names of fund lines hold a month that is part of the name: "(procured from Nov 2017)", "(From May 2017)".
_NOT_A_FUND_LINE = r"(?<!\(procured[ ]from[ ])(?<!\(from[ ])"
_OPEN_ENDED = 9000  # years from here on stand for "no end"
_MOVABLE = re.compile(
    rf"""
    (?<![\d-]) (?P<iso_year>\d{{4}})-(?P<iso_month>\d{{1,2}})-(?P<iso_day>\d{{1,2}}) (?!\d)
  | (?<!\d) (?P<day>\d{{1,2}})(?P<first>[/.])(?P<month>\d{{1,2}})(?P<second>[/.])(?P<year>\d{{4}}|\d\d) (?!\d)
  | \b (?P<worded_day>\d{{1,2}})(?P<gap>(?:st|nd|rd|th)?\s+(?P<worded_month>{_NAME})\s+)(?P<worded_year>\d{{4}}) \b
  | {_NOT_A_FUND_LINE} \b (?P<name>{_NAME})(?P<name_gap>[\s-])(?P<name_year>\d{{4}}|\d{{2}}) (?![\w/.,-])
  | (?<![\d/.-]) (?P<funding>20\d\d)(?P<slash>\s*[/-]\s*)(?P<next>(?:20)?\d\d) (?![\d/-])
  | (?<![\d/.]) (?P<number>\d{{1,2}})/(?P<number_year>\d{{4}}) (?![\d/])
  | (?<![\d/.£-]) (?P<short>0[1-9]|1[0-2])/(?P<short_year>\d\d) (?![\d/%])
  | (?<!\d) (?P<period>\d{{4}}) (?=-R\d)
  | (?<=\byear[ ]) (?P<code>\d{{4}}) \b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SHORT_MONTH = re.compile(r"(\d{1,2})/(\d\d)")
_CODE = re.compile(r"\d{4}")


class Edge(NamedTuple):
    """A date at the end of February that could not keep its day: as it was, and as it became."""

    before: str
    after: str


def moved(feature: Feature, years: int) -> Feature:
    """Return the feature with every date so many funding years later, earlier when negative."""
    scenarios = [_moved_scenario(scenario, years) for scenario in feature.scenarios]
    return replace(feature, scenarios=scenarios) if years else feature


@lru_cache(maxsize=50_000)
def moved_text(text: str, years: int, *, is_cell: bool = False, of_year: bool = False) -> str:
    """Return a sentence or cell with its dates moved.

    A whole cell may also be a short month (``8/21``); in a column of years it may be a year code alone (``1718``).
    """
    if not any(character.isdigit() for character in text):
        return text
    if is_cell and (short := _SHORT_MONTH.fullmatch(text)) and 1 <= int(short[1]) <= 12:
        return f"{short[1]}/{_two(int(short[2]) + years)}"
    if of_year and _CODE.fullmatch(text):
        return _code(text, years)
    return _MOVABLE.sub(lambda found: _moved_date(found, years), text)


def edges(texts: Iterable[str], years: int) -> Iterator[Edge]:
    """Yield the dates of some texts whose day of February changes when they are moved, each once."""
    seen = set()
    for text in texts:
        for found in _MOVABLE.finditer(text):
            day = found["day"] or found["iso_day"] or found["worded_day"]
            if day in ("28", "29") and found[0] not in seen:
                seen.add(found[0])
                after = _moved_date(found, years)
                if re.findall(r"\b2[89](?!\d)", after) != re.findall(r"\b2[89](?!\d)", found[0]):
                    yield Edge(found[0], after)


def _moved_scenario(scenario: Scenario, years: int) -> Scenario:
    return replace(scenario, steps=[_moved_step(step, years) for step in scenario.steps])


def _moved_step(step: Step, years: int) -> Step:
    return replace(step, text=moved_text(step.text, years), table=moved_table(step.table, years))


def moved_table(table: tuple[Row, ...], years: int) -> tuple[Row, ...]:
    """Return the rows of a table moved; a year code is one in a column, or a row of an upright table, of years."""
    if not table:
        return table
    of_year = ["year" in heading.lower() for heading in table[0].cells]
    upright = len(of_year) == 2
    return tuple(
        row._replace(
            cells=tuple(
                moved_text(
                    cell,
                    years,
                    is_cell=True,
                    of_year=of_year[at] or (upright and "year" in row.cells[0].lower()),
                )
                for at, cell in enumerate(row.cells)
            )
        )
        for row in table
    )


def _moved_date(found: re.Match[str], years: int) -> str:
    match found.lastgroup:
        case "iso_day":
            year, month, day = _day(found["iso_year"], int(found["iso_month"]), found["iso_day"], years)
            return f"{year}-{found['iso_month']}-{day}"
        case "year":
            year, month, day = _day(found["year"], int(found["month"]), found["day"], years)
            return f"{day}{found['first']}{found['month']}{found['second']}{year}"
        case "worded_year":
            month = _month(found["worded_month"])
            if not month:
                return found[0]
            year, _, day = _day(found["worded_year"], month, found["worded_day"], years)
            return f"{day}{found['gap']}{year}"
        case "name_year":
            if not _month(found["name"]):
                return found[0]
            return f"{found['name']}{found['name_gap']}{_year(found['name_year'], years)}"
        case "next":
            if (int(found["funding"]) + 1) % 100 != int(found["next"]) % 100:
                return found[0]
            return f"{_year(found['funding'], years)}{found['slash']}{_year(found['next'], years)}"
        case "number_year":
            if not 1 <= int(found["number"]) <= 12:
                return found[0]
            return f"{found['number']}/{_year(found['number_year'], years)}"
        case "short_year":
            return f"{found['short']}/{_year(found['short_year'], years)}"
    return _code(found[0], years)


def _day(year: str, month: int, day: str, years: int) -> tuple[str, int, str]:
    """Move a day; the last of February becomes the last of February, any other keeps its number."""
    moved_year = _year(year, years)
    if month == 2 and moved_year != year and int(day) == _last_of_february(int(year)):
        day = str(
            _last_of_february(int(moved_year))
        )  # two digits are years of this century: a leap year alike
    return moved_year, month, day


def _last_of_february(year: int) -> int:
    return 29 if calendar.isleap(year) else 28


def _month(name: str) -> int:
    """Return the number of a month by its name or the beginning of it; 0 for another word."""
    wanted = name.lower().rstrip(".")
    return next((at for at, full in enumerate(_MONTHS) if at and full.startswith(wanted)), 0)


def _year(written: str, years: int) -> str:
    if len(written) == 2:
        return _two(int(written) + years)
    year = int(written) + years
    return f"{year:04}" if year >= 1 and max(year, int(written)) < _OPEN_ENDED else written


def _code(written: str, years: int) -> str:
    first, second = int(written[:2]), int(written[2:])
    if (first + 1) % 100 != second:
        return written
    return _two(first + years) + _two(second + years)


def _two(year: int) -> str:
    return f"{year % 100:02}"
