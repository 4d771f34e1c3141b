"""``ilrspec switches``: where the guidance is unclear, which reading is taken and what the others are."""

import shutil
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from engine.switches import Switch


@click.command("switches", short_help="List where guidance is unclear and which reading is taken.")
@click.argument("name", required=False)
def command(name: str | None) -> None:
    """List the switches: each a question that the guidance leaves open, its readings and the one taken.

    NAME shows one of them. Choose another reading with --switch NAME=VALUE.
    """
    from engine.switches import load_switches

    known = load_switches().known
    if name is not None and name not in known:
        from reports.refusal import Refusal
        from steps.problems import nearest

        raise Refusal(
            f"there is no switch '{name}'{nearest(name, known)}\nknown switches: {', '.join(sorted(known))}"
        )
    width = min(shutil.get_terminal_size((100, 24)).columns, 100)
    shown = list(known.values()) if name is None else [known[name]]
    if name is None:
        click.echo(f"{len(shown)} switches. The reading marked * is taken unless another is chosen.\n")
    click.echo("\n\n".join("\n".join(_described(switch, width)) for switch in shown))


def _described(switch: "Switch", width: int) -> Iterator[str]:
    yield click.style(switch.name, bold=True)
    yield from _paragraph("  ", switch.question, width)
    yield from _paragraph("  Unclear because: ", switch.why_unclear, width)
    longest = max(len(option) for option in switch.options)
    for option, meaning in switch.options.items():
        mark = "*" if option == switch.default else " "
        yield from _paragraph(f"  {mark} {option:<{longest}}  ", meaning, width)
    facts = (("programme", switch.programme.replace("_", " ")), ("clause", switch.clause))
    if told := ", ".join(f"{name} {value}" for name, value in facts if value):
        yield from _paragraph("  ", told[0].upper() + told[1:], width)


def _paragraph(lead: str, text: str, width: int) -> list[str]:
    indent = " " * (len(lead) if len(lead) < 30 else 4)
    return textwrap.wrap(
        " ".join(text.split()), max(width, 40), initial_indent=lead, subsequent_indent=indent
    )
