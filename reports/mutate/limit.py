"""A limit on the processor time of a scenario under a change: one that never ends is noticed too."""

import _thread
import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_EVERY = 0.2


class TooLong(BaseException):
    """What a scenario is stopped with. No Exception: steps tell those as faults and go on."""


class TimeLimit:
    """Stops what runs in the main thread of a process after some seconds of the processor, on every system.

    A thread looks at the clock and interrupts the main thread, whose handler of interruptions raises TooLong. An
    interruption from outside, such as Ctrl-C, ends the process.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._ends = 0.0
        self._over = False
        signal.signal(signal.SIGINT, self._interrupted)
        threading.Thread(target=self._look, daemon=True).start()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Limit the time of what runs inside. Raises TooLong there when it is over."""
        self._ends = time.process_time() + self.seconds
        try:
            yield
        finally:
            self._ends = 0.0

    def _look(self) -> None:
        told = 0.0
        while True:
            time.sleep(_EVERY)
            ends = self._ends
            # Once for each limit: a second interruption could come when the first is dealt with, as one from outside.
            if 0 < ends < time.process_time() and ends != told:
                told = ends
                self._over = True
                _thread.interrupt_main()

    def _interrupted(self, number: int, frame: Any) -> None:
        if not self._over:
            os._exit(1)
        self._over = False
        if 0 < self._ends < time.process_time():  # else it has ended meanwhile, and the next may have begun
            self._ends = 0.0
            raise TooLong
