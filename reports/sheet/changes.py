"""What was changed in a workbook, put into the feature: cells, rows that are new, gone or in another order."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import zip_longest

from reports.authoring.figures import amount, as_written
from reports.refusal import Refusal
from reports.sheet.grid import Grid, GridRow, Value
from reports.sheet.layout import Block, Sheet
from reports.sheet.workbook import number_pattern
from steps.feature_text import CellEdit, FeatureText, TextRow, escaped

_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Told:
    """One change for a person: the line of the feature before it, and what changed."""

    line: int
    message: str


def imported(text: FeatureText, sheets: Sequence[Sheet], grid: Grid) -> tuple[FeatureText, list[Told]]:
    """Return the feature with what was changed in its sheets, and each change.

    What was not changed there keeps every byte. Raises Refusal with every sheet and row that cannot be put back.
    """
    problems: list[str] = []
    told: list[Told] = []
    edits: list[CellEdit] = []
    tables: list[tuple[Block, list[str]]] = []
    for sheet in sheets:
        rows = grid.sheets.get(sheet.name)
        if rows is None:
            problems.append(f"{grid.file}: there is no sheet '{sheet.name}' any more; export again")
            continue
        for block, found in _by_table(grid, sheet, rows, problems):
            changes = list(_cell_changes(text, grid, sheet, block, found, problems))
            if [row.line for row in found] == [row.line for row in block.rows]:
                edits += [edit for edit, _ in changes]
                told += [one for _, one in changes]
            else:
                tables.append((block, _rebuilt(text, block, found, [edit for edit, _ in changes])))
                told += [*(one for _, one in changes), *_moves(block, found)]
    for name in grid.sheets.keys() - {sheet.name for sheet in sheets}:
        problems.append(f"{grid.file}: the sheet '{name}' is no scenario of the feature")
    if problems:
        raise Refusal(sorted(problems))
    return _with_tables(text.with_cells(edits), tables, problems, grid), sorted(
        told, key=lambda one: one.line
    )


def _by_table(
    grid: Grid, sheet: Sheet, rows: list[GridRow], problems: list[str]
) -> Iterator[tuple[Block, list[GridRow]]]:
    """Yield each table with the rows that came back for it."""
    of_line = {row.line: block for block in sheet.blocks for row in block.rows}
    found: dict[int, list[GridRow]] = {id(block): [] for block in sheet.blocks}
    current: Block | None = None
    for row in rows:
        place = f"{grid.file}: sheet '{sheet.name}', row {row.number}"
        if row.line is not None:
            current = of_line.get(row.line)
            if current is None:
                problems.append(f"{place}: its hidden line number is none of the feature's; export again")
                continue
            found[id(current)].append(row)
        elif row.blank:
            current = None
        elif current is None:
            problems.append(
                f"{place}: this new row stands below no table; add it right below a row of its table"
            )
        else:
            found[id(current)].append(row)
    for block in sheet.blocks:
        if block.rows and (fault := _fault(block, found[id(block)])):
            problems.append(f"{grid.file}: sheet '{sheet.name}', '{block.sentence}': {fault}")
        elif block.rows:
            yield block, found[id(block)]


def _fault(block: Block, rows: list[GridRow]) -> str:
    lines = [row.line for row in rows if row.line is not None]
    twice = next((line for line in lines if lines.count(line) > 1), None)
    if twice is not None:
        return f"the row of line {twice} stands there twice; clear the hidden column A of the copy"
    if not rows or rows[0].line != block.rows[0].line:
        return "its row of headings must stay the first"
    if len(rows) == 1 and len(block.rows) > 1:
        return "all its rows are gone; take the step away in the feature itself"
    return ""


def _cell_changes(
    text: FeatureText, grid: Grid, sheet: Sheet, block: Block, rows: list[GridRow], problems: list[str]
) -> Iterator[tuple[CellEdit, Told]]:
    width = len(block.rows[0].cells)
    headings = block.rows[0].values
    for row in rows:
        place = f"{grid.file}: sheet '{sheet.name}', row {row.number}"
        if any(cell != "" for cell in row.cells[width:]):
            problems.append(
                f"{place}: the table has {width} columns, and something stands to the right of it"
            )
        if row.line is None:
            continue
        for at, (old, new) in enumerate(
            zip_longest(text.rows[row.line].values, row.cells[:width], fillvalue="")
        ):
            assert isinstance(old, str)
            if same(old, new):
                continue
            if row.line == block.rows[0].line:
                problems.append(
                    f"{place}: the heading '{old}' was changed; headings are changed in the feature"
                )
                continue
            written = as_text(new, old)
            yield (
                CellEdit(row.line, at, written),
                Told(row.line, f"{headings[at]}: '{old}' is now '{written}'"),
            )


def same(old: str, new: Value) -> bool:
    """Say whether a cell still says what it said, however a spreadsheet shows figures, codes and dates."""
    if isinstance(new, Decimal):
        figure = amount(old)
        return figure is not None and (figure / 100 if old.endswith("%") else figure) == new
    if isinstance(new, bool):
        return old.casefold() == str(new).casefold()
    if isinstance(new, date):
        return _day(old) == new
    if old == new:
        return True
    if number_pattern(old) or (old.isdecimal() and new.isdecimal()):
        # A spreadsheet shows 40.00 as 40, and 042 as 42.
        return amount(new) is not None and amount(new) == amount(old)
    return _day(old) is not None and _day(old) == _day(new)


def _day(told: str) -> date | None:
    found = _DAY.fullmatch(told.strip())
    if found is None:
        return None
    try:
        if found[1]:
            return date(int(found[3]), int(found[2]), int(found[1]))
        return date(int(found[4]), int(found[5]), int(found[6]))
    except ValueError:
        return None


def as_text(value: Value, old: str = "") -> str:
    """Return a value as a feature has it, a figure as its author wrote the old one."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        figure = value * 100 if old.endswith("%") else value
        told = f"{figure:f}"
        places = len(old.partition(".")[2].removesuffix("%")) if amount(old) is not None else 0
        if -int(figure.as_tuple().exponent) < places:
            told = f"{figure:.{places}f}"
        return as_written(old, told)
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    return " ".join(value.split())


