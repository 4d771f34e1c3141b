"""Plain text in a given width: labelled paragraphs with hanging indents, and small columns."""

import textwrap
from collections.abc import Iterable, Sequence

LABEL = 12
"""Columns for the label before a paragraph."""

_MOST_NAME = 34
_MOST_VALUE = 20


def paragraph(indent: int, label: str, text: str, width: int, label_width: int = LABEL) -> list[str]:
    """Return a label and a text; lines after the first stand under the text."""
    lead = " " * indent + f"{label:<{label_width}}"
    if len(label) > label_width:
        lead += "  "
    hanging = " " * (indent + label_width)
    lines = textwrap.wrap(
        " ".join(text.split()),
        max(width, indent + label_width + 20),
        initial_indent=lead,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.rstrip() for line in lines] or [lead.rstrip()]


def columns(indent: int, label: str, rows: Iterable[Sequence[str]], width: int) -> list[str]:
    """Return rows of name, value and place in columns behind one label; a long value has its own lines."""
    cells = [tuple(row) for row in rows]
    if not cells:
        return []
    first = min(max(len(row[0]) for row in cells), _MOST_NAME)
    short = [len(row[1]) for row in cells if len(row[1]) <= _MOST_VALUE]
    second = max(short, default=0)
    lines: list[str] = []
    for name, value, place in cells:
        lead = f"{label:<{LABEL}}{name:<{first}}  "
        label = ""
        if len(value) <= second:
            lines += paragraph(indent, f"{lead}{value:<{second}}  ", place, width, len(lead) + second + 2)
        else:
            lines += paragraph(indent, lead, value, width, len(lead))
            if place:
                lines += paragraph(indent, "", place, width, len(lead))
    return lines
