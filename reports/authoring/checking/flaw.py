"""A flaw of a feature file: what is wrong, where, what would be right, and the edits that make it so."""

from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from steps.feature_text import FeatureText

Severity = Literal["error", "warning"]


class TextEdit(NamedTuple):
    """New text for a part of one line: the line from 1, its part from ``start`` to ``end``, counted from 0."""

    line: int
    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True, order=True)
class Flaw:
    """One flaw at one place. Line and columns count from 1; 0 means the whole line, or the whole file.

    ``code`` is one of ``kinds.KINDS``. ``suggestion`` says how to mend it, blank where that is plain. ``fix`` are
    the edits of the one sure answer; it is empty where there is none.
    """

    file: str
    line: int
    column: int
    end_column: int
    code: str
    severity: Severity
    message: str
    suggestion: str = ""
    fix: tuple[TextEdit, ...] = ()


def fixed(text: FeatureText, flaws: list[Flaw]) -> FeatureText:
    """Return the text with the sure answers of some flaws; of edits that overlap the first one counts."""
    lines = list(text.lines)
    for number, edits in edits_by_line(flaws).items():
        line = lines[number - 1]
        for edit in sorted(edits, reverse=True):
            line = line[: edit.start] + edit.replacement + line[edit.end :]
        lines[number - 1] = line
    return replace(text, lines=tuple(lines))


def edits_by_line(flaws: list[Flaw]) -> dict[int, list[TextEdit]]:
    """Return the edits that ``fixed`` carries out, by line, in their order."""
    taken: dict[int, list[TextEdit]] = {}
    for flaw in flaws:
        if flaw.fix and all(_is_free(edit, taken.get(edit.line, ())) for edit in flaw.fix):
            for edit in flaw.fix:
                if edit not in taken.setdefault(edit.line, []):
                    taken[edit.line].append(edit)
    return {number: sorted(edits) for number, edits in taken.items()}


def before_edits(edits: list[TextEdit], column: int) -> int | None:
    """Return where a column, counted from 0, of an edited line stood before; None within a replacement."""
    shift = 0
    for edit in edits:
        start = edit.start + shift
        if column <= start:
            break
        if column < start + len(edit.replacement):
            return None
        shift += len(edit.replacement) - (edit.end - edit.start)
    return column - shift


def _is_free(edit: TextEdit, taken: list[TextEdit] | tuple[TextEdit, ...]) -> bool:
    return all(edit.end <= other.start or other.end <= edit.start for other in taken if other != edit)
