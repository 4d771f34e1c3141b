"""Destinations: whether they show the way into work behind a job outcome, and whether they are there at all.

Destinations left the ILR in 2024/25, so nothing is asked of them from then on.
Source: WMCA coding guidance 2021/22, job outcome, destination and progression; ILR rules R107 and R108.
"""

from dateutil.relativedelta import relativedelta

from engine.ilr.records import DPOutcome, LearningDelivery
from engine.programmes.sector_programmes.job_evidence import latest_job_start
from engine.programmes.sector_programmes.judgement import Judgement, clause, shown
from engine.programmes.sector_programmes.recognition import Programme

_BREAK = 6


def judge_progression(judgement: Judgement, programme: Programme) -> None:
    """Find a programme whose job is not mirrored by the destinations; written on its first job outcome aim.

    The job is the latest employment that began early enough; unemployment must have ended before it.
    """
    job_outcomes = programme.of_kind("job_outcome")
    if not job_outcomes or judgement.rules.destination_overdue_months is None:
        return
    delivery = job_outcomes[0].delivery
    latest = latest_job_start(judgement, delivery.learn_start_date)
    outcomes = _outcomes(judgement)
    jobs = [
        outcome
        for outcome in outcomes
        if outcome.out_type == judgement.rules.employment_type
        and str(outcome.out_code) in judgement.rules.employment_codes
        and outcome.out_start_date <= latest
        and outcome.out_coll_date <= judgement.setting.file_date
    ]
    job = max(jobs, key=lambda outcome: outcome.out_start_date, default=None)
    if job is not None and not _still_unemployed(judgement, job):
        return
    told = [f"{one.out_type} {one.out_code} from {shown(one.out_start_date)}" for one in outcomes]
    judgement.find(
        "DP_JOB_NOT_REFLECTED",
        delivery,
        clause(f"{programme.kind}-JO-16"),
        field="DPOutcome",
        found=", ".join(told) or "no destination",
        expected=(
            "unemployment ended before the employment began"
            if job
            else f"employment from {shown(latest)} or earlier, known by {shown(judgement.setting.file_date)}"
        ),
        message="The destinations do not show the way from unemployment to the employment that is claimed.",
    )


def _still_unemployed(judgement: Judgement, job: DPOutcome) -> bool:
    return any(
        outcome.out_type == judgement.rules.unemployment_type
        and outcome.out_start_date <= job.out_start_date
        and (outcome.out_end_date is None or outcome.out_end_date >= job.out_start_date)
        for outcome in _outcomes(judgement)
    )


def judge_destination_present(judgement: Judgement) -> None:
    """Find a learner whose aims are all closed and whom no destination follows.

    Job outcome aims are left out of what must be followed: their destination lies 13 weeks before them, and
    whether it is there is judged with the job outcome. A break in learning is still to go on.
    """
    rules = judgement.rules
    if rules.destination_overdue_months is None:
        return
    aims = [
        delivery
        for delivery in judgement.learner.learning_delivery
        if str(delivery.fund_model) in rules.fund_models
        and delivery.learn_aim_ref not in rules.job_outcome_aims
    ]
    ends = [(one.learn_act_end_date, one) for one in aims if one.learn_act_end_date is not None]
    if not ends or len(ends) < len(aims):
        return
    last = max(day for day, _ in ends)
    if any(_is_break(one) for day, one in ends if day == last):
        return
    if any(outcome.out_start_date >= last for outcome in _outcomes(judgement)):
        return
    overdue = judgement.setting.file_date >= last + relativedelta(months=rules.destination_overdue_months)
    judgement.find(
        "R108" if overdue else "R107",
        None,
        clause("NATIONAL-07" if overdue else "NATIONAL-06"),
        field="DPOutcome",
        found="no destination from that day on",
        expected=f"a destination from {shown(last)} or later",
        message="All aims are closed and no destination is on record from the last of them on.",
    )


def _is_break(delivery: LearningDelivery) -> bool:
    return delivery.comp_status == _BREAK


def _outcomes(judgement: Judgement) -> tuple[DPOutcome, ...]:
    return judgement.destination.dp_outcome if judgement.destination else ()
