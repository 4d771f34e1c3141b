"""Scenarios of apprenticeships said in a test, in the product's own words: what they make of them and tell."""

from pathlib import Path
from textwrap import dedent

from engine.ilr.records import Learner, LearningDelivery
from steps import ilr_records
from steps.features import Scenario, Selection, parse_feature
from steps.results import ScenarioResult
from steps.runner import Performance, RunOptions, run_features
from steps.world import World

YEAR = "    Given the funding year is 2020/21\n"
PROGRAMME = """
    And this apprenticeship aim:
      | aim | start date | planned end date | TNP1 |
      | A   | 06/08/2020 | 08/08/2021       | 9000 |
"""
NEW_PRICE = """
    And this price:
      | aim | date       | TNP1  |
      | A   | 10/01/2021 | 12000 |
"""
"""£600 a month to December, then £942.86."""


def feature_of(text: str) -> str:
    """Return the inside of a scenario as a feature."""
    return f"Feature: Said\n  Scenario: One\n{YEAR}{dedent(text).strip(chr(10))}\n"


def scenario_of(text: str) -> Scenario:
    """Return the inside of a scenario, read."""
    return parse_feature(feature_of(text), Path("said.feature")).scenarios[0]


def world_of(text: str) -> World:
    """Return the state of a scenario whose steps are right, before anything is asked."""
    scenario = scenario_of(text)
    performance = Performance(scenario)
    for step in scenario.steps:
        performance.perform(step)
    assert not performance.problems, "\n".join(map(str, performance.problems))
    return performance.world


def learner(text: str) -> Learner:
    """Return the ILR record of a scenario's only learner."""
    world = world_of(text)
    return ilr_records.learner(world.learner(None), world.funding_year)


def aim(text: str, place: int = 0) -> LearningDelivery:
    """Return an aim of a scenario's only learner."""
    return learner(text).learning_delivery[place]


def codes(delivery: LearningDelivery, kind: str) -> list[tuple[str, str, str]]:
    """Return an aim's codes of a type: code, first and last day."""
    return [
        (fam.learn_del_fam_code, str(fam.learn_del_fam_date_from or ""), str(fam.learn_del_fam_date_to or ""))
        for fam in delivery.learning_delivery_fam
        if fam.learn_del_fam_type == kind
    ]


def money(delivery: LearningDelivery) -> list[tuple[str, int, str, int]]:
    """Return an aim's price and payment records: type, code, day and pounds."""
    return [
        (one.a_fin_type, one.a_fin_code, str(one.a_fin_date), one.a_fin_amount)
        for one in delivery.app_fin_record
    ]


def run(folder: Path, text: str) -> ScenarioResult:
    """Run a scenario."""
    path = folder / "said.feature"
    path.write_text(feature_of(text), encoding="utf-8")
    result = run_features([Selection(path, 0)], RunOptions()).features[0]
    assert not result.problems, result.problems
    return result.scenarios[0]


def told(folder: Path, text: str) -> str:
    """Return what an author is told: problems of the file, or the messages of its scenario."""
    path = folder / "said.feature"
    path.write_text(feature_of(text), encoding="utf-8")
    result = run_features([Selection(path, 0)], RunOptions()).features[0]
    return "\n".join([*map(str, result.problems), *(one.message for one in result.scenarios)])
