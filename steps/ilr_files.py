"""The ILR files that the records of a scenario make: what a provider would have handed in."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time

from engine.calendar import FundingYear, Month, Return
from engine.ilr.records import (
    CollectionDetails,
    Header,
    Learner,
    LearnerDestinationandProgression,
    LearningProvider,
    Message,
    Source,
)
from engine.ilr.schema import YEARS
from engine.ilr.xml import to_xml
from engine.returns import Returned
from steps import ilr_records
from steps.apprenticeships.inputs import inputs_of
from steps.apprenticeships.results_run import last_month_named
from steps.apprenticeships.state import told as told_of_apprenticeships
from steps.returns import story
from steps.world import World

_FIRST_YEAR = FundingYear.from_code(YEARS[0])


def ilr_files(world: World) -> Iterator[tuple[str, str]]:
    """Yield the name and the XML of every ILR file of a scenario: one for each provider, and each return of it.

    Apprentices come in the files that were submitted; a file sent again every month is written as it stands in the
    last month that the scenario names. None for scenarios without ILR records. Raises StepError for records that
    cannot be made, IlrWriteError for those that no ILR file can hold.
    """
    messages = _of_month_ends(world) or _of_returns(world) or _of_learners(world)
    for number, message in enumerate(messages, 1):
        header = message.header
        details = header.collection_details
        ukprn = header.source.ukprn
        name = f"ILR-{ukprn}-{details.year}-{details.file_preparation_date:%Y%m%d}-120000-{number:02}.xml"
        yield name, to_xml(message).decode("utf-8")


def _of_learners(world: World) -> list[Message]:
    drafts = [draft for draft in world.learners.values() if draft.aims]
    if world.year is None or not drafts:
        return []
    learners = [ilr_records.learner(draft, world.year) for draft in drafts]
    destinations = [ilr_records.destination(*pair) for pair in zip(drafts, learners, strict=True)]
    return [_message(world.ukprn, world.year, world.setting.file_date, learners, destinations)]


def _of_returns(world: World) -> list[Message]:
    files: dict[tuple[int, Return], list[Returned]] = defaultdict(list)
    for one in story(world).returned:
        files[one.ukprn, one.returned_in].append(one)
    return [
        _message(
            ukprn,
            returned_in.year,
            records[0].file_date,
            [one.learner for one in records],
            [one.destination for one in records],
        )
        for (ukprn, returned_in), records in files.items()
    ]


def _of_month_ends(world: World) -> list[Message]:
    if not told_of_apprenticeships(world).files:
        return []
    inputs, _, _ = inputs_of(world)
    return [
        _submitted(one.ukprn, one.received or last_month_named(world), one.learners)
        for one in inputs.submissions
    ]


def _submitted(ukprn: int, seen: Month | None, learners: Sequence[Learner]) -> Message:
    starts = [
        aim.learn_start_date
        for learner in learners
        for aim in learner.learning_delivery
        if isinstance(aim.learn_start_date, date)
    ]
    day = seen.last_day if seen else max(starts, default=_FIRST_YEAR.last_day)
    return _message(ukprn, max(FundingYear.of(day), _FIRST_YEAR), day, learners, ())


def _message(
    ukprn: int,
    year: FundingYear,
    prepared: date,
    learners: Iterable[Learner],
    destinations: Iterable[LearnerDestinationandProgression | None],
) -> Message:
    return Message(
        header=Header(
            collection_details=CollectionDetails(year=year.code, file_preparation_date=prepared),
            source=Source(ukprn=ukprn, serial_no="01", date_time=datetime.combine(prepared, time(12))),
        ),
        learning_provider=LearningProvider(ukprn=ukprn),
        learner=tuple(learners),
        learner_destinationand_progression=tuple(one for one in destinations if one is not None),
    )
