"""Steps on commitments: what employers and providers have agreed for apprentices."""

from collections.abc import Sequence

from engine.calendar import FundingYear, Month
from engine.programmes.apprenticeships.payments.inputs import Commitment, CommitmentSet
from steps import cells
from steps.apprenticeships import words
from steps.apprenticeships.checked import CheckedTable, Rows, needed_cells
from steps.apprenticeships.ilr_table import COURSE_COLUMNS, course_checks
from steps.apprenticeships.names import Names
from steps.apprenticeships.records import course_of
from steps.apprenticeships.state import Apprenticeships, CommitmentRows, said
from steps.apprenticeships.words import defaults, ukprn_of
from steps.registry import step
from steps.tables import Column, Problems, Record
from steps.world import World


def _column(name: str, read: cells.Reader, says: str, *aliases: str) -> Column:
    return Column(name, name, read, aliases, says)


def _days(rows: Rows, problems: Problems) -> None:
    # A version may well end before it begins: it then has no days and counts for nothing.
    for row in rows:
        begins, ends = row.get("start date"), row.get("end date")
        if begins and ends and ends < begins:
            message = f"the end date {ends:%d/%m/%Y} is before the start date {begins:%d/%m/%Y}"
            rows.tell(problems, row, "end date", message)


COMMITMENTS = CheckedTable(
    (
        _column("ULN", cells.text, "The learner, by number or by name."),
        _column("commitment Id", cells.text, "Number of the commitment; its place unless said."),
        _column("version Id", cells.text, "Version, such as 1-001."),
        _column("Provider", words.provider, "The provider; provider a unless said."),
        _column("Employer", words.employer, "The apprentice's employer; employer 0 unless said.",
                "employer of apprentice"),
        _column("employer paying for training", words.employer, "Who pays by transfer; the same unless said."),
        _column("transfer approval date", cells.day, "When the transfer was approved; the earliest is paid first."),
        _column("start date", cells.day, "First day agreed."),
        _column("end date", cells.day, "Last day agreed."),
        _column("agreed price", cells.money, "The price agreed, in pounds."),
        *COURSE_COLUMNS,
        _column("status", words.commitment_status, "active, paused or cancelled."),
        _column("effective from", cells.day, "From when the version counts."),
        _column("effective to", cells.day, "Until when it counts."),
        _column("stop effective from", cells.day, "From when a cancelled commitment is stopped."),
        _column("priority", words.code(6), "Order of payment, 1 first."),
    ),
    needed=("ULN", "start date", "end date"),
    checks=(needed_cells("ULN", "start date", "end date", "agreed price"), _days, course_checks),
)  # fmt: skip


@step("the following commitments exist:", table=COMMITMENTS)
def commitments(world: World, rows: Rows) -> None:
    """Says which commitments exist."""
    said(world).commitments.append(CommitmentRows(rows, None))


@step("the following commitments exist on {when:decoration}:", table=COMMITMENTS)
def commitments_on(world: World, when: str, rows: Rows) -> None:
    """Says which commitments exist; the day in the sentence changes nothing."""
    said(world).commitments.append(CommitmentRows(rows, None))


@step("the following commitments exist for period {number:collection_month}:", table=COMMITMENTS)
def commitments_for_period(world: World, number: int, rows: Rows) -> None:
    """Replaces all commitments from a month end of 2017/18 on."""
    month = FundingYear.from_code(defaults()["period_year"]).month(number)
    said(world).commitments.append(CommitmentRows(rows, month))


@step(
    "the following commitments exist for academic year {year:academic_year} in period {number:collection_month}:",
    table=COMMITMENTS,
)
def commitments_for_period_of_year(world: World, year: FundingYear, number: int, rows: Rows) -> None:
    """Replaces all commitments from a month end on."""
    said(world).commitments.append(CommitmentRows(rows, year.month(number)))


def commitment_sets(state: Apprenticeships, names: Names) -> tuple[CommitmentSet, ...]:
    """Return the commitments as they stand from a month end on; tables of the same month are put together."""
    tables: dict[Month | None, list[Record]] = {}
    for one in state.commitments:
        tables.setdefault(one.received, []).extend(one.rows)
    return tuple(CommitmentSet(month, _made(rows, names)) for month, rows in tables.items())


def _made(rows: Sequence[Record], names: Names) -> tuple[Commitment, ...]:
    return tuple(_commitment(row, place, names) for place, row in enumerate(rows, start=1))


def _commitment(row: Record, place: int, names: Names) -> Commitment:
    unless = defaults()["commitment"]
    written = row.get("version Id") or unless["version"]
    before = written.rpartition("-")[0]
    id_ = row.get("commitment Id") or before or str(place)
    employer = row.get("Employer", unless["employer"])
    sender = row.get("employer paying for training")
    price = row.get("agreed price")
    return Commitment(
        id=id_,
        version=written if before else f"{id_}-{written}",
        uln=names.uln(row["ULN"]),
        ukprn=ukprn_of(row.get("Provider") or unless["provider"]),
        employer=employer,
        course=course_of(row),
        price=cells.money(str(unless["price"])) if price is None else price,
        start=row["start date"],
        end=row["end date"],
        status=row.get("status") or unless["status"],
        priority=row.get("priority") or unless["priority"],
        effective_from=row.get("effective from"),
        effective_to=row.get("effective to"),
        stop_date=row.get("stop effective from"),
        sender=sender if sender != employer else None,
        approved=row.get("transfer approval date"),
    )
