"""The text of a feature file without loss: its bytes, its lines, its tables by cell, edits that touch nothing else.

``steps.features`` reads what a feature means; here stands what its author typed. A FeatureText gives back the very
bytes it was made from: encoding, byte order mark and line ends are kept, also where lines end in different ways.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from steps.problems import Problem, Unreadable

UTF_8, UTF_8_MARKED, UTF_16, WINDOWS = "utf-8", "utf-8-sig", "utf-16", "cp1252"
"""The encodings that are read: UTF-8 without and with a byte order mark, UTF-16 with one, Windows 1252."""

_UTF_16_MARKS = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
BLANK = " \t\u00a0\u2007\u202f\u200b\ufeff"
"""The signs that are mere blanks in a feature: also tabs, fixed and invisible blanks, and marks within a file."""
_ESCAPES = {"\\n": "\n", "\\|": "|", "\\\\": "\\"}
_ESCAPED = re.compile(r"\\[n|\\]")
_CELL = re.compile(r"(?:\\.|[^|\\]|\\$)*")
# Longer ones and those that begin with 0 are codes and references, not figures.
_FIGURE = re.compile(r"[-−+]?£?(\d{1,3}(,\d{3})+(\.\d+)?|\d*\.\d+|0|[1-9]\d{0,6})%?")
_NO_FIGURE = {"", "...", "…", "-", "–", "none", "nothing"}


class TextCell(NamedTuple):
    """A cell of a row: where it stands between its two | (``start`` to ``end``, from 0), and what it says.

    ``value`` is without blanks around it and without escapes.
    """

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row of a table: its line in the file, counted from 1, and its cells."""

    line: int
    cells: tuple[TextCell, ...]

    @property
    def values(self) -> tuple[str, ...]:
        """What the cells say."""
        return tuple(cell.value for cell in self.cells)


@dataclass(frozen=True, slots=True)
class TextTable:
    """Rows on consecutive lines, comments and blank lines between them apart."""

    rows: tuple[TextRow, ...]


class CellEdit(NamedTuple):
    """A new value for one cell: the row's line counted from 1, the cell's place in it counted from 0."""

    line: int
    cell: int
    value: str


class WordsEdit(NamedTuple):
    """New words for a part of a line: the line counted from 1, ``start`` and ``end`` counted from 0."""

    line: int
    start: int
    end: int
    value: str


@dataclass(frozen=True)
class FeatureText:
    """A feature file as it was typed. ``lines`` hold their line ends, ``encoding`` is one of the four that are read.

    ``mark`` are the bytes of the byte order mark, empty without one.
    """

    path: Path
    lines: tuple[str, ...]
    encoding: str = UTF_8
    mark: bytes = b""

    @property
    def text(self) -> str:
        """All of it as text, line ends as they are."""
        return "".join(self.lines)

    @property
    def readable(self) -> str:
        """The text with a sign of replacement for each byte that is no letter of its encoding."""
        return self.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")

    @property
    def content(self) -> bytes:
        """The bytes of the file. Raises Unreadable for a character that its encoding does not have."""
        codec = {UTF_8_MARKED: UTF_8, UTF_16: _UTF_16_MARKS.get(self.mark, "utf-16-le")}.get(
            self.encoding, self.encoding
        )
        errors = "surrogateescape" if codec == WINDOWS else "strict"
        try:
            return self.mark + self.text.encode(codec, errors)
        except UnicodeEncodeError as error:
            sign = error.object[error.start]
            line = self.text.count("\n", 0, error.start) + 1
            what = (
                f"'{sign}' cannot be written in this file's encoding, Windows 1252; convert it with "
                f"'ilrspec fmt --utf8' first"
            )
            raise Unreadable([Problem(str(self.path), line, 0, what)]) from None

    @cached_property
    def newline(self) -> str:
        r"""The line end of most lines, ``\n`` or ``\r\n``."""
        windows = sum(line.endswith("\r\n") for line in self.lines)
        return "\r\n" if windows * 2 > sum(line.endswith("\n") for line in self.lines) else "\n"

    @cached_property
    def tables(self) -> tuple[TextTable, ...]:
        """Every table of the file, those of examples too; what stands in quotation marks is none."""
        tables: list[TextTable] = []
        rows: list[TextRow] = []
        for number, line, told in self._outside_quotes():
            if told.startswith("|"):
                rows.append(TextRow(number, tuple(cells_of(line))))
            elif told and not told.startswith("#") and rows:
                tables.append(TextTable(tuple(rows)))
                rows = []
        if rows:
            tables.append(TextTable(tuple(rows)))
        return tuple(tables)

    @cached_property
    def rows(self) -> dict[int, TextRow]:
        """Every row of every table by its line."""
        return {row.line: row for table in self.tables for row in table.rows}

    def _outside_quotes(self) -> Iterator[tuple[int, str, str]]:
        quoted = ""
        for number, line in enumerate(self.lines, 1):
            told = line.strip("\r\n" + BLANK)
            if told[:3] in ('"""', "```") and quoted in ("", told[:3]):
                quoted = "" if quoted else told[:3]
                yield number, line, told
            elif not quoted:
                yield number, line, told

    def with_cells(self, edits: Iterable[CellEdit]) -> "FeatureText":
        """Return the text with new values in some cells; all else keeps every byte.

        A value that has room takes the place of the old one and its cell stays as wide; a longer one widens its cell
        alone. Raises LookupError for a cell that is not there.
        """
        lines = list(self.lines)
        wanted: dict[int, dict[int, str]] = {}
        for edit in edits:
            wanted.setdefault(edit.line, {})[edit.cell] = edit.value
        for number, values in wanted.items():
            row = self.rows.get(number)
            if row is None or not all(0 <= index < len(row.cells) for index in values):
                raise LookupError(f"{self.path.name}:{number}: there is no such cell")
            line = lines[number - 1]
            for index in sorted(values, reverse=True):
                start, end, value = row.cells[index]
                if values[index] != value:
                    line = line[:start] + _in_place_of(line[start:end], values[index]) + line[end:]
            lines[number - 1] = line
        return replace(self, lines=tuple(lines))

    def with_words(self, edits: Iterable[WordsEdit]) -> "FeatureText":
        """Return the text with other words in some places; edits of one line must not overlap."""
        lines = list(self.lines)
        for line, start, end, value in sorted(edits, reverse=True):
            lines[line - 1] = lines[line - 1][:start] + value + lines[line - 1][end:]
        return replace(self, lines=tuple(lines))


