"""``ilrspec watch``: an edit runs the scenarios that it touches and no others."""

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reports.cli import cli
from reports.watching import watch as watching
from reports.watching.kept import Kept

FEATURE = """\
@adult-skills
Feature: Work experience
  Background:
    Given the funding year is 2021/22

  Scenario: One
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 |
      | WEX | on-programme |    40.00 |

  Scenario Outline: Two
    Given these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 |
      | WEX | on-programme | <figure> |

    Examples:
      | figure |
      |  40.00 |
      |  40    |
"""


class AtOnce(Executor):
    """Does what it is given at once, in this process."""

    def submit(self, task: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(task(*given, **named))
        return future


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    path = tmp_path / "one.feature"
    path.write_text(FEATURE, encoding="utf-8")
    return path


@pytest.fixture
def kept(feature: Path) -> Kept:
    found = Kept((str(feature),))
    assert found.run_all(AtOnce()).count("passed") == 3
    return found


def edited(kept: Kept, feature: Path, old: str, new: str) -> list[tuple[str, str, int]]:
    text = feature.read_text(encoding="utf-8")
    assert old in text
    feature.write_text(text.replace(old, new, 1), encoding="utf-8")
    run = kept.run([feature], AtOnce())
    return [(scenario.name, scenario.status, scenario.line) for scenario in run.scenarios]


def test_an_edit_runs_the_scenario_it_touches(kept: Kept, feature: Path) -> None:
    assert edited(kept, feature, "|    40.00 |", "|    41.00 |") == [("One", "failed", 6)]
    assert (kept.whole.count("passed"), kept.whole.count("failed")) == (2, 1)
    assert edited(kept, feature, "|    41.00 |", "|    40.00 |") == [("One", "passed", 6)]


def test_a_row_of_examples_runs_alone(kept: Kept, feature: Path) -> None:
    assert edited(kept, feature, "|  40    |", "|  42    |") == [("Two", "failed", 25)]


def test_comments_blank_lines_and_places_run_nothing(kept: Kept, feature: Path) -> None:
    assert edited(kept, feature, "  Scenario: One", "\n  # why\n  Scenario: One") == []
    assert edited(kept, feature, "|    40.00 |", "| 40.00 |") == []


def test_background_and_tags_run_all(kept: Kept, feature: Path) -> None:
    assert len(edited(kept, feature, "2021/22", "2022/23")) == 3
    assert len(edited(kept, feature, "@adult-skills", "@adult-skills @new")) == 3


def test_a_file_that_cannot_be_read_is_told_and_read_again(kept: Kept, feature: Path) -> None:
    assert edited(kept, feature, "| aim | earning ", "| aim earning ") == []
    assert kept.whole.problems
    assert len(edited(kept, feature, "| aim earning ", "| aim | earning ")) == 3
    assert not kept.whole.problems


def test_a_removed_file_is_forgotten(kept: Kept, feature: Path) -> None:
    feature.unlink()
    assert kept.run([feature], AtOnce()).features == []
    assert kept.whole.scenarios == []


def test_tags_are_kept_to(feature: Path) -> None:
    kept = Kept((str(feature),), "@other")
    assert kept.run_all(AtOnce()).scenarios == []


# --- with real edits --------------------------------------------------------------------------------------


@pytest.fixture
def watched(feature: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], str]]:
    """Watch the folder in a thread; return a function that waits until something is told."""
    told: list[str] = []
    stop = threading.Event()
    monkeypatch.setattr(watching.click, "echo", lambda text="", **_: told.append(str(text)))

    class Pool:
        def __enter__(self) -> Callable[[bool], Executor]:
            return lambda anew: AtOnce()

        def __exit__(self, *_: object) -> None: ...

    monkeypatch.setattr(watching, "workers", lambda count: Pool())
    thread = threading.Thread(target=watching.watch, args=((str(feature.parent),), "", 1, stop))
    thread.start()

    def until(words: str) -> str:
        for _ in range(400):
            if found := [line for line in told if words in line]:
                return found[-1]
            time.sleep(0.025)
        raise AssertionError(f"never told: {words}; told: {told}")

    until("Watching")
    time.sleep(0.2)
    yield until
    stop.set()
    thread.join(10)
    assert not thread.is_alive()


def test_saving_an_edit_is_enough(watched: Callable[[str], str], feature: Path) -> None:
    text = feature.read_text(encoding="utf-8")
    feature.write_text(text.replace("|    40.00 |", "|    41.00 |"), encoding="utf-8")
    assert "one.feature: 1 scenario run" in watched("one.feature: 1 scenario run")
    watched("Of all: 2 passed, 1 failed")
    (feature.parent / "two.feature").write_text(FEATURE, encoding="utf-8")
    watched("two.feature: 3 scenarios run")
    feature.unlink()
    watched("one.feature is gone")


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["watch", str(tmp_path / "none.feature")])
    assert result.exit_code == 2
    assert "there is no such file or folder" in result.stderr
