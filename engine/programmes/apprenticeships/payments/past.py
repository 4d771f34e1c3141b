"""Payments made before the first month end that is run, as history.

Source: apprenticeship rules 2.13.
"""

from collections.abc import Iterable

from engine.because import Because, Explanation, Term
from engine.calendar import Month
from engine.money import five_places
from engine.programmes.apprenticeships.payments import reasons
from engine.programmes.apprenticeships.payments.history import LearnerHistory
from engine.programmes.apprenticeships.payments.inputs import Commitment, FundingSource, PastPayment
from engine.programmes.apprenticeships.payments.outcome import Payment
from engine.programmes.apprenticeships.payments.required import Unit
from engine.programmes.apprenticeships.payments.rules import PaymentRules


def load_history(
    past: Iterable[PastPayment],
    commitments: Iterable[Commitment],
    histories: dict[Unit, LearnerHistory],
    rules: PaymentRules,
) -> list[Payment]:
    """Put past payments into the learners' histories; return them as payments, which count in paid and budget rows."""
    by_learner: dict[tuple[int, int], list[Commitment]] = {}
    for commitment in commitments:
        by_learner.setdefault((commitment.ukprn, commitment.uln), []).append(commitment)
    found = []
    for one in past:
        paid_by = _commitment_of(one, by_learner.get((one.ukprn, one.uln), []))
        payment = _payment(one, paid_by, rules)
        histories.setdefault((one.ukprn, one.learn_ref_number), LearnerHistory()).record(payment)
        found.append(payment)
    return found


def _commitment_of(past: PastPayment, commitments: list[Commitment]) -> Commitment | None:
    """Return the learner's commitment that a past payment was made by: of the same course first, the latest begun."""
    if past.commitment_id:
        named = [one for one in commitments if (one.id, one.version) == (past.commitment_id, past.version)]
        commitments = named or commitments
    if past.employer is not None:
        commitments = [one for one in commitments if one.employer == past.employer]
    last_day = past.month.last_day
    return max(
        commitments,
        key=lambda one: (one.course == past.course, one.begins <= last_day, one.begins),
        default=None,
    )


def _payment(past: PastPayment, commitment: Commitment | None, rules: PaymentRules) -> Payment:
    employer = past.employer
    if past.contract_type != rules.levy_contract or past.without_account:
        employer = commitment = None
    elif employer is None and commitment is not None:
        employer = commitment.employer
    sender = None
    if past.source is FundingSource.TRANSFER:
        sender = past.sender
        if sender is None and commitment is not None:
            sender = commitment.sender
    return Payment(
        past.ukprn,
        past.learn_ref_number,
        past.uln,
        past.aim_seq_number,
        past.learn_aim_ref,
        past.course,
        past.transaction_type,
        past.contract_type,
        past.government_share,
        past.fund_line,
        past.month,
        past.taken_from or past.month,
        past.collection or past.month,
        past.source,
        five_places(past.amount),
        employer,
        sender,
        commitment,
        Because(reasons.EARLIER, lambda: _told(past.month)),
    )


def _told(month: Month) -> Explanation:
    return Explanation(facts=(Term("delivery month", month.label, "earlier payments"),))
