"""Scenarios read without running a rule: every step carried out up to where the rules would begin.

What is said here of a step is what a run says of it: both understand it in the same way.
"""

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from engine.calendar import FundingYear
from engine.ilr.schema import UnknownIlrYear
from engine.parameters import ParameterError
from engine.reference import ReferenceDataError
from steps.features import Scenario, Step
from steps.problems import Problem, RulesNeeded, StepError, nearest
from steps.registry import Match, StepDefinition, match, nearest_steps
from steps.tables import Problems
from steps.vocabulary import MODULES as _VOCABULARY
from steps.world import World

assert _VOCABULARY, "the steps are registered by importing them"

ASSERTS_NOTHING = (
    "the scenario asserts nothing: add a Then that compares something, such as 'Then the earnings are:'"
)

KEYWORDS = ("Given", "When", "Then", "And", "But")

_SUGGESTS = "did you mean"


def understood(
    step: Step, year: FundingYear | None, file: str
) -> tuple[Match | None, dict[str, Any], list[Problem]]:
    """Return the definition that a step fits, what its sentence and table say, and what cannot be read of them.

    Without a definition that fits, the problem names the nearest steps.
    """
    matched = match(step.text)
    if matched is None:
        near = [f"'{sentence}'" for sentence in nearest_steps(step.text)]
        hint = f"; the nearest steps are {', '.join(near)}" if near else ""
        return None, {}, [Problem(file, step.line, step.column, f"no step reads '{step.text}'{hint}")]
    problems = Problems(file)
    if step.doc_string_line:
        problems.add(
            step.doc_string_line,
            0,
            "no step reads a text in three quotation marks; write a table, or a comment with #",
        )
    return matched, matched.arguments(step, year, problems), problems


def told_of(error: StepError, step: Step, file: str) -> list[Problem]:
    """Return what is told of a step that cannot be carried out: each reason at its row, else at the step."""
    return [
        Problem(file, *((one.line, one.column) if one.line else (step.line, step.column)), str(one))
        for one in (error, *error.others)
    ]


def fault(error: Exception) -> str:
    """Return what is told of an error that no author can have made."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return (
        f"a fault of ilrspec, not of this feature; please report it with this scenario: "
        f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"
    )


def misspelt_steps(scenario: Scenario) -> Iterator[Problem]:
    """Yield the steps whose keyword is misspelt: before the first step they would pass as a description."""
    for line, column, told in scenario.loose_lines:
        word, _, sentence = told.partition(" ")
        if (near := nearest(word, KEYWORDS)) and match(sentence):
            yield Problem(str(scenario.file), line, column, f"'{word}' does not begin a step{near}")


class ReadTable(NamedTuple):
    """A table that was read: its step, the definition that reads it, and what it made of the rows."""

    step: Step
    definition: StepDefinition
    rows: Sequence[Any]


@dataclass(slots=True)
class Reading:
    """A scenario as far as it can be read: its problems in the order of its steps, and what it has said.

    ``sound`` says whether every step could be carried out up to the rules; ``tables`` are its tables as read.
    """

    world: World
    problems: list[Problem] = field(default_factory=list)
    sound: bool = True
    tables: list[ReadTable] = field(default_factory=list)


def read_scenario(scenario: Scenario) -> Reading:
    """Read a scenario under the published parameters; no rule is run.

    Unlike a run it goes on after a step that cannot be carried out. What later steps then miss may follow from
    the first fault alone, so of them only those faults are told that have a word near them.
    """
    world = World(script=scenario.steps, tags=scenario.tags, reading=True)
    file = str(scenario.file)
    found = Reading(world, list(misspelt_steps(scenario)))
    found.sound = not found.problems
    compares = False
    try:
        for step in scenario.steps:
            world.compares = True
            compares |= _carry_out(step, file, found)
        if found.sound and not compares and not any(cell.asserted for cell in world.cells):
            found.problems.append(Problem(file, scenario.line, 0, ASSERTS_NOTHING))
    finally:
        world.close()
    return found


def _carry_out(step: Step, file: str, found: Reading) -> bool:
    """Carry out a step up to the rules, note its problems, and say whether it compares anything."""
    world = found.world
    matched, arguments, problems = understood(step, world.year, file)
    found.problems += problems
    found.sound = found.sound and not problems
    if matched is None or not set(matched.parts) <= set(arguments):
        return True
    if problems and matched.definition.table is not None and "rows" not in arguments:
        return True
    if step.table and "rows" in arguments:
        found.tables.append(ReadTable(step, matched.definition, arguments["rows"]))
    try:
        matched.definition.function(world, **arguments)
    except RulesNeeded as stop:
        return stop.compares and matched.definition.compares
    except StepError as error:
        told = told_of(error, step, file)
        found.problems += told if found.sound else [one for one in told if _SUGGESTS in one.message]
        found.sound = False
    except (ParameterError, ReferenceDataError, UnknownIlrYear) as error:
        if found.sound:
            found.problems.append(Problem(file, step.line, step.column, str(error)))
        found.sound = False
    except Exception as error:  # one faulty step must not keep the others from being read
        # Half a table may lead anywhere: what came of it counts only where all could be read.
        if found.sound:
            found.problems.append(Problem(file, step.line, step.column, fault(error)))
        found.sound = False
    return False
