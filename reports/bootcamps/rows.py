"""The rows of a bootcamp statement, kept small: what is paid, what is not, and where learners went."""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from sys import intern
from typing import NamedTuple

from engine.calendar import FundingYear, Month, Return
from engine.ledger import Finding
from engine.programmes.bootcamps import DestinationRow, Evaluation, NoPay
from reports.personal import PERSONAL_FIELDS

_BEFORE_ALL = Return(FundingYear(1), 1)


class MilestoneRow(NamedTuple):
    """A milestone in the return in which it is first payable; the amount in pounds and whole pence."""

    ukprn: int
    learn_ref_number: str
    uln: int
    bootcamp_aim_ref: str
    milestone: str
    amount: Decimal
    returned_in: Return
    month: Month


@dataclass(slots=True)
class BootcampStatement:
    """Everything worked out for the persons of a store. ``finding_counts`` is by severity and code."""

    keep_findings: bool = False
    persons: int = 0
    milestones: list[MilestoneRow] = field(default_factory=list)
    no_pay: list[NoPay] = field(default_factory=list)
    destinations: list[DestinationRow] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    finding_counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, evaluation: Evaluation) -> None:
        """Take in what was worked out for one person."""
        self.persons += 1
        # Without the explanation, which holds on to the records behind it.
        self.milestones += [
            MilestoneRow(
                one.ukprn, one.learn_ref_number, one.uln, one.bootcamp_aim_ref, one.milestone, one.amount,
                one.returned_in, one.month,
            )
            for one in evaluation.milestones
        ]  # fmt: skip
        for row in evaluation.no_pay:
            row.message = intern(row.message)
        self.no_pay += evaluation.no_pay
        self.destinations += evaluation.destinations
        self.finding_counts.update((one.severity, one.code) for one in evaluation.findings)
        if self.keep_findings:
            self.findings += evaluation.findings

    def merge(self, other: "BootcampStatement") -> None:
        """Add the rows of other persons."""
        self.persons += other.persons
        self.milestones += other.milestones
        self.no_pay += other.no_pay
        self.destinations += other.destinations
        self.findings += other.findings
        self.finding_counts.update(other.finding_counts)

    def sort(self) -> None:
        """Put the rows in order: by provider, then milestones by learner and no-pay lines by return."""
        self.milestones.sort(
            key=lambda one: (one.ukprn, one.learn_ref_number, one.milestone, one.returned_in)
        )
        self.no_pay.sort(key=_no_pay_order)
        self.destinations.sort(
            key=lambda one: (one.ukprn, one.learn_ref_number, one.returned_in, one.aim_seq_number)
        )
        self.findings.sort(key=_finding_order)


def _no_pay_order(row: NoPay) -> tuple[int, Return, str, int, str, str]:
    aim = row.aim_seq_number or 0
    return row.ukprn, row.returned_in, row.learn_ref_number, aim, row.milestone or "", row.code


def _finding_order(row: Finding) -> tuple[int, Return, str, int, str]:
    aim = row.aim_seq_number or 0
    return row.ukprn, row.returned_in or _BEFORE_ALL, row.learn_ref_number, aim, row.code


def found_of(row: NoPay | Finding) -> str:
    """Return what was found, blank where it is personal."""
    return "" if row.field in PERSONAL_FIELDS else row.found
