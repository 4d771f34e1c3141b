"""The vocabulary on the screen: the list by subject, and single steps in full."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import PurePath

from reports.authoring.words import Heading, StepWords, Word
from reports.paragraph import paragraph
from reports.plural import plural
from reports.words.known import KnownStep

_MOST_HEADINGS = 14
_MOST_WORDS = 8
_MOST_NAMED = 25
_ROOM, _MOST_ROOM, _LABEL_ROOM = 20, 34, 44


def listed(steps: Iterable[StepWords], width: int) -> Iterator[str]:
    """Yield the lines of a list: a heading for each subject, each sentence and what it does."""
    for title, group in groupby(steps, key=lambda step: step.title):
        yield f"{title}:"
        for step in group:
            yield f"  {step.sentence}"
            yield from paragraph(6, "", step.help.partition("\n")[0], width, 0)
        yield ""


def in_full(
    known: KnownStep,
    width: int,
    *,
    wanted: frozenset[str] = frozenset(),
    everything: bool = False,
) -> Iterator[str]:
    """Yield the lines of one step: sentences, meaning, places, headings with their words, an example, clauses.

    Of a long table the headings that are ``wanted``, needed and everyday are told, and the others named.
    """
    step = known.step
    yield from step.sentences
    yield from paragraph(2, "", " ".join(step.help.split()), width, 0)
    for place in step.places:
        told = _with_words(place.takes, place.words, everything=True)
        yield from paragraph(2, f"{{{place.name}}}", told or "any text", width, _ROOM)
    if step.table:
        yield ""
        yield "  Table below it, if any:" if step.table_optional else "  Table below it:"
        shown, others = (list(step.table.headings), []) if everything else _shown(step, wanted)
        room = min(_MOST_ROOM, max([_ROOM, *(len(heading.name) + 2 for heading in shown)]))
        for heading in shown:
            yield from _heading(heading, width, room, everything=heading.name in wanted or everything)
        if step.table.months:
            yield from paragraph(4, "months", f"{step.table.months}.", width, room)
        if others:
            names = ", ".join(heading.name for heading in others[:_MOST_NAMED])
            more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
            yield from paragraph(4, f"{len(others)} further", f"{names}{more}.", width, room)
    if example := known.example:
        yield ""
        yield f"  Example, {_which(known.uses)} ({PurePath(example.file).name}:{example.line}):"
        yield from (f"    {line}" for line in example.lines)
    if known.clauses:
        yield ""
        told = f"Scenarios that use it show, among others: {', '.join(known.clauses)}"
        yield from paragraph(2, "", told, width, 0)
    yield ""


def _shown(step: StepWords, wanted: frozenset[str]) -> tuple[list[Heading], list[Heading]]:
    headings = step.table.headings if step.table else ()
    if len(headings) <= _MOST_HEADINGS:
        return list(headings), []
    first = [one for one in headings if one.required or one.name in wanted]
    more = [one for one in headings if one.everyday and one not in first]
    kept = {id(one) for one in [*first, *more[: max(0, _MOST_HEADINGS - len(first))]]}
    shown = [one for one in headings if id(one) in kept]
    shown.sort(key=lambda one: one.name not in wanted)
    return shown, [one for one in headings if id(one) not in kept]


def _heading(heading: Heading, width: int, room: int, *, everything: bool) -> Iterator[str]:
    told = heading.help
    if heading.required:
        told += " Needed."
    if everything and (others := other_names(heading)):
        told += f" Also: {', '.join(others)}."
    yield from paragraph(4, heading.name, told, width, room)
    if heading.label:
        for word in heading.words:
            yield from paragraph(6, word.text, word.means, width, _LABEL_ROOM)
    elif words := _with_words("", heading.words, everything=everything):
        yield from paragraph(4, "", words, width, room)


def other_names(heading: Heading) -> list[str]:
    """Return the other names of a heading; an ILR name in words beside the name itself says nothing new."""
    run_together = {name.lower() for name in heading.aliases if " " not in name}
    return [
        name
        for name in heading.aliases
        if name.lower() != heading.name.lower()
        and not (name != heading.name and " " in name and name.replace(" ", "") in run_together)
    ]


def _with_words(takes: str, words: tuple[Word, ...], *, everything: bool) -> str:
    shown = words if everything or len(words) <= _MOST_WORDS else words[:_MOST_WORDS]
    told = ", ".join(f"{word.text} ({word.means.rstrip('.')})" if word.means else word.text for word in shown)
    rest = f" and {len(words) - len(shown)} more" if len(shown) < len(words) else ""
    if not told:
        return takes
    return f"{told}{rest}"


def _which(uses: int) -> str:
    return "the only use" if uses == 1 else f"the shortest of {plural(uses, 'use')}"
