"""The rules behind the single values of an aim, by official attribute name.

Source: FM35 rulebase 2020/21, names of the values.
"""

from collections.abc import Mapping
from types import MappingProxyType

from engine.because import Rule

_SOURCE = "FM35 rulebase 2020/21 (2021.03.08)"


def _rule(identifier: str, title: str, where: str, topics: str, formula: str = "") -> Rule:
    clauses = tuple(f"FM35-{topic}" for topic in topics.split())
    return Rule(f"FM35-VALUE-{identifier}", title, f"{_SOURCE}, {where}", formula, clauses)


_RATE = "lars_rate + esol_addition + covid_offer_addition"

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "FundLine": _rule(
            "FUND-LINE",
            "Names the budget by funding model, source of funding, codes and age.",
            "#81",
            "LINE-01 LINE-02 LINE-03 LINE-04 OLASS-02 APP-01 APP-02",
        ),
        "FundStart": _rule(
            "FUND-START",
            "Funds an aim that goes on, has lasted its qualifying days or has an outcome that counts.",
            "#147",
            "QUALIFYING-02 QUALIFYING-03 QUALIFYING-04 APP-04",
        ),
        "Achieved": _rule(
            "ACHIEVED",
            "Counts an aim as achieved by its completion status, outcome and actual end.",
            "#163",
            "ACHIEVEMENT-02",
        ),
        "AgeAimStart": _rule(
            "AGE",
            "Counts whole years at the start of the aim, of an apprenticeship at the start of the programme.",
            "AgeAimStart",
            "APP-01 LINE-02",
        ),
        "ThresholdDays": _rule(
            "QUALIFYING-DAYS",
            "Takes the qualifying days from the planned length, both days counted.",
            "ThresholdDays, #147",
            "QUALIFYING-01",
        ),
        "PlannedNumOnProgInstalm": _rule(
            "PLANNED-INSTALMENTS",
            "Counts two instalments in the start month and one in each later month whose end is reached as planned.",
            "#154",
            "INSTALMENTS-02",
            "1 + months_to_the_day_after_the_planned_end",
        ),
        "ActualNumInstalm": _rule(
            "ACTUAL-INSTALMENTS",
            "Counts two instalments in the start month and one in each later month whose end is reached.",
            "#154",
            "INSTALMENTS-01 ENDS-02",
            "1 + months_to_the_day_after_the_last_day",
        ),
        "ApplicWeightFundRate": _rule(
            "WEIGHTED-RATE",
            "Takes the weighted rate of the adjusted start, with what hours and offers add.",
            "ApplicWeightFundRate",
            "ADJUSTMENT-03 ESOL-01 COVID-01 TRAINEE-01 TRAINEE-03",
            _RATE,
        ),
        "ApplicUnweightFundRate": _rule(
            "UNWEIGHTED-RATE",
            "Takes the unweighted rate of the adjusted start, with what hours and offers add.",
            "ApplicUnweightFundRate",
            "ADJUSTMENT-03 ESOL-01 ESOL-04 COVID-01 TRAINEE-01 TRAINEE-03 APP-03",
            _RATE,
        ),
        "AppAgeFact": _rule(
            "AGE-FACTOR",
            "Raises or lowers the value of an apprenticeship by age.",
            "AppAgeFact",
            "APP-01 APP-02 APP-08",
        ),
        "AreaCostFactAdj": _rule(
            "AREA-COST",
            "Takes the area cost factor of the delivery postcode, at least 1.",
            "AreaCostFactAdj",
            "POSTCODE-01 POSTCODE-03 POSTCODE-04 POSTCODE-05",
            "max(1, factor_of_the_postcode)",
        ),
        "DisUpFactAdj": _rule(
            "DISADVANTAGE",
            "Takes the disadvantage factor of the postcode before enrolment, at least 1.",
            "DisUpFactAdj",
            "POSTCODE-02 POSTCODE-03 POSTCODE-04 POSTCODE-05",
            "max(1, factor_of_the_postcode)",
        ),
        "SpecResUplift": _rule(
            "SPECIALIST",
            "Raises aims of a specialist weighting where there are specialist resources.",
            "SpecResUplift",
            "SPECIALIST-01 SPECIALIST-02 SPECIALIST-03",
        ),
        "LTRCUpliftFctr": _rule(
            "RESIDENTIAL",
            "Raises aims of long-term residential provision.",
            "LTRCUpliftFctr",
            "RESIDENTIAL-01",
        ),
        "LargeEmployerFM35Fctr": _rule(
            "LARGE-EMPLOYER",
            "Lowers the value of older apprentices of large employers.",
            "#143",
            "APP-07",
        ),
        "AppFuncSkill1618AdjFact": _rule(
            "FUNCTIONAL-SKILLS",
            "Lowers the rate of functional skills of 16 to 18 apprentices.",
            "AppFuncSkill1618AdjFact",
            "APP-06",
        ),
        "AimValue": _rule(
            "AIM-VALUE",
            "Multiplies the weighted rate by all factors; the fee is not yet taken off.",
            "AimValue",
            "POSTCODE-01 POSTCODE-02 SPECIALIST-01 RESIDENTIAL-01 APP-01 APP-06 APP-07",
            "weighted_rate * age_factor * specialist_resources_factor * residential_factor * area_cost_factor"
            " * disadvantage_factor * large_employer_factor * functional_skills_factor",
        ),
        "BaseValueUnweight": _rule(
            "UNWEIGHTED-VALUE",
            "Takes the unweighted rate of a funded aim, from which fee and yearly cap are worked out.",
            "BaseValueUnweight",
            "FEE-01 CAP-03",
            "unweighted_rate",
        ),
        "NonGovCont": _rule(
            "FEE",
            "Takes off the part of the unweighted rate that learner or employer meet.",
            "NonGovCont",
            "FEE-01 FEE-02",
            "fee_share * unweighted_value",
        ),
        "PropFundRemain": _rule(
            "REMAINING",
            "Multiplies the adjustments for other reasons and for prior learning.",
            "PropFundRemain",
            "ADJUSTMENT-01",
            "other_adjustment * prior_learning_adjustment",
        ),
        "PropFundRemainAch": _rule(
            "REMAINING-AT-THE-END",
            "Multiplies the adjustments for other reasons and for prior learning, for achievement and job outcome.",
            "PropFundRemainAch",
            "ADJUSTMENT-01",
            "other_adjustment * prior_learning_adjustment",
        ),
        "CapFactor": _rule(
            "CAP",
            "Leaves payments as they are: the year's unweighted funding before achievement is not above the cap.",
            "#175 to #177",
            "CAP-01 CAP-02 CAP-03 CAP-04 CAP-05",
        ),
        "AchApplicDate": _rule(
            "ACHIEVEMENT-DATE",
            "Finds the day in whose month the achievement is paid.",
            "AchApplicDate",
            "ACHIEVEMENT-01 TRAINEE-02 APP-05",
        ),
        "AchieveElement": _rule(
            "ACHIEVEMENT-ELEMENT",
            "Takes the share of the value after the fee that achievement earns, paid or not.",
            "#163",
            "ACHIEVEMENT-01 ACHIEVEMENT-02",
            "(aim_value - fee) * achievement_share * cap_factor * share_remaining_at_the_end",
        ),
    }
)

