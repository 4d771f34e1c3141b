"""Judges changes in worker processes: each by the scenarios that can notice it, until one fails.

A worker changes nothing that lasts: a change is a set of parameters of its own, which the rules are read from anew.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Literal, TypeVar

from engine.parameters import published
from engine.switches import load_switches
from reports.mutate.limit import TimeLimit, TooLong
from reports.mutate.mutants import Mutant
from reports.mutate.rules import DROPPED_FIGURE
from reports.mutate.scenarios import Changed, Cited, Judges, Seen, citations, observed
from reports.mutate.watch import builders, watched_builds
from steps.features import Scenario

SECONDS = 20.0
_MOST_PROCESSES = 61  # no more can be waited for on Windows
_TOGETHER = 12
_LOOKED_AT_TOGETHER = 40
_ASKED_FOR_CLAUSES = 8

Fate = Literal["killed", "survived", "unread", "not judged"]

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a change: the number of the scenario that failed, None for a survivor; how many could notice it.

    ``cited`` are clauses that the figures of those scenarios cite where they use the changed parameter.
    """

    mutant: Mutant
    killer: int | None
    concerned: int
    cited: tuple[str, ...] = ()

    @property
    def fate(self) -> "Fate":
        """Whether a scenario noticed the change, none did that could, none could, or it cannot be judged so."""
        if self.killer is not None:
            return "killed"
        if self.concerned:
            return "survived"
        return "not judged" if self.mutant.after == DROPPED_FIGURE else "unread"


@dataclass(slots=True)
class _Worker:
    scenarios: Sequence[Scenario]
    limit: TimeLimit
    judges: Judges | None = None
    cited: dict[int, Cited] = field(default_factory=dict)

    def citing(self, mutant: Mutant, numbers: Iterable[int]) -> tuple[str, ...]:
        """Return the clauses that the figures of scenarios cite where they use the parameter of a change."""
        found: dict[str, None] = {}
        for number in numbers:
            if number not in self.cited:
                self.cited[number] = citations(self.scenarios[number])
            found.update(dict.fromkeys(self.cited[number].get((mutant.group, mutant.name), ())))
        return tuple(found)


_worker: _Worker | None = None


def _begin(scenarios: Sequence[Scenario], seen: Sequence[Seen]) -> None:
    global _worker  # what a worker process is given once for all of its tasks
    judges = Judges(seen, published()) if seen else None
    _worker = _Worker(scenarios, TimeLimit(SECONDS), judges)


def look_at(
    scenarios: Sequence[Scenario], processes: int, tell: Callable[[int], None] = lambda count: None
) -> list[Seen]:
    """Run each scenario without any change and return what it did; ``tell`` is told how many have run."""
    builders()  # found here once, where workers begin as copies of this process
    numbers = range(len(scenarios))
    tasks = [tuple(numbers[at : at + _LOOKED_AT_TOGETHER]) for at in numbers[::_LOOKED_AT_TOGETHER]]
    found: list[Seen] = []
    with _pool(processes, scenarios, ()) as pool:
        for seen in _answers(pool, _look_at, tasks):
            found += seen
            tell(len(found))
    return sorted(found, key=lambda one: one.number)


def _look_at(numbers: tuple[int, ...]) -> list[Seen]:
    assert _worker is not None
    with watched_builds():
        return [
            observed(number, _worker.scenarios[number], published(), load_switches()) for number in numbers
        ]


def judge(
    mutants: Iterable[Mutant],
    scenarios: Sequence[Scenario],
    seen: Sequence[Seen],
    processes: int,
    tell: Callable[[Verdict], None] = lambda verdict: None,
) -> list[Verdict]:
    """Judge changes and return the verdicts in their order; ``tell`` is told each as it comes.

    Which scenario is told as the first to fail does not depend on the number of processes.
    """
    ordered = list(mutants)
    tasks = list(_together(ordered))
    found: dict[str, Verdict] = {}
    with _pool(processes, scenarios, seen) as pool:
        for verdicts in _answers(pool, _judge, tasks):
            for verdict in verdicts:
                found[verdict.mutant.id] = verdict
                tell(verdict)
    return [found[mutant.id] for mutant in ordered]


def _together(mutants: Iterable[Mutant]) -> Iterator[tuple[Mutant, ...]]:
    """Yield changes of one parameter together: what noticed one of them will often notice the next."""
    for _, same in groupby(mutants, key=lambda mutant: (mutant.group, mutant.name)):
        yield from _in_parts(list(same))


def _in_parts(mutants: list[Mutant]) -> Iterator[tuple[Mutant, ...]]:
    for at in range(0, len(mutants), _TOGETHER):
        yield tuple(mutants[at : at + _TOGETHER])


def _judge(mutants: tuple[Mutant, ...]) -> list[Verdict]:
    assert _worker is not None
    assert _worker.judges is not None
    kills: Counter[int] = Counter()
    verdicts = []
    for mutant in mutants:
        concerned = sorted(_worker.judges.of(mutant), key=lambda number: -kills[number])
        killer = _first_failing(_worker, mutant, concerned)
        if killer is not None:
            kills[killer] += 1
        asked = killer is None and mutant.kind in ("value", "date")
        cited = _worker.citing(mutant, concerned[:_ASKED_FOR_CLAUSES]) if asked else ()
        verdicts.append(Verdict(mutant, killer, len(concerned), cited))
    return verdicts


def _first_failing(worker: _Worker, mutant: Mutant, concerned: Iterable[int]) -> int | None:
    changed = Changed.by(mutant, published(), load_switches())
    for number in concerned:
        try:
            with worker.limit.running():
                passes = changed.passes(worker.scenarios[number])
        except TooLong:
            passes = False
        if not passes:
            return number
    return None


@contextmanager
def _pool(
    processes: int, scenarios: Sequence[Scenario], seen: Sequence[Seen]
) -> Iterator[ProcessPoolExecutor]:
    pool = ProcessPoolExecutor(
        min(processes, _MOST_PROCESSES), initializer=_begin, initargs=(scenarios, seen)
    )
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _answers(
    pool: ProcessPoolExecutor, work: Callable[[Any], Answer], tasks: Iterable[Any]
) -> Iterator[Answer]:
    pending: list[Future[Answer]] = [pool.submit(work, task) for task in tasks]
    for future in as_completed(pending):
        yield future.result()
