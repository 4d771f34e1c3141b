"""Why the single values of an apprenticeship aim are what they are, each told when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from engine.because import Because, Explanation, Rule, Term
from engine.calendar import since
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.day_count import DayCount
from engine.programmes.apprenticeships.english_maths import EnglishMaths

_SOURCE = "FM36 rulebase 2020/21 (2021.02.07)"
_ONE_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class AimParts:
    """An aim with what its values are told from: day count, day of the care leaver payment, English or maths."""

    aim: Aim
    count: DayCount | None = None
    care_leaver_day: date | None = None
    subject: EnglishMaths | None = None


def _rule(identifier: str, title: str, section: str, clauses: str, formula: str = "") -> Rule:
    return Rule(
        f"APP-VALUE-{identifier}",
        title,
        f"{_SOURCE}, section {section}",
        formula,
        tuple(f"FM36-{clause}" for clause in clauses.split()),
    )


def _dates(aim: Aim) -> tuple[Term, ...]:
    return (
        Term("LearnStartDate", aim.start, "ILR LearnStartDate"),
        Term("LearnPlanEndDate", aim.planned_end, "ILR LearnPlanEndDate"),
        Term("LearnActEndDate", aim.act_end or "continuing", "ILR LearnActEndDate"),
    )


def _days(parts: AimParts) -> Explanation:
    aim = parts.aim
    facts = (
        *_dates(aim),
        Term("days planned", aim.planned_days, "first and last day counted"),
        Term("days stayed", aim.actual_days if aim.act_end else "goes on", "first and last day counted"),
        Term("qualifying days", aim.qualifying_days, "by the planned length"),
        Term("completed", aim.completed, "ILR CompStatus and AchDate"),
    )
    return Explanation(facts=facts, parameters=aim.rules.used("qualifying_days"))


def _start(parts: AimParts) -> Explanation:
    aim = parts.aim
    programme = aim.programme
    facts = [
        Term(
            f"start of aim {one.aim_seq_number}",
            one.adjusted_start,
            "ILR OrigLearnStartDate or LearnStartDate",
        )
        for one in (programme.aims or [aim])
    ]
    facts += [
        Term(f"start in {row.collection_year}", row.start_whatever_pathway, "earnings history")
        for row in programme.history
    ]
    return Explanation(facts=tuple(facts))


def _age(parts: AimParts) -> Explanation:
    aim = parts.aim
    facts = (
        Term("age", "not known" if aim.age is None else aim.age, "ILR DateOfBirth at the programme's start"),
        Term("programme start", aim.programme.start, "earliest start of the programme's aims"),
        Term("EEF", _codes(aim.eef), "ILR EEF"),
        Term("16-18 in earlier years", aim.programme.young_in_history, "earnings history"),
    )
    return Explanation(facts=facts, parameters=aim.rules.used("adult_age", "young_age_limit", "young_codes"))


def _codes(codes: frozenset[int]) -> str:
    return ", ".join(map(str, sorted(codes))) or "none"


def _completed(parts: AimParts) -> Explanation:
    aim = parts.aim
    facts = (
        Term("CompStatus", aim.delivery.comp_status, "ILR CompStatus"),
        Term("LearnActEndDate", aim.act_end or "continuing", "ILR LearnActEndDate"),
        Term("AchDate", aim.delivery.ach_date or "none", "ILR AchDate"),
    )
    used = aim.rules.used("completed_statuses")
    if aim.act_end is not None:
        used += (aim.rules.used_on("achievement_date_needed", aim.act_end),)
    return Explanation(facts=facts, parameters=used)


def _fund_line(parts: AimParts) -> Explanation:
    aim = parts.aim
    contracts = [
        Term(f"contract type {one.learn_del_fam_code}", one.learn_del_fam_date_from, "ILR ACT, date from")
        for one in aim.act_records
    ]
    facts = (
        *contracts,
        Term("first day", aim.start, "ILR LearnStartDate"),
        Term("age", "not known" if aim.age is None else aim.age, "ILR DateOfBirth at the programme's start"),
        Term("EEF", _codes(aim.eef), "ILR EEF"),
        Term("LDM", _codes(aim.ldm), "ILR LDM"),
    )
    return Explanation(facts=facts, parameters=aim.rules.used("fund_lines", "procured_from"))


def _day_count(parts: AimParts, parameter: str = "") -> Explanation:
    aim, count = parts.aim, parts.count
    facts = [Term("programme start", aim.programme.start, "earliest start of the programme's aims")]
    if count is not None:
        facts += [
            Term("first day of the aim in the year", count.first_day, "ILR LearnStartDate, or 1 August"),
            Term(
                "days counted before the aim", count.before, "earlier aims of the programme and earlier years"
            ),
            Term("days counted with the aim", count.with_aim, "and the days of the aim in the year"),
            Term("days in earlier years", count.in_history, "earnings history and aims of this ILR"),
        ]
    if parameter == "care_leaver_day":
        facts += [
            Term(
                "age", "not known" if aim.age is None else aim.age, "ILR DateOfBirth at the programme's start"
            ),
            Term("EEF", _codes(aim.eef), "ILR EEF"),
        ]
    return Explanation(facts=tuple(facts), parameters=aim.rules.used(parameter) if parameter else ())


def _redundancy(parts: AimParts) -> Explanation:
    facts = [
        Term(f"redundancy {number}", one.day, "ILR EmpStat and DateEmpStatApp")
        for number, one in enumerate(parts.aim.redundancies, 1)
    ]
    facts.append(Term("no redundancy", "09/09/9999", "stands for none"))
    return Explanation(facts=tuple(facts), parameters=parts.aim.rules.used("out_of_work_statuses"))


def _english_maths(parts: AimParts) -> Explanation:
    aim = parts.aim
    facts = (
        Term("LearnAimRef", aim.delivery.learn_aim_ref, "ILR LearnAimRef"),
        Term("AimType", aim.delivery.aim_type, "ILR AimType"),
        Term("course", aim.app, "ILR ProgType, StdCode, FworkCode and PwayCode"),
        Term("start", aim.adjusted_start, "ILR OrigLearnStartDate or LearnStartDate"),
    )
    return Explanation(facts=facts, parameters=aim.rules.used("english_maths_rate"))


def _subject(parts: AimParts) -> Explanation:
    aim, subject = parts.aim, parts.subject
    where = f"LARS {aim.rules.english_maths_rate} rate of {aim.delivery.learn_aim_ref}"
    if subject is not None and subject.rate is not None:
        where += f" {since(subject.rate.effective_from)}"
    facts = [*_dates(aim)]
    if subject is not None:
        facts.append(Term("rate", subject.value, where))
        if subject.stop_day is not None:
            facts.append(Term("redundancy stops it on", subject.stop_day, "ILR EmpStat and DateEmpStatApp"))
    return Explanation(facts=tuple(facts), parameters=aim.rules.used("english_maths_rate"))


def _adjustment(parts: AimParts) -> Explanation:
    delivery = parts.aim.delivery
    return Explanation(
        (
            _percent("other_adjustment", delivery.other_fund_adj, "OtherFundAdj"),
            _percent("prior_learning_adjustment", delivery.prior_learn_fund_adj, "PriorLearnFundAdj"),
        )
    )


def _percent(name: str, percent: int | None, field: str) -> Term:
    if percent is None:
        return Term(name, Decimal(1), f"ILR {field} not returned")
    return Term(name, Decimal(percent) / _ONE_HUNDRED, f"ILR {field} {percent} per cent")


_Tell = Callable[[AimParts], Explanation]

_REASONS: Mapping[str, tuple[Rule, _Tell]] = MappingProxyType(
    {
        "FundStart": (
            _rule(
                "FUND-START",
                "Funds an aim that goes on, is completed or has lasted its qualifying days.",
                "2",
                "2-QUALIFYING",
            ),
            _days,
        ),
        "AgeAtProgStart": (
            _rule("AGE", "Counts whole years at the start of the programme.", "2", "2-AGE 2-START"),
            _age,
        ),
        "ThresholdDays": (
            _rule(
                "QUALIFYING-DAYS", "Takes the qualifying days from the planned length.", "2", "2-QUALIFYING"
            ),
            _days,
        ),
        "ActualDaysIL": (
            _rule(
                "ACTUAL-DAYS",
                "Counts the days from start to actual end, both included; none while the aim goes on.",
                "2",
                "2-QUALIFYING",
            ),
            _days,
        ),
        "PlannedTotalDaysIL": (
            _rule(
                "PLANNED-DAYS",
                "Counts the days from start to planned end, both included.",
                "2",
                "2-QUALIFYING",
            ),
            _days,
        ),
        "AppAdjLearnStartDate": (
            _rule("START", "Takes the earliest start of the programme, history counted.", "2", "2-START"),
            _start,
        ),
        "LearnDel1618AtStart": (
            _rule(
                "YOUNG",
                "Counts a learner as 16 to 18 by age at the programme's start, codes or earlier years.",
                "2",
                "2-AGE",
            ),
            _age,
        ),
        "Completed": (
            _rule("COMPLETED", "Counts an aim as completed by status and dates.", "2", "2-COMPLETED"),
            _completed,
        ),
        "LearnDelInitialFundLineType": (
            _rule("FUND-LINE", "Names the budget by contract type, age and procurement.", "8", "8-FUNDLINE"),
            _fund_line,
        ),
        "FirstIncentiveThresholdDate": (
            _rule("DAY-90", "Finds the day on which day 90 of learning is reached.", "4", "4 4-INCENTIVE"),
            partial(_day_count, parameter="first_incentive_day"),
        ),
        "SecondIncentiveThresholdDate": (
            _rule("DAY-365", "Finds the day on which day 365 of learning is reached.", "4", "4 4-INCENTIVE"),
            partial(_day_count, parameter="second_incentive_day"),
        ),
        "LearnDelLearnerAddPayThresholdDate": (
            _rule("DAY-60", "Finds the day on which a care leaver reaches day 60.", "4", "4 4-CARELEAVER"),
            partial(_day_count, parameter="care_leaver_day"),
        ),
        "LearnDelHistDaysThisApp": (
            _rule("DAYS-BEFORE", "Adds up the days of learning in earlier years.", "4", "4 7"),
            _day_count,
        ),
        "LearnDelRedStartDate": (
            _rule("REDUNDANT-FROM", "Takes the first day on which the learner was made redundant.", "6", "6"),
            _redundancy,
        ),
        "LearnDelMathEng": (
            _rule(
                "ENGLISH-MATHS",
                "Counts an aim as English or maths by its common component and rate.",
                "2",
                "2-ENGLISHMATHS",
            ),
            _english_maths,
        ),
        "MathEngAimValue": (
            _rule("ENGLISH-MATHS-VALUE", "Takes the rate of English or maths at its start.", "5", "5"),
            _subject,
        ),
        "CombinedAdjProp": (
            _rule(
                "ENGLISH-MATHS-ADJUSTMENT",
                "Multiplies the adjustments for other reasons and for prior learning.",
                "5",
                "5-ADJUSTMENT",
                "other_adjustment * prior_learning_adjustment",
            ),
            _adjustment,
        ),
        "PlannedNumOnProgInstalm": (
            _rule(
                "ENGLISH-MATHS-PLANNED",
                "Counts the month ends up to the planned end, 1 for a plan within one month.",
                "5",
                "5",
            ),
            _subject,
        ),
        "ActualNumInstalm": (
            _rule(
                "ENGLISH-MATHS-ACTUAL",
                "Counts the month ends up to the actual end, or to the end of a redundancy's cover.",
                "5",
                "5",
            ),
            _subject,
        ),
    }
)


def why_value_of_aim(parts: AimParts, name: str) -> Because:
    """Return why a value of an aim is what it is. Raises KeyError for a name that is no value."""
    rule, tell = _REASONS[name]
    return Because(rule, partial(tell, parts))
