"""Single figures without an ILR behind them: what a price and a number of months earn, and who pays what is due.

For examples of a rule that state its inputs alone. Amounts are in pounds, unrounded. Source: apprenticeship rules 9.8.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from engine.because import Because, Explanation, Rule, Term
from engine.calendar import Month
from engine.money import ONE, ZERO, calculation_digits
from engine.parameters import Parameters, ParameterValue, Resolved

SUBJECT = "apprenticeships"
_SOURCE = "apprenticeship rules"


def _rule(id: str, title: str, section: str, formula: str = "") -> Rule:
    return Rule(f"APP-FIGURE-{id}", title, f"{_SOURCE} {section}", formula, (f"AR-{section}", "AR-9.8"))


MONTHLY = _rule(
    "MONTHLY",
    "Monthly instalment of a price",
    "3.4",
    "(agreed_price - completion_share * agreed_price) / planned_months",
)
COMPLETION = _rule("COMPLETION", "Completion payment of a price", "3.4", "completion_share * agreed_price")
BALANCING = _rule(
    "BALANCING",
    "Instalments still missing at an early completion",
    "3.7",
    "max(nothing, monthly_instalment * (planned_months - actual_months))",
)
CENSUS_MONTHS = _rule("CENSUS", "Month ends from the start to the planned end", "3.1")
DUE = _rule("DUE", "What is due after what was earned before", "7.1", "earned - previously_earned")
DEBIT = _rule("DEBIT", "What the levy account can bear", "8.3", "min(due, levy_balance)")
EMPLOYER_PART = _rule(
    "EMPLOYER", "The employer's share of the rest", "8.4", "(due - min(due, levy_balance)) * employer_share"
)
GOVERNMENT_PART = _rule(
    "GOVERNMENT",
    "The government's share of the rest",
    "8.4",
    "(due - min(due, levy_balance)) * (all_of_it - employer_share)",
)
INCENTIVES = _rule(
    "INCENTIVES", "Incentives to employer and provider for a young apprentice", "4.2", "payees * incentive"
)
NO_INCENTIVES = _rule("NO-INCENTIVES", "No incentives for an adult apprentice", "4.2")


@dataclass(frozen=True, slots=True)
class SingleFigure:
    """A figure in pounds, or a number of months, with its reason."""

    amount: Decimal
    because: Because


class Figures:
    """The single figures under the values in force for programmes that start on a day."""

    def __init__(self, parameters: Parameters, start: date | None = None) -> None:
        subject = parameters.subject(SUBJECT)
        self._rates: Resolved = subject.at(start or subject.values["completion_share"][0].valid_from)

    def monthly(self, price: Decimal, planned_months: int) -> SingleFigure:
        """Return the instalment of a price over so many months. Raises ValueError without a month."""
        if planned_months < 1:
            raise ValueError(f"a price cannot be spread over {planned_months} months")
        return self._figure(
            MONTHLY,
            [
                Term("agreed_price", price, "given"),
                self._value("completion_share"),
                Term("planned_months", planned_months, "given"),
            ],
            "completion_share",
        )

    def completion(self, price: Decimal) -> SingleFigure:
        """Return the part of a price that is kept back for completion."""
        return self._figure(
            COMPLETION,
            [self._value("completion_share"), Term("agreed_price", price, "given")],
            "completion_share",
        )

    def balancing(self, price: Decimal, planned_months: int, actual_months: int) -> SingleFigure:
        """Return the instalments that an early completion still pays. Raises ValueError without a planned month."""
        return self._figure(
            BALANCING,
            [
                Term("nothing", ZERO),
                Term("monthly_instalment", self.monthly(price, planned_months).amount, MONTHLY.title),
                Term("planned_months", planned_months, "given"),
                Term("actual_months", actual_months, "given"),
            ],
        )

    def due(self, earned: Decimal, previously_earned: Decimal) -> SingleFigure:
        """Return what is due of an earning after what was earned before."""
        return self._figure(
            DUE, [Term("earned", earned, "given"), Term("previously_earned", previously_earned, "given")]
        )

    def levy_debit(self, due: Decimal, balance: Decimal) -> SingleFigure:
        """Return what a levy account pays of an amount due."""
        return self._figure(DEBIT, _due_and_balance(due, balance))

    def employer_part(self, due: Decimal, balance: Decimal) -> SingleFigure:
        """Return the employer's share of what the levy account leaves."""
        terms = [*_due_and_balance(due, balance), self._value("employer_share")]
        return self._figure(EMPLOYER_PART, terms, "employer_share")

    def government_part(self, due: Decimal, balance: Decimal) -> SingleFigure:
        """Return the government's share of what the levy account leaves; what the levy pays is not counted."""
        terms = [*_due_and_balance(due, balance), Term("all_of_it", ONE), self._value("employer_share")]
        return self._figure(GOVERNMENT_PART, terms, "employer_share")

    def incentives(self, age: int) -> SingleFigure:
        """Return the incentives of an apprentice of an age, to employer and provider together."""
        adult = self._rates.used("adult_age")
        facts = (Term("age", age, "given"), Term(adult.name, adult.value, adult.source))
        if age >= adult.value:
            return SingleFigure(ZERO, Because(NO_INCENTIVES, lambda: Explanation((), facts, (adult,))))
        terms = [Term("payees", 2, "employer and provider"), Term("incentive", self._rates.incentive_amount)]
        return self._figure(INCENTIVES, terms, "incentive_amount", facts=facts)

    def _value(self, name: str) -> Term:
        used = self._rates.used(name)
        return Term(name, used.value, used.source)

    def _figure(
        self, rule: Rule, terms: list[Term], *parameters: str, facts: Iterable[Term] = ()
    ) -> SingleFigure:
        used: tuple[ParameterValue, ...] = tuple(self._rates.used(name) for name in parameters)
        because = Because(rule, lambda: Explanation(tuple(terms), tuple(facts), used))
        amount = because.recomputed()
        assert amount is not None, f"{rule.id} has a formula"
        return SingleFigure(amount, because)


def census_months(start: date, planned_end: date) -> SingleFigure:
    """Return the planned instalments: the month ends from the start to the planned end, at least 1.

    Raises ValueError when the planned end comes before the start. Source: apprenticeship rules 3.1.
    """
    if planned_end < start:
        raise ValueError(f"the planned end {planned_end:%d/%m/%Y} comes before the start {start:%d/%m/%Y}")
    months = Month.of(start).months_until(Month.of(planned_end + timedelta(days=1)))
    terms = (Term("start", start, "given"), Term("planned_end", planned_end, "given"))
    with calculation_digits():
        return SingleFigure(Decimal(max(1, months)), Because(CENSUS_MONTHS, lambda: Explanation((), terms)))


def _due_and_balance(due: Decimal, balance: Decimal) -> list[Term]:
    return [Term("due", due, "given"), Term("levy_balance", balance, "given")]
