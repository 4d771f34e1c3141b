"""Milestones, no-pay lines, destinations and findings of bootcamps as CSV: UTF-8, LF line ends."""

import csv
from collections.abc import Iterable
from typing import TextIO

from engine.ledger import Finding
from engine.programmes.bootcamps import DestinationRow, NoPay
from reports.bootcamps.rows import MilestoneRow, found_of

MILESTONES = "UKPRN,LearnRefNumber,ULN,BootcampAimRef,Milestone,Amount,Year,Return,Period"
NO_PAY = "UKPRN,Year,Return,LearnRefNumber,AimSeqNumber,Milestone,Code"
DESTINATIONS = (
    "UKPRN,Year,Return,LearnRefNumber,AimSeqNumber,DestinationCode,NationalCategory,WMCACategory,Finding"
)
FINDINGS = "UKPRN,Year,Return,LearnRefNumber,AimSeqNumber,Code,Severity,Field,Found,Expected,Clause"


def write_milestones(stream: TextIO, rows: Iterable[MilestoneRow]) -> None:
    """Write milestones: the return in which each is first payable, the period 1 to 12 in which it was earned."""
    _write(stream, MILESTONES, (
        (one.ukprn, one.learn_ref_number, one.uln, one.bootcamp_aim_ref, one.milestone, f"{one.amount:.2f}",
         one.returned_in.year.code, one.returned_in.name, one.month.period)
        for one in rows
    ))  # fmt: skip


def write_no_pay(stream: TextIO, rows: Iterable[NoPay]) -> None:
    """Write the no-pay report of every return."""
    _write(stream, NO_PAY, (
        (one.ukprn, one.returned_in.year.code, one.returned_in.name, one.learn_ref_number,
         _text(one.aim_seq_number), one.milestone or "", one.code)
        for one in rows
    ))  # fmt: skip


def write_destinations(stream: TextIO, rows: Iterable[DestinationRow]) -> None:
    """Write the destination codes of bootcamps that have ended."""
    _write(stream, DESTINATIONS, (
        (one.ukprn, one.returned_in.year.code, one.returned_in.name, one.learn_ref_number, one.aim_seq_number,
         one.destination_code, one.national_category, one.wmca_category, one.finding)
        for one in rows
    ))  # fmt: skip


def write_findings(stream: TextIO, rows: Iterable[Finding]) -> None:
    """Write the findings on the fields of every return."""
    _write(stream, FINDINGS, (
        (one.ukprn, one.returned_in.year.code if one.returned_in else "",
         one.returned_in.name if one.returned_in else "", one.learn_ref_number, _text(one.aim_seq_number),
         one.code, one.severity, one.field, found_of(one), one.expected, one.clause)
        for one in rows
    ))  # fmt: skip


def _write(stream: TextIO, heading: str, rows: Iterable[tuple[object, ...]]) -> None:
    stream.write(f"{heading}\n")
    csv.writer(stream, lineterminator="\n").writerows(rows)


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
