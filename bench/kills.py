"""Kills ``ilrspec calc --into`` at random points and runs it again: ``python -m bench.kills [COUNT]``.

Every result must afterwards be whole and the same, byte for byte, as that of a run that nothing disturbed, and no
process may be left. Prints how often the run was killed, and how many files were done at these points.
"""

import argparse
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random

from bench import learners

PIECES = "import sys; from reports.batch.order import Order; Order.__init__.__defaults__ = (200_000,); "
RUN = "from reports.cli import main; sys.argv[0] = 'ilrspec'; main()"


def main(kills: int, workers: int, form: str, seed: int) -> int:
    """Kill so many runs; return 1 when anything was lost."""
    random = Random(seed)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        inputs = folder / "returns"
        inputs.mkdir()
        for number in range(1, 7):
            learners.write(300 if number > 1 else 1500, inputs / f"ILR-{number}.xml", seed=number)
        (inputs / "cut.xml").write_bytes((inputs / "ILR-2.xml").read_bytes()[:50_000])
        began = time.monotonic()
        calc(inputs, folder / "whole", workers, form).wait()
        seconds = time.monotonic() - began
        expected = bytes_of(folder / "whole")
        print(f"undisturbed: {seconds:.1f} s, {len(expected)} files; {workers} processes, {form}")
        done: Counter[int] = Counter()
        lost = 0
        killed = 0
        while killed < kills:
            into = folder / "results"
            shutil.rmtree(into, ignore_errors=True)
            for _ in range(random.randint(1, 3)):
                stopped = kill(calc(inputs, into, workers, form), random.uniform(0.3, 1) * seconds)
                if not stopped:
                    break
                killed += 1
                done[len(list(into.glob(".ilrspec/done/*.json")))] += 1
                lost += not_whole(into, expected)
            calc(inputs, into, workers, form).wait()
            if bytes_of(into) != expected:
                lost += 1
                print(
                    "not the same after a kill:", sorted(set(bytes_of(into).items()) ^ set(expected.items()))
                )
    told = ", ".join(f"{files}: {count}" for files, count in sorted(done.items()))
    print(f"{killed} kills; files done when killed (files: kills) {told}; {lost} lost")
    return 1 if lost else 0


def calc(inputs: Path, into: Path, workers: int, form: str) -> "subprocess.Popen[bytes]":
    """Start a run, with pieces so small that files of the test have several."""
    words = ["calc", str(inputs), "--into", str(into), "--workers", str(workers), "--as", form, "-q"]
    return subprocess.Popen(
        [sys.executable, "-c", PIECES + RUN, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def kill(run: "subprocess.Popen[bytes]", after: float) -> int:
    """Kill a run without warning; return 0 when it was over before."""
    try:
        run.wait(after)
    except subprocess.TimeoutExpired:
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        return 1
    return 0


def not_whole(into: Path, expected: dict[str, str]) -> int:
    """Return how many of the results that stand are not as they must be."""
    found = bytes_of(into)
    return sum(
        1 for name, held in found.items() if not name.startswith((".", "files")) and held != expected[name]
    )


def bytes_of(folder: Path) -> dict[str, str]:
    """Return the files of a folder with the hashes of their bytes; what is being worked on is left out."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "work" not in path.parts
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Kill ilrspec calc at random points.")
    parser.add_argument("kills", type=int, nargs="?", default=50, help="how many kills (50)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--as", dest="form", choices=["parquet", "csv"], default="parquet")
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    sys.exit(main(chosen.kills, chosen.workers, chosen.form, chosen.seed))
