"""Disadvantage payments to providers for apprentices on frameworks, at day 90 and day 365.

Source: FM36 rulebase 2020/21, section 4; apprenticeship rules 4.4.
"""

from functools import partial

from engine.because import Because
from engine.programmes.apprenticeships import additional_reasons as reasons
from engine.programmes.apprenticeships.additional_work import DuePayment, pay_on_its_day
from engine.programmes.apprenticeships.day_count import DayCounts
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear


def pay_disadvantage(work: PersonYear, counts: DayCounts) -> None:
    """Pay the disadvantage payments that fall due in the year, whatever the age."""
    on_frameworks = [aim for aim in work.programme_aims if aim.fund_start and aim.is_framework]
    if not on_frameworks:
        return
    rules = work.rules
    days = (
        (rules.first_incentive_day, TransactionType.FIRST_DISADVANTAGE),
        (rules.second_incentive_day, TransactionType.SECOND_DISADVANTAGE),
    )
    for aim in on_frameworks:
        row = work.reference.apprenticeship_disadvantage(
            aim.record.learner.postcode_prior, aim.programme.start
        )
        if row is None:
            continue
        count = counts.of(aim)
        for number, transaction_type in days:
            day = count.reached(number)
            if day is None or (aim.stop_day is not None and day >= aim.stop_day):
                continue
            because = Because(reasons.DISADVANTAGE, partial(reasons.disadvantage, aim, count, number, row))
            half = row.amount * rules.disadvantage_share
            pay_on_its_day(work, DuePayment(aim, transaction_type, day, half, because))
