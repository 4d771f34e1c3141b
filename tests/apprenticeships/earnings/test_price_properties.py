"""What holds whatever the dates and prices are."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.calendar import FundingYear
from engine.ilr.records import Learner
from engine.money import ZERO
from engine.programmes.apprenticeships.lines import EarningLine
from engine.programmes.apprenticeships.lines import TransactionType as T
from tests.apprenticeships.earnings.apprentice_builders import (
    FRAMEWORK,
    YOUNG,
    after,
    aim_of,
    fam,
    learner_of,
    price,
    status,
    worked_out,
)

PRICE = (T.ON_PROGRAMME, T.BALANCING, T.COMPLETION)
UPLIFT = (T.UPLIFT_ON_PROGRAMME, T.UPLIFT_BALANCING, T.UPLIFT_COMPLETION)
BAND = 15000
TINY = Decimal("0.000001")

# A programme lies within the years of one reading: before August 2020, or from then on.
starts = st.one_of(
    st.dates(date(2017, 5, 1), date(2018, 8, 14)), st.dates(date(2020, 8, 1), date(2022, 7, 31))
)
lengths = st.integers(1, 700)
prices = st.integers(1, 25000)


def lines_of_all_years(learner: Learner) -> list[EarningLine]:
    """Return what all funding years together earn."""
    aims = learner.learning_delivery
    first = FundingYear.of(min(aim.learn_start_date for aim in aims)).start_year
    ends = [day for aim in aims for day in (aim.learn_plan_end_date, aim.learn_act_end_date) if day]
    last = FundingYear.of(max(ends)).start_year
    return [line for year in range(first, last + 1) for line in worked_out(learner, year=year).earnings.lines]


def total(lines: list[EarningLine], kinds: tuple[T, ...] = PRICE) -> Decimal:
    return sum((line.amount for line in lines if line.transaction_type in kinds), ZERO)


def completed(start: date, planned: int, length: int, amount: int, **fields: Any) -> Learner:
    first, plan, end = after(start, 0), after(start, planned), after(start, length)
    records = fields.pop("prices", price(first, amount))
    aim = aim_of(first, plan, end, comp_status=2, ach_date=end, prices=records, **fields)
    return learner_of(aim, born=YOUNG.replace(year=start.year - 17))


@settings(max_examples=40)
@given(starts, lengths, lengths, prices)
def test_a_completed_programme_earns_its_price_up_to_the_band(
    start: date, planned: int, length: int, amount: int
) -> None:
    lines = lines_of_all_years(completed(start, planned, length, amount))
    assert abs(total(lines) - min(amount, BAND)) < TINY


@settings(max_examples=40)
@given(starts, lengths, lengths, prices)
def test_a_completed_framework_earns_its_whole_uplift(
    start: date, planned: int, length: int, amount: int
) -> None:
    lines = lines_of_all_years(completed(start, planned, length, amount, course=FRAMEWORK))
    assert abs(total(lines, UPLIFT) - 1800) < TINY


@settings(max_examples=40)
@given(starts, st.integers(200, 700), st.integers(60, 700), prices, st.integers(1, 59), prices)
def test_a_change_of_price_earns_the_new_price(
    start: date, planned: int, length: int, amount: int, since: int, changed: int
) -> None:
    records = price(after(start, 0), amount) + price(after(start, since), changed)
    learner = completed(start, planned, length, amount, prices=records)
    # Money taken back needs a month of the new price that is reached.
    if changed >= amount:
        assert abs(total(lines_of_all_years(learner)) - min(changed, BAND)) < TINY


@settings(max_examples=40)
@given(starts, st.integers(200, 700), st.integers(60, 700), prices, st.integers(1, 400))
def test_a_change_of_contract_type_changes_no_money(
    start: date, planned: int, length: int, amount: int, since: int
) -> None:
    first, change, before = after(start, 0), after(start, since), after(start, since - 1)
    fams = (fam("ACT", "1", first, before), fam("ACT", "2", change))
    one = completed(start, planned, length, amount)
    split = completed(start, planned, length, amount, fams=fams)

    def by_month(learner: Learner) -> dict[Any, Decimal]:
        found: dict[Any, Decimal] = {}
        for line in lines_of_all_years(learner):
            if line.transaction_type in PRICE:
                found[line.month] = found.get(line.month, ZERO) + line.amount
        return {month: round(amount, 5) for month, amount in found.items() if abs(amount) > TINY}

    # After the end of learning a contract type would start an episode of its own.
    if since < min(length, planned):
        assert by_month(split) == by_month(one)


@settings(max_examples=40)
@given(starts, st.integers(200, 700), st.integers(42, 700), prices)
def test_a_withdrawal_earns_no_more_than_the_part_before_completion(
    start: date, planned: int, length: int, amount: int
) -> None:
    first = after(start, 0)
    aim = aim_of(first, after(start, planned), after(start, length), prices=price(first, amount))
    lines = lines_of_all_years(learner_of(aim))
    assert {line.transaction_type for line in lines} <= {T.ON_PROGRAMME}
    before_completion = Decimal(min(amount, BAND)) * Decimal("0.8")
    assert ZERO <= total(lines) <= before_completion + TINY
    assert all(line.month.last_day <= start + timedelta(days=min(planned, length)) for line in lines)


@settings(max_examples=40)
@given(starts, st.integers(200, 700), st.integers(0, 1000), st.integers(0, 200), prices)
def test_redundancy_never_earns_more(start: date, planned: int, since: int, back: int, amount: int) -> None:
    first = after(start, 0)
    aim = aim_of(first, after(start, planned), prices=price(first, amount))
    employed = status(after(start, -30))
    redundant = status(after(start, since), 11, None)
    again = status(after(start, since + back + 1), 10, 2)
    lost = lines_of_all_years(learner_of(aim, statuses=(employed, redundant)))
    found = lines_of_all_years(learner_of(aim, statuses=(employed, redundant, again)))
    kept = lines_of_all_years(learner_of(aim, statuses=(employed,)))
    assert total(lost) <= total(found) <= total(kept)
    assert all(line.government_share >= Decimal("0.9") for line in lost)


@settings(max_examples=40)
@given(starts, lengths, lengths, prices)
def test_every_explained_amount_is_the_amount(start: date, planned: int, length: int, amount: int) -> None:
    for line in lines_of_all_years(completed(start, planned, length, amount, course=FRAMEWORK)):
        if line.transaction_type in PRICE + UPLIFT:
            assert line.because.recomputed() == line.amount
