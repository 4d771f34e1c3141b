"""Completion payments wait for the employer's contributions."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from payment_scenes import (
    BALANCING,
    COMPLETION,
    INCENTIVE,
    ONE,
    Earn,
    Scene,
    account,
    file_of,
    monthly,
    once,
    paid,
    rows,
    with_end,
)  # fmt: skip

from engine.calendar import Month
from engine.ilr.records import Learner
from engine.programmes.apprenticeships.payments.outcome import PaymentLedger

START = date(2017, 8, 1)
END = date(2018, 8, 20)


def completes(scene: Scene, earns: list[Earn], **more: Any) -> Learner:
    more.setdefault("end", END)
    return scene.learner(*earns, once(1350, f"{more['end']:%m/%y}", COMPLETION), **more)


def ledger_of(scene: Scene, learner: Learner, levy: Any = 0, **more: Any) -> PaymentLedger:
    more.setdefault("last", "08/18")
    return scene.run(file_of(learner, contributions=True), accounts={0: account(0, levy)}, **more)


YEAR = monthly(500, "08/17", "07/18")


@pytest.mark.parametrize(("paid_in", "released"), [(720, True), (719, False), (None, False)])
def test_twelve_times_60_need_720(paid_in: int | None, released: bool) -> None:
    scene = Scene()
    learner = completes(scene, [monthly(600, "08/17", "07/18")], paid_in=paid_in)
    ledger = ledger_of(scene, learner)
    assert (paid(ledger, transaction_type=COMPLETION) == 1350) is released
    assert [(one.needed, one.supplied) for one in ledger.held_back] == (
        [] if released else [(720, paid_in or 0)]
    )


@pytest.mark.parametrize(
    ("months", "levy", "needed"),
    [
        ([1500, *[1000] * 11], {"08/17": 0}, 1250),
        ([*[500] * 13], {"08/17": 0}, 600),
        ([500, *[400] * 10, 250], {"08/17": 0}, 475),
        ([*[1000] * 12], {"08/17": 500}, 600),
        ([*[1000] * 12], None, 0),
        ([*[750] * 11, 500], {"08/17": 0}, 875),
        ([*["375.99"] * 12], {"08/17": 0}, 444),
    ],
)
def test_worked_needs(months: list[Any], levy: Any, needed: int) -> None:
    scene = Scene()
    # The last instalment but for the case of 13 lies before the month of completion.
    begin = Month(2018, 8).shift(-12)
    earn = Earn(YEAR.kind, {begin.shift(n): Decimal(str(amount)) for n, amount in enumerate(months)})
    for supplied in {max(needed - 1, 0), needed}:
        learner = completes(scene, [earn], paid_in=supplied)
        ledger = ledger_of(scene, learner, levy)
        assert (paid(ledger, transaction_type=COMPLETION) == 1350) is (supplied == needed)
        assert [one.needed for one in ledger.held_back] == ([] if supplied == needed else [needed])


def test_only_the_completion_waits() -> None:
    scene = Scene()
    learner = completes(scene, [YEAR, once(100, "08/18", BALANCING), once(500, "08/18", INCENTIVE)])
    assert paid(ledger_of(scene, learner), collection="08/18") == 600


def test_evidence_of_the_next_month_releases_it() -> None:
    scene = Scene()
    waits, comes = completes(scene, [YEAR], paid_in=0), completes(scene, [YEAR], paid_in=600)
    ledger = scene.run(
        file_of(waits, received="08/17", contributions=True),
        file_of(comes, received="09/18", contributions=True), accounts={0: account(0, 0)},
    )  # fmt: skip
    assert [(row.collection, row.month) for row in rows(ledger, transaction_type=COMPLETION)] == [
        (Month(2018, 9), Month(2018, 8))
    ] * 2


def test_a_released_completion_is_never_tested_again() -> None:
    scene = Scene()
    earns = [monthly(500, "08/17", "08/18")]
    first = completes(scene, earns, paid_in=600, end=date(2018, 8, 31))
    less = completes(scene, earns, paid_in=0, end=date(2018, 8, 31))
    ledger = scene.run(
        file_of(first, received="08/17", contributions=True),
        file_of(less, received="10/18", contributions=True), accounts={0: account(0, 0)}, last="12/18",
    )  # fmt: skip
    assert paid(ledger, transaction_type=COMPLETION) == 1350
    assert not rows(ledger, collection="09/18")
    assert not rows(ledger, collection="10/18")


def test_a_file_that_states_no_contributions_is_not_tested() -> None:
    scene = Scene()
    ledger = scene.run(file_of(completes(scene, [YEAR])), accounts={0: account(0, 0)}, last="08/18")
    assert paid(ledger, transaction_type=COMPLETION) == 1350


@pytest.mark.parametrize("ldm", ["356", "361"])
def test_own_employers_and_the_trailblazer_exemption_always_pay(ldm: str) -> None:
    scene = Scene()
    assert paid(ledger_of(scene, completes(scene, [YEAR], ldm=ldm)), transaction_type=COMPLETION) == 1350


@pytest.mark.parametrize(
    ("since", "released"),
    [
        (date(2018, 8, 10), True),
        (date(2018, 3, 1), True),
        (date(2018, 8, 20), False),
        (date(2018, 9, 1), False),
    ],
)
def test_redundancy_before_the_end_always_pays(since: date, released: bool) -> None:
    scene = Scene()
    learner = completes(scene, [YEAR], statuses=[(11, since), (10, date(2017, 7, 1))])
    assert (paid(ledger_of(scene, learner), transaction_type=COMPLETION) == 1350) is released


def test_a_redundancy_of_the_aim_always_pays_even_with_a_new_job_before_the_price_episode() -> None:
    scene = Scene()
    statuses = [(10, date(2017, 7, 1)), (11, date(2018, 3, 1)), (10, date(2018, 4, 1))]
    ledger = ledger_of(scene, completes(scene, [YEAR], statuses=statuses))
    assert paid(ledger, transaction_type=COMPLETION) == 1350


def test_money_paid_back_counts_against_the_employer() -> None:
    scene = Scene()
    learner = completes(scene, [YEAR], paid_in=700, repaid=100)
    assert paid(ledger_of(scene, learner), transaction_type=COMPLETION) == 1350
    learner = completes(scene, [YEAR], paid_in=700, repaid=101)
    assert paid(ledger_of(scene, learner), transaction_type=COMPLETION) == 0


def test_co_payments_of_another_share_do_not_count() -> None:
    scene = Scene()
    small = [monthly(500, "08/17", "09/17"), monthly(500, "10/17", "07/18", share=ONE)]
    whole = once(1500, "08/18", COMPLETION, share=ONE)
    learner = scene.learner(*small, whole, end=END, paid_in=0)
    assert paid(ledger_of(scene, learner), transaction_type=COMPLETION) == 1500
    large = [monthly(500, "08/17", "09/17", share=ONE), monthly(500, "10/17", "07/18")]
    for paid_in, released in ((500, True), (499, False)):
        learner = completes(scene, large, paid_in=paid_in)
        assert (paid(ledger_of(scene, learner), transaction_type=COMPLETION) == 1350) is released


def test_a_completion_is_taken_back_when_it_is_no_longer_claimed() -> None:
    scene = Scene()
    done = completes(scene, [YEAR], paid_in=600)
    goes_on = with_end(done, None)
    ledger = scene.run(
        file_of(done, received="08/17", contributions=True),
        file_of(goes_on, received="09/18", contributions=True), accounts={0: account(0, 0)},
    )  # fmt: skip
    assert paid(ledger, transaction_type=COMPLETION) == 0
    assert not ledger.held_back
