"""The single values behind an aim's money, under their official attribute names."""

from engine.because import Shown
from engine.money import calculation_digits
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.payments import achievement_element


def values_of(aim: Aim) -> dict[str, Shown]:
    """Return an aim's values by official name; a value that the aim does not have is None.

    Source: FM35 rulebase 2020/21, names of the values.
    """
    with calculation_digits():
        element = achievement_element(aim)
    return {
        "FundLine": aim.fund_line,
        "FundStart": aim.fund_start,
        "Achieved": aim.achieved,
        "AgeAimStart": aim.age,
        "ThresholdDays": aim.qualifying_days,
        "PlannedNumOnProgInstalm": aim.planned_instalments,
        "ActualNumInstalm": aim.actual_instalments,
        "ApplicWeightFundRate": aim.weighted_rate,
        "ApplicUnweightFundRate": aim.unweighted_rate,
        "AppAgeFact": aim.age_factor,
        "AreaCostFactAdj": aim.area_factor,
        "DisUpFactAdj": aim.disadvantage_factor,
        "SpecResUplift": aim.specialist_factor,
        "LTRCUpliftFctr": aim.residential_factor,
        "LargeEmployerFM35Fctr": aim.large_employer_factor,
        "AppFuncSkill1618AdjFact": aim.functional_skills_factor,
        "AimValue": aim.value,
        "BaseValueUnweight": aim.unweighted_value,
        "NonGovCont": aim.fee,
        "PropFundRemain": aim.share_remaining,
        "PropFundRemainAch": aim.share_remaining_achievement,
        "CapFactor": aim.cap_factor,
        "AchApplicDate": aim.achievement_date,
        "AchieveElement": element,
    }
