"""The two sides of a comparison: a snapshot file, a folder of parameters, or a git revision, told apart."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from engine.parameters.checks import problems_of_folder
from reports.refusal import Refusal
from reports.year_on_year.record import Record
from reports.year_on_year.revision import record_of_revision, revision
from reports.year_on_year.runs import recorded
from reports.year_on_year.snapshot_file import read_snapshot


@dataclass(frozen=True, slots=True)
class Side:
    """One side as it was named, and what it is. ``commit`` is that of a revision."""

    name: str
    kind: Literal["snapshot", "parameters", "revision"]
    commit: str = ""


def side(name: str) -> Side:
    """Say what a name stands for; a file or folder goes before a revision. Raises Refusal for none of them."""
    path = Path(name)
    if path.is_dir():
        problems = problems_of_folder(path)
        if problems:
            raise Refusal(str(problem) for problem in problems)
        return Side(name, "parameters")
    if path.exists():
        return Side(name, "snapshot")
    commit = revision(name)
    if commit:
        return Side(name, "revision", commit)
    if path.suffix or "/" in name or "\\" in name:
        raise Refusal(f"{name}: there is no such snapshot or parameter folder, and no such git revision")
    raise Refusal(f"'{name}' is no git revision of this repository, and there is no such file or folder")


def records(before: Side, after: Side, paths: tuple[str, ...], quiet: bool) -> tuple[Record, Record]:
    """Return the figures of both sides.

    Without paths, a side that has to be run runs the features of the snapshot on the other side, if it is one. With
    paths, only their scenarios are compared, those of a snapshot too.
    """
    held = {one: read_snapshot(Path(one.name)) for one in (before, after) if one.kind == "snapshot"}
    asked = paths or next((record.paths for record in held.values() if record.paths), ()) or default_paths()
    found = [
        _of_paths(held[one], paths) if one in held else _run(one, asked, quiet) for one in (before, after)
    ]
    return found[0], found[1]


def default_paths() -> tuple[str, ...]:
    """Return the features that are run when none are named."""
    from reports.commands.run import default_folder

    return (default_folder(),)


def _run(one: Side, paths: tuple[str, ...], quiet: bool) -> Record:
    if one.kind == "parameters":
        return recorded(paths, parameters=Path(one.name).resolve(), quiet=quiet)
    return record_of_revision(one.name, one.commit, paths)


def _of_paths(record: Record, paths: tuple[str, ...]) -> Record:
    """Return the part of a record that lies in some folders, files and scenarios (``file.feature:12``)."""
    if not paths:
        return record
    wanted = [Path(path).as_posix().rstrip("/").removeprefix("./") for path in paths]
    scenarios = [
        one
        for one in record.scenarios
        if any(
            one.feature == path or one.feature.startswith(f"{path}/") or f"{one.feature}:{one.line}" == path
            for path in wanted
        )
    ]
    if not scenarios:
        raise Refusal(f"the snapshot has no scenario of {', '.join(paths)}")
    return Record(record.paths, record.parameters, scenarios, record.unreadable)
