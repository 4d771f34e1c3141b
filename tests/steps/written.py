"""Features written in a test and run at once: text in, results out."""

from pathlib import Path
from textwrap import dedent

from steps.features import Selection
from steps.results import FeatureResult, ScenarioResult
from steps.runner import RunOptions, run_features

AIMS = """
    Given the funding year is 2020/21
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
"""
"""An aim of £1,000: 228.57 in September, 114.29 in each month to February, and 200.00 for its achievement."""


def feature(folder: Path, text: str, name: str = "written.feature") -> Path:
    """Write a feature of one's own; without a heading of its own the text is the inside of one scenario."""
    text = dedent(text).strip("\n")
    if "Feature:" not in text:
        text = f"Feature: Written\n  Scenario: One\n{text}"
    path = folder / name
    path.write_text(text + "\n", encoding="utf-8")
    return path


def run_file(path: Path, line: int = 0, **options: object) -> FeatureResult:
    """Run a feature file."""
    return run_features([Selection(path, line)], RunOptions(**options)).features[0]  # type: ignore[arg-type]


def run(folder: Path, text: str) -> ScenarioResult:
    """Run the steps of one scenario."""
    result = run_file(feature(folder, text))
    assert not result.problems, result.problems
    return result.scenarios[0]


def told(folder: Path, text: str) -> str:
    """Return what an author is told: problems of the file, or the messages of its scenarios."""
    result = run_file(feature(folder, text))
    lines = [str(problem) for problem in result.problems]
    return "\n".join([*lines, *(scenario.message for scenario in result.scenarios)])
