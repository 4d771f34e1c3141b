"""Plain tables on screen for the commands on returns."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reports.screen import console
from reports.screen import table as screen_table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


def as_text(print_to: Callable[["Console"], None]) -> str:
    """Return what is printed to a console of the screen's width, without the blanks that end its lines."""
    screen = console()
    with screen.capture() as shown:
        print_to(screen)
    return "\n".join(line.rstrip() for line in shown.get().splitlines())


def table(rows: Sequence[Sequence[str]], text_columns: int, folded: Sequence[str] = ()) -> "Table":
    """Return rows, the first with the headings, as a table; columns after the first ones are numbers.

    A cell of a column in ``folded`` may run over several lines, as those of the usual long columns do.
    """
    made = screen_table()
    for index, heading in enumerate(rows[0]):
        is_text = index < text_columns
        made.add_column(
            heading,
            justify="left" if is_text else "right",
            overflow="fold",
            no_wrap=heading not in (*folded, "File", "Field", "Found", "Expected"),
        )
    for row in rows[1:]:
        made.add_row(*row)
    return made


def title(text: str) -> object:
    """Return a heading with a blank line before it."""
    from rich.text import Text

    return Text(f"\n{text}", style="bold")
