"""The guidance view tells of every clause, which scenarios show it, and what is open."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from engine.clauses import load_catalogues
from engine.switches import load_switches
from reports.page.contents import contents
from reports.page.guidance import CLAUSES, guidance_of
from steps.results import RunResult


def page_of(folder: Path, name: str) -> html.HtmlElement:
    return html.parse(str(folder / name), html.HTMLParser(encoding="utf-8")).getroot()


def test_every_clause_of_every_document_is_there_in_order(folder: Path, living_run: RunResult) -> None:
    views = guidance_of(contents(living_run)).documents
    documents = load_catalogues(CLAUSES)
    assert [view.document for view in views] == list(documents)
    for view in views:
        shown = page_of(folder, view.file).xpath("//article[contains(@class, 'clause')]/@id")
        assert shown == [clause.id for clause in view.document.clauses]


def test_a_clause_is_shown_by_the_scenarios_that_carry_its_id(folder: Path, living_run: RunResult) -> None:
    tags = Counter(tag for scenario in living_run.scenarios for tag in dict.fromkeys(scenario.tags))
    shown = 0
    for view in guidance_of(contents(living_run)).documents:
        page = page_of(folder, view.file)
        for clause in page.xpath("//article[contains(@class, 'clause')]"):
            links = clause.xpath(".//li/a[contains(@href, '.html#')]")
            assert len(links) == tags[clause.get("id")]
            shown += len(links)
    assert shown > 50


def test_what_no_scenario_shows_stands_out(folder: Path, living_run: RunResult) -> None:
    (view,) = (
        one
        for one in guidance_of(contents(living_run)).documents
        if one.document.name.startswith("wmca_boot")
    )
    assert view.counts["uncovered"] > 10
    page = page_of(folder, view.file)
    marked = page.xpath("//article[contains(@class, 'clause uncovered')]")
    assert len(marked) == view.counts["uncovered"]
    assert all("Not shown" in one.xpath("string(h3)") for one in marked)
    for one in page.xpath("//article[contains(@class, 'untestable')]"):
        assert "Not testable: " in one.text_content()


def test_a_failing_scenario_breaks_its_clauses(living_run: RunResult) -> None:
    scenario = next(one for one in living_run.scenarios if one.name.startswith("A figure that is not"))
    before, scenario.tags = scenario.tags, ("AR-3.4",)
    try:
        states = {
            view.clause.id: view.state
            for one in guidance_of(contents(living_run)).documents
            for view in one.clauses
        }
    finally:
        scenario.tags = before
    assert states["AR-3.4"] == "broken"


def test_open_questions_stand_beside_their_clause(folder: Path, living_run: RunResult) -> None:
    told = " ".join(
        " ".join(page_of(folder, view.file).text_content().split())
        for view in guidance_of(contents(living_run)).documents
    )
    clauses = {one.id for document in load_catalogues(CLAUSES) for one in document.clauses}
    named = {one.switch for document in load_catalogues(CLAUSES) for one in document.clauses}
    asked = [one for one in load_switches().known.values() if one.clause in clauses or one.name in named]
    assert len(asked) > 10
    for switch in asked:
        assert " ".join(switch.question.split()) in told
        assert f"{switch.name}={switch.default}" in told


def test_a_section_that_rules_cite_leads_to_its_first_clause(living_run: RunResult) -> None:
    addresses = guidance_of(contents(living_run)).addresses()
    assert addresses["FM36-4-INCENTIVE"] == "guidance-fm36-2020-21.html#FM36-4-INCENTIVE"
    assert addresses["FM36-4"].startswith("guidance-fm36-2020-21.html#FM36-4")
    assert addresses["WB5-M1"].startswith("guidance-wmca-bootcamps-wave-5.html#WB5-M1-")


def test_a_catalogue_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "broken.yaml").write_text("document: [", encoding="utf-8")
    told = guidance_of([], tmp_path)
    assert not told.documents
    assert "broken.yaml: cannot be read" in told.problems[0]


@pytest.mark.parametrize("missing", ["no_such_folder"])
def test_a_folder_that_is_missing_is_told(tmp_path: Path, missing: str) -> None:
    assert guidance_of([], tmp_path / missing).problems
