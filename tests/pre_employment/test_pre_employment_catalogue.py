"""The catalogue of clauses, the findings, the switches and the clauses in the code are in step."""

import re
from pathlib import Path

from engine.clauses import load_catalogues
from engine.programmes.pre_employment import CODES, COLUMNS, SYNONYMS, LegacyRecord
from engine.programmes.pre_employment.records import folded, names
from engine.switches import load_switches

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = next(
    one for one in load_catalogues(ROOT / "fixtures" / "clauses") if one.name.startswith("pre_employment")
)
BY_ID = {clause.id: clause for clause in DOCUMENT.clauses}


def test_clauses_name_all_codes_and_no_other() -> None:
    assert {code for one in DOCUMENT.clauses for code in one.findings} == set(CODES)
    assert all(one.says.endswith(".") for one in DOCUMENT.clauses)


def test_switches_and_clauses_name_each_other() -> None:
    ours = {name: one for name, one in load_switches().known.items() if one.programme == "pre_employment"}
    assert len(ours) == 5
    assert {name: one.clause for name, one in ours.items()} == {
        one.switch: one.id for one in DOCUMENT.clauses if one.switch
    }


def test_clauses_in_the_code_are_in_the_catalogue() -> None:
    package = ROOT / "engine" / "programmes" / "pre_employment"
    text = "".join(path.read_text(encoding="utf-8") for path in package.glob("*.py"))
    named = set(re.findall(r'"((?:RECORD|CREDIT|OFFENDER|UPLIFT|SOURCE|DEST|CHECKIN)-\d\d)"', text))
    named |= {one.removeprefix("PE-") for one in re.findall(r'"(PE-[A-Z]+-\d\d)"', text)}
    assert len(named) > 15
    assert {f"PE-{topic}" for topic in named} <= set(BY_ID)


def test_headings_and_fields_are_in_step_and_no_name_means_two() -> None:
    assert len(COLUMNS) == len(LegacyRecord._fields)
    written = [column.heading for column in COLUMNS] + [name for some in SYNONYMS.values() for name in some]
    assert len({folded(name) for name in written}) == len(written) == len(names())
    assert set(SYNONYMS) <= {column.heading for column in COLUMNS}
