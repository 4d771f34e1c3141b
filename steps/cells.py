"""Cells: what a policy person writes, read as money, dates, months, codes; or a message of what was expected.

Every reader takes the text and the scenario's funding year (None where none was said yet) and returns a value
or raises CellError. A cell that holds ``-`` means none; table columns handle it before a reader is asked.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeAlias

from engine.calendar import FundingYear, Month, Return
from steps.problems import CellError, listed, nearest

Reader: TypeAlias = Callable[[str, FundingYear | None], Any]

NONE = "-"

_MONEY = re.compile(r"(?P<sign>-?)\s*£?\s*(?P<sign2>-?)(?P<pounds>\d{1,3}(?:,\d{3})+|\d+)(?P<pence>\.\d+)?")
_NUMERIC_DATE = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED_DATE = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\s+(\d{4}|this year|next year|last year)", re.I
)
_WORDED_MONTH = re.compile(r"([A-Za-z]+)[\s-](\d{4}|\d{2}|this year|next year|last year)", re.I)
_NUMERIC_MONTH = re.compile(r"(\d{1,2})/(\d{4}|\d{2})")
_PERIOD = re.compile(r"[RP](\d{1,2})", re.I)
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_RELATIVE = {"last year": -1, "this year": 0, "next year": 1}


def text(written: str, year: FundingYear | None = None) -> str:
    """Read any text as it stands."""
    return written


def money(written: str, year: FundingYear | None = None) -> Decimal:
    """Read pounds, with or without £, thousands commas and pence."""
    match = _MONEY.fullmatch(written.strip())
    if match is None:
        raise CellError(f"'{written}' is not a sum of money; write it like 1,234.50")
    number = Decimal(match["pounds"].replace(",", "") + (match["pence"] or ""))
    return -number if match["sign"] or match["sign2"] else number


def number(written: str, year: FundingYear | None = None) -> Decimal:
    """Read a number such as a factor or hours."""
    try:
        value = Decimal(written.strip().replace(",", ""))
    except ArithmeticError:
        raise CellError(f"'{written}' is not a number") from None
    if not value.is_finite():
        raise CellError(f"'{written}' is not a number")
    return value


def whole_number(written: str, year: FundingYear | None = None) -> int:
    """Read a whole number."""
    if not re.fullmatch(r"-?\d+", written.strip()):
        raise CellError(f"'{written}' is not a whole number")
    return int(written)


def whole_pounds(written: str, year: FundingYear | None = None) -> int:
    """Read whole pounds: the ILR holds prices and payments of apprenticeships without pence."""
    amount = money(written, year)
    if amount != amount.to_integral_value():
        raise CellError(f"'{written}' has pence; the ILR holds this amount in whole pounds")
    return int(amount)


def percentage(written: str, year: FundingYear | None = None) -> Decimal:
    """Read a percentage, with or without the sign, as a number of hundredths (``50%`` is 50)."""
    return number(written.strip().removesuffix("%"), year)


def yes_or_no(written: str, year: FundingYear | None = None) -> bool:
    """Read yes or no."""
    word = written.strip().lower()
    if word in ("yes", "y", "true"):
        return True
    if word in ("no", "n", "false"):
        return False
    raise CellError(f"'{written}' is neither yes nor no")


def day(written: str, year: FundingYear | None = None) -> date:
    """Read a date: ``17/12/2021``, ``2021-12-17``, ``17 Dec 2021`` or ``17 Dec this year``."""
    plain = " ".join(written.split())
    if match := _NUMERIC_DATE.fullmatch(plain):
        return _date(plain, int(match[3]), int(match[2]), int(match[1]))
    if match := _ISO_DATE.fullmatch(plain):
        return _date(plain, int(match[1]), int(match[2]), int(match[3]))
    if match := _WORDED_DATE.fullmatch(plain):
        month = _month_number(match[2])
        return _date(plain, _calendar_year(match[3], month, year), month, int(match[1]))
    raise CellError(f"'{written}' is not a date; write it like 17/12/2021")


@lru_cache(maxsize=10_000)
def month(written: str, year: FundingYear | None = None) -> Month:
    """Read a month: ``Aug 2021``, ``08/21``, ``Aug this year``, or a return of the funding year: ``R01``."""
    plain = " ".join(written.split())
    if match := _PERIOD.fullmatch(plain):
        period = int(match[1])
        if year is None:
            raise CellError(f"'{written}' needs a funding year: say first which funding year it is")
        if not 1 <= period <= 12:
            raise CellError(f"'{written}' is not a month of the year; months are R01 (August) to R12 (July)")
        return year.month(period)
    if match := _NUMERIC_MONTH.fullmatch(plain):
        number_ = int(match[1])
        if not 1 <= number_ <= 12:
            raise CellError(f"'{written}' is not a month; write it like 08/21")
        return Month(_full_year(match[2]), number_)
    if match := _WORDED_MONTH.fullmatch(plain):
        number_ = _month_number(match[1])
        return Month(_calendar_year(match[2], number_, year), number_)
    raise CellError(f"'{written}' is not a month; write it like Aug 2021, 08/21 or R01")


def funding_year(written: str, year: FundingYear | None = None) -> FundingYear:
    """Read a funding year such as ``2021/22``."""
    try:
        return FundingYear.from_text(written)
    except ValueError as error:
        raise CellError(str(error)) from None


def return_number(written: str, year: FundingYear | None = None) -> int:
    """Read the name of a return, ``R01`` to ``R14``, as its number."""
    match = re.fullmatch(r"R\s?0?(\d{1,2})", written.strip(), re.I)
    if match is None or not 1 <= int(match[1]) <= 14:
        raise CellError(f"'{written}' is not a return; returns are R01 to R14")
    return int(match[1])


def return_of_year(written: str, year: FundingYear | None = None) -> Return:
    """Read a return with its year: ``R10 of 2023/24``; without a year it is one of the scenario's year."""
    name, _, rest = " ".join(written.split()).partition(" ")
    number = return_number(name)
    said = rest.removeprefix("of ").strip()
    if not said and year is None:
        raise CellError(f"'{written}' needs a funding year: write it like R10 of 2023/24")
    return Return(funding_year(said) if said or year is None else year, number)


