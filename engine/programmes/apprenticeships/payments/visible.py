"""Which ILR of each provider counts in a collection month, and how much of it can be seen by then.

Source: apprenticeship rules 1.4, 1.5 and 2.9.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.calendar import Month
from engine.identifiers import TEMPORARY_ULN
from engine.ilr.records import Learner, LearningDelivery
from engine.programmes.apprenticeships.payments.inputs import Submission

# What a provider can only know once an aim has ended.
_KNOWN_AT_THE_END = (
    "learn_act_end_date",
    "outcome",
    "ach_date",
    "withdraw_reason",
    "emp_outcome",
    "out_grade",
)
_NOTHING_YET: dict[str, Any] = dict.fromkeys(_KNOWN_AT_THE_END)


def visible_delivery(delivery: LearningDelivery, last_day: date) -> LearningDelivery | None:
    """Return what is visible of an aim on the last day of a collection month; None while it has not started.

    An end still to come is hidden with all that tells of it; the completion status is sent all the same.
    """
    if delivery.learn_start_date > last_day:
        return None
    if delivery.learn_act_end_date is not None and delivery.learn_act_end_date > last_day:
        return delivery.model_copy(update=_NOTHING_YET)
    if delivery.ach_date is not None and delivery.ach_date > last_day:
        return delivery.model_copy(update={"ach_date": None})
    return delivery


def visible_learner(learner: Learner, last_day: date) -> Learner | None:
    """Return a learner with the aims visible on a day, the same record where all is; None without an aim."""
    aims = tuple(
        seen for aim in learner.learning_delivery if (seen := visible_delivery(aim, last_day)) is not None
    )
    if not aims:
        return None
    if len(aims) == len(learner.learning_delivery) and all(
        seen is sent for seen, sent in zip(aims, learner.learning_delivery, strict=True)
    ):
        return learner
    return learner.model_copy(update={"learning_delivery": aims})


class _Unfolding:
    """A learner's record as it comes into sight: it changes only in months in which an aim starts or ends."""

    __slots__ = ("_changes", "_learner", "_seen", "_step")

    def __init__(self, learner: Learner) -> None:
        self._learner = learner
        days: set[date] = set()
        for aim in learner.learning_delivery:
            days.add(aim.learn_start_date)
            if aim.learn_act_end_date is not None:
                days.add(aim.learn_act_end_date)
            if aim.ach_date is not None:
                days.add(aim.ach_date)
        self._changes = sorted({Month.of(day) for day in days})
        self._step = 0
        self._seen: Learner | None = None

    def at(self, collection: Month) -> Learner | None:
        """Return the record visible in a collection month: one and the same object while nothing changes."""
        step = bisect_right(self._changes, collection)
        if step != self._step:
            self._step = step
            self._seen = visible_learner(self._learner, collection.last_day)
        return self._seen


@dataclass(slots=True)
class VisiblePerson:
    """One learner as all providers' files show them in a collection month: a record by provider."""

    key: tuple[int, int, str]
    uln: int
    records: tuple[tuple[int, Learner], ...]


def submissions_in_force(submissions: Sequence[Submission], collection: Month) -> dict[int, Submission]:
    """Return by provider the file received last; of those received together the last of the list.

    A file without a month is sent again every month.
    """
    found: dict[int, tuple[Month, Submission]] = {}
    for submission in submissions:
        received = submission.received or collection
        if received > collection:
            continue
        other = found.get(submission.ukprn)
        if other is None or received >= other[0]:
            found[submission.ukprn] = (received, submission)
    return {ukprn: found[ukprn][1] for ukprn in sorted(found)}


class Returns:
    """The files that providers sent, cut to what each collection month can see, put together by learner."""

    def __init__(self, submissions: Sequence[Submission]) -> None:
        self._submissions = submissions
        self._in_force: dict[int, Submission] = {}
        self._people: list[tuple[tuple[int, int, str], list[tuple[int, _Unfolding]]]] = []

    @property
    def in_force(self) -> dict[int, Submission]:
        """The file of each provider in the month last asked for."""
        return self._in_force

    def at(self, collection: Month) -> Iterator[VisiblePerson]:
        """Return every learner visible in a collection month, in the order of their numbers."""
        in_force = submissions_in_force(self._submissions, collection)
        if in_force.keys() != self._in_force.keys() or any(
            in_force[ukprn] is not self._in_force[ukprn] for ukprn in in_force
        ):
            self._people = _grouped(in_force.values())
        self._in_force = in_force
        return self._visible(collection)

    def _visible(self, collection: Month) -> Iterator[VisiblePerson]:
        for key, parts in self._people:
            records = tuple(
                (ukprn, seen) for ukprn, part in parts if (seen := part.at(collection)) is not None
            )
            if records:
                yield VisiblePerson(key, key[0], records)


def _grouped(
    submissions: Iterable[Submission],
) -> list[tuple[tuple[int, int, str], list[tuple[int, _Unfolding]]]]:
    """Put learners together by ULN; those with the temporary number stay apart, they may be anybody."""
    people: dict[tuple[int, int, str], list[tuple[int, Learner]]] = {}
    for submission in submissions:
        for learner in submission.learners:
            key = (learner.uln, 0, "")
            if learner.uln == TEMPORARY_ULN:
                key = (learner.uln, submission.ukprn, learner.learn_ref_number)
            people.setdefault(key, []).append((submission.ukprn, learner))
    return [
        (key, [(ukprn, _Unfolding(one)) for ukprn, one in _ordered(people[key])]) for key in sorted(people)
    ]


def _ordered(records: list[tuple[int, Learner]]) -> list[tuple[int, Learner]]:
    """Put records in order of first start, so that the order of files and learners does not matter."""
    return sorted(
        records, key=lambda record: (_first_start(record[1]), record[0], record[1].learn_ref_number)
    )


def _first_start(learner: Learner) -> date:
    return min((aim.learn_start_date for aim in learner.learning_delivery), default=date.max)
