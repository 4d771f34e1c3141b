"""A run over many files keeps nothing personal: not in its notes, nor in what a run that was stopped has left."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from bench import kills
from reports.batch import placing
from reports.cli import cli
from tests.patience import until
from tests.privacy.personal import BIRTH, PERSONAL, files_in, leaks
from tests.privacy.private_commands import ADULTS, AFTER, APP, APPRENTICES, B23, HOME, covers


class Killed(BaseException):
    """Stands for the end of the process: nothing catches it."""


@pytest.fixture
def ends_at(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Return a function that lets the process end at the n-th move of a file, with nothing cleared away."""

    def end(number: int) -> None:
        left = [number]
        replace = Path.replace

        def counted(self: Path, target: Any) -> Path:
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return replace(self, target)

        monkeypatch.setattr(placing, "_clear", lambda order: None)
        monkeypatch.setattr(Path, "replace", counted)

    return end


@pytest.mark.parametrize("command", [["calc"], ["impact", *AFTER]], ids=["calc", "impact"])
@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_what_a_stopped_run_has_left_tells_nothing(
    room: Path, ends_at: Callable[[int], None], form: str, command: list[str]
) -> None:
    ends_at(1)
    words = [*command, APP, "--into", "out", *APPRENTICES, "--as", form, "--workers", "1", "--lenient"]
    with pytest.raises(Killed):
        CliRunner().invoke(cli, words)
    written = files_in(room / "out")
    assert any("work" in Path(name).parts for name in written), list(written)
    assert not leaks(written)


@pytest.mark.parametrize("form", ["parquet", "csv", pytest.param("duckdb", marks=pytest.mark.long)])
def test_files_that_are_refused_or_mended_are_listed_without_what_is_personal(room: Path, form: str) -> None:
    for number, (before, after) in enumerate(
        (
            ("<NINumber>ZZ987612A", "<NINumber>ZZ987612AZZ"),
            ("<FamilyName>Zqfamily<", "<FamilyName>Zqfamily & <"),
        )
    ):
        text = (room / APP).read_text(encoding="utf-8")
        (room / f"BROKEN-{number}.xml").write_text(text.replace(before, after, 1), encoding="utf-8")
    files = [ADULTS, "BROKEN-0.xml", "BROKEN-1.xml"]
    for lenient in ([], ["--lenient"]):
        words = ["calc", *files, "--into", "out", *HOME, "--as", form, "--workers", "1", *lenient]
        done = CliRunner().invoke(cli, words)
        assert done.exit_code == 1, done.output
        written = files_in(room / "out")
        assert b"NINumber" in written["files.csv"]
        assert not leaks({"the screen": done.output.encode(), **written})


@pytest.mark.long
def test_what_results_hold_is_found_in_each_form(room: Path) -> None:
    """The search is as good as its reading of cells: a learner's reference is found wherever there are earnings."""
    for form in ("parquet", "csv", "duckdb"):
        words = ["calc", APP, "--into", f"out/{form}", *APPRENTICES, "--as", form, "--workers", "1"]
        assert CliRunner().invoke(cli, words).exit_code == 0
        written = files_in(room / "out" / form)
        results = [name for name in written if name.startswith("earnings/") or name.endswith(".duckdb")]
        assert len(results) == (2 if form == "duckdb" else 1)
        assert all(leaks({name: written[name]}, ("A06",)) for name in results)
    words = ["returns", "import", B23, "--reference", "sample_provider", "--store", "out/r.db"]
    assert CliRunner().invoke(cli, words).exit_code == 0
    assert any(one.endswith(BIRTH) for one in leaks({"r.db": files_in(room / "out")["r.db"]}))


@pytest.mark.long
@covers("calc", "--cluster")
@covers("impact", "--cluster")
@pytest.mark.parametrize("command", [["calc"], ["impact", *AFTER]], ids=["calc", "impact"])
def test_a_cluster_tells_nothing(room: Path, command: list[str]) -> None:
    pytest.importorskip("distributed")
    words = [*command, APP, "--into", "out/all", *APPRENTICES, "--cluster", "local", "--workers", "1"]
    done = subprocess.run([sys.executable, "-m", "reports.cli", *words], capture_output=True, cwd=room)
    assert done.returncode in (0, 1) and files_in(room / "out"), done.stderr
    assert not leaks({"the screen": done.stdout + done.stderr, **files_in(room / "out")})


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
@pytest.mark.parametrize("workers", [1, 2])
def test_killed_processes_leave_nothing(room: Path, workers: int) -> None:
    inputs = room / "inputs"
    inputs.mkdir()
    text = (room / APP).read_text(encoding="utf-8")
    first, last = text.index("<Learner>"), text.rindex("</Learner>") + len("</Learner>")
    for number in range(3):
        (inputs / f"{number}.xml").write_text(
            text[:first] + text[first:last] * 60 + text[last:], encoding="utf-8"
        )
    assert PERSONAL["FamilyName"] in (inputs / "0.xml").read_text(encoding="utf-8")
    for pieces in (1, 6, 12):
        run = kills.calc(inputs, room / "out" / "all", workers, "parquet")
        until(partial(is_at_work, run, room, pieces), "something is written")
        assert run.poll() is None
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        assert at_work(room)
        assert not leaks(files_in(room / "out"))
        shutil.rmtree(room / "out" / "all")


def is_at_work(run: "subprocess.Popen[bytes]", room: Path, pieces: int) -> bool:
    return run.poll() is not None or len(at_work(room)) >= pieces


def at_work(room: Path) -> list[Path]:
    return [path for path in (room / "out" / "all" / ".ilrspec" / "work").glob("*/*") if path.is_file()]
