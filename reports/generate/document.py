"""Entities as text of an ILR file of one year, in the order of that year's structure.

What the year does not have is left out, so the programmes say once what holds for every year.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from engine.ilr.schema import ElementSpec, namespace, schema

Record = dict[str, Any]
"""An entity by ILR names: values, and lists of records for the entities it contains. None stands for nothing."""

PACKAGE = "ilrspec generate"
"""The software package in the header of a generated file, by which it is known as one."""


class _Part(NamedTuple):
    name: str
    before: str
    after: str
    parts: "tuple[_Part, ...] | None"


class Document:
    """The text of one year's entities. Values come from this package alone and hold no markup."""

    def __init__(self, year: str) -> None:
        self.year = year
        self._namespace = namespace(year)
        self._entities = {spec.name: _part(spec, 1) for spec in schema(year).root.children}

    def has(self, name: str) -> bool:
        """Say whether files of the year have that entity right below Message."""
        return name in self._entities

    def opening(self, header: Record, ukprn: int) -> str:
        """Return everything before the first learner."""
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<Message xmlns="{self._namespace}">\n'
            + self.text("Header", header)
            + self.text("LearningProvider", {"UKPRN": ukprn})
        )

    def closing(self) -> str:
        """Return everything after the last entity."""
        return "</Message>\n"

    def text(self, name: str, record: Mapping[str, Any]) -> str:
        """Return an entity that stands right below Message."""
        out: list[str] = []
        _write(self._entities[name], record, out)
        return "".join(out)


def _part(spec: ElementSpec, depth: int) -> _Part:
    pad = " " * depth
    if not spec.is_entity:
        return _Part(spec.name, f"{pad}<{spec.name}>", f"</{spec.name}>\n", None)
    parts = tuple(_part(child, depth + 1) for child in spec.children)
    return _Part(spec.name, f"{pad}<{spec.name}>\n", f"{pad}</{spec.name}>\n", parts)


def _write(part: _Part, record: Mapping[str, Any], out: list[str]) -> None:
    out.append(part.before)
    for name, before, after, parts in part.parts or ():
        value = record.get(name)
        if value is None:
            continue
        if parts is None:
            out.append(f"{before}{value}{after}")
            continue
        inner = _Part(name, before, after, parts)
        for one in (value,) if isinstance(value, dict) else value:
            _write(inner, one, out)
    out.append(part.after)
