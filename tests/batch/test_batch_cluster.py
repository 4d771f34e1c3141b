"""``ilrspec calc --into --cluster``: a real scheduler and two workers, each a process of its own."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from bench import learners
from tests.batch.cluster_kit import ROOT, Cluster, a_cluster, needs_dask

Calc = Callable[..., Result]
Bytes = Callable[..., dict[str, str]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with a_cluster(tmp_path / "cluster") as started:
        yield started


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "returns"
    folder.mkdir()
    for number in range(1, 9):
        learners.write(400, folder / f"ILR-{number}.xml", seed=number)
    (folder / "cut.xml").write_bytes((folder / "ILR-1.xml").read_bytes()[:30_000])
    return folder


@needs_dask
@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    calc: Calc, many: Path, tmp_path: Path, bytes_of: Bytes, cluster: Cluster
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert calc(many, "--into", here, "--workers", 1).exit_code == 1
    cluster.worker()
    cluster.worker()
    run = subprocess.Popen(
        [sys.executable, "-m", "reports.cli", "calc", many, "--into", there, "--cluster", cluster.address],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    busy = there / ".ilrspec" / "work"
    while run.poll() is None and len(list(there.glob(".ilrspec/done/*.json"))) < 2:
        time.sleep(0.01)
    assert run.poll() is None and list(busy.iterdir())
    cluster.workers[0].kill()
    output, _ = run.communicate(timeout=120)
    assert run.returncode == 1
    assert "Files     9: 8 worked out, 1 refused" in output.decode()
    assert bytes_of(there) == bytes_of(here)


@needs_dask
@pytest.mark.long
def test_a_cluster_of_its_own_gives_the_same_bytes(
    calc: Calc, returns: Path, tmp_path: Path, bytes_of: Bytes
) -> None:
    assert calc(returns, "--into", tmp_path / "here", "--workers", 1).exit_code == 0
    words = ("--cluster", "local", "--workers", 2)
    outcome = calc(returns, "--into", tmp_path / "there", *words)
    assert outcome.exit_code == 0, outcome.output
    assert bytes_of(tmp_path / "there") == bytes_of(tmp_path / "here")


@needs_dask
@pytest.mark.long
def test_a_scheduler_that_is_not_there_is_told(
    calc: Calc, returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.batch.cluster._SECONDS_TO_CONNECT", 1)
    outcome = calc(returns, "--into", tmp_path / "results", "--cluster", "tcp://127.0.0.1:9")
    assert outcome.exit_code == 2
    assert "--cluster: tcp://127.0.0.1:9 cannot be reached" in outcome.stderr


def test_without_dask_the_message_tells_what_to_install(
    calc: Calc, returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.batch.cluster.find_spec", lambda name: None)
    outcome = calc(returns, "--into", tmp_path / "results", "--cluster", "local")
    assert outcome.exit_code == 2
    assert outcome.stderr == "--cluster needs Dask, which is not installed: pip install 'ilrspec[cluster]'\n"
    assert not (tmp_path / "results").exists()


def test_workers_are_the_business_of_the_cluster(calc: Calc, returns: Path, tmp_path: Path) -> None:
    pytest.importorskip("distributed", reason="dask is not installed")
    outcome = calc(returns, "--into", tmp_path / "results", "--cluster", "tcp://127.0.0.1:9", "--workers", 2)
    assert outcome.exit_code == 2 and "--workers: the cluster decides" in outcome.stderr
