"""The credit success rate: credit achieved (A60) over planned credit (A59).

Source: pre-employment programme guidance 2008-10, question 7.1, which names the two fields as the basis of a future
rate and gives no formula.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from engine.because import ADDS_ALL, Because, Explanation, Rule, Term, added
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


PLANNED = Rule(
    "PEP-CREDIT-PLANNED",
    "Planned credit of the aims that count",
    _SOURCE,
    ADDS_ALL,
    ("PE-CREDIT-01", *_CLAUSES),
)
ACHIEVED = Rule(
    "PEP-CREDIT-ACHIEVED",
    "Credit achieved of the aims that count",
    _SOURCE,
    ADDS_ALL,
    ("PE-CREDIT-02", *_CLAUSES),
)
COUNTED = Rule(
    "PEP-CREDIT-AIMS",
    "Aims that count: those with planned and achieved credit",
    _SOURCE,
    "aims - aims_without_credit",
    _CLAUSES,
)
LEFT_OUT = Rule(
    "PEP-CREDIT-LEFT-OUT",
    "Aims left out: those without planned or achieved credit",
    _SOURCE,
    "aims - aims_that_count",
    _CLAUSES,
)


@dataclass(frozen=True, slots=True)
class CreditSuccess:
    """The credit of a provider's aims: planned and achieved, how many aims count, the rate as a share.

    ``rate`` is None when no credit was planned. ``left_out`` counts aims without planned or achieved credit.
    ``reasons`` are those of the four numbers by their names; ``because`` is that of the rate.
    """

    ukprn: int
    planned: int
    achieved: int
    aims: int
    left_out: int
    rate: Decimal | None
    because: Because
    reasons: Mapping[str, Because]


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
        _reasons(taken, basis),
    )


def _reasons(taken: Sequence[LegacyRecord], basis: str) -> Mapping[str, Because]:
    counted = [one for one in taken if one.a59 is not None and one.a60 is not None]
    aims = Term("aims", len(taken), basis)

    def credit(field: str) -> Explanation:
        parts = ((f"{one.l03} {one.a09}", getattr(one, field.lower()), f"ILR {field}") for one in counted)
        return Explanation(added(parts))

    without = Term("aims_without_credit", len(taken) - len(counted), "A59 or A60 missing")
    having = Term("aims_that_count", len(counted), "A59 and A60 there")
    return MappingProxyType(
        {
            "planned": Because(PLANNED, lambda: credit("A59")),
            "achieved": Because(ACHIEVED, lambda: credit("A60")),
            "aims": Because(COUNTED, lambda: Explanation((aims, without))),
            "left_out": Because(LEFT_OUT, lambda: Explanation((aims, having))),
        }
    )
