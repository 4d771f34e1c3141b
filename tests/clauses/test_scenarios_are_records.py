"""Every learner of every scenario is a real record: valid ILR XML of its year, read back equal."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from engine.calendar import Return
from engine.ilr.records import CollectionDetails, Header, LearningProvider, Message, Source
from engine.ilr.schema import xsd
from engine.ilr.xml import read_message, to_xml
from engine.returns import Returned
from steps import ilr_records
from steps.features import read_feature
from steps.returns import story
from steps.runner import Performance
from steps.world import World

ROOT = Path(__file__).resolve().parents[2]
FEATURES = sorted((ROOT / "features").rglob("*.feature"))


@cache
def official(year: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(xsd(year)))


def message_of(world: World) -> Message | None:
    """Return the file that the learners of a scenario make; None without learners."""
    if world.year is None or not any(draft.aims for draft in world.learners.values()):
        return None
    drafts = [draft for draft in world.learners.values() if draft.aims]
    learners = [ilr_records.learner(draft, world.year) for draft in drafts]
    destinations = [
        ilr_records.destination(draft, learner) for draft, learner in zip(drafts, learners, strict=True)
    ]
    prepared = world.setting.file_date
    return Message(
        header=Header(
            collection_details=CollectionDetails(year=world.year.code, file_preparation_date=prepared),
            source=Source(ukprn=world.ukprn, serial_no="01", date_time=datetime.combine(prepared, time(12))),
        ),
        learning_provider=LearningProvider(ukprn=world.ukprn),
        learner=tuple(learners),
        learner_destinationand_progression=tuple(one for one in destinations if one is not None),
    )


def returned_messages(world: World) -> Iterator[Message]:
    """Return the files that the returns of a scenario make; none where fields were left blank on purpose."""
    told = story(world)
    if told.blank:
        return
    files: dict[tuple[int, Return], list[Returned]] = defaultdict(list)
    for one in told.returned:
        files[one.ukprn, one.returned_in].append(one)
    for (ukprn, one), records in files.items():
        prepared = records[0].file_date
        yield Message(
            header=Header(
                collection_details=CollectionDetails(year=one.year.code, file_preparation_date=prepared),
                source=Source(ukprn=ukprn, serial_no="01", date_time=datetime.combine(prepared, time(12))),
            ),
            learning_provider=LearningProvider(ukprn=ukprn),
            learner=tuple(record.learner for record in records),
            learner_destinationand_progression=tuple(
                record.destination for record in records if record.destination is not None
            ),
        )


@pytest.mark.parametrize("path", FEATURES, ids=[path.relative_to(ROOT).as_posix() for path in FEATURES])
def test_learners_are_valid_records_of_their_year(path: Path) -> None:
    wrong = []
    for scenario in read_feature(path).scenarios:
        if scenario.ignored:
            continue
        performance = Performance(scenario)
        try:
            for step in scenario.steps:
                performance.perform(step)
            world = performance.world
            messages = list(returned_messages(world)) or [message_of(world)]
        finally:
            performance.finish()
        for message in messages:
            if message is None:
                continue
            written = to_xml(message)
            schema = official(message.header.collection_details.year)
            if not schema.validate(etree.fromstring(written)):
                wrong.append(f"{path.name}:{scenario.line}: {schema.error_log.last_error}")
            elif read_message(written) != message:
                wrong.append(f"{path.name}:{scenario.line}: what is read back differs")
    assert not wrong, "\n".join(wrong)


def test_most_scenarios_have_learners() -> None:
    assert FEATURES, "there are no features"
