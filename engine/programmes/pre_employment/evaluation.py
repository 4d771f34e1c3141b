"""The one call for legacy pre-employment records: records and jobs in, values, credit, findings and check-ins out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from engine.because import Because, Explanation, Rule, Term
from engine.ledger import Finding
from engine.money import calculation_digits
from engine.programmes.pre_employment.check_ins import CheckIn, Job, check_ins, jobs_of
from engine.programmes.pre_employment.checks import judge_credit, judge_leaver, judge_offender
from engine.programmes.pre_employment.context import Context, told
from engine.programmes.pre_employment.credit import CreditSuccess, credit_success
from engine.programmes.pre_employment.funding import price
from engine.programmes.pre_employment.outcome import AimOutcome, finding
from engine.programmes.pre_employment.records import LegacyRecord
from engine.programmes.pre_employment.rules import Rules, first_day, rules_on

OFFENDERS = Rule(
    "PEP-OFFENDERS",
    "Learners who are offenders in the community, and those of them with the code on every aim",
    "Pre-employment programme guidance 2008-10, question 7.2",
    "",
    ("PE-OFFENDER-02", "PE-OFFENDER-04"),
)


class PriorityGroup(NamedTuple):
    """Offenders in the community: how many learners there are, and how many carry the code on every ILR aim."""

    learners: int
    coded: int

    @property
    def because(self) -> Because:
        """Why there are so many: who is an offender is recorded, and so is the code."""
        facts = (
            Term("offenders_in_the_community", self.learners, "records of the learners"),
            Term("with_the_code", self.coded, "ILR A46a of every aim"),
        )
        return Because(OFFENDERS, lambda: Explanation(facts=facts))


NO_OFFENDERS = PriorityGroup(0, 0)


@dataclass(slots=True)
class Evaluation:
    """What came out. ``findings`` are those of learners as a whole; each aim has its own."""

    aims: list[AimOutcome] = field(default_factory=list)
    credit: list[CreditSuccess] = field(default_factory=list)
    of_learners: list[Finding] = field(default_factory=list)
    check_ins: list[CheckIn] = field(default_factory=list)
    offenders: PriorityGroup = NO_OFFENDERS

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings: of learners first, then aim by aim."""
        return chain(self.of_learners, (one for aim in self.aims for one in aim.findings))


def evaluate(records: Sequence[LegacyRecord], context: Context, jobs: Iterable[Job] = ()) -> Evaluation:
    """Work out records of any number of learners and providers, and the check-ins of jobs.

    Raises ParameterError for a job that begins before the guidance.
    """
    result = Evaluation()
    with calculation_digits():
        learners: dict[tuple[int, str], list[LegacyRecord]] = {}
        for record in records:
            learners.setdefault((record.ukprn or 0, record.l03.upper()), []).append(record)
        offenders = coded = 0
        for own in learners.values():
            outcomes = [_aim(record, number, context) for number, record in enumerate(own, 1)]
            result.aims += outcomes
            result.of_learners += judge_leaver(own, context)
            marked = _code_of_offenders(own, context)
            offenders += marked is not None
            coded += bool(marked)
        result.offenders = PriorityGroup(offenders, coded)
        result.credit = list(_credit(records, context))
        for rate in result.credit:
            if rate.rate is None:
                record = next(one for one in records if (one.ukprn or 0) == rate.ukprn)
                result.of_learners.append(_undefined(record, rate))
        for job in dict.fromkeys((*jobs_of(records), *jobs)):
            result.check_ins += check_ins(job, context)
    return result


def _aim(record: LegacyRecord, number: int, context: Context) -> AimOutcome:
    outcome = AimOutcome(record, record.aim_number or number)
    rules = rules_on(context.parameters, record.start)
    if rules is None:
        outcome.find(
            "PEP_BEFORE_GUIDANCE",
            "RECORD-05",
            field="start date",
            found=told(record.start),
            expected=f"{told(first_day(context.parameters))} or later",
        )
        return outcome
    price(outcome, rules, context)
    judge_offender(outcome, rules)
    judge_credit(outcome, context)
    return outcome


def _code_of_offenders(own: Sequence[LegacyRecord], context: Context) -> bool | None:
    """Say whether an offender's records all carry the code; None for a learner who is no offender."""
    if not any(record.offender for record in own):
        return None
    with_ilr = [record for record in own if record.has_ilr]
    return bool(with_ilr) and all(
        _is_coded(record, rules_on(context.parameters, record.start)) for record in with_ilr
    )


def _is_coded(record: LegacyRecord, rules: Rules | None) -> bool:
    return rules is not None and record.a46a == rules.offender_code


def _credit(records: Sequence[LegacyRecord], context: Context) -> Iterator[CreditSuccess]:
    by_provider: dict[int, list[LegacyRecord]] = {}
    for record in records:
        by_provider.setdefault(record.ukprn or 0, []).append(record)
    for ukprn, own in by_provider.items():
        if any(record.a59 is not None or record.a60 is not None for record in own):
            yield credit_success(ukprn, own, context)


def _undefined(record: LegacyRecord, rate: CreditSuccess) -> Finding:
    one = finding(
        record,
        None,
        "PEP_CSR_UNDEFINED",
        "CREDIT-06",
        field="A59",
        found=str(rate.planned) if rate.aims else "none",
        expected="planned credit of closed aims above 0",
    )
    one.learn_ref_number = ""
    return one
