"""``ilrspec impact``: what other parameters, or other reference data, do to the earnings of ILR files."""

from contextlib import ExitStack
from datetime import date
from pathlib import Path

import click

from reports.options import calculation_options


@click.command("impact", short_help="Show what other parameters do to ILR files.")
@click.argument(
    "files",
    metavar="FILE.xml...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)
@click.option(
    "--before",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder of parameters before. Without it, the published ones.",
)
@click.option(
    "--after",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder of parameters after. Without it, the published ones.",
)
@calculation_options
@click.option(
    "--reference-after",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder of reference tables after. Without it, those of before.",
)
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write the learners and programmes that moved to a .csv, .xlsx or .parquet file.",
)
@click.option(
    "--top",
    metavar="N",
    type=click.IntRange(0),
    default=10,
    show_default=True,
    help="How many of the learners that gain most, and that lose most, are shown.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what was found.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1),
    default=1,
    show_default=True,
    help="How many processes work at once; the outcome is the same. With --lenient there is one.",
)
def command(
    files: tuple[Path, ...],
    before: Path | None,
    after: Path | None,
    reference: Path | None,
    as_at: date | None,
    switches: tuple[tuple[str, str], ...],
    lenient: bool,
    reference_after: Path | None,
    out: Path | None,
    top: int,
    form: str,
    workers: int,
) -> None:
    """Work out the learners of ILR files before and after a change, and show who earns more or less.

    A folder stands for all .xml files in it and in the folders below.

    A folder of parameters is a copy of engine/parameters with some values changed. What --reference, --as-at and
    --switch say holds on both sides.

    Exit code 0: nothing moved; 1: a figure or a finding moved; 2: it could not be done.
    """
    from reports.batch.inputs import every_file
    from reports.batch.progress import Progress
    from reports.calculation import default_reference
    from reports.exports.endings import check_endings
    from reports.impact.files import RowFile
    from reports.impact.pieces import SidesOrder, Spread
    from reports.impact.run import work_out
    from reports.output_files import check_targets

    if before is None and after is None and reference_after is None:
        raise click.UsageError(
            "Both sides are the same: name a folder with --before, --after or --reference-after."
        )
    files = every_file(files)
    tables = reference or default_reference()
    folders = [one for one in (before, after, tables, reference_after) if one is not None and one.is_dir()]
    inputs = [path for one in folders for path in one.iterdir() if path.is_file()]
    check_targets({"--out": out}, (*files, *inputs))
    check_endings({"--out": out})
    order = SidesOrder((before, after), (tables, reference_after or tables), switches, as_at)
    sides = order.sides()
    with ExitStack() as stack:
        rows = stack.enter_context(RowFile(out))
        spread = None
        if workers > 1 and not lenient:
            size = sum(file.stat().st_size for file in files)
            progress = stack.enter_context(Progress(len(files), size))
            spread = Spread(order, workers, progress)
        impact = work_out(files, sides, top, as_at, lenient, rows.add, spread)
        rows.write(impact, (sides[0].name, sides[1].name))
    if form == "json":
        import json

        from reports.impact.words import as_json

        click.echo(json.dumps(as_json(impact, sides), ensure_ascii=False, indent=1))
    else:
        from reports.impact.screen import show
        from reports.screen import console

        screen = console()
        with screen.capture() as shown:
            show(screen, impact, sides)
        # Blanks that fill the last column help nobody.
        click.echo("\n".join(line.rstrip() for line in shown.get().splitlines()))
    if out is not None:
        click.echo(f"Written: {out}" if form == "json" else f"\nWritten: {out}", err=form == "json")
    for line in impact.problems:
        click.echo(line, err=True)
    raise click.exceptions.Exit(1 if impact.moved else 0)
