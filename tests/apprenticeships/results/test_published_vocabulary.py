"""Every sentence and row label that published acceptance features use is understood."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from steps.apprenticeships.results_labels import earnings_row, lock_row, type_row
from steps.apprenticeships.words import claim_line, employer
from steps.registry import READERS, match
from steps.runner import Performance  # registers the steps

LIST = Path(__file__).parents[3].parent / "shared" / "domain" / "scenario_vocabulary.md"
SAMPLES = {
    "n": "1",
    "date": "10/09/2017",
    "x": "A",
    "mm/yy": "10/17",
    "nn": "03",
    "yyyy": "1718",
    "DAS contract status": "DAS",
    "English component": "yes",
    "Maths component": "no",
    "Has learning support": "yes",
    "learner type": "16-18 programme only DAS",
    "Age": "17",
    "Incentive payments": "none",
    "start date": "01/09/2017",
    "planned end date": "08/09/2018",
    "census months": "12",
    "planned census months": "12",
    "actual census months in learning": "10",
}
TABLES: dict[str, Callable[[str], object]] = {
    "Earnings & payments result": earnings_row,
    "Transaction types result": type_row,
    "Data-lock status result": lock_row,
    "EAS payments": claim_line,
    "the following transfers from employer <n> exist for the given months of earnings activity:": employer,
}

assert Performance


def _listed() -> Iterator[str]:
    if LIST.exists():
        yield from re.findall(r"^\| \d+ \| (.+?) \|$", LIST.read_text(encoding="utf-8"), re.M)


def _labels() -> Iterator[tuple[str, str]]:
    if LIST.exists():
        section = LIST.read_text(encoding="utf-8").partition("## 7. ")[2]
        for table, labels in re.findall(r"^\*\*(.+?)\*\*: (.+)$", section, re.M):
            for label in re.findall(r"`([^`]+)`", labels) if table in TABLES else ():
                yield table, label


def _said(sentence: str) -> str:
    return re.sub(r"<([^>]+)>", lambda found: SAMPLES.get(found[1], "1000"), sentence)


@pytest.mark.skipif(not LIST.exists(), reason=f"{LIST.name}, the list of published sentences, is not here")
def test_the_list_is_read() -> None:
    assert len(list(_listed())) == 81
    assert len(list(_labels())) == 95


@pytest.mark.parametrize("sentence", list(_listed()))
@pytest.mark.parametrize("written", [str, str.upper, str.lower])
def test_every_sentence_is_understood(sentence: str, written: Callable[[str], str]) -> None:
    found = match(written(_said(sentence)))
    assert found is not None, sentence
    for part in found.parts.values():
        READERS[part.reader](part.text, None)
    assert found.definition.help


@pytest.mark.parametrize(("table", "label"), list(_labels()))
@pytest.mark.parametrize("written", [str, str.upper, str.lower])
def test_every_row_label_is_understood(table: str, label: str, written: Callable[[str], str]) -> None:
    assert TABLES[table](written(label)) is not None


@pytest.mark.parametrize(("table", "label"), list(_labels()))
def test_case_never_matters(table: str, label: str) -> None:
    assert TABLES[table](label) == TABLES[table](label.upper())
