"""What a run found, by feature, scenario, step and cell: all that people read of a run is made from this."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal, TypeAlias

from engine.because import Because, Explanation
from engine.money import five_places
from steps.features import Row
from steps.picture import Picture
from steps.problems import Problem

Status = Literal["passed", "failed", "error", "skipped"]

NOTHING = "nothing"
"""What is shown for an expected or computed cell without text."""


@dataclass(slots=True)
class Why:
    """A figure's explanation as plain data, for pages and files. ``result`` is what its sum gives, if it has one."""

    rule: str
    title: str
    source: str
    clauses: tuple[str, ...]
    words: str
    numbers: str
    terms: tuple[tuple[str, str, str], ...]
    facts: tuple[tuple[str, str, str], ...]
    parameters: tuple[dict[str, str], ...]
    result: str = ""

    @classmethod
    def of(cls, because: Because) -> "Why":
        """Return a Because as plain data."""
        told = because.explanation()
        words, numbers = because.arithmetic(told)
        rule = because.rule
        return cls(
            rule=rule.id,
            title=rule.title,
            source=rule.source,
            clauses=rule.clauses,
            words=words,
            numbers=numbers,
            terms=tuple((term.name, _shown(term.value), term.where) for term in told.terms),
            facts=tuple((fact.name, _shown(fact.value), fact.where) for fact in told.facts),
            parameters=tuple(
                {
                    "subject": used.subject,
                    "name": used.name,
                    "label": used.label,
                    "value": _shown(used.value),
                    "unit": used.unit,
                    "from": used.valid_from.isoformat(),
                    "to": used.valid_to.isoformat() if used.valid_to else "",
                    "source": used.source,
                    "says": used.says,
                }
                for used in told.parameters
            ),
            result=_result(because, told),
        )


Told: TypeAlias = dict[int, tuple[Because, Why]]
"""Reasons already told, by identity: figures that share a reason share its explanation."""


def _result(because: Because, told: Explanation) -> str:
    try:
        return _shown(because.recomputed(told))
    except ArithmeticError:  # such as nothing spread over no months
        return ""


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{five_places(value).normalize():f}"
    return "" if value is None else str(value)


@dataclass(slots=True)
class CellResult:
    """One compared cell: its line and heading, its row's label, what was expected and what came out.

    A cell that is not ``asserted`` is shown with what came out, and never wrong: the guidance leaves its meaning open.
    """

    line: int
    row: str
    column: str
    expected: str
    actual: str
    ok: bool
    because: tuple[Because, ...] = ()
    why: list[Why] = field(default_factory=list)
    asserted: bool = True

    def settle(self, told: Told | None) -> None:
        """Turn the reasons into plain data where they were asked for, each told once, and let go of them."""
        if told is not None:
            for one in self.because:
                if id(one) not in told:
                    told[id(one)] = (one, Why.of(one))
            self.why = [told[id(one)][1] for one in self.because]
        self.because = ()

    def as_json(self) -> dict[str, Any]:
        """Return the cell as the JSON format of ``ilrspec run`` has it."""
        return {
            "line": self.line,
            "row": self.row,
            "column": self.column,
            "expected": self.expected,
            "actual": self.actual,
            "ok": self.ok,
        }


@dataclass(slots=True)
class ElidedCell:
    """A cell that a table leaves out with ``...``: what was computed, and the column of the file of the dots."""

    column: int
    result: CellResult


@dataclass(slots=True)
class StepResult:
    """One step of a scenario: as written, with its table, its compared cells and what went wrong.

    ``warnings`` tell what looks wrong and fails nothing, each with its line. ``elided`` are the computed cells behind
    ``...``, kept where reasons were asked for. ``values`` are what the sentence says in its places, by their names;
    ``duration`` is in seconds.
    """

    keyword: str
    text: str
    line: int
    status: Status
    table: tuple[Row, ...] = ()
    cells: list[CellResult] = field(default_factory=list)
    message: str = ""
    background: bool = False
    warnings: tuple[Problem, ...] = ()
    elided: tuple[ElidedCell, ...] = ()
    values: tuple[tuple[str, str], ...] = ()
    duration: float = 0.0


