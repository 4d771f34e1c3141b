"""Running scenarios so that their figures are kept: now, under other parameters, or in another year."""

from collections.abc import Iterable
from pathlib import Path

from reports.progress import Progress
from reports.refusal import Refusal
from reports.year_on_year.record import Record, record_of
from steps.features import find_features
from steps.problems import Unreadable
from steps.results import RunResult
from steps.runner import RunOptions, parameters_of, run_features


def run_of(
    paths: Iterable[str], *, parameters: Path | None = None, years: int = 0, quiet: bool = False
) -> RunResult:
    """Run features with every reason kept. Raises Refusal for a path without features."""
    try:
        selections = find_features(paths)
    except Unreadable as error:
        raise Refusal(f"{one.file}: {one.message}" for one in error.problems) from None
    with Progress(quiet=quiet) as progress:
        options = RunOptions(explain=True, parameters=parameters, years=years)
        return run_features(selections, options, on_scenario=progress.scenario)


def recorded(
    paths: tuple[str, ...], *, parameters: Path | None = None, years: int = 0, quiet: bool = False
) -> Record:
    """Return the figures of a run. Raises Refusal where nothing can be run."""
    run = run_of(paths, parameters=parameters, years=years, quiet=quiet)
    if not run.scenarios:
        problems = [f"{one.file}: {one.message}" for one in run.problems]
        raise Refusal(problems or "there is no scenario to run")
    return record_of(run, paths, parameters_of(parameters))
