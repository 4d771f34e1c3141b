"""Why English and maths earn what they do: the rules with their sums and the inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.because import Explanation, Rule, Term
from engine.calendar import since
from engine.parameters import ParameterValue

if TYPE_CHECKING:
    from engine.programmes.apprenticeships.english_maths import EnglishMaths

ON_PROGRAMME = Rule(
    "APP-ENGLISH-MATHS",
    "Pays the rate of English or maths in equal instalments, fully by the government.",
    "FM36 rulebase 2020/21, section 5; apprenticeship rules 4.5",
    "rate / planned_instalments * adjustment",
    clauses=("FM36-5", "AR-4.5"),
)
BALANCING = Rule(
    "APP-ENGLISH-MATHS-BALANCING",
    "Pays the instalments of English or maths that are left when it is completed early.",
    "FM36 rulebase 2020/21, section 5; apprenticeship rules 4.5",
    "rate * (planned_instalments - actual_instalments) / planned_instalments * adjustment",
    clauses=("FM36-5", "AR-4.5"),
)


def instalment(subject: EnglishMaths) -> Explanation:
    """Tell an instalment."""
    rate, planned, adjustment = _terms(subject)
    return Explanation((rate, planned, adjustment), _facts(subject), _parameters(subject))


def balancing(subject: EnglishMaths) -> Explanation:
    """Tell the balancing."""
    rate, planned, adjustment = _terms(subject)
    where = "ILR LearnStartDate and LearnActEndDate"
    if subject.stop_day is not None:
        where = "months up to the end of 12 weeks of redundancy"
    actual = Term("actual_instalments", subject.actual or 0, where)
    return Explanation((rate, planned, actual, adjustment), _facts(subject), _parameters(subject))


def _terms(subject: EnglishMaths) -> tuple[Term, Term, Term]:
    aim, row = subject.aim, subject.rate
    where = f"LARS {aim.rules.english_maths_rate} rate of {aim.delivery.learn_aim_ref}"
    if row is not None:
        where += f" {since(row.effective_from)}"
    return (
        Term("rate", subject.value, where),
        Term("planned_instalments", subject.planned, "ILR LearnStartDate and LearnPlanEndDate"),
        Term("adjustment", subject.adjustment, "ILR OtherFundAdj and PriorLearnFundAdj"),
    )


def _facts(subject: EnglishMaths) -> tuple[Term, ...]:
    aim = subject.aim
    facts = [
        Term("LearnAimRef", aim.delivery.learn_aim_ref, "ILR LearnAimRef"),
        Term("LearnStartDate", aim.start, "ILR LearnStartDate"),
        Term("LearnPlanEndDate", aim.planned_end, "ILR LearnPlanEndDate"),
        Term("LearnActEndDate", aim.act_end or "continuing", "ILR LearnActEndDate"),
        Term("CompStatus", aim.delivery.comp_status, "ILR CompStatus"),
    ]
    if aim.adjusted_start != aim.start:
        facts.append(Term("OrigLearnStartDate", aim.adjusted_start, "ILR OrigLearnStartDate"))
    if subject.stop_day is not None:
        facts.append(
            Term("end of redundancy cover", subject.stop_day, "ILR EmpStat and DateEmpStatApp, 12 weeks")
        )
    return tuple(facts)


def _parameters(subject: EnglishMaths) -> tuple[ParameterValue, ...]:
    return subject.aim.rules.used("english_maths_rate", "qualifying_days")
