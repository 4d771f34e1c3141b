"""A scenario while it is put together: its steps with their tables, carried out or written as lines of a feature."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from steps.cells import NONE
from steps.feature_text import escaped
from steps.features import Row, Scenario, Step
from steps.runner import Performance
from steps.world import World

TODAY = "today is "
"""How the step begins that holds the clock."""

_PLACE = Path("captured.feature")


@dataclass(frozen=True, slots=True)
class Part:
    """A step and the rows of its table, each by heading; a blank cell says nothing.

    All rows have the headings of the first, in the order of the table. ``labels`` are the headings whose cells stay
    as long as their row does. ``keyword`` is Given, When or Then.
    """

    sentence: str
    rows: tuple[dict[str, str], ...] = ()
    labels: frozenset[str] = field(default=frozenset())
    keyword: str = "Given"

    @property
    def headings(self) -> list[str]:
        """The headings that have a cell in any row."""
        names = dict.fromkeys(name for row in self.rows for name in row)
        return [name for name in names if any(row.get(name) for row in self.rows)]


class NotCarriedOut(Exception):  # noqa: N818
    """Steps that cannot be read or carried out; the message says which and why."""


def shown(value: Any) -> str:
    """Return a value as a cell holds it: days as 17/12/2021, numbers without needless places, nothing as blank."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value)


def dashed(value: Any) -> str:
    """Return a value as a cell holds it, ``-`` for nothing, where a blank would be filled by a default."""
    return shown(value) or NONE


@contextmanager
def carried_out(parts: Iterable[Part], *, clock_stands: bool = False) -> Iterator[World]:
    """Carry out steps and give what they have made, as long as the clock stands that they hold.

    ``clock_stands`` says that the caller holds it, in place of the step that would. Raises NotCarriedOut at the first
    step that cannot be carried out.
    """
    steps = [step for step in _steps(parts) if not (clock_stands and step.text.startswith(TODAY))]
    performance = Performance(Scenario(_PLACE, "", "", 1, (), steps))
    world = performance.world
    world.clock_stands = clock_stands
    try:
        for step in steps:
            result = performance.perform(step)
            if result.status == "error":
                raise NotCarriedOut(result.message)
        yield world
    finally:
        world.close()


def _steps(parts: Iterable[Part]) -> Iterator[Step]:
    for number, part in enumerate(parts, 1):
        yield Step(part.keyword, part.sentence, number, 1, tuple(_table(part, number)))


def _table(part: Part, line: int) -> Iterator[Row]:
    headings = part.headings
    if headings:
        places = tuple(range(1, len(headings) + 1))
        yield Row(line, tuple(headings), places)
        for row in part.rows:
            yield Row(line, tuple(row.get(name, "") for name in headings), places)


def lines_of(parts: Sequence[Part], before: str = "") -> list[str]:
    """Return steps as the lines of a feature, without indents: And where a keyword would stand twice.

    ``before`` is the keyword of the step that stands before them.
    """
    lines = []
    for part in parts:
        lines.append(f"{'And' if part.keyword == before else part.keyword} {part.sentence}")
        before = part.keyword
        headings = part.headings
        if headings:
            table = [headings, *([row.get(name, "") for name in headings] for row in part.rows)]
            lines += ["| " + " | ".join(escaped(cell) for cell in cells) + " |" for cells in table]
    return lines
