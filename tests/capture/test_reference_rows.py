"""Rows of any reference table in a scenario: read by their headings, a wrong one told with its place."""

from pathlib import Path

import pytest

from steps.features import parse_feature
from steps.results import ScenarioResult
from steps.runner import run_scenario

_STEPS = """\
Feature: F
  Scenario: S
    Given the funding year is 2020/21
    And these rows of the reference table {table}:
      | {headings} |
      | {cells} |
    And this aim:
      | aim reference | start date | planned end date | actual end date | SOF |
      | 60900060      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
    Then the values are:
      | aim value |
      | {value}   |
"""


def _result(table: str, headings: str, cells: str, value: str = "1,720.00") -> ScenarioResult:
    text = _STEPS.format(table=table, headings=headings, cells=cells, value=value)
    return run_scenario(parse_feature(text, Path("f.feature")).scenarios[0])


def test_the_provider_is_that_of_the_scenario_unless_said() -> None:
    resources = "OrgFundFactor | OrgFundFactType | OrgFundFactValue | OrgFundEffectiveFrom"
    cells = "SPECIALIST RESOURCES | Adult Skills | 1 | {}"
    assert (
        _result("organisation_funding", resources, cells.format("01/08/2013"), "1,920.00").status == "passed"
    )
    assert (
        _result("organisation_funding", resources, cells.format("2013-08-01"), "1,920.00").status == "passed"
    )
    assert (
        _result("organisation_funding", resources, cells.format("01/08/2022"), "1,720.00").status == "passed"
    )
    elsewhere = f"10000101 | {cells.format('01/08/2013')}"
    assert _result("organisation_funding", f"UKPRN | {resources}", elsewhere, "1,720.00").status == "passed"


@pytest.mark.parametrize(
    ("table", "headings", "cells", "told"),
    [
        ("organisation", "UKPRN", "1", "there is no reference table 'organisation'; did you mean"),
        ("large_employers", "EmpIdd", "1", "there is no heading 'EmpIdd'; did you mean 'EmpId'?"),
        ("large_employers", "Postcode", "1", "f.feature:6:9: the table large_employers has no 'Postcode'"),
        (
            "large_employers",
            "EffectiveFrom",
            "01/08/2013",
            "f.feature:6: a row of large_employers needs EmpId",
        ),
        (
            "large_employers",
            "EmpId | EffectiveFrom",
            "1 | soon",
            "'soon' is not a date; write it like 17/12/2021",
        ),
    ],
)
def test_a_wrong_row_is_told(table: str, headings: str, cells: str, told: str) -> None:
    result = _result(table, headings, cells)
    assert result.status == "error"
    assert told in result.message
