"""What an evaluation gives: milestones paid, no-pay lines, destinations and other findings."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.because import Because
from engine.calendar import Month, Return
from engine.ledger import Finding, Severity, refusal

Milestone = Literal["M1", "M2", "M3"]


@dataclass(slots=True)
class MilestonePayment:
    """A milestone in the return in which it is first payable.

    ``amount`` is in pounds and whole pence. ``earned_on`` is the day on which its conditions were met,
    ``aim_seq_number`` that of the aim which carries it.
    """

    ukprn: int
    learn_ref_number: str
    uln: int
    bootcamp_aim_ref: str
    aim_seq_number: int
    milestone: Milestone
    amount: Decimal
    returned_in: Return
    earned_on: date
    wave: str
    because: Because

    @property
    def month(self) -> Month:
        """The month in which it was earned."""
        return Month.of(self.earned_on)

    @property
    def period(self) -> int:
        """The period in which it was earned, 1 for August to 12 for July."""
        return self.month.period


@dataclass(slots=True)
class NoPay:
    """One line of the no-pay report of a return.

    A reason that concerns the learner has no ``aim_seq_number``, one that concerns the bootcamp no ``milestone``.
    ``message`` says what it means and that it is paid later once corrected.
    """

    ukprn: int
    returned_in: Return
    learn_ref_number: str
    aim_seq_number: int | None
    milestone: Milestone | None
    code: str
    severity: Severity
    field: str
    found: str
    expected: str
    clause: str
    message: str

    @property
    def because(self) -> Because:
        """Why it is on the report: what the record holds, what was expected, and the clause."""
        return refusal(self.code, self.message, self.field, self.found, self.expected, self.clause)


@dataclass(slots=True)
class DestinationRow:
    """The destination code of an ended bootcamp, in the last return that holds the bootcamp.

    The categories are blank for a code that is not applicable; the authority's is blank where it has no measure.
    ``finding`` is DEST_CODE_NA, DEST_MISMATCH or blank.
    """

    ukprn: int
    returned_in: Return
    learn_ref_number: str
    aim_seq_number: int
    destination_code: str
    national_category: str
    wmca_category: str
    finding: str

    @property
    def headline_category(self) -> str:
        """The authority's category, or the national one where the authority has no measure."""
        return self.wmca_category or self.national_category


@dataclass(slots=True)
class Evaluation:
    """Everything worked out for a person, or for several put together."""

    milestones: list[MilestonePayment] = field(default_factory=list)
    no_pay: list[NoPay] = field(default_factory=list)
    destinations: list[DestinationRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def extend(self, other: "Evaluation") -> None:
        """Add the rows of another evaluation."""
        self.milestones.extend(other.milestones)
        self.no_pay.extend(other.no_pay)
        self.destinations.extend(other.destinations)
        self.findings.extend(other.findings)

    def of_return(self, one: Return) -> Iterator[NoPay]:
        """Return the no-pay lines of one return."""
        return (row for row in self.no_pay if row.returned_in == one)
