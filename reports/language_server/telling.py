"""What an editor tells of the words under the pointer, as Markdown: steps, headings, words of cells, clauses."""

from collections.abc import Iterator

from reports.authoring.clause_words import PROGRAMME_TAGS, WORKING_TAGS, ClauseWords, clauses, findings
from reports.authoring.examples import Usage, clauses_of
from reports.authoring.words import Heading, StepWords, vocabulary
from reports.language_server.place import CellPlace, Place
from reports.words.screen import other_names

_MOST_HEADINGS = 12
_MOST_WORDS = 20


def told_at(place: Place, used: dict[StepWords, Usage] | None) -> tuple[str, CellPlace] | None:
    """Return what is told of the words at a place, and the words; None where there is nothing to tell."""
    if place.is_tags and place.tag:
        told = tag_told(place.tag.text.lstrip("@"))
        return (told, place.tag) if told else None
    if place.is_row:
        return _cell_told(place)
    if place.step and place.begun:
        start, said = place.begun
        return step_told(place.step, (used or {}).get(place.step)), CellPlace(
            said, start, start + len(said.rstrip())
        )
    return None


def step_told(step: StepWords, used: Usage | None) -> str:
    """Return what is told of a step: what it does, its places and headings, an example, the clauses it shows."""
    parts = [f"**{_marked(step.sentence)}**", _marked(step.help)]
    parts += [
        f"`{{{place.name}}}` {_marked(place.takes or 'any text')}"
        + (f": {', '.join(f'`{word.text}`' for word in place.words[:_MOST_WORDS])}" if place.words else "")
        for place in step.places
    ]
    if step.table and step.table.headings:
        shown = [one for one in step.table.headings if one.required or one.everyday][:_MOST_HEADINGS]
        rest = len(step.table.headings) - len(shown)
        lines = [f"- `{one.name}` {_marked(one.help)}" for one in shown]
        if rest:
            lines.append(f"- and {rest} more")
        parts.append("\n".join(lines))
    if step.table and step.table.months:
        parts.append(f"Further headings: {_marked(step.table.months)}.")
    if used and used.shortest:
        parts.append("```gherkin\n" + "\n".join(used.shortest.lines) + "\n```")
        known = clauses()
        shows = clauses_of(used, known, 3)
        parts += [f"**{one}** {_marked(known[one].says)}" for one in shows]
    return "\n\n".join(parts)


def step_named(sentence: str) -> StepWords | None:
    """Return the step of a sentence of the vocabulary, braces and all; None where there is none."""
    return next((step for step in vocabulary() if sentence in step.sentences), None)


def heading_told(heading: Heading) -> str:
    """Return what is told of a heading: its meaning, its field, its other names, what its cells take."""
    parts = [f"**{_marked(heading.name)}**{' (needed)' if heading.required else ''}", _marked(heading.help)]
    if others := other_names(heading):
        parts.append(f"Also: {', '.join(f'`{name}`' for name in others)}")
    if heading.words:
        shown = heading.words[:_MOST_WORDS]
        lines = [f"- `{word.text}` {_marked(word.means)}".rstrip() for word in shown]
        if len(heading.words) > len(shown):
            lines.append(f"- and {len(heading.words) - len(shown)} more")
        parts.append("\n".join(lines))
    elif heading.takes:
        parts.append(f"Takes {_marked(heading.takes)}.")
    return "\n\n".join(parts)


def tag_told(tag: str) -> str:
    """Return what is told of a tag: the clause it is, or what it does; blank for one that is not known."""
    if clause := clauses().get(tag):
        return _clause(clause)
    name = tag.replace("_", "-")
    says = PROGRAMME_TAGS.get(name) or WORKING_TAGS.get(tag)
    return f"**@{tag}**\n\n{says}" if says else ""


def _clause(clause: ClauseWords) -> str:
    parts = [
        f"**{clause.id}**",
        _marked(clause.says),
        f"*{_marked(clause.document)}, {_marked(clause.section)}*",
    ]
    if clause.findings:
        parts.append(f"Findings: {', '.join(f'`{code}`' for code in clause.findings)}")
    return "\n\n".join(parts)


def _cell_told(place: Place) -> tuple[str, CellPlace] | None:
    cell, heading = place.cell, place.heading
    if cell is None or not cell.text:
        return None
    if clause := clauses().get(cell.text):
        return _clause(clause), cell
    if heading is None:
        return None
    if place.is_heading:
        return heading_told(heading), cell
    return "\n\n".join(list(_meanings(cell.text, heading)) or [heading_told(heading)]), cell


def _meanings(written: str, heading: Heading) -> Iterator[str]:
    """Yield what the words of a cell mean; codes may stand side by side, with commas or blanks between."""
    known = {word.text.lower(): word for word in heading.words}
    single = known.get(" ".join(written.lower().split()))
    for one in (
        [single] if single else [known.get(part.lower()) for part in written.replace(",", " ").split()]
    ):
        if one:
            yield f"**{_marked(heading.name)} {_marked(one.text)}** {_marked(one.means)}".rstrip()
    if heading.field == "code" and (says := findings().get(written)):
        yield f"**{written}** {_marked(says)}"


def _marked(words: str) -> str:
    return words.replace("\\", "\\\\").replace("<", "\\<").replace("*", "\\*").replace("``", "`")
