"""``ilrspec accept``: show the figures that differ, and write the computed ones into the tables on a yes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reports.plural import plural

if TYPE_CHECKING:
    from reports.authoring.accepting import Change, Offer
    from steps.results import Why


@click.command("accept", short_help="Show figures that differ and write the computed ones on a yes.")
@click.argument("paths", metavar="[PATH[:LINE]]...", nargs=-1)
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--why", is_flag=True, help="Show all reasons of each computed figure, not the first alone.")
def command(paths: tuple[str, ...], yes: bool, why: bool) -> None:
    """Show each figure that differs, old and computed, and write the computed ones into the expected tables on a yes.

    Each PATH is a folder, a file or file.feature:LINE; without one, the folder 'features'. A scenario is offered only
    where it would pass with the computed figures; one that fails for another reason is told and left. Nothing but the
    figures is touched, and a file that was changed meanwhile is left as it is.

    Exit code 0: nothing differs, or all was accepted; 1: something was declined or could not be accepted; 2: a feature
    could not be read or written.
    """
    from reports.authoring.accepting import accepted, proposals
    from reports.authoring.saving import save
    from reports.commands.run import default_folder
    from reports.refusal import Refusal
    from steps.feature_text import read_feature_text
    from steps.features import find_features
    from steps.problems import Unreadable

    try:
        selections = find_features(paths or (default_folder(),))
    except Unreadable as error:
        raise Refusal(str(problem) for problem in error.problems) from None
    asking = _Asking(yes, why)
    for path, line in selections:
        try:
            text = read_feature_text(path)
            offers = proposals(text, line)
        except Unreadable as error:
            asking.unreadable += 1
            for problem in error.problems:
                click.echo(f"{path}{str(problem).removeprefix(Path(problem.file).name)}", err=True)
            continue
        for offer in offers:
            if asking.agreed(path, offer):
                after = accepted(text, offer.changes)
                try:
                    save(text, after)
                except (Refusal, Unreadable) as error:
                    click.echo(str(error), err=True)
                    asking.unreadable += 1
                    break
                asking.written += len(offer.changes)
                text = after
    asking.tell()
    raise click.exceptions.Exit(2 if asking.unreadable else 1 if asking.left or asking.refused else 0)


class _Asking:
    """Shows offers, asks about each, and counts what came of them."""

    def __init__(self, yes: bool, why: bool) -> None:
        self.yes, self.why = yes, why
        self.stopped = False
        self.written = self.left = self.refused = self.unreadable = 0

    def agreed(self, path: Path, offer: "Offer") -> bool:
        """Show an offer and return whether its figures may be written."""
        place = f"{path}:{offer.line}"
        if offer.refused:
            self.refused += 1
            click.echo(f"\n{offer.name}\n{place}\nNot accepted: {offer.refused}")
            return False
        if self.stopped:
            self.left += 1
            return False
        click.echo(f"\n{offer.name}\n{place}")
        _show(offer.changes, self.why)
        if self.yes:
            return True
        answer = _asked(len(offer.changes))
        if answer == "a":
            self.yes = True
        self.stopped = answer == "q"
        self.left += answer in "nq"
        return answer in "ya"

    def tell(self) -> None:
        """Say what was done."""
        told = []
        if self.written:
            told.append(f"{plural(self.written, 'figure')} written")
        if self.left:
            told.append(
                f"{plural(self.left, 'scenario')} left as {'it is' if self.left == 1 else 'they are'}"
            )
        if self.refused:
            told.append(f"{plural(self.refused, 'scenario')} not accepted")
        if told:
            click.echo("\n" + ", ".join(told) + ".")
        elif not self.unreadable:
            click.echo("No figure differs.")


def _asked(count: int) -> str:
    what = "the computed figure" if count == 1 else f"the {count} computed figures"
    question = f"Write {what}? [y]es, [n]o, [a]ll that follow, [q]uit"
    answers = {"yes": "y", "no": "n", "all": "a", "quit": "q", "": "n"}
    while True:
        try:
            told = click.prompt(question, default="n", show_default=False).strip().lower()
        except click.Abort:
            click.echo()
            return "q"
        told = answers.get(told, told)
        if told in ("y", "n", "a", "q"):
            return str(told)
        click.echo("Type y, n, a or q.")


def _reason(why: "Why") -> str:
    return f"{why.title.removesuffix('.')}: {why.numbers}" if why.numbers else why.title


def _show(changes: "tuple[Change, ...]", every_reason: bool) -> None:
    from rich.text import Text

    from reports.screen import console
    from reports.screen import table as screen_table

    headings = ("Line", "Row", "Figure", "Expected", "Computed", "Why")
    table = screen_table(*headings, right=("Line", "Expected", "Computed"))
    for change in changes:
        reasons = change.why if every_reason else change.why[:1]
        told = "\n".join(_reason(one) for one in reasons)
        if len(reasons) < len(change.why):
            told += f" (and {plural(len(change.why) - 1, 'more reason')})"
        cells = (str(change.edit.line), change.row, change.column, change.old or "-", change.new or "-", told)
        table.add_row(*map(Text, cells))
    screen = console()
    with screen.capture() as shown:
        screen.print(table)
    click.echo("\n".join(line.rstrip() for line in shown.get().splitlines()))
