"""Dates and sums that are none: what was meant where only one answer is possible, and what to write where not."""

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal

_NUMBERS = re.compile(r"(\d{1,4})[-./ ](\d{1,2})[-./ ](\d{1,4})")
_HOUSE = "%d/%m/%Y"


def date_meant(written: str) -> tuple[str, str]:
    """Return the date that was surely meant (else blank), and a suggestion in words (else blank)."""
    found = _NUMBERS.fullmatch(_digits(written))
    if not found:
        return "", ""
    first, second, third = (int(part) for part in found.groups())
    if len(found[1]) == 4:
        day, month, year = third, second, first
    elif len(found[3]) in (2, 4):
        day, month, year = first, second, third if len(found[3]) == 4 else 2000 + third
    else:
        return "", ""
    if month > 12 and day <= 12:  # month before day, as in America: only one reading is a date
        day, month = month, day
    if not (1 <= month <= 12 and 1900 <= year <= 2099):
        return "", ""
    last = calendar.monthrange(year, month)[1]
    if 1 <= day <= last:
        meant = f"{date(year, month, day):{_HOUSE}}"
        return meant, f"did you mean {meant}?"
    if last < day <= 31:
        end = date(year, month, last)
        name = f"{end:%B %Y}" if month == 2 else f"{end:%B}"
        after = end + timedelta(days=1)
        return "", f"{name} has {last} days; did you mean {end:{_HOUSE}} or {after:{_HOUSE}}?"
    return "", ""


def sum_meant(written: str) -> tuple[str, str]:
    """Return the sum that was surely meant (else blank), and a suggestion in words (else blank)."""
    digits = _digits(written)
    if digits != written and _is_sum(digits):
        return digits, f"a letter stands for a digit; did you mean {digits}?"
    bare = digits.replace("£", "").replace(" ", "").removesuffix(".")
    if re.fullmatch(r"-?\d+,\d{1,2}", bare):
        pounds, _, pence = bare.partition(",")
        return "", f"pence stand behind a point: {pounds}.{pence:0<2}"
    if _is_sum(bare):
        return bare, f"did you mean {bare}?"
    if re.fullmatch(r"-?[\d,]+(\.\d+)?", bare):
        plain = bare.replace(",", "")
        whole, _, pence = plain.partition(".")
        told = f"{int(whole):,}" + (f".{pence}" if pence else "")
        return "", f"commas stand before every three digits: {told}, or {plain} without any"
    if re.fullmatch(r"-?\d[\d.]*,\d{2}", bare):
        plain = bare.replace(".", "").replace(",", ".")
        return "", f"a comma stands between thousands and a point before pence: {Decimal(plain):,.2f}"
    return "", ""


def _digits(written: str) -> str:
    return re.sub(r"[oO](?=[\d,./-]|$)|(?<=[\d,./-])[oO]", "0", " ".join(written.split()))


def _is_sum(written: str) -> bool:
    return re.fullmatch(r"-?£?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?", written) is not None
