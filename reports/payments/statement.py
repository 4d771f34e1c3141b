"""The sums of a statement of apprenticeship payments: by month and source, by kind of money, by provider."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from engine.calendar import Month
from engine.ledger import Finding
from engine.money import ZERO
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.payments.inputs import FundingSource
from engine.programmes.apprenticeships.payments.outcome import HeldBack, Payment
from reports.payments.locks import Refused

SOURCES = (
    (FundingSource.LEVY, "Levy"),
    (FundingSource.TRANSFER, "Transfer"),
    (FundingSource.GOVERNMENT, "Government"),
    (FundingSource.EMPLOYER, "Employer"),
    (FundingSource.FULLY_FUNDED, "Fully funded"),
)
"""Who pays, with the heading of a column."""

KINDS = {
    TransactionType.ON_PROGRAMME: "On-programme",
    TransactionType.COMPLETION: "Completion",
    TransactionType.BALANCING: "Balancing",
    TransactionType.FIRST_EMPLOYER_INCENTIVE: "First employer incentive",
    TransactionType.FIRST_PROVIDER_INCENTIVE: "First provider incentive",
    TransactionType.SECOND_EMPLOYER_INCENTIVE: "Second employer incentive",
    TransactionType.SECOND_PROVIDER_INCENTIVE: "Second provider incentive",
    TransactionType.UPLIFT_ON_PROGRAMME: "Framework uplift",
    TransactionType.UPLIFT_COMPLETION: "Uplift at completion",
    TransactionType.UPLIFT_BALANCING: "Uplift at balancing",
    TransactionType.FIRST_DISADVANTAGE: "First disadvantage",
    TransactionType.SECOND_DISADVANTAGE: "Second disadvantage",
    TransactionType.ENGLISH_MATHS_ON_PROGRAMME: "English and maths",
    TransactionType.ENGLISH_MATHS_BALANCING: "English, maths balancing",
    TransactionType.LEARNING_SUPPORT: "Learning support",
    TransactionType.CARE_LEAVER: "Care leaver",
}

RowKey = TypeVar("RowKey", bound=Hashable)
ColumnKey = TypeVar("ColumnKey", bound=Hashable)


class Sums(Generic[RowKey, ColumnKey]):
    """Sums in pounds by row and column."""

    def __init__(self) -> None:
        self.cells: dict[tuple[RowKey, ColumnKey], Decimal] = {}

    def add(self, row: RowKey, column: ColumnKey, amount: Decimal) -> None:
        """Add an amount."""
        self.cells[row, column] = self.cells.get((row, column), ZERO) + amount

    @property
    def rows(self) -> list[RowKey]:
        """The rows there are, in the order in which they came."""
        return list(dict.fromkeys(row for row, _ in self.cells))

    def of(self, row: RowKey | None, column: ColumnKey | None) -> Decimal:
        """Return a cell; None sums over all rows, or columns."""
        return sum(
            (
                amount
                for (in_row, in_column), amount in self.cells.items()
                if row in (None, in_row) and column in (None, in_column)
            ),
            ZERO,
        )


@dataclass(slots=True)
class PaymentStatement:
    """Everything a statement tells. Payments taken back are negative in the sums."""

    payments: list[Payment]
    refused: list[Refused]
    waiting: list[HeldBack]
    findings: list[Finding]
    problems: list[str]
    by_collection: Sums[Month, FundingSource] = field(default_factory=Sums)
    by_delivery: Sums[Month, FundingSource] = field(default_factory=Sums)
    by_kind: Sums[TransactionType, Month] = field(default_factory=Sums)
    by_provider: Sums[int, FundingSource] = field(default_factory=Sums)
    taken_back: Decimal = ZERO

    def __post_init__(self) -> None:
        for one in self.payments:
            self.by_collection.add(one.collection, one.source, one.amount)
            self.by_delivery.add(one.month, one.source, one.amount)
            self.by_kind.add(one.transaction_type, one.month, one.amount)
            self.by_provider.add(one.ukprn, one.source, one.amount)
            if one.amount < ZERO:
                self.taken_back -= one.amount


def total(payments: Iterable[Payment]) -> Decimal:
    """Return the sum of payments in pounds."""
    return sum((one.amount for one in payments), ZERO)
