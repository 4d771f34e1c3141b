"""The worked figures of the payment rules of 2017 (3.10): prices, bands, breaks, providers and contract types."""

from typing import Any

import pytest

from engine.ilr.records import Learner
from engine.programmes.apprenticeships.lines import TransactionType as T
from engine.reference import ReferenceData
from tests.apprenticeships.earnings.apprentice_builders import (
    FRAMEWORK,
    UKPRN,
    YOUNG,
    aim_of,
    amounts,
    fam,
    funding_row,
    learner_of,
    price,
    reference_of,
    spread,
    worked_out,
)

OTHER = 10000202


def standard(start: str, plan: str, end: str = "", **fields: Any) -> Learner:
    return learner_of(aim_of(start, plan, end, **fields))


def capped(limit: str) -> ReferenceData:
    return reference_of(apprenticeship_funding=[funding_row("25-17", limit)])


NO_BAND = reference_of(apprenticeship_funding=[])

# Start, planned end, prices, band (blank for none given), the year's instalments from August 2017.
SPREAD = [
    ("01/08/17", "08/08/18", price("01/08/17", 12000, 3000), "", "1000×12"),
    ("01/08/17", "08/11/18", price("01/08/17", 15000, 3750), "", "1000×12"),
    *(
        (
            "01/08/17",
            "08/08/18",
            price("01/08/17", 12000, 3000) + price(since, 7500, 1875),
            "",
            "1000×3 500×9",
        )
        for since in ("01/11/17", "10/11/17")
    ),
    (
        "01/08/17",
        "08/08/18",
        price("01/08/17", 12000, 3000) + price("24/10/17", 7500, 1875),
        "",
        "1000×2 550×10",
    ),
    (
        "01/08/17",
        "08/08/18",
        price("01/08/17", 15500) + price("15/11/17", 16000),
        "18000",
        "1033.33333×3 1077.77778×9",
    ),
    (
        "01/08/17",
        "08/08/18",
        price("01/08/17", 14000) + price("15/11/17", 0, 0, 12000, 4000),
        "30000",
        "933.33333×3 1422.22222×9",
    ),
    (
        "01/08/17",
        "08/08/18",
        price("01/08/17", 15000) + price("15/11/17", 0, 0, 12000, 2000),
        "",
        "1000×3 1244.44444×9",
    ),
    (
        "01/08/17",
        "08/08/18",
        price("01/08/17", 9000, 2250) + price("11/11/17", 5400, 1350),
        "18000",
        "750×3 350×9",
    ),
    ("01/08/17", "08/08/18", price("01/08/17", 18000), "15000", "1000×12"),
    ("01/11/17", "08/08/18", price("01/11/17", 5625), "", "0×3 500×9"),
    ("01/12/17", "08/08/18", price("01/12/17", 5625), "", "0×4 562.5×8"),
    ("01/08/17", "08/08/18", price("01/08/17", 1), "", "0.06667×12"),
    ("01/08/17", "08/08/18", price("01/08/17", 10), "", "0.66667×12"),
    ("01/08/17", "31/08/18", price("01/08/17", 8125), "", "500×12"),
    ("01/08/17", "08/02/18", price("01/08/17", 15000), "", "2000×6 0×6"),
    ("01/08/17", "08/08/18", price("01/08/17", 7500), "", "500×12"),
]


@pytest.mark.parametrize(("start", "planned", "prices", "band", "expected"), SPREAD)
def test_instalments(start: str, planned: str, prices: Any, band: str, expected: str) -> None:
    learner = standard(start, planned, prices=prices)
    reference = capped(band) if band else NO_BAND
    work = worked_out(learner, year=2017, reference=reference, own_price_is_the_band=not band)
    assert amounts(work, T.ON_PROGRAMME) == spread(expected)


def test_a_price_that_rises_after_a_year_end() -> None:
    prices = price("06/05/17", 7500) + price("01/06/17", 15000)
    learner = standard("06/05/17", "08/05/18", prices=prices)
    work = worked_out(learner, year=2016, reference=NO_BAND, own_price_is_the_band=True)
    assert amounts(work, T.ON_PROGRAMME) == spread("0×9 500 1045.45455×2")
    later = worked_out(learner, year=2017, reference=NO_BAND, own_price_is_the_band=True)
    assert amounts(later, T.ON_PROGRAMME) == spread("1045.45455×9 0×3")


