"""``ilrspec report``: run features and write them as pages, with what holds, what does not, and why."""

from pathlib import Path

import click

from reports.commands.run import default_folder, nothing_to_run, refused, run_selected, worker_count
from steps.problems import Unreadable


@click.command("report", short_help="Run features and write them as pages to read.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("report"),
    show_default=True,
    help="Write the pages into this folder.",
)
@click.option(
    "--tags", metavar="EXPR", default="", help="Only scenarios with these tags: '@bootcamps and not @slow'."
)
@click.option(
    "-n",
    "--workers",
    metavar="auto|N",
    callback=worker_count,
    default="auto",
    show_default=True,
    help="Run in so many processes at once.",
)
def command(paths: tuple[str, ...], out: Path, tags: str, workers: int) -> None:
    """Run features and write the report: each PATH is a folder, a file or file.feature:LINE.

    Without a PATH all features are run. Open index.html of the folder in a browser; nothing else is needed.
    Exit code 0 when all passed, 1 when a scenario failed, 2 when nothing could be run.
    """
    from reports.page import write_report
    from reports.terminal import totals
    from reports.words.known import steps_here
    from reports.words.page import page

    try:
        run = run_selected(paths or (default_folder(),), tags, workers, explain=True)
    except Unreadable as error:
        raise refused(error) from None
    if not run.scenarios and not run.problems:
        click.echo(nothing_to_run(tags), err=True)
        raise click.exceptions.Exit(2)
    click.echo(totals(run))
    steps = page(steps_here(), home="index.html")
    click.echo(f"Report: {write_report(run, out, steps=steps).resolve()}")
    raise click.exceptions.Exit(run.exit_code)
