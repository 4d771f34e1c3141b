"""``ilrspec roll-forward``: the same scenarios in another funding year, and what differs there."""

from pathlib import Path

import click

from reports.commands.diff import finish, how_to_show


@click.command("roll-forward", short_help="Run features moved to another funding year and show what differs.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--years",
    metavar="N",
    type=click.IntRange(-50, 50),
    default=1,
    show_default=True,
    help="How many years later; earlier when negative.",
)
@click.option(
    "--parameters",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Run the moved features under the parameters of this folder.",
)
@how_to_show
def command(
    paths: tuple[str, ...], years: int, parameters: Path | None, page: Path | None, form: str, show_all: bool
) -> None:
    """Run features as written, and again with every date so many funding years later; show the figures that differ.

    Dates, months, funding years and periods in sentences and tables move; reference data and parameters stay as they
    are dated. Scenarios whose rules or reference data end before the other year are listed. Exit code 0: nothing
    differs; 1: a figure differs or is not worked out there; 2: it could not be done.
    """
    from reports.output_files import check_targets
    from reports.refusal import Refusal
    from reports.year_on_year.roll_forward import rolled
    from reports.year_on_year.sides import default_paths, side

    check_targets({"--page": page}, ())
    if years == 0:
        raise Refusal("--years 0 moves nothing; name another number of years")
    if parameters is not None and side(str(parameters)).kind != "parameters":
        raise Refusal(f"--parameters: {parameters} is no folder of parameters")
    found = rolled(paths or default_paths(), years, parameters=parameters, quiet=form == "json")
    finish(found, page, form, show_all)
