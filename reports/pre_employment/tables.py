"""Pre-employment figures, findings and check-ins as tables; the figures as a workbook with totals as formulas."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.money import five_places
from engine.programmes.pre_employment import CheckIn, Evaluation
from reports.earnings_statement.rows import FINDINGS, finding_row
from reports.exports.columns import Column, Table
from reports.exports.workbook import Book
from reports.output_files import OutputFiles

FIGURES = Table(
    "Figures",
    (
        Column("UKPRN", "whole", 11),
        Column("L03"),
        Column("AimNumber", "whole"),
        Column("A09"),
        Column("Attribute", width=24),
        Column("Value", "number"),
    ),
)
"""A figure a row: those of each aim, then the credit of each provider."""

CHECK_INS = Table(
    "Check-ins",
    (
        Column("UKPRN", "whole", 11),
        Column("L03"),
        Column("Employer", width=30),
        Column("JobStart", "date", 12),
        Column("CheckIn", width=18),
        Column("Date", "date", 12),
        Column("Contact", width=12),
    ),
)

_AIMS = Table(
    "Aims",
    (
        Column("UKPRN", "whole", 11),
        Column("L03"),
        Column("AimNumber", "whole", 12),
        Column("A09"),
        Column("Value before uplifts", "pounds", 14),
        Column("Disadvantage uplift", "number", 14),
        Column("Area uplift", "number", 12),
        Column("Funding", "pounds", 14, summed=True),
    ),
    frozen=4,
)
_CREDIT = Table(
    "Credit",
    (
        Column("UKPRN", "whole", 11),
        Column("Planned (A59)", "whole", 15, summed=True),
        Column("Achieved (A60)", "whole", 15, summed=True),
        # A reading of the guidance averages the rates of the aims: the rate is not always the one number by the other.
        Column("Success rate", "share", 13),
    ),
    frozen=1,
)


def figure_rows(result: Evaluation) -> Iterator[tuple[Any, ...]]:
    """Return the figures of each aim, then the credit of each provider.

    ``ValueBeforeUplifts`` is what the Learning Aim Database shows; only ``Funding`` is the funding, and there is
    none for an aim that a finding refuses.
    """
    for aim in result.aims:
        record = aim.record
        before, funding = aim.value_before_uplifts, aim.funding
        told: dict[str, Decimal | None] = {
            "ValueBeforeUplifts": before.amount if before else None,
            "DisadvantageUplift": aim.disadvantage,
            "AreaUplift": aim.area,
            "Funding": funding.amount if funding else None,
        }
        for name, value in told.items():
            if value is not None:
                yield record.ukprn or None, record.l03, aim.number, record.a09, name, five_places(value)
    for credit in result.credit:
        whole: dict[str, Decimal | int | None] = {
            "PlannedCredit": credit.planned,
            "CreditAchieved": credit.achieved,
            "CreditSuccessRate": None if credit.rate is None else five_places(credit.rate),
        }
        for name, amount in whole.items():
            if amount is not None:
                yield credit.ukprn or None, "", None, "", name, amount


def check_in_row(one: CheckIn) -> tuple[Any, ...]:
    """Return a contact that falls due as a row of ``CHECK_INS``."""
    job = one.job
    return job.ukprn or None, job.l03, job.employer, job.start, one.point, one.day, one.party


def write_workbook(files: OutputFiles, target: Path, result: Evaluation) -> None:
    """Write the aims with their funding, the credit of the providers and the findings, a sheet each."""
    book = Book(files, target, "Legacy pre-employment records")
    aims = book.lines(_AIMS)
    for aim in result.aims:
        record, before, funding = aim.record, aim.value_before_uplifts, aim.funding
        aims.add(
            (
                record.ukprn or None, record.l03, aim.number, record.a09, before.amount if before else None,
                aim.disadvantage, aim.area, funding.amount if funding else None,
            )
        )  # fmt: skip
    aims.finish()
    credits = book.lines(_CREDIT)
    for credit in result.credit:
        rate = five_places(credit.rate) if credit.rate is not None else None
        credits.add((credit.ukprn or None, credit.planned, credit.achieved, rate))
    credits.finish()
    findings = book.lines(FINDINGS)
    for one in result.findings:
        findings.add(finding_row(one))
    findings.finish()
    book.close()
