"""Compiled rules are used by ``calc`` and ``impact`` while they are those of today, and by nothing else."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import learners
from reports.compiled.modules import COMPILED, modules_of
from reports.compiled.using import FOLDER, OTHER_RULES, key_of
from tests.compiled.compiled_kit import MARK, Run

ROOT = Path(__file__).resolve().parents[2]

TAKEN = """
from reports.compiled.using import use_compiled_rules
print(use_compiled_rules())
import engine
print(engine.__file__)
"""


def a_value(rules: Path) -> None:
    file = rules / "parameters" / "adult_skills.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace('"0.20"', '"0.21"'), encoding="utf-8")


def a_rule(rules: Path) -> None:
    with (rules / "money.py").open("a", encoding="utf-8") as file:
        file.write("# changed\n")


def a_new_rule(rules: Path) -> None:
    (rules / "programmes" / "other.py").write_text("", encoding="utf-8")


def a_rule_less(rules: Path) -> None:
    (rules / "programmes" / "bootcamps" / "finder.py").unlink()


def another_name(rules: Path) -> None:
    (rules / "money.py").rename(rules / "pounds.py")


@pytest.mark.parametrize("change", [a_value, a_rule, a_new_rule, a_rule_less, another_name])
def test_the_key_is_of_every_file(rules: Path, change: Callable[[Path], None]) -> None:
    before = key_of(rules)
    change(rules)
    assert key_of(rules) != before


def test_what_python_and_editors_leave_is_no_rule(rules: Path) -> None:
    before = key_of(rules)
    (rules / "__pycache__").mkdir()
    (rules / "__pycache__" / "money.cpython-311.pyc").write_bytes(b"\0")
    (rules / ".money.py.swp").write_bytes(b"\0")
    assert key_of(rules) == before


def test_another_python_has_another_key(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key_of(rules)
    monkeypatch.setattr(sys, "version", "3.99.0 of tomorrow")
    assert key_of(rules) != before


def test_every_pattern_names_a_module_that_is_there() -> None:
    vain = [pattern for pattern in COMPILED if not modules_of(ROOT / "engine", (pattern,))]
    assert not vain, ", ".join(vain)
    assert not [name for name in modules_of(ROOT / "engine") if "/_record" in name]


def test_today_s_rules_are_used_compiled(python: Run, stand_in: Path) -> None:
    told, file = python(TAKEN).stdout.splitlines()
    assert (told, Path(file)) == ("None", stand_in / "engine" / "__init__.py")


def test_without_compiled_rules_nothing_is_told(python: Run, rules: Path) -> None:
    told, file = python(TAKEN).stdout.splitlines()
    assert (told, Path(file)) == ("None", rules / "__init__.py")


@pytest.mark.parametrize("change", [a_value, a_rule])
def test_rules_of_another_day_are_told_and_not_used(
    python: Run, rules: Path, stand_in: Path, change: Callable[[Path], None]
) -> None:
    change(rules)
    told, file = python(TAKEN).stdout.splitlines()
    assert (told, Path(file)) == (OTHER_RULES, rules / "__init__.py")


def test_rules_that_are_imported_stay(python: Run, rules: Path, stand_in: Path) -> None:
    told, file = python(f"import engine{TAKEN}").stdout.splitlines()
    assert (told, Path(file)) == ("None", rules / "__init__.py")


def test_an_unfinished_build_is_nothing(python: Run, rules: Path) -> None:
    (rules.parent / FOLDER / ".building-1").mkdir(parents=True)
    told, file = python(TAKEN).stdout.splitlines()
    assert (told, Path(file)) == ("None", rules / "__init__.py")


@pytest.mark.parametrize("command", ["calc", "impact"])
def test_a_command_is_loaded_before_the_rules(command: str) -> None:
    """Else the readable rules would be imported already, and the compiled ones never used."""
    code = f"import sys, reports.cli, reports.commands.{command}\nprint('engine' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.long
def test_calc_and_impact_use_them_and_tell_when_they_are_old(
    ilrspec: Run, rules: Path, stand_in: Path, tmp_path: Path
) -> None:
    file = tmp_path / "ILR.xml"
    learners.write(3, file, seed=1)
    calc = ("calc", file)
    impact = ("impact", file, "--after", rules / "parameters", "--quiet")
    for words in (calc, impact):
        done = ilrspec(*words)
        assert done.returncode == 0, done.stderr
        assert MARK in done.stderr
    compiled = ilrspec(*calc).stdout
    assert MARK not in ilrspec("explain", file).stderr
    assert ilrspec("calc", "--help").stderr == ""
    a_rule(rules)
    for words in (calc, impact):
        done = ilrspec(*words)
        assert (done.returncode, done.stderr) == (0, f"{OTHER_RULES}\n")
    assert ilrspec(*calc).stdout == compiled
    assert ilrspec("calc", "--help").stderr == ""


COUNTING = """
import sys
_work_out = calculate
def calculate(*given):
    print("worked out by machine code", file=sys.stderr)
    return _work_out(*given)
"""


@pytest.mark.long
def test_every_process_uses_them(ilrspec: Run, stand_in: Path, tmp_path: Path) -> None:
    with (stand_in / "engine" / "calculate.py").open("a", encoding="utf-8") as stream:
        stream.write(COUNTING)
    for number in range(4):
        file = tmp_path / f"ILR-{number}.xml"
        learners.write(40, file, seed=number)
        with file.open("a", encoding="utf-8") as stream:
            stream.write(" " * (3 << 19))  # Small files would all be done by one process.
    files = sorted(tmp_path.glob("*.xml"))
    done = ilrspec("calc", *files, "--into", "results", "--workers", "2", "--quiet")
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("worked out by machine code") == 4 * 40
