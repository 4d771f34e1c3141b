"""An impact on screen: the sums first, then the distribution, then the learners that move most."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from engine.money import shown
from reports.impact.change import Pair
from reports.impact.sides import Side
from reports.impact.sums import Impact, Line, Mover
from reports.impact.words import headline, programme_name, remarks, signed
from reports.screen import table as screen_table

if TYPE_CHECKING:
    from rich.console import Console

_SUMS = ("Before", "After", "Difference")


def show(console: "Console", impact: Impact, sides: tuple[Side, Side]) -> None:
    """Print the impact."""
    from rich.text import Text

    console.print(Text(headline(impact), style="bold red" if impact.moved else "bold green"), soft_wrap=True)
    before, after = sides
    for label, side in (("Before", before), ("After", after)):
        reference = f", reference data {side.reference_folder}"
        told = reference if before.reference_folder != after.reference_folder else ""
        console.print(f"{label + ':':<8}{side.name}{told}", soft_wrap=True)
    total = impact.total
    rows = [
        ("All learners", *_amounts(total.sum), f"{total.learners:,}"),
        ("Unchanged", "", "", "", f"{total.learners - total.moved:,}"),
    ]
    _print(console, "Total (£)", ("", *_SUMS, "Learners"), rows, 1)
    _lines(
        console,
        "By provider (£)",
        ("Provider", "Funding year"),
        ((str(ukprn), year, line) for (ukprn, year), line in impact.by_provider.items()),
    )
    programmes = ((programme_name(name), line) for name, line in impact.by_programme.items())
    _lines(console, "By programme (£)", ("Programme",), programmes)
    kinds = ((programme_name(name), kind, line) for (name, kind), line in impact.by_attribute.items())
    _lines(console, "By attribute (£)", ("Programme", "Attribute"), kinds)
    if not total.moved:
        _remarks(console, impact)
        return
    bands = [
        (band.label.capitalize(), f"{count:,}", signed(pair.difference))
        for band, count, pair in impact.distribution
    ]
    unchanged = total.learners - total.moved
    bands += [("Unchanged", f"{unchanged:,}", "")] if unchanged else []
    _print(console, "Learners by size of change", ("Change", "Learners", "In sum (£)"), bands, 1)
    _movers(console, "Learners that gain most (£)", impact.gains)
    _movers(console, "Learners that lose most (£)", impact.losses)
    _remarks(console, impact)


def _remarks(console: "Console", impact: Impact) -> None:
    for remark in remarks(impact):
        console.print(f"\nNote: {remark}")


def _lines(
    console: "Console", title: str, names: Sequence[str], lines: Iterable[tuple[str | Line, ...]]
) -> None:
    rows = []
    for cells in lines:
        texts = [str(cell) for cell in cells[:-1]]
        line = cells[-1]
        if isinstance(line, Line):
            rows.append((*texts, *_amounts(line.sum), f"{line.moved:,} of {line.learners:,}"))
    _print(console, title, (*names, *_SUMS, "Learners moved"), rows, len(names))


def _movers(console: "Console", title: str, movers: Iterable[Mover]) -> None:
    rows = [
        (
            str(one.ukprn),
            one.learn_ref_number,
            ", ".join(map(programme_name, one.programmes)),
            *_amounts(one.sum),
        )
        for one in movers
    ]
    _print(console, title, ("Provider", "Learner", "Programme", *_SUMS), rows, 3)


def _amounts(pair: Pair) -> tuple[str, str, str]:
    return shown(pair.before), shown(pair.after), signed(pair.difference)


def _print(
    console: "Console", title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], texts: int
) -> None:
    from rich.text import Text

    table = screen_table()
    for index, heading in enumerate(headings):
        table.add_column(
            heading, justify="left" if index < texts else "right", overflow="fold", no_wrap=index >= texts
        )
    for row in rows:
        table.add_row(*row)
    if table.row_count:
        console.print(Text(f"\n{title}", style="bold"))
        console.print(table)
