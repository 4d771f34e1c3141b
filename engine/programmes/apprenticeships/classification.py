"""What an aim is once its programme is known: the learner's age at the start, 16-18 or not, English and maths.

Source: FM36 rulebase 2020/21, section 2; apprenticeship rules 4.1.
"""

from engine.calendar import age_on
from engine.programmes.apprenticeships.aim import Aim
from engine.reference import ReferenceData


def classify(aim: Aim, reference: ReferenceData) -> None:
    """Set what depends on the programme's start and on the reference data."""
    rules = aim.rules
    birth = aim.record.birth
    aim.age = age = None if birth is None else age_on(birth, aim.programme.start)
    aim.young_at_start = (
        age is not None
        and (
            age < rules.adult_age
            or (age <= rules.young_age_limit and not rules.young_codes.isdisjoint(aim.eef))
        )
    ) or aim.programme.young_in_history
    if not aim.is_programme_aim and aim.is_apprenticeship:
        aim.is_english_maths = _is_english_maths(aim, reference)


def _is_english_maths(aim: Aim, reference: ReferenceData) -> bool:
    ref, day = aim.delivery.learn_aim_ref, aim.adjusted_start
    row = reference.aim(ref)
    if row is None or row.common_component is None:
        return False
    rate = reference.rate(ref, aim.rules.english_maths_rate, day)
    if rate is None or not rate.rate_weighted:
        return False
    return reference.knows_common_component(*aim.course, row.common_component, day)


def is_adult_care_leaver_not_told(aim: Aim) -> bool:
    """Say whether a care leaver of 19 or over does not want the employer told: no waiver, no employer incentive.

    Source: FM36 rulebase 2020/21, sections 3.6 and 4; apprenticeship rules 4.7.
    """
    rules = aim.rules
    return (
        not aim.eef.isdisjoint(rules.care_leaver_codes)
        and not aim.ldm.isdisjoint(rules.employer_not_told_codes)
        and aim.age is not None
        and aim.age >= rules.adult_age
        and aim.programme.start >= rules.care_leaver_from
    )
