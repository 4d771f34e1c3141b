"""Two records compared: which figures moved, which are new or gone, and what accounts for each."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from reports.page.contents import programme_of
from reports.year_on_year.causes import Account, Cause
from reports.year_on_year.record import Figure, Record, ScenarioRecord

One = TypeVar("One")


@dataclass(slots=True)
class Movement:
    """A figure that moved: where it stands, both values, and what accounts for it."""

    scenario: ScenarioRecord
    step: str
    row: str
    column: str
    before: str
    after: str
    causes: tuple[Cause, ...]

    @property
    def difference(self) -> Decimal | None:
        """After less before; None where one of them is no number."""
        before, after = _number(self.before), _number(self.after)
        return None if before is None or after is None else after - before


@dataclass(slots=True)
class Broken:
    """A scenario that is worked out on one side only, and why it is not on the other."""

    scenario: ScenarioRecord
    message: str


@dataclass(slots=True)
class Comparison:
    """Everything that differs between two records.

    ``new`` and ``gone`` are scenarios, ``new_figures`` and ``gone_figures`` figures of scenarios on both sides;
    ``stopped`` and ``started`` are scenarios that are worked out only before, or only after; ``remarks`` what is to be
    known beside the figures.
    """

    before: str
    after: str
    compared: int = 0
    scenarios: int = 0
    moved: list[Movement] = field(default_factory=list)
    new: list[ScenarioRecord] = field(default_factory=list)
    gone: list[ScenarioRecord] = field(default_factory=list)
    new_figures: list[tuple[ScenarioRecord, Figure]] = field(default_factory=list)
    gone_figures: list[tuple[ScenarioRecord, Figure]] = field(default_factory=list)
    stopped: list[Broken] = field(default_factory=list)
    started: list[Broken] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether a figure moved, or one that was there before is there no more; new ones alone do not count."""
        return bool(self.moved or self.gone or self.gone_figures or self.stopped or self.unreadable)

    def by_cause(self) -> list[tuple[Cause, list[Movement]]]:
        """Return the parameters, rules and inputs with the figures they move, most figures first."""
        found: dict[Cause, list[Movement]] = defaultdict(list)
        for movement in self.moved:
            for cause in movement.causes:
                found[cause.as_summed()].append(movement)
        order = {"parameter": 0, "rule": 1, "input": 2, "unknown": 3}
        return sorted(found.items(), key=lambda item: (order[item[0].kind], -len(item[1]), item[0].name))

    def by_programme(self) -> dict[str, dict[tuple[str, str, int], list[Movement]]]:
        """Return the figures that moved by programme, then by scenario, in the order of the features."""
        found: dict[str, dict[tuple[str, str, int], list[Movement]]] = {}
        for movement in self.moved:
            one = movement.scenario
            scenarios = found.setdefault(programme_of(one.feature), {})
            scenarios.setdefault((one.feature, one.name, one.example), []).append(movement)
        return found


def compare(before: Record, after: Record, names: tuple[str, str] = ("before", "after")) -> Comparison:
    """Compare two records figure by figure. Figures that are equal as numbers are equal: 620 is 620.00."""
    result = Comparison(*names)
    result.unreadable = sorted({*before.unreadable, *after.unreadable})
    account = Account(before.parameters, after.parameters)
    for old, new in _scenario_pairs(before.scenarios, after.scenarios):
        if old is None and new is not None:
            result.new.append(new)
        elif new is None and old is not None:
            result.gone.append(old)
        elif old is not None and new is not None:
            _compare_scenario(old, new, result, account)
    return result


def _compare_scenario(old: ScenarioRecord, new: ScenarioRecord, result: Comparison, account: Account) -> None:
    stands = [one.status in ("passed", "failed") for one in (old, new)]
    if not all(stands):
        if stands[0]:
            result.stopped.append(Broken(new, new.message))
        elif stands[1]:
            result.started.append(Broken(new, old.message))
        return
    result.scenarios += 1
    moved = []
    pairs = list(_figure_pairs(old.figures, new.figures))
    for one, other in pairs:
        if one is None and other is not None:
            result.new_figures.append((new, other))
        elif other is None and one is not None:
            result.gone_figures.append((old, one))
        elif one is not None and other is not None:
            result.compared += 1
            if not _same(one.actual, other.actual):
                moved.append((one, other))
    if moved:
        of_scenario = account.of_scenario(pairs)
        for one, other in moved:
            causes = account.of_figure(one, other, of_scenario)
            result.moved.append(
                Movement(new, one.step, one.row, one.column, one.actual, other.actual, causes)
            )


def _scenario_pairs(
    before: Sequence[ScenarioRecord], after: Sequence[ScenarioRecord]
) -> Iterator[tuple[ScenarioRecord | None, ScenarioRecord | None]]:
    """Pair scenarios by feature and name; of several, those that say the same, then the rest in their order."""
    groups: dict[tuple[str, str], tuple[list[ScenarioRecord], list[ScenarioRecord]]] = {}
    for side, records in enumerate((before, after)):
        for one in records:
            groups.setdefault((one.feature, one.name), ([], []))[side].append(one)
    for old, new in groups.values():
        by_inputs: dict[str, list[ScenarioRecord]] = defaultdict(list)
        for one in new:
            if one.inputs:
                by_inputs[one.inputs].append(one)
        rest = []
        paired = set()
        for one in old:
            if same := by_inputs.get(one.inputs):
                paired.add(id(same[0]))
                yield one, same.pop(0)
            else:
                rest.append(one)
        others = [one for one in new if id(one) not in paired]
        if len(rest) == len(others):
            yield from zip(rest, others, strict=True)
        else:
            yield from ((one, None) for one in rest)
            yield from ((None, one) for one in others)


def _figure_pairs(
    before: Iterable[Figure], after: Iterable[Figure]
) -> Iterator[tuple[Figure | None, Figure | None]]:
    others = dict(_counted((_key(one), one) for one in after))
    for key, figure in _counted((_key(one), one) for one in before):
        yield figure, others.pop(key, None)
    yield from ((None, other) for other in others.values())


def _key(figure: Figure) -> tuple[str, str, str]:
    return figure.step, figure.row, figure.column


def _counted(items: Iterable[tuple[Hashable, One]]) -> Iterator[tuple[tuple[Hashable, int], One]]:
    """Number the items of a key: the second of two rows with one label is the second on both sides."""
    counts: dict[Hashable, int] = defaultdict(int)
    for key, item in items:
        counts[key] += 1
        yield (key, counts[key]), item


def _same(before: str, after: str) -> bool:
    if before == after:
        return True
    numbers = _number(before), _number(after)
    return numbers[0] is not None and numbers[0] == numbers[1]


def day_shown(day: str) -> str:
    """Return a date of a parameter as people write it (``2017-05-01`` is 01/05/2017), blank for none."""
    parts = day.split("-")
    return "/".join(reversed(parts)) if len(parts) == 3 else day


def _number(text: str) -> Decimal | None:
    plain = text.replace(",", "").replace("£", "").strip()
    try:
        value = Decimal(plain)
    except InvalidOperation:
        return None
    return value if value.is_finite() else None