def read_feature_text(path: Path) -> FeatureText:
    """Read a file. Raises Unreadable where it cannot be read or is no text."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable([Problem(str(path), 0, 0, f"cannot be read: {error.strerror or error}")]) from None
    return feature_text(content, path)


def feature_text(content: bytes, path: Path) -> FeatureText:
    """Return bytes as the text of a feature file. Raises Unreadable where they are no text."""
    encoding, mark = UTF_8, b""
    if content.startswith(codecs.BOM_UTF8):
        encoding, mark = UTF_8_MARKED, codecs.BOM_UTF8
    elif content[:2] in _UTF_16_MARKS:
        encoding, mark = UTF_16, content[:2]
    body = content[len(mark) :]
    try:
        text = body.decode(_UTF_16_MARKS.get(mark, UTF_8))
    except UnicodeDecodeError:
        if encoding == UTF_16 or b"\0" in content:
            told = "is not a text file; a feature is plain text"
            raise Unreadable([Problem(str(path), 0, 0, told)]) from None
        text = body.decode(WINDOWS, "surrogateescape")
        # A byte order mark before text that is not UTF-8 says nothing; it is kept as it stands.
        encoding = WINDOWS
    return FeatureText(path, tuple(_lines(text)), encoding, mark)


def _lines(text: str) -> Iterator[str]:
    # As the Gherkin parser has it: a line ends with \n alone, whatever other signs some editors take for line ends.
    *ended, last = text.split("\n")
    for line in ended:
        yield line + "\n"
    if last:
        yield last


def cells_of(line: str) -> Iterator[TextCell]:
    r"""Yield the cells of a row. ``\|``, ``\\`` and ``\n`` in a cell stand for a bar, a backslash and a line end."""
    at = line.index("|") + 1
    if "\\" not in line:
        for part in line[at:].split("|")[:-1]:
            yield TextCell(at, at + len(part), part.strip(BLANK))
            at += len(part) + 1
        return
    while True:
        found = _CELL.match(line, at)
        assert found is not None, "the pattern matches nothing at least"
        if found.end() >= len(line):  # what stands behind the last | is no cell
            return
        told = found[0].strip(BLANK)
        yield TextCell(at, found.end(), _ESCAPED.sub(lambda sign: _ESCAPES[sign[0]], told))
        at = found.end() + 1


def escaped(value: str) -> str:
    """Return a value as it is written in a cell."""
    return value.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "\\n")


def is_figure(value: str) -> bool:
    """Say whether a cell's value is a number, an amount or a percentage, and not a code or a reference."""
    return _FIGURE.fullmatch(value) is not None


def are_figures(values: Iterable[str]) -> bool:
    """Say whether the cells of a column are figures, those that say nothing left out; a column of nothing is none."""
    told = [value for value in map(str.strip, values) if value.lower() not in _NO_FIGURE]
    return bool(told) and all(map(is_figure, told))


def _in_place_of(before: str, value: str) -> str:
    told = escaped(value)
    old = before.strip(BLANK)
    left = before[: len(before) - len(before.lstrip(BLANK))] if old else " "
    right = before[len(before.rstrip(BLANK)) :] if old else " "
    room = len(before) - len(told) - 2
    if room < 0 or not told:
        return f" {told} " if told else " " * max(len(before), 2)
    to_the_right = len(left) > len(right) if len(left) != len(right) else is_figure(value)
    return " " * (room + 1) + told + " " if to_the_right else " " + told + " " * (room + 1)
