"""Sentences and tables of Sector Gateway and SWAP that cannot be read: each says what was expected."""

from pathlib import Path

import pytest

from steps.features import parse_feature
from steps.results import ScenarioResult
from steps.runner import run_scenario

SETTING = ("Given the funding year is 2021/22",)
PLACEMENT = (
    *SETTING,
    "And this aim:",
    "| learner | aim       | aim reference | start date | planned end date |",
    "| Amina   | placement | Z0009123      | 16/08/2021 | 20/08/2021       |",
)


def outcome(*lines: str) -> ScenarioResult:
    """Run a scenario of these lines, the first of them on line 3."""
    text = "\n".join(("Feature: F", "  Scenario: S", *lines))
    (scenario,) = parse_feature(text, Path("f.feature")).scenarios
    return run_scenario(scenario)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ("Given the provider holds a gant",),
            ("'a gant' is not a kind of contract", "did you mean 'a grant'?"),
        ),
        (
            ("And this evidence of employment:", "| employer | first day |", "| 12345 | 18/09/2021 |"),
            ("f.feature:9:3: employer: '12345' is not an employer", "nine digits"),
        ),
        (
            (
                "And this evidence of employment:",
                "| learner | employer | first day |",
                "| Anina | A | 1/9/2021 |",
            ),
            ("f.feature:9:3: there is no learner 'Anina'", "did you mean 'Amina'?"),
        ),
        (
            ("And this evidence of work experience hours:", "| aim | hours |", "| placment | 9 |"),
            ("f.feature:9:3: Amina has no aim 'placment'", "did you mean 'placement'?"),
        ),
        (
            ("And this evidence of work experience hours:", "| aim | hours |", "| placement | nine |"),
            ("f.feature:9:15: hours: 'nine' is not a number",),
        ),
        (
            ("And this aim belongs to a Grant Growth Contract award:", "| aim |", "| job |"),
            ("f.feature:9:3: Amina has no aim 'job'",),
        ),
        (
            ("And this claim outside the ILR:", "| line | date |", "| MCA Adjustment 1 | 01/08/2021 |"),
            ("the column 'amount' is missing",),
        ),
        (
            (
                "And this permission for a larger work experience aim:",
                "| aim reference | programme |",
                "| Z0009126 | SWOP |",
            ),
            ("programme: 'SWOP' is not a programme", "did you mean 'SWAP'?"),
        ),
        (("Then the work experience aim is Z0009123",), ("say first how many hours",)),
        (("Then the job outcome aim is Z0009136",), ("say first how old the learner is",)),
        (
            ("And no reference table wex_permission is supplied",),
            ("there is no reference table 'wex_permission'", "did you mean 'wex_permissions'?"),
        ),
    ],
)
def test_what_cannot_be_read_is_said(lines: tuple[str, ...], words: tuple[str, ...]) -> None:
    result = outcome(*PLACEMENT, *lines, "Then nothing is found")
    assert result.status == "error", result.message
    assert all(word in result.message for word in words), result.message


def test_too_many_hours_are_told_where_an_aim_is_expected() -> None:
    result = outcome(
        *SETTING,
        "When 93 hours of work experience are delivered in a SWAP",
        "Then the work experience aim is Z0009127",
        "And its base rate is £450.00",
    )
    assert result.status == "failed"
    assert [cell.actual for cell in result.cells] == ["permission is needed"] * 2
