from golden_files import assert_golden
from sample_runs import large_run, mixed_run

from reports.terminal import remaining_message, run_text, totals
from steps.problems import Problem
from steps.results import FeatureResult, RunResult, ScenarioResult


def text(run: RunResult, **how: bool) -> str:
    return "\n".join(run_text(run, **how)) + "\n"


def test_a_run_with_every_outcome() -> None:
    assert_golden("mixed_run.txt", text(mixed_run()))


def test_a_long_run_counts_what_passed() -> None:
    run = large_run(80, wrong_every=70)
    short = text(run)
    assert "passed   19 scenarios" in short
    assert "Case 1:" not in short
    assert "Case 70:" in short
    assert "Case 1:" in text(run, verbose=True)


def test_totals() -> None:
    assert totals(mixed_run()) == "2 passed, 2 failed, 1 error, 1 skipped, 1 file not readable in 0.8 s"
    assert totals(RunResult(duration=0.04)) == "nothing was run in 0.0 s"


def test_features_without_chosen_scenarios_are_not_told() -> None:
    assert "unchosen" not in text(RunResult([FeatureResult("unchosen.feature", "unchosen")]))


def test_messages_are_told_once() -> None:
    problem = Problem("a.feature", 3, 5, "no step reads 'x'")
    scenario = ScenarioResult("a.feature", 2, "A", (), "error", f"{problem}\nand more", problems=(problem,))
    assert remaining_message(scenario) == "and more"
    told = text(RunResult([FeatureResult("a.feature", "F", scenarios=[scenario])]))
    assert told.count("no step reads") == 1
    assert "a.feature:3:5: no step reads 'x'" in told
