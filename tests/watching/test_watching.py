"""``ilrspec watch``: an edit runs the scenarios that it touches and no others."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from reports.cli import cli
from reports.watching import watch as watching
from reports.watching.kept import Kept
from tests.patience import PATIENCE, until

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
    """Does what it is given at once, in this process; what is ``meanwhile`` is done during the first of it."""

    def __init__(self, meanwhile: Callable[[], object] | None = None) -> None:
        self._meanwhile = meanwhile

    def submit(self, task: Callable[..., Any], /, *given: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_result(task(*given, **named))
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile:
            meanwhile()
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


Watched = Callable[..., Callable[[str], str]]


@pytest.fixture
def watched(feature: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    """Return a function that watches the folder in a thread and gives one that waits until something is told."""
    told: list[str] = []
    stop = threading.Event()
    threads: list[threading.Thread] = []
    monkeypatch.setattr(watching.click, "echo", lambda text="", **_: told.append(str(text)))

    def found(words: str) -> str:
        return next((line for line in reversed(told) if words in line), "")

    def wait(words: str) -> str:
        until(lambda: found(words) or not threads[0].is_alive(), f"told {words}; told: {told}")
        return found(words)

    def begin(meanwhile: Callable[[], object] | None = None) -> Callable[[str], str]:
        executor = AtOnce(meanwhile)
        monkeypatch.setattr(watching, "workers", lambda count: nullcontext(lambda anew: executor))
        given = ((str(feature.parent),), "", 1, stop)
        threads.append(threading.Thread(target=watching.watch, args=given, daemon=True))
        threads[0].start()
        assert wait("Watching")
        return wait

    yield begin
    stop.set()
    threads[0].join(PATIENCE)
    assert not threads[0].is_alive()


def save(path: Path, text: str) -> None:
    """Put a file into place whole, so that nobody meets it half written."""
    written = path.with_suffix(".tmp")
    written.write_text(text, encoding="utf-8")
    written.replace(path)


def test_saving_an_edit_is_enough(watched: Watched, feature: Path) -> None:
    told = watched()
    save(feature, FEATURE.replace("|    40.00 |", "|    41.00 |"))
    assert told("one.feature: 1 scenario run")
    assert told("Of all: 2 passed, 1 failed")
    save(feature.with_name("two.feature"), FEATURE)
    assert told(": 3 scenarios run")
    feature.unlink()
    assert told("one.feature is gone")


def test_an_edit_while_the_first_run_goes_on_is_not_missed(watched: Watched, feature: Path) -> None:
    told = watched(lambda: save(feature, FEATURE.replace("|    40.00 |", "|    41.00 |")))
    assert told("one.feature: 1 scenario run")
    assert told("Of all: 2 passed, 1 failed")


def test_a_path_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["watch", str(tmp_path / "none.feature")])
    assert result.exit_code == 2
    assert "there is no such file or folder" in result.stderr
