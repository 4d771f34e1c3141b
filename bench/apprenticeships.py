"""Times ``ilrspec calc`` on apprentices alone, and ``ilrspec run`` on the apprenticeship features.

``python -m bench.apprenticeships [COUNT ...]``; without counts 2,000 and 5,000 learners of funding model 36 on one
core, of files that ``ilrspec generate`` makes, beside a bare read of the file and beside a file of one learner, which
tells what starting takes.
Processor seconds are told too: they do not count the time in which other programs had the core.
"""

import argparse
import tempfile
from pathlib import Path

from bench import timing
from bench.calc import BARE_READ

FEATURES = timing.ROOT / "features" / "apprenticeships"


def time_files(counts: list[int], times: int) -> None:
    """Make each file, time its calculation, print a line."""
    print(
        f"{'learners':>9} {'file MB':>8} {'calc s':>8} {'learners/s':>11} {'processor s':>12}"
        f" {'learners/s':>11} {'peak MB':>8} {'bare read s':>12} {'ratio':>6}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for count in (1, *counts):
            file = Path(folder) / "made.xml"
            timing.run(timing.ilrspec("generate", f"--learners={count}", "--mix=fm36", f"--out={file}"))
            out = [f"--{name}={Path(folder) / name}.csv" for name in ("out", "findings")]
            command = timing.ilrspec("calc", str(file), *out)
            calc = timing.least_work(command, times)
            bare = timing.least_work(timing.python(BARE_READ, str(file)), times)
            print(
                f"{count:>9,} {file.stat().st_size / 1e6:>8.1f} {calc.seconds:>8.2f}"
                f" {count / calc.seconds:>11,.0f} {calc.processor:>12.2f} {count / calc.processor:>11,.0f}"
                f" {calc.memory:>8} {bare.processor:>12.2f} {calc.processor / bare.processor:>6.1f}",
                flush=True,
            )
            file.unlink()


def time_features(times: int) -> None:
    """Time the features in one process and in two; the processes may use all cores."""
    for processes in (1, 2):
        found = timing.best(timing.ilrspec("run", str(FEATURES), "-n", str(processes)), times)
        print(f"ilrspec run features/apprenticeships -n {processes}: {found.seconds:.2f} s", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time apprenticeships.")
    parser.add_argument("counts", type=int, nargs="*", help="numbers of learners (2000 5000)")
    parser.add_argument("--times", type=int, default=3, help="runs of each; the best counts")
    chosen = parser.parse_args()
    time_features(chosen.times)
    print(timing.pin_to_one_core())
    time_files(chosen.counts or [2_000, 5_000], chosen.times)
