"""``pytest --alluredir`` writes what ``ilrspec run --allure`` writes."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

OPTIONS = ("-p", "no:cacheprovider", "--continue-on-collection-errors", "-W", "error::pytest.PytestWarning")
_OF_THE_RUN = ("uuid", "start", "stop")


def told(folder: Path) -> dict[str, Any]:
    """Return results by identity, without what differs from run to run, and with the text of attachments."""
    found = {}
    for path in folder.glob("*-result.json"):
        result = json.loads(path.read_text(encoding="utf-8"))
        result["labels"] = Counter(
            (one["name"], one["value"]) for one in result["labels"] if one["name"] not in ("host", "thread")
        )
        for part in (result, *result.get("steps", ())):
            for name in _OF_THE_RUN:
                part.pop(name, None)
            for attachment in part.get("attachments", ()):
                attachment["text"] = (folder / attachment["source"]).read_text(encoding="utf-8")
        assert result["historyId"] not in found
        found[result["historyId"]] = result
    return found


pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def under_pytest(features: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("under_pytest")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "features", "-q", *OPTIONS, "--alluredir", str(folder)],
        cwd=features.parent,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    return folder


def test_results_are_the_same_either_way(results: Path, under_pytest: Path) -> None:
    ours, theirs = told(results), told(under_pytest)
    assert Counter(one["status"] for one in ours.values()) == {
        "passed": 4,
        "failed": 2,
        "broken": 2,
        "skipped": 1,
    }
    assert set(ours) == set(theirs)
    for identity, result in ours.items():
        assert theirs[identity] == result


def test_nothing_else_is_written_by_pytest(results: Path, under_pytest: Path) -> None:
    def kinds(folder: Path) -> Counter[str]:
        return Counter(path.name.rpartition("-")[2] for path in folder.iterdir())

    assert kinds(under_pytest) == kinds(results)
    categories = (folder / "categories.json" for folder in (results, under_pytest))
    assert len({path.read_text(encoding="utf-8") for path in categories}) == 1
