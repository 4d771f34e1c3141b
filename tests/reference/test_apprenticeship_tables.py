"""The tables of apprenticeships: which row counts on a day, and what is said of a cell that cannot be read."""

from datetime import date
from decimal import Decimal

import pytest

from engine.reference import ReferenceData, ReferenceDataError

FUNDING = {
    "ProgType": "25",
    "StdCode": "17",
    "FundingCategory": "APP_MAY_2017",
    "MaxEmployerLevyCap": "15000",
}
HISTORY = {
    "ULN": "9999999999",
    "UKPRN": "10000101",
    "CollectionYear": "1920",
    "AppIdentifier": "25-17",
    "ProgType": "25",
    "STDCode": "17",
}


def of(name: str, *rows: dict[str, str]) -> ReferenceData:
    return ReferenceData.from_tables({name: list(rows)})


def fault(name: str, *rows: dict[str, str]) -> str:
    with pytest.raises(ReferenceDataError) as caught:
        of(name, *rows)
    return str(caught.value.problems[0])


def test_the_latest_funding_row_begun_counts_whether_it_has_ended_or_not() -> None:
    reference = of(
        "apprenticeship_funding",
        {
            **FUNDING,
            "EffectiveFrom": "2017-05-01",
            "EffectiveTo": "2018-12-31",
            "MaxEmployerLevyCap": "12000",
        },
        {**FUNDING, "EffectiveFrom": "2019-01-01", "EffectiveTo": "2019-06-30", "MaxEmployerLevyCap": "9000"},
    )

    def limit(day: date) -> Decimal | None:
        row = reference.apprenticeship_funding(25, 17, 0, 0, day)
        return None if row is None else row.band_limit

    assert limit(date(2017, 4, 30)) is None
    assert limit(date(2018, 12, 31)) == 12000
    assert limit(date(2019, 1, 1)) == 9000
    assert limit(date(2021, 1, 1)) == 9000


def test_a_blank_amount_is_not_nothing() -> None:
    row = of("apprenticeship_funding", FUNDING).apprenticeship_funding(25, 17, 0, 0, date(2020, 1, 1))
    assert row is not None
    assert (row.framework_uplift, row.employer_incentive, row.care_leaver) == (None, None, None)


@pytest.mark.parametrize("blank", ["", "0"])
def test_codes_that_do_not_apply_are_blank_or_0(blank: str) -> None:
    framework = {"ProgType": "2", "StdCode": blank, "FworkCode": "403", "PwayCode": "1"}
    reference = of(
        "apprenticeship_funding", framework | {"MaxEmployerLevyCap": "9000"}, {**FUNDING, "PwayCode": blank}
    )
    assert reference.apprenticeship_funding(2, 0, 403, 1, date(2020, 1, 1)) is not None
    assert reference.apprenticeship_funding(2, 0, 403, 2, date(2020, 1, 1)) is None


def test_common_components_of_a_course_on_a_day() -> None:
    row = {"ProgType": "25", "StdCode": "17", "CommonComponent": "11", "EffectiveFrom": "2018-08-01"}
    reference = of("common_components", row)
    assert reference.knows_common_component(25, 17, 0, 0, 11, date(2018, 8, 1))
    assert not reference.knows_common_component(25, 17, 0, 0, 11, date(2018, 7, 31))
    assert not reference.knows_common_component(25, 17, 0, 0, 10, date(2018, 8, 1))


def test_disadvantage_of_a_postcode_on_a_day() -> None:
    rows = (
        {"Postcode": "WX2 4BD", "EffectiveFrom": "2010-08-01", "EffectiveTo": "2019-07-31", "Uplift": "300"},
        {"Postcode": "WX2 4BD", "EffectiveFrom": "2019-08-01", "Uplift": "200"},
    )
    reference = of("apprenticeship_disadvantage", *rows)
    found = [reference.apprenticeship_disadvantage("wx2 4bd", date(2019, month, 31)) for month in (7, 8)]
    assert [row.amount for row in found if row] == [300, 200]


def test_history_of_a_learner_with_any_provider() -> None:
    reference = of(
        "earnings_history",
        HISTORY | {"TotalProgAimPaymentsInTheYear": "1120.5", "HistoricLearner1618StartInput": "true"},
        HISTORY | {"UKPRN": "10000202", "HistoricLearner1618StartInput": "N"},
    )
    rows = reference.earnings_history(9999999999)
    assert [(row.ukprn, row.earned, row.young_at_start) for row in rows] == [
        (10000101, Decimal("1120.5"), True),
        (10000202, None, False),
    ]
    assert reference.earnings_history(1) == ()


@pytest.mark.parametrize(
    ("name", "row", "column", "expected"),
    [
        (
            "earnings_history",
            HISTORY | {"CollectionYear": "1921"},
            "CollectionYear",
            "a funding year such as 1920",
        ),
        ("earnings_history", HISTORY | {"DaysInYear": "many"}, "DaysInYear", "a whole number"),
        ("earnings_history", HISTORY | {"UptoEndDate": "2020-02-30"}, "UptoEndDate", "a date such as"),
        ("earnings_history", HISTORY | {"ULN": ""}, "ULN", "a whole number"),
        ("apprenticeship_funding", FUNDING | {"MaxEmployerLevyCap": "15k"}, "MaxEmployerLevyCap", "a number"),
        ("apprenticeship_funding", {"ProgType": "25"}, "", "StdCode, or FworkCode and PwayCode"),
        ("common_components", {"ProgType": "25", "StdCode": "17"}, "CommonComponent", "the heading"),
        ("apprenticeship_disadvantage", {"Postcode": "A", "Uplift": "six"}, "Uplift", "a number"),
    ],
)
def test_a_bad_cell_is_named(name: str, row: dict[str, str], column: str, expected: str) -> None:
    told = fault(name, row)
    assert column in told and expected in told


def test_two_funding_rows_that_begin_together_are_refused() -> None:
    assert "apart from the one of another row" in fault("apprenticeship_funding", FUNDING, FUNDING)
