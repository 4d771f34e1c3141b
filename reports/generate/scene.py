"""What the learners of one file have in common: the year, the provider, the day it was prepared; and the draws."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from engine.calendar import FundingYear
from reports.generate.chances import Chances
from reports.generate.document import Record

FM38_FROM = date(2024, 8, 1)
"""Adult learning that starts from this day is funding model 38. Source: ILR validation rules 2024/25, FundModel_17."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A file that is being made. It was prepared in the September after the year, when R13 is due."""

    year: FundingYear
    ukprn: int
    chance: Chances

    @property
    def first(self) -> date:
        """The first day of the year."""
        return self.year.first_day

    @property
    def last(self) -> date:
        """The last day of the year."""
        return self.year.last_day

    @property
    def prepared(self) -> date:
        """The day on which the file was prepared."""
        return date(self.year.start_year + 1, 9, 14)


class Made(NamedTuple):
    """A made-up learner before the number is given: the record, and destinations as DPOutcome records."""

    learner: Record
    destinations: list[Record]


def year_has(year: FundingYear, first: int, last: int = 9999) -> bool:
    """Say whether a year begins within two calendar years, both included."""
    return first <= year.start_year <= last
