"""Taking money back: from those who paid for the month, then month by month back to August.

Source: apprenticeship rules 7.7 and 7.8.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import partial

from engine.because import Because
from engine.calendar import FundingYear, Month
from engine.money import ZERO, five_places
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments import reasons
from engine.programmes.apprenticeships.payments.history import LearnerHistory, Payer, Series
from engine.programmes.apprenticeships.payments.inputs import FundingSource, Reversal
from engine.programmes.apprenticeships.payments.outcome import Payment
from engine.programmes.apprenticeships.payments.required import Required, Unit


def refund(required: Required, history: LearnerHistory, collection: Month) -> list[Payment]:
    """Return the parts of a refund, negative, and add them to the history.

    What no month back to August has paid for is not taken; being still due, it is tried again next month.
    """
    left = -required.amount
    month = required.month
    first = FundingYear.of(month.first_day).first_month
    found: list[Payment] = []
    while left > ZERO and month >= first:
        paid = history.paid_by(required.series, month)
        taken = min(left, sum(paid.values(), ZERO))
        if taken > ZERO:
            parts = _parts(required, month, taken, paid, collection)
            for part in parts:
                history.record(part)
            found += parts
            left -= taken
        month = month.shift(-1)
    return found


def _parts(
    required: Required, month: Month, taken: Decimal, paid: Mapping[Payer, Decimal], collection: Month
) -> list[Payment]:
    whole = sum(paid.values(), ZERO)
    # The largest comes last: what rounding leaves is least felt there.
    payers = sorted(paid, key=lambda payer: (paid[payer], payer.source.value, payer.account or 0))
    found: list[Payment] = []
    others = ZERO
    for payer in payers:
        is_last = payer is payers[-1]
        part = five_places(-taken - others if is_last else -taken * paid[payer] / whole)
        if not part:
            continue
        because = Because(
            reasons.REFUND_REST if is_last else reasons.REFUND_PART,
            partial(reasons.refund, required, -taken, paid[payer], whole, others),
        )
        others += part
        found.append(payment_of(required, collection, payer, part, because, month))
    return found


def payment_of(
    required: Required,
    collection: Month,
    payer: Payer,
    amount: Decimal,
    because: Because,
    taken_from: Month | None = None,
) -> Payment:
    """Return one payment of what is required, by one payer."""
    series = required.series
    return Payment(
        required.unit[0],
        required.unit[1],
        required.uln,
        required.aim_seq_number,
        series.learn_aim_ref,
        series.course,
        series.transaction_type,
        series.contract_type,
        series.government_share,
        series.fund_line,
        required.month,
        taken_from or required.month,
        collection,
        payer.source,
        amount,
        series.employer,
        payer.account if payer.source is FundingSource.TRANSFER else None,
        required.commitment,
        because,
    )


def reverse(
    reversals: Iterable[Reversal], histories: Mapping[Unit, LearnerHistory], collection: Month
) -> tuple[list[Payment], list[str]]:
    """Take back the listed past payments with all their parts; say which could not be found.

    Of the past payments of a kind and delivery month one of exactly the listed amount is taken, else one after
    the other until the amount is reached.
    """
    found: list[Payment] = []
    problems: list[str] = []
    for reversal in reversals:
        left = reversal.amount
        for unit, series, past in _candidates(reversal, histories):
            if left <= ZERO:
                break
            history = histories[unit]
            known = history.known[series]
            taken = min(left, past)
            required = Required(
                unit,
                series,
                reversal.month,
                -taken,
                ZERO,
                past,
                known.uln,
                known.aim_seq_number,
                known.commitment,
            )
            paid = history.paid_by(series, reversal.month)
            for part in _parts(required, reversal.month, taken, paid, collection):
                part.because = Because(
                    reasons.REVERSAL, partial(reasons.reversal, part.amount, reversal.amount)
                )
                history.record(part)
                found.append(part)
            left -= taken
        if left > ZERO:
            problems.append(_not_found(reversal, left))
    return found, problems


def _candidates(
    reversal: Reversal, histories: Mapping[Unit, LearnerHistory]
) -> list[tuple[Unit, Series, Decimal]]:
    found = []
    for unit in sorted(histories):
        history = histories[unit]
        for series in history.required:
            if series.transaction_type in reversal.transaction_types:
                paid = sum(history.paid_by(series, reversal.month).values(), ZERO)
                past = min(history.past(series, reversal.month), paid)
                if past > ZERO:
                    found.append((unit, series, past))
    exact = [one for one in found if one[2] == reversal.amount]
    return exact[:1] or found


def _not_found(reversal: Reversal, left: Decimal) -> str:
    kinds = " or ".join(_name(kind) for kind in reversal.transaction_types)
    return f"a reversal of {reversal.amount} for {reversal.month.label} lists {kinds}, but {left} of it was never paid"


def _name(kind: TransactionType) -> str:
    return kind.name.lower().replace("_", " ")
