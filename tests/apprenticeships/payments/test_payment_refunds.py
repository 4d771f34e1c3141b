"""Refunds: in proportion to who paid, walking back to August; levy credited first; manual reversals."""

from datetime import date
from decimal import Decimal

import pytest
from payment_scenes import (
    ENGLISH,
    INCENTIVE,
    STANDARD,
    TRAINING,
    A,
    Scene,
    account,
    committed,
    file_of,
    history,
    m,
    monthly,
    once,
    paid,
    rows,
)  # fmt: skip

from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.inputs import FundingSource, Reversal

LEVY, GOVERNMENT, EMPLOYER = FundingSource.LEVY, FundingSource.GOVERNMENT, FundingSource.EMPLOYER


def split(amount: str = "750", month: str = "09/17") -> list[object]:
    """Return past payments of a month: half by levy, the rest shared."""
    half = Decimal(amount) / 2
    parts = (
        ("levy", half),
        ("government co-investment", half * 9 / 10),
        ("employer co-investment", half / 10),
    )
    return [history(part, month, FundingSource(source)) for source, part in parts]


def test_a_refund_is_split_as_the_month_was_paid() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(750, "08/17", "08/17"), once(650, "09/17", TRAINING)), received="10/17"),
        history=[*split(month="08/17"), *split()], last="10/17",
    )  # fmt: skip
    refunds = rows(ledger, collection="10/17")
    assert [(row.source, row.amount) for row in refunds] == [(EMPLOYER, -5), (GOVERNMENT, -45), (LEVY, -50)]
    assert {(row.month, row.taken_from) for row in refunds} == {(m("09/17"), m("09/17"))}
    assert all(row.because.recomputed() == row.amount for row in refunds)


def test_a_month_without_payments_is_refunded_from_the_months_before() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(750, "08/17", "09/17"), once(-100, "10/17", TRAINING))), last="10/17",
        accounts={0: account(0, 375)},
    )  # fmt: skip
    refunds = rows(ledger, month="10/17")
    assert [(row.source, row.amount) for row in refunds] == [
        (EMPLOYER, -5), (GOVERNMENT, -45), (LEVY, -50)
    ]  # fmt: skip
    assert {row.taken_from for row in refunds} == {m("09/17")}
    assert paid(ledger, month="09/17") == 750


def test_a_large_refund_walks_back_month_by_month_and_never_beyond_august() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(
            scene.learner(
                monthly(100, "06/17", "07/17"), monthly(100, "08/17", "10/17"), once(-500, "11/17", TRAINING),
                start=date(2017, 6, 1),
            )
        ),
        last="12/17",
    )  # fmt: skip
    assert [(row.taken_from, row.amount) for row in rows(ledger, month="11/17")] == [
        (m("10/17"), -100), (m("09/17"), -100), (m("08/17"), -100)
    ]  # fmt: skip
    assert paid(ledger, month="07/17") == 100


def test_what_could_not_be_taken_is_still_due_once_something_was_paid() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(100, "08/17", "09/17"), once(-150, "10/17", TRAINING)), received="10/17"),
        last="12/17",
    )  # fmt: skip
    assert paid(ledger, collection="10/17") == 200
    assert paid(ledger, collection="11/17") == -150
    assert paid(ledger, collection="12/17") == 0


def test_the_levy_part_is_credited_before_levy_is_spent() -> None:
    scene = Scene()
    before = scene.learner(monthly(500, "08/17", "09/17"))
    after = scene.learner(monthly(200, "08/17", "09/17"))
    ledger = scene.run(
        file_of(before, received="08/17"), file_of(after, received="09/17"), last="09/17",
        accounts={0: account(0, {"08/17": 500, "09/17": 0})},
    )  # fmt: skip
    assert [(row.source, row.amount) for row in rows(ledger, collection="09/17")] == [
        (LEVY, -300),
        (LEVY, 200),
    ]


def test_a_withdrawn_learner_pays_back_what_comes_after() -> None:
    scene = Scene()
    stays = scene.learner(monthly(1000, "08/17", "07/18"), once(500, "10/17", INCENTIVE))
    left = scene.learner(monthly(1000, "08/17", "08/17"))
    ledger = scene.run(file_of(stays, received="08/17"), file_of(left, received="12/17"), last="02/18")
    assert paid(ledger, collection="12/17") == -3500
    assert paid(ledger) == 1000


def test_refunds_of_co_payments_are_due_to_the_employer() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(1000, "08/17", "09/17")), received="08/17"),
        file_of(scene.learner(monthly(500, "08/17", "09/17")), received="10/17"),
        accounts={0: account(0, 0)}, last="10/17",
    )  # fmt: skip
    assert paid(ledger, collection="10/17", source=EMPLOYER) == -100
    assert paid(ledger, collection="10/17", source=GOVERNMENT) == -900


def test_a_learner_gone_from_a_new_file_is_taken_back_whole() -> None:
    scene = Scene()
    stays = scene.learner(monthly(100, "08/17", "07/18"), ref="L1", uln=1)
    goes = scene.learner(monthly(100, "08/17", "07/18"), ref="L2", uln=2)
    ledger = scene.run(file_of(stays, goes, received="08/17"), file_of(stays, received="10/17"), last="11/17")
    assert paid(ledger, uln=2, collection="10/17") == -200
    assert paid(ledger, uln=2) == 0
    assert paid(ledger, uln=1) == 400


