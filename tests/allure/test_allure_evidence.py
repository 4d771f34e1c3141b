"""What goes with a scenario: ILR files that are valid for their year, statements, findings, parameters."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from engine.ilr.schema import xsd
from engine.ilr.xml import read_message
from reports.allure import write_results
from reports.allure.evidence import Evidence, evidence_of
from steps.features import find_features
from steps.results import RunResult, ScenarioResult
from steps.runner import RunOptions, run_features

FEATURES = Path(__file__).resolve().parents[2] / "features"
WRONG = "A figure that is not the computed one"


def kept(scenario: ScenarioResult) -> dict[str, Evidence]:
    return {one.name: one for one in scenario.kept}


def run(*features: str) -> dict[str, ScenarioResult]:
    found = run_features(
        find_features([FEATURES / f"{one}.feature" for one in features]), RunOptions(keep=evidence_of)
    )
    return {one.name: one for one in found.scenarios}


@pytest.fixture(scope="module")
def bootcamps() -> dict[str, ScenarioResult]:
    return run("bootcamps/commencement", "bootcamps/field_rules_learner")


def test_every_ilr_file_is_valid_for_its_year(
    several: RunResult, bootcamps: dict[str, ScenarioResult]
) -> None:
    scenarios = [*several.scenarios, *bootcamps.values()]
    files = [one for scenario in scenarios for one in scenario.kept or () if one.extension == "xml"]
    assert len(files) > 15
    for file in files:
        schema = etree.XMLSchema(etree.fromstring(xsd(file.name.split("-")[2])))
        assert schema.validate(etree.fromstring(file.text.encode())), (file.name, schema.error_log.last_error)


def test_a_scenario_has_its_learner_and_what_the_learner_earns(
    by_name: dict[str, Any], results: Path
) -> None:
    attached = {one["name"]: one for one in by_name[WRONG]["attachments"]}
    assert list(attached) == ["ILR-10000001-2122-20220731-120000-01.xml", "Earnings statement", "Findings"]
    message = read_message(
        (results / attached["ILR-10000001-2122-20220731-120000-01.xml"]["source"]).read_bytes()
    )
    assert [aim.learn_aim_ref for aim in message.learner[0].learning_delivery] == ["Z0009123"]
    statement = (results / attached["Earnings statement"]["source"]).read_text(encoding="utf-8")
    months = (
        "Aug 2021,Sep 2021,Oct 2021,Nov 2021,Dec 2021,Jan 2022,Feb 2022,Mar 2022,Apr 2022,May 2022,Jun 2022"
    )
    assert statement.splitlines() == [
        f"Learner,Aim,Price episode,Attribute,{months},Jul 2022,Total",
        "Learner,1,,AchievePayment,10.00,,,,,,,,,,,,10.00",
        "Learner,1,,OnProgPayment,40.00,,,,,,,,,,,,40.00",
    ]
    assert attached["Earnings statement"]["type"] == "text/csv"


def test_each_provider_has_a_file_of_its_own_and_payments_are_told(several: RunResult) -> None:
    (scenario,) = (one for one in several.scenarios if one.file.endswith("band.feature"))
    names = [one.name for one in scenario.kept]
    assert [name.split("-")[2] for name in names[:2]] == ["1718", "1718"]
    assert len({name.split("-")[1] for name in names[:2]}) == 2
    assert names[2:] == ["Earnings statement", "Payments"]
    earned = list(csv.DictReader(scenario.kept[2].text.splitlines()))
    first, second = (name.split("-")[1] for name in names[:2])
    by_month = {(one["Provider"], one["Month"]): one["Earned"] for one in earned}
    assert (first, "Jan 2018") not in by_month
    assert by_month[second, "Jan 2018"] == "1,142.86"
    paid = scenario.kept[3].text.splitlines()
    assert paid[0] == "Provider,Learner,ULN,Kind,Delivery,Collection,Who pays,Amount"
    assert any("government co-investment" in line for line in paid)
    assert any("employer co-investment" in line for line in paid)


def test_each_return_has_a_file_and_milestones_are_told(bootcamps: dict[str, ScenarioResult]) -> None:
    again = kept(bootcamps["Day 14 must have come when the file is prepared"])
    assert [name for name in again if name.startswith("ILR")] == [
        "ILR-10000201-2324-20240605-120000-01.xml",
        next(name for name in again if name.endswith("-02.xml")),
    ]
    statement = again["Earnings statement"].text.splitlines()
    assert statement[0] == "Provider,Learner,Bootcamp,Milestone,First payable,Earned,Amount"
    assert '10000201,Cleo,Z5BC0101,M1,2023/24 R10,Jun 2024,"1,200.00"' in statement
    assert '10000201,Dara,Z5BC0101,M1,2023/24 R11,Jun 2024,"1,200.00"' in statement


def test_records_that_no_file_can_hold_are_told_with_the_reason(bootcamps: dict[str, ScenarioResult]) -> None:
    told = [one for scenario in bootcamps.values() for one in scenario.kept if one.extension == "txt"]
    assert told
    for one in told:
        assert one.name == "ILR file"
        assert one.text.startswith("No ILR file can hold the records of this scenario: Learner/")
        assert "is empty" in one.text


def test_a_file_of_before_the_first_known_year_is_written_as_of_that_year() -> None:
    scenarios = run("apprenticeships/data_lock_events")
    names = [one.name for scenario in scenarios.values() for one in scenario.kept if one.extension == "xml"]
    assert "ILR-10000001-1718-20170501-120000-01.xml" in names


def test_steps_have_the_values_of_their_sentences(by_name: dict[str, Any]) -> None:
    steps = by_name["The same twice"]["steps"]
    assert [one["name"] for one in steps][-1].startswith("Then WEX earns")
    told = {one["name"]: one["value"] for one in steps[-1]["parameters"]}
    assert told["aim"] == "WEX"
    assert told["month"] == "Aug 2021"
    assert told["amount"] in ("40.00", "10.00")
    assert {"name": "year", "value": "2021/22"} in steps[0]["parameters"]
    assert "parameters" not in steps[1]


def test_rows_of_examples_are_parameters_with_a_history_each(results: Path) -> None:
    told = [json.loads(path.read_text(encoding="utf-8")) for path in results.glob("*-result.json")]
    rows = sorted((one for one in told if one["fullName"].endswith(": The sum")), key=lambda one: one["name"])
    assert [one["name"] for one in rows] == ["The sum (50.00, 10.00)", "The sum (51.00, 10.00)"]
    assert [one["status"] for one in rows] == ["passed", "failed"]
    assert rows[1]["parameters"] == [{"name": "sum", "value": "51.00"}, {"name": "part", "value": "10.00"}]
    assert rows[0]["testCaseId"] == rows[1]["testCaseId"]
    assert rows[0]["historyId"] != rows[1]["historyId"]


def test_times_of_steps_follow_one_another(by_name: dict[str, Any]) -> None:
    result = by_name[WRONG]
    places = [result["start"], *(time for step in result["steps"] for time in (step["start"], step["stop"]))]
    assert places == sorted(places)
    assert result["stop"] >= result["start"]


def test_a_later_run_takes_the_place_of_the_earlier(several: RunResult, tmp_path: Path) -> None:
    write_results(several, tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    (damaged,) = (one for one in several.features if one.problems)
    assert any("Damaged" in name or "damaged" in name for name in texts(tmp_path))
    mended = RunResult([one for one in several.features if one is not damaged])
    mended.features.append(type(damaged)(damaged.file, "Damaged"))
    write_results(mended, tmp_path)
    after = {path.name for path in tmp_path.iterdir()}
    assert after < before
    assert len(before - after) == 1
    assert "broken" in {json.loads(text)["status"] for text in texts(tmp_path)}


def texts(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in folder.glob("*-result.json")]


def test_surroundings(results: Path) -> None:
    environment = dict(
        line.split(" = ")
        for line in (results / "environment.properties").read_text(encoding="utf-8").splitlines()
    )
    assert set(environment) == {"ilrspec", "Python", "System"}
    categories = json.loads((results / "categories.json").read_text(encoding="utf-8"))
    assert {status for one in categories for status in one["matchedStatuses"]} == {
        "failed",
        "broken",
        "skipped",
    }
    assert json.loads((results / "executor.json").read_text(encoding="utf-8"))["name"] == "ilrspec"


def test_results_link_to_the_report_of_the_same_run(tmp_path: Path) -> None:
    from reports.page import write_report

    found = run_features(
        find_features([FEATURES / "bootcamps/commencement.feature"]), RunOptions(explain=True)
    )
    write_report(found, tmp_path / "report")
    write_results(found, tmp_path / "allure", report=tmp_path / "report")
    links = [link for text in texts(tmp_path / "allure") for link in json.loads(text)["links"]]
    assert {link["type"] for link in links} == {"link", "tms"}
    for link in links:
        page, _, place = link["url"].removeprefix(tmp_path.as_uri()).partition("#")
        assert f'id="{place}"' in (tmp_path / page.lstrip("/")).read_text(encoding="utf-8")
