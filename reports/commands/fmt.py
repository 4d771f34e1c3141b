"""``ilrspec fmt``: set features out alike, their tables in line, without changing what they mean."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.plural import plural

if TYPE_CHECKING:
    from steps.feature_text import FeatureText


@click.command("fmt", short_help="Set features out alike: tables in line, figures to the right.")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option(
    "--check", "check_only", is_flag=True, help="Change nothing; exit code 1 when a file would change."
)
@click.option("--diff", "show_diff", is_flag=True, help="Change nothing; show the lines that would change.")
@click.option(
    "--utf8", is_flag=True, help="Convert files in other encodings, and line ends of Windows, to plain UTF-8."
)
def command(paths: tuple[str, ...], check_only: bool, show_diff: bool, utf8: bool) -> None:
    """Set feature files out alike: two blanks a level, the columns of tables in line, figures to the right.

    Each PATH is a folder or a file; without one, the folder 'features'. A PATH of - reads what an editor pipes in and
    writes the result to the screen. Comments, tags, blank lines, wording and meaning stay, and so do encoding and line
    ends unless --utf8 is given. A file that is no feature is told and left as it is.

    Exit code 0: all is set out; 1: with --check or --diff, a file would change; 2: a file could not be read or written.
    """
    from reports.authoring.formatting import formatted, in_utf_8
    from reports.authoring.saving import save
    from reports.commands.run import default_folder
    from reports.refusal import Refusal
    from steps.feature_text import read_feature_text
    from steps.features import find_features
    from steps.problems import Unreadable

    def set_out(text: "FeatureText") -> "FeatureText":
        return formatted(in_utf_8(text) if utf8 else text)

    if paths == ("-",):
        _pipe(set_out)
        return
    try:
        selections = find_features(paths or (default_folder(),))
    except Unreadable as error:
        raise Refusal(str(problem) for problem in error.problems) from None
    changed, other, faults = [], [], 0
    for path in dict.fromkeys(selection.path for selection in selections):
        try:
            before = read_feature_text(path)
            after = set_out(before)
            would_change = before.content != after.content
            if would_change:
                changed.append(path)
                if show_diff:
                    click.echo("".join(_difference(before, after)), nl=False)
                elif not check_only:
                    save(before, after)
            if after.encoding != "utf-8" or after.newline != "\n":
                other.append(after)
        except Unreadable as error:
            faults += 1
            for problem in error.problems:
                click.echo(f"{path}{str(problem).removeprefix(Path(problem.file).name)}", err=True)
        except Refusal as error:
            faults += 1
            click.echo(error.message, err=True)
        else:
            if would_change and not show_diff:
                click.echo(f"{path}: {_lines_changed(before, after)}")
    _tell(changed, other, len({one.path for one in selections}), faults, not (check_only or show_diff))
    raise click.exceptions.Exit(2 if faults else 1 if changed and (check_only or show_diff) else 0)


def _pipe(set_out: "object") -> None:
    from reports.refusal import Refusal
    from steps.feature_text import feature_text
    from steps.problems import Unreadable

    assert callable(set_out)
    try:
        text = set_out(feature_text(sys.stdin.buffer.read(), Path("standard input")))
        sys.stdout.buffer.write(text.content)
    except Unreadable as error:
        raise Refusal(str(problem) for problem in error.problems) from None


def _difference(before: "FeatureText", after: "FeatureText") -> list[str]:
    from difflib import unified_diff

    names = (f"{before.path} as it is", f"{before.path} set out")
    told = unified_diff(before.readable.splitlines(), after.readable.splitlines(), *names, lineterm="", n=1)
    return [f"{line}\n" for line in told]


def _lines_changed(before: "FeatureText", after: "FeatureText") -> str:
    count = sum(one != other for one, other in zip(before.lines, after.lines, strict=False))
    if before.encoding != after.encoding or before.newline != after.newline:
        return f"converted to plain UTF-8, {plural(count, 'line')} changed"
    return f"{plural(count, 'line')} changed" if count else "the line end at the end of the file was missing"


def _tell(changed: list[Path], other: list["FeatureText"], files: int, faults: int, written: bool) -> None:
    if changed:
        verb = ("was" if len(changed) == 1 else "were") if written else "would be"
        click.echo(f"{len(changed)} of {plural(files, 'file')} {verb} set out anew.")
    elif files > faults:
        click.echo(f"{plural(files - faults, 'file')} set out already.")
    if faults:
        click.echo(f"{plural(faults, 'file')} left as {'it is' if faults == 1 else 'they are'}.", err=True)
    kinds = {
        "in Windows 1252": [one for one in other if one.encoding == "cp1252"],
        "in UTF-16": [one for one in other if one.encoding == "utf-16"],
        "with a byte order mark": [one for one in other if one.encoding == "utf-8-sig"],
        "with line ends of Windows": [one for one in other if one.newline == "\r\n"],
    }
    told = [f"{plural(len(files_of), 'file')} {kind}" for kind, files_of in kinds.items() if files_of]
    if told:
        click.echo(f"{', '.join(told)}: kept so; --utf8 converts to plain UTF-8.")
