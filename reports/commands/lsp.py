"""``ilrspec language-server``: what editors start to complete, explain and check features."""

import sys

import click


@click.command("language-server", short_help="Help editors complete, explain and check features.")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output; it is the only way.")
def command(stdio: bool) -> None:
    """Speak with an editor over standard input and output (Language Server Protocol).

    An editor that has been told of it completes steps, headings, codes and tags, explains the words under the pointer,
    marks what 'ilrspec check' finds with its sure answers, and sets features out as 'ilrspec fmt' does. How to tell
    editors stands in the README.
    """
    from importlib.metadata import version

    from reports.language_server.server import server

    if sys.stdin.isatty():
        click.echo(
            "This waits for an editor; Ctrl+C ends it. The README says how editors start it.", err=True
        )
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever else is printed must not stand between the messages
    server(version("ilrspec")).start_io(incoming, outgoing)
