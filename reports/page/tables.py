"""The tables of a step as the page shows them: with the computed months behind their author's ``...``."""

from reports.celltable import Cell, CellRow, CellTable, cell_tables
from steps.results import StepResult


def step_tables(step: StepResult) -> list[CellTable]:
    """Return the tables of a step, its author's with a column for each computed month that it leaves out."""
    tables = cell_tables(step)
    if tables and step.table and step.elided and tables[0].headings:
        tables[0] = _with_elided(tables[0], step)
    return tables


def _with_elided(table: CellTable, step: StepResult) -> CellTable:
    at_column = {row.line: {column: at for at, column in enumerate(row.columns)} for row in step.table}
    found: dict[int, dict[str, dict[int, Cell]]] = {}
    for one in step.elided:
        dots = at_column.get(one.result.line, {}).get(one.column)
        if dots is not None:
            cell = Cell("", "elided", one.result.actual, one.result.why)
            found.setdefault(dots, {}).setdefault(one.result.column, {})[one.result.line] = cell
    headings: list[str] = []
    numeric: list[bool] = []
    behind: dict[int, int] = {}
    rows = [CellRow(row.line, []) for row in table.rows]
    for at, heading in enumerate(table.headings):
        dots_at = len(headings)
        headings.append(heading)
        numeric.append(table.numeric[at])
        for new, row in zip(rows, table.rows, strict=True):
            new.cells.append(row.cells[at] if at < len(row.cells) else Cell(""))
        for month, by_line in found.get(at, {}).items():
            behind[len(headings)] = dots_at
            headings.append(month)
            numeric.append(table.numeric[at - 1])
            for new in rows:
                new.cells.append(by_line.get(new.line, Cell("", "elided")))
    return CellTable(headings, rows, numeric, table.title, behind)
