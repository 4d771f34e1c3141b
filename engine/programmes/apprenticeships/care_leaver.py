"""The payment for apprentices who have been in care, once, at day 60.

Source: FM36 rulebase 2020/21, section 4; apprenticeship rules 4.7.
"""

from datetime import date
from decimal import Decimal
from functools import partial

from engine.because import Because
from engine.money import ZERO
from engine.programmes.apprenticeships import additional_reasons as reasons
from engine.programmes.apprenticeships.additional_work import DuePayment, funding_row, pay_on_its_day
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.day_count import DayCount, care_leaver_counts
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear


def care_leaver_days(work: PersonYear) -> list[tuple[Aim, DayCount, date]]:
    """Return the programme aims of care leavers that reach the day of the payment, with day count and day."""
    rules = work.rules
    leavers = [aim for aim in work.programme_aims if _is_paid_as_care_leaver(aim)]
    if not leavers:
        return []
    counts = care_leaver_counts(work)
    found = []
    for aim in leavers:
        count = counts[id(aim)]
        day = count.reached(rules.care_leaver_day)
        if day is not None:
            found.append((aim, count, day))
    return found


def pay_care_leavers(work: PersonYear, days: list[tuple[Aim, DayCount, date]]) -> None:
    """Pay the care leaver payments that fall due in the year."""
    for aim, count, day in days:
        amount = care_leaver_amount(work, aim)
        because = Because(reasons.CARE_LEAVER, partial(reasons.care_leaver, work, aim, count, amount))
        pay_on_its_day(work, DuePayment(aim, TransactionType.CARE_LEAVER, day, amount, because))


def care_leaver_amount(work: PersonYear, aim: Aim) -> Decimal:
    """Return the care leaver amount of an aim's course in pounds; nothing without reference data of the course."""
    row = funding_row(work, aim)
    if row is None:
        return work.rules.care_leaver_amount if work.own_price_is_the_band else ZERO
    return work.rules.care_leaver_amount if row.care_leaver is None else row.care_leaver


def _is_paid_as_care_leaver(aim: Aim) -> bool:
    rules = aim.rules
    return (
        aim.fund_start
        and not aim.eef.isdisjoint(rules.care_leaver_codes)
        and aim.age is not None
        and aim.age <= rules.young_age_limit
        and aim.programme.start >= rules.care_leaver_from
    )
