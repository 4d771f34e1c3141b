"""``ilrspec calc`` for legacy pre-employment records: from the options to the screen and the files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from engine.programmes.pre_employment import Evaluation
from reports.earnings_statement.rows import FINDINGS, finding_row
from reports.exports.endings import TABLES, WORKBOOK, check_endings, ending_of
from reports.exports.table_file import write_table
from reports.output_files import OutputFiles, check_targets
from reports.pre_employment import tables
from reports.pre_employment.files import calendar_of
from reports.pre_employment.input import LegacyOrder, opened
from reports.pre_employment.screen import show
from reports.refusal import Refusal
from reports.returned.table import as_text

_CALENDAR = ".ics"


@dataclass(frozen=True, slots=True)
class Targets:
    """The files to write, None for those not asked for."""

    out: Path | None
    findings: Path | None
    check_ins: Path | None

    def by_option(self) -> dict[str, Path | None]:
        """Return the files by the option that names them."""
        return {"--out": self.out, "--findings": self.findings, "--check-ins": self.check_ins}


def calc(order: LegacyOrder, targets: Targets, show_all: bool, given_in_vain: Sequence[str]) -> None:
    """Work out a legacy file, show it and write the files, all or none. Raises Refusal."""
    if given_in_vain:
        raise Refusal(
            f"{', '.join(given_in_vain)}: not for legacy pre-employment records such as {order.file}"
        )
    calendar = targets.check_ins
    if calendar is not None and ending_of(calendar) not in (_CALENDAR, *TABLES):
        raise Refusal(
            f"--check-ins: {calendar} is neither a calendar (.ics) nor a table (.csv, .xlsx or .parquet)"
        )
    check_endings({"--out": targets.out, "--findings": targets.findings})
    run = opened(order)
    check_targets(targets.by_option(), (order.file, *run.folder.glob("*.csv")))
    result = run.evaluation()
    if calendar is not None and not result.check_ins:
        raise Refusal(f"--check-ins: no row of {order.file} has a 'job start', so no check-in is due")
    _write(targets, result)
    click.echo(as_text(lambda console: show(console, run, result, show_all)))
    for path in targets.by_option().values():
        if path is not None:
            click.echo(f"\nWritten: {path}")
    for problem in run.legacy.problems:
        click.echo(str(problem), err=True)


def _write(targets: Targets, result: Evaluation) -> None:
    try:
        with OutputFiles() as files:
            if targets.out and ending_of(targets.out) == WORKBOOK:
                tables.write_workbook(files, targets.out, result)
            elif targets.out:
                write_table(files, targets.out, tables.FIGURES, tables.figure_rows(result))
            if targets.findings:
                write_table(files, targets.findings, FINDINGS, map(finding_row, result.findings))
            if targets.check_ins and ending_of(targets.check_ins) == _CALENDAR:
                files.open(targets.check_ins).buffer.write(calendar_of(result.check_ins))
            elif targets.check_ins:
                due = map(tables.check_in_row, result.check_ins)
                write_table(files, targets.check_ins, tables.CHECK_INS, due)
            files.commit()
    except OSError as error:
        raise Refusal(
            f"{error.filename or 'a file'}: {error.strerror or error}; nothing was written"
        ) from None
