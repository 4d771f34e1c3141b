"""Who pays what is due: the government alone, a transfer, the levy account, then government and employer together.

Source: apprenticeship rules 2.12 and 8.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import partial

from engine.because import Because
from engine.calendar import Month
from engine.money import ZERO, five_places
from engine.programmes.apprenticeships.payments import reasons
from engine.programmes.apprenticeships.payments.history import Payer
from engine.programmes.apprenticeships.payments.inputs import FundingSource, MonthEndInputs
from engine.programmes.apprenticeships.payments.outcome import Payment
from engine.programmes.apprenticeships.payments.refunds import payment_of
from engine.programmes.apprenticeships.payments.required import Required
from engine.programmes.apprenticeships.payments.rules import PaymentRules


class Purse:
    """What an employer has left to spend in a collection month; None is without limit."""

    __slots__ = ("allowance", "balance", "levy_payer")

    def __init__(self, levy_payer: bool, balance: Decimal | None, allowance: Decimal | None) -> None:
        self.levy_payer = levy_payer
        self.balance = balance
        self.allowance = allowance

    def spend(self, due: Decimal) -> Decimal:
        """Take levy for a payment and return how much of it was there."""
        if self.balance is None:
            return due
        spent = max(ZERO, min(due, self.balance))
        self.balance -= spent
        return spent

    def transfer(self, due: Decimal) -> Decimal:
        """Take a transfer from allowance and balance and return how much of it was there; nothing from a non-payer."""
        if not self.levy_payer:
            return ZERO
        limits = [limit for limit in (self.allowance, self.balance) if limit is not None]
        spent = max(ZERO, min(due, *limits)) if limits else due
        if self.allowance is not None:
            self.allowance -= spent
        if self.balance is not None:
            self.balance -= spent
        return spent

    def credit(self, amount: Decimal, transferred: bool) -> None:
        """Give money back, a transfer to the allowance as well."""
        if self.balance is not None:
            self.balance += amount
        if transferred and self.allowance is not None:
            self.allowance += amount


class Purses:
    """The employers' accounts in one collection month, each with its value of the month."""

    def __init__(self, inputs: MonthEndInputs, collection: Month) -> None:
        self._inputs = inputs
        self._collection = collection
        self._purses: dict[int, Purse] = {}

    def of(self, employer: int) -> Purse:
        """Return an employer's purse."""
        purse = self._purses.get(employer)
        if purse is None:
            account = self._inputs.accounts.get(employer, self._inputs.other_accounts)
            purse = self._purses[employer] = Purse(
                account.levy_payer, account.levy.at(self._collection), account.allowance.at(self._collection)
            )
        return purse

    def give_back(self, refunds: Iterable[Payment]) -> None:
        """Credit the levy and transfer parts of refunds to the accounts they came from."""
        for refund in refunds:
            if refund.source is FundingSource.LEVY and refund.employer is not None:
                self.of(refund.employer).credit(-refund.amount, transferred=False)
            elif refund.source is FundingSource.TRANSFER and refund.sender is not None:
                self.of(refund.sender).credit(-refund.amount, transferred=True)


class _Share:
    """A payment due on its way through the sources."""

    __slots__ = ("left", "levied", "parts", "required", "transferred")

    def __init__(self, required: Required) -> None:
        self.required = required
        self.left = required.amount
        self.transferred = ZERO
        self.levied = ZERO
        self.parts: list[tuple[Payer, Decimal, Because]] = []


def pay(due: Iterable[Required], purses: Purses, collection: Month, rules: PaymentRules) -> list[Payment]:
    """Return the payments of everything due in a collection month, in the order it is given in."""
    shares = [_Share(required) for required in due]
    levy = [share for share in shares if _uses_levy(share.required, rules)]
    transfers = [share for share in levy if _sender(share.required) is not None]
    for share in sorted(transfers, key=_by_approval):
        _transfer(share, purses)
    _levy(levy, purses)
    paid: list[Payment] = []
    for share in shares:
        if share.required.series.transaction_type not in rules.shared_types:
            because = Because(reasons.FULLY_FUNDED, partial(reasons.plain, share.required))
            share.parts.append((_payer(share, FundingSource.FULLY_FUNDED), share.left, because))
        elif share.left:
            _co_invest(share)
        paid += (payment_of(share.required, collection, *part) for part in share.parts)
    return paid


def _uses_levy(required: Required, rules: PaymentRules) -> bool:
    series = required.series
    return (
        series.contract_type == rules.levy_contract
        and series.government_share < rules.levy_below_share
        and series.transaction_type in rules.shared_types
        and series.employer is not None
    )


def _sender(required: Required) -> int | None:
    commitment = required.commitment
    if commitment is None or commitment.sender == commitment.employer:
        return None
    return commitment.sender


def _by_approval(share: _Share) -> tuple[object, ...]:
    commitment = share.required.commitment
    approved = commitment.approved if commitment is not None else None
    return (approved or date.max, share.required.uln, share.required.month, _identity(share.required))


def _by_priority(share: _Share) -> tuple[object, ...]:
    required = share.required
    priority = required.commitment.priority if required.commitment is not None else 1
    return (priority, required.month, required.uln, _identity(required))


def _identity(required: Required) -> tuple[object, ...]:
    """Return what settles the order of equals, so that the order of the files does not."""
    series = required.series
    return (
        required.unit,
        series.transaction_type,
        series.course,
        series.learn_aim_ref,
        series.government_share,
    )


def _transfer(share: _Share, purses: Purses) -> None:
    required = share.required
    sender = _sender(required)
    if sender is None:
        return
    purse = purses.of(sender)
    allowance, balance = purse.allowance, purse.balance
    amount = purse.transfer(share.left)
    if amount:
        limited = allowance is not None or balance is not None
        because = Because(
            reasons.TRANSFER if limited else reasons.TRANSFER_WITHIN,
            partial(reasons.transfer, required, allowance, balance),
        )
        share.parts.append((Payer(FundingSource.TRANSFER, sender), amount, because))
        share.transferred = amount
        share.left -= amount


def _levy(shares: Sequence[_Share], purses: Purses) -> None:
    by_employer: dict[int, list[_Share]] = {}
    for share in shares:
        employer = share.required.series.employer
        if share.left and employer is not None:
            by_employer.setdefault(employer, []).append(share)
    for employer, wanting in by_employer.items():
        purse = purses.of(employer)
        if not purse.levy_payer:
            continue
        if purse.balance is not None:
            wanting.sort(key=_by_priority)
        for share in wanting:
            balance = purse.balance
            amount = purse.spend(share.left)
            if not amount:
                break
            because = Because(
                reasons.LEVY_WITHIN if balance is None else reasons.LEVY,
                partial(reasons.levy, share.required, share.transferred, balance),
            )
            share.parts.append((Payer(FundingSource.LEVY, employer), amount, because))
            share.levied = amount
            share.left -= amount


def _co_invest(share: _Share) -> None:
    """Share what is left. The employer's part is the remainder, so that both parts make up what is due."""
    required = share.required
    government = five_places(share.left * required.series.government_share)
    tell = partial(reasons.co_investment, required, share.transferred, share.levied, government)
    for source, amount, rule in (
        (FundingSource.GOVERNMENT, government, reasons.GOVERNMENT),
        (FundingSource.EMPLOYER, share.left - government, reasons.EMPLOYER),
    ):
        if amount:
            share.parts.append((_payer(share, source), amount, Because(rule, tell)))


def _payer(share: _Share, source: FundingSource) -> Payer:
    return Payer(source, share.required.series.employer)
