"""Sentences and tables of study programmes that cannot be read, or that compare wrongly: what is said."""

from pathlib import Path

import pytest

from steps.features import parse_feature
from steps.results import ScenarioResult
from steps.runner import run_scenario

SETTING = (
    "Given the funding year is 2020/21",
    "And these study programme aims:",
    "| learner | aim        | aim reference | start date | planned end date |",
    "| Amina   | experience | ZWRKX001      | 01/09/2020 | 02/07/2021       |",
    "| Amina   | main       | 60900011      | 01/09/2020 | 02/07/2021       |",
)


def outcome(*lines: str, setting: tuple[str, ...] = SETTING) -> ScenarioResult:
    """Run a scenario of these lines, the first of them on line 3."""
    text = "\n".join(("Feature: F", "  Scenario: S", *setting, *lines))
    (scenario,) = parse_feature(text, Path("f.feature")).scenarios
    return run_scenario(scenario)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ("And this work placement:", "| learner | start date |", "| Anina | 8/3/2021 |"),
            ("f.feature:10:3: there is no learner 'Anina'", "did you mean 'Amina'?"),
        ),
        (
            ("And this work placement:", "| aim | start date |", "| experiense | 8/3/2021 |"),
            ("f.feature:10:3: Amina has no aim 'experiense'", "did you mean 'experience'?"),
        ),
        (
            ("And this work placement:", "| start date | mode |", "| 8/3/2021 | outside |"),
            ("'outside' is not a mode of placement", "external"),
        ),
        (("And this work placement:", "| end date |", "| 8/3/2021 |"), ("the column 'start date' is missing",)),
        (
            ("And this study programme aim:", "| aim reference | start date | planned end date |",
             "| ZWRKX001 | 01/10/2020 | 02/07/2021 |", "And this work placement:", "| start date |", "| 8/3/2021 |"),
            ("say which of the 3 aims of Amina is meant",),
        ),
        (
            ("And the provider's record of work placements is:", "| hours counted | went out |", "| 40 | maybe |"),
            ("'maybe' is neither yes nor no",),
        ),
        (
            ("When 61 hours of work experience are taken out of the planned hours",),
            ("Amina has 60 planned hours of that kind (PlanEEPHours)",),
        ),
        (("Then the base rate is £733.00 less",), ("say first which hours go",)),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(lines: tuple[str, ...], words: tuple[str, ...]) -> None:
    result = outcome(*lines, "Then nothing is found")
    assert result.status == "error", result.message
    assert all(word in result.message for word in words), result.message


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Then the hours band is:", "| band |", "| 4b |"), "got 5"),
        (("Then the hours band is:", "| base rate |", "| 4,188.01 |"), "got 4188.00"),
        (("Then the hours band is:", "| planned hours |", "| 561 |"), "got 560"),
        (("Then the hours band is:", "| band | base rate |", "| - | - |"), "got 4188.00"),
        (("Then the decisions on work experience are:", "| hours |", "| in |"), "got out"),
        (("When 40 hours of work experience are taken out of the planned hours",
          "Then the base rate is £733.01 less"), "got 733.00"),
    ],
)  # fmt: skip
def test_a_difference_is_told(lines: tuple[str, ...], words: str) -> None:
    result = outcome(*lines)
    assert result.status == "failed", result.message
    assert words in result.message


def test_why_there_is_no_rate_is_told() -> None:
    taken = "When 40 hours of work experience are taken out of the planned hours"
    later = tuple(line.replace("2020/21", "2021/22") for line in SETTING)
    assert (
        "no bands and rates of 2021/22 are known"
        in outcome(taken, "Then nothing is found", setting=later).message
    )
    unborn = ("And this learner:", "| learner | date of birth |", "| Amina | - |")
    assert "a date of birth is needed" in outcome(*unborn, taken, "Then nothing is found").message
    early = SETTING[1:]
    assert "say first which funding year it is" in outcome("Then nothing is found", setting=early).message
