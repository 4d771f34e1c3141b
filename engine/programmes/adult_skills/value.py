"""The value of an aim, the fee taken off it, and the share of it that is left to fund."""

from decimal import Decimal

from engine.money import ONE, ZERO
from engine.programmes.adult_skills.aim import Aim

_HUNDRED = Decimal(100)


def work_out_value(aim: Aim) -> None:
    """Multiply rate and factors, take off the fee. Source: FM35 rulebase 2020/21, AimValue, NonGovCont."""
    rules = aim.rules
    if aim.fund_start and aim.line_key != "none":
        value = aim.weighted_rate
        for factor in (
            aim.age_factor,
            aim.specialist_factor,
            aim.residential_factor,
            aim.area_factor,
            aim.disadvantage_factor,
            aim.large_employer_factor,
            aim.functional_skills_factor,
        ):
            if factor is not ONE:
                value *= factor
        aim.value = value
        aim.unweighted_value = aim.unweighted_rate
    else:
        aim.value = aim.unweighted_value = ZERO
    if aim.marks.fully_funded:
        aim.fee = ZERO
    elif aim.is_apprenticeship:
        aim.fee = rules.fee_share * aim.value
    else:
        aim.fee = rules.fee_share * aim.unweighted_value
    aim.net_value = aim.value - aim.fee
    _work_out_share_remaining(aim)


def _work_out_share_remaining(aim: Aim) -> None:
    """Find the shares left by funding adjustments.

    Source: FM35 rulebase 2020/21, PropFundRemain, PropFundRemainAch.
    """
    other, prior = aim.delivery.other_fund_adj, aim.delivery.prior_learn_fund_adj
    if other is None and prior is None:
        aim.share_remaining = aim.share_remaining_achievement = ONE
        return
    other_share = ONE if other is None else Decimal(other) / _HUNDRED
    prior_share = ONE if prior is None else Decimal(prior) / _HUNDRED
    aim.share_remaining = other_share * prior_share
    aim.share_remaining_achievement = other_share if aim.is_restart else aim.share_remaining
