"""``ilrspec snapshot``, ``diff`` and ``roll-forward`` as they are typed: screen, page, JSON, exit codes, refusals."""

import json
import os
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kept_runs import ROOT, copied_parameters, with_value

from reports.cli import cli

SKILLS_OFFER = "features/adult_skills/covid_skills_offer.feature"
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "120")


def said(*arguments: object) -> Result:
    return CliRunner().invoke(cli, [str(one) for one in arguments])


def told(result: Result) -> str:
    """Return the one line of a refusal."""
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) == 1, result.stderr
    return result.stderr.strip()


def assert_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    plain = "\n".join(line.rstrip() for line in text.splitlines()) + "\n"
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        path.write_text(plain, encoding="utf-8", newline="\n")
    assert plain == path.read_text(encoding="utf-8")


def test_what_a_nudged_value_moves(tmp_path: Path) -> None:
    before = tmp_path / "before.json.gz"
    kept = said("snapshot", before, SKILLS_OFFER)
    assert kept.exit_code == 0
    assert re.fullmatch(r"[\d,]+ figures of \d+ scenarios kept in .*before\.json\.gz\n", kept.stdout)
    after = with_value(tmp_path, "adult_skills", "covid_offer_addition", '"400"', '"400.01"')
    page = tmp_path / "changes.html"
    found = said("diff", before, after, "--page", page)
    assert found.exit_code == 1
    screen = found.stdout.replace(str(before), "before.json.gz").replace(str(after), "august")
    assert_golden("diff.txt", screen.replace(str(page), "changes.html"))
    html = page.read_text(encoding="utf-8")
    assert "adult_skills.covid_offer_addition" in html and "<table>" in html
    assert not re.search(r"""(?:src|href)=["']?https?:""", html)


def test_nothing_moved_and_json(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    said("snapshot", before, SKILLS_OFFER)
    found = said("diff", before, before)
    assert (found.exit_code, found.stdout[:15]) == (0, "No figure moved")
    data = json.loads(said("diff", before, copied_parameters(tmp_path), "--format", "json").stdout)
    assert data["differs"] is False
    assert data["summary"]["figures_compared"] > 50


def test_the_same_scenarios_a_year_on() -> None:
    found = said("roll-forward", "features/adult_skills/traineeships.feature", "--all")
    assert found.exit_code == 1
    assert_golden("roll_forward.txt", found.stdout)


def test_scenarios_without_data_for_the_year_are_listed() -> None:
    found = said("roll-forward", "features/bootcamps/returns_and_years.feature", "--years", "3")
    assert found.exit_code == 1
    assert "No longer worked out" in found.stdout
    assert "no closing date of" in found.stdout


def test_a_part_of_a_snapshot(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    said("snapshot", before, SKILLS_OFFER, "features/adult_skills/traineeships.feature")
    found = said("diff", before, before, SKILLS_OFFER, "--format", "json")
    assert 0 < json.loads(found.stdout)["summary"]["scenarios_compared"] < 30
    assert "no scenario of features/bootcamps" in told(said("diff", before, before, "features/bootcamps"))


def test_unusable_sides(tmp_path: Path) -> None:
    before = tmp_path / "before.json"
    said("snapshot", before, SKILLS_OFFER)
    assert "no git revision" in told(said("diff", before, "no-such-branch"))
    assert "there is no such snapshot" in told(said("diff", before, tmp_path / "none.json"))
    assert "no parameter file" in told(said("diff", before, tmp_path))
    assert "is no folder of parameters" in told(said("roll-forward", "--parameters", before))
    assert "moves nothing" in told(said("roll-forward", "--years", "0"))
    assert "would be overwritten" in told(said("diff", before, before, "--page", before))
    assert "there is no folder" in told(said("snapshot", tmp_path / "none" / "x.json", SKILLS_OFFER))
    assert "no such file or folder" in told(said("snapshot", tmp_path / "x.json", "features/none"))
    assert not (tmp_path / "x.json").exists()


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            'value: "400"',
            'value: "400.01"\n    - from: 2013-08-01\n      value: "1"',
            "has two values from 2013-08-01",
        ),
        ("      source:", "      sauce:", "has no 'source:'"),
        ("covid_offer_addition:", "covid_ofer_addition:", "nobody reads covid_ofer_addition; did you mean"),
        ("from: 2013-08-01", "from: soon", "'soon' is not a date"),
    ],
)
def test_faulty_parameters_are_told_with_file_and_line(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    folder = copied_parameters(tmp_path)
    path = folder / "adult_skills.yaml"
    text = path.read_text(encoding="utf-8")
    begin = text.index("covid_offer_addition:")
    path.write_text(text[:begin] + text[begin:].replace(before, after, 1), encoding="utf-8")
    result = said("diff", folder, folder, SKILLS_OFFER)
    assert result.exit_code == 2
    assert any(
        re.match(rf"{re.escape(str(path))}:\d+: ", line) and message in line
        for line in result.stderr.splitlines()
    ), result.stderr


def test_a_folder_with_a_file_too_many_or_too_few(tmp_path: Path) -> None:
    folder = copied_parameters(tmp_path)
    (folder / "bootcamps.yaml").rename(folder / "bootcamp.yaml")
    result = said("diff", folder, folder)
    assert "bootcamps.yaml is missing" in result.stderr
    assert "nobody reads a parameter file of this name; did you mean 'bootcamps'?" in result.stderr
