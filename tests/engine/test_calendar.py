"""Funding years, months, returns, ages: the funding calendar at its edges."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.calendar import FundingYear, Month, Return, age_on, days_inclusive

DAYS = st.dates(date(2013, 8, 1), date(2040, 7, 31))


@pytest.mark.parametrize(
    ("day", "code", "period"),
    [
        (date(2021, 12, 17), "2122", 5),
        (date(2022, 3, 13), "2122", 8),
        (date(2021, 7, 31), "2021", 12),
        (date(2021, 8, 1), "2122", 1),
        (date(2024, 4, 30), "2324", 9),
    ],
)
def test_year_and_period_of_a_day(day: date, code: str, period: int) -> None:
    assert (FundingYear.of(day).code, Month.of(day).period) == (code, period)


@pytest.mark.parametrize("written", ["2021/22", "2021-22", "2021/2022", "2122", " 2021/22 "])
def test_a_year_as_people_write_it(written: str) -> None:
    assert FundingYear.from_text(written) == FundingYear(2021)


@pytest.mark.parametrize("written", ["2021/23", "21/22", "2123", "", "next year"])
def test_no_year(written: str) -> None:
    with pytest.raises(ValueError, match="funding year"):
        FundingYear.from_text(written)


@given(DAYS)
def test_every_day_lies_in_its_year_and_month(day: date) -> None:
    year, month = FundingYear.of(day), Month.of(day)
    assert day in year
    assert month.first_day <= day <= month.last_day
    assert year.month(month.period) == month
    assert FundingYear.from_code(year.code) == FundingYear.from_text(year.label) == year


@given(DAYS, st.integers(-100, 100))
def test_shifting_months_and_counting_them_agree(day: date, months: int) -> None:
    month = Month.of(day)
    assert month.months_until(month.shift(months)) == months


def test_late_returns_report_all_twelve_periods() -> None:
    year = FundingYear(2023)
    assert [Return(year, number).last_period for number in (1, 12, 13, 14)] == [1, 12, 12, 12]
    assert Return.from_text("r6", year).name == "R06"
    for wrong in ("R00", "R15", "6", "S06"):
        with pytest.raises(ValueError, match="return"):
            Return.from_text(wrong, year)


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2000, 9, 1), date(2021, 8, 31), 20),
        (date(2000, 9, 1), date(2021, 9, 1), 21),
        (date(2004, 2, 29), date(2023, 2, 28), 18),
        (date(2004, 2, 29), date(2023, 3, 1), 19),
    ],
)
def test_age_counts_from_the_birthday_itself(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


@given(DAYS, st.integers(0, 3000))
def test_days_count_both_ends(first: date, more: int) -> None:
    assert days_inclusive(first, first + timedelta(days=more)) == more + 1
