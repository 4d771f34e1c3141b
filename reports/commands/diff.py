"""``ilrspec diff``: which figures moved between two snapshots, revisions or parameter folders, and why."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from reports.year_on_year.compare import Comparison

Command = TypeVar("Command", bound=Callable[..., Any])


def how_to_show(command: Command) -> Command:
    """Add the options of every command that shows a comparison."""
    for option in (
        click.option("--all", "show_all", is_flag=True, help="Show every scenario and figure on screen."),
        click.option(
            "--format",
            "form",
            type=click.Choice(["text", "json"]),
            default="text",
            help="How to print what was found.",
        ),
        click.option(
            "--page",
            metavar="FILE.html",
            type=click.Path(path_type=Path),
            help="Write what was found as a page.",
        ),
    ):
        command = option(command)
    return command


@click.command("diff", short_help="Show which figures moved, and what accounts for each.")
@click.argument("before", metavar="BEFORE")
@click.argument("after", metavar="AFTER")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@how_to_show
def command(
    before: str, after: str, paths: tuple[str, ...], page: Path | None, form: str, show_all: bool
) -> None:
    """Compare the figures of BEFORE and AFTER and show those that moved.

    Each of the two is a snapshot file, a folder of parameters to run under (a copy of engine/parameters with some
    values changed), or a git revision, whose features, rules and parameters are run as they were.
    Each PATH is a folder, a file or file.feature:LINE; without one, the features of the snapshot, else the folder
    'features'.

    Exit code 0: nothing moved; 1: a figure moved or is gone; 2: it could not be done. New figures alone are told and
    are no movement.
    """
    from reports.output_files import check_targets
    from reports.year_on_year.compare import compare
    from reports.year_on_year.sides import records, side

    check_targets({"--page": page}, (Path(name) for name in (before, after)))
    sides = side(before), side(after)
    old, new = records(*sides, paths, quiet=form == "json")
    finish(compare(old, new, (before, after)), page, form, show_all)


def finish(comparison: "Comparison", page: Path | None, form: str, show_all: bool) -> None:
    """Show a comparison as it was asked for, and leave with its exit code."""
    from reports.year_on_year.told import as_json, write_page

    if form == "json":
        import json

        click.echo(json.dumps(as_json(comparison), ensure_ascii=False, indent=1))
    else:
        from reports.screen import console
        from reports.year_on_year.screen import show

        show(console(), comparison, show_all)
    if page is not None:
        write_page(comparison, page)
        click.echo(f"Page: {page}", err=form == "json")
    raise click.exceptions.Exit(1 if comparison.differs else 0)
