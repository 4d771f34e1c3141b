"""``ilrspec run``: run features and say what passed and failed."""

import json
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from reports.refusal import Refusal
from steps.problems import Unreadable
from steps.results import FeatureResult, RunResult


def worker_count(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """Return the number of processes that an option asks for: so many, or one for each processor."""
    text = value.strip().lower()
    if text == "auto":
        return _processors()
    if text.isdecimal() and int(text) >= 1:
        return int(text)
    raise click.BadParameter(
        f"'{value}' is no number of processes: write auto, or a number from 1", ctx, param
    )


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1


@click.command("run", short_help="Run features and compare every cell of their tables.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--tags", metavar="EXPR", default="", help="Only scenarios with these tags: '@bootcamps and not @slow'."
)
@click.option(
    "-n",
    "--workers",
    metavar="auto|N",
    callback=worker_count,
    default="1",
    help="Run in so many processes at once.",
)
@click.option(
    "--report",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write the report pages here.",
)
@click.option(
    "--allure",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    help="Write Allure results here, with ILR files and statements; 'ilrspec allure' shows them.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How to print what was found.",
)
@click.option("-v", "--verbose", is_flag=True, help="List every scenario that passed, also in a long run.")
def command(
    paths: tuple[str, ...],
    tags: str,
    workers: int,
    report: Path | None,
    allure: Path | None,
    form: str,
    verbose: bool,
) -> None:
    """Run features: each PATH is a folder, a file or file.feature:LINE; without one, the folder 'features'.

    Every cell of every expected table is compared. Exit code 0 when all passed, 1 when a scenario failed,
    2 when nothing could be run.
    """
    try:
        run = run_selected(
            paths or (default_folder(),),
            tags,
            workers,
            explain=report is not None,
            quiet=form == "json",
            evidence=allure is not None,
        )
    except Unreadable as error:
        if form == "json":
            print_json(RunResult([FeatureResult(one.file, "", problems=(one,)) for one in error.problems]))
        raise refused(error) from None
    if form == "json":
        print_json(run)
    else:
        print_text(run, verbose)
    nothing_ran = not run.scenarios and not run.problems
    if nothing_ran:
        click.echo(nothing_to_run(tags), err=True)
    if allure is not None:
        from reports.allure import write_results

        click.echo(
            f"Allure results: {write_results(run, allure, report=report).resolve()}", err=form == "json"
        )
    if report is not None:
        from reports.page import write_report
        from reports.words.known import steps_here
        from reports.words.page import page

        steps = page(steps_here(), home="index.html")
        click.echo(f"Report: {write_report(run, report, steps=steps).resolve()}", err=form == "json")
    raise click.exceptions.Exit(2 if nothing_ran else run.exit_code)


def nothing_to_run(tags: str) -> str:
    """Return what is said of a run without a scenario."""
    return f"No scenario has the tags {tags}" if tags else "There is no scenario to run"


def refused(error: Unreadable) -> Refusal:
    """Return the refusal of paths or tags that cannot be run."""
    return Refusal(f"{one.file}: {one.message}" if one.file else one.message for one in error.problems)


def default_folder() -> str:
    """Return the features of the current folder, or else those beside the installed product."""
    here = Path("features")
    if here.is_dir():
        return str(here)
    import engine

    checkout = Path(engine.__file__).resolve().parent.parent / "features"
    if checkout.is_dir():
        return str(checkout)
    raise click.UsageError("There is no folder 'features' here. Name a folder or a .feature file to run.")


def run_selected(
    paths: Iterable[str],
    tags: str,
    workers: int,
    *,
    explain: bool,
    quiet: bool = False,
    evidence: bool = False,
) -> RunResult:
    """Run features, with progress on screen. Raises Unreadable for paths or tags that cannot be.

    With ``evidence`` each scenario keeps its ILR files and statements.
    """
    from reports.progress import Progress
    from steps.features import find_features
    from steps.runner import RunOptions, run_features

    options = RunOptions(tags=tags, workers=workers, explain=explain)
    if evidence:
        from reports.allure.evidence import evidence_of

        options = replace(options, keep=evidence_of)
    selections = find_features(paths)
    with Progress(quiet=quiet) as progress:
        return run_features(selections, options, on_scenario=progress.scenario)


def print_json(run: RunResult) -> None:
    """Print the run as one JSON object, a scenario a line, and nothing else."""
    scenarios = [json.dumps(scenario, ensure_ascii=False) for scenario in run.as_json()["scenarios"]]
    click.echo('{"scenarios": [\n' + ",\n".join(scenarios) + "\n]}" if scenarios else '{"scenarios": []}')


def print_text(run: RunResult, verbose: bool = False) -> None:
    """Print what passed and failed, feature by feature, and the totals."""
    from reports.terminal import run_text, shows_colour, terminal_width

    for line in run_text(run, width=terminal_width(), colour=shows_colour(), verbose=verbose):
        click.echo(line)
