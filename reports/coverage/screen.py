"""A coverage on screen: the documents first, then the three lists, then the clauses one by one."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reports.coverage.catalogue import short_name
from reports.coverage.matrix import BareFigure, Coverage, DocumentCover
from reports.plural import plural
from reports.screen import table as screen_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

SHOWN = 20
"""How many lines of a list are shown unless all are asked for."""

_CITERS = 3
_WIDE = 100

Item = TypeVar("Item")


def show(console: "Console", found: Coverage, *, failing: bool, clauses: bool, show_all: bool) -> None:
    """Print the coverage. ``failing``: it fails the build; ``clauses``: each clause is shown."""
    from rich.text import Text

    console.print(Text(headline(found), style="bold red" if failing else "bold green"), soft_wrap=True)
    console.print()
    console.print(_documents(console, found.documents))
    _missing_clauses(console, found, show_all)
    _lost_citations(console, found, show_all)
    _bare_figures(console, found, show_all)
    if clauses or show_all:
        for one in found.documents:
            _clauses(console, one)
    else:
        console.print()
        console.print(
            "--document NAME shows the clauses of a document one by one, --all those of every document."
        )


def headline(found: Coverage) -> str:
    """Return the first line: clauses shown, and the length of each list."""
    covers = [cover for one in found.documents for cover in one.clauses]
    testable = sum(cover.clause.testable for cover in covers)
    shown = sum(cover.clause.testable and cover.shown for cover in covers)
    return (
        f"{shown:,} of {plural(testable, 'testable clause')} shown by {plural(found.scenarios, 'scenario')}: "
        f"{plural(len(found.clauses), 'clause')} without a scenario, "
        f"{plural(len(found.citations), 'citation')} without a clause, "
        f"{len(found.figures):,} of {plural(found.compared, 'figure')} without a citation."
    )


def _documents(console: "Console", documents: Iterable[DocumentCover]) -> "Table":
    numbers = ("Clauses", "Passing", "Failing", "No\nscenario", "Not\ntestable")
    table = screen_table("Document", *numbers, "Scenarios by\nfunding year", right=numbers)
    # On a narrow screen names of documents fold, rather than numbers and years.
    for column in table.columns[1:-1]:
        column.no_wrap = True
    table.columns[0].no_wrap = console.width >= _WIDE
    for one in documents:
        failing = sum(bool(cover.failed) for cover in one.clauses)
        counts = (
            len(one.clauses),
            sum(cover.shown for cover in one.clauses) - failing,
            failing,
            sum(cover.missing for cover in one.clauses),
            sum(not cover.clause.testable and not cover.shown for cover in one.clauses),
        )
        table.add_row(short_name(one.document), *(f"{count:,}" for count in counts), by_year(one.years, "\n"))
    return table


def by_year(years: Counter[str], between: str = ", ") -> str:
    """Return numbers of scenarios by funding year, such as ``2020/21: 4, 2021/22: 1``."""
    return between.join(f"{year}: {count:,}" for year, count in sorted(years.items()))


def _clauses(console: "Console", one: DocumentCover) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(f"{one.document.title}, {one.document.year}", style="bold"), overflow="fold")
    table = screen_table(
        "Clause", "Passed", "Failed", "Scenarios by funding year", right=("Passed", "Failed")
    )
    for cover in one.clauses:
        told, style = by_year(cover.years), "red" if cover.failed else ""
        if not cover.shown:
            told, style = ("no scenario", "red") if cover.clause.testable else ("not testable", "dim")
        table.add_row(
            cover.clause.id, _or_blank(cover.passed), _or_blank(cover.failed), Text(told, style=style)
        )
    console.print(table)


def _or_blank(count: int) -> str:
    return f"{count:,}" if count else ""


def _missing_clauses(console: "Console", found: Coverage, show_all: bool) -> None:
    if not found.clauses:
        return
    table = screen_table("Clause", "What it says", "Document")
    for document, cover in _first(found.clauses, show_all):
        beside = [f"its scenarios set aside: {cover.aside}"] if cover.aside else []
        beside += [f"cited by figures of {plural(cover.cited, 'scenario')}"] if cover.cited else []
        told = " ".join(cover.clause.says.split()) + (f" ({'; '.join(beside)})" if beside else "")
        table.add_row(cover.clause.id, told, short_name(document))
    _listed(console, "Testable clauses without a scenario", table, len(found.clauses), show_all)


def _lost_citations(console: "Console", found: Coverage, show_all: bool) -> None:
    if not found.citations:
        return
    table = screen_table("Clause", "Cited by")
    for one in _first(found.citations, show_all):
        named = one.cited_by if show_all else one.cited_by[:_CITERS]
        more = f" and {len(one.cited_by) - len(named):,} more" if len(named) < len(one.cited_by) else ""
        table.add_row(one.clause, f"{', '.join(named)}{more}{one.nearest}")
    _listed(console, "Citations without a clause", table, len(found.citations), show_all)


def _bare_figures(console: "Console", found: Coverage, show_all: bool) -> None:
    """Print each figure without a citation, or how many there are of each sentence and column."""
    if not found.figures:
        return
    if show_all:
        table = screen_table("Row", "Column", "Figure", "Place", right=("Figure",))
        for one in found.figures:
            table.add_row(one.row, one.column, one.actual, _place(one))
        _listed(console, "Figures without a citation", table, len(found.figures), show_all)
        return
    groups: dict[tuple[str, str], list[BareFigure]] = {}
    for one in found.figures:
        groups.setdefault((one.sentence, one.column), []).append(one)
    table = screen_table("Figures", "Sentence", "Column", "First of them", right=("Figures",))
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    for (sentence, column), figures in _first(ordered, show_all):
        place = f"{Path(figures[0].file).name}:{figures[0].line}"
        table.add_row(f"{len(figures):,}", sentence, column, place)
    _listed(console, "Figures without a citation", table, len(found.figures), show_all, len(groups))


def _place(figure: BareFigure) -> str:
    return f"{figure.file}:{figure.line}"


def _first(items: list[Item], show_all: bool) -> list[Item]:
    return items if show_all else items[:SHOWN]


def _listed(
    console: "Console", title: str, table: "Table", count: int, show_all: bool, lines: int = 0
) -> None:
    from rich.text import Text

    console.print()
    console.print(Text(f"{title} ({count:,})", style="bold"))
    console.print(table)
    hidden = 0 if show_all else (lines or count) - SHOWN
    if hidden > 0:
        console.print(f"({plural(hidden, 'more line')}; --all shows all)")
