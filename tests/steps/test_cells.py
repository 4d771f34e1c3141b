"""What policy staff write in a cell, and what it means."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.calendar import FundingYear, Month
from steps import cells
from steps.problems import CellError

YEAR = FundingYear(2021)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("1234.5", "1234.5"),
        ("1,234.50", "1234.50"),
        ("£1,234,567", "1234567"),
        ("£ 12", "12"),
        ("-3.20", "-3.20"),
        ("-£3.20", "-3.20"),
        ("£-3.20", "-3.20"),
        ("0", "0"),
        ("114.28571", "114.28571"),
    ],
)
def test_sums_of_money(written: str, meant: str) -> None:
    assert cells.money(written) == Decimal(meant)


@pytest.mark.parametrize("written", ["", "£", "12p", "1,23", "1.234,50", "twelve", "1e3", "NaN", "1..2"])
def test_what_is_no_sum_of_money(written: str) -> None:
    with pytest.raises(CellError, match="not a sum of money"):
        cells.money(written)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2))
def test_money_written_then_read_is_the_same(amount: Decimal) -> None:
    assert cells.money(f"{amount:,.2f}") == amount
    assert cells.money(f"£{amount:.2f}") == amount


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("17/12/2021", date(2021, 12, 17)),
        ("7.2.2022", date(2022, 2, 7)),
        ("2021-12-17", date(2021, 12, 17)),
        ("17 Dec 2021", date(2021, 12, 17)),
        ("1st september 2021", date(2021, 9, 1)),
        ("3  Sept  2021", date(2021, 9, 3)),
        ("17 Dec this year", date(2021, 12, 17)),
        ("1 Jan this year", date(2022, 1, 1)),
        ("31 July this year", date(2022, 7, 31)),
        ("1 Aug this year", date(2021, 8, 1)),
        ("1 Aug next year", date(2022, 8, 1)),
        ("31 Jul last year", date(2021, 7, 31)),
    ],
)
def test_dates(written: str, meant: date) -> None:
    assert cells.day(written, YEAR) == meant


@pytest.mark.parametrize("written", ["31/02/2021", "29 Feb 2021", "17/13/2021", "2021-00-10", "0/1/2021"])
def test_days_that_no_calendar_has(written: str) -> None:
    with pytest.raises(CellError, match="not a day of the calendar"):
        cells.day(written, YEAR)


@pytest.mark.parametrize("written", ["17/12/21", "December", "17 Dec", "tomorrow", "17-12-2021", "20211217"])
def test_what_is_no_date(written: str) -> None:
    with pytest.raises(CellError, match="write it like 17/12/2021"):
        cells.day(written, YEAR)


def test_a_relative_date_needs_a_funding_year() -> None:
    with pytest.raises(CellError, match="say first which funding year"):
        cells.day("17 Dec this year", None)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)))
def test_a_date_written_then_read_is_the_same(day: date) -> None:
    ways = (f"{day:%d/%m/%Y}", day.isoformat(), f"{day.day} {day:%B %Y}", f"{day.day} {day:%b %Y}")
    assert {cells.day(written) for written in ways} == {day}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Aug 2021", (2021, 8)),
        ("AUGUST 2021", (2021, 8)),
        ("Aug 21", (2021, 8)),
        ("Aug-21", (2021, 8)),
        ("08/21", (2021, 8)),
        ("8/2021", (2021, 8)),
        ("R01", (2021, 8)),
        ("r1", (2021, 8)),
        ("P06", (2022, 1)),
        ("R12", (2022, 7)),
        ("Jan this year", (2022, 1)),
        ("Dec last year", (2020, 12)),
    ],
)
def test_months(written: str, meant: tuple[int, int]) -> None:
    assert cells.month(written, YEAR) == Month(*meant)


@pytest.mark.parametrize("written", ["R13", "R00", "13/21", "Smarch 2021", "2021", "August", "on-programme"])
def test_what_is_no_month(written: str) -> None:
    with pytest.raises(CellError, match="month"):
        cells.month(written, YEAR)


@pytest.mark.parametrize(
    ("reader", "written", "meant"),
    [
        (cells.number, "1.12", Decimal("1.12")),
        (cells.whole_number, "-3", -3),
        (cells.percentage, "60%", Decimal(60)),
        (cells.percentage, "60", Decimal(60)),
        (cells.yes_or_no, "Yes", True),
        (cells.yes_or_no, "n", False),
        (cells.codes, "034, 376 and 001", ("034", "376", "001")),
        (cells.return_number, "R14", 14),
        (cells.funding_year, "2020-21", FundingYear(2020)),
    ],
)
def test_other_values(reader: Callable[[str], Any], written: str, meant: object) -> None:
    assert reader(written) == meant


@pytest.mark.parametrize(
    ("reader", "written"),
    [
        (cells.number, "inf"),
        (cells.number, "1.1.1"),
        (cells.whole_number, "1.0"),
        (cells.percentage, "half"),
        (cells.yes_or_no, "maybe"),
        (cells.return_number, "R15"),
        (cells.funding_year, "2020/22"),
    ],
)
def test_values_that_cannot_be_read(reader: Callable[[str], Any], written: str) -> None:
    with pytest.raises(CellError):
        reader(written)
