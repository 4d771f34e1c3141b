"""What a process does with a file of a calculation: work out a piece or the whole, put the results together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from engine.figures import spans_of
from reports.batch.job import Finished, Refused, come_of, import_rules, kept_open, piece_of, writing
from reports.batch.notes import DONE, Note
from reports.batch.order import Order, Source
from reports.batch.segments import Scan
from reports.batch.sums import Sums
from reports.batch.tables import TABLES, join, rows_of
from reports.calculation import (
    Calculation,
    chosen_switches,
    file_problems,
    opened_with,
    reference_tables,
    setting_of,
)
from reports.garbage import few_collections

if TYPE_CHECKING:
    from engine.ilr.reader import IlrReader
    from engine.reference import ReferenceData
    from engine.switches import Switches

_LEARNERS_IN_MEMORY = 2_000
"""Learners whose rows wait to be written."""


@dataclass(slots=True)
class Part:
    """What came out of a piece of a file, or of all of it; its rows lie in files that begin with ``stems``."""

    ukprn: int
    year: str
    prepared: str
    stems: list[str] = field(default_factory=list)
    sums: Sums = field(default_factory=Sums)
    asked_for: set[str] = field(default_factory=set)
    """The learners of whom the provider's records outside the ILR speak."""
    problems: list[str] = field(default_factory=list)


def check(order: Order) -> dict[str, str]:
    """Read what the order names and return its settings. Raises Refusal for what cannot be used."""
    import_rules()
    _needs(order)
    return order.settings()


def piece(order: Order, source: Source, found: Scan, number: int, folder: Path) -> Part | None:
    """Work out a piece of a file; None where anything in it is not as it should be, and the whole is to be read."""
    return piece_of(
        source,
        found,
        number,
        lambda: _opened(order, source),
        of_learners=lambda whole, reader: _worked_out(
            whole, reader, f"{number:06}", folder, order, found.has_destinations
        ),
        of_others=lambda whole: _part(whole),
    )


def finish(
    order: Order, source: Source, found: Scan, parts: Sequence[Part | None], folder: Path
) -> Finished | Refused:
    """Put the pieces of a file together; where one is missing, read the whole file in one go."""
    return come_of(source, found, lambda: _finished(order, source, found, parts, folder))


def _finished(
    order: Order, source: Source, found: Scan, parts: Sequence[Part | None], folder: Path
) -> Finished:
    known = [part for part in parts if part is not None]
    if len(known) == len(parts):
        calculation = _opened(order, source)
    else:
        with opened_with(source.path, *_needs(order), order.as_at, order.lenient) as calculation:
            known = [_worked_out(calculation, calculation.reader, "whole", folder, order, True)]
        known[0].problems = file_problems(source.path, calculation.reader.problems)
    return _put_together(order, source, found, calculation, known, folder)


def _put_together(
    order: Order, source: Source, found: Scan, calculation: Calculation, parts: list[Part], folder: Path
) -> Finished:
    from engine.calculate import findings_beside_learners
    from engine.ledger import Ledger

    first = parts[0]
    beside = Ledger(calculation.setting.year)
    asked_for = set().union(*(part.asked_for for part in parts))
    beside.findings.extend(findings_beside_learners(calculation.setting, asked_for))
    last = Part(first.ukprn, first.year, first.prepared, ["beside"])
    rows = rows_of(order.form)
    rows.take(first.ukprn, None, beside, [])
    last.sums.take(None, beside, [])
    with writing(order):
        rows.write(folder, "beside")
    sums, problems = Sums(), []
    for part in (*parts, last):
        sums.add(part.sums)
        problems += part.problems
    made = []
    results = {}
    stems = [stem for part in (*parts, last) for stem in part.stems]
    for table in TABLES:
        name = f"{table}/year={first.year}/ukprn={first.ukprn}/{source.name}.{order.form}"
        target = folder / f"{table}.{order.form}"
        with writing(order):
            join(order.form, table, folder, stems, target)
            results[name] = target.stat().st_size
        made.append((target, name))
    note = Note(
        source.key, source.name, DONE, source.size, source.mtime_ns, found.sha256, {},
        first.ukprn, first.year, first.prepared, sums, problems, results,
    )  # fmt: skip
    return Finished(note, tuple(made))


def _part(calculation: Calculation) -> Part:
    setting = calculation.setting
    return Part(setting.ukprn, calculation.reader.year, setting.file_date.isoformat())


def _worked_out(
    calculation: Calculation,
    reader: "IlrReader",
    stem: str,
    folder: Path,
    order: Order,
    has_destinations: bool,
) -> Part:
    """Work out the learners of a reader, which may hold a piece of the calculation's file only."""
    from engine.calculate import learners_asked_for

    part, rows = _part(calculation), rows_of(order.form)

    def write() -> None:
        part.stems.append(f"{stem}-{len(part.stems):06}")
        with writing(order):
            rows.write(folder, part.stems[-1])

    asked_for = learners_asked_for(calculation.setting)
    with few_collections():
        for learner, ledger in calculation.worked_out(reader.learners(), has_destinations):
            reference = learner.learn_ref_number
            if asked_for and reference.upper() in asked_for:
                part.asked_for.add(reference)
            spans = spans_of(ledger, order.last_period)
            rows.take(part.ukprn, reference, ledger, spans)
            part.sums.take(learner, ledger, spans)
            # A file that is read in one go may be of any size.
            if part.sums.learners % _LEARNERS_IN_MEMORY == 0:
                write()
                rows = rows_of(order.form)
    write()
    return part


@lru_cache(maxsize=1)
def _needs(order: Order) -> "tuple[ReferenceData, Switches, Path]":
    """Return what every file of an order needs: reference data, switches, the folder of the data. Raises Refusal."""
    return reference_tables(order.reference), chosen_switches(order.switches), order.reference


def _opened(order: Order, source: Source) -> Calculation:
    """Return a file opened for its setting and its destinations. Raises IlrFileError and Refusal."""
    tables, switches, folder = _needs(order)
    return kept_open(
        order,
        source,
        lambda reader: Calculation(
            source.path, reader, setting_of(reader, tables, switches, order.as_at), folder
        ),
    )