def codes(written: str, year: FundingYear | None = None) -> tuple[str, ...]:
    """Read a list of codes separated by commas, blanks or ``and``; leading zeros stay."""
    return tuple(re.split(r"\s*,\s*|\s+and\s+|\s+", written.strip()))


@dataclass(frozen=True)
class OneOf:
    """A reader of one word of a list, each standing for a value; case, blanks and hyphens do not matter.

    ``also`` are further words that are read, but not offered in messages.
    """

    what: str
    words: Mapping[str, Any]
    also: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, written: str, year: FundingYear | None = None) -> Any:
        """Return the value of the word. Raises CellError with the nearest and all the words."""
        wanted = " ".join(written.lower().replace("-", " ").split())
        for word, value in (*self.words.items(), *self.also.items()):
            if word.lower().replace("-", " ") == wanted:
                return value
        raise CellError(
            f"'{written}' is not {self.what}{nearest(written, self.words)} (known: {listed(self.words)})"
        )


def _date(written: str, year: int, month_: int, day_: int) -> date:
    try:
        return date(year, month_, day_)
    except ValueError:
        raise CellError(f"'{written}' is not a day of the calendar") from None


def _month_number(name: str) -> int:
    wanted = name.lower().rstrip(".")
    for index, full in enumerate(_MONTHS, start=1):
        if wanted == full or (len(wanted) >= 3 and full.startswith(wanted)):
            return index
    names = [name for full in _MONTHS for name in (full.title(), full[:3].title())]
    raise CellError(f"'{name}' is not a month{nearest(name, names, score=50)}")


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _calendar_year(written: str, month_: int, year: FundingYear | None) -> int:
    offset = _RELATIVE.get(written.lower())
    if offset is None:
        return _full_year(written)
    if year is None:
        raise CellError(f"'{written}' needs a funding year: say first which funding year it is")
    start = year.start_year + offset
    return start if month_ >= 8 else start + 1
