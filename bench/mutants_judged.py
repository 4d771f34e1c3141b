"""Judges mutants: each in a forked child, by the features of apprenticeships first, then by their tests."""

import functools
import gc
import os
import pickle
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import FunctionType

import pytest
from _pytest.runner import runtestprotocol
from hypothesis import Phase, settings

from bench.mutants_made import CODE, ROOT, BranchMutant, Mutant
from reports.mutate.run import scenarios_of
from steps.features import Scenario, find_features
from steps.runner import run_scenario

FEATURES = ROOT / "features" / "apprenticeships"
TESTS = ROOT / "tests" / "apprenticeships"
SECONDS = 120  # of the processor: a mutant that takes longer never ends
SLOW = 1.0  # seconds: a test that takes longer is left to the suite
PACKAGE = "engine.programmes.apprenticeships"

Functions = frozenset[tuple[str, str]]


@dataclass
class Check:
    """A scenario or a test: whether it passes, what it costs and which functions of the rules it runs."""

    name: str
    run: Callable[[], bool]
    is_test: bool
    functions: Functions = frozenset()
    seconds: float = 0.0


@dataclass(frozen=True)
class Verdict:
    """What came of a mutant: ``killer`` is the check that fails, empty for a survivor.

    ``checks`` is the number of checks that run a function of the mutant.
    """

    mutant: Mutant
    killer: str
    by_test: bool = False
    checks: int = 0


class Judge:
    """The plug-in of pytest that judges the mutants in the place of running the tests that were collected."""

    def __init__(
        self, mutants: list[Mutant], processes: int, tell: Callable[[Verdict], None], with_tests: bool
    ) -> None:
        self.mutants = mutants
        self.processes = processes
        self.tell = tell
        self.with_tests = with_tests
        self.left_out: list[str] = []

    def pytest_configure(self) -> None:
        phases = (Phase.explicit, Phase.generate)
        settings.register_profile(
            "mutants", deadline=None, derandomize=True, database=None, phases=phases, max_examples=25
        )
        settings.load_profile("mutants")

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Judge every mutant."""
        tests = session.items if self.with_tests else ()
        checks = self._passing([*_scenarios(), *_tests(tests)])
        places = _functions_of_package()
        gc.collect()
        gc.freeze()
        kills: Counter[str] = Counter()
        works = (functools.partial(_judge, mutant, checks, places, kills) for mutant in self.mutants)
        for number, answer in _in_children(works, self.processes):
            killer, by_test, count = answer or ("it never ends, or ends the process", False, 0)
            kills[killer] += 1
            self.tell(Verdict(self.mutants[number], killer, by_test, count))
        return True

    def _passing(self, checks: list[Check]) -> list[Check]:
        """Return the checks that pass without any mutant, with the functions they run."""
        parts = [checks[start :: self.processes] for start in range(self.processes)]
        passing = []
        for number, answer in _in_children(
            (functools.partial(_observed, part) for part in parts), self.processes
        ):
            if answer is None:
                sys.exit("the checks do not come to an end without any mutant")
            for check, (passed, seconds, functions) in zip(parts[number], answer, strict=True):
                check.seconds, check.functions = seconds, functions
                if passed and not (check.is_test and seconds > SLOW):
                    passing.append(check)
                elif not passed:
                    self.left_out.append(check.name)
        return sorted(passing, key=lambda check: (check.is_test, check.seconds))


def judge(
    mutants: list[Mutant], processes: int, tell: Callable[[Verdict], None], *, with_tests: bool
) -> list[str]:
    """Judge the mutants and tell each verdict; return the checks that fail without any and are left out."""
    os.chdir(ROOT)
    found = Judge(mutants, processes, tell, with_tests)
    options = ["-s", "-p", "no:cacheprovider", "-p", "no:terminal", "-p", "no:xdist"]
    code = pytest.main([*options, str(TESTS)], plugins=[found])
    if code == pytest.ExitCode.TESTS_FAILED:
        found.left_out.append("a file of tests that cannot be collected")
    elif code != pytest.ExitCode.OK:
        sys.exit(f"pytest ended with {code!r}")
    return found.left_out


def _scenarios() -> Iterator[Check]:
    for scenario in scenarios_of(find_features([FEATURES])):
        name = f"{scenario.file.name}:{scenario.line} {scenario.name}"
        yield Check(name, functools.partial(_scenario_passes, scenario), is_test=False)


def _scenario_passes(scenario: Scenario) -> bool:
    return run_scenario(scenario).status == "passed"


def _tests(items: Iterable[pytest.Item]) -> Iterator[Check]:
    for item in items:
        yield Check(item.nodeid, functools.partial(_test_passes, item), is_test=True)


def _test_passes(item: pytest.Item) -> bool:
    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=None))


def _observed(checks: list[Check]) -> list[tuple[bool, float, Functions]]:
    """Run the checks without any mutant and see which functions of the rules they run."""
    seen: set[tuple[str, str]] = set()
    folder = str(CODE)

    def called(frame: object, event: str, _: object) -> None:
        if event == "call":
            code = frame.f_code  # type: ignore[attr-defined]
            if code.co_filename.startswith(folder):
                seen.add(_place(code.co_filename, code.co_qualname))

    found = []
    for check in checks:
        seen.clear()
        _forget()
        began = time.perf_counter()
        sys.settrace(called)
        try:
            passed = check.run()
        finally:
            sys.settrace(None)
        found.append((passed, time.perf_counter() - began, frozenset(seen)))
    return found


def _judge(
    mutant: Mutant,
    checks: list[Check],
    places: dict[tuple[str, object], list[FunctionType]],
    kills: Counter[str],
) -> tuple[str, bool, int]:
    """Apply a mutant in this process; return the first check that fails, and how many concern it."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    concerned = [check for check in checks if check.functions]
    if isinstance(mutant, BranchMutant):
        changed: set[tuple[str, str]] = set()
        path = str(ROOT / mutant.file)
        for before, after in mutant.code_pairs():
            for function in places.get((path, before), ()):
                function.__code__ = after
                changed.add(_place(path, before.co_qualname))
        concerned = [check for check in checks if changed & check.functions]
    _forget()
    for check in sorted(concerned, key=lambda check: (check.is_test, -kills[check.name])):
        if not check.run():
            return check.name, check.is_test, len(concerned)
    return "", False, len(concerned)


