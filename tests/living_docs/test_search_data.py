"""What the search looks through, and the command that writes the report."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from reports.cli import cli
from reports.page.contents import contents
from reports.page.search import _packed, search_data, words_of
from steps.results import RunResult

FEATURE = """
Feature: Work experience
  Scenario: A work experience aim pays its rate
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 |
      | WEX | on-programme | 40.00    |
"""


def unpacked(text: str) -> list[int]:
    numbers, at = [], -1
    for step in text.split():
        at += int(step, 36)
        numbers.append(at)
    return numbers


@given(st.sets(st.integers(0, 5000), min_size=1).map(sorted))
def test_packed_numbers_are_read_back(numbers: list[int]) -> None:
    assert unpacked(_packed(numbers)) == numbers


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The price is £2,860.00", {"the", "price", "is", "2860.00"}),
        ("on-programme, 08/17 (AR-3.4)", {"on-programme", "08/17", "ar-3.4"}),
        ("042, 002", {"042", "002"}),
    ],
)
def test_words(text: str, words: set[str]) -> None:
    assert words_of(text) == words


def test_every_scenario_is_found_by_its_words(living_run: RunResult) -> None:
    programmes = contents(living_run)
    data = search_data(programmes)
    views = [view for programme in programmes for view in programme.scenarios]
    assert [one[1] for one in data["scenarios"]] == [view.id for view in views]
    for number, view in enumerate(views):
        for word in words_of(view.result.name):
            assert number in unpacked(data["words"][word])
        assert [data["tags"][tag] for tag in data["scenarios"][number][4]] == list(
            dict.fromkeys(view.result.tags)
        )


def test_the_command_writes_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feature = tmp_path / "wex.feature"
    feature.write_text(FEATURE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(cli, ["report", str(feature), "-n", "1"])
    assert told.exit_code == 0, told.output
    assert told.stdout.splitlines()[-1] == f"Report: {tmp_path / 'report' / 'index.html'}"
    assert "The scenario passed." in (tmp_path / "report" / "index.html").read_text(encoding="utf-8")


def test_a_failing_run_has_its_report_and_fails(tmp_path: Path) -> None:
    feature = tmp_path / "wex.feature"
    feature.write_text(FEATURE.replace("40.00", "41.00"), encoding="utf-8")
    told = CliRunner().invoke(cli, ["report", str(feature), "--out", str(tmp_path / "out"), "-n", "1"])
    assert told.exit_code == 1
    assert (tmp_path / "out" / "guidance.html").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.feature"], "there is no such file or folder"),
        (["--tags", "@none"], "No scenario has the tags @none"),
        (["-n", "many"], "is no number of processes"),
    ],
)
def test_what_cannot_be_run_is_said_and_nothing_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    (tmp_path / "features").mkdir()
    (tmp_path / "features" / "wex.feature").write_text(FEATURE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = CliRunner().invoke(cli, ["report", *arguments])
    assert told.exit_code == 2
    assert said in told.output
    assert not (tmp_path / "report").exists()
