"""``ilrspec impact``: what other parameters, or other reference data, do to the earnings of ILR files."""

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
    "--into",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Keep what comes of each file in this folder: what is done there already is not done again, and a stopped run "
    "goes on.",
)
@click.option(
    "--as",
    "kind",
    type=click.Choice(["parquet", "csv"]),
    help="With --into: the learners that moved as Parquet files by year and provider (taken when nothing is said), or "
    "as CSV.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1),
    help="How many processes work at once; the outcome is the same. Without it, one for each core.",
)
@click.option(
    "--cluster",
    metavar="ADDRESS",
    help="With --into: work on a Dask cluster by the address of its scheduler, or 'local' for one on this machine.",
)
@click.option("--again", is_flag=True, help="With --into: do files again that are done.")
@click.option("--quiet", "-q", is_flag=True, help="Show no progress.")
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
    into: Path | None,
    kind: str | None,
    workers: int | None,
    cluster: str | None,
    again: bool,
    quiet: bool,
) -> None:
    """Work out the learners of ILR files before and after a change, and show who earns more or less.

    A folder stands for all ILR files in it and in the folders below, packed ones (.xml.gz, .zip) too.

    A folder of parameters is a copy of engine/parameters with some values changed. What --reference, --as-at and
    --switch say holds on both sides.

    With --into a file that cannot be read is told and the others are done; without it, nothing is shown then.

    Exit code 0: nothing moved; 1: a figure or a finding moved; 2: it, or one of the files, could not be done.
    """
    from reports.impact.calc import ImpactOptions, impact

    if before is None and after is None and reference_after is None:
        raise click.UsageError(
            "Both sides are the same: name a folder with --before, --after or --reference-after."
        )
    with_into = {"--as": kind, "--cluster": cluster, "--again": again or None}
    for name, value in with_into.items():
        if value is not None and into is None:
            raise click.UsageError(f"{name} goes with --into DIR, the folder for what comes of each file.")
    impact(
        files,
        ImpactOptions(
            before, after, reference, reference_after, as_at, switches, lenient, out, top, form == "json", into,
            kind or "parquet", workers, cluster, again, quiet,
        ),
    )  # fmt: skip
