"""Putting results into place: a file's results and its note stand when all of them do, or it is done again."""

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager

from reports.batch.job import Finished
from reports.batch.notes import BEGUN, Note, keep_folder, remove_results
from reports.batch.order import FileOrder, Source
from reports.refusal import Refusal

NOTES = {"done": "calc", "impact": "impact"}
"""The commands whose results a folder may hold, by the folder of their notes."""


@contextmanager
def taken(order: FileOrder) -> Iterator[None]:
    """Hold the folder of results for one run; what a stopped one left half done is cleared away.

    The system itself lets go of the folder when the process ends, however it does. Raises Refusal.
    """
    for kind in NOTES.keys() - {order.kind}:
        if any((order.inner / kind).glob("*.json")):
            raise Refusal(
                f"--into: {order.into} holds results of ilrspec {NOTES[kind]}; name another folder for these"
            )
    try:
        order.done.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"--into: {order.into} cannot be used: {error.strerror or error}") from None
    with closing(sqlite3.connect(order.inner / "lock", timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("begin exclusive")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise Refusal(
                    f"--into: {order.into} cannot be written: {error}; is there room left?"
                ) from None
            raise Refusal(f"--into: another run is writing to {order.into}; wait for its end") from None
        _clear(order)
        try:
            yield
        finally:
            _clear(order)


def _clear(order: FileOrder) -> None:
    shutil.rmtree(order.work, ignore_errors=True)
    for folder in (order.into, order.done):
        for left in folder.glob(".ilrspec-*.tmp"):
            left.unlink(missing_ok=True)


def place(order: FileOrder, finished: Finished, before: Note | None, settings: Mapping[str, str]) -> Note:
    """Move the results of a file to where they belong and write its note, the old results going. Raises OSError."""
    note = finished.note
    note.settings = dict(settings)
    old = before.results if before else {}
    # Should the machine stop on the way, this tells what may be there.
    Note(note.key, note.name, BEGUN, results={**old, **note.results}).write(order)
    keep_folder(order.done)
    folders = set()
    for made, name in finished.made:
        target = order.into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        made.replace(target)
        folders.add(target.parent)
    for folder in sorted(folders):
        keep_folder(folder)
    remove_results(order, {name: size for name, size in old.items() if name not in note.results})
    note.write(order)
    keep_folder(order.done)
    for folder in {made.parent for made, _ in finished.made}:
        shutil.rmtree(folder, ignore_errors=True)
    return note


def withdraw(order: FileOrder, source: Source, before: Note | None) -> None:
    """Take away what earlier runs made of a file that can no longer be worked out. Raises OSError."""
    if before is None:
        return
    Note(before.key, before.name, BEGUN, results=before.results).write(order)
    remove_results(order, before.results)
    (order.done / f"{before.name}.json").unlink(missing_ok=True)
