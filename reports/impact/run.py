"""An impact over files: each is worked out by itself, what is done already stays, and all are put together."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.calendar import FundingYear
from reports.batch.inputs import every_file, sources_of
from reports.batch.listing import Row, write_listing
from reports.batch.notes import Note
from reports.batch.order import Source
from reports.batch.run import Doer, Outcome, run
from reports.calculation import file_problems
from reports.exports.columns import Column, Table
from reports.impact.files import write_out
from reports.impact.order import ImpactOrder
from reports.impact.sums import Impact
from reports.impact.together import put_together, rows_of, sums_of
from reports.impact.words import as_json
from reports.output_files import OutputFiles
from reports.refusal import Refusal

FILES = Table(
    "Files",
    (
        Column("File"),
        Column("State"),
        Column("UKPRN", "whole"),
        Column("FundingYear"),
        Column("Prepared", "date"),
        Column("Learners", "whole"),
        Column("BootcampLearners", "whole"),
        Column("LearnersMoved", "whole"),
        Column("Before", "pounds"),
        Column("After", "pounds"),
        Column("Difference", "pounds"),
        Column("Results"),
        Column("Message"),
    ),
)
"""The list of the files. Learners with bootcamps are in no sum of it: their milestones rest on all files together."""

SUMMARY = "impact.json"


@dataclass(frozen=True, slots=True)
class ImpactRun:
    """How a run is done: ``top`` of the learners that move most are shown, ``out`` is the file for all that moved."""

    doer: Doer
    top: int
    out: Path | None
    again: bool
    quiet: bool


def work_out(order: ImpactOrder, files: Sequence[Path], how: ImpactRun) -> Impact:
    """Work out files into a folder that is soon gone. Raises Refusal where one of them cannot be worked out."""
    paths = every_file(files)

    def last(outcome: Outcome) -> Impact:
        if outcome.refused:
            raise Refusal([line for _, refused in outcome.refused for line in refused.lines])
        return put_together(order, outcome, how.top)

    order.done.mkdir(parents=True)
    return _run(order, lambda known: _in_order(paths), how, last, lasting=False)[0]


def work_out_into(order: ImpactOrder, files: Sequence[Path], how: ImpactRun) -> tuple[Impact, Outcome]:
    """Work out files and folders into a folder of results, where they are not done yet. Raises Refusal."""

    def last(outcome: Outcome) -> Impact:
        impact = put_together(order, outcome, how.top)
        write_listing(order, FILES, _listed, [*outcome.notes, *outcome.others], outcome.refused)
        with OutputFiles() as written:
            held = as_json(impact, order.sides())
            written.open(order.into / SUMMARY).write(json.dumps(held, ensure_ascii=False, indent=1) + "\n")
            written.commit()
        return impact

    return _run(order, lambda known: sources_of(files, order.into, known), how, last, lasting=True)


def _run(
    order: ImpactOrder,
    find: Callable[[Mapping[str, str]], list[Source]],
    how: ImpactRun,
    last: Callable[[Outcome], Impact],
    lasting: bool,
) -> tuple[Impact, Outcome]:
    found: list[Impact] = []

    def all_done(outcome: Outcome) -> None:
        impact = last(outcome)
        if how.out is not None:
            names = order.sides()[0].name, order.sides()[1].name
            write_out(how.out, impact, names, rows_of(order, outcome))
        found.append(impact)

    outcome = run(
        order,
        find,
        how.doer,
        again=how.again,
        quiet=how.quiet,
        lasting=lasting,
        first=lambda sources, standing: _check_heads(
            sources, standing, every=not lasting, lenient=order.lenient
        ),
        last=all_done,
    )
    return found[0], outcome


def _in_order(files: Sequence[Path]) -> list[Source]:
    """Return files as they were named, in that order."""
    sources = []
    for number, file in enumerate(files):
        try:
            status = file.stat()
        except OSError as error:
            raise Refusal(f"{file} cannot be read: {error.strerror or error}") from None
        sources.append(Source(file, f"{number:06}", f"{number:06}", status.st_size, status.st_mtime_ns))
    return sources


def _check_heads(
    sources: Sequence[Source], standing: Mapping[str, Note], *, every: bool, lenient: bool
) -> None:
    """Refuse what can be seen in the heads of files before any is worked out: two of one provider and year.

    Where ``every`` file is needed, one that cannot be opened is refused here too, by strict or lenient reading.
    """
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr

    seen: dict[tuple[int, str], Path] = {}
    problems = []
    for source in sources:
        if (note := standing.get(source.key)) is not None:
            provider, code = note.ukprn, note.year
        else:
            try:
                with open_ilr(source.path, lenient=lenient or not every) as reader:
                    provider, code = reader.learning_provider.ukprn, reader.year
            except IlrFileError as error:
                problems += file_problems(source.path, error.problems) if every else []
                continue
        other = seen.setdefault((provider, code), source.path)
        if other is not source.path:
            problems.append(
                f"{source.path}: a second file of provider {provider} for {FundingYear.from_code(code).label}, "
                f"beside {other}; learners in both would be counted twice, so name the latest only"
            )
    if problems:
        raise Refusal(problems)


def _listed(note: Note) -> Row:
    sums = sums_of(note)
    total = sums.impact.total
    return (
        note.prepared, sums.learners, sums.waiting, total.moved, *total.sum, total.sum.difference, note.name
    )  # fmt: skip
