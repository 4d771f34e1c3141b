"""A change is judged by those scenarios alone that can notice it: nobody else would have noticed."""

import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from engine.parameters import published
from engine.switches import load_switches
from reports.mutate.run import scenarios_of
from reports.mutate.scenarios import Changed, Judges, observed
from reports.mutate.values import value_mutants
from reports.mutate.watch import watched_builds
from steps.features import find_features
from tests.patience import PATIENCE

ENDLESS = """
from reports.mutate.limit import TimeLimit, TooLong
limit = TimeLimit(0.3)
for _ in range(2):
    try:
        with limit.running():
            while True:
                try:
                    1 / 1
                except Exception:
                    pass
    except TooLong:
        print("stopped")
"""

LATE = """
import _thread, time
from types import SimpleNamespace
from reports.mutate import limit as module
asked = []
module._EVERY, module._thread = 0.01, SimpleNamespace(interrupt_main=lambda: asked.append(1))
limit = module.TimeLimit(0.0)
with limit.running():
    while not asked:
        pass
    time.sleep(0.2)
limit.seconds = 3600
with limit.running():
    _thread.interrupt_main()
    print(len(asked), "went on")
"""


def test_who_is_not_concerned_notices_nothing(features: Path) -> None:
    scenarios = scenarios_of(find_features([features]))
    with watched_builds():
        seen = [observed(number, one, published(), load_switches()) for number, one in enumerate(scenarios)]
    assert all(one.passed for one in seen)
    judges = Judges(seen, published())
    mutants = list(value_mutants(published()))[::29]
    noticed = 0
    for mutant in mutants:
        changed = Changed.by(mutant, published(), load_switches())
        failing = {number for number, one in enumerate(scenarios) if not changed.passes(one)}
        assert failing <= set(judges.of(mutant)), mutant.id
        noticed += bool(failing)
    assert noticed > 3


def test_who_is_asked_first_does_not_depend_on_the_time_that_scenarios_took(
    features: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenarios = scenarios_of(find_features([features]))
    mutants = [one for one in value_mutants(published()) if one.name in ("achievement_share", "learner_cap")]
    orders = []
    for first_is_quick in (True, False):
        ticks = (number**2 if first_is_quick else -1 / number for number in count(1))
        monkeypatch.setattr(time, "perf_counter", ticks.__next__)
        with watched_builds():
            seen = [
                observed(number, one, published(), load_switches()) for number, one in enumerate(scenarios)
            ]
        judges = Judges(seen, published())
        orders.append([judges.of(mutant) for mutant in mutants])
    assert orders[0] == orders[1]
    assert all(len(order) > 1 for order in orders[0])


def test_the_engine_is_as_it_was_after_watching() -> None:
    from engine.programmes.adult_skills import rules

    before = rules._rules
    with watched_builds():
        assert rules._rules is not before
    assert rules._rules is before


def test_what_never_ends_is_stopped() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ENDLESS], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert run.stdout.split() == ["stopped", "stopped"], run.stderr


def test_an_interruption_that_comes_late_stops_neither_the_next_scenario_nor_the_process() -> None:
    run = subprocess.run(
        [sys.executable, "-c", LATE], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert run.stdout == "1 went on\n", run.stderr
