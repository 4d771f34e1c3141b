"""Milestones, no-pay lines and findings of bootcamps as CSV on a stream: UTF-8, LF line ends."""

from collections.abc import Iterable
from typing import TextIO

from engine.ledger import Finding
from engine.programmes.bootcamps import NoPay
from reports.bootcamps import tables
from reports.bootcamps.rows import MilestoneRow
from reports.exports.csv_file import CsvFile


def write_milestones(stream: TextIO, rows: Iterable[MilestoneRow]) -> None:
    """Write milestones under their headings."""
    CsvFile(stream, tables.MILESTONES.columns).write(map(tables.milestone_row, rows))


def write_no_pay(stream: TextIO, rows: Iterable[NoPay]) -> None:
    """Write no-pay lines under their headings."""
    CsvFile(stream, tables.NO_PAY.columns).write(map(tables.no_pay_row, rows))


def write_findings(stream: TextIO, rows: Iterable[Finding]) -> None:
    """Write the findings on the fields of every return under their headings."""
    CsvFile(stream, tables.FINDINGS.columns).write(map(tables.finding_row, rows))
