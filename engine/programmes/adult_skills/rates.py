"""The weighted and unweighted rates of an aim, with what additional hours and the COVID-19 offer add."""

from decimal import Decimal

from engine.money import ZERO
from engine.programmes.adult_skills.aim import Aim
from engine.reference import ReferenceData


def look_up_rates(aim: Aim, reference: ReferenceData) -> None:
    """Find an aim's rates in pounds.

    Source: FM35 rulebase 2020/21, ApplicWeightFundRate, ApplicUnweightFundRate.
    """
    rules = aim.rules
    if aim.is_programme_aim:
        if aim.is_traineeship:
            fixed = rules.on("traineeship_programme_rate", aim.programme_start)
            aim.weighted_rate = aim.unweighted_rate = fixed
    elif not (aim.is_traineeship and _is_paid_by_traineeship(aim, reference)):
        aim.needs_rate = True
        _read_rate(aim, reference)
    if aim.delivery.add_hours:
        _add_hours(aim, aim.delivery.add_hours)
    if aim.covid_offer:
        aim.weighted_rate += rules.values.covid_offer_addition
        aim.unweighted_rate += rules.values.covid_offer_addition


def _is_paid_by_traineeship(aim: Aim, reference: ReferenceData) -> bool:
    return any(
        reference.in_category(aim.delivery.learn_aim_ref, category, aim.adjusted_start)
        for category in aim.rules.traineeship_free_categories
    )


def _read_rate(aim: Aim, reference: ReferenceData) -> None:
    rules = aim.rules
    day = aim.rate_day = max(aim.adjusted_start, rules.rates_asked_from)
    if aim.is_apprenticeship:
        categories = rules.values.apprenticeship_rate_categories
    elif aim.offender:
        categories = rules.on("offender_rate_categories", day)
    else:
        categories = rules.on("rate_categories", day)
    for category in categories:
        row = reference.rate(aim.delivery.learn_aim_ref, category, day)
        aim.rate_category = category
        if row is not None:
            aim.rate_row = row
            aim.weighted_rate = row.rate_weighted or ZERO
            aim.weighting_factor = row.weighting_factor
            if not aim.is_apprenticeship:
                aim.unweighted_rate = row.rate_unweighted or ZERO
            return


def _add_hours(aim: Aim, hours: int) -> None:
    if aim.fund_start and aim.basic_skills_type in aim.rules.esol_basic_skills_types:
        aim.esol_addition = band(aim.rules.on("esol_additional_hours", aim.start), hours)
        aim.weighted_rate += aim.esol_addition
        aim.unweighted_rate += aim.esol_addition


def band(bands: tuple[tuple[int | None, int], ...], hours: int) -> Decimal:
    """Return the sum in pounds for some hours: of the first band whose upper end they do not pass."""
    for upper, amount in bands:
        if upper is None or hours <= upper:
            return Decimal(amount)
    return ZERO
