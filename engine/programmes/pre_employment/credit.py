"""The credit success rate: credit achieved (A60) over planned credit (A59).

Source: pre-employment programme guidance 2008-10, question 7.1, which names the two fields as the basis of a future
rate and gives no formula.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.because import Because, Explanation, Rule, Term
from engine.money import ZERO
from engine.programmes.pre_employment.context import Context
from engine.programmes.pre_employment.records import LegacyRecord

_SOURCE = "Pre-employment programme guidance 2008-10, question 7.1"
_CLAUSES = ("PE-CREDIT-03", "PE-CREDIT-04")

SUMS = Rule(
    "PEP-CSR",
    "Credit success rate: credit achieved over planned credit",
    _SOURCE,
    "credit_achieved / planned_credit",
    _CLAUSES,
)
AVERAGE = Rule(
    "PEP-CSR-AVERAGE",
    "Credit success rate: the average of the aims' own rates",
    _SOURCE,
    "sum_of_rates / number_of_aims",
    _CLAUSES,
)
UNDEFINED = Rule("PEP-CSR-NONE", "No credit success rate: no credit was planned", _SOURCE, clauses=_CLAUSES)


@dataclass(frozen=True, slots=True)
class CreditSuccess:
    """The credit of a provider's aims: planned and achieved, how many aims count, the rate as a share.

    ``rate`` is None when no credit was planned. ``left_out`` counts aims without planned or achieved credit.
    """

    ukprn: int
    planned: int
    achieved: int
    aims: int
    left_out: int
    rate: Decimal | None
    because: Because


def credit_success(ukprn: int, records: Sequence[LegacyRecord], context: Context) -> CreditSuccess:
    """Return the credit success rate of a provider's records: those of closed aims with both fields filled."""
    reading = context.switches.pep_credit_success_rate
    taken = [
        record
        for record in records
        if record.has_ilr and (reading == "sum_of_all_aims" or record.is_closed(context.as_at))
    ]
    pairs = [(one.a59, one.a60) for one in taken if one.a59 is not None and one.a60 is not None]
    planned = sum(a59 for a59, _ in pairs)
    achieved = sum(a60 for _, a60 in pairs)
    basis = "aims" if reading == "sum_of_all_aims" else "closed aims"
    facts = (
        Term("aims_that_count", len(pairs), basis),
        Term("aims_left_out", len(taken) - len(pairs), basis),
    )
    if reading == "average_of_closed_aims":
        rates = [Decimal(a60) / a59 for a59, a60 in pairs if a59]
        total, count = sum(rates, ZERO), len(rates)
        rate = total / count if count else None
        terms = (Term("sum_of_rates", total, "A60 over A59"), Term("number_of_aims", count, "A59 above 0"))
    else:
        rate = Decimal(achieved) / planned if planned else None
        terms = (Term("credit_achieved", achieved, "A60"), Term("planned_credit", planned, "A59"))
    rule = AVERAGE if reading == "average_of_closed_aims" else SUMS
    if rate is None:
        rule = UNDEFINED
    return CreditSuccess(
        ukprn,
        planned,
        achieved,
        len(pairs),
        len(taken) - len(pairs),
        rate,
        Because(rule, lambda: Explanation(terms=terms, facts=facts)),
    )
