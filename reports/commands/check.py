"""``ilrspec check``: everything that can be told of features without running a rule."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.commands.run import default_folder, refused, worker_count

if TYPE_CHECKING:
    from reports.authoring.checking.files import Checked

_FORMATS = ("text", "json", "github", "sarif")
_NOTHING_WRONG, _FLAWS, _UNUSABLE = 0, 1, 2


@click.command("check", short_help="Find every mistake in features without running them.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--fix", is_flag=True, help="Write the answers that are sure into the files, and tell what remains."
)
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="text", help="How to print what was found."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning"]),
    default="warning",
    help="From which severity on the exit code is 1; warning unless said.",
)
@click.option(
    "-n",
    "--workers",
    metavar="auto|N",
    callback=worker_count,
    default="auto",
    help="Check in so many processes at once.",
)
def command(paths: tuple[str, ...], fix: bool, form: str, fail_on: str, workers: int) -> None:
    """Read features without running the rules: each PATH is a folder, a file or file.feature:LINE.

    Without a PATH the folder 'features' is read. Every mistake is told with its place and what would be right: steps,
    headings, labels, dates, sums, months, codes, titles, tags, tables. Exit code 0: nothing wrong; 1: something is;
    2: a PATH is missing or a file cannot be read.
    """
    from reports.authoring.checking.files import check_files, mend_files
    from reports.authoring.checking.screen import summary
    from steps.features import find_features
    from steps.problems import Unreadable

    try:
        selections = find_features(paths or (default_folder(),))
    except Unreadable as error:
        raise refused(error) from None
    files = list(dict.fromkeys(selection.path for selection in selections))
    found = check_files(files, workers)
    if fix:
        changes = mend_files(found)
        for line in changes:
            click.echo(line, err=form != "text")
        if changes:
            click.echo("", err=form != "text")
            found = check_files(files, workers)
    lines = {path: [one.line for one in selections if one.path == path] for path in files}
    found.flaws = [
        flaw for flaw in found.flaws if _is_asked_for(flaw.line, lines[Path(flaw.file)], found, flaw.file)
    ]
    _print(found, form)
    if form == "text":
        click.echo(summary(found.flaws, found.files, found.scenarios))
    raise click.exceptions.Exit(_exit_code(found, fail_on))


def _is_asked_for(line: int, asked: list[int], found: "Checked", file: str) -> bool:
    """Say whether a flaw lies in what was asked for: the whole file, or the scenario around a line."""
    if 0 in asked or not line or file not in found.texts:
        return True
    headings = [
        number
        for number, told in enumerate(found.texts[file].lines, 1)
        if told.strip().startswith(("Scenario:", "Scenario Outline:", "Scenario Template:", "Example:"))
    ]

    def part(number: int) -> int:
        return max((heading for heading in headings if heading <= number), default=0)

    return any(part(line) in (part(one), 0) for one in asked)


def _print(found: "Checked", form: str) -> None:
    from reports.authoring.checking import machine, screen

    if form == "json":
        click.echo(machine.as_json(found.flaws, found.files, found.scenarios))
    elif form == "sarif":
        click.echo(machine.as_sarif(found.flaws))
    elif form == "github":
        if found.flaws:
            click.echo(machine.as_github(found.flaws))
    else:
        for line in screen.told(found.flaws, found.texts):
            click.echo(line)


def _exit_code(found: "Checked", fail_on: str) -> int:
    if found.unreadable:
        return _UNUSABLE
    failing = [flaw for flaw in found.flaws if fail_on == "warning" or flaw.severity == "error"]
    return _FLAWS if failing else _NOTHING_WRONG
