"""Times a program from start to end, its peak memory with it."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class Timing:
    """Seconds and peak memory of one program; the peak is None where the system does not tell it.

    ``processor`` are the seconds in which a core worked for it; all seconds where the system does not tell.
    """

    seconds: float
    megabytes: float | None
    processor: float

    @property
    def memory(self) -> str:
        return "?" if self.megabytes is None else f"{self.megabytes:.0f}"


def ilrspec(*args: str) -> list[str]:
    """Return the command line of ilrspec in this environment."""
    program = Path(sys.executable).with_name("ilrspec.exe" if os.name == "nt" else "ilrspec")
    if program.exists():
        return [str(program), *args]
    return [sys.executable, "-c", "from reports.cli import main; main()", *args]


def python(code: str, *args: str) -> list[str]:
    """Return the command line of a piece of Python."""
    return [sys.executable, "-c", code, *args]


def pin_to_one_core() -> str:
    """Keep this process and those it starts on one core where the system can; say which."""
    if not hasattr(os, "sched_setaffinity"):
        return "not pinned: this system cannot"
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"pinned to core {core}"


def run(command: list[str], folder: Path = ROOT, started: Callable[[int], object] | None = None) -> Timing:
    """Run a program to its end, its output kept from the screen. Raises SystemExit when it fails.

    ``started`` is told the number of its process.
    """
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        if started is not None:
            started(process.pid)
        code, megabytes, processor = _end_of(process)
        seconds = time.perf_counter() - began
        if code != 0:
            output.seek(0)
            told = output.read()[-2000:].decode("utf-8", errors="replace")
            sys.exit(f"{' '.join(command)}\nended with {code}:\n{told}")
    return Timing(seconds, megabytes, seconds if processor is None else processor)


def _end_of(process: subprocess.Popen[bytes]) -> tuple[int, float | None, float | None]:
    if not hasattr(os, "wait4"):
        return process.wait(), None, None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    megabytes = usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return process.returncode, megabytes, usage.ru_utime + usage.ru_stime


def best(command: list[str], times: int) -> Timing:
    """Run a program so many times and return the quickest."""
    return min((run(command) for _ in range(times)), key=lambda timing: timing.seconds)


def least_work(command: list[str], times: int) -> Timing:
    """Run a program so many times and return the run that took the fewest processor seconds."""
    return min((run(command) for _ in range(times)), key=lambda timing: timing.processor)
