"""The evidence behind a job outcome aim, and the date that follows from it.

Source: WMCA coding guidance 2021/22, job outcome, conditions and worked examples.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from engine.ilr.records import LearningDelivery
from engine.programmes.sector_programmes.judgement import Judgement, clause, shown
from engine.programmes.sector_programmes.recognition import Programme
from engine.programmes.sector_programmes.sustainment import Stretch, stretches
from engine.reference import JobOutcomeEvidence


def judge_evidence(judgement: Judgement, programme: Programme, delivery: LearningDelivery) -> None:
    """Find a job outcome without signed evidence, and one dated before or after the day evidenced.

    Without any evidence the date is not judged; with evidence that is not signed it is.
    """
    setting, days = judgement.setting, judgement.rules.job_outcome_days
    spells = setting.reference.job_outcome_evidence(setting.ukprn, judgement.learner.learn_ref_number)
    job = _judged(judgement, programme.start, delivery.learn_start_date, spells)
    signed = job.stretch.is_signed(days) if job else any(spell.evidence_signed for spell in spells)
    if not signed:
        judgement.find(
            "JO_EVIDENCE_MISSING",
            delivery,
            clause(f"{programme.kind}-JO-05"),
            field="job_outcome_evidence EvidenceSigned",
            found="no evidence" if not spells else "not signed",
            expected="signed evidence of 13 weeks with the same employer",
            message="Evidence signed by the learner of 13 weeks with the same employer must be held.",
        )
    if spells:
        _date(judgement, programme, delivery, job)


class _Job(NamedTuple):
    """Employment that reaches 13 weeks: when it does, and the day that the job outcome aim then holds."""

    stretch: Stretch
    completed: date
    due: date


def _judged(
    judgement: Judgement, start: date | None, day: date, spells: Iterable[JobOutcomeEvidence]
) -> _Job | None:
    """Return the employment that a job outcome aim of a day is judged by; None when none reaches 13 weeks.

    The first one due by that day, a signed one before an unsigned one; without any the first one after it.
    Employment that ended before the programme began is not its outcome; one that was there when it began is
    taken only when there is no other.
    """
    switches, days = judgement.setting.switches, judgement.rules.job_outcome_days
    jobs = []
    for stretch in stretches(spells):
        completed = stretch.complete_on(days, switches.jo_inclusive_counting == "yes")
        if completed is None or (start and stretch.last and stretch.last < start):
            continue
        by_start = switches.jo_date_basis == "employment_start"
        jobs.append(_Job(stretch, completed, stretch.first if by_start else completed))

    def order(job: _Job) -> tuple[bool, bool, bool, date]:
        was_there = start is not None and job.stretch.first < start
        return was_there, job.due > day, not job.stretch.is_signed(days), job.due

    return min(jobs, key=order, default=None)


def _date(judgement: Judgement, programme: Programme, delivery: LearningDelivery, job: _Job | None) -> None:
    day, known = delivery.learn_start_date, judgement.setting.file_date
    if job is None:
        expected = "13 weeks without a gap with one employer"
    elif job.completed > known:
        expected = f"no job outcome aim before {shown(job.completed)}"
    else:
        expected = f"{shown(job.due)}, employment from {shown(job.stretch.first)}"
    if job is None or day < job.due or job.completed > known:
        judgement.find(
            "JO_DATE_TOO_EARLY",
            delivery,
            clause(f"{programme.kind}-JO-15"),
            field="LearnStartDate",
            found=shown(day),
            expected=expected,
            message="The job outcome aim is not returned before 13 weeks with one employer are complete.",
        )
    elif day > job.due:
        judgement.find(
            "JO_DATE_NOT_FIRST_DAY",
            delivery,
            clause(f"{programme.kind}-JO-12"),
            field="LearnStartDate",
            found=shown(day),
            expected=expected,
            message="The job outcome aim is dated on the first day that it can be.",
        )


def latest_job_start(judgement: Judgement, day: date) -> date:
    """Return the last day on which employment can have begun for a job outcome aim dated on a day."""
    switches = judgement.setting.switches
    if switches.jo_date_basis == "employment_start":
        return day
    counted = 1 if switches.jo_inclusive_counting == "yes" else 0
    return day - timedelta(days=judgement.rules.job_outcome_days - counted)
