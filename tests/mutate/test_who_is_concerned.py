"""A change is judged by those scenarios alone that can notice it: nobody else would have noticed."""

import subprocess
import sys
from pathlib import Path

from engine.parameters import published
from engine.switches import load_switches
from reports.mutate.run import scenarios_of
from reports.mutate.scenarios import Changed, Judges, observed
from reports.mutate.values import value_mutants
from reports.mutate.watch import watched_builds
from steps.features import find_features

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


def test_the_engine_is_as_it_was_after_watching() -> None:
    from engine.programmes.adult_skills import rules

    before = rules._rules
    with watched_builds():
        assert rules._rules is not before
    assert rules._rules is before


def test_what_never_ends_is_stopped() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ENDLESS], capture_output=True, text=True, timeout=30, check=False
    )
    assert run.stdout.split() == ["stopped", "stopped"], run.stderr
