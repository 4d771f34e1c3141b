"""What holds for all aims of one programme: when it began, and which aims belong to it.

Source: FM36 rulebase 2020/21, section 2, programme groups; apprenticeship rules 4.1, 4.2 and 5.2.
"""

from datetime import date

from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.rules import Rules
from engine.reference import EarningsHistory


class Programme:
    """An aim's programme. All lists hold programme aims, of all records of the person, the earliest start first.

    ``start`` is the earliest adjusted start whatever the pathway, ``start_same_pathway`` that of the same
    course (it drives the band limit), ``first_start`` that of ``aims`` without the history. ``aims`` are the
    aims whose days and uplift count together with the asking aim's; ``same_course`` those of the same
    course. ``history`` are the rows of earlier years that count with ``aims``,
    ``young_in_history`` whether one says that the learner was 16-18 at the start. ``earliest_act2`` is the
    first day of a contract with the ESFA, None without.
    """

    __slots__ = (
        "aims",
        "earliest_act2",
        "first_learning_day",
        "first_start",
        "history",
        "same_course",
        "start",
        "start_same_pathway",
        "young_in_history",
    )

    def __init__(self, asking: Aim, programme_aims: list[Aim]) -> None:
        rules, course = asking.rules, asking.course
        prog_type, std_code, fwork_code, _ = course
        group: list[Aim] = []
        same_course: list[Aim] = []
        for aim in programme_aims:
            other = aim.course
            if other == course:
                same_course.append(aim)
                group.append(aim)
            elif (
                other.prog_type == prog_type
                and other.std_code == std_code
                and other.fwork_code == fwork_code
                and (not aim.completed or not asking.is_programme_aim)
            ):
                group.append(aim)
        self.same_course = same_course
        self.aims = group if rules.counts_whatever_pathway else same_course
        self.start = self.start_same_pathway = asking.adjusted_start
        self.first_learning_day = asking.start
        if group:
            self.start = min([aim.adjusted_start for aim in group])
            self.first_learning_day = min([aim.start for aim in group])
        if same_course:
            self.start_same_pathway = min([aim.adjusted_start for aim in same_course])
        self.first_start = self.start if rules.counts_whatever_pathway else self.start_same_pathway
        self.earliest_act2 = _earliest_non_levy(group, rules)
        self.young_in_history = False
        history = asking.record.history
        self.history = [row for row in history if _course_matches(row, asking)] if history else []
        if self.history:
            self._count_history(asking)

    def _count_history(self, asking: Aim) -> None:
        for row in self.history:
            self.start = _earlier(self.start, row.start_whatever_pathway)
            if row.app_identifier == asking.app:
                self.start_same_pathway = _earlier(self.start_same_pathway, row.start_same_pathway)
            if row.young_at_start:
                self.young_in_history = True
            act2 = row.earliest_act2
            if act2 is not None and act2 != date.min:
                self.earliest_act2 = _earlier(self.earliest_act2 or act2, act2)


def _earlier(day: date, stored: date | None) -> date:
    """Return the earlier of two days. Stored years write 01/01/0001 for none."""
    return day if stored is None or stored == date.min else min(day, stored)


def _earliest_non_levy(aims: list[Aim], rules: Rules) -> date | None:
    found: date | None = None
    for aim in aims:
        for record in aim.act_records:
            day, code = record.learn_del_fam_date_from, record.learn_del_fam_code
            if day is None or not code.isdecimal() or int(code) not in rules.non_levy_codes:
                continue
            if found is None or day < found:
                found = day
    return found


def _course_matches(row: EarningsHistory, aim: Aim) -> bool:
    course = aim.course
    if row.prog_type != course.prog_type:
        return False
    if course.is_standard:
        return row.std_code == course.std_code
    return row.fwork_code == course.fwork_code


def programmes_of(aims: list[Aim]) -> None:
    """Give every aim its programme; aims of one course share one.

    Only components of one of several courses count more aims.
    """
    programme_aims = [aim for aim in aims if aim.is_programme_aim]
    courses = {aim.course for aim in programme_aims}
    found: dict[tuple[object, ...], Programme] = {}
    for aim in aims:
        counts_more = len(courses) > 1 and not aim.is_programme_aim
        key = (aim.course, counts_more, id(aim.record) if aim.record.history else 0)
        programme = found.get(key) if programme_aims else None
        if programme is None:
            programme = Programme(aim, programme_aims)
            if programme.same_course:
                found[key] = programme
        aim.programme = programme
