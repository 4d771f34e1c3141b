"""Features that pass, fail and cannot be read, and results of them, made once."""

import json
from pathlib import Path
from typing import Any

import pytest

from reports.allure import write_results
from reports.allure.evidence import evidence_of
from steps.features import find_features
from steps.results import RunResult
from steps.runner import RunOptions, run_features

WORK_EXPERIENCE = """
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
"""

SEVERAL = f"""
@adult-skills
Feature: Work experience for the tests of results

  @WMCA2122-SWAP-WEX-01 @WMCA2122-SWAP-WEX-12
  Scenario: A figure that is not the computed one{WORK_EXPERIENCE}    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme | 41.00    | 0.00     |
      | WEX | achievement  | 10.00    | 0.00     |

  @severity:minor
  Scenario: A step that is not understood
    Given the funding year is 2021/22
    Then all is fine

  @ignore
  Scenario: One that is set aside
    Given the funding year is 2021/22

  Rule: What it comes to
    Scenario Outline: The sum
{WORK_EXPERIENCE}      Then the earnings in all are <sum>
      And WEX earns <part> of achievement in Aug 2021

      Examples:
        | sum   | part  |
        | 50.00 | 10.00 |
        | 51.00 | 10.00 |

  Scenario: The same twice{WORK_EXPERIENCE}    Then WEX earns 40.00 of on-programme in Aug 2021

  Scenario: The same twice{WORK_EXPERIENCE}    Then WEX earns 10.00 of achievement in Aug 2021
"""

DAMAGED = "Feature: Damaged\n  Scenario: One\n    Given a table\n      | it | never | ends\n"

BAND = """
Feature: Two providers of one apprentice
  Scenario: A second provider earns what the band leaves after the first
    Given the apprenticeship funding band maximum is 15000
    And the providers submit the following ILR files:
      | Provider   | ULN       | learner type           | agreed price | start date | planned end date | actual end date | completion status | standard code |
      | provider a | learner a | programme only non-DAS | 15000        | 06/08/2017 | 08/08/2018       | 05/01/2018      | withdrawn         | 50            |
      | provider b | learner a | programme only non-DAS | 15000        | 06/01/2018 | 08/08/2018       | 08/08/2018      | completed         | 50            |
    Then the earnings and payments break down for provider B is as follows:
      | Type                  | 12/17 | 01/18   |
      | Provider Earned Total | 0     | 1142.86 |
"""  # noqa: E501


@pytest.fixture(scope="session")
def features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with features of which some fail."""
    place = tmp_path_factory.mktemp("several") / "features" / "sector_programmes"
    place.mkdir(parents=True)
    for name, text in {"several": SEVERAL, "damaged": DAMAGED, "band": BAND}.items():
        (place / f"{name}.feature").write_text(text, encoding="utf-8")
    return place.parent


@pytest.fixture(scope="session")
def several(features: Path) -> RunResult:
    return run_features(find_features([features]), RunOptions(keep=evidence_of))


@pytest.fixture(scope="session")
def results(several: RunResult, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_results(several, tmp_path_factory.mktemp("results"))


@pytest.fixture(scope="session")
def by_name(results: Path) -> dict[str, dict[str, Any]]:
    """Return the results by name; of those of one name the one that was read last."""
    told = [json.loads(path.read_text(encoding="utf-8")) for path in results.glob("*-result.json")]
    return {one["name"]: one for one in told}
