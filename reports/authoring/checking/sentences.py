"""Sentences of steps: the one that was meant, word by word, and the nearest ones with their tables."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from steps.apprenticeships.checked import CheckedTable
from steps.apprenticeships.results_table import ResultTable
from steps.month_tables import MonthTable
from steps.problems import CellError
from steps.registry import DEFINITIONS, READERS, StepDefinition, match, nearest_steps
from steps.tables import RecordTable

_PLACE = re.compile(r"\{(\w+):(\w+)\}")
_LIKE = 70
_MARGIN = 0.5
_ONE_WORD, _FAR = 0.65, 1.3
_SHOWN_HEADINGS = 6


def step_meant(written: str) -> str:
    """Return the sentence that was surely meant: one step fits when at most a few words are spelt right, else blank."""
    wanted = written.split()
    found: list[tuple[float, str]] = []
    for definition in DEFINITIONS:
        cost, words = _fitted(tuple(_words_of(definition)), tuple(wanted))
        if words and cost <= min(_FAR, max(_ONE_WORD, len(wanted) / 4)):
            sentence = " ".join(words)
            fits = match(sentence)
            if fits and fits.definition is definition and _is_readable(fits):
                found.append((cost, sentence))
    found.sort()
    if not found or (len(found) > 1 and found[1][0] - found[0][0] < _MARGIN and found[1][1] != found[0][1]):
        return ""
    colon = ":" if written.endswith(":") and not found[0][1].endswith(":") else ""
    return found[0][1] + colon


def _words_of(definition: StepDefinition) -> Iterator[str]:
    pattern = _PLACE.sub(lambda place: f"{{{place[2]}}}", definition.pattern)
    yield from re.findall(r"\{\w+\}\S*|\S+", pattern.removesuffix(":"))


def _is_readable(fits: Any) -> bool:
    for part in fits.parts.values():
        try:
            READERS[part.reader](part.text, None)
        except CellError as error:
            if "needs a funding year" not in str(error):
                return False
    return True


def _fitted(pattern: tuple[str, ...], written: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """Return how far some words are from a pattern, 0 to 1 a word, and the words spelt as the pattern has them."""
    from rapidfuzz.fuzz import ratio

    nothing: tuple[float, tuple[str, ...]] = (float("inf"), ())

    @cache
    def fit(at: int, word: int) -> tuple[float, tuple[str, ...]]:
        if at == len(pattern):
            return (0.0, ()) if word == len(written) else nothing
        if word == len(written):
            return nothing
        wanted, here = pattern[at], written[word]
        if wanted.startswith("{"):
            best = nothing
            for end in range(word + 1, len(written) + 1):
                cost, rest = fit(at + 1, end)
                cost += 0.01 * (end - word - 1)
                if cost < best[0]:
                    best = (cost, (*written[word:end], *rest))
            return best
        plain, other = here.removesuffix(":").lower(), wanted.lower()
        cost, rest = fit(at + 1, word + 1)
        if plain == other:
            best = (cost, (here.removesuffix(":"), *rest))
        else:
            alike = ratio(plain, other)
            best = (cost + 1 - alike / 200, (wanted, *rest)) if alike >= _LIKE else nothing
        return best

    return fit(0, 0)


def nearest_with_tables(written: str, first: str = "") -> str:
    """Return the nearest steps, each with the headings of its table, a line each; ``first`` was meant."""
    sentences = list(nearest_steps(written))
    if first and (meant := match(first)):
        sentences = [meant.definition.sentence]
    lines: list[str] = []
    for sentence in dict.fromkeys(sentences):
        definition = next(one for one in DEFINITIONS if one.sentence == sentence)
        lines.append(f"  {sentence}")
        if headings := headings_of(definition):
            lines.append(f"    | {' | '.join(headings)} |")
    if not lines:
        return "'ilrspec steps' lists all steps"
    lead = (
        "its table:"
        if first and len(lines) > 1
        else ""
        if first
        else "the nearest steps, with their tables; 'ilrspec steps' lists all:"
    )
    return "\n".join([*([lead] if lead else []), *(lines[1:] if first else lines)])


def headings_of(definition: StepDefinition) -> list[str]:
    """Return headings that a step's table may have: what it needs first, then the everyday ones."""
    table = definition.table
    if isinstance(table, MonthTable):
        return [*_everyday(table.labels), "Aug 2021", "Sep 2021"]
    if isinstance(table, ResultTable):
        return [*(one.title() for one in table.headings[:1]), "08/17", "09/17", "..."]
    if isinstance(table, CheckedTable):
        needed = [column.heading for column in table.columns if column.field in table.needed]
        return _first([*needed, *_everyday(table.table)])
    if isinstance(table, RecordTable):
        return _first([*(one.heading for one in table.columns if one.required), *_everyday(table)])
    return []


def _everyday(table: RecordTable) -> list[str]:
    return [column.heading for column in table.columns if column.everyday]


def _first(headings: list[str]) -> list[str]:
    shown = list(dict.fromkeys(headings))
    return shown if len(shown) <= _SHOWN_HEADINGS + 1 else [*shown[:_SHOWN_HEADINGS], "..."]
