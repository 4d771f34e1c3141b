"""The prices of an episode: its own records, those carried over from earlier, and residual prices.

Source: FM36 rulebase 2020/21, section 3.1; apprenticeship rules 2.3, 3.3 and 3.4.
"""

from datetime import date
from decimal import Decimal
from typing import TypeAlias

from engine.ilr.records import AppFinRecord
from engine.money import ZERO
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.history import EarlierYears, rows_of_app
from engine.programmes.apprenticeships.rules import Rules
from engine.reference import EarningsHistory

# TNP 1 and 2 are the negotiated prices of training and assessment, 3 and 4 the residual ones.
_CODES = (1, 2, 3, 4)

# The four prices and the two virtual residual prices at the end of a year, in pounds.
_Stored: TypeAlias = tuple[Decimal, ...]


class PriceRecords:
    """The price records of one app in one record of the person, found by day.

    Of records of one day and code the smallest counts. Prices of aims that are not funded start no episode, but
    can be carried over.
    """

    __slots__ = ("_by_day", "_days", "_latest")

    def __init__(self, funded: list[Aim], all_aims: list[Aim]) -> None:
        self._by_day = _by_day(funded)
        self._days = sorted(self._by_day, reverse=True)
        everything = self._by_day if len(funded) == len(all_aims) else _by_day(all_aims)
        self._latest = sorted(everything.items(), key=_first, reverse=True)

    def of(self, day: date) -> dict[int, Decimal]:
        """Return the prices of a day by code."""
        return self._by_day.get(day) or {}

    def latest(self, code: int, before: date) -> Decimal:
        """Return the latest price of a code from before a day, of funded aims or not; 0 where there is none."""
        for day, amounts in self._latest:
            if day < before and code in amounts:
                return amounts[code]
        return ZERO

    def latest_day(self, codes: tuple[int, int], until: date) -> date:
        """Return the date of the latest price of some codes; the day itself where there is none."""
        for day in self._days:
            if day <= until and (codes[0] in self._by_day[day] or codes[1] in self._by_day[day]):
                return day
        return until


def _by_day(aims: list[Aim]) -> dict[date, dict[int, Decimal]]:
    found: dict[date, dict[int, Decimal]] = {}
    for aim in aims:
        for record in aim.prices:
            code = record.a_fin_code
            if code in _CODES:
                of_day = found.setdefault(record.a_fin_date, {})
                amount = Decimal(record.a_fin_amount)
                if code not in of_day or amount < of_day[code]:
                    of_day[code] = amount
    return found


def _first(item: tuple[date, object]) -> date:
    return item[0]


def set_prices(
    episode: PriceEpisodeWork,
    done: list[PriceEpisodeWork],
    records: PriceRecords,
    earlier_years: EarlierYears,
    rules: Rules,
) -> None:
    """Set the prices of an episode; ``done`` are the earlier ones of its app and record, worked out."""
    if rules.prices_carried:
        _carry_over(episode, done, records, earlier_years, rules)
    else:
        _take_prices_in_force(episode)
    tnp = episode.tnp
    residual = tnp[2] + tnp[3]
    episode.price = residual if residual > 0 else tnp[0] + tnp[1]


def _carry_over(
    episode: PriceEpisodeWork,
    done: list[PriceEpisodeWork],
    records: PriceRecords,
    earlier_years: EarlierYears,
    rules: Rules,
) -> None:
    start = episode.start
    episode.own = own = records.of(start)
    previous = done[-1] if done else None
    by_episode = carries_by_episode(episode, rules)
    stored: _Stored | None = None
    residual: _Stored | None = None
    if previous is None or previous.year_start < episode.year_start:
        stored = _latest_year(episode, done, earlier_years, by_episode)
        own_rows_only = by_episode and earlier_years.has_rows
        residual = _latest_year(episode, done, earlier_years, False) if own_rows_only else stored
    tnp: list[Decimal] = []
    for code in _CODES:
        value = own.get(code)
        if value is None and stored is not None:
            value = stored[code - 1] or None
        if value is None and by_episode:
            value = ZERO if previous is None else previous.tnp[code - 1]
        if value is None:
            value = records.latest(code, start)
        tnp.append(value)
    episode.tnp = tnp
    episode.virtual = _virtual(episode, previous, residual)
    codes = (3, 4) if tnp[2] + tnp[3] > 0 else (1, 2)
    episode.price_date = records.latest_day(codes, start)
    if 3 in own or 4 in own or previous is None:
        episode.residual_date = start
    else:
        episode.residual_date = previous.residual_date


