from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from engine.ilr.records import Message
from engine.ilr.schema import YEARS, schema, xsd
from engine.ilr.xml import (
    IlrFileError,
    IlrWriteError,
    IlrWriter,
    open_ilr,
    read_message,
    to_xml,
    write_ilr,
)

from .samples import GOOD, message_of, records

SCHEMAS = {year: etree.XMLSchema(etree.fromstring(xsd(year))) for year in YEARS}


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), year=st.sampled_from(YEARS))
def test_any_message_is_read_back_equal_and_valid(data: st.DataObject, year: str) -> None:
    message = data.draw(records(schema(year).root))
    assert isinstance(message, Message)
    written = to_xml(message)
    assert read_message(written) == message
    # The bounds of Python's calendar and of XML Schema are the same for the years drawn.
    SCHEMAS[year].assertValid(etree.fromstring(written))


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("year", YEARS)
def test_full_and_minimal_messages(year: str, full: bool, tmp_path: Path) -> None:
    message = message_of(year, full=full)
    path = tmp_path / "a.xml"
    write_ilr(path, message, year=year)
    assert path.read_bytes() == to_xml(message)
    assert b"\r" not in path.read_bytes()
    assert read_message(path, expected_year=year) == message
    assert [child.name for child in tmp_path.iterdir()] == ["a.xml"]
    SCHEMAS[year].assertValid(etree.parse(path))


def test_codes_keep_their_zeros() -> None:
    learner = read_message(GOOD).learner[0]
    assert learner.learning_delivery[0].learning_delivery_fam[0].learn_del_fam_code == "023"


def test_the_good_file_is_written_as_it_stands() -> None:
    assert to_xml(read_message(GOOD)) == GOOD


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(GOOD)
    message = read_message(GOOD)
    broken = message.model_copy(update={"learner": (message.learner[0].model_copy(update={"sex": "FF"}),)})
    with pytest.raises(IlrWriteError, match=r"Learner/Sex is 'FF'; expected 1 character"):
        write_ilr(path, broken)
    assert path.read_bytes() == GOOD
    assert [child.name for child in tmp_path.iterdir()] == ["a.xml"]


def _refused(message: Message) -> str:
    with pytest.raises(IlrWriteError) as caught:
        to_xml(message)
    return str(caught.value)


def test_refusals_of_the_writer() -> None:
    good = read_message(GOOD)
    learner, delivery = good.learner[0], good.learner[0].learning_delivery[0]

    def refused(**update: object) -> str:
        return _refused(good.model_copy(update={"learner": (learner.model_copy(update=update),)}))

    late = delivery.model_copy(update={"fund_model": 135})
    assert refused(learning_delivery=(late,)) == (
        "Learner/LearningDelivery/FundModel is '135'; expected a whole number of at most 2 digits."
    )
    assert refused(otj_hours=3) == "Learner/OTJHours is not part of the 2023-24 ILR; leave it out."
    assert refused(learning_delivery=()) == "Learner/LearningDelivery is missing; expected at least one."
    assert refused(uln=None) == "Learner/ULN is missing; expected one."
    assert refused(sex=5) == ("Learner/Sex is of type int; expected 1 character of the ILR character set.")
    assert refused(prior_attain=3) == "Learner/PriorAttain is of type int; expected PriorAttain."
    assert refused(
        provider_spec_learner_monitoring=message_of("2324", full=True)
        .learner[0]
        .provider_spec_learner_monitoring
        * 2
    ) == ("Learner/ProviderSpecLearnerMonitoring occurs 4 times; expected at most 2.")
    assert "Quillfeather" not in refused(family_name="Quillfeather 2nd")
    assert refused(family_name="a\x0b") == (
        "Learner/FamilyName has a wrong value (not shown, as it may be personal data);"
        " expected 1 to 100 characters without digits, line breaks, tabs, bars or double quotes."
    )
    with pytest.raises(IlrWriteError, match="the header's Year is 2324 but 2425 was asked for"):
        to_xml(good, year="2425")


def test_a_year_without_destinations_refuses_them_and_2526_wants_a_learner(tmp_path: Path) -> None:
    old, new = message_of("2324", full=False), message_of("2526", full=False)
    destination = message_of("2324", full=True).learner_destinationand_progression
    assert _refused(new.model_copy(update={"learner_destinationand_progression": destination})) == (
        "LearnerDestinationandProgression is not part of the 2025-26 ILR."
    )
    assert _refused(new.model_copy(update={"learner": ()})) == (
        "a 2025-26 file must have at least one learner."
    )
    with (
        pytest.raises(IlrWriteError, match="a learner cannot follow a destination"),
        IlrWriter(tmp_path / "a.xml", old.header, old.learning_provider) as writer,
    ):
        writer.write_destination(destination[0])
        writer.write_learner(new.learner[0])
    assert list(tmp_path.iterdir()) == []


def test_destinations_are_known_while_learners_are_read(tmp_path: Path) -> None:
    path = tmp_path / "ILR-10000001-2324-20240504-090000-01.xml"
    path.write_bytes(GOOD)
    with open_ilr(path) as reader:
        assert (reader.year, reader.namespace) == ("2324", "ESFA/ILR/2023-24")
        assert reader.file_name == path.name
        assert reader.header.source.ukprn == reader.learning_provider.ukprn == 10000001
        assert reader.source_files is None
        found = [reader.destination(learner.learn_ref_number) for learner in reader.learners()]
        assert found[0] is None
        assert found[1] is not None
        assert found[1].dp_outcome[0].out_type == "EMP"
        assert list(reader.destinations()) == [found[1]]
        assert len(list(reader.learners())) == 2
    path.unlink()


@pytest.mark.parametrize("before", ["<!-- {} -->", "<LearnerDestinationandProgression/>"])
def test_destinations_in_comments_or_bad_ones_do_not_count(before: str) -> None:
    start = GOOD.index(b"  <LearnerDest")
    fake = GOOD[start : GOOD.rindex(b"</Message>")].decode().replace("A2", "A1")
    data = GOOD[:start] + before.format(fake).encode() + GOOD[start:]
    with open_ilr(data, lenient=True) as reader:
        assert reader.destination("A1") is None
        assert reader.destination("A2") is not None


def test_a_reader_left_half_way_frees_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(GOOD)
    with open_ilr(path) as reader:
        next(reader.learners())
    path.unlink()
    with pytest.raises(IlrFileError):
        open_ilr(path)


def test_places_that_cannot_be_written(tmp_path: Path) -> None:
    message = read_message(GOOD)
    with pytest.raises(IlrWriteError, match="cannot be written"):
        write_ilr(tmp_path / "none" / "a.xml", message)
    (tmp_path / "folder").mkdir()
    with pytest.raises(IlrWriteError, match="cannot be written"):
        write_ilr(tmp_path / "folder", message)
    assert [child.name for child in tmp_path.iterdir()] == ["folder"]
