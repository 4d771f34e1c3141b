"""Opening, saving, making and renaming the files of the workbench's folder. Every write is whole or does not happen."""

import hashlib
import os
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from reports.authoring.saving import ChangedMeanwhile, save, save_new
from reports.refusal import Refusal
from reports.workbench.outline import outline
from steps.feature_text import FeatureText, feature_text
from steps.problems import Unreadable

FORMS = ("utf-8", "utf-8-sig", "utf-16", "cp1252")
_MARKS = ("", "efbbbf", "fffe", "feff")


class Conflict(Exception):  # noqa: N818
    """The file is not as the page had it; ``there`` is what it is now, None when it is gone."""

    def __init__(self, there: FeatureText | None) -> None:
        super().__init__("the file was changed outside of this page")
        self.there = there


def opened(place: Path) -> FeatureText:
    """Return a file's text. Raises Unreadable where it cannot be read or is no text."""
    from steps.feature_text import read_feature_text

    return read_feature_text(place)


def version(text: FeatureText | None) -> str:
    """Return what tells one state of a file from another: the SHA-256 of its bytes; blank for no file."""
    return hashlib.sha256(text.content).hexdigest() if text else ""


def version_on_disk(place: Path) -> str:
    """Return the version of a file as it is now; blank when it is gone."""
    try:
        return hashlib.sha256(place.read_bytes()).hexdigest()
    except OSError:
        return ""


def as_data(text: FeatureText) -> dict[str, Any]:
    """Return a text as the page has it: its words, its form (encoding and byte order mark) and its outline."""
    form = {"encoding": text.encoding, "mark": text.mark.hex()}
    return {"text": text.text, "form": form, "outline": outline(text)}


def of_page(place: Path, told: dict[str, Any]) -> FeatureText:
    """Return the text that the page has sent. Raises ValueError for one of no known form."""
    words, form = told["text"], told.get("form") or {"encoding": "utf-8", "mark": ""}
    encoding, mark = form["encoding"], form["mark"]
    if not isinstance(words, str) or encoding not in FORMS or mark not in _MARKS:
        raise ValueError("this is no text of a feature")
    *ended, last = words.split("\n")
    lines = [f"{line}\n" for line in ended] + ([last] if last else [])
    return FeatureText(place, tuple(lines), encoding, bytes.fromhex(mark))


def save_over(place: Path, after: FeatureText, expected: str) -> str:
    """Write a text over the version that the page had; return the new version.

    Raises Conflict when the file is another by now, Refusal when it cannot be written, Unreadable for a character
    that its encoding does not have.
    """
    content = after.content
    if not place.exists():
        if expected:
            raise Conflict(None)
        save_new(place, after)
        return hashlib.sha256(content).hexdigest()
    before = _there(place)
    if before is None or version(before) != expected:
        raise Conflict(before)
    try:
        save(before, after)
    except ChangedMeanwhile:
        raise Conflict(_there(place)) from None
    return hashlib.sha256(content).hexdigest()


def _there(place: Path) -> FeatureText | None:
    try:
        return feature_text(place.read_bytes(), place)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refusal(f"{place.name} cannot be read: {error.strerror or error}") from None
    except Unreadable:
        raise Refusal(f"{place.name} is no text file any more; it was left alone") from None


def make(root: Path, place: Path, text: FeatureText) -> str:
    """Write a new file, and the folders above it; return its version. Raises Refusal when it is there already."""
    _shown_once(root, place)
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refusal(f"the folder {place.parent.name} cannot be made: {error.strerror or error}") from None
    save_new(place, text)
    return version(text)


def rename(root: Path, place: Path, to: Path) -> None:
    """Give a file another name or folder; never over another. Raises Refusal."""
    if not place.is_file():
        raise Refusal(f"{place.relative_to(root)} is not there any more")
    if place.is_symlink():
        raise Refusal(f"{place.relative_to(root)} is a link to another file; rename that one")
    if os.path.normcase(place) != os.path.normcase(to):
        _shown_once(root, to)
    if to.exists() and not to.samefile(place):
        raise Refusal(f"{to.relative_to(root)} is there already; choose another name")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        if os.path.lexists(to) and place.name.casefold() != to.name.casefold():
            raise Refusal(f"{to.relative_to(root)} is there already; choose another name")
        place.rename(to)
    except OSError as error:
        raise Refusal(f"it cannot be renamed: {error.strerror or error}") from None


def _shown_once(root: Path, place: Path) -> None:
    """Refuse a name that another file has but for capitals: some systems hold them to be the same."""
    if place.parent.is_dir():
        for other in place.parent.iterdir():
            if other.name.casefold() == place.name.casefold():
                raise Refusal(f"{other.relative_to(root).as_posix()} is there already; choose another name")


def difference(theirs: FeatureText | None, mine: FeatureText) -> list[dict[str, Any]]:
    """Return the lines of two texts side by side, with three lines around each that differs.

    ``same`` says whether both have the line; ``theirs`` and ``mine`` are None where one has none. A line of
    ``{"skipped": n}`` stands for so many that are the same.
    """
    left = [line.rstrip("\r\n") for line in theirs.lines] if theirs else []
    right = [line.rstrip("\r\n") for line in mine.lines]
    told: list[dict[str, Any]] = []
    shown = 0
    for group in SequenceMatcher(None, left, right, autojunk=False).get_grouped_opcodes(3):
        if group[0][1] > shown:
            told.append({"skipped": group[0][1] - shown})
        for tag, start, end, at, to in group:
            count = max(end - start, to - at)
            for step in range(count):
                told.append(
                    {
                        "line": start + step + 1 if start + step < end else None,
                        "theirs": left[start + step] if start + step < end else None,
                        "mine": right[at + step] if at + step < to else None,
                        "same": tag == "equal",
                    }
                )
        shown = group[-1][2]
    return told
