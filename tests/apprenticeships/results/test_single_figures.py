from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.parameters import published
from engine.programmes.apprenticeships.payments.figures import Figures, SingleFigure, census_months

MONEY = st.decimals(0, 50000, places=2)
FIGURES = Figures(published())


@pytest.mark.parametrize(
    ("start", "planned_end", "months"),
    [
        (date(2017, 9, 1), date(2018, 9, 8), 12),
        (date(2017, 9, 1), date(2018, 9, 29), 12),
        (date(2017, 9, 1), date(2018, 9, 30), 13),
        (date(2017, 6, 6), date(2018, 6, 30), 13),
        (date(2017, 10, 3), date(2017, 10, 20), 1),
    ],
)
def test_census_months(start: date, planned_end: date, months: int) -> None:
    assert census_months(start, planned_end).amount == months


def test_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ValueError, match="comes before the start"):
        census_months(date(2017, 9, 1), date(2017, 8, 31))


def test_a_price_and_its_months() -> None:
    price = Decimal(15000)
    assert FIGURES.monthly(price, 12).amount == 1000
    assert FIGURES.completion(price).amount == 3000
    assert FIGURES.balancing(price, 12, 10).amount == 2000
    assert FIGURES.balancing(price, 12, 14).amount == 0
    with pytest.raises(ValueError, match="0 months"):
        FIGURES.monthly(price, 0)


def test_what_the_levy_leaves_is_shared() -> None:
    due, balance = Decimal(1000), Decimal(500)
    assert FIGURES.levy_debit(due, balance).amount == 500
    assert FIGURES.employer_part(due, balance).amount == 50
    assert FIGURES.government_part(due, balance).amount == 450


def test_the_share_follows_the_start_of_the_programme() -> None:
    later = Figures(published(), date(2019, 4, 1))
    assert later.employer_part(Decimal(1000), Decimal(0)).amount == 50


def test_incentives_end_at_nineteen() -> None:
    assert (FIGURES.incentives(18).amount, FIGURES.incentives(19).amount) == (2000, 0)


@given(MONEY, MONEY)
def test_nothing_due_is_lost(due: Decimal, balance: Decimal) -> None:
    parts = (FIGURES.levy_debit, FIGURES.employer_part, FIGURES.government_part)
    assert sum(part(due, balance).amount for part in parts) == due


@given(MONEY, st.integers(1, 60), st.integers(0, 80))
def test_figures_explain_themselves(price: Decimal, planned: int, actual: int) -> None:
    figures: list[SingleFigure] = [
        FIGURES.monthly(price, planned),
        FIGURES.completion(price),
        FIGURES.balancing(price, planned, actual),
        FIGURES.due(price, Decimal(100)),
        FIGURES.incentives(planned),
    ]
    for figure in figures:
        assert figure.because.recomputed() in (None, figure.amount)
        assert figure.because.rule.clauses
