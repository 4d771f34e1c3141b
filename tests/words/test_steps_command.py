"""``ilrspec steps``: the list, the search, JSON, the page."""

import ast
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reports.authoring.clause_words import clauses
from reports.authoring.examples import clauses_of, usage
from reports.authoring.words import step_of, vocabulary
from reports.commands.steps import command
from reports.page import write_report
from reports.words import known
from reports.words.find import find, nearest_words
from reports.words.known import known_steps
from reports.words.page import page as page_of
from steps.results import RunResult
from tests.patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]


def steps(*words: str) -> Result:
    return CliRunner().invoke(command, words)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch, kept: Path) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(known, "_folder", lambda: kept)


def test_without_words_every_step_has_its_line() -> None:
    told = steps()
    assert told.exit_code == 0
    lines = told.output.splitlines()
    assert [step.sentence for step in vocabulary() if f"  {step.sentence}" not in lines] == []
    assert "Learners and aims:" in lines


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("funding year", "the funding year is {year}"),
        ("fundng yaer", "the funding year is {year}"),
        ("levy account credited", "the provider earnings and payments break down as follows:"),
        ("date of birth", "these learners:"),
        ("TNP3", "these apprenticeship aims:"),
        ("prior learnig", "these aims:"),
    ],
)
def test_words_are_found_also_where_they_are_misspelt(words: str, first: str) -> None:
    told = steps(*words.split())
    assert told.exit_code == 0
    assert told.output.splitlines()[0] == first


def test_a_step_is_shown_with_its_table_its_words_and_an_example() -> None:
    told = steps("these employment statuses:").output
    assert "employment status" in told
    assert "looking for work (Code 11)" in told
    assert "Given this employment status:" in told or "And this employment status:" in told
    assert "  | employment status |" in told


def test_nothing_found_tells_the_nearest_words() -> None:
    told = steps("brthdte")
    assert told.exit_code == 1
    assert "No step has the words 'brthdte'." in told.output
    assert "birth" in told.output
    assert nearest_words(["brthdte"], known_steps(None))


def test_every_word_must_be_there() -> None:
    steps_ = known_steps(None)
    assert find(["levy", "bootcamp"], steps_) == []
    assert len(find(["levy"], steps_)) > 3


def test_json_holds_everything() -> None:
    found = json.loads(steps("--format", "json", "these", "aims:").output)
    assert [one["sentence"] for one in found] == ["these aims:"]
    headings = {one["name"]: one for one in found[0]["table"]["headings"]}
    assert headings["completion status"]["also"] == ["status", "CompStatus", "comp status"]
    assert {"word": "continuing", "means": "Code 1."} in headings["completion status"]["words"]
    assert found[0]["uses"] > 100
    assert set(found[0]["clauses"]) <= clauses().keys()
    nothing = steps("--format", "json", "qqqqqq")
    assert (json.loads(nothing.output), nothing.exit_code) == ([], 1)


def test_examples_are_lines_of_features_and_clauses_those_of_their_scenarios(tmp_path: Path) -> None:
    (tmp_path / "one.feature").write_text(
        "@FM35-INSTALMENTS-01\nFeature: F\n  Background:\n    Given the funding year is 2021/22\n"
        "  @AR-1.1\n  Scenario: S\n    # a note\n    Given this aim:\n      | aim |\n\n      | <x> |\n"
        '    And this aim:\n      | aim |\n      | WEX |\n    """\n    Given this aim:\n    """\n'
        "  @AR-1.2\n  Scenario: T\n    Then half | of it\n",
        encoding="utf-8",
    )
    (tmp_path / "broken.feature").write_bytes(b"\0\1\2")
    told = usage(tmp_path)
    aims, year = step_of("these aims:"), step_of("the funding year is 2020/21")
    assert aims is not None
    assert year is not None
    assert told[aims].count == 2
    assert told[aims].shortest is not None
    assert told[aims].shortest.lines == ("And this aim:", "  | aim |", "  | WEX |")
    assert told[aims].shortest.line == 12
    assert clauses_of(told[aims], clauses()) == ["FM35-INSTALMENTS-01", "AR-1.1"]
    assert clauses_of(told[year], clauses()) == ["FM35-INSTALMENTS-01"]


