"""Who pays: fully funded kinds, levy by priority, transfers by approval, co-investment."""

from datetime import date
from decimal import Decimal

import pytest
from payment_scenes import (
    COMPLETION,
    INCENTIVE,
    ONE,
    TRAINING,
    A,
    B,
    Scene,
    account,
    committed,
    file_of,
    m,
    monthly,
    once,
    paid,
    rows,
)  # fmt: skip

from engine.programmes.apprenticeships.payments.inputs import FundingSource

LEVY, TRANSFER = FundingSource.LEVY, FundingSource.TRANSFER
GOVERNMENT, EMPLOYER, FULLY = FundingSource.GOVERNMENT, FundingSource.EMPLOYER, FundingSource.FULLY_FUNDED


def test_a_balance_of_500_pays_half_of_1000_and_the_rest_is_shared() -> None:
    scene = Scene()
    ledger = scene.run(file_of(scene.learner(monthly(1000, "08/17", "08/17"))), accounts={0: account(0, 500)})
    assert [(row.source, row.amount) for row in ledger.payments] == [
        (LEVY, 500),
        (GOVERNMENT, 450),
        (EMPLOYER, 50),
    ]


def test_two_learners_of_one_employer_are_paid_by_priority() -> None:
    scene = Scene()
    one = scene.learner(monthly(1000, "08/17", "08/17"), ref="L1", uln=1)
    two = scene.learner(monthly(1000, "08/17", "08/17"), ref="L2", uln=2)
    ledger = scene.run(
        file_of(one), file_of(two, ukprn=B), accounts={0: account(0, 1500)},
        commitments=[committed(one, priority=2), committed(two, B, priority=1)],
    )  # fmt: skip
    assert paid(ledger, uln=2, source=LEVY) == 1000
    assert [paid(ledger, uln=1, source=source) for source in (LEVY, GOVERNMENT, EMPLOYER)] == [500, 450, 50]


def test_within_a_priority_the_earlier_delivery_month_comes_first() -> None:
    scene = Scene()
    late = scene.learner(monthly(100, "08/17", "10/17"), ref="L2", uln=2)
    own = scene.learner(monthly(100, "10/17", "10/17"), ref="L1", uln=1, start=date(2017, 10, 1))
    ledger = scene.run(
        file_of(own), file_of(late, ukprn=B, received="10/17"), last="10/17",
        accounts={0: account(0, {"10/17": 250})},
    )  # fmt: skip
    assert [paid(ledger, uln=2, source=LEVY, month=month) for month in ("08/17", "09/17")] == [100, 100]
    assert [paid(ledger, uln=uln, source=LEVY, month="10/17") for uln in (1, 2)] == [50, 0]


def test_the_balance_starts_afresh_each_month_and_keeps_the_last_listed_value() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(1000, "08/17", "11/17"))), last="11/17",
        accounts={0: account(0, {"09/17": 200, "10/17": 700})},
    )  # fmt: skip
    assert [paid(ledger, source=LEVY, collection=f"{n}/17") for n in ("08", "09", "10", "11")] == [
        0,
        200,
        700,
        700,
    ]


def test_other_kinds_of_money_and_full_shares_leave_the_levy_alone() -> None:
    scene = Scene()
    small = scene.learner(monthly(500, "08/17", "08/17", share=ONE), once(500, "08/17", INCENTIVE))
    ledger = scene.run(file_of(small), last="08/17")
    assert [(row.source, row.amount, row.contract_type) for row in ledger.payments] == [
        (GOVERNMENT, 500, 1), (FULLY, 500, 1)
    ]  # fmt: skip


def test_non_levy_money_is_shared_without_lock_or_account() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly(1000, "08/17", "08/17", contract=2))), last="08/17", commitments=()
    )
    assert [(row.source, row.amount, row.employer) for row in ledger.payments] == [
        (GOVERNMENT, 900, None), (EMPLOYER, 100, None)
    ]  # fmt: skip


def test_parts_are_kept_to_five_places_and_make_up_what_is_due() -> None:
    scene = Scene()
    ledger = scene.run(
        file_of(scene.learner(monthly("1142.857142857143", "08/17", "08/17"))), accounts={0: account(0, 0)},
        last="08/17",
    )  # fmt: skip
    assert [row.amount for row in ledger.payments] == [Decimal("1028.57143"), Decimal("114.28571")]
    assert paid(ledger) == Decimal("1142.85714")


@pytest.mark.parametrize(
    ("amount", "government", "employer"),
    [("0.06667", "0.06", "0.01"), ("0.66667", "0.60", "0.07"), ("225", "202.50", "22.50")],
)
def test_small_amounts(amount: str, government: str, employer: str) -> None:
    scene = Scene()
    ledger = scene.run(file_of(scene.learner(monthly(amount, "08/17", "08/17", contract=2))), last="08/17")
    assert [f"{row.amount:.2f}" for row in ledger.payments] == [government, employer]


