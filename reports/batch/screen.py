"""What a run over many files came to, on screen: earnings by provider and kind, findings, refused files."""

from collections import Counter
from typing import TYPE_CHECKING

from engine.calendar import FundingYear
from engine.money import shown
from reports.batch.listing import sums_of
from reports.batch.run import Outcome
from reports.batch.sums import Sums
from reports.earnings_statement.kinds import KINDS
from reports.plural import plural
from reports.returned.table import table, title
from reports.statement import NOT_CALCULATED

if TYPE_CHECKING:
    from rich.console import Console

SHOWN = 40
"""How many providers, refused files and files done again are shown; files.csv has all."""

_SEVERITIES = {"error": 0, "warning": 1, "info": 2}


def show(console: "Console", outcome: Outcome) -> None:
    """Print the outcome of a run."""
    whole = Sums()
    providers: dict[tuple[int, str], tuple[Sums, list[int]]] = {}
    for note in outcome.notes:
        whole.add(sums_of(note))
        sums, files = providers.setdefault((note.ukprn, note.year), (Sums(), []))
        sums.add(sums_of(note))
        files.append(1)
    _heading(console, outcome, whole)
    if whole.earnings:
        kinds = [kind for kind in KINDS if whole.earnings.get(kind)]
        console.print(title("Earnings by kind (£)"))
        rows = [["Kind", "Earnings"], *([kind, shown(whole.earnings[kind])] for kind in kinds)]
        console.print(table([*rows, ["All", shown(whole.total)]], text_columns=1))
    if providers:
        console.print(title("Earnings by provider (£)"))
        rows = [["Provider", "Year", "Files", "Learners", "With earnings", "Earnings", "Findings"]]
        for (ukprn, year), (sums, files) in sorted(providers.items())[:SHOWN]:
            counts = [len(files), sums.learners, sums.earning_learners]
            found = f"{sums.findings.total():,}"
            label = FundingYear.from_code(year).label
            rows.append([str(ukprn), label, *(f"{one:,}" for one in counts), shown(sums.total), found])
        console.print(table(rows, text_columns=2))
        _more(console, len(providers) - SHOWN, "provider")
        if any(len(files) > 1 for _, files in providers.values()):
            console.print(
                "Where a provider has several files for one year they are added up: "
                "a learner in several of them counts as often."
            )
    for model, count in sorted(whole.not_calculated.items()):
        console.print(
            f"\nNote: {plural(count, 'learner has', 'learners have')} aims of funding model {model} "
            f"({NOT_CALCULATED[model]}), which are not calculated yet."
        )
    _findings(console, whole.findings)
    show_refused(console, outcome)


def _heading(console: "Console", outcome: Outcome, whole: Sums) -> None:
    learners = f"{whole.learners:,}, of them {whole.earning_learners:,} with earnings"
    show_files(console, outcome, ("Learners", learners))


def show_files(console: "Console", outcome: Outcome, *others: tuple[str, str]) -> None:
    """Print how many files were done, stood and were refused, and why some were done again."""
    from rich.table import Table

    files = len(outcome.notes) + len(outcome.refused)
    done = len(outcome.notes) - outcome.kept
    told = [f"{done:,} worked out"]
    if outcome.kept:
        told.append(f"{outcome.kept:,} done before and still right")
    if outcome.refused:
        told.append(f"{len(outcome.refused):,} refused")
    rows = [("Files", f"{files:,}: {', '.join(told)}"), *others]
    if outcome.others:
        rows.append(
            ("Besides", f"the folder holds results of {plural(len(outcome.others), 'file')} not among these")
        )
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="bold")
    grid.add_column(overflow="fold")
    for label, value in rows:
        grid.add_row(label, value)
    console.print(grid)
    if outcome.again:
        reasons = Counter(why for _, why in outcome.again)
        for why, count in sorted(reasons.items()):
            console.print(f"Done again: {plural(count, 'file')}, {why}")


def _findings(console: "Console", findings: Counter[tuple[str, str]]) -> None:
    if not findings:
        console.print("\nNo findings.")
        return
    console.print(title("Findings"))
    rows = [["Severity", "Code", "Number"]]
    for severity, code in sorted(findings, key=lambda one: (_SEVERITIES.get(one[0], 3), one[1])):
        rows.append([severity, code, f"{findings[severity, code]:,}"])
    console.print(table(rows, text_columns=2))


def show_refused(console: "Console", outcome: Outcome) -> None:
    """Print which files were refused, and why."""
    if not outcome.refused:
        return
    console.print(title("Refused"))
    for _, result in outcome.refused[:SHOWN]:
        console.print(result.lines[0], soft_wrap=True)
        if len(result.lines) > 1:
            console.print(f"  and {plural(len(result.lines) - 1, 'more problem')}; files.csv lists them")
    _more(console, len(outcome.refused) - SHOWN, "file")


def _more(console: "Console", count: int, word: str) -> None:
    if count > 0:
        console.print(f"... and {plural(count, 'more ' + word)}; files.csv lists every file.")
