"""Commitments, accounts, the funding band, earlier payments and statements: steps in, month-end inputs out."""

from datetime import date
from decimal import Decimal

import pytest
from spoken import FILE, HEADINGS, ROW, ilr, inputs, table, world_of

from engine.calendar import Month
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.payments.inputs import (
    Account,
    Commitment,
    FundingSource,
    Funds,
    Reversal,
)
from steps.apprenticeships.inputs import inputs_of, uln_of
from steps.problems import StepError
from steps.registry import match

ENOUGH, NOTHING = Funds(unlimited=True), Funds()


def commitments(*rows: str, headings: str, step: str = "the following commitments exist:") -> str:
    return f"    Given {step}\n{table(headings, *rows)}\n"


PLAIN = "ULN agreed_price start_date end_date"


def made(text: str) -> tuple[Commitment, ...]:
    return inputs(text + FILE).commitment_sets[0].commitments


def test_a_commitment_has_defaults() -> None:
    world = world_of(commitments("Learner_A 7500 01/08/2017 28/08/2018", headings=PLAIN) + FILE)
    (one,) = inputs_of(world)[0].commitment_sets[0].commitments
    assert one == Commitment(
        id="1",
        version="1-001",
        uln=uln_of(world, "learner a"),
        ukprn=10000001,
        employer=0,
        course=Course(25, 23),
        price=Decimal(7500),
        start=date(2017, 8, 1),
        end=date(2018, 8, 28),
    )
    assert one.begins == one.start


def test_a_commitment_says_everything() -> None:
    headings = (
        f"{PLAIN} commitment_Id version_Id Provider employer_of_apprentice employer_paying_for_training framework_code "
        "programme_type pathway_code status effective_from effective_to stop_effective_from priority "
        "transfer_approval_date"
    )
    row = (
        "learner_a 7500 01/08/2017 28/08/2018 73 125 Provider_B employer_1 employer_2 451 3 6 Cancelled 02/08/2017 "
        "01/11/2017 02/11/2017 2 01/05/2018"
    )
    (one,) = made(commitments(row, headings=headings))
    assert (one.id, one.version, one.ukprn, one.employer, one.sender) == ("73", "73-125", 10000002, 1, 2)
    assert (one.course, one.status, one.priority) == (Course(3, 0, 451, 6), "cancelled", 2)
    assert (one.effective_from, one.effective_to) == (date(2017, 8, 2), date(2017, 11, 1))
    assert (one.stop_date, one.approved) == (date(2017, 11, 2), date(2018, 5, 1))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("1", "1-002"), ("1", "1-002")),
        (("1", "1"), ("1", "1-1")),
        ((".", "2-001"), ("2", "2-001")),
        (("4", "."), ("4", "4-001")),
    ],
)
def test_versions_hold_the_commitment_they_are_of(said: tuple[str, str], expected: tuple[str, str]) -> None:
    row = f"learner_a 7500 01/08/2017 28/08/2018 {' '.join(said)}"
    (one,) = made(commitments(row, headings=f"{PLAIN} commitment_Id version_Id"))
    assert (one.id, one.version) == expected


def test_an_employer_who_pays_for_its_own_is_no_sender_and_the_price_has_a_default() -> None:
    headings = "ULN start_date end_date employer employer_paying_for_training"
    (one,) = made(commitments("learner_a 01/08/2017 28/08/2018 employer_1 employer_1", headings=headings))
    assert (one.sender, one.price) == (None, Decimal(15000))


def test_commitments_of_a_period_are_a_set_of_their_own() -> None:
    row = "learner_a 7500 01/08/2017 28/08/2018"
    text = "".join(
        commitments(row, headings=PLAIN, step=f"the following commitments exist{when}:")
        for when in ("", " on 03/12/2017", " for academic year 1718 in period R02", " for period R03")
    )
    found = inputs(text + FILE).commitment_sets
    assert [(one.received, len(one.commitments)) for one in found] == [
        (None, 2),
        (Month(2017, 9), 1),
        (Month(2017, 10), 1),
    ]


@pytest.mark.parametrize(
    ("steps", "accounts", "others"),
    [
        ("", {0: Account(0)}, Account(0)),
        ("levy balance > agreed price for all months", {0: Account(0, levy=ENOUGH)}, Account(0, levy=ENOUGH)),
        ("levy balance = 0 for all months", {0: Account(0)}, Account(0)),
        ("the employer is not a levy payer", {0: Account(0, False)}, Account(0, False)),
        (
            "the employer 1 has a levy balance > agreed price for all months;"
            "the employer 1 has a transfer allowance = 0 for all months;"
            "the employer 2 has a levy balance = 0 for all months;"
            "the employer 2 has a transfer allowance > agreed price for all months",
            {0: Account(0), 1: Account(1, levy=ENOUGH), 2: Account(2, allowance=ENOUGH)},
            Account(0),
        ),
    ],
)
def test_accounts(steps: str, accounts: dict[int, Account], others: Account) -> None:
    found = inputs("".join(f"    Given {step}\n" for step in steps.split(";") if step) + FILE)
    assert (found.accounts, found.other_accounts) == (accounts, others)


