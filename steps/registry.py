"""One registry of steps for every way of running them: pytest-bdd, the quick runner, documentation.

A step is registered once::

    @step("the funding year is {year:funding_year}")
    def funding_year(world: World, year: FundingYear) -> None: ...

The words in braces are read by the named reader of ``steps.cells``; a table by the ``table`` given. Case,
repeated blanks and a colon at the end do not matter.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

import parse

from engine.calendar import FundingYear
from steps import cells
from steps.cells import Reader
from steps.features import Row, Step
from steps.problems import CellError
from steps.tables import Problems

StepFunction: TypeAlias = Callable[..., None]


class TableReader(Protocol):
    """What reads a step's table: a RecordTable or a MonthTable."""

    def read(self, rows: Sequence[Row], year: FundingYear | None, problems: Problems) -> Any:
        """Return what the table says; note problems."""


READERS: dict[str, Reader] = {
    "text": cells.text,
    "money": cells.money,
    "number": cells.number,
    "whole_number": cells.whole_number,
    "date": cells.day,
    "month": cells.month,
    "funding_year": cells.funding_year,
    "return": cells.return_number,
    "return_of_year": cells.return_of_year,
    "codes": cells.codes,
}


def reader(name: str) -> Callable[[Reader], Reader]:
    """Register a further reader under a name for the braces of step patterns."""

    def register(function: Reader) -> Reader:
        READERS[name] = function
        return function

    return register


@dataclass(frozen=True, slots=True)
class _Written:
    """A part of a step's sentence as it was written, with the reader that it awaits."""

    reader: str
    text: str


@dataclass(slots=True)
class StepDefinition:
    """A sentence the product understands: its pattern, what it does, its table."""

    pattern: str
    function: StepFunction
    table: TableReader | None
    table_optional: bool
    subject: str
    help: str
    setting: bool = False
    compares: bool = True
    compiled: Any = field(default=None, repr=False)

    @property
    def sentence(self) -> str:
        """The pattern as people read it, such as ``the funding year is {year}``."""
        return re.sub(r"\{(\w+):\w+\}", r"{\1}", self.pattern)


DEFINITIONS: list[StepDefinition] = []


def step(
    pattern: str,
    *,
    table: TableReader | None = None,
    table_optional: bool = False,
    setting: bool = False,
    compares: bool = True,
) -> Callable[[StepFunction], StepFunction]:
    """Register a step. Several patterns may be stacked on one function.

    ``setting`` marks steps whose values later cells need to be read (the funding year). ``compares`` is False for
    steps that have the rules run and compare nothing with what they give.
    """

    def register(function: StepFunction) -> StepFunction:
        kinds = {name: _kind(name) for name in re.findall(r"\{\w+:(\w+)\}", pattern)}
        DEFINITIONS.append(
            StepDefinition(
                pattern=pattern,
                function=function,
                table=table,
                table_optional=table_optional,
                subject=function.__module__.rpartition(".")[2],
                help=(function.__doc__ or "").strip(),
                setting=setting,
                compares=compares,
                compiled=parse.compile(_plain(pattern), kinds, case_sensitive=False),
            )
        )
        match.cache_clear()
        return function

    return register


def _kind(name: str) -> Any:
    if name not in READERS:
        raise LookupError(f"no reader is called '{name}'")

    def written(value: str) -> _Written:
        return _Written(name, value)

    written.pattern = r".+?"  # type: ignore[attr-defined]
    return written


def _plain(sentence: str) -> str:
    # A comment behind the colon is part of the line for the parser, and of no meaning to anybody.
    sentence = re.sub(r":\s*#.*$", ":", sentence)
    return " ".join(sentence.split()).removesuffix(":").rstrip()


@dataclass(frozen=True, slots=True)
class Match:
    """A step definition that fits a sentence, and the parts of the sentence that it reads."""

    definition: StepDefinition
    parts: Mapping[str, _Written]

    def arguments(self, step_: Step, year: FundingYear | None, problems: Problems) -> dict[str, Any]:
        """Read the parts of the sentence and its table; what cannot be read is noted in problems."""
        arguments: dict[str, Any] = {}
        for name, part in self.parts.items():
            try:
                arguments[name] = READERS[part.reader](part.text, year)
            except CellError as error:
                problems.add(step_.line, step_.column, str(error))
        definition = self.definition
        if definition.table is None:
            if step_.table:
                problems.add(
                    step_.table[0].line,
                    step_.table[0].columns[0],
                    f"'{definition.sentence}' takes no table, so nothing would read this one",
                )
        elif step_.table:
            arguments["rows"] = definition.table.read(step_.table, year, problems)
            if len(step_.table) == 1 and not getattr(definition.table, "headings_alone", False):
                row = step_.table[0]
                problems.add(row.line, row.columns[0], "the table has headings and no rows")
        elif definition.table_optional:
            arguments["rows"] = []
        else:
            problems.add(step_.line, step_.column, f"'{definition.sentence}' needs a table below it")
        return arguments


@lru_cache(maxsize=20_000)
def match(sentence: str) -> Match | None:
    """Return the step definition that fits a sentence; of several the one with the most fixed words."""
    wanted = _plain(sentence)
    best: Match | None = None
    for definition in DEFINITIONS:
        found = definition.compiled.parse(wanted)
        if found is None:
            continue
        if best is None or _fixed(definition.pattern) > _fixed(best.definition.pattern):
            best = Match(definition, found.named)
    return best


def _fixed(pattern: str) -> int:
    return len(re.sub(r"\{[^}]*\}", "", pattern))


def nearest_steps(sentence: str, count: int = 3) -> Iterator[str]:
    """Return the sentences nearest to one that is not understood."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import token_sort_ratio
    from rapidfuzz.utils import default_process

    sentences = [definition.sentence for definition in DEFINITIONS]
    found = process.extract(
        sentence, sentences, processor=default_process, scorer=token_sort_ratio, limit=count
    )
    return (choice for choice, score, _ in found if score >= 45)
