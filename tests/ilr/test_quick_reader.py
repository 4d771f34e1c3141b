"""Learners that are read at once are what the parser makes of them, and whatever is wrong is told in the same words."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.ilr import _destinations, _source
from engine.ilr._quick import QuickEntity, quick_entities
from engine.ilr.problems import IlrFileError
from engine.ilr.reader import IlrReader

LEARNER = """\
  <Learner>
    <LearnRefNumber>{0}</LearnRefNumber>
    <ULN>9999999999</ULN>
    <FamilyName>Śmith</FamilyName>
    <DateOfBirth>2001-02-03</DateOfBirth>
    <Ethnicity>31</Ethnicity>
    <Sex>F</Sex>
    <LLDDHealthProb>2</LLDDHealthProb>
    <PostcodePrior>WX1 1AA</PostcodePrior>
    <Postcode>WX1 1AA</Postcode>
    <ContactPreference>
      <ContPrefType>RUI</ContPrefType>
      <ContPrefCode>1</ContPrefCode>
    </ContactPreference>
    <ContactPreference><ContPrefType>PMC</ContPrefType><ContPrefCode>2</ContPrefCode></ContactPreference>
    <LearnerEmploymentStatus>
      <EmpStat>10</EmpStat>
      <DateEmpStatApp>2019-08-01</DateEmpStatApp>
      <EmploymentStatusMonitoring><ESMType>LOE</ESMType><ESMCode>4</ESMCode></EmploymentStatusMonitoring>
    </LearnerEmploymentStatus>
    <LearningDelivery>
      <LearnAimRef>60900011</LearnAimRef>
      <AimType>4</AimType>
      <AimSeqNumber>1</AimSeqNumber>
      <LearnStartDate>2020-09-01</LearnStartDate>
      <LearnPlanEndDate>2021-02-28</LearnPlanEndDate>
      <FundModel>35</FundModel>
      <DelLocPostCode>WX1 1AA</DelLocPostCode>
      <CompStatus>1</CompStatus>
      <LearningDeliveryFAM>
        <LearnDelFAMType>SOF</LearnDelFAMType>
        <LearnDelFAMCode>105</LearnDelFAMCode>
      </LearningDeliveryFAM>
      <LearningDeliveryFAM>
        <LearnDelFAMType>FFI</LearnDelFAMType>
        <LearnDelFAMCode>1</LearnDelFAMCode>
      </LearningDeliveryFAM>
    </LearningDelivery>
  </Learner>
"""
HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<Message xmlns="ESFA/ILR/2020-21">
  <Header>
    <CollectionDetails>
      <Collection>ILR</Collection>
      <Year>2021</Year>
      <FilePreparationDate>2021-02-04</FilePreparationDate>
    </CollectionDetails>
    <Source>
      <ProtectiveMarking>OFFICIAL-SENSITIVE-Personal</ProtectiveMarking>
      <UKPRN>10000001</UKPRN>
      <SerialNo>01</SerialNo>
      <DateTime>2021-02-04T12:00:00</DateTime>
    </Source>
  </Header>
  <LearningProvider>
    <UKPRN>10000001</UKPRN>
  </LearningProvider>
"""
END = """\
  <LearnerDestinationandProgression>
    <LearnRefNumber>A1</LearnRefNumber>
    <ULN>9999999999</ULN>
    <DPOutcome>
      <OutType>EMP</OutType>
      <OutCode>1</OutCode>
      <OutStartDate>2021-01-04</OutStartDate>
      <OutCollDate>2021-01-05</OutCollDate>
    </DPOutcome>
  </LearnerDestinationandProgression>
</Message>
"""
FILE = HEAD + LEARNER.format("A1") + LEARNER.format("A2") + LEARNER.format("A3") + END


def read(data: bytes, lenient: bool, quick: bool) -> object:
    """Return all that a reader gives: the records, the problems, and what it raises."""
    records: list[object] = []
    raised = ""
    problems: object = None
    try:
        with IlrReader(data, lenient=lenient) as reader:
            if not quick:
                reader._quick = None
            try:
                records.extend(reader.records())
            finally:
                problems = [
                    (one.line, one.element, str(one), one.learn_ref_number) for one in reader.problems
                ]
    except IlrFileError as error:
        raised = str(error)
    return records, problems, raised