def test_balances_by_month_are_there_for_the_collection_before_the_payment() -> None:
    text = (
        f"    Given the employer's levy balance is:\n{table('09/17 10/17 ... 12/17', '500 0 ... 250.5')}\n"
        f"    And the employer 2 has a transfer allowance of:\n{table('06/18', '1,200')}\n"
    )
    found = inputs(text + FILE)
    assert found.accounts[0].levy.by_month == {
        Month(2017, 8): Decimal(500),
        Month(2017, 9): Decimal(0),
        Month(2017, 11): Decimal("250.5"),
    }
    assert found.accounts[2].allowance.at(Month(2018, 5)) == Decimal(1200)
    assert found.accounts[2].allowance.at(Month(2018, 4)) == 0


def test_the_band_caps_every_course_and_the_last_said_counts() -> None:
    text = (
        "    Given the apprenticeship funding band maximum is 9000\n"
        "    And the apprenticeship funding band maximum for each learner is 6000\n"
        + ilr(
            f"{ROW} 50 . . .",
            f"{ROW} . 403 2 1",
            headings=f"{HEADINGS} standard_code framework_code programme_type pathway_code",
        )
    )
    found, reference, _ = inputs_of(world_of(text))
    assert not found.own_price_is_the_band
    for course in ((25, 50, 0, 0), (2, 0, 403, 1)):
        row = reference.apprenticeship_funding(*course, date(2017, 5, 1))
        assert row is not None and Decimal(6000) in row
        assert reference.knows_common_component(*course, 10, date(2017, 5, 1))
    rate = reference.rate("50086832", "APP_MAY_2017_EM", date(2017, 8, 1))
    assert rate is not None and rate.rate_weighted == 471


def test_without_a_band_step_the_own_price_is_the_band() -> None:
    found, reference, _ = inputs_of(world_of(FILE))
    assert found.own_price_is_the_band
    assert reference.apprenticeship_funding(25, 23, 0, 0, date(2017, 8, 1)) is None


BEFORE = f"""
    Given following learning has been recorded for previous payments:
{
    table(
        "ULN learner_type start_date aim_sequence_number aim_type aim_reference framework_code "
        "programme_type pathway_code completion_status",
        "learner_a programme_only_DAS 06/05/2017 1 programme ZPROG001 403 2 1 continuing",
        "learner_a programme_only_DAS 06/05/2017 2 maths_or_english 60001227 403 2 1 continuing",
    )
}
    And the following programme earnings and payments have been made to the provider A for learner a:
      | Type                           | 05/17 | 06/17 | 07/17 |
      | Provider Earned Total          | 600   | 600   | 600   |
      | SFA Levy employer budget       | 500   | 0     | 0     |
      | sfa levy co-funding budget     | 90    | 540   | 0     |
      | SFA non-Levy co-funding budget | 0     | 0     | 540   |
      | Provider Earned from Employer  | 10    | 60    | 60    |
      | Levy account debited           | 0     | 500   | 0     |
    And the following maths or english earnings and payments have been made to the provider A for learner learner a:
      | Type                                | 05/17 |
      | SFA Levy additional payments budget | 39.25 |
"""


def test_earlier_payments_are_read_from_the_rows_that_are_not_lagged() -> None:
    world = world_of(BEFORE + FILE)
    found = inputs_of(world)[0].history
    told = [(one.month.label, one.contract_type, one.source, one.amount) for one in found[:-1]]
    assert told == [
        ("May 2017", 1, FundingSource.LEVY, Decimal(500)),
        ("May 2017", 1, FundingSource.GOVERNMENT, Decimal(90)),
        ("Jun 2017", 1, FundingSource.GOVERNMENT, Decimal(540)),
        ("Jul 2017", 2, FundingSource.GOVERNMENT, Decimal(540)),
        ("May 2017", 1, FundingSource.EMPLOYER, Decimal(10)),
        ("Jun 2017", 1, FundingSource.EMPLOYER, Decimal(60)),
        ("Jul 2017", 2, FundingSource.EMPLOYER, Decimal(60)),
    ]
    first, maths = found[0], found[-1]
    assert (first.course, first.learn_aim_ref, first.transaction_type) == (
        Course(2, 0, 403, 1),
        "ZPROG001",
        1,
    )
    assert (first.government_share, first.learn_ref_number, first.uln) == (
        Decimal("0.9"),
        "learner a",
        uln_of(world, "a"),
    )
    assert (maths.learn_aim_ref, maths.transaction_type, maths.source) == (
        "60001227",
        13,
        FundingSource.FULLY_FUNDED,
    )
    assert (maths.government_share, maths.amount, maths.employer) == (1, Decimal("39.25"), None)


