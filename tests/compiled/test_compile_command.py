"""``ilrspec compile``: what it makes, what it takes away, and what it says when it cannot."""

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path
from typing import Any

import pytest

from reports.compiled import building, program, proof
from reports.compiled.building import build
from reports.compiled.using import FOLDER, key_of
from reports.refusal import Refusal
from tests.compiled.compiled_kit import Run
from tests.patience import PATIENCE, until

SMALL = ["engine/calendar.py", "engine/identifiers.py", "engine/money.py"]

FEATURE = """\
@adult-skills
Feature: Work experience
  Scenario: One
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 |
      | WEX | on-programme | {figure} |
"""


def quiet(text: str) -> None:
    """Show nothing."""


def proven(folder: Path) -> None:
    """Find nothing wrong."""


@pytest.fixture
def not_compiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is built holds no machine code, which takes no time."""
    monkeypatch.setattr(building, "compile_modules", lambda *_: None)


@pytest.fixture
def older(rules: Path) -> Path:
    """Compiled rules of another day."""
    folder = rules.parent / FOLDER / "0123456789"
    folder.mkdir(parents=True)
    return folder


def test_compiled_rules_are_said_to_be_there(ilrspec: Run, stand_in: Path) -> None:
    done = ilrspec("compile")
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout
        == "The compiled rules are there, and they are those of today; --again compiles them anew.\n"
    )


def test_compiled_rules_are_removed(ilrspec: Run, rules: Path, stand_in: Path) -> None:
    done = ilrspec("compile", "--remove")
    assert (done.returncode, done.stdout, done.stderr) == (0, "The compiled rules are removed.\n", "")
    assert not (rules.parent / FOLDER).exists()
    assert rules.is_dir()
    assert ilrspec("compile", "--remove").stdout == "There are no compiled rules.\n"


def test_again_and_remove_do_not_go_together(ilrspec: Run, stand_in: Path) -> None:
    done = ilrspec("compile", "--again", "--remove")
    assert done.returncode == 2
    assert "--again and --remove do not go together." in done.stderr
    assert stand_in.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="Windows says it when it builds")
def test_without_a_compiler_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "find_spec", lambda name: object())
    monkeypatch.setenv("CC", "no-such-compiler -pthread")
    with pytest.raises(Refusal) as refused:
        building.check_tools()
    assert refused.value.message == building.NO_COMPILER


@pytest.mark.skipif(os.name == "nt", reason="Windows says it when it builds")
def test_without_headers_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(building, "find_spec", lambda name: object())
    monkeypatch.setenv("CC", sys.executable)
    monkeypatch.setattr(building.sysconfig, "get_path", lambda name: str(tmp_path))
    with pytest.raises(Refusal) as refused:
        building.check_tools()
    assert refused.value.message == building.NO_HEADERS


@pytest.mark.skipif(os.name == "nt", reason="Windows says it when it builds")
def test_what_is_missing_is_told_and_nothing_made(ilrspec: Run, rules: Path) -> None:
    done = ilrspec("compile", CC="no-such-compiler")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr in (f"{building.NO_COMPILER}\n", f"{building.NO_MYPYC}\n")
    assert not (rules.parent / FOLDER).exists()


@pytest.mark.parametrize("missing", ["mypyc", "setuptools"])
def test_without_mypyc_it_says_what_to_install(missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "find_spec", lambda name: None if name == missing else object())
    with pytest.raises(Refusal) as refused:
        building.check_tools()
    assert refused.value.message == building.NO_MYPYC


def test_a_place_that_cannot_be_written_is_named(rules: Path) -> None:
    (rules.parent / FOLDER).write_text("a file of somebody's", encoding="utf-8")
    with pytest.raises(Refusal) as refused:
        build(rules, SMALL, proven, quiet)
    assert (
        refused.value.message
        == f"{rules.parent / FOLDER}: compiled rules cannot be written here: File exists"
    )


@pytest.mark.usefixtures("not_compiled")
def test_without_room_nothing_stays(rules: Path, older: Path) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Refusal) as refused:
        build(rules, SMALL, full, quiet)
    assert "there is no room left for it, and nothing was written" in refused.value.message
    assert list((rules.parent / FOLDER).iterdir()) == [older]


@pytest.mark.usefixtures("not_compiled")
@pytest.mark.parametrize("stop", [Refusal("not equal"), KeyboardInterrupt()])
def test_what_is_not_proven_is_thrown_away(rules: Path, stop: BaseException) -> None:
    def refuse(folder: Path) -> None:
        raise stop

    with pytest.raises(type(stop)):
        build(rules, SMALL, refuse, quiet)
    assert not (rules.parent / FOLDER).exists()


@pytest.mark.usefixtures("not_compiled")
@pytest.mark.parametrize("finds", [True, False])
def test_rules_changed_meanwhile_are_not_kept(rules: Path, finds: bool) -> None:
    def edit(folder: Path) -> None:
        (rules / "money.py").write_text("# changed", encoding="utf-8")
        if finds:
            raise Refusal("not equal")

    with pytest.raises(Refusal) as refused:
        build(rules, SMALL, edit, quiet)
    assert refused.value.message == building.CHANGED
    assert not (rules.parent / FOLDER).exists()


@pytest.mark.usefixtures("not_compiled")
def test_older_ones_go_and_the_same_ones_are_replaced(rules: Path, older: Path) -> None:
    abandoned, underway = (rules.parent / FOLDER / f".building-{one}" for one in ("a", "b"))
    for folder in (abandoned, underway):
        folder.mkdir()
    os.utime(abandoned, (0, 0))
    for number in (1, 2):
        place = build(rules, SMALL, lambda folder, number=number: (folder / str(number)).touch(), quiet)
        assert {path.name for path in place.iterdir()} == {"engine", str(number)}
        assert {path.name for path in (rules.parent / FOLDER).iterdir()} == {key_of(rules), underway.name}


def test_a_stopped_program_ends_with_those_it_started(tmp_path: Path) -> None:
    code = (
        "import pathlib, subprocess, sys, time\n"
        "if len(sys.argv) == 1: subprocess.Popen([sys.executable, *sys.orig_argv[1:], 'inner'])\n"
        "place = pathlib.Path('inner' if len(sys.argv) > 1 else 'outer')\n"
        "while True: place.write_text(str(time.time())); time.sleep(0.05)\n"
    )
    beating = [tmp_path / "outer", tmp_path / "inner"]

    def stop(text: str) -> None:
        if all(one.exists() for one in beating):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        program.run([sys.executable, "-c", code], tmp_path, os.environ, "Waiting", stop)
    for one in beating[: 1 if os.name == "nt" else 2]:
        one.unlink()
    time.sleep(0.2)
    assert not any(one.exists() for one in beating[: 1 if os.name == "nt" else 2])


@pytest.fixture
def tools() -> None:
    """What rules are compiled with; a test that needs it is skipped where it is missing."""
    try:
        building.check_tools()
    except Refusal as error:
        pytest.skip(error.message)


@pytest.mark.long
@pytest.mark.usefixtures("tools")
def test_a_few_modules_compiled(rules: Path, older: Path, python: Run) -> None:
    seen: list[str] = []
    told: list[str] = []

    def prove(folder: Path) -> None:
        seen.extend(path.name for path in (folder / "engine").glob(f"*{EXTENSION_SUFFIXES[0]}"))

    place = build(rules, SMALL, prove, told.append)
    assert sorted(seen) == [f"{name}{EXTENSION_SUFFIXES[0]}" for name in ("calendar", "identifiers", "money")]
    assert any(text.startswith("Compiling the rules") for text in told)
    assert list((rules.parent / FOLDER).iterdir()) == [place]
    ours = [path.name for path in place.iterdir() if not path.name.endswith(EXTENSION_SUFFIXES[0])]
    assert ours == ["engine"]
    code = "import engine.calendar\nprint(engine.calendar.__file__, engine.calendar.FundingYear.from_text('2021/22'))"
    done = python(f"from reports.compiled.using import use_compiled_rules\nuse_compiled_rules()\n{code}")
    assert done.stdout == f"{building.machine_code(place / SMALL[0])} FundingYear(start_year=2021)\n", (
        done.stderr
    )
    done = python(code)
    assert done.stdout == f"{rules / 'calendar.py'} FundingYear(start_year=2021)\n", done.stderr


@pytest.mark.long
@pytest.mark.usefixtures("tools")
def test_a_build_that_fails_shows_why(rules: Path) -> None:
    with (rules / "money.py").open("a", encoding="utf-8") as file:
        file.write('\nWRONG: int = "text"\n')
    with pytest.raises(Refusal) as refused:
        build(rules, SMALL, proven, quiet)
    first, *others = refused.value.message.splitlines()
    assert first == "The rules could not be compiled:"
    assert any(line.startswith("engine/money.py:") and "Incompatible types" in line for line in others)
    assert not (rules.parent / FOLDER).exists()


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="Windows has no Ctrl+C for another process")
@pytest.mark.usefixtures("tools")
def test_ctrl_c_leaves_nothing_behind(rules: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", "from reports.cli import main; main()", "compile"],
        env={**os.environ, "PYTHONPATH": str(rules.parent)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    until(lambda: any(rules.parent.glob(f"{FOLDER}/*/*/mypy.ini")), "the compiler begins")
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output, errors.strip()) == (130, "", "Stopped.")
    assert not (rules.parent / FOLDER).exists()


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """A proof on few learners of one year."""
    monkeypatch.setattr(proof, "LEARNERS", 30)
    return ("2324",)


@pytest.fixture
def copy(rules: Path, tmp_path: Path) -> Path:
    """A folder with the rules once more, to be proven equal."""
    folder = tmp_path / "copy"
    shutil.copytree(rules, folder / "engine")
    return folder


@pytest.fixture
def feature(rules: Path) -> Callable[[str], Any]:
    """Write a feature beside the rules that expects a figure."""

    def written(figure: str) -> None:
        (rules.parent / "features").mkdir()
        (rules.parent / "features" / "one.feature").write_text(
            FEATURE.format(figure=figure), encoding="utf-8"
        )

    return written


@pytest.mark.long
def test_equal_rules_are_proven(
    rules: Path, copy: Path, few: tuple[str, ...], feature: Callable[[str], Any]
) -> None:
    feature("40.00")
    found = proof.prove(rules, copy, quiet, few)
    assert found.scenarios == 1
    assert str(found) == f"{found.files} files of 30 learners equal byte for byte, 1 scenario passed"
    assert found.files > 10


@pytest.mark.long
def test_a_file_that_differs_is_named(rules: Path, copy: Path, few: tuple[str, ...]) -> None:
    file = copy / "engine" / "parameters" / "adult_skills.yaml"
    file.write_text(
        file.read_text(encoding="utf-8").replace('value: "0.20"', 'value: "0.30"'), encoding="utf-8"
    )
    with pytest.raises(Refusal) as refused:
        proof.prove(rules, copy, quiet, few)
    assert "were thrown away: " in refused.value.message
    assert ".csv differs from that of the readable rules, first in line " in refused.value.message


@pytest.mark.long
def test_a_scenario_that_fails_is_named(
    rules: Path, copy: Path, few: tuple[str, ...], feature: Callable[[str], Any]
) -> None:
    feature("40.01")
    with pytest.raises(Refusal) as refused:
        proof.prove(rules, copy, quiet, few)
    first, second = refused.value.message.splitlines()
    assert first.endswith("1 of 1 scenario did not pass.")
    assert "one.feature:3" in second
