"""Steps that ask what the month ends gave: who paid what, by kind of money, and which commitment was behind it."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from engine.because import sum_of
from engine.calendar import Month
from engine.programmes.apprenticeships.payments.views import Kind, Only
from steps.apprenticeships.results_cells import Found, compare_rows, found_money, found_text
from steps.apprenticeships.results_labels import EarningsRow, TypeRow, earnings_row, lock_row, type_row
from steps.apprenticeships.results_run import only, views_of
from steps.apprenticeships.results_table import ResultRow, ResultTable, money_table, text_table
from steps.apprenticeships.words import claim_line, employer
from steps.cells import text
from steps.problems import StepError, of_each
from steps.registry import step
from steps.world import World

EARNINGS = money_table("type", label=earnings_row)
TRANSACTION_TYPES = money_table("payment type", "transaction type", label=type_row)
LOCK_STATUS = text_table("payment type", "transaction type", label=lock_row)
TRANSFERS = money_table("recipient", label=employer)
STATEMENTS = money_table("type", label=claim_line)
NET_EFFECT: ResultTable[Decimal] = money_table(label=text)


@step("the provider earnings and payments break down as follows:", table=EARNINGS)
@step("OBSOLETE - the provider earnings and payments break down as follows:", table=EARNINGS)
@step("the earnings and payments break down for provider {provider:provider} is as follows:", table=EARNINGS)
@step(
    "OBSOLETE - the earnings and payments break down for provider {provider:provider} is as follows:",
    table=EARNINGS,
)
@step("the provider earnings and payments break down for ULN {uln:text} as follows:", table=EARNINGS)
def earnings_and_payments(
    world: World, rows: Sequence[ResultRow[Decimal]], provider: str = "", uln: str = ""
) -> None:
    """Compares what was earned, paid, debited and borne by budgets, month by month."""
    everybody = only(world, provider, uln)
    learners = dict(of_each(partial(_learner_of, world), [row for row in rows if row.meaning.uln]))
    views = views_of(world, compares=any(row.meaning.kind.asserted for row in rows))

    def work_out(row: EarningsRow, column: Month) -> Found:
        whose = Only(everybody.ukprn, learners[row.uln]) if row.uln else everybody
        return found_money(*views.figure(row.kind, column, row.employer, whose))

    compare_rows(world, rows, work_out, lambda row: row.kind.asserted)


def _learner_of(world: World, row: ResultRow[Decimal]) -> tuple[str, int | None]:
    try:
        return row.meaning.uln, only(world, uln=row.meaning.uln).uln
    except StepError as error:
        raise StepError(str(error), row.line) from None


@step("the transaction types for the payments are:", table=TRANSACTION_TYPES)
@step("the transaction types for the payments for provider {provider:provider} are:", table=TRANSACTION_TYPES)
def transaction_types(world: World, rows: Sequence[ResultRow[Decimal]], provider: str = "") -> None:
    """Compares what was paid for each kind of money, without the employers' share."""
    whose = only(world, provider)
    views = views_of(world)

    def work_out(row: TypeRow, column: Month) -> Found:
        return found_money(*views.transactions(row.types, column, row.employer, whose))

    compare_rows(world, rows, work_out)


@step("the data lock status will be as follows:", table=LOCK_STATUS)
@step("the data lock status of the ILR in {day:decoration} is:", table=LOCK_STATUS)
def data_lock_status(world: World, rows: Sequence[ResultRow[str]], day: str = "") -> None:
    """Compares the commitment version behind the payments collected in each month; blank where there is none."""
    views = views_of(world)

    def work_out(row: TypeRow, column: Month) -> Found:
        commitments, because = views.commitments_behind(row.types, column)
        return found_text(", ".join(f"commitment {one.id} v{one.version}" for one in commitments), because)

    compare_rows(world, rows, work_out)


@step(
    "the following transfers from employer {sender:employer} exist for the given months of earnings activity:",
    table=TRANSFERS,
)
def transfers(world: World, sender: int, rows: Sequence[ResultRow[Decimal]]) -> None:
    """Compares what an employer transferred to others in each collection month."""
    views = views_of(world)
    compare_rows(
        world, rows, lambda recipient, column: found_money(*views.transfers(sender, recipient, column))
    )


@step("the EAS payments are:", table=STATEMENTS)
def statement_payments(world: World, rows: Sequence[ResultRow[Decimal]]) -> None:
    """Compares what earnings adjustment statements made due, each in the month after it was submitted."""
    views = views_of(world)
    compare_rows(world, rows, lambda line, column: found_money(*views.adjustments(line, column)))


@step("the net effect on employer's levy balance after each period end is:", table=NET_EFFECT)
def net_effect(world: World, rows: Sequence[ResultRow[Decimal]]) -> None:
    """Shows what levy accounts were credited less what they were debited; not compared, as its meaning is open."""
    views = views_of(world, compares=False)

    def work_out(label: str, column: Month) -> Found:
        credited = views.figure(Kind.LEVY_CREDITED, column)
        debited = [views.figure(kind, column) for kind in (Kind.LEVY_DEBITED, Kind.TRANSFER_DEBITED)]
        parts = [
            ("credited", credited.amount, "levy account"),
            *(("debited", -one.amount, "") for one in debited),
        ]
        own = (*credited.because, *(one for figure in debited for one in figure.because))
        reasons = (sum_of(parts, own), *own) if own else ()
        return found_money(credited.amount - sum(figure.amount for figure in debited), reasons)

    compare_rows(world, rows, work_out, lambda label: False)
