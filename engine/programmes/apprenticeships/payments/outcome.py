"""What month ends give: payments by who pays, what was earned, and what the data lock said. One ledger, many views."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from engine.because import Because
from engine.calendar import Month
from engine.money import ZERO
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import EarningLine, Episode, TransactionType
from engine.programmes.apprenticeships.payments.inputs import Commitment, FundingSource


@dataclass(slots=True)
class Payment:
    """Money paid (or, negative, taken back) in a collection month for a delivery month.

    ``month`` is the delivery month of the required payment; ``taken_from`` the delivery month whose
    payments a refund reduces, which may be an earlier one (7.7). ``employer`` is the account of the apprentice's
    employer, ``sender`` the one that pays by transfer.
    """

    ukprn: int
    learn_ref_number: str
    uln: int
    aim_seq_number: int
    learn_aim_ref: str
    course: Course
    transaction_type: TransactionType
    contract_type: int
    government_share: Decimal
    fund_line: str
    month: Month
    taken_from: Month
    collection: Month
    source: FundingSource
    amount: Decimal
    employer: int | None
    sender: int | None
    commitment: Commitment | None
    because: Because


@dataclass(slots=True)
class Earned:
    """What a provider earned in a delivery month for a learner, as the first ILR that earned it said (9.1).

    ``lines`` are the kinds of money it is made of.
    """

    ukprn: int
    learn_ref_number: str
    uln: int
    month: Month
    amount: Decimal
    lines: tuple[EarningLine, ...] = ()

    @property
    def because(self) -> tuple[Because, ...]:
        """The reason of each line that was earned."""
        return tuple(line.because for line in self.lines)


@dataclass(frozen=True, slots=True)
class LockPeriod:
    """The data lock of a price episode in a delivery month for one group of earnings (6.1).

    ``codes`` are those found, in the order of their checks; ``payable`` is what came of the month and group.
    """

    episode: Episode
    month: Month
    group: int
    census: date
    codes: tuple[str, ...]
    payable: bool
    commitment: Commitment | None


@dataclass(slots=True)
class LockEvent:
    """What the data lock tells of a price episode: its codes, periods and the commitments it matched (6.11).

    ``blank`` is the year's first month where the episode has no money then but in later months, with the commitments
    it was matched with; it adds nothing to ``codes``, ``periods`` and ``commitments`` (6.6).
    """

    episode: Episode
    codes: tuple[str, ...]
    periods: tuple[LockPeriod, ...]
    commitments: tuple[Commitment, ...]
    blank: LockPeriod | None = None
    blank_commitments: tuple[Commitment, ...] = ()

    @property
    def all_periods(self) -> tuple[LockPeriod, ...]:
        """The periods, the blank one among them."""
        return (self.blank, *self.periods) if self.blank else self.periods

    @property
    def all_commitments(self) -> tuple[Commitment, ...]:
        """The commitments matched in any period, the blank one included, each once."""
        found = {id(one): one for one in (*self.commitments, *self.blank_commitments)}
        return tuple(found.values())


@dataclass(slots=True)
class AdjustmentPayment:
    """Money of a provider's earnings adjustment statement: claim line, delivery month, collection month, pounds.

    ``stated`` is the total of the statement, of which ``paid_before`` had been paid.
    """

    ukprn: int
    line: str
    month: Month
    collection: Month
    amount: Decimal
    stated: Decimal = ZERO
    paid_before: Decimal = ZERO


@dataclass(slots=True)
class HeldBack:
    """A completion payment that waits for the employer's contributions: pounds needed and supplied so far (7.4)."""

    ukprn: int
    learn_ref_number: str
    uln: int
    month: Month
    collection: Month
    amount: Decimal
    needed: Decimal
    supplied: Decimal
    because: Because


@dataclass(slots=True)
class PaymentLedger:
    """Everything the month ends gave, in the order of the runs.

    ``events`` holds the data lock events as the last run of each funding year left them, by that run's month.
    ``held_back`` are completion payments a run has not released. ``problems`` say what a run was asked for and could
    not do, such as a reversal of a payment that was never made.
    """

    payments: list[Payment] = field(default_factory=list)
    earned: list[Earned] = field(default_factory=list)
    adjustments: list[AdjustmentPayment] = field(default_factory=list)
    events: dict[Month, list[LockEvent]] = field(default_factory=dict)
    episodes: list[Episode] = field(default_factory=list)
    held_back: list[HeldBack] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
