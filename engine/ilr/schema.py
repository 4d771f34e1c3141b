"""The structure of an ILR file in each year: which elements, in what order, how often and of what type.

The facts stand in `schema.tsv` beside this module, one line per element and set of years. Reading, checking,
writing and the generated XSDs all follow that one table.

Source: ILR specification 2017-18 to 2025-26, file structure and field pages. No schema of 2021-22, 2022-23
and 2023-24 is published openly; those years follow their entity pages and summaries of changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

__all__ = [
    "YEARS",
    "ElementSpec",
    "YearSchema",
    "ilr_name",
    "namespace",
    "schema",
    "snake",
    "xsd",
    "year_label",
    "year_of_namespace",
]

YEARS: tuple[str, ...] = ("1718", "1819", "1920", "2021", "2122", "2223", "2324", "2425", "2526")
"""Codes of the ILR years that can be read and written, oldest first, as the header's Year holds them."""

Kind = Literal["entity", "text", "string", "int", "long", "decimal", "date", "datetime"]

_TABLE = Path(__file__).with_name("schema.tsv")
_WORD_START = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def snake(name: str) -> str:
    """Return the Python name of an ILR element: `LearnStartDate` gives `learn_start_date`."""
    return _WORD_START.sub("_", name).lower()


@dataclass(frozen=True, slots=True)
class ElementSpec:
    """What one ILR element may be in one year.

    `length` counts characters, `digits` the most digits of a whole number, `fraction` the most decimal
    places, `minimum` and `maximum` are inclusive, and `max_occurs` is None where there is no limit. An entity
    has `children`, in file order; any other kind holds a value.

    Source: ILR specification, field pages (schema definition of each field).
    """

    name: str
    field: str
    path: str
    kind: Kind
    min_occurs: int
    max_occurs: int | None
    length: tuple[int, int] | None = None
    digits: int | None = None
    fraction: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    value: str | None = None
    pattern: str | None = None
    pattern_words: str | None = None
    children: tuple[ElementSpec, ...] = ()

    @property
    def is_entity(self) -> bool:
        """Whether the element contains other elements instead of a value."""
        return self.kind == "entity"

    @property
    def compulsory(self) -> bool:
        """Whether the element must be there whenever its parent is."""
        return self.min_occurs > 0

    @property
    def repeats(self) -> bool:
        """Whether the element may occur more than once in its parent."""
        return self.max_occurs != 1

    def walk(self) -> Iterator[ElementSpec]:
        """Yield this element and everything it may contain, in file order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class YearSchema:
    """The structure of the ILR file of one year; `root` is the Message element.

    Source: ILR specification of the year, file structure.
    """

    year: str
    namespace: str
    root: ElementSpec

    def entity(self, name: str) -> ElementSpec:
        """Return the entity of that ILR name, such as `LearningDelivery`.

        Raises:
            KeyError: the year has no such entity.
        """
        for spec in self.root.walk():
            if spec.is_entity and spec.name == name:
                return spec
        raise KeyError(f"the ILR of {year_label(self.year)} has no entity {name}")


class _Row(NamedTuple):
    entity: str
    element: str
    years: frozenset[str]
    occurs: str
    kind: str
    limits: dict[str, str]
    pattern: str | None
    pattern_words: str | None


def year_label(year: str) -> str:
    """Return the written form of a year code: `2324` gives `2023-24`."""
    return f"20{year[:2]}-{year[2:]}"


class UnknownIlrYear(ValueError):  # noqa: N818
    """A year of which there is no ILR here."""


def namespace(year: str) -> str:
    """Return the XML namespace of a year's files.

    Source: ILR specification, XML file namespace; the prefix is SFA up to 2017-18 and ESFA from 2018-19.

    Raises:
        UnknownIlrYear: the year is none of `YEARS`.
    """
    if year not in YEARS:
        known = f"{year_label(YEARS[0])} to {year_label(YEARS[-1])}"
        raise UnknownIlrYear(f"{year!r} is not an ILR year this product knows; it knows {known}")
    return f"{'SFA' if year == '1718' else 'ESFA'}/ILR/{year_label(year)}"


def year_of_namespace(ns: str) -> str | None:
    """Return the year code of an XML namespace, or None when it is no ILR namespace of a known year."""
    return {namespace(year): year for year in YEARS}.get(ns)


def ilr_name(field: str) -> str:
    """Return the ILR name of a snake-cased field: `learn_start_date` gives `LearnStartDate`.

    Raises:
        KeyError: no ILR element of any year has that name.
    """
    return _names()[field]


@cache
def schema(year: str) -> YearSchema:
    """Return the structure of one year's files, built on first use.

    Raises:
        ValueError: the year is none of `YEARS`.
    """
    ns = namespace(year)
    rows: dict[str, list[_Row]] = {}
    for row in _rows():
        if year in row.years:
            rows.setdefault(row.entity, []).append(row)

    def spec(row: _Row, parent: str) -> ElementSpec:
        path = f"{parent}/{row.element}" if parent else row.element
        children = rows.get(row.element, []) if row.kind == "entity" else []
        least, most = row.occurs.split("..")
        return ElementSpec(
            name=row.element,
            field=snake(row.element),
            path=path,
            kind=row.kind,  # type: ignore[arg-type]
            min_occurs=int(least),
            max_occurs=None if most == "*" else int(most),
            value=year if row.limits.get("value") == "@year" else row.limits.get("value"),
            pattern=row.pattern,
            pattern_words=row.pattern_words,
            children=tuple(spec(child, path) for child in children),
            **_limits(row.limits),  # type: ignore[arg-type]
        )

    children = tuple(spec(row, "") for row in rows["Message"])
    root = ElementSpec("Message", "message", "Message", "entity", 1, 1, children=children)
    return YearSchema(year, ns, root)


def xsd(year: str) -> bytes:
    """Return an XML Schema of one year's files, generated from the table.

    Raises:
        ValueError: the year is none of `YEARS`.
    """
    from engine.ilr._xsd import xsd_of

    return xsd_of(schema(year))


def _limits(limits: dict[str, str]) -> dict[str, object]:
    found: dict[str, object] = {}
    if "length" in limits:
        least, most = limits["length"].split("..")
        found["length"] = (int(least), int(most))
    if "range" in limits:
        low, high = limits["range"].split("..")
        found["minimum"], found["maximum"] = Decimal(low), Decimal(high)
    for name in ("digits", "fraction"):
        if name in limits:
            found[name] = int(limits[name])
    return found


@cache
def _rows() -> tuple[_Row, ...]:
    lines = [line for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return tuple(_row(line) for line in lines[1:] if line)


def _row(line: str) -> _Row:
    cells = line.split("\t")
    entity, element, years, occurs, kind, limits, pattern, words = cells + [""] * (8 - len(cells))
    pairs = dict(pair.split("=", 1) for pair in limits.split())
    return _Row(entity, element, _years(years), occurs, kind, pairs, pattern or None, words or None)


def _years(text: str) -> frozenset[str]:
    found: set[str] = set()
    for span in text.split(","):
        first, _, last = span.partition("-")
        found.update(YEARS[YEARS.index(first) : YEARS.index(last or first) + 1])
    return frozenset(found)


@cache
def _names() -> dict[str, str]:
    return {snake(row.element): row.element for row in _rows()}
