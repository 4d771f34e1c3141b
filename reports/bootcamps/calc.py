"""``ilrspec calc`` for Skills Bootcamps: from the options to the screen and the files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reports.bootcamps import tables
from reports.bootcamps.rows import BootcampStatement
from reports.bootcamps.run import BootcampOrder, prepared
from reports.bootcamps.screen import show
from reports.bootcamps.work import work_out
from reports.exports.endings import WORKBOOK, check_endings, ending_of
from reports.exports.table_file import write_table
from reports.output_files import OutputFiles, check_targets
from reports.refusal import Refusal
from reports.returned.table import as_text


@dataclass(frozen=True, slots=True)
class Targets:
    """The files to write, None for those not asked for."""

    milestones: Path | None
    no_pay: Path | None
    destinations: Path | None
    findings: Path | None

    def by_option(self) -> dict[str, Path | None]:
        """Return the files by the option that names them."""
        return {
            "--milestones": self.milestones,
            "--no-pay": self.no_pay,
            "--destinations": self.destinations,
            "--findings": self.findings,
        }


def calc(
    file: Path | None,
    store: Path | None,
    reference: Path | None,
    switches: Sequence[tuple[str, str]],
    wave: str | None,
    lenient: bool,
    show_all: bool,
    targets: Targets,
    given_in_vain: Sequence[str],
) -> None:
    """Work out the bootcamps of a store, a file or both; show them and write the files. Raises Refusal."""
    if given_in_vain:
        raise Refusal(
            f"{', '.join(given_in_vain)}: not for Skills Bootcamps, whose returns each have a day of their own"
        )
    if file is None and store is None:
        raise click.UsageError("Name an ILR file, or a store of returns with --store.")
    order = BootcampOrder(
        file,
        store,
        reference,
        tuple(switches),
        wave or "",
        lenient,
        keep_findings=targets.findings is not None,
    )
    run = prepared(order)
    inputs = [path for path in (file, store) if path is not None]
    check_targets(targets.by_option(), (*inputs, *run.given.folder.glob("*.csv")))
    check_endings(targets.by_option())
    statement, files = work_out(run)
    _write(targets, statement)
    click.echo(as_text(lambda console: show(console, run, statement, files, show_all)))
    for path in targets.by_option().values():
        if path is not None:
            click.echo(f"\nWritten: {path}")


def _write(targets: Targets, statement: BootcampStatement) -> None:
    try:
        with OutputFiles() as files:
            if targets.milestones and ending_of(targets.milestones) == WORKBOOK:
                from reports.bootcamps.workbook import write_milestones

                write_milestones(files, targets.milestones, statement.milestones)
            elif targets.milestones:
                rows = map(tables.milestone_row, statement.milestones)
                write_table(files, targets.milestones, tables.MILESTONES, rows)
            if targets.no_pay and ending_of(targets.no_pay) == WORKBOOK:
                from reports.bootcamps.workbook import write_no_pay

                write_no_pay(files, targets.no_pay, statement.no_pay)
            elif targets.no_pay:
                write_table(files, targets.no_pay, tables.NO_PAY, map(tables.no_pay_row, statement.no_pay))
            if targets.destinations:
                gone = map(tables.destination_row, statement.destinations)
                write_table(files, targets.destinations, tables.DESTINATIONS, gone)
            if targets.findings:
                found = map(tables.finding_row, statement.findings)
                write_table(files, targets.findings, tables.FINDINGS, found)
            files.commit()
    except OSError as error:
        raise Refusal(
            f"{error.filename or 'a file'}: {error.strerror or error}; nothing was written"
        ) from None
