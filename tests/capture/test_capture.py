"""``ilrspec capture``: a learner of a file as the smallest scenario of the same figures, of nobody's."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reports.authoring.new_scenario import of_its_own
from reports.calculation import opened
from reports.capture.scenario import captured, new_scenario
from reports.cli import cli
from tests.capture.every_learner import personal
from tests.capture.files import PERSONAL, ilr_file

ROOT = Path(__file__).resolve().parents[2]
CASES = ROOT.parent / "shared" / "cases" / "2020-21"
APPRENTICES = ROOT / "fixtures" / "sample_apprenticeships"
BOOTCAMPS = ROOT / "fixtures" / "sample_provider"
MONTHS = re.compile(r"(Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar|Apr|May|Jun|Jul) 20\d\d")

YOUNG = """
    Given the funding year is 2020/21
    And this learner:
      | date of birth | prior postcode |
      | 23/11/2003    | WX2 4BC        |
    And this apprenticeship aim:
      | start date | planned end date | TNP1  |
      | 06/08/2020 | 08/08/2021       | 12000 |
"""
GROWN_UP = """
    Given the funding year is 2020/21
    And this aim:
      | aim reference | start date | planned end date | actual end date | SOF |
      | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      | 105 |
"""


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["capture", *map(str, arguments)])


def _scenarios(file: Path, reference: Path, refs: set[str]) -> Iterator[tuple[Any, Any, str]]:
    with opened(file, reference, None, ()) as calculation:
        for learner in [one for one in calculation.learners() if one.learn_ref_number in refs]:
            destination = calculation.reader.destination(learner.learn_ref_number)
            found = captured(learner, destination, calculation.setting)
            yield learner, found, of_its_own(new_scenario(found), Path("c.feature")).text.text


CASE_LEARNERS = ("A000215", "B000054", "B000140", "B000272")


@pytest.mark.long
def test_learners_of_the_published_cases_pass_and_name_nobody() -> None:
    if not CASES.is_dir():
        pytest.skip("the published cases of 2020/21 are not on this machine")
    told = list(_scenarios(next(CASES.glob("ILR*.xml")), CASES / "reference", set(CASE_LEARNERS)))
    assert len(told) == len(CASE_LEARNERS)
    for learner, _, text in told:
        assert not [one for one in personal(learner) if one in text]


def test_learners_of_the_samples_pass_and_name_nobody() -> None:
    apprentices = next(APPRENTICES.glob("ILR*0204*.xml"))
    bootcamps = BOOTCAMPS / "ILR-10000201-2324-20240731-120000-01.xml"
    told = [
        *_scenarios(apprentices, APPRENTICES / "reference", {"A01", "A06", "A14"}),
        *_scenarios(bootcamps, BOOTCAMPS / "reference", {"S01", "S08"}),
    ]
    assert len(told) == 5
    for learner, found, text in told:
        assert found.notes == ()
        assert not [
            one
            for one in personal(learner)
            if one in text and one not in (learner.learn_ref_number, "WX1 1AA")
        ]
        assert not re.search(rf"\b{learner.learn_ref_number}\b", text)


def test_a_grown_up_is_as_small_as_can_be(tmp_path: Path) -> None:
    result = _run(ilr_file(tmp_path, GROWN_UP), "--learner", PERSONAL["learn_ref_number"])
    assert result.exit_code == 0
    assert result.stdout.splitlines()[5:16] == [
        "  Scenario: A learner who earns 1,000.00 in 2020/21",
        "    Given the funding year is 2020/21",
        "    And these aims:",
        "      | aim | aim reference | start date | planned end date | actual end date |",
        "      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |",
        "    Then the earnings are:",
        "      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |",
        "      | A   | on-programme |   228.57 |   114.29 |   114.29 |   114.29 |   114.29 |   114.29 |",
        "      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   200.00 |",
        "    And nothing else is earned",
        "    And nothing is found",
    ]


def test_an_apprentice_whose_age_counts_is_born_on_another_day(tmp_path: Path) -> None:
    result = _run(ilr_file(tmp_path, YOUNG), "--learner", PERSONAL["learn_ref_number"])
    assert result.exit_code == 0, result.output
    born = re.search(r"date of birth \|.*\n\s+\| (\S+) ", result.stdout)
    assert born
    assert born[1] == "01/12/2003"
    assert "first employer incentive" in result.stdout


@pytest.mark.parametrize("steps", [YOUNG, GROWN_UP])
def test_nothing_of_the_person_is_left(tmp_path: Path, steps: str) -> None:
    result = _run(ilr_file(tmp_path, steps), "--learner", PERSONAL["learn_ref_number"])
    for value in (*PERSONAL.values(), "23/11/2003", "2003-11-23"):
        assert str(value) not in result.stdout


def test_a_wrong_check_digit_and_a_temporary_number_stay_what_they_are(tmp_path: Path) -> None:
    wrong = {**PERSONAL, "uln": 2718281820}
    result = _run(ilr_file(tmp_path, GROWN_UP, wrong), "--learner", PERSONAL["learn_ref_number"])
    assert "ULN_04" in result.stdout
    assert "1000000001" in result.stdout
    assert "2718281820" not in result.stdout


def test_the_scenario_is_written_once_and_then_only_added(tmp_path: Path) -> None:
    file, out = ilr_file(tmp_path, GROWN_UP), tmp_path / "captured.feature"
    order = (file, "--learner", PERSONAL["learn_ref_number"], "--out", out)
    first = _run(*order)
    assert first.exit_code == 0
    assert f"Written: {out}:6, 14 figures compared" in first.stdout
    again = _run(*order)
    assert again.exit_code == 2
    assert (
        again.stderr
        == f"{out} is there already; nothing was written. --append puts the scenario at its end\n"
    )
    before = out.read_text(encoding="utf-8")
    added = _run(*order, "--append")
    assert added.exit_code == 0
    after = out.read_text(encoding="utf-8")
    assert after.startswith(before)
    assert "Scenario: A learner who earns 1,000.00 in 2020/21 (2)" in after[len(before) :]


def test_a_background_that_says_otherwise_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    out = tmp_path / "there.feature"
    text = """Feature: F
  Background:
    Given this aim rate:
      | aim reference | rate |
      | 60900011      | 2000 |

  Scenario: S
    Given the funding year is 2020/21
    And a learner born on 01/01/1990
    And this aim:
      | aim reference | start date | planned end date |
      | 60900023      | 01/09/2020 | 28/02/2021       |
    Then the earnings in all are 80
