"""Small ILR files and records with invented people, and where the reference files are."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from engine.ilr.records import IlrRecord, Message, record_class
from engine.ilr.schema import ElementSpec, namespace, schema

REPOSITORY = Path(__file__).resolve().parents[2]


def reference_folder() -> Path | None:
    """The folder `shared` beside the repository, with the official schemas; None when it is not there."""
    for parent in REPOSITORY.parents:
        if (parent / "shared" / "ilr" / "xsd").is_dir():
            return parent / "shared"
    return None


GOOD = b"""<?xml version="1.0" encoding="UTF-8"?>
<Message xmlns="ESFA/ILR/2023-24">
  <Header>
    <CollectionDetails>
      <Collection>ILR</Collection>
      <Year>2324</Year>
      <FilePreparationDate>2024-05-04</FilePreparationDate>
    </CollectionDetails>
    <Source>
      <ProtectiveMarking>OFFICIAL-SENSITIVE-Personal</ProtectiveMarking>
      <UKPRN>10000001</UKPRN>
      <SerialNo>01</SerialNo>
      <DateTime>2024-05-04T09:00:00</DateTime>
    </Source>
  </Header>
  <LearningProvider>
    <UKPRN>10000001</UKPRN>
  </LearningProvider>
  <Learner>
    <LearnRefNumber>A1</LearnRefNumber>
    <ULN>1061484016</ULN>
    <FamilyName>Quillfeather</FamilyName>
    <DateOfBirth>1990-02-03</DateOfBirth>
    <Ethnicity>31</Ethnicity>
    <Sex>F</Sex>
    <LLDDHealthProb>2</LLDDHealthProb>
    <NINumber>ZZ123456A</NINumber>
    <PostcodePrior>ZZ99 9ZZ</PostcodePrior>
    <Postcode>ZZ99 9ZZ</Postcode>
    <LearningDelivery>
      <LearnAimRef>Z0010212</LearnAimRef>
      <AimType>4</AimType>
      <AimSeqNumber>1</AimSeqNumber>
      <LearnStartDate>2023-10-14</LearnStartDate>
      <LearnPlanEndDate>2023-10-14</LearnPlanEndDate>
      <FundModel>35</FundModel>
      <DelLocPostCode>ZZ99 9ZZ</DelLocPostCode>
      <CompStatus>1</CompStatus>
      <LearningDeliveryFAM>
        <LearnDelFAMType>DAM</LearnDelFAMType>
        <LearnDelFAMCode>023</LearnDelFAMCode>
      </LearningDeliveryFAM>
    </LearningDelivery>
  </Learner>
  <Learner>
    <LearnRefNumber>A2</LearnRefNumber>
    <ULN>1061484017</ULN>
    <Ethnicity>31</Ethnicity>
    <Sex>M</Sex>
    <LLDDHealthProb>2</LLDDHealthProb>
    <PostcodePrior>ZZ99 9ZZ</PostcodePrior>
    <Postcode>ZZ99 9ZZ</Postcode>
    <LearningDelivery>
      <LearnAimRef>Z0010213</LearnAimRef>
      <AimType>4</AimType>
      <AimSeqNumber>1</AimSeqNumber>
      <LearnStartDate>2023-10-15</LearnStartDate>
      <LearnPlanEndDate>2023-10-15</LearnPlanEndDate>
      <FundModel>35</FundModel>
      <DelLocPostCode>ZZ99 9ZZ</DelLocPostCode>
      <CompStatus>1</CompStatus>
    </LearningDelivery>
  </Learner>
  <LearnerDestinationandProgression>
    <LearnRefNumber>A2</LearnRefNumber>
    <ULN>1061484017</ULN>
    <DPOutcome>
      <OutType>EMP</OutType>
      <OutCode>1</OutCode>
      <OutStartDate>2024-01-01</OutStartDate>
      <OutCollDate>2024-02-01</OutCollDate>
    </DPOutcome>
  </LearnerDestinationandProgression>
