"""What all jobs that are done file by file have in common: what comes of a file, and how one is done."""

import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from reports.batch.notes import Note
from reports.batch.order import FileOrder, Source
from reports.batch.segments import Scan, document_of, scan
from reports.calculation import file_problems
from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.ilr.reader import IlrReader

OnLearners = Callable[[int, int], None]
"""What is told of progress: how many bytes and learners more are done."""

_Kept = TypeVar("_Kept")
_Part = TypeVar("_Part")

_one_at_a_time = threading.Lock()


class CannotWriteError(Exception):
    """The folder of results does not take more: no file could be done."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A file that is done: its note, still without settings, and its new result files with where they belong."""

    note: Note
    made: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that cannot be worked out, and why."""

    lines: tuple[str, ...]


class Steps(Protocol):
    """What is of one job alone: a module with these functions, which any process can call.

    Nothing they do touches finished results: everything is written below the folder of work, and whoever started them
    moves it into place.
    """

    def check(self, order: Any) -> dict[str, str]:
        """Read what the order names and return its settings. Raises Refusal for what cannot be used."""

    def piece(self, order: Any, source: Source, found: Scan, number: int, folder: Path) -> Any:
        """Work out a piece of a file; None where the whole is to be read. What is returned has ``sums``."""

    def finish(
        self, order: Any, source: Source, found: Scan, parts: Sequence[Any], folder: Path
    ) -> Finished | Refused:
        """Put the pieces of a file together; where one is missing, read the whole file in one go."""


def whole_file(order: FileOrder, source: Source, tell: OnLearners | None = None) -> Finished | Refused:
    """Do a whole file, piece by piece. Raises CannotWriteError when the folder of results takes no more."""
    # A process works on one file at a time: two would only take twice the memory.
    with _one_at_a_time:
        try:
            return _whole_file(order, source, tell)
        finally:
            let_go()


def _whole_file(order: FileOrder, source: Source, tell: OnLearners | None) -> Finished | Refused:
    with writing(order):
        order.work.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f"{source.name[:40]}-", dir=order.work))
    found = look(order, source, folder)
    if not isinstance(found, Scan):
        if tell and isinstance(found, Finished):
            tell(source.bulk, found.note.learners)
        return found
    parts = []
    steps = order.steps()
    for number, stretch in enumerate(found.pieces):
        part = steps.piece(order, source, found, number, folder)
        parts.append(part)
        if part is None:
            break
        if tell:
            tell(stretch.end - stretch.start, part.sums.learners)
    return steps.finish(order, source, found, parts, folder)


def import_rules() -> None:
    """Import what every piece of a file needs, before there are copies of this process, which have it then."""
    import engine.calculate
    import engine.ilr.xml  # noqa: F401


def look(order: FileOrder, source: Source, folder: Path) -> Scan | Finished | Refused:
    """Look where a file may be cut; one that need not or must not be is done at once."""
    try:
        found = scan(source.path, order.piece)
    except OSError as error:
        return Refused((f"{source.path}: {error.strerror or error}",))
    return found if found.pieces else order.steps().finish(order, source, found, [None], folder)


def piece_of(
    source: Source,
    found: Scan,
    number: int,
    opened: Callable[[], _Kept],
    *,
    of_learners: "Callable[[_Kept, IlrReader], _Part]",
    of_others: Callable[[_Kept], _Part],
) -> _Part | None:
    """Read a piece of a file as a document of its own; return what its learners, or what else it holds, come to.

    ``opened`` opens the whole file. It is None where anything is not as it should be, and the whole is to be read.
    """
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr

    stretch = found.pieces[number]
    try:
        whole = opened()
        # Lenient reading differs from strict only where something is wrong.
        with open_ilr(document_of(source.path, found, stretch)) as reader:
            if stretch.is_of_learners:
                return of_learners(whole, reader)
            for _ in reader.records():
                pass
            return of_others(whole)
    except (IlrFileError, Refusal, OSError):
        return None


def come_of(source: Source, found: Scan, finished: Callable[[], Finished]) -> Finished | Refused:
    """Return what a file has come to: its results, or what was said instead of them while they were made."""
    from engine.ilr.problems import IlrFileError

    try:
        done = finished()
        status = source.path.stat()
        if (status.st_size, status.st_mtime_ns, found.size) != (source.size, source.mtime_ns, source.size):
            return Refused((f"{source.path}: the file was changed while it was being read; run it again",))
        return done
    except IlrFileError as error:
        return Refused(tuple(file_problems(source.path, error.problems)))
    except Refusal as refusal:
        return Refused(tuple(refusal.message.split("\n")))
    except OSError as error:
        return Refused((f"{source.path}: {error.strerror or error}",))


@contextmanager
def writing(order: FileOrder) -> Iterator[None]:
    """Turn what the system says while results are written into a CannotWriteError."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotWriteError(f"{error.filename or order.into} cannot be written: {reason}") from None


_last: "list[tuple[FileOrder, Source, IlrReader, Any]]" = []
"""The file this process worked on last: its pieces follow one another and ask it for destinations."""


def kept_open(order: FileOrder, source: Source, make: "Callable[[IlrReader], _Kept]") -> _Kept:
    """Return what is made of an opened file, once for all its pieces. Raises IlrFileError and Refusal."""
    from engine.ilr.xml import open_ilr

    if _last and _last[0][:2] == (order, source):
        kept: _Kept = _last[0][3]
        return kept
    let_go()
    # What is wrong with the file is told by whoever reads all of it.
    reader = open_ilr(source.path, lenient=True)
    try:
        made = make(reader)
    except BaseException:
        reader.close()
        raise
    _last.append((order, source, reader, made))
    return made


def let_go() -> None:
    """Close the file worked on last, which else stays open until the next."""
    while _last:
        _last.pop()[2].close()
