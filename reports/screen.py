"""The terminal: its width, whether it takes colour, and the signs it can show."""

import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

PLAIN_WIDTH = 100
"""Columns of output that goes to no terminal, such as a file."""


def width() -> int:
    """Return the columns of the terminal, or of COLUMNS; PLAIN_WIDTH where there is neither."""
    return max(40, shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns)


def console() -> "Console":
    """Return a console on standard output, plain where that is no terminal."""
    from rich.console import Console

    return Console(
        file=sys.stdout, width=width(), highlight=False, markup=False, emoji=False, soft_wrap=False
    )


def table(*headings: str, right: Iterable[str] = ()) -> "Table":
    """Return a table as all commands show them: a line below the headings, those of ``right`` on the right."""
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1), show_edge=False, collapse_padding=True)
    for heading in headings:
        made.add_column(heading, justify="right" if heading in right else "left", overflow="fold")
    return made
