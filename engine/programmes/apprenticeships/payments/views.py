"""The payment ledger as its readers see it: who paid, who was debited, which budget bore it, month by month.

A view is a sum over the rows of the ledger; nothing is worked out a second time. A column named for a month
shows what was collected in the month before, for payments, or what that delivery month cost, for
earnings and budgets. Source: apprenticeship rules 1.1 and 9.1 to 9.5.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Literal, NamedTuple

from engine.because import Because
from engine.calendar import Month
from engine.money import ZERO
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments import view_reasons as reasons
from engine.programmes.apprenticeships.payments.inputs import Commitment, FundingSource
from engine.programmes.apprenticeships.payments.outcome import Payment, PaymentLedger

LEVY_CONTRACT = 1
NON_LEVY_CONTRACT = 2

_GOVERNMENT = frozenset(FundingSource) - {FundingSource.EMPLOYER}
_EMPLOYER = frozenset({FundingSource.EMPLOYER})
_LEVY = frozenset({FundingSource.LEVY})
_TRANSFER = frozenset({FundingSource.TRANSFER})
_CO_FUNDING = frozenset({FundingSource.GOVERNMENT})
_FULLY_FUNDED = frozenset({FundingSource.FULLY_FUNDED})

Counted = Literal["positive", "negative", "negative as credit", "net or nothing", "net or positive"]


class _Sum(NamedTuple):
    """How a row adds up payments: by which month, of which sources and contract, and what counts of them."""

    by: Literal["collection", "delivery"]
    sources: frozenset[FundingSource]
    counted: Counted
    contract: int | None = None
    asserted: bool = True


class Kind(Enum):
    """The rows of the earnings and payments table. Source: apprenticeship rules 9.1 and 9.2."""

    EARNED_TOTAL = "earned in all"
    EARNED_FROM_GOVERNMENT = "earned from the government"
    EARNED_FROM_EMPLOYER = "earned from the employer"
    PAID = "paid by the government"
    REFUND_TAKEN = "refund taken by the government"
    DUE_FROM_EMPLOYER = "payment due from the employer"
    REFUND_DUE = "refund due to the employer"
    LEVY_DEBITED = "levy account debited"
    TRANSFER_DEBITED = "levy account debited by transfer"
    LEVY_CREDITED = "levy account credited"
    LEVY_BUDGET = "levy budget"
    LEVY_CO_FUNDING = "levy co-funding budget"
    NON_LEVY_CO_FUNDING = "non-levy co-funding budget"
    LEVY_ADDITIONAL = "levy additional payments budget"
    NON_LEVY_ADDITIONAL = "non-levy additional payments budget"

    @property
    def asserted(self) -> bool:
        """Whether the guidance gives the row a single meaning, so that a figure can be held against it."""
        return self not in _SUMS or _SUMS[self].asserted


_SUMS = {
    Kind.EARNED_FROM_GOVERNMENT: _Sum("delivery", _GOVERNMENT, "net or nothing", asserted=False),
    Kind.EARNED_FROM_EMPLOYER: _Sum("delivery", _EMPLOYER, "net or nothing", asserted=False),
    Kind.PAID: _Sum("collection", _GOVERNMENT, "positive"),
    Kind.REFUND_TAKEN: _Sum("collection", _GOVERNMENT, "negative"),
    Kind.DUE_FROM_EMPLOYER: _Sum("collection", _EMPLOYER, "net or positive"),
    Kind.REFUND_DUE: _Sum("collection", _EMPLOYER, "negative", asserted=False),
    Kind.LEVY_DEBITED: _Sum("collection", _LEVY, "positive", LEVY_CONTRACT),
    Kind.TRANSFER_DEBITED: _Sum("collection", _TRANSFER, "positive"),
    Kind.LEVY_CREDITED: _Sum("collection", _LEVY, "negative as credit"),
    Kind.LEVY_BUDGET: _Sum("delivery", _LEVY | _TRANSFER, "net or nothing"),
    Kind.LEVY_CO_FUNDING: _Sum("delivery", _CO_FUNDING, "net or nothing", LEVY_CONTRACT),
    Kind.NON_LEVY_CO_FUNDING: _Sum("delivery", _CO_FUNDING, "net or nothing", NON_LEVY_CONTRACT),
    Kind.LEVY_ADDITIONAL: _Sum("delivery", _FULLY_FUNDED, "net or nothing", LEVY_CONTRACT),
    Kind.NON_LEVY_ADDITIONAL: _Sum("delivery", _FULLY_FUNDED, "net or nothing", NON_LEVY_CONTRACT),
}


@dataclass(frozen=True, slots=True)
class Only:
    """Whose money a table is about; None where all providers or learners are meant."""

    ukprn: int | None = None
    uln: int | None = None

    def admits(self, ukprn: int, uln: int) -> bool:
        """Say whether a provider and learner are meant."""
        return self.ukprn in (None, ukprn) and self.uln in (None, uln)


class Figure(NamedTuple):
    """A figure of a view in pounds, and the reasons of the rows that it is made of."""

    amount: Decimal
    because: tuple[Because, ...] = ()


EVERYBODY = Only()


class PaymentViews:
    """The views of one payment ledger, with its payments found by month.

    ``employers_with_commitments`` are the accounts that commitments name: employers beyond them are
    not identified by any payment (9.1).
    """

    def __init__(self, ledger: PaymentLedger, commitments: Iterable[Commitment] = ()) -> None:
        self.ledger = ledger
        self.employers_with_commitments = frozenset(one.employer for one in commitments)
        self._collected: dict[Month, list[Payment]] = defaultdict(list)
        self._delivered: dict[Month, list[Payment]] = defaultdict(list)
        for payment in ledger.payments:
            self._collected[payment.collection].append(payment)
            self._delivered[payment.month].append(payment)

    def figure(
        self, kind: Kind, column: Month, employer: int | None = None, only: Only = EVERYBODY
    ) -> Figure:
        """Return what a row of the earnings and payments table shows in the column of a month (9.1, 9.2)."""
        if kind is Kind.EARNED_TOTAL:
            return self._earned(column, only)
        how = _SUMS[kind]
        found = (
            self._collected.get(column.shift(-1), ())
            if how.by == "collection"
            else self._delivered.get(column, ())
        )
        return _summed(
            [
                payment
                for payment in found
                if payment.source in how.sources
                and how.contract in (None, payment.contract_type)
                and only.admits(payment.ukprn, payment.uln)
                and (employer is None or self._concerns(payment, employer))
            ],
            how.counted,
        )

    def transactions(
        self,
        types: frozenset[TransactionType],
        column: Month,
        employer: int | None = None,
        only: Only = EVERYBODY,
    ) -> Figure:
        """Return what delivery of the month before the column was paid for kinds of money, less the employers' share.

        All collections count, also late ones. An employer's are those of the commitment they were paid by: payments
        without a levy contract are no employer's. Source: apprenticeship rules 9.3.
        """
        found = [
            payment
            for payment in self._delivered.get(column.shift(-1), ())
            if payment.transaction_type in types
            and payment.source in _GOVERNMENT
            and only.admits(payment.ukprn, payment.uln)
            and employer in (None, payment.employer)
        ]
        return Figure(sum((one.amount for one in found), ZERO), reasons.of_payments(found))

    def transfers(self, sender: int, recipient: int, collection: Month) -> Figure:
        """Return what an employer transferred to another in a collection month (9.5)."""
        found = [
            payment
            for payment in self._collected.get(collection, ())
            if payment.source is FundingSource.TRANSFER
            and payment.sender == sender
            and payment.employer == recipient
        ]
        return Figure(sum((one.amount for one in found), ZERO), reasons.of_payments(found))

    def commitments_behind(
        self, types: frozenset[TransactionType], collection: Month
    ) -> tuple[tuple[Commitment, ...], tuple[Because, ...]]:
        """Return the commitments behind the payments of kinds of money collected in a month, with the reasons.

        Late payments for earlier delivery months do not count beside one for a later month: the data lock status
        tells of the month at hand. Source: apprenticeship rules 6.9.
        """
        paid = [
            payment
            for payment in self._collected.get(collection, ())
            if payment.transaction_type in types and payment.commitment is not None and payment.amount > ZERO
        ]
        latest = max((payment.month for payment in paid), default=None)
        paid = [payment for payment in paid if payment.month == latest]
        behind = {
            one.commitment.id + one.commitment.version: one.commitment for one in paid if one.commitment
        }
        return tuple(behind.values()), tuple(dict.fromkeys(one.because for one in paid))

    def adjustments(self, line: str, column: Month) -> Figure:
        """Return what statements of the month before the column made due for a claim line, in pounds (7.9)."""
        found = [
            one for one in self.ledger.adjustments if one.line == line and one.collection == column.shift(-1)
        ]
        return Figure(sum((one.amount for one in found), ZERO), reasons.of_statements(found))

    def _earned(self, month: Month, only: Only) -> Figure:
        found = [one for one in self.ledger.earned if one.month == month and only.admits(one.ukprn, one.uln)]
        lines = [line for one in found for line in one.lines]
        return Figure(sum((one.amount for one in found), ZERO), reasons.of_earnings(lines))

    def _concerns(self, payment: Payment, employer: int) -> bool:
        """Say whether a payment is an employer's: payments without a levy contract name none."""
        if payment.source is FundingSource.TRANSFER:
            return payment.sender == employer
        if payment.contract_type == LEVY_CONTRACT:
            return payment.employer == employer
        return employer not in self.employers_with_commitments


def _summed(found: list[Payment], counted: Counted) -> Figure:
    chosen = found
    if counted == "positive":
        chosen = [one for one in found if one.amount > ZERO]
    elif counted.startswith("negative"):
        chosen = [one for one in found if one.amount < ZERO]
    amount = sum((one.amount for one in chosen), ZERO)
    if counted == "negative as credit":
        return Figure(ZERO - amount, reasons.of_payments(chosen, as_credit=True))
    if counted == "net or nothing" and amount < ZERO:
        return Figure(ZERO, reasons.of_payments(chosen, nothing=True))
    if counted == "net or positive" and amount < ZERO:
        return _summed(found, "positive")
    return Figure(amount + ZERO, reasons.of_payments(chosen))
