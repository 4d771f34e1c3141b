"""``ilrspec switches``: the questions the guidance leaves open."""

import pytest
from click.testing import CliRunner

from engine.switches import load_switches
from reports.cli import cli


def test_every_switch_is_listed_with_its_readings_and_the_default_marked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")

    result = CliRunner().invoke(cli, ["switches"])

    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    text = " ".join(result.stdout.split())
    for switch in load_switches().known.values():
        assert switch.name in text
        assert " ".join(switch.question.split()) in text
        assert " ".join(switch.why_unclear.split()) in text
        assert switch.clause in text
        assert f"* {switch.default} " in text
        for option, meaning in switch.options.items():
            assert f"{option} {' '.join(meaning.split())}" in text


def test_one_switch_is_shown_alone() -> None:
    result = CliRunner().invoke(cli, ["switches", "jo_date_basis"])

    assert result.exit_code == 0
    assert result.stdout.startswith("jo_date_basis\n")
    assert "wex_hours_rounding" not in result.stdout


def test_a_typing_error_is_answered_with_the_nearest() -> None:
    result = CliRunner().invoke(cli, ["switches", "jo_dat_basis"])

    assert result.exit_code == 2
    assert "there is no switch 'jo_dat_basis'; did you mean 'jo_date_basis'?" in result.stderr
    assert result.stdout == ""
