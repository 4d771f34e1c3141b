"""Over all features: every figure's reasons can be told, name rule and clause, and give the figure again.

That is so of figures behind ``...`` as well. The first reason of a figure is the one of the whole figure: where a
figure adds up several amounts, it is their sum, and the reasons of the amounts follow.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from engine.because import Because, Rule
from engine.clauses import load_catalogues
from steps.features import find_features
from steps.results import CellResult, Told, Why
from steps.runner import RunOptions, run_features

ROOT = Path(__file__).parents[2]
CLAUSES = {
    clause.id for document in load_catalogues(ROOT / "fixtures" / "clauses") for clause in document.clauses
}
NO_DAY = re.compile(r"0001-01-01|\b01/01/0*1\b")
Faults = list[tuple[str, str, str, str, str]]


class Checked:
    """What was looked at, and what was wrong."""

    def __init__(self) -> None:
        self.recomputed = self.elided = 0
        self.faults: Faults = []
        self.reasons: dict[int, tuple[Because, Decimal | None, list[str]]] = {}

    def settle(self, cell: CellResult, told: Told | None) -> None:
        """Stand in for the settling of a cell: look at its reasons and let go of them."""
        reasons, cell.because = cell.because, ()
        if reasons and not cell.asserted:
            self.elided += 1
        for because in reasons:
            if id(because) not in self.reasons:
                self.reasons[id(because)] = (because, *looked_at(because))
            for fault in self.reasons[id(because)][2]:
                self._fault(cell, because, fault)
        if reasons:
            self._recompute(cell, *self.reasons[id(reasons[0])][:2])
        elif number(cell.actual):
            self.faults.append(("none", cell.row, cell.column, cell.actual, "has no reason"))

    def _recompute(self, cell: CellResult, because: Because, again: Decimal | None) -> None:
        shown = number(cell.actual)
        if shown is None or again is None:
            return
        self.recomputed += 1
        if cell.actual.strip().endswith("%"):
            again *= 100
        if abs(again - shown) > Decimal(1).scaleb(int(shown.as_tuple().exponent)):
            self._fault(cell, because, f"gives {again}")

    def _fault(self, cell: CellResult, because: Because, what: str) -> None:
        self.faults.append((because.rule.id, cell.row, cell.column, cell.actual, what))


def number(text: str) -> Decimal | None:
    try:
        return Decimal(text.strip().removesuffix("%").replace(",", "").replace("£", ""))
    except InvalidOperation:
        return None


def looked_at(because: Because) -> tuple[Decimal | None, list[str]]:
    """Return what a reason's sum gives, None without one, and what is wrong with it, whatever figure it is for."""
    try:
        why = Why.of(because)
        again = because.recomputed()
    except Exception as error:
        return None, [f"cannot be told: {error!r}"]
    return again, list(faults_of(because.rule, why))


def faults_of(rule: Rule, why: Why) -> Iterator[str]:
    """Yield what is wrong with a reason that was told."""
    if not (rule.id and rule.title and rule.source):
        yield "has a rule without id, title or source"
    if not CLAUSES.issuperset(rule.clauses) or not rule.clauses:
        yield f"cites {rule.clauses}"
    if bool(rule.formula) != all((why.words, why.numbers, why.result)):
        yield f"tells its sum as {why.words} = {why.numbers} = {why.result}"
    if not (why.terms or why.facts or why.parameters):
        yield "tells neither terms nor facts nor parameters"
    for used in why.parameters:
        if not (used["source"] and used["from"] and used["says"]):
            yield f"uses {used['name']} without its source or date"
    texts = [part for term in (*why.terms, *why.facts) for part in term]
    yield from (f"tells {text!r}" for text in texts if NO_DAY.search(text))


@pytest.mark.long
def test_every_reason_can_be_told_and_gives_its_figure(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = Checked()
    monkeypatch.setattr(CellResult, "settle", lambda cell, told: checked.settle(cell, told))
    monkeypatch.setattr("steps.runner.pictures_of", lambda world: ())  # nothing here is drawn
    run = run_features(find_features([ROOT / "features"]), RunOptions(explain=True))
    assert run.exit_code == 0
    assert not checked.faults, "\n".join(map(str, checked.faults[:20]))
    assert checked.recomputed > 5000
    assert checked.elided > 1000
    assert len(checked.reasons) > 5000
