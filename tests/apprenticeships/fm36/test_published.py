"""Agreement with the published 2020/21 calculation of apprenticeships on learners kept beside the repository."""

import csv
from collections import Counter
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pytest
from click.testing import CliRunner

from engine.calculate import calculate
from engine.calendar import FundingYear
from engine.clauses import load_catalogues
from engine.ilr.xml import open_ilr
from engine.ledger import Ledger
from engine.parameters import published
from engine.reference import ReferenceData
from engine.setting import Setting
from engine.switches import load_switches

CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "2020-21"
CLAUSES = Path(__file__).parents[3] / "fixtures" / "clauses"
TOLERANCE = Decimal("0.005")
ZERO = Decimal(0)

Key = tuple[str, str, str, str, int]

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason=f"the published cases are not beside the repository: no folder {CASES}"
)


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    reference = ReferenceData.from_folder(CASES / "reference")
    found = Ledger(FundingYear(2020))
    with open_ilr(next(CASES.glob("ILR-*.xml"))) as ilr:
        day = ilr.header.collection_details.file_preparation_date
        setting = Setting(
            ilr.learning_provider.ukprn, found.year, reference, published(), load_switches(), day, day
        )
        for learner in ilr.learners():
            found.extend(calculate(learner, None, setting))
    return found


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def amounts_of(rows: list[dict[str, str]]) -> dict[Key, Decimal]:
    found = {
        (
            row["LearnRefNumber"],
            row["AimSeqNumber"],
            row["PriceEpisodeIdentifier"],
            row["Attribute"],
            int(row["Period"]),
        ): Decimal(row["Value"])
        for row in rows
    }
    assert len(found) == len(rows)
    return found


def differences(
    found: dict[Key, Decimal], expected: dict[Key, Decimal]
) -> dict[Key, tuple[Decimal, Decimal]]:
    return {
        key: (found.get(key, ZERO), expected.get(key, ZERO))
        for key in found.keys() | expected.keys()
        if abs(found.get(key, ZERO) - expected.get(key, ZERO)) > TOLERANCE
    }


def test_every_month_agrees_with_the_published_figures(ledger: Ledger) -> None:
    expected = amounts_of(rows_of(CASES / "expected_fm36.csv"))
    found: dict[Key, Decimal] = {}
    for row in (*ledger.earnings, *ledger.shares):
        if row.programme == "apprenticeships":
            aim = "" if row.aim_seq_number is None else str(row.aim_seq_number)
            key = (row.learn_ref_number, aim, row.price_episode_identifier, row.attribute, row.period)
            assert key not in found
            found[key] = row.amount
    assert len(expected) == 2631
    assert not differences(found, expected)


def test_every_single_value_agrees_with_the_published_ones(ledger: Ledger) -> None:
    expected: dict[tuple[str, str, str], str] = {}
    for row in rows_of(CASES / "expected_values.csv"):
        if row["FundModel"] == "36":
            owner = row["PriceEpisodeIdentifier"] or row["AimSeqNumber"]
            expected[row["LearnRefNumber"], owner, row["Attribute"]] = row["Value"]
    found: dict[tuple[str, str, str], object] = {}
    for values in ledger.values:
        if values.programme == "apprenticeships":
            owner = values.price_episode_identifier or str(values.aim_seq_number)
            for name, value in values.tell().items():
                if value is not None:
                    found[values.learn_ref_number, owner, name] = value
    wrong = {
        key: (found.get(key), expected.get(key))
        for key in found.keys() | expected.keys()
        if not agrees(found.get(key), expected.get(key))
    }
    assert expected
    assert not wrong


def agrees(found: object, expected: str | None) -> bool:
    if found is None or expected is None:
        return False
    if isinstance(found, bool):
        return str(found).lower() == expected
    try:
        return abs(Decimal(str(found)) - Decimal(expected)) <= Decimal("0.00001")
    except InvalidOperation:
        return str(found) == expected


def test_every_amount_can_be_worked_out_again_from_its_explanation(ledger: Ledger) -> None:
    for row in (*ledger.earnings, *ledger.shares):
        if row.programme != "apprenticeships":
            continue
        again = row.because.recomputed()
        assert again is not None and abs(again - row.amount) < Decimal("0.00001"), row
        told = row.because.explanation()
        assert told.facts and all(term.where for term in (*told.terms, *told.facts)), row.attribute
        words, sums = row.because.arithmetic()
        assert words and sums
        assert row.because.rule.source and row.because.rule.clauses


def test_every_reason_names_clauses_of_the_catalogue(ledger: Ledger) -> None:
    known = {clause.id for document in load_catalogues(CLAUSES) for clause in document.clauses}
    rules = {
        row.because.rule for row in (*ledger.earnings, *ledger.shares) if row.programme == "apprenticeships"
    }
    assert len(rules) > 10
    assert {clause for rule in rules for clause in rule.clauses} <= known


def test_no_money_falls_on_one_period_twice(ledger: Ledger) -> None:
    keys = Counter(
        (
            row.learn_ref_number,
            row.aim_seq_number,
            row.price_episode_identifier,
            row.attribute,
            row.month,
        )
        for row in (*ledger.earnings, *ledger.shares)
    )
    assert max(keys.values()) == 1


def test_only_missing_reference_data_is_found(ledger: Ledger) -> None:
    ours = {"APPRENTICESHIP_FUNDING_MISSING", "AIM_RATE_MISSING", "POSTCODE_FACTOR_MISSING"}
    assert {row.code for row in ledger.findings} <= ours


def test_the_command_line_writes_the_published_figures(tmp_path: Path) -> None:
    from reports.cli import cli

    out = tmp_path / "earnings.csv"
    file = next(CASES.glob("ILR-*.xml"))
    arguments = ["calc", str(file), "--reference", str(CASES / "reference"), "--out", str(out)]
    result = CliRunner().invoke(cli, arguments)
    assert result.exit_code == 0, result.output
    expected = amounts_of(rows_of(CASES / "expected_fm36.csv"))
    adult_skills = {
        (row["LearnRefNumber"], row["AimSeqNumber"], row["Attribute"], row["Period"])
        for row in rows_of(CASES / "expected_fm35.csv")
    }
    written = [
        row
        for row in rows_of(out)
        if (row["LearnRefNumber"], row["AimSeqNumber"], row["Attribute"], row["Period"]) not in adult_skills
    ]
    assert not differences(amounts_of(written), expected)
