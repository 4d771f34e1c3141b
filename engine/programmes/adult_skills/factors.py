"""The factors that raise or lower an aim's weighted rate."""

from decimal import Decimal

from engine.calendar import since
from engine.employment import status_in_force
from engine.ilr.records import Learner
from engine.money import ONE, ZERO
from engine.programmes.adult_skills.aim import Aim
from engine.reference import PostcodeFactor, ReferenceData


def look_up_factors(aim: Aim, learner: Learner, ukprn: int, reference: ReferenceData) -> None:
    """Find all factors of an aim. Source: FM35 rulebase 2020/21, section on the value of an aim."""
    rules = aim.rules
    day = max(aim.adjusted_start, rules.factors_asked_from)
    aim.area_row = reference.area_cost(aim.delivery.del_loc_post_code, day)
    aim.area_factor = above_one(aim.area_row)
    if aim.offender:
        aim.disadvantage_factor = rules.offender_disadvantage_factor
    else:
        aim.disadvantage_row = reference.disadvantage(learner.postcode_prior, day)
        aim.disadvantage_factor = above_one(aim.disadvantage_row)
    if aim.weighting_factor in rules.specialist_weighting and _has_specialist_resources(
        aim, learner, ukprn, reference
    ):
        aim.specialist_factor = rules.specialist_factor
    if aim.marks.residential:
        name = rules.provider_factors["residential"]
        aim.residential_row = reference.organisation_factor(ukprn, name, day)
        if aim.residential_row is not None:
            aim.residential_factor = rules.residential_factor
    if aim.line_key == "none":
        # The published calculation shows 0 here; without a fund line the value is 0 anyway.
        aim.age_factor = ZERO
    if aim.is_apprenticeship:
        _look_up_apprenticeship_factors(aim, learner, ukprn, reference)


def above_one(row: PostcodeFactor | None) -> Decimal:
    """Return a postcode's factor when it is above 1, else 1: postcodes only ever raise a value."""
    return row.factor if row is not None and row.factor > ONE else ONE


def _has_specialist_resources(aim: Aim, learner: Learner, ukprn: int, reference: ReferenceData) -> bool:
    """Ask campus, delivery postcode and provider in turn; the first answer decides, a no too."""
    rules, start = aim.rules, aim.adjusted_start
    if learner.camp_id:
        row = reference.campus_resources(learner.camp_id, max(start, rules.campus_asked_from))
        if row is not None:
            aim.specialist_reason = f"campus {learner.camp_id} {since(row.effective_from)}"
            return row.specialist_resources
    day = max(start, rules.postcode_resources_asked_from)
    row = reference.postcode_resources(ukprn, aim.delivery.del_loc_post_code, day)
    if row is not None:
        aim.specialist_reason = f"postcode {row.postcode} {since(row.effective_from)}"
        return row.specialist_resources
    if reference.any_postcode_resources(ukprn, day) is not None:
        aim.specialist_reason = "the provider has resources at other postcodes"
        return False
    name = rules.provider_factors["specialist"]
    factor = reference.organisation_factor(ukprn, name, max(start, rules.factors_asked_from))
    aim.specialist_reason = f"{name} of provider {ukprn}"
    return factor is not None


def _look_up_apprenticeship_factors(aim: Aim, learner: Learner, ukprn: int, reference: ReferenceData) -> None:
    rules = aim.rules
    extended = aim.has("EEF", rules.eligibility_extended)
    over_18 = aim.fund_line in rules.lines_19_plus
    if aim.line_key == "apprenticeship_16_18" or (over_18 and extended):
        aim.age_factor = rules.age_factor_16_18
    elif aim.line_key == "apprenticeship_19_23":
        aim.age_factor = rules.age_factor_19_23
    elif aim.line_key == "apprenticeship_24_plus" and not aim.higher_education:
        aim.age_factor = rules.age_factor_24_plus
    is_functional_skill = aim.common_component in rules.functional_skills_components
    if is_functional_skill and (aim.line_key == "apprenticeship_16_18" or extended):
        aim.functional_skills_factor = rules.functional_skills_factor
    if (
        over_18
        and not extended
        and not aim.higher_education
        and _has_large_employer(aim, learner, ukprn, reference)
    ):
        aim.large_employer_factor = rules.large_employer_factor


def _has_large_employer(aim: Aim, learner: Learner, ukprn: int, reference: ReferenceData) -> bool:
    """Say whether the employer at programme start is on the list. Source: FM35 rulebase 2020/21 #143."""
    rules = aim.rules
    if aim.has("LDM", rules.training_agency_codes):
        return False
    day = max(aim.programme_start, rules.factors_asked_from)
    if reference.organisation_factor(ukprn, rules.provider_factors["employer"], day) is not None:
        return True
    status = status_in_force(
        (known for known in learner.learner_employment_status if known.emp_id is not None),
        aim.programme_start,
    )
    return (
        status is not None
        and status.emp_id is not None
        and reference.large_employer(status.emp_id, day) is not None
    )
