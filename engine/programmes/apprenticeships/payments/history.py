"""What has been paid for each learner so far: by key for what is due, by source for what can be taken back.

Source: apprenticeship rules 1.6, 2.13, 7.1, 7.4 and 7.7.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal
from typing import NamedTuple, TypeVar

from engine.calendar import FundingYear, Month
from engine.money import ZERO
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import EarningLine, TransactionType
from engine.programmes.apprenticeships.payments.inputs import Commitment, FundingSource
from engine.programmes.apprenticeships.payments.outcome import Payment

_WHOLE_POUND = Decimal(1)
_Kept = TypeVar("_Kept")


class Series(NamedTuple):
    """The key of required payments (7.1) but for provider, learner and delivery month."""

    course: Course
    contract_type: int
    transaction_type: TransactionType
    government_share: Decimal
    learn_aim_ref: str
    fund_line: str
    employer: int | None


class Payer(NamedTuple):
    """Where money came from: the kind of source and the account, the sender's for a transfer."""

    source: FundingSource
    account: int | None


class CoPaymentKey(NamedTuple):
    """What an employer's contributions are compared by (7.4)."""

    course: Course
    contract_type: int
    government_share: Decimal
    fund_line: str


@dataclass(slots=True)
class LastKnown:
    """What the last payment of a series says of it beside its key, for a refund when nothing is earned any more."""

    uln: int
    aim_seq_number: int
    commitment: Commitment | None


class LearnerHistory:
    """The payments of one provider's learner. Those of earlier funding years are forgotten but for 7.4 and 9.1.

    ``required`` is what was paid by series and delivery month, ``sources`` who paid it by the delivery month it stands
    against. ``co_payments`` are whole pounds the employer owed for training, ``released`` the courses whose
    completion payment has passed the test of contributions, ``earned`` the months with a recorded earning.
    """

    __slots__ = ("co_payments", "earned", "known", "open_fund_lines", "released", "required", "sources")

    def __init__(self) -> None:
        self.required: dict[Series, dict[Month, Decimal]] = {}
        self.sources: dict[Series, dict[Month, dict[Payer, Decimal]]] = {}
        self.known: dict[Series, LastKnown] = {}
        self.co_payments: dict[CoPaymentKey, Decimal] = {}
        self.released: set[Course] = set()
        self.earned: set[Month] = set()
        self.open_fund_lines = False

    def record(self, payment: Payment) -> None:
        """Add a payment, or a refund with its negative amount."""
        series = Series(
            payment.course,
            payment.contract_type,
            payment.transaction_type,
            payment.government_share,
            payment.learn_aim_ref,
            payment.fund_line,
            payment.employer,
        )
        amount = payment.amount
        months = self.required.setdefault(series, {})
        months[payment.month] = months.get(payment.month, ZERO) + amount
        payers = self.sources.setdefault(series, {}).setdefault(payment.taken_from, {})
        payer = payer_of(payment)
        payers[payer] = payers.get(payer, ZERO) + amount
        self.known[series] = LastKnown(payment.uln, payment.aim_seq_number, payment.commitment)
        if not payment.fund_line:
            self.open_fund_lines = True
        if (
            payment.transaction_type is TransactionType.ON_PROGRAMME
            and payment.source is FundingSource.EMPLOYER
        ):
            self._owe(payment)
        elif payment.transaction_type is TransactionType.COMPLETION and amount > ZERO:
            self.released.add(payment.course)

    def _owe(self, payment: Payment) -> None:
        key = CoPaymentKey(payment.course, payment.contract_type, payment.government_share, payment.fund_line)
        pounds = payment.amount.quantize(_WHOLE_POUND, rounding=ROUND_FLOOR)
        self.co_payments[key] = self.co_payments.get(key, ZERO) + pounds

    def owed(self, line: EarningLine) -> Decimal:
        """Return the whole pounds that the employer has owed for training of a line's kind."""
        pounds = ZERO
        for key in {line.fund_line, ""}:
            wanted = CoPaymentKey(line.course, line.contract_type, line.government_share, key)
            pounds += self.co_payments.get(wanted, ZERO)
        return pounds

    def forget_before(self, year: FundingYear) -> None:
        """Forget payments for delivery months before a funding year: they are settled (1.6)."""
        first = year.first_month
        _forget(self.required, first)
        _forget(self.sources, first)
        self.known = {series: known for series, known in self.known.items() if series in self.required}

    def adopt_fund_line(self, blank: Series, named: Series) -> None:
        """Take past payments without a fund line as payments of a line that has one."""
        for month, amount in self.required.pop(blank).items():
            months = self.required.setdefault(named, {})
            months[month] = months.get(month, ZERO) + amount
        for month, payers in self.sources.pop(blank, {}).items():
            kept = self.sources.setdefault(named, {}).setdefault(month, {})
            for payer, amount in payers.items():
                kept[payer] = kept.get(payer, ZERO) + amount
        self.known.setdefault(named, self.known[blank])
        del self.known[blank]

    def past(self, series: Series, month: Month) -> Decimal:
        """Return what has been paid for a delivery month."""
        months = self.required.get(series)
        return ZERO if months is None else months.get(month, ZERO)

    def paid_by(self, series: Series, month: Month) -> dict[Payer, Decimal]:
        """Return who has paid for a delivery month, net, without those that have paid nothing."""
        payers = self.sources.get(series, {}).get(month, {})
        return {payer: amount for payer, amount in payers.items() if amount > ZERO}

    def each_key(self) -> Iterator[tuple[Series, Month, Decimal]]:
        """Return every key with what has been paid for it."""
        for series, months in self.required.items():
            for month, amount in months.items():
                yield series, month, amount


def payer_of(payment: Payment) -> Payer:
    """Return where a payment came from."""
    if payment.source is FundingSource.TRANSFER:
        return Payer(payment.source, payment.sender)
    return Payer(payment.source, payment.employer)


def _forget(store: dict[Series, dict[Month, _Kept]], first: Month) -> None:
    for series in list(store):
        months = store[series]
        for month in [month for month in months if month < first]:
            del months[month]
        if not months:
            del store[series]
