"""``ilrspec``: the command line. A command's module is imported only when that command is asked for."""

import gc
import io
import os
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

COMMANDS = {
    "run": ("reports.commands.run:command", "Run features and compare every cell of their tables."),
    "check": ("reports.commands.check:command", "Find every mistake in features without running them."),
    "fmt": ("reports.commands.fmt:command", "Set features out alike: tables in line, figures to the right."),
    "accept": (
        "reports.commands.accept:command",
        "Show the figures that differ and write the computed ones into the tables.",
    ),
    "sheet": (
        "reports.commands.sheet:command",
        "Edit a feature's tables in Excel, and take the changes back.",
    ),
    "new": ("reports.commands.new:command", "Make a new scenario by a short dialogue, or from options."),
    "capture": (
        "reports.commands.capture:command",
        "Turn a learner of an ILR file into a scenario that names nobody.",
    ),
    "watch": ("reports.commands.watch:command", "Run again what an edit touches, as soon as it is saved."),
    "serve": (
        "reports.commands.serve:command",
        "Edit and run features in the browser, on this machine only.",
    ),
    "report": ("reports.commands.report:command", "Run features and write them as pages to read."),
    "calc": ("reports.commands.calc:command", "Work out earnings and findings of an ILR file."),
    "explain": ("reports.commands.explain:command", "Say why each figure of a learner is what it is."),
    "returns": ("reports.commands.returns:command", "Keep the returns of several years in a store."),
    "generate": (
        "reports.commands.generate:command",
        "Write made-up ILR files of every programme, for tests.",
    ),
    "snapshot": ("reports.commands.snapshot:command", "Keep every computed figure of a run in a file."),
    "diff": ("reports.commands.diff:command", "Show which figures moved, and what accounts for each."),
    "roll-forward": (
        "reports.commands.roll_forward:command",
        "Run features moved to another funding year and show what differs.",
    ),
    "coverage": (
        "reports.commands.coverage:command",
        "Show which clauses of guidance scenarios show, and what none shows.",
    ),
    "mutate": (
        "reports.commands.mutate:command",
        "Break values and rules one by one, and list what no scenario notices.",
    ),
    "impact": ("reports.commands.impact:command", "Show what other parameters do to ILR files."),
    "compile": (
        "reports.commands.compile:command",
        "Compile the rules, so that large files take less time.",
    ),
    "allure": ("reports.commands.allure:command", "Make one page of Allure results, without internet."),
    "steps": (
        "reports.commands.steps:command",
        "List the steps of features, search them, show their tables.",
    ),
    "language-server": (
        "reports.commands.lsp:command",
        "Help editors complete, explain and check features.",
    ),
    "switches": (
        "reports.commands.switches:command",
        "List where guidance is unclear and which reading is taken.",
    ),
}
"""Each command with the place of its click command and its line of help."""

ON_COMPILED_RULES = ("calc", "impact")
"""The commands that take the compiled rules where there are any."""

UNUSABLE = 2
STOPPED = 130
MORE_OF_IT = "--debug before the command shows all of it, which may repeat what a file holds."

_OBJECTS_BEFORE_A_LOOK_FOR_GARBAGE = 50_000


class Commands(click.Group):
    """The group of all commands: imports only the one asked for; whatever fails becomes one clear line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order in which help shows them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        found: click.Command = getattr(import_module(module), attribute)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command of the first argument; a misspelt one is answered with the nearest."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(f"There is no command '{name}'. {_nearest(name)}")
        if name in ON_COMPILED_RULES and not ctx.resilient_parsing and not {"-h", "--help"} & set(args):
            from reports.compiled.using import use_compiled_rules

            told = use_compiled_rules()
            if told:
                click.echo(told, err=True)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:
        """Run the command line and leave with its exit code."""
        extra["standalone_mode"] = False
        if not standalone_mode:
            return super().main(*args, **extra)
        try:
            code = super().main(*args, **extra)
            sys.stdout.flush()
        except click.ClickException as error:
            error.show()
            code = UNUSABLE
        except (click.Abort, KeyboardInterrupt):
            click.echo("Stopped.", err=True)
            code = STOPPED
        except BrokenPipeError:
            code = _nobody_reads()
        except Exception as error:
            if debugging():
                raise
            click.echo(f"ilrspec: {_told(error)}", err=True)
            code = UNUSABLE
        return _leave(code if isinstance(code, int) else 0)


def _nearest(name: str) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name.lower(), COMMANDS, n=1, cutoff=0.5)
    return f"Did you mean '{near[0]}'?" if near else f"Choose one of: {', '.join(COMMANDS)}."


def _told(error: Exception) -> str:
    problems = getattr(error, "problems", None)
    if problems:
        return "\n".join(str(problem) for problem in problems)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    from reports.personal import unforeseen

    return f"something went wrong ({unforeseen(error)}). {MORE_OF_IT}"


def _nobody_reads() -> int:
    """Make the rest of the output, now read by nobody, vanish quietly."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(nowhere, stream.fileno())
    return 0


def _leave(code: int) -> NoReturn:
    try:
        sys.stdout.flush()
    except OSError:
        _nobody_reads()
    sys.exit(code)


def debugging() -> bool:
    """Whether whoever runs the command wants to see where an unexpected error arose."""
    return os.environ.get("ILRSPEC_DEBUG", "") not in ("", "0")


def _debug(ctx: click.Context, param: click.Parameter, chosen: bool) -> None:
    if chosen:
        os.environ["ILRSPEC_DEBUG"] = "1"


def _version(ctx: click.Context, param: click.Parameter, chosen: bool) -> None:
    if chosen and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"ilrspec {version('ilrspec')}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_debug,
    help="Show all of an unexpected error, which may repeat what a file holds.",
)
@click.option(
    "--version", is_flag=True, expose_value=False, is_eager=True, callback=_version, help="Show the version."
)
def cli() -> None:
    """Funding guidance that runs: scenarios in tables, computed to the penny and explained."""


def main() -> None:
    """Start ``ilrspec``."""
    # Rules and reference data are many objects that last: looking for garbage among them every 700 finds none.
    gc.set_threshold(_OBJECTS_BEFORE_A_LOOK_FOR_GARBAGE)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        cli.main(prog_name="ilrspec")
    finally:
        # The system takes all memory back at once: it need not be searched for garbage before.
        gc.freeze()


if __name__ == "__main__":
    main()
