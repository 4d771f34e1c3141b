"""The yearly cap on a learner's funding outside apprenticeships."""

from collections.abc import Sequence
from decimal import Decimal

from engine.money import ONE, ZERO
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.instalments import balancing_instalments_of_year, instalments_of_year
from engine.programmes.adult_skills.rules import Rules


def apply_cap(aims: list[Aim], rules: Rules) -> None:
    """Give the capped aims of a learner their cap factor, one for all of them.

    The year's unweighted funding before achievement, fees not taken off, may not pass the cap.
    Source: FM35 rulebase 2020/21 #175 to #177.
    """
    # Counting instalments is worth it only where all of them together would pass the cap.
    whole = ZERO
    for aim in aims:
        share = aim.share_remaining
        whole += aim.unweighted_value if share is ONE else aim.unweighted_value * share
    if whole < rules.learner_cap:
        return
    total = capped_sum(aims, rules)
    if total > rules.cap_before_achievement:
        factor = rules.cap_before_achievement / total
        for aim in aims:
            if not aim.is_apprenticeship:
                aim.cap_factor = factor


def capped_sum(aims: Sequence[Aim], rules: Rules) -> Decimal:
    """Return the year's unweighted funding before achievement of all aims but apprenticeships, in pounds."""
    total = ZERO
    for aim in aims:
        if aim.planned_instalments and aim.unweighted_value and not aim.is_apprenticeship:
            count = instalments_of_year(aim) + balancing_instalments_of_year(aim)
            if count:
                yearly = aim.unweighted_value * aim.share_remaining * rules.on_programme_share
                total += yearly * count / aim.planned_instalments
    return total
