"""What a command says when its file or its options cannot be used: lines on standard error, exit code 2."""

from collections.abc import Iterable
from typing import IO, Any

import click


class Refusal(click.ClickException):
    """A file or an option that cannot be used. Every problem has a line of its own."""

    exit_code = 2

    def __init__(self, lines: str | Iterable[str]) -> None:
        super().__init__(lines if isinstance(lines, str) else "\n".join(lines))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the message as it is, on standard error unless told otherwise."""
        click.echo(self.message, file=file, err=True)
