"""What is due for each key: what is payable less what has been paid in the funding year.

Source: apprenticeship rules 7.1 to 7.3.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from engine.calendar import Month
from engine.money import ZERO, five_places
from engine.programmes.apprenticeships.lines import EarningLine
from engine.programmes.apprenticeships.payments.history import LearnerHistory, Series
from engine.programmes.apprenticeships.payments.inputs import Commitment

Unit = tuple[int, str]
"""A provider's learner: UKPRN and learner reference number. Payments are keyed by it, not by ULN (2.9)."""

_LEVY_CONTRACT = 1


class Payable(NamedTuple):
    """An earning that may be paid, with the commitment that the data lock recorded for it."""

    line: EarningLine
    commitment: Commitment | None


@dataclass(slots=True)
class Required:
    """A payment due, or to be taken back when negative, for one key: pounds with five places.

    ``earned`` is what is payable, ``already_paid`` what past collections of the year have paid.
    """

    unit: Unit
    series: Series
    month: Month
    amount: Decimal
    earned: Decimal
    already_paid: Decimal
    uln: int
    aim_seq_number: int
    commitment: Commitment | None
    lines: tuple[EarningLine, ...] = ()


def series_of(payable: Payable) -> Series:
    """Return the key of an earning. Only levy payments know an employer's account (10.2)."""
    line, commitment = payable
    account = None
    if commitment is not None and line.contract_type == _LEVY_CONTRACT:
        account = commitment.employer
    return Series(
        line.course,
        line.contract_type,
        line.transaction_type,
        line.government_share,
        line.learn_aim_ref,
        line.fund_line,
        account,
    )


def required_of(
    unit: Unit,
    payables: Iterable[Payable],
    history: LearnerHistory,
    ignored: Collection[Month],
    until: Month,
) -> list[Required]:
    """Return everything due to a provider for a learner; what is paid and no longer earned as a negative.

    Ignored months are left out on both sides (6.7), and so are payments told of delivery months after ``until``: no
    earnings are known of them yet. Refunds come in order of delivery month.
    """
    earned: dict[tuple[Series, Month], list[Payable]] = {}
    for payable in payables:
        if payable.line.month not in ignored:
            earned.setdefault((series_of(payable), payable.line.month), []).append(payable)
    if history.open_fund_lines:
        _adopt_fund_lines(history, [series for series, _ in earned])
    found = []
    for (series, month), parts in earned.items():
        total = five_places(sum((part.line.amount for part in parts), ZERO))
        past = history.past(series, month)
        if total != past:
            found.append(_required(unit, series, month, total, past, parts))
    for series, month, past in history.each_key():
        if past and month <= until and month not in ignored and (series, month) not in earned:
            known = history.known[series]
            found.append(
                Required(
                    unit, series, month, -past, ZERO, past, known.uln, known.aim_seq_number, known.commitment
                )
            )
    if len(found) > 1:
        found.sort(key=lambda required: required.month)
    return found


def _required(
    unit: Unit, series: Series, month: Month, total: Decimal, past: Decimal, parts: Sequence[Payable]
) -> Required:
    line, commitment = parts[0]
    return Required(
        unit,
        series,
        month,
        total - past,
        total,
        past,
        line.uln,
        line.aim_seq_number,
        commitment,
        tuple(part.line for part in parts),
    )


def _adopt_fund_lines(history: LearnerHistory, earned: Iterable[Series]) -> None:
    """Settle past payments without a fund line against the first kind of earning that agrees in all else."""
    blanks = {series for series in history.required if not series.fund_line}
    for series in earned:
        blank = series._replace(fund_line="")
        if series.fund_line and blank in blanks:
            blanks.remove(blank)
            history.adopt_fund_line(blank, series)
    history.open_fund_lines = bool(blanks)
