"""``ilrspec new``: from an empty folder to a scenario that passes, by dialogue or from options."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reports.authoring.new_cases import (
    Case,
    all_cases,
    answered,
    cases,
    filled,
    find_case,
    find_programme,
    programmes,
)
from reports.authoring.new_scenario import NewScenario, at_the_end, of_its_own, place, quoted
from reports.authoring.saving import ChangedMeanwhile, save
from reports.cli import cli
from reports.refusal import Refusal
from steps.feature_text import feature_text, read_feature_text
from steps.problems import CellError

EVERY_CASE = list(all_cases())


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _new(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["new", *arguments], input=typed)


def _found(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("case", EVERY_CASE, ids=lambda case: f"{case.programme.folder} {case.key}")
def test_every_case_passes_as_it_is_offered(case: Case) -> None:
    placed = of_its_own(filled(case, answered(case, {})), Path("new.feature"))
    assert placed.result.status == "passed"
    assert "{" not in placed.text.text


def test_every_programme_has_three_cases_or_more() -> None:
    assert [one.name for one in programmes()] == [
        "Adult skills",
        "SWAP and Sector Gateway",
        "Skills Bootcamps",
        "Apprenticeships",
        "Study programmes",
        "Pre-employment",
    ]
    assert all(len(cases(one)) >= 3 for one in programmes())


def test_what_is_asked_stands_in_the_scenario() -> None:
    for case in EVERY_CASE:
        text = "\n".join((case.title, *case.lines, *(told for _, told in case.derived)))
        others = " ".join(question.default for question in case.questions)
        for question in case.questions:
            assert f"{{{question.name}}}" in text or question.name in others, (case.key, question.name)


def test_the_dialogue_makes_a_feature_in_an_empty_folder(empty: Path) -> None:
    typed = "\n".join(["1", "achieved", "2020/21", "", "2,400", "", "", "", "", "", "y"]) + "\n"
    result = _new(typed=typed)
    assert result.exit_code == 0, result.output
    path = empty / "features" / "adult_skills" / "achieved.feature"
    assert (
        path.read_text(encoding="utf-8")
        == """\
@adult-skills
Feature: Adult skills: an aim that is completed and achieved

  Scenario: An aim from 01/09/2020 to 28/02/2021 that is achieved
    Given the funding year is 2020/21
    And this aim rate:
      | aim reference |     rate |
      | 60900011      | 2,400.00 |
    And this aim:
      | aim | aim reference | start date | planned end date | actual end date |
      | A   | 60900011      | 01/09/2020 | 28/02/2021       | 28/02/2021      |
    Then the earnings are:
      | aim | earning      | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020 | Jan 2021 | Feb 2021 |
      | A   | on-programme |   548.57 |   274.29 |   274.29 |   274.29 |   274.29 |   274.29 |
      | A   | achievement  |     0.00 |     0.00 |     0.00 |     0.00 |     0.00 |   480.00 |
    And nothing else is earned
    And nothing is found
"""
    )
    assert "achieved.feature:4 is written and passes:" in result.output
    assert re.search(r"Run it: +ilrspec run features.adult_skills.achieved\.feature:4\n", result.output)
    assert CliRunner().invoke(cli, ["run"]).exit_code == 0


def test_a_wrong_answer_is_told_and_asked_again(empty: Path) -> None:
    answers = [
        "7",
        "apprenticship",
        "apprenticeships",
        "withdrwan",
        "withdrawn",
        "2020-21",
        "2020/21",
        "x",
        "17",
        "",
    ]
    answers += ["12000.50", "12000", "", "05/08/2020", "", "", "", "there.txt", "there.feature"]
    result = _new(typed="\n".join(answers) + "\n")
    assert result.exit_code == 0, result.output
    for told in (
        "there is no number 7; write 1 to 6, or a name",
        "there is no programme 'apprenticship'; did you mean 'Apprenticeships'?",
        "Apprenticeships has no case 'withdrwan'; did you mean 'withdrawn'?",
        "'x' is not a whole number",
        "'12000.50' has pence; the ILR holds this amount in whole pounds",
        "05/08/2020 lies before the first day of learning, 06/08/2020",
        "'there.txt' is no feature: its name has to end in .feature",
    ):
        assert told in result.output
    assert _found(empty) == ["there.feature"]


def test_a_feature_that_is_there_gets_the_scenario_at_its_end(empty: Path) -> None:
    _new("--programme", "bootcamps", "--case", "commencement", "--out", "one.feature")
    before = (empty / "one.feature").read_text(encoding="utf-8")
    typed = (
        "\n".join(["bootcamps", "1", "4000", "", "", "", "", "one.feature", "n", "one.feature", "y"]) + "\n"
    )
    result = _new(typed=typed)
    assert result.exit_code == 0, result.output
    after = (empty / "one.feature").read_text(encoding="utf-8")
    assert after.startswith(before)
    assert "| Cyber    | M1        | 1,600.00 | R10 of 2023/24 | 15/05/2024 |" in after[len(before) :]


def test_answers_that_give_no_scenario_may_be_changed(empty: Path) -> None:
    typed = ["bootcamps", "commencement", "", "", "", "R10 of 2030/31", "y", "4000", "", "", "R10 of 2023/24"]
    result = _new(typed="\n".join([*typed, "", "a.feature"]) + "\n")
    assert (
        "with these answers there is no scenario:\n  no closing date of R10 of 2030/31 is known"
        in result.output
    )
    assert "Return in which it is first returned [R10 of 2030/31]" in result.output
    assert result.exit_code == 0, result.output
    assert "1,600.00" in (empty / "a.feature").read_text(encoding="utf-8")
    given_up = _new(typed="\n".join([*typed[:6], "n"]) + "\n")
    assert given_up.exit_code == 2
    assert _found(empty) == ["a.feature"]


def test_a_feature_in_which_it_does_not_pass_is_told_and_another_asked_for(empty: Path) -> None:
    there = """Feature: F
  Background:
    Given this aim rate:
      | aim reference | rate |
      | 60900011      | 2000 |

  Scenario: S
    Then nothing is earned
