"""What a month end is given beside the ILR: commitments, employer accounts, payments already made, adjustments.

Source: apprenticeship rules 2.8 to 2.13, 7.8 and 7.9.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from engine.calendar import Month
from engine.ilr.records import Learner
from engine.money import ZERO
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import TransactionType

CommitmentStatus = Literal["active", "paused", "cancelled"]


@dataclass(frozen=True, slots=True)
class Commitment:
    """One version of what an employer and a provider agreed for an apprentice.

    ``employer`` is the account of the apprentice's employer, ``sender`` that of another employer who pays by
    transfer. ``price`` is in pounds. A version without ``effective_from`` begins with the commitment.
    """

    id: str
    version: str
    uln: int
    ukprn: int
    employer: int
    course: Course
    price: Decimal
    start: date
    end: date
    status: CommitmentStatus = "active"
    priority: int = 1
    effective_from: date | None = None
    effective_to: date | None = None
    stop_date: date | None = None
    sender: int | None = None
    approved: date | None = None

    @property
    def begins(self) -> date:
        """The first day of the version."""
        return self.effective_from or self.start


@dataclass(frozen=True, slots=True)
class Funds:
    """What an account may spend in each collection month: without limit, or the value last listed.

    Every month starts from its listed value again; before the first listed month there is nothing.
    """

    unlimited: bool = False
    by_month: Mapping[Month, Decimal] = field(default_factory=dict)

    def at(self, collection: Month) -> Decimal | None:
        """Return the pounds available in a collection month; None when there is no limit."""
        if self.unlimited:
            return None
        begun = [month for month in self.by_month if month <= collection]
        return self.by_month[max(begun)] if begun else ZERO


@dataclass(frozen=True, slots=True)
class Account:
    """An employer's digital account: its levy balance and what it may transfer to other employers."""

    employer: int
    levy_payer: bool = True
    levy: Funds = Funds()
    allowance: Funds = Funds()


@dataclass(frozen=True, slots=True)
class Submission:
    """An ILR file as a provider sent it.

    ``received`` is the first collection month that sees it, None for one sent again every month. Of a
    provider's files the one received last counts, of those received together the last of the list.
    ``states_contributions`` says whether employer contributions are recorded, so that completion payments
    can wait for them (7.4, 7.5).
    """

    ukprn: int
    learners: tuple[Learner, ...]
    received: Month | None = None
    states_contributions: bool = True


class FundingSource(StrEnum):
    """Who pays."""

    LEVY = "levy"
    TRANSFER = "transfer"
    GOVERNMENT = "government co-investment"
    EMPLOYER = "employer co-investment"
    FULLY_FUNDED = "fully funded"


@dataclass(frozen=True, slots=True)
class PastPayment:
    """A payment made before the first month end that is run, for a delivery month.

    A blank ``fund_line`` fits any. ``employer`` is None where the account is that of the learner's commitment, or
    where there was none and ``without_account`` says so. ``taken_from`` is the delivery month whose payments a
    refund reduced, None for its own. ``commitment_id`` and ``version`` are blank where the commitment is to be found
    by course and date.
    """

    ukprn: int
    learn_ref_number: str
    uln: int
    course: Course
    learn_aim_ref: str
    transaction_type: TransactionType
    contract_type: int
    government_share: Decimal
    month: Month
    source: FundingSource
    amount: Decimal
    fund_line: str = ""
    employer: int | None = None
    collection: Month | None = None
    without_account: bool = False
    taken_from: Month | None = None
    sender: int | None = None
    aim_seq_number: int = 0
    commitment_id: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class Reversal:
    """Past required payments to be taken back in the first month end: one kind of money of a delivery month."""

    transaction_types: tuple[TransactionType, ...]
    month: Month
    amount: Decimal


@dataclass(frozen=True, slots=True)
class AdjustmentForm:
    """A provider's earnings adjustment statement: claim line to pounds by delivery month."""

    ukprn: int
    submitted: Month
    lines: Mapping[str, Mapping[Month, Decimal]]


@dataclass(frozen=True, slots=True)
class CommitmentSet:
    """All commitments as they stand from a collection month on; None for from the beginning."""

    received: Month | None
    commitments: tuple[Commitment, ...]


@dataclass(frozen=True, slots=True)
class MonthEndInputs:
    """Everything the month ends of a scenario or a set of files are given.

    ``accounts`` by employer number; ``other_accounts`` serves the employers without one of their own.
    ``not_before`` holds back earlier runs. ``own_price_is_the_band`` takes an aim's own price as its
    band limit where no limit is known.
    """

    submissions: tuple[Submission, ...]
    commitment_sets: tuple[CommitmentSet, ...] = ()
    accounts: Mapping[int, Account] = field(default_factory=dict)
    other_accounts: Account = Account(0)
    history: tuple[PastPayment, ...] = ()
    reversals: tuple[Reversal, ...] = ()
    forms: tuple[AdjustmentForm, ...] = ()
    not_before: Month | None = None
    own_price_is_the_band: bool = False
