"""A learner who was made a scenario stays unknown whatever is done with the scenario: run, shown, compared, edited."""

import json
import logging
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli
from reports.workbench.server import listening, make_server
from tests.language_server.conftest import started
from tests.patience import until
from tests.privacy.personal import files_in, leaks
from tests.privacy.private_commands import (
    ADULTS,
    APP,
    APPRENTICES,
    B23,
    BOOTCAMPS,
    FIRST,
    HOME,
    ON_FEATURES,
    covers,
)
from tests.workbench.served import TOKEN, Bench

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.long
CAPTURED = (
    (APP, APPRENTICES, FIRST),
    (APP, APPRENTICES, "A06"),
    (B23, BOOTCAMPS, "S01"),
    (ADULTS, HOME, "A1"),
)


@pytest.fixture(scope="session")
def numbers(personal_files: Path) -> tuple[str, ...]:
    """The numbers by which the captured learners could be found: their ULN, and their employers'."""
    found = set()
    for file, _, reference in CAPTURED:
        text = (personal_files / file).read_text(encoding="utf-8")
        learner = text[text.index(f"<LearnRefNumber>{reference}<") :].split("</Learner>")[0]
        found |= set(re.findall(r"<(?:ULN|EmpId)>(\d+)<", learner))
    assert len(found) >= len(CAPTURED)
    return tuple(found)


