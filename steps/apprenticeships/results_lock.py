"""Steps that ask what the data lock tells of price episodes, and what the funding band takes off them.

Every row of a table must be found among the engine's rows; rows beyond those are no failure. A row that is found
nowhere is compared with the nearest one. Source: apprenticeship rules 6.11 and 9.7.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from engine.because import Because
from engine.calendar import FundingYear, Month
from engine.programmes.apprenticeships.payments import event_views
from engine.programmes.apprenticeships.payments.event_reasons import because_of_cap, because_of_row
from engine.programmes.apprenticeships.payments.event_views import ON_PROGRAMME_GROUP
from engine.programmes.apprenticeships.payments.outcome import LockEvent
from steps import cells
from steps.apprenticeships.checked import CheckedTable, Rows, needed_cells
from steps.apprenticeships.inputs import uln_of
from steps.apprenticeships.results_cells import agree, found_money
from steps.apprenticeships.results_run import views_of
from steps.apprenticeships.words import provider, ukprn_of
from steps.cells import OneOf
from steps.problems import CellError, StepError, of_each
from steps.registry import step
from steps.results import CellResult
from steps.tables import Column, Record
from steps.world import World

_EPISODE = Column("Price Episode identifier", "episode", help="Course and first day of the price episode.")
_PERIOD = re.compile(r"(\d{4})-R(\d{2})", re.I)


def _period(written: str, year: FundingYear | None = None) -> str:
    match = _PERIOD.fullmatch(written.strip())
    try:
        if match is None or not 1 <= int(match[2]) <= 12:
            raise ValueError
        FundingYear.from_code(match[1])
    except ValueError:
        raise CellError(f"'{written}' is not a period; write it like 1617-R10") from None
    return written.strip().upper()


def _onwards(written: str, year: FundingYear | None = None) -> Month:
    match = re.fullmatch(r"(\d{1,2}/\d{2,4}) onwards", " ".join(written.lower().split()))
    if match is None:
        raise CellError(f"'{written}' is not a price episode; write it like 10/17 onwards")
    return cells.month(match[1], None)


_FLAG = OneOf("a payable flag", {"true": True, "false": False})
_GROUP = OneOf("a transaction type of a data lock event", {"Learning": ON_PROGRAMME_GROUP})

EVENTS = CheckedTable(
    (
        _EPISODE,
        Column("Apprenticeship Id", "commitment", help="Commitment that was matched."),
        Column("ULN", "uln", help="Learner."),
        Column("ILR Start Date", "aim_start", cells.day, help="First day of the aim."),
        Column("ILR Training Price", "training_price", cells.money, help="TNP1, or the residual TNP3."),
        Column("ILR End point assessment price", "assessment_price", cells.money, help="TNP2, or TNP4."),
        Column("ILR Effective from", "effective_from", cells.day, help="First day of the price episode."),
        Column("ILR Effective to", "effective_to", cells.day, help="Last day of the price episode."),
    ),
    ("episode",),
    (needed_cells("episode"),),
)
ERRORS = CheckedTable(
    (
        _EPISODE,
        Column("Error code", "code", help="Code such as DLOCK_07."),
        Column("Error Description", "description", help="Free text, shown and not compared."),
    ),
    ("episode", "code"),
    (needed_cells("episode", "code"),),
)
PERIODS = CheckedTable(
    (
        _EPISODE,
        Column("Period", "period", _period, help="Delivery month such as 1617-R10."),
        Column("Payable Flag", "payable", _FLAG, help="Whether no code stands against the month."),
        Column("Transaction Type", "group", _GROUP, help="Learning: earnings judged at the month end."),
    ),
    ("episode", "period"),
    (needed_cells("episode", "period"),),
)
COMMITMENTS = CheckedTable(
    (
        _EPISODE,
        Column("Apprentice Version", "version", help="Version of the commitment."),
        Column("Start Date", "start", cells.day, help="First day of the commitment."),
        Column("Negotiated Price", "price", cells.money, help="Price of the commitment."),
        Column("Effective Date", "effective", cells.day, help="First day of the version."),
        Column("framework code", "framework_code", cells.whole_number, help="Framework."),
        Column("programme type", "programme_type", cells.whole_number, help="Programme type."),
        Column("pathway code", "pathway_code", cells.whole_number, help="Pathway."),
        Column("standard code", "standard_code", cells.whole_number, help="Standard."),
    ),
    ("episode",),
    (needed_cells("episode"),),
)
CAPPING = CheckedTable(
    (
        Column("Provider", "provider", provider, help="Provider."),
        Column("price episode", "begins", _onwards, help="Month in which it begins, as 10/17 onwards."),
        Column("negotiated price", "total_price", cells.money, help="Price of the episode."),
        Column("funding cap", "band_limit", cells.money, help="Funding band maximum."),
        Column("previous funding paid", "previously_earned", cells.money, help="Earned before it, anywhere."),
        Column("price above cap", "above_cap", cells.money, help="What the band limit takes off."),
        Column("effective price for SFA payments", "capped", cells.money, help="What is left to earn."),
    ),
    ("provider", "begins"),
    (needed_cells("provider", "begins"),),
)


def _events(world: World) -> list[LockEvent]:
    return event_views.events_of_first_year(views_of(world).ledger)


@step("the following data lock event is returned:", table=EVENTS)
def events_are(world: World, rows: Rows) -> None:
    """Compares data lock events: the commitment, learner, prices and days of price episodes."""
    of_each(partial(_known_learner, world), [row for row in rows if row.get("uln") is not None])
    known = list(event_views.event_rows(_events(world)))
    _find_each(world, EVENTS, rows, known, {"uln": partial(uln_of, world)})


def _known_learner(world: World, row: Record) -> int:
    try:
        return uln_of(world, row["uln"])
    except StepError as error:
        raise StepError(str(error), *row.place("uln")) from None


@step("the data lock event has the following errors:", table=ERRORS)
def errors_are(world: World, rows: Rows) -> None:
    """Compares the codes of data lock events."""
    _find_each(world, ERRORS, rows, list(event_views.error_rows(_events(world))))


@step("the data lock event has the following periods", table=PERIODS)
def periods_are(world: World, rows: Rows) -> None:
    """Compares the months of data lock events and whether they can be paid."""
    _find_each(world, PERIODS, rows, list(event_views.period_rows(_events(world))))


@step("the data lock event used the following commitments", table=COMMITMENTS)
def commitments_are(world: World, rows: Rows) -> None:
    """Compares the commitment versions that data lock events were matched with."""
    _find_each(world, COMMITMENTS, rows, list(event_views.used_commitment_rows(_events(world))))


@step("no data lock event is returned")
def no_event(world: World) -> None:
    """There is no data lock event in the first year."""
    told = ", ".join(dict.fromkeys(event.episode.identifier for event in _events(world)))
    world.expect([CellResult(0, "data lock events", "", "nothing", told or "nothing", not told)])


@step("the following capping will apply to the price episodes:", table=CAPPING)
def capping_is(world: World, rows: Rows) -> None:
    """Compares what the funding band maximum takes off the price episodes that begin in a month."""
    ledger = views_of(world).ledger
    for row in rows:
        found = event_views.capped_episodes(ledger, ukprn_of(row["provider"]), row["begins"])
        label = row["provider"]
        if not found:
            line, _ = row.place("begins")
            began = [
                f"{episode.first_day:%m/%y} onwards"
                for episode in ledger.episodes
                if episode.ukprn == ukprn_of(row["provider"])
            ]
            told = ", ".join(dict.fromkeys(began)) or "no price episode"
            world.cells.append(
                CellResult(
                    line,
                    label,
                    row.heading("begins"),
                    f"{row['begins'].first_day:%m/%y} onwards",
                    told,
                    False,
                )
            )
            continue
        headings = _headings(CAPPING, rows, "provider", "begins")
        _compare_nearest(world, row, label, headings, found, {}, because_of_cap)


def _headings(table: CheckedTable, rows: Rows, *but: str) -> dict[str, str]:
    """Return the fields that a table's headings give, with their headings, without some."""
    return {
        column.field: column.heading
        for column in table.columns
        if column.field in rows.fields and column.field not in but
    }