@dataclass(slots=True)
class ScenarioResult:
    """One scenario's outcome. ``file`` is the path as it was given; ``duration`` is in seconds.

    ``pictures`` show its learners where reasons were asked for; ``years`` are the funding years it is about.
    ``example`` is its row of examples by heading; ``kept`` is what ``RunOptions.keep`` took from its World.
    """

    file: str
    line: int
    name: str
    tags: tuple[str, ...]
    status: Status
    message: str = ""
    steps: list[StepResult] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    description: str = ""
    rule: str = ""
    duration: float = 0.0
    heading_line: int = 0
    pictures: tuple[Picture, ...] = ()
    years: tuple[str, ...] = ()
    example: tuple[tuple[str, str], ...] = ()
    kept: Any = None

    @property
    def cells(self) -> list[CellResult]:
        """Every compared cell, in order."""
        return [cell for step in self.steps for cell in step.cells if cell.asserted]

    @property
    def cells_not_compared(self) -> list[CellResult]:
        """Every cell that is only shown, in order."""
        return [cell for step in self.steps for cell in step.cells if not cell.asserted]

    @property
    def warnings(self) -> list[Problem]:
        """What looks wrong and fails nothing, in order."""
        return [warning for step in self.steps for warning in step.warnings]

    def as_json(self) -> dict[str, Any]:
        """Return the scenario as the JSON format of ``ilrspec run`` has it.

        ``warnings`` and ``not_compared`` are there only where the scenario has any.
        """
        told: dict[str, Any] = {
            "file": self.file,
            "line": self.line,
            "name": self.name,
            "tags": list(self.tags),
            "status": self.status,
            "message": self.message,
            "cells": [cell.as_json() for cell in self.cells],
        }
        if self.warnings:
            told["warnings"] = [{"line": one.line, "message": one.message} for one in self.warnings]
        if self.cells_not_compared:
            told["not_compared"] = [cell.as_json() for cell in self.cells_not_compared]
        return told


@dataclass(slots=True)
class FeatureResult:
    """One feature file's outcome; ``problems`` are those that kept the whole file from being read."""

    file: str
    name: str
    description: str = ""
    tags: tuple[str, ...] = ()
    scenarios: list[ScenarioResult] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class RunResult:
    """A whole run. ``duration`` is in seconds."""

    features: list[FeatureResult] = field(default_factory=list)
    duration: float = 0.0

    @property
    def scenarios(self) -> list[ScenarioResult]:
        """Every scenario of every feature, in order."""
        return [scenario for feature in self.features for scenario in feature.scenarios]

    @property
    def problems(self) -> list[Problem]:
        """The problems of files that could not be read at all."""
        return [problem for feature in self.features for problem in feature.problems]

    def count(self, status: Status) -> int:
        """Return how many scenarios have a status."""
        return sum(scenario.status == status for scenario in self.scenarios)

    @property
    def exit_code(self) -> int:
        """0 all passed, 1 a scenario failed, 2 nothing could be run."""
        ran = self.count("passed") + self.count("failed")
        wrong = self.count("failed") + self.count("error") + len(self.problems)
        if wrong and not ran:
            return 2
        return 1 if wrong else 0

    def as_json(self) -> dict[str, Any]:
        """Return the run as ``ilrspec run`` has it in JSON; unreadable files are scenarios in error."""
        unreadable = [
            {
                "file": feature.file,
                "line": problem.line,
                "name": "",
                "tags": [],
                "status": "error",
                "message": str(problem),
                "cells": [],
            }
            for feature in self.features
            for problem in feature.problems
        ]
        return {"scenarios": unreadable + [scenario.as_json() for scenario in self.scenarios]}
