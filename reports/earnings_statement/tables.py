"""Earnings, statement and findings as one table each, written while learners are worked out."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from engine.calendar import FundingYear
from engine.figures import Figures
from engine.ledger import Ledger
from reports.earnings_csv import in_order
from reports.earnings_statement.rows import (
    EARNINGS,
    FINDINGS,
    STATEMENT,
    earnings_rows,
    finding_row,
    statement_rows,
)
from reports.exports.columns import Table
from reports.exports.table_file import open_table
from reports.output_files import OutputFiles

RowsOf = Callable[[str | None, Ledger, Figures], Iterable[tuple[Any, ...]]]
"""What makes the rows of a learner, or of findings without one."""


class LearnerTable:
    """A table that takes learners one at a time."""

    def __init__(self, files: OutputFiles, target: Path, table: Table, rows_of: RowsOf) -> None:
        self._file, self._rows_of = open_table(files, target, table), rows_of

    def take(self, learn_ref_number: str | None, ledger: Ledger, figures: Figures) -> None:
        """Take in a learner. Raises Refusal when the file cannot hold more."""
        self._file.write(self._rows_of(learn_ref_number, ledger, figures))

    def close(self) -> None:
        """Write what is left."""
        self._file.close()


def earnings_table(files: OutputFiles, target: Path, ukprn: int) -> LearnerTable:
    """Return the earnings, one amount a row."""

    def rows(learner: str | None, _: Ledger, figures: Figures) -> Iterable[tuple[Any, ...]]:
        return () if learner is None else earnings_rows(ukprn, learner, figures)

    return LearnerTable(files, target, EARNINGS, rows)


def statement_table(files: OutputFiles, target: Path, ukprn: int, year: FundingYear) -> LearnerTable:
    """Return the statement, a row for each aim, price episode and attribute."""

    def rows(learner: str | None, _: Ledger, figures: Figures) -> Iterable[tuple[Any, ...]]:
        return () if learner is None else statement_rows(ukprn, year, learner, figures)

    return LearnerTable(files, target, STATEMENT, rows)


def findings_table(files: OutputFiles, target: Path) -> LearnerTable:
    """Return the findings, one a row, those of no aim first."""

    def rows(_: str | None, ledger: Ledger, __: Figures) -> Iterable[tuple[Any, ...]]:
        return map(finding_row, in_order(ledger.findings)) if ledger.findings else ()

    return LearnerTable(files, target, FINDINGS, rows)
