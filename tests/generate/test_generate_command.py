"""``ilrspec generate`` as people use it: names, mixes, several providers, and what it refuses."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from engine.ilr.xml import open_ilr
from reports.cli import cli
from tests.peak_memory import PEAK

ROOT = Path(__file__).resolve().parents[2]


def run(*args: object) -> Result:
    return CliRunner().invoke(cli, ["generate", *map(str, args)])


def test_the_name_is_that_of_an_ilr_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = run("--learners", 9, "--year", "2021", "--seed", 4)
    assert found.exit_code == 0, found.output
    assert [path.name for path in tmp_path.iterdir()] == ["ILR-10000101-2021-20210914-120000-01.xml"]
    assert "Written: ILR-10000101-2021-20210914-120000-01.xml" in found.output


def test_screen(tmp_path: Path) -> None:
    found = run("--learners", 12, "--year", "2024/25", "--mix", "fm35=1,swap=1", "--out", tmp_path / "a.xml")
    assert found.exit_code == 0, found.output
    lines = found.output.splitlines()
    size = (tmp_path / "a.xml").stat().st_size
    assert lines[0] == f"12 learners of 2024/25, seed 1, {size / 1e3:,.0f} kB. Nobody in it exists."
    assert [line.split()[:2] for line in lines if line.startswith(("Adult", "SWAP", "All"))] == [
        ["Adult", "skills"],
        ["SWAP", "and"],
        ["All", "12"],
    ]
    with open_ilr(tmp_path / "a.xml") as reader:
        assert {one.fund_model for learner in reader.learners() for one in learner.learning_delivery} <= {
            35,
            38,
        }


def test_several_providers_share_the_learners(tmp_path: Path) -> None:
    found = run("--learners", 10, "--files", 3, "--ukprn", 10000301, "--out", tmp_path)
    assert found.exit_code == 0, found.output
    paths = sorted(tmp_path.iterdir())
    assert [path.name[:17] for path in paths] == [
        f"ILR-{ukprn}-2021" for ukprn in (10000301, 10000302, 10000303)
    ]
    numbers: list[int] = []
    for path, count in zip(paths, (4, 3, 3), strict=True):
        with open_ilr(path) as reader:
            assert str(reader.learning_provider.ukprn) in path.name
            ulns = [learner.uln for learner in reader.learners()]
        assert len(ulns) == count
        numbers += ulns
    assert len(set(numbers)) == 10


def test_all_learners_can_have_a_breach(tmp_path: Path) -> None:
    found = run("--learners", 50, "--errors", "100%", "--mix", "fm35,fm36", "--out", tmp_path / "a.xml")
    assert "50 learners with a deliberate breach of a rule" in found.output


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (
            ["--year", "2030/31"],
            "--year: there is no ILR structure of 2030/31 here; choose one of 2017/18 to 2025/26",
        ),
        (["--year", "2020/22"], "--year: '2020/22' is not a funding year: 2020 is followed by 21"),
        (
            ["--mix", "aprenticeships=2"],
            "--mix: there is no programme 'aprenticeships'; did you mean 'apprenticeships'?",
        ),
        (["--mix", "fm35=0"], "--mix: 'fm35=0' has no share: write fm35=20, a whole number from 1"),
        (["--mix", "fm35,adult"], "--mix: 'adult' is the programme fm35, which stands there already"),
        (["--mix", "swap"], "--mix: 2020/21 has no sector: made from 2021/22 on"),
        (["--year", "2526", "--mix", "esf"], "--mix: 2025/26 has no fm70: made from 2017/18 to 2022/23"),
        (["--errors", "200%"], "'200%' is not a share: write 5% or 0.05"),
        (["--learners", "0"], "0 is not in the range"),
        (["--learners", "2", "--files", "3"], "--files: 3 files need at least as many learners, not 2"),
        (["--ukprn", "99999999", "--files", "2"], "--files: the providers would be numbered beyond 99999999"),
        (["--out", "nowhere/a.xml"], "--out: there is no folder nowhere; make it first"),
        (["--files", "2", "--out", "a.xml"], "--out: 2 files need a folder, and a.xml is the name of a file"),
    ],
)
def test_refusals(args: list[str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    found = run(*args)
    assert found.exit_code == 2
    assert told in found.output
    assert list(tmp_path.iterdir()) == []


def test_a_real_file_is_never_replaced(tmp_path: Path) -> None:
    real = tmp_path / "ILR-10000101-2021-20210914-120000-01.xml"
    real.write_text("<Message/>", encoding="utf-8")
    found = run("--learners", 3, "--out", tmp_path)
    assert found.exit_code == 2
    assert "is there and is no file of ilrspec generate; it stays as it is" in found.output
    assert real.read_text(encoding="utf-8") == "<Message/>"
    made = tmp_path / "made.xml"
    assert run("--learners", 3, "--out", made).exit_code == 0
    before = made.read_bytes()
    assert run("--learners", 3, "--seed", 2, "--out", made).exit_code == 0
    assert made.read_bytes() != before


@pytest.mark.long
def test_memory_does_not_grow_with_the_learners(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("this system does not tell the peak memory of a program")
    code = (
        f"{PEAK}\n"
        "import sys; from reports.cli import cli;"
        "cli.main(['generate', '--learners', sys.argv[1], '--out', sys.argv[2]], standalone_mode=False);"
        "print(peak())"
    )
    peaks = []
    for count in (500, 50_000):
        command = [sys.executable, "-c", code, str(count), str(tmp_path / "a.xml")]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        peaks.append(float(done.stdout.split()[-1]))
    assert peaks[1] < peaks[0] * 1.15