def alike(text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    for lenient in (False, True):
        assert read(data, lenient, quick=True) == read(data, lenient, quick=False)


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the learners, and whose destinations, are read at once."""
    found: list[str] = []
    slow: Callable[..., object] = QuickEntity.read

    def noted(self: QuickEntity, text: bytes) -> object:
        record = slow(self, text)
        found.append(record.learn_ref_number)  # type: ignore[attr-defined]
        return record

    monkeypatch.setattr(QuickEntity, "read", noted)
    return found


def test_plain_learners_and_destinations_are_read_at_once(taken: list[str]) -> None:
    alike(FILE)
    assert taken == ["A1", "A2", "A3", "A1"] * 2
    records, _, _ = read(FILE.encode(), False, True)  # type: ignore[misc]
    assert records[1].family_name == "Śmith"
    assert records[1] == type(records[1]).model_validate(records[1].model_dump())


@pytest.mark.parametrize("form", ["crlf", "one line", "no blanks", "tabs", "small chunks"])
def test_however_the_file_is_laid_out(form: str, taken: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    text = {
        "crlf": FILE.replace("\n", "\r\n"),
        "one line": FILE.replace("\n", " "),
        "no blanks": "".join(line.strip() for line in FILE.splitlines()).replace("?><", "?>\n<"),
        "tabs": FILE.replace("  ", "\t"),
        "small chunks": FILE,
    }[form]
    if form == "small chunks":
        monkeypatch.setattr(_source, "CHUNK", 37)
    alike(text)
    assert set(taken) == {"A1", "A2", "A3"}


BREAKS = ["<Learner><<", "<Learner>&", "\x01", "<X>", "<Learner></Lerner>", "</Message>x", "é<Learner é=>"]


@pytest.mark.parametrize("broken", BREAKS)
@pytest.mark.parametrize("after", [1, 2, 3])
def test_where_the_xml_breaks_is_told_by_line_and_column_behind_learners_read_at_once(
    broken: str, after: int
) -> None:
    one_line = "".join(line.strip() for line in FILE.splitlines())
    for text in (one_line, FILE, FILE.replace("</Learner>\n", "</Learner>"), one_line.replace("A2", "A2é")):
        at = -1
        for _ in range(after):
            at = text.index("</Learner>", at + 1)
        at += len("</Learner>")
        alike(text[:at] + broken + text[at:])


def test_columns_count_the_learners_of_the_same_line_that_were_read_at_once() -> None:
    one_line = "".join(line.strip() for line in FILE.splitlines())
    at = one_line.index("</Learner>", one_line.index("A2<")) + len("</Learner>")
    _, _, raised = read((one_line[:at] + "<<" + one_line[at:]).encode(), False, True)  # type: ignore[misc]
    assert f"column {at + 2} " in raised


ODD_DESTINATIONS = {
    "attribute": ("<OutCode>", '<OutCode a="1">'),
    "bad code": ("<OutCode>", "<OutCode>x"),
    "missing": ("<OutType>", "<OutTyp>"),
    "comment": ("<DPOutcome>", "<!-- </LearnerDestinationandProgression> --><DPOutcome>"),
    "none": (
        "<DPOutcome>",
        "</LearnerDestinationandProgression><LearnerDestinationandProgression><DPOutcome>",
    ),
    "a learner behind": ("</Message>", LEARNER.format("A9") + "</Message>"),
    "text": ("<DPOutcome>", "x<DPOutcome>"),
}


@pytest.mark.parametrize("odd", ODD_DESTINATIONS)
def test_destinations_out_of_the_ordinary_are_told_as_ever(odd: str) -> None:
    old, new = ODD_DESTINATIONS[odd]
    for text in (FILE, "".join(line.strip() for line in FILE.splitlines())):
        assert old in text
        alike(text.replace(old, new, 1))


def test_the_destination_of_a_learner_is_found_whichever_way_it_was_read() -> None:
    end = END.replace("<OutCode>", '<OutCode a="1">')
    for text in (FILE, FILE.replace(END, end)):
        with IlrReader(text.encode(), lenient=True) as reader:
            assert reader.destination("A1") is not None
            assert reader.destination("A2") is None
            assert [one.learn_ref_number for one in reader.destinations()] == ["A1"]


def destinations_of(data: bytes, quick: bool) -> object:
    with IlrReader(data, lenient=True) as reader:
        if not quick:
            reader._quick = None
        found = list(reader.destinations())
        return found, [reader.destination(reference) for reference in ("A1", "A2", "A3", "B1", "")]


@pytest.mark.parametrize("chunk", [41, 333, 1 << 18])
@pytest.mark.parametrize("odd", ODD_DESTINATIONS)
def test_destinations_are_the_same_however_they_are_held(
    odd: str, chunk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Places of plain entities, or records of all: which one it is must not show.
    monkeypatch.setattr(_source, "CHUNK", chunk)
    monkeypatch.setattr(_destinations, "CHUNK", chunk)
    whole = END.removesuffix("</Message>\n")
    end = "".join(whole.replace("A1", reference) for reference in ("A1", "A3", "A1", "A2"))
    start, _, rest = end.partition("A3")
    old, new = ODD_DESTINATIONS[odd]
    for text in (end, start + "A3" + rest.replace(old, new, 1)):
        data = (HEAD + LEARNER.format("A1") + text + "</Message>\n").encode()
        quick = destinations_of(data, True)
        assert quick == destinations_of(data, False)
        assert quick[0][0].learn_ref_number == "A1"  # type: ignore[index]


ODD = {
    "comment between": ("<ULN>", "<!-- </Learner> <Learner> --><ULN>", {"A2", "A3"}),
    "comment around a learner": (
        "  <Learner>\n    <LearnRefNumber>A2",
        "<!-- {} --><Learner><LearnRefNumber>A2",
        None,
    ),
    "instruction": ("</Learner>", "</Learner><?x </Learner> <Learner> ?>", None),
    "attribute": ("<Sex>", '<Sex a="b">', None),
    "own namespace": ("<Learner>", '<Learner xmlns="x">', None),
    "same namespace": ("<Learner>", '<Learner xmlns="ESFA/ILR/2020-21">', None),
    "prefix": ("<Sex>F</Sex>", '<i:Sex xmlns:i="ESFA/ILR/2020-21">F</i:Sex>', None),
    "blank in the end tag": ("</Learner>", "</Learner ><!-- </Learner> <Learner></Learner> -->", None),
    "entity": ("Śmith", "O&apos;Neil &amp; Son", None),
    "unknown entity": ("Śmith", "&nope;", None),
    "cdata": ("Śmith", "<![CDATA[Smith]]>", None),
    "greater than": ("Śmith", "a > b", None),
    "end of cdata": ("Śmith", "a ]]> b", None),
    "empty": ("Śmith", "", None),
    "closed at once": ("<FamilyName>Śmith</FamilyName>", "<FamilyName/>", None),
    "closed at once behind a value": ("<CompStatus>1</CompStatus>", "<CompStatus>1</CompStatus><Six/>", None),
    "closed at once behind a code": (
        "<LearnDelFAMCode>1</LearnDelFAMCode>",
        "<LearnDelFAMCode>1</LearnDelFAMCode><x/>",
        None,
    ),
    "not opened": ("<LearningDeliveryFAM>", "<x<LearningDeliveryFAM>", None),
    "a name in place of a code": ("<LearningDeliveryFAM>", "<x<LearningDeliveryFAM</LearningDelivery>", None),
    "codes apart": (
        "</CompStatus>",
        "</CompStatus><ProviderSpecDeliveryMonitoring><ProvSpecDelMonOccur>A</ProvSpecDelMonOccur>"
        "<ProvSpecDelMon>x</ProvSpecDelMon></ProviderSpecDeliveryMonitoring>",
        None,
    ),
    "only blanks": ("<Sex>F</Sex>", "<Sex>  </Sex>", None),
    "twice": ("<Sex>F</Sex>", "<Sex>F</Sex><Sex>F</Sex>", None),
    "out of order": (
        "<Ethnicity>31</Ethnicity>\n    <Sex>F</Sex>",
        "<Sex>F</Sex><Ethnicity>31</Ethnicity>",
        None,
    ),
    "unknown element": ("<Sex>", "<Six>1</Six><Sex>", None),
    "element in a value": ("<Sex>F</Sex>", "<Sex><ULN>1</ULN></Sex>", None),
    "value for an entity": ("<EmploymentStatusMonitoring>", "<EmploymentStatusMonitoring>x", None),
    "text between": ("<Sex>", "stray <Sex>", None),
    "text behind an instruction": ("</Learner>", "</Learner><?x?>stray", None),
    "text behind a comment": ("</Learner>", "</Learner>\n<!-- x -->stray", None),
    "text between learners": ("</Learner>", "</Learner> stray", None),
    "missing": ("<Sex>F</Sex>", "", None),
    "wrong value": ("<Sex>F", "<Sex>Q", None),
    "wrong date": ("2001-02-03", "2001-02-30", None),
    "not closed": ("</LearningDelivery>\n", "", None),
    "closed wrongly": ("</Sex>", "</Six>", None),
    "no aim": ("LearningDelivery>", "LearningDeliveri>", None),
    "too many": ("<ContPrefType>RUI", "<ContPrefType>RUI</ContPrefType><ContPrefType>RUI", None),
    "learner in a learner": ("<Sex>", "<Learner></Learner><Sex>", None),
    "stray ampersand": ("Śmith", "a & b", None),
    "nul": ("Śmith", "a\0b", None),
    "control": ("Śmith", "a\x01b", None),
    "carriage return": ("Śmith", "a\rb", None),
    "carriage return by number": ("Śmith", "a&#13;b", None),
    "replacement": ("Śmith", "\ufffe", None),
    "header again": ("</LearningProvider>", "</LearningProvider><Header></Header>", None),
    "destinations first": ("  <Learner>", END.partition("</Message>")[0] + "  <Learner>", None),
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("which", [0, 1, -1])
def test_whatever_is_out_of_the_ordinary_is_as_the_parser_has_it(name: str, which: int) -> None:
    old, new, _ = ODD[name]
    assert old in FILE
    places = [at for at in range(len(FILE)) if FILE.startswith(old, at)]
    at = places[min(which, len(places) - 1)]
    alike(FILE[:at] + new + FILE[at + len(old) :])


def test_a_learner_after_an_odd_one_is_read_at_once_again(taken: list[str]) -> None:
    alike(FILE.replace("<Sex>F", "<Sex >F", 1))
    assert taken == ["A2", "A3", "A1"] * 2


def test_a_prefix_for_all_is_left_to_the_parser(taken: list[str]) -> None:
    text = FILE.replace("</", "</i:").replace("<", "<i:").replace("<i:/i:", "</i:").replace("<i:?", "<?")
    alike(text.replace("xmlns=", "xmlns:i="))
    assert taken == []


PIECES = [
    "<",
    ">",
    "/",
    "</Learner>",
    "<Learner>",
    "&amp;",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x?>",
    "\n",
    " ",
    "\r",
    "x",
    "1",
]


@given(st.integers(0, 2**32), st.sampled_from([17, 64, 1000, 1 << 18]))
def test_a_spoilt_file_is_told_of_alike(seed: int, chunk: int) -> None:
    drawn = random.Random(seed)
    text = FILE
    for _ in range(drawn.choice((1, 1, 2, 4))):
        at = drawn.randrange(len(HEAD) - 30, len(text))
        length = drawn.choice((0, 0, 1, 3, 40))
        text = text[:at] + drawn.choice(["", *PIECES, text[at : at + 60]]) + text[at + length :]
    before, _source.CHUNK = _source.CHUNK, chunk
    try:
        alike(text)
    finally:
        _source.CHUNK = before


def test_plans_and_records_that_are_kept_stay_few() -> None:
    reader = quick_entities("2021")["Learner"]
    assert 0 < len(reader._reader._plans) <= 4_096
