"""Large files in pieces: whatever the bytes, pieces that are all right are the whole file, which is right too."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bench import learners
from engine.ilr.problems import IlrFileError
from engine.ilr.records import Learner
from engine.ilr.xml import open_ilr
from reports.batch.segments import document_of, scan

LEARNER = """\
 <Learner>
  <LearnRefNumber>{0}</LearnRefNumber>
  <ULN>9999999999</ULN>
  <Ethnicity>31</Ethnicity>
  <Sex>F</Sex>
  <LLDDHealthProb>2</LLDDHealthProb>
  <PostcodePrior>ZZ99 9ZZ</PostcodePrior>
  <Postcode>ZZ99 9ZZ</Postcode>
  <LearningDelivery>
   <LearnAimRef>60000001</LearnAimRef>
   <AimType>4</AimType>
   <AimSeqNumber>1</AimSeqNumber>
   <LearnStartDate>2020-09-01</LearnStartDate>
   <LearnPlanEndDate>2021-02-28</LearnPlanEndDate>
   <FundModel>35</FundModel>
   <DelLocPostCode>ZZ99 9ZZ</DelLocPostCode>
   <CompStatus>1</CompStatus>
  </LearningDelivery>
 </Learner>
"""
DESTINATION = """\
 <LearnerDestinationandProgression>
  <LearnRefNumber>{0}</LearnRefNumber>
  <ULN>9999999999</ULN>
  <DPOutcome>
   <OutType>EMP</OutType>
   <OutCode>1</OutCode>
   <OutStartDate>2021-03-01</OutStartDate>
   <OutCollDate>2021-03-02</OutCollDate>
  </DPOutcome>
 </LearnerDestinationandProgression>
"""
PARTS = [
    learners.HEAD,
    *(LEARNER.format(name) for name in "ABCDE"),
    *(DESTINATION.format(name) for name in "ABC"),
    "</Message>\n",
]
SNIPPETS = [
    "<!-- note -->",
    "<!-- <Learner> -->",
    "<![CDATA[<Learner>]]>",
    "<?note?>",
    "<Learner>",
    "</Learner>",
    "<Learner/>",
    "<Learner >",
    "<Message>",
    "</Message>",
    "</Message><Message>",
    "<Wrapper>",
    "</Wrapper>",
    "<LearnerDestinationandProgression>",
    "<LearnerDestinationandProgression />",
    "LearnerDestinationandProgression",
    "<Header/>",
    "text",
    "é",
    "&amp;",
    "&lt;Learner&gt;",
    "\n",
    "<!DOCTYPE Message>",
    LEARNER.format("F"),
    LEARNER.format("A"),
    DESTINATION.format("F"),
]


def read(document: bytes | Path) -> list[tuple[bool, str]] | None:
    """The records of a document: whether each is a learner, and whose it is; None when anything is wrong."""
    try:
        with open_ilr(document) as reader:
            return [(isinstance(one, Learner), one.learn_ref_number or "") for one in reader.records()]
    except IlrFileError:
        return None


def in_pieces(file: Path, piece: int) -> list[tuple[bool, str]] | None:
    """The same from the pieces of a file; None when it is not cut or a piece is wrong."""
    found = scan(file, piece)
    if not found.pieces:
        return None
    records: list[tuple[bool, str]] = []
    for one in found.pieces:
        read_here = read(document_of(file, found, one))
        if read_here is None:
            return None
        # Destinations come with the last learner before them.
        records += [record for record in read_here if record[0] == one.is_of_learners]
    return records


@st.composite
def files(draw: st.DrawFn) -> str:
    """A file of learners and destinations with parts left out, moved or spoilt."""
    parts = list(PARTS)
    for _ in range(draw(st.integers(0, 2))):
        change = draw(st.sampled_from(["insert", "insert", "insert", "drop", "swap", "cut"]))
        at = draw(st.integers(0, len(parts) - 1))
        if change == "insert":
            part = parts[at]
            ends = [place + 1 for place, sign in enumerate(part) if sign in ">\n"]
            place = draw(st.sampled_from([0, *ends, len(part) // 2]))
            parts[at] = part[:place] + draw(st.sampled_from(SNIPPETS)) + part[place:]
        elif change == "drop" and len(parts) > 1:
            del parts[at]
        elif change == "swap":
            other = draw(st.integers(0, len(parts) - 1))
            parts[at], parts[other] = parts[other], parts[at]
        else:
            parts = [*parts[:at], parts[at][: draw(st.integers(0, len(parts[at])))]]
    return "".join(parts)


@given(text=files(), piece=st.sampled_from([1, 300, 800, 2000]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_pieces_that_are_right_are_the_whole_file_that_is_right(
    tmp_path: Path, text: str, piece: int
) -> None:
    file = tmp_path / "f.xml"
    file.write_text(text, encoding="utf-8")
    found = in_pieces(file, piece)
    if found is not None:
        assert found == read(file)


@pytest.mark.parametrize("piece", [1, 300, 2000])
def test_a_good_file_is_cut(tmp_path: Path, piece: int) -> None:
    file = tmp_path / "f.xml"
    file.write_text("".join(PARTS), encoding="utf-8")
    assert in_pieces(file, piece) == [(True, name) for name in "ABCDE"] + [(False, name) for name in "ABC"]
    assert [one.start for one in scan(file, piece).pieces[1:]] == [
        one.end for one in scan(file, piece).pieces[:-1]
    ]


def test_a_cut_lies_where_chunks_of_the_file_meet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "f.xml"
    file.write_text("".join(PARTS), encoding="utf-8")
    expected = scan(file, 1)
    for size in (1, 7, 50, 333):
        monkeypatch.setattr("reports.batch.segments._CHUNK", size)
        assert scan(file, 1) == expected


@pytest.mark.parametrize(
    "spoilt",
    [
        "".join(PARTS).replace(" <Learner>", " <!-- <Learner> --><Learner>", 1),
        "".join(PARTS).replace("<Sex>F", "<Sex><![CDATA[F]]>"),
        "".join(PARTS).replace("<Message ", "<Message xmlns:i='x' ").replace("<Learner>", "<Learner >"),
        "".join([PARTS[0], PARTS[1], PARTS[6].replace("Progression>", "Progression >"), *PARTS[2:]]),
    ],
    ids=["comment in the head", "CDATA", "tags with a blank", "a destination among learners"],
)
def test_a_file_that_might_not_be_what_it_seems_is_not_cut(tmp_path: Path, spoilt: str) -> None:
    file = tmp_path / "f.xml"
    file.write_text(spoilt, encoding="utf-8")
    assert scan(file, 1).pieces == ()


def test_the_file_of_the_benchmarks_is_cut(tmp_path: Path) -> None:
    file = tmp_path / "f.xml"
    learners.write(20, file)
    assert len(scan(file, 1).pieces) == 20
    assert in_pieces(file, 9_000) == read(file)
    assert date(2021, 9, 14) == learners.FILE_DATE
