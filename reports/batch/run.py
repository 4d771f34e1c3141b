"""A run over many files: what is done already stays, the rest is worked out, and what came of it is told."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from reports.batch.inputs import sources_of
from reports.batch.listing import write_listing
from reports.batch.local import on_processes, one_after_another
from reports.batch.notes import DONE, Note, notes_of, why_again
from reports.batch.order import Order, Source, settings_of
from reports.batch.placing import place, taken, withdraw
from reports.batch.progress import Progress
from reports.batch.work import CannotWriteError, Finished, OnLearners, Refused, check
from reports.refusal import Refusal

Doer = Callable[[Order, Sequence[Source], OnLearners], Iterator[tuple[Source, Finished | Refused]]]
"""What does files: in this process, on several, on a cluster."""


@dataclass(slots=True)
class Outcome:
    """What a run came to, in the order of the keys of the files."""

    notes: list[Note] = field(default_factory=list)
    refused: list[tuple[Source, Refused]] = field(default_factory=list)
    kept: int = 0
    """How many were done by an earlier run and stand."""
    again: list[tuple[Source, str]] = field(default_factory=list)
    """Files that an earlier run had worked on, and why they were done again."""
    others: list[Note] = field(default_factory=list)
    """What the folder holds of files that are not among those of this run."""


def run(
    order: Order,
    paths: Sequence[Path],
    doer: Doer,
    *,
    again: bool = False,
    quiet: bool = False,
    as_database: bool = False,
) -> Outcome:
    """Do the files that are not done yet. Raises Refusal when nothing can be done, or the folder takes no more."""
    settings = settings_of(order)
    with taken(order):
        before = notes_of(order)
        sources = sources_of(paths, order.into, {key: note.name for key, note in before.items()})
        outcome = Outcome()
        notes: dict[str, Note] = {}
        to_do = []
        for source in sources:
            note = before.get(source.key)
            try:
                why = ("--again" if again else why_again(note, source, settings, order)) if note else "new"
            except OSError:
                why = "the file cannot be read"
            if not why and note:
                notes[source.key] = note
                continue
            to_do.append(source)
            if note:
                outcome.again.append((source, why))
        outcome.kept = len(notes)
        refused: dict[str, tuple[Source, Refused]] = {}
        with Progress(len(to_do), sum(source.size for source in to_do), quiet=quiet) as progress:
            try:
                for source, result in doer(order, to_do, progress.more) if to_do else ():
                    if isinstance(result, Finished):
                        notes[source.key] = place(order, result, before.get(source.key), settings)
                    else:
                        withdraw(order, source, before.get(source.key))
                        refused[source.key] = source, result
                    progress.file()
            except (CannotWriteError, OSError) as error:
                reason = error if isinstance(error, CannotWriteError) else _told(error, order)
                raise Refusal([str(reason), _how_far(len(notes), len(sources))]) from None
            except KeyboardInterrupt:
                click.echo(_how_far(len(notes), len(sources)), err=True)
                raise
        mine = {source.key for source in sources}
        outcome.notes = [notes[key] for key in sorted(notes)]
        outcome.refused = [refused[key] for key in sorted(refused)]
        outcome.others = [note for key, note in before.items() if key not in mine and note.state == DONE]
        every = [*outcome.notes, *outcome.others]
        write_listing(order, every, outcome.refused)
        if as_database:
            from reports.batch.database import write_database

            write_database(order, every)
    return outcome


def on_workers(workers: int) -> Doer:
    """Return what does files on so many processes."""

    def do(
        order: Order, sources: Sequence[Source], tell: OnLearners
    ) -> Iterator[tuple[Source, Finished | Refused]]:
        # A process takes a while to begin: little work is soon done without.
        useful = min(workers, sum(source.size for source in sources) // order.piece + 1)
        if useful == 1:
            check(order)
            return one_after_another(order, sources, tell)
        return on_processes(order, sources, useful, tell)

    return do


def _told(error: OSError, order: Order) -> str:
    return f"{error.filename or order.into} cannot be written: {error.strerror or error}"


def _how_far(done: int, files: int) -> str:
    return f"{done:,} of {files:,} files are done; the same command goes on from there."
