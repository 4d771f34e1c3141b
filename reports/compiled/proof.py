"""Compiled rules count only when they are proven: every byte of what calc and impact write, and every scenario."""

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.batch.processes import cores
from reports.compiled.program import Ended, Tell, run
from reports.plural import plural
from reports.refusal import Refusal

YEARS = ("1718", "1819", "1920", "2021", "2122", "2223", "2324", "2425", "2526")
LEARNERS = 400
"""How many learners the made-up file of each year has."""

_OF_BOOTCAMPS = ("2324", "2425")
_FINE = ("passed", "skipped")
_MOVED = 1
"""The exit code of impact where figures moved."""

_SHOWN = 15
_THROWN_AWAY = "The compiled rules are not equal to the readable ones and were thrown away"
_WITHOUT_PROOF = "The compiled rules were thrown away without a proof: on the readable ones"
_TWO_PROCESSES = ("--workers", "2", "--quiet")
"""What one process hands to another has to be equal too, also where there is one core."""

_PRINTED = ".txt"

_NOTES = ".ilrspec"
"""What ``calc --into`` notes of files, which holds when they were written."""

_SCRIPT = """\
import sys
import engine
from pathlib import Path
from reports.cli import main
if Path(engine.__file__).resolve().parents[1] != Path(sys.argv.pop(1)).resolve():
    sys.exit(f"other rules were taken: {engine.__file__}")
main()
"""
"""Runs a command on the rules of a folder; being imported first, they are not changed for compiled ones."""

_SHARE, _OTHER_SHARE = 'value: "0.20"', 'value: "0.21"'
"""What is changed in a copy of the parameters, so that impact has something to find."""


@dataclass(frozen=True, slots=True)
class Proof:
    """How many files were found equal, of how many learners, and how many scenarios passed (None: no features)."""

    files: int
    learners: int
    scenarios: int | None

    def __str__(self) -> str:
        told = f"{plural(self.files, 'file')} of {plural(self.learners, 'learner')} equal byte for byte"
        if self.scenarios is None:
            return f"{told}; there are no features here to run"
        return f"{told}, {plural(self.scenarios, 'scenario')} passed"


