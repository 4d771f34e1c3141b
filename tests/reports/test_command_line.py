import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import pytest
from click.testing import CliRunner

from reports.cli import COMMANDS, cli

ROOT = Path(__file__).parents[2]
HEAVY = ("rich", "lxml", "pydantic", "pytest", "jinja2", "gherkin", "yaml", "steps", "engine")


Failing = Callable[[BaseException], None]


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Failing:
    """Let the command ``run`` raise what a test gives."""

    def give(error: BaseException) -> None:
        @click.command()
        def command() -> None:
            raise error

        stand_in = ModuleType("stand_in")
        stand_in.command = command  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "stand_in", stand_in)
        monkeypatch.setitem(COMMANDS, "run", ("stand_in:command", ""))

    monkeypatch.setenv("ILRSPEC_DEBUG", "")
    return give


def test_help_lists_every_command() -> None:
    told = CliRunner().invoke(cli, ["--help"])
    assert told.exit_code == 0
    for name, (_, line) in COMMANDS.items():
        assert f"  {name} " in told.output
        assert line.split(" ")[0] in told.output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help(name: str) -> None:
    told = CliRunner().invoke(cli, [name, "--help"])
    assert told.exit_code == 0, told.output
    assert told.output.startswith(f"Usage: cli {name}")


def test_help_imports_nothing_heavy() -> None:
    check = (
        "import sys; from reports.cli import cli\n"
        "try: cli.main(['--help'])\n"
        f"finally: print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    told = subprocess.run([sys.executable, "-c", check], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stderr.strip() == "[]"


def test_version() -> None:
    told = CliRunner().invoke(cli, ["--version"])
    assert told.exit_code == 0
    assert told.output.startswith("ilrspec ")


def test_a_misspelt_command_is_answered_with_the_nearest() -> None:
    told = CliRunner().invoke(cli, ["rnu"])
    assert told.exit_code == 2
    assert "There is no command 'rnu'. Did you mean 'run'?" in told.output


def test_an_unlike_command_is_answered_with_all() -> None:
    told = CliRunner().invoke(cli, ["zzz"])
    assert told.exit_code == 2
    assert f"Choose one of: {', '.join(COMMANDS)}" in " ".join(told.output.split())


def test_a_misspelt_option_is_answered_with_the_nearest() -> None:
    told = CliRunner().invoke(cli, ["run", "--reprot", "x"])
    assert told.exit_code == 2
    assert "No such option" in told.output
    assert "--report" in told.output


def test_an_unexpected_error_is_one_line(failing: Failing) -> None:
    failing(ValueError("the sky\nfell"))
    told = CliRunner().invoke(cli, ["run"])
    assert told.exit_code == 2
    assert told.stderr == (
        "ilrspec: something went wrong (ValueError). "
        "--debug before the command shows all of it, which may repeat what a file holds.\n"
    )


def test_debug_shows_where_it_arose(failing: Failing) -> None:
    failing(ValueError("the sky fell"))
    told = CliRunner().invoke(cli, ["--debug", "run"])
    assert isinstance(told.exception, ValueError)


def test_a_missing_file_is_named(failing: Failing) -> None:
    failing(FileNotFoundError(2, "No such file or directory", "rates.csv"))
    told = CliRunner().invoke(cli, ["run"])
    assert (told.exit_code, told.stderr) == (2, "ilrspec: rates.csv: No such file or directory\n")


def test_control_c_stops_with_130(failing: Failing) -> None:
    failing(KeyboardInterrupt())
    told = CliRunner().invoke(cli, ["run"])
    assert told.exit_code == 130
    assert told.stderr.strip() == "Stopped."


def test_output_is_utf_8_whatever_the_machine_says(tmp_path: Path) -> None:
    path = tmp_path / "one.feature"
    path.write_text("Feature: £3,000 earned\n  Scenario: One\n    Given Zoë\n", encoding="utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "reports.cli", "run", str(path)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        encoding="utf-8",
    )
    assert told.returncode == 2
    assert "£3,000 earned" in told.stdout
    assert "no step reads 'Zoë'" in told.stdout


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise on Windows")
def test_a_pipe_that_nobody_reads_is_quiet() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "reports.cli", "--help"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""
