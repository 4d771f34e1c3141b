"""How far a run is, on standard error, while somebody watches a terminal; quiet otherwise."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from steps.results import ScenarioResult

_EVERY = 0.1


class Progress:
    """One line that counts the scenarios as they end and is wiped out afterwards."""

    def __init__(self, stream: TextIO | None = None, *, quiet: bool = False) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._shown = not quiet and self._stream.isatty()
        self._written = 0
        self._next = 0.0
        self._ended = 0
        self._wrong = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._written:
            self._write("")
            self._stream.write("\r")
            self._stream.flush()

    def scenario(self, result: ScenarioResult) -> None:
        """Count one scenario that has ended."""
        self._ended += 1
        self._wrong += result.status in ("failed", "error")
        wrong = f", {self._wrong:,} not passed" if self._wrong else ""
        plural = "" if self._ended == 1 else "s"
        self.tell(f"{self._ended:,} scenario{plural} run{wrong} ...")

    def tell(self, text: str) -> None:
        """Show how far it is, in place of what stood there before, so often that an eye can follow."""
        now = time.monotonic()
        if self._shown and now >= self._next:
            self._next = now + _EVERY
            self._write(text)

    def _write(self, text: str) -> None:
        self._stream.write(f"\r{text:<{self._written}}")
        self._stream.flush()
        self._written = max(len(text), 0)
