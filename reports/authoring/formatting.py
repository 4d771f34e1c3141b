"""Features set out alike: two blanks a level, tables in line with figures to the right; what they mean stays."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from steps.feature_text import BLANK, UTF_8, FeatureText, TextRow, are_figures
from steps.features import gherkin_document
from steps.problems import Problem, Unreadable

STEP = 2
"""How many blanks a level is indented."""

_PLACEHOLDER = re.compile(r"<[^<>|]+>")


@dataclass(slots=True)
class _Layout:
    """What the lines of a file are: the depth at which each stands, and what is done with it."""

    depth: dict[int, int] = field(default_factory=dict)
    steps: dict[int, str] = field(default_factory=dict)
    headings: dict[int, str] = field(default_factory=dict)
    tags: set[int] = field(default_factory=set)
    comments: set[int] = field(default_factory=set)
    quoted: set[int] = field(default_factory=set)
    tables: list[tuple[int, list[int]]] = field(default_factory=list)


def formatted(text: FeatureText) -> FeatureText:
    """Return the text set out as features are; encoding and line ends stay, and so does what is not understood.

    Comments, tags, blank lines, wording and cells stay; texts in three quotation marks are not touched. Doing it twice
    is doing it once. Raises Unreadable with every problem of a file that is no feature.
    """
    document, _ = gherkin_document(text.readable, text.path)
    layout = _layout(document, text.lines)
    rows = dict(_tables(layout, text))
    lines = []
    for number, line in enumerate(text.lines, 1):
        body, end = _ended(line)
        if number in layout.quoted:
            lines.append(line)
        elif number in rows:
            lines.append(rows[number] + end)
        else:
            lines.append(_set_out(number, body, layout) + end)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += text.newline
    return replace(text, lines=tuple(_described(lines, layout)))


def in_utf_8(text: FeatureText) -> FeatureText:
    r"""Return the text in UTF-8 without a mark, its lines ended by ``\n``.

    Raises Unreadable where bytes are no letters of the encoding that the file is taken for.
    """
    if text.readable != text.text:
        at = next(at for at, sign in enumerate(text.text) if "\ud800" <= sign <= "\udfff")
        line = text.text.count("\n", 0, at) + 1
        told = "a sign here is no letter of Windows 1252; put the right one and convert again"
        raise Unreadable([Problem(str(text.path), line, 0, told)])
    lines = tuple(line.removesuffix("\n").removesuffix("\r") + "\n" for line in text.lines)
    return FeatureText(text.path, lines, UTF_8)


def _ended(line: str) -> tuple[str, str]:
    end = "\r\n" if line.endswith("\r\n") else "\n" if line.endswith("\n") else ""
    return line.removesuffix(end) if end else line, end


# --- what each line is ------------------------------------------------------------------------------------


def _layout(document: Mapping[str, Any], lines: tuple[str, ...]) -> _Layout:
    layout = _Layout(comments={comment["location"]["line"] for comment in document["comments"]})
    _note(layout, document["feature"], 0, lines)
    following = 0
    for number in range(len(lines), 0, -1):
        if number in layout.comments:
            layout.depth[number] = following
        else:
            following = layout.depth.get(number, following)
    return layout


def _note(layout: _Layout, node: Mapping[str, Any], depth: int, lines: tuple[str, ...]) -> None:
    """Note a feature, rule, background, scenario or examples at a depth, and all below it."""
    heading = node["location"]["line"]
    layout.depth[heading] = depth
    layout.headings[heading] = node["keyword"]
    for tag in node.get("tags", ()):
        layout.depth[tag["location"]["line"]] = depth
        layout.tags.add(tag["location"]["line"])
    for child in node.get("children", ()):
        _note(layout, next(iter(child.values())), depth + 1, lines)
    for step in node.get("steps", ()):
        place = step["location"]["line"]
        layout.depth[place] = depth + 1
        layout.steps[place] = step["keyword"]
        if "dataTable" in step:
            _note_table(layout, depth + 2, step["dataTable"]["rows"])
        if "docString" in step:
            first, marks = step["docString"]["location"]["line"], step["docString"]["delimiter"]
            last = next(n for n in range(first, len(lines)) if lines[n].strip(BLANK + "\r\n") == marks)
            layout.quoted.update(range(first, last + 2))
    for examples in node.get("examples", ()):
        _note(layout, examples, depth + 1, lines)
        header = [examples["tableHeader"]] if "tableHeader" in examples else []
        _note_table(layout, depth + 2, [*header, *examples.get("tableBody", ())])


def _note_table(layout: _Layout, depth: int, rows: Iterable[Mapping[str, Any]]) -> None:
    places = [row["location"]["line"] for row in rows]
    if places:
        layout.tables.append((depth, places))
        layout.depth.update(dict.fromkeys(places, depth))


# --- lines as they are set out ----------------------------------------------------------------------------


def _set_out(number: int, body: str, layout: _Layout) -> str:
    told = body.strip(BLANK)
    indent = " " * (STEP * layout.depth.get(number, 0))
    if not told:
        return ""
    if number in layout.tags:
        tags, _, remark = told.partition(" #")
        return indent + " ".join(tags.split()) + (f" #{remark}" if remark else "")
    if number in layout.headings:
        keyword = layout.headings[number]
        return f"{indent}{keyword}: {told.removeprefix(keyword).lstrip(BLANK)[1:].strip(BLANK)}".rstrip()
    if number in layout.steps:
        keyword = layout.steps[number].strip()
        return f"{indent}{keyword} {' '.join(told.removeprefix(keyword).split())}"
    if number in layout.comments or number in layout.depth:
        return indent + told
    return body.rstrip(BLANK)


def _described(lines: list[str], layout: _Layout) -> Iterator[str]:
    """Move each description below its heading as a block, so that lists within it stay lists."""
    known = layout.depth.keys() | layout.quoted
    at = 0
    depth = 0
    while at < len(lines):
        if at + 1 in known or not lines[at].strip():
            depth = layout.depth[at + 1] + 1 if at + 1 in layout.headings else depth
            yield lines[at]
            at += 1
            continue
        block = [lines[at]]
        while at + len(block) < len(lines) and at + len(block) + 1 not in known:
            block.append(lines[at + len(block)])
        at += len(block)
        told = [line.expandtabs(STEP) for line in block]
        least = min(_indent(line) for line in told if line.strip())
        for line in told:
            yield " " * (STEP * depth) + line[least:] if line.strip() else line.lstrip(BLANK)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(BLANK))


# --- tables -----------------------------------------------------------------------------------------------


def _tables(layout: _Layout, text: FeatureText) -> Iterator[tuple[int, str]]:
    """Yield each row of a table by its line, its cells as wide as their columns, without line end."""
    from rich.cells import cell_len

    for depth, places in layout.tables:
        table = [text.rows[place] for place in places]
        raw = [_raw(row, text.lines[row.line - 1]) for row in table]
        to_the_right = [
            _of_figures(column[1:]) for column in zip(*(row.values for row in table), strict=True)
        ]
        widths = [max(map(cell_len, column)) for column in zip(*raw, strict=True)]
        for row, cells in zip(table, raw, strict=True):
            set_out = []
            for cell, width, right in zip(cells, widths, to_the_right, strict=True):
                room = " " * (width - cell_len(cell))
                set_out.append(room + cell if right else cell + room)
            behind = text.lines[row.line - 1][row.cells[-1].end + 1 :].strip(BLANK + "\r\n")
            told = f"{' ' * (STEP * depth)}| {' | '.join(set_out)} |"
            yield row.line, f"{told} {behind}" if behind else told


def _raw(row: TextRow, line: str) -> list[str]:
    return [line[cell.start : cell.end].strip(BLANK) for cell in row.cells]


def _of_figures(values: Iterable[str]) -> bool:
    return are_figures(value for value in values if not _PLACEHOLDER.fullmatch(value))
