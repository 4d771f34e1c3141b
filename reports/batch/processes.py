"""Processes that work for this one and end with it, however it ends."""

import os
import signal
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any, Literal

from reports.refusal import Refusal

TASKS_IN_HAND = 2
"""Tasks for each process that are given out at once, so that none waits for the next."""


def cores() -> int:
    """Return how many processes this machine lets run at once."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Pool:
    """Processes that can be had anew when one of them ends without a word."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._executor = self._new()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.workers, get_context(self._way()), _begin)

    def _way(self) -> Literal["fork", "spawn"]:
        self._are_copies = can_copy()
        return "fork" if self._are_copies else "spawn"

    def begin(self, call: Callable[..., Any], *values: Any) -> None:
        """Have every process begin with a call, whose error is raised. Raises Refusal when none begins.

        Where processes are copies of this one, it makes the call for all of them: they have what it read.
        """
        try:
            if self._are_copies:
                call(*values)
                self._executor.submit(_nothing).result()
            else:
                # As many calls as processes: so they all begin at once, and not one with each task.
                calls = [self._executor.submit(call, *values) for _ in range(self.workers)]
                calls[0].result()
        except BrokenProcessPool:
            raise Refusal("--workers: processes cannot be started here; --workers 1 does without") from None

    def submit(self, call: Callable[..., Any], *values: Any) -> "Future[Any]":
        """Have a process make a call; when processes have ended, new ones begin."""
        try:
            return self._executor.submit(call, *values)
        except BrokenProcessPool:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = self._new()
            return self._executor.submit(call, *values)

    def kill(self) -> None:
        """End the processes at once, whatever they are at."""
        for process in list(getattr(self._executor, "_processes", None) or {}):
            try:
                os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))
            except OSError:
                continue
        self._executor.shutdown(wait=True, cancel_futures=True)

    def close(self) -> None:
        """Let the processes end."""
        self._executor.shutdown(wait=True)


def can_copy() -> bool:
    """Say whether a process may begin as a copy of this one, with all it has imported and read, and not anew.

    Only Linux copies safely, and only while this process has one thread: what another one holds, such as a lock,
    would be held in the copy for ever.
    """
    return sys.platform == "linux" and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208


def _nothing() -> None:
    """Have a process begin."""


def _begin() -> None:
    """Make a process end with the one that started it, and leave Ctrl+C to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
