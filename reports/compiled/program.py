"""Programs that work for this one and end with it."""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

Tell = Callable[[str], None]

_LOOKS = 0.2


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its exit code, what it printed, and what it printed of errors."""

    code: int
    output: str
    errors: str


def run(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], doing: str, tell: Tell
) -> Ended:
    """Run a program in a folder to its end; return how it ended.

    While it runs, ``tell`` is told what it does and for how long. When this one is stopped, the program and those that
    it started are ended. Raises OSError.
    """
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**environment, "PYTHONUTF8": "1"},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=errors,
            start_new_session=True,
        )
        try:
            _wait(process, doing, tell)
        except BaseException:
            _end(process)
            raise
        return Ended(process.returncode, _text(output), _text(errors))


def _text(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode("utf-8", errors="replace")


def _wait(process: subprocess.Popen[bytes], doing: str, tell: Tell) -> None:
    began = time.monotonic()
    while True:
        minutes, seconds = divmod(int(time.monotonic() - began), 60)
        tell(f"{doing}: {minutes}:{seconds:02} ...")
        with suppress(subprocess.TimeoutExpired):
            process.wait(_LOOKS)
            return


def _end(process: subprocess.Popen[bytes]) -> None:
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()
