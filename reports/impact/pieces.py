"""An impact on several processes: each works out pieces of files on both sides, and one adds up, in file order.

What is added up, and in which order, is the same as in one process, and so is what comes of it.
"""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from reports.batch.processes import TASKS_IN_HAND, Pool
from reports.batch.progress import Progress
from reports.batch.segments import PIECE, Piece, Scan, document_of, scan
from reports.garbage import few_collections
from reports.impact.change import Change
from reports.impact.sides import Side, sides_of
from reports.refusal import Refusal


@dataclass(frozen=True, slots=True)
class SidesOrder:
    """What both sides are, in words that go to another process; ``names`` what they are called."""

    folders: tuple[Path | None, Path | None]
    references: tuple[Path, Path]
    switches: tuple[tuple[str, str], ...]
    as_at: date | None
    piece: int = PIECE

    def sides(self) -> tuple[Side, Side]:
        """Return the sides. Raises Refusal."""
        return sides_of(self.folders, self.references, self.switches)


class Worked(NamedTuple):
    """A learner on both sides."""

    change: Change
    of_bootcamps: bool
    not_calculated: tuple[int, ...]


@dataclass(slots=True)
class PieceChanges:
    """What came of a piece; ``held`` are its learners of whom records outside the ILR speak."""

    learners: list[Worked] = field(default_factory=list)
    held: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Spread:
    """How an impact is spread over processes."""

    order: SidesOrder
    workers: int
    progress: Progress

    def files(self, files: Sequence[Path]) -> Iterator[tuple[Path, Iterator[PieceChanges | None] | None]]:
        """Return the files in their order with their pieces, None for one that must be read in one go.

        The pieces of a file must be taken before the next file is asked for.
        """
        pool = Pool(self.workers)
        try:
            run = _Run(self.order, pool, files, self.progress.more)
            for file in files:
                found = run.scan_of(file)
                yield file, run.pieces_of(found) if found.pieces else None
                self.progress.more(0 if found.pieces else found.size, 0)
                self.progress.file()
        except BaseException:
            pool.kill()
            raise
        pool.close()


class _Run:
    """Keeps the processes busy with the pieces that come next, a bounded number of them."""

    def __init__(
        self, order: SidesOrder, pool: Pool, files: Sequence[Path], tell: Callable[[int, int], None]
    ) -> None:
        self._order, self._pool, self._tell = order, pool, tell
        self._files = deque(files)
        self._scans: dict[Path, Scan] = {}
        self._to_give: deque[tuple[Path, Scan, int]] = deque()
        self._given: deque[Future[Any]] = deque()

    def scan_of(self, file: Path) -> Scan:
        while file not in self._scans:
            self._look_at_next()
        return self._scans.pop(file)

    def pieces_of(self, found: Scan) -> Iterator[PieceChanges | None]:
        for stretch in found.pieces:
            self._give()
            try:
                result: PieceChanges | None = self._given.popleft().result()
            except BrokenProcessPool:
                raise Refusal(
                    "a process ended without a word; is there too little memory? --workers 1 takes least"
                ) from None
            self._give()
            self._tell(stretch.end - stretch.start, len(result.learners) if result else 0)
            yield result

    def _look_at_next(self) -> None:
        file = self._files.popleft()
        try:
            found = scan(file, self._order.piece)
        except OSError:
            # Whoever reads the whole tells what is wrong with it.
            found = Scan(0, "")
        if not found.pieces and 0 < found.size <= 2 * self._order.piece:
            found = _as_one_piece(found)
        self._scans[file] = found
        self._to_give.extend((file, found, number) for number in range(len(found.pieces)))

    def _give(self) -> None:
        while len(self._given) < self._pool.workers * TASKS_IN_HAND:
            while not self._to_give and self._files:
                self._look_at_next()
            if not self._to_give:
                return
            file, found, number = self._to_give.popleft()
            self._given.append(self._pool.submit(piece_changes, self._order, file, found, number))


def _as_one_piece(found: Scan) -> Scan:
    """Return the scan of a small file that is one piece: itself."""
    return Scan(found.size, found.sha256, (Piece(0, found.size),), 0, 0, found.has_destinations)


@lru_cache(maxsize=1)
def _sides(order: SidesOrder) -> tuple[Side, Side]:
    return order.sides()


def piece_changes(order: SidesOrder, file: Path, found: Scan, number: int) -> PieceChanges | None:
    """Work out a piece under both sides; None where anything in it is not as it should be. Raises Refusal."""
    from engine.calculate import learners_asked_for
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr
    from reports.impact.run import calculation_of, worked_out

    stretch = found.pieces[number]
    sides = _sides(order)
    result = PieceChanges()
    try:
        with open_ilr(file, lenient=True) as whole, open_ilr(document_of(file, found, stretch)) as reader:
            if not stretch.is_of_learners:
                for _ in reader.records():
                    pass
                return result
            calculations = [calculation_of(file, whole, side, order.as_at) for side in sides]
            asked = frozenset().union(*(learners_asked_for(one.setting) for one in calculations))
            with few_collections():
                for learner in reader.learners():
                    result.learners.append(worked_out(calculations, sides, learner, found.has_destinations))
                    if asked and learner.learn_ref_number.upper() in asked:
                        result.held.add(learner.learn_ref_number)
    except (IlrFileError, OSError):
        return None
    return result
