"""Milestones 1, 2 and 3: every condition just met and just missed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from bootcamp_scenes import (
    CAMP,
    END,
    M2,
    M3,
    SECOND,
    START,
    UNPRICED,
    camp,
    claim,
    codes,
    done,
    found,
    learner,
    paid,
    refused,
    returned,
    run,
)

from engine.programmes.bootcamps import RULES, Evaluation, evaluate
from engine.programmes.bootcamps.milestone_faults import months_after

SEP = date(2024, 8, 31)


def m1(file_date: date, **changed: object) -> Evaluation:
    return run(returned("2324", 10, learner(camp(**changed)), file_date=file_date))  # type: ignore[arg-type]


def ended(*aims: object, file_date: date = date(2024, 8, 6), **switches: str) -> Evaluation:
    return run(returned("2324", 12, learner(*aims), file_date=file_date), **switches)  # type: ignore[arg-type]


def test_milestone_1_on_day_14_and_not_before() -> None:
    result = m1(date(2024, 5, 15))
    assert paid(result) == [("M1", "1200.00", "2324 R10")]
    assert (result.milestones[0].earned_on, result.milestones[0].period) == (date(2024, 5, 15), 10)
    assert paid(m1(date(2024, 5, 14))) == [] and codes(m1(date(2024, 5, 14))) == []


@pytest.mark.parametrize(("days", "pays"), [(12, False), (13, False), (14, True), (15, True)])
def test_who_leaves_before_day_14_earns_nothing(days: int, pays: bool) -> None:
    left = camp(
        "WMCA15.0",
        learn_act_end_date=START + timedelta(days=days),
        comp_status=3,
        outcome=3,
        withdraw_reason=2,
    )
    result = run(returned("2324", 10, learner(left)))
    assert bool(paid(result)) is pays and codes(result) == []


def test_milestone_1_to_the_letter_needs_status_1_in_the_return() -> None:
    assert [one[0] for one in paid(ended(done()))] == ["M1"]
    assert paid(ended(done(), m1_status_rule="literal")) == []


def test_what_was_paid_stays_paid_and_is_paid_once() -> None:
    result = run(
        returned("2324", 10, learner(camp())),
        returned("2324", 11, learner(camp(fam={"DAM": ""}))),
        returned("2324", 12, learner(camp())),
    )
    assert paid(result) == [("M1", "1200.00", "2324 R10")]
    assert refused(result) == [("R11", 1, None, "NP_DAM")]


def test_all_three_in_one_return_and_their_periods() -> None:
    result = ended(done(), claim(M2, date(2024, 7, 25)), claim(M3, date(2024, 8, 2), number=3))
    assert [one[:2] for one in paid(result)] == [("M1", "1200.00"), ("M2", "900.00"), ("M3", "900.00")]
    assert [one.earned_on for one in result.milestones] == [date(2024, 5, 15), END, date(2024, 8, 2)]
    assert codes(result) == []


@pytest.mark.parametrize(
    ("last", "pays"), [(date(2024, 7, 11), False), (date(2024, 7, 12), True), (date(2024, 8, 3), True)]
)
def test_80_percent_of_91_days(last: date, pays: bool) -> None:
    result = ended(done(on=last), claim(M2, last))
    assert ("M2" in {one[0] for one in paid(result)}) is pays
    assert codes(result) == ([] if pays else ["NP_M2_LT80"])


def test_exactly_80_percent_and_the_other_way_of_counting() -> None:
    aims = (
        done(start=date(2024, 6, 1), plan=date(2024, 6, 30), on=date(2024, 6, 24)),
        claim(M2, date(2024, 6, 24)),
    )
    assert codes(ended(*aims)) == []
    assert codes(ended(*aims, pct_basis="exclusive_days")) == ["NP_M2_LT80"]


@pytest.mark.parametrize(
    ("end", "last"),
    [
        (date(2024, 8, 31), date(2025, 2, 28)),
        (date(2024, 6, 28), date(2024, 12, 28)),
        (date(2024, 7, 31), date(2025, 1, 31)),
        (date(2023, 8, 31), date(2024, 2, 29)),
        (date(2024, 8, 29), date(2025, 2, 28)),
    ],
)
def test_six_months_are_calendar_months_clipped_to_their_end(end: date, last: date) -> None:
    assert months_after(end, 6) == last


@pytest.mark.parametrize(("offset", "late"), [(-1, False), (0, False), (1, True)])
def test_the_job_offer_within_six_months(offset: int, late: bool) -> None:
    day = date(2025, 1, 31) + timedelta(days=offset)
    camp_done = done(plan=date(2024, 7, 31), on=date(2024, 7, 31))
    result = run(returned("2425", 8, learner(camp_done, claim(M2, END), claim(M3, day, number=3))))
    assert codes(result) == (["NP_M3_LATE"] if late else [])


@pytest.mark.parametrize(
    ("aims", "expected"),
    [
        ([done(), claim(M2, END, plan=date(2024, 8, 1))], ["NP_M2_DATES"]),
        ([done(), claim(M2, END, learn_act_end_date=date(2024, 7, 31))], ["NP_M2_DATES"]),
        ([done(), claim(M2, END, "Cohort 1")], ["NP_M2_REF"]),
        ([done(), claim(M2, END, SECOND)], ["NP_M2_REF"]),
        ([done(), claim(M2, END, "Cohort 1", f" {CAMP.lower()} ")], []),
        ([camp(), claim(M2, END)], ["NP_M2_NOT_COMPLETED", "NP_M2_NOT_ACHIEVED"]),
        ([done(outcome=3), claim(M2, END)], ["NP_M2_NOT_ACHIEVED"]),
        ([done(outcome=8), claim(M2, END)], ["NP_M2_NOT_ACHIEVED"]),
        ([done(), claim(M2, END, comp_status=1)], ["NP_M2_NOT_COMPLETED"]),
        ([done(), claim(M2, END, outcome=8)], ["NP_M2_NOT_ACHIEVED"]),
        ([done(), claim(M2, END, fam={"DAM": ""})], ["NP_DAM"]),
        ([done(), claim(M2, date(2024, 8, 7))], ["NP_START_FUTURE"]),
        ([done(), claim(M3, END)], ["NP_M3_NO_M2"]),
        ([done(), claim(M2, date(2024, 7, 31)), claim(M3, END, number=3)], ["NP_M3_NO_M2"]),
        ([done(), claim(M2, END), claim(M3, END, number=3)], []),
        ([done(), claim(M2, END, "-"), claim(M3, END, number=3)], ["NP_M2_REF", "NP_M3_NO_M2"]),
        ([done(), claim(M2, END), claim(M3, END, "-", number=3)], ["NP_M3_REF"]),
        ([done(), claim(M2, END), claim(M3, END, number=3, plan=date(2024, 8, 1))], ["NP_M3_DATES"]),
        ([done(), claim(M2, END), claim(M3, END, number=3, outcome=3)], ["NP_M3_NOT_ACHIEVED"]),
    ],
)
def test_each_reason_of_a_milestone_stops_it_alone(aims: list[object], expected: list[str]) -> None:
    result = ended(*aims)
    assert codes(result) == expected
    assert all(one.milestone for one in result.no_pay)
    assert "M1" in {one[0] for one in paid(result)}
    assert {one.milestone for one in result.no_pay}.isdisjoint(one[0] for one in paid(result))


def test_readings_of_dam_and_of_the_earlier_milestone_2() -> None:
    bare = done(), claim(M2, END, fam={"DAM": ""})
    assert codes(ended(*bare, dam023_on_milestone_aims="no")) == []
    both = learner(done(), claim(M2, END), claim(M3, END, number=3))
    once = run(returned("2324", 12, both), m2_previous="earlier_return_only")
    assert codes(once) == ["NP_M3_NO_M2"]
    twice = run(returned("2324", 12, both), returned("2324", 13, both), m2_previous="earlier_return_only")
    assert paid(twice)[-1] == ("M3", "900.00", "2324 R13")
    faulty = done(), claim(M2, END, plan=date(2024, 8, 1)), claim(M3, END, number=3)
    assert codes(ended(*faulty, m2_standing="returned")) == ["NP_M2_DATES"]


def test_a_job_offer_before_the_end_is_paid_and_pointed_out() -> None:
    early = date(2024, 7, 20)
    result = ended(done(), claim(M2, early), claim(M3, early, number=3))
    assert [one[0] for one in paid(result)] == ["M1", "M2", "M3"]
    assert "JOB_OFFER_BEFORE_END" in found(result)


def test_no_price_is_an_error_that_names_the_aim() -> None:
    result = run(returned("2324", 10, learner(camp(ref=UNPRICED))))
    assert paid(result) == [] and codes(result) == []
    [error] = [one for one in result.findings if one.code == "PRICE_NOT_SUPPLIED"]
    assert UNPRICED in error.found and error.severity == "error"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("", ["1200.00", "900.00", "900.00"]),
        ("Contribution 10", ["1080.00", "810.00", "810.00"]),
        ("CONTRIBUTION 30", ["840.00", "630.00", "630.00"]),
    ],
)
def test_the_contribution_reduces_every_milestone(text: str, amounts: list[str]) -> None:
    ffi = "2" if text else "1"
    result = ended(
        done("WMCA1.1", text, fam={"FFI": ffi}),
        claim(M2, END),
        claim(M3, END, number=3),
        file_date=date(2024, 8, 1),
    )
    assert [one[1] for one in paid(result)] == amounts


def test_the_reading_that_takes_the_contribution_from_the_milestone_aim() -> None:
    aims = done("WMCA1.1", "Contribution 10", fam={"FFI": "2"}), claim(M2, END)
    assert [one[1] for one in paid(ended(*aims, contribution_source="milestone_aim"))] == [
        "1080.00",
        "900.00",
    ]
    assert "CONTRIB_DIFFERS" in found(ended(*aims))


def test_the_parts_sum_to_the_whole_and_recompute() -> None:
    aims = [done(ref=SECOND), claim(M2, END, SECOND), claim(M3, END, SECOND, number=3)]
    result = ended(*aims)
    assert [one.amount for one in result.milestones] == [
        Decimal("1199.96"),
        Decimal("899.97"),
        Decimal("899.97"),
    ]
    for one in result.milestones:
        assert one.because.rule is RULES[one.milestone]
        assert one.because.recomputed() == one.amount
        told = one.because.explanation()
        assert {term.name for term in told.terms} == {"price", "contribution", "rounding"}
        assert told.parameters[0].name == f"milestone_{one.milestone[1]}_share"


def test_wave_3_has_its_own_shares_days_and_hours() -> None:
    from bootcamp_scenes import context

    held = [returned("2324", 10, learner(camp()), file_date=START + timedelta(days=5))]
    assert paid(evaluate(held, context(wave="3"))) == [("M1", "1350.00", "2324 R10")]
    assert paid(evaluate(held, context())) == []
    few = [returned("2324", 10, learner(camp(), plan_learn_hours=4))]
    assert paid(evaluate(few, context(wave="3"))) == []
    aims = learner(done(), claim(M2, END), claim(M3, END, number=3))
    amounts = [one[1] for one in paid(evaluate([returned("2324", 12, aims)], context(wave="3")))]
    assert amounts == ["1350.00", "1050.00", "600.00"]
