"""``ilrspec calc --into``: from the options to the folder of results and the screen."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from engine.figures import PERIODS
from reports.batch.inputs import sources_of
from reports.batch.listing import write_files
from reports.batch.order import Order, hash_of_folder
from reports.batch.run import Outcome, doer_of, run
from reports.calculation import default_reference
from reports.refusal import Refusal

FORMS = ("parquet", "csv", "duckdb")


@dataclass(frozen=True, slots=True)
class BatchOptions:
    """What the options of the command line say."""

    into: Path
    form: str
    workers: int | None
    cluster: str | None
    again: bool
    quiet: bool
    reference: Path | None
    as_at: date | None
    switches: tuple[tuple[str, str], ...]
    lenient: bool
    return_number: int | None


def calc(paths: Sequence[Path], options: BatchOptions) -> None:
    """Work out files and folders into a folder of results. Raises Refusal; ends with exit code 1 for refused files."""
    from reports.batch.screen import show
    from reports.returned.table import as_text

    outcome = worked_out(paths, options)
    click.echo(as_text(lambda console: show(console, outcome)))
    click.echo(f"\nWritten: {options.into}")
    for note in outcome.notes:
        for line in note.problems:
            click.echo(line, err=True)
    if outcome.refused:
        raise click.exceptions.Exit(1)


def worked_out(paths: Sequence[Path], options: BatchOptions) -> Outcome:
    """Work out files and folders into a folder of results. Raises Refusal."""
    from reports.batch.database import check_duckdb, write_database

    if not paths:
        raise click.UsageError("Name ILR files, or folders that hold them.")
    as_database = options.form == "duckdb"
    if as_database:
        check_duckdb()
    into = options.into.resolve()
    reference = (options.reference or default_reference()).resolve()
    check_folder(options.into, into, (*paths, reference))
    order = Order(
        into,
        "csv" if options.form == "csv" else "parquet",
        reference,
        options.as_at,
        tuple(sorted(dict(options.switches).items())),
        options.lenient,
        min(options.return_number or PERIODS, PERIODS),
        hash_of_folder(reference),
    )

    def last(outcome: Outcome) -> None:
        every = [*outcome.notes, *outcome.others]
        write_files(order, every, outcome.refused)
        if as_database:
            write_database(order, every)

    return run(
        order,
        lambda known: sources_of(paths, into, known),
        doer_of(options.workers, options.cluster),
        again=options.again,
        quiet=options.quiet,
        last=last,
    )


def check_folder(named: Path, into: Path, inputs: Iterable[Path]) -> None:
    """Refuse a folder of results that is a file or one of the inputs."""
    if into.exists() and not into.is_dir():
        raise Refusal(f"--into: {named} is a file; name a folder for the results")
    for path in inputs:
        if path.is_dir() and path.resolve() == into:
            raise Refusal(
                f"--into: {named} is an input of the calculation; name another folder for the results"
            )
