"""A learner's records as one return held them, and the calendar that says which return a file belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from engine.calendar import FundingYear, Return
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.reference import ReferenceData


@dataclass(frozen=True, slots=True)
class Returned:
    """One learner as one provider's file of one return held them.

    ``closes`` is the closing date of the return, which orders returns of different years; ``file_date`` is the file
    preparation date, on which the return is assessed.
    """

    ukprn: int
    returned_in: Return
    closes: date
    file_date: date
    learner: Learner
    destination: LearnerDestinationandProgression | None = None


class ReturnCalendarError(ValueError):
    """A file whose year or preparation date belongs to no return."""


class ReturnCalendar:
    """The closing dates of the returns R01 to R14 of each year.

    R13 and R14 of a year close after R01 of the next has begun, so returns are ordered by closing date, not by name.
    """

    def __init__(self, closing_dates: Mapping[Return, date]) -> None:
        self.closing_dates = dict(closing_dates)

    @classmethod
    def of_reference(cls, reference: ReferenceData) -> Self:
        """Return the calendar of the table ``returns``. Raises ReturnCalendarError for a row that is no return."""
        closing_dates = {}
        for row in reference.rows("returns"):
            try:
                year = FundingYear.from_text(row["Year"])
                one = Return.from_text(row["Return"], year)
                closing_dates[one] = date.fromisoformat(row["CloseDate"])
            except ValueError as error:
                raise ReturnCalendarError(f"returns.csv, {row['Year']} {row['Return']}: {error}") from None
        return cls(closing_dates)

    def closes(self, one: Return) -> date:
        """Return the closing date of a return. Raises ReturnCalendarError when the calendar does not have it."""
        try:
            return self.closing_dates[one]
        except KeyError:
            raise ReturnCalendarError(f"no closing date of {one.name} of {one.year.label} is known") from None

    def return_of(self, year: FundingYear, file_date: date) -> Return:
        """Return the first return of the year that closes on the file preparation date or later.

        Raises ReturnCalendarError when the year is not in the calendar, or the date lies before the year or
        after its last return.
        """
        of_year = sorted((closes, one) for one, closes in self.closing_dates.items() if one.year == year)
        if not of_year:
            raise ReturnCalendarError(f"no return of {year.label} is in the calendar of returns")
        if file_date < year.first_day:
            raise ReturnCalendarError(
                f"a file prepared on {file_date:%d/%m/%Y} belongs to no return of {year.label}: "
                f"the year begins on {year.first_day:%d/%m/%Y}"
            )
        for closes, one in of_year:
            if file_date <= closes:
                return one
        last_closes, last = of_year[-1]
        raise ReturnCalendarError(
            f"a file prepared on {file_date:%d/%m/%Y} belongs to no return of {year.label}: "
            f"the last, {last.name}, closed on {last_closes:%d/%m/%Y}"
        )


def in_order(records: Iterable[Returned]) -> list[Returned]:
    """Return records in the order in which their returns closed, those of one return by provider."""
    return sorted(
        records, key=lambda one: (one.closes, one.returned_in, one.ukprn, one.learner.learn_ref_number)
    )
