"""``ilrspec impact --into --cluster``: a real scheduler and two workers, each a process of its own."""

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

Impact = Callable[..., Result]
Bytes = Callable[[Path], dict[str, str]]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    with a_cluster(tmp_path / "cluster") as started:
        yield started


@pytest.fixture
def many(providers: Path) -> Path:
    for number in range(1, 8):
        file = providers / f"ILR-{number}.xml"
        learners.write(300, file, seed=number)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(str(learners.UKPRN), f"1000030{number}"), encoding="utf-8")
    whole = (providers / "ILR-1.xml").read_bytes().replace(b"10000301", b"10000399")
    (providers / "cut.xml").write_bytes(whole[:30_000])
    return providers


@needs_dask
@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
def test_a_worker_that_is_killed_in_the_middle_loses_nothing(
    impact: Impact, many: Path, changed: tuple[str, ...], tmp_path: Path, bytes_of: Bytes, cluster: Cluster
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    assert impact(many, "--into", here, "--workers", 1).exit_code == 2
    cluster.worker()
    cluster.worker()
    run = subprocess.Popen(
        [
            *(sys.executable, "-m", "reports.cli", "impact", str(many), "--into", str(there)),
            *("--cluster", cluster.address, *changed),
        ],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    busy = there / ".ilrspec" / "work"
    while run.poll() is None and len(list(there.glob(".ilrspec/impact/*.json"))) < 2:
        time.sleep(0.01)
    assert run.poll() is None and list(busy.iterdir())
    cluster.workers[0].kill()
    output, _ = run.communicate(timeout=120)
    assert run.returncode == 2
    assert "Files  11: 10 worked out, 1 refused" in output.decode()
    assert bytes_of(there) == bytes_of(here)


@needs_dask
@pytest.mark.long
def test_a_cluster_of_its_own_gives_the_same_bytes(
    impact: Impact, providers: Path, tmp_path: Path, bytes_of: Bytes
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    alone = impact(providers, "--into", here, "--workers", 1)
    spread = impact(providers, "--into", there, "--cluster", "local", "--workers", 2)
    assert alone.exit_code == spread.exit_code == 1, spread.output
    assert spread.stdout.rpartition("Written")[0] == alone.stdout.rpartition("Written")[0]
    assert bytes_of(there) == bytes_of(here)
    assert "3 done before and still right" in impact(providers, "--into", there, "--cluster", "local").stdout


@needs_dask
@pytest.mark.long
def test_a_worker_that_sees_other_parameters_is_refused(
    impact: Impact,
    providers: Path,
    tmp_path: Path,
    changed: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from reports.impact import calc

    order_of = calc.order_of

    def made(*values: object) -> object:
        order = order_of(*values)  # type: ignore[arg-type]
        with (Path(changed[1]) / "bootcamps.yaml").open("a", encoding="utf-8") as stream:
            stream.write("# Not as the order was given.\n")
        return order

    monkeypatch.setattr(calc, "order_of", made)
    outcome = impact(providers, "--into", tmp_path / "results", "--cluster", "local", "--workers", 1)
    assert outcome.exit_code == 2
    assert f"it sees another folder of parameters at {Path(changed[1])}, or none" in outcome.stderr
    assert not list((tmp_path / "results").glob("moved/**/*.parquet"))


def test_without_dask_the_message_tells_what_to_install(
    impact: Impact, providers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reports.batch.cluster.find_spec", lambda name: None)
    outcome = impact(providers, "--into", tmp_path / "results", "--cluster", "local")
    assert outcome.exit_code == 2
    assert outcome.stderr == "--cluster needs Dask, which is not installed: pip install 'ilrspec[cluster]'\n"
    assert not (tmp_path / "results").exists()
