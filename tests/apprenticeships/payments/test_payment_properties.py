"""What holds of month ends whatever is earned, corrected, refunded and whoever pays."""

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from payment_scenes import (
    COMPLETION,
    INCENTIVE,
    ONE,
    SHARE,
    TRAINING,
    A,
    B,
    Scene,
    account,
    committed,
    file_of,
    m,
    months,
    once,
)  # fmt: skip
from payment_scenes import Earn as EarnOf

from engine.calendar import Month
from engine.ilr.records import Learner
from engine.money import ZERO, five_places
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.inputs import FundingSource
from engine.programmes.apprenticeships.payments.outcome import Payment, PaymentLedger

YEAR = months("08/17", "07/18")
EMPLOYERS = (1, 2, 3)

amounts = st.decimals(0, 2000, places=3) | st.sampled_from([Decimal(1000) / 3, ZERO, Decimal("0.00005")])


@st.composite
def earns(draw: Any) -> list[EarnOf]:
    """Return training at one share to a month and another after it, with extras."""
    stop = draw(st.integers(1, 12))
    contract = draw(st.sampled_from((1, 1, 2)))
    shares = draw(st.sampled_from(((SHARE, SHARE), (SHARE, ONE), (Decimal("0.95"), SHARE))))
    change = draw(st.integers(0, 12))
    paid = {month: draw(amounts) for month in YEAR[:stop]}
    halves = (
        {month: amount for month, amount in paid.items() if month < Month(2017, 8).shift(change)},
        {month: amount for month, amount in paid.items() if month >= Month(2017, 8).shift(change)},
    )
    found = [
        EarnOf(TRAINING, half, share, contract) for half, share in zip(halves, shares, strict=True) if half
    ]
    if draw(st.booleans()):
        found.append(once(500, "11/17", INCENTIVE, contract=contract))
    return found


@st.composite
def scenes(draw: Any) -> tuple[Scene, list[tuple[Any, ...]], dict[str, Any]]:
    """Return files of two providers, some corrected in a later month, with limited accounts and transfers."""
    scene = Scene()
    files, commitments = [], []
    for ukprn in (A, B):
        received = ["08/17", *(f"{month.month:02}/{month.year - 2000}" for month in draw(
            st.lists(st.sampled_from(YEAR[1:]), max_size=2, unique=True)
        ))]  # fmt: skip
        ulns = [1, 2] if ukprn == A else [3]
        for month in received:
            learners: list[Learner] = []
            for uln in ulns:
                learners.append(scene.learner(*draw(earns()), ref=f"L{uln}", uln=uln))
            files.append(file_of(*learners, ukprn=ukprn, received=month))
        for uln in ulns:
            employer = draw(st.sampled_from(EMPLOYERS))
            sender = draw(st.sampled_from((None, None, *EMPLOYERS)))
            commitments.append(
                committed(
                    files[-1].learners[ulns.index(uln)], ukprn, employer, sender=sender,
                    approved=date(2017, 7, draw(st.integers(1, 3))), priority=draw(st.integers(1, 2)),
                )
            )  # fmt: skip
    balance = st.none() | st.integers(0, 3000)
    accounts = {one: account(one, draw(balance), draw(balance)) for one in EMPLOYERS}
    return scene, files, {"commitments": commitments, "accounts": accounts, "last": "07/18"}


def run(drawn: tuple[Scene, list[Any], dict[str, Any]], backwards: bool = False) -> PaymentLedger:
    scene, files, more = drawn
    if backwards:
        files = [
            file_of(
                *reversed(one.learners),
                ukprn=one.ukprn,
                received=f"{one.received.month:02}/{one.received.year - 2000}",
            )
            for one in reversed(files)
        ]
    return scene.run(*files, **more)


def told(payments: list[Payment]) -> list[tuple[Any, ...]]:
    return [
        (row.ukprn, row.learn_ref_number, row.transaction_type, row.government_share, row.month, row.taken_from,
         row.collection, row.source, row.amount, row.employer, row.sender)
        for row in payments
    ]  # fmt: skip