def test_a_provider_without_a_file_is_left_alone() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(100, "08/17", "07/18"))), last="08/17",
        history=[history(100, "08/17", LEVY, ukprn=10009999, learn_ref_number="L9", uln=9)],
    )  # fmt: skip
    assert paid(ledger, ukprn=10009999) == 100


class TestReversal:
    def test_the_listed_payment_is_reversed_with_its_parts_and_paid_again(self) -> None:
        scene = Scene()
        learner = scene.learner(monthly(750, "08/17", "09/17"), once(500, "09/17", INCENTIVE))
        ledger = scene.run(
            file_of(learner, received="10/17"), last="11/17",
            history=[*split(month="08/17"), *split(),
                     history(500, "09/17", FundingSource.FULLY_FUNDED, transaction_type=INCENTIVE,
                             government_share=Decimal(1))],
            reversals=[Reversal((TRAINING,), m("09/17"), Decimal(750))],
            accounts={0: account(0, 100)},
        )  # fmt: skip
        new = rows(ledger, collection="10/17")
        assert [(row.source, row.amount) for row in new[:3]] == [
            (EMPLOYER, Decimal("-37.5")), (GOVERNMENT, Decimal("-337.5")), (LEVY, -375)
        ]  # fmt: skip
        # 100 of this month and the 375 credited pay what is due again.
        assert [(row.source, row.amount) for row in new[3:]] == [
            (LEVY, 475), (GOVERNMENT, Decimal("247.5")), (EMPLOYER, Decimal("27.5"))
        ]  # fmt: skip
        assert not rows(ledger, collection="11/17")
        assert not ledger.problems

    @pytest.mark.parametrize("listed", ["750", "712.5", "500"])
    def test_a_figure_may_leave_out_the_employers_part_or_name_a_part(self, listed: str) -> None:
        scene = Scene()
        ledger = scene.run(
            file_of(scene.learner(monthly(750, "09/17", "09/17")), received="10/17"), last="10/17",
            history=split(), reversals=[Reversal((TRAINING,), m("09/17"), Decimal(listed))],
        )  # fmt: skip
        new = rows(ledger, collection="10/17")
        taken = -500 if listed == "500" else -750
        assert sum(row.amount for row in new if row.amount < 0) == taken
        assert paid(ledger) == 750
        assert not ledger.problems

    def test_a_reversal_of_what_was_never_paid_is_told(self) -> None:
        scene = Scene()
        ledger = scene.run(
            file_of(scene.learner(monthly(750, "08/17", "09/17"))), last="08/17",
            reversals=[Reversal((TransactionType.COMPLETION,), m("08/17"), Decimal(3000))],
        )  # fmt: skip
        assert ledger.problems == [
            "a reversal of 3000 for Aug 2017 lists completion, but 3000 of it was never paid"
        ]


class TestEarlierPayments:
    def test_they_count_for_any_fund_line_and_the_commitments_employer(self) -> None:
        scene = Scene()
        learner = scene.learner(monthly(1000, "08/17", "10/17", fund_line="19+ Apprenticeship"))
        ledger = scene.run(
            file_of(learner, received="10/17"), last="11/17",
            history=[history(1000, "08/17", LEVY), history(1000, "09/17", LEVY)],
            commitments=[committed(learner, employer=7)], accounts={7: account(7, None)},
        )  # fmt: skip
        assert [(row.month, row.amount) for row in rows(ledger, collection="10/17")] == [(m("10/17"), 1000)]
        assert {row.employer for row in ledger.payments} == {7}

    def test_another_aim_reference_is_refunded_and_paid_anew(self) -> None:
        scene = Scene()
        learner = scene.learner(
            monthly(100, "08/17", "10/17"), monthly(39.25, "08/17", "10/17", ENGLISH, share=Decimal(1))
        )
        old = [
            history(39.25, month, FundingSource.FULLY_FUNDED, transaction_type=ENGLISH,
                    government_share=Decimal(1), learn_aim_ref="60001227")
            for month in ("08/17", "09/17")
        ]  # fmt: skip
        ledger = scene.run(file_of(learner, received="10/17"), history=old, last="10/17")
        english = {
            ref: paid(ledger, collection="10/17", learn_aim_ref=ref) for ref in ("60001227", "50086832")
        }
        assert english == {"60001227": Decimal("-78.5"), "50086832": Decimal("117.75")}

    def test_they_are_not_earned_and_last_years_are_left_alone(self) -> None:
        scene = Scene()
        learner = scene.learner(monthly(100, "08/17", "10/17"))
        ledger = scene.run(
            file_of(learner), history=[history(1000, "07/17", LEVY, course=STANDARD._replace(std_code=11))],
            last="10/17",
        )  # fmt: skip
        assert paid(ledger, month="07/17") == 1000
        assert [(one.month, one.amount) for one in ledger.earned] == [
            (m("08/17"), 100), (m("09/17"), 100), (m("10/17"), 100)
        ]  # fmt: skip

    def test_payments_for_later_months_wait_for_their_earnings(self) -> None:
        scene = Scene()
        learner = scene.learner(monthly(100, "08/17", "10/17"))
        ledger = scene.run(
            file_of(learner), history=[history(100, f"{month}/17", LEVY) for month in ("08", "09", "10")],
            last="10/17",
        )  # fmt: skip
        assert len(ledger.payments) == 3
        assert {row.ukprn for row in ledger.payments} == {A}
