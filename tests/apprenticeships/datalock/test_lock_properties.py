"""What holds of the data lock whatever the commitments."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.parameters import published
from engine.programmes.apprenticeships.lines import EarningLine, Episode, YearEarnings
from engine.programmes.apprenticeships.payments.datalock import YearLock
from engine.programmes.apprenticeships.payments.inputs import Account, Commitment
from engine.programmes.apprenticeships.payments.lock_activity import CommitmentRegister
from engine.programmes.apprenticeships.payments.lock_outcome import LockOutcome
from engine.programmes.apprenticeships.payments.lock_rules import lock_rules
from tests.apprenticeships.datalock.lock_builders import (
    OTHER_STANDARD,
    PROVIDER_A,
    PROVIDER_B,
    STANDARD,
    ULN,
    YEAR,
    completion,
    english,
    episode_of,
    incentives,
    instalments,
    line_of,
    locked,
    month,
)

days = st.dates(date(2017, 8, 1), date(2018, 7, 31))


@st.composite
def commitments(draw: st.DrawFn) -> Commitment:
    start = draw(days)
    number = draw(st.integers(1, 3))
    return Commitment(
        id=str(number),
        version=f"{number}-{draw(st.integers(1, 9)):03}",
        uln=ULN,
        ukprn=draw(st.sampled_from([PROVIDER_A, PROVIDER_A, PROVIDER_B])),
        employer=draw(st.integers(0, 2)),
        course=draw(st.sampled_from([STANDARD, STANDARD, OTHER_STANDARD])),
        price=Decimal(draw(st.sampled_from([15000, 15000, 12000]))),
        start=start,
        end=start + timedelta(days=draw(st.integers(1, 500))),
        status=draw(st.sampled_from(["active", "active", "paused", "cancelled"])),
        effective_from=draw(st.one_of(st.none(), st.just(start), days)),
        effective_to=draw(st.one_of(st.none(), days)),
        stop_date=draw(st.one_of(st.none(), days)),
    )


def year_of_lines() -> list[EarningLine]:
    first, second = episode_of(), episode_of("15/01/2018", total=12000, price_date=date(2018, 1, 15))
    return [
        *instalments(first, "09/17", "12/17"), *incentives(first, "29/11/2017"),
        *instalments(second, "01/18", "04/18"), *completion(second, "10/05/2018"),
        line_of(first, 15, month("10/17")), *english(first, "09/17", "07/18"),
    ]  # fmt: skip


def seen(outcome: LockOutcome) -> list[tuple[object, ...]]:
    return [(one.payable, one.commitment, one.because.rule.id) for one in outcome.lines]


@given(st.lists(commitments(), max_size=4), st.lists(commitments(), max_size=3))
@settings(deadline=None, max_examples=80)
def test_commitments_of_another_learner_change_nothing(
    mine: list[Commitment], others: list[Commitment]
) -> None:
    lines = year_of_lines()
    alone = locked(lines, mine)
    mixed = locked(lines, [*(replace(one, uln=ULN + 1) for one in others), *mine])
    assert seen(alone) == seen(mixed)
    assert alone.ignored == mixed.ignored
    assert alone.events == mixed.events


@given(st.lists(commitments(), max_size=4, unique_by=lambda one: (one.begins, one.start)), st.randoms())
@settings(deadline=None, max_examples=80)
def test_the_order_of_rows_that_begin_on_different_days_does_not_matter(
    rows: list[Commitment], random: Random
) -> None:
    ids = [one.id for one in rows]
    firsts = [one.begins if ids.count(one.id) > 1 else (one.start.year, one.start.month) for one in rows]
    if len(set(map(str, firsts))) < len(firsts) or any(one.begins.day > 27 for one in rows):
        return
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert seen(locked(year_of_lines(), rows)) == seen(locked(year_of_lines(), shuffled))


@given(st.lists(commitments(), max_size=4))
@settings(deadline=None, max_examples=80)
def test_what_is_payable_passed_its_checks_and_has_a_commitment_of_its_provider(
    rows: list[Commitment],
) -> None:
    outcome = locked(year_of_lines(), rows)
    for one in outcome.lines:
        if one.payable:
            assert one.commitment is not None and one.commitment.ukprn == one.line.ukprn
            assert (one.line.ukprn, one.line.learn_ref_number, one.line.month) not in outcome.ignored
        one.because.explanation()
    for event in outcome.events:
        for period in event.periods:
            assert not (period.codes and period.payable)


@given(st.lists(commitments(), max_size=4))
@settings(deadline=None, max_examples=40)
def test_a_year_asked_month_by_month_tells_what_each_month_tells_alone(rows: list[Commitment]) -> None:
    lines = year_of_lines()
    episodes: list[Episode] = list({id(one.episode): one.episode for one in lines if one.episode}.values())
    year = YearLock(
        YearEarnings(YEAR, lines, episodes), CommitmentRegister(rows), Account, lock_rules(published(), YEAR)
    )
    for when in YEAR.months:
        alone = locked([one for one in lines if one.month <= when], rows, episodes=episodes)
        together = year.until(when)
        assert seen(together) == seen(alone)
        assert together.ignored == alone.ignored
        assert together.events == alone.events
