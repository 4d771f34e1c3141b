"""What a parser would pass over in silence: tables below no step, columns of examples that nothing reads."""

import re
from collections.abc import Iterator
from typing import Any

from steps.problems import nearest

_PLACEHOLDER = re.compile(r"<([^<>|]+)>")


def loose_lines(scenario: Any, lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the lines of a scenario's description, each with its line and column in the file."""
    number = scenario["location"]["line"]
    for told in (scenario.get("description") or "").splitlines():
        while told.strip() and number < len(lines) and lines[number].strip() != told.strip():
            number += 1
        if told.strip() and number < len(lines):
            yield number + 1, len(lines[number]) - len(lines[number].lstrip()) + 1, told.strip()
            number += 1


def unread(scenario: Any, lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the place and message of each: tables without a step, examples without rows, unread columns."""
    for line, at, told in loose_lines(scenario, lines):
        if told.startswith("|"):
            yield line, at, "this table stands below no step, so nothing would read it"
            break
    if not scenario["examples"]:
        return
    wanted: dict[str, tuple[int, int]] = {}
    for step in scenario["steps"]:
        for text, place in _texts(step):
            for name in _PLACEHOLDER.findall(text):
                wanted.setdefault(name, place)
    offered: set[str] = set()
    for examples in scenario["examples"]:
        place = examples["location"]
        if not examples.get("tableBody"):
            yield place["line"], place["column"], "these examples have no rows, so nothing would be run"
        cells = (examples.get("tableHeader") or {"cells": ()})["cells"]
        offered.update(cell["value"] for cell in cells)
        for cell in cells:
            if cell["value"] not in wanted and f"<{cell['value']}>" not in scenario["name"]:
                at = cell["location"]
                yield (
                    at["line"],
                    at["column"],
                    (
                        f"nothing reads the column '{cell['value']}': no step holds <{cell['value']}>"
                        f"{nearest(cell['value'], wanted)}"
                    ),
                )
    for name, (line_, column) in wanted.items():
        if name not in offered:
            yield line_, column, f"the examples have no column '{name}'{nearest(name, offered)}"


def _texts(step: Any) -> Iterator[tuple[str, tuple[int, int]]]:
    yield step["text"], (step["location"]["line"], step["location"]["column"])
    for row in step.get("dataTable", {}).get("rows", ()):
        for cell in row["cells"]:
            yield cell["value"], (cell["location"]["line"], cell["location"]["column"])
