"""Which files the workbench may touch: feature files within its folder, and nothing else."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ENDING = ".feature"
_PASSED_BY = {"node_modules", "__pycache__", "venv"}
_UNFIT = re.compile(r'[\x00-\x1f<>:"|?*\\]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
_LONGEST = 150


class NotHere(ValueError):  # noqa: N818
    """A path that is no feature file within the folder; the message says why."""


def feature_place(root: Path, given: str) -> Path:
    """Return the file of a path as the page names it: relative to the folder, with ``/`` between its parts.

    ``root`` is a resolved folder. The file need not be there yet. Raises NotHere for a path out of the folder, also by
    way of a link, and for any file that is no feature.
    """
    parts = given.split("/")
    if not given or PurePosixPath(given).is_absolute() or any(part in ("", ".", "..") for part in parts):
        raise NotHere("this path does not lie in the folder of the workbench")
    if _UNFIT.search(given):
        raise NotHere('a name may not hold any of < > : " | ? * \\ or a line end')
    if any(part.startswith(".") for part in parts):
        raise NotHere("hidden files and folders, whose name begins with a dot, are left alone")
    if any(_RESERVED.fullmatch(part) or part != part.rstrip(" .") or len(part) > _LONGEST for part in parts):
        raise NotHere("this name is not fit for a file on every system; choose another")
    if not given.endswith(ENDING):
        raise NotHere(f"only feature files, whose name ends in {ENDING}, can be edited here")
    place = root.joinpath(*parts)
    if not _within(root, place):
        raise NotHere("this path leads out of the folder of the workbench")
    if place.exists() and not place.is_file():
        raise NotHere("this is no file")
    return place


def _within(root: Path, place: Path) -> bool:
    try:
        return place.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link that leads to itself
        return False


def feature_files(root: Path) -> Iterator[str]:
    """Yield the feature files of a folder as the page names them, in order; links out of the folder are left out."""
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _PASSED_BY)
        for name in sorted(files):
            place = Path(folder, name)
            if name.endswith(ENDING) and not name.startswith(".") and _within(root, place):
                yield place.relative_to(root).as_posix()
