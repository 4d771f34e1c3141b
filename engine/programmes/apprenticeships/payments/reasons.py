"""The rules behind payments and refunds, and what each explanation tells. Sums are stored with five places."""

from decimal import Decimal

from engine.because import Explanation, Rule, Term
from engine.programmes.apprenticeships.lines import EarningLine
from engine.programmes.apprenticeships.payments.required import Required

_SOURCE = "apprenticeship rules {}"


def _rule(identifier: str, title: str, section: str, formula: str = "", *more: str) -> Rule:
    return Rule(
        f"APP-PAY-{identifier}",
        title,
        _SOURCE.format(section),
        formula,
        tuple(f"AR-{number}" for number in (section.split(" ")[0], *more)),
    )


FULLY_FUNDED = _rule("FULLY", "Money of this kind is paid by the government alone", "8.1", "due", "7.1")
TRANSFER = _rule(
    "TRANSFER",
    "Another employer pays by transfer, up to its allowance and its balance",
    "8.2",
    "min(due, max(0, min(allowance, balance)))",
    "7.1",
)
TRANSFER_WITHIN = _rule(
    "TRANSFER-WHOLE", "Another employer pays by transfer, which covers all", "8.2", "due", "7.1"
)
LEVY = _rule(
    "LEVY",
    "The employer's levy account pays what it can, by priority and delivery month",
    "8.3",
    "min(due - paid_by_transfer, balance)",
    "7.1",
)
LEVY_WITHIN = _rule(
    "LEVY-WHOLE", "The employer's levy account covers all", "8.3", "due - paid_by_transfer", "7.1"
)
GOVERNMENT = _rule(
    "GOVERNMENT",
    "The government pays its share of what levy does not cover",
    "8.4",
    "(due - paid_by_transfer - paid_by_levy) * government_share",
    "7.1",
)
EMPLOYER = _rule(
    "EMPLOYER",
    "The employer pays the rest of what levy does not cover, so that the parts make up what is due",
    "8.4",
    "due - paid_by_transfer - paid_by_levy - government_part",
    "7.1",
)
REFUND_PART = _rule(
    "REFUND",
    "A refund is taken from those who paid for the month, in proportion",
    "7.7",
    "refund_from_month * paid_by_source / paid_by_all",
    "7.1",
)
REFUND_REST = _rule(
    "REFUND-REST",
    "What the other sources' parts of a refund leave, so that the parts make up the refund",
    "7.7",
    "refund_from_month - other_parts",
    "7.1",
)
REVERSAL = _rule("REVERSAL", "A past payment taken back by a manual adjustment", "7.8")
EARLIER = _rule("EARLIER", "A payment made before the first month end that was run", "2.13")
HELD_BACK = _rule(
    "HELD-BACK", "A completion payment waits until the employer has paid its share", "7.4", "", "7.5", "7.6"
)


def due_terms(required: Required) -> tuple[Term, ...]:
    """Return what is due and the facts behind it: what was earned and what had been paid."""
    return (
        Term(
            "due",
            required.amount,
            "what is payable less what has been paid for the month in the funding year",
        ),
    )


def due_facts(required: Required) -> tuple[Term, ...]:
    """Return the facts behind what is due."""
    series = required.series
    facts = [
        Term("payable", required.earned, f"earnings of {required.month.label}"),
        Term(
            "already_paid", required.already_paid, f"payments of {required.month.label} in this funding year"
        ),
    ]
    facts += [Term(line.because.rule.title, line.amount, line.because.rule.source) for line in required.lines]
    if series.employer is not None:
        facts.append(Term("employer", series.employer, "commitment"))
    if required.commitment is not None:
        facts.append(
            Term("commitment", f"{required.commitment.id} v{required.commitment.version}", "data lock")
        )
        facts.append(Term("priority", required.commitment.priority, "commitment"))
    return tuple(facts)


def plain(required: Required) -> Explanation:
    """Explain a payment of all that is due."""
    return Explanation(due_terms(required), due_facts(required))


def transfer(required: Required, allowance: Decimal | None, balance: Decimal | None) -> Explanation:
    """Explain a transfer; an allowance or balance of None is without limit."""
    terms = due_terms(required)
    sender = None if required.commitment is None else required.commitment.sender
    limits = [amount for amount in (allowance, balance) if amount is not None]
    if limits:
        terms += (
            Term(
                "allowance", limits[0] if allowance is None else allowance, f"transfer allowance of {sender}"
            ),
            Term("balance", limits[0] if balance is None else balance, f"levy balance of {sender}"),
        )
    return Explanation(terms, due_facts(required))


def levy(required: Required, transferred: Decimal, balance: Decimal | None) -> Explanation:
    """Explain a payment from levy with the balance found; None is without limit."""
    terms = (*due_terms(required), Term("paid_by_transfer", transferred, "transfer"))
    if balance is not None:
        terms += (Term("balance", balance, f"levy balance of employer {required.series.employer}"),)
    return Explanation(terms, due_facts(required))


def co_investment(
    required: Required, transferred: Decimal, levied: Decimal, government: Decimal
) -> Explanation:
    """Explain the government's or the employer's part."""
    return Explanation(
        (
            *due_terms(required),
            Term("paid_by_transfer", transferred, "transfer"),
            Term("paid_by_levy", levied, "levy account"),
            Term("government_share", required.series.government_share, "share of the programme"),
            Term("government_part", government, "share of what is left, five places"),
        ),
        due_facts(required),
    )


def refund(
    required: Required, whole: Decimal, paid_by_source: Decimal, paid_by_all: Decimal, other_parts: Decimal
) -> Explanation:
    """Explain one source's part of a refund; ``whole`` is what is taken from one month, negative."""
    return Explanation(
        (
            Term("refund_from_month", whole, "what is taken back from payments of this month"),
            Term("paid_by_source", paid_by_source, "net payments of this source for the month"),
            Term("paid_by_all", paid_by_all, "net payments of all sources for the month"),
            Term("other_parts", other_parts, "parts taken back from the sources before this one"),
            *due_terms(required),
        ),
        due_facts(required),
    )


def reversal(amount: Decimal, listed: Decimal) -> Explanation:
    """Explain a part of a payment that a manual adjustment takes back."""
    return Explanation(facts=(Term("reversed", amount, "past payment"), Term("listed", listed, "adjustment")))


def hold_back(line: EarningLine, needed: Decimal, supplied: Decimal) -> Explanation:
    """Explain why a completion payment waits."""
    return Explanation(
        facts=(
            Term("needed", needed, "whole pounds of the employer's co-payments for training so far"),
            Term("supplied", supplied, "ILR payment records, PMR"),
            Term("completion", line.amount, line.because.rule.title),
        )
    )
