"""Small ILR files in folders, and runs over them."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bench import learners
from reports.cli import cli
from tests.batch.kill_kit import steps as steps

Calc = Callable[..., Result]


@pytest.fixture
def calc() -> Calc:
    """``ilrspec calc`` in this process."""

    def run(*words: object) -> Result:
        return CliRunner().invoke(cli, ["calc", *map(str, words)], standalone_mode=True)

    return run


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    """A folder with three files of two providers, one of them in a folder of its own."""
    folder = tmp_path / "returns"
    (folder / "october").mkdir(parents=True)
    for number, name in enumerate(("ILR-A.xml", "ILR-B.xml", "october/ILR-C.XML"), 1):
        learners.write(12, folder / name, seed=number)
    other = folder / "ILR-B.xml"
    other.write_text(
        other.read_text(encoding="utf-8").replace(str(learners.UKPRN), "10000207"), encoding="utf-8"
    )
    return folder


@pytest.fixture
def bytes_of() -> Callable[..., dict[str, str]]:
    """The files of a folder of results by name, as hashes."""

    def found(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return found
