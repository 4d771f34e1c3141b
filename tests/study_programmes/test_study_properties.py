"""What holds for every study programme learner, whatever the hours, ages and placements."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from study_scenes import HIGH_NEEDS, aim, bands, learner, placement, record, setting, worked_out

from engine.programmes.study_programmes import HOURS, RATE, band_by_age, base_rate

hours = st.integers(0, 2000)
days = st.integers(0, 400)
placements = st.lists(
    st.tuples(days, st.none() | st.integers(-5, 60), st.integers(1, 9999), st.integers(0, 9)), max_size=6
)


def told(attribute: str, who: object) -> Decimal:
    (row,) = (one for one in worked_out(who).year_figures if one.attribute == attribute)  # type: ignore[arg-type]
    return row.amount


def by_the_table(total: int, adult: bool, high_needs: bool) -> tuple[str, Decimal]:
    """The published table, written down again."""
    if total >= 540 and (not adult or high_needs):
        return "5", Decimal(4188)
    if total >= 450:
        return ("4a" if adult else "4b"), Decimal(3455)
    if total >= 360:
        return "3", Decimal(2827)
    if total >= 280:
        return "2", Decimal(2234)
    return "1", Decimal(4188) * total / 600


@given(hours, st.booleans(), st.booleans())
def test_band_and_rate_are_those_of_the_table(total: int, adult: bool, high_needs: bool) -> None:
    band = band_by_age(bands(), total, is_adult=adult, high_needs=high_needs)
    assert (band, base_rate(bands(), band, total)) == by_the_table(total, adult, high_needs)


@given(hours, hours, st.booleans(), st.booleans())
def test_more_hours_are_never_worth_less(one: int, other: int, adult: bool, high_needs: bool) -> None:
    rates = []
    for total in sorted((one, other)):
        band = band_by_age(bands(), total, is_adult=adult, high_needs=high_needs)
        rates.append(base_rate(bands(), band, total))
    assert rates[0] <= rates[1]


@given(hours, st.booleans())
def test_high_needs_and_youth_are_never_worth_less(total: int, adult: bool) -> None:
    def rate(is_adult: bool, high_needs: bool) -> Decimal:
        return base_rate(
            bands(), band_by_age(bands(), total, is_adult=is_adult, high_needs=high_needs), total
        )

    assert rate(adult, True) >= rate(adult, False)
    assert rate(False, False) >= rate(True, False)


@given(placements, st.integers(0, 900), st.integers(0, 900), st.booleans())
@settings(deadline=None, max_examples=60)
def test_placements_never_change_hours_or_rate(
    some: list[tuple[int, int | None, int, int]], learning: int, eep: int, high_needs: bool
) -> None:
    begin = date(2020, 8, 1)
    made = [
        placement(
            start := begin + timedelta(days=day),
            None if length is None else start + timedelta(days=length),
            hours=count,
            mode=mode,
        )
        for day, length, count, mode in some
    ]
    fams = HIGH_NEEDS if high_needs else ()
    facts = {"plan_learn_hours": learning, "plan_eep_hours": eep, "learner_fam": fams}
    without, with_ = learner(aim(), **facts), learner(aim(1, "ZWRKX001", *made), **facts)
    for attribute in (HOURS, RATE):
        assert told(attribute, with_) == told(attribute, without)
    assert told(HOURS, with_) == learning + eep


@given(st.integers(0, 60), st.sampled_from(["Y", "N", ""]), st.sampled_from(["Y", "N"]), placements)
@settings(deadline=None, max_examples=100)
def test_advice_is_a_warning_and_hours_are_never_both_in_and_out(
    counted: int, went_out: str, evidenced: str, some: list[tuple[int, int | None, int, int]]
) -> None:
    made = [placement(date(2020, 9, 1) + timedelta(days=day), None, count) for day, _, count, _ in some]
    where = setting(record(HoursCounted=str(counted), WentOut=went_out, SubstituteEvidenced=evidenced))
    findings = worked_out(learner(aim(1, "ZWRKX001", *made)), where).findings
    codes = [row.code for row in findings]
    for row in findings:
        assert row.severity == ("warning" if row.code.startswith("ZWRKX_") else "error")
        assert row.field and row.found and row.expected and row.clause and row.message
    assert not {"ZWRKX_NO_PLACEMENT", "ZWRKX_SUBSTITUTE_AS_PLACEMENT"} <= set(codes)
    if went_out == "Y":
        assert not {"ZWRKX_NO_PLACEMENT", "ZWRKX_HOURS_COUNTED"} & set(codes)
    if went_out == "N":
        assert ("ZWRKX_HOURS_COUNTED" in codes) is (evidenced == "N" and counted > 0)