</Message>
"""


def changed(old: str, new: str, *, source: bytes = GOOD) -> bytes:
    """The good file with the first occurrence of a text changed."""
    assert old.encode() in source, old
    return source.replace(old.encode(), new.encode(), 1)


_PATTERNS = {
    "[0-9]{1,2}": "07",
    "[A-Za-z0-9 ]{1,12}": "Ab 1",
    "[A-Za-z0-9]{1,8}": "Ab1",
    "[A-Za-z0-9]{1,6}": "Ab1",
    '[^0-9\\r\\n\\t|"]{1,100}': "Brûlé & <Oak>",
    "[A-Za-z0-9 ~!@&'\\\\()*+,\\-./:;]{1,50}": "1 \\ Test-Street;",
    "[0-9]{1,18}": "0123",
    ".+@.+": "a@b",
    "[0-9]{10}": "0123456789",
    "[a-zA-Z]{2}[0-9]{2}|[0-9]{9}": "ab12",
}


def typical_value(spec: ElementSpec) -> object:
    """A right value of an element."""
    if spec.value is not None:
        return spec.value
    if spec.pattern is not None:
        return _PATTERNS[spec.pattern]
    if spec.kind == "text":
        assert spec.length is not None
        return "x" * spec.length[1]
    if spec.kind == "date":
        return date(2020, 2, 29)
    if spec.kind == "datetime":
        return datetime(2024, 11, 4, 9, 0, 1)  # noqa: DTZ001 - ILR times have no zone
    if spec.kind == "decimal":
        return Decimal("0.1")
    return int(spec.maximum) if spec.maximum is not None else 10 ** (spec.digits or 1) - 1


def record_of(spec: ElementSpec, *, full: bool) -> IlrRecord:
    """A record with every element as often as it may be, or with as few as possible."""
    values: dict[str, object] = {}
    for child in spec.children:
        times = (child.max_occurs or 3) if full else child.min_occurs
        if not times:
            continue
        item = record_of(child, full=full) if child.is_entity else typical_value(child)
        values[child.field] = (item,) * times if child.is_entity and child.repeats else item
    return record_class(spec.name).model_validate(values)


def message_of(year: str, *, full: bool) -> Message:
    """A message of a year, full or minimal."""
    found = record_of(schema(year).root, full=full)
    assert isinstance(found, Message)
    return found


_RESTRICTED = "AZaz09 ~!@#$%&'()*+,-./:;<=>?[\\]_{}^£€"


def _leaf(spec: ElementSpec) -> st.SearchStrategy[object]:
    if spec.value is not None:
        return st.just(spec.value)
    if spec.kind == "string":
        return st.text(
            st.characters(
                codec="utf-8", exclude_categories=["Cc", "Cs", "Nd", "Cn"], exclude_characters='|"'
            ),
            min_size=1,
            max_size=100,
        ).filter(lambda text: not any(character in "\ufffe\uffff0123456789" for character in text))
    if spec.pattern is not None:
        return st.from_regex(spec.pattern, fullmatch=True, alphabet=_RESTRICTED).filter(
            lambda text: spec.length is None or spec.length[0] <= len(text) <= spec.length[1]
        )
    if spec.kind == "text":
        assert spec.length is not None
        return st.text(_RESTRICTED, min_size=spec.length[0], max_size=spec.length[1])
    if spec.kind == "date":
        return st.dates()
    if spec.kind == "datetime":
        return st.datetimes()
    if spec.kind == "decimal":
        return st.decimals(spec.minimum, spec.maximum, places=spec.fraction)
    limit = 10 ** (spec.digits or 1) - 1
    low = int(spec.minimum) if spec.minimum is not None else -limit
    return st.integers(low, int(spec.maximum) if spec.maximum is not None else limit)


def records(spec: ElementSpec) -> st.SearchStrategy[IlrRecord]:
    """Any right record of an entity."""
    needed: dict[str, st.SearchStrategy[object]] = {}
    optional: dict[str, st.SearchStrategy[object]] = {}
    for child in spec.children:
        one: st.SearchStrategy[object] = records(child) if child.is_entity else _leaf(child)
        if child.is_entity and child.repeats:
            one = st.lists(one, min_size=child.min_occurs, max_size=min(child.max_occurs or 2, 2)).map(tuple)
        (needed if child.compulsory else optional)[child.field] = one
    cls = record_class(spec.name)
    return st.fixed_dictionaries(needed, optional=optional).map(cls.model_validate)


def big_file(path: Path, learners: int, year: str = "2324") -> None:
    """Write a file of many learners, each some 30 lines."""
    text = GOOD.decode().replace("ESFA/ILR/2023-24", namespace(year))
    start, end = text.index("  <Learner>"), text.index("  <LearnerDestination")
    one = text[start : text.index("</Learner>") + len("</Learner>\n")]
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.write(text[:start])
        for number in range(learners):
            out.write(one.replace(">A1<", f">L{number}<"))
        out.write(text[end:])
