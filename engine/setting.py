"""What a calculation is given beside the learner's records."""

from dataclasses import dataclass
from datetime import date

from engine.calendar import FundingYear
from engine.parameters import Parameters
from engine.reference import ReferenceData
from engine.switches import Switches


@dataclass(frozen=True, slots=True)
class Setting:
    """The provider, the year, the reference data, the rules in force and the dates that stand in for a clock.

    ``file_date`` is the file preparation date of the return, ``as_at`` the day taken as today.
    """

    ukprn: int
    year: FundingYear
    reference: ReferenceData
    parameters: Parameters
    switches: Switches
    file_date: date
    as_at: date
