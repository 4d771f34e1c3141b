"""Whether a placement happened in the year, and what follows for the aim, the planned hours and the note.

Source: forum advice on recording work experience in the ILR; funding guidance for young people 2020 to 2021, page 9.
"""

from dataclasses import dataclass
from typing import Literal

from engine.ilr.records import Learner, LearningDelivery
from engine.programmes.study_programmes.rules import Rules
from engine.reference import WorkPlacementRecord
from engine.setting import Setting
from engine.switches import Switches

State = Literal["happened", "planned", "not happened"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What the advice says: whether the aim is returned, whether the hours count, whether a note must be kept.

    ``topic`` is the part of the clause's id behind it.
    """

    returns_aim: bool
    counts_hours: bool
    needs_note: bool
    topic: str


def decide(happened: bool, substitute: bool, rules: Rules, switches: Switches) -> Decision:
    """Return what follows from a placement that happened or did not, with or without an evidenced substitute."""
    if happened:
        return Decision(returns_aim=True, counts_hours=True, needs_note=False, topic="PLAN-01")
    if not rules.substitute_keeps_hours:
        return Decision(returns_aim=False, counts_hours=False, needs_note=False, topic="NONE-02")
    if substitute:
        return Decision(returns_aim=False, counts_hours=True, needs_note=True, topic="SUB-01")
    stay = switches.zwrkx_hours_without_substitute == "stay"
    return Decision(returns_aim=False, counts_hours=stay, needs_note=stay, topic="SUB-02")


@dataclass(frozen=True, slots=True)
class WorkExperience:
    """A learner's work experience of a year: the aims for it, the provider's own record, and what came of it.

    ``decision`` is None while a placement is still to come.
    """

    aims: tuple[LearningDelivery, ...]
    record: WorkPlacementRecord | None
    placements: int
    state: State
    decision: Decision | None


def work_experience_of(learner: Learner, setting: Setting, rules: Rules) -> WorkExperience:
    """Return a study programme learner's work experience of the setting's year.

    The provider's own record of whether the learner has gone out comes before what the placements show.
    """
    aims = year_aims(learner, setting, rules)
    record = setting.reference.work_placement_record(
        setting.ukprn, learner.learn_ref_number, setting.year.code
    )
    state = _state(aims, record, setting, rules)
    decision = None
    if state != "planned":
        decision = decide(state == "happened", has_substitute(record), rules, setting.switches)
    placements = sum(len(aim.learning_delivery_work_placement) for aim in aims)
    return WorkExperience(aims, record, placements, state, decision)


def year_aims(learner: Learner, setting: Setting, rules: Rules) -> tuple[LearningDelivery, ...]:
    """Return the aims for the work experience of the year, the earliest first."""
    year = setting.year
    aims = [
        aim
        for aim in learner.learning_delivery
        if aim.learn_aim_ref == rules.year_aim
        and aim.fund_model in rules.study_models
        and aim.learn_start_date <= year.last_day
        and (aim.learn_act_end_date is None or aim.learn_act_end_date >= year.first_day)
    ]
    return tuple(sorted(aims, key=lambda aim: (aim.learn_start_date, aim.aim_seq_number)))


def has_substitute(record: WorkPlacementRecord | None) -> bool:
    """Say whether the provider's record names a substitute and holds evidence of it."""
    return record is not None and bool(record.substitute) and record.substitute_evidenced is True


def _state(
    aims: tuple[LearningDelivery, ...], record: WorkPlacementRecord | None, setting: Setting, rules: Rules
) -> State:
    if record is not None and record.went_out is not None:
        return "happened" if record.went_out else "not happened"
    year = setting.year
    external_only = setting.switches.zwrkx_internal_placement == "external_only"
    starts = [
        placement.work_place_start_date
        for aim in aims
        for placement in aim.learning_delivery_work_placement
        if placement.work_place_start_date <= year.last_day
        and (placement.work_place_end_date is None or placement.work_place_end_date >= year.first_day)
        and (not external_only or placement.work_place_mode in rules.external_modes)
    ]
    if any(start <= setting.file_date for start in starts):
        return "happened"
    is_over = setting.file_date >= year.last_day
    if not aims:
        return "not happened" if is_over else "planned"
    has_ended = is_over or all(aim.learn_act_end_date is not None for aim in aims)
    waits = starts and setting.switches.zwrkx_no_placement_known == "when_over"
    return "planned" if waits and not has_ended else "not happened"
