"""Milestones, no-pay lines, destinations and findings of bootcamps as tables. References only, no names."""

from typing import Any

from engine.calendar import Return
from engine.ledger import Finding
from engine.programmes.bootcamps import DestinationRow, NoPay
from reports.bootcamps.rows import MilestoneRow, found_of
from reports.exports.columns import Column, Table

_WHOSE = (
    Column("UKPRN", "whole", 11),
    Column("Year", width=9),
    Column("Return", width=8),
    Column("LearnRefNumber", width=16),
    Column("AimSeqNumber", "whole", 14),
)

MILESTONES = Table(
    "Milestones",
    (
        Column("UKPRN", "whole", 11),
        Column("LearnRefNumber", width=16),
        Column("ULN", "whole", 12),
        Column("BootcampAimRef", width=16),
        Column("Milestone", width=10),
        Column("Amount", "pence", 12, summed=True),
        Column("Year", width=9),
        Column("Return", width=8),
        Column("Period", "whole", 8),
    ),
    frozen=2,
)
"""The return in which each milestone is first payable, and the period 1 to 12 in which it was earned."""

NO_PAY = Table("No-pay report", (*_WHOSE, Column("Milestone", width=10), Column("Code", width=24)), frozen=4)

DESTINATIONS = Table(
    "Destinations",
    (
        *_WHOSE,
        Column("DestinationCode", width=16),
        Column("NationalCategory", width=30),
        Column("WMCACategory", width=30),
        Column("Finding", width=30),
    ),
    frozen=4,
)

FINDINGS = Table(
    "Findings",
    (
        *_WHOSE,
        Column("Code", width=24),
        Column("Severity", width=9),
        Column("Field", width=22),
        Column("Found", width=30),
        Column("Expected", width=40),
        Column("Clause", width=16),
    ),
    frozen=4,
)


def milestone_row(one: MilestoneRow) -> tuple[Any, ...]:
    """Return a milestone as a row of ``MILESTONES``."""
    return (
        one.ukprn, one.learn_ref_number, one.uln, one.bootcamp_aim_ref, one.milestone, one.amount,
        one.returned_in.year.code, one.returned_in.name, one.month.period,
    )  # fmt: skip


def no_pay_row(one: NoPay) -> tuple[Any, ...]:
    """Return a no-pay line as a row of ``NO_PAY``."""
    return (
        one.ukprn, *_returned(one.returned_in), one.learn_ref_number, one.aim_seq_number, one.milestone or "",
        one.code,
    )  # fmt: skip


def destination_row(one: DestinationRow) -> tuple[Any, ...]:
    """Return the destination of a bootcamp that has ended as a row of ``DESTINATIONS``."""
    return (
        one.ukprn, *_returned(one.returned_in), one.learn_ref_number, one.aim_seq_number, one.destination_code,
        one.national_category, one.wmca_category, one.finding,
    )  # fmt: skip


def finding_row(one: Finding) -> tuple[Any, ...]:
    """Return a finding on a field as a row of ``FINDINGS``."""
    return (
        one.ukprn, *_returned(one.returned_in), one.learn_ref_number, one.aim_seq_number, one.code, one.severity,
        one.field, found_of(one), one.expected, one.clause,
    )  # fmt: skip


def _returned(one: Return | None) -> tuple[str, str]:
    return (one.year.code, one.name) if one else ("", "")
