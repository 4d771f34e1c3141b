"""What holds for every price and contribution, and whatever the order in which returns are imported."""

from datetime import date, timedelta
from decimal import Decimal

from bootcamp_scenes import (
    CAMP,
    END,
    M2,
    M3,
    OTHER,
    UKPRN,
    camp,
    claim,
    context,
    done,
    learner,
    returned,
    tables,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.money import pence
from engine.programmes.bootcamps import evaluate

PRICES = st.decimals(min_value=Decimal("0.01"), max_value=Decimal("20000"), places=2)


@given(PRICES, st.sampled_from(["", "10", "30"]), st.sampled_from(["3", "5"]))
@settings(max_examples=60, deadline=None)
def test_milestones_sum_to_the_price_less_the_contribution(price: Decimal, number: str, wave: str) -> None:
    allocated = [
        {**row, "UnitPrice": f"{price:f}"} for row in tables()["bootcamp_aims"] if row["LearnAimRef"] == CAMP
    ]
    text = [f"Contribution {number}"] if number else []
    bootcamp = done("WMCA1.1", *text, fam={"FFI": "2" if number else "1"})
    held = [returned("2324", 12, learner(bootcamp, claim(M2, END), claim(M3, END, number=3)))]
    result = evaluate(held, context(wave=wave, tables_given=tables(bootcamp_aims=allocated)))
    amounts = [one.amount for one in result.milestones]
    net = pence(price * (100 - int(number or 0)) / 100)
    assert len(amounts) == 3 and sum(amounts) == net
    assert all(0 <= amount <= net and amount == pence(amount) for amount in amounts)
    assert all(one.because.recomputed() == one.amount for one in result.milestones)


STORIES = st.lists(
    st.tuples(
        st.sampled_from([("2324", 10), ("2324", 12), ("2324", 13), ("2425", 1), ("2425", 2), ("2324", 14)]),
        st.sampled_from([UKPRN, OTHER]),
        st.sampled_from(["going on", "done", "claimed", "alone", "at fault"]),
        st.integers(0, 20),
    ),
    max_size=6,
    unique_by=lambda story: story[:2],
)


@given(STORIES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_import_and_the_caps(
    stories: list[tuple[tuple[str, int], int, str, int]], order: object
) -> None:
    held = []
    for (year, number), ukprn, kind, days in stories:
        start = date(2024, 5, 1) + timedelta(days=days)
        aims = {
            "going on": [camp(start=start)],
            "done": [done(start=start)],
            "claimed": [done(start=start), claim(M2, END), claim(M3, END, number=3)],
            "alone": [claim(M3, date(2024, 8, 3), number=1)],
            "at fault": [camp(start=start, fam={"DAM": ""})],
        }[kind]
        held.append(returned(year, number, learner(*aims), ukprn=ukprn))
    shuffled = list(held)
    order.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = evaluate(held, context()), evaluate(shuffled, context())
    told = [
        [(row.ukprn, row.milestone, row.amount, row.returned_in, row.earned_on) for row in result.milestones]
        for result in (one, two)
    ]
    assert told[0] == told[1]
    assert (one.no_pay, one.destinations, one.findings) == (two.no_pay, two.destinations, two.findings)
    kinds = [row.milestone for row in one.milestones]
    assert len(kinds) == len(set(kinds)), "a milestone was paid twice for one number"
    assert sum(row.amount for row in one.milestones) <= 3000
