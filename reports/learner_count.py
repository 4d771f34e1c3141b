"""How many learners have been read, on standard error, while somebody watches a terminal; quiet otherwise."""

import sys
from types import TracebackType
from typing import Self

_EVERY = 1000


class LearnerCount:
    """One line that counts the learners of a long file and is wiped out afterwards."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._shown = not quiet and sys.stderr.isatty()
        self._count = 0
        self._written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._written:
            sys.stderr.write("\r" + " " * self._written + "\r")
            sys.stderr.flush()

    def next(self) -> None:
        """Count one learner more."""
        self._count += 1
        if self._shown and self._count % _EVERY == 0:
            text = f"\r{self._count:,} learners ..."
            sys.stderr.write(text)
            sys.stderr.flush()
            self._written = len(text)