@pytest.fixture(scope="session")
def captured(personal_files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the feature of some captured learners, and one in which their figures are not right."""
    folder = tmp_path_factory.mktemp("captured")
    (folder / "features").mkdir()
    (folder / "wrong").mkdir()
    feature = folder / "features" / "captured.feature"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(personal_files)
        for file, reference, learner in CAPTURED:
            words = ["capture", file, *reference, "--learner", learner, "--out", str(feature)]
            done = CliRunner().invoke(cli, [*words, *(["--append"] if feature.exists() else [])])
            assert done.exit_code == 0, done.output
    text = feature.read_text(encoding="utf-8")
    wrong = re.sub(r"(\d)\.00 \|", r"\1.01 |", text, count=3)
    assert wrong != text
    (folder / "wrong" / "captured.feature").write_text(wrong, encoding="utf-8")
    shutil.copytree(personal_files / "parameters", folder / "parameters")
    return folder


@pytest.fixture
def desk(captured: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Those features in a folder of one's own."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(captured, tmp_path, dirs_exist_ok=True)
    (tmp_path / "out").mkdir()
    return tmp_path


@covers("capture", "--append")
def test_the_features_themselves_tell_nothing(desk: Path, numbers: tuple[str, ...]) -> None:
    assert not leaks(files_in(desk / "features"), numbers)


@pytest.mark.parametrize("name", ON_FEATURES)
def test_no_command_on_a_captured_learner_tells_who_it_is(
    name: str, desk: Path, numbers: tuple[str, ...]
) -> None:
    told = ""
    for arguments in ON_FEATURES[name]:
        done = CliRunner().invoke(cli, arguments)
        assert done.exit_code in (0, 1), (arguments, done.output)
        told += done.output
    written = files_in(desk / "out") | files_in(desk / "wrong") | files_in(desk / "features")
    assert told
    assert not leaks({"the screen": told.encode(), **written}, numbers)


VIEWER = """
import json, sys
from pathlib import Path
if "--version" in sys.argv:
    sys.exit(print("3.18.0"))
config = json.loads(Path(sys.argv[sys.argv.index("--config") + 1]).read_text("utf-8"))
told = [path.read_text("utf-8") for path in sorted(Path(sys.argv[-1]).iterdir())]
Path(config["historyPath"]).write_text(json.dumps(told), "utf-8")
page = Path(config["output"])
page.mkdir()
head = "<!DOCTYPE html><html><head><title>t</title></head>"
(page / "index.html").write_text(head + "<body><pre>" + "".join(told) + "</pre></body></html>", "utf-8")
"""


@covers("allure", "--out", "--title", "results")
def test_an_allure_page_tells_nothing(desk: Path, numbers: tuple[str, ...]) -> None:
    """Made by a viewer that puts all of every result into its page."""
    (desk / "viewer.py").write_text(VIEWER, encoding="utf-8")
    viewer = desk / ("viewer.cmd" if sys.platform == "win32" else "viewer")
    called = f'"{sys.executable}" "{desk / "viewer.py"}"'
    viewer.write_text(
        f"@{called} %*\n" if sys.platform == "win32" else f'#!/bin/sh\nexec {called} "$@"\n', encoding="utf-8"
    )
    viewer.chmod(0o755)
    assert CliRunner().invoke(cli, ["run", "wrong", "--allure", "results"]).exit_code == 1
    words = ["allure", "results", "--out", "out/page", "--title", "Autumn", "--viewer", str(viewer)]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 0, done.output
    written = files_in(desk / "out")
    assert "page/index.html" in written and b"earnings" in written["page/index.html"]
    assert not leaks({"the screen": done.output.encode(), **written}, numbers)


@pytest.fixture
def bench(desk: Path) -> Iterator[Bench]:
    """The workbench for both folders."""
    with listening(desk, None) as held:
        port = held.getsockname()[1]
        server = make_server(desk, TOKEN, port)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
        thread.start()
        until(lambda: server.started, "the workbench answers")
        yield Bench(desk, port)
        server.should_exit = True
        thread.join(20)


@covers("serve", "path")
def test_no_answer_of_the_workbench_does(
    bench: Bench,
    numbers: tuple[str, ...],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    path = "wrong/captured.feature"
    text = bench.read(path)
    told = {"path": path, "text": text, "form": {"encoding": "utf-8", "mark": ""}}
    asked: dict[str, tuple[int, bytes]] = {}
    for address in ("/", "/api/folder", "/api/words", f"/api/file?path={path}", f"/api/version?path={path}"):
        asked[address] = bench.raw("GET", address)[:2]
    posts: dict[str, object] = {
        "/api/edit": {**told, "edits": []},
        "/api/check": told,
        "/api/run": told,
        "/api/accept": {**told, "scope": {"kind": "file"}},
        "/api/scenario": {**told, "name": "Another", "programme": "adult-skills", "case": "achieved"},
        "/api/new": {"path": "features/new.feature", "text": text, "form": told["form"]},
        "/api/rename": {"path": "features/new.feature", "to": "features/newer.feature"},
        "/api/save": {**told, "version": "another"},
    }
    for address, body in posts.items():
        asked[address] = bench.raw("POST", address, json.dumps(body).encode())[:2]
        asked[f"{address}, not understood"] = bench.raw("POST", address, json.dumps(text).encode())[:2]
    assert asked["/api/run"][0] == 200 and b'"ran":4' in asked["/api/run"][1]
    assert asked["/api/save"][0] == 409
    routes = {address.partition("?")[0] for address in asked}
    source = (ROOT / "reports" / "workbench" / "app.py").read_text(encoding="utf-8")
    assert set(re.findall(r'"(/api/\w+)": _', source)) <= routes
    screen = capfd.readouterr()
    logged = f"{caplog.text}{screen.out}{screen.err}".encode()
    answers = {f"{address}.json": body for address, (_, body) in asked.items()}
    assert not leaks({"the log": logged, **answers}, numbers)


@covers("language-server")
def test_no_word_to_an_editor_does(desk: Path, numbers: tuple[str, ...]) -> None:
    editor = started({})
    text = (desk / "wrong" / "captured.feature").read_text(encoding="utf-8")
    wrong = text.replace("| ", "| x", 3)
    uri = editor.open(wrong)
    try:
        told = [editor.flaws(uri)]
        for line, row in enumerate(wrong.splitlines()):
            if row.strip().startswith(("|", "Given", "And", "Then")):
                told += [editor.at(what, uri, line, len(row) // 2) for what in ("hover", "completion")]
        told.append(
            editor.ask(
                "textDocument/formatting",
                textDocument={"uri": uri},
                options={"tabSize": 2, "insertSpaces": True},
            )
        )
    finally:
        editor.server.kill()
        editor.server.wait(30)
    assert told[0]
    assert not leaks({"words.json": json.dumps(told, ensure_ascii=False).encode()}, numbers)


@covers("watch")
def test_nothing_that_watch_prints_does(desk: Path, numbers: tuple[str, ...]) -> None:
    screen = desk / "screen.txt"
    # To a file: who ends a program that writes into a pipe would wait for its workers, which have the pipe too.
    with screen.open("wb") as held:
        watching = subprocess.Popen(
            [sys.executable, "-u", "-m", "reports.cli", "watch", "features", "-n", "1"],
            cwd=desk,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=held,
            stderr=subprocess.STDOUT,
        )
    try:
        until(
            lambda: b"Watching" in screen.read_bytes() or watching.poll() is not None, "the features are run"
        )
        shutil.copy(desk / "wrong" / "captured.feature", desk / "features" / "captured.feature")
        until(lambda: b"1 failed" in screen.read_bytes() or watching.poll() is not None, "the edit is run")
        assert watching.poll() is None, screen.read_text(encoding="utf-8")
    finally:
        watching.send_signal(signal.SIGINT)
        watching.wait(60)
    assert not leaks({"the screen": screen.read_bytes()}, numbers)
