"""Each data lock code alone and with others (apprenticeship rules 6.3)."""

from datetime import date
from decimal import Decimal

import pytest

from engine.programmes.apprenticeships.course import Course
from tests.apprenticeships.datalock.lock_builders import (
    FRAMEWORK,
    OTHER_STANDARD,
    PROVIDER_B,
    STANDARD,
    ULN,
    codes,
    codes_by_period,
    commitment_of,
    completion,
    episode_of,
    ignored,
    incentives,
    instalments,
    locked,
    paid,
)


def test_a_fitting_commitment_pays_every_month_and_tells_of_no_code() -> None:
    mine = commitment_of()
    outcome = locked(instalments(episode_of(), "09/17", "11/17"), [mine])
    assert paid(outcome) == ["09/17", "10/17", "11/17"]
    assert codes(outcome) == []
    assert all(one.commitment is mine for one in outcome.lines)
    assert outcome.events[0].commitments == (mine,)
    assert not outcome.ignored


def test_02_without_any_commitment_nothing_is_paid_and_no_event_told() -> None:
    outcome = locked(instalments(episode_of(), "09/17", "10/17"), [commitment_of(uln=ULN + 1)])
    assert not paid(outcome)
    assert outcome.events == []
    assert outcome.lines[0].because.rule.id == "APP-DLOCK-02"
    assert ignored(outcome) == ["17-09", "17-10"]


def test_01_a_commitment_elsewhere_does_not_help_but_is_named() -> None:
    elsewhere = commitment_of(ukprn=PROVIDER_B)
    outcome = locked(instalments(episode_of(), "09/17", "09/17"), [elsewhere])
    assert codes(outcome) == ["01"]
    assert outcome.events[0].commitments == (elsewhere,)
    assert outcome.lines[0].commitment is None


def test_01_an_inactive_one_here_does_not_help_while_another_is_active_elsewhere() -> None:
    here = commitment_of(status="cancelled", stop_date="15/10/2017")
    elsewhere = commitment_of("2", "2-001", ukprn=PROVIDER_B, start="01/11/2017")
    outcome = locked(instalments(episode_of(), "09/17", "12/17"), [here, elsewhere])
    assert codes_by_period(outcome) == [
        ("09/17", 1, []),
        # stretched up to the day before the next commitment, so the stop shows
        ("10/17", 1, ["10"]),
        ("11/17", 1, ["01"]),
        ("12/17", 1, ["01"]),
    ]


def test_01_stops_the_checks() -> None:
    outcome = locked(
        instalments(episode_of(total=1), "09/17", "09/17"),
        [commitment_of(ukprn=PROVIDER_B, course=FRAMEWORK)],
        not_levy_payers=[0],
    )
    assert codes(outcome) == ["01"]


def test_where_none_is_active_those_of_this_provider_are_matched() -> None:
    """The census lies before either is active: all are looked at."""
    mine = commitment_of(start="01/09/2017")
    elsewhere = commitment_of("2", "2-001", ukprn=PROVIDER_B, start="01/10/2017")
    outcome = locked(completion(episode_of(), "20/09/2017"), [mine, elsewhere])
    assert codes(outcome) == []
    assert outcome.events[0].commitments == (mine,)


def test_09_a_price_from_before_the_commitment_silences_the_other_codes() -> None:
    early = episode_of("31/08/2017", total=1, course=FRAMEWORK)
    outcome = locked(instalments(early, "09/17", "10/17"), [commitment_of()], not_levy_payers=[0])
    assert codes(outcome) == ["09"]
    assert codes_by_period(outcome)[0] == ("09/17", 1, ["09"])
    assert not paid(outcome)


def test_09_the_day_the_commitment_takes_effect_is_in_time() -> None:
    outcome = locked(instalments(episode_of("01/09/2017"), "09/17", "09/17"), [commitment_of()])
    assert codes(outcome) == []


def test_09_goes_by_effective_from_where_there_is_one() -> None:
    late = commitment_of(effective_from="02/09/2017")
    assert codes(locked(instalments(episode_of(), "09/17", "09/17"), [late])) == ["09"]
    early = commitment_of(start="15/09/2017", effective_from="01/09/2017")
    assert codes(locked(instalments(episode_of(), "09/17", "09/17"), [early])) == []


def test_09_one_in_time_among_the_matched_is_enough_and_the_rest_still_count() -> None:
    """A paused version that begins after the price date still raises 12."""
    first = commitment_of(effective_from="01/09/2017", effective_to="31/10/2017")
    paused = commitment_of(version="1-002", status="paused", effective_from="01/11/2017")
    outcome = locked(instalments(episode_of(), "09/17", "12/17"), [first, paused])
    assert codes_by_period(outcome)[2:] == [("11/17", 1, ["12"]), ("12/17", 1, ["12"])]


