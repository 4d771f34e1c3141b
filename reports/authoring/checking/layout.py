"""What a file looks like: tables that line up, signs that only look like blanks, dots where nothing lies between."""

from collections.abc import Iterator

from reports.authoring.checking.flaw import Flaw, TextEdit
from reports.authoring.checking.kinds import KINDS
from steps.feature_text import FeatureText, TextTable, cells_of
from steps.problems import Unreadable

_BLANKS = {
    "\t": ("tab", " "),
    "\u00a0": ("fixed blank", " "),
    "\u2007": ("fixed blank", " "),
    "\u202f": ("fixed blank", " "),
    "\u200b": ("blank of no width", ""),
    "\ufeff": ("byte order mark", ""),
}


def layout_flaws(text: FeatureText) -> Iterator[Flaw]:
    """Yield the flaws of a file's looks; each kind of odd blank once, with the edits of all its places."""
    yield from _odd_blanks(text)
    yield from _tables(text)


def _odd_blanks(text: FeatureText) -> Iterator[Flaw]:
    found: dict[str, list[TextEdit]] = {}
    for number, line in enumerate(text.lines, 1):
        if line.isascii() and "\t" not in line:
            continue
        for at, sign in enumerate(line):
            if sign in _BLANKS:
                found.setdefault(sign, []).append(TextEdit(number, at, at + 1, _BLANKS[sign][1]))
    for sign, edits in found.items():
        name, mend = _BLANKS[sign]
        first = edits[0]
        places = "here" if len(edits) == 1 else f"here and in {len(edits) - 1} more places of this file"
        yield Flaw(
            str(text.path),
            first.line,
            first.start + 1,
            first.start + 2,
            "odd-blank",
            KINDS["odd-blank"].severity,
            f"a {name} stands {places}",
            "write a blank" if mend else "take it out",
            tuple(edits),
        )


def _tables(text: FeatureText) -> Iterator[Flaw]:
    crooked = [(table, _crooked(table, text.lines)) for table in text.tables]
    lined_up = _lined_up(text) if any(index is not None for _, index in crooked) else None
    for table, index in crooked:
        if index is None:
            continue
        row = table.rows[index]
        line = text.lines[row.line - 1]
        fix: tuple[TextEdit, ...] = ()
        if lined_up is not None:
            fix = tuple(
                TextEdit(number, 0, len(text.lines[number - 1]), lined_up[number - 1])
                for number in range(table.rows[0].line, table.rows[-1].line + 1)
                if lined_up[number - 1] != text.lines[number - 1]
            )
        yield Flaw(
            str(text.path),
            row.line,
            len(line) - len(line.lstrip()) + 1,
            len(line.rstrip()) + 1,
            "table-not-lined-up",
            KINDS["table-not-lined-up"].severity,
            "from this row on the columns of the table do not line up with its first row",
            f"'ilrspec fmt {text.path.name}' lines them up",
            fix,
        )


def _crooked(table: TextTable, lines: tuple[str, ...]) -> int | None:
    """Return the first row whose | do not stand below those of the first row; None where all do.

    A table with a row of too few or too many cells is another matter.
    """
    first = table.rows[0]
    if any(len(row.cells) != len(first.cells) for row in table.rows) or not first.cells:
        return None
    for index, row in enumerate(table.rows):
        line = lines[row.line - 1]
        if "\t" in line or not line.rstrip().endswith("|"):
            return None  # how wide a tab is depends on the editor
        if [cell.end for cell in row.cells] != [cell.end for cell in first.cells] or (
            row.cells[0].start != first.cells[0].start
        ):
            return index
    return None


def _lined_up(text: FeatureText) -> tuple[str, ...] | None:
    """Return the lines as 'ilrspec fmt' has them, where it changes nothing but within lines."""
    from reports.authoring.formatting import formatted

    try:
        lines = formatted(text).lines
    except Unreadable:
        return None
    same = len(lines) == len(text.lines) and all(
        _values(old) == _values(new) for old, new in zip(text.lines, lines, strict=True)
    )
    return lines if same else None


def _values(line: str) -> list[str]:
    return [cell.value for cell in cells_of(line)] if line.strip().startswith("|") else line.split()
