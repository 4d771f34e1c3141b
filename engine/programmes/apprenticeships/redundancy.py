"""Redundancy: funded to the end shortly before it, otherwise for 12 weeks or until there is work again.

Source: FM36 rulebase 2020/21, section 6; apprenticeship rules 5.5.
"""

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from engine.ilr.records import LearnerEmploymentStatus
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.history import EarlierYears, days_in_year
from engine.programmes.apprenticeships.person import LearnerRecord
from engine.programmes.apprenticeships.rules import Rules, months_before

_ONE_DAY = timedelta(days=1)


class Redundancy(NamedTuple):
    """A redundancy of an aim.

    ``to_the_end`` says that funding goes on to the end; else it lasts 12 weeks and ``after`` is the first day
    behind them. ``re_employed`` is the day of the next status in work, None without. The government pays all
    from ``day`` until ``cover_stop`` (not included, None is open).
    """

    day: date
    status: int
    to_the_end: bool
    after: date | None
    re_employed: date | None

    @property
    def cover_stop(self) -> date | None:
        """The first day on which the cover no longer holds."""
        if self.after is None:
            return self.re_employed
        return self.after if self.re_employed is None else min(self.after, self.re_employed)

    @property
    def stops(self) -> bool:
        """Whether what the programme earns ends with the 12 weeks: there was no work again before."""
        return self.after is not None and (self.re_employed is None or self.re_employed >= self.after)

    def covers(self, day: date) -> bool:
        """Say whether the government pays all on a day because of this redundancy."""
        stop = self.cover_stop
        return self.day <= day and (stop is None or day < stop)


def find_redundancies(
    record: LearnerRecord, programme_aims: list[Aim], earlier_years: EarlierYears, rules: Rules
) -> None:
    """Give each programme aim of a record its redundancies, and the day that ends what its programme earns.

    Where redundancies are read by month, that is the first day of the month in which the 12 weeks end.
    """
    statuses = record.statuses
    found: dict[int, list[Redundancy]] = {}
    for index in range(1, len(statuses)):
        status, before = statuses[index], statuses[index - 1]
        if status.emp_stat not in rules.out_of_work_statuses:
            continue
        if before.emp_stat not in rules.employed_statuses:
            continue
        day = status.date_emp_stat_app
        aim = next((aim for aim in reversed(programme_aims) if aim.start <= day), None)
        if aim is None:
            continue
        re_employed = _re_employed(statuses, index, rules)
        to_the_end = day >= _limit(aim, day, earlier_years, rules)
        # Funded to the end means to the end, where redundancies are read by month: new work changes nothing.
        if to_the_end and rules.redundancy_by_month:
            re_employed = None
        after = None if to_the_end else day + timedelta(days=rules.redundancy_days)
        found.setdefault(id(aim), []).append(Redundancy(day, status.emp_stat, to_the_end, after, re_employed))
    if not found:
        return
    for aim in programme_aims:
        aim.redundancies = tuple(found.get(id(aim), ()))
        stop = min(
            (item.after for item in aim.redundancies if item.stops and item.after is not None), default=None
        )
        aim.stop_day = stop.replace(day=1) if stop is not None and rules.redundancy_by_month else stop


def pass_on_stop_days(programme_aims: list[Aim]) -> None:
    """Let a later aim of a programme take over the stop of an earlier one, where it lies after its own start."""
    if not any(aim.stop_day is not None for aim in programme_aims):
        return
    for index, aim in enumerate(programme_aims):
        if aim.stop_day is not None:
            continue
        stops = [
            other.stop_day
            for other in programme_aims[:index]
            if other in aim.programme.aims and other.stop_day is not None and other.stop_day > aim.start
        ]
        aim.stop_day = min(stops, default=None)


def _re_employed(statuses: tuple[LearnerEmploymentStatus, ...], index: int, rules: Rules) -> date | None:
    """Return the first day in work after a redundancy, straight from a status out of work."""
    for before, later in pairwise(statuses[index:]):
        if later.emp_stat in rules.employed_statuses and before.emp_stat in rules.out_of_work_statuses:
            return later.date_emp_stat_app
    return None


def _limit(aim: Aim, day: date, earlier_years: EarlierYears, rules: Rules) -> date:
    """Return the day from which a redundancy is funded to the end."""
    limit = months_before(aim.planned_end + _ONE_DAY, rules.redundancy_months)
    share = rules.on("redundancy_share_left", day)
    if share is None:
        return limit
    first_day = max(aim.start, rules.first_day)
    days = (aim.planned_end - first_day).days + 1 + _days_before(aim, earlier_years, rules)
    return min(limit, aim.planned_end - timedelta(days=int(share * days)))


def _days_before(aim: Aim, earlier_years: EarlierYears, rules: Rules) -> int:
    """Return the days of the programme before the aim's first day of the year."""
    aims = [other for other in aim.programme.aims if other.record is aim.record]
    days = earlier_years.ilr_days_before(aims, rules.first_day)
    for row in aim.programme.history:
        if row.last_day is not None and row.last_day < rules.first_day:
            days += row.days or 0
    for other in aims:
        if other is aim:
            break
        days += days_in_year(other, rules.year.start_year)
    return days
