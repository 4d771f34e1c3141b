"""Computed figures in the place of expected ones: which cells of a feature would change, and why none may.

A scenario is offered only when it would pass with the computed figures: the edited text is carried out once more
before anything is offered. So nothing is written that does not mend the scenario, whatever kind of cell it is.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from reports.authoring.figures import amount, as_written
from reports.celltable import Cell, cell_tables
from steps.feature_text import CellEdit, FeatureText, WordsEdit
from steps.features import Scenario, at_line, parse_feature
from steps.results import NOTHING, ScenarioResult, StepResult, Why
from steps.runner import run_scenario

Edit: TypeAlias = CellEdit | WordsEdit

_PLACEHOLDER = re.compile(r"<([^<>|]+)>")
_WORD = re.compile(r"<[^<>|]+>|[-−+]?£?\d[\d,]*(?:\.\d+)?%?")


@dataclass(frozen=True, slots=True)
class Change:
    """One cell, or figure of a sentence, that would change: where it stands, both figures, and the reasons.

    ``row`` and ``column`` say what the figure is about, as its table has them; ``why`` holds the new one's reasons.
    """

    edit: Edit
    row: str
    column: str
    old: str
    new: str
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be accepted of one scenario, an outline with all its examples: the changes, or why there are none.

    ``refused`` is a sentence for its author, empty where the changes may be written.
    """

    line: int
    name: str
    changes: tuple[Change, ...] = ()
    refused: str = ""


class _Refused(Exception):  # noqa: N818
    """A scenario whose figures cannot be accepted; the message says why."""


def proposals(text: FeatureText, line: int = 0) -> list[Offer]:
    """Carry out the scenarios of a feature, or those at a line, and return an offer for each that does not pass.

    Raises Unreadable with every problem of a feature that cannot be read.
    """
    feature = parse_feature(text.readable, text.path)
    chosen = at_line(feature, line) if line else feature.scenarios
    offers = []
    for _, same in groupby(chosen, key=lambda scenario: scenario.heading_line):
        offer = _offer(text, list(same))
        if offer is not None:
            offers.append(offer)
    return offers


def accepted(text: FeatureText, changes: Iterable[Change]) -> FeatureText:
    """Return the text with the computed figures of some changes in it; nothing else is touched."""
    edits = [change.edit for change in changes]
    words = text.with_words(edit for edit in edits if isinstance(edit, WordsEdit))
    return words.with_cells(edit for edit in edits if isinstance(edit, CellEdit))


def _offer(text: FeatureText, scenarios: Sequence[Scenario]) -> Offer | None:
    results = [run_scenario(scenario, explain=True) for scenario in scenarios]
    if all(result.status in ("passed", "skipped") for result in results):
        return None
    line = scenarios[0].heading_line if len(scenarios) > 1 else scenarios[0].line
    name = scenarios[0].name if len(scenarios) == 1 else text.lines[line - 1].partition(":")[2].strip()
    try:
        changes = _together(
            change
            for scenario, result in zip(scenarios, results, strict=True)
            for change in _changes(text, scenario, result)
        )
        _check(accepted(text, changes), scenarios)
    except _Refused as error:
        return Offer(line, name, refused=str(error))
    return Offer(line, name, tuple(changes))


def _together(changes: Iterable[Change]) -> list[Change]:
    """Return the changes of all examples, one for each place. Raises _Refused where a place would need two figures."""
    found: dict[tuple[int, int], Change] = {}
    for change in changes:
        before = found.setdefault(change.edit[:2], change)
        if before.new != change.new:
            told = f"'{before.old}' would have to be {before.new} and {change.new} at once"
            raise _Refused(f"line {change.edit.line}: {told}; give it a column of its own in the examples")
    return list(found.values())


