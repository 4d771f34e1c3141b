"""The funding calendar: years from August to July, their twelve periods, and the returns R01 to R14.

Source: ILR specification, teaching year; wmca.org.uk coding guidance 2021/22 and its reading in the clause catalogue.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache, total_ordering
from typing import NamedTuple, Self

_FIRST_MONTH = 8
_PERIODS = 12
_SHORTEST_MONTH = 28
RETURNS = 14


class Month(NamedTuple):
    """A calendar month. Months compare in order of time and shift by whole months with ``+``'s sibling ``shift``."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the month that a day falls in."""
        return cls(day.year, day.month)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month, on which instalments are counted."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    @property
    def period(self) -> int:
        """The delivery period, 1 for August to 12 for July."""
        return (self.month - _FIRST_MONTH) % _PERIODS + 1

    @property
    def label(self) -> str:
        """The month as people write it, such as ``Aug 2021``."""
        return f"{calendar.month_abbr[self.month]} {self.year}"

    def shift(self, months: int) -> Self:
        """Return the month so many months later (earlier when negative)."""
        index = self.year * 12 + self.month - 1 + months
        return type(self)(index // 12, index % 12 + 1)

    def months_until(self, other: "Month") -> int:
        """Return the number of whole month steps from this month to another, negative when it is earlier."""
        return (other.year - self.year) * 12 + other.month - self.month


@total_ordering
@dataclass(frozen=True, slots=True)
class FundingYear:
    """A funding year, 1 August to 31 July, known by the calendar year it begins in."""

    start_year: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the funding year that a day falls in."""
        return cls(day.year if day.month >= _FIRST_MONTH else day.year - 1)

    @classmethod
    def from_code(cls, code: str) -> Self:
        """Return the year of an ILR year code such as ``2122``. Raises ValueError for halves that do not follow on."""
        match = re.fullmatch(r"(\d\d)(\d\d)", code)
        if not match or (int(match[1]) + 1) % 100 != int(match[2]):
            raise ValueError(f"'{code}' is not a funding year code such as 2122")
        return cls(2000 + int(match[1]))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Return the year of ``2021/22``, ``2021-22``, ``2021/2022`` or ``2122``. Raises ValueError otherwise."""
        text = text.strip()
        match = re.fullmatch(r"(20\d\d)\s*[/-]\s*(?:20)?(\d\d)", text)
        if match is None:
            try:
                return cls.from_code(text)
            except ValueError:
                raise ValueError(f"'{text}' is not a funding year such as 2021/22") from None
        if (int(match[1]) + 1) % 100 != int(match[2]):
            raise ValueError(
                f"'{text}' is not a funding year: 20{int(match[1]) % 100:02} is followed by "
                f"{(int(match[1]) + 1) % 100:02}"
            )
        return cls(int(match[1]))

    @property
    def code(self) -> str:
        """The ILR year code, such as ``2122``."""
        return f"{self.start_year % 100:02}{(self.start_year + 1) % 100:02}"

    @property
    def label(self) -> str:
        """The year as people write it, such as ``2021/22``."""
        return f"{self.start_year}/{(self.start_year + 1) % 100:02}"

    @property
    def first_day(self) -> date:
        """1 August of the year."""
        return date(self.start_year, _FIRST_MONTH, 1)

    @property
    def last_day(self) -> date:
        """31 July of the year."""
        return date(self.start_year + 1, _FIRST_MONTH, 1) - timedelta(days=1)

    @property
    def first_month(self) -> Month:
        """August, period 1."""
        return Month(self.start_year, _FIRST_MONTH)

    @property
    def months(self) -> tuple[Month, ...]:
        """The twelve months in order, August first."""
        return _months(self.start_year)

    def month(self, period: int) -> Month:
        """Return the month of a delivery period 1 to 12. Raises ValueError outside."""
        if not 1 <= period <= _PERIODS:
            raise ValueError(f"period {period} is not one of 1 to {_PERIODS}")
        return self.months[period - 1]

    def __contains__(self, day: date) -> bool:
        return self.first_day <= day <= self.last_day

    def __lt__(self, other: "FundingYear") -> bool:
        return self.start_year < other.start_year


@lru_cache(maxsize=64)
def _months(start_year: int) -> tuple[Month, ...]:
    first = Month(start_year, _FIRST_MONTH)
    return tuple(first.shift(step) for step in range(_PERIODS))


@total_ordering
@dataclass(frozen=True, slots=True)
class Return:
    """One ILR return of a funding year, R01 to R14. R13 and R14 are late returns without a month of their own."""

    year: FundingYear
    number: int

    def __post_init__(self) -> None:
        if not 1 <= self.number <= RETURNS:
            raise ValueError(f"there is no return R{self.number:02}: returns are R01 to R{RETURNS}")

    @classmethod
    def from_text(cls, text: str, year: FundingYear) -> Self:
        """Return the return named ``R06`` (or ``r6``). Raises ValueError when it is not one of R01 to R14."""
        match = re.fullmatch(r"[Rr]\s?0?(\d{1,2})", text.strip())
        if match is None:
            raise ValueError(f"'{text}' is not a return: write R01 to R{RETURNS}")
        return cls(year, int(match[1]))

    @property
    def name(self) -> str:
        """The name of the return, such as ``R06``."""
        return f"R{self.number:02}"

    @property
    def last_period(self) -> int:
        """The last delivery period the return reports: its own number, 12 for R13 and R14."""
        return min(self.number, _PERIODS)

    def __lt__(self, other: "Return") -> bool:
        return (self.year, self.number) < (other.year, other.number)


def age_on(date_of_birth: date, day: date) -> int:
    """Return the age in whole years on a day. The birthday itself counts; 29 February is reached on 1 March."""
    return day.year - date_of_birth.year - ((day.month, day.day) < (date_of_birth.month, date_of_birth.day))


def since(day: date) -> str:
    """Return from when a row of reference data holds, in words: ``from 01/08/2017``, or ``for any date``."""
    return "for any date" if day == date.min else f"from {day:%d/%m/%Y}"


def days_inclusive(first: date, last: date) -> int:
    """Return the number of days from first to last with both counted; 0 or less when last comes before first."""
    return (last - first).days + 1


def month_index(day: date) -> int:
    """Return a number that grows by one each month, so that months can be counted by subtraction."""
    return day.year * 12 + day.month - 1


def index_after(day: date) -> int:
    """Return the month number of the next day."""
    if day.day < _SHORTEST_MONTH:
        return month_index(day)
    return month_index(day + timedelta(days=1)) if day < date.max else month_index(day) + 1
