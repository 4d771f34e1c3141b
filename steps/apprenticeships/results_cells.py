"""Expected against computed for result tables: sums to the penny, and the months behind ``...``.

Source: apprenticeship rules 8.6 and 9.6.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any, NamedTuple

from engine.because import Because
from engine.calendar import Month
from engine.money import five_places
from steps.apprenticeships.results_table import Gap, ResultCell, ResultRow
from steps.results import CellResult, ElidedCell
from steps.world import World

STRICT = "strict"
"""The tag of scenarios in which a month behind ``...`` that fits neither neighbour is a failure."""

_PENCE = Decimal("0.01")


class Found(NamedTuple):
    """What was computed for a cell: the value, the value as it is shown, and the reasons."""

    value: Decimal | str
    shown: str
    because: tuple[Because, ...] = ()


def found_money(amount: Decimal, because: Iterable[Because] = ()) -> Found:
    """Return a computed sum as it is compared and shown."""
    rounded = five_places(amount).quantize(_PENCE, ROUND_HALF_UP) + Decimal(0)
    return Found(amount, f"{rounded:f}", tuple(because))


def found_text(text: str, because: Iterable[Because] = ()) -> Found:
    """Return computed words as they are compared and shown."""
    return Found(text, text, tuple(because))


def agree(expected: Decimal | str, found: Decimal | str) -> bool:
    """Say whether a written value is the computed one: words whatever their case, sums rounded to the penny.

    Both sums are rounded, so that one written to five places may be cut off or rounded in the last. Which
    way half a penny goes is not laid down, so either agrees.
    """
    if isinstance(expected, str) or isinstance(found, str):
        return str(expected).casefold() == str(found).casefold()
    exact = five_places(found)
    return any(
        expected.quantize(_PENCE, way) == exact.quantize(_PENCE, way)
        for way in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN)
    )


def compare_rows(
    world: World,
    rows: Sequence[ResultRow[Any]],
    work_out: Callable[[Any, Month], Found],
    asserted: Callable[[Any], bool] = lambda meaning: True,
) -> None:
    """Compare every cell of a table and look behind its ``...``; rows that are not asserted are only shown."""
    strict = STRICT in (tag.lower() for tag in world.tags)
    for row in rows:
        compared = asserted(row.meaning)
        for cell in row.cells:
            world.cells.append(_result(row, cell, work_out(row.meaning, cell.month), compared))
        for gap in row.gaps:
            for month in gap.months:
                found = work_out(row.meaning, month)
                shown = CellResult(
                    row.line, row.label, _heading(month), "", found.shown, True, found.because, asserted=False
                )
                world.elided.append(ElidedCell(gap.column, shown))
                if compared:
                    _between(world, row, gap, month, found, strict)


def _result(row: ResultRow[Any], cell: ResultCell[Any], found: Found, asserted: bool) -> CellResult:
    same = agree(cell.value, found.value)
    shown = cell.written if same and not asserted else found.shown
    return CellResult(
        cell.line,
        row.label,
        cell.heading,
        cell.written,
        shown,
        same or not asserted,
        found.because,
        asserted=asserted,
    )


def _between(
    world: World, row: ResultRow[Any], gap: Gap[Any], month: Month, found: Found, strict: bool
) -> None:
    fitting = [cell for cell in (gap.left, gap.right) if agree(cell.value, found.value)]
    heading = _heading(month)
    if strict:
        either = " or ".join(dict.fromkeys(_told(cell.written) for cell in fitting or (gap.left, gap.right)))
        world.cells.append(
            CellResult(row.line, row.label, heading, either, found.shown, bool(fitting), found.because)
        )
    elif not fitting:
        world.warn(
            row.line,
            gap.column,
            f"{row.label}: {heading}, behind '...', is {_told(found.shown)}, neither"
            f" {_told(gap.left.written)} as in {gap.left.heading} nor {_told(gap.right.written)}"
            f" as in {gap.right.heading}",
        )


def _heading(month: Month) -> str:
    return f"{month.month:02}/{month.year % 100:02}"


def _told(text: str) -> str:
    return text.strip() or "blank"
