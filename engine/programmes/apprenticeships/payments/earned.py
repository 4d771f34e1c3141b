"""The earnings of each learner as month ends see them, worked out again only when the visible records change.

Source: apprenticeship rules 9.1, 12.1 and 12.2.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from engine.calendar import FundingYear, Month
from engine.money import ZERO
from engine.parameters import Parameters
from engine.programmes.apprenticeships.lines import EarningLine, Episode, YearEarnings
from engine.programmes.apprenticeships.payments.datalock import YearLock
from engine.programmes.apprenticeships.payments.history import LearnerHistory
from engine.programmes.apprenticeships.payments.lock_activity import CommitmentRegister
from engine.programmes.apprenticeships.payments.lock_checks import AccountOf
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from engine.programmes.apprenticeships.payments.outcome import Earned
from engine.programmes.apprenticeships.payments.required import Unit
from engine.programmes.apprenticeships.payments.visible import VisiblePerson
from engine.programmes.apprenticeships.person import Person
from engine.reference import ReferenceData

EarningsOf: TypeAlias = Callable[[Person, FundingYear, ReferenceData, Parameters, bool], YearEarnings]


class Earner:
    """Works out earnings: the calculation with everything that stays the same from learner to learner."""

    def __init__(
        self,
        earnings_of: EarningsOf,
        reference: ReferenceData,
        parameters: Parameters,
        own_price_is_the_band: bool,
        first_year: FundingYear,
    ) -> None:
        self._earnings_of = earnings_of
        self._reference = reference
        self._parameters = parameters
        self._own_band = own_price_is_the_band
        self._first_year = first_year

    def of(self, person: VisiblePerson, year: FundingYear) -> YearEarnings:
        """Return what a person earns in a year."""
        return self._earnings_of(
            Person(person.uln, person.records), year, self._reference, self._parameters, self._own_band
        )

    def years_until(self, person: VisiblePerson, year: FundingYear) -> Iterable[FundingYear]:
        """Return the years from that of the person's first start to a year; the last is always there."""
        starts = (aim.learn_start_date for _, learner in person.records for aim in learner.learning_delivery)
        began = max(FundingYear.of(min(starts)), self._first_year)
        return map(FundingYear, range(min(began.start_year, year.start_year), year.start_year + 1))


class PersonEarnings:
    """The earnings of one person in the funding year of the collection month, kept while the records stay the same."""

    __slots__ = ("_locked_by", "_records", "_seen", "_year_lock", "earnings", "episodes")

    def __init__(self) -> None:
        self._records: object = None
        self._year_lock: YearLock | None = None
        self._locked_by: object = None
        self._seen: Month | None = None
        self.earnings: YearEarnings | None = None
        self.episodes: dict[FundingYear, list[Episode]] = {}

    def see(self, person: VisiblePerson, collection: Month, earner: Earner) -> list[EarningLine]:
        """Take what is visible in a collection month and return the lines that may not have been seen before."""
        year = FundingYear.of(collection.first_day)
        seen, self._seen = self._seen, collection
        if self._records == person.records and self.earnings is not None:
            if self.earnings.year == year and seen is not None:
                return [line for line in self.earnings.lines if seen < line.month <= collection]
            years: Iterable[FundingYear] = (year,)
        else:
            self._records = person.records
            self.episodes = {}
            years = earner.years_until(person, year)
        self._year_lock = None
        lines: list[EarningLine] = []
        for one in years:
            self.earnings = earner.of(person, one)
            self.episodes[one] = self.earnings.episodes
            lines += (line for line in self.earnings.lines if line.month <= collection)
        return lines

    def lock(self, register: CommitmentRegister, account_of: AccountOf, rules: LockRules) -> YearLock:
        """Return the year's data lock, the same while neither earnings nor commitments change."""
        assert self.earnings is not None
        if self._year_lock is None or self._locked_by is not register:
            self._year_lock = YearLock(self.earnings, register, account_of, rules)
            self._locked_by = register
        return self._year_lock


def first_seen(lines: Iterable[EarningLine], histories: dict[Unit, LearnerHistory]) -> list[Earned]:
    """Return what months earned that no earlier ILR had earned anything in, and take note of them."""
    totals: dict[tuple[Unit, Month], list[EarningLine]] = {}
    for line in lines:
        unit = line.ukprn, line.learn_ref_number
        history = histories.get(unit)
        if history is None or line.month not in history.earned:
            totals.setdefault((unit, line.month), []).append(line)
    found = []
    for (unit, month), parts in totals.items():
        histories.setdefault(unit, LearnerHistory()).earned.add(month)
        found.append(
            Earned(
                unit[0],
                unit[1],
                parts[0].uln,
                month,
                sum((part.amount for part in parts), ZERO),
                tuple(parts),
            )
        )
    return found
