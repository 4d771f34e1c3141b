"""Apprentices of an ILR file: official attributes, shares beside the money, values, findings and what people read."""

from datetime import date
from decimal import Decimal
from typing import Any

from engine.calculate import calculate
from engine.calendar import FundingYear
from engine.figures import figures_of
from engine.ilr.records import Learner
from engine.ledger import Ledger, total
from engine.parameters import published
from engine.reference import ReferenceData
from engine.setting import Setting
from engine.switches import load_switches
from reports.explanation import ExplainedLearner
from reports.statement import Statement
from tests.apprenticeships.earnings.apprentice_builders import (
    UKPRN,
    YOUNG,
    aim_of,
    fam,
    learner_of,
    price,
    reference_of,
    status,
)

START, PLAN = "06/08/20", "08/08/21"
ID = "25-17-06/08/2020"


def setting_of(reference: ReferenceData | None = None) -> Setting:
    day = date(2021, 9, 14)
    return Setting(
        UKPRN, FundingYear(2020), reference or reference_of(), published(), load_switches(), day, day
    )


def calculated(learner: Learner, reference: ReferenceData | None = None) -> Ledger:
    return calculate(learner, None, setting_of(reference))


def apprentice(**fields: Any) -> Learner:
    return learner_of(aim_of(START, PLAN, prices=price(START, 15000)), **fields)


def test_money_is_named_by_episode_or_by_aim() -> None:
    support = fam("LSF", "1", START)
    programme = aim_of(START, PLAN, "30/11/20", prices=price(START, 15000), fams=(support,))
    lesson = aim_of(
        START, PLAN, aim_type=3, aim_seq_number=2, learn_aim_ref="60060014", fams=(support,), prices=()
    )
    ledger = calculated(learner_of(programme, lesson, born=YOUNG))
    keys = {(row.aim_seq_number, row.price_episode_identifier, row.attribute) for row in ledger.earnings}
    assert keys == {
        (None, ID, "PriceEpisodeOnProgPayment"),
        (None, ID, "PriceEpisodeFirstEmp1618Pay"),
        (None, ID, "PriceEpisodeFirstProv1618Pay"),
        (None, ID, "PriceEpisodeLSFCash"),
        (2, "", "MathEngOnProgPayment"),
        (2, "", "LearnSuppFundCash"),
    }


def test_shares_are_shown_in_every_month_of_an_episode_and_counted_in_no_total() -> None:
    ledger = calculated(apprentice())
    assert [(row.period, row.attribute, row.amount) for row in ledger.shares] == [
        (period, "PriceEpisodeSFAContribPct", Decimal("0.95")) for period in range(1, 13)
    ]
    assert total(ledger.earnings) == 12000
    figures = figures_of(ledger)
    assert [key.is_money for key, _ in figures] == [True, False]
    statement = Statement()
    statement.add(apprentice(), ledger, figures)
    assert set(statement.totals) == {"PriceEpisodeOnProgPayment"}
    assert len(statement.earnings) == 2


def test_a_learner_with_shares_alone_earns_nothing() -> None:
    ledger = calculated(learner_of(aim_of(START, PLAN)))
    assert ledger.shares
    assert not ledger.earnings
    statement = Statement()
    statement.add(learner_of(aim_of(START, PLAN)), ledger, figures_of(ledger))
    assert (statement.learners, statement.earning_learners) == (1, 0)


def test_only_aims_of_model_36_take_part() -> None:
    other = aim_of(START, PLAN, prices=price(START, 15000), fund_model=81)
    assert not [row for row in calculated(learner_of(other)).values if row.programme == "apprenticeships"]
    both = learner_of(other, aim_of(START, PLAN, aim_seq_number=2, prices=price(START, 9000)))
    ledger = calculated(both)
    values = [row for row in ledger.values if row.programme == "apprenticeships"]
    assert [(row.aim_seq_number, row.price_episode_identifier) for row in values] == [(2, ""), (2, ID)]
    assert values[1].tell()["PriceEpisodeTotalTNPPrice"] == 9000


def test_episodes_of_the_next_year_are_not_among_the_values() -> None:
    ledger = calculated(learner_of(aim_of(START, "08/08/22", prices=price(START, 15000))))
    assert {row.price_episode_identifier for row in ledger.values} == {"", ID}


def test_aims_that_end_before_they_start_are_refused() -> None:
    learner = learner_of(
        aim_of(START, "01/08/20", prices=price(START, 15000)),
        aim_of(START, PLAN, "05/08/20", aim_seq_number=2, prices=price(START, 15000)),
    )
    ledger = calculated(learner)
    found = [(row.aim_seq_number, row.code, row.severity) for row in ledger.findings]
    assert (1, "LearnPlanEndDate_02", "error") in found
    assert (2, "LearnActEndDate_01", "error") in found
    assert not ledger.earnings


def test_missing_reference_data_are_found() -> None:
    unknown = calculated(apprentice(), reference_of(apprenticeship_funding=[]))
    (finding,) = [row for row in unknown.findings if row.code == "APPRENTICESHIP_FUNDING_MISSING"]
    assert (finding.field, finding.found, finding.severity) == ("StdCode", "25-17", "warning")
    assert not unknown.earnings
    lesson = aim_of(START, PLAN, aim_type=3, aim_seq_number=2, learn_aim_ref="60060014")
    without_rate = calculated(
        learner_of(aim_of(START, PLAN, prices=price(START, 15000)), lesson), reference_of(aim_rates=[])
    )
    assert [row.aim_seq_number for row in without_rate.findings if row.code == "AIM_RATE_MISSING"] == [2]


def test_a_learner_without_a_date_of_birth_is_found_once() -> None:
    ledger = calculated(apprentice(born=None))
    assert [row.code for row in ledger.findings].count("DateOfBirth_01") == 1
    assert total(ledger.earnings) == 12000


def test_completion_needs_no_evidence_of_the_employers_payments() -> None:
    for codes, statuses, expected in (
        ((), (), 0),
        (("356",), (), 2),
        (("361",), (), 3),
        (("356", "361"), (status("01/06/17"), status("10/12/20", 11, None)), 1),
    ):
        fams = tuple(fam("LDM", code) for code in codes)
        aim = aim_of(START, PLAN, prices=price(START, 15000), fams=fams)
        ledger = calculated(learner_of(aim, statuses=statuses))
        episode = next(row for row in ledger.values if row.price_episode_identifier)
        assert episode.tell()["PriceEpisodeCompExemCode"] == expected


def told(learner: Learner) -> str:
    ledger = calculated(learner)
    return " ".join("\n".join(ExplainedLearner(learner, ledger, setting_of(), 100).lines()).split())


def test_an_explanation_tells_episodes_under_their_aim() -> None:
    text = told(apprentice())
    assert text.index("Aim 1") < text.index(f"Price episode {ID}") < text.index("Aug to Jul: £1,000.00 each")
    assert "Aug to Jul: 95%" in text
    assert "1 − employer share" in text
    assert "Nothing is earned" not in text


def test_an_explanation_says_why_an_apprentice_earns_nothing() -> None:
    assert "No price is recorded" in told(learner_of(aim_of(START, PLAN)))
    assert "42 qualifying days" in told(
        learner_of(aim_of(START, PLAN, "20/08/20", prices=price(START, 15000)))
    )
    part = aim_of(START, PLAN, aim_type=3, aim_seq_number=2, learn_aim_ref="60060075")
    assert "part of the apprenticeship" in told(
        learner_of(aim_of(START, PLAN, prices=price(START, 9000)), part)
    )
