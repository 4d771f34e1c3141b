import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from golden_files import assert_golden
from sample_runs import mixed_run

import steps.runner
from reports.cli import cli
from steps.results import RunResult

FEATURE = """Feature: Job outcomes

  @swap
  Scenario: One
    Given a thing that no step reads

  @ignore
  Scenario: Two
    Given another
"""


@pytest.fixture
def run_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, Any]:
    """Let the runner return a run made by hand, and keep what it was asked for."""
    asked: dict[str, Any] = {"run": mixed_run()}

    def run_features(selections: Any, options: Any = None, on_scenario: Any = None) -> RunResult:
        asked["selections"], asked["options"] = list(selections), options
        run: RunResult = asked["run"]
        for scenario in run.scenarios:
            on_scenario(scenario)
        return run

    monkeypatch.setattr(steps.runner, "run_features", run_features)
    folder = tmp_path / "features" / "bootcamps"
    folder.mkdir(parents=True)
    (folder / "one.feature").write_text(FEATURE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    return asked


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["run", *arguments])


def test_text(run_of: dict[str, Any]) -> None:
    told = run()
    assert told.exit_code == 1
    assert told.stderr == ""
    assert_golden("mixed_run.txt", told.stdout)
    assert [str(selection.path) for selection in run_of["selections"]] == [
        str(Path("features", "bootcamps", "one.feature"))
    ]


def test_json_has_the_shape_that_was_promised(run_of: dict[str, Any]) -> None:
    told = run("--format", "json")
    assert told.exit_code == 1
    assert told.stderr == ""
    printed = json.loads(told.stdout)
    assert printed == run_of["run"].as_json()
    assert list(printed) == ["scenarios"]
    for scenario in printed["scenarios"]:
        assert list(scenario) == ["file", "line", "name", "tags", "status", "message", "cells"]
        for cell in scenario["cells"]:
            assert list(cell) == ["line", "row", "column", "expected", "actual", "ok"]


def test_json_stays_alone_on_standard_output(run_of: dict[str, Any], tmp_path: Path) -> None:
    told = run("--format", "json", "--report", "r", "--allure", "a")
    json.loads(told.stdout)
    assert told.stderr.splitlines() == [
        f"Allure results: {tmp_path / 'a'}",
        f"Report: {tmp_path / 'r' / 'index.html'}",
    ]


def test_the_path_of_the_report_is_the_last_line(run_of: dict[str, Any], tmp_path: Path) -> None:
    told = run("--report", "made/report")
    page = tmp_path / "made" / "report" / "index.html"
    assert told.stdout.splitlines()[-1] == f"Report: {page}"
    assert page.is_file()
    assert run_of["options"].explain


def test_options_reach_the_runner(run_of: dict[str, Any]) -> None:
    run("--tags", "@swap and not @slow", "-n", "3")
    options = run_of["options"]
    assert (options.tags, options.workers, options.explain) == ("@swap and not @slow", 3, False)
    run("-n", "auto")
    assert run_of["options"].workers >= 1


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_wrong_number_of_processes(run_of: dict[str, Any], number: str) -> None:
    told = run("-n", number)
    assert told.exit_code == 2
    assert f"'{number}' is no number of processes" in told.stderr


def test_an_unknown_path(run_of: dict[str, Any]) -> None:
    told = run("nowhere", "features/two.feature")
    assert told.exit_code == 2
    assert_golden("unknown_path.txt", told.stderr)
    assert told.stdout == ""


def test_an_unknown_path_as_json(run_of: dict[str, Any]) -> None:
    told = run("nowhere", "--format", "json")
    assert told.exit_code == 2
    (scenario,) = json.loads(told.stdout)["scenarios"]
    assert scenario["status"] == "error"
    assert "there is no such file or folder" in scenario["message"]


def test_a_run_of_nothing_is_no_success(run_of: dict[str, Any]) -> None:
    run_of["run"] = RunResult()
    told = run("--tags", "@nobody")
    assert told.exit_code == 2
    assert "No scenario has the tags @nobody" in told.stderr


def test_all_passed(run_of: dict[str, Any]) -> None:
    run_of["run"].features[:] = run_of["run"].features[:1]
    scenarios = run_of["run"].features[0].scenarios
    scenarios[:] = scenarios[:1]
    told = run()
    assert told.exit_code == 0
    assert told.stdout.splitlines()[-1] == "1 passed in 0.8 s"


def test_with_the_real_runner(tmp_path: Path) -> None:
    path = tmp_path / "one.feature"
    path.write_text(FEATURE, encoding="utf-8")
    told = run(str(path))
    assert told.exit_code == 2
    assert f"{path}:5:5: no step reads 'a thing that no step reads'" in told.stdout
    assert told.stdout.splitlines()[-1].startswith("1 error, 1 skipped in ")


def test_a_faulty_tag_expression(tmp_path: Path) -> None:
    path = tmp_path / "one.feature"
    path.write_text(FEATURE, encoding="utf-8")
    told = run(str(path), "--tags", "@a and or")
    assert told.exit_code == 2
    assert "the tag expression '@a and or' cannot be read" in told.stderr
    assert "Traceback" not in told.stderr
