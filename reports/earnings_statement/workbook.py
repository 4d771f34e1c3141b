"""The statement as a workbook: a summary, the learners, a sheet for each kind of earning, and the findings."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from engine.calendar import FundingYear
from engine.figures import Figures
from engine.ledger import Ledger
from engine.money import ZERO
from reports.earnings_csv import in_order
from reports.earnings_statement.kinds import GOVERNMENT_SHARE, KINDS
from reports.earnings_statement.rows import (
    FINDINGS,
    KIND,
    YEAR_FIGURES,
    finding_row,
    months_of,
    sheet_of,
    statement_rows,
    year_figure_row,
)
from reports.exports import workbook
from reports.exports.columns import Column, Table
from reports.exports.spool import Spool
from reports.exports.workbook import Book, Formula, Lines, Page, cell, cells, column_name
from reports.output_files import OutputFiles

LEARNERS = "Learners"
_LEAD = ("Provider", "Kind")


class StatementBook:
    """A workbook that takes learners one at a time and keeps their rows on disk until it is written.

    ``told`` are lines for the head of the summary: a label and a text each.
    """

    def __init__(
        self,
        files: OutputFiles,
        target: Path,
        ukprn: int,
        year: FundingYear,
        told: Sequence[tuple[str, str]],
    ) -> None:
        self._files, self._target = files, target
        self._ukprn, self._year, self._told = ukprn, year, told
        self._rows: dict[str, Spool] = {}
        self._learners, self._findings, self._figures = (files.keep(Spool()) for _ in range(3))
        self._codes: Counter[tuple[str, str]] = Counter()

    def take(self, learn_ref_number: str | None, ledger: Ledger, figures: Figures) -> None:
        """Take in a learner, or findings of no learner. Raises Refusal when a sheet could not hold them."""
        if learn_ref_number is not None and figures:
            sums: dict[str, Decimal] = {}
            for row in statement_rows(self._ukprn, self._year, learn_ref_number, figures):
                kind, total = row[KIND], row[-1]
                self._add(kind, self._of_kind(kind), row[:KIND] + row[KIND + 1 :])
                if total is not None:
                    sums[kind] = sums.get(kind, ZERO) + total
            if sums:
                self._add(LEARNERS, self._learners, (learn_ref_number, sums))
        for finding in in_order(ledger.findings):
            self._codes[finding.severity, finding.code] += 1
            self._add(FINDINGS.name, self._findings, finding_row(finding))
        for figure in ledger.year_figures:
            self._add(YEAR_FIGURES.name, self._figures, year_figure_row(figure, self._year))

    def _of_kind(self, kind: str) -> Spool:
        spool = self._rows.get(kind)
        if spool is None:
            spool = self._rows[kind] = self._files.keep(Spool())
        return spool

    def _add(self, sheet: str, spool: Spool, row: tuple[Any, ...]) -> None:
        if spool.count >= workbook.MOST_LINES:
            raise workbook.too_many(self._target, sheet)
        spool.add(row)

    def close(self) -> None:
        """Write the workbook."""
        book = Book(self._files, self._target, "Earnings statement")
        page = book.page("Summary", (12, 28, *[11] * 12, 13))
        kinds = [kind for kind in KINDS if kind in self._rows]
        money = [kind for kind in kinds if kind != GOVERNMENT_SHARE]
        if self._learners.count:
            self._write_learners(book, money)
        sheets = {}
        for kind in kinds:
            lines = sheets[kind] = book.lines(sheet_of(kind, self._year))
            shares = kind == GOVERNMENT_SHARE
            for row in self._rows[kind]:
                lines.add(row[:-1] if shares else row)
            lines.finish()
        if self._figures.count:
            _write_all(book, YEAR_FIGURES, self._figures)
        findings = _write_all(book, FINDINGS, self._findings)
        self._write_summary(page, {kind: sheets[kind] for kind in money}, findings)
        book.close()

    def _write_learners(self, book: Book, kinds: Sequence[str]) -> None:
        """Write a line for each learner with the amounts of each kind."""
        lead = (
            Column("UKPRN", "whole", 10),
            Column("Funding year", width=9),
            Column("Learner"),
        )
        columns = [Column(kind, "pounds", 14, summed=True) for kind in kinds]
        first, last = column_name(len(lead)), column_name(len(lead) + len(kinds) - 1)
        total = Column("Total", "pounds", 14, "", True, f"=SUM({first}{{row}}:{last}{{row}})")
        lines = book.lines(Table(LEARNERS, (*lead, *columns, total)))
        for learner, sums in self._learners:
            amounts = [sums.get(kind) for kind in kinds]
            lines.add((self._ukprn, self._year.label, learner, *amounts, sum(sums.values(), ZERO)))
        lines.finish()

    def _write_summary(self, page: Page, sheets: dict[str, Lines], findings: Lines) -> None:
        for label, text in self._told:
            page.row((label, text), styles=("bold",))
        page.gap()
        months = months_of(self._year)
        page.freeze(page.line + 1, len(_LEAD))
        heading = page.heading((*_LEAD, *(month.shown for month in months), "Total"), len(_LEAD))
        first = page.line
        named = [month.heading for month in months]
        sums = [ZERO] * len(months)
        for kind, lines in sheets.items():
            amounts = lines.totals[-len(months) - 1 : -1]
            sums = [one + other for one, other in zip(sums, amounts, strict=True)]
            refers = [
                Formula(f"={lines.total(name)}", amount) for name, amount in zip(named, amounts, strict=True)
            ]
            page.row((str(self._ukprn), kind, *refers, self._across(page, amounts)))
        if sheets:
            totals = [
                Formula(f"=SUM({cells(column, first, page.line - 1)})", amount)
                for column, amount in enumerate(sums, len(_LEAD))
            ]
            page.row(("Total", " ", *totals, self._across(page, sums)), "total")
        else:
            page.row(("Nothing is earned.",))
        page.gap()
        page.repeat(heading)
        if self._codes:
            page.heading(("Findings", "Code", "Count"), 2)
            first = page.line
            for severity, code in sorted(self._codes):
                # Severity and code stand in cells of this line, which the formula names.
                tests = ",".join(
                    f"{findings.span(name)},{cell(column, page.line)}"
                    for column, name in enumerate(("Severity", "Code"))
                )
                count = Formula(f"=COUNTIFS({tests})", self._codes[severity, code])
                page.row((severity, code, count))
            total = Formula(f"=SUM({cells(2, first, page.line - 1)})", self._codes.total())
            page.row(("Total", " ", total), styles=("total", "total", "total count"))

    def _across(self, page: Page, amounts: Sequence[Decimal]) -> Formula:
        first, last = cell(len(_LEAD), page.line), cell(len(_LEAD) + len(amounts) - 1, page.line)
        return Formula(f"=SUM({first}:{last})", sum(amounts, ZERO))


def _write_all(book: Book, table: Table, rows: Spool) -> Lines:
    lines = book.lines(table)
    for row in rows:
        lines.add(row)
    lines.finish()
    return lines
