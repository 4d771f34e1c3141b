"""Earnings and findings as CSV: UTF-8, LF line ends, one amount or one finding a line."""

import csv
from collections.abc import Iterable
from functools import lru_cache
from typing import TextIO

from engine.figures import Key, Span
from engine.ledger import Finding
from reports.personal import found_of

EARNINGS_HEADING = "UKPRN,LearnRefNumber,AimSeqNumber,PriceEpisodeIdentifier,Attribute,Period,Value\n"
FINDINGS_HEADING = "UKPRN,LearnRefNumber,AimSeqNumber,Code,Severity,Field,Found,Expected,Clause\n"

_QUOTED = frozenset(',"\r\n')


def earnings_lines(ukprn: int, learn_ref_number: str, spans: Iterable[Span]) -> str:
    """Return a learner's earnings as CSV lines: five places, no zeros."""
    lines = []
    learner = f"{ukprn},{_cell(learn_ref_number)},"
    for key, start, stop, amount in spans:
        row = learner + _cells(key)
        value = f",{amount}\n"
        lines += [f"{row}{period}{value}" for period in range(start + 1, stop + 1)]
    return "".join(lines)


@lru_cache(maxsize=8_192)
def _cells(key: Key) -> str:
    return f"{key.aim_text},{_cell(key.price_episode)},{_cell(key.attribute)},"


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
