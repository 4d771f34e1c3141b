"""Every clause of guidance is shown by a scenario, and every scenario shows clauses that exist."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from engine.clauses import Clause, load_catalogues
from steps.features import Feature, Scenario, read_feature

ROOT = Path(__file__).resolve().parents[2]
FEATURES = ROOT / "features"
CLAUSE_LIKE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9.]+)+")
SAYS_A_CODE = re.compile(r"(?P<code>[A-Z][A-Za-z0-9_]+) is (?:not )?found", re.I)


@cache
def clauses() -> dict[str, Clause]:
    documents = load_catalogues(ROOT / "fixtures" / "clauses")
    return {clause.id: clause for document in documents for clause in document.clauses}


@cache
def features() -> tuple[Feature, ...]:
    return tuple(read_feature(path) for path in sorted(FEATURES.rglob("*.feature")))


@cache
def shown_by() -> dict[str, list[Scenario]]:
    """Return the scenarios of each tag, those that are set aside left out."""
    found: dict[str, list[Scenario]] = defaultdict(list)
    for feature in features():
        for scenario in feature.scenarios:
            if not scenario.ignored:
                for tag in scenario.tags:
                    found[tag].append(scenario)
    return found


def asserted_codes(scenario: Scenario) -> Iterator[str]:
    """Return the codes of findings that a scenario says are found, or are not."""
    for step in scenario.steps:
        told = SAYS_A_CODE.fullmatch(step.text)
        if told:
            yield told["code"].upper()
        if " left out of the export of " in step.text:
            yield "DONT_EXPORT"
        headings = [cell.lower() for cell in step.table[0].cells] if step.table else []
        columns = ["code"] if {"code", "severity"} <= set(headings) else []
        if step.text.startswith("the no-pay report of "):
            columns.append("reason")
        if "destination" in step.text:
            columns.append("finding")
        for column in set(columns) & set(headings):
            at = headings.index(column)
            yield from (row.cells[at].upper() for row in step.table[1:])


def place(scenario: Scenario) -> str:
    return f"{scenario.file.relative_to(ROOT).as_posix()}:{scenario.line}"


def test_every_testable_clause_has_a_scenario() -> None:
    without = [one for one in clauses().values() if one.testable and one.id not in shown_by()]
    assert not without, f"{len(without)} clauses without a scenario:\n" + "\n".join(
        f"{one.id}: {one.says.strip()}" for one in without
    )


def test_every_tag_that_looks_like_a_clause_is_one() -> None:
    offenders = []
    for feature in features():
        for scenario in feature.scenarios:
            for tag in scenario.tags:
                if CLAUSE_LIKE.fullmatch(tag) and tag not in clauses():
                    near = difflib.get_close_matches(tag, clauses(), 1)
                    hint = f"; did you mean {near[0]}?" if near else ""
                    offenders.append(f"{place(scenario)}: no catalogue has a clause {tag}{hint}")
    assert not offenders, "\n".join(offenders)


def test_what_cannot_be_tested_is_not_said_to_be_shown() -> None:
    offenders = [
        f"{place(scenario)}: {one.id} is not testable"
        for one in clauses().values()
        if not one.testable
        for scenario in shown_by().get(one.id, ())
    ]
    assert not offenders, "\n".join(offenders)


def test_every_scenario_shows_a_clause() -> None:
    if not clauses():
        pytest.skip("there is no catalogue yet")
    documented = {clause.rpartition("-")[0].split("-")[0] for clause in clauses()}
    folders = {
        scenario.file.parent
        for tag, scenarios in shown_by().items()
        if tag.split("-")[0] in documented
        for scenario in scenarios
    }
    offenders = [
        f"{place(scenario)}: {scenario.name}"
        for feature in features()
        if feature.file.parent in folders
        for scenario in feature.scenarios
        if not clauses().keys() & set(scenario.tags)
    ]
    assert not offenders, "scenarios without a clause:\n" + "\n".join(offenders)


def test_titles_stand_once_in_a_folder() -> None:
    places: dict[tuple[Path, str], dict[tuple[Path, int], str]] = defaultdict(dict)
    for feature in features():
        for scenario in feature.scenarios:
            heading = (scenario.file, scenario.heading_line)
            places[feature.file.parent, scenario.name.casefold()][heading] = place(scenario)
    twice = [
        f"'{title}': {', '.join(found.values())}" for (_, title), found in places.items() if len(found) > 1
    ]
    assert not twice, "\n".join(twice)


def test_every_finding_of_a_clause_is_asserted_by_a_scenario_of_it() -> None:
    missing = []
    for clause in clauses().values():
        if clause.testable:
            codes = {code for one in shown_by().get(clause.id, ()) for code in asserted_codes(one)}
            missing += [f"{clause.id}: {code}" for code in clause.findings if code.upper() not in codes]
    assert not missing, f"{len(missing)} findings that no scenario of their clause asserts:\n" + "\n".join(
        missing
    )


def test_every_switch_of_a_clause_is_chosen_in_each_reading() -> None:
    from engine.switches import load_switches

    chosen = {
        (words["switch"], words["reading"])
        for feature in features()
        for scenario in feature.scenarios
        for step in scenario.steps
        if (
            words := re.fullmatch(r"the guidance is read with (?P<switch>\S+) as (?P<reading>\S+)", step.text)
        )
    }
    missing = [
        f"{name}: {reading}"
        for name, switch in load_switches().known.items()
        if switch.clause in clauses()
        for reading in switch.options
        if (name, reading) not in chosen
    ]
    assert not missing, "readings that no scenario chooses:\n" + "\n".join(missing)
