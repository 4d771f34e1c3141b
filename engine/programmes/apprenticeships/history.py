"""What earlier funding years did for a programme: from rows that a year's last return left, else from the ILR.

Source: FM36 rulebase 2020/21, section 7.
"""

from datetime import date
from decimal import Decimal

from engine.calendar import FundingYear
from engine.money import ZERO
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.person import LearnerRecord
from engine.programmes.apprenticeships.rules import Rules
from engine.reference import EarningsHistory


class EarlierYears:
    """Which earlier years of one record count from the ILR, beside the rows of the history.

    A year of the ILR is ignored where a row speaks of the same app and year, where the record's days of the
    year exceed the year, or where another record of the year has the same last day. Without any row the ILR counts.
    """

    __slots__ = ("_aims", "_ignored", "_rows", "_rules", "record")

    def __init__(self, record: LearnerRecord, programme_aims: list[Aim], rules: Rules) -> None:
        self.record = record
        self._aims = [aim for aim in programme_aims if aim.record is record]
        self._rules = rules
        self._rows = record.history
        self._ignored: dict[tuple[str, int], bool] = {}

    @property
    def has_rows(self) -> bool:
        """Whether the history has rows of the person at all."""
        return bool(self._rows)

    def counts(self, app: str, start_year: int) -> bool:
        """Say whether the ILR's year of an app counts; ``start_year`` is the year of its 1 August."""
        if not self._rows:
            return True
        key = (app, start_year)
        if key not in self._ignored:
            self._ignored[key] = self._is_ignored(app, start_year)
        return not self._ignored[key]

    def ilr_days_before(self, aims: list[Aim], first_day: date) -> int:
        """Return the days that aims ran in the years before a 1 August, in years of the ILR that count."""
        days = 0
        for aim in aims:
            year = max(FundingYear.of(aim.start).start_year, self._rules.first_year)
            while year < first_day.year:
                if self.counts(aim.app, year):
                    days += days_in_year(aim, year)
                year += 1
        return days

    def _is_ignored(self, app: str, start_year: int) -> bool:
        code = FundingYear(start_year).code
        rows = [row for row in self._rows if row.collection_year == code]
        if any(row.app_identifier == app for row in rows):
            return True
        if not rows:
            return False
        of_apps: dict[str, int] = {}
        last_days: dict[str, date] = {}
        for aim in self._aims:
            days = days_in_year(aim, start_year)
            if days and not any(row.app_identifier == aim.app for row in rows):
                of_apps[aim.app] = of_apps.get(aim.app, 0) + days
                last = min(aim.end or date.max, FundingYear(start_year).last_day)
                last_days[aim.app] = max(last_days.get(aim.app, date.min), last)
        total = sum(of_apps.values()) + sum(row.days or 0 for row in rows)
        if total > (FundingYear(start_year).last_day - FundingYear(start_year).first_day).days + 1:
            return True
        own = last_days.get(app)
        others = [row.last_day for row in rows] + [day for other, day in last_days.items() if other != app]
        return own is not None and own in others


def days_in_year(aim: Aim, start_year: int) -> int:
    """Return the days that an aim ran in a funding year, from its start to E, both counted."""
    year = FundingYear(start_year)
    first = max(aim.start, year.first_day)
    last = year.last_day if aim.end is None else min(aim.end, year.last_day)
    return max(0, (last - first).days + 1)


def rows_of_app(record: LearnerRecord, app: str, before: date) -> list[EarningsHistory]:
    """Return the history rows of an app that ended before a day."""
    return [
        row
        for row in record.history
        if row.app_identifier == app and row.last_day is not None and row.last_day < before
    ]


def earned_in_rows(rows: list[EarningsHistory], record: LearnerRecord, own_only: bool) -> Decimal:
    """Return the instalments, balancing and completion of history rows in pounds, of this provider or of all."""
    total = ZERO
    for row in rows:
        if row.earned is not None and (not own_only or record.is_own(row)):
            total += row.earned
    return total


def uplift_in_rows(record: LearnerRecord, course: Course, before: date) -> Decimal:
    """Return the framework uplift of history rows of a framework, whatever the pathway, in pounds."""
    total = ZERO
    for row in record.history:
        if (
            row.prog_type == course.prog_type
            and row.fwork_code == course.fwork_code
            and row.last_day is not None
            and row.last_day < before
        ):
            total += row.uplift or ZERO
    return total
