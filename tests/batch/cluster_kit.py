"""A Dask cluster of processes of their own: a scheduler, and workers that can be ended one by one."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest

needs_dask = pytest.mark.skipif(find_spec("distributed") is None, reason="dask is not installed")
ROOT = Path(__file__).resolve().parents[2]


class Cluster:
    """A scheduler and its workers, which end with the block."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self._stack, self._folder = stack, folder
        log = folder / "scheduler.log"
        self._start("scheduler", log, "--port", "0", "--no-dashboard", "--host", "127.0.0.1")
        self.address = self._read(log, r"Scheduler at:\s+(tcp://\S+)")
        self.workers: list[subprocess.Popen[bytes]] = []

    def worker(self) -> None:
        """Start one more worker."""
        log = self._folder / f"worker-{len(self.workers)}.log"
        words = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--host", "127.0.0.1")
        self.workers.append(self._start("worker", log, self.address, *words))

    def _start(self, kind: str, log: Path, *words: str) -> "subprocess.Popen[bytes]":
        started = subprocess.Popen(
            [sys.executable, "-m", "dask", kind, *words],
            stdout=self._stack.enter_context(log.open("wb")),
            stderr=subprocess.STDOUT,
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        self._stack.callback(started.wait)
        self._stack.callback(started.kill)
        return started

    def _read(self, log: Path, pattern: str) -> str:
        for _ in range(600):
            if match := re.search(pattern, log.read_text(encoding="utf-8")):
                return match[1]
            time.sleep(0.05)
        raise AssertionError(log.read_text(encoding="utf-8"))


@contextmanager
def a_cluster(folder: Path) -> Iterator[Cluster]:
    """Start a scheduler whose logs, and those of its workers, go into a new folder."""
    folder.mkdir()
    with ExitStack() as stack:
        yield Cluster(stack, folder)
