"""A run on the terminal: what passed and failed, feature by feature, and the tables that differ."""

import os
import sys
import textwrap
from collections.abc import Iterator

import click

from reports.celltable import cell_tables
from reports.tabletext import table_text
from steps.problems import Problem
from steps.results import (
    NOTHING,
    CellResult,
    FeatureResult,
    RunResult,
    ScenarioResult,
    Status,
    StepResult,
)

_MANY_SCENARIOS = 60
_INDENT = " " * 11
_STYLES: dict[Status, tuple[str, str]] = {
    "passed": ("passed", "green"),
    "failed": ("FAILED", "red"),
    "error": ("ERROR", "magenta"),
    "skipped": ("skipped", "yellow"),
}


def run_text(
    run: RunResult, *, width: int = 80, colour: bool = False, verbose: bool = False
) -> Iterator[str]:
    """Yield the lines of a run: each feature with its scenarios and differing tables, the totals last.

    In a long run passed scenarios are only counted, unless ``verbose``.
    """
    listed = verbose or len(run.scenarios) <= _MANY_SCENARIOS
    for feature in run.features:
        if feature.scenarios or feature.problems:
            yield from _feature(feature, width, colour, listed)
    yield click.style(totals(run), bold=True, fg=_overall(run)) if colour else totals(run)


def totals(run: RunResult) -> str:
    """Return the closing line of a run, such as ``12 passed, 1 failed, 1 error, 2 skipped in 0.8 s``."""
    errors = run.count("error")
    counts = [
        (run.count("passed"), "passed"),
        (run.count("failed"), "failed"),
        (errors, "error" if errors == 1 else "errors"),
        (run.count("skipped"), "skipped"),
    ]
    told = [f"{count:,} {word}" for count, word in counts if count]
    warnings = sum(len(scenario.warnings) for scenario in run.scenarios)
    aside = sum(len(scenario.cells_not_compared) for scenario in run.scenarios)
    told += [f"{warnings:,} warning{'s' if warnings > 1 else ''}"] if warnings else []
    told += [f"{aside:,} cell{'s' if aside > 1 else ''} shown and not compared"] if aside else []
    unreadable = sum(bool(feature.problems) for feature in run.features)
    if unreadable:
        told.append(f"{unreadable} file{'s' if unreadable > 1 else ''} not readable")
    return f"{', '.join(told) or 'nothing was run'} in {run.duration:.1f} s"


def _overall(run: RunResult) -> str:
    if run.exit_code:
        return "red"
    return "green" if run.count("passed") else "yellow"


def _feature(feature: FeatureResult, width: int, colour: bool, listed: bool) -> Iterator[str]:
    name = feature.name or "(not readable)"
    yield f"{click.style(name, bold=True) if colour else name}  {feature.file}"
    for problem in feature.problems:
        yield f"  {_mark('error', colour)}  {_placed(problem, feature.file)}"
    passed = 0
    for scenario in feature.scenarios:
        if scenario.status == "passed" and not listed and not scenario.warnings:
            passed += 1
        else:
            yield from _scenario(scenario, width, colour)
    if passed:
        yield f"  {_mark('passed', colour)}  {passed:,} scenario{'s' if passed > 1 else ''}"
    yield ""


def _mark(status: Status, colour: bool) -> str:
    word, foreground = _STYLES[status]
    padded = f"{word:<7}"
    return click.style(padded, fg=foreground, bold=status != "passed") if colour else padded


