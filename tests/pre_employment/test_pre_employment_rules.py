"""Values, credit, check-ins and findings of legacy pre-employment records, and what must hold for any of them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some
from pep_scenes import BOTH, LAD, codes, context, record, worked_out

from engine.money import calculation_digits
from engine.parameters import ParameterError, published
from engine.programmes.pre_employment import Job, check_ins, weeks_over
from engine.reference import ReferenceDataError

CLOSED = date(2009, 3, 27)
DAYS = some.dates(date(2008, 8, 1), date(2030, 12, 31))
FACTORS = some.decimals("0.5", "2", places=4)
CREDITS = some.lists(some.tuples(some.integers(0, 60), some.integers(0, 60)), min_size=1, max_size=8)


def test_funding_and_value_are_figures_of_their_own() -> None:
    (aim,) = worked_out(record()).aims
    assert aim.value_before_uplifts is not None and aim.funding is not None
    assert aim.value_before_uplifts.amount == 400
    assert aim.funding.amount == Decimal("470.40")
    assert "not the funding" in aim.value_before_uplifts.because.rule.title
    assert not aim.findings


@given(value=some.decimals("0", "10000", places=2), disadvantage=FACTORS, area=FACTORS)
@pytest.mark.parametrize("reading", ["multiplied", "added"])
def test_formulas_give_the_figures(
    value: Decimal, disadvantage: Decimal, area: Decimal, reading: str
) -> None:
    uplifts = [{"UKPRN": "", "Disadvantage": str(disadvantage), "Area": str(area)}]
    result = worked_out(record(), value=f"{value:f}", uplifts=uplifts, pep_uplift_combination=reading)
    for figure in (result.aims[0].value_before_uplifts, result.aims[0].funding):
        assert figure is not None
        assert figure.because.recomputed() == figure.amount


@given(
    disadvantage=some.booleans(), area=some.booleans(), reading=some.sampled_from(["taken_as_1", "needed"])
)
def test_a_missing_uplift_is_always_named_and_the_bare_value_never_the_funding(
    disadvantage: bool, area: bool, reading: str
) -> None:
    row = {
        "UKPRN": "",
        "Disadvantage": "1.12" if disadvantage else "",
        "Area": "1.05" if area else "",
    }
    result = worked_out(record(), uplifts=[row], pep_missing_uplift=reading)
    (aim,) = result.aims
    assert aim.value_before_uplifts is not None
    assert len(aim.findings) == (not disadvantage) + (not area)
    if aim.funding is None:
        assert "PEP_UPLIFT_NOT_SUPPLIED" in aim.refused_by
    else:
        assert (disadvantage or area) and aim.funding.amount != 400


def test_nothing_is_priced_without_tables() -> None:
    result = worked_out(record(), lad=(), uplifts=())
    assert codes(result) == ["PEP_LAD_NOT_SUPPLIED"]
    assert result.aims[0].value_before_uplifts is None and result.aims[0].funding is None


def test_the_provider_s_own_uplifts_come_first_and_else_those_of_everybody() -> None:
    own = {"UKPRN": "10000301", "Disadvantage": "2", "Area": "1"}
    one, other = worked_out(
        record(ukprn=10000301), record(ukprn=10000302, l03="0002"), uplifts=[own, BOTH]
    ).aims
    assert one.funding is not None and other.funding is not None
    assert (one.funding.amount, other.funding.amount) == (800, Decimal("470.40"))


def test_faults_of_the_tables_are_all_told() -> None:
    with pytest.raises(ReferenceDataError) as caught:
        context(
            lad=[{**LAD, "Value": "much", "ValidFrom": "1.8.2008"}],
            uplifts=[{"UKPRN": "", "Disadvantage": "-1", "Area": "1"}],
        )
    told = "\n".join(str(problem) for problem in caught.value.problems)
    assert "column Value: found 'much'" in told and "column ValidFrom: found '1.8.2008'" in told
    assert "found '-1', expected 0 or more" in told


@given(CREDITS, some.sampled_from(["sum_of_closed_aims", "average_of_closed_aims", "sum_of_all_aims"]))
def test_the_rate_lies_between_nought_and_one_when_no_aim_achieves_more_than_planned(
    pairs: list[tuple[int, int]], reading: str
) -> None:
    aims = [record(l03=f"{n}", end=CLOSED, a59=max(pair), a60=min(pair)) for n, pair in enumerate(pairs)]
    result = worked_out(*aims, pep_credit_success_rate=reading)
    (credit,) = result.credit
    assert "PEP_A60_ABOVE_A59" not in codes(result)
    if credit.planned == 0:
        assert credit.rate is None and "PEP_CSR_UNDEFINED" in codes(result)
        return
    assert credit.rate is not None and 0 <= credit.rate <= 1
    with calculation_digits():
        assert credit.because.recomputed() == credit.rate


@given(CREDITS)
def test_credit_achieved_above_planned_is_always_named(pairs: list[tuple[int, int]]) -> None:
    aims = [record(l03=f"{n}", end=CLOSED, a59=a59, a60=a60) for n, (a59, a60) in enumerate(pairs)]
    named = codes(worked_out(*aims)).count("PEP_A60_ABOVE_A59")
    assert named == sum(a60 > a59 for a59, a60 in pairs)


def test_open_aims_and_records_without_an_ilr_do_not_count() -> None:
    result = worked_out(
        record(end=CLOSED, a59=10, a60=5),
        record(end=CLOSED, a59=10, a60=10, ilr_completed=False),
        record(a59=10, a60=10),
        record(end=CLOSED + timedelta(days=1), a59=10, a60=10),
        as_at=CLOSED,
    )
    assert [(one.planned, one.achieved, one.aims) for one in result.credit] == [(10, 5, 1)]


@given(DAYS, some.sampled_from(["last_day_of_period", "day_after_period"]))
def test_check_ins_are_fourteen_in_order_within_the_first_year(start: date, reading: str) -> None:
    setting = context(pep_check_in_days=reading)
    due = list(check_ins(Job(10000301, "0001", start), setting))
    days = [one.day for one in due]
    assert len(due) == 14 and days == sorted(days)
    assert len(set(days)) == 7 and days[0] == start
    assert timedelta(days=360) < days[-1] - start <= timedelta(days=366)
    assert [one.party for one in due] == ["candidate", "employer"] * 7
    (twelve,) = {one.day for one in due if one.point == "12 weeks in"}
    assert weeks_over(due[0].job, setting) - twelve == timedelta(weeks=1)


def test_a_leap_day_job_has_its_year_end_in_february() -> None:
    due = list(check_ins(Job(0, "0001", date(2012, 2, 29)), context()))
    assert due[-1].day == date(2013, 2, 27)
    assert due[6].day == date(2012, 3, 28)


def test_a_job_before_the_guidance_is_refused() -> None:
    with pytest.raises(ParameterError, match="begins on 31/07/2008"):
        list(check_ins(Job(0, "0001", date(2008, 7, 31)), context()))


@pytest.mark.parametrize("code", ["", "23", "086", "68"])
@pytest.mark.parametrize("skills_for_life", [True, False, None])
def test_offenders_without_the_code_are_found_whatever_the_aim(
    code: str, skills_for_life: bool | None
) -> None:
    result = worked_out(record(offender=True, a46a=code, skills_for_life=skills_for_life))
    assert codes(result) == ["PEP_A46A_NOT_86"]
    assert result.offenders == (1, 0)
    assert result.aims[0].funding is not None


def test_learners_are_one_whatever_the_case_of_their_reference() -> None:
    result = worked_out(record(l03="a1", end=CLOSED), record(l03="A1"))
    assert codes(result) == []
    assert [aim.number for aim in result.aims] == [1, 2]


def test_parameters_are_those_of_the_guidance() -> None:
    rules = published().at("pre_employment", date(2008, 8, 1))
    assert rules.offender_code == "86"
    assert [len(points) for points in rules.check_in_points.values()] == [7, 7]
