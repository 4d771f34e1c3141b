"""A value of the calculation as people read it, and the values that are kept from being shown."""

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from engine.money import shown

_PRIVATE = re.compile(
    r"dateofbirth|birthdate|ninumber|nationalinsurance|familyname|givennames|telno|email|addline"
)
_NOT_LETTERS = re.compile(r"[^a-z]")
KEPT_PRIVATE = "(not shown)"


def shown_value(value: object) -> str:
    """Return a value in words: dates day first, numbers without needless zeros, yes and no."""
    if value is None:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        text = f"{value:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
    if isinstance(value, dict):
        return ", ".join(f"{shown_value(key)}: {shown_value(item)}" for key, item in value.items())
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(shown_value(item) for item in value)
    return str(value)


def shown_share(share: Decimal) -> str:
    """Return a share of a price as people write it: ``95%``."""
    return f"{shown_value(share * 100)}%"


def shown_amount(amount: Decimal, unit: str) -> str:
    """Return an amount with its unit as people write it: ``£4,188.00``, ``560 hours``."""
    return f"£{shown(amount)}" if unit == "pounds" else f"{shown_value(amount)} {unit}"


def shown_privately(value: object, *named: str) -> str:
    """Return a value in words, unless its name or place says that it is a name, a birth date or the like.

    An age or a yes or no worked out from such a field is shown.
    """
    if isinstance(value, date | str):
        for name in named:
            if _PRIVATE.search(_NOT_LETTERS.sub("", name.lower())):
                return KEPT_PRIVATE
    return shown_value(value)
