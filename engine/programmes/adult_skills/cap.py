"""The yearly cap on a learner's funding outside apprenticeships."""

from engine.money import ZERO
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.instalments import balancing_instalments_of_year, instalments_of_year
from engine.programmes.adult_skills.rules import Rules


def apply_cap(aims: list[Aim], rules: Rules) -> None:
    """Give the capped aims of a learner their cap factor, one for all of them.

    The year's unweighted funding before achievement, fees not taken off, may not pass the cap.
    Source: FM35 rulebase 2020/21 #175 to #177.
    """
    capped = [aim for aim in aims if not aim.is_apprenticeship]
    total = ZERO
    for aim in capped:
        if aim.planned_instalments and aim.unweighted_value:
            count = instalments_of_year(aim) + balancing_instalments_of_year(aim)
            if count:
                yearly = aim.unweighted_value * aim.share_remaining * rules.on_programme_share
                total += yearly * count / aim.planned_instalments
    if total > rules.cap_before_achievement:
        factor = rules.cap_before_achievement / total
        for aim in capped:
            aim.cap_factor = factor
