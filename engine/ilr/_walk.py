"""The quick way through an element that is as it should be.

Nearly every learner of a file breaks no rule, so reading tries this first. It checks everything but explains
nothing: at the first thing out of the ordinary it gives up, and `engine.ilr._inspect` walks the element again
to say what is wrong.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from lxml import etree

from engine.ilr._values import SPACE, Leaf
from engine.ilr.records import IlrRecord, record_class
from engine.ilr.schema import ElementSpec, schema

_ANY_ATTRIBUTE = etree.XPath("boolean(descendant-or-self::*/@*)")


# The indentations met so far: finding one here is cheaper than looking at its characters.
_BLANKS: set[str | None] = {None}
_MOST_BLANKS = 256


class NotPlainError(ValueError):
    """The element has something that needs a closer look."""


class Part:
    """One element an entity may contain: its place, its field and the way to read it."""

    __slots__ = ("entity", "leaf", "place", "spec")

    def __init__(self, place: int, spec: ElementSpec, ns: str) -> None:
        self.place = place
        self.spec = spec
        self.leaf = None if spec.is_entity else Leaf(spec)
        self.entity = Entity(spec, ns) if spec.is_entity else None


class Entity:
    """How to read one entity of one year: `parts` by element name, in file order."""

    __slots__ = ("_needed", "_rows", "parts", "record", "spec")

    def __init__(self, spec: ElementSpec, ns: str) -> None:
        self.spec = spec
        self.record: type[IlrRecord] = record_class(spec.name)
        self.parts = {child.name: Part(place, child, ns) for place, child in enumerate(spec.children)}
        # One flat tuple per tag: this is looked up once for every element of a file.
        self._rows = {
            f"{{{ns}}}{name}": (
                part.place,
                part.spec.name,
                part.leaf,
                part.entity.read if part.entity is not None else None,
                (part.spec.max_occurs or float("inf")) if part.spec.repeats else 0,
                int(part.spec.compulsory),
            )
            for name, part in self.parts.items()
        }
        self._needed = sum(child.compulsory for child in spec.children)

    def read_record(self, element: etree._Element) -> IlrRecord:
        """Return the record of an element.

        Raises:
            ValueError, KeyError: the element is not plain and right in every respect.
        """
        if _ANY_ATTRIBUTE(element):
            raise NotPlainError
        return self.record.model_validate(self.read(element))

    def read(self, element: etree._Element) -> dict[str, Any]:
        """Return the typed values of an element and of all it contains, by ILR name."""
        values: dict[str, Any] = {}
        items: list[dict[str, Any]] = []
        last = -1
        found = 0
        rows = self._rows
        blanks = _BLANKS
        if element.text not in blanks:
            _remember_blank(element.text)
        for child in element:
            place, name, leaf, entity, most, need = rows[child.tag]
            if child.tail not in blanks:
                _remember_blank(child.tail)
            if place > last:
                last = place
                found += need
                if leaf is not None:
                    # An element inside a value would hide the text behind it.
                    if len(child):
                        raise NotPlainError
                    values[name] = leaf[child.text]
                elif entity is not None:
                    if most:
                        values[name] = items = [entity(child)]
                    else:
                        values[name] = entity(child)
            elif place == last and len(items) < most and entity is not None:
                items.append(entity(child))
            else:
                raise NotPlainError
        if found != self._needed:
            raise NotPlainError
        return values


def _remember_blank(text: str | None) -> None:
    if text is not None and text.strip(SPACE):
        raise NotPlainError
    if len(_BLANKS) < _MOST_BLANKS:
        _BLANKS.add(text)


@cache
def entities(year: str) -> dict[str, Entity]:
    """Return the ways to read the entities right below Message in a year, by ILR name.

    Raises:
        ValueError: the year is not known.
    """
    found = schema(year)
    return {spec.name: Entity(spec, found.namespace) for spec in found.root.children}
