"""The vocabulary as plain data for other programs: one record a step."""

from typing import Any

from reports.authoring.words import Heading, Word
from reports.words.known import KnownStep


def as_data(known: KnownStep) -> dict[str, Any]:
    """Return everything that is known of a step, in plain lists and texts."""
    step, example = known.step, known.example
    return {
        "sentence": step.sentence,
        "also": list(step.sentences[1:]),
        "subject": step.title,
        "help": step.help,
        "places": [{"name": one.name, "takes": one.takes, "words": _words(one.words)} for one in step.places],
        "table": None
        if step.table is None
        else {
            "optional": step.table_optional,
            "months": step.table.months,
            "headings": [_heading(one) for one in step.table.headings],
        },
        "uses": known.uses,
        "example": None
        if example is None
        else {"file": example.file, "line": example.line, "lines": list(example.lines)},
        "clauses": list(known.clauses),
    }


def _heading(heading: Heading) -> dict[str, Any]:
    return {
        "name": heading.name,
        "also": list(heading.aliases),
        "help": heading.help,
        "field": heading.field,
        "required": heading.required,
        "takes": heading.takes,
        "words": _words(heading.words),
    }


def _words(words: tuple[Word, ...]) -> list[dict[str, str]]:
    return [{"word": word.text, "means": word.means} for word in words]
