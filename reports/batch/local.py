"""The files of a run on the processes of this machine: small ones each by one process, large ones by all."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reports.batch.job import CannotWriteError, Finished, OnLearners, Refused, look, whole_file
from reports.batch.order import FileOrder, Source
from reports.batch.processes import TASKS_IN_HAND, Pool
from reports.batch.segments import Scan
from reports.refusal import Refusal

_ATTEMPTS = 3
"""How often a task is given to a process before its file is given up, when the process ends without a word."""


@dataclass(slots=True)
class _File:
    source: Source
    folder: Path
    scan: Scan | None = None
    parts: dict[int, Any] = field(default_factory=dict)
    is_finishing: bool = False
    is_over: bool = False


@dataclass(slots=True)
class _Task:
    file: _File
    call: Callable[..., Any]
    number: int = -1
    attempts: int = 0


def one_after_another(
    order: FileOrder, sources: Sequence[Source], tell: OnLearners
) -> Iterator[tuple[Source, Finished | Refused]]:
    """Do files in this process. Raises CannotWriteError."""
    for source in sources:
        told = 0

        def count(size: int, learners: int) -> None:
            nonlocal told
            told += size
            tell(size, learners)

        try:
            result = whole_file(order, source, count)
        except (CannotWriteError, Refusal):
            raise
        except Exception as error:
            result = unexpected(source, error)
        tell(source.bulk - told, 0)
        yield source, result


def on_processes(
    order: FileOrder, sources: Sequence[Source], workers: int, tell: OnLearners
) -> Iterator[tuple[Source, Finished | Refused]]:
    """Begin several processes, and return what comes of files on them, as they become ready.

    Raises Refusal for the order, and while files are done CannotWriteError.
    """
    pool = Pool(workers)
    try:
        pool.begin(order.steps().check, order)
    except BaseException:
        pool.kill()
        raise
    return _done_by(pool, _Run(order, sources, pool, tell))


def _done_by(pool: Pool, run: "_Run") -> Iterator[tuple[Source, Finished | Refused]]:
    try:
        yield from run.results()
    except BaseException:
        pool.kill()
        raise
    pool.close()


class _Run:
    def __init__(self, order: FileOrder, sources: Sequence[Source], pool: Pool, tell: OnLearners) -> None:
        self._order, self._pool, self._tell = order, pool, tell
        self._steps = order.steps()
        self._waiting = deque(sources)
        self._ready: deque[_Task] = deque()
        self._running: dict[Future[Any], _Task] = {}

    def results(self) -> Iterator[tuple[Source, Finished | Refused]]:
        while self._fill():
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                task = self._running.pop(future)
                result = self._taken(task, future)
                if result is not None and not task.file.is_over:
                    task.file.is_over = True
                    self._ready = deque(one for one in self._ready if one.file is not task.file)
                    yield task.file.source, result

    def _fill(self) -> bool:
        while len(self._running) < self._pool.workers * TASKS_IN_HAND and (self._ready or self._waiting):
            task = self._ready.popleft() if self._ready else self._next_file()
            file, order = task.file, self._order
            values: tuple[Any, ...] = (order, file.source)
            if task.call is look:
                values += (file.folder,)
            elif task.call is self._steps.piece:
                values += (file.scan, task.number, file.folder)
            else:
                values += (file.scan, [file.parts[number] for number in sorted(file.parts)], file.folder)
            self._running[self._pool.submit(task.call, *values)] = task
        return bool(self._running)

    def _next_file(self) -> _Task:
        source = self._waiting.popleft()
        folder = self._order.work / source.name
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CannotWriteError(f"{folder} cannot be written: {error.strerror or error}") from None
        return _Task(_File(source, folder), look)

    def _taken(self, task: _Task, future: "Future[Any]") -> Finished | Refused | None:
        """Take what came of a task; return what the whole file has come to, None while it is not over."""
        file = task.file
        try:
            found = future.result()
        except BrokenProcessPool:
            return self._lost(task)
        except (CannotWriteError, Refusal):
            raise
        except Exception as error:
            return unexpected(file.source, error)
        if isinstance(found, Scan):
            file.scan = found
            self._ready.extend(_Task(file, self._steps.piece, number) for number in range(len(found.pieces)))
            return None
        if isinstance(found, Finished | Refused):
            learners = found.note.learners if isinstance(found, Finished) and task.call is look else 0
            self._tell(file.source.bulk if task.call is look else 0, learners)
            return found
        assert file.scan is not None
        stretch = file.scan.pieces[task.number]
        self._tell(stretch.end - stretch.start, found.sums.learners if found else 0)
        file.parts[task.number] = found
        if found is None:
            # The whole is to be read: what the other pieces hold is of no use.
            self._ready = deque(one for one in self._ready if one.file is not file)
            waiting = {one.number for one in self._running.values() if one.file is file}
            for number in set(range(len(file.scan.pieces))) - waiting - file.parts.keys():
                file.parts[number] = None
        if len(file.parts) == len(file.scan.pieces) and not file.is_finishing:
            file.is_finishing = True
            self._ready.appendleft(_Task(file, self._steps.finish))
        return None

    def _lost(self, task: _Task) -> Refused | None:
        task.attempts += 1
        if task.attempts >= _ATTEMPTS:
            return Refused(
                (
                    f"{task.file.source.path}: the process that worked on it ended {_ATTEMPTS} times without a word; "
                    "is there too little memory?",
                )
            )
        self._ready.appendleft(task)
        return None


def unexpected(source: Source, error: Exception) -> Refused:
    """Return the refusal of a file that an error of ours stopped; with --debug the error itself goes on."""
    from reports.cli import MORE_OF_IT, debugging
    from reports.personal import unforeseen

    if debugging():
        raise error
    return Refused((f"{source.path}: something went wrong ({unforeseen(error)}). {MORE_OF_IT}",))
