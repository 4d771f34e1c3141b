"""What holds for every adult skills aim, whatever its dates and rates."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ilr.records import LearningDelivery
from engine.ledger import Ledger
from engine.money import calculation_digits
from engine.programmes import adult_skills
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.cap import apply_cap, capped_sum
from engine.programmes.adult_skills.rules import Rules
from tests.adult_skills.builders import AIM, aim_of, calculated, learner_of, rate_row, reference_of, values_of

CENT = Decimal("0.00001")
starts = st.dates(date(2015, 8, 1), date(2021, 7, 31))
lengths = st.integers(0, 900)
rates = st.decimals(min_value=1, max_value=4400, places=2)
funding = st.sampled_from(["SOF105 FFI1", "SOF112 FFI2", "SOF112 DAM002 FFI1", "SOF105 LDM034 FFI2"])


def years_of(start: date, last: date) -> range:
    return range(start.year - 1, last.year + 1)


def amount(ledgers: list[Ledger], *attributes: str) -> Decimal:
    rows = (row for ledger in ledgers for row in ledger.earnings)
    return sum((row.amount for row in rows if row.attribute in attributes), Decimal(0))


@given(starts, lengths, rates)
@settings(deadline=None, max_examples=150)
def test_instalments_of_an_aim_on_time_are_four_fifths(start: date, length: int, rate: Decimal) -> None:
    end = start + timedelta(days=length)
    learner = learner_of(aim_of(start, end, end, achieved=True))
    reference = reference_of(aim_rates=[rate_row(AIM, str(rate))])
    ledgers = [calculated(learner, reference, year) for year in years_of(start, end)]
    assert abs(amount(ledgers, "OnProgPayment") - rate * Decimal("0.8")) < CENT
    assert abs(amount(ledgers, "AchievePayment") - rate * Decimal("0.2")) < CENT
    assert not amount(ledgers, "BalancePayment")


@given(starts, lengths, st.integers(0, 1200), rates, st.booleans())
@settings(deadline=None, max_examples=150)
def test_an_achieved_aim_is_worth_its_value(
    start: date, planned: int, length: int, rate: Decimal, job: bool
) -> None:
    end = start + timedelta(days=length)
    aim = aim_of(start, start + timedelta(days=planned), end, achieved=True, emp_outcome=1 if job else None)
    reference = reference_of(aim_rates=[rate_row(AIM, str(rate))])
    last = max(end, aim.learn_plan_end_date)
    # Another year's cap must not be met: the value of 4400 in one year is the most that is paid in full.
    ledgers = [calculated(learner_of(aim), reference, year) for year in years_of(start, last)]
    parts = ("OnProgPayment", "BalancePayment", "AchievePayment", "EmpOutcomePay")
    assert abs(amount(ledgers, *parts) - rate) < CENT


several_aims = st.lists(
    st.tuples(starts, lengths, st.one_of(st.none(), st.integers(0, 900)), st.booleans(), funding),
    min_size=1,
    max_size=4,
)
high_rates = st.decimals(min_value=1, max_value=9000, places=2)


def aims_of(drawn: list[tuple[date, int, int | None, bool, str]]) -> list[LearningDelivery]:
    return [
        aim_of(
            start,
            start + timedelta(days=planned),
            None if actual is None else start + timedelta(days=actual),
            achieved=achieved and actual is not None,
            fams=fams,
            aim_seq_number=number,
        )
        for number, (start, planned, actual, achieved, fams) in enumerate(drawn, start=1)
    ]


@given(several_aims, high_rates, st.integers(2018, 2022))
@settings(deadline=None, max_examples=150)
def test_the_cap_binds_wherever_the_sum_passes_it(
    drawn: list[tuple[date, int, int | None, bool, str]], rate: Decimal, year: int
) -> None:
    capped: list[tuple[Sequence[Aim], Rules]] = []

    def noted(aims: list[Aim], rules: Rules) -> None:
        apply_cap(aims, rules)
        capped.append((list(aims), rules))

    reference = reference_of(aim_rates=[rate_row(AIM, str(rate))])
    with patch.object(adult_skills, "apply_cap", noted):
        calculated(learner_of(*aims_of(drawn)), reference, year)
    for aims, rules in capped:
        with calculation_digits():
            total, cap = capped_sum(aims, rules), rules.cap_before_achievement
            assert {aim.cap_factor for aim in aims} == {cap / total if total > cap else 1}


@given(several_aims, high_rates, st.integers(2018, 2022))
@settings(deadline=None, max_examples=150)
def test_cap_and_signs(
    drawn: list[tuple[date, int, int | None, bool, str]], rate: Decimal, year: int
) -> None:
    made = aims_of(drawn)
    reference = reference_of(aim_rates=[rate_row(AIM, str(rate))])
    ledger = calculated(learner_of(*made), reference, year)
    assert all(row.amount > 0 for row in ledger.earnings)
    for row in ledger.earnings:
        again = row.because.recomputed()
        assert again is not None and abs(again - row.amount) < CENT
    # The disadvantage factor of offenders' learning is not capped: take it out again.
    counted = Decimal(0)
    for number in range(1, len(made) + 1):
        told = values_of(ledger, number)
        value, fee = told["AimValue"], told["NonGovCont"]
        if value:
            own = (row.amount for row in ledger.earnings if row.aim_seq_number == number)
            paid = sum(own, Decimal(0)) - amount_of(ledger, number, "AchievePayment")
            counted += paid / (value - fee) * told["BaseValueUnweight"]
    assert counted <= Decimal(3520) + CENT


def amount_of(ledger: Ledger, number: int, attribute: str) -> Decimal:
    rows = (row for row in ledger.earnings if row.aim_seq_number == number and row.attribute == attribute)
    return sum((row.amount for row in rows), Decimal(0))
