"""Scenarios as judges: what each asks for without any change, and which of them a change concerns."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from engine.parameters import Parameters
from engine.switches import Switches
from reports.mutate.doors import noting, without
from reports.mutate.mutants import Mutant
from reports.mutate.watch import Answers, Asked, Attribute, Read, Reading, Watch
from steps.features import Scenario
from steps.runner import run_scenario


@dataclass(slots=True)
class Seen:
    """What one scenario did without any change: whether it passed, with how much effort, and what it read.

    ``effort`` is about as large as the time that it takes, but the same every time: the cells of its tables, for each
    thing that it reads. ``rules`` are those that made what its tables could compare, each with the clause that its
    finding cites.
    """

    number: int
    passed: bool
    effort: int
    read: frozenset[Read] = frozenset()
    rules: dict[str, str] = field(default_factory=dict)
    message: str = ""


def observed(number: int, scenario: Scenario, parameters: Parameters, switches: Switches) -> Seen:
    """Run a scenario without any change and see what it reads. Builds of the engine are to be watched meanwhile."""
    watch = Watch(parameters, switches)
    rules: dict[str, str] = {}

    def note(rule: str, clause: str) -> None:
        rules[rule] = rules.get(rule) or clause

    result = run_scenario(
        scenario, parameters=watch.parameters, readings=watch.switches, door=partial(noting, note=note)
    )
    cells = sum(len(row.cells) for step in scenario.steps for row in step.table)
    return Seen(
        number,
        result.status == "passed",
        (1 + cells) * (1 + len(watch.read) + len(rules)),
        frozenset(watch.read),
        rules,
        result.message.split("\n")[0],
    )


class Judges:
    """Which scenarios are concerned by a change: those for which anything they ask for is another."""

    def __init__(self, seen: Iterable[Seen], parameters: Parameters) -> None:
        self._parameters = parameters
        self._answers = Answers(parameters)
        self._by_name: dict[tuple[str, str], list[tuple[Asked, list[int]]]] = {}
        self._by_subject: dict[str, dict[Any, dict[str, list[int]]]] = {}
        self._by_reading: dict[str, list[int]] = {}
        self._by_rule: dict[str, list[int]] = {}
        readers: dict[Read, list[int]] = {}
        self._efforts: dict[int, int] = {}
        for one in seen:
            if not one.passed:
                continue
            self._efforts[one.number] = one.effort
            for read in one.read:
                readers.setdefault(read, []).append(one.number)
            for rule in one.rules:
                self._by_rule.setdefault(rule, []).append(one.number)
        for read, numbers in readers.items():
            if isinstance(read, Reading):
                self._by_reading[read.name] = numbers
            elif isinstance(read, Asked):
                self._by_name.setdefault((read.subject, read.name), []).append((read, numbers))
            else:
                self._add_attribute(read, numbers)

    def _add_attribute(self, read: Attribute, numbers: list[int]) -> None:
        for subject in read.build.subjects:
            self._by_subject.setdefault(subject, {}).setdefault(read.build, {})[read.name] = numbers

    def of(self, mutant: Mutant) -> list[int]:
        """Return the numbers of the scenarios that can notice a change, the quick ones first."""
        if mutant.rule:
            found = set(self._by_rule.get(mutant.rule, ()))
        elif mutant.reading:
            found = set(self._by_reading.get(mutant.name, ()))
        else:
            found = self._of_value(mutant)
        return sorted(found, key=lambda number: (self._efforts[number], number))

    def _of_value(self, mutant: Mutant) -> set[int]:
        changed = Answers(mutant.parameters(self._parameters))
        found: set[int] = set()
        for asked, numbers in self._by_name.get((mutant.group, mutant.name), ()):
            if _differ(self._answers.of(asked), changed.of(asked)):
                found.update(numbers)
        for build, readers in self._by_subject.get(mutant.group, {}).items():
            before, after = self._answers.attributes(build), changed.attributes(build)
            for name, numbers in readers.items():
                if before is None or after is None or _differ(before.get(name), after.get(name)):
                    found.update(numbers)
        return found


def _differ(before: Any, after: Any) -> bool:
    return bool(before != after)


@dataclass(frozen=True, slots=True)
class Changed:
    """The rules under a change: parameters, readings, and the rule that makes nothing."""

    parameters: Parameters
    readings: Switches
    rule: str

    @classmethod
    def by(cls, mutant: Mutant, parameters: Parameters, switches: Switches) -> "Changed":
        """Return the rules under a change of the published ones."""
        return cls(mutant.parameters(parameters), mutant.readings(switches), mutant.rule)

    def passes(self, scenario: Scenario) -> bool:
        """Say whether a scenario still passes."""
        door = partial(without, rule=self.rule) if self.rule else None
        try:
            result = run_scenario(scenario, parameters=self.parameters, readings=self.readings, door=door)
        except Exception:  # a change may make values of which a rule can make nothing: that is noticed
            return False
        return result.status == "passed"


Cited = Mapping[tuple[str, str], tuple[str, ...]]


def citations(scenario: Scenario) -> Cited:
    """Return which clauses the reasons of a scenario's figures cite, by file and name of the parameters they used."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for cell in run_scenario(scenario, explain=True).cells:
        for why in cell.why:
            for used in why.parameters:
                clauses = found.setdefault((used["subject"], used["name"]), {})
                clauses.update(dict.fromkeys(why.clauses))
    return {name: tuple(clauses) for name, clauses in found.items()}
