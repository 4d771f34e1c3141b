"""Times ``ilrspec calc`` from start to end on one core: learners a second, peak memory, ratio to a bare read.

``python -m bench.calc [COUNT ...]``; without counts 2,000, 20,000 and 200,000 learners, the last 600 MB.
"""

import argparse
import tempfile
from pathlib import Path

from bench import learners, timing

BARE_READ = """
import sys
from lxml import etree
for _, learner in etree.iterparse(sys.argv[1], tag="{ESFA/ILR/2020-21}Learner"):
    learner.clear()
    while learner.getprevious() is not None:
        del learner.getparent()[0]
"""


def main(counts: list[int], times: int) -> None:
    """Make each file, time it, print a line."""
    print(timing.pin_to_one_core())
    print(
        f"{'learners':>9} {'file MB':>8} {'calc s':>8} {'learners/s':>11}"
        f" {'peak MB':>8} {'bare read s':>12} {'ratio':>6}"
    )
    peaks = []
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            file = Path(folder) / f"ILR-{learners.UKPRN}-2021-20210914-120000-01.xml"
            learners.write(count, file)
            size = file.stat().st_size / 1e6
            out = [f"--{name}={Path(folder) / name}.csv" for name in ("out", "findings")]
            repeats = times if count <= 20_000 else 1
            calc = timing.best(timing.ilrspec("calc", str(file), *out), repeats)
            bare = timing.best(timing.python(BARE_READ, str(file)), repeats)
            peaks.append(calc.megabytes or 0)
            print(
                f"{count:>9,} {size:>8.0f} {calc.seconds:>8.2f} {count / calc.seconds:>11,.0f}"
                f" {calc.memory:>8} {bare.seconds:>12.2f} {calc.seconds / bare.seconds:>6.1f}",
                flush=True,
            )
            file.unlink()
    if len(peaks) > 1 and peaks[0]:
        print(f"peak memory of the largest file to the smallest: {peaks[-1] / peaks[0]:.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time ilrspec calc.")
    parser.add_argument("counts", type=int, nargs="*", help="numbers of learners (2000 20000 200000)")
    parser.add_argument(
        "--times", type=int, default=3, help="runs of each file up to 20,000; the best counts"
    )
    chosen = parser.parse_args()
    main(chosen.counts or [2_000, 20_000, 200_000], chosen.times)
