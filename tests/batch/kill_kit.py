"""An end of the process that tests bring about at any step of putting results into place."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reports.batch import placing
from reports.batch.notes import Note


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """A count of steps until the run ends: each move of a file, and each note, is one."""
    left = [10_000]

    def counted(call: Callable[..., Any]) -> Callable[..., Any]:
        def step(*values: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return call(*values, **named)

        return step

    # Nothing is cleared away by a process that was killed.
    clear = placing._clear
    monkeypatch.setattr(placing, "_clear", lambda order: None if left[0] < 0 else clear(order))
    monkeypatch.setattr(Path, "replace", counted(Path.replace))
    monkeypatch.setattr(Path, "unlink", counted(Path.unlink))
    monkeypatch.setattr(Note, "write", counted(Note.write))
    yield left
    monkeypatch.undo()
