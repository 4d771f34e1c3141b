"""A disk that fills up while a command writes: one clear line, and neither a new nor a spoilt file is left."""

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[2]
PROVIDER = sorted((ROOT / "fixtures" / "sample_provider").glob("ILR-*.xml"))
FEATURE = min((ROOT / "features").rglob("*.feature"), key=lambda path: path.stat().st_size)
LEFT_FREE = 40  # bytes that every file may have

FULL = """
import signal, sys
# As on a full disk: the system refuses to write on, and the program is told so.
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
from reports.cli import main
main()
"""
COMMANDS = {
    "calc to csv": ["calc", "ILR.xml", "--out", "out/a.csv", "--findings", "out/b.csv"],
    "calc to a workbook": ["calc", "ILR.xml", "--statement", "out/a.xlsx"],
    "calc to parquet": ["calc", "ILR.xml", "--out", "out/a.parquet", "--statement", "out/b.csv"],
    "bootcamps": ["calc", "ILR.xml", "--milestones", "out/a.csv", "--no-pay", "out/b.xlsx"],
    "impact": ["impact", "ILR.xml", "--after", "parameters", "--out", "out/a.csv"],
    "snapshot": ["snapshot", "out/a.json.gz", "some.feature"],
    "store": ["returns", "import", "ILR.xml", "--store", "out/store.db"],
    "sheet": ["sheet", "export", "some.feature", "out/a.xlsx"],
    "sheet as csv": ["sheet", "export", "some.feature", "out/sheets"],
    "report": ["run", "some.feature", "--report", "out/report"],
    "allure": ["run", "some.feature", "--allure", "out/allure"],
}


def room(name: str, folder: Path) -> list[str]:
    (folder / "out").mkdir()
    (folder / "ILR.xml").write_bytes(PROVIDER[-2].read_bytes())
    (folder / "some.feature").write_bytes(FEATURE.read_bytes())
    if "parameters" in COMMANDS[name]:
        shutil.copytree(
            ROOT / "engine" / "parameters", folder / "parameters", ignore=shutil.ignore_patterns("*.py*")
        )
    return COMMANDS[name]


def run_on_a_full_disk(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LEFT_FREE, LEFT_FREE))

    return subprocess.run(
        [sys.executable, "-c", FULL, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        preexec_fn=limited,
        check=False,
    )


def seen(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.long
@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_is_left_half_written(name: str, tmp_path: Path) -> None:
    arguments = room(name, tmp_path)
    before = seen(tmp_path)
    done = run_on_a_full_disk(arguments, tmp_path)
    told = done.stderr.splitlines()
    assert done.returncode == 2, done.stdout + done.stderr
    (line,) = told
    assert "File too large" in line or "no room left" in line
    assert "Traceback" not in done.stderr and "went wrong" not in done.stderr
    assert seen(tmp_path) == before
