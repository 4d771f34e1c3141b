"""Steps on money already paid: earlier payments, payments to be reversed, earnings adjustment statements."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from engine.calendar import Month
from engine.parameters import Parameters
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.inputs import (
    AdjustmentForm,
    FundingSource,
    PastPayment,
    Reversal,
)
from steps.apprenticeships import words
from steps.apprenticeships.checked import CheckedTable, Rows, needed_cells
from steps.apprenticeships.ilr_table import ILR_COLUMNS, course_checks, is_aim, is_programme
from steps.apprenticeships.months import MoneyByMonth, MonthRow, one_of
from steps.apprenticeships.names import Names
from steps.apprenticeships.records import course_of
from steps.apprenticeships.results_labels import EARNINGS_ROWS
from steps.apprenticeships.state import Apprenticeships, Form, PaidBefore, said
from steps.apprenticeships.words import DAS, NON_DAS, defaults, ukprn_of
from steps.known_words import knows
from steps.problems import StepError
from steps.registry import step
from steps.tables import Record, plain
from steps.world import World

WHOLE = Decimal(1)

_LEVY = "SFA Levy employer budget"
_LEVY_SHARED, _OTHER_SHARED = "SFA Levy co-funding budget", "SFA non-Levy co-funding budget"
_LEVY_FULL, _OTHER_FULL = "SFA Levy additional payments budget", "SFA non-Levy additional payments budget"
_EMPLOYER = "Provider Earned from Employer"
_SOURCES = {
    _LEVY: FundingSource.LEVY,
    _LEVY_SHARED: FundingSource.GOVERNMENT,
    _OTHER_SHARED: FundingSource.GOVERNMENT,
    _EMPLOYER: FundingSource.EMPLOYER,
    _LEVY_FULL: FundingSource.FULLY_FUNDED,
    _OTHER_FULL: FundingSource.FULLY_FUNDED,
}
_NOT_READ = (
    "Provider Earned Total",
    "Provider Earned from SFA",
    "Provider Paid by SFA",
    "Payment due from Employer",
    "Refund taken by SFA",
    "Refund due to employer",
    "Levy account debited",
    "Levy account credited",
)

LEARNING = CheckedTable(
    ILR_COLUMNS,
    needed=("ULN", "start date"),
    checks=(needed_cells("ULN", "start date"), course_checks),
)
_READ_ROW = one_of("a row of earnings and payments", (*_SOURCES, *_NOT_READ))
knows(
    _READ_ROW,
    {
        **{row: EARNINGS_ROWS[row] for row in _SOURCES},
        **dict.fromkeys(_NOT_READ, "Follows from the other rows; read, and of no effect."),
    },
)
PAYMENTS = MoneyByMonth("Type", read_label=_READ_ROW)
REVERSALS = MoneyByMonth("Payment type", ("Transaction type", "Type"), words.payment_types)
FORM = MoneyByMonth("Type", ("Payment type",), words.claim_line, blank=True, headings_alone=True)

_TO_WHOM = (
    "earnings and payments have been made to the provider {provider:provider} for learner {learner:text}"
)


@step("following learning has been recorded for previous payments:", table=LEARNING)
@step("the following learning has been recorded for previous payments:", table=LEARNING)
def learning_before(world: World, rows: Rows) -> None:
    """Gives the courses, aims and learner types of payments made before the first month end."""
    said(world).learning_before.extend(rows)


@step(f"the following {_TO_WHOM}:", table=PAYMENTS)
@step(f"the following programme {_TO_WHOM}:", table=PAYMENTS)
def paid_before(world: World, provider: str, learner: str, rows: list[MonthRow]) -> None:
    """Gives on-programme payments made before the first month end, by delivery month."""
    said(world).paid_before.append(PaidBefore(provider, learner, False, rows))


@step(f"the following maths or english {_TO_WHOM}:", table=PAYMENTS)
def english_maths_paid_before(world: World, provider: str, learner: str, rows: list[MonthRow]) -> None:
    """Gives English and maths payments made before the first month end, by delivery month."""
    said(world).paid_before.append(PaidBefore(provider, learner, True, rows))


@step("the following payments will be added for reversal:", table=REVERSALS)
def reversals(world: World, rows: list[MonthRow]) -> None:
    """Takes past payments back in the first month end; columns are delivery months, 0 is nothing."""
    found = said(world).reversals
    for row in rows:
        found.extend(Reversal(row.label, month, amount) for month, amount in row.amounts.items() if amount)


@step("the EAS collection period is {month:calendar_month}")
def collection_period(world: World, month: Month) -> None:
    """Says in which month earnings adjustment statements without a month of their own are submitted."""
    said(world).collection_period = month


@step("the following EAS form is submitted:", table=FORM, table_optional=True)
def form(world: World, rows: list[MonthRow]) -> None:
    """Submits an earnings adjustment statement in the EAS collection period; columns are delivery months."""
    said(world).forms.append(Form(rows, None))


@step("the following EAS form is submitted in {month:calendar_month}:", table=FORM, table_optional=True)
def form_in(world: World, month: Month, rows: list[MonthRow]) -> None:
    """Submits an earnings adjustment statement in a month; columns are delivery months."""
    said(world).forms.append(Form(rows, month))


def past_payments(state: Apprenticeships, names: Names, parameters: Parameters) -> tuple[PastPayment, ...]:
    """Return the payments made before the first month end. Raises StepError for a learner nobody speaks of."""
    return tuple(payment for one in state.paid_before for payment in _past(state, one, names, parameters))


def _past(
    state: Apprenticeships, one: PaidBefore, names: Names, parameters: Parameters
) -> Iterator[PastPayment]:
    line = one.rows[0].line if one.rows else 0
    try:
        key = names.key(one.learner)
    except StepError as error:
        raise StepError(str(error), line) from None
    learning = _learning(state, one, key)
    if learning is None:
        kind = "English or maths" if one.maths_or_english else "programme"
        raise StepError(
            f"no {kind} of {names.spelt[key]} has been recorded: say so in a table below "
            "'And following learning has been recorded for previous payments:'",
            line,
        )
    unless = defaults()[words.ENGLISH_MATHS if one.maths_or_english else words.PROGRAMME]
    kind_of = (
        TransactionType.ENGLISH_MATHS_ON_PROGRAMME if one.maths_or_english else TransactionType.ON_PROGRAMME
    )
    reference = learning.get("aim reference") or unless["LearnAimRef"]
    share = WHOLE if one.maths_or_english else normal_share(parameters, learning["start date"])
    rows = {row.label: row for row in one.rows}
    for label, source in _SOURCES.items():
        for month, amount in rows[label].amounts.items() if label in rows else ():
            if amount:
                yield PastPayment(
                    ukprn_of(one.provider),
                    _reference(state, one.provider, key, names),
                    names.ulns[key],
                    course_of(learning),
                    reference.upper(),
                    kind_of,
                    _contract(rows, month),
                    share,
                    month,
                    source,
                    amount,
                )


def normal_share(parameters: Parameters, programme_start: date) -> Decimal:
    """Return the government's share of a programme by its start, as a number up to 1."""
    employer: Decimal = parameters.at("apprenticeships", programme_start).employer_share
    return WHOLE - employer