def _find_each(
    world: World,
    table: CheckedTable,
    rows: Rows,
    known: Sequence[Any],
    readings: Mapping[str, Callable[[str], Any]] | None = None,
) -> None:
    fields = _headings(table, rows, "episode", "description")
    for row in rows:
        wanted = row["episode"]
        line, _ = row.place("episode")
        mine = [one for one in known if one.episode.casefold() == wanted.casefold()]
        others = ", ".join(dict.fromkeys(one.episode for one in known)) or "nothing"
        shown = wanted if mine else others
        because = (because_of_row(mine[0]),) if mine else ()
        world.cells.append(
            CellResult(line, wanted, row.heading("episode"), wanted, shown, bool(mine), because)
        )
        if mine:
            _compare_nearest(world, row, wanted, fields, mine, readings or {}, _why_row)
        if "description" in row:
            at, _ = row.place("description")
            told = row["description"]
            world.cells.append(
                CellResult(at, wanted, row.heading("description"), told, told, True, asserted=False)
            )


def _compare_nearest(
    world: World,
    row: Record,
    label: str,
    headings: Mapping[str, str],
    known: Sequence[Any],
    readings: Mapping[str, Callable[[str], Any]],
    why: Callable[[Any, str], Because],
) -> None:
    """Compare a row with the one of the engine's that has most in common with it; a blank cell is none."""
    wanted: dict[str, Any] = {}
    for name in headings:
        value = row.get(name)
        wanted[name] = readings[name](value) if name in readings and value is not None else value
    best = max(known, key=lambda one: sum(_same(value, getattr(one, name)) for name, value in wanted.items()))
    for name, value in wanted.items():
        actual = getattr(best, name)
        same = _same(value, actual)
        written = _told(row.get(name))
        line, _ = row.place(name)
        world.cells.append(
            CellResult(
                line,
                label,
                headings[name],
                written,
                written if same else _told(actual),
                same,
                (why(best, name),),
            )
        )


def _why_row(row: Any, name: str) -> Because:
    return because_of_row(row)


def _same(expected: Any, actual: Any) -> bool:
    if isinstance(expected, Decimal) and isinstance(actual, Decimal):
        return agree(expected, actual)
    if isinstance(expected, str):
        return expected.casefold() == str(actual).casefold()
    if expected is None:
        return not actual
    return bool(expected == actual)


def _told(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return found_money(value).shown if value else "0"
    if hasattr(value, "strftime"):
        return f"{value:%d/%m/%Y}"
    return str(value) if value else ""
