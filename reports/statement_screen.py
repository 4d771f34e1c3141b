"""A statement of earnings and findings on screen: tables that fit the width there is."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from engine.figures import PERIODS
from engine.ledger import Finding, YearFigure
from engine.money import shown
from reports.calculation import Calculation
from reports.months import in_words, month_names
from reports.personal import found_of
from reports.screen import table as screen_table
from reports.shown_value import shown_amount, shown_share
from reports.statement import NOT_CALCULATED, FindingGroup, ShownRow, Statement

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table


_LEAD = 70
"""Columns that the names before the months may take before a long attribute is broken."""


def show(
    console: "Console", calculation: Calculation, statement: Statement, last_period: int, name: str
) -> None:
    """Print heading, earnings, totals and findings. ``name`` is the return asked for, blank for none."""
    names = month_names(calculation.setting.year)
    console.print(_heading(calculation, statement, last_period, name))
    if statement.earnings:
        shares = any(not row.key.is_money for row in statement.earnings)
        unit = "£; the government's share of the price in %" if shares else "£"
        console.print(_title(f"Earnings by learner, aim and month ({unit})"))
        console.print(_earnings(statement.earnings, names, console.width))
        _more(console, statement.hidden_learners, "learner", "learners", "with earnings")
        console.print(_title("Totals of all learners (£)"))
        for table in _totals(statement.totals, names, last_period, console.width):
            console.print(table)
    else:
        console.print("\nNothing is earned.")
    if statement.year_figures:
        console.print(_title("Figures of the year, which no month earns"))
        console.print(_year_figures(statement.year_figures))
        hidden = statement.year_figure_learners - len(
            {row.learn_ref_number for row in statement.year_figures}
        )
        _more(console, hidden, "learner", "learners", "with such figures")
    _notes(console, statement)
    show_findings(console, statement)


def _heading(calculation: Calculation, statement: Statement, last_period: int, name: str) -> "Table":
    from rich.table import Table

    setting = calculation.setting
    months = f"{setting.year.months[0].label} to {setting.year.months[last_period - 1].label}"
    missing = setting.reference.missing
    readings = [
        f"{switch}={reading}"
        for switch, reading in setting.switches.chosen.items()
        if reading != setting.switches.known[switch].default
    ]
    rows = [
        ("Provider", str(setting.ukprn)),
        ("Funding year", setting.year.label),
        ("File", f"{calculation.file.name}, prepared {setting.file_date:%d/%m/%Y}"),
        ("As at", f"{setting.as_at:%d/%m/%Y}" if setting.as_at != setting.file_date else ""),
        ("Return", f"{name}, {months}" if name else ""),
        ("Readings", ", ".join(readings)),
        ("Reference data", str(calculation.reference_folder)),
        ("Tables not there", ", ".join(missing)),
        ("Learners", f"{statement.learners:,}, of them {statement.earning_learners:,} with earnings"),
    ]
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for label, value in rows:
        if value:
            table.add_row(label, value)
    return table


def _earnings(rows: Sequence[ShownRow], names: Sequence[str], width: int) -> "Table":
    episodes = any(row.key.price_episode for row in rows)
    lead = ["Learner", "Aim", *(["Price episode"] if episodes else []), "Attribute"]
    cells = []
    before: tuple[str, ...] = ()
    for row in rows:
        place = (row.learn_ref_number, row.key.aim_text, *([row.key.price_episode] if episodes else []))
        cells.append([*_unlike(place, before), row.key.attribute])
        before = place
    amounts = [_amounts(row.amounts, _written(row)) for row in rows]
    totals = [shown(_sum(row.amounts)) if row.key.is_money else "" for row in rows]
    wide = [[*lead, *names, "Total"]]
    wide += [[*cell, *months, total] for cell, months, total in zip(cells, amounts, totals, strict=True)]
    if _breadth(wide) <= width:
        return _table(wide, text_columns=len(lead))
    narrow = [[*lead, "Months", "Total"]]
    narrow += [
        [*cell, in_words(row.amounts, names, _written(row)), total]
        for cell, row, total in zip(cells, rows, totals, strict=True)
    ]
    return _table(narrow, text_columns=len(lead) + 1)


def _year_figures(figures: Sequence[YearFigure]) -> "Table":
    rows = [["Learner", "Attribute", "Of", "Figure"]]
    before: tuple[str, ...] = ()
    for row in figures:
        place = (row.learn_ref_number,)
        rows.append([*_unlike(place, before), row.attribute, row.about, shown_amount(row.amount, row.unit)])
        before = place
    return _table(rows, text_columns=3)


def _totals(
    totals: dict[str, list[Decimal]], names: Sequence[str], last_period: int, width: int
) -> Iterator["Table"]:
    attributes = sorted(totals)
    columns = {attribute: totals[attribute] for attribute in attributes}
    everything = [sum((totals[name][index] for name in attributes), Decimal(0)) for index in range(PERIODS)]
    if len(attributes) > 1:
        columns["All"] = everything
    wide = [["Attribute", *names, "Total"]]
    wide += [[name, *_amounts(amounts), shown(_sum(amounts))] for name, amounts in columns.items()]
    if _breadth(wide) <= width:
        yield _table(wide, text_columns=1)
        return
    months = [*names[:last_period], "Total"]
    pending = [
        [name, *_amounts(amounts[:last_period]), shown(_sum(amounts))] for name, amounts in columns.items()
    ]
    while pending:
        taken = [["Month", *months]]
        while pending and (len(taken) == 1 or _breadth(_turned([*taken, pending[0]])) <= width):
            taken.append(pending.pop(0))
        yield _table(_turned(taken), text_columns=1)


def _notes(console: "Console", statement: Statement) -> None:
    for model, count in sorted(statement.not_calculated.items()):
        have = "learner has" if count == 1 else "learners have"
        console.print(
            f"\nNote: {count:,} {have} aims of funding model {model} ({NOT_CALCULATED[model]}), "
            "which are not calculated yet."
        )


def show_findings(console: "Console", statement: Statement) -> None:
    """Print the findings by code, errors first, or that there are none."""
    groups = statement.finding_groups
    if not groups:
        console.print("\nNo findings.")
        return
    counts: dict[str, int] = {}
    for group in groups:
        counts[group.severity] = counts.get(group.severity, 0) + group.count
    told = ", ".join(
        f"{count:,} {severity}{'' if count == 1 or severity == 'info' else 's'}"
        for severity, count in counts.items()
    )
    console.print(_title(f"Findings ({told})"))
    for group in groups:
        _finding_group(console, group)


def _finding_group(console: "Console", group: FindingGroup) -> None:
    from rich.text import Text

    messages = {finding.message for finding in group.shown}
    clauses = {finding.clause for finding in group.shown}
    heading = Text("\n")
    heading.append(
        group.severity, style={"error": "bold red", "warning": "bold yellow"}.get(group.severity, "bold")
    )
    heading.append(f" {group.code}", style="bold")
    heading.append(f" ({group.count:,})" if group.count > 1 else "")
    if len(messages) == 1 and (message := next(iter(messages))):
        heading.append(f": {message}")
    if len(clauses) == 1 and (clause := next(iter(clauses))):
        heading.append(f" [{clause}]", style="dim")
    console.print(heading)
    lead = ["Learner", "Aim", "Field", "Found", "Expected"]
    own = [*(["Clause"] if len(clauses) > 1 else []), *(["What it means"] if len(messages) > 1 else [])]
    rows = [[*lead, *own]]
    for finding in group.shown:
        rows.append([*_finding_cells(finding)])
        rows[-1] += [finding.clause] if len(clauses) > 1 else []
        rows[-1] += [finding.message] if len(messages) > 1 else []
    console.print(_table(rows, text_columns=len(rows[0])))
    _more(console, group.count - len(group.shown), "finding", "findings", "of this code")


def _finding_cells(finding: Finding) -> tuple[str, ...]:
    aim = "" if finding.aim_seq_number is None else str(finding.aim_seq_number)
    return finding.learn_ref_number, aim, finding.field, found_of(finding), finding.expected


def _more(console: "Console", count: int, one: str, many: str, of_what: str) -> None:
    if count:
        console.print(
            f"... and {count:,} more {one if count == 1 else many} {of_what}. "
            "--all shows everything, --out and --findings write it to files."
        )


def _title(text: str) -> object:
    from rich.text import Text

    return Text(f"\n{text}", style="bold")


def _table(rows: Sequence[Sequence[str]], text_columns: int) -> "Table":
    unbroken = {"Learner", "Aim", "Attribute", "Price episode"}
    if "Attribute" in rows[0] and _breadth([row[: rows[0].index("Attribute") + 1] for row in rows]) > _LEAD:
        unbroken.remove("Attribute")
    table = screen_table()
    for index, heading in enumerate(rows[0]):
        is_text = index < text_columns
        table.add_column(
            heading,
            justify="left" if is_text else "right",
            overflow="fold",
            no_wrap=not is_text or heading in unbroken,
        )
    for row in rows[1:]:
        table.add_row(*row)
    return table


def _breadth(rows: Sequence[Sequence[str]]) -> int:
    """Return the columns that a table takes: its longest cells and two blanks between."""
    return sum(max(len(cell) for cell in column) + 2 for column in zip(*rows, strict=True))


def _turned(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [list(column) for column in zip(*rows, strict=True)]


def _written(row: ShownRow) -> Callable[[Decimal], str]:
    return shown if row.key.is_money else shown_share


def _amounts(amounts: Sequence[Decimal | None], written: Callable[[Decimal], str] = shown) -> list[str]:
    return [written(amount) if amount else "" for amount in amounts]


def _sum(amounts: Sequence[Decimal | None]) -> Decimal:
    return sum((amount for amount in amounts if amount), Decimal(0))


def _unlike(place: tuple[str, ...], before: tuple[str, ...]) -> Iterator[str]:
    """Leave out what a row shares with the one before, from the left."""
    same = True
    for index, value in enumerate(place):
        same = same and index < len(before) and before[index] == value
        yield "" if same else value
