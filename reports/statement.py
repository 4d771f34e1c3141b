"""What a calculation shows on screen: the first learners in full, totals and counts over everything.

It grows with the number of attributes and finding codes, not of learners, unless all are asked for.
"""

from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from engine.figures import PERIODS, Amounts, Figures, Key, is_nothing
from engine.ledger import Finding, Ledger, YearFigure

if TYPE_CHECKING:
    from engine.ilr.records import Learner

SHOWN = 25
"""How many learners with earnings, and how many findings of a code, are shown unless all are asked for."""

NOT_CALCULATED = {
    25: "16 to 19 study programmes, beyond planned hours and base rate",
    37: "skills bootcamps",
    38: "adult skills from August 2024",
    70: "European Social Fund",
}
"""Funding models with a calculation of their own that is not there yet."""

_SEVERITIES = {"error": 0, "warning": 1, "info": 2}


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of figures on screen."""

    learn_ref_number: str
    key: Key
    amounts: Amounts


@dataclass(slots=True)
class FindingGroup:
    """The findings of one code: how many there are, and those to be shown."""

    severity: str
    code: str
    count: int = 0
    shown: list[Finding] = field(default_factory=list)

    @property
    def rank(self) -> tuple[int, str]:
        """The place in the list: errors first, then by code."""
        return _SEVERITIES.get(self.severity, len(_SEVERITIES)), self.code


@dataclass(slots=True)
class Statement:
    """The figures and findings of a file as the screen shows them; without a ``limit``, all of them."""

    limit: int | None = SHOWN
    learners: int = 0
    earning_learners: int = 0
    earnings: list[ShownRow] = field(default_factory=list)
    totals: dict[str, list[Decimal]] = field(default_factory=dict)
    year_figures: list[YearFigure] = field(default_factory=list)
    year_figure_learners: int = 0
    groups: dict[tuple[str, str], FindingGroup] = field(default_factory=dict)
    not_calculated: Counter[int] = field(default_factory=Counter)

    def add(self, learner: "Learner | None", ledger: Ledger, figures: Figures) -> None:
        """Take in one learner's figures and findings; without a learner, findings that belong to none of the file."""
        for finding in ledger.findings:
            self._add_finding(finding)
        if learner is None:
            return
        self.learners += 1
        earned = [row for row in figures if not all(map(is_nothing, row[1]))]
        if any(key.is_money for key, _ in earned):
            self.earning_learners += 1
            self._add_rows(learner.learn_ref_number, earned)
        if ledger.year_figures:
            self.year_figure_learners += 1
            if self.limit is None or self.year_figure_learners <= self.limit:
                self.year_figures += ledger.year_figures
        for model in {aim.fund_model for aim in learner.learning_delivery} & NOT_CALCULATED.keys():
            self.not_calculated[model] += 1

    def _add_rows(self, learn_ref_number: str, figures: Figures) -> None:
        for key, amounts in figures:
            if not key.is_money:
                continue
            totals = self.totals.get(key.attribute)
            if totals is None:
                totals = self.totals[key.attribute] = [Decimal(0)] * PERIODS
            for index, amount in enumerate(amounts):
                if amount:
                    totals[index] += amount
        if self.limit is None or self.earning_learners <= self.limit:
            self.earnings += [ShownRow(learn_ref_number, key, amounts) for key, amounts in figures]

    def _add_finding(self, finding: Finding) -> None:
        group = self.groups.get((finding.severity, finding.code))
        if group is None:
            group = FindingGroup(finding.severity, finding.code)
            self.groups[finding.severity, finding.code] = group
        group.count += 1
        if self.limit is None or len(group.shown) < self.limit:
            group.shown.append(finding)

    @property
    def hidden_learners(self) -> int:
        """How many learners with earnings are not shown."""
        return 0 if self.limit is None else max(0, self.earning_learners - self.limit)

    @property
    def finding_groups(self) -> list[FindingGroup]:
        """The findings by code, errors first."""
        return sorted(self.groups.values(), key=lambda group: group.rank)
