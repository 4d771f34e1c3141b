"""A run over many files: what is done already stays, the rest is worked out, and what came of it is told."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field

import click

from reports.batch.job import CannotWriteError, Finished, OnLearners, Refused
from reports.batch.local import on_processes, one_after_another
from reports.batch.notes import DONE, Note, notes_of, why_again
from reports.batch.order import FileOrder, Source
from reports.batch.placing import place, taken, withdraw
from reports.batch.processes import cores
from reports.batch.progress import Progress
from reports.refusal import Refusal

Doer = Callable[[FileOrder, Sequence[Source], OnLearners], Iterator[tuple[Source, Finished | Refused]]]
"""What does files: in this process, on several, on a cluster."""

Finder = Callable[[Mapping[str, str]], list[Source]]
"""What finds the files of a run, in the order of their keys, by the names that earlier runs gave, by key."""


@dataclass(slots=True)
class Outcome:
    """What a run came to, in the order of the keys of the files."""

    notes: list[Note] = field(default_factory=list)
    refused: list[tuple[Source, Refused]] = field(default_factory=list)
    kept: int = 0
    """How many were done by an earlier run and stand."""
    again: list[tuple[Source, str]] = field(default_factory=list)
    """Files that an earlier run had worked on, and why they were done again."""
    sources: dict[str, Source] = field(default_factory=dict)
    """The files of the run by their keys, refused ones too."""
    others: list[Note] = field(default_factory=list)
    """What the folder holds of files that are not among those of this run."""


def run(
    order: FileOrder,
    find: Finder,
    doer: Doer,
    *,
    again: bool = False,
    quiet: bool = False,
    lasting: bool = True,
    first: Callable[[Sequence[Source], Mapping[str, Note]], None] | None = None,
    last: Callable[[Outcome], None] | None = None,
) -> Outcome:
    """Do the files that are not done yet. Raises Refusal when nothing can be done, or the folder takes no more.

    ``first`` is told the files, and the notes of those that stand by their keys; it may refuse them. ``last`` makes of
    what has come of all files what is to be in the folder beside; until it is through, no other run has the folder.
    ``lasting`` says whether the folder is there for the next run.
    """
    settings = order.settings()
    with taken(order) if lasting else nullcontext():
        before = notes_of(order)
        sources = find({key: note.name for key, note in before.items()})
        outcome = Outcome(sources={source.key: source for source in sources})
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
        if first is not None:
            first(sources, notes)
        refused: dict[str, tuple[Source, Refused]] = {}
        progress = Progress(len(to_do), sum(source.bulk for source in to_do), quiet=quiet)
        try:
            # Processes begin before the bar has a thread: a process that has one cannot be copied.
            results = doer(order, to_do, progress.more) if to_do else iter(())
            with progress:
                for source, result in results:
                    if isinstance(result, Finished):
                        notes[source.key] = place(order, result, before.get(source.key), settings)
                    else:
                        withdraw(order, source, before.get(source.key))
                        refused[source.key] = source, result
                    progress.file()
        except (CannotWriteError, OSError) as error:
            reason = error if isinstance(error, CannotWriteError) else _told(error, order)
            how_far = [_how_far(len(notes), len(sources))] if lasting else []
            raise Refusal([str(reason), *how_far]) from None
        except KeyboardInterrupt:
            if lasting:
                click.echo(_how_far(len(notes), len(sources)), err=True)
            raise
        outcome.notes = [notes[key] for key in sorted(notes)]
        outcome.refused = [refused[key] for key in sorted(refused)]
        outcome.others = [
            note for key, note in before.items() if key not in outcome.sources and note.state == DONE
        ]
        if last is not None:
            last(outcome)
    return outcome


def doer_of(workers: int | None, cluster: str | None) -> Doer:
    """Return what does files as the options say. Raises Refusal where there is no Dask for a cluster."""
    if cluster is not None:
        from reports.batch.cluster import on_cluster

        return on_cluster(cluster, workers)
    return on_workers(workers or cores())


def on_workers(workers: int) -> Doer:
    """Return what does files on so many processes."""

    def do(
        order: FileOrder, sources: Sequence[Source], tell: OnLearners
    ) -> Iterator[tuple[Source, Finished | Refused]]:
        # A process takes a while to begin: little work is soon done without.
        useful = min(workers, sum(source.bulk for source in sources) // order.piece + 1)
        useful = min(useful, sum(1 if one.is_packed else one.size // order.piece + 1 for one in sources))
        if useful == 1:
            order.steps().check(order)
            return one_after_another(order, sources, tell)
        return on_processes(order, sources, useful, tell)

    return do


def _told(error: OSError, order: FileOrder) -> str:
    return f"{error.filename or order.into} cannot be written: {error.strerror or error}"


def _how_far(done: int, files: int) -> str:
    return f"{done:,} of {files:,} files are done; the same command goes on from there."
