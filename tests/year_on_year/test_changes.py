"""Two runs compared: nothing against itself, a penny against the figures that use it, and what accounts for it."""

import dataclasses
from pathlib import Path

import pytest
from kept_runs import ADULT, kept, with_value

from reports.year_on_year.compare import compare
from reports.year_on_year.record import Figure, Record, ScenarioRecord
from reports.year_on_year.runs import recorded
from reports.year_on_year.screen import headline


def scenario(*figures: Figure, name: str = "S", inputs: str = "") -> ScenarioRecord:
    return ScenarioRecord("features/a/a.feature", name, 1, 3, (), "passed", inputs, "", list(figures))


def figure(actual: str, row: str = "A", column: str = "Aug 2021") -> Figure:
    return Figure("the earnings are:", row, column, "1.00", actual)


def record(*scenarios: ScenarioRecord) -> Record:
    return Record(("features",), (), list(scenarios))


def test_a_run_against_itself_shows_nothing() -> None:
    held = kept(str(ADULT))
    found = compare(held, held)
    assert not found.differs
    assert not found.moved and not found.new and not found.gone and not found.new_figures
    assert found.compared == held.figures > 1000


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("learning_support_month", '"150"', '"150.01"'),
        ("traineeship_programme_rate", '"1500"', '"1500.01"'),
        ("covid_offer_addition", '"400"', '"400.01"'),
        ("achievement_share", '"0.20"', '"0.21"'),
    ],
)
def test_a_nudged_rate_shows_the_figures_that_use_it(
    tmp_path: Path, name: str, before: str, after: str
) -> None:
    held = kept(str(ADULT))
    folder = with_value(tmp_path, "adult_skills", name, before, after)
    found = compare(held, recorded((str(ADULT),), parameters=folder, quiet=True))
    assert found.moved and not found.stopped and not found.gone_figures
    assert {cause.name for move in found.moved for cause in move.causes} == {f"adult_skills.{name}"}
    moved = {(m.scenario.feature, m.scenario.name, m.scenario.line, m.row, m.column) for m in found.moved}
    using = {
        (one.feature, one.name, one.line, each.row, each.column)
        for one in held.scenarios
        for each in one.figures
        if any(used.name == name for reason in each.reasons for used in reason.parameters)
    }
    told = {
        (one.feature, one.name, one.line, each.row, each.column)
        for one in held.scenarios
        for each in one.figures
        if each.reasons
    }
    assert moved & told <= using, "a figure moved whose reason does not name the rate"


def test_equal_numbers_are_equal_and_the_difference_is_exact() -> None:
    found = compare(
        record(scenario(figure("620"), figure("1,000.00", row="B"))),
        record(scenario(figure("620.00"), figure("999.99", row="B"))),
    )
    assert [(one.row, str(one.difference)) for one in found.moved] == [("B", "-0.01")]
    assert headline(found).startswith("1 of 2 figures in 1 scenario moved")


def test_new_scenarios_and_figures_are_no_movement_but_gone_ones_are() -> None:
    small, large = (
        record(scenario(figure("1"))),
        record(scenario(figure("1"), figure("2", row="B")), scenario(figure("3"), name="T")),
    )
    grown = compare(small, large)
    assert (len(grown.new), len(grown.new_figures), grown.differs) == (1, 1, False)
    shrunk = compare(large, small)
    assert (len(shrunk.gone), len(shrunk.gone_figures), shrunk.differs) == (1, 1, True)


def test_a_row_added_to_an_outline_moves_no_other() -> None:
    first, second, added = (
        dataclasses.replace(scenario(figure(value), inputs=key), example=at)
        for value, key, at in (("1", "a", 1), ("2", "b", 2), ("3", "c", 2))
    )
    found = compare(record(first, second), record(first, added, dataclasses.replace(second, example=3)))
    assert not found.moved
    assert [one.inputs for one in found.new] == ["c"]


def test_a_scenario_that_stops_is_told_with_its_message() -> None:
    broken = dataclasses.replace(
        scenario(), status="error", message="a.feature:3:1: no value of x.y on 2025-08-01"
    )
    found = compare(record(scenario(figure("1"))), record(broken))
    assert found.differs and not found.moved
    assert [one.message for one in found.stopped] == [broken.message]


def test_codes_of_findings_account_for_texts() -> None:
    found = compare(record(scenario(figure("M1"))), record(scenario(figure("not paid (NP_START_WINDOW)"))))
    assert [(cause.name, cause.after) for cause in found.moved[0].causes] == [("NP_START_WINDOW", "applies")]
