"""Steps on ILR files: when they are sent, and the tables of employment and contracts that go with them."""

from datetime import date

from engine.calendar import FundingYear, Month
from steps import cells
from steps.apprenticeships import words
from steps.apprenticeships.checked import CheckedTable, Rows, needed_cells
from steps.apprenticeships.ilr_table import ILR
from steps.apprenticeships.state import IlrFile, said
from steps.registry import step
from steps.tables import Column
from steps.world import World


def _column(name: str, read: cells.Reader, says: str, *aliases: str) -> Column:
    return Column(name, name, read, aliases, says)


EMPLOYMENT = CheckedTable(
    (
        _column("Employer", words.employer_or_none, "The employer; blank without one."),
        _column("Employment Status", words.employment_status, "In or not in paid employment."),
        _column("Employment Status Applies", cells.day, "From when the status applies."),
        _column("Small Employer", words.small_employer, "SEM1 for a small employer."),
    ),
    needed=("Employment Status", "Employment Status Applies"),
    checks=(needed_cells("Employment Status", "Employment Status Applies"),),
)

CONTRACTS = CheckedTable(
    (
        _column("contract type", words.contract_type, "DAS or Non-DAS."),
        _column("date from", cells.day, "First day; the start of the aim unless said."),
        _column("date to", cells.day, "Last day; blank while it goes on."),
    ),
    needed=("contract type",),
    checks=(needed_cells("contract type"),),
)

CHANGES = CheckedTable(
    (
        _column("Employer", words.employer_or_none, "The employer, or No employer."),
        _column("Type", words.contract_type, "DAS or Non-DAS."),
        _column("ILR employment start date", cells.day, "First day with the employer."),
    )
)


@step("an ILR file is submitted with the following data:", table=ILR)
@step("an ILR file is submitted every month with the following data:", table=ILR)
@step("the providers submit the following ILR files:", table=ILR)
def ilr_every_month(world: World, rows: Rows) -> None:
    """Sends an ILR file every month; of a provider's such files the last one said counts."""
    _submit(world, rows, None)


@step("an ILR file is submitted on {when:decoration} with the following data:", table=ILR)
def ilr_on(world: World, when: str, rows: Rows) -> None:
    """Sends an ILR file every month; the day or return in the sentence changes nothing."""
    _submit(world, rows, None)


@step("an ILR file is submitted for the first time on {day:short_date} with the following data:", table=ILR)
def ilr_first_on(world: World, day: date, rows: Rows) -> None:
    """Sends an ILR file every month; no month end before the month of the day is run."""
    state = said(world)
    state.not_before = min(day, state.not_before or day)
    _submit(world, rows, None)


@step("an ILR file is submitted for period {number:collection_month} with the following data:", table=ILR)
def ilr_for_period(world: World, number: int, rows: Rows) -> None:
    """Sends an ILR file in a month of 2017/18; it counts until the provider's next one."""
    _submit(world, rows, FundingYear.from_code(words.defaults()["period_year"]).month(number))


@step(
    "an ILR file is submitted for academic year {year:academic_year} in period {number:collection_month} "
    "with the following data:",
    table=ILR,
)
def ilr_for_period_of_year(world: World, year: FundingYear, number: int, rows: Rows) -> None:
    """Sends an ILR file in a month of an academic year; it counts until the provider's next one."""
    _submit(world, rows, year.month(number))


@step("the employment status in the ILR is:", table=EMPLOYMENT)
def employment_status(world: World, rows: Rows) -> None:
    """Gives the learners of the ILR file their employment statuses."""
    state = said(world)
    (state.files[-1].employment if state.files else state.loose_employment).extend(rows)


@step("the contract type in the ILR is:", table=CONTRACTS)
def contract_types(world: World, rows: Rows) -> None:
    """Gives all aims of the ILR file their contract types."""
    state = said(world)
    (state.files[-1].contracts if state.files else state.loose_contracts).extend(rows)


@step("the learner changes employers:", table=CHANGES, table_optional=True)
def changes_employers(world: World, rows: Rows) -> None:
    """Retells commitments and contract types; it changes nothing."""


@step("the learner is programme only DAS")
@step("two learners are programme only DAS")
@step("the census date is {when:text}")
@step("no ILR validation errors")
def without_effect(world: World, when: str = "") -> None:
    """Says what holds anyway."""


def _submit(world: World, rows: Rows, received: Month | None) -> None:
    said(world).files.append(IlrFile(rows, received, "employer contribution" in rows.fields))
