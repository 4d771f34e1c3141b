"""Work placements as the national rules ask for them: on which aims, with which dates and modes.

Source: ILR validation rules, WorkPlaceStartDate_01 to _04, WorkPlaceEndDate_01 and _02, WorkPlaceMode_01, R_96. The
check digit of the employer, WorkPlaceEmpId_02, is judged with all other check digits of the record.
"""

from collections.abc import Iterator
from datetime import date

from engine.ilr.records import LearningDelivery
from engine.ilr.records import LearningDeliveryWorkPlacement as Placement
from engine.programmes.study_programmes.judgement import Judgement, either, shown


def judge_placements(judgement: Judgement) -> None:
    """Find work placements that are missing, out of place, or wrong in their dates or mode."""
    for aim in judgement.learner.learning_delivery:
        _judge_aim(judgement, aim)
        for placement in aim.learning_delivery_work_placement:
            _judge_dates(judgement, aim, placement)
            _judge_mode(judgement, aim, placement)
    _judge_starts(judgement)


def _judge_aim(judgement: Judgement, aim: LearningDelivery) -> None:
    rules, ref = judgement.rules, aim.learn_aim_ref
    placements = aim.learning_delivery_work_placement
    if ref in rules.placement_aims and not placements:
        judgement.find(
            "WorkPlaceStartDate_01",
            aim,
            "NAT-01",
            field="WorkPlaceStartDate",
            found="no work placement",
            expected="one work placement at least",
            message=f"An aim {ref} has a record of each placement, one at least.",
        )
    if placements and ref not in rules.placement_aims:
        judgement.find(
            "WorkPlaceStartDate_03",
            aim,
            "NAT-03",
            field="WorkPlaceStartDate",
            found=f"{_counted(len(placements))} on {ref}",
            expected="no work placement",
            message="A work placement belongs to a work placement aim and to no other.",
        )
    if ref in rules.study_only_aims and aim.fund_model not in rules.study_models:
        judgement.find(
            "WorkPlaceStartDate_04",
            aim,
            "NAT-04",
            field="FundModel",
            found=str(aim.fund_model),
            expected=either(sorted(rules.study_models)),
            message=f"An aim {ref} is part of a study programme and has its funding model.",
        )


def _judge_dates(judgement: Judgement, aim: LearningDelivery, placement: Placement) -> None:
    start, end = placement.work_place_start_date, placement.work_place_end_date
    if start < aim.learn_start_date:
        judgement.find(
            "WorkPlaceStartDate_02",
            aim,
            "NAT-02",
            field="WorkPlaceStartDate",
            found=shown(start),
            expected=f"{shown(aim.learn_start_date)} or later",
            message="A placement does not start before its aim.",
        )
    if end is None:
        return
    if end < start:
        judgement.find(
            "WorkPlaceEndDate_01",
            aim,
            "NAT-05",
            field="WorkPlaceEndDate",
            found=shown(end),
            expected=f"{shown(start)} or later",
            message="A placement does not end before it starts.",
        )
    if aim.learn_act_end_date is not None and end > aim.learn_act_end_date:
        judgement.find(
            "WorkPlaceEndDate_02",
            aim,
            "NAT-06",
            field="WorkPlaceEndDate",
            found=shown(end),
            expected=f"{shown(aim.learn_act_end_date)} or earlier",
            message="A placement does not end after its aim has ended.",
        )


def _judge_mode(judgement: Judgement, aim: LearningDelivery, placement: Placement) -> None:
    modes = judgement.rules.placement_modes
    if placement.work_place_mode not in modes:
        judgement.find(
            "WorkPlaceMode_01",
            aim,
            "NAT-07",
            field="WorkPlaceMode",
            found=str(placement.work_place_mode),
            expected=either(modes),
            message="A placement is internal or simulated (1) or external (2).",
        )


def _judge_starts(judgement: Judgement) -> None:
    """Find each placement that starts on the day of an earlier one of the learner, on whichever aims they are."""
    seen: set[date] = set()
    for aim, placement in _all_placements(judgement):
        start = placement.work_place_start_date
        if start in seen:
            judgement.find(
                "R_96",
                aim,
                "NAT-08",
                field="WorkPlaceStartDate",
                found=f"{shown(start)} again",
                expected="one placement on a start date",
                message="No two placements of a learner start on the same day.",
            )
        seen.add(start)


def _all_placements(judgement: Judgement) -> Iterator[tuple[LearningDelivery, Placement]]:
    for aim in judgement.learner.learning_delivery:
        for placement in aim.learning_delivery_work_placement:
            yield aim, placement


def _counted(count: int) -> str:
    return "a work placement" if count == 1 else f"{count} work placements"
