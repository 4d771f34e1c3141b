"""``ilrspec watch``: run again what an edit touches."""

import click

from reports.commands.run import default_folder, refused, worker_count
from steps.problems import Unreadable


@click.command("watch", short_help="Run again what an edit touches, as soon as it is saved.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
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
def command(paths: tuple[str, ...], tags: str, workers: int) -> None:
    """Run features, then wait: each saved edit runs the scenarios that it touches, and prints what differs.

    Each PATH is a folder or a file; without one, the folder 'features'. A changed rule, parameter or reference table
    runs everything again. Ctrl+C ends.
    """
    from reports.watching.watch import watch

    try:
        watch(paths or (default_folder(),), tags, workers)
    except Unreadable as error:
        raise refused(error) from None
