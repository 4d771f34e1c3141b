"""Month ends of real ILR records: the earnings calculation, the data lock and the payments together."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from payment_scenes import (
    BALANCING,
    COMPLETION,
    TRAINING,
    account,
    committed,
    file_of,
    m,
    months,
    paid,
    rows,
)

from engine.ilr.records import (
    AppFinRecord,
    Learner,
    LearnerEmploymentStatus,
    LearningDelivery,
    LearningDeliveryFAM,
)
from engine.parameters import published
from engine.programmes.apprenticeships.payments.inputs import (
    CommitmentSet,
    FundingSource,
    MonthEndInputs,
    Submission,
)
from engine.programmes.apprenticeships.payments.month_ends import run
from engine.programmes.apprenticeships.payments.outcome import PaymentLedger
from engine.reference import ReferenceData

START = date(2017, 9, 1)
PLANNED = date(2018, 9, 8)
LEVY, GOVERNMENT, EMPLOYER = FundingSource.LEVY, FundingSource.GOVERNMENT, FundingSource.EMPLOYER


def apprentice(
    prices: Sequence[tuple[date, int]] = ((START, 15000),),
    end: date | None = None,
    status: int = 1,
    contract: str = "1",
    paid_in: int | None = None,
) -> Learner:
    records = [
        AppFinRecord(a_fin_type="TNP", a_fin_code=code, a_fin_date=day, a_fin_amount=part)
        for day, price in prices
        for code, part in ((1, price * 4 // 5), (2, price - price * 4 // 5))
    ]
    if paid_in:
        records.append(AppFinRecord(a_fin_type="PMR", a_fin_code=1, a_fin_date=START, a_fin_amount=paid_in))
    shared: dict[str, Any] = {
        "learn_start_date": START, "learn_plan_end_date": PLANNED, "learn_act_end_date": end,
        "fund_model": 36, "prog_type": 25, "std_code": 50, "comp_status": status,
        "outcome": 1 if status == 2 and end else None, "del_loc_post_code": "ZZ99 9ZZ",
        "learning_delivery_fam": (
            LearningDeliveryFAM(
                learn_del_fam_type="ACT", learn_del_fam_code=contract, learn_del_fam_date_from=START
            ),
        ),
    }  # fmt: skip
    programme = LearningDelivery(
        learn_aim_ref="ZPROG001", aim_type=1, aim_seq_number=1, app_fin_record=tuple(records), **shared
    )
    return Learner(
        learn_ref_number="L1", uln=1000000001, date_of_birth=date(1990, 1, 1), ethnicity=31, sex="F",
        lldd_health_prob=2, postcode_prior="ZZ99 9ZZ", postcode="ZZ99 9ZZ", learning_delivery=(programme,),
        learner_employment_status=(LearnerEmploymentStatus(emp_stat=10, date_emp_stat_app=date(2017, 1, 1)),),
    )  # fmt: skip


def month_ends(*files: Submission, levy: Any = None, last: str | None = None) -> PaymentLedger:
    agreed = committed(files[0].learners[0], price=Decimal(15000))
    inputs = MonthEndInputs(
        files, (CommitmentSet(None, (agreed,)),), {0: account(0, levy)}, own_price_is_the_band=True
    )
    return run(inputs, None, m(last) if last else None, ReferenceData.from_tables({}), published())


def test_15000_over_twelve_months_is_paid_as_it_is_earned() -> None:
    done = apprentice(end=PLANNED, status=2)
    ledger = month_ends(file_of(done))
    for month in months("09/17", "08/18"):
        (row,) = [one for one in ledger.payments if one.month == month]
        assert (row.source, row.amount, row.collection) == (LEVY, 1000, month)
    assert [(one.month, one.amount) for one in rows(ledger, transaction_type=COMPLETION)] == [
        (m("09/18"), 3000)
    ]
    assert sum(one.amount for one in ledger.earned) == 15000


def test_without_levy_the_employer_owes_a_tenth() -> None:
    ledger = month_ends(file_of(apprentice()), levy=0, last="09/17")
    assert [(row.source, row.amount) for row in ledger.payments] == [(GOVERNMENT, 900), (EMPLOYER, 100)]


def test_the_completion_waits_for_1200_of_contributions() -> None:
    waits = apprentice(end=PLANNED, status=2, paid_in=1199)
    comes = apprentice(end=PLANNED, status=2, paid_in=1200)
    ledger = month_ends(file_of(waits, contributions=True), levy=0, last="10/18")
    assert paid(ledger, transaction_type=COMPLETION) == 0
    ledger = month_ends(
        file_of(waits, received="09/17", contributions=True),
        file_of(comes, received="10/18", contributions=True), levy=0,
    )  # fmt: skip
    assert {row.collection for row in rows(ledger, transaction_type=COMPLETION)} == {m("10/18")}


def test_an_early_completion_pays_the_rest_and_hides_it_until_then() -> None:
    ledger = month_ends(file_of(apprentice(end=date(2018, 7, 10), status=2)))
    assert paid(ledger, transaction_type=TRAINING) == 10000
    assert paid(ledger, transaction_type=BALANCING, collection="07/18") == 2000
    assert paid(ledger, transaction_type=COMPLETION, collection="07/18") == 3000
    assert paid(ledger) == 15000


def test_a_withdrawal_found_late_is_taken_back() -> None:
    ledger = month_ends(
        file_of(apprentice(), received="09/17"),
        file_of(apprentice(end=date(2017, 12, 15), status=3), received="03/18"), levy=375, last="03/18",
    )  # fmt: skip
    assert paid(ledger, collection="03/18", source=LEVY) == -375 * 3
    assert [paid(ledger, month=f"{month}/18") for month in ("01", "02")] == [0, 0]
    assert paid(ledger) == 3000


def test_every_amount_is_explained() -> None:
    ledger = month_ends(
        file_of(apprentice(), received="09/17"),
        file_of(apprentice(prices=((START, 13333),)), received="12/17"), levy=421, last="01/18",
    )  # fmt: skip
    assert ledger.payments
    for row in ledger.payments:
        again = row.because.recomputed()
        assert again is not None
        assert abs(again - row.amount) <= Decimal("0.000005")
