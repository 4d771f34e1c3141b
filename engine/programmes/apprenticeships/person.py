"""A person with all records that providers return for their unique learner number.

The file face of the calculation sees the record of one provider; month ends see those of all.
"""

from dataclasses import dataclass
from datetime import date

from engine.ilr.records import Learner, LearnerEmploymentStatus
from engine.reference import EarningsHistory


@dataclass(frozen=True, slots=True)
class Person:
    """A person by unique learner number; ``records`` are provider and learner of each record returned."""

    uln: int
    records: tuple[tuple[int, Learner], ...]


class LearnerRecord:
    """What one provider's record of the person says beside the aims.

    ``statuses`` are the employment statuses by date. ``history`` are the rows of earlier years of the person
    that count in the year, whatever the provider; ``is_own`` says whether one is of this provider.
    """

    __slots__ = ("birth", "history", "learn_ref_number", "learner", "previous_ukprn", "statuses", "ukprn")

    def __init__(self, ukprn: int, learner: Learner, history: tuple[EarningsHistory, ...] = ()) -> None:
        self.ukprn = ukprn
        self.learner = learner
        self.learn_ref_number = learner.learn_ref_number
        self.birth: date | None = learner.date_of_birth
        statuses = learner.learner_employment_status
        self.statuses: tuple[LearnerEmploymentStatus, ...] = (
            statuses if len(statuses) < 2 else tuple(sorted(statuses, key=_since))
        )
        self.previous_ukprn = learner.pmukprn
        self.history = history

    def is_own(self, row: EarningsHistory) -> bool:
        """Say whether a history row is of this provider, or of the one it had before a merger."""
        return row.ukprn == self.ukprn or (
            self.previous_ukprn is not None and row.ukprn == self.previous_ukprn
        )


def _since(status: LearnerEmploymentStatus) -> date:
    return status.date_emp_stat_app
