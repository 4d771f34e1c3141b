"""The check-ins after a job has begun: candidate and employer contacted at seven points of the first year.

Source: pre-employment programme guidance 2008-10, question 7.3, the practice of one college.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from engine.because import ADDS_ALL, Because, Explanation, Rule, Term, added
from engine.parameters import ParameterError
from engine.programmes.pre_employment.context import Context, told
from engine.programmes.pre_employment.records import LegacyRecord
from engine.programmes.pre_employment.rules import SUBJECT, Rules, rules_on

CHECK_IN = Rule(
    "PEP-CHECK-IN",
    "Check-in with candidate and employer after the start of a job",
    "Pre-employment programme guidance 2008-10, question 7.3",
    "",
    ("PE-CHECKIN-01", "PE-CHECKIN-02"),
)


CONTACTS = Rule(
    "PEP-CONTACTS",
    "Contacts of all jobs: each check-in with each party",
    "Pre-employment programme guidance 2008-10, question 7.3",
    ADDS_ALL,
    ("PE-CHECKIN-01", "PE-CHECKIN-02"),
)
BEFORE_SUSTAINMENT = Rule(
    "PEP-BEFORE-SUSTAINMENT",
    "Days from a check-in to the day on which the weeks of a sustained job are over",
    "Pre-employment programme guidance 2008-10, question 7.3",
    "days_until_the_weeks_are_over - days_until_the_check_in",
    ("PE-CHECKIN-04",),
)


class Job(NamedTuple):
    """A job that a learner has begun. The employer is a name or empty."""

    ukprn: int
    l03: str
    start: date
    employer: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One contact that falls due: with whom, at which point and on which day."""

    job: Job
    point: str
    day: date
    party: str
    because: Because


def jobs_of(records: Iterable[LegacyRecord]) -> tuple[Job, ...]:
    """Return the jobs that records tell of, each once although several aims of a learner tell of it."""
    jobs = (
        Job(record.ukprn or 0, record.l03, record.job_start, record.employer)
        for record in records
        if record.job_start is not None
    )
    return tuple(dict.fromkeys(jobs))


def check_ins(job: Job, context: Context) -> Iterator[CheckIn]:
    """Return the contacts of a job in order of their days. Raises ParameterError before the guidance."""
    rules = rules_of_job(job, context)
    for point in rules.schedule(context.switches):
        because = _because(job, rules, context)
        for party in rules.parties:
            yield CheckIn(job, point.name, point.day(job.start), party, because)


def rules_of_job(job: Job, context: Context) -> Rules:
    """Return the rules on the first day of a job. Raises ParameterError for one before the guidance."""
    rules = rules_on(context.parameters, job.start)
    if rules is None:
        raise ParameterError(f"no check-ins of {SUBJECT} for a job that begins on {told(job.start)}")
    return rules


def weeks_over(job: Job, context: Context) -> date:
    """Return the day on which the weeks of a sustained job are over: 13 weeks after its first day."""
    return job.start + timedelta(weeks=rules_of_job(job, context).sustainment_weeks)


def contacts_because(found: Sequence[CheckIn]) -> Because:
    """Return why there are so many contacts: those of each job."""

    def tell() -> Explanation:
        jobs = Counter(one.job for one in found)
        parts = ((f"job of {job.l03}", count, f"begun {told(job.start)}") for job, count in jobs.items())
        return Explanation(added(parts))

    return Because(CONTACTS, tell)


def before_sustainment_because(due: CheckIn, context: Context) -> Because:
    """Return why a check-in lies so many days before the weeks of a sustained job are over."""

    def tell() -> Explanation:
        job, over = due.job, weeks_over(due.job, context)
        terms = (
            Term("days_until_the_weeks_are_over", (over - job.start).days, f"over on {told(over)}"),
            Term("days_until_the_check_in", (due.day - job.start).days, f"{due.point}, {told(due.day)}"),
        )
        facts = (Term("first_day_of_the_job", job.start, "job start"),)
        return Explanation(terms, facts, (rules_of_job(job, context).used("sustainment_weeks"),))

    return Because(BEFORE_SUSTAINMENT, tell)


def _because(job: Job, rules: Rules, context: Context) -> Because:
    def tell() -> Explanation:
        return Explanation(
            facts=(
                Term("first_day_of_the_job", job.start, "job start"),
                Term("reading", context.switches.pep_check_in_days, "pep_check_in_days"),
            ),
            parameters=(rules.used("check_in_points"), rules.used("check_in_parties")),
        )

    return Because(CHECK_IN, tell)
