"""The reasons of all figures of a page, each text and each reason once: what the Why panel is made from."""

from typing import Any

from steps.results import Why


class Reasons:
    """A pool of explanations. A cell keeps the number of its group, which is the reasons of one figure together."""

    def __init__(self) -> None:
        self._texts: dict[str, int] = {}
        self._whys: dict[tuple[Any, ...], int] = {}
        self._parameters: dict[tuple[int, ...], int] = {}
        self._groups: dict[tuple[int, ...], int] = {}
        self._known: dict[int, tuple[Why, int]] = {}

    def group(self, why: list[Why]) -> int:
        """Return the number of a figure's reasons."""
        key = tuple(self._number(one) for one in why)
        return self._groups.setdefault(key, len(self._groups))

    def as_data(self) -> dict[str, Any]:
        """Return the pool as plain data: texts, parameters, reasons and groups; numbers stand for what is pooled."""
        return {
            "texts": list(self._texts),
            "parameters": list(self._parameters),
            "reasons": list(self._whys),
            "groups": list(self._groups),
        }

    def _number(self, why: Why) -> int:
        known = self._known.get(id(why))
        if known is None:
            key = self._key(why)
            known = self._known[id(why)] = (why, self._whys.setdefault(key, len(self._whys)))
        return known[1]

    def _key(self, why: Why) -> tuple[Any, ...]:
        text = self._text
        return (
            text(why.rule),
            text(why.title),
            text(why.source),
            tuple(text(clause) for clause in why.clauses),
            text(why.words),
            text(why.numbers),
            text(why.result),
            tuple(tuple(text(part) for part in term) for term in why.terms),
            tuple(tuple(text(part) for part in fact) for fact in why.facts),
            tuple(self._parameter(used) for used in why.parameters),
        )

    def _parameter(self, used: dict[str, str]) -> int:
        names = ("name", "label", "value", "unit", "from", "to", "source", "says")
        key = tuple(self._text(used.get(name, "")) for name in names)
        return self._parameters.setdefault(key, len(self._parameters))

    def _text(self, text: str) -> int:
        return self._texts.setdefault(text, len(self._texts))
