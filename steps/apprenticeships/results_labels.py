"""The row labels of result tables: which view of the payment ledger a row asks for, and for whom."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from engine.calendar import FundingYear
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.views import Kind
from steps.apprenticeships.words import PAYMENT_TYPES, payment_types
from steps.known_words import knows
from steps.problems import CellError, nearest
from steps.tables import plain

_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True, slots=True)
class EarningsRow:
    """A row of the earnings and payments table: its kind, and the employer and learner it is kept to."""

    kind: Kind
    employer: int | None = None
    uln: str = ""


@dataclass(frozen=True, slots=True)
class TypeRow:
    """A row of the transaction types or data lock status table: kinds of money, and the employer it is kept to."""

    types: frozenset[TransactionType]
    employer: int | None = None


_EARNINGS_ROWS = {
    "Provider Earned Total": Kind.EARNED_TOTAL,
    "Provider Earned from SFA": Kind.EARNED_FROM_GOVERNMENT,
    "Provider Earned from Employer": Kind.EARNED_FROM_EMPLOYER,
    "Provider Paid by SFA": Kind.PAID,
    "Refund taken by SFA": Kind.REFUND_TAKEN,
    "Payment due from Employer": Kind.DUE_FROM_EMPLOYER,
    "Refund due to Employer": Kind.REFUND_DUE,
    "Levy account debited": Kind.LEVY_DEBITED,
    "Levy account debited via transfer": Kind.TRANSFER_DEBITED,
    "Levy account credited": Kind.LEVY_CREDITED,
    "SFA Levy employer budget": Kind.LEVY_BUDGET,
    "SFA Levy co-funding budget": Kind.LEVY_CO_FUNDING,
    "SFA non-Levy co-funding budget": Kind.NON_LEVY_CO_FUNDING,
    "SFA Levy additional payments budget": Kind.LEVY_ADDITIONAL,
    "SFA non-Levy additional payments budget": Kind.NON_LEVY_ADDITIONAL,
}
_BY_WORDS = {plain(label): kind for label, kind in _EARNINGS_ROWS.items()}
_EMPLOYER_LAST = {Kind.EARNED_FROM_EMPLOYER, Kind.DUE_FROM_EMPLOYER, Kind.REFUND_DUE}
_EMPLOYER_FIRST = {Kind.LEVY_DEBITED, Kind.TRANSFER_DEBITED, Kind.LEVY_CREDITED}

_EMPLOYER_BEFORE = re.compile(r"employer (?P<employer>\d{1,6}) (?P<rest>.+)")
_EMPLOYER_AFTER = re.compile(r"(?P<rest>.+ employer) (?P<employer>\d{1,6})")
_LEARNER = re.compile(r"(?P<before>.+?) for uln (?P<uln>.+?)(?P<after> via transfer)?")


def earnings_row(written: str, year: FundingYear | None = None) -> EarningsRow:
    """Read a row label of the earnings and payments table. Raises CellError with the nearest label."""
    label, uln, employer = plain(written), "", None
    if match := _LEARNER.fullmatch(label):
        label, uln = match["before"] + (match["after"] or ""), match["uln"]
    if match := _EMPLOYER_BEFORE.fullmatch(label):
        label, employer, fitting = match["rest"], int(match["employer"]), _EMPLOYER_FIRST
    elif match := _EMPLOYER_AFTER.fullmatch(label):
        label, employer, fitting = match["rest"], int(match["employer"]), _EMPLOYER_LAST
    kind = _BY_WORDS.get(label)
    if kind is None or (employer is not None and kind not in fitting):
        raise CellError(f"there is no row '{written}'{nearest(label, _EARNINGS_ROWS)}")
    return EarningsRow(kind, employer, uln)


def type_row(written: str, year: FundingYear | None = None) -> TypeRow:
    """Read a row label of the transaction types table. Raises CellError with the nearest label."""
    label, employer = plain(written), None
    match = _EMPLOYER_BEFORE.fullmatch(label)
    if match and match["rest"].endswith("incentive"):
        label, employer = f"employer {match['rest']}", int(match["employer"])
    try:
        types: Iterable[TransactionType] = payment_types(label)
    except CellError:
        raise CellError(f"there is no row '{written}'{nearest(label, payment_types.words)}") from None
    return TypeRow(frozenset(types), employer)


def lock_row(written: str, year: FundingYear | None = None) -> TypeRow:
    """Read a row label of the data lock status table, which names no employer."""
    row = type_row(written)
    if row.employer is not None:
        raise CellError(f"there is no row '{written}'{nearest(written, payment_types.words)}")
    return row


EARNINGS_ROWS = {
    "Provider Earned Total": "What the provider has earned for learning in the month, whoever pays it.",
    "Provider Earned from SFA": "The government's share of what was earned for the month; shown and not compared.",
    "Provider Earned from Employer": "The employer's share of what was earned for the month; 'Employer 1' after it "
    "names one. Shown and not compared.",
    "Provider Paid by SFA": "What the government pays the provider in the month of payment.",
    "Refund taken by SFA": "What the government takes back from the provider in the month of payment.",
    "Payment due from Employer": "What the employer owes the provider in the month of payment; a number may follow.",
    "Refund due to Employer": "What the provider owes the employer in the month of payment; shown and not compared.",
    "Levy account debited": "What leaves the employer's levy account in the month of payment; 'Employer 1' before it "
    "names one.",
    "Levy account debited via transfer": "What leaves the account of the employer who transfers; "
    "'Employer 1' before it names one.",
    "Levy account credited": "What comes back to the employer's levy account in the month of payment.",
    "SFA Levy employer budget": "What levy accounts pay for learning in the month.",
    "SFA Levy co-funding budget": "The government's share where levy runs out, for learning in the month.",
    "SFA non-Levy co-funding budget": "The government's share where no levy is paid, for learning in the month.",
    "SFA Levy additional payments budget": "Incentives, uplifts, English, maths and support: levy contracts.",
    "SFA non-Levy additional payments budget": "Incentives, uplifts, English, maths and support: no levy contract.",
}
"""The rows of the earnings and payments table with their meanings. Source: apprenticeship rules 9.1 and 9.2."""

knows(earnings_row, EARNINGS_ROWS)
knows(type_row, PAYMENT_TYPES)
knows(lock_row, PAYMENT_TYPES)