def _contract(rows: dict[str, MonthRow], month: Month) -> int:
    sums = (rows[label].amounts.get(month, 0) for label in (_OTHER_SHARED, _OTHER_FULL) if label in rows)
    return NON_DAS if any(amount > 0 for amount in sums) else DAS


def _learning(state: Apprenticeships, one: PaidBefore, key: str) -> Record | None:
    """Return the aim that was paid: as recorded for it, else the learner's in the ILR."""
    tables: Sequence[Sequence[Record]] = (state.learning_before, *(file.rows for file in state.files))
    for rows in tables:
        for row in rows:
            if (
                not is_aim(row)
                or plain(row["ULN"]) != key
                or row.get("Provider", one.provider) != one.provider
            ):
                continue
            if is_programme(row) != one.maths_or_english:
                return row
    return None


def _reference(state: Apprenticeships, provider: str, key: str, names: Names) -> str:
    """Return the learner reference in the provider's first ILR file, else in what was recorded."""
    tables: Sequence[Sequence[Record]] = (*(file.rows for file in state.files), state.learning_before)
    for rows in tables:
        for row in rows:
            at = row.get("Provider") or defaults()["provider"]
            if is_aim(row) and plain(row["ULN"]) == key and at == provider:
                return names.reference(row)
    return names.reference_of(key)


def adjustment_forms(state: Apprenticeships) -> tuple[AdjustmentForm, ...]:
    """Return the earnings adjustment statements. Raises StepError for one of which no step says when."""
    named = dict.fromkeys(
        row.get("Provider") or defaults()["provider"]
        for file in state.files
        for row in file.rows
        if is_aim(row)
    )
    ukprn = ukprn_of(next(iter(named)) if len(named) == 1 else defaults()["provider"])
    found = []
    for one in state.forms:
        month = one.month or state.collection_period
        if month is None:
            line = one.rows[0].line if one.rows else 0
            raise StepError(
                "say when the EAS form is submitted: 'And the EAS collection period is 08/17'", line
            )
        lines: dict[str, dict[Month, Decimal]] = {}
        for row in one.rows:
            lines.setdefault(row.label, {}).update(row.amounts)
        found.append(AdjustmentForm(ukprn, month, lines))
    return tuple(found)
