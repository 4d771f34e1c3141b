"""Judged changes on screen: the headline, survivors by document of guidance, and what could not be judged."""

from itertools import groupby
from typing import TYPE_CHECKING

from reports.mutate.mutants import KINDS, Mutant
from reports.mutate.run import Judged, Outcome
from reports.plural import plural
from reports.screen import table as screen_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

SHOWN = 12
"""How many parameters and rules of a document are shown unless all are asked for."""

_CHANGES = 3
_CLAUSES = 3


def show(console: "Console", outcome: Outcome, *, killed: bool, show_all: bool) -> None:
    """Print what came of a run; the changes that a scenario noticed only where asked for."""
    from rich.text import Text

    survivors = outcome.survivors
    console.print(Text(headline(outcome), style="bold red" if survivors else "bold green"), soft_wrap=True)
    console.print(_by_kind(outcome))
    hidden = 0
    for title, fate in (
        ("Read, but no scenario fails", "survived"),
        ("Read by no scenario", "unread"),
    ):
        listed = sorted((one for one in survivors if one.fate == fate), key=lambda one: one.document)
        if listed:
            console.print()
            console.print(Text(f"{title} ({len(listed):,})", style="bold"))
        for document, own in groupby(listed, key=lambda one: one.document):
            hidden += _document(console, document, list(own), show_all)
    if hidden:
        console.print()
        console.print(f"({hidden:,} more; --all shows all, --out FILE.csv writes them as a table)")
    if unjudged := outcome.of("not judged"):
        _not_judged(console, unjudged)
    if killed:
        _killed(console, outcome.of("killed"))


def headline(outcome: Outcome) -> str:
    """Return the first line: how many changes, how many of them nobody noticed, by how many scenarios, how long."""
    count, survivors = len(outcome.judged), len(outcome.survivors)
    unjudged = len(outcome.of("not judged"))
    beside = f", {unjudged:,} cannot be judged" if unjudged else ""
    return (
        f"{plural(count, 'change')} judged by {plural(outcome.scenarios, 'scenario')}: "
        f"{len(outcome.of('killed')):,} noticed, {survivors:,} by no scenario{beside}, "
        f"in {outcome.seconds:.0f} seconds."
    )


def _by_kind(outcome: Outcome) -> "Table":
    numbers = ("Changes", "Noticed", "No scenario\nfails", "Read by\nno scenario", "Not\njudged")
    table = screen_table("What", *numbers, right=numbers)
    for kind, told in KINDS.items():
        own = [one.fate for one in outcome.judged if one.mutant.kind == kind]
        if own:
            counts = (len(own), *(own.count(fate) for fate in ("killed", "survived", "unread", "not judged")))
            table.add_row(told, *(f"{count:,}" for count in counts))
    return table


def _document(console: "Console", document: str, judged: list[Judged], show_all: bool) -> int:
    """Print the survivors of a document, a parameter or rule a line; return how many changes are not shown."""
    from rich.text import Text

    table = screen_table("Where", "What is changed, and nobody notices", "Clause")
    groups = [
        list(own)
        for _, own in groupby(judged, key=lambda one: (one.mutant.group, one.mutant.name, one.mutant.since))
    ]
    shown = groups if show_all else groups[:SHOWN]
    for own in shown:
        first = own[0].mutant
        changes = [one.mutant.change for one in own]
        told = changes if show_all else changes[:_CHANGES]
        since = f" (from {first.since})" if first.since else ""
        lines = [f"{first.name}{since}", *(f"  {change}" for change in told)]
        if len(told) < len(changes):
            lines.append(f"  and {len(changes) - len(told):,} more")
        table.add_row(_place(first), "\n".join(lines), _clauses(own, show_all))
    console.print()
    console.print(Text(document, style="bold"), overflow="fold")
    console.print(table)
    return sum(len(own) for own in groups[len(shown) :])


def _place(mutant: Mutant) -> str:
    """Return the name of the file and the line; what the change belongs to where no line says it."""
    file = mutant.place.rpartition("/")[2]
    return file or mutant.group


def _clauses(own: list[Judged], show_all: bool) -> str:
    found = list(dict.fromkeys(id for one in own for id in one.clauses))
    if not found:
        return own[0].mutant.source
    told = found if show_all else found[:_CLAUSES]
    return "\n".join(told) + (" ..." if len(told) < len(found) else "")


def _not_judged(console: "Console", unjudged: list[Judged]) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(f"Rules not judged ({len(unjudged):,})", style="bold"))
    console.print(
        "No figure of theirs reaches a table of these scenarios; some only say why, beside another rule's figure:",
        overflow="fold",
    )
    console.print(", ".join(one.mutant.name for one in unjudged), overflow="fold", style="dim")


def _killed(console: "Console", killed: list[Judged]) -> None:
    from rich.text import Text

    table = screen_table("What is changed", "Scenario that fails")
    for one in killed:
        table.add_row(one.mutant.id, one.killer)
    console.print()
    console.print(Text(f"Noticed ({len(killed):,})", style="bold"))
    console.print(table)
