"""Feeds readers with broken input, led by coverage: ``python -m bench.fuzz TARGET...|all [--seconds 300]``.

Needs the fuzzer atheris (``pip install atheris``; it is not among the dependencies). Each input at which a reader does
anything but read or refuse is written to a folder, once for each place in the code where it failed. An input that takes
longer than some seconds, or more memory than allowed, ends the run of that target.
"""

import argparse
import hashlib
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import NoReturn

from bench.fuzz_targets import ROOT, TARGETS, seeds, words

OURS = ("engine", "steps", "reports", "bench")
SLOW_SECONDS = 10
MOST_MEGABYTES = 2048
LONGEST_INPUT = 40_000


class TooSlowError(Exception):
    """A reader took longer over an input than it may."""


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("targets", nargs="+", choices=[*TARGETS, "all"], metavar="target")
    asked.add_argument("--seconds", type=int, default=300, help="time for each target")
    asked.add_argument("--found", type=Path, default=Path("fuzz-found"), help="folder of the inputs at fault")
    given = asked.parse_args()
    targets = list(TARGETS) if "all" in given.targets else given.targets
    if len(targets) == 1:
        _campaign(targets[0], given.seconds, given.found)
    faults = 0
    print(f"{'target':<14}{'inputs':>12}{'refused':>12}{'seconds':>9}  faults")
    for target in targets:
        command = [sys.executable, "-m", "bench.fuzz", target]
        command += ["--seconds", str(given.seconds), "--found", str(given.found)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, errors="replace")
        told = [line for line in done.stdout.splitlines() if line.startswith(target)]
        print(
            told[-1] if told else f"{target}: ended with {done.returncode}\n{done.stderr[-2000:]}", flush=True
        )
        faults += not told or not told[-1].endswith(" 0")
    return 1 if faults else 0


def _campaign(name: str, seconds: int, found: Path) -> NoReturn:
    import time

    import atheris

    target = TARGETS[name]
    imports = atheris.instrument_imports(include=["engine", "steps", "reports"], enable_loader_override=False)
    with imports, tempfile.TemporaryDirectory() as folder:
        for seed in seeds(name):
            # So that everything is imported while imports are instrumented; faults come up again.
            for content in (seed, seed[: len(seed) // 2]):
                with suppress(Exception):
                    target(content, Path(folder))
    scratch = Path(tempfile.mkdtemp(prefix="ilrspec-fuzz-"))
    corpus = scratch / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(seeds(name)):
        (corpus / f"{number}").write_bytes(seed)
    (scratch / "words").write_text("".join(f'"{_quoted(word)}"\n' for word in words(name)))
    counts = {"inputs": 0, "refused": 0}
    faults: dict[str, Path] = {}
    began = time.monotonic()

    def one(content: bytes) -> None:
        counts["inputs"] += 1
        signal.alarm(SLOW_SECONDS)
        try:
            counts["refused"] += target(content, scratch) is not None
        except Exception as error:
            place = _place(error)
            if place not in faults:
                found.mkdir(parents=True, exist_ok=True)
                kept = found / f"{name}-{hashlib.sha256(place.encode()).hexdigest()[:8]}"
                kept.write_bytes(content)
                faults[place] = kept
                print(f"FAULT {kept}: {place} {str(error)[:100]!r}", flush=True)
        finally:
            signal.alarm(0)
        if time.monotonic() - began > seconds:
            _told(name, counts, time.monotonic() - began, faults)

    signal.signal(signal.SIGALRM, _too_slow)
    limits = [f"-max_len={LONGEST_INPUT}", f"-rss_limit_mb={MOST_MEGABYTES}", f"-dict={scratch / 'words'}"]
    limits += ["-timeout=0", f"-artifact_prefix={found}/{name}-", "-verbosity=0", "-len_control=0"]
    found.mkdir(parents=True, exist_ok=True)
    atheris.Setup([sys.argv[0], str(corpus), *limits], one)
    atheris.Fuzz()
    sys.exit(3)


def _told(name: str, counts: dict[str, int], took: float, faults: dict[str, Path]) -> NoReturn:
    print(f"{name:<14}{counts['inputs']:>12,}{counts['refused']:>12,}{took:>9.0f}  {len(faults)}", flush=True)
    os._exit(1 if faults else 0)


def _too_slow(number: int, frame: FrameType | None) -> NoReturn:
    raise TooSlowError


def _place(error: Exception) -> str:
    """Return what failed where: the error's kind and the last line of our own code that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if Path(one.filename).is_relative_to(ROOT) and ".venv" not in one.filename]
    passed = [one for one in ours if Path(one.filename).relative_to(ROOT).parts[0] in OURS]
    last = passed[-1] if passed else frames[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"


def _quoted(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)


if __name__ == "__main__":
    sys.exit(main())
