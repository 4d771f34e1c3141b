"""What holds for all aims of one programme: when it began, and which aims belong to it.

Source: FM36 rulebase 2020/21, section 2, programme groups; apprenticeship rules 4.1, 4.2 and 5.2.
"""

from datetime import date

from engine.programmes.apprenticeships.aim import Aim
from engine.reference import EarningsHistory


class Programme:
    """An aim's programme. All lists hold programme aims, of all records of the person, the earliest start first.

    ``start`` is the earliest adjusted start whatever the pathway, ``start_same_pathway`` that of the same
    course (it drives the band limit). ``aims`` are the aims whose days and uplift count together with the asking
    aim's; ``same_course`` those of the same course. ``history`` are the rows of earlier years that
    count with ``aims``, ``young_in_history`` whether one says that the learner was 16-18 at the start.
    ``earliest_act2`` is the first day of a contract with the ESFA, None without.
    """

    __slots__ = (
        "aims",
        "earliest_act2",
        "first_learning_day",
        "history",
        "same_course",
        "start",
        "start_same_pathway",
        "young_in_history",
    )

    def __init__(self, asking: Aim, programme_aims: list[Aim]) -> None:
        rules, course = asking.rules, asking.course
        whatever_pathway = course.without_pathway
        self.same_course = [aim for aim in programme_aims if aim.course == course]
        group = [
            aim
            for aim in programme_aims
            if aim.course == course
            or (
                aim.course.without_pathway == whatever_pathway
                and (not aim.completed or not asking.is_programme_aim)
            )
        ]
        history = [row for row in asking.record.history if _course_matches(row, asking)]
        self.history = history
        self.start = min((aim.adjusted_start for aim in group), default=asking.adjusted_start)
        self.start_same_pathway = min(
            (aim.adjusted_start for aim in self.same_course), default=asking.adjusted_start
        )
        self.first_learning_day = min((aim.start for aim in group), default=asking.start)
        self.aims = group if rules.counts_whatever_pathway else self.same_course
        self.young_in_history = False
        self.earliest_act2 = min(
            (
                record.learn_del_fam_date_from
                for aim in group
                for record in aim.act_records
                if record.learn_del_fam_date_from is not None
                and record.learn_del_fam_code.isdecimal()
                and int(record.learn_del_fam_code) in rules.non_levy_codes
            ),
            default=None,
        )
        if history:
            self._count_history(asking)

    def _count_history(self, asking: Aim) -> None:
        for row in self.history:
            if row.start_whatever_pathway is not None:
                self.start = min(self.start, row.start_whatever_pathway)
            if row.start_same_pathway is not None and row.app_identifier == asking.app:
                self.start_same_pathway = min(self.start_same_pathway, row.start_same_pathway)
            if row.young_at_start:
                self.young_in_history = True
            day = row.earliest_act2
            if day is not None and (self.earliest_act2 is None or day < self.earliest_act2):
                self.earliest_act2 = day


def _course_matches(row: EarningsHistory, aim: Aim) -> bool:
    course = aim.course
    if row.prog_type != course.prog_type:
        return False
    if course.is_standard:
        return row.std_code == course.std_code
    return row.fwork_code == course.fwork_code


def programmes_of(aims: list[Aim]) -> None:
    """Give every aim its programme; aims of one course share one, except that components count more aims."""
    programme_aims = [aim for aim in aims if aim.is_programme_aim]
    found: dict[tuple[object, ...], Programme] = {}
    for aim in aims:
        key = (aim.course, aim.is_programme_aim, id(aim.record) if aim.record.history else 0)
        programme = found.get(key) if programme_aims else None
        if programme is None:
            programme = Programme(aim, programme_aims)
            if programme.same_course:
                found[key] = programme
        aim.programme = programme


def date_or_none(day: date | None) -> date | None:
    """Return the day, None for the blank date 0001-01-01 of stored years."""
    return None if day is None or day == date.min else day
