"""Scenarios on one learner, written in a test and run at once."""

# ruff: noqa: E501

from pathlib import Path
from textwrap import dedent

from steps.features import Selection
from steps.results import ScenarioResult
from steps.runner import RunOptions, run_features

LEARNER = """
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | learner a | programme only non-DAS   | 15000        | 01/09/2017 | 08/09/2018       | 08/09/2018      | completed         | 50            |
"""
"""A price of £15,000: 1,000 a month from September 2017, of which 900 are the government's, and 3,000 at the end."""


def run(folder: Path, text: str, tags: str = "", *, explain: bool = False) -> ScenarioResult:
    """Run the steps of one scenario."""
    path = folder / "written.feature"
    path.write_text(f"Feature: Written\n  {tags}\n  Scenario: One\n{dedent(text)}\n", encoding="utf-8")
    feature = run_features([Selection(path, 0)], RunOptions(explain=explain)).features[0]
    assert not feature.problems, feature.problems
    return feature.scenarios[0]