def test_09_in_one_month_silences_the_codes_of_the_whole_episode() -> None:
    """A price from 25/10 against a version from 01/11: 07 in October, 09 from November on."""
    versions = [
        commitment_of(effective_from="01/09/2017", effective_to="31/10/2017"),
        commitment_of(version="1-002", price="12000", effective_from="01/11/2017"),
    ]
    outcome = locked(instalments(episode_of("25/10/2017", total=12000), "10/17", "12/17"), versions)
    assert codes_by_period(outcome) == [("10/17", 1, ["07"]), ("11/17", 1, ["09"]), ("12/17", 1, ["09"])]
    assert codes(outcome) == ["09"]


@pytest.mark.parametrize(
    ("learner", "commitment", "expected"),
    [
        (STANDARD, OTHER_STANDARD, ["03"]),
        (STANDARD, FRAMEWORK, ["03"]),
        (FRAMEWORK, STANDARD, ["03", "04", "06", "05"]),
        (FRAMEWORK, Course(2, 0, 450, 1), ["04"]),
        (FRAMEWORK, Course(2, 0, 403, 6), ["06"]),
        (FRAMEWORK, Course(3, 0, 403, 1), ["05"]),
        (FRAMEWORK, Course(3, 0, 451, 6), ["04", "06", "05"]),
        (FRAMEWORK, Course(3, 0, 403, 6), ["06", "05"]),
        (FRAMEWORK, FRAMEWORK, []),
    ],
)
def test_03_to_06_the_course_must_agree(learner: Course, commitment: Course, expected: list[str]) -> None:
    outcome = locked(
        instalments(episode_of(course=learner), "09/17", "09/17"), [commitment_of(course=commitment)]
    )
    assert codes(outcome) == expected


@pytest.mark.parametrize("price", ["14999.99", "15000.01", "0"])
def test_07_the_price_must_be_exactly_that_of_a_commitment(price: str) -> None:
    outcome = locked(instalments(episode_of(), "09/17", "09/17"), [commitment_of(price=price)])
    assert codes(outcome) == ["07"]
    assert not paid(outcome)


def test_07_equal_is_equal_however_written() -> None:
    outcome = locked(
        instalments(episode_of(total="15000.00"), "09/17", "09/17"), [commitment_of(price="15000")]
    )
    assert codes(outcome) == []


@pytest.mark.parametrize(
    ("stop", "months"),
    [
        ("31/10/2017", ["09/17", "10/17"]),
        ("30/10/2017", ["09/17"]),
        ("01/11/2017", ["09/17", "10/17"]),
        ("30/11/2017", ["09/17", "10/17", "11/17"]),
    ],
)
def test_10_a_stop_ends_payment_from_then_on_only(stop: str, months: list[str]) -> None:
    mine = commitment_of(status="cancelled", stop_date=stop)
    outcome = locked(instalments(episode_of(), "09/17", "12/17"), [mine])
    assert paid(outcome) == months
    assert codes(outcome) == ["10"]
    assert outcome.events[0].commitments == (mine,)


@pytest.mark.parametrize(
    ("stop", "pays"), [("14/12/2017", False), ("15/12/2017", True), ("16/12/2017", True)]
)
def test_10_a_stop_on_the_completion_day_or_later_pays_completion(stop: str, pays: bool) -> None:
    ended = completion(episode_of(), "15/12/2017")
    assert bool(paid(locked(ended, [commitment_of(status="cancelled", stop_date=stop)]))) is pays
    versions = [
        commitment_of(effective_from="01/09/2017", effective_to="13/12/2017"),
        commitment_of(version="1-002", status="cancelled", effective_from=stop, stop_date=stop),
    ]
    assert bool(paid(locked(ended, versions))) is pays


def test_10_a_cancelled_one_without_a_stop_date_is_stopped() -> None:
    assert codes(
        locked(instalments(episode_of(), "09/17", "09/17"), [commitment_of(status="cancelled")])
    ) == ["10"]


def test_12_a_pause_always_shows() -> None:
    outcome = locked(instalments(episode_of(), "09/17", "10/17"), [commitment_of(status="paused")])
    assert codes(outcome) == ["12"]
    assert not paid(outcome)


def test_11_the_employer_must_be_a_levy_payer_the_sender_need_not() -> None:
    lines = instalments(episode_of(), "09/17", "09/17")
    mine = commitment_of(employer=1, sender=2)
    assert codes(locked(lines, [mine], not_levy_payers=[1])) == ["11"]
    assert codes(locked(lines, [mine], not_levy_payers=[2])) == []


