"""A copy of the rules in a folder of its own, so that what is compiled there touches nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import engine as readable
from reports.compiled.using import FOLDER, key_of
from tests.compiled.compiled_kit import MARK, Run


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A copy of ``engine/``."""
    folder = tmp_path / "house" / "engine"
    shutil.copytree(Path(readable.__file__).parent, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


@pytest.fixture
def stand_in(rules: Path) -> Path:
    """A folder where compiled rules of the copy would lie: Python still, but each process that imports it says so."""
    folder = rules.parent / FOLDER / key_of(rules)
    shutil.copytree(rules, folder / "engine")
    with (folder / "engine" / "__init__.py").open("a", encoding="utf-8") as file:
        file.write(f'\nimport os, sys\nprint(f"{MARK}{{os.getpid()}}", file=sys.stderr)\n')
    return folder


@pytest.fixture
def python(rules: Path) -> Run:
    """Run Python in a process of its own, where the rules are those of the copy."""

    def run(code: str, *words: object, **variables: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-P", "-c", code, *map(str, words)],
            cwd=rules.parents[1],
            env={**os.environ, "PYTHONPATH": str(rules.parent), "PYTHONUTF8": "1", **variables},
            capture_output=True,
            encoding="utf-8",
        )

    return run


@pytest.fixture
def ilrspec(python: Run) -> Run:
    """Run ``ilrspec`` in a process of its own, where the rules are those of the copy."""

    def run(*words: object, **variables: str) -> "subprocess.CompletedProcess[str]":
        return python("from reports.cli import main; main()", *words, **variables)

    return run
