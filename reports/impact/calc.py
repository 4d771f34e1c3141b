"""``ilrspec impact``: from the options to the screen and the files."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.batch.calc import check_folder
from reports.batch.order import Form
from reports.batch.run import Outcome, doer_of
from reports.calculation import default_reference
from reports.exports.endings import check_endings
from reports.impact.order import ImpactOrder, order_of
from reports.impact.run import ImpactRun, work_out, work_out_into
from reports.impact.sums import Impact
from reports.output_files import check_targets

if TYPE_CHECKING:
    from rich.console import Console


@dataclass(frozen=True, slots=True)
class ImpactOptions:
    """What the options of the command line say."""

    before: Path | None
    after: Path | None
    reference: Path | None
    reference_after: Path | None
    as_at: date | None
    switches: tuple[tuple[str, str], ...]
    lenient: bool
    out: Path | None
    top: int
    as_json: bool
    into: Path | None
    form: str
    workers: int | None
    cluster: str | None
    again: bool
    quiet: bool


def impact(paths: Sequence[Path], options: ImpactOptions) -> None:
    """Work out an impact and show it. Raises Refusal; ends with the exit code that tells whether anything moved."""
    tables = options.reference or default_reference()
    named = (options.before, options.after, tables, options.reference_after)
    folders = [one for one in named if one is not None and one.is_dir()]
    if options.into is not None:
        check_folder(options.into, options.into.resolve(), (*paths, *folders))
    held = [file for one in folders for file in one.iterdir() if file.is_file()]
    check_targets({"--out": options.out}, (*(path for path in paths if path.is_file()), *held))
    check_endings({"--out": options.out})
    how = ImpactRun(
        doer_of(options.workers, options.cluster), options.top, options.out, options.again, options.quiet
    )
    if options.into is not None:
        order = _order(options, tables, options.into.resolve(), "csv" if options.form == "csv" else "parquet")
        found, outcome = work_out_into(order, paths, how)
        _show(options, order, found, outcome)
        raise click.exceptions.Exit(2 if outcome.refused else int(found.moved))
    with tempfile.TemporaryDirectory(prefix="ilrspec-", ignore_cleanup_errors=True) as folder:
        order = _order(options, tables, Path(folder).resolve(), "csv")
        found = work_out(order, paths, how)
    _show(options, order, found, None)
    raise click.exceptions.Exit(int(found.moved))


def _order(options: ImpactOptions, tables: Path, into: Path, form: Form) -> ImpactOrder:
    return order_of(
        into,
        form,
        (options.before, options.after),
        (tables, options.reference_after or tables),
        options.switches,
        options.as_at,
        options.lenient,
        options.top,
    )


def _show(options: ImpactOptions, order: ImpactOrder, found: Impact, outcome: Outcome | None) -> None:
    from reports.impact.screen import show
    from reports.impact.words import as_json
    from reports.returned.table import as_text

    sides = order.sides()
    told = as_text(lambda console: _show_files(console, outcome)) if outcome else ""
    if options.as_json:
        import json

        if told:
            click.echo(told, err=True)
        click.echo(json.dumps(as_json(found, sides), ensure_ascii=False, indent=1))
    else:
        if told:
            click.echo(f"{told}\n")
        click.echo(as_text(lambda console: show(console, found, sides)))
    written = [str(one) for one in (options.into, options.out) if one is not None]
    if written:
        click.echo(f"{'' if options.as_json else chr(10)}Written: {', '.join(written)}", err=options.as_json)
    for line in found.problems:
        click.echo(line, err=True)


def _show_files(console: "Console", outcome: Outcome) -> None:
    from reports.batch.screen import show_files, show_refused

    show_files(console, outcome)
    show_refused(console, outcome)
