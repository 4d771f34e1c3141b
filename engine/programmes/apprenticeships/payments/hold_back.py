"""Completion payments wait until the employer has paid its share of the training.

Source: apprenticeship rules 7.4 to 7.6.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from engine.because import Because
from engine.calendar import Month
from engine.ilr.records import Learner, LearningDelivery
from engine.programmes.apprenticeships.lines import EarningLine, TransactionType
from engine.programmes.apprenticeships.payments import reasons
from engine.programmes.apprenticeships.payments.history import LearnerHistory
from engine.programmes.apprenticeships.payments.outcome import HeldBack
from engine.programmes.apprenticeships.payments.rules import PaymentRules

_PAYMENT_RECORD = "PMR"


def contributions(learners: Iterable[Learner], rules: PaymentRules) -> Decimal:
    """Return what an employer has paid by the current file of a provider, in pounds, whatever the dates."""
    pounds = 0
    for learner in learners:
        for aim in learner.learning_delivery:
            for record in aim.app_fin_record:
                if record.a_fin_type != _PAYMENT_RECORD:
                    continue
                if record.a_fin_code in rules.contributions_adding:
                    pounds += record.a_fin_amount
                elif record.a_fin_code in rules.contributions_subtracting:
                    pounds -= record.a_fin_amount
    return Decimal(pounds)


def held_back(
    line: EarningLine,
    collection: Month,
    learners: Iterable[Learner],
    history: LearnerHistory,
    rules: PaymentRules,
) -> HeldBack | None:
    """Say whether a completion payment must wait for contributions; None when it is released or never waits.

    ``learners`` are the records of the learner at the line's provider. Once released it is not tested again.
    """
    if line.transaction_type is not TransactionType.COMPLETION or line.course in history.released:
        return None
    learners = tuple(learners)
    needed = history.owed(line)
    supplied = contributions(learners, rules)
    if supplied >= needed or is_exempt(line, learners, rules):
        history.released.add(line.course)
        return None
    return HeldBack(
        line.ukprn,
        line.learn_ref_number,
        line.uln,
        line.month,
        collection,
        line.amount,
        needed,
        supplied,
        Because(reasons.HELD_BACK, lambda: reasons.hold_back(line, needed, supplied)),
    )


def is_exempt(line: EarningLine, learners: Iterable[Learner], rules: PaymentRules) -> bool:
    """Say whether a completion pays without contributions: an own employer or trust (LDM), or redundancy."""
    first = line.episode.aim_start if line.episode is not None else line.census
    for learner in learners:
        if learner.learn_ref_number != line.learn_ref_number:
            continue
        if _without_work(learner, first, line.census, rules):
            return True
        if any(_has_code(aim, rules) for aim in learner.learning_delivery if _is_aim(aim, line)):
            return True
    return False


def _is_aim(aim: LearningDelivery, line: EarningLine) -> bool:
    return aim.aim_seq_number == line.aim_seq_number


def _has_code(aim: LearningDelivery, rules: PaymentRules) -> bool:
    return any(
        fam.learn_del_fam_type == "LDM" and fam.learn_del_fam_code in rules.hold_back_exempt_codes
        for fam in aim.learning_delivery_fam
    )


def _without_work(learner: Learner, first: date, end: date, rules: PaymentRules) -> bool:
    """Say whether the learner was out of work at any time within the aim before its end."""
    statuses = sorted(learner.learner_employment_status, key=lambda status: status.date_emp_stat_app)
    until = date.max
    for status in reversed(statuses):
        if status.emp_stat in rules.out_of_work and status.date_emp_stat_app < end and until > first:
            return True
        until = status.date_emp_stat_app
    return False
