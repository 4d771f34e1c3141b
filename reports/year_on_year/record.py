"""What is kept of a run: every computed figure with its reasons, and the parameters in force.

This module stands on its own, without the rest of the reports: a child process loads it beside the steps and
engine of another revision, so that both sides of a comparison are kept in one way.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from steps.results import RunResult, ScenarioResult, StepResult


class Input(NamedTuple):
    """A number or fact that a figure rests on: its name, its value as text, where it was read."""

    name: str
    value: str
    where: str


class Used(NamedTuple):
    """A parameter that a figure rests on, with the dates between which it holds (blank for no end)."""

    subject: str
    name: str
    label: str
    value: str
    unit: str
    valid_from: str
    valid_to: str
    source: str

    @property
    def full_name(self) -> str:
        """The name with its file, such as ``adult_skills.achievement_share``."""
        return f"{self.subject}.{self.name}" if self.subject else self.name


class Reason(NamedTuple):
    """Why a figure is what it is: rule, clauses, the sum in words and numbers, inputs, facts, parameters."""

    rule: str
    title: str
    source: str
    clauses: tuple[str, ...]
    words: str
    numbers: str
    terms: tuple[Input, ...]
    facts: tuple[Input, ...]
    parameters: tuple[Used, ...]


@dataclass(slots=True)
class Figure:
    """A computed figure: its step, the label of its row, its column, what was expected, what came out."""

    step: str
    row: str
    column: str
    expected: str
    actual: str
    reasons: tuple[Reason, ...] = ()


@dataclass(slots=True)
class ScenarioRecord:
    """A scenario with its figures.

    ``example`` counts scenarios of the same name in one feature; ``inputs`` tells by what it says whether two are
    the same, blank where that is not asked; ``message`` says why a scenario could not be carried out.
    """

    feature: str
    name: str
    example: int
    line: int
    tags: tuple[str, ...]
    status: str
    inputs: str = ""
    message: str = ""
    figures: list[Figure] = field(default_factory=list)


class Value(NamedTuple):
    """A dated value of a parameter as text."""

    subject: str
    name: str
    valid_from: str
    value: str


@dataclass(slots=True)
class Record:
    """Everything kept of a run. ``paths`` are the features as they were asked for."""

    paths: tuple[str, ...] = ()
    parameters: tuple[Value, ...] = ()
    scenarios: list[ScenarioRecord] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)

    @property
    def figures(self) -> int:
        """How many figures there are."""
        return sum(len(scenario.figures) for scenario in self.scenarios)


def record_of(run: RunResult, paths: Iterable[str] = (), parameters: Any = None) -> Record:
    """Return what is kept of a run that was carried out with ``explain``.

    ``parameters`` are those it ran under, the published ones when none are given.
    """
    record = Record(tuple(_place(path) for path in paths), tuple(_values(parameters)))
    reasons: dict[Any, Reason] = {}
    for feature in run.features:
        file = _place(feature.file)
        record.unreadable.extend((file, str(problem)) for problem in feature.problems)
        counts: dict[str, int] = {}
        for scenario in feature.scenarios:
            counts[scenario.name] = counts.get(scenario.name, 0) + 1
            record.scenarios.append(_scenario(file, scenario, counts[scenario.name], reasons))
    return record


def _place(path: str) -> str:
    """Return a path as it is kept: with forward slashes, seen from the current folder where it lies in it."""
    try:
        return Path(path).resolve().relative_to(Path.cwd().resolve()).as_posix()
    except ValueError:
        return PurePosixPath(Path(path).as_posix()).as_posix()


def _values(parameters: Any) -> Iterator[Value]:
    from engine.parameters import published

    held = parameters or published()
    for file in sorted(held.folder.glob("*.yaml")):
        if file.stem == "switches":
            continue
        for name, dated in held.subject(file.stem).values.items():
            for value in dated:
                yield Value(file.stem, name, value.valid_from.isoformat(), _text(value.value))


def _text(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value)


def _scenario(
    file: str, scenario: ScenarioResult, example: int, reasons: dict[Any, Reason]
) -> ScenarioRecord:
    figures = [
        Figure(
            step.text,
            cell.row,
            cell.column,
            cell.expected,
            cell.actual,
            tuple(_reason(why, reasons) for why in cell.why),
        )
        for step in scenario.steps
        for cell in step.cells
    ]
    told = scenario.message if scenario.status in ("error", "skipped") else ""
    return ScenarioRecord(
        file,
        scenario.name,
        example,
        scenario.line,
        tuple(scenario.tags),
        scenario.status,
        _inputs(scenario.steps),
        told,
        figures,
    )


def _inputs(steps: Iterable[StepResult]) -> str:
    """Return a short sum of what the steps say that compare nothing: two scenarios with the same are one."""
    content = hashlib.blake2s(digest_size=8)
    for step in steps:
        if not step.cells:
            content.update(repr((step.text, [row[1] for row in step.table])).encode())
    return content.hexdigest()


def _reason(why: Any, told: dict[Any, Reason]) -> Reason:
    """Return a reason as it is kept; equal ones are one object."""
    known = told.get(id(why))
    if known is not None:
        return known
    reason = Reason(
        why.rule,
        why.title,
        why.source,
        tuple(why.clauses),
        why.words,
        why.numbers,
        tuple(Input(*one) for one in why.terms),
        tuple(Input(*one) for one in why.facts),
        tuple(
            Used(
                used.get("subject", ""),
                used["name"],
                used["label"],
                used["value"],
                used["unit"],
                used["from"],
                used["to"],
                used["source"],
            )
            for used in why.parameters
        ),
    )
    reason = told.setdefault(reason, reason)
    told[id(why)] = reason  # the run keeps its reasons to the end, so that no identity is used twice
    return reason


def snapshot_lines(record: Record) -> Iterator[str]:
    """Yield the lines of a snapshot file: a heading, parameters, reasons told once, then a scenario a line."""
    import json

    numbers: dict[Reason, int] = {}
    for scenario in record.scenarios:
        for figure in scenario.figures:
            for reason in figure.reasons:
                numbers.setdefault(reason, len(numbers))
    heading = {
        "format": FORMAT,
        "version": VERSION,
        "paths": record.paths,
        "scenarios": len(record.scenarios),
        "figures": record.figures,
        "reasons": len(numbers),
        "parameters": record.parameters,
        "unreadable": record.unreadable,
    }
    encoder = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
    yield encoder.encode(heading)
    for reason in numbers:
        yield encoder.encode(reason)
    for scenario in record.scenarios:
        steps = list(dict.fromkeys(figure.step for figure in scenario.figures))
        places = {step: at for at, step in enumerate(steps)}
        figures = [
            (
                places[figure.step],
                figure.row,
                figure.column,
                figure.expected,
                figure.actual,
                [numbers[reason] for reason in figure.reasons],
            )
            for figure in scenario.figures
        ]
        yield encoder.encode(
            {
                "feature": scenario.feature,
                "name": scenario.name,
                "example": scenario.example,
                "line": scenario.line,
                "tags": scenario.tags,
                "status": scenario.status,
                "inputs": scenario.inputs,
                "message": scenario.message,
                "steps": steps,
                "figures": figures,
            }
        )


FORMAT = "ilrspec snapshot"
VERSION = 1
