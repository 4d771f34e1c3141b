"""Why a figure of a view is what it is: the rows it adds up, each by itself, and the reasons of the rows.

Source: apprenticeship rules 7.9 and 9.1 to 9.5.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import partial

from engine.because import ADDS_ALL, Because, Explanation, Rule, Shown, Term, added
from engine.programmes.apprenticeships.lines import EarningLine, TransactionType
from engine.programmes.apprenticeships.payments.outcome import AdjustmentPayment, Payment

_ROWS = ("AR-9.1", "AR-9.2", "AR-9.3")

EARNED = Rule(
    "APP-EARNED",
    "Adds up what was earned in the month: every kind of money of every learner",
    "apprenticeship rules 9.1",
    ADDS_ALL,
    ("AR-9.1",),
)
PAID = Rule(
    "APP-PAID",
    "Adds up the payments and refunds of the row",
    "apprenticeship rules 9.1 to 9.5",
    ADDS_ALL,
    _ROWS,
)
CREDITED = Rule(
    "APP-CREDITED",
    "Shows what is taken back from a source as what it gets: the signs are turned",
    "apprenticeship rules 9.1",
    ADDS_ALL,
    ("AR-9.1",),
)
NOTHING = Rule(
    "APP-NO-NEGATIVE",
    "Shows nothing where refunds are more than payments: the row has no negative figure",
    "apprenticeship rules 9.2",
    "max(0, payments + refunds)",
    ("AR-9.2",),
)
STATED = Rule(
    "APP-STATEMENT",
    "Pays what earnings adjustment statements total less what was paid for the line and month before",
    "apprenticeship rules 7.9",
    ADDS_ALL,
    ("AR-7.9",),
)


def of_earnings(lines: Sequence[EarningLine]) -> tuple[Because, ...]:
    """Return why so much was earned: the sum of the lines where there are several, then each reason once."""
    own = tuple(dict.fromkeys(line.because for line in lines))
    if len(lines) < 2:
        return own
    return (Because(EARNED, partial(_earned, tuple(lines))), *own)


def of_payments(
    payments: Sequence[Payment], *, as_credit: bool = False, nothing: bool = False
) -> tuple[Because, ...]:
    """Return why so much was paid: the sum of the payments where it is not one of them, then each reason once.

    ``as_credit`` turns the signs; ``nothing`` says that refunds, being more than the payments, leave nothing.
    """
    own = tuple(dict.fromkeys(one.because for one in payments))
    if nothing:
        return (Because(NOTHING, partial(_net, tuple(payments))), *own)
    if as_credit and payments:
        return (Because(CREDITED, partial(_paid, tuple(payments), -1)), *own)
    if len(payments) < 2:
        return own
    return (Because(PAID, partial(_paid, tuple(payments), 1)), *own)


def of_statements(payments: Sequence[AdjustmentPayment]) -> tuple[Because, ...]:
    """Return why statements made so much due."""
    return (Because(STATED, partial(_stated, tuple(payments))),) if payments else ()


def _words(kind: TransactionType) -> str:
    return kind.name.replace("_", " ").lower()


def _earned(lines: Iterable[EarningLine]) -> Explanation:
    return Explanation(
        added(
            (_words(line.transaction_type), line.amount, f"{_whose(line)}, {line.because.rule.title}")
            for line in lines
        )
    )


def _whose(row: EarningLine | Payment) -> str:
    return f"{row.learn_ref_number}, aim {row.aim_seq_number}, provider {row.ukprn}"


def _paid(payments: Iterable[Payment], sign: int) -> Explanation:
    return Explanation(
        added((_words(one.transaction_type), sign * one.amount, _from_whom(one)) for one in payments)
    )


def _from_whom(payment: Payment) -> str:
    collected = f"collected in {payment.collection.label}"
    return f"{_whose(payment)}, {payment.source}, for {payment.month.label}, {collected}"


def _net(payments: Sequence[Payment]) -> Explanation:
    zero = Decimal(0)
    parts: list[tuple[str, Shown, str]] = [
        ("payments", sum((one.amount for one in payments if one.amount > 0), zero), "of the row"),
        ("refunds", sum((one.amount for one in payments if one.amount < 0), zero), "of the row"),
    ]
    return Explanation(added(parts), _each(payments))


def _each(payments: Iterable[Payment]) -> tuple[Term, ...]:
    return added((_words(one.transaction_type), one.amount, _from_whom(one)) for one in payments)


def _stated(payments: Iterable[AdjustmentPayment]) -> Explanation:
    parts: list[tuple[str, Shown, str]] = []
    for one in payments:
        where = f"provider {one.ukprn}, {one.month.label}, statement of {one.collection.label}"
        parts.append(("stated", one.stated, where))
        if one.paid_before:
            parts.append(("paid before", -one.paid_before, where))
    return Explanation(added(parts))