def _check(text: FeatureText, before: Sequence[Scenario]) -> None:
    """See that the scenarios pass with the computed figures. Raises _Refused."""
    lines = {scenario.line for scenario in before}
    for scenario in parse_feature(text.readable, text.path).scenarios:
        if scenario.line in lines:
            result = run_scenario(scenario)
            if result.status not in ("passed", "skipped"):
                first = result.message.splitlines()[0]
                raise _Refused(f"it would still fail with the computed figures: {first}")


def _changes(text: FeatureText, scenario: Scenario, result: ScenarioResult) -> Iterator[Change]:
    if result.status == "error":
        raise _Refused(f"it fails for another reason than a figure: {result.message.splitlines()[0]}")
    for step in result.steps:
        for number, table in enumerate(cell_tables(step)):
            for row in table.rows:
                for at, cell in enumerate(row.cells):
                    if cell.state != "wrong":
                        continue
                    own = bool(step.table) and number == 0
                    edit = _edit(text, scenario, step, row.line, at if own else None, cell)
                    labels = [one.text for one in row.cells if one.state == "label"]
                    column = table.headings[at] if table.headings else ""
                    new = edit.value
                    yield Change(edit, " ".join(labels), column, cell.text, new, tuple(cell.why))


def _edit(
    text: FeatureText, scenario: Scenario, step: StepResult, line: int, at: int | None, cell: Cell
) -> Edit:
    if step.background:
        raise _Refused(f"line {line}: '{cell.text}' stands in the background that all scenarios share")
    row = text.rows.get(line)
    if row is None:
        return _in_sentence(text, scenario, step, cell)
    if at is None:
        same = [index for index, one in enumerate(row.cells) if one.value == cell.text.strip()]
        if len(same) != 1:
            told = f"{cell.text or NOTHING} is expected, {cell.actual or NOTHING} computed"
            raise _Refused(f"line {line}: {told}, and no cell of the table says so")
        at = same[0]
    written = row.cells[at].value
    if (name := _PLACEHOLDER.fullmatch(written)) is not None:
        return _in_examples(text, scenario, name[1], cell)
    if "<" in written and written != cell.text:
        raise _Refused(f"line {line}: '{written}' is only in part a figure of the examples")
    return CellEdit(line, at, as_written(written, cell.actual))


def _in_examples(text: FeatureText, scenario: Scenario, name: str, cell: Cell) -> CellEdit:
    table = next(table for table in text.tables if any(row.line == scenario.line for row in table.rows))
    at = table.rows[0].values.index(name)
    return CellEdit(scenario.line, at, as_written(text.rows[scenario.line].cells[at].value, cell.actual))


def _in_sentence(text: FeatureText, scenario: Scenario, step: StepResult, cell: Cell) -> Edit:
    """Return the edit of the one word of a sentence that says what was expected."""
    line = text.lines[step.line - 1]
    values = _examples(text, scenario)
    fitting: list[Edit] = []
    for word in _WORD.finditer(line):
        name = _PLACEHOLDER.fullmatch(word[0])
        if _same(values.get(name[1], "") if name else word[0], cell.text):
            fitting.append(
                _in_examples(text, scenario, name[1], cell)
                if name
                else WordsEdit(step.line, word.start(), word.end(), as_written(word[0], cell.actual))
            )
    if len(fitting) != 1:
        told = f"{cell.text or NOTHING} is expected, {cell.actual or NOTHING} computed"
        raise _Refused(f"line {step.line}: {told}; change the sentence by hand")
    return fitting[0]


def _examples(text: FeatureText, scenario: Scenario) -> dict[str, str]:
    if scenario.line == scenario.heading_line:
        return {}
    table = next(table for table in text.tables if any(row.line == scenario.line for row in table.rows))
    return dict(zip(table.rows[0].values, text.rows[scenario.line].values, strict=True))


def _same(written: str, expected: str) -> bool:
    one, other = amount(written), amount(expected)
    return one == other if one is not None else written.strip().casefold() == expected.strip().casefold()
