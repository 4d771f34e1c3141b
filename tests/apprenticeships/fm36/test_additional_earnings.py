"""Earnings beside the price: incentives, disadvantage, care leavers, English and maths, learning support."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.calendar import FundingYear
from engine.ilr.records import AppFinRecord, LearningDelivery
from engine.parameters import published
from engine.programmes.apprenticeships.lines import TransactionType as T
from engine.programmes.apprenticeships.payment_records import payments_by_episode
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.rules import rules_of
from tests.apprenticeships.earnings.apprentice_builders import (
    ADULT,
    FRAMEWORK,
    YOUNG,
    aim_of,
    amounts,
    day,
    fam,
    learner_of,
    lines_of,
    price,
    status,
    worked_out,
)

START, PLAN = "06/08/17", "08/08/18"
FROM_2017 = price(START, 12000, 3000)


def due(work: PersonYear, kind: T) -> list[tuple[str, Decimal]]:
    """Return the days and amounts of payments that fall due on a day."""
    return [(line.census.strftime("%d/%m/%y"), line.amount) for line in lines_of(work, kind)]


def english(start: str, planned: str, end: str = "", **fields: Any) -> LearningDelivery:
    values: dict[str, Any] = {"aim_type": 3, "aim_seq_number": 2, "learn_aim_ref": "60060014"}
    return aim_of(start, planned, end, **{**values, **fields})


def test_incentives_fall_due_on_days_90_and_365_of_learning() -> None:
    learner = learner_of(aim_of(START, PLAN, prices=FROM_2017), born=date(2000, 1, 1))
    first, second = worked_out(learner, year=2017), worked_out(learner, year=2018)
    for kind in (T.FIRST_EMPLOYER_INCENTIVE, T.FIRST_PROVIDER_INCENTIVE):
        assert due(first, kind) == [("03/11/17", Decimal(500))]
        assert due(second, kind) == []
    for kind in (T.SECOND_EMPLOYER_INCENTIVE, T.SECOND_PROVIDER_INCENTIVE):
        assert due(first, kind) == []
        assert due(second, kind) == [("05/08/18", Decimal(500))]


def test_a_learner_who_has_left_by_the_day_brings_no_incentive() -> None:
    for end, paid in (("02/11/17", 0), ("03/11/17", 1)):
        learner = learner_of(aim_of(START, PLAN, end, prices=FROM_2017), born=YOUNG)
        assert len(due(worked_out(learner, year=2017), T.FIRST_PROVIDER_INCENTIVE)) == paid


def test_days_add_up_over_deliveries_and_providers_but_not_over_a_break() -> None:
    first = learner_of(aim_of(START, PLAN, "04/10/17", prices=FROM_2017), born=YOUNG)
    back = learner_of(
        aim_of("01/12/17", "30/11/18", prices=price("01/12/17", 8000, 2000)),
        born=YOUNG,
        learn_ref_number="OTHER",
    )
    work = worked_out((10000101, first), (10000102, back), year=2017)
    # 60 days are over when the learner comes back on 1 December: the ninetieth is the thirtieth from there.
    assert due(work, T.FIRST_PROVIDER_INCENTIVE) == [("30/12/17", Decimal(500))]
    assert lines_of(work, T.FIRST_PROVIDER_INCENTIVE)[0].ukprn == 10000102


def test_an_incentive_belongs_to_the_episode_in_force_on_its_day() -> None:
    prices = (*FROM_2017, *price("03/11/17", 9000, 2000))
    learner = learner_of(aim_of(START, PLAN, prices=prices), born=YOUNG)
    (line,) = lines_of(worked_out(learner, year=2017), T.FIRST_PROVIDER_INCENTIVE)
    assert line.episode is not None and line.episode.identifier == "25-17-03/11/2017"
    assert line.government_share == 1


def test_a_redundant_learner_brings_the_employer_no_second_incentive() -> None:
    statuses = (status("01/06/17"), status("01/05/18", 11, None))
    learner = learner_of(aim_of(START, PLAN, prices=FROM_2017), born=YOUNG, statuses=statuses)
    work = worked_out(learner, year=2018)
    assert due(work, T.SECOND_EMPLOYER_INCENTIVE) == []
    assert due(work, T.SECOND_PROVIDER_INCENTIVE) == [("05/08/18", Decimal(500))]


@pytest.mark.parametrize(("codes", "to_employer"), [(("4",), 1), (("4", "362"), 0)])
def test_an_adult_care_leaver_may_keep_the_employer_untold(codes: tuple[str, ...], to_employer: int) -> None:
    fams = tuple(fam("EEF" if code == "4" else "LDM", code) for code in codes)
    learner = learner_of(
        aim_of("06/08/20", "08/08/21", prices=price("06/08/20", 15000), fams=fams), born=date(2000, 1, 1)
    )
    work = worked_out(learner)
    assert len(due(work, T.FIRST_EMPLOYER_INCENTIVE)) == to_employer
    assert len(due(work, T.FIRST_PROVIDER_INCENTIVE)) == 1


@pytest.mark.parametrize(("course", "paid"), [(FRAMEWORK, 300), ({}, 0)])
def test_disadvantage_is_paid_for_frameworks_whatever_the_age(course: Any, paid: int) -> None:
    aim = aim_of(START, PLAN, prices=FROM_2017, **({"course": course} if course else {}))
    work = worked_out(learner_of(aim, born=ADULT, postcode_prior="WX1 1AA"), year=2017)
    assert due(work, T.FIRST_DISADVANTAGE) == ([("03/11/17", Decimal(paid))] if paid else [])


@pytest.mark.parametrize(
    ("start", "paid_on"), [("01/08/18", "29/09/18"), ("03/08/18", "01/10/18"), ("31/07/18", "")]
)
def test_a_care_leaver_is_paid_at_day_60(start: str, paid_on: str) -> None:
    aim = aim_of(start, "30/11/19", prices=price(start, 15000), fams=(fam("EEF", "4"),))
    work = worked_out(learner_of(aim, born=date(1998, 1, 1)), year=2018)
    assert due(work, T.CARE_LEAVER) == ([(paid_on, Decimal(1000))] if paid_on else [])


def test_a_care_leaver_is_paid_once_over_two_apprenticeships() -> None:
    first = aim_of("06/08/20", "08/08/21", "04/09/20", fams=(fam("EEF", "4"),), comp_status=6)
    other = aim_of(
        "01/10/20",
        "30/09/21",
        aim_seq_number=2,
        fams=(fam("EEF", "4"),),
        course={"prog_type": 25, "std_code": 18},
    )
    work = worked_out(learner_of(first, other, born=date(2000, 1, 1)))
    # 30 days are counted before the second apprenticeship: its thirtieth day is the sixtieth.
    assert due(work, T.CARE_LEAVER) == [("30/10/20", Decimal(1000))]


@pytest.mark.parametrize(
    ("planned", "instalment"), [("08/08/18", "39.25"), ("08/10/18", "33.64286"), ("08/11/18", "31.4")]
)
def test_english_and_maths_spread_their_rate_over_the_planned_months(planned: str, instalment: str) -> None:
    learner = learner_of(aim_of(START, PLAN, prices=FROM_2017), english(START, planned))
    found = amounts(worked_out(learner, year=2017), T.ENGLISH_MATHS_ON_PROGRAMME)
    assert found == dict.fromkeys(range(1, 13), Decimal(instalment))


@pytest.mark.parametrize(
    ("planned", "adjustments", "instalment"),
    [
        ("08/08/18", {"prior_learn_fund_adj": 75}, "29.4375"),
        ("08/03/18", {"prior_learn_fund_adj": 42}, "28.26"),
        ("08/03/18", {"other_fund_adj": 70}, "47.1"),
        ("08/08/18", {"prior_learn_fund_adj": 50, "other_fund_adj": 50}, "9.8125"),
        ("08/08/18", {"other_fund_adj": 0}, "0"),
    ],
)
def test_adjustments_of_english_and_maths_are_multiplied(
    planned: str, adjustments: dict[str, int], instalment: str
) -> None:
    learner = learner_of(aim_of(START, PLAN, prices=FROM_2017), english(START, planned, **adjustments))
    found = amounts(worked_out(learner, year=2017), T.ENGLISH_MATHS_ON_PROGRAMME)
    assert set(found.values()) == ({Decimal(instalment)} if Decimal(instalment) else set())


def test_english_completed_early_is_balanced_and_completed_late_is_not() -> None:
    programme = aim_of(START, "08/11/18", prices=FROM_2017)
    early = learner_of(programme, english(START, "08/11/18", "08/08/18", comp_status=2))
    work = worked_out(early, year=2018)
    assert amounts(work, T.ENGLISH_MATHS_BALANCING) == {1: Decimal("94.2")}
    assert amounts(work, T.ENGLISH_MATHS_ON_PROGRAMME) == {}
    late = learner_of(programme, english(START, "08/03/18", "08/06/18", comp_status=2))
    work = worked_out(late, year=2017)
    assert amounts(work, T.ENGLISH_MATHS_ON_PROGRAMME) == dict.fromkeys(range(1, 8), Decimal("67.28571"))
    assert amounts(work, T.ENGLISH_MATHS_BALANCING) == {}


@pytest.mark.parametrize(("year", "paid"), [(2017, {}), (2020, {2: Decimal("471")})])
def test_the_start_month_of_english_is_always_paid_from_2020_on(year: int, paid: dict[int, Decimal]) -> None:
    short = year - 2000
    programme = aim_of(f"01/08/{short}", f"31/07/{short + 1}", prices=price(f"01/08/{short}", 15000))
    lesson = english(f"03/09/{short}", f"20/09/{short}", f"19/09/{short}")
    work = worked_out(learner_of(programme, lesson), year=year)
    assert amounts(work, T.ENGLISH_MATHS_ON_PROGRAMME) == paid


@pytest.mark.parametrize(("year", "periods"), [(2017, 12), (2020, 5)])
def test_english_stops_with_a_redundancy_from_2020_on(year: int, periods: int) -> None:
    short = year - 2000
    programme = aim_of(f"06/08/{short}", f"08/12/{short + 2}", prices=price(f"06/08/{short}", 15000))
    lesson = english(f"06/08/{short}", f"08/12/{short + 2}", fams=(fam("LSF", "1", f"06/08/{short}"),))
    statuses = (status(f"01/06/{short}"), status(f"20/10/{short}", 11, None))
    work = worked_out(learner_of(programme, lesson, statuses=statuses), year=year)
    # The twelve weeks end on 12 January.
    assert sorted(amounts(work, T.ENGLISH_MATHS_ON_PROGRAMME)) == list(range(1, periods + 1))
    assert sorted(amounts(work, T.LEARNING_SUPPORT)) == list(range(1, periods + 1))
    assert sorted(amounts(work, T.ON_PROGRAMME)) == [1, 2, 3, 4, 5]


def test_learning_support_is_paid_once_by_the_programme_and_then_by_english() -> None:
    support = fam("LSF", "1", "06/08/17")
    programme = aim_of(START, PLAN, "10/12/17", prices=FROM_2017, fams=(support,))
    lesson = english(START, PLAN, fams=(support,))
    found = lines_of(worked_out(learner_of(programme, lesson), year=2017), T.LEARNING_SUPPORT)
    assert [(line.month.period, line.aim_seq_number) for line in found] == [
        *((period, 1) for period in range(1, 5)),
        *((period, 2) for period in range(5, 13)),
    ]
    assert all(line.amount == 150 for line in found)
    assert all((line.episode is None) == (line.aim_seq_number == 2) for line in found)


@pytest.mark.parametrize(
    ("first", "last", "periods"), [("02/10/17", "29/11/17", [3]), ("31/08/17", "30/11/17", [1, 2, 3, 4])]
)
def test_learning_support_needs_the_last_day_of_the_month(first: str, last: str, periods: list[int]) -> None:
    programme = aim_of(START, PLAN, prices=FROM_2017, fams=(fam("LSF", "1", first, last),))
    assert sorted(amounts(worked_out(learner_of(programme), year=2017), T.LEARNING_SUPPORT)) == periods


def test_payment_records_belong_to_the_episode_of_their_date() -> None:
    rules = rules_of(published(), FundingYear(2020))
    episodes = [(date(2020, 8, 1), date(2020, 9, 30)), (date(2020, 12, 1), date(2021, 1, 31))]
    records = [
        AppFinRecord(a_fin_type="PMR", a_fin_code=code, a_fin_date=day(when), a_fin_amount=amount)
        for code, when, amount in (
            (1, "01/07/20", 1), (2, "30/09/20", 10), (1, "31/10/20", 100), (3, "01/12/20", 1000), (1, "01/03/21", 10000)
        )
    ]  # fmt: skip
    assert payments_by_episode(records, episodes, rules) == [11, 9000]
    assert payments_by_episode(records, [], rules) == []


@given(st.integers(0, 800), st.integers(14, 900))
def test_a_person_earns_each_incentive_once_at_the_most(length: int, plan: int) -> None:
    first = date(2020, 8, 6)
    end = date.fromordinal(first.toordinal() + length)
    planned = date.fromordinal(first.toordinal() + plan)
    text = "%d/%m/%y"
    aim = aim_of(
        first.strftime(text), planned.strftime(text), end.strftime(text), prices=price("06/08/20", 15000)
    )
    found = [
        line.transaction_type
        for year in (2020, 2021, 2022)
        for line in worked_out(learner_of(aim, born=YOUNG), year=year).earnings.lines
    ]
    for kind, least in ((T.FIRST_PROVIDER_INCENTIVE, 90), (T.SECOND_PROVIDER_INCENTIVE, 365)):
        assert found.count(kind) == (1 if length + 1 >= least else 0)
