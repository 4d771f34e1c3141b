"""A step for reference tables that have no words of their own: rows as they stand in the table's file."""

from collections.abc import Sequence
from typing import Any

from engine.reference import SHAPES
from steps import cells
from steps.problems import CellError, StepError, listed, nearest
from steps.reference_data import add_rows
from steps.registry import step
from steps.tables import Column, Record, RecordTable
from steps.world import World

ROWS = RecordTable(
    tuple(
        Column(heading, heading, help=f"Heading of {listed(sorted(names))}.", everyday=False)
        for heading, names in {
            column.heading: {one.name for one in SHAPES.values() if column.heading in one.headings}
            for shape in SHAPES.values()
            for column in shape.columns
        }.items()
    ),
    what="heading",
)


@step("these rows of the reference table {name:text}:", table=ROWS)
def reference_rows(world: World, name: str, rows: Sequence[Record]) -> None:
    """Adds rows to any reference table, such as organisation_funding; a provider is the scenario's unless said."""
    shape = SHAPES.get(name)
    if shape is None:
        raise StepError(
            f"there is no reference table '{name}'{nearest(name, SHAPES)} (known: {listed(SHAPES)})"
        )
    add_rows(world, name, [_row(world, name, row) for row in rows])


def _row(world: World, name: str, row: Record) -> dict[str, Any]:
    shape = SHAPES[name]
    for heading in row.values:
        if heading not in shape.headings:
            raise StepError(f"the table {name} has no '{row.heading(heading)}'", *row.place(heading))
    made: dict[str, Any] = {}
    for column in shape.columns:
        value = row.get(column.heading)
        if value is None and column.needed and column.heading == "UKPRN":
            value = str(world.ukprn)
        if value is None and column.needed:
            raise StepError(f"a row of {name} needs {column.heading}", row.line)
        if value is not None and column.kind == "date":
            try:
                value = cells.day(value)
            except CellError as error:
                raise StepError(str(error), *row.place(column.heading)) from None
        made[column.heading] = value
    return made
