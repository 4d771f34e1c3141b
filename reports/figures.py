"""A learner's earnings as rows of twelve periods, one row for each aim, price episode and attribute."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from engine.calendar import FundingYear, Month
from engine.ledger import Earning, Ledger

NO_AIM = -1
PERIODS = 12

_HALF_OF_THE_LAST_PLACE = Decimal("0.000005")


class Key(NamedTuple):
    """What a row of figures belongs to. ``aim`` is NO_AIM for an amount of a price episode alone.

    ``is_money`` is false for shares of a price, which no total counts.
    """

    aim: int
    price_episode: str
    attribute: str
    is_money: bool = True

    @property
    def aim_text(self) -> str:
        """The aim's sequence number, blank for none."""
        return "" if self.aim == NO_AIM else str(self.aim)


Amounts = list[Decimal | None]
Figures = list[tuple[Key, Amounts]]


def figures_of(ledger: Ledger, last_period: int = PERIODS) -> Figures:
    """Return the rows of a learner by aim, price episode and attribute, up to a period of the ledger's year.

    Amounts stand at index 0 for August to 11 for July, in pounds or as shares, unrounded; None where there is
    none.
    """
    rows: dict[tuple[int, str, str, bool], Amounts] = {}
    _take_in(rows, ledger.earnings, True, ledger.year, last_period)
    if ledger.shares:
        _take_in(rows, ledger.shares, False, ledger.year, last_period)
    return [(Key._make(key), rows[key]) for key in sorted(rows, key=in_order)]


def in_order(key: tuple[int, str, str, bool]) -> tuple[int, str, str, str]:
    """Return the place of a row: by aim, then price episode in order of its start, then attribute."""
    aim, episode, attribute, _ = key
    if not episode:
        return aim, "", "", attribute
    # A price episode is named by its course and its first day, as dd/mm/yyyy.
    return aim, episode[-4:] + episode[-7:-5] + episode[-10:-8], episode, attribute


def _take_in(
    rows: dict[tuple[int, str, str, bool], Amounts],
    earnings: Iterable[Earning],
    is_money: bool,
    year: FundingYear,
    last_period: int,
) -> None:
    index_of = _indexes(year)
    for earning in earnings:
        index = index_of.get(earning.month)
        if index is None or index >= last_period:
            continue
        aim = earning.aim_seq_number
        key = (NO_AIM if aim is None else aim, earning.price_episode_identifier, earning.attribute, is_money)
        amounts = rows.get(key)
        if amounts is None:
            amounts = rows[key] = [None] * PERIODS
        before = amounts[index]
        amounts[index] = earning.amount if before is None else before + earning.amount


def is_nothing(amount: Decimal | None) -> bool:
    """Say whether an amount is nothing in the five places of the earnings files."""
    return not amount or -_HALF_OF_THE_LAST_PLACE <= amount <= _HALF_OF_THE_LAST_PLACE


@lru_cache(maxsize=8)
def _indexes(year: FundingYear) -> dict[Month, int]:
    return {month: index for index, month in enumerate(year.months)}
