"""Links from Allure to the report on disk: to the scenario, and to each clause that it shows."""

from pathlib import Path
from urllib.parse import quote

from reports.allure.labels import shown_clauses
from reports.page.contents import contents
from reports.page.guidance import guidance_of
from steps.results import RunResult, ScenarioResult

SCENARIO, CLAUSE = "link", "tms"


class ReportLinks:
    """Where the scenarios of a run stand in the report that the same run wrote."""

    def __init__(self, run: RunResult, report: Path) -> None:
        self._root = report.resolve().as_uri()
        programmes = contents(run)
        self._scenarios = {
            id(view.result): f"{programme.file}#{view.id}"
            for programme in programmes
            for view in programme.scenarios
        }
        self._clauses = guidance_of(programmes).addresses()

    def of(self, scenario: ScenarioResult) -> list[tuple[str, str, str]]:
        """Return kind, name and address of each link of a scenario of the run."""
        found = []
        if place := self._scenarios.get(id(scenario)):
            found.append((SCENARIO, "The scenario in the report", f"{self._root}/{place}"))
        for one in shown_clauses(scenario):
            if place := self._clauses.get(one.clause.id):
                found.append(
                    (CLAUSE, f"{one.clause.id} in the report", f"{self._root}/{quote(place, safe='#/')}")
                )
        return found
