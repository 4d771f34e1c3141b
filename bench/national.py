"""Times real-sized files: reading alone, and ``ilrspec calc --into`` on one process and on all cores.

``python -m bench.national [COUNT ...]``; without counts 20,000 and 100,000 learners of funding models 35 and 36. Each
line is set beside a bare lxml iterparse of the same file in the same run, which does nothing but visit each element.
"""

import argparse
import os
import tempfile
import threading
from pathlib import Path

from bench import timing

MIX = "fm35=75,fm36=25"
"""Three learners of adult skills for each apprentice."""

BARE_READ = """
import sys
from lxml import etree
for _, element in etree.iterparse(sys.argv[1], events=("end",)):
    element.clear()
    while element.getprevious() is not None:
        del element.getparent()[0]
"""

OUR_READ = """
import sys
from engine.ilr.xml import open_ilr
with open_ilr(sys.argv[1]) as reader:
    for record in reader.records():
        pass
"""


class Memory:
    """The largest memory that a program and the processes it started took together, in megabytes.

    ``whole`` is None where the system does not tell; memory that processes share is counted once.
    """

    def __init__(self, process: int) -> None:
        self.whole: float | None = None
        self._process = process
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        while not self._done.wait(0.25):
            found = sum(_shared_out(one) for one in _with_children(self._process))
            if found:
                self.whole = max(self.whole or 0.0, found / 1024)

    def stop(self) -> None:
        """Look no longer."""
        self._done.set()
        self._thread.join()


def _with_children(process: int) -> list[int]:
    found = [process]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*"):
            try:
                found += map(int, (task / "children").read_text().split())
            except OSError:
                continue
    return found


def _shared_out(process: int) -> int:
    """Return the kilobytes of a process, its part alone of what it shares with others."""
    try:
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def watched(command: list[str]) -> tuple[timing.Timing, str]:
    """Run a program to its end; return its time and the memory of all its processes.

    Raises SystemExit when it fails.
    """
    memories: list[Memory] = []
    try:
        took = timing.run(command, started=lambda process: memories.append(Memory(process)))
    finally:
        for memory in memories:
            memory.stop()
    whole = memories[0].whole
    return took, "?" if whole is None else f"{whole:.0f}"


def main(counts: list[int], workers: list[int], times: int) -> None:
    """Make each file, time it, print its lines."""
    headings = f"{'learners/s':>11} {'us of a core':>13} {'to bare':>8} {'peak MB':>8}"
    print(f"{'learners':>9} {'MB':>5} {'what':<22} {'s':>7} {headings}")
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            words = ["--learners", str(count), "--year", "2021", "--seed", "3", "--mix", MIX]
            timing.run(timing.ilrspec("generate", *words, "--out", f"{folder}/"))
            (file,) = folder.glob("*.xml")
            one_size(count, file, folder / "results", workers, times)


def one_size(count: int, file: Path, into: Path, workers: list[int], times: int) -> None:
    """Time a file of so many learners and print its lines."""
    size = file.stat().st_size / 1e6
    bare = timing.best(timing.python(BARE_READ, str(file)), times)

    def line(what: str, took: timing.Timing, peak: str) -> None:
        print(
            f"{count:>9,} {size:>5.0f} {what:<22} {took.seconds:>7.2f} {count / took.seconds:>11,.0f}"
            f" {took.processor / count * 1e6:>13.0f} {took.seconds / bare.seconds:>8.2f} {peak:>8}",
            flush=True,
        )

    line("bare iterparse", bare, bare.memory)
    ours = timing.best(timing.python(OUR_READ, str(file)), times)
    line("reading every record", ours, ours.memory)
    for number in workers:
        words = ["--into", str(into), "--workers", str(number), "--again", "--quiet"]
        runs = [watched(timing.ilrspec("calc", str(file), *words)) for _ in range(times)]
        took, peak = min(runs, key=lambda run: run[0].seconds)
        line(f"calc --into, {number} worker{'s' * (number > 1)}", took, peak)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time calc on files of real size.")
    parser.add_argument("counts", type=int, nargs="*", help="numbers of learners (20000 100000)")
    parser.add_argument(
        "--workers", type=int, nargs="*", help="numbers of processes (1 and one for each core)"
    )
    parser.add_argument("--times", type=int, default=2, help="runs of each; the best counts")
    chosen = parser.parse_args()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    main(chosen.counts or [20_000, 100_000], chosen.workers or sorted({1, cores}), chosen.times)