WITHIN_A_MONTH = _rule(
    "INSTALMENTS-WITHIN-A-MONTH",
    "Counts two instalments, both in the start month, when the aim is planned to end in it.",
    "#154",
    "INSTALMENTS-03",
    "start_month_instalments",
)
ENDED_IN_START_MONTH = _rule(
    "INSTALMENTS-OF-START-MONTH",
    "Counts the two instalments of the start month, which always stay.",
    "#154",
    "ENDS-02",
    "start_month_instalments",
)
NO_INSTALMENTS = _rule(
    "NO-INSTALMENTS",
    "Counts no instalments without a start of funding.",
    "#147 and #154",
    "QUALIFYING-02 INSTALMENTS-01",
)
OFFENDER_DISADVANTAGE = _rule(
    "DISADVANTAGE-OLASS",
    "Takes one disadvantage factor for offenders' learning, whatever the postcode.",
    "DisUpFactAdj",
    "OLASS-01",
    "offender_disadvantage_factor",
)
SPECIALIST = _rule(
    "SPECIALIST-RAISED",
    "Raises aims of a specialist weighting where there are specialist resources.",
    "SpecResUplift",
    "SPECIALIST-01 SPECIALIST-02 SPECIALIST-03",
    "specialist_numerator / specialist_denominator",
)
FUNCTIONAL_SKILLS = _rule(
    "FUNCTIONAL-SKILLS-LOWERED",
    "Lowers the rate of functional skills of 16 to 18 apprentices.",
    "AppFuncSkill1618AdjFact",
    "APP-06",
    "(1 - functional_skills_reduction) / (1 - functional_skills_divisor)",
)
NO_VALUE = _rule(
    "NO-VALUE",
    "Gives an aim without a start of funding or a fund line no value.",
    "AimValue",
    "LINE-01 QUALIFYING-02",
)
FULLY_FUNDED = _rule("NO-FEE", "Takes no fee off an aim that is fully funded.", "NonGovCont", "FEE-01")
APPRENTICESHIP_FEE = _rule(
    "FEE-APPRENTICESHIP",
    "Takes off the part of an apprenticeship aim's value that the employer meets.",
    "NonGovCont",
    "APP-03",
    "fee_share * aim_value",
)
RESTART_REMAINING = _rule(
    "REMAINING-RESTART",
    "Takes the adjustment for other reasons alone, for achievement and job outcome of a restart.",
    "PropFundRemainAch",
    "ADJUSTMENT-02",
    "other_adjustment",
)
CAPPED = _rule(
    "CAPPED",
    "Scales all payments down to the cap on the year's unweighted funding before achievement.",
    "#175 to #177",
    "CAP-01 CAP-02 CAP-03 CAP-04 CAP-05",
    "learner_cap * (1 - achievement_share) / unweighted_funding_before_achievement",
)
NOT_CAPPED = _rule(
    "CAP-APPRENTICESHIP", "Leaves apprenticeship aims out of the yearly cap.", "#175 to #177", "CAP-06"
)
