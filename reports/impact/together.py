"""What the files of an impact come to together: their sums, and the learners whose milestones rest on all of them."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.calendar import FundingYear
from reports.batch.notes import Note, keep_folder
from reports.batch.order import Source
from reports.batch.run import Outcome
from reports.exports.spool import Spool
from reports.impact.change import Change
from reports.impact.files import Row, moved_rows, read_rows, write_rows
from reports.impact.filesums import FileImpact, change_as_json, change_from_json
from reports.impact.learner import BOOTCAMPS
from reports.impact.milestones import Learner, MilestonesUnknownError, milestone_changes, with_milestones
from reports.impact.order import ImpactOrder
from reports.impact.sums import Impact
from reports.refusal import Refusal

_Waiting = list[tuple[Note, Source]]
"""Files with bootcamps."""


def put_together(order: ImpactOrder, outcome: Outcome, top: int) -> Impact:
    """Return the sums of all files of a run, and write the rows of learners with bootcamps. Raises Refusal."""
    impact = Impact(top)
    with_bootcamps: _Waiting = []
    for note in outcome.notes:
        sums, source = sums_of(note), outcome.sources[note.key]
        impact.take(sums.impact)
        impact.files.append((str(source.path), note.ukprn, FundingYear.from_code(note.year).label))
        impact.problems += note.problems
        if sums.waiting:
            with_bootcamps.append((note, source))
    try:
        _forget_rows(order)
        if with_bootcamps:
            _add_bootcamps(order, with_bootcamps, impact)
    except OSError as error:
        reason = error.strerror or error
        raise Refusal(f"{error.filename or order.into} cannot be written: {reason}") from None
    return impact


def rows_of(order: ImpactOrder, outcome: Outcome) -> Iterator[Row]:
    """Return the rows of the learners that moved, in the order of the files, those with bootcamps last.

    Raises OSError.
    """
    for note in outcome.notes:
        yield from read_rows(order.into / next(name for name in note.results if name.startswith("moved/")))
    if _rows_with_bootcamps(order).exists():
        yield from read_rows(_rows_with_bootcamps(order))


def sums_of(note: Note) -> FileImpact:
    """Return the sums of a file of an impact."""
    assert isinstance(note.sums, FileImpact)
    return note.sums


def _add_bootcamps(order: ImpactOrder, files: _Waiting, impact: Impact) -> None:
    count = sum(sums_of(note).waiting for note, _ in files)
    found = _milestones(order, files)
    if isinstance(found, str):
        impact.milestones_unknown = found
        impact.not_calculated[BOOTCAMPS] += count
        found = {}
    else:
        impact.bootcamp_learners = count
    with Spool() as rows:
        for note, _ in files:
            year = FundingYear.from_code(note.year).label
            for change in _waiting(order, note):
                milestones = found.pop((note.ukprn, year, change.learn_ref_number), None)
                whole = with_milestones(change, milestones) if milestones else change
                impact.add(note.ukprn, year, whole)
                for row in moved_rows(note.ukprn, year, whole):
                    rows.add(row)
        order.work.mkdir(parents=True, exist_ok=True)
        target = _rows_with_bootcamps(order)
        made = order.work / target.name
        write_rows(made, rows)
        made.replace(target)
        keep_folder(target.parent)


def _waiting(order: ImpactOrder, note: Note) -> Iterator[Change]:
    name = next(name for name in note.results if name.startswith(".ilrspec/waiting/"))
    with (order.into / name).open(encoding="utf-8") as lines:
        yield from (change_from_json(json.loads(line)) for line in lines)


def _rows_with_bootcamps(order: ImpactOrder) -> Path:
    return order.into / "moved" / f"bootcamps.{order.form}"


def _forget_rows(order: ImpactOrder) -> None:
    """Remove the rows with bootcamps of an earlier run, which may have been of other files."""
    for form in ("csv", "parquet"):
        (order.into / "moved" / f"bootcamps.{form}").unlink(missing_ok=True)


def _milestones(order: ImpactOrder, files: _Waiting) -> dict[Learner, Change] | str:
    """Return the milestones of files, or why they are not known; worked out once for the same files and settings."""
    kept = order.inner / "milestones.json"
    of = hashlib.sha256(
        json.dumps(
            [order.settings(), [(note.key, note.sha256, str(source.path)) for note, source in files]]
        ).encode()
    ).hexdigest()
    try:
        held: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
        if held["of"] == of:
            return _milestones_of(held)
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError):
        pass
    held = {"of": of, **_worked_out(order, files)}
    order.work.mkdir(parents=True, exist_ok=True)
    made = order.work / kept.name
    with made.open("w", encoding="utf-8", newline="") as stream:
        json.dump(held, stream, ensure_ascii=False)
        stream.flush()
        os.fsync(stream.fileno())
    made.replace(kept)
    return _milestones_of(held)


def _worked_out(order: ImpactOrder, files: _Waiting) -> dict[str, Any]:
    from reports.payments.files import calendar_of

    sides = order.sides()
    calendar, _ = calendar_of(sides[0].reference)
    try:
        found = milestone_changes([source.path for _, source in files], calendar, sides, order.lenient)
    except MilestonesUnknownError as error:
        return {"unknown": str(error)}
    return {"learners": [[*learner[:2], change_as_json(change)] for learner, change in found.items()]}


def _milestones_of(held: dict[str, Any]) -> dict[Learner, Change] | str:
    if "unknown" in held:
        return str(held["unknown"])
    found = ((ukprn, year, change_from_json(change)) for ukprn, year, change in held["learners"])
    return {(int(ukprn), str(year), change.learn_ref_number): change for ukprn, year, change in found}