"""
    (empty / "there.feature").write_text(there.replace("Then", "Given the funding year is 2021/22\n    Then"))
    before = (empty / "there.feature").read_bytes()
    typed = ["1", "1", *[""] * 6, "", "there.feature", "y", "own/mine.feature", "y"]
    result = _new("--year", "2021/22", typed="\n".join(typed) + "\n")
    assert result.exit_code == 0, result.output
    assert (empty / "there.feature").read_bytes() == before


def test_stopping_leaves_nothing_behind(empty: Path) -> None:
    assert _new(typed="1\n1\n2020/21\n").exit_code == 130
    assert _found(empty) == []


def test_options_alone_ask_nothing(empty: Path) -> None:
    order = ("--programme", "FM36", "--case", "new-price", "--price", "6000", "--set", "new-price=7500")
    shown = _new(*order, "--title", "Dearer from January")
    assert shown.exit_code == 0
    assert "  Scenario: Dearer from January\n" in shown.stdout
    assert "| 10/01/2021 | 7500 |" in shown.stdout
    assert _found(empty) == []
    written = _new(*order, "--out", "new/price.feature")
    assert written.exit_code == 0
    assert "ilrspec watch new/price.feature" in written.stdout.replace("\\", "/")
    again = _new(*order, "--out", "new/price.feature")
    assert (again.exit_code, again.stderr.replace("\\", "/")) == (
        2,
        "new/price.feature is there already; nothing was written. --append puts the scenario at its end\n",
    )
    assert _new(*order, "--out", "new/price.feature", "--append").exit_code == 0
    assert (empty / "new/price.feature").read_text(encoding="utf-8").count("Scenario:") == 2


WRONG_OPTIONS = {
    "programme": (
        ("--programme", "aprenticeships", "--case", "levy"),
        "there is no programme 'aprenticeships'; did you mean 'Apprenticeships'? (there are: ",
    ),
    "case": (
        ("--programme", "bootcamps", "--case", "joboffer"),
        "Skills Bootcamps has no case 'joboffer'; did you mean 'job-offer'? (there are: ",
    ),
    "case alone": (("--case", "levy"), "--case needs --programme"),
    "year": (
        ("--programme", "fm35", "--case", "achieved", "--year", "2020/22"),
        "year: ",
    ),
    "year without rules": (
        ("--programme", "fm35", "--case", "achieved", "--year", "2040/41"),
        "year: there are no ILR rules of 2040/41; the years are 2017/18 to 2025/26",
    ),
    "day": (
        ("--programme", "fm35", "--case", "achieved", "--start", "31/02/2021"),
        "start: '31/02/2021' is not a day of the calendar",
    ),
    "order of days": (
        ("--programme", "fm35", "--case", "achieved", "--planned-end", "01/08/2021"),
        "planned end: 01/08/2021 lies before the first day of learning, 01/09/2021",
    ),
    "not asked": (
        ("--programme", "study programmes", "--case", "hours", "--price", "5"),
        "price: the case 'hours' does not ask for it",
    ),
    "less than nothing": (
        ("--programme", "fm35", "--case", "achieved", "--price", "-5"),
        "rate: '-5' is less than nothing",
    ),
    "a cell in a cell": (
        ("--programme", "fm35", "--case", "achieved", "--aim", "a|b"),
        "aim: 'a|b' cannot be used; write a code",
    ),
    "no rules": (
        ("--programme", "bootcamps", "--case", "commencement", "--set", "return=R10 of 2030/31"),
        "with these answers there is no scenario:\n  no closing date of R10 of 2030/31 is known",
    ),
    "not a feature": (
        ("--programme", "fm35", "--case", "achieved", "--out", "a.txt"),
        "a.txt is no feature; its name has to end in .feature",
    ),
    "nowhere to append": (("--append",), "--append needs --out FILE.feature"),
    "no answer": (("--set", "hours"), "'hours' gives no answer: write \"NAME=ANSWER\""),
}


@pytest.mark.parametrize(("order", "told"), WRONG_OPTIONS.values(), ids=WRONG_OPTIONS)
def test_an_option_that_cannot_be_used_is_told(empty: Path, order: tuple[str, ...], told: str) -> None:
    result = _new(*order)
    assert result.exit_code == 2
    assert told in result.stderr
    assert _found(empty) == []


def test_several_wrong_options_are_told_at_once(empty: Path) -> None:
    order = (
        "--programme",
        "fm36",
        "--case",
        "completed",
        "--price",
        "1.5",
        "--start",
        "soon",
        "--set",
        "x=1",
    )
    assert [line.partition(":")[0] for line in _new(*order).stderr.splitlines()] == ["x", "price", "start"]


def test_the_list_names_every_case() -> None:
    shown = _new("--list").stdout
    for case in EVERY_CASE:
        assert f"  --case {case.key}\n      {case.says}\n      asks: " in shown
        assert f"{case.programme.name}  (--programme {case.programme.folder})" in shown


def test_programmes_and_cases_go_by_several_names() -> None:
    for written in ("adult skills", "adult-skills", "Adult_Skills", "FM35"):
        assert find_programme(written).folder == "adult_skills"
    case = find_case(find_programme("swap"), "A SWAP whose work experience and main aim are achieved")
    assert case.key == "swap-achieved"
    with pytest.raises(CellError):
        find_programme("x")


PLAIN = NewScenario(
    "A new one",
    ("Given the funding year is 2021/22", "And a learner born on 01/01/1990", "And this aim:",
     "| aim reference | start date | planned end date |", "| Z0009123 | 16/08/2021 | 20/08/2021 |",
     "Then the earnings in all are 40"),
    ("adult-skills",),
)  # fmt: skip


def test_the_rest_of_a_feature_is_not_touched() -> None:
    there = (
        "@adult-skills\r\nFeature: F\r\n  Rule: R\r\n    Scenario:   as it is\r\n"
        "      Given the funding year is 2021/22\r\n      Then nothing   is earned"
    )
    before = feature_text(f"# £\r\n{there}".encode("cp1252"), Path("f.feature"))
    content = at_the_end(PLAIN, before).text.content
    assert content.startswith(before.content)
    added = content[len(before.content) :].decode("cp1252")
    assert added == (
        "\r\n\r\n    Scenario: A new one\r\n      Given the funding year is 2021/22\r\n"
        "      And a learner born on 01/01/1990\r\n      And this aim:\r\n"
        "        | aim reference | start date | planned end date |\r\n"
        "        | Z0009123      | 16/08/2021 | 20/08/2021       |\r\n"
        "      Then the earnings in all are 40\r\n"
    )


def test_what_does_not_pass_is_not_written(tmp_path: Path) -> None:
    wrong = NewScenario("Wrong", (*PLAIN.lines[:-1], "Then the earnings in all are 41"))
    with pytest.raises(Refusal, match="does not pass there"):
        place(wrong, tmp_path / "a.feature", append=False)
    assert _found(tmp_path) == []


def test_a_feature_that_somebody_changes_meanwhile_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.feature"
    place(PLAIN, path, append=False)
    before = read_feature_text(path)
    placed = at_the_end(PLAIN, before)
    path.write_text("Feature: theirs\n", encoding="utf-8")
    with pytest.raises(ChangedMeanwhile):
        save(before, placed.text)
    assert path.read_text(encoding="utf-8") == "Feature: theirs\n"


def test_a_path_with_blanks_is_quoted() -> None:
    assert quoted("my features/a.feature:4") == '"my features/a.feature:4"'
    assert quoted("a.feature") == "a.feature"
