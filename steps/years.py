"""The funding years that a scenario is about, where it names none and works out no money by month."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from engine.calendar import FundingYear
from engine.programmes.apprenticeships.payments.views import PaymentViews
from engine.programmes.pre_employment.rules import first_day
from steps import pre_employment, returns
from steps.apprenticeships.inputs import inputs_of
from steps.apprenticeships.outlines import start_given
from steps.world import WORKED_OUT, World


def years_told(world: World) -> tuple[FundingYear, ...]:
    """Return the years of the first of these that a scenario has: returns, statements, dates of aims and of jobs.

    Nothing is returned for a scenario that tells of none, such as one that splits a sum.
    """
    for look in _SOURCES:
        found = {FundingYear.of(day) for day in look(world)}
        if found:
            return tuple(sorted(found))
    return ()


def _returns(world: World) -> Iterator[date]:
    """Yield the first day of the year of each return."""
    return (one.returned_in.year.first_day for one in returns.story(world).returned)


def _statements(world: World) -> Iterator[date]:
    """Yield the delivery months that earnings adjustment statements pay for."""
    views = world.notes.get(WORKED_OUT)
    if isinstance(views, PaymentViews):
        yield from (one.month.first_day for one in views.ledger.adjustments)


def _submitted(world: World) -> Iterator[date]:
    """Yield the starts of the aims of ILR files that month ends have seen."""
    if isinstance(world.notes.get(WORKED_OUT), PaymentViews):
        inputs, _, _ = inputs_of(world)
        for file in inputs.submissions:
            for learner in file.learners:
                yield from _days(aim.learn_start_date for aim in learner.learning_delivery)


def _drafted(world: World) -> Iterator[date]:
    """Yield the starts of the aims that a scenario lists."""
    aims = (aim for learner in world.learners.values() for aim in learner.aims)
    return _days(aim.fields.get("LearnStartDate") for aim in aims)


def _given(world: World) -> Iterator[date]:
    """Yield the start that a scenario on single values gives."""
    return _days((start_given(world),))


def _legacy_starts(world: World) -> Iterator[date]:
    return _days(one.start for one in pre_employment.story(world).records)


def _legacy_ends(world: World) -> Iterator[date]:
    return _days(one.end for one in pre_employment.story(world).records)


def _jobs(world: World) -> Iterator[date]:
    told = pre_employment.story(world)
    yield from _days(one.start for one in told.jobs)
    yield from _days(one.job_start for one in told.records)


def _guidance(world: World) -> Iterator[date]:
    """Yield the first day of the guidance on legacy records, by which one without any date is judged."""
    if pre_employment.story(world).records:
        yield first_day(world.parameters)


def _days(values: Iterable[object]) -> Iterator[date]:
    return (value for value in values if isinstance(value, date))


_SOURCES: tuple[Callable[[World], Iterator[date]], ...] = (
    _returns,
    _statements,
    _submitted,
    _drafted,
    _given,
    _legacy_starts,
    _legacy_ends,
    _jobs,
    _guidance,
)
