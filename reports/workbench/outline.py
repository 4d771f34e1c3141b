"""What stands where in a feature file, as the page shows it: blocks, steps, tables by cell, comments.

Read line by line and not by the Gherkin parser, so that a file can be shown and mended while it is faulty.
"""

import re
from collections.abc import Iterator
from typing import Any

from steps.feature_text import BLANK, FeatureText, TextRow

_HEADING = re.compile(
    r"(Feature|Rule|Background|Scenario Outline|Scenario Template|Scenario|Examples|Scenarios|Example):\s*(.*)"
)
_STEP = re.compile(r"(Given|When|Then|And|But|\*)(?=\s|$)\s*(.*)")
_KINDS = {
    "Feature": "feature",
    "Rule": "rule",
    "Background": "background",
    "Scenario Outline": "outline",
    "Scenario Template": "outline",
    "Scenario": "scenario",
    "Example": "scenario",
}
_QUOTES = ('"""', "```")
_BLANK = "\r\n" + BLANK


def outline(text: FeatureText) -> list[dict[str, Any]]:
    """Return the blocks of a feature in order: its heading, rules, backgrounds and scenarios.

    ``start`` and ``end`` are the first and last line of a block, with its tags; every line counts from 1. The
    items of a block are its steps (with their tables), examples, comments, and lines that are none of these.
    """
    blocks: list[dict[str, Any]] = []
    loose: list[dict[str, Any]] = []
    tags: dict[str, Any] | None = None
    quoted = ""
    for number, raw in enumerate(text.lines, 1):
        line = raw.strip(_BLANK)
        if quoted or line[:3] in _QUOTES:
            if not quoted:
                quoted = line[:3]
            elif line[:3] == quoted:
                quoted = ""
            _item(blocks, loose, {"kind": "text", "line": number, "end": number, "text": line})
            continue
        heading = _HEADING.fullmatch(line)
        if heading and heading[1] in ("Examples", "Scenarios") and blocks:
            told: dict[str, Any] = {
                "kind": "examples",
                "line": number,
                "end": number,
                "name": heading[2],
                "rows": [],
            }
            told["tags"] = tags
            if tags:
                told["start"] = tags["line"]
            blocks[-1]["items"].extend(loose)
            blocks[-1]["items"].append(told)
            loose, tags = [], None
        elif heading:
            kind = _KINDS.get(heading[1], "scenario")
            start = min([number, *(one["line"] for one in loose), *([tags["line"]] if tags else [])])
            blocks.append(
                {
                    "kind": kind,
                    "keyword": heading[1],
                    "name": heading[2],
                    "line": number,
                    "start": start,
                    "tags": tags,
                    "items": [],
                    "before": loose,
                    "description": [],
                }
            )
            loose, tags = [], None
        elif line.startswith("@"):
            tags = {
                "line": tags["line"] if tags else number,
                "end": number,
                "text": f"{tags['text']} {line}" if tags else line,
            }
        elif not line:
            continue
        elif line.startswith("#"):
            loose.append({"kind": "comment", "line": number, "end": number, "text": line[1:].strip(_BLANK)})
        elif line.startswith("|"):
            loose = list(_between_rows(blocks, loose))
            _row(blocks, loose, number, text.rows.get(number))
            loose = []
        else:
            _item(blocks, loose, _sentence(blocks, number, line))
            loose = []
    if blocks:
        blocks[-1]["items"].extend(loose)
    _close(blocks, len(text.lines))
    return blocks


def _sentence(blocks: list[dict[str, Any]], number: int, line: str) -> dict[str, Any]:
    step = _STEP.fullmatch(line)
    if step:
        return {
            "kind": "step",
            "line": number,
            "end": number,
            "keyword": step[1],
            "text": step[2],
            "rows": [],
        }
    described = bool(blocks) and not any(item["kind"] == "step" for item in blocks[-1]["items"])
    return {"kind": "description" if described else "text", "line": number, "end": number, "text": line}


def _item(blocks: list[dict[str, Any]], loose: list[dict[str, Any]], item: dict[str, Any]) -> None:
    if not blocks:
        blocks.append(
            {"kind": "loose", "keyword": "", "name": "", "line": item["line"], "start": 1, "tags": None}
            | {"items": [], "before": [], "description": []}
        )
    block = blocks[-1]
    block["items"].extend(loose)
    loose.clear()
    if item["kind"] == "description":
        block["description"].append(item)
    else:
        block["items"].append(item)


def _between_rows(blocks: list[dict[str, Any]], loose: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Put comments between the rows of a table into the table; yield those that stand elsewhere."""
    items = blocks[-1]["items"] if blocks else []
    table = items[-1] if items and items[-1].get("rows") else None
    for one in loose:
        if table is None:
            yield one
        else:
            table.setdefault("notes", []).append({"line": one["line"], "text": one["text"]})


def _row(blocks: list[dict[str, Any]], loose: list[dict[str, Any]], number: int, row: TextRow | None) -> None:
    cells = list(row.values) if row else []
    items = blocks[-1]["items"] if blocks else []
    if not items or "rows" not in items[-1] or loose:
        _item(blocks, loose, {"kind": "table", "line": number, "end": number, "rows": []})
        items = blocks[-1]["items"]
    items[-1]["rows"].append({"line": number, "cells": cells})
    items[-1]["end"] = number


def _close(blocks: list[dict[str, Any]], last: int) -> None:
    for at, block in enumerate(blocks, 1):
        block["end"] = blocks[at]["start"] - 1 if at < len(blocks) else last
