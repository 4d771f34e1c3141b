"""The rules in force: code lists, aim type and check-ins, by date, from the parameters."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dateutil.relativedelta import relativedelta

from engine.parameters import ParameterError, Parameters, ParameterValue, Resolved
from engine.switches import Switches

SUBJECT = "pre_employment"


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the check-in schedule: its name and how far it lies from the first day of the job."""

    name: str
    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    def day(self, job_start: date) -> date:
        """Return the day of the point. Months and years keep the day of the month where there is one."""
        step = relativedelta(years=self.years, months=self.months)
        return job_start + step + timedelta(weeks=self.weeks, days=self.days)


@dataclass(frozen=True, slots=True)
class Rules:
    """The values of one day. ``points`` are the check-ins by reading of their days."""

    resolved: Resolved
    alr_sources: tuple[str, ...]
    offender_code: str
    unit_aim_type: str
    points: Mapping[str, tuple[Point, ...]]
    parties: tuple[str, ...]
    sustainment_weeks: int

    def used(self, name: str) -> ParameterValue:
        """Return a value with its dates and source."""
        return self.resolved.used(name)

    def is_alr(self, source: str) -> bool:
        """Say whether a source of funding is adult learner responsive funding."""
        wanted = " ".join(source.casefold().split())
        return any(wanted == one.casefold() for one in self.alr_sources)

    def schedule(self, switches: Switches) -> tuple[Point, ...]:
        """Return the check-ins in order, their days as the guidance is read."""
        return self.points[switches.pep_check_in_days]


def first_day(parameters: Parameters) -> date:
    """Return the first day of the guidance."""
    return parameters.subject(SUBJECT).values["alr_sources"][0].valid_from


def rules_on(parameters: Parameters, day: date | None) -> Rules | None:
    """Return the rules on a day, those of the first day of the guidance where no day is known.

    None for a day before the guidance.
    """
    return _rules(parameters.at(SUBJECT, day or first_day(parameters)))


@lru_cache(maxsize=16)
def _rules(resolved: Resolved) -> Rules | None:
    try:
        return Rules(
            resolved=resolved,
            alr_sources=resolved.alr_sources,
            offender_code=resolved.offender_code,
            unit_aim_type=resolved.unit_aim_type,
            points={
                str(reading): tuple(Point(**point) for point in points)
                for reading, points in resolved.check_in_points.items()
            },
            parties=resolved.check_in_parties,
            sustainment_weeks=int(resolved.sustainment_weeks),
        )
    except ParameterError:
        return None
