"""The one result of a calculation: rows of earnings, findings and worked-out values, each with its Because."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from engine.because import Because, Explanation, Rule, Shown, Term
from engine.calendar import FundingYear, Month, Return
from engine.money import ZERO

Severity = Literal["error", "warning", "info"]


@dataclass(slots=True)
class Earning:
    """Money earned in one delivery period.

    ``attribute`` is the official name of the kind of money (``OnProgPayment`` ...); ``amount`` is in pounds, unrounded.
    An earning belongs to an aim, or to a price episode of it. ``programme`` names the rules that gave it.
    """

    ukprn: int
    learn_ref_number: str
    aim_seq_number: int | None
    attribute: str
    month: Month
    amount: Decimal
    because: Because
    programme: str = ""
    price_episode_identifier: str = ""

    @property
    def period(self) -> int:
        """The delivery period 1 to 12 of the earning's month."""
        return self.month.period


@dataclass(slots=True)
class EarningRun:
    """The same money in each of some months that follow each other, for one reason: what rules write.

    ``first`` counts from 0 for August of the ledger's year, ``count`` the months; all else is that of each ``Earning``.
    """

    ukprn: int
    learn_ref_number: str
    aim_seq_number: int | None
    attribute: str
    first: int
    count: int
    amount: Decimal
    because: Because
    programme: str = ""
    price_episode_identifier: str = ""
    _told: list[Earning] | None = field(default=None, init=False, repr=False, compare=False)

    def by_month(self, year: FundingYear) -> list[Earning]:
        """Return the earning of each month, the same objects whenever it is asked."""
        if self._told is None:
            self._told = [
                Earning(
                    self.ukprn,
                    self.learn_ref_number,
                    self.aim_seq_number,
                    self.attribute,
                    year.first_month.shift(index),
                    self.amount,
                    self.because,
                    self.programme,
                    self.price_episode_identifier,
                )
                for index in range(self.first, self.first + self.count)
            ]
        return self._told


@dataclass(slots=True)
class Finding:
    """A refusal or a warning about a record.

    ``code`` is the ILR's own rule name where one exists, else ours. ``aim_seq_number`` is None when it concerns the
    learner, the programme as a whole or a claim outside the ILR. ``clause`` is the id of the clause of guidance.
    ``returned_in`` is the return that holds the record, where rules look at several returns.
    """

    ukprn: int
    learn_ref_number: str
    aim_seq_number: int | None
    code: str
    severity: Severity
    field: str
    found: str
    expected: str
    clause: str
    message: str = ""
    returned_in: Return | None = None

    @property
    def because(self) -> Because:
        """Why it was found: what the record holds, what was expected, and the clause."""
        return refusal(self.code, self.message, self.field, self.found, self.expected, self.clause)


def refusal(code: str, message: str, field: str, found: str, expected: str, clause: str) -> Because:
    """Return the reason of a refusal or a warning, by the clause of guidance that asks for something else."""
    rule = Rule(
        code, message or code, "the clause of guidance named here", clauses=(clause,) if clause else ()
    )
    facts = (
        Term("field", field),
        Term("found", found or "nothing", field),
        Term("expected", expected, field),
    )
    return Because(rule, lambda: Explanation(facts=facts))


@dataclass(slots=True)
class AimValues:
    """The single values behind the money of an aim, or of a price episode of it, by official attribute name.

    They are told on demand, and so is by ``why`` the reason of the value of a name; it is None where values have none.
    ``price_episode_identifier`` is blank for the values of the aim itself.
    """

    ukprn: int
    learn_ref_number: str
    aim_seq_number: int
    tell: Callable[[], dict[str, Shown]]
    programme: str = ""
    price_episode_identifier: str = ""
    why: Callable[[str], Because] | None = None


@dataclass(slots=True)
class YearFigure:
    """A figure of a learner for the whole year that no month earns and no total counts, such as a base rate.

    ``unit`` says what the amount is in, ``about`` what it stands for, such as a band, and ``because_about`` why.
    """

    ukprn: int
    learn_ref_number: str
    attribute: str
    amount: Decimal
    unit: Literal["pounds", "hours"]
    because: Because
    about: str = ""
    programme: str = ""
    because_about: Because | None = None


@dataclass(slots=True)
class Ledger:
    """Everything worked out for one learner, or for several put together.

    ``runs`` hold the earnings as rules write them, ``earnings`` tells them month by month. ``share_runs`` and
    ``shares`` are monthly figures beside the money that no total may count: which part of a price the government
    pays. Their ``amount`` is a number up to 1.
    """

    year: FundingYear
    runs: list[EarningRun] = field(default_factory=list)
    share_runs: list[EarningRun] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    values: list[AimValues] = field(default_factory=list)
    year_figures: list[YearFigure] = field(default_factory=list)

    @property
    def earnings(self) -> list[Earning]:
        """The earnings month by month."""
        return [earning for run in self.runs for earning in run.by_month(self.year)]

    @property
    def shares(self) -> list[Earning]:
        """The shares month by month."""
        return [share for run in self.share_runs for share in run.by_month(self.year)]

    def extend(self, other: "Ledger") -> None:
        """Add the rows of another ledger of the same year."""
        self.runs.extend(other.runs)
        self.share_runs.extend(other.share_runs)
        self.findings.extend(other.findings)
        self.values.extend(other.values)
        self.year_figures.extend(other.year_figures)

    def of_learner(self, learn_ref_number: str) -> Iterator[Earning]:
        """Return the earnings of one learner."""
        return (row for row in self.earnings if row.learn_ref_number == learn_ref_number)


def total(earnings: Iterable[Earning]) -> Decimal:
    """Return the sum of the amounts in pounds."""
    return sum((row.amount for row in earnings), ZERO)
