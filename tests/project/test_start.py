"""start.py and the lock: what is run for which arguments, and that both suit every machine."""

import ast
import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def start() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_older_python_can_read_the_message() -> None:
    ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ([], ["run", "features", "--report", "report"]),
        (["--tags", "@swap"], ["run", "features", "--report", "report", "--tags", "@swap"]),
        (["--report", "elsewhere"], ["run", "features", "--report", "elsewhere"]),
        (["--report=elsewhere"], ["run", "features", "--report=elsewhere"]),
        (["features/"], ["run", "--report", "report", "features/"]),
        (["README.md:12"], ["run", "--report", "report", "README.md:12"]),
    ],
)
def test_run(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, args: list[str], expected: list[str]
) -> None:
    monkeypatch.chdir(ROOT)
    program, *rest = start.command_line("run", args)
    assert Path(program).stem == "ilrspec"
    assert rest == expected


def test_run_from_elsewhere(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert start.command_line("run", [])[1:] == [
        "run",
        str(ROOT / "features"),
        "--report",
        str(ROOT / "report"),
    ]


def test_test(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    whole = start.command_line("test", ["-k", "house"])
    assert whole[1:4] == ["-m", "pytest", "-q"]
    assert whole[-4:] == ["tests", "features", "-k", "house"]
    assert "tests" not in start.command_line("test", ["tests/project/test_start.py::test_test"])
    assert start.command_line("test", ["--all"])[-4:] == ["-m", "", "tests", "features"]


def test_other_commands_go_through(start: ModuleType) -> None:
    assert start.command_line("calc", ["FILE.xml", "--lenient"])[1:] == ["calc", "FILE.xml", "--lenient"]


@pytest.mark.parametrize("args", [[], ["--help"], ["-h"]])
def test_help(start: ModuleType, capsys: pytest.CaptureFixture[str], args: list[str]) -> None:
    assert start.main(args) == 0
    assert "start.py test" in capsys.readouterr().out


def test_a_half_made_environment_is_not_up_to_date(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stamp, python = tmp_path / "stamp.json", tmp_path / "python"
    monkeypatch.setattr(start, "STAMP", stamp)
    monkeypatch.setattr(start, "PYTHON", python)
    wanted = {"environment": "1", "project": "2"}
    assert not start.up_to_date(start.read_stamp(), wanted)
    for content in ("{}", "", '{"environment": "1"}', "[]"):
        stamp.write_text(content, encoding="utf-8")
        assert not start.up_to_date(start.read_stamp(), wanted)
    stamp.write_text('{"environment": "1", "project": "2"}', encoding="utf-8")
    assert not start.up_to_date(start.read_stamp(), wanted), "its Python is missing"
    python.touch()
    assert start.up_to_date(start.read_stamp(), wanted)


def test_the_lock_names_no_host_and_no_path() -> None:
    offenders = [
        line for line in LOCK.splitlines() if "://" in line or "--index" in line or "--find-links" in line
    ]
    offenders += [line for line in LOCK.splitlines() if re.match(r"\s*(-e|\.|/|file:)", line)]
    assert not offenders


def test_the_lock_is_exact_and_hashed() -> None:
    entries = re.split(r"\n(?=[a-z0-9])", "\n" + re.sub(r"^\s*#.*\n", "", LOCK, flags=re.MULTILINE))
    entries = [entry for entry in entries if entry.strip()]
    loose = [entry.splitlines()[0] for entry in entries if not re.match(r"\s*[a-z0-9-]+==\S+", entry)]
    unhashed = [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry]
    assert not loose
    assert not unhashed


def test_the_lock_holds_every_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    locked = set(re.findall(r"^([a-z0-9-]+)==", LOCK, re.MULTILINE))
    names = [
        re.match(r"[A-Za-z0-9._-]+", line)[0].lower().replace("_", "-").replace(".", "-") for line in wanted
    ]  # type: ignore[index]
    missing = [name for name in names if name not in locked]
    assert not missing, "renew the lock, see CONTRIBUTING.md"
