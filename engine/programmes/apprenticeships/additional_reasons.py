"""Why the additional earnings are what they are: the rules with their sums, the inputs and the parameters."""

from datetime import date
from decimal import Decimal

from engine.because import Explanation, Rule, Term
from engine.calendar import since
from engine.ilr.records import LearningDeliveryFAM
from engine.programmes.apprenticeships.additional_work import funding_row
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.day_count import DayCount
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.reference import ApprenticeshipDisadvantage

INCENTIVE = Rule(
    "APP-INCENTIVE",
    "Pays half of the 16-18 incentive when the learner reaches day 90, and half at day 365.",
    "FM36 rulebase 2020/21, section 4, #272; apprenticeship rules 4.2",
    "employer_incentive * incentive_share",
    clauses=("FM36-4", "FM36-4-INCENTIVE", "AR-4.2"),
)
DISADVANTAGE = Rule(
    "APP-DISADVANTAGE",
    "Pays half of the postcode's disadvantage amount when the learner reaches day 90, and half at day 365.",
    "FM36 rulebase 2020/21, section 4; apprenticeship rules 4.4",
    "disadvantage_amount * disadvantage_share",
    clauses=("FM36-4", "FM36-4-DISADVANTAGE", "AR-4.4"),
)
CARE_LEAVER = Rule(
    "APP-CARE-LEAVER",
    "Pays a care leaver's apprenticeship once, when the learner reaches day 60.",
    "FM36 rulebase 2020/21, section 4; apprenticeship rules 4.7",
    "care_leaver_payment",
    clauses=("FM36-4", "FM36-4-CARELEAVER", "AR-4.7"),
)
LEARNING_SUPPORT = Rule(
    "APP-LEARNING-SUPPORT",
    "Pays a fixed sum for a month in which the learner has learning support on the last day.",
    "FM36 rulebase 2020/21, section 4, #21 to #32; apprenticeship rules 4.6",
    "learning_support_month",
    clauses=("FM36-4-SUPPORT", "AR-4.6"),
)


def incentive(work: PersonYear, aim: Aim, count: DayCount, number: int, amount: Decimal) -> Explanation:
    """Tell half an incentive."""
    terms = (Term("employer_incentive", amount, _amount_source(work, aim, "employer's 16-18 payment")),)
    young = Term(
        "16-18 at the start", aim.young_at_start, "ILR DateOfBirth at the programme's start, ILR EEF"
    )
    day_parameter = _day_parameter(aim, number)
    used = aim.rules.used("incentive_share", day_parameter, "adult_age", "young_age_limit")
    return Explanation(terms, (*_facts(aim, count, number), young), used)


def disadvantage(aim: Aim, count: DayCount, number: int, row: ApprenticeshipDisadvantage) -> Explanation:
    """Tell half a disadvantage payment."""
    where = "apprenticeship disadvantage of ILR PostcodePrior"
    terms = (Term("disadvantage_amount", row.amount, where),)
    used = aim.rules.used("disadvantage_share", _day_parameter(aim, number))
    return Explanation(terms, _facts(aim, count, number), used)


def care_leaver(work: PersonYear, aim: Aim, count: DayCount, amount: Decimal) -> Explanation:
    """Tell a care leaver's payment."""
    terms = (Term("care_leaver_payment", amount, _amount_source(work, aim, "care leaver payment")),)
    facts = (
        *_facts(aim, count, aim.rules.care_leaver_day),
        Term("age at the programme's start", aim.age, "ILR DateOfBirth"),
        Term("EEF", tuple(sorted(aim.eef)), "ILR LearnDelFAMCode"),
    )
    return Explanation(terms, facts, aim.rules.used("care_leaver_day", "care_leaver_from", "young_age_limit"))


def learning_support(aim: Aim, record: LearningDeliveryFAM, last_day: date) -> Explanation:
    """Tell the learning support of a month."""
    facts = (
        Term("LearnStartDate", aim.start, "ILR LearnStartDate"),
        Term(
            "end of the aim", aim.end or "continuing", "ILR LearnActEndDate, AchDate of a completed standard"
        ),
        Term("learning support from", record.learn_del_fam_date_from, "ILR LSF 1, LearnDelFAMDateFrom"),
        Term("learning support to", record.learn_del_fam_date_to or "open", "ILR LSF 1, LearnDelFAMDateTo"),
        Term("last day of the month", last_day, "calendar"),
    )
    return Explanation((), facts, aim.rules.used("learning_support_month", "learning_support_months"))


def _facts(aim: Aim, count: DayCount, number: int) -> tuple[Term, ...]:
    return (
        Term("programme start", aim.programme.start, "earliest ILR OrigLearnStartDate or LearnStartDate"),
        Term("first day of the aim in the year", count.first_day, "ILR LearnStartDate"),
        Term("days counted before the aim", count.before, "earlier aims of the programme and earlier years"),
        Term(f"day {number} of learning", count.reached(number), "day count"),
    )


def _day_parameter(aim: Aim, number: int) -> str:
    return "first_incentive_day" if number == aim.rules.first_incentive_day else "second_incentive_day"


def _amount_source(work: PersonYear, aim: Aim, what: str) -> str:
    row = funding_row(work, aim)
    if row is None:
        return f"{what}, parameters: no reference data of {aim.app}"
    return f"{what} of {aim.app}, apprenticeship funding {since(row.effective_from)}"
