"""``kill -9`` in the middle of an impact over many files: what stands is whole, and the next run completes the rest."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from bench import kills, learners
from reports.impact.order import ImpactOrder
from tests.batch.kill_kit import Killed

Impact = Callable[..., Result]
Bytes = Callable[[Path], dict[str, str]]
PIECES = "import sys; from reports.impact.order import ImpactOrder; ImpactOrder.__init__.__defaults__ = (200_000,); "


@pytest.mark.long
def test_a_run_that_ends_at_any_step_is_completed(
    impact: Impact, providers: Path, tmp_path: Path, bytes_of: Bytes, steps: list[int]
) -> None:
    files = providers / "october", providers / "ILR-C.xml"
    whole = tmp_path / "whole"
    steps[0] = 10_000
    impact(*files, "--into", whole)
    taken = 10_000 - steps[0]
    expected = bytes_of(whole)
    assert taken >= 12 and "moved/bootcamps.parquet" in expected
    for step in range(taken):
        into = tmp_path / str(step)
        steps[0] = step
        with pytest.raises(Killed):
            impact(*files, "--into", into)
        for name, held in bytes_of(into).items():
            assert Path(name).name.startswith(".") or name.startswith(".") or held == expected[name]
        steps[0] = 10_000
        assert impact(*files, "--into", into).exit_code == 1
        assert bytes_of(into) == expected


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_process_loses_nothing(tmp_path: Path, changed: tuple[str, ...], workers: int) -> None:
    inputs = tmp_path / "returns"
    inputs.mkdir()
    for number in range(1, 4):
        file = inputs / f"{number}.xml"
        learners.write(300, file, seed=number)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(str(learners.UKPRN), f"1000020{number}"), encoding="utf-8")

    def started(into: Path) -> "subprocess.Popen[bytes]":
        words = ["impact", str(inputs), "--into", str(into), "--workers", str(workers), "-q", *changed]
        return subprocess.Popen(
            [sys.executable, "-c", PIECES + kills.RUN, *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    began = time.monotonic()
    assert started(tmp_path / "whole").wait() == 1
    seconds = time.monotonic() - began
    expected = kills.bytes_of(tmp_path / "whole")
    into = tmp_path / "results"
    killed = 0
    for share in (0.3, 0.5, 0.7):
        killed += kills.kill(started(into), seconds * share)
        assert kills.not_whole(into, expected) == 0
    assert killed
    assert started(into).wait() == 1
    assert kills.bytes_of(into) == expected


@pytest.mark.long
def test_the_same_bytes_whatever_the_number_of_processes(
    impact: Impact, providers: Path, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = (providers / "ILR-A.xml").read_bytes().replace(b"10000101", b"10000399")
    (providers / "cut.xml").write_bytes(whole[:8000])
    outcomes = []
    for workers in (1, 2, 3):
        monkeypatch.setattr(ImpactOrder.__init__, "__defaults__", (4_000 * workers,))
        outcomes.append(impact(providers, "--into", tmp_path / str(workers), "--workers", workers))
    assert [one.exit_code for one in outcomes] == [2, 2, 2]
    assert "4: 3 worked out, 1 refused" in outcomes[0].stdout
    assert len({one.stdout.rpartition("Written")[0] for one in outcomes}) == 1
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2") == bytes_of(tmp_path / "3")
