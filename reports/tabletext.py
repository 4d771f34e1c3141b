"""A compared table as text for a terminal: readable without colour, at 80 columns too."""

from typing import TYPE_CHECKING

from reports.celltable import CellTable, aside_text
from steps.results import NOTHING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

_MANY_ROWS = 15


def table_text(table: CellTable, *, width: int = 80, colour: bool = False, indent: int = 0) -> str:
    """Return the table for a terminal so many columns wide.

    A table that is too wide or long keeps only its differing rows and columns beside the labels, in as many
    pieces as needed, and says what it leaves out.
    """
    from io import StringIO

    from rich.console import Console

    told = StringIO()
    console = Console(
        file=told,
        width=max(30, width - indent),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    pieces, left_out = _fitted(table, console)
    for piece in pieces:
        console.print(_rich(piece))
    if left_out:
        console.print(left_out, style="dim")
    margin = " " * indent
    return "".join(f"{margin}{line.rstrip()}\n" for line in told.getvalue().splitlines())


def _fitted(table: CellTable, console: "Console") -> tuple[list[CellTable], str]:
    shown = table
    if table.wrong and len(table.rows) > _MANY_ROWS:
        shown = table.wrong_rows()
    if not _fits(shown, console) and table.wrong:
        shown = table.wrong_rows()
        labels = shown.label_columns()
        pieces: list[CellTable] = []
        rest = shown.wrong_columns()
        columns = len({*labels, *rest})
        while rest:
            taken = len(rest)
            while taken > 1 and not _fits(shown.columns([*labels, *rest[:taken]]), console):
                taken -= 1
            pieces.append(shown.columns([*labels, *rest[:taken]]))
            rest = rest[taken:]
    else:
        pieces, columns = [shown], len(table.numeric)
    left = [
        f"{count} {word}{'s' if count > 1 else ''}"
        for count, word in (
            (len(table.rows) - len(shown.rows), "row"),
            (len(table.numeric) - columns, "column"),
        )
        if count
    ]
    return pieces, f"({' and '.join(left)} without a difference not shown)" if left else ""


def _fits(table: CellTable, console: "Console") -> bool:
    from rich.measure import Measurement

    drawn = _rich(table)
    return Measurement.get(console, console.options.update_width(10_000), drawn).maximum <= console.width


def _rich(table: CellTable) -> "Table":
    from rich import box
    from rich.table import Table
    from rich.text import Text

    drawn = Table(
        box=box.SQUARE,
        show_header=bool(table.headings),
        title=table.title or None,
        title_justify="left",
        title_style="",
        header_style="bold",
    )
    for at, numeric in enumerate(table.numeric):
        heading = table.headings[at] if at < len(table.headings) else ""
        drawn.add_column(Text(heading), justify="right" if numeric else "left", overflow="fold")
    for row in table.rows:
        cells = []
        for cell in row.cells:
            if cell.state == "wrong":
                both = Text.assemble(
                    ("expected ", "dim"),
                    cell.text or NOTHING,
                    "\n",
                    ("got ", "dim"),
                    (cell.actual or NOTHING, "bold red"),
                )
                cells.append(both)
            elif cell.state == "aside":
                cells.append(Text(aside_text(cell), style="dim"))
            else:
                cells.append(Text(cell.text, style="green" if cell.state == "ok" else ""))
        drawn.add_row(*cells)
    return drawn
