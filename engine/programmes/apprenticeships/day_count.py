"""Days of learning: on which day a person reaches the 60th, the 90th or the 365th day of an apprenticeship.

Days count over all aims of a programme and over its earlier years; breaks do not count.

Source: FM36 rulebase 2020/21, section 4; apprenticeship rules 4.2 and 4.7.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.history import EarlierYears
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.reference import EarningsHistory

_ONE_DAY = timedelta(days=1)


class DayCount(NamedTuple):
    """The days of an aim in the year: its first day in it, the days counted before, and those with it.

    ``in_history`` are the days before that lie in earlier years (LearnDelHistDaysThisApp). An aim that is not
    ``is_in_year`` ended before the year or begins after it.
    """

    first_day: date
    before: int
    with_aim: int
    in_history: int
    is_in_year: bool = True

    def reached(self, number: int) -> date | None:
        """Return the date of a numbered day of learning; None when this aim does not reach it.

        With exactly so many days before, it is the day before the aim's first.
        """
        if self.before <= number <= self.with_aim and self.is_in_year:
            return self.first_day + timedelta(days=number - 1 - self.before)
        return None


class DayCounts:
    """The day counts of a person's programme aims, each worked out when it is first asked for."""

    __slots__ = ("_counts", "_work")

    def __init__(self, work: PersonYear) -> None:
        self._work = work
        self._counts: dict[int, DayCount] = {}

    def of(self, aim: Aim) -> DayCount:
        """Return the day count of a programme aim."""
        found = self._counts.get(id(aim))
        if found is None:
            work, programme = self._work, aim.programme
            in_history = _days_of_earlier_years(
                _of_programme(aim, work), programme.history, _earlier_years(work), work
            )
            found = _count(aim, programme.aims, in_history)
            if len(programme.aims) > 1 and not work.rules.counts_whatever_pathway:
                found = _each_day_once(aim, programme.aims, found)
            self._counts[id(aim)] = found
        return found


def care_leaver_counts(work: PersonYear) -> dict[int, DayCount]:
    """Return the same counted over all apprenticeships begun since the care leaver payment was brought in."""
    begun = work.rules.care_leaver_from
    counted = [aim for aim in work.programme_aims if aim.programme.start >= begun]
    rows = [
        row
        for row in (work.records[0].history if work.records else ())
        if row.start_whatever_pathway is not None and row.start_whatever_pathway >= begun
    ]
    in_history = _days_of_earlier_years(counted, rows, _earlier_years(work), work)
    return {id(aim): _count(aim, counted, in_history) for aim in counted}


def _of_programme(aim: Aim, work: PersonYear) -> list[Aim]:
    """Return the aims whose earlier years count: unlike those of this year, completed aims of another pathway too."""
    if not work.rules.counts_whatever_pathway or len(work.programme_aims) == 1:
        return aim.programme.aims
    course = aim.course.without_pathway
    return [other for other in work.programme_aims if other.course.without_pathway == course]


def _earlier_years(work: PersonYear) -> dict[int, EarlierYears]:
    """Return the earlier years of each record that has rows of them, by the identity of the record."""
    return {
        id(record): EarlierYears(record, work.programme_aims, work.rules)
        for record in work.records
        if record.history
    }


def _days_of_earlier_years(
    aims: list[Aim], rows: Iterable[EarningsHistory], earlier: dict[int, EarlierYears], work: PersonYear
) -> int:
    rules = work.rules
    days = 0
    for aim in aims:
        if aim.start >= rules.first_day:
            continue
        years = earlier.get(id(aim.record))
        if years is not None:
            days += years.ilr_days_before([aim], rules.first_day)
        else:
            first = max(aim.start, rules.years_from)
            last = rules.day_before if aim.end is None else min(aim.end, rules.day_before)
            days += max(0, (last - first).days + 1)
    return days + sum(row.days or 0 for row in rows if row.last_day and row.last_day < rules.first_day)


def _count(aim: Aim, counted: list[Aim], in_history: int) -> DayCount:
    start = aim.start
    before = in_history + sum(_days_in_year(other) for other in counted if other.start < start)
    days = _days_in_year(aim)
    return DayCount(max(start, aim.rules.first_day), before, before + days, in_history, days > 0)


def _each_day_once(aim: Aim, counted: list[Aim], count: DayCount) -> DayCount:
    """Return the count of an aim where aims of its programme overlap: a day of several belongs to the one begun first.

    ``counted`` come in order of start.
    """
    rules = aim.rules
    ends = [rules.last_day if other.end is None else other.end for other in counted]
    if not _overlap(counted, ends):
        return count
    place = next(index for index, other in enumerate(counted) if other is aim)
    reached = max(ends[:place], default=date.min)
    first = max(aim.start, reached + _ONE_DAY)
    in_year = max(first, rules.first_day)
    before = _days_covered(counted[:place], ends[:place]) + (in_year - first).days
    own = max(0, (min(ends[place], rules.last_day) - in_year).days + 1)
    return DayCount(in_year, before, before + own, count.in_history, own > 0)


def _overlap(aims: list[Aim], ends: list[date]) -> bool:
    days = sum(max(0, (end - aim.start).days + 1) for aim, end in zip(aims, ends, strict=True))
    return days != _days_covered(aims, ends)


def _days_covered(aims: list[Aim], ends: list[date]) -> int:
    """Return on how many days at least one of the aims goes on; they come in order of start."""
    days = 0
    reached = date.min
    for aim, end in zip(aims, ends, strict=True):
        first = max(aim.start, reached + _ONE_DAY)
        days += max(0, (end - first).days + 1)
        reached = max(reached, end)
    return days


def _days_in_year(aim: Aim) -> int:
    first = max(aim.start, aim.rules.first_day)
    last = aim.rules.last_day if aim.end is None else min(aim.end, aim.rules.last_day)
    return max(0, (last - first).days + 1)
