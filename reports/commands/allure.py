"""``ilrspec allure``: show Allure results as one page."""

from pathlib import Path

import click


@click.command("allure", short_help="Make one page of Allure results, to open without internet.")
@click.argument(
    "results", metavar="[RESULTS]", type=click.Path(path_type=Path), default=Path("allure-results")
)
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("allure-report"),
    show_default=True,
    help="Write the page and its history into this folder.",
)
@click.option("--title", metavar="TEXT", default="ilrspec", show_default=True, help="Title of the page.")
@click.option(
    "--viewer", metavar="PROGRAM", help="The Allure program; the installed 'allure' unless named here."
)
def command(results: Path, out: Path, title: str, viewer: str | None) -> None:
    """Make a page of Allure results: RESULTS is the folder given to 'ilrspec run --allure' or 'pytest --alluredir'.

    Without RESULTS it is 'allure-results'. The page is one file; it opens from disk, needs no internet and calls no
    analytics host. The history lies beside it: the next page in the same folder shows what passed before. The viewer
    is Allure 3, installed once with 'npm install --global allure'. Exit code 0, or 2 when no page could be made.
    """
    from reports.allure.viewer import make_report

    page, runs = make_report(results, out, viewer=viewer, title=title)
    told = "the first run in its history" if runs <= 1 else f"{runs} runs in its history"
    click.echo(f"Allure report, {told}: {page.resolve()}")