def test_08_two_active_at_once_lock_group_1_out_only() -> None:
    two = [commitment_of(), commitment_of("2", "2-001", employer=2, start="15/10/2017")]
    lines = [
        *instalments(episode_of(), "09/17", "11/17"),
        *incentives(episode_of(), "29/11/2017"),
        *incentives(episode_of(), "30/11/2017", [11]),
    ]
    outcome = locked(lines, two)
    assert codes_by_period(outcome) == [
        ("09/17", 1, []),
        ("10/17", 1, ["08"]),
        ("11/17", 1, ["08"]),
        ("11/17", 2, []),
        ("11/17", 2, []),
    ]


def test_08_a_second_one_at_another_provider_counts() -> None:
    two = [commitment_of(), commitment_of("2", "2-001", ukprn=PROVIDER_B, start="01/11/2017")]
    outcome = locked(instalments(episode_of(), "09/17", "11/17"), two)
    assert codes_by_period(outcome)[-1] == ("11/17", 1, ["08"])
    # The code is left on the episode, so none of its months is paid in this run.
    assert not paid(outcome)
    earlier = locked(instalments(episode_of(), "09/17", "11/17"), two, until="10/17")
    assert paid(earlier) == ["09/17", "10/17"]


def test_08_only_those_with_status_active_count() -> None:
    stopped = commitment_of(status="cancelled", stop_date="31/12/2017")
    following = commitment_of("2", "2-001", start="01/11/2017")
    outcome = locked(instalments(episode_of(), "11/17", "11/17"), [stopped, following])
    assert codes(outcome) == []
    paused = commitment_of("2", "2-001", start="01/11/2017", status="paused")
    assert codes(locked(instalments(episode_of(), "11/17", "11/17"), [commitment_of(), paused])) == ["12"]


def test_08_versions_of_one_commitment_are_one() -> None:
    versions = [
        commitment_of(effective_from="01/09/2017", effective_to="31/12/2017"),
        commitment_of(version="1-002", effective_from="01/11/2017"),
    ]
    assert codes(locked(instalments(episode_of(), "11/17", "11/17"), versions)) == []


def test_codes_come_in_the_order_of_the_checks() -> None:
    rows = [
        commitment_of(status="cancelled", stop_date="15/09/2017", price="1", course=STANDARD, employer=5),
        commitment_of("2", "2-001", status="paused", price="2", course=OTHER_STANDARD),
        commitment_of("3", "3-001", price="3", course=OTHER_STANDARD),
        commitment_of("4", "4-001", price="4", course=OTHER_STANDARD),
    ]
    outcome = locked(instalments(episode_of(course=FRAMEWORK), "10/17", "10/17"), rows, not_levy_payers=[0])
    assert codes(outcome) == ["03", "04", "06", "05", "07", "12", "11", "08"]
    every = locked(
        instalments(episode_of(course=FRAMEWORK), "10/17", "10/17"),
        [*rows, commitment_of("5", "5-001", status="cancelled", price="5", course=OTHER_STANDARD)],
        not_levy_payers=[0],
    )
    assert codes(every) == ["03", "04", "06", "05", "07", "10", "12", "11", "08"]


def test_the_first_active_one_is_recorded() -> None:
    two = [
        commitment_of("2", "2-001", employer=2, start="01/10/2017"),
        commitment_of("1", "1-001", employer=1, start="01/09/2017"),
    ]
    outcome = locked(incentives(episode_of(), "29/11/2017"), two)
    assert [one.commitment.employer for one in outcome.lines if one.commitment] == [1, 1]


def test_the_last_matched_is_recorded_where_none_is_active() -> None:
    first = commitment_of(effective_from="01/09/2017", effective_to="31/10/2017")
    stopped = commitment_of(
        version="1-002", status="cancelled", effective_from="01/11/2017", stop_date="15/12/2017"
    )
    outcome = locked(completion(episode_of(), "10/12/2017"), [stopped, first])
    assert outcome.lines[0].payable
    assert outcome.lines[0].commitment is stopped


def test_an_earning_tells_why_it_is_not_paid() -> None:
    outcome = locked(instalments(episode_of(), "09/17", "09/17"), [commitment_of(price="1")])
    because = outcome.lines[0].because
    assert because.rule.id == "APP-DLOCK-07"
    assert because.rule.clauses == ("AR-6.3",)
    told = {term.name: term.value for term in because.explanation().facts}
    assert told["DLOCK_07"] == "The price is not that of a commitment."
    assert told["census day"] == date(2017, 9, 30)
    assert told["price"] == Decimal(15000)
    assert told["commitment"] == "1 v1-001, active, price 1, effective 01/09/2017"


def test_an_earning_tells_why_it_is_paid() -> None:
    because = locked(instalments(episode_of(), "09/17", "09/17"), [commitment_of()]).lines[0].because
    assert because.rule.id == "APP-DLOCK-MATCHED"
    assert because.explanation().parameters
