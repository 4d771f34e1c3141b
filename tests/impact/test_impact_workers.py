"""``ilrspec impact --workers``: the same outcome whatever the number of processes, over folders too."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bench import learners
from reports.cli import cli
from reports.impact.order import ImpactOrder

Impact = Callable[..., Result]


@pytest.fixture
def impact(tmp_path: Path) -> Impact:
    rates = learners.REFERENCE / "aim_rates.csv"
    tables = tmp_path / "tables"
    tables.mkdir()
    for table in learners.REFERENCE.glob("*.csv"):
        (tables / table.name).write_bytes(table.read_bytes())
    heading, *lines = rates.read_text(encoding="utf-8").splitlines()
    (tables / "aim_rates.csv").write_text("\n".join([heading, *lines[::2]]) + "\n", encoding="utf-8")

    def run(*words: object) -> Result:
        return CliRunner().invoke(cli, ["impact", *map(str, words), "--reference-after", str(tables)])

    return run


@pytest.fixture
def returns(tmp_path: Path) -> Path:
    folder = tmp_path / "returns" / "october"
    folder.mkdir(parents=True)
    learners.write(30, folder / "b.xml")
    learners.write(20, folder / "a.xml", seed=2)
    other = folder / "a.xml"
    other.write_text(
        other.read_text(encoding="utf-8").replace(str(learners.UKPRN), "10000207"), encoding="utf-8"
    )
    return folder.parent


@pytest.mark.long
def test_the_outcome_is_the_same_on_several_processes(
    impact: Impact, returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImpactOrder.__init__, "__defaults__", (10_000,))
    out = tmp_path / "rows.csv"
    alone = impact(returns, "--out", out)
    rows = out.read_bytes()
    spread = impact(returns, "--out", out, "--workers", 2)
    assert alone.exit_code == spread.exit_code == 1
    assert len(rows.splitlines()) > 10
    assert spread.stdout == alone.stdout
    assert out.read_bytes() == rows


@pytest.mark.long
def test_the_problems_of_a_damaged_file_are_the_same_and_nothing_is_written(
    impact: Impact, returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImpactOrder.__init__, "__defaults__", (10_000,))
    file = returns / "october" / "b.xml"
    file.write_text(
        file.read_text(encoding="utf-8").replace("<FundModel>35", "<FundModel>x"), encoding="utf-8"
    )
    out = tmp_path / "rows.csv"
    alone, spread = impact(returns, "-q", "--out", out), impact(returns, "-q", "--out", out, "--workers", 2)
    assert alone.exit_code == spread.exit_code == 2
    assert spread.stderr == alone.stderr and "b.xml:" in alone.stderr
    assert not out.exists()


def test_a_folder_stands_for_its_files(impact: Impact, returns: Path, tmp_path: Path) -> None:
    files = [returns / "october" / name for name in ("a.xml", "b.xml")]
    assert impact(returns, "--format", "json").stdout == impact(*files, "--format", "json").stdout
    empty = tmp_path / "empty"
    empty.mkdir()
    outcome = impact(empty)
    assert (
        outcome.exit_code == 2
        and "there is no ILR file (.xml, .xml.gz, .zip) in this folder" in outcome.stderr
    )


@pytest.mark.long
def test_a_packed_file_is_the_file_in_it_on_several_processes(
    impact: Impact, returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "rows.csv"
    plain = impact(returns, "--out", out)
    rows = out.read_bytes()
    file = returns / "october" / "a.xml"
    file.with_name("a.xml.gz").write_bytes(gzip.compress(file.read_bytes()))
    file.unlink()
    monkeypatch.setattr(ImpactOrder.__init__, "__defaults__", (10_000,))
    packed = impact(returns, "--out", out, "--workers", 2)
    assert packed.stdout == plain.stdout
    assert out.read_bytes() == rows
