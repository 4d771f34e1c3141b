"""What the search of the first page looks through: every scenario, and in which of them each word stands."""

import re
from typing import Any

from reports.page.contents import STATES, ProgrammeView, ScenarioView

_WORD = re.compile(r"[^\W_]+(?:[.'/@-][^\W_]+)*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")


def search_data(programmes: list[ProgrammeView]) -> dict[str, Any]:
    """Return the scenarios and the words as plain data; a word has the gaps between its scenarios, base 36."""
    features: list[list[Any]] = []
    scenarios: list[list[Any]] = []
    found: dict[str, list[int]] = {}
    tags: dict[str, int] = {}
    for programme_number, programme in enumerate(programmes):
        for feature in programme.features:
            features.append([feature.name, programme_number])
            shared = f"{programme.name} {feature.name} {feature.result.description}"
            for view in feature.scenarios:
                result = view.result
                for word in words_of(f"{shared} {_text(view)}"):
                    found.setdefault(word, []).append(len(scenarios))
                scenarios.append(
                    [
                        result.name,
                        view.id,
                        len(features) - 1,
                        STATES.index(result.status),
                        [tags.setdefault(tag, len(tags)) for tag in dict.fromkeys(result.tags)],
                        list(result.years),
                        view.example,
                    ]
                )
    return {
        "programmes": [[programme.name, programme.file] for programme in programmes],
        "features": features,
        "scenarios": scenarios,
        "tags": list(tags),
        "words": {word: _packed(numbers) for word, numbers in sorted(found.items())},
    }


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters; sums without the comma of their thousands."""
    return set(_WORD.findall(_THOUSANDS.sub("", text.lower())))


def _text(view: ScenarioView) -> str:
    result = view.result
    parts = [result.name, result.rule, result.description, " ".join(result.tags), view.message]
    for step in result.steps:
        parts.append(step.text)
        parts += [cell for row in step.table for cell in row.cells]
        parts += [cell.actual for cell in step.cells if not cell.ok]
    return " ".join(parts)


def _packed(numbers: list[int]) -> str:
    """Return rising numbers as the steps between them, the first counted from -1."""
    steps, before = [], -1
    for number in numbers:
        steps.append(_base36(number - before))
        before = number
    return " ".join(steps)


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
    return digits or "0"
