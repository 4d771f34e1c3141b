import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sample_runs import mixed_run

from reports.allure import write_results

FINISHED = datetime.fromisoformat("2022-03-14T09:05:00+00:00")


def read(folder: Path) -> dict[str, dict[str, Any]]:
    results = [json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*-result.json")]
    return {result["name"]: result for result in results}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_results(
        mixed_run(), tmp_path_factory.mktemp("allure") / "new" / "results", finished=FINISHED
    )


def labels(result: dict[str, Any], name: str) -> list[str]:
    return [label["value"] for label in result["labels"] if label["name"] == name]


def test_every_scenario_and_unreadable_file_has_a_result(folder: Path) -> None:
    assert {name: result["status"] for name, result in read(folder).items()} == {
        "A SWAP job outcome dated 13/03/2022 is earned in March": "passed",
        "A job of twelve weeks and six days earns nothing": "failed",
        "The claim code 014 is refused": "passed",
        "The claim code 375 is accepted": "failed",
        "A job in another region": "skipped",
        '<script>alert("x")</script> & hours below 30': "broken",
        "The file can be read": "broken",
    }


def test_a_result_has_its_labels_and_times(folder: Path) -> None:
    result = read(folder)["A job of twelve weeks and six days earns nothing"]
    assert labels(result, "epic") == ["Sector programmes"]
    assert labels(result, "feature") == ["Job outcome payments"]
    assert labels(result, "story") == ["The job must last 13 weeks"]
    assert labels(result, "severity") == ["critical"]
    assert labels(result, "tag") == ["sector_gateway", "swap", "job_outcome", "edge"]
    assert (
        result["fullName"]
        == "Sector programmes/job_outcome: A job of twelve weeks and six days earns nothing"
    )
    assert result["stop"] - result["start"] == 10
    assert result["stop"] <= FINISHED.timestamp() * 1000
    assert "expected 30.00, got 0.00" in result["statusDetails"]["message"]


def test_steps_have_their_status_and_tables(folder: Path) -> None:
    result = read(folder)["A job of twelve weeks and six days earns nothing"]
    assert [step["status"] for step in result["steps"]] == ["passed", "passed", "passed", "failed"]
    last = result["steps"][-1]
    assert last["name"] == "Then the provider earns"
    assert [(one["name"], one["type"]) for one in last["attachments"]] == [
        ("Table", "text/csv"),
        ("Expected and computed", "text/html"),
    ]
    table, page = ((folder / one["source"]).read_text(encoding="utf-8") for one in last["attachments"])
    assert table.splitlines()[0] == "Learner,Kind,Aug 2021,...,Mar 2022,Apr 2022,..."
    assert "<b>Expected</b> 30.00" in page


def test_identities_last_from_run_to_run(folder: Path, tmp_path: Path) -> None:
    run = mixed_run()
    for scenario in run.scenarios:
        scenario.line += 5
    again = read(write_results(run, tmp_path))
    for name, result in read(folder).items():
        assert again[name]["historyId"] == result["historyId"]
        assert again[name]["uuid"] != result["uuid"]


def test_scenarios_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    run = mixed_run()
    for scenario in run.features[0].scenarios:
        scenario.name = "Same"
    write_results(run, tmp_path)
    results = [json.loads(path.read_text(encoding="utf-8")) for path in tmp_path.glob("*-result.json")]
    assert len({result["historyId"] for result in results}) == len(results) == 7


def test_results_that_lie_there_stay(tmp_path: Path) -> None:
    kept = tmp_path / "before-result.json"
    kept.write_text("{}", encoding="utf-8")
    write_results(mixed_run(), tmp_path)
    assert kept.read_text(encoding="utf-8") == "{}"
    assert not list(tmp_path.glob("*.tmp"))
