"""``ilrspec steps``: the words that features are written in, to list, to search and to keep as a page."""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.plural import plural

if TYPE_CHECKING:
    from reports.words.find import Found
    from reports.words.known import KnownStep

_IN_FULL = 3
_IN_SHORT = 12


@click.command("steps", short_help="List the steps of features, search them, show their tables.")
@click.argument("words", metavar="[WORDS]...", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json: everything, for other programs.",
)
@click.option(
    "--page",
    metavar="FILE.html",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the whole vocabulary as a page to search and read.",
)
@click.option(
    "--glue",
    metavar="FILE.py",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write the steps as Python source, for editors that look for steps there.",
)
@click.option("--all", "everything", is_flag=True, help="Show every step that is found in full.")
def command(
    words: tuple[str, ...], form: str, page: Path | None, glue: Path | None, everything: bool
) -> None:
    """List the steps of features, a line each; with WORDS, search them and show what their tables take.

    WORDS are looked for in sentences, headings, words of cells and their meanings, also where they are spelt not quite
    right. Examples are taken from the features of this folder, or from those of the product.

    Exit code 0: shown or written; 1: nothing is found; 2: a file could not be written.
    """
    if page is not None or glue is not None:
        _write(page, glue, words)
        return
    from reports.words.find import Found, find
    from reports.words.known import steps_here

    steps = steps_here()
    if not words and form == "text" and not everything:
        from reports.words.screen import listed

        click.echo(
            f"{plural(len(steps), 'step')}. ilrspec steps WORDS shows those with the words, with their tables.\n"
        )
        click.echo("\n".join(listed([one.step for one in steps], _width())))
        return
    found = find(words, steps) if words else [Found(one, 100, frozenset()) for one in steps]
    if form == "json":
        from reports.words.data import as_data

        click.echo(json.dumps([as_data(one.known) for one in found], ensure_ascii=False, indent=1))
        raise click.exceptions.Exit(0 if found else 1)
    if not found:
        _nothing(words, steps)
    _show(found, everything)


def _show(found: "list[Found]", everything: bool) -> None:
    from reports.words.screen import in_full, listed

    full = found if everything else found[:_IN_FULL]
    for one in full:
        whole = everything or len(found) == 1
        first, *rest = in_full(one.known, _width(), wanted=one.headings, everything=whole)
        click.echo("\n".join([click.style(first, bold=True), *rest]))
    others = found[len(full) :]
    if others:
        click.echo(f"{plural(len(others), 'further step')} with these words:\n")
        click.echo("\n".join(listed([one.known.step for one in others[:_IN_SHORT]], _width())))
        if len(others) > _IN_SHORT:
            click.echo(
                f"and {len(others) - _IN_SHORT} more; further words leave fewer, --all shows all in full"
            )


def _nothing(words: tuple[str, ...], steps: "tuple[KnownStep, ...]") -> None:
    from reports.words.find import nearest_words

    told = f"No step has the words '{' '.join(words)}'."
    near = nearest_words(words, steps)
    if near:
        told += f" The nearest words: {', '.join(near)}."
    click.echo(f"{told} ilrspec steps lists all steps.", err=True)
    raise click.exceptions.Exit(1)


def _write(page: Path | None, glue: Path | None, words: tuple[str, ...]) -> None:
    from reports.output_files import OutputFiles, check_targets
    from reports.refusal import Refusal

    if words:
        raise Refusal("--page and --glue write the whole vocabulary; leave out the WORDS")
    check_targets({"--page": page, "--glue": glue}, ())
    with OutputFiles() as files:
        if page is not None:
            from reports.words.known import steps_here
            from reports.words.page import page as text_of_page

            files.open(page).write(text_of_page(steps_here()))
        if glue is not None:
            from reports.words.glue import glue as source

            files.open(glue).write(source())
        files.commit()
    if page is not None:
        click.echo(f"{page}: the steps with their tables, to read and search.")
    if glue is not None:
        click.echo(f"{glue}: the steps as Python source, for editors.")


def _width() -> int:
    return min(shutil.get_terminal_size((100, 24)).columns, 120)
