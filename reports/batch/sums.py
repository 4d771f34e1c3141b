"""What is told of many files together: sums that do not grow with learners and do not depend on their order."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Self

from engine.figures import Span
from engine.ledger import Ledger
from engine.money import ZERO
from reports.earnings_statement.kinds import kind_of
from reports.statement import NOT_CALCULATED

if TYPE_CHECKING:
    from engine.ilr.records import Learner


@dataclass(slots=True)
class Sums:
    """Learners, earnings in pounds by kind, findings by severity and code.

    Amounts are summed as the files hold them, in five places, so that a sum is exact whatever the order.
    """

    learners: int = 0
    earning_learners: int = 0
    earnings: dict[str, Decimal] = field(default_factory=dict)
    findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    not_calculated: Counter[int] = field(default_factory=Counter)

    def take(self, learner: "Learner | None", ledger: Ledger, spans: Iterable[Span]) -> None:
        """Take in a learner; without one, findings about learners who are not in the file."""
        for finding in ledger.findings:
            self.findings[finding.severity, finding.code] += 1
        if learner is None:
            return
        self.learners += 1
        earns = False
        for key, start, stop, amount in spans:
            if key.is_money:
                earns = True
                kind = kind_of(key.attribute, True)
                self.earnings[kind] = self.earnings.get(kind, ZERO) + amount * (stop - start)
        self.earning_learners += earns
        models = {aim.fund_model for aim in learner.learning_delivery}
        if not models.isdisjoint(NOT_CALCULATED):
            self.not_calculated.update(models & NOT_CALCULATED.keys())

    def add(self, other: "Sums") -> None:
        """Take in the sums of other learners."""
        self.learners += other.learners
        self.earning_learners += other.earning_learners
        for kind, amount in other.earnings.items():
            self.earnings[kind] = self.earnings.get(kind, ZERO) + amount
        self.findings.update(other.findings)
        self.not_calculated.update(other.not_calculated)

    @property
    def total(self) -> Decimal:
        """All earnings, in pounds."""
        return sum(self.earnings.values(), ZERO)

    def as_json(self) -> dict[str, Any]:
        """Return the sums as JSON holds them, the same whatever the order of what they add up."""
        return {
            "learners": self.learners,
            "learners_with_earnings": self.earning_learners,
            "earnings": {kind: f"{self.earnings[kind]:f}" for kind in sorted(self.earnings)},
            "findings": [[*key, self.findings[key]] for key in sorted(self.findings)],
            "not_calculated": {str(key): self.not_calculated[key] for key in sorted(self.not_calculated)},
        }

    @classmethod
    def from_json(cls, held: dict[str, Any]) -> Self:
        """Return sums that ``as_json`` wrote. Raises KeyError, TypeError or ValueError for anything else."""
        return cls(
            int(held["learners"]),
            int(held["learners_with_earnings"]),
            {str(kind): Decimal(amount) for kind, amount in held["earnings"].items()},
            Counter({(str(severity), str(code)): int(count) for severity, code, count in held["findings"]}),
            Counter({int(model): int(count) for model, count in held["not_calculated"].items()}),
        )
