"""Agreement with the published 2020/21 calculation on made-up learners kept beside the repository."""

import csv
from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest

from engine.calendar import FundingYear
from engine.ilr.xml import open_ilr
from engine.ledger import Ledger
from engine.money import calculation_digits
from engine.parameters import published
from engine.programmes import adult_skills
from engine.reference import ReferenceData
from engine.setting import Setting
from engine.switches import load_switches

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "2020-21"
TOLERANCE = Decimal("0.005")

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason=f"the published cases are not beside the repository: no folder {CASES}"
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    reference = ReferenceData.from_folder(CASES / "reference")
    year, day = FundingYear(2020), date(2021, 9, 14)
    found = Ledger(year)
    with open_ilr(next(CASES.glob("ILR-*.xml"))) as ilr:
        ukprn = ilr.learning_provider.ukprn
        setting = Setting(ukprn, year, reference, published(), load_switches(), day, day)
        with calculation_digits():
            for learner in ilr.learners():
                adult_skills.calculate(learner, None, setting, found)
    return found


def rows_of(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_monthly_money(ledger: Ledger) -> None:
    expected = {
        (row["LearnRefNumber"], int(row["AimSeqNumber"]), row["Attribute"], int(row["Period"])): Decimal(
            row["Value"]
        )
        for row in rows_of("expected_fm35.csv")
    }
    keys = Counter(
        (row.learn_ref_number, row.aim_seq_number, row.attribute, row.period) for row in ledger.earnings
    )
    assert max(keys.values()) == 1
    found = {
        (row.learn_ref_number, row.aim_seq_number or 0, row.attribute, row.period): row.amount
        for row in ledger.earnings
    }
    zero = Decimal(0)
    wrong = {
        key: (found.get(key, zero), expected.get(key, zero))
        for key in found.keys() | expected.keys()
        if abs(found.get(key, zero) - expected.get(key, zero)) > TOLERANCE
    }
    assert not wrong


def test_single_values(ledger: Ledger) -> None:
    found = {(row.learn_ref_number, row.aim_seq_number): row.tell() for row in ledger.values}
    expected: dict[tuple[str, int], dict[str, str]] = {}
    for row in rows_of("expected_values.csv"):
        if row["FundModel"] == "35":
            aim = expected.setdefault((row["LearnRefNumber"], int(row["AimSeqNumber"])), {})
            aim[row["Attribute"]] = row["Value"]
    assert found.keys() == expected.keys()
    # BaseValueUnweight is ours to show as well; it is not among the published values.
    names = {name for values in expected.values() for name in values}
    wrong = {
        (aim, name): (found[aim].get(name), values.get(name))
        for aim, values in expected.items()
        for name in names
        if not agrees(found[aim].get(name), values.get(name))
    }
    assert not wrong


def agrees(found: object, expected: str | None) -> bool:
    if found is None or expected is None:
        return found is None and expected is None
    if isinstance(found, bool):
        return str(found).lower() == expected
    try:
        return abs(Decimal(str(found)) - Decimal(expected)) <= Decimal("0.00001")
    except InvalidOperation:
        return str(found) == expected


def test_every_earning_can_be_worked_out_again_from_its_explanation(ledger: Ledger) -> None:
    for row in ledger.earnings:
        again = row.because.recomputed()
        assert again is not None and abs(again - row.amount) < Decimal("0.00001"), row
        told = row.because.explanation()
        assert told.facts and told.parameters and all(term.where for term in told.terms)
        words, sums = row.because.arithmetic()
        assert words and sums


def test_nothing_but_missing_reference_data_is_found(ledger: Ledger) -> None:
    codes: Mapping[str, int] = Counter(row.code for row in ledger.findings)
    assert codes.keys() <= {"AIM_RATE_MISSING", "POSTCODE_FACTOR_MISSING"}
