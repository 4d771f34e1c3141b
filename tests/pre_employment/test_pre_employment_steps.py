"""Sentences and tables of pre-employment that cannot be read or do not agree: each says what was expected."""

from pathlib import Path

import pytest

from steps.features import parse_feature
from steps.results import ScenarioResult
from steps.runner import run_scenario

RECORD = (
    "Given this pre-employment record:",
    "| L03 | A09 | source of funding | A59 | A60 | job start |",
    "| 0001 | 50012345 | ALR | 12 | 6 | 02/03/2009 |",
)


def outcome(*lines: str) -> ScenarioResult:
    text = "\n".join(("Feature: F", "  Scenario: S", *lines))
    (scenario,) = parse_feature(text, Path("f.feature")).scenarios
    return run_scenario(scenario)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (
            ("Given this pre-employment record:", "| L03 | A59s |", "| 1 | 2 |"),
            "did you mean 'A59'?",
        ),
        (("Given this pre-employment record:", "| L03 | A59 |", "| 1 | -2 |"), "'-2' is below 0"),
        (
            ("Given this pre-employment record:", "| L03 | source |", "| 1 | 22 |"),
            "ALR or the name of the other",
        ),
        (("Given this pre-employment record:", "| A09 |", "| 2 |"), "the column 'L03' is missing"),
        (("Then 14 contacts are due",), "say first what the records are"),
        ((*RECORD, "Then the check-ins are:", "| check-in |", "| week 1 |"), "did you mean 'end of week 1'?"),
        ((*RECORD, "Then the pre-employment funding is:", "| learner |", "| 0002 |"), "0 aims are meant"),
        (
            (*RECORD, "Then the credit success rate is:", "| provider | rate |", "| 10000009 | 50% |"),
            "no record holds",
        ),
    ],
)
def test_what_cannot_be_read(lines: tuple[str, ...], words: str) -> None:
    result = outcome(*lines)
    assert result.status in ("error", "failed")
    assert words in result.message + "".join(one.message for one in result.problems)


@pytest.mark.parametrize(
    "lines",
    [
        ("Then the pre-employment funding is:", "| funding |", "| 400.00 |"),
        ("Then the pre-employment funding is:", "| value before uplifts |", "| 0 |"),
        ("Then the check-ins are:", "| check-in | date |", "| day one | 02/03/2009 |"),
        ("Then the credit success rate is:", "| credit success rate |", "| 50% |"),
        ("Then 13 contacts are due",),
        ("Then 1 learners are offenders in the community, 0 with the code",),
        ("Then the check-in 12 weeks in of 0001 is 6 days before 13 weeks are over on 01/06/2009",),
    ],
)
def test_what_does_not_agree_fails(lines: tuple[str, ...]) -> None:
    result = outcome(*RECORD, *lines)
    assert result.status == "failed"
    assert any(not cell.ok for cell in result.cells)
