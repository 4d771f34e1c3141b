"""What a provider's learner was returned with so far: the latest record of each year.

A later return of a year takes the place of an earlier one, as each holds the whole year; a bootcamp that finished
in an earlier year is found in that year's latest return. Source: Skills Bootcamps Wave 5 Learner Entry Tool
guidance, cross funding year learners.
"""

from collections.abc import Iterator
from datetime import date

from engine.calendar import FundingYear
from engine.programmes.bootcamps.snapshot import COMPLETED, Bootcamp, Claim, Snapshot


class LearnerHistory:
    """The records of one learner at one provider, up to the return being judged."""

    __slots__ = ("_by_year", "_milestone_2")

    def __init__(self) -> None:
        self._by_year: dict[FundingYear, Snapshot] = {}
        # Every Milestone 2 that stood in a return, by its bootcamp's reference: the return's number, the day of the
        # interview. A later record that spoils or drops it does not undo that it was returned.
        self._milestone_2: dict[str, set[tuple[int, date]]] = {}

    def take(self, snapshot: Snapshot) -> None:
        """Take in a record: it replaces that of an earlier return of its year."""
        self._by_year[snapshot.returned.returned_in.year] = snapshot

    def bootcamp_of(self, claim: Claim, current: Snapshot) -> Bootcamp | None:
        """Return the bootcamp that a milestone aim names, from the record at hand or else the latest other year.

        Of several aims with one reference a completed one goes first, then the latest to start: after a break the
        restarted aim counts.
        """
        for snapshot in self._around(current):
            named = [one for one in snapshot.bootcamps if one.ref in claim.boxes]
            if named:
                return max(named, key=_most_complete)
        return None

    def milestone_2_of(self, bootcamp: Bootcamp, current: Snapshot) -> Iterator[Claim]:
        """Return the Milestone 2 aims that name a bootcamp, those of the record at hand first."""
        for snapshot in self._around(current):
            for claim in snapshot.claims:
                if claim.milestone == "M2" and bootcamp.ref in claim.boxes:
                    yield claim

    def remember_milestone_2(self, reference: str, number: int, day: date) -> None:
        """Keep that a Milestone 2 for a bootcamp, with an interview on a day, stood in a return."""
        self._milestone_2.setdefault(reference, set()).add((number, day))

    def had_milestone_2(self, reference: str, before: int, until: date) -> bool:
        """Say whether a Milestone 2 with an interview by a day stood in a return with a lower number."""
        return any(number < before and day <= until for number, day in self._milestone_2.get(reference, ()))

    def latest(self) -> Snapshot | None:
        """Return the record of the latest year."""
        return self._by_year[max(self._by_year)] if self._by_year else None

    def of_year(self, year: FundingYear) -> Snapshot | None:
        """Return the latest record of a year so far."""
        return self._by_year.get(year)

    def _around(self, current: Snapshot) -> Iterator[Snapshot]:
        """Return the record at hand, then earlier years from the latest, then later years."""
        yield current
        own = current.returned.returned_in.year
        years = sorted(self._by_year, reverse=True)
        for year in (*(one for one in years if one < own), *(one for one in years if one > own)):
            yield self._by_year[year]


def _most_complete(bootcamp: Bootcamp) -> tuple[bool, int, int]:
    delivery = bootcamp.delivery
    return (
        delivery.comp_status == COMPLETED,
        delivery.learn_start_date.toordinal(),
        delivery.aim_seq_number,
    )
