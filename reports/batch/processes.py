"""Processes that work for this one and end with it, however it ends."""

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any

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
        # Started anew and not copied: a copy of a process with threads may come to a halt.
        return ProcessPoolExecutor(self.workers, get_context("spawn"), _begin)

    def first(self, call: Callable[..., Any], *values: Any) -> Any:
        """Return what a call in a process returns, or raise what it raises. Raises Refusal when none begins."""
        try:
            return self._executor.submit(call, *values).result()
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


def _begin() -> None:
    """Make a process end with the one that started it, and leave Ctrl+C to that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Any) -> None:
    parent.join()
    os._exit(1)
