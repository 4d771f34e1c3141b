"""Groups, the veto of an episode, ignored months, blank first months, and what English and maths go by."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from engine.calendar import FundingYear
from engine.parameters import published
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.inputs import Commitment
from engine.programmes.apprenticeships.payments.lock_rules import lock_rules
from tests.apprenticeships.datalock.lock_builders import (
    FRAMEWORK,
    OTHER_STANDARD,
    PROVIDER_B,
    YEAR,
    codes_by_period,
    commitment_of,
    completion,
    day,
    english,
    episode_of,
    ignored,
    incentives,
    instalments,
    line_of,
    locked,
    month,
    paid,
)

NEXT = FundingYear(2018)


def test_every_transaction_type_has_its_group() -> None:
    group_of = lock_rules(published(), YEAR).group_of
    assert set(group_of) == set(TransactionType)
    expected = {
        1: 1,
        8: 1,
        13: 1,
        14: 1,
        15: 1,
        4: 2,
        5: 2,
        11: 2,
        6: 3,
        7: 3,
        12: 3,
        2: 4,
        3: 4,
        9: 4,
        10: 4,
    }
    assert {int(kind): group for kind, group in group_of.items()} == {**expected, 16: 5}


@pytest.mark.parametrize("year", [2016, 2017, 2018, 2019, 2020])
def test_every_code_has_its_message_and_rule(year: int) -> None:
    rules = lock_rules(published(), FundingYear(year))
    assert sorted(rules.order) == [f"DLOCK_{number:02}" for number in range(1, 13)]
    assert set(rules.messages) == set(rules.order) == set(rules.rule_of_code)


# The veto of an episode (6.5)


def test_a_code_is_forgotten_once_a_later_month_is_payable() -> None:
    versions = [
        commitment_of(effective_from="01/09/2017", effective_to="31/10/2017", price="1"),
        commitment_of(version="1-002", effective_from="01/11/2017"),
    ]
    late = episode_of("01/09/2017", price_date=commitment_of(start="15/11/2017").start)
    outcome = locked(instalments(late, "09/17", "11/17"), versions)
    assert codes_by_period(outcome) == [("09/17", 1, ["07"]), ("10/17", 1, ["07"]), ("11/17", 1, [])]
    assert paid(outcome) == ["11/17"]
    assert ignored(outcome) == ["17-09", "17-10"]
    assert outcome.events[0].codes == ("DLOCK_07",)


def test_a_code_left_at_the_end_refuses_the_whole_episode() -> None:
    versions = [
        commitment_of(effective_from="01/09/2017", effective_to="31/10/2017"),
        commitment_of(version="1-002", effective_from="01/11/2017", price="1"),
    ]
    outcome = locked(instalments(episode_of(), "09/17", "11/17"), versions)
    assert not paid(outcome)
    assert outcome.lines[0].because.rule.id == "APP-DLOCK-EPISODE"
    told = [term.name for term in outcome.lines[0].because.explanation().facts]
    assert "DLOCK_09" in told
    assert ignored(outcome) == ["17-09", "17-10", "17-11"]
    # The month itself holds no code, though the run pays nothing of the episode.
    first = outcome.events[0].periods[0]
    assert first.codes == () and not first.payable


def test_only_a_stop_left_refuses_the_months_after_it_alone() -> None:
    stopped = commitment_of(status="cancelled", stop_date="31/10/2017")
    outcome = locked(instalments(episode_of(), "09/17", "12/17"), [stopped])
    assert paid(outcome) == ["09/17", "10/17"]
    assert ignored(outcome) == ["17-11", "17-12"]


def test_a_stop_together_with_another_code_refuses_all() -> None:
    rows = [
        commitment_of(effective_from="01/09/2017", effective_to="31/10/2017"),
        commitment_of(
            version="1-002", status="cancelled", effective_from="01/11/2017", stop_date="01/11/2017"
        ),
    ]
    lines = instalments(episode_of(), "09/17", "12/17")
    assert paid(locked(lines, rows)) == ["09/17", "10/17"]
    paused = commitment_of(version="1-003", status="paused", effective_from="01/12/2017")
    assert not paid(locked(lines, [*rows, paused]))


def test_a_later_group_of_the_same_month_clears_too() -> None:
    two = [commitment_of(), commitment_of("2", "2-001", ukprn=PROVIDER_B, start="01/11/2017")]
    lines = [*instalments(episode_of(), "09/17", "11/17"), *incentives(episode_of(), "30/11/2017")]
    outcome = locked(lines, two)
    assert paid(outcome, 1) == ["09/17", "10/17"]
    assert paid(outcome, 4, 5) == ["11/17", "11/17"]
    assert not outcome.ignored, "one group of November locks, so it is not ignored"


def test_episodes_are_refused_each_on_its_own() -> None:
    first, second = episode_of(), episode_of("01/11/2017", total=12000)
    lines = [*instalments(first, "09/17", "10/17"), *instalments(second, "11/17", "12/17")]
    outcome = locked(lines, [commitment_of()])
    assert paid(outcome) == ["09/17", "10/17"]
    assert ignored(outcome) == ["17-11", "17-12"]
    assert [event.codes for event in outcome.events] == [(), ("DLOCK_07",)]


def test_an_episode_of_august_keeps_its_old_price_date_and_stays_locked_out() -> None:
    old = episode_of("01/08/2018", price_date=commitment_of(start="31/08/2017").start)
    outcome = locked(
        [*instalments(old, "08/18", "08/18"), *incentives(old, "30/08/2018", [6, 7])],
        [commitment_of()],
        year=NEXT,
    )
    assert not paid(outcome)
    assert outcome.events[0].codes == ("DLOCK_09",)
    in_time = episode_of("01/08/2018", price_date=commitment_of().start)
    assert paid(locked(instalments(in_time, "08/18", "08/18"), [commitment_of()], year=NEXT)) == ["08/18"]


# Ignored months (6.7)


def test_an_ignored_month_pays_nothing_whatever_episode_it_is_locked_with() -> None:
    good = episode_of()
    bad = episode_of("15/10/2017", total=12000)
    support = line_of(good, 15, month("10/17"), amount=Decimal(150))
    lines = [
        *instalments(good, "09/17", "09/17"), *instalments(bad, "10/17", "10/17"), support,
        *incentives(good, "14/10/2017"), *english(good, "09/17", "10/17"),
    ]  # fmt: skip
    outcome = locked(lines, [commitment_of()])
    assert paid(outcome) == ["09/17", "09/17"]
    reasons = {
        int(one.line.transaction_type): one.because.rule.id for one in outcome.lines if not one.payable
    }
    assert reasons == {
        1: "APP-DLOCK-07", 15: "APP-DLOCK-IGNORED", 4: "APP-DLOCK-IGNORED", 5: "APP-DLOCK-IGNORED",
        13: "APP-DLOCK-IGNORED",
    }  # fmt: skip
    assert ignored(outcome) == ["17-10"]


def test_a_line_of_nothing_is_no_money() -> None:
    lines = [line_of(episode_of(total=1), 1, month("09/17"), amount=Decimal(0))]
    assert not locked(lines, [commitment_of()]).ignored


def test_ignored_months_are_those_of_the_learner_at_one_provider() -> None:
    here, there = episode_of(), episode_of(ukprn=PROVIDER_B)
    lines = [*instalments(here, "09/17", "09/17"), *instalments(there, "09/17", "09/17")]
    outcome = locked(lines, [commitment_of()])
    assert [one.payable for one in outcome.lines] == [True, False]


# Contract types (6.8, 5.6)


def test_non_levy_earnings_need_no_lock() -> None:
    outcome = locked(
        [
            *instalments(episode_of(contract_type=2), "09/17", "10/17"),
            *english(episode_of(contract_type=2), "11/17", "11/17"),
        ],
        [],
    )
    assert paid(outcome) == ["09/17", "10/17", "11/17"]
    assert not outcome.events and not outcome.ignored
    assert {one.commitment for one in outcome.lines} == {None}
    assert outcome.lines[0].because.rule.id == "APP-DLOCK-NON-LEVY"


def test_a_day_without_contract_type_is_not_paid() -> None:
    outcome = locked(instalments(episode_of(contract_type=0), "09/17", "09/17"), [commitment_of()])
    assert not paid(outcome)
    assert outcome.lines[0].because.rule.id == "APP-DLOCK-NO-CONTRACT"


# English, maths and learning support (4.5, 4.6, 6.6)


def test_english_is_paid_with_a_payable_earning_of_the_year() -> None:
    lines = [*instalments(episode_of(), "09/17", "10/17"), *english(episode_of(), "08/17", "12/17")]
    outcome = locked(lines, [commitment_of(employer=7)])
    assert paid(outcome, 13) == ["08/17", "09/17", "10/17", "11/17", "12/17"]
    assert {one.commitment.employer for one in outcome.lines if one.commitment} == {7}
    assert outcome.lines[-1].because.rule.id == "APP-DLOCK-CARRIED"


def test_a_completion_alone_in_august_carries_the_year() -> None:
    last = episode_of("01/08/2018", price_date=commitment_of().start)
    lines = [*completion(last, "08/08/2018"), *english(last, "08/18", "12/18")]
    assert len(paid(locked(lines, [commitment_of()], year=NEXT), 13)) == 5


def test_english_is_not_paid_while_the_programme_is_locked_out() -> None:
    lines = [*instalments(episode_of(total=1), "09/17", "09/17"), *english(episode_of(), "10/17", "10/17")]
    outcome = locked(lines, [commitment_of()])
    assert not paid(outcome)
    assert outcome.lines[-1].because.rule.id == "APP-DLOCK-NOT-CARRIED"


def test_only_earnings_of_the_same_course_and_provider_carry() -> None:
    lines = instalments(episode_of(), "09/17", "09/17")
    other_course = english(episode_of(course=OTHER_STANDARD), "09/17", "09/17")
    other_provider = english(episode_of(ukprn=PROVIDER_B), "09/17", "09/17")
    assert not paid(locked([*lines, *other_course, *other_provider], [commitment_of()]), 13)


def test_uplift_and_incentives_do_not_carry() -> None:
    lines = [
        *instalments(episode_of(), "09/17", "09/17", kind=8), *incentives(episode_of(), "29/11/2017"),
        *english(episode_of(), "12/17", "12/17"),
    ]  # fmt: skip
    early = commitment_of(start="01/08/2017")
    assert paid(locked(lines, [early]), 13) == ["12/17"], "the blank first month decides, and passes"
    assert not paid(locked(lines, [early], episodes=[], not_levy_payers=[0]), 13)


def test_the_commitment_is_that_of_the_month_else_the_latest_before_else_any() -> None:
    first, second = episode_of(), episode_of("01/12/2017")
    rows = [
        commitment_of("1", employer=1, status="cancelled", stop_date="31/10/2017"),
        commitment_of("2", "2-001", employer=2, start="01/12/2017"),
    ]
    lines = [
        *instalments(first, "09/17", "10/17"), *instalments(second, "12/17", "12/17"),
        *english(first, "08/17", "01/18"),
    ]  # fmt: skip
    outcome = locked(lines, rows)
    employers = [one.commitment.employer for one in outcome.lines[3:] if one.commitment]
    assert employers == [1, 1, 1, 1, 2, 2]


@pytest.mark.parametrize(("price", "pays"), [("15000", True), ("14000", False)])
def test_the_blank_first_month_locks_english_in_a_year_without_programme_money(
    price: str, pays: bool
) -> None:
    running = episode_of("01/08/2018", price_date=commitment_of().start)
    outcome = locked(
        english(running, "08/18", "11/18"), [commitment_of(price=price)], episodes=[running], year=NEXT
    )
    assert len(paid(outcome, 13)) == (4 if pays else 0)
    assert outcome.lines[0].because.rule.id == ("APP-DLOCK-FIRST-MONTH" if pays else "APP-DLOCK-NOT-CARRIED")
    assert not outcome.ignored, "a blank month is not ignored"
    assert [(one.month, one.group) for one in outcome.events[0].periods] == [(month("08/18"), 1)]


def test_the_blank_month_is_judged_on_31_august() -> None:
    running = episode_of("01/08/2018", price_date=commitment_of().start)
    for stop, pays in (("30/08/2018", False), ("31/08/2018", True)):
        stopped = commitment_of(status="cancelled", stop_date=stop)
        outcome = locked(english(running, "09/18", "09/18"), [stopped], episodes=[running], year=NEXT)
        assert bool(paid(outcome)) is pays


def test_no_blank_month_for_an_august_with_money_of_another_group() -> None:
    """Two active commitments lock group 1 out; the incentive of August is what the row is judged by."""
    running = episode_of("01/08/2018", price_date=commitment_of().start)
    two = [commitment_of(), commitment_of("2", "2-001", start="01/08/2018")]
    lines = english(running, "09/18", "09/18")
    assert not paid(locked(lines, two, episodes=[running], year=NEXT))
    with_incentive = [*incentives(running, "31/08/2018", [6, 7]), *lines]
    assert paid(locked(with_incentive, two, year=NEXT), 13) == ["09/18"]


def test_an_ended_programme_leaves_no_first_month_to_lock() -> None:
    lines = english(episode_of(), "09/18", "09/18")
    outcome = locked(lines, [commitment_of()], episodes=[], year=NEXT)
    assert not paid(outcome)
    assert outcome.events == []


def test_learning_support_under_the_programme_is_locked_with_it() -> None:
    support = line_of(episode_of(total=1), 15, month("09/17"))
    outcome = locked([support], [commitment_of()])
    assert outcome.lines[0].because.rule.id == "APP-DLOCK-07"
    assert ignored(outcome) == ["17-09"]


def test_learning_support_under_english_is_paid_as_english_is() -> None:
    lines = [*instalments(episode_of(), "09/17", "09/17"), *english(episode_of(), "10/17", "10/17", kind=15)]
    assert paid(locked(lines, [commitment_of()]), 15) == ["10/17"]
    assert not paid(locked(lines[1:], [commitment_of()], episodes=[]), 15)


def test_a_programme_earning_without_an_episode_is_told() -> None:
    line = replace(line_of(episode_of(), 1, month("09/17")), episode=None)
    with pytest.raises(ValueError, match=r"transaction type 1 of Sep 2017, aim 1 of learner learner a"):
        locked([line], [commitment_of()])


# Price changes (6.10)


def versions_from(text: str) -> list[Commitment]:
    """Return a commitment whose price changes to 9000 on a day."""
    return [
        commitment_of(effective_from="01/09/2017", effective_to=f"{day(text) - timedelta(days=1):%d/%m/%Y}"),
        commitment_of(version="1-002", price="9000", effective_from=text),
    ]


@pytest.mark.parametrize(
    ("price_from", "version_from", "months"),
    [
        # a change within the month passes with a commitment from the first
        ("10/11/2017", "01/11/2017", ["09/17", "10/17", "11/17", "12/17"]),
        ("10/11/2017", "10/11/2017", ["09/17", "10/17", "11/17", "12/17"]),
        # the price in the month before the version: locked out for the rest
        ("25/10/2017", "01/11/2017", ["09/17"]),
        # the price earlier in the same month: locked out till the end
        ("05/11/2017", "10/11/2017", ["09/17", "10/17"]),
    ],
)
def test_a_price_change(price_from: str, version_from: str, months: list[str]) -> None:
    first, second = episode_of(), episode_of(price_from, total=9000)
    change = int(price_from[3:5])
    lines = [
        *instalments(first, "09/17", f"{change - 1:02}/17"),
        *instalments(second, f"{change:02}/17", "12/17"),
    ]
    assert paid(locked(lines, versions_from(version_from))) == months


def test_a_price_that_changes_a_month_after_the_commitment_loses_that_month() -> None:
    first, second = episode_of(), episode_of("01/12/2017", total=9000)
    lines = [*instalments(first, "09/17", "11/17"), *instalments(second, "12/17", "12/17")]
    outcome = locked(lines, versions_from("01/11/2017"))
    assert codes_by_period(outcome)[2] == ("11/17", 1, ["09"])
    assert "12/17" in paid(outcome)


def test_a_framework_learner_is_paid() -> None:
    row = commitment_of(course=FRAMEWORK)
    assert paid(locked(instalments(episode_of(course=FRAMEWORK), "09/17", "09/17"), [row])) == ["09/17"]
