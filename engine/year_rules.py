"""What the rules of a programme have in common: the values of a funding year, and those of an aim's own dates."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from engine.calendar import FundingYear
from engine.parameters import ParameterValue, Resolved, Subject

_MOST_DAYS = 10_000


class YearRules:
    """The parameters of one programme for a funding year. ``values`` are those in force on ``day``.

    Raises ParameterError when a value is asked for that the day does not have.
    """

    def __init__(self, subject: Subject, year: FundingYear, day: date) -> None:
        self._subject = subject
        self.year = year
        self.values: Resolved = subject.at(day)
        self._on: dict[tuple[str, date], Any] = {}

    def on(self, name: str, day: date) -> Any:
        """Return a value of a date of its own; None when there is none. Each name and day is read once."""
        key = (name, day)
        try:
            return self._on[key]
        except KeyError:
            found = self._at(name, day).values.get(name)
            if len(self._on) > _MOST_DAYS:
                self._on.clear()
            self._on[key] = found
            return found

    def used(self, *names: str) -> tuple[ParameterValue, ...]:
        """Return values of the year with their dates and sources, for an explanation."""
        return tuple(self.values.used(name) for name in names)

    def used_on(self, name: str, day: date) -> ParameterValue:
        """Return the value of a date of its own with its dates and source, for an explanation."""
        return self._at(name, day).used(name)

    def _at(self, name: str, day: date) -> Resolved:
        """Return the values of a day, or of the parameter's first: a mistyped early date must not stop a file."""
        dated = self._subject.values.get(name)
        return self._subject.at(max(day, dated[0].valid_from) if dated else day)


def code_set(texts: Iterable[str]) -> frozenset[int]:
    """Return codes written as text as numbers."""
    return frozenset(int(text) for text in texts)
