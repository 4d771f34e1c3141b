"""Cells that are not compared, and warnings, wherever a run is read."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from test_result_steps import TABLE, WRONG_BETWEEN
from written_apprenticeship import LEARNER, run

from reports.allure import write_results
from reports.celltable import as_html, as_markdown, cell_tables
from reports.page.document import site
from reports.tabletext import table_text
from reports.terminal import totals
from steps.results import FeatureResult, RunResult

pytest_plugins = ["pytester"]


def the_run(folder: Path, text: str) -> RunResult:
    result = run(folder, text, explain=True)
    return RunResult(
        [FeatureResult("features/apprenticeships/written.feature", "Written", scenarios=[result])]
    )


def test_a_table_shows_them_with_what_came_out(tmp_path: Path) -> None:
    (scenario,) = the_run(tmp_path, LEARNER + TABLE).scenarios
    (table,) = cell_tables(scenario.steps[-1])
    assert (table.compared, table.wrong, table.aside) == (10, 0, 5)
    assert '<td class="n aside">777 <small>computed 900.00</small></td>' in as_html(table)
    assert "| *777 (computed 900.00)* |" in as_markdown(table)
    assert "777 (computed 900.00)" in table_text(table, width=120)


def test_the_page_tells_of_them(tmp_path: Path) -> None:
    when = datetime(2026, 11, 22, tzinfo=UTC)
    page = site(the_run(tmp_path, LEARNER + TABLE), when=when)["programme-apprenticeships.html"]
    assert "5 cells in italics are shown and not compared" in page
    assert "All 10 compared cells agree · 5 cells shown and not compared" in page
    page = site(the_run(tmp_path, LEARNER + WRONG_BETWEEN), when=when)["programme-apprenticeships.html"]
    warning = re.search(r'<p class="message warning"><b>Warning, line (\d+)', page)
    assert warning and warning[1] == "11"


def test_the_totals_count_them(tmp_path: Path) -> None:
    assert totals(the_run(tmp_path, LEARNER + TABLE)).startswith(
        "1 passed, 5 cells shown and not compared in"
    )
    assert totals(the_run(tmp_path, LEARNER + WRONG_BETWEEN)).startswith("1 passed, 13 warnings in")


def test_allure_has_the_warnings(tmp_path: Path) -> None:
    folder = write_results(the_run(tmp_path, LEARNER + WRONG_BETWEEN), tmp_path / "allure")
    (result,) = folder.glob("*-result.json")
    assert "warning: written.feature:11:37: Provider Earned Total: 09/17" in result.read_text("utf-8")


@pytest.mark.long
def test_pytest_has_the_warnings(pytester: pytest.Pytester) -> None:
    text = f"Feature: Written\n  Scenario: One\n{LEARNER}{WRONG_BETWEEN}"
    pytester.makefile(".feature", written=text)
    result = pytester.runpytest_subprocess("-q", "written.feature", "-p", "no:cacheprovider")
    result.stdout.fnmatch_lines(["*FeatureWarning: written.feature:*Provider Earned Total: 09/17, behind*"])
    result.assert_outcomes(passed=1, warnings=13)