def prove(engine: Path, folder: Path, tell: Tell, years: tuple[str, ...] = YEARS) -> Proof:
    """Prove that the rules in a folder give what those of ``engine`` give, on made-up files and on all features.

    Raises Refusal naming the first file that differs, or the scenarios that fail.
    """
    with tempfile.TemporaryDirectory(prefix="ilrspec-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        given = _Given(place / "returns", place / "parameters", years)
        rules = _Rules(engine.parent, _WITHOUT_PROOF), _Rules(folder, f"{_THROWN_AWAY}:")
        given.make(rules[0], tell)
        readable, compiled = (_results(one, given, place / "results", tell) for one in rules)
        _compare(readable, compiled)
    return Proof(len(readable), LEARNERS * len(years), _scenarios(engine, folder, tell))


@dataclass(frozen=True, slots=True)
class _Rules:
    """A folder with rules, and what is said of the compiled ones when a command fails on these."""

    folder: Path
    verdict: str


@dataclass(frozen=True, slots=True)
class _Given:
    returns: Path
    parameters: Path
    years: tuple[str, ...]

    def make(self, rules: _Rules, tell: Tell) -> None:
        self.returns.mkdir()
        for year in self.years:
            words = ["--year", year, "--learners", str(LEARNERS), "--errors", "20%", "--seed", year]
            _ilrspec(rules, ["generate", *words, "--out", str(self.file(year))], self.returns, tell)
        shutil.copytree(rules.folder / "engine" / "parameters", self.parameters)
        for path in self.parameters.glob("*.yaml"):
            written = path.read_text(encoding="utf-8")
            path.write_text(written.replace(_SHARE, _OTHER_SHARE), encoding="utf-8", newline="")

    def file(self, year: str) -> Path:
        return self.returns / f"{year}.xml"


def _results(rules: _Rules, given: _Given, into: Path, tell: Tell) -> dict[str, bytes]:
    """Return what calc and impact write and print on rules, by the names of the files; the folder goes again."""
    into.mkdir()
    held: dict[str, bytes] = {}

    def work_out(name: str, *words: str) -> None:
        held[name + _PRINTED] = _ilrspec(rules, words, into, tell).encode()

    returns = str(given.returns)
    work_out("calc_into", "calc", returns, "--into", "many", "--as", "csv", *_TWO_PROCESSES)
    work_out(
        "impact", "impact", returns, "--after", str(given.parameters), "--out", "moved.csv", *_TWO_PROCESSES
    )
    for year in given.years:
        file = str(given.file(year))
        work_out(f"calc_{year}", "calc", file, *_files(year, "--out", "--findings", "--statement"))
        if year in _OF_BOOTCAMPS:
            options = _files(year, "--milestones", "--no-pay", "--destinations")
            work_out(f"bootcamps_{year}", "calc", file, *options)
    for path in sorted(into.rglob("*")):
        name = path.relative_to(into)
        if path.is_file() and _NOTES not in name.parts:
            held[name.as_posix()] = path.read_bytes()
    shutil.rmtree(into)
    return held


def _files(year: str, *options: str) -> list[str]:
    return [word for option in options for word in (option, f"{option[2:]}_{year}.csv")]


def _compare(readable: dict[str, bytes], compiled: dict[str, bytes]) -> None:
    # What is written first: it tells more than what is shown of it.
    for name in sorted(readable.keys() | compiled.keys(), key=lambda name: (name.endswith(_PRINTED), name)):
        if readable.get(name) == compiled.get(name):
            continue
        if name not in readable or name not in compiled:
            side = "compiled" if name not in readable else "readable"
            raise Refusal(f"{_THROWN_AWAY}: {name} is written by the {side} rules alone.")
        lines = zip(readable[name].splitlines(), compiled[name].splitlines(), strict=False)
        number = next((one for one, (left, right) in enumerate(lines, 1) if left != right), None)
        where = "at its end" if number is None else f"first in line {number}"
        raise Refusal(f"{_THROWN_AWAY}: {name} differs from that of the readable rules, {where}.")


def _scenarios(engine: Path, folder: Path, tell: Tell) -> int | None:
    """Run all features on the rules in a folder; return how many scenarios passed, None where there are no features."""
    features = engine.parent / "features"
    if not features.is_dir():
        return None
    words = ["run", str(features), "--format", "json", "--workers", str(cores())]
    ended = _run(folder, words, engine.parent, "Running all features on the compiled rules", tell)
    try:
        scenarios = json.loads(ended.output)["scenarios"]
    except (ValueError, KeyError):
        raise Refusal([f"{_THROWN_AWAY}: the features do not run.", *_last(ended)]) from None
    failed = [f"{one['file']}:{one['line']} {one['name']}" for one in scenarios if one["status"] not in _FINE]
    if failed or ended.code != 0 or not scenarios:
        more = [f"... and {len(failed) - _SHOWN} more"] if len(failed) > _SHOWN else []
        told = f"{_THROWN_AWAY}: {len(failed)} of {plural(len(scenarios), 'scenario')} did not pass."
        raise Refusal([told, *failed[:_SHOWN], *more])
    return len(scenarios)


def _ilrspec(rules: _Rules, words: Sequence[str], folder: Path, tell: Tell) -> str:
    """Run a command on rules; return what it printed. Raises Refusal when it fails."""
    ended = _run(rules.folder, words, folder, f"Comparing results (ilrspec {words[0]})", tell)
    if ended.code not in (0, _MOVED if words[0] == "impact" else 0):
        raise Refusal([f"{rules.verdict} 'ilrspec {words[0]}' fails.", *_last(ended)])
    return ended.output + ended.errors


def _run(rules: Path, words: Sequence[str], folder: Path, doing: str, tell: Tell) -> Ended:
    # Nothing that Python keeps of modules may tell of the folder in which they do not stay.
    environment = {**os.environ, "PYTHONPATH": str(rules), "PYTHONDONTWRITEBYTECODE": "1"}
    # The learners are made up: what an error says of them may be shown, and the build is gone when it is read.
    environment["ILRSPEC_DEBUG"] = "1"
    command = [sys.executable, "-P", "-c", _SCRIPT, str(rules), *words]
    return run(command, folder, environment, doing, tell)


def _last(ended: Ended) -> list[str]:
    """Return the last lines that a program printed; of an error that nobody foresaw its place and itself."""
    lines = f"{ended.output}\n{ended.errors}".rstrip().splitlines()
    frames = [line.strip() for line in lines if line.lstrip().startswith('File "') and "engine" in line]
    return [*frames[-1:], lines[-1]] if frames else lines[-_SHOWN:]
