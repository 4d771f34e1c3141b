"""The vocabulary as data: every step with its sentences, its table's headings, the words of cells, what they mean.

For the command ``steps``, its page and editors. All of it is read from the registry of steps, so a new step is at once
a word; what codes of the ILR mean stands in ``codes.yaml``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from steps.cells import Reader, text
from steps.known_words import known_words
from steps.tables import plain

MONTHS = "a month, such as Aug 2021; every further heading is one"
DOTTED_MONTHS = "a month, such as 08/17, or ... for months that nothing is said of"

_SUBJECTS = {
    "setting_steps": "Setting",
    "learners": "Learners and aims",
    "apprentice_records": "Records of apprentices",
    "reference_data": "Reference data",
    "reference_rows": "Reference data, any table",
    "apprentice_reference": "Reference data of apprenticeships",
    "earnings": "Earnings",
    "values": "Values behind earnings",
    "findings": "Findings",
    "sector_programmes": "Sector programmes",
    "sector_rules": "Sector programmes: decisions",
    "bootcamps": "Skills Bootcamps",
    "returns": "Returns of Skills Bootcamps",
    "milestones": "Milestones of Skills Bootcamps",
    "returned_destinations": "Destinations of Skills Bootcamps",
    "pre_employment": "Pre-employment records",
    "pre_employment_results": "Pre-employment funding",
    "study_programmes": "Study programmes",
    "ilr_steps": "Apprenticeships by month end: ILR files",
    "commitments": "Apprenticeships by month end: commitments",
    "accounts": "Apprenticeships by month end: employers' accounts",
    "history": "Apprenticeships by month end: money paid before",
    "results": "Apprenticeships by month end: payments",
    "results_lock": "Apprenticeships by month end: data locks",
    "outlines": "Apprenticeships: single figures",
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word that a cell or a place in a sentence may hold, with its meaning."""

    text: str
    means: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a table: its other names, its meaning, the ILR field or output behind it, what a cell takes.

    ``words`` are the words and codes that are known beforehand; where ``label`` is set they are the rows of the table.
    """

    name: str
    help: str
    aliases: tuple[str, ...] = ()
    field: str = ""
    required: bool = False
    everyday: bool = True
    takes: str = ""
    words: tuple[Word, ...] = ()
    label: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The heading and its other names."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, eq=False)
class Table:
    """The headings of a step's table. ``months`` says how further headings name months, blank where none may."""

    headings: tuple[Heading, ...]
    months: str = ""

    @cached_property
    def by_name(self) -> Mapping[str, Heading]:
        """Headings by each of their names, in the form in which names are compared."""
        return {plain(name): heading for heading in self.headings for name in heading.names}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a sentence that stands in braces: its name, what may be written there, known words, a sample."""

    name: str
    takes: str
    words: tuple[Word, ...] = ()
    sample: str = ""


@dataclass(frozen=True, eq=False)
class StepWords:
    """One step: its sentences (the first is the usual one), its subject, what it does, its table."""

    sentences: tuple[str, ...]
    subject: str
    title: str
    help: str
    places: tuple[Place, ...]
    table: Table | None
    table_optional: bool = False

    @property
    def sentence(self) -> str:
        """The usual sentence."""
        return self.sentences[0]


_ONE_AT_A_TIME = Lock()


def vocabulary() -> tuple[StepWords, ...]:
    """Return every step, those of a subject together, in the order in which features use them.

    They are the same objects in every thread: a step is known by its identity, and a cache alone makes two lists when
    two threads are the first to ask.
    """
    with _ONE_AT_A_TIME:
        return _vocabulary()


@cache
def _vocabulary() -> tuple[StepWords, ...]:
    from steps.registry import DEFINITIONS
    from steps.vocabulary import MODULES

    order = {module.__name__: at for at, module in enumerate(MODULES)}
    together: dict[tuple[Any, int, frozenset[str]], list[Any]] = {}
    for definition in DEFINITIONS:
        # Sentences of one function that leave other things open say other things.
        places = frozenset(re.findall(r"\{\w+:\w+\}", definition.pattern))
        together.setdefault((definition.function, id(definition.table), places), []).append(definition)
    tables: dict[int, Table] = {}
    found: list[tuple[int, int, StepWords]] = []
    for at, definitions in enumerate(together.values()):
        first = definitions[-1]  # decorators register from the bottom up
        if first.table is not None and id(first.table) not in tables:
            tables[id(first.table)] = _table(first.table)
        step = StepWords(
            tuple(one.sentence for one in reversed(definitions)),
            first.subject,
            title(first.subject),
            first.help,
            tuple(_places(first.pattern)),
            tables.get(id(first.table)),
            first.table_optional,
        )
        found.append((order.get(first.function.__module__, len(order)), at, step))
    return tuple(step for _, _, step in sorted(found, key=lambda one: one[:2]))


def title(subject: str) -> str:
    """Return the subject of steps in words."""
    return _SUBJECTS.get(subject, subject.replace("_", " ").capitalize())


def step_of(sentence: str) -> StepWords | None:
    """Return the step that a sentence as it stands in a feature fits, None where none does."""
    from steps.registry import match

    assert vocabulary(), "the steps are registered by importing them"
    found = match(sentence)
    return _by_sentence().get(found.definition.sentence) if found else None


@cache
def _by_sentence() -> dict[str, StepWords]:
    return {sentence: step for step in vocabulary() for sentence in step.sentences}


def _places(pattern: str) -> Iterable[Place]:
    from steps.registry import READERS

    for name, reader in re.findall(r"\{(\w+):(\w+)\}", pattern):
        yield Place(name, taken(READERS[reader]), _words(READERS[reader]), _SAMPLES.get(reader, name))


_SAMPLES = {
    "money": "100.00",
    "number": "1.5",
    "whole_number": "10000001",
    "date": "01/09/2021",
    "short_date": "01/09/2017",
    "month": "Sep 2021",
    "calendar_month": "09/17",
    "collection_month": "R01",
    "funding_year": "2021/22",
    "academic_year": "1718",
    "return": "R01",
    "return_of_year": "R10 of 2023/24",
    "provider": "provider a",
    "employer": "1",
    "amount_or_none": "100",
    "decoration": "01/09/2017",
    "earning": "on-programme",
    "learner_type": "programme only DAS",
    "programme": "SWAP",
}


def taken(reader: Reader) -> str:
    """Return what a reader takes, such as ``a date: 17/12/2021 or 17 Dec 2021``; blank where any text will do."""
    known = known_words(reader)
    if known:
        return "one of the words" if len(known) > 4 else f"one of: {', '.join(known)}"
    if reader is text:
        return ""
    said = (getattr(reader, "__doc__", "") or "").partition("\n")[0].replace("``", "")
    return said.removeprefix("Read ").rstrip(".") if said.startswith("Read ") else ""


def _words(reader: Reader, field: str = "") -> tuple[Word, ...]:
    words = dict(known_words(reader))
    codes = _codes().get(field, {})
    words.update({code: means for code, means in codes.items() if code not in words})
    return tuple(Word(word, means) for word, means in words.items())


@cache
def _codes() -> dict[str, dict[str, str]]:
    import yaml

    written = Path(__file__).with_name("codes.yaml").read_text(encoding="utf-8")
    loaded: dict[str, dict[str, str]] = yaml.load(
        written, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    )
    return loaded


def _table(table: Any) -> Table:
    from steps.apprenticeships.months import MoneyByMonth
    from steps.apprenticeships.results_table import ResultTable
    from steps.month_tables import MonthTable

    if isinstance(table, MonthTable):
        return Table(tuple(_heading(column) for column in table.labels.columns), MONTHS)
    if isinstance(table, MoneyByMonth):
        names = (table.label, *table.names) if table.label else ()
        return Table(_label(names, table.read_label), DOTTED_MONTHS)
    if isinstance(table, ResultTable):
        return Table(_label(table.headings, table.read_label), DOTTED_MONTHS)
    needed = getattr(table, "needed", ())
    return Table(tuple(_heading(column, column.field in needed) for column in table.columns))


def _heading(column: Any, needed: bool = False) -> Heading:
    return Heading(
        column.heading,
        column.help,
        column.aliases,
        column.field,
        column.required or needed,
        column.everyday,
        taken(column.read),
        _words(column.read, column.field),
    )


def _label(names: tuple[str, ...], reader: Reader) -> tuple[Heading, ...]:
    if not names:
        return ()
    first, *others = names
    words = _words(reader)
    told = (
        "What the row is about, one of the rows of this table."
        if words
        else f"What the row is about: {taken(reader)}."
    )
    return (Heading(first, told, tuple(others), "", True, True, taken(reader), words, label=True),)
