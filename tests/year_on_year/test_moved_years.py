"""Dates moved to another funding year: what moves, what stays, and the way back."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steps.features import parse_feature, read_feature
from steps.moved_years import Edge, edges, moved, moved_text

FEATURES = sorted((Path(__file__).parents[2] / "features").rglob("*.feature"))
YEARS = st.integers(min_value=-30, max_value=30)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2100, 12, 31))
FORMS = (
    "%d/%m/%Y",
    "%Y-%m-%d",
    "%d %B %Y",
    "%d %b %Y",
    "25-50-%d/%m/%Y",
    "%b %Y",
    "%m/%Y",
    "until %d/%m/%Y, then",
)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("31/08/2021", "31/08/2022"),
        ("2021-12-17", "2022-12-17"),
        ("1st Aug 2021", "1st Aug 2022"),
        ("Aug 2021", "Aug 2022"),
        ("Sep 21", "Sep 22"),
        ("08/2021", "08/2022"),
        ("09/17", "09/18"),
        ("01/18 onwards", "01/19 onwards"),
        ("an ILR file is submitted on 28/12/17 with", "an ILR file is submitted on 28/12/18 with"),
        ("the funding year is 2021/22", "the funding year is 2022/23"),
        ("R10 of 2099/00", "R10 of 2100/01"),
        ("academic year 1718 in period R02", "academic year 1819 in period R02"),
        ("1617-R10", "1718-R10"),
        ("2-403-1-01/05/2017", "2-403-1-01/05/2018"),
        ("29/02/2020", "28/02/2021"),
        ("28/02/2019", "29/02/2020"),
        ("28/02/2020", "28/02/2021"),
    ],
)
def test_what_moves_by_a_year(text: str, after: str) -> None:
    assert moved_text(text, 1) == after


@pytest.mark.parametrize(
    "text",
    [
        "1620",
        "1,718.00",
        "16-18 Apprenticeship",
        "25-50",
        "2008/10",
        "17 Dec this year",
        "09/09/9999",
        "R10",
        "ESFA AEB - Adult Skills (procured from Nov 2017)",
        "19+ Apprenticeship (From May 2017) Levy Contract",
        "APP_MAY_2017_EM",
        "Z0009123",
    ],
)
def test_what_stays(text: str) -> None:
    assert moved_text(text, 1, is_cell=True) == text


def test_year_codes_move_in_columns_of_years_only() -> None:
    assert moved_text("1718", 1, is_cell=True) == "1718"
    assert moved_text("1718", 1, is_cell=True, of_year=True) == "1819"
    assert moved_text("8/21", 1, is_cell=True) == "8/22"


@given(DAYS, st.sampled_from(FORMS), YEARS)
def test_forward_and_back_is_where_it_was(day: date, form: str, years: int) -> None:
    text = day.strftime(form)
    back = moved_text(moved_text(text, years), -years)
    at_the_edge = (day.month, day.day) in ((2, 28), (2, 29))
    assert back == text or (at_the_edge and list(edges([text, moved_text(text, years)], years)) is not None)
    if not at_the_edge:
        assert back == text


@given(DAYS, YEARS)
def test_a_moved_day_is_the_same_day_of_another_year(day: date, years: int) -> None:
    after = date.fromisoformat(moved_text(day.isoformat(), years))
    assert (after.year, after.month) == (day.year + years, day.month)
    assert after.day == day.day or (day.month == 2 and {after.day, day.day} == {28, 29})


@given(st.integers(min_value=2000, max_value=2060), YEARS)
def test_years_follow_one_another_after_the_move(start: int, years: int) -> None:
    text = f"{start}/{(start + 1) % 100:02}"
    if 2000 <= start + years < 2099:
        assert moved_text(text, years) == f"{start + years}/{(start + years + 1) % 100:02}"


def test_the_edges_of_february_are_told() -> None:
    assert list(edges(["29/02/2020 and 28/02/2019", "28/02/2021", "29/02/2020"], 1)) == [
        Edge("29/02/2020", "28/02/2021"),
        Edge("28/02/2019", "29/02/2020"),
    ]


@pytest.mark.parametrize("path", FEATURES, ids=lambda path: path.stem)
def test_every_feature_comes_back(path: Path) -> None:
    feature = read_feature(path)
    texts = [text for one in feature.scenarios for step in one.steps for text in (step.text, str(step.table))]
    if not any(text.find("29/02") + 1 or text.find("28/02") + 1 for text in texts):
        assert moved(moved(feature, 1), -1) == feature
    assert moved(feature, 0) is feature


def test_places_stay_so_that_messages_point_into_the_file() -> None:
    text = "Feature: F\n  Scenario: S\n    Given the funding year is 2021/22\n"
    before = parse_feature(text, Path("f.feature"))
    after = moved(before, 2)
    assert after.scenarios[0].steps[0].text == "the funding year is 2023/24"
    assert after.scenarios[0].line == before.scenarios[0].line
