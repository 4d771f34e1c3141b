"""Why an aim earned what it did: the rules with their sums, the inputs and the parameters."""

from decimal import Decimal

from engine.because import Explanation, Rule, Term
from engine.ilr.records import LearningDeliveryFAM
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.reasons import facts_of, parameters_of, value_terms

_SOURCE = "FM35 rulebase 2020/21 (2021.03.08)"
_PAID = "(aim_value - fee) * {share} * share_remaining_at_the_end * cap_factor"

ON_PROGRAMME = Rule(
    "FM35-ONPROG",
    "Pays the value before achievement in monthly instalments, two in the start month.",
    f"{_SOURCE}, #154 and OnProgPayment",
    "(aim_value - fee) * (1 - achievement_share) * instalments / planned_instalments"
    " * share_remaining * cap_factor",
    clauses=(
        "FM35-INSTALMENTS-01",
        "FM35-INSTALMENTS-02",
    ),
)
BALANCING = Rule(
    "FM35-BALANCING",
    "Pays the instalments that are left when an aim is achieved before its planned end.",
    f"{_SOURCE}, BalancePayment",
    "(aim_value - fee) * (1 - achievement_share) * (planned_instalments - actual_instalments)"
    " / planned_instalments * share_remaining * cap_factor",
    clauses=("FM35-ENDS-01",),
)
ACHIEVEMENT = Rule(
    "FM35-ACHIEVEMENT",
    "Pays the share of the value that is kept back until the aim is achieved.",
    f"{_SOURCE}, #163 and AchievePayment",
    _PAID.format(share="achievement_share"),
    clauses=(
        "FM35-ACHIEVEMENT-01",
        "FM35-ACHIEVEMENT-02",
    ),
)
ACHIEVEMENT_WITH_JOB = Rule(
    "FM35-ACHIEVEMENT-WITH-JOB",
    "Pays what the job outcome leaves of the share kept back until the aim is achieved.",
    f"{_SOURCE}, #163 and AchievePayment",
    _PAID.format(share="(achievement_share - job_outcome_share)"),
    clauses=("FM35-JOB-02",),
)
JOB_OUTCOME = Rule(
    "FM35-JOB-OUTCOME",
    "Pays for a job outcome recorded at the end of the aim, achieved or not.",
    f"{_SOURCE}, EmpOutcomePay",
    _PAID.format(share="job_outcome_share"),
    clauses=("FM35-JOB-01",),
)
LEARNING_SUPPORT = Rule(
    "FM35-LEARNING-SUPPORT",
    "Pays a fixed sum for a month in which the learner has learning support on the last day.",
    f"{_SOURCE}, #179 to #188",
    "learning_support_month",
    clauses=(
        "FM35-SUPPORT-01",
        "FM35-SUPPORT-04",
    ),
)


def instalments(aim: Aim, count: int) -> Explanation:
    """Tell the on-programme payment of a month with some instalments."""
    why = "two in the start month" if count == 2 else "one in each later month"
    terms = (
        *value_terms(aim),
        Term("instalments", count, why),
        Term("planned_instalments", aim.planned_instalments, "ILR LearnStartDate and LearnPlanEndDate"),
        *_left(aim),
    )
    return Explanation(terms, facts_of(aim), parameters_of(aim, "achievement_share"))


def balancing(aim: Aim) -> Explanation:
    """Tell the balancing payment."""
    terms = (
        *value_terms(aim),
        Term("planned_instalments", aim.planned_instalments, "ILR LearnStartDate and LearnPlanEndDate"),
        Term("actual_instalments", aim.actual_instalments, "ILR LearnStartDate and LearnActEndDate"),
        *_left(aim),
    )
    return Explanation(terms, (*facts_of(aim), *_achieved(aim)), parameters_of(aim, "achievement_share"))


def achievement(aim: Aim, job_share: Decimal) -> Explanation:
    """Tell the achievement payment, smaller by the share of a job outcome."""
    terms = (*value_terms(aim), *_left_at_the_end(aim))
    names = ["achievement_share"]
    if job_share:
        terms += (_job_share(aim, job_share),)
        names.append(_job_parameter(aim))
    paid_on = Term("AchApplicDate", aim.achievement_date, achievement_date_source(aim))
    return Explanation(terms, (*facts_of(aim), *_achieved(aim), paid_on), parameters_of(aim, *names))


def job_outcome(aim: Aim, job_share: Decimal) -> Explanation:
    """Tell the job outcome payment."""
    terms = (*value_terms(aim), _job_share(aim, job_share), *_left_at_the_end(aim))
    facts = (
        *facts_of(aim),
        Term("EmpOutcome", aim.delivery.emp_outcome, "ILR EmpOutcome"),
        Term("LearnActEndDate", aim.act_end, "ILR LearnActEndDate"),
    )
    return Explanation(terms, facts, parameters_of(aim, _job_parameter(aim)))


def learning_support(aim: Aim, record: LearningDeliveryFAM) -> Explanation:
    """Tell the learning support of a month."""
    facts = (
        *facts_of(aim),
        Term("learning support from", record.learn_del_fam_date_from, "ILR LSF 1, LearnDelFAMDateFrom"),
        Term("learning support to", record.learn_del_fam_date_to or "open", "ILR LSF 1, LearnDelFAMDateTo"),
    )
    return Explanation((), facts, aim.rules.used("learning_support_month"))


def _left(aim: Aim) -> tuple[Term, ...]:
    return (
        Term("share_remaining", aim.share_remaining, "ILR OtherFundAdj and PriorLearnFundAdj"),
        Term("cap_factor", aim.cap_factor, "yearly cap of the learner"),
    )


def _left_at_the_end(aim: Aim) -> tuple[Term, ...]:
    where = "ILR OtherFundAdj, on a restart" if aim.is_restart else "ILR OtherFundAdj and PriorLearnFundAdj"
    return (
        Term("share_remaining_at_the_end", aim.share_remaining_achievement, where),
        Term("cap_factor", aim.cap_factor, "yearly cap of the learner"),
    )


def _achieved(aim: Aim) -> tuple[Term, ...]:
    return (
        Term("CompStatus", aim.delivery.comp_status, "ILR CompStatus"),
        Term("Outcome", aim.delivery.outcome, "ILR Outcome"),
        Term("LearnActEndDate", aim.act_end, "ILR LearnActEndDate"),
    )


def achievement_date_source(aim: Aim) -> str:
    """Return where the day of an achievement was read."""
    if aim.is_traineeship and aim.is_programme_aim:
        return "ILR AchDate of the traineeship"
    if aim.component_type in aim.rules.programme_achievement_components:
        return "ILR LearnActEndDate of the achieved programme aim"
    return "ILR LearnActEndDate"


def _job_share(aim: Aim, share: Decimal) -> Term:
    return Term("job_outcome_share", share, f"parameter {_job_parameter(aim)}")


def _job_parameter(aim: Aim) -> str:
    return "covid_job_outcome_share" if aim.covid_offer else "job_outcome_share"
