"""A feature as sheets: one for each scenario and background, its sentences, and its tables row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from steps.feature_text import FeatureText, TextRow
from steps.features import gherkin_document
from steps.registry import match
from steps.tables import Column, plain
from steps.vocabulary import MODULES as _VOCABULARY

assert _VOCABULARY, "the steps are registered by importing them"

SOME = 60
"""More words than these are no list that a person chooses from."""

ABOUT = "about"
"""The hidden sheet that says which feature the workbook is of, and how it was."""

_LONGEST = 31


@dataclass(frozen=True, slots=True)
class Block:
    """A sentence, or a title, and the rows of the table below it.

    ``choices`` are the words that a column knows, by its place; other words and codes may be right too.
    """

    sentence: str
    rows: tuple[TextRow, ...]
    choices: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A scenario, with its examples, or a background."""

    name: str
    title: str
    blocks: tuple[Block, ...]

    @property
    def width(self) -> int:
        """How many columns its widest table has."""
        return max((len(row.cells) for block in self.blocks for row in block.rows), default=0)


def sheets_of(text: FeatureText) -> list[Sheet]:
    """Return the sheets of a feature in its order, those without a table left out. Raises Unreadable."""
    document, _ = gherkin_document(text.readable, text.path)
    found: list[Sheet] = []
    taken: set[str] = set()
    for node in _scenarios(document["feature"]):
        title = node["name"] or node["keyword"]
        blocks = tuple(_blocks(text, node))
        if any(block.rows for block in blocks):
            found.append(Sheet(_sheet_name(title, taken), title, blocks))
    return found


def _scenarios(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for child in node["children"]:
        if "rule" in child:
            yield from _scenarios(child["rule"])
        else:
            yield next(iter(child.values()))


def _blocks(text: FeatureText, node: Mapping[str, Any]) -> Iterator[Block]:
    for step in node["steps"]:
        rows = _rows(text, step.get("dataTable", {}).get("rows", ()))
        sentence = f"{step['keyword'].strip()} {step['text']}"
        yield Block(sentence, rows, _choices(step["text"], rows))
    for examples in node.get("examples", ()):
        header = [examples["tableHeader"]] if "tableHeader" in examples else []
        rows = _rows(text, [*header, *examples.get("tableBody", ())])
        yield Block(f"{examples['keyword']}: {examples['name']}".rstrip(), rows, {})


def _rows(text: FeatureText, nodes: Any) -> tuple[TextRow, ...]:
    return tuple(text.rows[node["location"]["line"]] for node in nodes)


def _choices(sentence: str, rows: tuple[TextRow, ...]) -> dict[int, tuple[str, ...]]:
    found = match(sentence)
    table: Any = found.definition.table if found else None
    columns: tuple[Column, ...] = getattr(getattr(table, "labels", table), "columns", ())
    by_name = {plain(name): column for column in columns for name in column.names}
    choices = {}
    for at, heading in enumerate(rows[0].values if rows else ()):
        column = by_name.get(plain(heading))
        words = tuple(getattr(column.read, "words", ())) if column else ()
        if 1 < len(words) <= SOME:
            choices[at] = words
    return choices


def _sheet_name(title: str, taken: set[str]) -> str:
    """Return a name that a workbook takes: 31 signs at most, none of a few, none twice."""
    signs = "".join(" " if sign in "[]:*?/\\" or not sign.isprintable() else sign for sign in title)
    name = " ".join(signs.split())[:_LONGEST].strip(" '")
    name = "" if name.casefold() in ("history", ABOUT) else name  # both have a use of their own
    number, unique = 1, name
    while unique.casefold() in taken or not unique:
        number += 1
        unique = f"{name[: _LONGEST - 6].strip()} ({number})".strip()
    taken.add(unique.casefold())
    return unique
