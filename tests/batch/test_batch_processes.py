"""The processes of a run: copies of the first one or begun anew, they do the same and end with it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from reports.batch import processes
from reports.batch.order import Order
from reports.batch.processes import Pool
from reports.refusal import Refusal
from tests.patience import until

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes")

TWO_PROCESSES = """
import os, time
from reports.batch.processes import Pool
pool = Pool(2)
pool.begin(int)
print(*pool._executor._processes, flush=True)
time.sleep(600)
"""

ONE_IS_KILLED = """
import os, signal
from concurrent.futures.process import BrokenProcessPool
from reports.batch.processes import Pool, can_copy
print("copies" if can_copy() else "anew")
pool = Pool(2)
pool.begin(int)
try:
    pool.submit(os.kill, next(iter(pool._executor._processes)), signal.SIGKILL).result()
    while True:
        pool._executor.submit(os.getpid).result()
except BrokenProcessPool:
    print("broken")
print("anew" if pool.submit(os.getpid).result() != os.getpid() else "")
pool.close()
"""


@pytest.mark.long
@pytest.mark.parametrize("copies", [pytest.param(True, marks=on_linux), False])
def test_copies_and_processes_begun_anew_give_the_same_bytes(
    calc: Callable[..., Result],
    returns: Path,
    tmp_path: Path,
    bytes_of: Callable[..., dict[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    copies: bool,
) -> None:
    assert calc(returns, "--into", tmp_path / "one", "--workers", 1).exit_code == 0
    monkeypatch.setattr(processes, "can_copy", lambda: copies)
    monkeypatch.setattr(Order.__init__, "__defaults__", (4_000,))
    assert calc(returns, "--into", tmp_path / "two", "--workers", 2).exit_code == 0
    assert bytes_of(tmp_path / "one") == bytes_of(tmp_path / "two")


def refuse() -> None:
    raise Refusal("no")


@pytest.mark.parametrize(
    "copies", [pytest.param(True, marks=on_linux), pytest.param(False, marks=pytest.mark.long)]
)
def test_what_a_process_cannot_begin_with_is_refused(monkeypatch: pytest.MonkeyPatch, copies: bool) -> None:
    monkeypatch.setattr(processes, "can_copy", lambda: copies)
    pool = Pool(2)
    with pytest.raises(Refusal, match="no"):
        pool.begin(refuse)
    pool.kill()


@on_linux
def test_a_process_with_several_threads_is_not_copied() -> None:
    told = "import threading; from reports.batch.processes import can_copy; threading.Timer(9, print).start()"
    code = f"import os; {told}; print(can_copy(), flush=True); os._exit(0)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).stdout == b"False\n"


@on_linux
def test_a_copy_that_was_killed_is_had_anew() -> None:
    run = subprocess.run([sys.executable, "-c", ONE_IS_KILLED], capture_output=True, text=True)
    assert run.stdout == "copies\nbroken\nanew\n", run.stderr


@on_linux
def test_copies_end_with_a_process_that_is_killed() -> None:
    run = subprocess.Popen([sys.executable, "-c", TWO_PROCESSES], stdout=subprocess.PIPE, text=True)
    assert run.stdout is not None
    copies = [int(one) for one in run.stdout.readline().split()]
    assert len(copies) == 2
    run.kill()
    run.wait()
    run.stdout.close()
    until(lambda: not any(is_running(one) for one in copies), "both copies end")


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
