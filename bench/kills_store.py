"""Kills commands that write, at moments of their own choosing: ``python -m bench.kills_store [--kills 25]``.

``returns import``, ``accept`` and ``run --report`` are ended by the system (kill -9) after times spread over an
undisturbed run. What they write must then be as before or as after, never in between, and a run afterwards must end as
one that was never disturbed. Prints for each command how many kills found it before and after.
"""

import argparse
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROVIDER = ROOT / "fixtures" / "sample_provider"
FILE = "ILR-10000201-2324-20240731-120000-01.xml"
FEATURE = ROOT / "features" / "bootcamps" / "waves.feature"

State = dict[str, bytes]


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--kills", type=int, default=25, help="for each command")
    kills = asked.parse_args().kills
    bad = 0
    for name, (arguments, prepare, state) in COMMANDS.items():
        counts = campaign(arguments, prepare, state, kills)
        told = ", ".join(f"{counts[one]} {one}" for one in ("before", "after", "ended first", "BROKEN"))
        print(f"{name:<16}{kills} kills: {told}", flush=True)
        bad += counts["BROKEN"]
    return 1 if bad else 0


def campaign(
    arguments: list[str], prepare: Callable[[Path], None], state: Callable[[Path], State | None], kills: int
) -> Counter[str]:
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "room"
        prepare(place)
        before = state(place)
        began = time.monotonic()
        subprocess.run(command(arguments), cwd=place, capture_output=True, check=False)
        took = time.monotonic() - began
        after = state(place)
        assert after != before, f"{arguments} changes nothing"
        shutil.rmtree(place)
        for number in range(kills):
            prepare(place)
            process = subprocess.Popen(
                command(arguments), cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            try:
                process.wait(took * (0.3 + 0.8 * number / kills))
                counts["ended first"] += 1
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            found = state(place)
            counts["before" if found == before else "after" if found == after else "BROKEN"] += 1
            subprocess.run(command(arguments), cwd=place, capture_output=True, check=False)
            counts["BROKEN"] += state(place) != after
            shutil.rmtree(place)
    return counts


def command(arguments: list[str]) -> list[str]:
    return [sys.executable, "-m", "reports.cli", *arguments]


def with_files(place: Path) -> None:
    place.mkdir()
    for path in PROVIDER.glob("*.xml"):
        shutil.copy(path, place)
    shutil.copytree(PROVIDER / "reference", place / "reference")


def with_feature(place: Path) -> None:
    place.mkdir()
    shutil.copy(FEATURE, place / "some.feature")


def with_wrong_figures(place: Path) -> None:
    with_feature(place)
    text = (place / "some.feature").read_text(encoding="utf-8")
    (place / "some.feature").write_text(text.replace("900", "901"), encoding="utf-8")


def store(place: Path) -> State | None:
    """Return the rows of the files in the store; nothing where there is none, or one without any."""
    if not (place / "kept.db").exists():
        return {}
    with closing(sqlite3.connect(place / "kept.db")) as database:
        assert database.execute("pragma integrity_check").fetchone() == ("ok",)
        tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        rows = {name: database.execute(f'select * from "{name}"').fetchall() for name in sorted(tables)}
    return {name: repr(sorted(map(repr, found))).encode() for name, found in rows.items() if found}


def feature(place: Path) -> State:
    return {"some.feature": (place / "some.feature").read_bytes()}


def pages(place: Path) -> State:
    """Return which pages there are; each must be whole, and the first comes last."""
    made = list((place / "report").rglob("*.html")) if (place / "report").exists() else []
    if any(not path.read_bytes().rstrip().endswith(b"</html>") for path in made):
        return {"broken": b""}
    if not (place / "report" / "index.html").exists():
        return {}
    return {str(path.relative_to(place)): b"" for path in made}


COMMANDS: dict[str, tuple[list[str], Callable[[Path], None], Callable[[Path], State | None]]] = {
    "returns import": (
        [
            "returns",
            "import",
            "ILR-10000201-2324-20240731-120000-01.xml",
            "--store",
            "kept.db",
            "--reference",
            "reference",
        ],
        with_files,
        store,
    ),
    "accept": (["accept", "some.feature", "--yes"], with_wrong_figures, feature),
    "run --report": (["run", "some.feature", "--report", "report"], with_feature, pages),
}


if __name__ == "__main__":
    sys.exit(main())