"""
    out.write_text(text, encoding="utf-8")
    file = ilr_file(tmp_path, GROWN_UP)
    result = _run(file, "--learner", PERSONAL["learn_ref_number"], "--out", out, "--append")
    assert result.exit_code == 2
    assert (
        "the scenario does not pass there; the background of the feature may say otherwise" in result.stderr
    )
    assert out.read_text(encoding="utf-8") == text


def test_what_cannot_be_done_is_one_message(tmp_path: Path) -> None:
    file = ilr_file(tmp_path, GROWN_UP)
    ref = PERSONAL["learn_ref_number"]
    unknown = _run(file, "--learner", "ZX83K2")
    assert (unknown.exit_code, unknown.stderr) == (
        2,
        f"{file}: there is no learner 'ZX83K2' among its 1 learners; the nearest are ZX83K1\n",
    )
    assert "--append needs --out" in _run(file, "--learner", ref, "--append").stderr
    assert "has to end in .feature" in _run(file, "--learner", ref, "--out", tmp_path / "a.txt").stderr
    assert "there is no folder" in _run(file, "--learner", ref, "--out", tmp_path / "no" / "a.feature").stderr
    legacy = ROOT / "fixtures" / "sample_pre_employment" / "LEGACY.csv"
    assert "legacy pre-employment records cannot be captured" in _run(legacy, "--learner", "0001").stderr


def test_an_apprentice_without_a_band_cannot_be_captured(tmp_path: Path) -> None:
    steps = YOUNG.replace("| start date", "| standard code | start date").replace("| 06/08", "| 17 | 06/08")
    file = ilr_file(tmp_path, steps)
    text = file.read_text(encoding="utf-8").replace("<StdCode>17<", "<StdCode>999<")
    file.write_text(text, encoding="utf-8")
    result = _run(file, "--learner", PERSONAL["learn_ref_number"])
    assert result.exit_code == 2
    assert "has no band in the reference data; name the folder that has it with --reference" in result.stderr


def test_a_factor_that_nobody_knows_is_given_as_it_was_taken(tmp_path: Path) -> None:
    file = ilr_file(tmp_path, GROWN_UP)
    file.write_text(
        file.read_text(encoding="utf-8").replace("<DelLocPostCode>WX1 1AA<", "<DelLocPostCode>LS7 3QX<"),
        encoding="utf-8",
    )
    result = _run(file, "--learner", PERSONAL["learn_ref_number"])
    assert result.exit_code == 0
    assert (
        "The area cost factor of a postcode is not in the reference data: the scenario gives 1"
        in result.stderr
    )
    assert "earns 1,000.00" in result.stdout


SWAP = """
    Given the funding year is 2021/22
    And today is 20/11/2021
    And these aims:
      | aim             | aim reference | start date | planned end date | actual end date | DAM |
      | work experience | Z0009124      | 16/08/2021 | 15/10/2021       | 15/10/2021      | 016 |
      | main aim        | 60900011      | 16/08/2021 | 15/10/2021       | 15/10/2021      | 013 |
