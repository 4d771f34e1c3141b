"""Edits of a feature as changes of its lines: what an edit does not name keeps every byte."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Any

from steps.feature_text import CellEdit, FeatureText, TextTable, cells_of, escaped


class NoSuchPlace(ValueError):  # noqa: N818
    """An edit of a line, row or cell that the text does not have."""


def edited(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    """Return the text after one edit.

    ``kind`` says which (see ``KINDS``), lines count from 1 and cells from 0. Raises NoSuchPlace for an edit that
    cannot be made to this text.
    """
    if not isinstance(edit, Mapping):  # what a page sends may be any JSON
        raise NoSuchPlace("this is no edit")
    do = KINDS.get(str(edit.get("kind")))
    if do is None:
        raise NoSuchPlace(f"there is no edit '{edit.get('kind')}'")
    try:
        return do(text, edit)
    except (LookupError, TypeError, ValueError, OverflowError) as error:
        raise NoSuchPlace(f"this edit does not fit the text any more: {error}") from None


def _cells(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    told = [CellEdit(int(line), int(cell), _one_line(value)) for line, cell, value in edit["cells"]]
    return text.with_cells(told)


def _one_line(value: Any) -> str:
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")


def _with_lines(text: FeatureText, start: int, end: int, new: list[str]) -> FeatureText:
    """Return the text with lines (from 0, the end left out) replaced; a last line without an end gets one."""
    lines = list(text.lines)
    if not 0 <= start <= end <= len(lines):
        raise NoSuchPlace(f"there is no line {end}")
    if new and start == end == len(lines) and lines and not lines[-1].endswith("\n"):
        lines[-1] += text.newline
    if new and end < len(lines) and not new[-1].endswith("\n"):
        new = [*new[:-1], new[-1] + text.newline]
    lines[start:end] = new
    return replace(text, lines=tuple(lines))


def _table_of(text: FeatureText, line: int) -> tuple[TextTable, int]:
    for table in text.tables:
        for at, row in enumerate(table.rows):
            if row.line == line:
                return table, at
    raise NoSuchPlace(f"no row of a table stands at line {line}")


def _blank_row(line: str) -> str:
    """Return a row like another with nothing in its cells, each as wide as it was."""
    blank, end = "", 0
    for cell in cells_of(line):
        blank += line[end : cell.start] + " " * max(2, cell.end - cell.start)
        end = cell.end
    return blank + line[end:]


def _row_add(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    line = int(edit["line"])
    _table_of(text, line)
    typed = text.lines[line - 1]
    new = typed if edit.get("copy") else _blank_row(typed)
    new = new if new.endswith("\n") else new + text.newline
    at = line if edit.get("after", True) else line - 1
    return _with_lines(text, at, at, [new])


def _row_delete(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    line = int(edit["line"])
    _table_of(text, line)
    return _with_lines(text, line - 1, line, [])


def _row_move(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    table, at = _table_of(text, int(edit["line"]))
    to = at + int(edit["by"])
    if not 0 <= to < len(table.rows):
        raise NoSuchPlace("the row is already at the edge of its table")
    lines = list(text.lines)
    here, there = table.rows[at].line - 1, table.rows[to].line - 1
    if here == len(lines) - 1 or there == len(lines) - 1:
        lines[-1] = lines[-1] if lines[-1].endswith("\n") else lines[-1] + text.newline
    lines[here], lines[there] = lines[there], lines[here]
    return replace(text, lines=tuple(lines))


def _by_columns(
    text: FeatureText, edit: Mapping[str, Any], change: Callable[[list[str], int], list[str]]
) -> FeatureText:
    """Change the cells of every row of a table; ``change`` is given them as they stand between their bars."""
    table, _ = _table_of(text, int(edit["line"]))
    column = int(edit["column"])
    lines = list(text.lines)
    for row in table.rows:
        line = lines[row.line - 1]
        if not row.cells:
            continue
        parts = [line[cell.start : cell.end] for cell in row.cells]
        head, tail = line[: row.cells[0].start], line[row.cells[-1].end + 1 :]
        lines[row.line - 1] = head + "".join(f"{part}|" for part in change(parts, column)) + tail
    return replace(text, lines=tuple(lines))


def _column_add(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    table, _ = _table_of(text, int(edit["line"]))
    heading = _one_line(edit.get("heading", ""))
    first, width = table.rows[0].line, max(2, len(escaped(heading)) + 2)
    column = int(edit["column"])

    def widened(parts: list[str], at: int) -> list[str]:
        return [*parts[:at], " " * width, *parts[at:]]

    done = _by_columns(text, edit, widened)
    return done.with_cells([CellEdit(first, min(column, len(table.rows[0].cells)), heading)])


def _column_delete(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    table, _ = _table_of(text, int(edit["line"]))
    if any(len(row.cells) <= 1 for row in table.rows):
        raise NoSuchPlace("it is the only column of the table; delete the table's step instead")
    return _by_columns(text, edit, lambda parts, at: [*parts[:at], *parts[at + 1 :]])


def _column_move(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    by = int(edit["by"])

    def moved(parts: list[str], at: int) -> list[str]:
        if at >= len(parts):
            return parts
        if not 0 <= at + by < len(parts):
            raise NoSuchPlace("the column is already at the edge of its table")
        rest = [*parts[:at], *parts[at + 1 :]]
        return [*rest[: at + by], parts[at], *rest[at + by :]]

    return _by_columns(text, edit, moved)


def _replace(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    """Replace the lines ``start`` to ``end``, both counted in, by others; without ``end`` put them before ``start``."""
    start = int(edit["start"])
    end = int(edit.get("end", start - 1))
    new = [f"{line}{text.newline}" for line in _lines(edit["lines"])]
    return _with_lines(text, start - 1, end, new)


def _lines(told: Any) -> list[str]:
    return [re.sub(r"[\r\n]+", " ", str(line)).rstrip() for line in told]


def _content(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    """Give one line another content; its indent and its line end stay."""
    at = int(edit["line"]) - 1
    if not 0 <= at < len(text.lines):
        raise NoSuchPlace(f"there is no line {at + 1}")
    line = text.lines[at]
    body = line.rstrip("\r\n")
    indent = body[: len(body) - len(body.lstrip(" \t"))]
    content = _lines([edit["content"]])[0].strip()
    return _with_lines(text, at, at + 1, [indent + content + line[len(body) :]])


def _spans(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    """Replace spans of lines (columns from 0), last first so that none moves another."""
    lines = list(text.lines)
    for line, start, end, replacement in sorted(edit["spans"], reverse=True):
        told = lines[int(line) - 1]
        if not 0 <= start <= end <= len(told):
            raise NoSuchPlace(f"line {line} has no column {end}")
        lines[int(line) - 1] = told[:start] + str(replacement) + told[end:]
    return _typed(replace(text, lines=tuple(lines)), {"text": "".join(lines)})


def _typed(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    """Take the whole text as it was typed; lines that are as before keep their line ends, new ones get the usual."""
    typed = str(edit["text"]).replace("\r\n", "\n").split("\n")
    new = [line + "\n" for line in typed[:-1]] + ([typed[-1]] if typed[-1] else [])
    old = [line.removesuffix("\n").removesuffix("\r") + "\n" for line in text.lines]
    if text.lines and not text.lines[-1].endswith("\n"):
        old[-1] = old[-1].removesuffix("\n")
    lines: list[str] = []
    for tag, start, end, at, to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            lines.extend(text.lines[start:end])
        else:
            lines.extend(line[:-1] + text.newline if line.endswith("\n") else line for line in new[at:to])
    return replace(text, lines=tuple(lines))


def _tidy(text: FeatureText, edit: Mapping[str, Any]) -> FeatureText:
    """Set the text out as ``ilrspec fmt`` does."""
    from reports.authoring.formatting import formatted

    return formatted(text)


KINDS: Mapping[str, Callable[[FeatureText, Mapping[str, Any]], FeatureText]] = {
    "cells": _cells,
    "row-add": _row_add,
    "row-delete": _row_delete,
    "row-move": _row_move,
    "column-add": _column_add,
    "column-delete": _column_delete,
    "column-move": _column_move,
    "replace": _replace,
    "content": _content,
    "spans": _spans,
    "text": _typed,
    "tidy": _tidy,
    "none": lambda text, edit: text,
}
"""Every edit of the page by its kind."""
