"""A compared table as people read it: the author's headings and rows, and in each wrong cell both figures.

One model (``CellTable``) for every rendering: HTML and Markdown here, text in ``reports.tabletext``.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from steps.feature_text import are_figures
from steps.results import NOTHING, CellResult, StepResult, Why

State = Literal["plain", "label", "ok", "wrong", "aside", "elided"]


@dataclass(slots=True)
class Cell:
    """One cell: ``text`` as its author wrote it and, where it was compared, what was computed and why.

    A cell set ``aside`` is shown with what was computed, and not compared; an ``elided`` one is left out by its
    author and only computed.
    """

    text: str
    state: State = "plain"
    actual: str = ""
    why: list[Why] = field(default_factory=list)


@dataclass(slots=True)
class CellRow:
    """One row of cells and the line of the file at which it stands."""

    line: int
    cells: list[Cell]


@dataclass(slots=True)
class CellTable:
    """A table with its headings (none when its first row is itself compared) and its rows.

    ``numeric`` says of each column whether it holds only numbers; ``title`` is blank for the author's own. ``behind``
    holds, of columns whose months the author left out with ``...``, the column of the dots.
    """

    headings: list[str]
    rows: list[CellRow]
    numeric: list[bool] = field(default_factory=list)
    title: str = ""
    behind: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.numeric:
            width = max([len(self.headings), *(len(row.cells) for row in self.rows)])
            self.numeric = [are_figures(self._column(column)) for column in range(width)]

    def _column(self, column: int) -> Iterable[str]:
        for row in self.rows:
            if column < len(row.cells):
                cell = row.cells[column]
                yield cell.text
                if cell.state == "wrong":
                    yield cell.actual

    @property
    def compared(self) -> int:
        """How many cells were compared."""
        return sum(cell.state in ("ok", "wrong") for row in self.rows for cell in row.cells)

    @property
    def wrong(self) -> int:
        """How many cells differ."""
        return sum(cell.state == "wrong" for row in self.rows for cell in row.cells)

    @property
    def aside(self) -> int:
        """How many cells are shown and not compared."""
        return sum(cell.state == "aside" for row in self.rows for cell in row.cells)

    def wrong_rows(self) -> "CellTable":
        """Return the table with only the rows in which a cell differs."""
        rows = [row for row in self.rows if any(cell.state == "wrong" for cell in row.cells)]
        return CellTable(self.headings, rows, self.numeric, self.title)

    def wrong_columns(self) -> list[int]:
        """Return the columns in which a cell differs."""
        return sorted({at for row in self.rows for at, cell in enumerate(row.cells) if cell.state == "wrong"})

    def label_columns(self) -> list[int]:
        """Return the columns before the first compared one: they say what a row is about."""
        compared = [
            at
            for row in self.rows
            for at, cell in enumerate(row.cells)
            if cell.state in ("ok", "wrong", "aside")
        ]
        return list(range(min(compared, default=1))) or [0]

    def columns(self, chosen: Sequence[int]) -> "CellTable":
        """Return the table with the chosen columns only."""
        return CellTable(
            [self.headings[at] for at in chosen] if self.headings else [],
            [CellRow(row.line, [row.cells[at] for at in chosen if at < len(row.cells)]) for row in self.rows],
            [self.numeric[at] for at in chosen],
            self.title,
        )


def cell_tables(step: StepResult) -> list[CellTable]:
    """Return the tables of a step: its author's, then one of the cells compared outside it.

    Such cells are the months behind ``...`` and what a sentence without a table expects.
    """
    tables = []
    beyond = step.cells
    if step.table:
        first = step.table[0]
        headed = len(step.table) > 1 and all(cell.line != first.line for cell in step.cells)
        body = step.table[1:] if headed else step.table
        rows = {row.line: CellRow(row.line, [Cell(text) for text in row.cells]) for row in body}
        places = _places(first.cells) if headed else {}
        beyond = [cell for cell in step.cells if not _placed(cell, rows.get(cell.line), places, headed)]
        table = CellTable(list(first.cells) if headed else [], list(rows.values()))
        if len(beyond) < len(step.cells):
            for row in table.rows:
                for at in table.label_columns():
                    if at < len(row.cells) and row.cells[at].state == "plain":
                        row.cells[at].state = "label"
        tables.append(table)
    if beyond:
        tables.append(_beyond(beyond, "Also compared" if step.table else "Compared"))
    return tables


def _places(headings: Iterable[str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for at, heading in enumerate(headings):
        places.setdefault(_key(heading), []).append(at)
    return places


def _key(heading: str) -> str:
    return " ".join(heading.casefold().split())


def _placed(result: CellResult, row: CellRow | None, places: dict[str, list[int]], headed: bool) -> bool:
    """Put a result into its cell of the row; False when the row has none for it."""
    if row is None:
        return False
    if headed:
        candidates = places.get(_key(result.column), [])
    else:
        candidates = [at for at, cell in enumerate(row.cells) if cell.text.strip() == result.expected.strip()]
    for at in candidates:
        if at < len(row.cells) and row.cells[at].state == "plain":
            row.cells[at] = _cell(row.cells[at].text, result)
            return True
    return False


def _cell(text: str, result: CellResult) -> Cell:
    state: State = "aside" if not result.asserted else "ok" if result.ok else "wrong"
    return Cell(text, state, result.actual, result.why)


def _beyond(results: list[CellResult], title: str) -> CellTable:
    columns = list(dict.fromkeys(result.column for result in results))
    rows: dict[tuple[int, str], dict[str, CellResult]] = {}
    for result in results:
        key, copy = (result.line, result.row), 0
        while result.column in rows.setdefault(key, {}):
            copy += 1
            key = (result.line, f"{result.row} ({copy + 1})")
        rows[key][result.column] = result
    told = []
    for (line, label), found in rows.items():
        cells = [Cell(label, "label")]
        for column in columns:
            result_here = found.get(column)
            cells.append(_cell(result_here.expected, result_here) if result_here else Cell(""))
        told.append(CellRow(line, cells))
    headings = ["Row", *columns] if any(columns) else ["What", "Value"]
    return CellTable([heading or "Value" for heading in headings], told, title=title)


# --- for a page ------------------------------------------------------------------------------------------


def as_html(table: CellTable, *, caption: str = "", why: Callable[[Cell], str] | None = None) -> str:
    """Return the table as HTML: numbers of class n, cells of class ok, no or aside, labels as headings.

    Columns behind dots are hidden and bear the dots' column as ``data-d``. ``why`` gives the attribute that leads from
    a cell to its reasons, blank for one without.
    """
    parts = ["<table>"]
    if caption:
        parts.append(f"<caption>{escape(caption)}</caption>")
    if table.headings:
        parts.append("<thead><tr>")
        for heading, numeric, hidden in zip(table.headings, table.numeric, _hidden(table), strict=False):
            parts.append(f"<th scope=col{' class=n' if numeric else ''}{hidden}>{escape(heading)}</th>")
        parts.append("</tr></thead>")
    parts.append("<tbody>")
    for row in table.rows:
        parts.append("<tr>")
        for cell, numeric, hidden in zip(row.cells, table.numeric, _hidden(table), strict=False):
            parts.append(_html_cell(cell, numeric, hidden + why(cell) if why and cell.why else hidden))
        parts.append("</tr>")
    parts.append("</tbody></table>")
    return "".join(parts)


def _hidden(table: CellTable) -> list[str]:
    behind = table.behind
    return [f" hidden data-d={behind[at]}" if at in behind else "" for at in range(len(table.numeric))]


def _html_cell(cell: Cell, numeric: bool, more: str = "") -> str:
    text = escape(cell.text)
    if cell.state == "elided":
        return f'<td class="{"n elided" if numeric else "elided"}"{more}>{escape(cell.actual)}</td>'
    if cell.state == "plain":
        return f"<td class=n{more}>{text}</td>" if numeric else f"<td{more}>{text}</td>"
    if cell.state == "label":
        return f"<th scope=row{' class=n' if numeric else ''}{more}>{text}</th>"
    if cell.state == "ok":
        return f'<td class="{"n ok" if numeric else "ok"}"{more}>{text}</td>'
    if cell.state == "aside":
        computed = f" <small>computed {escape(cell.actual) or NOTHING}</small>" if _differs(cell) else ""
        return f'<td class="{"n aside" if numeric else "aside"}"{more}>{text}{computed}</td>'
    return (
        f'<td class="{"n no" if numeric else "no"}"{more}><div><span><b>Expected</b> {text or NOTHING}</span>'
        f"<span><b>Got</b> {escape(cell.actual) or NOTHING}</span></div></td>"
    )


# --- as Markdown -----------------------------------------------------------------------------------------


def as_markdown(table: CellTable) -> str:
    """Return the table as Markdown, for a merge request or a mail."""
    headings = table.headings or [""] * len(table.numeric)
    lines = [_markdown_row(_markdown_text(heading) for heading in headings)]
    lines.append(_markdown_row("---:" if numeric else "---" for numeric in table.numeric))
    lines.extend(_markdown_row(_markdown_cell(cell) for cell in row.cells) for row in table.rows)
    return "\n".join(lines) + "\n"


def _differs(cell: Cell) -> bool:
    return cell.text.strip() != cell.actual.strip()


def aside_text(cell: Cell) -> str:
    """Return a cell that is not compared, with what was computed where that differs."""
    return f"{cell.text} (computed {cell.actual or NOTHING})" if _differs(cell) else cell.text


def _markdown_cell(cell: Cell) -> str:
    text = _markdown_text(cell.text)
    if cell.state == "aside":
        return f"*{_markdown_text(aside_text(cell))}*" if cell.text else ""
    if cell.state != "wrong":
        return text
    return f"**expected {text or NOTHING}, got {_markdown_text(cell.actual) or NOTHING}**"


def _markdown_row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _markdown_text(text: str) -> str:
    return re.sub(r"([\\|*_`<>\[\]])", r"\\\1", " ".join(text.split()))
