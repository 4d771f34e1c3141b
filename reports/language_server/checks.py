"""What ``check`` finds in a feature that is open in an editor: as diagnostics, with the sure answers as quick fixes."""

from collections.abc import Iterable, Sequence

from lsprotocol import types

from reports.authoring.checking import Flaw, check
from reports.language_server.positions import bare, span
from steps.feature_text import FeatureText

_SEVERITY = {"error": types.DiagnosticSeverity.Error, "warning": types.DiagnosticSeverity.Warning}
SOURCE = "ilrspec"


def flaws_of(text: FeatureText) -> list[Flaw]:
    """Return what is wrong with a text as it is being typed; nothing is told of one without any words yet."""
    return check(text) if text.text.strip() else []


def diagnostic(text: FeatureText, flaw: Flaw, encoding: str) -> types.Diagnostic:
    """Return a flaw as editors show it."""
    told = f"{flaw.message}\n{flaw.suggestion}" if flaw.suggestion else flaw.message
    return types.Diagnostic(
        place_of(text, flaw, encoding), told, _SEVERITY[flaw.severity], flaw.code, source=SOURCE
    )


def place_of(text: FeatureText, flaw: Flaw, encoding: str) -> types.Range:
    """Return the part of the text that a flaw is about: its columns, else its line without the blanks around it."""
    number = min(max(1, flaw.line), max(1, len(text.lines)))
    line = bare(text.lines[number - 1]) if text.lines else ""
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    if flaw.column:
        start = min(flaw.column - 1, len(line))
        end = min(flaw.end_column - 1, len(line)) if flaw.end_column > flaw.column else max(end, start)
    return span(text.lines, number, start, max(start, end), encoding)


def actions(
    uri: str, text: FeatureText, flaws: Sequence[Flaw], wanted: types.Range, encoding: str
) -> list[types.CodeAction]:
    """Return the sure answers to the flaws in a part of a text, and one for all of the text where there are several."""
    sure = [flaw for flaw in flaws if flaw.fix]
    found = []
    for flaw in sure:
        place = place_of(text, flaw, encoding)
        if place.start.line > wanted.end.line or place.end.line < wanted.start.line:
            continue
        found.append(
            types.CodeAction(
                _title(flaw),
                types.CodeActionKind.QuickFix,
                [diagnostic(text, flaw, encoding)],
                is_preferred=True,
                edit=_edit(uri, text, [flaw], encoding),
            )
        )
    if len(sure) > 1:
        edit = _edit(uri, text, sure, encoding)
        found.append(
            types.CodeAction(
                f"Mend all {len(sure)} that are sure", types.CodeActionKind.SourceFixAll, edit=edit
            )
        )
    return found


def _title(flaw: Flaw) -> str:
    new = " ".join(edit.replacement.strip() for edit in flaw.fix).strip()
    return f"Write '{new}'" if new and len(new) <= 60 else f"Mend: {flaw.message.partition(chr(10))[0]}"


def _edit(uri: str, text: FeatureText, flaws: Iterable[Flaw], encoding: str) -> types.WorkspaceEdit:
    edits: list[types.TextEdit] = []
    taken: list[tuple[int, int, int]] = []
    for flaw in flaws:
        # As in ``fixed``: of answers that overlap the first one counts, whole or not at all.
        places = [(edit.line, edit.start, edit.end) for edit in flaw.fix]
        if any(_overlap(one, other) for one in places for other in taken):
            continue
        taken += places
        edits += [
            types.TextEdit(span(text.lines, edit.line, edit.start, edit.end, encoding), edit.replacement)
            for edit in flaw.fix
        ]
    return types.WorkspaceEdit({uri: edits})


def _overlap(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    return one[0] == other[0] and (one == other or (one[1] < other[2] and other[1] < one[2]))
