"""Whole files of made-up learners against the findings that the guidance leads to."""

import csv
from datetime import date
from pathlib import Path

import pytest

from engine.calendar import FundingYear
from engine.ilr.xml import open_ilr
from engine.ledger import Ledger
from engine.parameters import published
from engine.programmes import sector_programmes
from engine.reference import ReferenceData
from engine.setting import Setting
from engine.switches import load_switches

CASES = Path(__file__).parents[3] / "shared" / "cases"
OWN = {
    "R107",
    "R108",
    "SWAP_WEX_MISSING",
    "WEX_REPEATED",
    "MAIN_AIM_NOT_COMPLETED",
    "FFI_NOT_1",
    "EMPSTAT_ON_START_DATE",
    "SG_MAIN_COUNT",
    "JO_START_UNKNOWN",
    "LSDPOSTCODE_EXCUSED",
    "AUTHORITY_POSTCODES_NOT_SUPPLIED",
    "CONTRACT_NOT_SUPPLIED",
}

needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason=f"the case files are not at {CASES}")
Row = tuple[int, str, int | None, str, str]


def _found_in(path: Path, reference: ReferenceData, day: date) -> list[Row]:
    ukprn, year = int(path.name.split("-")[1]), path.name.split("-")[2]
    setting = Setting(ukprn, FundingYear.from_code(year), reference, published(), load_switches(), day, day)
    ledger = Ledger(setting.year)
    with open_ilr(path) as ilr:
        for learner in ilr.learners():
            sector_programmes.calculate(learner, ilr.destination(learner.learn_ref_number), setting, ledger)
    return [
        (row.ukprn, row.learn_ref_number, row.aim_seq_number, row.code, row.severity)
        for row in ledger.findings
    ]


def _rows(path: Path) -> set[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (
                int(row["UKPRN"]),
                row["LearnRefNumber"],
                int(row["AimSeqNumber"]) if row["AimSeqNumber"] else None,
                row["Code"],
                row["Severity"],
            )
            for row in csv.DictReader(file)
        }


@needs_cases
def test_every_expected_finding_and_no_other() -> None:
    folder = CASES / "sector"
    reference = ReferenceData.from_folder(folder / "reference")
    rows = [
        row
        for path in sorted(folder.glob("ILR-*.xml"))
        for row in _found_in(path, reference, date(2022, 6, 6))
    ]
    assert len(rows) == len(set(rows)), "a finding stands twice"
    named = {row for row in rows if row[3] not in OWN}
    expected, undecided = _rows(folder / "expected_findings.csv"), _rows(folder / "open_findings.csv")
    assert expected - named == set()
    assert named - expected - undecided == set()


@needs_cases
def test_a_year_before_the_guidance_is_left_alone() -> None:
    folder = CASES / "2020-21"
    path = next(folder.glob("ILR-*.xml"))
    assert _found_in(path, ReferenceData.from_folder(folder / "reference"), date(2021, 9, 14)) == []
