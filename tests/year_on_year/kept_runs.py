"""Runs of some features kept for several tests, and copies of the parameters with one value changed."""

import shutil
from functools import cache
from pathlib import Path

from engine.parameters import FOLDER
from reports.year_on_year.record import Record
from reports.year_on_year.runs import recorded

ROOT = Path(__file__).parents[2]
ADULT = ROOT / "features" / "adult_skills"


def copied_parameters(folder: Path) -> Path:
    """Return a folder with a copy of the published parameters."""
    target = folder / "parameters"
    target.mkdir()
    for path in FOLDER.glob("*.yaml"):
        shutil.copy(path, target)
    return target


def with_value(folder: Path, subject: str, name: str, before: str, after: str) -> Path:
    """Return a copy of the parameters in which one value of one parameter is another."""
    target = copied_parameters(folder)
    path = target / f"{subject}.yaml"
    text = path.read_text(encoding="utf-8")
    begin = text.index(f"\n{name}:") + 1
    assert before in text[begin:]
    path.write_text(text[:begin] + text[begin:].replace(before, after, 1), encoding="utf-8")
    return target


@cache
def kept(*paths: str) -> Record:
    """Return the figures of some features as they stand."""
    return recorded(paths, quiet=True)