@pytest.mark.parametrize(
    ("end", "instalments", "completion", "balancing"),
    [
        ("08/08/18", "1000×12", 3000, 0),
        ("08/07/18", "1000×11 0", 3000, 1000),
        ("08/06/18", "1000×10 0×2", 3000, 2000),
        ("30/06/18", "1000×11 0", 3000, 1000),
        ("08/04/18", "1000×8 0×4", 3000, 4000),
    ],
)
def test_completion(end: str, instalments: str, completion: int, balancing: int) -> None:
    learner = standard("01/08/17", "08/08/18", end, comp_status=2, prices=price("01/08/17", 12000, 3000))
    paid, at_end = {}, {}
    for year in (2017, 2018):
        work = worked_out(learner, year=year)
        paid[year] = amounts(work, T.ON_PROGRAMME)
        at_end[year] = (
            sum(amounts(work, T.COMPLETION).values()),
            sum(amounts(work, T.BALANCING).values()),
        )
    assert paid[2017] == spread(instalments)
    assert not paid[2018]
    assert tuple(map(sum, zip(*at_end.values(), strict=True))) == (completion, balancing)


def test_completion_after_the_planned_end_is_paid_in_its_month() -> None:
    learner = standard("01/08/17", "08/05/18", "10/07/18", comp_status=2, prices=price("01/08/17", 11250))
    work = worked_out(learner, year=2017)
    assert amounts(work, T.ON_PROGRAMME) == spread("1000×9 0×3")
    assert amounts(work, T.COMPLETION) == spread("0×11 2250")
    assert not amounts(work, T.BALANCING)


@pytest.mark.parametrize(
    ("restart", "plan", "first_end", "expected"),
    [
        ("03/01/18", "08/11/18", "10/10/17", "1000×2 0×3 1000×7"),
        ("06/08/18", "08/03/19", "10/01/18", "1000×7 0×5"),
    ],
)
def test_return_after_a_break(restart: str, plan: str, first_end: str, expected: str) -> None:
    learner = learner_of(
        aim_of("01/08/17", "08/08/18", first_end, comp_status=6, prices=price("01/08/17", 15000)),
        aim_of(restart, plan, aim_seq_number=2, prices=price(restart, 15000)),
    )
    year = 2017 if restart.endswith("/01/18") else 2018
    assert amounts(worked_out(learner, year=year), T.ON_PROGRAMME) == spread(expected)


def test_return_after_a_break_with_residual_prices() -> None:
    learner = learner_of(
        aim_of("01/08/17", "08/08/18", "10/10/17", comp_status=6, prices=price("01/08/17", 15000)),
        aim_of("06/11/17", "08/08/18", aim_seq_number=2, prices=price("06/11/17", 0, 0, 5000, 625)),
    )
    assert amounts(worked_out(learner, year=2017), T.ON_PROGRAMME) == spread("1000×2 0 500×9")


def test_a_residual_price_goes_on_over_a_year_end() -> None:
    learner = standard(
        "01/08/17", "08/08/19", prices=price("01/08/17", 15000) + price("01/05/18", 0, 0, 7500)
    )
    assert amounts(worked_out(learner, year=2017), T.ON_PROGRAMME) == spread("500×9 400×3")
    assert amounts(worked_out(learner, year=2018), T.ON_PROGRAMME) == spread("400×12")


def test_a_price_below_what_was_earned_is_taken_back_at_once() -> None:
    learner = standard("01/08/17", "08/08/18", prices=price("01/08/17", 9000) + price("10/01/18", 2000))
    assert amounts(worked_out(learner, year=2017), T.ON_PROGRAMME) == spread("600×5 -1000 0×6")


@pytest.mark.parametrize("band", ["15000", ""])
def test_a_second_provider_takes_over_below_the_band(band: str) -> None:
    first = standard("01/08/17", "08/08/18", "05/01/18", prices=price("01/08/17", 12000, 3000))
    second = standard("06/01/18", "08/08/18", prices=price("06/01/18", 12000, 3000))
    work = worked_out(
        (UKPRN, first),
        (OTHER, second),
        year=2017,
        reference=capped(band) if band else NO_BAND,
        own_price_is_the_band=not band,
    )
    assert amounts(work, T.ON_PROGRAMME, ukprn=UKPRN) == spread("1000×5 0×7")
    assert amounts(work, T.ON_PROGRAMME, ukprn=OTHER) == spread("0×5 1142.85714×7")
    taken_over = next(one for one in work.earnings.episodes if one.ukprn == OTHER)
    assert (taken_over.previously_earned, taken_over.above_cap, taken_over.capped) == (5000, 5000, 10000)


