"""Steps that describe an apprenticeship aim further: later prices, the employer's payments, dated codes."""

from collections.abc import Sequence
from typing import Any

from steps import cells
from steps.cells import OneOf
from steps.earnings import AIM_COLUMN, find_aim
from steps.headings import FAM_TYPES, LEARNER_COLUMN, TNP_CODES, price_columns
from steps.ilr_records import AimDraft
from steps.problems import StepError
from steps.registry import step
from steps.tables import Column, Record, RecordTable
from steps.world import World

_DATE = Column("date", "date", cells.day, ("from", "price date"), "From when it counts.", required=True)

PRICES = RecordTable((LEARNER_COLUMN, AIM_COLUMN, _DATE, *price_columns(everyday=True)))

PAYMENTS = RecordTable(
    (
        LEARNER_COLUMN,
        AIM_COLUMN,
        Column("date", "date", cells.day, ("paid on",), "Day of the payment.", required=True),
        Column(
            "payment",
            "code",
            OneOf("a payment", {"training": 1, "assessment": 2, "paid back": 3}, {"1": 1, "2": 2, "3": 3}),
            ("PMR", "code"),
            "training (1) or assessment (2), paid by the employer; paid back (3) by the provider.",
            required=True,
        ),
        Column("amount", "amount", cells.whole_pounds, help="Whole pounds.", required=True),
    )
)

DATED_CODES = RecordTable(
    (
        LEARNER_COLUMN,
        AIM_COLUMN,
        Column("type", "type", OneOf("a type of code", {kind: kind for kind in FAM_TYPES}), ("code type",),
               "Type of funding and monitoring code, such as ACT or LSF.", required=True),
        Column("code", "code", help="The code.", required=True),
        Column("from", "from", cells.day, ("date from",), "First day; blank or - for none."),
        Column("to", "to", cells.day, ("date to",), "Last day; blank or - while it goes on."),
    )
)  # fmt: skip


def aim_named(world: World, row: Record) -> AimDraft:
    """Return the aim that a row names; the only one when no name is said. Raises StepError at its cell."""
    try:
        draft = world.learner(row.get("learner"))
    except StepError as error:
        raise StepError(str(error), *row.place("learner")) from None
    name = row.get("aim")
    if name is None:
        if not draft.aims:
            raise StepError(f"{draft.name} has no aim yet: give it before this table", row.line)
        if len(draft.aims) > 1:
            raise StepError(f"say which of the {len(draft.aims)} aims of {draft.name} is meant", row.line)
        return draft.aims[0]
    try:
        return find_aim(draft, name)
    except StepError as error:
        raise StepError(str(error), *row.place("aim")) from None


@step("these prices:", table=PRICES)
@step("this price:", table=PRICES)
def prices(world: World, rows: Sequence[Record]) -> None:
    """Gives aims price records of a date beside those of the aims table."""
    for row in rows:
        aim, said = (
            aim_named(world, row),
            [code for code in TNP_CODES if row.get(f"price TNP{code}") is not None],
        )
        if not said:
            raise StepError("a price needs an amount in a column TNP1, TNP2, TNP3 or TNP4", row.line)
        aim.finance += [_record("TNP", code, row["date"], row[f"price TNP{code}"]) for code in said]
    world.changed()


@step("these payment records:", table=PAYMENTS)
@step("this payment record:", table=PAYMENTS)
def payment_records(world: World, rows: Sequence[Record]) -> None:
    """Gives aims what the employer has paid the provider, and the provider paid back (PMR)."""
    for row in rows:
        aim_named(world, row).finance.append(_record("PMR", row["code"], row["date"], row["amount"]))
    world.changed()


@step("these dated codes:", table=DATED_CODES)
@step("this dated code:", table=DATED_CODES)
def dated_codes(world: World, rows: Sequence[Record]) -> None:
    """Gives aims codes with dates; those of a type stand in place of its default, such as contract type 1."""
    for row in rows:
        first, last = row.get("from"), row.get("to")
        if first is not None and last is not None and last < first:
            message = f"the code ends on {last:%d/%m/%Y}, before it begins on {first:%d/%m/%Y}"
            raise StepError(message, *row.place("to"))
        fam: dict[str, Any] = {"LearnDelFAMType": row["type"], "LearnDelFAMCode": row["code"]}
        if first is not None:
            fam["LearnDelFAMDateFrom"] = first
        if last is not None:
            fam["LearnDelFAMDateTo"] = last
        aim_named(world, row).codes.append(fam)
    world.changed()


def _record(kind: str, code: int, day: Any, amount: int) -> dict[str, Any]:
    return {"AFinType": kind, "AFinCode": code, "AFinDate": day, "AFinAmount": amount}
