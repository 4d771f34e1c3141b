"""The vocabulary with its examples, kept from one call to the next, as importing every step takes most of a second.

What is kept counts only while no file of the steps, the rules, the clauses and the features has changed.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from reports.authoring.words import Heading, Place, StepWords, Table, Word

_ROOT = Path(__file__).resolve().parents[2]
_READ = (("steps", "*.py"), ("steps", "*.yaml"), ("engine", "*.py"), ("engine", "*.yaml"),
         ("reports/authoring", "*.*"), ("reports/words", "*.py"), ("fixtures/clauses", "*.yaml"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """The shortest use of a step in features: the file, the line, the lines with the table."""

    file: str
    line: int
    lines: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class KnownStep:
    """A step, how often features use it, an example, and the clauses that scenarios with it show."""

    step: StepWords
    uses: int = 0
    example: Example | None = None
    clauses: tuple[str, ...] = ()


def known_steps(features: Path | None) -> tuple[KnownStep, ...]:
    """Return every step with its use in the features of a folder; without a folder there are no examples."""
    mark = _mark(features)
    place = f"{_ROOT}:{features}:{features.resolve() if features else ''}"
    # Where nothing can be kept, be there no home or no right to write, each call reads everything, no more.
    with suppress(OSError, RuntimeError, ValueError, KeyError, TypeError):
        found = json.loads(_file(place).read_text(encoding="utf-8"))
        if found["mark"] == mark:
            return tuple(_step(one) for one in found["steps"])
    steps = _read(features)
    with suppress(OSError, RuntimeError):
        told = {"mark": mark, "steps": [asdict(one) for one in steps]}
        _keep(_file(place), json.dumps(told, ensure_ascii=False))
    return steps


def _file(place: str) -> Path:
    return _folder() / f"steps-{hashlib.sha256(place.encode()).hexdigest()[:16]}.json"


def steps_here() -> tuple[KnownStep, ...]:
    """Return every step with its use in the features of the current folder, else in those of the product."""
    import click

    from reports.commands.run import default_folder

    try:
        return known_steps(Path(default_folder()))
    except click.UsageError:
        return known_steps(None)  # an installed product without features has no examples


def _read(features: Path | None) -> tuple[KnownStep, ...]:
    from reports.authoring.clause_words import clauses
    from reports.authoring.examples import clauses_of, usage
    from reports.authoring.words import vocabulary

    used = usage(features) if features else {}
    found = []
    for step in vocabulary():
        told = used.get(step)
        if told is None or told.shortest is None:
            found.append(KnownStep(step))
            continue
        use = told.shortest
        example = Example(use.file.as_posix(), use.line, use.lines)
        found.append(KnownStep(step, told.count, example, tuple(clauses_of(told, clauses()))))
    return tuple(found)


def _mark(features: Path | None) -> str:
    """Return a mark of the state of every file that the vocabulary and its examples come from."""
    files: list[Path] = [path for room, kind in _READ for path in (_ROOT / room).rglob(kind)]
    files += features.rglob("*.feature") if features else []
    state = hashlib.sha256(sys.version.encode())
    for path in sorted(files):
        if "__pycache__" not in path.parts:
            told = path.stat()
            state.update(f"{path}:{told.st_mtime_ns}:{told.st_size}\n".encode())
    return state.hexdigest()


def _folder() -> Path:
    """Return the folder in which a user's programs keep what they can make again."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "ilrspec"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "ilrspec"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ilrspec"


def _keep(kept: Path, text: str) -> None:
    kept.parent.mkdir(parents=True, exist_ok=True)
    temporary = kept.with_name(f".{kept.name}-{os.getpid()}.tmp")
    try:
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(kept)
    finally:
        temporary.unlink(missing_ok=True)


def _step(one: dict[str, Any]) -> KnownStep:
    step = one["step"]
    table = step["table"]
    example = one["example"]
    return KnownStep(
        StepWords(
            **{
                **step,
                "sentences": tuple(step["sentences"]),
                "places": _each(_place, step["places"]),
                "table": Table(_each(_heading, table["headings"]), table["months"]) if table else None,
            }
        ),
        one["uses"],
        Example(example["file"], example["line"], tuple(example["lines"])) if example else None,
        tuple(one["clauses"]),
    )


def _each(made: Callable[[dict[str, Any]], Any], told: Iterable[dict[str, Any]]) -> tuple[Any, ...]:
    return tuple(made(one) for one in told)


def _heading(one: dict[str, Any]) -> Heading:
    return Heading(**{**one, "aliases": tuple(one["aliases"]), "words": _each(_word, one["words"])})


def _place(one: dict[str, Any]) -> Place:
    return Place(**{**one, "words": _each(_word, one["words"])})


def _word(one: dict[str, Any]) -> Word:
    return Word(**one)
