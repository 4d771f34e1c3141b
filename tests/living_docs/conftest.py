"""A report of real features and of one that fails, made once for all tests of the living documentation."""

from datetime import datetime
from pathlib import Path

import pytest

from reports.page import write_report
from steps.features import find_features
from steps.results import RunResult
from steps.runner import RunOptions, run_features

ROOT = Path(__file__).resolve().parents[2]
WHEN = datetime.fromisoformat("2026-11-22T09:05:00+00:00")
FEATURES = (
    "apprenticeships/small_employers",
    "apprenticeships/levy_and_co_investment",
    "apprenticeships/corrected_files",
    "apprenticeships/fm36_worked_examples",
    "adult_skills/instalments",
    "bootcamps/commencement",
    "bootcamps/returns_and_years",
    "sector_programmes/earnings",
)

WRONG = """
@adult-skills
Feature: What fails on purpose
  Scenario: A figure that is not the computed one
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme | 41.00    | 0.00     |
      | WEX | achievement  | 10.00    | 0.00     |
"""


@pytest.fixture(scope="session")
def living_run(tmp_path_factory: pytest.TempPathFactory) -> RunResult:
    wrong = tmp_path_factory.mktemp("features") / "features" / "sector_programmes" / "wrong.feature"
    wrong.parent.mkdir(parents=True)
    wrong.write_text(WRONG, encoding="utf-8")
    paths = [*(ROOT / "features" / f"{name}.feature" for name in FEATURES), wrong]
    return run_features(find_features(paths), RunOptions(explain=True))


@pytest.fixture(scope="session")
def folder(living_run: RunResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(living_run, tmp_path_factory.mktemp("site"), when=WHEN).parent
