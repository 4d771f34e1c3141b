"""Earnings and findings as CSV: UTF-8, LF line ends, one amount or one finding a line."""

import csv
from collections.abc import Iterable
from typing import TextIO

from engine.ledger import Finding
from engine.money import five_places
from reports.figures import Figures
from reports.personal import found_of

EARNINGS_HEADING = "UKPRN,LearnRefNumber,AimSeqNumber,PriceEpisodeIdentifier,Attribute,Period,Value\n"
FINDINGS_HEADING = "UKPRN,LearnRefNumber,AimSeqNumber,Code,Severity,Field,Found,Expected,Clause\n"

_NOTHING = {"0.00000", "-0.00000"}
_QUOTED = frozenset(',"\r\n')


def earnings_lines(ukprn: int, learn_ref_number: str, figures: Figures) -> str:
    """Return a learner's earnings as CSV lines: five places, a half to the even digit, no zeros."""
    lines = []
    before = text = None
    learner = f"{ukprn},{_cell(learn_ref_number)},"
    for key, amounts in figures:
        row = f"{learner}{key.aim_text},{_cell(key.price_episode)},{_cell(key.attribute)},"
        for period, amount in enumerate(amounts, 1):
            if not amount:
                continue
            if amount is not before:
                before, text = amount, str(five_places(amount))
            if text not in _NOTHING:
                lines.append(f"{row}{period},{text}\n")
    return "".join(lines)


def write_findings(stream: TextIO, findings: Iterable[Finding]) -> None:
    """Write findings as CSV lines, those without an aim first, then by aim."""
    csv.writer(stream, lineterminator="\n").writerows(
        (
            row.ukprn,
            row.learn_ref_number,
            "" if row.aim_seq_number is None else row.aim_seq_number,
            row.code,
            row.severity,
            row.field,
            found_of(row),
            row.expected,
            row.clause,
        )
        for row in in_order(findings)
    )


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return a learner's findings with those of no aim first, then by aim, otherwise as they were made."""
    return sorted(findings, key=lambda row: -1 if row.aim_seq_number is None else row.aim_seq_number)


def _cell(text: str) -> str:
    if _QUOTED.isdisjoint(text):
        return text
    return '"' + text.replace('"', '""') + '"'
