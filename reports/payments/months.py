"""Months and collections as the tables beside an ILR file write them."""

import re
from collections.abc import Callable
from datetime import date

from engine.calendar import FundingYear, Month, Return

MONTH_EXPECTED = "a month such as 2020-09 or 09/20"
COLLECTION_EXPECTED = "a collection such as 2021-R06, or a month such as 2021-01"

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RETURN = re.compile(r"(\d{4})[- ]?[Rr](\d{1,2})")
_LAST_PERIOD = 12


def read_month(text: str) -> Month:
    """Return the month of ``2020-09``, ``09/20``, ``09/2020``, ``Sep 2020`` or ``2021-R02``. Raises ValueError."""
    if match := _RETURN.fullmatch(text):
        return month_of(_return(match[1], match[2]))
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return _month(int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d{1,2})/(?:20)?(\d\d)", text):
        return _month(2000 + int(match[2]), int(match[1]))
    if match := re.fullmatch(r"([A-Za-z]{3})[a-z]*[ -](?:20)?(\d\d)", text):
        return _month(2000 + int(match[2]), _NAMES.index(match[1].casefold()) + 1)
    raise ValueError(text)


def read_collection(text: str) -> Return:
    """Return the collection of ``2021-R06``, or of its month in any spelling. Raises ValueError."""
    if match := _RETURN.fullmatch(text):
        return _return(match[1], match[2])
    month = read_month(text)
    return Return(FundingYear.of(month.first_day), month.period)


def month_text(month: Month) -> str:
    """Return a month as files hold it, ``2020-09``."""
    return f"{month.year:04}-{month.month:02}"


def collection_text(one: Return) -> str:
    """Return a collection as files hold it, ``2021-R06``."""
    return f"{one.year.code}-{one.name}"


def month_of(one: Return) -> Month:
    """Return the month whose end a collection runs; R13 and R14 run that of July once more."""
    return one.year.month(one.last_period)


def funds_month(one: Return) -> Month:
    """Return the month whose levy a collection may spend: R13 and R14 come with August and September."""
    return month_of(one).shift(max(0, one.number - _LAST_PERIOD))


def span(months: list[Month], name: Callable[[Month], str] = lambda month: month.label) -> str:
    """Return months in words, runs of them as ``Aug 2020 to Jan 2021``."""
    runs: list[list[Month]] = []
    for month in sorted(set(months)):
        if runs and runs[-1][-1].shift(1) == month:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(name(run[0]) if len(run) == 1 else f"{name(run[0])} to {name(run[-1])}" for run in runs)


def _month(year: int, month: int) -> Month:
    return Month.of(date(year, month, 1))


def _return(year: str, number: str) -> Return:
    return Return(FundingYear.from_code(year), int(number))
