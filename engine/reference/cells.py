"""Cells of reference tables: a text becomes a date, a number or a flag, or is refused."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

from engine.calendar import FundingYear
from engine.reference.shapes import Kind

EXPECTED: dict[Kind, str] = {
    "text": "a text",
    "date": "a date such as 2021-08-01 or 01/08/2021",
    "number": "a number such as 724 or 1.12",
    "whole": "a whole number",
    "flag": "Y or N",
    "year": "a funding year such as 1920",
    "code": "a whole number, or 0 for none",
}

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_NUMBER = re.compile(r"-?£?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?")
_FLAGS = {"Y": True, "YES": True, "TRUE": True, "N": False, "NO": False, "FALSE": False}


def read(kind: Kind, text: str) -> Any:
    """Return the value of a cell that is not blank. Raises ValueError when the text is not of the kind."""
    match kind:
        case "text":
            return text
        case "date":
            return _date(text)
        case "number":
            if not _NUMBER.fullmatch(text):
                raise ValueError(text)
            return Decimal(text.replace("£", "").replace(",", ""))
        case "whole":
            if not text.isdecimal() or not text.isascii():
                raise ValueError(text)
            return int(text)
        case "flag":
            flag = _FLAGS.get(text.upper())
            if flag is None:
                raise ValueError(text)
            return flag
        case "code":
            # A code that does not apply may be left blank or written 0.
            return read("whole", text) or None
        case "year":
            return FundingYear.from_code(text).code


def written(value: Any) -> str:
    """Return a cell's value as text, the way the files hold it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Y" if value else "N"
    if isinstance(value, date):
        return value.isoformat() if value != date.min else ""
    return str(value)


def _date(text: str) -> date:
    if match := _ISO.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(text):
        return date(int(match[3]), int(match[2]), int(match[1]))
    raise ValueError(text)
