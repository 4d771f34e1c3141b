"""Running what stands on the page: in a process of its own, so that the page is answered meanwhile.

A scenario that is as it was in the last run of its file is not carried out again: its result depends on its own text
and place, the rules, and nothing else.
"""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any, TypeVar

from steps.feature_text import FeatureText

Answer = TypeVar("Answer")

LONGEST_RUN = 120.0
"""Seconds after which a run is given up."""

_kept: dict[str, dict[str, Any]] = {}


class Worker:
    """A process that works for the page, one request after the other; a new one takes the place of one that fell."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    async def do(self, work: Callable[..., Answer], *given: Any) -> Answer:
        """Return what a function of a module gives, carried out in the process. Raises TimeoutError after too long."""
        loop = asyncio.get_running_loop()
        pool = self._pool = self._pool or ProcessPoolExecutor(
            max_workers=1, mp_context=get_context("spawn"), initializer=_begin
        )
        try:
            return await asyncio.wait_for(loop.run_in_executor(pool, work, *given), LONGEST_RUN)
        except (BrokenProcessPool, TimeoutError):
            if self._pool is pool:
                self.stop()
            raise

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        pool, self._pool = self._pool, None
        if pool is not None:
            processes = list((pool._processes or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.terminate()


def _begin() -> None:
    """Leave Ctrl-C to the workbench itself, end with it, and have the rules at hand before somebody waits for them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_the_workbench, daemon=True).start()
    import gc

    import steps.runner  # noqa: F401

    gc.set_threshold(50_000, 50, 100)


def _end_with_the_workbench() -> None:
    # A workbench that was killed cannot end its processes itself, and they would wait for work for ever.
    workbench = parent_process()
    if workbench is not None:
        workbench.join()
        os._exit(0)


def run_text(text: FeatureText) -> dict[str, Any]:
    """Run every scenario of a text and return the results as data for the page.

    ``ran`` says how many scenarios were carried out this time, ``seconds`` how long that took.
    """
    from reports.workbench.results import as_data, problem_data
    from steps.features import parse_feature
    from steps.problems import Unreadable
    from steps.runner import run_scenario

    began = time.perf_counter()
    key = str(text.path)
    try:
        feature = parse_feature(text.readable, text.path)
    except Unreadable as error:
        _kept.pop(key, None)
        return {"problems": [problem_data(one) for one in error.problems], "scenarios": [], "reasons": None}
    before, now, ran = _kept.get(key, {}), {}, 0
    for scenario in feature.scenarios:
        written = repr(scenario)
        if written not in before and written not in now:
            now[written] = run_scenario(scenario, explain=True)
            ran += 1
        else:
            now[written] = now.get(written) or before[written]
    _kept[key] = now
    spent = time.perf_counter() - began
    told = as_data([now[repr(scenario)] for scenario in feature.scenarios])
    return {"problems": [], **told, "ran": ran, "seconds": round(spent, 4)}


def states(text: FeatureText) -> dict[str, int]:
    """Return how many scenarios of a text have which state; a file that cannot be read is one in error."""
    from steps.features import parse_feature
    from steps.problems import Unreadable
    from steps.runner import run_scenario

    counts = {"passed": 0, "failed": 0, "error": 0, "skipped": 0}
    try:
        feature = parse_feature(text.readable, text.path)
    except Unreadable:
        return {**counts, "error": 1}
    for scenario in feature.scenarios:
        counts[run_scenario(scenario).status] += 1
    return counts
