"""What a process does with a file of an impact: work out a piece or the whole, put the results together."""

import json
import os
import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.batch.job import Finished, Refused, come_of, import_rules, kept_open, piece_of, writing
from reports.batch.notes import DONE, Note
from reports.batch.order import Source
from reports.batch.segments import Scan
from reports.calculation import Calculation, file_problems
from reports.garbage import few_collections
from reports.impact.files import moved_rows, write_rows
from reports.impact.filesums import FileImpact, change_as_json
from reports.impact.learner import calculation_of, findings_beside, worked_out
from reports.impact.order import ImpactOrder
from reports.impact.sums import Impact

if TYPE_CHECKING:
    from engine.ilr.reader import IlrReader

_LEARNERS_IN_MEMORY = 2_000
"""Learners whose rows wait to be written."""

_Sides = tuple[Calculation, Calculation]


@dataclass(slots=True)
class Part:
    """What came out of a piece of a file, or of all of it; its rows lie in files that begin with ``stems``."""

    sums: FileImpact
    stems: list[str] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    """The learners of whom the provider's records outside the ILR speak."""
    problems: list[str] = field(default_factory=list)


def check(order: ImpactOrder) -> dict[str, str]:
    """Read what the order names and return its settings. Raises Refusal for what cannot be used."""
    import_rules()
    order.sides()
    return order.settings()


def piece(order: ImpactOrder, source: Source, found: Scan, number: int, folder: Path) -> Part | None:
    """Work out a piece of a file; None where anything in it is not as it should be, and the whole is to be read."""
    return piece_of(
        source,
        found,
        number,
        lambda: _opened(order, source),
        of_learners=lambda whole, reader: _worked_out(
            order, whole, reader, f"{number:06}", folder, found.has_destinations
        ),
        of_others=lambda whole: Part(FileImpact(Impact(order.movers))),
    )


def finish(
    order: ImpactOrder, source: Source, found: Scan, parts: Sequence[Part | None], folder: Path
) -> Finished | Refused:
    """Put the pieces of a file together; where one is missing, read the whole file in one go."""
    return come_of(source, found, lambda: _finished(order, source, found, parts, folder))


def _finished(
    order: ImpactOrder, source: Source, found: Scan, parts: Sequence[Part | None], folder: Path
) -> Finished:
    from engine.ilr.xml import open_ilr

    known = [part for part in parts if part is not None]
    if len(known) == len(parts):
        return _put_together(order, source, found, _opened(order, source), known, folder)
    with open_ilr(source.path, lenient=order.lenient) as reader:
        calculations = _calculations(order, source.path, reader)
        part = _worked_out(order, calculations, reader, "whole", folder, True)
        part.problems = file_problems(source.path, reader.problems)
        return _put_together(order, source, found, calculations, [part], folder)


def _worked_out(
    order: ImpactOrder,
    calculations: _Sides,
    reader: "IlrReader",
    stem: str,
    folder: Path,
    has_destinations: bool,
) -> Part:
    """Work out the learners of a reader, which may hold a piece of the calculations' file only."""
    sides = order.sides()
    setting = calculations[0].setting
    ukprn, year = setting.ukprn, setting.year.label
    part = Part(FileImpact(Impact(order.movers)))
    asked = frozenset[str]().union(*_asked_for(calculations))
    rows: list[tuple[Any, ...]] = []
    waiting: list[dict[str, Any]] = []

    def write() -> None:
        part.stems.append(f"{stem}-{len(part.stems):06}")
        with writing(order), (folder / part.stems[-1]).open("wb") as stream:
            pickle.dump((rows, waiting), stream, pickle.HIGHEST_PROTOCOL)
        rows.clear()
        waiting.clear()

    with few_collections():
        for learner in reader.learners():
            reference = learner.learn_ref_number
            if asked and reference.upper() in asked:
                part.held.add(reference)
            change, of_bootcamps, not_calculated = worked_out(calculations, sides, learner, has_destinations)
            part.sums.impact.not_calculated.update(not_calculated)
            if of_bootcamps:
                part.sums.waiting += 1
                waiting.append(change_as_json(change))
            else:
                part.sums.impact.add(ukprn, year, change)
                rows += moved_rows(ukprn, year, change)
            # A file that is read in one go may be of any size.
            if part.sums.learners % _LEARNERS_IN_MEMORY == 0:
                write()
    write()
    return part


def _put_together(
    order: ImpactOrder,
    source: Source,
    found: Scan,
    calculations: _Sides,
    parts: list[Part],
    folder: Path,
) -> Finished:
    setting, reader = calculations[0].setting, calculations[0].reader
    sums, held = FileImpact(Impact(order.movers)), set[str]()
    for part in parts:
        sums.take(part.sums)
        held |= part.held
    asked = _asked_for(calculations)
    if any(asked):
        sums.impact.findings_beside = findings_beside(*calculations, asked, held)
    name = f"{source.name}.{order.form}"
    made = [(folder / f"moved.{order.form}", f"moved/year={reader.year}/ukprn={setting.ukprn}/{name}")]
    stems = [folder / stem for part in parts for stem in part.stems]
    with writing(order):
        write_rows(made[0][0], (row for rows, _ in _read(stems) for row in rows))
        if sums.waiting:
            made.append((folder / "waiting", f".ilrspec/waiting/{source.name}.json"))
            _write_lines(made[1][0], (one for _, waiting in _read(stems) for one in waiting))
        results = {target: path.stat().st_size for path, target in made}
    prepared = setting.file_date.isoformat()
    note = Note(
        source.key, source.name, DONE, source.size, source.mtime_ns, found.sha256, {},
        setting.ukprn, reader.year, prepared, sums, [line for part in parts for line in part.problems], results,
    )  # fmt: skip
    return Finished(note, tuple(made))


def _read(stems: Iterable[Path]) -> Iterator[tuple[list[tuple[Any, ...]], list[dict[str, Any]]]]:
    for path in stems:
        with path.open("rb") as stream:
            yield pickle.load(stream)


def _write_lines(target: Path, lines: Iterable[dict[str, Any]]) -> None:
    with target.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        stream.flush()
        os.fsync(stream.fileno())


def _opened(order: ImpactOrder, source: Source) -> _Sides:
    return kept_open(order, source, lambda reader: _calculations(order, source.path, reader))


def _calculations(order: ImpactOrder, file: Path, reader: "IlrReader") -> _Sides:
    before, after = (calculation_of(file, reader, side, order.as_at) for side in order.sides())
    return before, after


def _asked_for(calculations: _Sides) -> list[frozenset[str]]:
    from engine.calculate import learners_asked_for

    return [learners_asked_for(one.setting) for one in calculations]
