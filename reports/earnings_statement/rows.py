"""The rows of a statement and of the earnings file: from a learner's figures to cells. References only, no names."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from engine.calendar import FundingYear
from engine.figures import NO_AIM, Amounts, Figures
from engine.ledger import Finding, YearFigure
from engine.money import five_places
from reports.earnings_statement.kinds import GOVERNMENT_SHARE, kind_of, words_of
from reports.exports.columns import Column, Kind, Table
from reports.exports.workbook import column_name
from reports.personal import found_of

_MONTHS = ("Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul")

WHOSE = (
    Column("UKPRN", "whole", 10),
    Column("FundingYear", width=9, shown="Funding year"),
    Column("LearnRefNumber", width=13, shown="Learner"),
    Column("AimSeqNumber", "whole", 6, shown="Aim"),
    Column("PriceEpisodeIdentifier", width=21, shown="Price episode"),
    Column("Kind", width=14),
    Column("Earning", width=21),
    Column("Attribute", width=27),
)
"""What a row of a statement is about."""

FIRST_MONTH = len(WHOSE)
KIND = 5
"""The column with the kind, which a sheet of one kind leaves out."""

EARNINGS = Table(
    "Earnings",
    (
        Column("UKPRN", "whole", 10),
        Column("LearnRefNumber"),
        Column("AimSeqNumber", "whole", 6),
        Column("PriceEpisodeIdentifier", width=21),
        Column("Attribute", width=27),
        Column("Period", "whole", 8),
        Column("Value", "pounds", summed=True),
    ),
)
"""The earnings file: one amount a line, with five places."""

FINDINGS = Table(
    "Findings",
    (
        Column("UKPRN", "whole", 10),
        Column("LearnRefNumber"),
        Column("AimSeqNumber", "whole", 6),
        Column("Code", width=24),
        Column("Severity", width=9),
        Column("Field", width=22),
        Column("Found", width=30),
        Column("Expected", width=40),
        Column("Clause", width=16),
    ),
)

YEAR_FIGURES = Table(
    "Figures of the year",
    (
        Column("UKPRN", "whole", 10),
        Column("FundingYear", width=9, shown="Funding year"),
        Column("LearnRefNumber", shown="Learner"),
        Column("Attribute", width=24),
        Column("Of", width=40),
        Column("Pounds", "pounds"),
        Column("Hours", "number", 8),
    ),
)


def months_of(year: FundingYear | None, kind: Kind = "pounds", summed: bool = False) -> tuple[Column, ...]:
    """Return the columns of the twelve months: ``R01_Aug`` to ``R12_Jul``, on a sheet with the months of the year."""
    shown = (
        [f"{month.label}\nR{number:02}" for number, month in enumerate(year.months, 1)] if year else [""] * 12
    )
    return tuple(
        Column(f"R{number:02}_{name}", kind, 10, text, summed)
        for number, (name, text) in enumerate(zip(_MONTHS, shown, strict=True), 1)
    )


STATEMENT = Table("Statement", (*WHOSE, *months_of(None), Column("Total", "pounds")))
"""A statement as one table: a row for each aim, price episode and attribute. The share of a price has no total."""


def sheet_of(kind: str, year: FundingYear) -> Table:
    """Return the table of one kind for its sheet, where the totals of rows and columns are formulas."""
    whose = WHOSE[:KIND] + WHOSE[KIND + 1 :]
    if kind == GOVERNMENT_SHARE:
        return Table(kind, (*whose, *months_of(year, "share")))
    first, last = column_name(len(whose)), column_name(len(whose) + len(_MONTHS) - 1)
    total = Column("Total", "pounds", 13, "", True, f"=SUM({first}{{row}}:{last}{{row}})")
    return Table(kind, (*whose, *months_of(year, "pounds", True), total))


def statement_rows(
    ukprn: int, year: FundingYear, learn_ref_number: str, figures: Figures
) -> Iterator[tuple[Any, ...]]:
    """Return a learner's rows of the statement. Months hold five places, and the total is the sum of these.

    A month in which nothing is earned is blank, a row without any month left out.
    """
    for key, amounts in figures:
        months = in_places(amounts)
        if not any(months):
            continue
        kind = kind_of(key.attribute, key.is_money)
        aim = None if key.aim == NO_AIM else key.aim
        total = sum((month for month in months if month), Decimal(0)) if kind != GOVERNMENT_SHARE else None
        yield (
            ukprn, year.label, learn_ref_number, aim, key.price_episode, kind, words_of(key.attribute),
            key.attribute, *months, total,
        )  # fmt: skip


def in_places(amounts: Amounts) -> list[Decimal | None]:
    """Return amounts with the five places of the earnings files, None for those that are nothing then."""
    return [(five_places(amount) or None) if amount else None for amount in amounts]


def earnings_rows(ukprn: int, learn_ref_number: str, figures: Figures) -> Iterator[tuple[Any, ...]]:
    """Return a learner's rows of the earnings file: one amount each, none that is nothing in five places."""
    for key, amounts in figures:
        aim = None if key.aim == NO_AIM else key.aim
        for period, amount in enumerate(in_places(amounts), 1):
            if amount:
                yield ukprn, learn_ref_number, aim, key.price_episode, key.attribute, period, amount


def finding_row(one: Finding) -> tuple[Any, ...]:
    """Return a finding as a row of ``FINDINGS``; the UKPRN is blank where the records hold none."""
    return (
        one.ukprn or None, one.learn_ref_number, one.aim_seq_number, one.code, one.severity, one.field, found_of(one),
        one.expected, one.clause,
    )  # fmt: skip


def year_figure_row(one: YearFigure, year: FundingYear) -> tuple[Any, ...]:
    """Return a figure of the year as a row of ``YEAR_FIGURES``."""
    pounds = one.amount if one.unit == "pounds" else None
    hours = one.amount if one.unit == "hours" else None
    return one.ukprn, year.label, one.learn_ref_number, one.attribute, one.about, pounds, hours
