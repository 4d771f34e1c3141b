"""Apprenticeship payments as a workbook: sums, payments, and what the data lock refused. No names."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from engine.calendar import Month
from engine.money import ZERO, five_places
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from reports.exports.workbook import Book, Formula, Lines, Page, cell, cells
from reports.output_files import OutputFiles
from reports.payments.statement import KINDS, SOURCES, PaymentStatement
from reports.payments.tables import PAYMENTS, REFUSED, CollectionNames, payment_row, refused_row

_LEAD = 2
"""Columns of the summary before the months: what the files call a line, and what people call it."""


def write_workbook(
    files: OutputFiles, target: Path, statement: PaymentStatement, names: CollectionNames, rules: LockRules
) -> None:
    """Write the statement. Raises Refusal when a sheet cannot hold its lines."""
    book = Book(files, target, "Apprenticeship payments")
    months = sorted(statement.by_delivery.rows)
    page = book.page("Summary", (26, 26, *[13] * (len(months) + 1)))
    payments = book.lines(PAYMENTS)
    for one in statement.payments:
        payments.add(payment_row(one, names))
    payments.finish()
    refused = book.lines(REFUSED)
    for locked in statement.refused:
        for code in locked.codes:
            refused.add(refused_row(locked, code, rules))
    refused.finish()
    page.freeze(1, _LEAD)
    sums = _sums(statement)
    _block(
        page, payments, ("FundingSource", "Funding source"), months,
        [(source.value, label, [sums.get((source.value, month), ZERO) for month in months])
         for source, label in SOURCES],
    )  # fmt: skip
    page.gap()
    _block(
        page, payments, ("TransactionType", "Transaction type"), months,
        [(int(kind), KINDS[kind], [sums.get((int(kind), month), ZERO) for month in months])
         for kind in sorted(statement.by_kind.rows)],
    )  # fmt: skip
    book.close()


def _sums(statement: PaymentStatement) -> dict[tuple[str | int, Month], Decimal]:
    """Return the sums of the payments as the sheet holds them, with five places."""
    sums: dict[tuple[str | int, Month], Decimal] = {}
    for one in statement.payments:
        for name in (one.source.value, int(one.transaction_type)):
            sums[name, one.month] = sums.get((name, one.month), ZERO) + five_places(one.amount)
    return sums


def _block(
    page: Page,
    payments: Lines,
    headings: tuple[str, str],
    months: Sequence[Month],
    rows: Sequence[tuple[str | int, str, Sequence[Decimal]]],
) -> None:
    """Write the sums of payments by delivery month, of which a line names those it takes in its first cell."""
    heading = page.heading((*headings, *months, "Total"), _LEAD)
    first = page.line
    for name, label, amounts in rows:
        formulas = [
            Formula(
                f"=SUMIFS({payments.span('Amount')},{payments.span(headings[0])},{cell(0, page.line)},"
                f"{payments.span('DeliveryMonth')},{cell(column, heading)})",
                amount,
            )
            for column, amount in enumerate(amounts, _LEAD)
        ]
        page.row((name, label, *formulas, _across(page, amounts)), styles=("whole",))
    sums = [sum((amounts[at] for _, _, amounts in rows), ZERO) for at in range(len(months))]
    totals = [
        Formula(f"=SUM({cells(column, first, page.line - 1)})" if rows else "=0", amount)
        for column, amount in enumerate(sums, _LEAD)
    ]
    page.row(("Total", " ", *totals, _across(page, sums)), "total")


def _across(page: Page, amounts: Sequence[Decimal]) -> Formula | Decimal:
    if not amounts:
        return ZERO
    first, last = cell(_LEAD, page.line), cell(_LEAD + len(amounts) - 1, page.line)
    return Formula(f"=SUM({first}:{last})", sum(amounts, ZERO))