def carries_by_episode(episode: PriceEpisodeWork, rules: Rules) -> bool:
    """Say whether an episode takes missing prices from the previous episode, not from the latest record."""
    by_start: bool = rules.on("price_carry_over", episode.aim.programme.first_start) == "previous episode"
    return by_start or any(not aim.ldm.isdisjoint(rules.carry_over_codes) for aim in episode.aims)


def _latest_year(
    episode: PriceEpisodeWork,
    done: list[PriceEpisodeWork],
    earlier_years: EarlierYears,
    own_only: bool,
) -> _Stored | None:
    """Return the prices at the end of the year that ended last before the first episode of its own year.

    It is a stored row, or a year of the ILR that counts. Of rows that end on one day the larger values are taken.
    """
    record, app = earlier_years.record, episode.aim.app
    if not record.history:
        return None if not done else (*done[-1].tnp, *done[-1].virtual_end)
    latest = next((one for one in reversed(done) if earlier_years.counts(app, one.year_start)), None)
    ilr = None if latest is None else (*latest.tnp, *latest.virtual_end)
    rows = rows_of_app(record, app, episode.start)
    if own_only:
        rows = [row for row in rows if record.is_own(row)]
    if not rows:
        return ilr
    last_day = max(row.last_day or date.min for row in rows)
    if latest is not None and last_day < latest.start:
        return ilr
    prices = [_prices_of(row) for row in rows if row.last_day == last_day]
    return prices[0] if len(prices) == 1 else tuple(max(values) for values in zip(*prices, strict=True))


def _prices_of(row: EarningsHistory) -> _Stored:
    return tuple(
        value or ZERO
        for value in (row.tnp1, row.tnp2, row.tnp3, row.tnp4, row.virtual_tnp3, row.virtual_tnp4)
    )


def _virtual(
    episode: PriceEpisodeWork, previous: PriceEpisodeWork | None, stored: _Stored | None
) -> tuple[Decimal, Decimal]:
    """Return the virtual residual prices at the start of the episode."""
    before = (ZERO, ZERO) if previous is None else previous.virtual_end
    first, second = before if stored is None else (stored[4] or before[0], stored[5] or before[1])
    return episode.own.get(3, first), episode.own.get(4, second)


def virtual_after(virtual: tuple[Decimal, Decimal], earned: Decimal) -> tuple[Decimal, Decimal]:
    """Return what is left of the virtual residual prices once an episode's money is taken off."""
    training, assessment = virtual
    if training > 0:
        if training > earned:
            return training - earned, assessment
        return ZERO, assessment + training - earned
    if training == 0 and assessment > 0:
        return ZERO, assessment - earned
    return ZERO, ZERO


def _take_prices_in_force(episode: PriceEpisodeWork) -> None:
    """Take of each code the aim's record with the latest date not after the start; before the first, the first.

    Residual prices are in force from the first of their dates only, where there is another price before.
    """
    start = episode.start
    in_force: dict[int, AppFinRecord] = {}
    first: dict[int, AppFinRecord] = {}
    for record in sorted(episode.aim.prices, key=_by_date):
        code = record.a_fin_code
        if code not in first:
            first[code] = record
        if record.a_fin_date <= start:
            known = in_force.get(code)
            if known is None or known.a_fin_date < record.a_fin_date:
                in_force[code] = record
    has_price = 1 in first or 2 in first
    residual_begun = 3 in in_force or 4 in in_force
    tnp = []
    days = {}
    for code in _CODES:
        found = in_force.get(code)
        if found is None and (code < 3 or residual_begun or not has_price):
            found = first.get(code)
        tnp.append(ZERO if found is None else Decimal(found.a_fin_amount))
        if found is not None:
            days[code] = found.a_fin_date
    episode.tnp = tnp
    episode.virtual = (ZERO, ZERO)
    is_residual = tnp[2] + tnp[3] > 0
    of_kind = [day for code, day in days.items() if (code > 2) == is_residual]
    episode.price_date = max(of_kind, default=episode.aim.start)
    episode.residual_date = episode.price_date if is_residual else start


def _by_date(record: AppFinRecord) -> tuple[date, int]:
    return record.a_fin_date, record.a_fin_amount
