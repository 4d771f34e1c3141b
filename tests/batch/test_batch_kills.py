"""``kill -9`` in the middle of a run: what stands is whole, and the next run completes the rest."""

import multiprocessing
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from bench import kills, learners
from reports.batch.order import Order
from tests.batch.kill_kit import Killed

Calc = Callable[..., Result]
Bytes = Callable[..., dict[str, str]]


def test_a_run_that_ends_at_any_step_of_putting_results_into_place_is_completed(
    calc: Calc, returns: Path, tmp_path: Path, bytes_of: Bytes, steps: list[int]
) -> None:
    whole = tmp_path / "whole"
    steps[0] = 10_000
    calc(returns / "october", "--into", whole)
    taken = 10_000 - steps[0]
    expected = bytes_of(whole)
    assert taken >= 5
    for step in range(taken):
        into = tmp_path / str(step)
        steps[0] = step
        with pytest.raises(Killed):
            calc(returns / "october", "--into", into)
        for name, held in bytes_of(into).items():
            assert name.startswith(".") or held == expected[name]
        steps[0] = 10_000
        assert calc(returns / "october", "--into", into).exit_code == 0
        assert bytes_of(into) == expected


def test_an_old_result_does_not_outlive_a_run_that_was_killed(
    calc: Calc, returns: Path, tmp_path: Path, steps: list[int]
) -> None:
    """The provider in a file changes, and the run that notices ends at every step in turn."""
    file = returns / "october" / "ILR-C.XML"
    first = file.read_text(encoding="utf-8")
    second = first.replace(str(learners.UKPRN), "10000207")
    for step in range(8):
        into = tmp_path / str(step)
        steps[0] = 10_000
        file.write_text(first, encoding="utf-8")
        calc(file, "--into", into)
        file.write_text(second, encoding="utf-8")
        steps[0] = step
        try:
            calc(file, "--into", into)
        except Killed:
            steps[0] = 10_000
            calc(file, "--into", into)
        assert [path.parent.name for path in into.glob("earnings/**/*.parquet")] == ["ukprn=10000207"]


@pytest.mark.long
def test_a_worker_that_ends_without_a_word_loses_nothing(
    calc: Calc, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = tmp_path / "returns"
    inputs.mkdir()
    for number in range(1, 5):
        learners.write(300, inputs / f"{number}.xml", seed=number)
    assert calc(inputs, "--into", tmp_path / "whole", "--workers", 1).exit_code == 0
    monkeypatch.setattr(Order.__init__, "__defaults__", (100_000,))
    killed: list[int] = []

    def kill_one() -> None:
        while not list(tmp_path.glob("results/.ilrspec/done/*.json")):
            time.sleep(0.01)
        for process in multiprocessing.active_children()[:1]:
            process.kill()
            killed.append(1)

    watcher = threading.Thread(target=kill_one, daemon=True)
    watcher.start()
    outcome = calc(inputs, "--into", tmp_path / "results", "--workers", 2)
    watcher.join()
    assert killed and outcome.exit_code == 0, outcome.output
    assert bytes_of(tmp_path / "results") == bytes_of(tmp_path / "whole")


@pytest.mark.long
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no kill -9")
@pytest.mark.parametrize("workers", [1, 2])
def test_a_killed_process_loses_nothing(tmp_path: Path, workers: int) -> None:
    inputs = tmp_path / "returns"
    inputs.mkdir()
    for number in range(1, 4):
        learners.write(400, inputs / f"{number}.xml", seed=number)
    began = time.monotonic()
    kills.calc(inputs, tmp_path / "whole", workers, "parquet").wait()
    seconds = time.monotonic() - began
    expected = kills.bytes_of(tmp_path / "whole")
    into = tmp_path / "results"
    killed = 0
    for share in (0.2, 0.4, 0.6):
        killed += kills.kill(kills.calc(inputs, into, workers, "parquet"), seconds * share)
        assert kills.not_whole(into, expected) == 0
    assert killed
    kills.calc(inputs, into, workers, "parquet").wait()
    assert kills.bytes_of(into) == expected
