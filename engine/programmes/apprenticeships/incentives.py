"""Incentives for apprentices aged 16 to 18 at the start, to employer and provider, at day 90 and day 365.

Source: FM36 rulebase 2020/21, section 4; apprenticeship rules 4.2 and 5.5.
"""

from datetime import date
from decimal import Decimal
from functools import partial

from engine.because import Because
from engine.money import ZERO
from engine.programmes.apprenticeships import additional_reasons as reasons
from engine.programmes.apprenticeships.additional_work import (
    DuePayment,
    funding_row,
    pay_on_its_day,
)
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.classification import is_adult_care_leaver_not_told
from engine.programmes.apprenticeships.day_count import DayCounts
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear


def pay_incentives(work: PersonYear, counts: DayCounts) -> None:
    """Pay the incentives that fall due in the year, to the episode in force on their day."""
    young = [aim for aim in work.programme_aims if aim.fund_start and aim.young_at_start]
    if not young:
        return
    rules = work.rules
    days = (
        (
            rules.first_incentive_day,
            TransactionType.FIRST_EMPLOYER_INCENTIVE,
            TransactionType.FIRST_PROVIDER_INCENTIVE,
        ),
        (
            rules.second_incentive_day,
            TransactionType.SECOND_EMPLOYER_INCENTIVE,
            TransactionType.SECOND_PROVIDER_INCENTIVE,
        ),
    )
    for aim in young:
        count = counts.of(aim)
        for number, to_employer, to_provider in days:
            day = count.reached(number)
            if day is None or (aim.stop_day is not None and day >= aim.stop_day):
                continue
            amount = incentive_amount(work, aim)
            because = Because(reasons.INCENTIVE, partial(reasons.incentive, work, aim, count, number, amount))
            half = amount * rules.incentive_share
            untold = is_adult_care_leaver_not_told(aim)
            if untold and rules.untold_forgo_both:
                continue
            if not untold and not _is_lost_by_redundancy(aim, to_employer, day):
                pay_on_its_day(work, DuePayment(aim, to_employer, day, half, because))
            pay_on_its_day(work, DuePayment(aim, to_provider, day, half, because))


def _is_lost_by_redundancy(aim: Aim, to_employer: TransactionType, day: date) -> bool:
    if aim.rules.redundancy_by_month:
        second = to_employer == TransactionType.SECOND_EMPLOYER_INCENTIVE
        return second and any(one.to_the_end and one.day <= day for one in aim.redundancies)
    return any(one.covers(day) for one in aim.redundancies)


def incentive_amount(work: PersonYear, aim: Aim) -> Decimal:
    """Return the employer's incentive of an aim's course in pounds; nothing without reference data of the course."""
    row = funding_row(work, aim)
    if row is None:
        return work.rules.incentive_amount if work.own_price_is_the_band else ZERO
    return work.rules.incentive_amount if row.employer_incentive is None else row.employer_incentive
