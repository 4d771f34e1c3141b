"""What a table holds: columns by heading and kind, the same whatever file they are written to."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from engine.calendar import Month
from engine.money import five_places, pence

Kind = Literal["text", "whole", "pounds", "pence", "number", "share", "date", "month"]
"""What the cells of a column are.

``pounds`` are amounts with five decimal places, ``pence`` with two; ``number`` is another number with up to five
places, ``share`` a number up to 1, ``month`` a calendar month. A cell that is None is blank, whatever its kind.
"""


class Column(NamedTuple):
    """A column of a table.

    ``heading`` names it in CSV and Parquet, and on a sheet too unless ``shown`` does; ``width`` is that on a sheet, in
    characters. ``summed`` gives a sheet the total of the column, ``formula`` lets a sheet work its cells out of others
    of the row, which it names by ``{row}``: ``=SUM(B{row}:D{row})``. The cell's own value must be the formula's result.
    """

    heading: str
    kind: Kind = "text"
    width: int = 14
    shown: str = ""
    summed: bool = False
    formula: str = ""


class Table(NamedTuple):
    """A table: its name, which a sheet bears, its columns, and how many of them stay in sight on a sheet."""

    name: str
    columns: tuple[Column, ...]
    frozen: int = 3


def exact(kind: Kind, value: Any) -> Any:
    """Return a cell with the places that its kind has in every file: amounts are rounded here and nowhere else."""
    if value is None or not isinstance(value, Decimal):
        return value
    return pence(value) if kind == "pence" else five_places(value)


def text_of(kind: Kind, value: Any) -> str:
    """Return a cell as CSV holds it: amounts with all their places, dates as 2020-09-30, months as 2020-09."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value if kind == 'number' else exact(kind, value):f}"
    if isinstance(value, Month):
        return f"{value.year:04}-{value.month:02}"
    return value.isoformat() if isinstance(value, date) else str(value)


def day_of(value: date | Month) -> date:
    """Return the date that stands for a cell of the kinds date and month: the first day of a month."""
    return value.first_day if isinstance(value, Month) else value
