"""The one pass over an ILR file: each learner is worked out, written out and taken into the statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TextIO

from engine.figures import Figures, figures_of, monthly_spans
from engine.ledger import Ledger
from reports.calculation import Calculation
from reports.earnings_csv import EARNINGS_HEADING, FINDINGS_HEADING, earnings_lines, write_findings
from reports.exports.endings import CSV, PARQUET, WORKBOOK, ending_of
from reports.garbage import few_collections
from reports.learner_count import LearnerCount
from reports.output_files import OutputFiles
from reports.refusal import Refusal
from reports.statement import Statement


@dataclass(frozen=True, slots=True)
class Targets:
    """The files to write, None for those not asked for."""

    out: Path | None = None
    findings: Path | None = None
    statement: Path | None = None

    def by_option(self) -> dict[str, Path | None]:
        """Return the files by the option that names them."""
        return {"--out": self.out, "--statement": self.statement, "--findings": self.findings}


class Taker(Protocol):
    """A result file that takes learners one at a time; findings of no learner come without a reference."""

    def take(self, learn_ref_number: str | None, ledger: Ledger, figures: Figures) -> None:
        """Take in a learner. Raises Refusal when the file cannot hold more."""

    def close(self) -> None:
        """Write what is left."""


class _EarningsCsv:
    """The earnings as CSV, by far the most lines of all files: written without a detour."""

    def __init__(self, stream: TextIO, ukprn: int) -> None:
        self._stream, self._ukprn = stream, ukprn
        stream.write(EARNINGS_HEADING)

    def take(self, learn_ref_number: str | None, ledger: Ledger, figures: Figures) -> None:
        if figures and learn_ref_number is not None:
            self._stream.write(earnings_lines(self._ukprn, learn_ref_number, monthly_spans(figures)))

    def close(self) -> None:
        """Do nothing: every line is written."""


class _FindingsCsv:
    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        stream.write(FINDINGS_HEADING)

    def take(self, learn_ref_number: str | None, ledger: Ledger, figures: Figures) -> None:
        if ledger.findings:
            write_findings(self._stream, ledger.findings)

    def close(self) -> None:
        """Do nothing: every line is written."""


def work_out(
    calculation: Calculation,
    statement: Statement,
    last_period: int,
    targets: Targets,
    told: Sequence[tuple[str, str]] = (),
) -> None:
    """Work out every learner of a file. The result files come into place when the last learner is done.

    ``told`` are lines for the head of a workbook: a label and a text each.
    """
    try:
        with OutputFiles() as files, LearnerCount() as count, few_collections():
            takers = _takers(files, calculation, targets, told)
            for learner, ledger in calculation.ledgers():
                figures = figures_of(ledger, last_period)
                reference = learner.learn_ref_number if learner else None
                for taker in takers:
                    taker.take(reference, ledger, figures)
                statement.add(learner, ledger, figures)
                if learner:
                    count.next()
            for taker in takers:
                taker.close()
            files.commit()
    except OSError as error:
        raise Refusal(
            f"{error.filename or calculation.file}: {error.strerror or error}; nothing was written"
        ) from None


def _takers(
    files: OutputFiles, calculation: Calculation, targets: Targets, told: Sequence[tuple[str, str]]
) -> list[Taker]:
    setting = calculation.setting
    kinds = {option: ending_of(path) for option, path in targets.by_option().items() if path}
    takers: list[Taker] = []
    if targets.out and kinds["--out"] == CSV:
        takers.append(_EarningsCsv(files.open(targets.out), setting.ukprn))
    elif targets.out and kinds["--out"] == PARQUET:
        from reports.earnings_statement.tables import earnings_table

        takers.append(earnings_table(files, targets.out, setting.ukprn))
    if targets.statement and kinds["--statement"] != WORKBOOK:
        from reports.earnings_statement.tables import statement_table

        takers.append(statement_table(files, targets.statement, setting.ukprn, setting.year))
    for target in (targets.out, targets.statement):
        # In a workbook earnings are looked at, not read in again: it is the statement, whichever option names it.
        if target and ending_of(target) == WORKBOOK:
            from reports.earnings_statement.workbook import StatementBook

            takers.append(StatementBook(files, target, setting.ukprn, setting.year, told))
    if targets.findings and kinds["--findings"] == CSV:
        takers.append(_FindingsCsv(files.open(targets.findings)))
    elif targets.findings:
        from reports.earnings_statement.tables import findings_table

        takers.append(findings_table(files, targets.findings))
    return takers
