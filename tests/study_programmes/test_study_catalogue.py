"""The catalogue of clauses: complete, and in step with codes, switches and parameters."""

import re
from pathlib import Path

from study_scenes import rules

from engine.clauses import load_catalogues
from engine.programmes.study_programmes import CODES
from engine.switches import load_switches

ROOT = Path(__file__).parents[2]
DOCUMENT = next(
    one for one in load_catalogues(ROOT / "fixtures" / "clauses") if one.name.startswith("study_programme")
)
BY_ID = {clause.id: clause for clause in DOCUMENT.clauses}


def test_every_clause_is_a_sentence_with_a_section() -> None:
    assert [one.id for one in DOCUMENT.clauses if not one.says.endswith(".") or not one.section] == []
    assert {one.id for one in DOCUMENT.clauses if not one.testable} == {
        "SP-PLAN-04",
        "SP-SUB-06",
        "SP-NAT-14",
    }


def test_findings_of_clauses_are_those_of_the_rules() -> None:
    named = {code for one in DOCUMENT.clauses for code in one.findings}
    # Check digits are judged for every learner, whatever the programme.
    assert named == set(CODES) | {"WorkPlaceEmpId_02"}


def test_switches_and_clauses_name_each_other() -> None:
    own = [one for one in load_switches().known.values() if one.programme == "study_programmes"]
    assert {one.name for one in own} == {clause.switch for clause in DOCUMENT.clauses if clause.switch}
    assert all(BY_ID[one.clause].switch == one.name for one in own)


def test_clauses_written_in_the_code_are_in_the_catalogue() -> None:
    package = ROOT / "engine" / "programmes" / "study_programmes"
    text = "".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    topics = set(re.findall(r'"(?:SP-)?((?:PLAN|AIM|NONE|SUB|NAT|FM25)-\d\d)"', text))
    assert len(topics) > 20
    assert {f"SP-{topic}" for topic in topics} <= set(BY_ID)


def test_bands_and_the_substitute_rule_belong_to_one_year() -> None:
    assert [year for year in range(2017, 2026) if rules(year).bands is not None] == [2020]
    assert [year for year in range(2017, 2026) if rules(year).substitute_keeps_hours] == [2020]
    assert rules().bands is not None
    assert set(rules().bands.hours) == set(rules().bands.rates)  # type: ignore[union-attr]
