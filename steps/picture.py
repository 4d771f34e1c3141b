"""What a learner looks like in time: records, and money by month, as plain data for whoever draws it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from engine.calendar import Month
from engine.ilr.records import Learner

EMPLOYMENT, AIMS, EPISODES = "Employment", "Aims", "Price episodes"
EARNED_BY_KIND = "Earned, by kind of money"
DELIVERY, COLLECTION = "delivery month", "collection month"
_EMPLOYMENT_WORDS = {
    10: "in paid employment",
    11: "not employed, looking for work",
    12: "not employed, not looking",
    98: "not known",
}


@dataclass(slots=True)
class Span:
    """Something that lasts. ``last`` is None while it goes on; ``planned`` is the planned end of an aim."""

    lane: str
    label: str
    first: date
    last: date | None = None
    planned: date | None = None


@dataclass(slots=True)
class Bars:
    """Pounds by month, each series a part of its month. ``by`` says which month is meant."""

    title: str
    by: str
    series: dict[str, dict[Month, Decimal]]

    @property
    def months(self) -> set[Month]:
        """The months in which anything stands."""
        return {month for amounts in self.series.values() for month in amounts}


@dataclass(slots=True)
class Picture:
    """One learner with one provider: what lasts, what falls on a day, and the money."""

    title: str
    spans: list[Span] = field(default_factory=list)
    marks: list[tuple[str, date]] = field(default_factory=list)
    bars: list[Bars] = field(default_factory=list)


def employment(statuses: Iterable[tuple[date, int | None, int | None]]) -> list[Span]:
    """Return spans of employment from first days, statuses and employers."""
    spans: list[Span] = []
    for first, status, employer in sorted(statuses, key=lambda one: one[0]):
        words = _EMPLOYMENT_WORDS.get(status or 0, f"status {status}")
        if spans:
            spans[-1].last = date.fromordinal(first.toordinal() - 1)
        spans.append(Span(EMPLOYMENT, f"{words}, employer {employer}" if employer else words, first))
    return spans


def spans_of(records: Iterable[Learner]) -> list[Span]:
    """Return the employment and the aims of a learner's records; a later record of the same day or aim counts.

    Rows without their first day are left out.
    """
    statuses = {}
    aims = {}
    for record in records:
        for status in record.learner_employment_status:
            if isinstance(status.date_emp_stat_app, date):
                statuses[status.date_emp_stat_app] = (status.emp_stat, status.emp_id)
        for aim in record.learning_delivery:
            if isinstance(aim.learn_start_date, date):
                last, planned = aim.learn_act_end_date, aim.learn_plan_end_date
                span = Span(AIMS, aim.learn_aim_ref, aim.learn_start_date, last, planned)
                aims[aim.learn_aim_ref, aim.learn_start_date] = span
    return [*employment((first, *told) for first, told in statuses.items()), *aims.values()]