def test_what_is_kept_is_the_same_and_counts_while_nothing_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "_folder", lambda: tmp_path / "kept")
    feature = tmp_path / "features" / "one.feature"
    feature.parent.mkdir()
    feature.write_text(
        "Feature: F\n  Scenario: S\n    Given this aim:\n      | aim |\n      | A |\n", "utf-8"
    )
    first = known_steps(feature.parent)
    with monkeypatch.context() as without:
        without.setattr(known, "_read", lambda features: pytest.fail("it was read again"))
        again = known_steps(feature.parent)
    assert [asdict(one) for one in again] == [asdict(one) for one in first]
    feature.write_text(feature.read_text("utf-8").replace("| A |", "| Bee |"), "utf-8")
    lines = [one.example.lines for one in known_steps(feature.parent) if one.example]
    assert lines == [("Given this aim:", "  | aim |", "  | Bee |")]
    for damaged in (tmp_path / "kept").iterdir():
        damaged.write_text('{"mark": 1', "utf-8")
    assert len(known_steps(feature.parent)) == len(first)


def test_the_page_is_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "steps.html"
    assert steps("--page", str(target)).exit_code == 0
    text = target.read_text(encoding="utf-8")
    assert text.count('<article class="step"') == len(vocabulary())
    assert "http" not in text.replace("http-equiv", "")
    refused = steps("--page", str(tmp_path / "none" / "steps.html"))
    assert refused.exit_code == 2
    assert "there is no folder" in refused.output
    assert steps("aims", "--page", str(target)).exit_code == 2


def test_the_source_for_editors_has_every_step_and_no_pattern_but_blanks(tmp_path: Path) -> None:
    target = tmp_path / "steps.py"
    assert steps("--glue", str(target)).exit_code == 0
    functions = [one for one in ast.parse(target.read_text("utf-8")).body if isinstance(one, ast.FunctionDef)]
    assert len({one.name for one in functions}) == len(functions) == len(vocabulary())
    sentences = [call.args[0].value for one in functions for call in one.decorator_list]  # type: ignore[attr-defined]
    assert len(sentences) == sum(len(step.sentences) for step in vocabulary())
    assert "the funding year is {}" in sentences
    # These signs would make the Cucumber extension take the sentence for a regular expression, or for alternatives.
    assert [one for one in sentences if set(one) & set("().*\\|/")] == []


def test_the_page_is_searched_and_can_be_used_by_everybody(
    tmp_path: Path, browser: Any, barriers: Any
) -> None:
    target = tmp_path / "steps.html"
    assert steps("--page", str(target)).exit_code == 0
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda told: problems.append(told.text) if told.type == "error" else None)
    page.goto(f"{target.as_uri()}#these-aims")
    assert page.locator("#these-aims details").get_attribute("open") is not None
    page.fill("#text", "LEVY account credited")
    shown = page.locator("article.step:visible")
    assert 0 < shown.count() < 10
    assert page.inner_text("#matches") == f"{shown.count()} of {len(vocabulary())} steps"
    page.evaluate("document.querySelectorAll('main [hidden]').forEach((one) => one.remove())")
    assert barriers(page) == []
    assert problems == []
    page.close()


def test_the_report_leads_to_the_page_and_back(tmp_path: Path) -> None:
    first = write_report(RunResult(), tmp_path, steps=page_of(known_steps(None), home="index.html"))
    assert '<a href="steps.html">Steps</a>' in first.read_text(encoding="utf-8")
    assert '<a href="index.html">Overview</a>' in (tmp_path / "steps.html").read_text(encoding="utf-8")
    write_report(RunResult(), tmp_path)
    assert "steps.html" not in first.read_text(encoding="utf-8")
    assert not (tmp_path / "steps.html").exists()
