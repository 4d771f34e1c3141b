"""What is wrong with a text, told at its place on the page, before it is run."""

from typing import Any

from steps.feature_text import FeatureText

_OF_LAYOUT = {"table-not-lined-up"}
"""What cannot be seen on a page that shows tables as tables."""


def check_text(text: FeatureText) -> list[dict[str, Any]]:
    """Return the flaws of a text: place, severity, message, suggestion, the cell it is about, and a sure fix if any.

    ``cell`` is the place in its row of a cell from 0, or None for a flaw elsewhere.
    """
    from reports.authoring.checking import check

    return [
        {
            "line": flaw.line,
            "column": flaw.column,
            "cell": cell_at(text, flaw.line, flaw.column),
            "severity": flaw.severity,
            "code": flaw.code,
            "message": flaw.message,
            "suggestion": flaw.suggestion,
            "fix": [[one.line, one.start, one.end, one.replacement] for one in flaw.fix],
        }
        for flaw in check(text)
        if flaw.code not in _OF_LAYOUT
    ]


def cell_at(text: FeatureText, line: int, column: int) -> int | None:
    """Return which cell of a row a column of its line (from 1) lies in."""
    row = text.rows.get(line)
    if row is None or not column:
        return None
    return next((at for at, cell in enumerate(row.cells) if cell.start <= column - 1 <= cell.end), None)
