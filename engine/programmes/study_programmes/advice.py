"""Advice on the work experience aim: one a year, none without a placement, and hours only for what is done.

Every finding here is a warning: the source is a practitioner's advice, not a rule.
Source: forum advice on recording work experience in the ILR.
"""

from engine.ilr.records import LearningDelivery
from engine.money import shown
from engine.programmes.study_programmes.bands import band_of, base_rate, counted_hours
from engine.programmes.study_programmes.decision import Decision, WorkExperience
from engine.programmes.study_programmes.judgement import Judgement
from engine.reference import WorkPlacementRecord

_RESTART = "RES"


def judge_year_aims(judgement: Judgement, work: WorkExperience) -> None:
    """Find the second and further aims for the work experience of one year.

    An aim taken up again after a break in learning must be a new one, so it is no second.
    """
    begun_only = judgement.setting.switches.zwrkx_one_a_year == "begun_in_year"
    counted = [
        aim
        for aim in work.aims
        if not _is_restart(aim) and (not begun_only or aim.learn_start_date in judgement.setting.year)
    ]
    for aim in counted[1:]:
        judgement.find(
            "ZWRKX_MULTIPLE_AIMS",
            aim,
            "AIM-03",
            field="LearnAimRef",
            found=f"{aim.learn_aim_ref} again",
            expected=f"one {aim.learn_aim_ref} in {judgement.setting.year.label}",
            message="One aim a year holds all placements: add a placement to it, do not close it and open another.",
        )


def judge_work_experience(judgement: Judgement, work: WorkExperience) -> None:
    """Find an aim returned without a placement, one that is missing, and hours that do not fit what happened."""
    if work.state == "not happened":
        for aim in work.aims:
            _no_placement(judgement, work, aim)
    elif work.state == "happened" and not work.aims:
        _aim_missing(judgement)
    if work.record is not None and work.record.hours_counted is not None:
        _hours(judgement, work.record.hours_counted, work.decision)
    if work.decision is not None and work.decision.needs_note:
        _note(judgement, work.record)


def _no_placement(judgement: Judgement, work: WorkExperience, aim: LearningDelivery) -> None:
    substitute = work.record.substitute if work.record is not None else ""
    if substitute and aim.learning_delivery_work_placement:
        judgement.find(
            "ZWRKX_SUBSTITUTE_AS_PLACEMENT",
            aim,
            "SUB-03",
            field="LearnAimRef",
            found=f"{aim.learn_aim_ref} for a substitute: {substitute}",
            expected=f"no {aim.learn_aim_ref}",
            message="A substitute for which the learner has not gone out is no placement; it is enrichment.",
        )
        return
    stay = work.decision is not None and work.decision.counts_hours
    hours = "; its planned hours stay, with a note" if stay else ", nor are its planned hours counted"
    judgement.find(
        "ZWRKX_NO_PLACEMENT",
        aim,
        "NONE-01",
        field="LearnAimRef",
        found=f"{aim.learn_aim_ref}, {_told(work, aim)}",
        expected=f"no {aim.learn_aim_ref} in {judgement.setting.year.label}",
        message=f"In a year without a placement the aim is not returned{hours}.",
    )


def _told(work: WorkExperience, aim: LearningDelivery) -> str:
    if work.record is not None and work.record.went_out is False:
        return "the learner has not gone out"
    return "none that counts has begun" if aim.learning_delivery_work_placement else "no placement"


def _aim_missing(judgement: Judgement) -> None:
    ref = judgement.rules.year_aim
    judgement.find(
        "ZWRKX_AIM_MISSING",
        None,
        "PLAN-01",
        field="LearnAimRef",
        found=f"no {ref}, the learner has gone out",
        expected=f"{ref} with a record of each placement",
        message="A placement that happened is returned, on an aim of the year.",
    )


def _hours(judgement: Judgement, hours: int, decision: Decision | None) -> None:
    planned = judgement.learner.plan_eep_hours
    if planned is None:
        return
    if hours > planned:
        judgement.find(
            "ZWRKX_HOURS_ABOVE_PLAN",
            None,
            "PLAN-02",
            field="PlanEEPHours",
            found=str(planned),
            expected=f"{hours} or more, as the provider's record counts {hours} hours of work experience",
            message="PlanEEPHours cannot count more hours of work experience than it holds.",
        )
    elif hours and decision is not None and not decision.counts_hours:
        judgement.find(
            "ZWRKX_HOURS_COUNTED",
            None,
            decision.topic,
            field="PlanEEPHours",
            found=f"{planned}, of them {hours} of work experience",
            expected=str(planned - hours),
            message="Planned hours do not count work experience that did not happen."
            + _money_effect(judgement, hours),
        )


def _money_effect(judgement: Judgement, hours: int) -> str:
    counted = counted_hours(judgement.learner)
    if counted is None:
        return ""
    before, after = (band_of(judgement, total) for total in (counted, counted - hours))
    if before is None or after is None or judgement.rules.bands is None:
        return ""
    rates = [
        base_rate(judgement.rules.bands, band, total)
        for band, total in ((before, counted), (after, counted - hours))
    ]
    lost = rates[0] - rates[1]
    if not lost:
        return f" The base rate stays £{shown(rates[0])}, band {after}."
    return f" Without them the base rate is £{shown(rates[1])}, band {after}: £{shown(lost)} less."


def _note(judgement: Judgement, record: WorkPlacementRecord | None) -> None:
    missing = [
        words
        for words, text in (
            ("what was planned", record.planned if record else ""),
            ("why it did not happen", record.why_not if record else ""),
        )
        if not text
    ]
    if missing:
        judgement.find(
            "ZWRKX_NOTE_MISSING",
            None,
            "SUB-05",
            field="work_placement_records Planned, WhyNot",
            found=f"nothing on {' and '.join(missing)}",
            expected="what was planned and why it did not happen",
            message="Hours of a placement that did not happen stay only with a note of what was planned and why not.",
        )


def _is_restart(aim: LearningDelivery) -> bool:
    return any(fam.learn_del_fam_type == _RESTART for fam in aim.learning_delivery_fam)
