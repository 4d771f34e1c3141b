"""How far a run over many files is, on standard error: a bar on a terminal, elsewhere a line now and then."""

import sys
import time
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TextIO

from reports.plural import plural

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

_EVERY = 10.0
"""Seconds between the lines where nobody watches a terminal."""


class Progress:
    """Counts files, learners and bytes. The time left goes by bytes, of which the whole is known."""

    def __init__(self, files: int, size: int, *, quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._quiet = quiet
        self._files, self._size = files, size
        self._done = self._bytes = self._learners = 0
        self._begun = self._told = time.monotonic()
        self._bar: Bar | None = None
        self._task: Any = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        if not self._quiet and self._stream.isatty():
            self._bar = self._open.enter_context(self._new_bar())
            self._task = self._bar.add_task("", total=max(self._size, 1), **self._fields())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()

    def _new_bar(self) -> "Bar":
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

        return Progress(
            BarColumn(bar_width=None),
            TaskProgressColumn(),
            TextColumn("{task.fields[files]}"),
            TextColumn("{task.fields[learners]}"),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
            TextColumn("left"),
            console=Console(file=self._stream),
            transient=True,
            refresh_per_second=4,
            # Large pieces come seldom: the rate is that of the last minutes.
            speed_estimate_period=180,
        )

    def _fields(self) -> dict[str, Any]:
        seconds = time.monotonic() - self._begun
        rate = f", {self._learners / seconds:,.0f}/s" if self._learners and seconds > 0.5 else ""
        return {
            "files": f"{self._done:,} of {plural(self._files, 'file')}",
            "learners": f"{plural(self._learners, 'learner')}{rate}",
        }

    def more(self, size: int, learners: int) -> None:
        """Count bytes and learners."""
        self._bytes += size
        self._learners += learners
        self._tell()

    def file(self) -> None:
        """Count a file that is done or refused."""
        self._done += 1
        self._tell()

    def _tell(self) -> None:
        if self._bar is not None:
            self._bar.update(self._task, completed=self._bytes, **self._fields())
        now = time.monotonic()
        if self._bar is not None or self._quiet or now - self._told < _EVERY:
            return
        self._told = now
        left = (now - self._begun) * (self._size - self._bytes) / self._bytes if self._bytes else None
        fields = self._fields()
        share = f"{self._bytes * 100 // max(self._size, 1)}%"
        ending = f", about {_span(left)} left" if left is not None else ""
        self._stream.write(f"{fields['files']}, {share}, {fields['learners']}{ending}\n")
        self._stream.flush()


def _span(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"
