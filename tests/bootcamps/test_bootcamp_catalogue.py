"""The catalogue of clauses, the parameters, the switches and the codes are in step."""

import re
from pathlib import Path

import pytest

from engine.clauses import load_catalogues
from engine.parameters import ParameterError, published
from engine.programmes.bootcamps import CODES, NO_PAY, rules_of, waves
from engine.switches import load_switches

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = next(
    one
    for one in load_catalogues(ROOT / "fixtures" / "clauses")
    if one.name.startswith("wmca_bootcamps_wave_5")
)
BY_ID = {clause.id: clause for clause in DOCUMENT.clauses}


def test_every_clause_is_a_sentence_of_its_topic() -> None:
    offenders = [one.id for one in DOCUMENT.clauses if not one.says.endswith(".") or not one.section]
    assert offenders == [] and len(BY_ID) > 150
    assert all(re.fullmatch(r"WB5-[A-Z0-9]+(-[A-Z0-9]+)?-\d\d", id_) for id_ in BY_ID)


def test_clauses_name_all_codes_and_no_other() -> None:
    named = {code for one in DOCUMENT.clauses for code in one.findings}
    assert named == set(CODES)
    assert all(code.startswith("NP_") for code in NO_PAY)


def test_switches_and_clauses_name_each_other() -> None:
    known = load_switches().known
    assert {one.switch for one in DOCUMENT.clauses if one.switch} <= set(known)
    for switch in known.values():
        if switch.programme == "bootcamps":
            assert BY_ID[switch.clause].switch == switch.name


def test_clauses_in_code_and_parameters_are_in_the_catalogue() -> None:
    package = ROOT / "engine" / "programmes" / "bootcamps"
    text = "".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    topics = "INTRO|EXPORT|NOPAY|M[123]|FIELD-[A-Z]+|YEAR|DEST(?:-[A-Z]+)?|PSMF|CONTRIB|RESTART|READ"
    named = {f"WB5-{topic}" for topic in re.findall(rf'"((?:{topics})-\d\d)"', text)}
    named |= {field.clause for wave in waves(published()) for field in rules_of(published(), wave).fields}
    assert len(named) > 60
    assert named <= set(BY_ID)


def test_missing_codes_of_the_field_catalogue_are_known() -> None:
    for field in rules_of(published(), "5").fields:
        assert field.missing == "" or field.missing in CODES


def test_a_wave_that_is_not_known() -> None:
    with pytest.raises(ParameterError, match="no wave '4'"):
        rules_of(published(), "4")
