"""The same scenarios in another funding year: which figures differ beyond the move itself."""

from dataclasses import replace
from pathlib import Path

from reports.year_on_year.compare import Comparison, compare
from reports.year_on_year.record import Figure, Input, Reason, Record, ScenarioRecord, record_of
from reports.year_on_year.runs import recorded, run_of
from steps.moved_years import Edge, edges, moved_text
from steps.results import RunResult


def rolled(
    paths: tuple[str, ...], years: int, *, parameters: Path | None = None, quiet: bool = False
) -> Comparison:
    """Run features as they stand and moved by some years, and compare the figures.

    The dates that come out of the moved run are moved back first, so that only what is really different differs.
    ``parameters`` is a folder of parameters for the moved run. Raises Refusal where nothing can be run.
    """
    run = run_of(paths, quiet=quiet)
    before = record_of(run, paths)
    after = _moved_back(recorded(paths, parameters=parameters, years=years, quiet=quiet), years)
    for one in before.scenarios:
        one.inputs = ""
    names = (
        "as written",
        f"{abs(years)} {'year' if abs(years) == 1 else 'years'} {'later' if years > 0 else 'earlier'}",
    )
    comparison = compare(before, after, names)
    comparison.remarks.extend(_remarks(run, years))
    if comparison.moved:
        comparison.remarks.append("a stretch over 29 February has a day more or less than before")
    return comparison


def _remarks(run: RunResult, years: int) -> list[str]:
    found: dict[Edge, set[tuple[str, int]]] = {}
    for scenario in run.scenarios:
        texts = [
            text
            for step in scenario.steps
            for text in (step.text, *(c for row in step.table for c in row.cells))
        ]
        for edge in edges(texts, years):
            found.setdefault(edge, set()).add((scenario.file, scenario.line))
    return [
        f"{edge.before} became {edge.after}: the last day of February stays the last "
        f"({len(places)} {'scenario' if len(places) == 1 else 'scenarios'})"
        for edge, places in found.items()
    ]


def _moved_back(record: Record, years: int) -> Record:
    reasons: dict[Reason, Reason] = {}
    scenarios = [_scenario_back(one, -years, reasons) for one in record.scenarios]
    return Record(record.paths, record.parameters, scenarios, record.unreadable)


def _scenario_back(scenario: ScenarioRecord, years: int, reasons: dict[Reason, Reason]) -> ScenarioRecord:
    figures = [
        Figure(
            moved_text(figure.step, years),
            moved_text(figure.row, years, is_cell=" " not in figure.row),
            moved_text(figure.column, years, is_cell=True),
            moved_text(figure.expected, years, is_cell=True),
            moved_text(figure.actual, years, is_cell=True, of_year="year" in figure.column.lower()),
            tuple(_reason_back(reason, years, reasons) for reason in figure.reasons),
        )
        for figure in scenario.figures
    ]
    return replace(scenario, inputs="", figures=figures)


def _reason_back(reason: Reason, years: int, told: dict[Reason, Reason]) -> Reason:
    known = told.get(reason)
    if known is None:
        known = told[reason] = reason._replace(
            terms=_inputs_back(reason.terms, years), facts=_inputs_back(reason.facts, years)
        )
    return known


def _inputs_back(inputs: tuple[Input, ...], years: int) -> tuple[Input, ...]:
    return tuple(
        one._replace(name=moved_text(one.name, years), value=moved_text(one.value, years)) for one in inputs
    )
