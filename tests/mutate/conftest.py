"""A small folder of features whose scenarios judge changes."""

from pathlib import Path

import pytest

QUALIFYING = """
Feature: Qualifying days
  Scenario: An aim of half a year needs 42 days
    Given the funding year is 2020/21
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date | SOF |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | -               | 105 |
    Then the values are:
      | aim | qualifying days |
      | A   | 42              |
"""
PLACEMENT = """
Feature: Placements
  Scenario: A main aim has no placement
    Given the funding year is 2020/21
    And this study programme aim:
      | learner | aim      | aim reference | start date | planned end date |
      | Cara    | main aim | 60900011      | 01/09/2020 | 02/07/2021       |
    And this work placement:
      | learner | aim      | start date | end date   |
      | Cara    | main aim | 08/03/2021 | 12/03/2021 |
    Then WorkPlaceStartDate_03 is found
"""
EARNED = """
Feature: Work experience
  Scenario: The first month
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 |
      | WEX | on-programme | 40.00    |
"""


@pytest.fixture
def features(tmp_path: Path) -> Path:
    """Three features of one scenario each, all passing."""
    folder = tmp_path / "features"
    folder.mkdir()
    for name, text in (("qualifying", QUALIFYING), ("placement", PLACEMENT), ("earned", EARNED)):
        (folder / f"{name}.feature").write_text(text, encoding="utf-8")
    return folder
