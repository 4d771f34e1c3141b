"""What the workbench writes: whole, where it may, and never over what somebody else has written."""

import hashlib
import os
import re
import signal
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reports.commands.serve import command
from reports.refusal import Refusal
from reports.workbench.server import _FIRST, _PORTS, listening
from tests.patience import PATIENCE
from tests.workbench.served import RIGHT, WRONG, Bench

FORM = {"encoding": "utf-8", "mark": ""}


def sha(text: str | bytes) -> str:
    return hashlib.sha256(text.encode() if isinstance(text, str) else text).hexdigest()


def sent(path: str, text: str, **more: Any) -> dict[str, Any]:
    return {"path": path, "text": text, "form": FORM, **more}


def test_a_file_is_opened_and_saved_with_its_version(bench: Bench) -> None:
    bench.write("saved.feature", RIGHT)
    status, told = bench.get("/api/file?path=saved.feature")
    assert (status, told["text"], told["version"]) == (200, RIGHT, sha(RIGHT))
    assert [block["kind"] for block in told["outline"]] == ["feature", "background", "scenario"]
    status, answer = bench.post("/api/save", sent("saved.feature", WRONG, version=told["version"]))
    assert (status, answer) == (200, {"version": sha(WRONG)})
    assert bench.read("saved.feature") == WRONG
    assert bench.get("/api/version?path=saved.feature") == (200, {"version": sha(WRONG)})
    assert not [one for one in bench.root.iterdir() if one.name.startswith(".ilrspec")]


def test_a_file_that_changed_meanwhile_is_shown_and_left_alone(bench: Bench) -> None:
    bench.write("both.feature", RIGHT)
    status, told = bench.post("/api/save", sent("both.feature", WRONG, version=sha("something else")))
    assert (status, told["gone"], told["version"], told["theirs"]["text"]) == (409, False, sha(RIGHT), RIGHT)
    differing = [(row["theirs"], row["mine"]) for row in told["difference"] if not row.get("same", True)]
    assert [theirs.strip() for theirs, _ in differing] == [
        "| WEX | on-programme | 40.00    | 0.00     |",
        "| WEX | achievement  | 10.00    | 0.00     |",
    ]
    assert bench.read("both.feature") == RIGHT
    assert bench.post("/api/save", sent("both.feature", WRONG, version=told["version"]))[0] == 200


def test_a_file_that_is_gone_is_written_again_only_when_asked_for(bench: Bench) -> None:
    status, told = bench.post("/api/save", sent("gone.feature", RIGHT, version=sha(RIGHT)))
    assert (status, told["gone"], told["version"]) == (409, True, "")
    assert not (bench.root / "gone.feature").exists()
    assert bench.post("/api/save", sent("gone.feature", RIGHT, version=""))[0] == 200
    assert bench.read("gone.feature") == RIGHT


def test_a_character_that_the_file_cannot_hold_is_refused_and_nothing_is_written(bench: Bench) -> None:
    old = "Feature: £\n".encode("cp1252")
    (bench.root / "old.feature").write_bytes(old)
    told = bench.get("/api/file?path=old.feature")[1]
    status, answer = bench.post("/api/save", {**told, "path": "old.feature", "text": "Feature: ✓\n"})
    assert status == 422 and "'✓' cannot be written" in answer["message"]
    assert (bench.root / "old.feature").read_bytes() == old
    assert bench.post("/api/save", {**told, "path": "old.feature", "text": "Feature: £5\n"})[0] == 200
    assert (bench.root / "old.feature").read_bytes() == "Feature: £5\n".encode("cp1252")


def test_new_and_renamed_files_never_take_the_place_of_others(bench: Bench) -> None:
    assert (
        bench.post(
            "/api/new",
            {"path": "n/one.feature", "name": "One", "programme": "bootcamps", "case": "commencement"},
        )[0]
        == 200
    )
    first = bench.read("n/one.feature")
    for path in ("n/one.feature", "n/One.feature"):
        status, told = bench.post(
            "/api/new", {"path": path, "name": "Two", "programme": "bootcamps", "case": "commencement"}
        )
        assert (status, told["message"]) == (422, "n/one.feature is there already; choose another name")
    assert (
        bench.post(
            "/api/new", {"path": "n/two.feature", "name": "Two", "programme": "bootcamps", "case": "no such"}
        )[0]
        == 422
    )
    bench.write("n/two.feature", RIGHT)
    status, told = bench.post("/api/rename", {"path": "n/one.feature", "to": "n/two.feature"})
    assert (status, told["message"]) == (422, "n/two.feature is there already; choose another name")
    assert (bench.read("n/one.feature"), bench.read("n/two.feature")) == (first, RIGHT)
    assert bench.post("/api/rename", {"path": "n/one.feature", "to": "m/three.feature"})[0] == 200
    assert bench.read("m/three.feature") == first
    assert bench.post("/api/rename", {"path": "n/one.feature", "to": "n/x.feature"})[0] == 422


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ({}, 400),
        ({"path": 1, "text": "x", "version": ""}, 403),
        ({"path": "x.feature", "version": ""}, 400),
        ({"path": "x.feature", "text": 5, "version": ""}, 400),
        ({"path": "x.feature", "text": "x", "form": {"encoding": "rot13", "mark": ""}, "version": ""}, 400),
        ({"path": "x.feature", "text": "x", "form": {"encoding": "utf-8", "mark": "zz"}, "version": ""}, 400),
        ({"path": "x.feature", "text": "x", "form": 7, "version": ""}, 400),
    ],
)
def test_a_request_that_makes_no_sense_is_answered_with_a_line(
    bench: Bench, told: dict[str, Any], status: int
) -> None:
    found, answer = bench.post("/api/save", told)
    assert found == status and answer["message"] and "Traceback" not in str(answer)
    assert not (bench.root / "x.feature").exists()


