"""The ILR files of a run: those named, and those in the folders named."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from reports.batch.order import Source
from reports.refusal import Refusal

_ENDINGS = (".xml", ".xml.gz", ".zip")
"""How the names of ILR files end, packed or not, in folders; a file that is named may have any name."""

_LONGEST_NAME = 150
"""Characters of a file name that leave room for endings on every system."""


def sources_of(paths: Sequence[Path], into: Path, known: Mapping[str, str]) -> list[Source]:
    """Return the files of a run in the order of their keys.

    A key is the path from the folder that was named, with that folder's own name. Results bear the name of the file,
    with something added where two files share it. ``known`` are the names that earlier runs into the same folder gave,
    by key. Raises Refusal where there is nothing to do, or a path cannot be used.
    """
    found: dict[str, Path] = {}
    problems = []
    for path in paths:
        files = list(files_in(path, into)) if path.is_dir() else [path]
        if not files:
            problems.append(_no_file_in(path))
        base = path.resolve() if path.is_dir() else path.resolve().parent
        for file in files:
            # Only the last step may be a link: what it leads to would bear another name.
            place = file.parent.resolve() / file.name
            if not _is_text(place):
                problems.append(f"{place!a}: the name of this file or its folder is not text; rename it")
                continue
            key = (Path(base.name) / place.relative_to(base)).as_posix()
            other = found.setdefault(key, place)
            if other != place:
                problems.append(
                    f"{place}: results could not be told from those of {other}; "
                    "name the folder that holds both instead"
                )
    if problems:
        raise Refusal(problems)
    names = _names(found, known)
    sources = []
    for key in sorted(_once(found)):
        status = found[key].stat()
        sources.append(Source(found[key], key, names[key], status.st_size, status.st_mtime_ns))
    return sources


def every_file(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Return files with those of folders in their place. Raises Refusal for a folder without any."""
    found: list[Path] = []
    problems = []
    for path in paths:
        files = list(files_in(path)) if path.is_dir() else [path]
        found += files
        if not files:
            problems.append(_no_file_in(path))
    if problems:
        raise Refusal(problems)
    return tuple(found)


def files_in(folder: Path, into: Path | None = None) -> Iterator[Path]:
    """Return the ILR files of a folder, packed or not, and of all folders in it.

    Hidden ones are left out, and the folder of the results.
    """
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and (here / name).resolve() != into
        )
        yield from (
            here / name for name in sorted(files) if name.lower().endswith(_ENDINGS) and name[:1] != "."
        )


def _no_file_in(folder: Path) -> str:
    return f"{folder}: there is no ILR file ({', '.join(_ENDINGS)}) in this folder"


def _is_text(place: Path) -> bool:
    """Say whether a path can be written down: some systems let a name be any bytes."""
    try:
        str(place).encode()
    except UnicodeEncodeError:
        return False
    return True


def _once(found: Mapping[str, Path]) -> Iterator[str]:
    """Leave out a file that was named twice, as itself and in a folder: the longer key stays, with more of its path."""
    of_place: dict[Path, str] = {}
    for key, place in found.items():
        of_place[place] = max(of_place.get(place, ""), key, key=lambda one: (one.count("/"), one))
    yield from of_place.values()


def _names(found: Mapping[str, Path], known: Mapping[str, str]) -> dict[str, str]:
    sharing: dict[str, set[str]] = defaultdict(set)
    for key in {*found, *known}:
        sharing[_plain(key).casefold()].add(key)
    return {
        key: known.get(key)
        or (
            _plain(key)
            if len(sharing[_plain(key).casefold()]) == 1
            else f"{_plain(key)}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
        )
        for key in found
    }


def _plain(key: str) -> str:
    name = Path(key).name
    ending = max((one for one in _ENDINGS if name.lower().endswith(one)), key=len, default=Path(key).suffix)
    return (name[: len(name) - len(ending)] or name)[:_LONGEST_NAME]
