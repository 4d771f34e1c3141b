"""Agreement with the published 2020/21 calculation: the price of every episode, its uplift and who pays."""

import csv
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from engine.calendar import FundingYear, month_index
from engine.ilr.xml import open_ilr
from engine.money import ZERO
from engine.parameters import published
from engine.programmes.apprenticeships.earnings import work_of_year
from engine.programmes.apprenticeships.lines import TransactionType as T
from engine.programmes.apprenticeships.person import Person
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.share import share_of_month
from engine.reference import ReferenceData

CASES = Path(__file__).parents[3].parent / "shared" / "cases" / "2020-21"
TOLERANCE = Decimal("0.005")

pytestmark = pytest.mark.skipif(
    not CASES.is_dir(), reason=f"the published cases are not beside the repository: no folder {CASES}"
)

UPLIFT = "PriceEpisodeApplic1618FrameworkUplift"
ATTRIBUTES = {
    T.ON_PROGRAMME: "PriceEpisodeOnProgPayment",
    T.BALANCING: "PriceEpisodeBalancePayment",
    T.COMPLETION: "PriceEpisodeCompletionPayment",
    T.UPLIFT_ON_PROGRAMME: f"{UPLIFT}OnProgPayment",
    T.UPLIFT_BALANCING: f"{UPLIFT}Balancing",
    T.UPLIFT_COMPLETION: f"{UPLIFT}CompletionPayment",
}
SHARE = "PriceEpisodeSFAContribPct"
SINGLE = (
    ("PriceEpisodeTotalTNPPrice", "price"),
    ("PriceEpisodeUpperBandLimit", "band_limit"),
    ("PriceEpisodePreviousEarnings", "earlier"),
    ("PriceEpisodePreviousEarningsSameProvider", "earlier_same_provider"),
    ("PriceEpisodeUpperLimitAdjustment", "above_cap"),
    ("PriceEpisodeCappedRemainingTNPAmount", "capped"),
    ("PriceEpisodeCompletionElement", "completion"),
    ("PriceEpisodeExpectedTotalMonthlyValue", "monthly_total"),
    ("PriceEpisodePlannedInstalments", "planned_instalments"),
    ("PriceEpisodeInstalmentValue", "instalment"),
    ("PriceEpisodeActualInstalments", "actual_instalments"),
    ("PriceEpisodeBalanceValue", "balancing"),
    ("PriceEpisodeTotalEarnings", "earned"),
)


@pytest.fixture(scope="module")
def works() -> list[PersonYear]:
    reference = ReferenceData.from_folder(CASES / "reference")
    with open_ilr(next(CASES.glob("ILR-*.xml"))) as ilr:
        ukprn = ilr.learning_provider.ukprn
        return [
            work_of_year(Person(learner.uln, ((ukprn, learner),)), FundingYear(2020), reference, published())
            for learner in ilr.learners()
        ]


def rows_of(name: str) -> list[dict[str, str]]:
    with (CASES / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def shares(work: PersonYear) -> Iterator[tuple[str, int, Decimal]]:
    for one in work.episodes:
        if one.reaches_year:
            end = one.end_with_assessment
            last = work.rules.after_index - 1
            last = last if end is None else min(last, month_index(end))
            for month in range(one.start_index, last + 1):
                yield one.identifier, month - work.rules.first_index + 1, share_of_month(one.aim, month)


def test_monthly_money_and_shares(works: list[PersonYear]) -> None:
    found: dict[tuple[str, str, str, int], Decimal] = {}
    for work in works:
        for line in work.earnings.lines:
            attribute = ATTRIBUTES.get(line.transaction_type)
            if attribute is not None:
                assert line.episode is not None
                key = (line.learn_ref_number, line.episode.identifier, attribute, line.month.period)
                assert key not in found
                found[key] = line.amount
        for identifier, period, share in shares(work):
            found[work.records[0].learn_ref_number, identifier, SHARE, period] = share
    wanted = {*ATTRIBUTES.values(), SHARE}
    expected = {
        (row["LearnRefNumber"], row["PriceEpisodeIdentifier"], row["Attribute"], int(row["Period"])): Decimal(
            row["Value"]
        )
        for row in rows_of("expected_fm36.csv")
        if row["Attribute"] in wanted
    }
    assert len(expected) > 2000
    differing = {
        key: (found.get(key), expected.get(key))
        for key in expected.keys() | found.keys()
        if abs(found.get(key, ZERO) - expected.get(key, ZERO)) > TOLERANCE
    }
    assert not differing


def test_single_values(works: list[PersonYear]) -> None:
    names = {name for name, _ in SINGLE}
    expected = {
        (row["LearnRefNumber"], row["PriceEpisodeIdentifier"], row["Attribute"]): Decimal(row["Value"])
        for row in rows_of("expected_values.csv")
        if row["Attribute"] in names and row["FundModel"] == "36"
    }
    found = {
        (work.records[0].learn_ref_number, one.identifier, name): Decimal(getattr(one, field))
        for work in works
        for one in work.episodes
        if one.start in work.rules.year
        for name, field in SINGLE
    }
    assert len(expected) == len(found) > 2000
    differing = {
        key: (found.get(key), value)
        for key, value in expected.items()
        if key not in found or abs(found[key] - value) > TOLERANCE
    }
    assert not differing


def test_every_explained_amount_is_the_amount(works: list[PersonYear]) -> None:
    for work in works:
        for line in work.earnings.lines:
            if line.transaction_type in ATTRIBUTES:
                assert line.because.recomputed() == line.amount
                assert line.because.rule.clauses and line.because.explanation().facts
