"""What an editor offers while a feature is typed: steps with their tables, headings, words of cells, tags, keywords."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lsprotocol import types

from reports.authoring.clause_words import PROGRAMME_TAGS, WORKING_TAGS, clauses, findings
from reports.authoring.examples import Usage
from reports.authoring.words import Heading, StepWords, Table, Word, step_of, vocabulary
from reports.language_server.place import CellPlace, Place
from reports.language_server.telling import heading_told
from steps.feature_text import escaped
from steps.tables import plain

_KEYWORDS = {
    "Feature": "Feature: ${1:what the features of this file are about}",
    "Rule": "Rule: $1",
    "Background": "Background:\n  Given $0",
    "Scenario": "Scenario: ${1:what is different here}\n  Given $0",
    "Scenario Outline": "Scenario Outline: ${1:what is different here}\n  Given $0\n\n  Examples:\n    | $2 |",
    "Examples": "Examples:\n  | $1 |\n  | $0 |",
    "Given": "Given $0",
    "When": "When $0",
    "Then": "Then $0",
    "And": "And $0",
    "But": "But $0",
}
_MOST_HEADINGS = 5
_MONTHS = ("Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul")
_KIND = types.CompletionItemKind


@dataclass(frozen=True, slots=True)
class Offer:
    """Something to choose: the words that are put into the line from ``start`` to ``end``, and what they mean.

    ``snippet`` has places to fill in, for editors that can; its further lines are indented as its first one is.
    """

    label: str
    start: int
    end: int
    words: str
    kind: types.CompletionItemKind
    detail: str = ""
    told: str = ""
    snippet: str = ""
    filter: str = ""


def offers(place: Place, used: Mapping[StepWords, Usage]) -> Iterator[Offer]:
    """Yield what fits at a place, the likeliest first; ``used`` tells how features use each step."""
    if place.quoted:
        return
    if place.is_row:
        yield from _of_row(place)
    elif place.is_tags:
        yield from _tags(place)
    elif place.begun and place.at >= place.begun[0]:
        yield from _steps(place, used)
    elif not place.words[: place.at].strip() or place.words[: place.at].strip().isalpha():
        start = len(place.words) - len(place.words.lstrip())
        for keyword, snippet in _KEYWORDS.items():
            plain_words = keyword + (": " if ":" in snippet else " ")
            yield Offer(keyword, start, place.at, plain_words, _KIND.Keyword, snippet=snippet)


def _steps(place: Place, used: Mapping[StepWords, Usage]) -> Iterator[Offer]:
    assert place.begun
    start = place.begun[0]
    end = max(place.at, len(place.words.rstrip()))
    subjects = {step.subject for line in place.text.lines if (step := _step_in(line))}

    def unlikely(step: StepWords) -> tuple[bool, bool, int]:
        told = used.get(step)
        fits = not told or told.keywords[place.keyword] * 2 >= told.count
        return not fits, step.subject not in subjects, -told.count if told else 0

    for step in sorted(vocabulary(), key=unlikely):
        for sentence in step.sentences:
            snippet = _snippet(step, sentence)
            yield Offer(sentence, start, end, sentence, _KIND.Function, step.title, "", snippet, sentence)


def _step_in(line: str) -> StepWords | None:
    found = line.strip().partition(" ")
    return (
        step_of(found[2]) if found[2] and found[0] in ("Given", "When", "Then", "And", "But", "*") else None
    )


def _snippet(step: StepWords, sentence: str) -> str:
    number = 0

    def stop(words: str) -> str:
        nonlocal number
        number += 1
        return f"${{{number}:{_safe(words)}}}"

    parts = []
    samples = {place.name: place.sample for place in step.places}
    rest = sentence
    while "{" in rest:
        before, _, rest = rest.partition("{")
        name, _, rest = rest.partition("}")
        parts += [_safe(before), stop(samples.get(name) or name)]
    parts.append(_safe(rest))
    told = "".join(parts)
    if step.table and not step.table_optional:
        headings = [_safe(escaped(name)) for name in first_headings(step.table)]
        rows = [headings, [stop(" ") for _ in headings]]
        told += "".join(f"\n  | {' | '.join(row)} |" for row in rows)
    return told + "$0"


def first_headings(table: Table) -> list[str]:
    """Return headings to begin a table with: those it needs, else the everyday ones, and months."""
    needed = [heading.name for heading in table.headings if heading.required]
    everyday = [heading.name for heading in table.headings if heading.everyday and not heading.required]
    shown = [*needed, *everyday][: max(_MOST_HEADINGS, len(needed))]
    if table.months:
        shown += ["Aug 2021" if "Aug" in table.months else "08/17"]
    return shown


def _safe(words: str) -> str:
    return words.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")


def _of_row(place: Place) -> Iterator[Offer]:
    cell = place.cell
    if cell is None:
        return
    if place.of_examples:
        if place.is_heading:
            for name in place.placeholders:
                if plain(name) not in place.said:
                    yield Offer(
                        name,
                        min(cell.start, place.at),
                        max(cell.end, place.at),
                        escaped(name),
                        _KIND.Variable,
                    )
        return
    table = place.owner.table if place.owner else None
    if table is None:
        return
    if place.is_heading:
        yield from _headings(place, table)
    elif (heading := place.heading) is not None:
        start = _start_of_code(place, cell) if heading.takes.startswith("a list of codes") else cell.start
        for word in words_of(heading, table):
            yield Offer(
                word.text,
                min(start, place.at),
                max(cell.end, place.at),
                escaped(word.text),
                _KIND.EnumMember,
                _short(word.means),
                word.means,
            )


def _start_of_code(place: Place, cell: CellPlace) -> int:
    before = place.words[cell.start : place.at]
    return cell.start + max(before.rfind(","), before.rfind(" ")) + 1 if place.at > cell.start else cell.start


def words_of(heading: Heading, table: Table) -> tuple[Word, ...]:
    """Return the words that a column is known to take; codes of findings and clauses too."""
    if heading.words:
        return heading.words
    if heading.field == "code" and "clause" in table.by_name:
        return tuple(Word(code, says) for code, says in findings().items())
    if heading.field == "clause":
        return tuple(Word(one.id, one.says) for one in clauses().values())
    return ()


def _headings(place: Place, table: Table) -> Iterator[Offer]:
    assert place.cell
    start, end = min(place.cell.start, place.at), max(place.cell.end, place.at)
    headings = [
        heading for heading in table.headings if not place.said & {plain(name) for name in heading.names}
    ]
    headings.sort(key=lambda one: (not one.required, not one.everyday))
    for heading in headings:
        yield Offer(
            heading.name,
            start,
            end,
            escaped(heading.name),
            _KIND.Field,
            _short(heading.help),
            heading_told(heading),
            filter=" ".join(heading.names),
        )
    if table.months and place.start_year:
        for at, month in enumerate(_MONTHS):
            name = f"{month} {place.start_year + (at > 4)}"
            if "Aug" not in table.months:
                name = f"{(at + 7) % 12 + 1:02}/{(place.start_year + (at > 4)) % 100:02}"
            if plain(name) not in place.said:
                yield Offer(name, start, end, name, _KIND.Unit, "A month of the funding year")


def _tags(place: Place) -> Iterator[Offer]:
    start, end = (place.tag.start, place.tag.end) if place.tag else (place.at, place.at)
    for name, says in {**PROGRAMME_TAGS, **WORKING_TAGS}.items():
        yield Offer(f"@{name}", start, end, f"@{name}", _KIND.Keyword, _short(says), says)
    for clause in clauses().values():
        yield Offer(
            f"@{clause.id}",
            start,
            end,
            f"@{clause.id}",
            _KIND.Reference,
            _short(clause.says),
            filter=f"@{clause.id}",
        )


def _short(words: str) -> str:
    return words if len(words) <= 80 else f"{words[:77].rstrip()}..."
