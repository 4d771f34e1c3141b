"""What stands at a place of a feature that is being typed: found line by line, as half a feature is no feature yet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reports.authoring.examples import MAIN_KEYWORDS, STEP
from reports.authoring.words import Heading, StepWords, step_of
from steps.feature_text import FeatureText
from steps.tables import plain

_BEGUN = re.compile(r"(?P<lead>\s*(?:Given|When|Then|And|But|\*)(?P<blank>\s+))(?P<said>.*)")
_EXAMPLES = re.compile(r"\s*(?:Examples|Scenarios)\s*:")
_SCENARIO = re.compile(r"\s*(?:Background|Scenario|Scenario Outline|Scenario Template|Example)\s*:")
_BREAK = re.compile(r"(?<!\\)\|")
_YEAR = re.compile(r"funding year is (\d{4})/\d\d", re.IGNORECASE)
_UPRIGHT = {("item", "value"), ("ilr name", "ilr code"), ("ilr item", "ilr code"), ("field", "value")}


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell: what it says, and the part of its line without the blanks around it, counted from 0."""

    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Place:
    """A line of a text and a place in it; ``line`` counts from 1, ``at`` from 0, in characters."""

    text: FeatureText
    line: int
    at: int

    @cached_property
    def words(self) -> str:
        """The line without its end."""
        return self._line(self.line)

    def _line(self, number: int) -> str:
        return self.text.lines[number - 1].rstrip("\r\n") if 0 < number <= len(self.text.lines) else ""

    @cached_property
    def quoted(self) -> bool:
        """Whether the line stands in a text in quotation marks, where nothing is a step."""
        open_ = ""
        for line in self.text.lines[: self.line - 1]:
            mark = line.strip()[:3]
            if mark in ('"""', "```") and open_ in ("", mark):
                open_ = "" if open_ else mark
        return bool(open_)

    @cached_property
    def is_row(self) -> bool:
        """Whether the line is a row of a table."""
        return not self.quoted and self.words.lstrip().startswith("|")

    @cached_property
    def is_tags(self) -> bool:
        """Whether the line is one of tags."""
        return not self.quoted and self.words.lstrip().startswith("@")

    @cached_property
    def begun(self) -> tuple[int, str] | None:
        """Where the sentence of a step begins, and what is said of it; None where the line is no step."""
        found = None if self.quoted else _BEGUN.match(self.words)
        return (len(found["lead"]), found["said"]) if found else None

    @cached_property
    def keyword(self) -> str:
        """Given, When or Then: the keyword of the line, or the one above that And or But stands for."""
        for number in range(self.line, 0, -1):
            first = self._line(number).strip().partition(" ")[0]
            if first in MAIN_KEYWORDS:
                return first
        return MAIN_KEYWORDS[0]

    @cached_property
    def step(self) -> StepWords | None:
        """The step of the line, where it is one that is known."""
        found = None if self.quoted else STEP.match(self.words)
        return step_of(found["sentence"]) if found else None

    @cached_property
    def cells(self) -> list[CellPlace]:
        """The cells of a row, the last one also where no | closes it yet."""
        return cells(self.words)

    @cached_property
    def cell_index(self) -> int:
        """The cell that the place is in, -1 before the first |."""
        return len(_BREAK.findall(self.words[: self.at])) - 1

    @cached_property
    def cell(self) -> CellPlace | None:
        """The cell that the place is in; behind the last | it is one that is about to be written."""
        if self.cell_index == len(self.cells):
            return CellPlace("", self.at, self.at)
        return self.cells[self.cell_index] if 0 <= self.cell_index < len(self.cells) else None

    @cached_property
    def _above(self) -> tuple[int, int]:
        """The first row of the table that the line is in, and the line that the table stands below; 0 for none."""
        first = self.line
        for number in range(self.line - 1, 0, -1):
            told = self._line(number).strip()
            if told.startswith("|"):
                first = number
            elif told and not told.startswith("#"):
                return first, number
        return first, 0

    @cached_property
    def heading_line(self) -> int:
        """The line of the table's headings."""
        return self._above[0]

    @cached_property
    def headings(self) -> list[str]:
        """The headings of the table."""
        return [cell.text for cell in cells(self._line(self.heading_line))]

    @cached_property
    def upright(self) -> bool:
        """Whether the table is written upright: items on the left, values on the right."""
        return tuple(map(plain, self.headings)) in _UPRIGHT

    @cached_property
    def is_heading(self) -> bool:
        """Whether the cell names a heading: it is in the first row, or on the left of an upright table."""
        if self.upright and self.line != self.heading_line:
            return self.cell_index == 0
        return self.line == self.heading_line

    @cached_property
    def owner(self) -> StepWords | None:
        """The step that the table belongs to."""
        found = STEP.match(self._line(self._above[1]))
        return step_of(found["sentence"]) if found else None

    @cached_property
    def of_examples(self) -> bool:
        """Whether the table is one of examples of an outline."""
        return bool(_EXAMPLES.match(self._line(self._above[1])))

    @cached_property
    def placeholders(self) -> list[str]:
        """The names in angle brackets of the outline that the line belongs to."""
        found: list[str] = []
        for number in range(self.line, 0, -1):
            line = self._line(number)
            found = [*re.findall(r"<([^<>|]+)>", line), *found]
            if _SCENARIO.match(line):
                return list(dict.fromkeys(found))
        return []

    @cached_property
    def heading(self) -> Heading | None:
        """The heading of the cell's column, or the one that the cell names."""
        table = self.owner.table if self.owner else None
        if table is None or self.cell is None:
            return None
        if self.is_heading:
            named = self.cell.text
        elif self.upright:
            named = self.cells[0].text if self.cells else ""
        else:
            named = self.headings[self.cell_index] if self.cell_index < len(self.headings) else ""
        return table.by_name.get(plain(named))

    @cached_property
    def said(self) -> set[str]:
        """The headings that the table has already, in the form in which names are compared, but the cell's own."""
        if self.upright:
            rows: Iterator[str] = (self._line(number) for number in self._rows() if number != self.line)
            return {plain(cell[0].text) for row in rows if (cell := cells(row))}
        return {plain(cell.text) for at, cell in enumerate(self.cells) if at != self.cell_index}

    def _rows(self) -> Iterator[int]:
        for number in range(self.heading_line, len(self.text.lines) + 1):
            told = self._line(number).strip()
            if told.startswith("|"):
                yield number
            elif told and not told.startswith("#"):
                return

    @cached_property
    def start_year(self) -> int:
        """The calendar year in which the funding year begins that was said last above; 0 where none was."""
        for number in range(self.line, 0, -1):
            if found := _YEAR.search(self._line(number)):
                return int(found[1])
        return 0

    @cached_property
    def tag(self) -> CellPlace | None:
        """The tag that the place is in, with its @."""
        for found in re.finditer(r"@[^\s@]*", self.words):
            if found.start() <= self.at <= found.end():
                return CellPlace(found[0], found.start(), found.end())
        return None


def cells(line: str) -> list[CellPlace]:
    """Return the cells of a row, the last one also where no | closes it and something is written there."""
    bars = [found.start() for found in _BREAK.finditer(line)]
    if not bars:
        return []
    ends = [*bars[1:], len(line)]
    found = []
    for bar, end in zip(bars, ends, strict=True):
        part = line[bar + 1 : end]
        if end == len(line) and bar == bars[-1] and not part.strip() and len(bars) > 1:
            break
        blank = len(part) - len(part.lstrip())
        told = part.strip()
        start = bar + 1 + (blank if told else min(1, len(part)))
        found.append(CellPlace(told.replace("\\|", "|").replace("\\\\", "\\"), start, start + len(told)))
    return found
