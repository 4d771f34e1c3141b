"""A folder of files about learners who could be known by what stands in them."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from reports.cli import cli
from tests.ilr.samples import GOOD
from tests.privacy.personal import EARLIER_POSTCODE, PERSONAL, made_personal
from tests.privacy.private_commands import ADULTS, APP, B23, B24, EVERYBODY

FIXTURES = Path(__file__).parents[2] / "fixtures"
_FACTORS = ("disadvantage", "area_costs", "apprenticeship_disadvantage")


@pytest.fixture(scope="session")
def personal_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample files with personal texts, and reference data that know the postcodes: made once, to be copied."""
    folder = tmp_path_factory.mktemp("personal")
    for sample in ("sample_provider", "sample_apprenticeships", "sample_pre_employment"):
        for path in (FIXTURES / sample).glob("*.xml"):
            prior = EARLIER_POSTCODE if path.name == B23 else PERSONAL["PostcodePrior"]
            text = made_personal(path.read_text(encoding="utf-8"), prior=prior)
            (folder / path.name).write_text(text, encoding="utf-8")
        for path in (FIXTURES / sample).glob("*.csv"):
            shutil.copy(path, folder)
        shutil.copytree(FIXTURES / sample / "reference", folder / sample)
    shutil.copytree(FIXTURES / "reference", folder / "reference")
    good = made_personal(GOOD.decode().replace("<DelLocPostCode>ZZ99 9ZZ", "<DelLocPostCode>WX1 1AA"))
    (folder / ADULTS).write_text(good, encoding="utf-8")
    mix = "fm35=50,fm36=20,fm25=20,sector=10"
    words = ["generate", "--learners", "30", "--year", "2122", "--seed", "4", "--mix", mix, "--errors", "30%"]
    done = CliRunner().invoke(cli, [*words, "--out", str(folder / EVERYBODY)])
    assert done.exit_code == 0, done.output
    (folder / EVERYBODY).write_text(
        made_personal((folder / EVERYBODY).read_text(encoding="utf-8")), encoding="utf-8"
    )
    for table in folder.glob("*/*.csv"):
        if table.stem in _FACTORS:
            amount = "600" if table.stem.startswith("apprenticeship") else "1.05"
            with table.open("a", encoding="utf-8", newline="") as stream:
                for postcode in (PERSONAL["PostcodePrior"], PERSONAL["LSDPostcode"]):
                    stream.write(f"{postcode},2010-08-01,,{amount}\n")
    for name in (APP, B23, B24, EVERYBODY):
        text = (folder / name).read_text(encoding="utf-8")
        missing = [one for one in PERSONAL if f"<{one}>" not in text and one != "ProvSpecLearnMon"]
        assert not missing or missing == ["LSDPostcode"], (name, missing)
    shutil.copytree(folder / "sample_apprenticeships", folder / "after")
    moved = folder / "after" / "apprenticeship_disadvantage.csv"
    moved.write_text(moved.read_text(encoding="utf-8").replace(",600", ",900"), encoding="utf-8")
    (folder / "parameters").mkdir()
    for path in (FIXTURES.parent / "engine" / "parameters").glob("*.yaml"):
        shutil.copy(path, folder / "parameters")
    return folder


@pytest.fixture
def room(personal_files: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with those files, to work in, and a folder for what commands write."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(personal_files, tmp_path, dirs_exist_ok=True)
    (tmp_path / "out").mkdir()
    return tmp_path