class TestTransfers:
    def scene(self, sender: object, due: int = 300, receiver: object = None, **more: object) -> object:
        scene = Scene()
        learner = scene.learner(
            monthly(due, "05/18", "06/18"), start=date(2018, 5, 1), planned=date(2019, 4, 30)
        )
        return scene.run(
            file_of(learner), last="06/18",
            commitments=[committed(learner, employer=1, sender=2, approved=date(2018, 4, 1))],
            accounts={1: account(1, receiver), 2: sender},
        )  # fmt: skip

    def test_the_allowance_limits_and_own_levy_pays_the_rest(self) -> None:
        ledger = self.scene(account(2, 10000, {"05/18": 500, "06/18": 200}))
        assert [paid(ledger, source=TRANSFER, collection=month) for month in ("05/18", "06/18")] == [300, 200]
        assert [paid(ledger, source=LEVY, collection=month) for month in ("05/18", "06/18")] == [0, 100]
        assert {(row.employer, row.sender) for row in rows(ledger, source=TRANSFER)} == {(1, 2)}

    @pytest.mark.parametrize(("own", "parts"), [(1000, [100, 200, 0, 0]), (100, [100, 100, 90, 10])])
    def test_the_smaller_of_allowance_and_balance_limits(self, own: int, parts: list[int]) -> None:
        ledger = self.scene(account(2, 100, 500), receiver=own)
        sources = (TRANSFER, LEVY, GOVERNMENT, EMPLOYER)
        assert [paid(ledger, source=source, collection="05/18") for source in sources] == parts

    def test_a_sender_that_never_paid_levy_transfers_nothing(self) -> None:
        ledger = self.scene(account(2, None, None, levy_payer=False))
        assert paid(ledger, source=TRANSFER) == 0
        assert paid(ledger, source=LEVY) == 600

    def test_two_learners_share_a_sender_and_a_receiver(self) -> None:
        scene = Scene()
        one = scene.learner(monthly(100, "08/17", "08/17"), ref="L1", uln=1)
        two = scene.learner(monthly(100, "08/17", "08/17"), ref="L2", uln=2)
        approved = date(2017, 7, 1)
        ledger = scene.run(
            file_of(two, one), last="08/17",
            commitments=[committed(one, employer=1, sender=2, approved=approved),
                         committed(two, employer=1, sender=2, approved=approved)],
            accounts={1: account(1, 40), 2: account(2, 80, 1000)},
        )  # fmt: skip
        sources = (TRANSFER, LEVY, GOVERNMENT, EMPLOYER)
        assert [paid(ledger, uln=1, source=source) for source in sources] == [80, 20, 0, 0]
        assert [paid(ledger, uln=2, source=source) for source in sources] == [0, 20, 72, 8]

    def test_the_earlier_approval_comes_first(self) -> None:
        scene = Scene()
        one = scene.learner(monthly(100, "08/17", "08/17"), ref="L1", uln=1)
        two = scene.learner(monthly(100, "08/17", "08/17"), ref="L2", uln=2)
        ledger = scene.run(
            file_of(one, two), last="08/17",
            commitments=[committed(one, employer=1, sender=2, approved=date(2017, 7, 2)),
                         committed(two, employer=1, sender=2, approved=date(2017, 7, 1))],
            accounts={1: account(1, 0), 2: account(2, 80, 1000)},
        )  # fmt: skip
        assert [paid(ledger, uln=uln, source=TRANSFER) for uln in (1, 2)] == [0, 80]

    def test_a_refund_goes_back_to_the_sender(self) -> None:
        scene = Scene()
        before = scene.learner(monthly(300, "08/17", "09/17"))
        after = scene.learner(monthly(100, "08/17", "09/17"))
        ledger = scene.run(
            file_of(before, received="08/17"), file_of(after, received="09/17"), last="09/17",
            commitments=[committed(before, employer=1, sender=2)],
            accounts={1: account(1, 0), 2: account(2, {"08/17": 300, "09/17": 0}, {"08/17": 300, "09/17": 0})},
        )  # fmt: skip
        assert [(row.amount, row.sender) for row in rows(ledger, month="08/17")] == [(300, 2), (-200, 2)]
        # What came back pays this month's 100.
        assert paid(ledger, month="09/17", source=TRANSFER) == 100


def test_every_payment_explains_itself() -> None:
    scene = Scene()
    learner = scene.learner(
        monthly("333.33333333", "08/17", "05/18"), once(3000, "05/18", COMPLETION), once(500, "10/17", INCENTIVE),
        end=date(2018, 5, 31),
    )  # fmt: skip
    fixed = scene.learner(monthly(100, "08/17", "05/18"))
    ledger = scene.run(
        file_of(learner), file_of(fixed, received="06/18"), last="06/18",
        commitments=[committed(learner, sender=2)],
        accounts={0: account(0, {"08/17": 100}), 2: account(2, 150, 70)},
    )  # fmt: skip
    assert {row.source for row in ledger.payments} == set(FundingSource)
    for row in ledger.payments:
        assert row.because.recomputed() is not None
        assert abs(row.because.recomputed() - row.amount) <= Decimal("0.000005"), row
    assert m("05/18") in {row.month for row in ledger.payments if row.transaction_type is TRAINING}
    assert {row.ukprn for row in ledger.payments} == {A}
