"""A learner's earnings by aim, price episode and attribute: as rows of twelve periods, and as files hold them."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from engine.ledger import EarningRun, Ledger
from engine.money import five_places

NO_AIM = -1
PERIODS = 12

_HALF_OF_THE_LAST_PLACE = Decimal("0.000005")


class Key(NamedTuple):
    """What an amount belongs to, in the order of a statement. ``aim`` is NO_AIM for one of a price episode alone.

    ``episode_start`` is the episode's first day as yyyymmdd, blank for none. ``is_money`` is false for shares of a
    price, which no total counts.
    """

    aim: int
    episode_start: str
    price_episode: str
    attribute: str
    is_money: bool

    @property
    def aim_text(self) -> str:
        """The aim's sequence number, blank for none."""
        return "" if self.aim == NO_AIM else str(self.aim)


Amounts = list[Decimal | None]
Figures = list[tuple[Key, Amounts]]

Span = tuple[Key, int, int, Decimal]
"""Months that follow each other, from a first index to before another, and the amount of each in five places."""


@lru_cache(maxsize=8_192)
def key_of(aim: int | None, price_episode: str, attribute: str, is_money: bool) -> Key:
    """Return the key of an amount."""
    # A price episode is named by its course and its first day, as dd/mm/yyyy.
    start = price_episode[-4:] + price_episode[-7:-5] + price_episode[-10:-8]
    return Key(NO_AIM if aim is None else aim, start, price_episode, attribute, is_money)


def figures_of(ledger: Ledger, last_period: int = PERIODS) -> Figures:
    """Return the rows of a learner by aim, price episode and attribute, up to a period of the ledger's year.

    Amounts stand at index 0 for August to 11 for July, in pounds or as shares, unrounded; None where there is
    none.
    """
    rows: dict[Key, Amounts] = {}
    for key, start, stop, amount in _spans(ledger, last_period):
        amounts = rows.get(key)
        if amounts is None:
            amounts = rows[key] = [None] * PERIODS
        for index in range(start, stop):
            before = amounts[index]
            amounts[index] = amount if before is None else before + amount
    return list(rows.items())


def spans_of(ledger: Ledger, last_period: int = PERIODS) -> list[Span]:
    """Return what ``figures_of`` does in five places and without what is nothing then, months of one amount as one."""
    spans = _spans(ledger, last_period)
    before, free = None, 0
    for key, start, stop, _ in spans:
        if key == before and start < free:
            # Hardly ever is a month earned twice under one key.
            return monthly_spans(figures_of(ledger, last_period))
        before, free = key, stop
    return [(key, start, stop, value) for key, start, stop, amount in spans if (value := five_places(amount))]


def monthly_spans(figures: Figures) -> list[Span]:
    """Return rows in five places and without what is nothing then, each month by itself."""
    return [
        (key, index, index + 1, value)
        for key, amounts in figures
        for index, amount in enumerate(amounts)
        if amount and (value := five_places(amount))
    ]


def _spans(ledger: Ledger, last_period: int) -> list[Span]:
    """Return the runs of a ledger within its year in order, unrounded."""
    spans = [_span(run, True, last_period) for run in ledger.runs]
    if ledger.share_runs:
        spans += [_span(run, False, last_period) for run in ledger.share_runs]
    return sorted([span for span in spans if span[1] < span[2]])


def _span(run: EarningRun, is_money: bool, last_period: int) -> Span:
    start, stop = run.first, run.first + run.count
    if start < 0 or stop > last_period:
        start, stop = max(start, 0), min(stop, last_period)
    key = key_of(run.aim_seq_number, run.price_episode_identifier, run.attribute, is_money)
    return key, start, stop, run.amount


def is_nothing(amount: Decimal | None) -> bool:
    """Say whether an amount is nothing in the five places of the earnings files."""
    return not amount or -_HALF_OF_THE_LAST_PLACE <= amount <= _HALF_OF_THE_LAST_PLACE
