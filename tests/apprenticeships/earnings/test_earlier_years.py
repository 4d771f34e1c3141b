"""Which earlier years count: stored rows, years of the ILR, and years of the ILR that are left out."""

from typing import Any

import pytest

from engine.programmes.apprenticeships.lines import TransactionType as T
from tests.apprenticeships.earnings.apprentice_builders import (
    FRAMEWORK,
    ULN,
    YOUNG,
    aim_of,
    amounts,
    day,
    episode,
    learner_of,
    price,
    reference_of,
    spread,
    worked_out,
)

BEGUN, PLAN = "06/08/19", "08/08/21"


def row(course: str, ukprn: str = "10000101", **cells: str) -> dict[str, str]:
    codes = course.split("-")
    found = {
        "ULN": str(ULN), "UKPRN": ukprn, "CollectionYear": "1920", "AppIdentifier": course, "ProgType": codes[0],
        "DaysInYear": "10", "UptoEndDate": "2020-07-15", "TotalProgAimPaymentsInTheYear": "100",
    }  # fmt: skip
    found |= {"STDCode": codes[1]} if len(codes) == 2 else {"FworkCode": codes[1], "PwayCode": codes[2]}
    return found | cells


def earlier(*rows: dict[str, str], start: str = BEGUN) -> Any:
    learner = learner_of(aim_of(start, PLAN, prices=price(start, 15000)))
    work = worked_out(learner, reference=reference_of(earnings_history=list(rows)))
    return episode(work, "25-17-01/08/2020").earlier


def test_the_ilr_counts_beside_a_row_of_another_course() -> None:
    assert earlier() == 6000
    assert earlier(row("25-99", DaysInYear="5")) == 6000


@pytest.mark.parametrize(
    ("days", "last_day", "counted"),
    [
        ("5", "2020-07-15", 6000),
        # From 6 August 2019 the programme ran for 361 of the 366 days of the year.
        ("6", "2020-07-15", 0),
        ("5", "2020-07-31", 0),
    ],
)
def test_a_year_of_the_ilr_that_cannot_stand_beside_a_row(days: str, last_day: str, counted: int) -> None:
    assert earlier(row("25-99", DaysInYear=days, UptoEndDate=last_day)) == counted


def test_a_row_of_the_course_stands_for_the_year_of_the_ilr() -> None:
    assert earlier(row("25-17")) == 100
    assert earlier(row("25-17", ukprn="10000202")) == 100
    assert earlier(row("25-17"), row("25-17", ukprn="10000202")) == 200


def test_a_year_before_the_row_still_counts() -> None:
    # Eight months of 333.33 of 2018/19 before the 100 of the stored year.
    assert round(earlier(row("25-17"), start="06/12/18")) == 3100


def test_prices_of_a_stored_year_go_before_older_records() -> None:
    cells = {"HistoricTNP1Input": "8000", "HistoricTNP2Input": "0"}
    learner = learner_of(aim_of(BEGUN, PLAN, prices=price(BEGUN, 9000, 1000)))
    reference = reference_of(earnings_history=[row("25-17", **cells)])
    one = episode(worked_out(learner, reference=reference), "25-17-01/08/2020")
    assert [int(amount) for amount in one.tnp] == [8000, 1000, 0, 0]


def test_what_is_left_of_a_stored_residual_price() -> None:
    cells = {"HistoricTNP3Input": "8000", "HistoricVirtualTNP3EndOfTheYearInput": "3000"}
    learner = learner_of(aim_of(BEGUN, PLAN, prices=price(BEGUN, 0, 0, 9000)))
    reference = reference_of(earnings_history=[row("25-17", **cells)])
    one = episode(worked_out(learner, reference=reference), "25-17-01/08/2020")
    assert (one.price, one.virtual[0], one.remaining, one.completion) == (8000, 3000, 3000, 1600)


def test_a_residual_price_used_up_leaves_nothing_negative() -> None:
    prices = price("06/08/20", 0, 0, 9000) + price("10/01/21", 0, 0, 0, 500)
    learner = learner_of(aim_of("06/08/20", "08/08/21", prices=prices))
    one = episode(worked_out(learner), "25-17-10/01/2021")
    assert one.virtual == (6000, 500)
    assert one.price == 9500


class TestPathways:
    def changed(self, first_end: str = "15/12/20", status: int = 3) -> Any:
        other = FRAMEWORK | {"pway_code": 2}
        first = aim_of(
            "06/08/20", PLAN, first_end, course=FRAMEWORK, comp_status=status, prices=price("06/08/20", 9000)
        )
        second = aim_of("16/12/20", PLAN, course=other, aim_seq_number=2, prices=price("16/12/20", 6000))
        return worked_out(learner_of(first, second, born=YOUNG))

    def test_the_price_starts_anew_but_not_the_uplift(self) -> None:
        work = self.changed()
        one = episode(work, "2-403-2-16/12/2020")
        assert (one.earlier, one.capped) == (0, 6000)
        # Four of the first pathway's 120 are earned, so 1200 - 240 - 480 are left for eight months.
        assert amounts(work, T.UPLIFT_ON_PROGRAMME) == spread("120×4 60×8")
        assert work.programme_aims[1].programme.start == day("06/08/20")

    def test_a_completed_pathway_is_a_programme_of_its_own(self) -> None:
        work = self.changed(status=2)
        assert work.programme_aims[1].programme.start == day("16/12/20")


def test_several_providers_share_the_band_in_every_year() -> None:
    first = learner_of(aim_of("06/08/20", PLAN, "15/12/20", prices=price("06/08/20", 15000)))
    second = learner_of(aim_of("16/12/20", PLAN, prices=price("16/12/20", 15000)))
    work = worked_out((10000101, first), (10000202, second))
    one = next(one for one in work.episodes if one.aim.ukprn == 10000202)
    assert (one.earlier, one.earlier_same_provider, one.capped) == (4000, 0, 11000)