def test_a_run_tells_each_cell_and_only_what_changed_is_run_again(bench: Bench) -> None:
    text = WRONG + "\n" + RIGHT[RIGHT.index("  Scenario") :].replace("It pays", "It still pays")
    status, told = bench.post("/api/run", sent("run.feature", text))
    assert status == 200 and told["ran"] == 2
    assert [one["status"] for one in told["scenarios"]] == ["failed", "passed"]
    cells = told["scenarios"][0]["steps"][2]["cells"]
    assert [cell[:4] + cell[5:] for cell in cells if cell[2] == "wrong"] == [
        [13, 2, "wrong", "40.00", "41.00"],
        [14, 2, "wrong", "10.00", "11.00"],
    ]
    assert all(told["reasons"]["groups"][cell[4]] for cell in cells if cell[2] == "wrong")
    status, told = bench.post("/api/run", sent("run.feature", text.replace("41.00", "40.00")))
    assert (told["ran"], told["scenarios"][0]["wrong"]) == (1, 1)
    status, told = bench.post(
        "/api/run", sent("run.feature", "Feature: x\n  Scenario: y\n    Given z\n    zzz\n")
    )
    assert told["problems"][0]["line"] == 4 and told["scenarios"] == []


def test_accepting_takes_what_the_click_meant(bench: Bench) -> None:
    def accept(**scope: Any) -> Any:
        return bench.post("/api/accept", sent("accept.feature", WRONG, scope={"line": 7, **scope}))[1]

    assert accept(cell=[13, 2])["text"] == WRONG.replace("41.00", "40.00")
    assert accept(lines=[11, 14])["text"] == RIGHT
    told = accept()
    assert told["text"] == RIGHT
    assert [(one["row"], one["column"], one["old"], one["new"]) for one in told["changes"]] == [
        ("WEX on-programme", "Aug 2021", "41.00", "40.00"),
        ("WEX achievement", "Aug 2021", "11.00", "10.00"),
    ]
    assert "agrees by now" in accept(cell=[13, 3])["refused"]


# --- the command ------------------------------------------------------------------------------------------


def test_the_command_says_what_it_cannot_serve(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    for path, says in (("nowhere", "there is no such file or folder"), ("notes.txt", "is no feature")):
        done = CliRunner().invoke(command, [str(tmp_path / path), "--no-browser"])
        assert done.exit_code == 2 and says in done.output
    with listening(tmp_path, None) as held:
        port = str(held.getsockname()[1])
        done = CliRunner().invoke(command, [str(tmp_path), "--no-browser", "--port", port])
    assert done.exit_code == 2
    assert re.fullmatch(
        rf"port {port} cannot be used \(.*\); choose another with --port, or leave --port out\n", done.output
    )


def test_the_same_folder_has_the_same_address_and_another_when_that_is_taken(tmp_path: Path) -> None:
    # A folder whose own port nobody else has at the moment.
    for folder in (tmp_path / str(number) for number in range(50)):
        wanted = _FIRST + zlib.crc32(str(folder).encode()) % _PORTS
        with suppress(Refusal), listening(folder, wanted):
            break
    with listening(folder, None) as first:
        port = first.getsockname()
        assert port[1] == wanted
        assert port[0] == "127.0.0.1"
        with listening(folder, None) as second:
            assert second.getsockname()[1] != port[1]
    with listening(folder, None) as again:
        assert again.getsockname() == port


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no Ctrl-C to one process alone")
def test_ctrl_c_ends_the_workbench_cleanly(tmp_path: Path) -> None:
    (tmp_path / "one.feature").write_text(RIGHT, encoding="utf-8")
    started = subprocess.Popen(
        [sys.executable, "-m", "reports.cli", "serve", str(tmp_path / "one.feature"), "--no-browser"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    assert started.stdout is not None
    lines = [started.stdout.readline() for _ in range(5)]
    assert re.fullmatch(r"  http://127\.0\.0\.1:\d+/\?token=[\w-]{43}#one\.feature\n", lines[2])
    started.send_signal(signal.SIGINT)
    rest, errors = started.communicate(timeout=PATIENCE)
    assert (started.returncode, errors) == (0, "")
    assert "The workbench has ended." in rest
