"""One aim of a made-up learner: its dates, how it ended, its funding and monitoring codes."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from reports.generate.document import Record
from reports.generate.made_up import DEVOLVED
from reports.generate.scene import Scene

_REASONS = (2, 3, 28, 29, 40, 98, 99)
_LATE_BY = (-14, -3, 0, 0, 0, 0, 0, 5, 20)


def aim(
    scene: Scene,
    reference: str,
    model: int,
    days: tuple[date, date],
    place: str,
    codes: Iterable[tuple[str, str]],
    *,
    kind: int = 4,
    **more: Any,
) -> Record:
    """Return an aim from its start to its planned end; ``more`` are further elements by their ILR names."""
    record: Record = {
        "LearnAimRef": reference,
        "AimType": kind,
        "LearnStartDate": days[0],
        "LearnPlanEndDate": days[1],
        "FundModel": model,
        "DelLocPostCode": place,
        "LSDPostcode": place,
        "CompStatus": 1,
        "LearningDeliveryFAM": [fam(type_, code) for type_, code in codes],
        "ProviderSpecDeliveryMonitoring": [
            {"ProvSpecDelMonOccur": "A", "ProvSpecDelMon": f"Group {scene.chance.between(1, 200)}"}
        ],
    }
    record.update(more)
    return record


def fam(kind: str, code: str, first: date | None = None, last: date | None = None) -> Record:
    """Return a funding and monitoring code with the days from and to which it holds."""
    return {
        "LearnDelFAMType": kind,
        "LearnDelFAMCode": code,
        "LearnDelFAMDateFrom": first,
        "LearnDelFAMDateTo": last,
    }


def support(scene: Scene, record: Record, share: int) -> None:
    """Add learning support to so many of a hundred aims that last a month or longer."""
    first, last = record["LearnStartDate"], record["LearnPlanEndDate"]
    if last - first >= timedelta(31) and scene.chance.percent(share):
        record["LearningDeliveryFAM"].append(fam("LSF", "1", first, last))


def end(scene: Scene, record: Record, *, withdrawn: int = 12, failed: int = 6, early: bool = True) -> str:
    """Let an aim end, or go on past the day of the file; return ``goes on``, ``achieved``, ``failed`` or ``left``.

    ``withdrawn`` and ``failed`` are shares of a hundred; without ``early`` nobody completes before the planned end.
    """
    chance, start, planned = scene.chance, record["LearnStartDate"], record["LearnPlanEndDate"]
    # What was planned to last into the year is in its file because it did not end before.
    floor = max(start, scene.first) if planned >= scene.first else start
    if chance.percent(withdrawn):
        left = floor + timedelta(chance.below(max((planned - floor).days, 1)))
        if left <= scene.prepared:
            close(record, 3, left, 3)
            record["WithdrawReason"] = chance.pick(_REASONS)
            return "left"
    actual = max(floor, planned + timedelta(chance.pick(_LATE_BY if early else _LATE_BY[2:])))
    if actual > scene.prepared:
        return "goes on"
    bad = chance.percent(failed)
    close(record, 2, actual, 3 if bad else 1)
    return "failed" if bad else "achieved"


def close(record: Record, completion: int, day: date, outcome: int) -> None:
    """End an aim on a day with a completion status and an outcome."""
    record["CompStatus"], record["LearnActEndDate"], record["Outcome"] = completion, day, outcome


def numbered(aims: list[Record]) -> list[Record]:
    """Give the aims of a learner their sequence numbers."""
    for number, record in enumerate(aims, 1):
        record["AimSeqNumber"] = number
    return aims


def source_of(postcode: str, authority: str, devolved: bool) -> str:
    """Return the source of funding of an adult learner who lives there; 105 before devolution."""
    if not devolved:
        return "105"
    return authority if postcode.startswith("WX") else DEVOLVED.get(postcode[:3], "105")


def destinations(
    scene: Scene, aims: list[Record], outcomes: tuple[tuple[str, int], ...], known: int = 85
) -> list[Record]:
    """Return where a learner went whose aims have all ended; it is known of so many of a hundred."""
    ends = [one["LearnActEndDate"] for one in aims if one.get("LearnActEndDate") is not None]
    if len(ends) < len(aims) or not scene.chance.percent(known):
        return []
    since = min(max(ends) + timedelta(scene.chance.between(1, 30)), scene.prepared)
    kind, code = scene.chance.pick(outcomes)
    collected = min(since + timedelta(scene.chance.below(30)), scene.prepared)
    return [{"OutType": kind, "OutCode": code, "OutStartDate": since, "OutCollDate": collected}]
