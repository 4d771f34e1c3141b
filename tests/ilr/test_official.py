"""Our table against the official schemas and the worked cases, where those are at hand."""

from __future__ import annotations

import csv
import random
from pathlib import Path

import pytest
from lxml import etree

from engine.ilr.schema import YEARS, schema, xsd
from engine.ilr.xml import IlrFileError, open_ilr, read_message, to_xml

from .samples import message_of, record_of, reference_folder

SHARED = reference_folder()
pytestmark = pytest.mark.skipif(
    SHARED is None, reason="the official schemas (a folder shared beside the repository) are not here"
)

OFFICIAL = {
    "1718": "ILR-2017-18-v2.xsd",
    "1819": "ILR-2018-19-v3.xsd",
    "1920": "ILR-2019-20-v2.xsd",
    "2021": "ILR-2020-21-v1.xsd",
    "2425": "ILR-2024-25.xsd",
    "2526": "ILR-2025-26.xsd",
}
VALUES = (
    "", " ", "0", "-1", "+1", " 1 ", "007", "1.5", "0.10", "0.15", "1e1", "99", "100", "99999999999", "Ab1",
    "A", "x" * 51, "é", '"', "|", "£€\\", "a\nb", "2024-02-30", "2024-02-28", "2024-02-28Z", "20240228",
    "2024-02-28T10:00:00", "2024-02-28T24:00:00", "2024-02-28T25:00:00", "\u0663", "ILR ", "a@b", "@",
)  # fmt: skip


def _official(year: str) -> etree.XMLSchema:
    assert SHARED is not None
    return etree.XMLSchema(etree.parse(SHARED / "ilr" / "xsd" / OFFICIAL[year]))


def _files() -> list[Path]:
    if SHARED is None:
        return []
    return sorted([*SHARED.glob("cases/**/ILR-*.xml"), *SHARED.glob("ilr/samples/*.xml")])


@pytest.mark.parametrize("full", [False, True])
@pytest.mark.parametrize("year", OFFICIAL)
def test_written_files_are_officially_valid(year: str, full: bool) -> None:
    _official(year).assertValid(etree.fromstring(to_xml(message_of(year, full=full))))


def _mutants(year: str, count: int) -> list[etree._Element]:
    """Documents with one thing changed: an element dropped, doubled, moved, renamed or filled otherwise."""
    chance = random.Random(year)
    source = to_xml(message_of(year, full=False).model_copy(update=_once(year)))
    found = []
    for _ in range(count):
        root = etree.fromstring(source)
        element = chance.choice([child for child in root.iter() if child is not root])
        parent = element.getparent()
        assert parent is not None
        change = chance.choice(["drop", "double", "move", "rename", "child", "attribute", *["value"] * 6])
        if change == "drop":
            parent.remove(element)
        elif change == "double":
            parent.insert(parent.index(element), etree.fromstring(etree.tostring(element)))
        elif change == "move":
            parent.insert(chance.randrange(len(parent)), element)
        elif change == "rename":
            element.tag = str(element.tag) + "s"
        elif change == "child":
            etree.SubElement(element, str(element.tag))
        elif change == "attribute":
            element.set("a", "1")
        elif len(element):
            element.text = chance.choice(["x", "\u00a0", " "])
        else:
            element.text = chance.choice(VALUES)
        found.append(root)
    return found


def _once(year: str) -> dict[str, object]:
    """A message with every entity of the year once."""
    values: dict[str, object] = {}
    for spec in schema(year).root.children:
        record = record_of(spec, full=True)
        for field, value in record:
            if isinstance(value, tuple):
                record = record.model_copy(update={field: value[:1]})
        values[spec.field] = (record,) if spec.repeats else record
    return values


@pytest.mark.long
@pytest.mark.parametrize("year", OFFICIAL)
def test_reader_and_generated_schema_agree_with_the_official_one(year: str) -> None:
    official, ours = _official(year), etree.XMLSchema(etree.fromstring(xsd(year)))
    refused = 0
    for mutant in _mutants(year, 120):
        document = etree.tostring(mutant, encoding="utf-8")
        wanted = official.validate(mutant)
        assert ours.validate(mutant) == wanted, document
        try:
            read_message(document)
            read = True
        except IlrFileError:
            read = False
        assert read == wanted, (official.error_log, document)
        refused += not wanted
    assert 20 < refused < 120


@pytest.mark.parametrize("path", _files(), ids=lambda path: path.name)
def test_reference_files_are_read_without_a_problem(path: Path) -> None:
    message = read_message(path)
    assert message.learner or message.header
    assert read_message(to_xml(message)) == message
    with open_ilr(path, lenient=True) as reader:
        assert tuple(reader.learners()) == message.learner
        assert tuple(reader.problems) == ()


def test_the_table_has_the_order_and_occurrence_of_the_model_in_every_year() -> None:
    """The model also covers the years of which no official schema is at hand."""
    assert SHARED is not None
    with (SHARED / "ilr" / "ilr_model.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for year in YEARS:
        column = year if year in rows[0] else f"{year}*"
        wanted = {
            row["path"].removeprefix("/Message/"): row[column] for row in rows[1:] if row[column] != "-"
        }
        found = {
            child.path: f"{child.min_occurs}..{child.max_occurs or '*'}#{place}"
            for spec in schema(year).root.walk()
            for place, child in enumerate(spec.children, 1)
        }
        assert found == wanted


def test_every_year_is_either_official_or_put_together_from_the_entity_pages() -> None:
    assert set(YEARS) - set(OFFICIAL) == {"2122", "2223", "2324"}
