"""The quickest way through a learner: its text as names and values, without a tree.

Nearly every learner of a file is written in the plainest way: elements without attributes, values without entities.
Such a stretch of text means the same to anybody, so it is cut into names and values at once. Which names follow one
another decides the rest, and the same ones come again and again: the first time they are walked through and checked,
and what they make is kept as a plan; from then on only the values are read. Anything else, however harmless, is left to
the parser: at the first thing out of the ordinary the learner goes the careful way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import getitem, itemgetter
from typing import Any, TypeAlias

from pydantic import BaseModel

from engine.ilr._record import IlrRecord
from engine.ilr._values import SPACE, Leaf
from engine.ilr._walk import Entity, NotPlainError, entities

_OTHERS = bytes(sign for sign in range(256) if sign not in b"<>&")
# Tags one after another leave just these pairs of all signs; a reference to an entity stands between them.
_TAG = b"<>"
_QUICK = ("Learner", "LearnerDestinationandProgression")
_MOST_PLANS = 20_000
_MOST_KNOWN = 4_096
_SMALL = 24
"""Up to so many values, the records of one kind, such as codes, are worth being looked for among those made."""
_MOST_KEPT = 8_000

_say_fields = vars(BaseModel)["__pydantic_fields_set__"].__set__
_say_extra = vars(BaseModel)["__pydantic_extra__"].__set__
_say_private = vars(BaseModel)["__pydantic_private__"].__set__


class _Maker:
    """How to make a record of an entity of certain elements: its class, its own values, what it contains."""

    __slots__ = ("_blank", "_groups", "_leaves", "_names", "_record", "_said")

    def __init__(
        self, entity: Entity, names: Sequence[str], leaves: Sequence[Leaf], groups: dict[str, _Stretch]
    ) -> None:
        model = entity.record.model_fields
        fields = {one.alias or name: name for name, one in model.items()}
        self._record = entity.record
        self._blank = {
            name: None if one.is_required() else one.get_default(call_default_factory=True)
            for name, one in model.items()
        }
        self._names = tuple([fields[name] for name in names])
        self._leaves = leaves
        self._groups = [(fields[name], *stretch) for name, stretch in groups.items()]
        self._said = {*self._names, *(group[0] for group in self._groups)}

    def make(self, texts: tuple[str, ...]) -> IlrRecord:
        """Return the record of texts, those of its own values first. Raises ValueError where one is not right."""
        filled = self._blank.copy()
        filled.update(zip(self._names, map(getitem, self._leaves, texts), strict=True))
        for name, start, end, group in self._groups:
            filled[name] = group.make(texts[start:end])
        # The values need no further check: they came from the tables of the schema.
        record = self._record
        made = record.__new__(record)
        object.__setattr__(made, "__dict__", filled)
        _say_fields(made, self._said)
        _say_extra(made, None)
        _say_private(made, None)
        return made


class _Group:
    """How to make all that a record contains of one kind, such as the codes of an aim, from texts one after another.

    Codes come again and again, and records never change: equal texts get the records that were made first.
    """

    __slots__ = ("_known", "_makers", "_memory", "_repeats")

    def __init__(self, makers: list[tuple[int, int, _Maker]], repeats: bool, memory: _Memory) -> None:
        first = makers[0][0]
        self._makers = [(start - first, end - first, maker) for start, end, maker in makers]
        self._repeats = repeats
        self._memory = memory
        self._known: dict[tuple[str, ...], Any] = {}

    def make(self, texts: tuple[str, ...]) -> Any:
        """Return the records, or the one of a kind that comes once. Raises ValueError where a text is not right."""
        known = self._known
        found = known.get(texts)
        if found is None:
            made = [maker.make(texts[start:end]) for start, end, maker in self._makers]
            found = tuple(made) if self._repeats else made[0]
            memory = self._memory
            if memory.room and len(texts) <= _SMALL and len(known) < _MOST_KNOWN:
                memory.room -= 1
                known[texts] = found
        return found


_Stretch: TypeAlias = tuple[int, int, _Group]
"""Where the texts of a group begin and end among those of the record that contains it."""


class _Memory:
    """What the plans of an entity share: groups of the same tags, and how much may still be kept in all of them."""

    __slots__ = ("_groups", "room")

    def __init__(self) -> None:
        self.room = _MOST_KEPT
        self._groups: dict[tuple[str, ...], _Group] = {}

    def group(self, tags: tuple[str, ...], makers: list[tuple[int, int, _Maker]], repeats: bool) -> _Group:
        """Return the group of elements with these tags."""
        found = self._groups.get(tags)
        if found is None:
            found = _Group(makers, repeats, self)
            if len(self._groups) < _MOST_PLANS:
                self._groups[tags] = found
        return found


@dataclass(slots=True)
class _Open:
    """An element that is being walked through: what has been met in it."""

    entity: Entity
    name: str = ""
    at: int = 0
    first: int = 0
    last: int = -1
    found: int = 0
    names: list[str] = field(default_factory=list)
    leaves: list[Leaf] = field(default_factory=list)
    inner: dict[str, list[_Inner]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Inner:
    """An element that has been walked through: where its tags and its values are among all, and what makes it."""

    tags: tuple[int, int]
    texts: tuple[int, int]
    maker: _Maker


class _Plan:
    """How to read elements that follow one another in one certain way."""

    __slots__ = ("_between", "_pick", "_whole")

    def __init__(self, entity: Entity, tags: Sequence[str], apart: str, memory: _Memory) -> None:
        """Walk through the tags once. Raises NotPlainError where the schema does not have them in this way."""
        places, self._whole = _walked(entity, tags, apart, memory)
        self._pick = _picker(places)
        self._between = _picker(sorted({*range(len(tags))} - {*places}))

    def read(self, texts: Sequence[str], returns: bool) -> IlrRecord:
        """Return what the texts behind the tags make.

        ``returns`` says whether any text may have a carriage return, which in a value does not stand for itself.

        Raises:
            ValueError: a value is not right, or there is text where none may be.
        """
        if "".join(self._between(texts)).strip(SPACE):
            raise NotPlainError
        picked = self._pick(texts)
        if returns and "\r" in "".join(picked):
            raise NotPlainError
        return self._whole.make(picked)


def _walked(entity: Entity, tags: Sequence[str], apart: str, memory: _Memory) -> tuple[list[int], _Maker]:
    """Go through tags as a reader of elements does; return where the values are, and what makes the whole."""
    places: list[int] = []
    around: list[_Open] = []
    here = _Open(entity)
    coming = iter(enumerate(tags))
    for at, tag in coming:
        part = here.entity.parts.get(tag)
        if part is None:
            if tag != f"/{here.name}" or not around or here.found != here.entity.needed:
                raise NotPlainError
            inner = _Inner((here.at, at + 1), (here.first, len(places)), _maker(here, tags, memory))
            here = around.pop()
            here.inner.setdefault(tag[1:], []).append(inner)
            continue
        most = (part.spec.max_occurs or float("inf")) if part.spec.repeats else 1
        if part.place > here.last:
            here.last = part.place
            here.found += part.spec.compulsory
        elif part.leaf is not None or part.place != here.last or len(here.inner.get(tag, ())) >= most:
            raise NotPlainError
        if part.leaf is not None:
            # The values of an ILR entity stand together, before what it contains.
            if next(coming, (0, ""))[1] != f"/{tag}" or here.inner:
                raise NotPlainError
            here.names.append(tag)
            here.leaves.append(part.leaf)
            places.append(at)
        else:
            assert part.entity is not None
            around.append(here)
            here = _Open(part.entity, tag, at, len(places))
    missing = here.entity.needed - here.found
    if around or missing != (apart != "" and here.entity.parts[apart].spec.compulsory):
        raise NotPlainError
    return places, _maker(here, tags, memory)


def _maker(whole: _Open, tags: Sequence[str], memory: _Memory) -> _Maker:
    groups: dict[str, _Stretch] = {}
    for name, inner in whole.inner.items():
        makers = [(*one.texts, one.maker) for one in inner]
        # Elements of one kind stand together.
        group_tags = tuple(tags[inner[0].tags[0] : inner[-1].tags[1]])
        group = memory.group(group_tags, makers, whole.entity.parts[name].spec.repeats)
        start, end = inner[0].texts[0], inner[-1].texts[1]
        groups[name] = (start - whole.first, end - whole.first, group)
    return _Maker(whole.entity, whole.names, whole.leaves, groups)


def _picker(places: list[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    if len(places) > 1:
        return itemgetter(*places)
    return lambda texts: tuple([texts[at] for at in places])


class QuickEntity:
    """Reads an entity right below Message, such as Learner, from its text.

    What it contains most of, such as LearningDelivery, is read by plans of its own: one learner has one aim, the next
    has three. That is the last entity of the schema, and may come more than once.
    """

    def __init__(self, year: str, name: str) -> None:
        self.name = name
        self.opening, self.closing = f"<{name}>".encode(), f"</{name}>".encode()
        self._entity = entities(year)[name]
        self._apart = next(reversed(self._entity.parts))
        self._end = f"/{self._apart}"
        part = self._entity.parts[self._apart]
        assert part.entity is not None and part.spec.repeats and part.spec.max_occurs is None
        self._inner = part.entity
        self._field = next(
            field for field, one in self._entity.record.model_fields.items() if one.alias == self._apart
        )
        self._memory = _Memory()
        self._plans: dict[tuple[str, ...], _Plan] = {}
        self._inner_plans: dict[tuple[str, ...], _Plan] = {}

    def read(self, text: bytes) -> IlrRecord:
        """Return the record of the text between its two tags.

        Raises:
            ValueError: the text is not plain, or not right in every respect.
        """
        signs = text.translate(None, _OTHERS)
        if signs != _TAG * (len(signs) // 2):
            raise NotPlainError
        parts = text.decode().replace(">", "<").split("<")
        tags, texts = parts[1::2], parts[2::2]
        returns = b"\r" in text
        apart, end = self._apart, self._end
        at = first = tags.index(apart)
        between = [parts[0]]
        records = []
        plans = self._inner_plans
        while at < len(tags):
            if tags[at] != apart:
                raise NotPlainError
            until = tags.index(end, at)
            key = tuple(tags[at + 1 : until])
            plan = plans.get(key)
            if plan is None:
                plan = _kept(plans, key, _Plan(self._inner, key, "", self._memory))
            records.append(plan.read(texts[at + 1 : until], returns))
            between += texts[at], texts[until]
            at = until + 1
        if "".join(between).strip(SPACE):
            raise NotPlainError
        key = tuple(tags[:first])
        plan = self._plans.get(key)
        if plan is None:
            plan = _kept(self._plans, key, _Plan(self._entity, key, apart, self._memory))
        whole = plan.read(texts[:first], returns)
        whole.__dict__[self._field] = tuple(records)
        whole.__pydantic_fields_set__.add(self._field)
        return whole


def _kept(plans: dict[tuple[str, ...], _Plan], key: tuple[str, ...], plan: _Plan) -> _Plan:
    if len(plans) < _MOST_PLANS:
        plans[key] = plan
    return plan


@cache
def quick_entities(year: str) -> Mapping[str, QuickEntity]:
    """Return what reads the learners of a year and their destinations, by ILR name."""
    return {name: QuickEntity(year, name) for name in _QUICK if name in entities(year)}
