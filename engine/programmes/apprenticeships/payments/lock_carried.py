"""Whether English, maths and the learning support under them are payable: with an earning of the programme.

Source: apprenticeship rules 4.5, 4.6 and 6.6.
"""

from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

from engine.calendar import Month
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import EarningLine
from engine.programmes.apprenticeships.payments import lock_reasons
from engine.programmes.apprenticeships.payments.lock_outcome import LineLock
from engine.programmes.apprenticeships.payments.lock_periods import Period
from engine.programmes.apprenticeships.payments.lock_rules import LockRules


class LearnerCourse(NamedTuple):
    """A course of a learner at a provider."""

    ukprn: int
    learn_ref_number: str
    course: Course

    @classmethod
    def of_line(cls, line: EarningLine) -> "LearnerCourse":
        """Return the course of an earning."""
        return cls(line.ukprn, line.learn_ref_number, line.course)


class _Carriers:
    """The payable earnings of a course, at least one.

    Those with a commitment come before those that need none: it is the commitment that is looked for.
    """

    __slots__ = ("_locks", "_months")

    def __init__(self, locks: list[LineLock]) -> None:
        found = [lock for lock in locks if lock.commitment is not None] or locks
        found.sort(key=lambda lock: (lock.line.month, lock.line.transaction_type))
        by_month: dict[Month, LineLock] = {}
        for lock in found:
            by_month.setdefault(lock.line.month, lock)
        self._months = list(by_month)
        self._locks = list(by_month.values())

    def nearest(self, month: Month) -> LineLock:
        """Return that of a month, else the latest before it, else the first after it."""
        return self._locks[max(bisect_right(self._months, month) - 1, 0)]


class Carriers:
    """What the year's earnings of the programmes let English and maths be paid with.

    ``locks`` are the judged lines of programmes, ``first_months`` the first month's periods of price episodes with
    whether they are payable.
    """

    def __init__(
        self, locks: Iterable[LineLock], first_months: Iterable[tuple[Period, bool]], rules: LockRules
    ) -> None:
        self._rules = rules
        self._earned: set[LearnerCourse] = set()
        by_course: dict[LearnerCourse, list[LineLock]] = {}
        for lock in locks:
            line = lock.line
            if line.transaction_type in rules.carrying_types and line.amount:
                course = LearnerCourse.of_line(line)
                self._earned.add(course)
                if lock.payable:
                    by_course.setdefault(course, []).append(lock)
        self._carriers = {course: _Carriers(found) for course, found in by_course.items()}
        self._first_months: dict[LearnerCourse, list[tuple[Period, bool]]] = {}
        for period, payable in first_months:
            episode = period.episode
            course = LearnerCourse(episode.ukprn, episode.learn_ref_number, episode.course)
            self._first_months.setdefault(course, []).append((period, payable))

    def lock(self, line: EarningLine) -> LineLock:
        """Judge an English or maths line of a month that is not ignored."""
        course = LearnerCourse.of_line(line)
        carriers = self._carriers.get(course)
        if carriers is not None:
            carrier = carriers.nearest(line.month)
            because = lock_reasons.of_carried(carrier.line, carrier.commitment, self._rules)
            return LineLock(line, True, carrier.commitment, because)
        refused: Period | None = None
        if course not in self._earned:
            for period, passes in self._first_months.get(course, ()):
                if passes:
                    commitment = period.check.commitment
                    return LineLock(line, True, commitment, lock_reasons.of_first_month(period, self._rules))
                refused = refused or period
        return LineLock(line, False, None, lock_reasons.not_carried(refused, self._rules))
