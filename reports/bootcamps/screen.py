"""The statement of milestones and the no-pay report on screen."""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import TYPE_CHECKING

from engine.calendar import Return
from engine.money import shown
from engine.programmes.bootcamps import CODES, NoPay
from reports.bootcamps.reason import SCOPES, pays_later
from reports.bootcamps.rows import BootcampStatement, MilestoneRow, found_of
from reports.bootcamps.run import BootcampRun
from reports.returned.table import table, title

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

    from engine.returns.store import StoredFile

SHOWN = 25
"""How many learners, and how many lines of a reason, are shown unless all are asked for."""

_MILESTONES = ("M1", "M2", "M3")


def show(
    console: "Console",
    run: BootcampRun,
    statement: BootcampStatement,
    files: Sequence["StoredFile"],
    show_all: bool,
) -> None:
    """Print heading, milestones, no-pay lines, destinations and the number of findings."""
    console.print(_heading(run, statement, files))
    limit = None if show_all else SHOWN
    _milestones(console, statement.milestones, limit)
    _no_pay(console, statement.no_pay, limit)
    _destinations(console, statement)
    _findings(console, statement)


def _heading(run: BootcampRun, statement: BootcampStatement, files: Sequence["StoredFile"]) -> "Table":
    from rich.table import Table

    context = run.context
    returns = [file.returned_in for file in files]
    span = f"{_name(returns[0])} to {_name(returns[-1])}, " if returns else ""
    providers = sorted({str(file.ukprn) for file in files})
    readings = [
        f"{switch}={reading}"
        for switch, reading in context.switches.chosen.items()
        if reading != context.switches.known[switch].default
    ]
    missing = [name for name in run.given.reference.missing if name in _TABLES]
    rows = [
        ("Programme", "Skills Bootcamps" + (f", rules of wave {context.wave}" if context.wave else "")),
        ("Store", str(run.order.store or "")),
        ("File", f"{run.order.file.name} (not imported)" if run.order.file else ""),
        ("Returns", f"{span}{len(files):,} file{'' if len(files) == 1 else 's'}"),
        ("Providers", ", ".join(providers) if len(providers) <= 5 else f"{len(providers):,}"),
        ("Learners", f"{statement.persons:,}"),
        ("Readings", ", ".join(readings)),
        ("Reference data", str(run.given.folder)),
        ("Tables not there", ", ".join(missing)),
    ]
    made = Table.grid(padding=(0, 2))
    made.add_column(style="bold")
    made.add_column(overflow="fold")
    for label, value in rows:
        if value:
            made.add_row(label, value)
    return made


_TABLES = ("contracts", "bootcamp_aims", "authority_postcodes")


def _milestones(console: "Console", rows: Sequence[MilestoneRow], limit: int | None) -> None:
    if not rows:
        console.print("\nNo milestone is paid.")
        return
    console.print(title("Statement of milestones (£)"))
    lines = [["Provider", "Learner", "Bootcamp", "Milestone", "First payable", "Earned", "Amount"]]
    learners = [list(group) for _, group in groupby(rows, key=lambda one: (one.ukprn, one.learn_ref_number))]
    for learner in learners[:limit]:
        for number, one in enumerate(learner):
            whose = [str(one.ukprn), one.learn_ref_number] if number == 0 else ["", ""]
            lines.append(
                [
                    *whose,
                    one.bootcamp_aim_ref,
                    one.milestone,
                    _name(one.returned_in),
                    one.month.label,
                    shown(one.amount),
                ]
            )
    console.print(table(lines, text_columns=6))
    _more(console, len(learners), limit, "learners with milestones")
    console.print(title("Milestones by return (£)"))
    console.print(table(list(_totals(rows)), text_columns=1))


def _totals(rows: Sequence[MilestoneRow]) -> Iterator[list[str]]:
    sums: dict[tuple[Return | None, str], Decimal] = {}
    for one in rows:
        for key in ((one.returned_in, one.milestone), (None, one.milestone)):
            sums[key] = sums.get(key, Decimal(0)) + one.amount
    yield ["Return", *_MILESTONES, "Total"]
    in_order = sorted({one.returned_in for one in rows})
    for of in (*in_order, None):
        amounts = [sums.get((of, milestone), Decimal(0)) for milestone in _MILESTONES]
        cells = [shown(amount) if amount else "" for amount in amounts]
        yield ["All" if of is None else _name(of), *cells, shown(sum(amounts, Decimal(0)))]


def _no_pay(console: "Console", rows: Sequence[NoPay], limit: int | None) -> None:
    from rich.text import Text

    if not rows:
        console.print("\nNo-pay report: nothing stands in the way of a payment.")
        return
    console.print(title(f"No-pay report ({len(rows):,} line{'' if len(rows) == 1 else 's'})"))
    by_code: dict[str, list[NoPay]] = {}
    for row in rows:
        by_code.setdefault(row.code, []).append(row)
    for code in sorted(by_code, key=list(CODES).index):
        kind, lines = CODES[code], by_code[code]
        heading = Text("\n")
        heading.append(code, style="bold")
        heading.append(f" ({len(lines):,}): {kind.means} Stops {SCOPES[kind.scope]}.")
        console.print(heading)
        later = "Pays later once corrected. " if pays_later(kind) == "yes" else "Does not pay later. "
        console.print(f"{later}{kind.cure or kind.remedy}")
        cells = [["Return", "Provider", "Learner", "Aim", "Milestone", "Field", "Found", "Expected"]]
        for row in lines[:limit]:
            aim = "" if row.aim_seq_number is None else str(row.aim_seq_number)
            cells.append(
                [_name(row.returned_in), str(row.ukprn), row.learn_ref_number, aim, row.milestone or "",
                 row.field, found_of(row), row.expected]
            )  # fmt: skip
        console.print(table(cells, text_columns=len(cells[0])))
        _more(console, len(lines), limit, "lines of this reason")


def _destinations(console: "Console", statement: BootcampStatement) -> None:
    if not statement.destinations:
        return
    counts = Counter(
        one.headline_category or one.finding or "none recorded" for one in statement.destinations
    )
    console.print(title("Destinations of bootcamps that have ended"))
    console.print(
        table([["Category", "Bootcamps"], *([name, f"{counts[name]:,}"] for name in sorted(counts))], 1)
    )


def _findings(console: "Console", statement: BootcampStatement) -> None:
    counts = statement.finding_counts
    if not counts:
        return
    console.print(title(f"Findings on fields ({counts.total():,}); --findings writes them to a file"))
    rows = [["Severity", "Code", "What it means", "Lines"]]
    for severity, code in sorted(counts):
        means = CODES[code].means if code in CODES else ""
        rows.append([severity, code, means, f"{counts[severity, code]:,}"])
    console.print(table(rows, text_columns=3, folded=("What it means",)))


def _more(console: "Console", count: int, limit: int | None, what: str) -> None:
    if limit is not None and count > limit:
        console.print(
            f"... and {count - limit:,} more {what}. "
            "--all shows everything, --milestones and --no-pay write it to files."
        )


def _name(one: Return) -> str:
    return f"{one.year.label} {one.name}"
