"""Job outcome aims: the right aim for the age, its three dates, and claims made twice.

Source: WMCA coding guidance 2021/22, Sector Gateway job outcome and SWAP job outcome.
"""

from engine.calendar import age_on
from engine.ilr.records import LearningDelivery
from engine.programmes.sector_programmes.job_evidence import judge_evidence
from engine.programmes.sector_programmes.judgement import Judgement, clause, listed, shown
from engine.programmes.sector_programmes.recognition import Programme
from engine.programmes.sector_programmes.rules import Rules


def job_outcome_aim(age: int, rules: Rules) -> str | None:
    """Return the job outcome aim for an age at the start of the programme; None for one too young for any."""
    for ref, (youngest, oldest) in rules.job_outcome_aims.items():
        if youngest <= age and (oldest is None or age <= oldest):
            return ref
    return None


def judge_job_outcomes(judgement: Judgement, programme: Programme) -> None:
    """Find what is wrong with the job outcome aims of a programme, one by one and taken together."""
    aims = [aim.delivery for aim in programme.of_kind("job_outcome")]
    for number, delivery in enumerate(aims):
        _age(judgement, programme, delivery)
        _dates(judgement, programme, delivery)
        _achieved(judgement, programme, delivery)
        judge_evidence(judgement, programme, delivery)
        if number:
            judgement.find(
                "JO_DUPLICATE",
                delivery,
                clause(f"{programme.kind}-JO-02"),
                field="LearnAimRef",
                found=f"{delivery.learn_aim_ref} after aim {aims[0].aim_seq_number}",
                expected="one job outcome aim",
                message="The programme already has a job outcome aim.",
            )
    if aims:
        _double_claim(judgement, programme, aims[0])
        _main_completed(judgement, programme, aims[0])


def _age(judgement: Judgement, programme: Programme, delivery: LearningDelivery) -> None:
    born, start = judgement.learner.date_of_birth, programme.start
    if start is None:
        judgement.find(
            "JO_START_UNKNOWN",
            delivery,
            clause(f"{programme.kind}-JO-09"),
            field="LearnStartDate",
            found="no main aim",
            expected="the main aim of the programme",
            message="No aim tells when the programme began, so the age at its start is not judged.",
        )
        return
    age = None if born is None else age_on(born, start)
    expected = None if age is None else job_outcome_aim(age, judgement.rules)
    if expected == delivery.learn_aim_ref:
        return
    found = "no date of birth" if age is None else f"age {age} on {shown(start)}"
    youngest = min(ages[0] for ages in judgement.rules.job_outcome_aims.values())
    topics = {
        ref: f"JO-{number:02}" for number, ref in enumerate(sorted(judgement.rules.job_outcome_aims), 7)
    }
    judgement.find(
        "JO_AGE",
        delivery,
        clause(f"{programme.kind}-{topics[expected] if expected else 'JO-09'}"),
        field="LearnAimRef",
        found=f"{delivery.learn_aim_ref}, {found}",
        expected=expected or f"a learner of {youngest} or over",
        message=(
            f"At that age at the start of the programme the job outcome aim is {expected}."
            if expected
            else f"There is a job outcome aim only for learners of {youngest} or over at the start."
        ),
    )


def _dates(judgement: Judgement, programme: Programme, delivery: LearningDelivery) -> None:
    start, planned, actual = (
        delivery.learn_start_date,
        delivery.learn_plan_end_date,
        delivery.learn_act_end_date,
    )
    if not start == planned == actual:
        judgement.find(
            "JO_DATES",
            delivery,
            clause(f"{programme.kind}-JO-11"),
            field="LearnStartDate, LearnPlanEndDate, LearnActEndDate",
            found=f"{shown(start)}, {shown(planned)}, {shown(actual)}",
            expected="one day for all three",
            message="Start, planned end and actual end of a job outcome aim are the same day.",
        )


def _achieved(judgement: Judgement, programme: Programme, delivery: LearningDelivery) -> None:
    rules = judgement.rules
    found = (str(delivery.comp_status), "none" if delivery.outcome is None else str(delivery.outcome))
    wanted = (rules.job_outcome_completion, rules.job_outcome_outcome)
    if found != wanted:
        topic = "JO-EX-06" if found[0] != wanted[0] else "JO-EX-07"
        judgement.find(
            "JO_NOT_ACHIEVED",
            delivery,
            clause(f"{programme.kind}-{topic}"),
            field="CompStatus, Outcome",
            found=", ".join(found),
            expected=", ".join(wanted),
            message=f"A job outcome aim has completion status {wanted[0]} and outcome {wanted[1]}.",
        )


def _double_claim(judgement: Judgement, programme: Programme, first: LearningDelivery) -> None:
    embedded = [
        aim.delivery
        for aim in programme.aims
        if str(aim.delivery.emp_outcome) in judgement.rules.embedded_outcome_codes
    ]
    if embedded:
        numbers = ", ".join(f"{one.emp_outcome} on aim {one.aim_seq_number}" for one in embedded)
        judgement.find(
            "JO_DOUBLE_CLAIM",
            first,
            clause(f"{programme.kind}-JO-02"),
            field="EmpOutcome",
            found=f"EmpOutcome {numbers}",
            expected="no EmpOutcome beside a job outcome aim",
            message="The job is claimed by an aim of its own and within another aim as well.",
        )


def _main_completed(judgement: Judgement, programme: Programme, first: LearningDelivery) -> None:
    mains = programme.mains
    completed = judgement.rules.job_outcome_completion
    if mains and not any(str(main.comp_status) == completed for main in mains):
        judgement.find(
            "MAIN_AIM_NOT_COMPLETED",
            first,
            clause(f"{programme.kind}-JO-EX-01"),
            field="CompStatus",
            found=f"{listed(main.comp_status for main in mains)} on the main aim",
            expected=completed,
            message="A job outcome is claimed although the main aim is not returned as completed.",
        )
