"""Rows of figures and their CSV lines."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from engine.because import Because, Rule
from engine.calendar import FundingYear
from engine.figures import figures_of, is_nothing, spans_of
from engine.ledger import EarningRun, Ledger
from engine.money import five_places
from reports.earnings_csv import earnings_lines
from reports.months import in_words, month_names, ranges

YEAR = FundingYear(2020)
BECAUSE = Because(Rule("TEST", "Pays for a test.", "none"))


def _run(
    attribute: str, first: int, amount: str, aim: int | None = 1, episode: str = "", count: int = 1
) -> EarningRun:
    return EarningRun(10000001, "L1", aim, attribute, first, count, Decimal(amount), BECAUSE, "", episode)


def test_amounts_of_one_row_and_month_are_added_and_other_years_left_out() -> None:
    ledger = Ledger(YEAR)
    ledger.runs += [
        _run("OnProgPayment", 0, "10.10"),
        _run("OnProgPayment", 0, "0.05"),
        _run("OnProgPayment", -1, "99"),
        _run("OnProgPayment", 12, "99"),
        _run("AchievePayment", 11, "7"),
        _run("PriceEpisodeOnProgPayment", 3, "5", None, '25-1-"x",y'),
    ]

    assert earnings_lines(10000001, "L1", spans_of(ledger)) == (
        '10000001,L1,,"25-1-""x"",y",PriceEpisodeOnProgPayment,4,5.00000\n'
        "10000001,L1,1,,AchievePayment,12,7.00000\n"
        "10000001,L1,1,,OnProgPayment,1,10.15000\n"
    )
    assert earnings_lines(10000001, "L1", spans_of(ledger, 3)) == "10000001,L1,1,,OnProgPayment,1,10.15000\n"


def test_a_run_made_of_another_tells_its_own_months() -> None:
    run = _run("OnProgPayment", 0, "10", count=3)
    assert [earning.period for earning in run.by_month(YEAR)] == [1, 2, 3]
    assert [earning.period for earning in replace(run, first=4, count=1).by_month(YEAR)] == [5]


@given(st.decimals(-(10**9), 10**9, allow_nan=False, allow_infinity=False, places=8))
def test_a_line_holds_the_amount_in_five_places_or_is_left_out(amount: Decimal) -> None:
    ledger = Ledger(YEAR)
    ledger.runs.append(_run("OnProgPayment", 0, str(amount)))

    rows = list(csv.reader(io.StringIO(earnings_lines(1, "L1", spans_of(ledger)))))

    if is_nothing(amount):
        assert rows == []
        assert five_places(amount) == 0
    else:
        assert Decimal(rows[0][6]) == five_places(amount) != 0
        assert len(rows[0][6].partition(".")[2]) == 5


def test_half_of_the_last_place_goes_to_the_even_digit() -> None:
    ledger = Ledger(YEAR)
    for month, amount in enumerate(("0.000005", "0.000015", "0.000025", "-0.000005")):
        ledger.runs.append(_run("OnProgPayment", month, amount))

    lines = earnings_lines(1, "L1", spans_of(ledger))

    assert lines == "1,L1,1,,OnProgPayment,2,0.00002\n1,L1,1,,OnProgPayment,3,0.00002\n"


def test_months_are_told_in_runs() -> None:
    names = month_names(YEAR)
    amounts = list(map(Decimal, ("5", "5", "5", "0", "7", "7", "0", "1.5", "2", "3000", "3000", "3000")))

    assert in_words(amounts, names) == (
        "Aug to Oct 5.00 each, Dec and Jan 7.00 each, Mar 1.50, Apr 2.00, May to Jul 3,000.00 each"
    )
    assert ranges([0, 2, 3, 4, 11], names) == "Aug, Oct to Dec, Jul"
    assert in_words([None] * 12, names) == ""


def test_a_run_is_told_month_by_month_as_the_same_objects() -> None:
    ledger = Ledger(YEAR, [_run("OnProgPayment", 10, "5", count=2)])

    assert [(row.period, row.amount) for row in ledger.earnings] == [(11, 5), (12, 5)]
    assert all(one is other for one, other in zip(ledger.earnings, ledger.earnings, strict=True))


def test_runs_are_cut_at_the_period_and_added_where_they_overlap() -> None:
    ledger = Ledger(YEAR)
    ledger.runs += [
        _run("OnProgPayment", 2, "5", count=9),
        _run("OnProgPayment", -1, "1", count=4),
        _run("AchievePayment", 3, "0.000001", count=2),
    ]
    monthly = [(start, stop, amount) for _, start, stop, amount in spans_of(ledger, 4)]

    assert monthly == [(0, 1, 1), (1, 2, 1), (2, 3, 6), (3, 4, 5)]
    assert [amounts for key, amounts in figures_of(ledger, 4) if key.attribute == "OnProgPayment"] == [
        [1, 1, 6, 5, *[None] * 8]
    ]
