"""Milestones and the no-pay report as workbooks: a summary, then a sheet for each milestone or return. No names."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from engine.calendar import Return
from engine.money import ZERO
from engine.programmes.bootcamps import CODES, NoPay
from reports.bootcamps.reason import SCOPES, pays_later
from reports.bootcamps.rows import MilestoneRow, found_of
from reports.bootcamps.tables import MILESTONES, milestone_row
from reports.exports.columns import Column, Table
from reports.exports.workbook import Book, Formula, Lines, Page, cell, cells
from reports.output_files import OutputFiles

_COLUMNS = (
    Column("UKPRN", "whole", 11), Column("Year", width=9), Column("Return", width=8),
    Column("LearnRefNumber", width=16), Column("AimSeqNumber", "whole", 14), Column("Milestone", width=10),
    Column("Code", width=24), Column("What stands in the way", width=52), Column("What is not paid", width=18),
    Column("Field", width=22), Column("Found", width=30), Column("Expected", width=40),
    Column("Paid later once corrected", width=14), Column("What to do", width=60), Column("Clause", width=20),
)  # fmt: skip
_REASON = ("Code", "What stands in the way", "What is not paid", "Paid later once corrected")


def write_no_pay(files: OutputFiles, target: Path, rows: Sequence[NoPay]) -> None:
    """Write the no-pay report: a sheet for each return, the latest first. Raises Refusal when one is too long."""
    book = Book(files, target, "Skills Bootcamps no-pay report")
    returns = sorted({row.returned_in for row in rows}, reverse=True)
    page = book.page("Summary", (24, 52, 18, 14, *[9] * len(returns), 9))
    sheets: dict[Return, Lines] = {}
    for one in returns:
        lines = sheets[one] = book.lines(Table(f"{one.year.code} {one.name}", _COLUMNS, 4))
        for row in rows:
            if row.returned_in == one:
                lines.add(_no_pay_cells(row))
        lines.finish()
    _no_pay_summary(page, rows, dict(reversed(sheets.items())))
    book.close()


def _no_pay_cells(row: NoPay) -> tuple[object, ...]:
    kind = CODES[row.code]
    return (
        row.ukprn, row.returned_in.year.label, row.returned_in.name, row.learn_ref_number, row.aim_seq_number,
        row.milestone or "", row.code, kind.means, SCOPES[kind.scope], row.field, found_of(row), row.expected,
        pays_later(kind), kind.remedy, row.clause,
    )  # fmt: skip


def _no_pay_summary(page: Page, rows: Sequence[NoPay], sheets: dict[Return, Lines]) -> None:
    """Count the lines of each reason in each return."""
    lead = len(_REASON)
    page.heading((*_REASON, *(f"{one.year.code} {one.name}" for one in sheets), "Total"), lead)
    page.freeze(1, 1)
    page.repeat(0)
    counts = Counter((row.code, row.returned_in) for row in rows)
    codes = [code for code in CODES if any(counts[code, one] for one in sheets)]
    for code in codes:
        kind = CODES[code]
        numbers = [
            Formula(f"=COUNTIF({lines.span('Code')},{cell(0, page.line)})", counts[code, one])
            for one, lines in sheets.items()
        ]
        across = f"=SUM({cell(lead, page.line)}:{cell(lead + len(sheets) - 1, page.line)})"
        whole = Formula(across, sum(counts[code, one] for one in sheets))
        texts = (code, kind.means, SCOPES[kind.scope], pays_later(kind))
        page.row((*texts, *numbers, whole), styles=["wrapped"] * lead)
    whole_columns = [sum(counts[code, one] for code in codes) for one in sheets]
    totals = [
        Formula(f"=SUM({cells(column, 1, page.line - 1)})", number)
        for column, number in enumerate((*whole_columns, sum(whole_columns)), lead)
        if codes
    ]
    styles = ["total"] * lead + ["total count"] * len(totals)
    page.row(("Lines in all", " ", " ", " ", *(totals or (0,))), styles=styles)


def write_milestones(files: OutputFiles, target: Path, rows: Sequence[MilestoneRow]) -> None:
    """Write the statement of milestones: a sheet for each. Raises Refusal when one is too long."""
    book = Book(files, target, "Skills Bootcamps milestones")
    names = sorted({row.milestone for row in rows})
    page = book.page("Summary", (12, 10, 10, *[14] * (len(names) + 1)))
    sheets: dict[str, Lines] = {}
    for name in names:
        lines = sheets[name] = book.lines(MILESTONES._replace(name=name))
        for row in rows:
            if row.milestone == name:
                lines.add(milestone_row(row))
        lines.finish()
    _milestone_summary(page, rows, sheets)
    book.close()


def _milestone_summary(page: Page, rows: Sequence[MilestoneRow], sheets: dict[str, Lines]) -> None:
    """Add up the milestones of each provider and return."""
    lead = ("UKPRN", "Year", "Return")
    sums: dict[tuple[int, Return, str], Decimal] = {}
    for row in rows:
        key = row.ukprn, row.returned_in, row.milestone
        sums[key] = sums.get(key, ZERO) + row.amount
    page.heading((*lead, *sheets, "Total"), len(lead))
    page.freeze(1, len(lead))
    page.repeat(0)
    first, last = len(lead), len(lead) + len(sheets) - 1
    totals = [ZERO] * len(sheets)
    for ukprn, one in sorted({(row.ukprn, row.returned_in) for row in rows}):
        amounts = [sums.get((ukprn, one, name), ZERO) for name in sheets]
        totals = [before + amount for before, amount in zip(totals, amounts, strict=True)]
        formulas = [
            Formula(_sum_if(lines, lead, page.line), amount)
            for lines, amount in zip(sheets.values(), amounts, strict=True)
        ]
        across = Formula(f"=SUM({cell(first, page.line)}:{cell(last, page.line)})", sum(amounts, ZERO))
        page.row((ukprn, one.year.code, one.name, *formulas, across), styles=("whole",))
    if not rows:
        page.row(("No milestone is paid.",))
        return
    whole = [
        Formula(f"=SUM({cells(column, 1, page.line - 1)})", amount)
        for column, amount in enumerate((*totals, sum(totals, ZERO)), first)
    ]
    page.row(("Total", " ", " ", *whole), "total")


def _sum_if(lines: Lines, names: Sequence[str], line: int) -> str:
    """Return the sum of a sheet's amounts whose columns hold what stands in the first cells of a line."""
    tests = ",".join(f"{lines.span(name)},{cell(column, line)}" for column, name in enumerate(names))
    return f"=SUMIFS({lines.span('Amount')},{tests})"
