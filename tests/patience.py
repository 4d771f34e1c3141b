"""How long tests wait for what must come: until it is there, or until it is certain that it never will be."""

import time
from collections.abc import Callable

PATIENCE = 180.0
"""Seconds. Never a measure of speed: a busy machine may take a hundred times as long as a quiet one."""


def until(holds: Callable[[], object], what: str, pause: float = 0.02) -> None:
    """Wait until something holds. Raises AssertionError that tells what never came about."""
    ends = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < ends, f"never: {what}"
        time.sleep(pause)