@pytest.mark.parametrize(
    ("start", "expected"), [("06/04/18", "900×4"), ("06/03/18", "720×5"), ("06/02/18", "600×6")]
)
def test_a_second_provider_with_a_price_of_its_own(start: str, expected: str) -> None:
    first = standard("01/08/17", "08/08/18", "05/02/18", prices=price("01/08/17", 7500))
    second = standard(start, "08/08/18", prices=price(start, 4500))
    work = worked_out((UKPRN, first), (OTHER, second), year=2017)
    months = 12 - int(expected[-1])
    assert amounts(work, T.ON_PROGRAMME, ukprn=OTHER) == spread(f"0×{months} {expected}")


def test_another_standard_is_another_course() -> None:
    learner = learner_of(
        aim_of("01/08/17", "08/08/18", "31/10/17", prices=price("01/08/17", 15000)),
        aim_of(
            "01/11/17",
            "08/08/18",
            aim_seq_number=2,
            course={"prog_type": 25, "std_code": 18},
            prices=price("01/11/17", 5625),
        ),
    )
    assert amounts(worked_out(learner, year=2017), T.ON_PROGRAMME) == spread("1000×3 500×9")


def test_an_aim_within_a_month_has_no_instalment_before_2020() -> None:
    learner = standard("03/09/17", "21/09/17", "21/09/17", comp_status=2, prices=price("03/09/17", 2000))
    work = worked_out(learner, year=2017)
    assert not amounts(work, T.ON_PROGRAMME)
    assert amounts(work, T.BALANCING) == {2: 1600}
    assert amounts(work, T.COMPLETION) == {2: 400}


@pytest.mark.parametrize("band", ["9000", ""])
def test_framework_uplift_is_a_share_of_the_band_where_none_is_given(band: str) -> None:
    aim = aim_of("06/08/17", "08/08/18", course=FRAMEWORK, prices=price("06/08/17", 7500 if band else 9000))
    rows = [funding_row("2-403-1", band)] if band else []
    work = worked_out(
        learner_of(aim, born=YOUNG.replace(year=2000)),
        year=2017,
        reference=reference_of(apprenticeship_funding=rows),
        own_price_is_the_band=not band,
    )
    assert amounts(work, T.UPLIFT_ON_PROGRAMME) == spread("120×12")


def test_uplift_balances_on_early_completion() -> None:
    aim = aim_of(
        "06/08/17", "08/11/18", "10/08/18", comp_status=2, course=FRAMEWORK, prices=price("06/08/17", 9000)
    )
    learner = learner_of(aim, born=YOUNG.replace(year=2000))
    assert amounts(worked_out(learner, year=2017), T.UPLIFT_ON_PROGRAMME) == spread("96×12")
    later = worked_out(learner, year=2018)
    assert not amounts(later, T.UPLIFT_ON_PROGRAMME)
    assert amounts(later, T.UPLIFT_BALANCING) == {1: 288}
    assert amounts(later, T.UPLIFT_COMPLETION) == {1: 360}


def test_contract_types_and_years_start_episodes_that_keep_the_price_date() -> None:
    fams = (fam("ACT", "1", "06/08/17", "14/11/17"), fam("ACT", "2", "15/11/17"))
    learner = standard("06/08/17", "20/08/19", prices=price("06/08/17", 15000), fams=fams)
    first = worked_out(learner, year=2017).earnings.episodes
    assert [(one.identifier, one.contract_type) for one in first] == [
        ("25-17-06/08/2017", 1),
        ("25-17-15/11/2017", 2),
    ]
    assert first[0].last_day is not None and first[0].last_day.isoformat() == "2017-11-14"
    later = worked_out(learner, year=2018).earnings.episodes
    assert [(one.identifier, one.price_date.isoformat()) for one in later] == [
        ("25-17-01/08/2018", "2017-08-06")
    ]


def test_employer_share_follows_the_programme_start() -> None:
    for start, share in (("31/03/19", 0.9), ("01/04/19", 0.95)):
        work = worked_out(standard(start, "08/08/20", prices=price(start, 9000)), year=2018)
        assert {float(line.government_share) for line in work.earnings.lines} == {share}


def test_a_second_reference_with_one_provider_goes_on_with_the_price() -> None:
    first = standard("01/08/17", "08/08/18", "05/01/18", prices=price("01/08/17", 15000))
    second = standard("06/01/18", "08/08/18", prices=price("06/01/18", 15000))
    second = second.model_copy(update={"learn_ref_number": "TEST2"})
    work = worked_out((UKPRN, first), (UKPRN, second), year=2017, reference=capped("21000"))
    assert amounts(work, T.ON_PROGRAMME) == spread("1000×12")