def _scenario(scenario: ScenarioResult, width: int, colour: bool) -> Iterator[str]:
    example = f"  (line {scenario.line})" if scenario.heading_line not in (0, scenario.line) else ""
    yield f"  {_mark(scenario.status, colour)}  {scenario.name}{example}"
    for warning in scenario.warnings:
        yield f"{_INDENT}warning: {_placed(warning, scenario.file)}"
    if scenario.status == "passed":
        return
    if scenario.status == "skipped":
        if scenario.message:
            yield f"{_INDENT}{scenario.message}"
        return
    yield f"{_INDENT}{scenario.file}:{scenario.line}"
    under = {line for step in scenario.steps for line in step.message.splitlines()}
    for problem in scenario.problems:
        if str(problem) not in under:
            yield f"{_INDENT}{_placed(problem, scenario.file)}"
    for line in remaining_message(scenario).splitlines():
        yield f"{_INDENT}{line}"
    for step in scenario.steps:
        if step.status in ("failed", "error"):
            yield from _step(scenario, step, width, colour)
    yield ""


def _step(scenario: ScenarioResult, step: StepResult, width: int, colour: bool) -> Iterator[str]:
    keyword = click.style(step.keyword, bold=True) if colour else step.keyword
    yield f"{_INDENT}{keyword} {step.text}  (line {step.line})"
    placed = {str(problem): _placed(problem, scenario.file) for problem in scenario.problems}
    for line in step.message.splitlines():
        yield f"{_INDENT}  {placed.get(line, line)}"
    if not step.table:
        for cell in step.cells:
            if not cell.ok:
                yield from _difference(cell, width)
        return
    for table in cell_tables(step):
        if table.wrong:
            yield from table_text(table, width=width, colour=colour, indent=len(_INDENT)).splitlines()
    compared = [cell for cell in step.cells if cell.asserted]
    if compared:
        wrong = sum(not cell.ok for cell in compared)
        verb = "differs" if wrong == 1 else "differ"
        aside = len(step.cells) - len(compared)
        others = f"; {aside:,} shown and not compared" if aside else ""
        yield f"{_INDENT}{wrong:,} of {len(compared):,} compared cells {verb}{others}"


def _difference(cell: CellResult, width: int) -> Iterator[str]:
    """Tell a difference outside a table in one line, or in one for each figure when that is too long."""
    place = ", ".join(part for part in (cell.row, cell.column) if part)
    expected, got = f"expected {cell.expected or NOTHING}", f"got {cell.actual or NOTHING}"
    line = f"{_INDENT}  {place + ': ' if place else ''}{expected}, {got}"
    if len(line) <= width:
        yield line
        return
    if place:
        yield f"{_INDENT}  {place}:"
    for text in (expected, got):
        yield from textwrap.wrap(
            text, max(width, 60), initial_indent=f"{_INDENT}    ", subsequent_indent=f"{_INDENT}      "
        )


def _placed(problem: Problem, file: str) -> str:
    """Return a problem with the whole path of its file, as editors and terminals make it a link."""
    place = problem.file or file
    if problem.line:
        place += f":{problem.line}"
        if problem.column:
            place += f":{problem.column}"
    return f"{place}: {problem.message}"


def remaining_message(scenario: ScenarioResult) -> str:
    """Return what a scenario's message says beyond its steps' messages, its problems and its wrong cells."""
    told = [step.message for step in scenario.steps if step.message]
    told += [text for problem in scenario.problems for text in (str(problem), problem.message)]
    lines = {line.strip() for text in told for line in text.splitlines()}
    ends = tuple(
        f": expected {cell.expected or NOTHING}, got {cell.actual or NOTHING}"
        for cell in scenario.cells
        if not cell.ok
    )
    return "\n".join(
        line
        for line in scenario.message.splitlines()
        if line.strip() not in lines and not line.endswith(ends)
    )


def terminal_width(default: int = 80) -> int:
    """Return how many columns to write for: those of the terminal, or COLUMNS, or 80 when nobody looks."""
    if os.environ.get("COLUMNS", "").isdigit():
        return int(os.environ["COLUMNS"])
    try:
        return os.get_terminal_size(1).columns or default
    except OSError:
        return default


def shows_colour() -> bool:
    """Whether standard output shows colour: a terminal, NO_COLOR unset; FORCE_COLOR makes it always so."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")