def test_earlier_payments_of_a_learner_nobody_knows_are_refused_with_the_nearest() -> None:
    world = world_of(BEFORE.replace("for learner a:", "for learner bob:") + FILE)
    with pytest.raises(StepError, match="there is no learner 'bob'"):
        inputs_of(world)


def test_reversals_are_the_sums_that_are_not_nothing() -> None:
    text = "    Given the following payments will be added for reversal:\n" + table(
        "Payment_type 05/17 06/17", "On-program 500 0", "Employer_16-18_incentive 0 500"
    )
    assert inputs(f"{text}\n{FILE}").reversals == (
        Reversal((1,), Month(2017, 5), Decimal(500)),  # type: ignore[arg-type]
        Reversal((4, 6), Month(2017, 6), Decimal(500)),  # type: ignore[arg-type]
    )


FORM = table(
    "Type 08/17 09/17",
    "16-18_Non_Levy_Provider_Authorised_Claims 100 .",
    "16-18_Non-Levey_Excess_Learning_Support 00.10 -5",
)


def test_forms_are_submitted_in_their_month_or_in_the_collection_period() -> None:
    text = (
        f"    Given the following EAS form is submitted:\n{FORM}\n"
        f"    And the following EAS form is submitted in 10/17:\n      | Type | 08/17 |\n"
        "    And the EAS collection period is 09/17\n"
    )
    first, second = inputs(text).forms
    assert (first.ukprn, first.submitted, second.submitted, second.lines) == (
        10000001,
        Month(2017, 9),
        Month(2017, 10),
        {},
    )
    assert first.lines == {
        "16-18 Non-Levy Provider Authorised Claims": {Month(2017, 8): Decimal(100)},
        "16-18 Non-Levy Excess Learning Support": {
            Month(2017, 8): Decimal("0.10"),
            Month(2017, 9): Decimal(-5),
        },
    }
    with pytest.raises(StepError, match="the EAS collection period is"):
        inputs(text.replace("And the EAS collection period is 09/17", ""))


def test_what_was_made_is_kept_until_more_is_said() -> None:
    world = world_of(FILE)
    before = inputs_of(world)[0]
    assert inputs_of(world)[0] is before
    match("levy balance > agreed price for all months").definition.function(world)  # type: ignore[union-attr]
    assert inputs_of(world)[0] is not before


def test_nothing_can_be_worked_out_without_an_ilr_file() -> None:
    with pytest.raises(StepError, match="no ILR file was submitted yet"):
        inputs("    Given levy balance = 0 for all months\n")


@pytest.mark.parametrize(
    "sentence",
    [
        "The learner is programme only DAS",
        "Two learners are programme only DAS",
        "the census date is the last date of the month",
        "no ILR validation errors",
        "the learner changes employers",
    ],
)
def test_steps_without_effect(sentence: str) -> None:
    with_it = inputs(f"    Given {sentence}\n{FILE}")
    assert with_it == inputs(FILE)


@pytest.mark.parametrize(
    ("sentence", "function"),
    [
        ("an ILR file is  submitted\tfor the first time on 10/10/17 with the following data :", "ilr_first_on"),
        ("An ILR file is submitted for period R01 with the following data: # late", "ilr_for_period"),
        (
            "an ILR file is submitted for academic year 1718 in period R01 with the following data:",
            "ilr_for_period_of_year",
        ),
        ("an ILR file is submitted on R01 with the following data:", "ilr_on"),
        ("an ILR file is submitted every month with the following data:", "ilr_every_month"),
        ("the following commitments exist on 03/12/2017:", "commitments_on"),
        ("the employer 1 has a levy balance = 0 for all months", "employer_levy_none"),
        ("the employer's levy balance is:", "levy_by_month"),
        ("the following earnings and payments have been made to the provider A for learner a:", "paid_before"),
        ("the following maths or english earnings and payments have been made to the provider A for learner a:",
         "english_maths_paid_before"),
        ("the learner is programme only das", "without_effect"),
    ],
)  # fmt: skip
def test_each_sentence_is_read_by_its_step(sentence: str, function: str) -> None:
    found = match(sentence)
    assert found is not None and found.definition.function.__name__ == function
