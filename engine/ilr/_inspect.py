"""The careful way through an element that is not as it should be: what is wrong, and what can be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from lxml import etree

from engine.ilr._faults import short
from engine.ilr._values import SPACE
from engine.ilr._walk import Entity, Part
from engine.ilr._words import wrong_value
from engine.ilr.problems import MOST_LENIENT_PROBLEMS, MOST_PROBLEMS, IlrProblem
from engine.ilr.records import IlrRecord
from engine.ilr.schema import YEARS, ElementSpec, schema, year_label

SCHEMA_ATTRIBUTES = frozenset(
    f"{{http://www.w3.org/2001/XMLSchema-instance}}{name}"
    for name in ("schemaLocation", "noNamespaceSchemaLocation")
)
"""Attributes that only tell a validator where a schema is, and so may stand anywhere."""

_BIG_LINE = 65535


def line_of(element: etree._Element) -> int:
    """Return the line an element starts on, in files of any length.

    libxml2 stores lines up to 65,535 with each element; beyond that it gives the line on which the nearest
    text *ends*, so the line breaks of that text are taken off again. Where that text belongs to another element
    (the first inside, the next, the one before), each is taken to stand on a line of its own.
    """
    line = cast("int | None", element.sourceline) or 0
    if line < _BIG_LINE:
        return line
    if element.text:
        return line - element.text.count("\n")
    if len(element):
        return line_of(element[0]) - 1
    if element.tail:
        return line - element.tail.count("\n")
    following, before = element.getnext(), element.getprevious()
    if following is not None:
        return line_of(following) - 1
    return line if before is None else line_of(before) + 1


def element_name(element: etree._Element) -> tuple[str, str]:
    """Return the namespace and the local name of an element."""
    name = etree.QName(element)
    return name.namespace or "", name.localname


class Inspector:
    """Lists every problem of the elements it is shown, and saves what can be read of them.

    When reading leniently it also lists which learner, aim or other entity was left out because something
    compulsory in it is missing or wrong.
    """

    def __init__(self, year: str, *, lenient: bool) -> None:
        self.problems: list[IlrProblem] = []
        self._year = year
        self._namespace = schema(year).namespace
        self._lenient = lenient
        self._learner: str | None = None

    @property
    def full(self) -> bool:
        """Whether as many problems are listed as will be."""
        return not self._lenient and len(self.problems) >= MOST_PROBLEMS

    @property
    def _silent(self) -> bool:
        """Whether nothing more is listed, so that nothing need be looked for."""
        return len(self.problems) >= (MOST_LENIENT_PROBLEMS if self._lenient else MOST_PROBLEMS)

    def record(self, entity: Entity, element: etree._Element) -> IlrRecord | None:
        """Return what can be read of an entity below Message, or None when something compulsory is not."""
        self._learner = self.learner_of(entity, element)
        start = len(self.problems)
        values = self._entity(entity, element)
        self.problems[start:] = sorted(self.problems[start:], key=lambda problem: problem.line or 0)
        self._learner = None
        return None if values is None else entity.record.model_validate(values)

    def learner_of(self, entity: Entity, element: etree._Element) -> str | None:
        """Return the learner reference in an entity below Message, if it holds a right one."""
        part = entity.parts.get("LearnRefNumber")
        text = element.findtext(f"{{{self._namespace}}}LearnRefNumber")
        if part is None or part.leaf is None or text is None:
            return None
        try:
            return str(part.leaf[text])
        except ValueError:
            return None

    def add(self, element: etree._Element, path: str, what: str) -> None:
        """List a problem at the start of an element; `what` follows the path in the sentence."""
        self.add_at(line_of(element), path, f"{path} {what}")

    def add_at(self, line: int | None, path: str, sentence: str) -> None:
        """List a problem at a line, in a sentence of its own."""
        if self._silent:
            return
        where = f"Line {line}: " if line is not None else ""
        self.problems.append(IlrProblem(line, path, f"{where}{sentence}.", self._learner))
        if self._lenient and self._silent:
            most = f"There are more than {MOST_LENIENT_PROBLEMS:,} problems; the rest are not listed."
            self.problems.append(IlrProblem(line, "", most))

    def unknown(self, spec: ElementSpec, element: etree._Element) -> None:
        """List an element that its parent may not contain, with the name probably meant."""
        if self._silent:
            return
        ns, name = map(short, element_name(element))
        path = _path(spec, name)
        if ns != self._namespace and any(child.name == name for child in spec.children):
            found = f"the namespace {ns}" if ns else "no namespace"
            self.add(element, path, f"is in {found}; expected {self._namespace}")
            return
        parent = spec.path
        years = _years_of(path)
        if years:
            self.add(
                element,
                path,
                f"is not part of the {year_label(self._year)} ILR; it belongs to {_spans(years)}",
            )
            return
        # Few files have such an element: the others do not wait for it.
        from rapidfuzz import fuzz, process

        names = [child.name for child in spec.children]
        close = process.extractOne(name, names, scorer=fuzz.ratio, processor=str.lower, score_cutoff=70)
        hint = f" (did you mean {close[0]}?)" if close else ""
        self.add(element, path, f"is not an element that {parent} may contain{hint}")

    def attributes(self, path: str, element: etree._Element) -> None:
        """List the attributes of an element, which may have none."""
        for name in element.keys():  # noqa: SIM118 - an element is a list of its children, not a mapping
            if self._silent:
                return
            if name not in SCHEMA_ATTRIBUTES:
                local = short(etree.QName(name).localname)
                self.add(element, path, f"has an attribute {local}; ILR elements have none")

    def stray_text(self, path: str, element: etree._Element) -> None:
        """List text that stands between the elements of an entity, without repeating it."""
        if any(text.strip(SPACE) for text in _between(element)):
            self.add(element, path, "has text between its elements; expected elements only")

    def _entity(self, entity: Entity, element: etree._Element) -> dict[str, Any] | None:
        spec = entity.spec
        self.attributes(spec.path, element)
        self.stray_text(spec.path, element)
        values: dict[str, Any] = {}
        counts: dict[str, int] = {}
        known = [(child, part) for child in element if (part := self._part(entity, child)) is not None]
        self._order(known)
        for child, part in known:
            name = part.spec.name
            counts[name] = counts.get(name, 0) + 1
            most = part.spec.max_occurs
            if most is not None and counts[name] > most:
                if counts[name] == most + 1:
                    times = "once" if most == 1 else f"{most} times"
                    self.add(child, part.spec.path, f"occurs too often; expected at most {times}")
                if most == 1:
                    continue
            self._take(part, child, values)
        for part in entity.parts.values():
            if part.spec.compulsory and part.spec.name not in counts:
                self.add(
                    element, part.spec.path, f"is missing; every {spec.name} must have {_article(part.spec)}"
                )
        if all(part.spec.name in values for part in entity.parts.values() if part.spec.compulsory):
            return values
        if self._lenient:
            self.add(element, spec.path, "is left out: something compulsory in it is missing or wrong")
        return None

    def _order(self, known: list[tuple[etree._Element, Part]]) -> None:
        """List the fewest elements that would have to move for all to be in order."""
        places = [part.place for _, part in known]
        kept = _longest_run(places)
        # Those kept are in order, so their places are sorted as their indexes are.
        indexes = sorted(kept)
        sorted_places = [places[index] for index in indexes]
        for index, (child, part) in enumerate(known):
            if index in kept or self._silent:
                continue
            after = bisect_right(sorted_places, part.place)
            if after < len(indexes) and indexes[after] < index:
                where = f"before {known[indexes[after]][1].spec.name}"
            else:
                behind = indexes[bisect_left(sorted_places, part.place) - 1]
                where = f"after {known[behind][1].spec.name}"
            self.add(child, part.spec.path, f"is out of order; it must come {where}")

    def _part(self, entity: Entity, child: etree._Element) -> Part | None:
        if not isinstance(child.tag, str):
            self.add(child, entity.spec.path, "holds an entity reference; expected elements only")
            return None
        ns, name = element_name(child)
        part = entity.parts.get(name) if ns == self._namespace else None
        if part is None:
            self.unknown(entity.spec, child)
        return part

    def _take(self, part: Part, child: etree._Element, values: dict[str, Any]) -> None:
        name = part.spec.name
        if part.entity is not None:
            inner = self._entity(part.entity, child)
            if inner is None:
                return
            if part.spec.repeats:
                values.setdefault(name, []).append(inner)
            else:
                values[name] = inner
            return
        assert part.leaf is not None
        self.attributes(part.spec.path, child)
        if len(child):
            self.add(child, part.spec.path, "contains another element; expected a value only")
            return
        try:
            values[name] = part.leaf[child.text]
        except ValueError:
            self.add(child, part.spec.path, wrong_value(part.spec, child.text or ""))


def read_record(entity: Entity, element: etree._Element, inspector: Inspector) -> IlrRecord | None:
    """Return the record of an element, the quick way if it can be; None if something compulsory is wrong."""
    try:
        return entity.read_record(element)
    except (KeyError, ValueError):
        return inspector.record(entity, element)


def _longest_run(places: list[int]) -> set[int]:
    """Return the indexes of a longest part of a list that is in order."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for index, place in enumerate(places):
        at = bisect_right(ends, place)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1] = [place]
        last[at : at + 1] = [index]
    kept: set[int] = set()
    step = last[-1] if last else None
    while step is not None:
        kept.add(step)
        step = before[step]
    return kept


def _between(element: etree._Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        yield child.tail or ""


def _path(parent: ElementSpec, name: str) -> str:
    return name if parent.name == "Message" else f"{parent.path}/{name}"


def _article(spec: ElementSpec) -> str:
    return "at least one" if spec.repeats else "one"


@cache
def _paths(year: str) -> frozenset[str]:
    return frozenset(spec.path for spec in schema(year).root.walk())


def _years_of(path: str) -> list[str]:
    return [year for year in YEARS if path in _paths(year)]


def _spans(years: list[str]) -> str:
    if years[-1] == YEARS[-1]:
        return f"{year_label(years[0])} and later"
    if len(years) == 1:
        return year_label(years[0])
    return f"{year_label(years[0])} to {year_label(years[-1])}"
