"""Contract types as ACT records of an aim: from its start, without gaps.

Source: apprenticeship rules 2.7: on a day that no record covers, the latest one begun counts.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

_DAY = timedelta(days=1)


class Contract(NamedTuple):
    """A contract type, 1 (levy) or 2, with its days; without a first day it holds from the start of the aim."""

    kind: int
    first: date | None
    last: date | None


def act_records(
    contracts: Sequence[Contract], unless_said: int, start: date, end: date | None
) -> list[dict[str, Any]]:
    """Return the ACT records of an aim with these days.

    A record begins where a contract does, and where another goes on after it. Before the first contract the learner
    type counts.
    """
    known = [(one.first or start, index, one) for index, one in enumerate(contracts)]
    turns = {start, *(first for first, _, _ in known if first > start)}
    ends = {one.last + _DAY for _, _, one in known if one.last}
    found: list[tuple[date, int]] = []
    for day in sorted(turns | {day for day in ends if day > start}):
        kind = _in_force(known, day) or unless_said
        if end is not None and day > end:
            break
        if day in turns or not found or found[-1][1] != kind:
            found.append((day, kind))
    lasts = [(*one, following[0] - _DAY) for one, following in pairwise(found)]
    return [_record(*one) for one in (*lasts, (*found[-1], None))]


def _in_force(known: Sequence[tuple[date, int, Contract]], day: date) -> int | None:
    begun = sorted(one for one in known if one[0] <= day)
    covering = [one for one in begun if one[2].last is None or day <= one[2].last]
    latest = (covering or begun)[-1:]
    return latest[0][2].kind if latest else None


def _record(first: date, kind: int, last: date | None) -> dict[str, Any]:
    record = {"LearnDelFAMType": "ACT", "LearnDelFAMCode": str(kind), "LearnDelFAMDateFrom": first}
    return {**record, "LearnDelFAMDateTo": last} if last else record
