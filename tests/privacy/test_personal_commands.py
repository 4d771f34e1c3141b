"""No command, and no option that shows or writes anything, is left out of the search for what is personal."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click

from reports.cli import cli
from tests.privacy.private_commands import CHOOSES_ONLY, COVERED, MEETS_NOBODY, ON_FEATURES, ON_ILR

for test in Path(__file__).parent.glob("test_personal_*.py"):
    import_module(f"tests.privacy.{test.stem}")  # it says what it covers


def commands(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command with its whole name."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from commands(found, f"{before}{name} ")
        elif found is not None:
            yield f"{before}{name}", found


def called() -> dict[str, set[str]]:
    """Return the words that the tests give to each command."""
    held = {name: set(options) for name, options in COVERED.items()}
    known = dict(commands(cli))
    for calls in (*ON_ILR.values(), *ON_FEATURES.values()):
        for words in calls:
            name = " ".join(words[:2]) if " ".join(words[:2]) in known else words[0]
            held.setdefault(name, set()).update(words[len(name.split()) :])
    return held


def test_every_command_is_searched() -> None:
    assert {name for name, _ in commands(cli)} - MEETS_NOBODY == set(called())


def test_every_option_that_shows_or_writes_is_searched() -> None:
    given = called()
    missing = [
        f"{name} {parameter.opts[0]}"
        for name, command in commands(cli)
        for parameter in command.params
        if isinstance(parameter, click.Option)
        and name not in MEETS_NOBODY
        and not {*parameter.opts, *parameter.secondary_opts} & (given[name] | CHOOSES_ONLY)
    ]
    assert not missing


def test_every_form_of_output_is_searched() -> None:
    given = called()
    missing = [
        f"{name} {parameter.opts[0]} {choice}"
        for name, command in commands(cli)
        for parameter in command.params
        if name not in MEETS_NOBODY
        and isinstance(parameter.type, click.Choice)
        and parameter.opts[0] not in CHOOSES_ONLY
        for choice in parameter.type.choices
        if choice not in given[name] and choice != parameter.default
    ]
    assert not missing


def test_what_is_said_to_choose_only_is_still_an_option() -> None:
    known = {one for _, command in commands(cli) for parameter in command.params for one in parameter.opts}
    assert known >= CHOOSES_ONLY
