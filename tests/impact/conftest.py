"""ILR files of several providers, one with bootcamps among them, and impacts over them."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from impact_kit import ROOT

from bench import kills, learners
from reports.cli import cli
from tests.batch.kill_kit import steps as steps

Impact = Callable[..., Result]
BOOTCAMPS = ROOT / "fixtures" / "sample_provider"


@pytest.fixture
def changed(tmp_path: Path) -> tuple[str, ...]:
    """The options of a change that moves learners: reference data with and without half of the rates, and shares."""
    before, after = tmp_path / "before", tmp_path / "after"
    for folder in (before, after):
        folder.mkdir()
        for table in (*learners.REFERENCE.glob("*.csv"), *(BOOTCAMPS / "reference").glob("*.csv")):
            shutil.copy(table, folder)
    heading, *lines = (before / "aim_rates.csv").read_text(encoding="utf-8").splitlines()
    (after / "aim_rates.csv").write_text("\n".join([heading, *lines[::2]]) + "\n", encoding="utf-8")
    shares = tmp_path / "shares"
    shares.mkdir()
    for path in (ROOT / "engine" / "parameters").glob("*.yaml"):
        shutil.copy(path, shares)
    text = (shares / "bootcamps.yaml").read_text(encoding="utf-8")
    text = text.replace('value: "0.45"', 'value: "0.46"').replace('value: "0.30"', 'value: "0.31"')
    (shares / "bootcamps.yaml").write_text(text, encoding="utf-8")
    return (
        *("--after", str(shares)),
        *("--reference", str(before)),
        *("--reference-after", str(after)),
    )


@pytest.fixture
def impact(changed: tuple[str, ...]) -> Impact:
    """``ilrspec impact`` of that change, in this process."""

    def run(*words: object) -> Result:
        return CliRunner().invoke(cli, ["impact", *map(str, words), *changed])

    return run


@pytest.fixture
def providers(tmp_path: Path) -> Path:
    """A folder with files of three providers, one of them in a folder of its own, one with bootcamps."""
    folder = tmp_path / "returns"
    (folder / "october").mkdir(parents=True)
    for ukprn, name, count in ((10000101, "ILR-A.xml", 12), (10000207, "october/ILR-B.xml", 9)):
        file = folder / name
        learners.write(count, file, seed=ukprn)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(str(learners.UKPRN), str(ukprn)), encoding="utf-8")
    shutil.copy(BOOTCAMPS / "ILR-10000201-2324-20241014-120000-01.xml", folder / "ILR-C.xml")
    return folder


@pytest.fixture
def bytes_of() -> Callable[[Path], dict[str, str]]:
    """The files of a folder of results by name, as hashes."""
    return kills.bytes_of
