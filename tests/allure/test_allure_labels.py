"""Where scenarios stand in Allure, and how grave their failure is."""

from typing import Any

import pytest

from reports.allure.labels import SEVERITIES, clauses, guidance_of, labels_of, severity, shown_clauses
from steps.results import CellResult, ScenarioResult, StepResult


def scenario(
    *tags: str, steps: tuple[tuple[str, str], ...] = (), cells: tuple[str, ...] = ()
) -> ScenarioResult:
    told = [StepResult(keyword, text, 1, "passed") for keyword, text in steps]
    if told:
        told[-1].cells = [CellResult(1, "", "", one, one, True) for one in cells]
    return ScenarioResult("features/x/y.feature", 1, "A name", tags, "passed", steps=told)


def of(name: str, found: ScenarioResult) -> list[str]:
    return [value for label, value in labels_of(found) if label == name]


def test_each_clause_is_a_story_with_its_words() -> None:
    shown = scenario("adult-skills", "WB5-M1-02", "SE-AC02", "WB5-M1-02")
    assert of("story", shown) == [
        "WB5-M1-02: Milestone 1 pays 40% of the price for commencement.",
        "SE-AC02: So is a 19 to 24 year old with an education, health and care plan.",
    ]
    assert of("clause", shown) == ["WB5-M1-02", "SE-AC02"]
    assert of("document", shown) == [
        "Skills Bootcamps Wave 5: Learner Entry Tool guidance, version 1.0",
        "Apprenticeship payments: small employers",
    ]
    assert "*Apprenticeship payments: small employers, 2017/18: Small employers*" in guidance_of(shown)


def test_no_two_clauses_share_a_story() -> None:
    stories = [one.story for one in clauses().values()]
    assert len(set(stories)) == len(stories) > 600
    assert max(map(len, stories)) < 160
    long = next(one for one in clauses().values() if len(one.clause.says) > 150)
    assert long.story.endswith(" …")
    assert long.clause.says in guidance_of(scenario(long.clause.id))


def test_without_a_clause_the_rule_is_the_story_or_else_the_name() -> None:
    bare = scenario("adult-skills", "WB5-M1-0")
    assert of("story", bare) == ["A name"]
    bare.rule = "A rule"
    assert of("story", bare) == ["A rule"]
    assert not of("clause", bare)
    assert guidance_of(bare) == ""


@pytest.mark.parametrize(
    ("text", "cells", "expected"),
    [
        ("the earnings are:", ("1",), "critical"),
        ("nothing is earned", ("nothing",), "critical"),
        ("the provider is due 50 from the employer", ("50",), "critical"),
        ("the transaction types for the payments are:", ("50",), "critical"),
        ("the milestones are:", ("M1",), "critical"),
        ("the values are:", ("13/03/2022", "4,188.00"), "critical"),
        ("the values are:", ("13/03/2022", "1.0723", "14"), "normal"),
        ("the findings are:", ("FD_LearnRefNumber_MA",), "normal"),
        ("the no-pay report of R10 of 2023/24 is:", ("Z5BC0201",), "normal"),
        ("the data lock status will be as follows:", ("DLOCK_07",), "normal"),
        ("13 weeks are complete on 17/12/2021", ("17/12/2021",), "normal"),
    ],
)
def test_money_is_critical_and_decisions_are_normal(text: str, cells: tuple[str, ...], expected: str) -> None:
    steps = (("Given", "the learner is paid 100.00"), ("When", "it is earned"), ("Then", text))
    assert severity(scenario(steps=steps, cells=cells)) == expected


def test_money_that_is_only_given_is_not_compared() -> None:
    steps = (("Then", "this is found:"), ("Given", "payments made before"), ("And", "earnings"))
    assert severity(scenario(steps=steps)) == "normal"
    assert (
        severity(scenario(steps=(*steps, ("Then", "this is found:"), ("And", "nothing is paid"))))
        == "critical"
    )


def test_a_worked_example_of_the_guidance_is_a_blocker() -> None:
    example = next(one.clause.id for one in clauses().values() if one.clause.tag == "worked_example")
    assert severity(scenario(example)) == "blocker"
    assert severity(scenario(example, "trivial")) == "trivial"


@pytest.mark.parametrize("word", SEVERITIES)
@pytest.mark.parametrize("tag", ["{}", "severity:{}", "severity-{}", "allure.severity:{}", "Severity={}"])
def test_a_tag_says_otherwise(tag: str, word: str) -> None:
    assert severity(scenario(tag.format(word))) == word


def test_the_tag_of_the_scenario_counts_before_that_of_its_feature() -> None:
    assert severity(scenario("blocker", "severity:minor")) == "minor"
    assert severity(scenario("severity:grave", "critical_path")) == "normal"


def test_catalogues_that_cannot_be_read_leave_the_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    from engine.clauses import ClauseError

    def broken(folder: Any) -> Any:
        raise ClauseError("damaged.yaml: cannot be read")

    clauses.cache_clear()
    monkeypatch.setattr("engine.clauses.load_catalogues", broken)
    try:
        assert shown_clauses(scenario("WB5-M1-02")) == []
        assert of("tag", scenario("WB5-M1-02")) == ["WB5-M1-02"]
    finally:
        clauses.cache_clear()
