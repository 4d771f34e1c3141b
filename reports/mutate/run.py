"""A whole run: scenarios looked at without any change, changes chosen, each judged, and what came of it."""

import time
from collections.abc import Iterable, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from functools import lru_cache

from engine.parameters import published
from reports.mutate.chosen import matching, some
from reports.mutate.guidance import Guidance
from reports.mutate.judge import Fate, Verdict, judge, look_at
from reports.mutate.mutants import Mutant
from reports.mutate.rules import rule_mutants
from reports.mutate.scenarios import Seen
from reports.mutate.values import value_mutants
from reports.progress import Progress
from reports.refusal import Refusal
from steps.features import Scenario, Selection, at_line, read_feature
from steps.problems import Unreadable


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for: values, rules or both, by patterns, so many at random or the first so many."""

    values: bool = True
    rules: bool = True
    patterns: tuple[str, ...] = ()
    sample: int | None = None
    seed: int = 0
    limit: int | None = None
    processes: int = 1


@dataclass(frozen=True, slots=True)
class Judged:
    """A change with its verdict, its clauses and document, and the scenario that failed under it, if one did."""

    mutant: Mutant
    fate: Fate
    concerned: int
    clauses: tuple[str, ...]
    document: str
    killer: str = ""


@dataclass(slots=True)
class Outcome:
    """Everything that came of a run, which took so many ``seconds``.

    ``left_out`` are the scenarios that fail without any change.
    """

    judged: list[Judged]
    scenarios: int
    left_out: tuple[str, ...]
    seconds: float

    def of(self, *fates: Fate) -> list[Judged]:
        """Return the changes of which that came."""
        return [one for one in self.judged if one.fate in fates]

    @property
    def survivors(self) -> list[Judged]:
        """The changes that no scenario noticed."""
        return self.of("survived", "unread")


def run(selections: Iterable[Selection], order: Order, guidance: Guidance, progress: Progress) -> Outcome:
    """Judge the changes that are asked for by the scenarios of some features.

    Raises Refusal where no scenario can be run or passes, or a pattern names nothing.
    """
    began = time.perf_counter()
    scenarios = scenarios_of(selections)
    _check_patterns(order, guidance)
    seen = look_at(
        scenarios,
        order.processes,
        lambda count: progress.tell(f"{count:,} of {len(scenarios):,} scenarios run without a change ..."),
    )
    left_out = tuple(f"{_told(scenarios[one.number])}: {one.message}" for one in seen if not one.passed)
    if len(left_out) == len(scenarios):
        raise Refusal(["no scenario passes without any change, so none can judge one:", *left_out[:5]])
    mutants = list(_chosen(order, guidance, seen))
    done = wrong = 0

    def tell(verdict: Verdict) -> None:
        nonlocal done, wrong
        done += 1
        wrong += verdict.fate in ("survived", "unread")
        progress.tell(f"{done:,} of {len(mutants):,} changes judged, {wrong:,} survive ...")

    verdicts = judge(mutants, scenarios, seen, order.processes, tell)
    judged = [_judged(one, guidance, scenarios) for one in verdicts]
    return Outcome(judged, len(scenarios) - len(left_out), left_out, time.perf_counter() - began)


def scenarios_of(selections: Iterable[Selection]) -> list[Scenario]:
    """Return the scenarios that are selected and not set aside, each once. Raises Refusal where there is none."""
    found: dict[tuple[str, int, int], Scenario] = {}
    problems: list[str] = []
    for path, line in selections:
        try:
            feature = read_feature(path)
        except Unreadable as error:
            problems += [str(one) for one in error.problems]
            continue
        for at, one in enumerate(at_line(feature, line) if line else feature.scenarios):
            if not one.ignored:
                found[str(path), one.line, at if not one.line else 0] = one
    if problems or not found:
        raise Refusal(problems or "there is no scenario to judge a change by")
    return list(found.values())


def _check_patterns(order: Order, guidance: Guidance) -> None:
    """Refuse a pattern that names nothing before anything runs; some rules are only known once they made something."""
    if order.patterns:
        with suppress(Refusal) if order.rules else nullcontext():
            matching(_mutants(order, guidance, ()), order.patterns, guidance)


def _chosen(order: Order, guidance: Guidance, seen: Sequence[Seen]) -> list[Mutant]:
    mutants = _mutants(order, guidance, seen)
    return some(matching(mutants, order.patterns, guidance), order.sample, order.seed, order.limit)


def _mutants(order: Order, guidance: Guidance, seen: Sequence[Seen]) -> list[Mutant]:
    mutants = list(_value_mutants()) if order.values else []
    if order.rules:
        clauses: dict[str, str] = {}
        for one in seen:
            for rule, clause in one.rules.items():
                clauses[rule] = clauses.get(rule) or clause
        mutants += rule_mutants(guidance.documents, clauses)
    return mutants


@lru_cache(maxsize=1)
def _value_mutants() -> tuple[Mutant, ...]:
    return tuple(value_mutants(published()))


def _judged(verdict: Verdict, guidance: Guidance, scenarios: Sequence[Scenario]) -> Judged:
    clauses = guidance.clauses_of(verdict.mutant, verdict.cited)
    return Judged(
        verdict.mutant,
        verdict.fate,
        verdict.concerned,
        clauses,
        guidance.document_of(verdict.mutant, clauses),
        "" if verdict.killer is None else _told(scenarios[verdict.killer]),
    )


def _told(scenario: Scenario) -> str:
    return f"{scenario.file.as_posix()}:{scenario.line} {scenario.name}"
