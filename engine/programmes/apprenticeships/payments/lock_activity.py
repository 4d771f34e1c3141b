"""From which day to which a commitment is active, so that a census day can find it.

Source: apprenticeship rules 6.2.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from engine.calendar import Month
from engine.programmes.apprenticeships.payments.inputs import Commitment

_ONE_DAY = timedelta(days=1)


class Active(NamedTuple):
    """A commitment's version and the days on which it is active, both counted."""

    commitment: Commitment
    first: date
    last: date


class _Row(NamedTuple):
    commitment: Commitment
    first: date
    last: date | None
    is_version: bool

    @property
    def has_days(self) -> bool:
        return self.last is not None and self.first <= self.last


class LearnerCommitments:
    """All versions of one learner's commitments, in the order in which they begin, and when each is active.

    Rows that begin on the same day keep the order in which they were given.
    """

    __slots__ = ("active", "all")

    def __init__(self, rows: Sequence[Commitment]) -> None:
        self.active: tuple[Active, ...] = ()
        self.all: tuple[Commitment, ...] = ()
        if rows:
            in_order = _in_order(rows)
            self.all = tuple(row.commitment for row in in_order)
            self.active = tuple(_stretched(in_order))

    def on(self, day: date) -> list[Commitment]:
        """Return those active on a day, whatever the provider."""
        return [commitment for commitment, first, last in self.active if first <= day <= last]


class CommitmentRegister:
    """Commitments by learner. The days of a learner's commitments are worked out when first asked for."""

    __slots__ = ("_known", "_rows")

    def __init__(self, commitments: Iterable[Commitment]) -> None:
        self._rows: dict[int, list[Commitment]] = {}
        self._known: dict[int, LearnerCommitments] = {}
        for commitment in commitments:
            self._rows.setdefault(commitment.uln, []).append(commitment)

    def of(self, uln: int) -> LearnerCommitments:
        """Return a learner's commitments, none where there are none."""
        found = self._known.get(uln)
        if found is None:
            found = self._known[uln] = LearnerCommitments(self._rows.get(uln, ()))
        return found


def _in_order(rows: Sequence[Commitment]) -> list[_Row]:
    versions = Counter(row.id for row in rows)
    in_order = [_version(row) if versions[row.id] > 1 else _only_version(row) for row in rows]
    in_order.sort(key=lambda row: row.first)
    return in_order


def _only_version(row: Commitment) -> _Row:
    """A commitment without further versions counts by month ends."""
    last = row.stop_date if row.status == "cancelled" else None
    if last is None:
        last = Month.of(row.end).last_day - _ONE_DAY
    return _Row(row, Month.of(row.start).last_day, last, is_version=False)


def _version(row: Commitment) -> _Row:
    """A version counts by its own days; without a last day it has none, wherever it may have been stopped."""
    last = row.effective_to
    if last is not None and row.stop_date is not None:
        last = min(last, row.stop_date)
    return _Row(row, row.begins, last, is_version=True)


def _stretched(rows: Sequence[_Row]) -> Iterable[Active]:
    """Close the gaps up to the next row, and let the latest go on for ever while its status is active.

    A version without days is dropped, yet it is the next row of the one before it: so a pause or a stop ends
    what was active.
    """
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        if following is None and row.commitment.status == "active":
            yield Active(row.commitment, row.first, date.max)
            continue
        if row.last is None or (row.is_version and not row.has_days):
            continue
        last = row.last
        if following is not None:
            last = max(last, following.first - _ONE_DAY)
        yield Active(row.commitment, row.first, last)
