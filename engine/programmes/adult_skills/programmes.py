"""The programmes of a learner: when they began and when they were achieved, from their programme aims."""

from datetime import date
from typing import NamedTuple

from engine.ilr.records import LearningDelivery
from engine.programmes.adult_skills.aim import Aim, is_achieved
from engine.programmes.adult_skills.rules import Rules


class Programme(NamedTuple):
    """What a programme aim tells: its programme, its adjusted start, and its actual end once achieved."""

    prog_type: int | None
    fwork_code: int | None
    pway_code: int | None
    adjusted_start: date
    achieved_end: date | None


def programmes_of(deliveries: tuple[LearningDelivery, ...], rules: Rules) -> list[Programme]:
    """Return the programmes of a learner's programme aims, of whatever funding model."""
    return [
        Programme(
            delivery.prog_type,
            delivery.fwork_code,
            delivery.pway_code,
            delivery.orig_learn_start_date or delivery.learn_start_date,
            delivery.learn_act_end_date if is_achieved(delivery, rules) else None,
        )
        for delivery in deliveries
        if delivery.aim_type in rules.programme_aim_types
    ]


def programme_start(aim: Aim, programmes: list[Programme]) -> date:
    """Return the earliest adjusted start of the programme aims of an aim's programme, or its own start.

    An apprenticeship is one of the same type and framework, a traineeship one of the same type.
    Source: FM35 rulebase 2020/21, programme start.
    """
    delivery = aim.delivery
    starts = [
        programme.adjusted_start
        for programme in programmes
        if programme.prog_type == delivery.prog_type
        and (aim.is_traineeship or programme.fwork_code == delivery.fwork_code)
    ]
    return min(starts, default=aim.adjusted_start)


def achievement_date(aim: Aim, programmes: list[Programme]) -> date | None:
    """Return the day whose month pays an achieved aim's achievement; None when nothing is paid.

    Source: FM35 rulebase 2020/21, AchApplicDate: the actual end; for a traineeship's programme aim the
    achievement date; for knowledge and competency aims of an apprenticeship the actual end of the achieved
    programme.
    """
    if not aim.achieved:
        return None
    delivery = aim.delivery
    if aim.is_traineeship and aim.is_programme_aim:
        return delivery.ach_date
    if aim.component_type in aim.rules.programme_achievement_components:
        ends = [
            programme.achieved_end
            for programme in programmes
            if programme.achieved_end is not None
            and programme.prog_type == delivery.prog_type
            and programme.fwork_code == delivery.fwork_code
            and programme.pway_code == delivery.pway_code
        ]
        return max(ends, default=None)
    return aim.act_end
