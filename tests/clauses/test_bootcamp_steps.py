"""Sentences and tables of returns and milestones that cannot be read, or that compare wrongly: what is said."""

from pathlib import Path

import pytest

from steps.features import parse_feature
from steps.results import ScenarioResult
from steps.runner import run_scenario

SETTING = (
    "Given the provider is 10000201",
    "And these bootcamps:",
    "| bootcamp | aim reference | price |",
    "| Cyber | Z5BC0101 | 3,000.00 |",
)
RETURNED = (
    *SETTING,
    "When this record is returned in R10 of 2023/24:",
    "| learner | aim | start | planned end |",
    "| Amina | Cyber | 01/05/2024 | 30/07/2024 |",
)


def outcome(*lines: str) -> ScenarioResult:
    text = "\n".join(("Feature: F", "  Scenario: S", *lines))
    (scenario,) = parse_feature(text, Path("f.feature")).scenarios
    return run_scenario(scenario)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("When the records are returned again in R15 of 2023/24",), ("returns are R01 to R14",)),
        (("When the records are returned again in R11",), ("write it like R10 of 2023/24",)),
        (("When the records are returned again in R01 of 2024/25",), ("nothing was returned for 2024/25",)),
        (("Given the rules of wave 4 apply",), ("there is no wave '4'", "3 or 5")),
        (
            ("And this record is returned in R11 of 2023/24:", "| learner | aim |", "| Amina | job for Cybr |"),
            ("there is no bootcamp 'Cybr'", "did you mean 'Cyber'?"),
        ),
        (
            ("Then the milestones are:", "| learner | milestone |", "| Amina | M4 |"),
            ("'M4' is not a milestone",),
        ),
        (("When the field Sez of Amina is left blank", "And the records are returned again in R11 of 2023/24"),
         ("there is no field 'Sez'", "did you mean 'Sex'?")),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said(lines: tuple[str, ...], words: tuple[str, ...]) -> None:
    result = outcome(*RETURNED, *lines, "Then nothing is paid")
    assert result.status == "error", result.message
    assert all(word in result.message for word in words), result.message


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("Then nothing is paid",), "Amina: M1 of Z5BC0101, 1200.00 in R10 of 2023/24"),
        (("Then the milestones are:", "| milestone | amount |", "| M1 | 1,200.01 |"), "got 1200.00"),
        (("Then the milestones are:", "| milestone |", "| M2 |"), "not paid"),
        (
            ("Then the no-pay report of R10 of 2023/24 is:", "| reason |", "| NP_DAM |"),
            "not there (there is: nothing)",
        ),
        (("Then Amina is left out of the export of R10 of 2023/24",), "got in the export"),
    ],
)
def test_a_difference_is_told(lines: tuple[str, ...], words: str) -> None:
    result = outcome(*RETURNED, *lines)
    assert result.status == "failed", result.message
    assert words in result.message
