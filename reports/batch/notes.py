"""A note for each file that is done: what it was, by which settings, what came out. Written last of all."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from reports.batch.order import FileOrder, Source
from reports.batch.sound import is_sound

BEGUN, DONE = "begun", "done"


class FileSums(Protocol):
    """What is told of a file together with others."""

    @property
    def learners(self) -> int:
        """How many learners there are in it."""

    def as_json(self) -> dict[str, Any]:
        """Return the sums as JSON holds them."""


@dataclass(slots=True)
class Note:
    """What is kept of a file. ``results`` are its result files, below the folder of results, with their sizes.

    A file that is only begun names those that may be there, for them to be taken away or written anew.
    """

    key: str
    name: str
    state: str
    size: int = 0
    mtime_ns: int = 0
    sha256: str = ""
    settings: dict[str, str] = field(default_factory=dict)
    ukprn: int = 0
    year: str = ""
    prepared: str = ""
    sums: FileSums | None = None
    problems: list[str] = field(default_factory=list)
    results: dict[str, int] = field(default_factory=dict)

    @property
    def learners(self) -> int:
        """How many learners there are in the file."""
        return self.sums.learners if self.sums else 0

    def write(self, order: FileOrder) -> None:
        """Write the note in one step: at every moment there is the old one or the new one. Raises OSError."""
        held = {name: getattr(self, name) for name in self.__slots__}
        held["sums"] = self.sums.as_json() if self.sums else None
        held["results"] = dict(sorted(self.results.items()))
        new = order.done / f".ilrspec-{self.name}.tmp"
        with new.open("w", encoding="utf-8", newline="") as stream:
            json.dump(held, stream, ensure_ascii=False, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        new.replace(order.done / f"{self.name}.json")


def notes_of(order: FileOrder) -> dict[str, Note]:
    """Return the notes of earlier runs by the key of the file; one that cannot be read counts for nothing."""
    found: dict[str, Note] = {}
    if order.done.is_dir():
        for path in sorted(order.done.glob("*.json")):
            try:
                held: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
                held["sums"] = order.sums_of(held["sums"]) if held["sums"] else None
                note = Note(**held)
            except (
                OSError,
                ValueError,
                KeyError,
                TypeError,
                AttributeError,
                ArithmeticError,
                RecursionError,
            ):
                continue
            if is_sound(note):
                found[note.key] = note
    return found


def why_again(note: Note, source: Source, settings: Mapping[str, str], order: FileOrder) -> str:
    """Say why a file that an earlier run worked on is to be done again; blank when its results still stand.

    Raises OSError when the file has another date than then and cannot be read.
    """
    if note.state != DONE:
        return "it was not finished"
    if note.size != source.size:
        return "the file has changed"
    # A copy of a file often has a date of its own: its bytes decide then.
    if note.mtime_ns != source.mtime_ns and _hash(source.path) != note.sha256:
        return "the file has changed"
    changed = [name for name in settings if settings[name] != note.settings.get(name)]
    if changed:
        return f"changed: {', '.join(changed)}"
    for name, size in note.results.items():
        try:
            whole = (order.into / name).stat().st_size == size
        except OSError:
            whole = False
        if not whole:
            return "its results are not as they were written"
    return ""


def remove_results(order: FileOrder, names: Mapping[str, int]) -> None:
    """Remove result files, and the folders that are empty without them."""
    for name in names:
        path = order.into / name
        path.unlink(missing_ok=True)
        for folder in path.parents:
            if folder == order.into:
                break
            try:
                folder.rmdir()
            except OSError:
                break


def keep_folder(folder: Path) -> None:
    """Have the system write down which files a folder holds, where it lets one ask."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _hash(path: Path) -> str:
    import hashlib

    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
