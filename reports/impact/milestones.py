"""Milestones of Skills Bootcamps on both sides of an impact, of the files that are given and of no other return."""

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

from engine.money import ZERO
from reports.impact.change import Change, Pair
from reports.impact.sides import Side
from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.programmes.bootcamps import Evaluation
    from engine.returns import ReturnCalendar
    from engine.returns.store import ReturnStore

PROGRAMME = "skills_bootcamps"

Learner = tuple[int, str, str]
"""A learner by provider, funding year and reference."""

Reason = tuple[int | None, str, str]
Paid = tuple[str, str]


class MilestonesUnknownError(Exception):
    """The files are of no return that is known, so that nothing can be said of their milestones."""


class _Told:
    """What one side gives each learner: amounts by bootcamp and milestone, and what stands in the way."""

    def __init__(self) -> None:
        self.paid: dict[Learner, dict[Paid, Decimal]] = {}
        self.reasons: dict[Learner, Counter[Reason]] = {}

    def add(self, evaluation: "Evaluation") -> None:
        for one in evaluation.milestones:
            learner = one.ukprn, one.returned_in.year.label, one.learn_ref_number
            amounts = self.paid.setdefault(learner, {})
            key = one.bootcamp_aim_ref, one.milestone
            amounts[key] = amounts.get(key, ZERO) + one.amount
        for line in evaluation.no_pay:
            learner = line.ukprn, line.returned_in.year.label, line.learn_ref_number
            reason = line.aim_seq_number, line.milestone or "", line.code
            self.reasons.setdefault(learner, Counter())[reason] += 1


def milestone_changes(
    files: Sequence[Path], calendar: "ReturnCalendar", sides: tuple[Side, Side], lenient: bool
) -> dict[Learner, Change]:
    """Return the learners of some files who have milestones or reasons against them on either side.

    The files are taken together: a milestone that one of them pays is not paid by the next. Raises
    MilestonesUnknownError when a file is of no return, and Refusal when a side has no parameters for what was returned.
    """
    from engine.ilr.problems import IlrFileError
    from engine.returns import ReturnCalendarError
    from engine.returns.problems import StoreError
    from engine.returns.store import ReturnStore

    try:
        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            store = stack.enter_context(ReturnStore.open(Path(folder) / "returns.db"))
            for file in files:
                store.import_file(file, calendar, lenient=lenient)
            before, after = _worked_out(store, sides)
    except (ReturnCalendarError, StoreError, IlrFileError) as error:
        raise MilestonesUnknownError(" ".join(str(error).split())) from None
    learners = dict.fromkeys([*before.paid, *after.paid, *before.reasons, *after.reasons])
    return {
        learner: _change(
            learner[2],
            before.paid.get(learner, {}),
            after.paid.get(learner, {}),
            before.reasons.get(learner) != after.reasons.get(learner),
        )
        for learner in sorted(learners)
    }


def _worked_out(store: "ReturnStore", sides: tuple[Side, Side]) -> tuple[_Told, _Told]:
    from engine.parameters import ParameterError
    from engine.programmes.bootcamps import Context, evaluate
    from engine.returns.people import people

    told = _Told(), _Told()
    contexts = [Context(side.reference, side.parameters, side.switches) for side in sides]
    for person in people([store]):
        for side, context, one in zip(sides, contexts, told, strict=True):
            try:
                one.add(evaluate(person, context))
            except ParameterError as error:
                raise Refusal(
                    f"the rules have no parameters for what was returned: {error} (in {side.name})"
                ) from None
    return told


def _change(
    learn_ref_number: str, before: Mapping[Paid, Decimal], after: Mapping[Paid, Decimal], findings: bool
) -> Change:
    amounts: dict[tuple[str, str], Pair] = {}
    moved = set()
    for paid in {**before, **after}:
        kind = PROGRAMME, f"Milestone {paid[1]}"
        pair = Pair(before.get(paid, ZERO), after.get(paid, ZERO))
        amounts[kind] = amounts.get(kind, Pair()).plus(pair)
        if pair.difference:
            moved.add(kind)
    return Change(learn_ref_number, amounts, frozenset(moved), False, findings)


def with_milestones(change: Change, milestones: Change) -> Change:
    """Return a learner's change by formula with that of the milestones added."""
    return replace(
        change,
        amounts={**change.amounts, **milestones.amounts},
        moved=change.moved | milestones.moved,
        findings=change.findings or milestones.findings,
    )
