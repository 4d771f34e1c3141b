"""What a calculation is given beside the learner's records."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from engine.calendar import FundingYear
from engine.parameters import Parameters
from engine.reference import ReferenceData
from engine.switches import Switches

_Rules = TypeVar("_Rules")


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
    _held: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of_year(self, rules_of: Callable[[Parameters, FundingYear], _Rules]) -> _Rules:
        """Return the rules that a function reads from the parameters for the year; each function is asked once."""
        held = self._held
        if rules_of not in held:
            held[rules_of] = rules_of(self.parameters, self.year)
        found: _Rules = held[rules_of]
        return found
