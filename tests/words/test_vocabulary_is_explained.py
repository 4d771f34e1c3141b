"""Every word of the vocabulary says what it means: steps, headings, rows; each test names every offender."""

import re

from reports.authoring.words import _SUBJECTS, step_of, vocabulary
from reports.authoring.words import _codes as codes
from steps.problems import CellError
from steps.registry import DEFINITIONS
from steps.vocabulary import MODULES

_EMPTY = re.compile(r"(ILR )?field \w+( of .*)?\.?|value \w+\.?", re.IGNORECASE)


def test_every_step_says_what_it_does() -> None:
    assert [step.sentence for step in vocabulary() if not step.help.endswith(".")] == []


def test_every_heading_says_what_it_means() -> None:
    silent = {
        f"{step.sentence} {heading.name}: '{heading.help}'"
        for step in vocabulary()
        if step.table
        for heading in step.table.headings
        if not heading.help.endswith(".") or _EMPTY.fullmatch(heading.help) or heading.help.count(" ") < 1
    }
    # A word may be all there is to say, where the heading is longer than the word.
    assert {one for one in silent if " " not in one.split(": '")[1]} <= silent
    assert not {one for one in silent if not re.search(r": '[A-Z]\w+\.'$", one)}


def test_every_row_says_what_it_means() -> None:
    assert [
        f"{step.sentence} {word.text}"
        for step in vocabulary()
        if step.table
        for heading in step.table.headings
        if heading.label or heading.name == "earning"
        for word in heading.words
        if not word.means.endswith(".")
    ] == []


def test_no_step_is_missing_and_none_stands_twice() -> None:
    told = [sentence for step in vocabulary() for sentence in step.sentences]
    assert sorted(told) == sorted(definition.sentence for definition in DEFINITIONS)
    assert len(told) == len(set(told))


def test_every_module_of_steps_has_a_title() -> None:
    names = {module.__name__.rpartition(".")[2] for module in MODULES}
    assert names - _SUBJECTS.keys() == set()
    assert _SUBJECTS.keys() - names == set()


def test_codes_are_those_of_headings_that_are_there() -> None:
    fields = {heading.field for step in vocabulary() if step.table for heading in step.table.headings}
    assert codes().keys() - fields == set()


def test_every_word_that_is_offered_is_read() -> None:
    """What editors offer for a cell is understood by the table that it stands in."""
    tables = {one.sentence: one.table for one in DEFINITIONS}
    unread = []
    for step in vocabulary():
        table = tables[step.sentence]
        columns = getattr(getattr(table, "labels", table), "columns", ())
        readers = {column.heading: column.read for column in columns}
        for heading in step.table.headings if step.table else ():
            for word in heading.words:
                try:
                    readers.get(heading.name, getattr(table, "read_label", None))(word.text, None)
                except CellError as error:
                    unread.append(f"{step.sentence} {heading.name}: {error}")
    assert unread == []


def test_a_sentence_of_a_feature_is_known() -> None:
    found = step_of("these aims:")
    assert found is not None
    assert found.table is not None
    assert found.table.by_name["compstatus"].name == "completion status"
    assert step_of("nobody says this") is None
