"""What an employer has paid the provider (payment records, PMR), by price episode.

Source: FM36 rulebase 2020/21, section 8; apprenticeship rules 2.8 and 7.4.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from engine.ilr.records import AppFinRecord
from engine.money import ZERO
from engine.programmes.apprenticeships.rules import Rules


def payment_of(record: AppFinRecord, rules: Rules) -> Decimal:
    """Return what a payment record adds to the employer's payments, in pounds; negative when it takes back."""
    if record.a_fin_code in rules.contribution_codes:
        return Decimal(record.a_fin_amount)
    if record.a_fin_code in rules.repaid_codes:
        return -Decimal(record.a_fin_amount)
    return ZERO


def payments_by_episode(
    records: Iterable[AppFinRecord], episodes: Sequence[tuple[date, date | None]], rules: Rules
) -> list[Decimal]:
    """Return the employer's payments, in pounds, that belong to each of a course's episodes.

    ``episodes`` are first and last day (None for one that goes on) in order of time. A payment belongs to the episode
    its date lies in: one dated before the first to the first, one after the end of the last to the last, one
    between two episodes to none.
    """
    totals = [ZERO] * len(episodes)
    for record in records:
        amount = payment_of(record, rules)
        place = _place_of(record.a_fin_date, episodes) if amount else None
        if place is not None:
            totals[place] += amount
    return totals


def _place_of(day: date, episodes: Sequence[tuple[date, date | None]]) -> int | None:
    last = len(episodes) - 1
    if last < 0:
        return None
    for place in range(last, -1, -1):
        first_day, last_day = episodes[place]
        if first_day <= day:
            return place if place == last or last_day is None or day <= last_day else None
    return 0
