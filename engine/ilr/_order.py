"""The order and number of the elements right below Message."""

from __future__ import annotations

from typing import ClassVar

from lxml import etree

from engine.ilr._inspect import Inspector, element_name, line_of
from engine.ilr.schema import namespace, schema


class TopOrder:
    """Checks the order and number of the elements right below Message."""

    HEAD: ClassVar = frozenset({"Header", "SourceFiles", "LearningProvider"})

    def __init__(self, inspector: Inspector, year: str) -> None:
        self._inspector = inspector
        self._root = schema(year).root
        self._namespace = namespace(year)
        self._places = {spec.name: place for place, spec in enumerate(self._root.children)}
        self._counts = dict.fromkeys(self._places, 0)
        self._latest = 0
        # Nearly every element is one more learner; for those nothing else has to be looked at.
        self._plain = {
            f"{{{self._namespace}}}{spec.name}": (place, spec.name)
            for place, spec in enumerate(self._root.children)
            if spec.max_occurs is None
        }

    def take(self, element: etree._Element) -> str | None:
        """Check one element; return its name, or None when it may not stand below Message at all."""
        plain = self._plain.get(str(element.tag))
        if plain is not None and plain[0] == self._latest:
            self._counts[plain[1]] += 1
            return plain[1]
        ns, name = element_name(element)
        if ns != self._namespace or name not in self._places:
            self._inspector.unknown(self._root, element)
            return None
        place = self._places[name]
        spec = self._root.children[place]
        if place < self._latest:
            latest = self._root.children[self._latest].name
            self._inspector.add(element, name, f"is out of order; it must come before {latest}")
        self._latest = max(self._latest, place)
        self._counts[name] += 1
        if spec.max_occurs is not None and self._counts[name] == spec.max_occurs + 1:
            self._inspector.add(element, name, "occurs too often; expected at most once")
        return name

    def may_take(self, name: str) -> bool:
        """Say whether an element of that name, of which there may be many, would stand where it should."""
        return self._latest <= self._places[name]

    def take_one_more(self, name: str) -> None:
        """Count an element that may be taken."""
        self._latest = self._places[name]
        self._counts[name] += 1

    def finish(self, root: etree._Element | None) -> None:
        """Check what only the end of the file can tell."""
        if root is None:
            return
        for spec in self._root.children:
            if spec.compulsory and not self._counts[spec.name]:
                number = "at least one" if spec.repeats else "one"
                self._inspector.add_at(
                    line_of(root), spec.name, f"{spec.name} is missing; every ILR file must have {number}"
                )
