"""The quickest way through a learner: its text as names and values, without a tree.

Nearly every learner of a file is written in the plainest way: elements without attributes, values without entities.
Such a text means the same to anybody. An entity is cut where what it contains begins: first come its own values, then
the entities of one kind after another, each of which is cut in the same way. Which names follow one another is looked
at the first time only, and kept as a plan; values, and short entities such as codes, come again and again and are kept
too. Anything else, however harmless, is left to the parser: at the first thing out of the ordinary the learner goes the
careful way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from pydantic import BaseModel

from engine.ilr._record import IlrRecord
from engine.ilr._values import SPACE, TaggedLeaf
from engine.ilr._walk import Entity, NotPlainError, entities

_QUICK = ("Learner", "LearnerDestinationandProgression")
_MOST_PLANS = 4_096
_MOST_KNOWN = 1_024
_LONGEST_KNOWN = 1_000
"""How many characters entities of one kind may have together to be worth being looked for among those made."""
_MOST_ONES_KNOWN = 4_096
_LONGEST_ONE_KNOWN = 300
"""The same of one entity."""

_say_fields = vars(BaseModel)["__pydantic_fields_set__"].__set__
_say_extra = vars(BaseModel)["__pydantic_extra__"].__set__
_say_private = vars(BaseModel)["__pydantic_private__"].__set__


class _Plan:
    """What an entity is made of that has its own values, and what it contains, in one certain order."""

    __slots__ = ("length", "said", "values")

    def __init__(self, values: list[tuple[str, TaggedLeaf]], said: set[str]) -> None:
        self.length = 2 * len(values) + 1
        self.values = values
        self.said = said


class _Reader:
    """Reads the entities of one kind, each from the text between its two tags."""

    __slots__ = ("_backwards", "_blank", "_entity", "_fields", "_plans", "_record", "_values")

    def __init__(self, entity: Entity) -> None:
        model = entity.record.model_fields
        self._entity = entity
        self._record = entity.record
        self._fields = {one.alias or name: name for name, one in model.items()}
        self._blank = {
            name: None if one.is_required() else one.get_default(call_default_factory=True)
            for name, one in model.items()
        }
        self._values = {
            name: TaggedLeaf(part.leaf) for name, part in entity.parts.items() if part.leaf is not None
        }
        # From the last to the first, so that each is searched for only before those that follow it.
        self._backwards = [
            _Inner(name, self._fields[name], part.entity, _most(part.spec.repeats, part.spec.max_occurs))
            for name, part in reversed(entity.parts.items())
            if part.entity is not None
        ]
        self._plans: dict[tuple[str, ...], _Plan] = {}

    def read(self, text: str) -> IlrRecord:
        """Return the record of a text. Raises ValueError where it is not plain, or not right in every respect."""
        filled = self._blank.copy()
        names: list[str] = []
        end = len(text)
        for inner in self._backwards:
            start = text.find(inner.opening, 0, end)
            if start >= 0:
                filled[inner.field] = inner.read(text[start:end])
                names.append(inner.name)
                end = start
        # What is left reads "<name>value</name>blanks" and so on: what stands behind a "<" is in turns a name with its
        # value, and an end with blanks.
        parts = text[:end].split("<")
        key = (*parts[::2], *names)
        plan = self._plans.get(key)
        if plan is None:
            plan = self._planned(parts[::2], names[::-1])
            if len(self._plans) < _MOST_PLANS:
                self._plans[key] = plan
        if len(parts) != plan.length:
            raise NotPlainError
        for (field, leaf), part in zip(plan.values, parts[1::2], strict=True):
            filled[field] = leaf[part]
        # The values need no further check: they came from the tables of the schema.
        record = self._record
        made = record.__new__(record)
        object.__setattr__(made, "__dict__", filled)
        _say_fields(made, plan.said)
        _say_extra(made, None)
        _say_private(made, None)
        return made

    def _planned(self, ends: Sequence[str], names: Sequence[str]) -> _Plan:
        """Look at what follows one another. Raises NotPlainError where the schema does not have it in this way."""
        if ends[0].strip(SPACE):
            raise NotPlainError
        tags: list[str] = []
        for end in ends[1:]:
            tag, closed, blanks = end.partition(">")
            if not (tag.startswith("/") and closed) or blanks.strip(SPACE) or tag[1:] not in self._values:
                raise NotPlainError
            tags.append(tag[1:])
        parts = [self._entity.parts[name] for name in (*tags, *names)]
        places = [part.place for part in parts]
        # Each comes once, as the schema has them; entities of one kind count as one.
        if (
            places != sorted(set(places))
            or sum(part.spec.compulsory for part in parts) != self._entity.needed
        ):
            raise NotPlainError
        said = {self._fields[name] for name in (*tags, *names)}
        return _Plan([(self._fields[tag], self._values[tag]) for tag in tags], said)


class _Inner:
    """Reads what a record contains of one kind, such as the codes of an aim.

    Codes come again and again, and records never change: equal texts get the records that were made first.
    """

    __slots__ = ("_closing", "_known", "_most", "_ones", "_reader", "field", "name", "opening")

    def __init__(self, name: str, field: str, entity: Entity, most: float) -> None:
        self.name = name
        self.field = field
        self.opening = f"<{name}>"
        self._closing = f"</{name}>"
        self._most = most
        self._reader = _Reader(entity)
        self._known: dict[str, Any] = {}
        self._ones: dict[str, IlrRecord] = {}

    def read(self, text: str) -> Any:
        """Return the records, or the one of a kind that comes once, of a text that begins with their tag.

        Raises ValueError where it is not plain, or not right in every respect.
        """
        if len(text) > _LONGEST_KNOWN:
            return self._made(text)
        known = self._known
        found = known.get(text)
        if found is None:
            found = self._made(text)
            if len(known) < _MOST_KNOWN:
                known[text] = found
        return found

    def _made(self, text: str) -> Any:
        ones = text.split(self.opening)
        if len(ones) - 1 > (self._most or 1):
            raise NotPlainError
        made = tuple([self._one(one) for one in ones[1:]])
        return made if self._most else made[0]

    def _one(self, text: str) -> IlrRecord:
        known = self._ones
        found = known.get(text) if len(text) <= _LONGEST_ONE_KNOWN else None
        if found is None:
            whole = text.rstrip(SPACE)
            if not whole.endswith(self._closing):
                raise NotPlainError
            found = self._reader.read(whole[: -len(self._closing)])
            if len(text) <= _LONGEST_ONE_KNOWN and len(known) < _MOST_ONES_KNOWN:
                known[text] = found
        return found


def _most(repeats: bool, max_occurs: int | None) -> float:
    """Return how many there may be of entities that may come more than once, and 0 for one that may not."""
    return (max_occurs or float("inf")) if repeats else 0.0


class QuickEntity:
    """Reads an entity right below Message, such as Learner, from its text."""

    def __init__(self, year: str, name: str) -> None:
        self.name = name
        self.opening, self.closing = f"<{name}>".encode(), f"</{name}>".encode()
        self._reader = _Reader(entities(year)[name])

    def read(self, text: bytes) -> IlrRecord:
        """Return the record of the text between its two tags.

        Raises:
            ValueError: the text is not plain, or not right in every respect.
        """
        return self._reader.read(text.decode())


@cache
def quick_entities(year: str) -> Mapping[str, QuickEntity]:
    """Return what reads the learners of a year and their destinations, by ILR name."""
    return {name: QuickEntity(year, name) for name in _QUICK if name in entities(year)}
