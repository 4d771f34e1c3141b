"""Taking money back: from those who paid for the month, then month by month back to August.

Source: apprenticeship rules 7.7 and 7.8.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

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

    A listed figure names past payments of its kinds and delivery month: one of that amount, with or without the
    employer's part, else one after the other until the figure is reached.
    """
    found: list[Payment] = []
    problems: list[str] = []
    for reversal in reversals:
        left = reversal.amount
        for unit, series, past in _named(reversal, _candidates(reversal, histories)):
            for part in _reversed(reversal, unit, series, past, histories[unit], collection):
                histories[unit].record(part)
                found.append(part)
            left -= past
        if left > ZERO:
            problems.append(_not_found(reversal, left))
    return found, problems


class _Past(NamedTuple):
    """A past payment, whole, and what of it the employer did not pay."""

    unit: Unit
    series: Series
    whole: Decimal
    without_employer: Decimal


def _candidates(reversal: Reversal, histories: Mapping[Unit, LearnerHistory]) -> list[_Past]:
    found = []
    for unit in sorted(histories):
        history = histories[unit]
        for series in history.required:
            if series.transaction_type in reversal.transaction_types:
                paid = history.paid_by(series, reversal.month)
                whole = min(history.past(series, reversal.month), sum(paid.values(), ZERO))
                if whole > ZERO:
                    employer = sum(
                        (paid[payer] for payer in paid if payer.source is FundingSource.EMPLOYER), ZERO
                    )
                    found.append(_Past(unit, series, whole, whole - employer))
    return found


def _named(reversal: Reversal, past: Sequence[_Past]) -> Iterator[tuple[Unit, Series, Decimal]]:
    """Return what a listed figure names, with the pounds to take back of each."""
    listed = reversal.amount
    exact = [one for one in past if listed in (one.whole, one.without_employer)]
    if exact:
        past, left = exact[:1], exact[0].whole
    elif listed == sum((one.without_employer for one in past), ZERO):
        left = sum((one.whole for one in past), ZERO)
    else:
        left = listed
    for one in past:
        if left > ZERO:
            yield one.unit, one.series, min(left, one.whole)
            left -= one.whole


def _reversed(
    reversal: Reversal,
    unit: Unit,
    series: Series,
    taken: Decimal,
    history: LearnerHistory,
    collection: Month,
) -> list[Payment]:
    known = history.known[series]
    required = Required(
        unit,
        series,
        reversal.month,
        -taken,
        ZERO,
        history.past(series, reversal.month),
        known.uln,
        known.aim_seq_number,
        known.commitment,
    )
    paid = history.paid_by(series, reversal.month)
    parts = _parts(required, reversal.month, taken, paid, collection)
    for part in parts:
        part.because = Because(reasons.REVERSAL, partial(reasons.reversal, part.amount, reversal.amount))
    return parts


def _not_found(reversal: Reversal, left: Decimal) -> str:
    kinds = " or ".join(_name(kind) for kind in reversal.transaction_types)
    return f"a reversal of {reversal.amount} for {reversal.month.label} lists {kinds}, but {left} of it was never paid"


def _name(kind: TransactionType) -> str:
    return kind.name.lower().replace("_", " ")
