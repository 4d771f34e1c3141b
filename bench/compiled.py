"""Times ``ilrspec calc --into`` on compiled rules beside the readable ones.

``python -m bench.compiled [COUNT ...]``; without counts 20,000 learners of funding models 35 and 36. It compiles a
copy of the rules as ``ilrspec compile`` does, proves it, and takes it away again; ``--rules DIR`` takes a folder that
is compiled already. Both run in turns, on one process each.
"""

import argparse
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import timing
from bench.national import MIX
from reports.compiled.building import build, check_tools
from reports.compiled.modules import modules_of
from reports.compiled.proof import Proof, prove

COMMAND = """
import sys
sys.path.insert(0, sys.argv.pop(1))
import engine
from reports.cli import main
main()
"""
"""Runs a command on the rules of a folder; being imported first, they are not changed for others."""


@contextmanager
def compiled() -> Iterator[Path]:
    """Compile and prove a copy of the rules; print how long each took."""
    with tempfile.TemporaryDirectory() as name:
        engine = Path(name) / "engine"
        shutil.copytree(timing.ROOT / "engine", engine, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copytree(timing.ROOT / "features", Path(name) / "features")
        check_tools()
        began = time.perf_counter()
        proofs: list[Proof] = []
        seconds: list[float] = []

        def proven(folder: Path) -> None:
            seconds.append(time.perf_counter() - began)
            proofs.append(prove(engine, folder, lambda _: None))

        folder = build(engine, modules_of(engine), proven, lambda _: None)
        whole = time.perf_counter() - began
        print(
            f"compiled in {seconds[0]:.0f} s, proven in {whole - seconds[0]:.0f} s: {proofs[0]}", flush=True
        )
        yield folder


def main(counts: list[int], rules: Path, times: int) -> None:
    """Make each file, time both rules on it in turns, print their lines."""
    print(
        f"{'learners':>9} {'rules':<9} {'s':>7} {'learners/s':>11} {'us of a core':>13} {'ratio':>6} {'peak MB':>8}"
    )
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            words = ["--learners", str(count), "--year", "2021", "--seed", "3", "--mix", MIX]
            timing.run(timing.ilrspec("generate", *words, "--out", f"{folder}/"))
            (file,) = folder.glob("*.xml")
            words = [
                "calc",
                str(file),
                "--into",
                str(folder / "results"),
                "--workers",
                "1",
                "--again",
                "--quiet",
            ]
            sides = {"readable": timing.ROOT, "compiled": rules}
            runs: dict[str, list[timing.Timing]] = {side: [] for side in sides}
            for _ in range(times):
                for side, place in sides.items():
                    runs[side].append(timing.run(timing.python(COMMAND, str(place.resolve()), *words)))
            best = {side: min(taken, key=lambda one: one.processor) for side, taken in runs.items()}
            for side, took in best.items():
                print(
                    f"{count:>9,} {side:<9} {took.seconds:>7.2f} {count / took.seconds:>11,.0f}"
                    f" {took.processor / count * 1e6:>13.0f} {took.processor / best['readable'].processor:>6.2f}"
                    f" {took.memory:>8}",
                    flush=True,
                )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Time calc on compiled rules beside the readable ones.")
    parser.add_argument("counts", type=int, nargs="*", help="numbers of learners (20000)")
    parser.add_argument("--rules", type=Path, help="a folder with a compiled engine; without it one is made")
    parser.add_argument("--times", type=int, default=3, help="runs of each, in turns; the best counts")
    chosen = parser.parse_args()
    print(timing.pin_to_one_core())
    if chosen.rules is not None:
        main(chosen.counts or [20_000], chosen.rules, chosen.times)
    else:
        with compiled() as made:
            main(chosen.counts or [20_000], made, chosen.times)
