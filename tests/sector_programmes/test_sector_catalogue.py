"""The catalogue of clauses: complete, and in step with parameters, switches and codes."""

from datetime import date
from pathlib import Path

import pytest
from sector_scenes import setting

from engine.clauses import ClauseError, load_catalogues
from engine.parameters import ParameterError, published
from engine.programmes.sector_programmes import CODES, rules_of_year, rules_on
from engine.switches import load_switches

FOLDER = Path(__file__).parents[2] / "fixtures" / "clauses"
DOCUMENT = next(one for one in load_catalogues(FOLDER) if one.name.startswith("wmca_2021_22_sector"))
BY_ID = {clause.id: clause for clause in DOCUMENT.clauses}


def test_every_clause_is_a_sentence_with_a_section() -> None:
    assert len(BY_ID) > 150
    offenders = [one.id for one in DOCUMENT.clauses if not one.says.endswith(".") or not one.section]
    assert offenders == []
    assert {one.id for one in DOCUMENT.clauses if not one.testable} == {
        "WMCA2122-SG-JO-06",
        "WMCA2122-SWAP-JO-06",
        "WMCA2122-SWAP-MAIN-02",
    }


def test_findings_and_switches_of_clauses_are_known_and_all_are_there() -> None:
    named = {code for one in DOCUMENT.clauses for code in one.findings}
    # Check digits are judged for every learner, whatever the programme.
    assert named == set(CODES) | {"ULN_04", "EmpId_02"}
    known = load_switches().known
    assert {one.switch for one in DOCUMENT.clauses if one.switch} <= set(known)


def test_the_clause_of_a_switch_names_the_switch() -> None:
    for switch in load_switches().known.values():
        if switch.clause in BY_ID:
            assert BY_ID[switch.clause].switch == switch.name
        elif switch.clause.startswith("WMCA2122"):
            pytest.fail(f"{switch.name} refers to {switch.clause}, which is not in the catalogue")


def test_the_code_tables_refer_to_clauses() -> None:
    rules = rules_of_year(setting())
    assert rules is not None
    clauses = {
        clause
        for table in rules.code_tables.values()
        for item in table.values()
        for key, clause in item.clauses.items()
        if key != "flag"
    }
    assert clauses <= set(BY_ID)
    tabled = {id_ for id_ in BY_ID if "-CODE-" in id_}
    assert tabled == clauses


def test_clauses_written_in_the_code_are_in_the_catalogue() -> None:
    import re

    package = Path(__file__).parents[2] / "engine" / "programmes" / "sector_programmes"
    text = "".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    plain = set(re.findall(r'"((?:SG|SWAP|NATIONAL)-[A-Z0-9-]+\d)"', text))
    either = set(re.findall(r'"?(?:\{programme\.kind\}-)(JO-[A-Z0-9-]*\d)"', text))
    named = {f"WMCA2122-{topic}" for topic in plain}
    named |= {f"WMCA2122-{kind}-{topic}" for topic in either for kind in ("SG", "SWAP")}
    assert len(named) > 15
    assert named <= set(BY_ID)


def test_rules_begin_with_the_guidance_year() -> None:
    assert rules_on(published(), date(2021, 8, 1)).job_outcome_days == 91
    with pytest.raises(ParameterError, match="code_tables on 2021-07-31"):
        rules_on(published(), date(2021, 7, 31))
    assert rules_on(published(), date(2024, 8, 1)).fund_models == ("35", "38")


def test_faults_of_a_catalogue_are_all_told(tmp_path: Path) -> None:
    head = "document: {title: T, publisher: P, year: '2021/22', reference: R}\nclauses:\n"
    good = "  - {id: A-01, section: S, says: Yes., testable: true}\n"
    (tmp_path / "a.yaml").write_text(head + good, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "document: {title: T, publisher: P, year: '2021/22'}\nclauses:\n"
        + good
        + "  - {id: A-02, section: S, testable: true}\n"
        + "  - {id: A-03, section: S, says: No., testable: false}\n"
        + "  - {id: A-04, section: S, says: No., testable: true, codes: [X]}\n",
        encoding="utf-8",
    )
    (tmp_path / "c.yaml").write_text("document: [", encoding="utf-8")
    with pytest.raises(ClauseError) as caught:
        load_catalogues(tmp_path)
    told = str(caught.value)
    for part in (
        "b.yaml: document has no 'reference:'",
        "b.yaml: A-02 has no 'says:'",
        "b.yaml: A-03: 'why_not:' belongs to",
        "b.yaml: A-04: 'codes' is not a heading",
        "b.yaml: A-01 stands twice, first in a.yaml",
        "c.yaml: cannot be read",
    ):
        assert part in told
    with pytest.raises(ClauseError, match="no folder"):
        load_catalogues(tmp_path / "none")
