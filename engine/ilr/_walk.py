"""The quick way through an element that is as it should be.

Nearly every learner of a file breaks no rule, so reading tries this first. It checks everything but explains
nothing: at the first thing out of the ordinary it gives up, and `engine.ilr._inspect` walks the element again
to say what is wrong.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeAlias

from lxml import etree

from engine.ilr._values import Leaf
from engine.ilr.records import IlrRecord, record_class
from engine.ilr.schema import ElementSpec, schema

# How many texts and attributes an element and all below it have. The parser drops indentation, so there should be one
# for each value. One question to the parser's own tree costs less than a look at each element from Python.
_TEXTS_AND_ATTRIBUTES = etree.XPath("count(descendant-or-self::*/@* | descendant::text())")


class NotPlainError(ValueError):
    """The element has something that needs a closer look."""


_Row: TypeAlias = "tuple[int, str, Leaf | None, Entity | None, float, int]"


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

    __slots__ = ("needed", "parts", "record", "rows", "spec")

    def __init__(self, spec: ElementSpec, ns: str) -> None:
        self.spec = spec
        self.record: type[IlrRecord] = record_class(spec.name)
        self.parts = {child.name: Part(place, child, ns) for place, child in enumerate(spec.children)}
        # One flat tuple per tag: this is looked up once for every element of a file.
        self.rows: dict[str, _Row] = {
            f"{{{ns}}}{name}": (
                part.place,
                part.spec.name,
                part.leaf,
                part.entity,
                (part.spec.max_occurs or float("inf")) if part.spec.repeats else 0,
                int(part.spec.compulsory),
            )
            for name, part in self.parts.items()
        }
        self.needed = sum(child.compulsory for child in spec.children)

    def read_record(self, element: etree._Element) -> IlrRecord:
        """Return the record of an element.

        Raises:
            ValueError, KeyError: the element is not plain and right in every respect.
        """
        return self.record.model_validate(self.read(element))

    def read(self, element: etree._Element) -> dict[str, Any]:
        """Return the typed values of an element and of all it contains, by ILR name.

        The elements are taken in one run, without descending from Python: a name that the entity at hand may not
        contain closes it. Each closed entity must have held as many elements as were counted for it, so that
        nothing can pass for the child of another.
        """
        top: dict[str, Any] = {}
        values, rows, needed = top, self.rows, self.needed
        node, seen, last, found = element, 0, -1, 0
        texts = 0
        around: list[tuple[Any, ...]] = []
        elements = element.iter()
        next(elements)
        for child in elements:
            tag = child.tag
            row = rows.get(tag)
            while row is None:
                _check_closed(node, seen, found, needed)
                # With nothing around it the list is empty, and the name is one that nothing may contain.
                if not around:
                    raise NotPlainError
                values, rows, needed, node, seen, last, found = around.pop()
                row = rows.get(tag)
            place, name, leaf, entity, most, need = row
            seen += 1
            if place > last:
                last = place
                found += need
                if leaf is not None:
                    text = child.text
                    values[name] = leaf[text]
                    texts += text is not None
                    continue
                inner: dict[str, Any] = {}
                values[name] = [inner] if most else inner
            elif place == last and most and len(values[name]) < most:
                inner = {}
                values[name].append(inner)
            else:
                raise NotPlainError
            assert entity is not None
            around.append((values, rows, needed, node, seen, last, found))
            values, rows, needed = inner, entity.rows, entity.needed
            node, seen, last, found = child, 0, -1, 0
        while around:
            _check_closed(node, seen, found, needed)
            values, rows, needed, node, seen, last, found = around.pop()
        _check_closed(node, seen, found, needed)
        if texts != _TEXTS_AND_ATTRIBUTES(element):
            raise NotPlainError
        return top


def _check_closed(node: etree._Element, seen: int, found: int, needed: int) -> None:
    if seen != len(node) or found != needed:
        raise NotPlainError


@cache
def entities(year: str) -> dict[str, Entity]:
    """Return the ways to read the entities right below Message in a year, by ILR name.

    Raises:
        ValueError: the year is not known.
    """
    found = schema(year)
    return {spec.name: Entity(spec, found.namespace) for spec in found.root.children}
