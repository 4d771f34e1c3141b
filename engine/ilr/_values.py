"""Values of the ILR as text: from the text of an element to a typed value, and back.

Source: ILR specification, schema definitions: data types, lengths and the restricted character set.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

from engine.ilr.schema import ElementSpec

RESTRICTED = r"[A-Za-z0-9 ~!@#$%&'()*+,\-./:;<=>?\[\\\]_{}^£€]"
"""The characters of a restricted string, as a class that means the same in Python and in XML Schema."""

SPACE = " \t\r\n"
"""What XML takes for white space."""

_WHOLE = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.([0-9]*))?|\.([0-9]+))")
_ZONE = r"(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?"
_DATE = re.compile(rf"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}){_ZONE}")
_DATETIME = re.compile(
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(?:\.[0-9]+)?{_ZONE}"
)
_MIDNIGHT = re.compile(r"T24:00:00(?:\.0+)?")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_WHOLE_LIMITS = {"int": 2**31, "long": 2**63}
_REMEMBERED = 4096

Value = str | int | Decimal | date | datetime


class Leaf(dict[str | None, Value]):
    """The type of one element in one year, as a table from text to value that fills itself.

    Most texts of a file (dates, codes, postcodes) come again and again, so looking one up is cheaper than
    converting it, and equal texts share one value. The table stops growing at a few thousand entries.
    """

    __slots__ = ("convert", "spec")

    def __init__(self, spec: ElementSpec) -> None:
        super().__init__()
        self.spec = spec
        self.convert = _converter(spec)

    def __missing__(self, text: str | None) -> Value:
        """Convert a text not met before; raises ValueError when the element may not hold it."""
        value = self.convert(text or "")
        if len(self) < _REMEMBERED:
            self[text] = value
        return value

    def write(self, value: object) -> str:
        """Return the text of a value.

        Raises:
            ValueError: the value is of the wrong type, or its text may not stand in this element.
        """
        text = _text(self.spec.kind, value)
        self[text]
        return text


class TaggedLeaf(dict[str, Value]):
    """A `Leaf` for texts as they follow a "<" in a file, the name of the element before them: ``Outcome>1``."""

    __slots__ = ("_convert", "_opening")

    def __init__(self, leaf: Leaf) -> None:
        super().__init__()
        self._opening = f"{leaf.spec.name}>"
        self._convert = leaf.convert

    def __missing__(self, text: str) -> Value:
        """Convert a text not met before; raises ValueError when it is of another element or may not stand there.

        Nor may anything that a parser would not take as it stands: a reference to an entity, a carriage return.
        """
        opening, value = self._opening, text[len(self._opening) :]
        if not text.startswith(opening) or "&" in value or ">" in value or "\r" in value:
            raise ValueError
        found = self._convert(value)
        if len(self) < _REMEMBERED:
            self[text] = found
        return found


def _text(kind: str, value: object) -> str:
    if kind in ("text", "string") and isinstance(value, str):
        return value
    if kind in ("int", "long") and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if kind == "decimal" and isinstance(value, Decimal) and value.is_finite():
        return format(value.normalize(), "f")
    if kind == "datetime" and isinstance(value, datetime):
        return value.isoformat()
    if kind == "date" and isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    raise ValueError(f"a value of type {type(value).__name__} cannot stand here")


def _converter(spec: ElementSpec) -> Callable[[str], Value]:
    if spec.kind in ("text", "string"):
        return _text_converter(spec)
    if spec.kind == "date":
        return _date
    if spec.kind == "datetime":
        return _datetime
    if spec.kind == "decimal":
        return _decimal_converter(spec)
    return _whole_converter(spec)


def _text_converter(spec: ElementSpec) -> Callable[[str], str]:
    checks: list[re.Pattern[str]] = []
    is_restricted = spec.kind == "text"
    if is_restricted:
        least, most = spec.length or (0, None)
        checks.append(re.compile(f"{RESTRICTED}{{{least},{'' if most is None else most}}}"))
    if spec.pattern is not None:
        checks.append(re.compile(spec.pattern))

    def convert(text: str) -> str:
        if spec.value is not None and text != spec.value:
            raise ValueError(text)
        for check in checks:
            if check.fullmatch(text) is None:
                raise ValueError(text)
        # Matters only when writing: a parser never hands out such a character.
        if not is_restricted and _NOT_XML.search(text):
            raise ValueError(text)
        return text

    return convert


def _whole_converter(spec: ElementSpec) -> Callable[[str], int]:
    limit = _WHOLE_LIMITS[spec.kind]
    low = -limit if spec.minimum is None else int(spec.minimum)
    high = limit - 1 if spec.maximum is None else int(spec.maximum)
    if spec.digits is not None:
        high = min(high, 10**spec.digits - 1)
        low = max(low, 1 - 10**spec.digits)

    def convert(text: str) -> int:
        # Nearly all are digits alone, which need no closer look.
        if not (text.isascii() and text.isdigit()):
            text = text.strip(SPACE)
            if _WHOLE.fullmatch(text) is None:
                raise ValueError(text)
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return convert


def _decimal_converter(spec: ElementSpec) -> Callable[[str], Decimal]:
    def convert(text: str) -> Decimal:
        text = text.strip(SPACE)
        match = _DECIMAL.fullmatch(text)
        if match is None:
            raise ValueError(text)
        # Zeros at the end are not digits of the value.
        places = len((match[1] or match[2] or "").rstrip("0"))
        number = Decimal(text)
        if spec.fraction is not None and places > spec.fraction:
            raise ValueError(text)
        if spec.minimum is not None and number < spec.minimum:
            raise ValueError(text)
        if spec.maximum is not None and number > spec.maximum:
            raise ValueError(text)
        return number

    return convert


def _date(text: str) -> date:
    # Nearly all are of this form, which no other date has than one without a time zone.
    if len(text) == 10 and text[4] == text[7] == "-" and text.isascii():
        return date.fromisoformat(text)
    match = _DATE.fullmatch(text.strip(SPACE))
    if match is None:
        raise ValueError(text)
    return date.fromisoformat(match[1])


def _datetime(text: str) -> datetime:
    text = text.strip(SPACE)
    if _DATETIME.fullmatch(text) is None:
        raise ValueError(text)
    # XML Schema writes the end of a day as 24:00:00, which is the start of the next one.
    if _MIDNIGHT.search(text):
        try:
            return datetime.fromisoformat(_MIDNIGHT.sub("T00:00:00", text)) + timedelta(days=1)
        except OverflowError:
            raise ValueError(text) from None
    return datetime.fromisoformat(text)
