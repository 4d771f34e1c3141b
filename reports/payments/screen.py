"""The statement of apprenticeship payments on screen."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from engine.calendar import Month
from engine.money import ZERO, shown
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.inputs import FundingSource
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from reports.payments.files import ReadFile
from reports.payments.locks import WAITING, Refused
from reports.payments.months import span
from reports.payments.run import Collection, PaymentGiven
from reports.payments.statement import KINDS, SOURCES, PaymentStatement, Sums
from reports.plural import plural
from reports.returned.table import table, title

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

SHOWN = 25
"""How many refused price episodes, and completions that wait, are shown unless all are asked for."""

_LEAST_WIDTH = len("Sep 2020")
_LEAD = len("Type  ") + max(map(len, KINDS.values()))
_GAP = 2
_TABLES = (
    "apprenticeship_funding",
    "common_components",
    "apprenticeship_disadvantage",
    "aims",
    "aim_rates",
)
_Key = TypeVar("_Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Told:
    """What the heading tells: where things came from, and why it is that collection."""

    files: Sequence[ReadFile]
    given: PaymentGiven
    collection: Collection
    chosen: bool
    own_calendar: bool
    has_commitments: bool
    has_levy: bool
    reference_folder: Path
    missing: Sequence[str]


def show(
    console: "Console", told: Told, statement: PaymentStatement, rules: LockRules, limit: int | None
) -> None:
    """Print heading, payments, what the data lock refused, completions that wait, and findings."""
    console.print(_heading(told))
    _payments(console, told, statement)
    _refused(console, statement.refused, rules, limit)
    _waiting(console, statement, limit)
    _findings(console, statement, rules)
    for problem in statement.problems:
        console.print(f"\n{problem}")


def _heading(told: Told) -> "Table":
    from rich.table import Table

    given = told.given
    learners = len({one.uln for one in given.commitments})
    commitments = f"{plural(len(given.commitments), 'version')} for {plural(learners, 'learner')}"
    none_given = "none given: the data lock refuses every levy contract (ACT 1)"
    rows = [
        ("Programme", "Apprenticeships, payments by month end"),
        *(("File", _file(file)) for file in told.files),
        ("Collection", _collection(told)),
        ("Paid before", _paid_before(told)),
        ("Commitments", commitments if told.has_commitments else none_given),
        ("Levy", "" if told.has_levy else "none given: no employer has any"),
        ("Reference data", str(told.reference_folder)),
        ("Tables not there", ", ".join(name for name in _TABLES if name in told.missing)),
    ]
    made = Table.grid(padding=(0, 2))
    made.add_column(style="bold")
    made.add_column(overflow="fold")
    for label, value in rows:
        if value:
            made.add_row(label, value)
    return made


def _file(file: ReadFile) -> str:
    apprentices = plural(len(file.learners), "apprentice")
    return f"{file.path.name}, prepared {file.prepared:%d/%m/%Y}, provider {file.ukprn}, {apprentices}"


def _collection(told: Told) -> str:
    collection = told.collection
    first, last = collection.months
    name = f"{collection.last.name} of {collection.year.label}"
    why = "as --return says" if told.chosen else "by the day the file was prepared"
    if told.own_calendar and not told.chosen:
        why += ", with the closing days that come with ilrspec"
    if collection.all_month_ends:
        return f"month ends {first.label} to {last.label}, up to {name} ({why})"
    return f"{name}, months up to {last.label} ({why})"


def _paid_before(told: Told) -> str:
    history = told.given.history
    if not history:
        return "" if told.collection.all_month_ends else "nothing: no --history, so all months of the year"
    ours = {file.ukprn for file in told.files}
    others = sum(one.ukprn not in ours for one in history)
    amount = shown(sum((one.amount for one in history), ZERO))
    left = f"; {plural(others, 'payment')} of other providers left alone" if others else ""
    return f"{plural(len(history), 'payment')}, £{amount} in all{left}"


def _payments(console: "Console", told: Told, statement: PaymentStatement) -> None:
    if not statement.payments:
        console.print("\nNothing is paid.")
        return
    if told.collection.all_month_ends:
        console.print(title("Payments by collection and funding source (£)"))
        console.print(_by_source("Collection", statement.by_collection, lambda month: month.label))
    console.print(title("Payments by delivery month and funding source (£)"))
    console.print(_by_source("Delivery", statement.by_delivery, lambda month: month.label))
    console.print(title("Payments by transaction type and delivery month (£)"))
    for number, part in enumerate(_by_kind(statement, console.width)):
        if number:
            console.print()
        console.print(part)
    if len(statement.by_provider.rows) > 1:
        console.print(title("Payments by provider and funding source (£)"))
        console.print(_by_source("Provider", statement.by_provider, str))
    if statement.taken_back:
        console.print(f"\nOf these, {shown(statement.taken_back)} taken back is counted off.")


def _by_source(heading: str, sums: Sums[_Key, FundingSource], name: Callable[[_Key], str]) -> "Table":
    rows = [[heading, *(label for _, label in SOURCES), "Total"]]
    for key in (*sorted(sums.rows, key=_sortable), None):
        cells = [_amount(sums.of(key, source)) for source, _ in SOURCES]
        rows.append(["All" if key is None else name(key), *cells, shown(sums.of(key, None))])
    return table(rows, text_columns=1)


def _sortable(key: object) -> tuple[object, ...]:
    return key if isinstance(key, tuple) else (key,)


def _by_kind(statement: PaymentStatement, width: int) -> Iterator["Table"]:
    """Return the kinds of money by month, as many months beside each other as the width holds."""
    sums = statement.by_kind
    months = sorted({month for _, month in sums.cells})
    kinds: list[TransactionType | None] = [*sorted(sums.rows), None]
    cells = {(kind, month): _amount(sums.of(kind, month)) for kind in kinds for month in (*months, None)}
    widest = max(_LEAST_WIDTH, *(len(text) for text in cells.values()))
    beside = max(1, (width - _LEAD) // (widest + _GAP) - 1)
    for at in range(0, len(months), beside):
        part: list[Month | None] = [*months[at : at + beside]]
        if at + beside >= len(months):
            part.append(None)
        rows = [["Type", "", *("Total" if month is None else month.label for month in part)]]
        for kind in kinds:
            names = ["", "All"] if kind is None else [str(int(kind)), KINDS[kind]]
            rows.append([*names, *(cells[kind, month] for month in part)])
        yield table(rows, text_columns=2)


def _amount(amount: Decimal) -> str:
    return shown(amount) if amount else ""


def _refused(console: "Console", rows: Sequence[Refused], rules: LockRules, limit: int | None) -> None:
    if not rows:
        console.print("\nThe data lock refuses nothing.")
        return
    learners: dict[str, set[tuple[int, str]]] = {}
    episodes: Counter[str] = Counter()
    for one in rows:
        for code in one.codes:
            learners.setdefault(code, set()).add((one.episode.ukprn, one.episode.learn_ref_number))
            episodes[code] += 1
    amount = shown(sum((one.amount for one in rows), ZERO))
    console.print(title(f"Refused by the data lock (£{amount} of price episodes)"))
    lines = [["Code", "What it means", "Learners", "Price episodes"]]
    for code in sorted(learners):
        lines.append([code, rules.messages[code], f"{len(learners[code]):,}", f"{episodes[code]:,}"])
    console.print(table(lines, text_columns=2, folded=("What it means",)))
    console.print()
    lines = [["Provider", "Learner", "Price episode", "Codes", "Months refused", "Refused (£)"]]
    for one in rows[:limit]:
        episode = one.episode
        lines.append(
            [str(episode.ukprn), episode.learn_ref_number, episode.identifier, " ".join(one.codes),
             span(list(one.months)), _amount(one.amount)]
        )  # fmt: skip
    console.print(table(lines, text_columns=5, folded=("Codes", "Months refused")))
    _more(console, len(rows), limit, "price episodes")
    console.print("What earlier collections have paid for these months stays paid.")


def _waiting(console: "Console", statement: PaymentStatement, limit: int | None) -> None:
    rows = statement.waiting
    if not rows:
        return
    console.print(title("Completion payments that wait for the employer's contributions (£)"))
    lines = [["Provider", "Learner", "Delivery", "Completion", "Needed", "Recorded"]]
    for one in rows[:limit]:
        amounts = (shown(one.amount), shown(one.needed), shown(one.supplied))
        lines.append([str(one.ukprn), one.learn_ref_number, one.month.label, *amounts])
    console.print(table(lines, text_columns=3))
    _more(console, len(rows), limit, "completion payments")


def _findings(console: "Console", statement: PaymentStatement, rules: LockRules) -> None:
    """Print the number of findings that no other part of the screen tells of."""
    told = {*rules.order, WAITING}
    others = [one for one in statement.findings if one.code not in told]
    if not others:
        return
    counts = Counter((one.severity, one.code) for one in others)
    console.print(title(f"Other findings ({counts.total():,}); --findings writes them to a file"))
    messages = {one.code: one.message for one in others}
    rows = [["Severity", "Code", "What it means", "Lines"]]
    for severity, code in sorted(counts):
        rows.append([severity, code, messages[code], f"{counts[severity, code]:,}"])
    console.print(table(rows, text_columns=3, folded=("What it means",)))


def _more(console: "Console", count: int, limit: int | None, what: str) -> None:
    if limit is not None and count > limit:
        console.print(
            f"... and {count - limit:,} more {what}. --all shows everything, --findings writes it to a file."
        )
