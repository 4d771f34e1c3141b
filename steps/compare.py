"""Expected against computed, cell by cell."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from engine.because import Because
from steps.cells import NONE
from steps.results import CellResult
from steps.tables import Record

_UNITS = {places: Decimal(1).scaleb(-places) for places in range(2, 6)}


def money_cell(
    *,
    line: int,
    row: str,
    column: str,
    written: str,
    expected: Decimal,
    actual: Decimal,
    because: Iterable[Because] = (),
) -> CellResult:
    """Compare a sum of money to as many decimal places as its author wrote, two at least."""
    places = max(2, -int(expected.as_tuple().exponent))
    shown = _rounded(actual, places)
    return CellResult(line, row, column, written, f"{shown:f}", shown == expected, tuple(because))


def value_cell(
    *, line: int, row: str, column: str, expected: str, actual: str, because: Iterable[Because] = ()
) -> CellResult:
    """Compare a text, a code or a date by what people read."""
    same = expected.strip().casefold() == actual.strip().casefold()
    return CellResult(line, row, column, expected, actual, same, tuple(because))


def text_cells(
    row: Record, label: str, names: Iterable[str], actual: object, because: Iterable[Because] = ()
) -> list[CellResult]:
    """Compare the fields of a row that the table shows with the attributes of what came out; ``-`` stands for none."""
    because = tuple(because)
    return [
        value_cell(
            line=row.place(name)[0],
            row=label,
            column=row.heading(name),
            expected=str(row[name] or NONE),
            actual=str(getattr(actual, name) or NONE),
            because=because,
        )
        for name in names
        if name in row
    ]


def _rounded(amount: Decimal, places: int) -> Decimal:
    return amount.quantize(_UNITS.get(places) or Decimal(1).scaleb(-places), ROUND_HALF_UP)
