"""The quickest way through a learner: its text as names and values, without a tree.

Nearly every learner of a file is written in the plainest way: elements without attributes, values without entities.
Such a stretch of text means the same to anybody, so it is cut into names and values at once. Which names follow one
another decides the rest, and the same ones come again and again: the first time they are walked through and checked,
and what they make is kept as a plan; from then on only the values are read. Anything else, however harmless, is left to
the parser: at the first thing out of the ordinary the learner goes the careful way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import Any

from engine.ilr._record import IlrRecord
from engine.ilr._values import SPACE, Leaf, Value
from engine.ilr._walk import Entity, NotPlainError, entities

# A value with its two tags, or a tag alone. What is none of these stays between the parts, where only blanks may be.
# The four signs are left to the parser: they need not stand for themselves.
_TAGS = re.compile(r"<(/?[A-Za-z]\w*)>(?:([^<&>\r]*)</\1>)?", re.ASCII)
_MOST_PLANS = 20_000
_MOST_KNOWN = 4_096
_SMALL = 6
"""Records of up to so many values, such as codes with their dates, are worth being looked for among those made."""

_put = object.__setattr__


@dataclass(slots=True)
class _Open:
    """An element that is being walked through: what has been met in it, and what it will be made of."""

    entity: Entity
    name: str = ""
    last: int = -1
    found: int = 0
    names: list[str] = field(default_factory=list)
    values: list[int] = field(default_factory=list)
    inner: dict[str, list[int]] = field(default_factory=dict)


class _Shape:
    """What every record of an entity is made with: its class, and what its fields are where a file does not say."""

    def __init__(self, entity: Entity) -> None:
        model = entity.record.model_fields
        self.record = entity.record
        self.fields = {one.alias or name: name for name, one in model.items()}
        self.blank = {
            name: None if one.is_required() else one.get_default(call_default_factory=True)
            for name, one in model.items()
        }


@cache
def _shape(entity: Entity) -> _Shape:
    return _Shape(entity)


class _Plan:
    """How to read elements that follow one another in one certain way: a table for each value, and what all make."""

    __slots__ = ("_leaves", "_others", "_pick", "_steps")

    def __init__(self, entity: Entity, tags: Sequence[str], apart: str) -> None:
        """Walk through the names once. Raises NotPlainError where the schema does not have them in this way."""
        leaves: list[tuple[int, Leaf]] = []
        done: list[_Open] = []
        _walk(entity, tags, apart, leaves, done)
        self._leaves = [leaf for _, leaf in leaves]
        self._pick = _picker([at for at, _ in leaves])
        self._others = len(tags) - len(leaves)
        self._steps = [_step(one) for one in done]

    def read(self, texts: Sequence[str | None], apart: dict[str, Any]) -> IlrRecord:
        """Return what the values make, with those fields of the whole that were read apart.

        Raises:
            ValueError: a value is not right, or a tag stands for something else than it did.
        """
        if texts.count(None) != self._others:
            raise NotPlainError
        picked = self._pick(texts)
        if None in picked:
            raise NotPlainError
        values: list[Value] = [leaf[text] for leaf, text in zip(self._leaves, picked, strict=True)]
        made: list[IlrRecord] = []
        for record, blank, names, own, said, singles, lists, known in self._steps:
            mine = tuple(values[own])
            if known is not None:
                same = known.get(mine)
                if same is not None:
                    made.append(same)
                    continue
            filled = blank.copy()
            filled.update(zip(names, mine, strict=True))
            for name, at in singles:
                filled[name] = made[at]
            for name, several in lists:
                filled[name] = tuple([made[at] for at in several])
            new = _made(record, filled, said)
            made.append(new)
            if known is not None and len(known) < _MOST_KNOWN:
                known[mine] = new
        whole = made[-1]
        if apart:
            whole.__dict__.update(apart)
        return whole


def _walk(
    entity: Entity, tags: Sequence[str], apart: str, leaves: list[tuple[int, Leaf]], done: list[_Open]
) -> None:
    """Go through names as a reader of elements does; note the values and, inner ones first, what they make."""
    around: list[_Open] = []
    here = _Open(entity)
    for at, tag in enumerate(tags):
        part = here.entity.parts.get(tag)
        if part is None:
            if tag != f"/{here.name}" or not around or here.found != here.entity.needed:
                raise NotPlainError
            done.append(here)
            here = around.pop()
            here.inner.setdefault(tag[1:], []).append(len(done) - 1)
            continue
        most = (part.spec.max_occurs or float("inf")) if part.spec.repeats else 1
        if part.place > here.last:
            here.last = part.place
            here.found += part.spec.compulsory
        elif part.leaf is not None or part.place != here.last or len(here.inner.get(tag, ())) >= most:
            raise NotPlainError
        if part.leaf is not None:
            here.names.append(tag)
            here.values.append(len(leaves))
            leaves.append((at, part.leaf))
        else:
            assert part.entity is not None
            around.append(here)
            here = _Open(part.entity, tag)
    missing = here.entity.needed - here.found
    if around or missing != (apart != "" and here.entity.parts[apart].spec.compulsory):
        raise NotPlainError
    done.append(here)


def _step(one: _Open) -> tuple[Any, ...]:
    shape, at = _shape(one.entity), one.values
    if at != list(range(at[0], at[-1] + 1)) if at else False:
        raise NotPlainError  # the values of an ILR entity stand together, before what it contains
    names = tuple(shape.fields[name] for name in one.names)
    inner = {name: tuple(made) for name, made in one.inner.items()}
    repeats = {name: one.entity.parts[name].spec.repeats for name in inner}
    singles = tuple((shape.fields[name], made[0]) for name, made in inner.items() if not repeats[name])
    lists = tuple((shape.fields[name], made) for name, made in inner.items() if repeats[name])
    said = {*names, *(name for name, _ in singles), *(name for name, _ in lists)}
    own = slice(at[0], at[-1] + 1) if at else slice(0)
    known = None if inner or len(names) > _SMALL else _known(shape.record, names)
    return shape.record, shape.blank, names, own, said, singles, lists, known


@cache
def _known(record: type[IlrRecord], names: tuple[str, ...]) -> dict[tuple[Value, ...], IlrRecord]:
    """Return the records of some fields that have been made: codes come again and again, and records never change."""
    return {}


def _picker(places: list[int]) -> Callable[[Sequence[str | None]], tuple[str | None, ...]]:
    if len(places) > 1:
        return itemgetter(*places)
    return lambda texts: tuple([texts[at] for at in places])


def _made(record: type[IlrRecord], filled: dict[str, Any], said: set[str]) -> IlrRecord:
    """Return a record whose values need no further check: they came from the tables of the schema."""
    made = record.__new__(record)
    _put(made, "__dict__", filled)
    _put(made, "__pydantic_fields_set__", said)
    _put(made, "__pydantic_extra__", None)
    _put(made, "__pydantic_private__", None)
    return made


class QuickEntity:
    """Reads an entity right below Message, such as Learner, from its text.

    What it contains most of, such as LearningDelivery, is read by plans of its own: one learner has one aim, the next
    has three. That is the last entity of the schema, and may come more than once.
    """

    def __init__(self, year: str, name: str) -> None:
        self.opening, self.closing = f"<{name}>", f"</{name}>"
        self._entity = entities(year)[name]
        self._apart = next(reversed(self._entity.parts))
        self._end = f"/{self._apart}"
        part = self._entity.parts[self._apart]
        assert part.entity is not None and part.spec.repeats and part.spec.max_occurs is None
        self._inner = part.entity
        self._field = _shape(self._entity).fields[self._apart]
        self._plans: dict[tuple[str, ...], _Plan] = {}
        self._inner_plans: dict[tuple[str, ...], _Plan] = {}

    def read(self, text: str) -> IlrRecord:
        """Return the record of the text between its two tags.

        Raises:
            ValueError: the text is not plain, or not right in every respect.
        """
        parts = _TAGS.split(text)
        if "".join(parts[::3]).strip(SPACE):
            raise NotPlainError
        tags, texts = parts[1::3], parts[2::3]
        apart, end = self._apart, self._end
        at = first = tags.index(apart)
        records = []
        plans = self._inner_plans
        while at < len(tags):
            if tags[at] != apart or texts[at] is not None:
                raise NotPlainError
            until = tags.index(end, at)
            key = tuple(tags[at + 1 : until])
            plan = plans.get(key)
            if plan is None:
                plan = _kept(plans, key, _Plan(self._inner, key, ""))
            records.append(plan.read(texts[at + 1 : until], {}))
            at = until + 1
        key = tuple(tags[:first])
        plan = self._plans.get(key)
        if plan is None:
            plan = _kept(self._plans, key, _Plan(self._entity, key, apart))
        return plan.read(texts[:first], {self._field: tuple(records)})


def _kept(plans: dict[tuple[str, ...], _Plan], key: tuple[str, ...], plan: _Plan) -> _Plan:
    if len(plans) < _MOST_PLANS:
        plans[key] = plan
    return plan


@cache
def quick_learner(year: str) -> QuickEntity:
    """Return what reads the learners of a year."""
    return QuickEntity(year, "Learner")