# --- rows that are new, gone or in another order ----------------------------------------------------------


def _rebuilt(text: FeatureText, block: Block, rows: list[GridRow], edits: list[CellEdit]) -> list[str]:
    """Return the lines of a table in the order in which its rows came back."""
    edited = text.with_cells(edits)
    pattern = block.rows[-1]
    lines = []
    for row in rows:
        lines.append(edited.lines[row.line - 1] if row.line is not None else _new_line(text, pattern, row))
    return [line if line.endswith("\n") else line + text.newline for line in lines]


def _new_line(text: FeatureText, pattern: TextRow, row: GridRow) -> str:
    line = text.lines[pattern.line - 1]
    values = [*row.cells, *[""] * len(pattern.cells)][: len(pattern.cells)]
    single = replace(text, lines=(line,))
    written = [as_text(value, old) for value, old in zip(values, pattern.values, strict=True)]
    # The last row of the table shows how wide its cells are; other words take the place of its own.
    return single.with_cells(CellEdit(1, at, value) for at, value in enumerate(written)).lines[0]


def _moves(block: Block, rows: list[GridRow]) -> Iterator[Told]:
    kept = {row.line for row in rows}
    for row in block.rows:
        if row.line not in kept:
            yield Told(row.line, f"row removed: {_row_told(row.values)}")
    before = block.rows[0].line
    for found in rows:
        if found.line is None:
            yield Told(before, f"row added: {_row_told([as_text(cell) for cell in found.cells])}")
        else:
            before = found.line
    left = [row.line for row in block.rows if row.line in kept]
    if left != [row.line for row in rows if row.line is not None]:
        yield Told(block.rows[0].line, "rows in another order")


def _row_told(values: Sequence[str]) -> str:
    return f"| {' | '.join(map(escaped, values)).rstrip(' |')} |"


def _with_tables(
    text: FeatureText, tables: list[tuple[Block, list[str]]], problems: list[str], grid: Grid
) -> FeatureText:
    lines = list(text.lines)
    for block, new in sorted(tables, key=lambda one: one[0].rows[0].line, reverse=True):
        first, last = block.rows[0].line, block.rows[-1].line
        if last - first + 1 != len(block.rows):
            told = "comments or blank lines stand between its rows; add, remove or move rows in the feature itself"
            problems.append(f"{grid.file}: '{block.sentence}': {told}")
            continue
        lines[first - 1 : last] = new
    if problems:
        raise Refusal(problems)
    return replace(text, lines=tuple(lines))
