"""What else a dated value could be: a penny, a day or a step more or less, an entry dropped, another reading."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

DAY = timedelta(days=1)
PENNY = STEP = Decimal("0.01")

_FRACTIONS = ("share", "factor", "percentage")
_WORDING = ("means", "measure_means", "says")


class Nudge(NamedTuple):
    """Another value: what of it changes (blank for all of it), from what to what, and the value as a whole."""

    entry: str
    before: str
    after: str
    value: Any


def nudges(value: Any, unit: str, others: tuple[Any, ...] = ()) -> Iterator[Nudge]:
    """Yield what else a value could be. ``others`` are values that it has at other times."""
    if value is None:
        return
    if isinstance(value, str) and unit == "text":
        for other in others or (f"not {value}",):
            yield Nudge("", f"'{value}'", f"'{other}'", other)
    elif isinstance(value, dict):
        yield from _of_mapping(value, unit)
    elif isinstance(value, list | tuple):
        yield from _of_list(tuple(value), unit)
    else:
        yield from _of_one(value, unit)


def _of_one(value: Any, unit: str) -> Iterator[Nudge]:
    if isinstance(value, bool):
        yield _told(value, not value)
    elif isinstance(value, date):
        yield _told(value, value - DAY)
        yield _told(value, value + DAY)
    elif isinstance(value, Decimal | int):
        step = _step(Decimal(value), unit)
        for moved in (value - step, value + step):
            if moved >= 0 or value < 0:  # fewer than no days, pounds or hours say nothing else
                yield _told(value, moved)
    elif isinstance(value, str):
        yield _told(value, another(value))


def _told(before: Any, after: Any) -> Nudge:
    return Nudge("", shown(before), shown(after), after)


def shown(value: Any) -> str:
    """Return a value as a person reads it: a number plain, a text in quotation marks unless it is a code."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        return f"'{value}'" if " " in value else value
    return str(value)


def _step(value: Decimal, unit: str) -> Decimal | int:
    """Return the step of a number: a penny of money, the last place written of a fraction, else one."""
    if unit.startswith("pounds"):
        return PENNY
    if value != value.to_integral_value():
        return Decimal(1).scaleb(int(value.as_tuple().exponent))
    return STEP if unit in _FRACTIONS else 1


def _of_mapping(value: dict[Any, Any], unit: str) -> Iterator[Nudge]:
    for key, entry in value.items():
        if key in _WORDING or "clause" in str(key):
            continue
        for nudge in nudges(entry, _unit_of(str(key), unit)):
            yield nudge._replace(entry=_joined(str(key), nudge.entry), value={**value, key: nudge.value})


def _unit_of(key: str, unit: str) -> str:
    """Return the unit of an entry: of rows with several units the name of the entry tells."""
    if " and " in unit:
        return "pounds" if "rate" in key else ""
    return "code" if unit == "text" else unit


def _of_list(value: tuple[Any, ...], unit: str) -> Iterator[Nudge]:
    if value and isinstance(value[0], list | tuple):
        units = tuple(reversed(unit.split(" by "))) if " by " in unit else ()
        for at, row in enumerate(value):
            for place, entry in enumerate(row):
                for nudge in nudges(entry, units[place] if place < len(units) else unit):
                    changed = (*row[:place], nudge.value, *row[place + 1 :])
                    yield nudge._replace(
                        entry=_joined(f"row {at + 1} column {place + 1}", nudge.entry),
                        value=_with(value, at, changed),
                    )
    elif value and isinstance(value[0], dict):
        for at, entry in enumerate(value):
            named = _name_of(entry, at)
            yield Nudge(named, "", "left out", (*value[:at], *value[at + 1 :]))
            for nudge in _of_mapping(entry, unit):
                yield nudge._replace(entry=_joined(named, nudge.entry), value=_with(value, at, nudge.value))
    else:
        for at, entry in enumerate(value):
            yield Nudge("", "", f"{shown(entry)} left out", (*value[:at], *value[at + 1 :]))
        # A word that nobody writes can be in no record; the next number may well be a code.
        if value and (not isinstance(value[-1], str) or all(str(one).isdigit() for one in value)):
            one_more = another(max(value, key=str))
            yield Nudge("", "", f"{shown(one_more)} added", (*value, one_more))


def _with(value: tuple[Any, ...], at: int, entry: Any) -> tuple[Any, ...]:
    return (*value[:at], entry, *value[at + 1 :])


def _name_of(row: dict[Any, Any], at: int) -> str:
    for key in ("code", "field", "name"):
        if row.get(key):
            return str(row[key])
    return f"row {at + 1}"


def _joined(first: str, more: str) -> str:
    return f"{first} {more}" if more else first


def another(code: Any) -> Any:
    """Return a code or text like another that is no known one: the next number, or a text with a word more."""
    if isinstance(code, str):
        return str(int(code) + 1).zfill(len(code)) if code.isdigit() else f"{code} other"
    return code + 1
