"""What accounts for a figure that moved: the parameter, the rule or the input in which its two reasons differ."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from reports.year_on_year.record import Figure, Input, Reason, Used, Value

_CODE = re.compile(r"\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b")

Kind = Literal["parameter", "rule", "input", "unknown"]


@dataclass(frozen=True, slots=True)
class Cause:
    """What made a figure move. ``since`` is the day from which the later value of a parameter holds."""

    kind: Kind
    name: str
    before: str = ""
    after: str = ""
    since: str = ""
    label: str = field(default="", compare=False)

    def as_summed(self) -> "Cause":
        """Return the cause as figures are counted by it: an input by its name, whatever its values."""
        return replace(self, before="", after="") if self.kind == "input" else self


class Account:
    """Says what accounts for a figure, knowing also which parameters differ between the two runs."""

    def __init__(self, before: Sequence[Value], after: Sequence[Value]) -> None:
        self.changed = tuple(_changed(before, after))

    def of_scenario(self, pairs: Iterable[tuple[Figure | None, Figure | None]]) -> tuple[Cause, ...]:
        """Return the parameters, else the changed rules, in which any two reasons of a scenario differ."""
        found: dict[Cause, None] = {}
        seen = set()
        for one, other in pairs:
            if one is not None and other is not None and (one.reasons, other.reasons) not in seen:
                seen.add((one.reasons, other.reasons))
                found.update(dict.fromkeys(_differences(one, other)))
        return _decisive(found)

    def of_figure(self, before: Figure, after: Figure, of_scenario: tuple[Cause, ...]) -> tuple[Cause, ...]:
        """Return what accounts for one figure.

        First the parameters of its own reasons that differ, then rules whose sum is another. Where only inputs
        differ, or nothing is told of it, what the other figures of its scenario differ by lies behind it, or the only
        parameter that was changed at all.
        """
        own = tuple(dict.fromkeys(_differences(before, after)))
        if found := _decisive(own) or of_scenario:
            return found
        if len(self.changed) == 1:
            return self.changed
        if own:
            return tuple(cause for cause in own if cause.kind == "rule") or own
        if codes := tuple(_codes(before.actual, after.actual)):
            return codes
        if self.changed:
            names = ", ".join(list(dict.fromkeys(cause.name for cause in self.changed))[:4])
            return (
                Cause("unknown", f"no reason is told; changed are {names}{' ...' * (len(self.changed) > 4)}"),
            )
        return (Cause("unknown", "no reason is told"),)


def _codes(before: str, after: str) -> Iterator[Cause]:
    """Yield the codes of findings that a figure names on one side only."""
    old, new = (dict.fromkeys(_CODE.findall(text)) for text in (before, after))
    yield from (Cause("rule", code, "", "applies") for code in new if code not in old)
    yield from (Cause("rule", code, "applied", "") for code in old if code not in new)


def _decisive(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    """Return the parameters of some causes, else the rules that sum otherwise.

    A rule that applies on one side only is mostly a consequence.
    """
    held = tuple(causes)
    parameters = tuple(cause for cause in held if cause.kind == "parameter")
    return parameters or tuple(
        cause for cause in held if cause.kind == "rule" and cause.before and cause.after
    )


def _differences(before: Figure, after: Figure) -> Iterator[Cause]:
    for old, new in _pairs(before.reasons, after.reasons):
        if old is new or old == new:
            continue
        if old is None and new is not None:
            yield Cause("rule", new.rule, "", "applies", label=new.title)
        elif new is None and old is not None:
            yield Cause("rule", old.rule, "applied", "", label=old.title)
        elif old is not None and new is not None:
            yield from _between(old, new)


def _pairs(
    before: Sequence[Reason], after: Sequence[Reason]
) -> Iterator[tuple[Reason | None, Reason | None]]:
    """Pair reasons of the same rule in their order."""
    waiting: dict[str, list[Reason]] = defaultdict(list)
    for reason in after:
        waiting[reason.rule].append(reason)
    for reason in before:
        same = waiting[reason.rule]
        yield reason, same.pop(0) if same else None
    for left in waiting.values():
        yield from ((None, reason) for reason in left)


def _between(old: Reason, new: Reason) -> Iterator[Cause]:
    yield from _of_parameters(old.parameters, new.parameters)
    if old.words != new.words:
        yield Cause("rule", new.rule, old.words, new.words, label=new.title)
    for one, other in ((old.terms, new.terms), (old.facts, new.facts)):
        yield from _of_inputs(one, other)


def _of_parameters(old: Iterable[Used], new: Iterable[Used]) -> Iterator[Cause]:
    before = {used.full_name: used for used in old}
    after = {used.full_name: used for used in new}
    for name in {**before, **after}:
        one, other = before.get(name), after.get(name)
        if one is not None and other is not None:
            if one.value != other.value:
                yield _parameter(other, one.value, other.value)
        elif other is not None:
            yield _parameter(other, "", other.value)
        elif one is not None:
            yield _parameter(one, one.value, "")


def _parameter(used: Used, before: str, after: str) -> Cause:
    return Cause("parameter", used.full_name, before, after, used.valid_from, used.label)


def _of_inputs(old: Iterable[Input], new: Iterable[Input]) -> Iterator[Cause]:
    before = {one.name: one.value for one in old}
    after = {one.name: one.value for one in new}
    for name in {**before, **after}:
        if before.get(name, "") != after.get(name, ""):
            yield Cause("input", name, before.get(name, ""), after.get(name, ""))


def _changed(before: Sequence[Value], after: Sequence[Value]) -> Iterator[Cause]:
    """Yield the dated values that differ between the parameters of two runs."""
    old = {value[:3]: value.value for value in before}
    new = {value[:3]: value.value for value in after}
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            subject, name, since = key
            yield Cause("parameter", f"{subject}.{name}", old.get(key, ""), new.get(key, ""), since)