def _place(file: str, qualified_name: str) -> tuple[str, str]:
    return file, qualified_name.partition(".<locals>")[0]


def _functions_of_package() -> dict[tuple[str, object], list[FunctionType]]:
    """Return the functions of the rules by file and code: also those of properties, caches and tables."""
    found: dict[tuple[str, object], list[FunctionType]] = {}
    folder = str(CODE)
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename.startswith(folder):
            found.setdefault((thing.__code__.co_filename, thing.__code__), []).append(thing)
    return found


def _forget() -> None:
    """Empty the caches of the rules: what they hold was worked out before the change."""
    for name, module in list(sys.modules.items()):
        if name.startswith(PACKAGE):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def _in_children(works: Iterable[Callable[[], object]], processes: int) -> Iterator[tuple[int, object]]:
    """Carry out each piece of work in a child of its own, so many at once; None for one that did not end."""
    running: dict[int, tuple[int, int]] = {}
    for number, work in enumerate(works):
        if len(running) >= processes:
            yield _ended(running)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reading)
            _child(work, writing)
        os.close(writing)
        running[child] = number, reading
    while running:
        yield _ended(running)


def _ended(running: dict[int, tuple[int, int]]) -> tuple[int, object]:
    import select

    # Answers can be longer than a pipe holds, so a child is read before it is waited for.
    ready, _, _ = select.select([reading for _, reading in running.values()], [], [])
    child, (number, reading) = next(item for item in running.items() if item[1][1] == ready[0])
    del running[child]
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return number, pickle.loads(answer) if answer else None


def _child(work: Callable[[], object], writing: int) -> None:
    try:
        silent = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silent, 1)
        os.dup2(silent, 2)
        answer = pickle.dumps(work())
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
    finally:
        os._exit(0)
