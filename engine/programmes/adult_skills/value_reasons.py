"""Why the single values of an aim are what they are, each told when it is asked for."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from engine.because import Because, Explanation, Rule, Term
from engine.calendar import days_inclusive
from engine.money import ONE, ZERO, calculation_digits
from engine.parameters import ParameterValue
from engine.programmes.adult_skills import value_rules as rules
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.cap import capped_sum
from engine.programmes.adult_skills.explanation import achievement_date_source
from engine.programmes.adult_skills.reasons import (
    codes_read,
    factor_terms,
    facts_of,
    parameters_of,
    rate_source,
    value_terms,
)

_HUNDRED = Decimal(100)
_FACTORS = MappingProxyType(
    {
        "AppAgeFact": "age factor",
        "AreaCostFactAdj": "area cost factor",
        "DisUpFactAdj": "disadvantage factor",
        "SpecResUplift": "specialist resources factor",
        "LTRCUpliftFctr": "residential factor",
        "LargeEmployerFM35Fctr": "large employer factor",
        "AppFuncSkill1618AdjFact": "functional skills factor",
    }
)


def why_value(aim: Aim, aims: Sequence[Aim], name: str) -> Because:
    """Return why a value of an aim is what it is; ``aims`` are all aims of the learner, which share one cap.

    Raises KeyError for a name that is no value.
    """
    rule, tell = _rule_of(aim, name), _TELL.get(name, _facts_alone)
    if name == "CapFactor":
        return Because(rule, partial(_cap, aim, aims))
    return Because(rule, partial(tell, aim))


def _rule_of(aim: Aim, name: str) -> Rule:
    """Return the rule that gave a value: most values have several ways, and one of them was taken."""
    found: Rule | None = None
    if name in ("PlannedNumOnProgInstalm", "ActualNumInstalm"):
        found = _rule_of_instalments(aim, name)
    elif name == "DisUpFactAdj" and aim.offender:
        found = rules.OFFENDER_DISADVANTAGE
    elif name == "SpecResUplift" and aim.specialist_factor != ONE:
        found = rules.SPECIALIST
    elif name == "AppFuncSkill1618AdjFact" and aim.functional_skills_factor != ONE:
        found = rules.FUNCTIONAL_SKILLS
    elif name in ("AimValue", "BaseValueUnweight") and not (aim.fund_start and aim.line_key != "none"):
        found = rules.NO_VALUE
    elif name == "NonGovCont" and aim.marks.fully_funded:
        found = rules.FULLY_FUNDED
    elif name == "NonGovCont" and aim.is_apprenticeship:
        found = rules.APPRENTICESHIP_FEE
    elif name == "PropFundRemainAch" and aim.is_restart:
        found = rules.RESTART_REMAINING
    elif name == "CapFactor" and aim.is_apprenticeship:
        found = rules.NOT_CAPPED
    elif name == "CapFactor" and aim.cap_factor != ONE:
        found = rules.CAPPED
    return found or rules.RULES[name]


def _rule_of_instalments(aim: Aim, name: str) -> Rule | None:
    planned = aim.delivery.learn_plan_end_date
    if not aim.fund_start:
        return rules.NO_INSTALMENTS
    if (planned.year, planned.month) == (aim.start.year, aim.start.month):
        return rules.WITHIN_A_MONTH
    if name == "ActualNumInstalm" and aim.act_index == aim.start_index:
        return rules.ENDED_IN_START_MONTH
    return None


def _dates(aim: Aim) -> tuple[Term, ...]:
    return (
        Term("LearnStartDate", aim.start, "ILR LearnStartDate"),
        Term("LearnPlanEndDate", aim.delivery.learn_plan_end_date, "ILR LearnPlanEndDate"),
        Term("LearnActEndDate", aim.act_end or "continuing", "ILR LearnActEndDate"),
    )


def _facts_alone(aim: Aim) -> Explanation:
    return Explanation(facts=facts_of(aim))


def _fund_line(aim: Aim) -> Explanation:
    names = ["fund_lines", "adult_age"]
    facts = (
        Term("FundModel", aim.delivery.fund_model, "ILR FundModel"),
        Term("ProgType", aim.delivery.prog_type or "none", "ILR ProgType"),
        *codes_read(aim, "SOF", "LDM", "DAM", "EEF"),
        Term("age", "not known" if aim.age is None else aim.age, "ILR DateOfBirth, at the start"),
    )
    return Explanation(facts=facts, parameters=aim.rules.used(*names))


def _fund_start(aim: Aim) -> Explanation:
    facts = [
        *_dates(aim),
        Term("qualifying days", aim.qualifying_days, f"{aim.planned_days} days planned"),
        Term("Outcome", aim.delivery.outcome or "none", "ILR Outcome"),
    ]
    if aim.act_end is not None:
        facts.append(
            Term("days attended", days_inclusive(aim.start, aim.act_end), "LearnStartDate to LearnActEndDate")
        )
    return Explanation(facts=tuple(facts), parameters=aim.rules.used("qualifying_days", "achieved_outcomes"))


def _achieved(aim: Aim) -> Explanation:
    facts = (
        Term("CompStatus", aim.delivery.comp_status, "ILR CompStatus"),
        Term("Outcome", aim.delivery.outcome or "none", "ILR Outcome"),
        Term("LearnActEndDate", aim.act_end or "continuing", "ILR LearnActEndDate"),
    )
    return Explanation(facts=facts, parameters=aim.rules.used("completed_statuses", "achieved_outcomes"))


def _age(aim: Aim) -> Explanation:
    if aim.is_apprenticeship:
        day = Term("programme start", aim.programme_start, "earliest start of the programme's aims")
    else:
        day = Term("start", aim.adjusted_start, "ILR LearnStartDate, or OrigLearnStartDate")
    # The date of birth itself is not told: a page of reasons may be passed on.
    return Explanation(facts=(day, Term("DateOfBirth", "not shown", "ILR DateOfBirth")))


def _qualifying_days(aim: Aim) -> Explanation:
    planned = Term("days planned", aim.planned_days, "LearnStartDate to LearnPlanEndDate, both counted")
    return Explanation(facts=(planned, *_dates(aim)), parameters=aim.rules.used("qualifying_days"))


def _planned_instalments(aim: Aim) -> Explanation:
    months = Term(
        "months_to_the_day_after_the_planned_end",
        aim.plan_stop_index - aim.start_index,
        "from the start month to the month of the day after the planned end",
    )
    return Explanation((months, _START_MONTH), _dates(aim))


def _actual_instalments(aim: Aim) -> Explanation:
    months = Term(
        "months_to_the_day_after_the_last_day",
        aim.stop_index - aim.start_index,
        "from the start month to the month of the day after the earlier of planned and actual end",
    )
    return Explanation((months, _START_MONTH), _dates(aim))


_START_MONTH = Term("start_month_instalments", 2, "instalments of the start month")


def _rate(aim: Aim, weighted: bool) -> Explanation:
    rate = aim.weighted_rate if weighted else aim.unweighted_rate
    offer = aim.rules.values.covid_offer_addition if aim.covid_offer else ZERO
    kind = "RateWeighted" if weighted else "RateUnWeighted"
    where = f"{rate_source(aim)}, {kind}" if aim.rate_row is not None else rate_source(aim)
    terms = (
        Term("lars_rate", rate - aim.esol_addition - offer, where),
        Term("esol_addition", aim.esol_addition, f"ILR AddHours {aim.delivery.add_hours or 'none'}"),
        Term("covid_offer_addition", offer, "ILR LDM" if aim.covid_offer else "not of the offer"),
    )
    facts = (
        Term("LearnAimRef", aim.delivery.learn_aim_ref, "ILR LearnAimRef"),
        Term("adjusted start", aim.adjusted_start, "ILR LearnStartDate, or OrigLearnStartDate"),
    )
    used: list[ParameterValue] = []
    if aim.covid_offer:
        used += aim.rules.used("covid_offer_addition")
    if aim.esol_addition:
        used.append(aim.rules.used_on("esol_additional_hours", aim.start))
    if aim.is_traineeship and aim.is_programme_aim:
        used.append(aim.rules.used_on("traineeship_programme_rate", aim.programme_start))
    return Explanation(terms, facts, tuple(used))


def _factor(aim: Aim, name: str) -> Explanation:
    """Tell a factor with the row or the code it came from, and its parameters where it has any."""
    own = next(term for term in factor_terms(aim) if term.name == _FACTORS[name])
    facts = [own, Term("fund line", aim.fund_line, "see FundLine")]
    if name in ("AppAgeFact", "LargeEmployerFM35Fctr", "AppFuncSkill1618AdjFact"):
        facts += codes_read(aim, "EEF", "LDM")
    if name == "LTRCUpliftFctr":
        facts += codes_read(aim, "LDM")
    names = {
        "AppAgeFact": ("age_factor_16_18", "age_factor_19_23", "age_factor_24_plus"),
        "SpecResUplift": ("specialist_numerator", "specialist_denominator", "specialist_weighting"),
        "LTRCUpliftFctr": ("residential_factor", "residential_codes"),
        "LargeEmployerFM35Fctr": ("large_employer_factor",),
        "AppFuncSkill1618AdjFact": ("functional_skills_reduction", "functional_skills_divisor"),
    }.get(name, ())
    return Explanation(facts=tuple(facts), parameters=aim.rules.used(*names))


def _area(aim: Aim) -> Explanation:
    row = aim.area_row
    where = next(term.where for term in factor_terms(aim) if term.name == "area cost factor")
    factor = Term("factor_of_the_postcode", ONE if row is None else row.factor, where)
    return Explanation((factor,), (_factor_day(aim),), aim.rules.used("factors_asked_from"))


def _disadvantage(aim: Aim) -> Explanation:
    row = aim.disadvantage_row
    where = next(term.where for term in factor_terms(aim) if term.name == "disadvantage factor")
    if aim.offender:
        used = aim.rules.used("offender_disadvantage_factor", "offender_codes")
        return Explanation(facts=tuple(codes_read(aim, "LDM")), parameters=used)
    factor = Term("factor_of_the_postcode", ONE if row is None else row.factor, where)
    return Explanation((factor,), (_factor_day(aim),), aim.rules.used("factors_asked_from"))


def _factor_day(aim: Aim) -> Term:
    day = max(aim.adjusted_start, aim.rules.factors_asked_from)
    return Term("day of the factor", day, "adjusted start, or the first day of the factors")


def _value(aim: Aim) -> Explanation:
    terms = tuple(Term(term.name.replace(" ", "_"), term.value, term.where) for term in factor_terms(aim))
    rate = Term("weighted_rate", aim.weighted_rate, rate_source(aim))
    return Explanation((rate, *terms), facts_of(aim), parameters_of(aim))


def _unweighted_value(aim: Aim) -> Explanation:
    return Explanation((Term("unweighted_rate", aim.unweighted_rate, rate_source(aim)),), facts_of(aim))


def _fee(aim: Aim) -> Explanation:
    terms = (
        Term("aim_value", aim.value, "weighted rate times all factors"),
        Term("unweighted_value", aim.unweighted_value, "unweighted rate of a funded aim"),
    )
    used = aim.rules.used("fee_share", "fully_funded_codes")
    return Explanation(terms, tuple(codes_read(aim, "FFI")), used)


def _remaining(aim: Aim) -> Explanation:
    other, prior = aim.delivery.other_fund_adj, aim.delivery.prior_learn_fund_adj
    terms = (
        Term("other_adjustment", _share(other), f"ILR OtherFundAdj {_percent(other)}"),
        Term("prior_learning_adjustment", _share(prior), f"ILR PriorLearnFundAdj {_percent(prior)}"),
    )
    return Explanation(terms, tuple(codes_read(aim, "RES")))


def _share(percent: int | None) -> Decimal:
    return ONE if percent is None else Decimal(percent) / _HUNDRED


def _percent(percent: int | None) -> str:
    return "not returned" if percent is None else f"{percent} per cent"


def _cap(aim: Aim, aims: Sequence[Aim]) -> Explanation:
    with calculation_digits():
        total = capped_sum(aims, aim.rules)
    funding = Term(
        "unweighted_funding_before_achievement",
        total,
        "unweighted rates, for the instalments of the year's months, of all aims but apprenticeships",
    )
    return Explanation((funding,), (), aim.rules.used("learner_cap", "achievement_share"))


def _achievement_date(aim: Aim) -> Explanation:
    told = aim.achievement_date or "nothing is paid"
    return Explanation(facts=(Term("achievement paid for", told, achievement_date_source(aim)),))


def _achievement_element(aim: Aim) -> Explanation:
    terms = (
        *value_terms(aim),
        Term("cap_factor", aim.cap_factor, "yearly cap of the learner"),
        Term("share_remaining_at_the_end", aim.share_remaining_achievement, "see PropFundRemainAch"),
    )
    return Explanation(terms, facts_of(aim), parameters_of(aim, "achievement_share"))


_TELL: Mapping[str, Callable[[Aim], Explanation]] = MappingProxyType(
    {
        "FundLine": _fund_line,
        "FundStart": _fund_start,
        "Achieved": _achieved,
        "AgeAimStart": _age,
        "ThresholdDays": _qualifying_days,
        "PlannedNumOnProgInstalm": _planned_instalments,
        "ActualNumInstalm": _actual_instalments,
        "ApplicWeightFundRate": partial(_rate, weighted=True),
        "ApplicUnweightFundRate": partial(_rate, weighted=False),
        **{name: partial(_factor, name=name) for name in _FACTORS},
        "AreaCostFactAdj": _area,
        "DisUpFactAdj": _disadvantage,
        "AimValue": _value,
        "BaseValueUnweight": _unweighted_value,
        "NonGovCont": _fee,
        "PropFundRemain": _remaining,
        "PropFundRemainAch": _remaining,
        "AchApplicDate": _achievement_date,
        "AchieveElement": _achievement_element,
    }
)
