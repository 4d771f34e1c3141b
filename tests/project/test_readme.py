"""The README does not drift: its two commands, its pictures, its commands and its scenario are real."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md")


def blocks(text: str) -> list[tuple[str, str]]:
    """Return language and content of every fenced block."""
    return re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_first_block_holds_the_two_commands() -> None:
    language, content = blocks(README)[0]
    assert language == ""
    assert content.splitlines() == ["python3 start.py run", "python3 start.py test"]


def test_pictures_exist() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert len(pictures) >= 2
    missing = [name for name in pictures if not (ROOT / name).is_file()]
    assert not missing, f"pictures that the README shows and that are not there: {', '.join(missing)}"


@pytest.mark.parametrize("guide", GUIDES)
def test_links_lead_somewhere(guide: str) -> None:
    folder = (ROOT / guide).parent
    links = re.findall(
        r"(?<!!)\[[^\]]+\]\((?!https?:|#)([^)#]+)\)", (ROOT / guide).read_text(encoding="utf-8")
    )
    missing = [link for link in links if not (folder / link).exists()]
    assert not missing, f"{guide} links to {', '.join(missing)}"


def test_every_command_is_in_the_readme() -> None:
    from reports.cli import COMMANDS

    missing = [name for name in COMMANDS if f"ilrspec {name}" not in README]
    assert not missing, f"the README does not show: {', '.join(missing)}"


def test_every_command_shown_is_there() -> None:
    from reports.cli import COMMANDS

    code = [*re.findall(r"`([^`\n]+)`", README), *(content for _, content in blocks(README))]
    shown = {name for text in code for name in re.findall(r"^ilrspec ([a-z-]+)", text, re.MULTILINE)}
    unknown = shown - set(COMMANDS)
    assert not unknown, f"the README shows commands that are not there: {', '.join(sorted(unknown))}"


def test_the_scenario_passes(tmp_path: Path) -> None:
    from steps.features import find_features
    from steps.runner import RunOptions, run_features

    scenarios = [content for language, content in blocks(README) if language == "gherkin"]
    assert scenarios
    feature = tmp_path / "readme.feature"
    feature.write_text("Feature: README\n\n" + "\n".join(scenarios), encoding="utf-8")
    run = run_features(find_features([feature]), RunOptions())
    assert [(scenario.status, scenario.message) for scenario in run.scenarios] == [("passed", "")] * len(
        scenarios
    )
