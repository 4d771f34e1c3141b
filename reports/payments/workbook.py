"""Apprenticeship payments as a workbook: sums, payments, and what the data lock refused. No names."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from engine.money import pence
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from reports.payments.history import HEADINGS, CollectionNames, payment_cells
from reports.payments.months import month_text, span
from reports.payments.statement import KINDS, SOURCES, PaymentStatement

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_REFUSED = (
    "UKPRN", "LearnRefNumber", "ULN", "AimSeqNumber", "Price episode", "Code", "What it means", "Months refused",
    "Refused",
)  # fmt: skip
_NARROW, _WIDE = 14, 44
_WIDE_HEADINGS = frozenset({"FundLine", "What it means", "Months refused", "FundingSource", "Price episode"})


def workbook(statement: PaymentStatement, names: CollectionNames, rules: LockRules) -> bytes:
    """Return the statement as the bytes of an XLSX file; the same payments give the same bytes."""
    from xlsxwriter import Workbook

    target = BytesIO()
    book = Workbook(target, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Apprenticeship payments", "created": datetime(2024, 4, 1)})  # noqa: DTZ001
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1"})
    money = book.add_format({"num_format": "#,##0.00"})
    _sums(book, statement, heading, money)
    payments = (payment_cells(one, names) for one in statement.payments)
    _sheet(book, "Payments", HEADINGS, payments, heading, money)
    refused = (
        (
            one.episode.ukprn,
            one.episode.learn_ref_number,
            one.episode.uln,
            one.episode.aim_seq_number,
            one.episode.identifier,
            code,
            rules.messages[code],
            span(list(one.months)),
            one.amount,
        )
        for one in statement.refused
        for code in one.codes
    )
    _sheet(book, "Data lock", _REFUSED, refused, heading, money)
    book.close()
    return target.getvalue()


def _sums(book: "Workbook", statement: PaymentStatement, heading: "Format", money: "Format") -> None:
    sheet = book.add_worksheet("Summary")
    by_source, by_kind = statement.by_delivery, statement.by_kind
    months = sorted(by_source.rows)
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, len(months) + 1, _NARROW)
    names = [month_text(month) for month in months]
    line = _block(sheet, 0, ["Funding source", *names, "Total"], heading)
    for source, label in SOURCES:
        amounts = [by_source.of(month, source) for month in months]
        line = _amounts(sheet, line, label, [*amounts, by_source.of(None, source)], money)
    all_of = [by_source.of(month, None) for month in (*months, None)]
    line = _amounts(sheet, line, "All", all_of, money) + 1
    line = _block(sheet, line, ["Transaction type", *names, "Total"], heading)
    for kind in sorted(by_kind.rows):
        amounts = [by_kind.of(kind, month) for month in (*months, None)]
        line = _amounts(sheet, line, f"{int(kind)} {KINDS[kind]}", amounts, money)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _block(sheet: "Worksheet", line: int, texts: Sequence[str], heading: "Format") -> int:
    for column, text in enumerate(texts):
        sheet.write_string(line, column, text, heading)
    return line + 1


def _amounts(sheet: "Worksheet", line: int, label: str, amounts: Sequence[Decimal], money: "Format") -> int:
    sheet.write_string(line, 0, label)
    for column, amount in enumerate(amounts, 1):
        sheet.write_number(line, column, float(pence(amount)), money)
    return line + 1


def _sheet(
    book: "Workbook",
    name: str,
    headings: Sequence[str],
    rows: Iterable[tuple[Any, ...]],
    heading: "Format",
    money: "Format",
) -> None:
    sheet = book.add_worksheet(name)
    for column, text in enumerate(headings):
        sheet.set_column(column, column, _WIDE if text in _WIDE_HEADINGS else _NARROW)
        sheet.write_string(0, column, text, heading)
    line = 0
    for line, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            if isinstance(cell, Decimal):
                sheet.write_number(line, column, float(cell), money)
            elif isinstance(cell, int):
                sheet.write_number(line, column, cell)
            elif cell:
                sheet.write_string(line, column, cell)
    sheet.autofilter(0, 0, line, len(headings) - 1)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
