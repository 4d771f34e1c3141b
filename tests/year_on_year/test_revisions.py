"""A git revision as one side: run with the features, parameters and code that it holds."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from kept_runs import ROOT

from reports.cli import cli

if shutil.which("git") is None:
    pytest.skip("git is not installed", allow_module_level=True)


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the product, one feature, and two commits: the second nudges a parameter."""
    folder = tmp_path / "house"
    leave = shutil.ignore_patterns("__pycache__")
    for room in ("engine", "steps", "fixtures"):
        shutil.copytree(ROOT / room, folder / room, ignore=leave)
    (folder / "features" / "adult_skills").mkdir(parents=True)
    shutil.copy(
        ROOT / "features" / "adult_skills" / "learning_support.feature", folder / "features" / "adult_skills"
    )
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "first")
    git(folder, "tag", "first")
    path = folder / "engine" / "parameters" / "adult_skills.yaml"
    text = path.read_text(encoding="utf-8")
    begin = text.index("\nlearning_support_month:")
    path.write_text(text[:begin] + text[begin:].replace('"150"', '"150.01"', 1), encoding="utf-8")
    git(folder, "commit", "-q", "-a", "-m", "second")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.long
def test_two_revisions(repository: Path) -> None:
    result = CliRunner().invoke(cli, ["diff", "first", "HEAD", "--format", "json"])
    found = json.loads(result.stdout)
    assert result.exit_code == 1
    assert found["moved"]
    assert {cause["name"] for cause in found["summary"]["by_cause"]} == {
        "adult_skills.learning_support_month"
    }
    assert {one["programme"] for one in found["moved"]} == {"Adult skills"}
    left = subprocess.run(["git", "status", "--short"], cwd=repository, capture_output=True, check=True)
    assert left.stdout == b"", "the repository is left as it was"


@pytest.mark.long
def test_a_revision_against_itself_shows_nothing(repository: Path) -> None:
    result = CliRunner().invoke(cli, ["diff", "first", "first", "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.stdout)["differs"] is False


def test_a_revision_that_cannot_run_is_told_in_a_line(repository: Path) -> None:
    (repository / "engine" / "money.py").write_text("this is no Python\n", encoding="utf-8")
    git(repository, "commit", "-q", "-a", "-m", "broken")
    result = CliRunner().invoke(cli, ["diff", "HEAD", "first"])
    assert result.exit_code == 2
    assert result.stderr.startswith("HEAD could not be run: ")
    assert len(result.stderr.splitlines()) == 1