@settings(max_examples=40)
@given(scenes())
def test_payments_of_each_key_make_up_what_the_last_files_earn(drawn: Any) -> None:
    scene, files, _ = drawn
    wanted: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
    last = {}
    for one in sorted(files, key=lambda one: one.received):
        last[one.ukprn] = one
    for one in last.values():
        for learner in one.learners:
            for earn in scene.earns[learner.learning_delivery[0].con_ref_number]:
                for month, amount in earn.amounts.items():
                    wanted[learner.uln, earn.kind, earn.contract, earn.share, month] += Decimal(amount)
    found: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
    for row in run(drawn).payments:
        found[row.uln, row.transaction_type, row.contract_type, row.government_share, row.month] += row.amount
    for key in wanted.keys() | found.keys():
        assert found[key] == five_places(wanted[key])


@settings(max_examples=40)
@given(scenes())
def test_levy_and_allowance_are_never_overspent(drawn: Any) -> None:
    accounts = drawn[2]["accounts"]
    ledger = run(drawn)
    for collection in YEAR:
        rows = [row for row in ledger.payments if row.collection == collection]
        for employer, one in accounts.items():
            sent = sum(row.amount for row in rows if row.sender == employer)
            levy = sum(
                row.amount for row in rows if row.source is FundingSource.LEVY and row.employer == employer
            )
            balance, allowance = one.levy.at(collection), one.allowance.at(collection)
            assert balance is None or sent + levy <= balance
            assert allowance is None or sent <= allowance


@settings(max_examples=40)
@given(scenes())
def test_no_month_gives_back_more_than_it_was_paid_by_each_source(drawn: Any) -> None:
    net: dict[tuple[Any, ...], Decimal] = defaultdict(Decimal)
    for row in run(drawn).payments:
        key = (row.ukprn, row.learn_ref_number, row.transaction_type, row.contract_type, row.government_share,
               row.taken_from, row.source, row.employer, row.sender)  # fmt: skip
        net[key] += row.amount
        assert net[key] >= 0
        assert row.taken_from <= row.month


@settings(max_examples=40)
@given(scenes())
def test_the_parts_of_each_payment_make_up_what_is_due_and_explain_themselves(drawn: Any) -> None:
    ledger = run(drawn)
    groups: dict[tuple[Any, ...], list[Payment]] = defaultdict(list)
    for row in ledger.payments:
        if row.amount > 0:
            key = (row.ukprn, row.learn_ref_number, row.transaction_type, row.contract_type,
                   row.government_share, row.month, row.collection)  # fmt: skip
            groups[key].append(row)
        again = row.because.recomputed()
        assert again is not None
        assert abs(again - row.amount) <= Decimal("0.000005")
        assert row.amount == five_places(row.amount)
    for rows in groups.values():
        due = {term.value for row in rows for term in row.because.explanation().terms if term.name == "due"}
        assert due == {sum(row.amount for row in rows)}


@settings(max_examples=40)
@given(scenes())
def test_running_twice_and_in_any_order_of_files_gives_the_same(drawn: Any) -> None:
    once_more = told(run(drawn).payments)
    assert told(run(drawn).payments) == once_more
    assert told(run(drawn, backwards=True).payments) == once_more


@settings(max_examples=40)
@given(scenes(), st.integers(1, 11))
def test_stopping_earlier_changes_nothing_before(drawn: Any, count: int) -> None:
    whole = told(run(drawn).payments)
    drawn[2]["last"] = YEAR[count - 1]
    assert told(run(drawn).payments) == [row for row in whole if row[6] <= YEAR[count - 1]]


@settings(max_examples=40)
@given(st.lists(st.integers(0, 2000), min_size=12, max_size=12), st.integers(0, 2000), st.integers(0, 1000))
def test_a_released_completion_stays(training: list[int], paid_in: int, balance: int) -> None:
    scene = Scene()
    earn = EarnOf(TRAINING, dict(zip(YEAR, training, strict=True)))
    done = once(3000, "05/18", COMPLETION)
    learner = scene.learner(earn, done, end=date(2018, 5, 20), paid_in=paid_in)
    ledger = scene.run(
        file_of(learner, contributions=True), accounts={0: account(0, balance)}, last="07/18",
        commitments=[committed(learner)],
    )  # fmt: skip
    completion = [row for row in ledger.payments if row.transaction_type is TransactionType.COMPLETION]
    assert sum(row.amount for row in completion) in (0, 3000)
    assert {row.collection for row in completion} <= {m("05/18")}
    assert bool(completion) is not bool(ledger.held_back)
