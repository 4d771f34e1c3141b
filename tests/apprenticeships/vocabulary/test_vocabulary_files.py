"""Feature files as other people's editors leave them: tabs, byte order marks, CRLF, a pound sign of Windows 1252."""

from pathlib import Path

import pytest

from engine.programmes.apprenticeships.payments.inputs import Commitment
from steps.apprenticeships.inputs import inputs_of
from steps.features import read_feature
from steps.runner import Performance
from steps.world import World

TIDY = """\
Feature: A £9,000 band

  Background:
    Given the apprenticeship funding band maximum is 15000

  Scenario: £500 a month
    Given the apprenticeship funding band maximum is 9000
    And levy balance > agreed price for all months
    And the following commitments exist:
      | ULN       | start date | end date   | agreed price | status |
      | learner a | 06/08/2017 | 28/08/2018 | 7500         | active |
    When an ILR file is submitted with the following data:
      | ULN       | learner type             | agreed price | start date | planned end date | completion status |
      # a line of comment
      | learner a | 16-18 programme only DAS | 7500         | 06/08/2017 | 08/08/2018       | continuing        |
    And the learner changes employers
      | Employer   | Type | ILR employment start date |
      | employer 1 | DAS  | 05/08/2017                |
"""


def said_in(path: Path) -> tuple[object, ...]:
    (scenario,) = read_feature(path).scenarios
    performance = Performance(scenario)
    for step in scenario.steps:
        performance.perform(step)
    assert not performance.problems, performance.problems
    return told(performance.world)


def told(world: World) -> tuple[object, ...]:
    made, reference, _ = inputs_of(world)
    commitments: tuple[Commitment, ...] = made.commitment_sets[0].commitments
    return made, commitments, reference.rows("apprenticeship_funding")


def ragged(text: str) -> str:
    """Return the text as another editor might leave it."""
    text = text.replace("    And ", "\tAnd\t", 1).replace("    When ", "\t \u00a0When\u00a0")
    text = text.replace("| ULN       |", "|ULN\t |").replace(
        "planned end date |", "  planned\tend  date\t\t|"
    )
    text = text.replace("completion status |", "Completion Status   |").replace(
        "learner a |", "learner\u00a0a\t|", 1
    )
    text = text.replace("| continuing        |", "|  Continuing\t|  # as at May")
    text = text.replace("commitments exist:", "commitments  exist :").replace(
        "following data:", "following data: #DAS"
    )
    return text.replace("\n      |", "\n\t  |").replace(
        "16-18 programme only DAS", " 16-18  Programme only das "
    )


@pytest.fixture
def tidy(tmp_path: Path) -> tuple[object, ...]:
    path = tmp_path / "tidy.feature"
    path.write_text(TIDY, encoding="utf-8")
    return said_in(path)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "mark"])
@pytest.mark.parametrize("coding", ["utf-8", "cp1252"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_ragged_file_says_the_same_wherever_it_lies(
    mark: bytes,
    coding: str,
    ends: str,
    tidy: tuple[object, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "some where" / "else"
    folder.mkdir(parents=True)
    content = mark + ragged(TIDY).replace("\n", ends).encode(coding)
    assert coding == "utf-8" or b"\xa3" in content
    (folder / "ragged.feature").write_bytes(content)
    monkeypatch.chdir(folder)
    assert said_in(Path("ragged.feature")) == tidy
    monkeypatch.chdir("/")
    assert said_in(folder / "ragged.feature") == tidy


def test_a_mark_within_a_file_is_passed_over(tidy: tuple[object, ...], tmp_path: Path) -> None:
    path = tmp_path / "marked.feature"
    path.write_text(
        TIDY.replace("| ULN", "|\ufeffULN").replace("  Scenario:", "\ufeff  Scenario:"), encoding="utf-8"
    )
    assert said_in(path) == tidy
