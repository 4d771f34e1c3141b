"""The work of a bootcamp evaluation, shared out to the processors when there is much of it."""

import os
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import ExitStack
from multiprocessing import get_context
from typing import TYPE_CHECKING

from reports.bootcamps.rows import BootcampStatement
from reports.bootcamps.run import BootcampRun, evaluated, part_of, stores_of

if TYPE_CHECKING:
    from engine.returns.store import StoredFile

MUCH = 10_000
"""Records from which on a second process is worth its start."""

MOST_PROCESSES = 4


def work_out(run: BootcampRun) -> tuple[BootcampStatement, list["StoredFile"]]:
    """Evaluate every person; return the statement and the files looked at, in the order of their returns.

    A file of the order takes the place of its return in the store, which stays as it is. Raises Refusal.
    """
    from engine.returns.people import files_of

    with stores_of(run) as stores, ExitStack() as stack:
        for store in stores:
            stack.enter_context(store.reading())
        files = files_of(stores)
        processes = _processes() if sum(file.learners for file in files) >= MUCH else 1
        if processes == 1:
            statement = evaluated(run, stores)
        else:
            with ProcessPoolExecutor(processes - 1, get_context("spawn")) as pool:
                others: list[Future[BootcampStatement]] = [
                    pool.submit(part_of, run.order, part, processes, files) for part in range(1, processes)
                ]
                statement = evaluated(run, stores, 0, processes)
                for other in others:
                    statement.merge(other.result())
    statement.sort()
    return statement, files


def _processes() -> int:
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(count, MOST_PROCESSES)