"""


def test_the_day_of_the_file_stands_where_it_matters(tmp_path: Path) -> None:
    file = ilr_file(tmp_path, SWAP)
    ref = PERSONAL["learn_ref_number"]
    early = _run(file, "--learner", ref)
    assert early.exit_code == 0, early.output
    assert "And today is 20/11/2021" in early.stdout
    assert "| -   | R107 " in early.stdout
    assert "today is" not in _run(ilr_file(tmp_path, GROWN_UP), "--learner", ref).stdout


BOOTCAMP = """
    Given the provider is 10000201
    And these bootcamps:
      | bootcamp | aim reference |
      | Cyber    | Z5BC0101      |
    When these records are returned in R10 of 2023/24:
      | aim   | start      | planned end | FFI | field A           | field B          | field C         |
      | Cyber | 01/05/2024 | 30/07/2024  | 2   | see Peregrine Fe. | 0113 496 0123    | Contribution 10 |
"""


def test_of_free_texts_only_what_rules_read_is_left(tmp_path: Path) -> None:
    result = _run(ilr_file(tmp_path, BOOTCAMP), "--learner", PERSONAL["learn_ref_number"])
    assert result.exit_code == 0, result.output
    assert "Peregrine" not in result.stdout
    assert "0113" not in result.stdout
    assert "10000201" not in result.stdout
    assert "Contribution 10" in result.stdout
    assert "| Bootcamp | M1        | 1,080.00 |" in result.stdout


def test_a_reading_goes_with_the_scenario(tmp_path: Path) -> None:
    file = ilr_file(tmp_path, SWAP)
    order = (file, "--learner", PERSONAL["learn_ref_number"], "--switch", "jo_inclusive_counting=no")
    assert "jo_inclusive_counting" not in _run(*order).stdout
    assert _run(*order[:-1], "nonsense=no").exit_code == 2


def test_a_reference_that_stands_twice_is_told(tmp_path: Path) -> None:
    file = ilr_file(tmp_path, GROWN_UP)
    text = file.read_text(encoding="utf-8")
    begin, end = text.index("<Learner>"), text.index("</Learner>") + len("</Learner>")
    file.write_text(f"{text[:end]}\n{text[begin:]}", encoding="utf-8")
    result = _run(file, "--learner", PERSONAL["learn_ref_number"])
    assert result.exit_code == 2
    assert "2 learners have the reference ZX83K1" in result.stderr


GOLDEN = {
    "apprentice": (APPRENTICES / "ILR-10000301-2021-20210204-120000-01.xml", "A06"),
    "bootcamp": (BOOTCAMPS / "ILR-10000201-2324-20240731-120000-01.xml", "S03"),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_a_learner_of_the_samples_is_captured_so(name: str) -> None:
    file, ref = GOLDEN[name]
    result = _run(file, "--learner", ref, "--reference", file.parent / "reference")
    expected = Path(__file__).with_name("golden") / f"{name}.feature"
    assert result.stdout == expected.read_text(encoding="utf-8")


def test_every_figure_matters(tmp_path: Path) -> None:
    """A scenario with one of its records changed does not pass: the figures are those of the records."""
    result = _run(ilr_file(tmp_path, GROWN_UP), "--learner", PERSONAL["learn_ref_number"])
    feature = tmp_path / "c.feature"
    feature.write_text(result.stdout.replace("28/02/2021      |\n", "25/01/2021      |\n"), encoding="utf-8")
    assert CliRunner().invoke(cli, ["run", str(feature)]).exit_code == 1
