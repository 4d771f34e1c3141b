"""Learning support: a fixed sum for each month, for one of the learner's aims.

Source: FM35 rulebase 2020/21 #179 to #188.
"""

from datetime import date
from functools import partial

from dateutil.relativedelta import relativedelta

from engine.because import Because
from engine.ilr.records import LearningDeliveryFAM
from engine.programmes.adult_skills import explanation
from engine.programmes.adult_skills.aim import Aim
from engine.programmes.adult_skills.payments import Payer
from engine.programmes.adult_skills.rules import Rules


def pay_learning_support(aims: list[Aim], rules: Rules, payer: Payer) -> None:
    """Pay a month of learning support for the first aim that has it in each month of the year.

    A programme aim comes first, then the earliest start, then the lowest sequence number.
    """
    supported = [(aim, records) for aim in aims if aim.marks.has_support and (records := _records(aim))]
    if not supported:
        return
    if len(supported) > 1:
        supported.sort(
            key=lambda pair: (not pair[0].is_programme_aim, pair[0].start, pair[0].delivery.aim_seq_number)
        )
    for month, last_day in enumerate(rules.last_days, start=rules.first_index):
        for aim, records in supported:
            record = _record_of_month(aim, records, last_day)
            if record is not None:
                tell = partial(explanation.learning_support, aim, record)
                because = Because(explanation.LEARNING_SUPPORT, tell)
                payer.write(aim, "LearnSuppFundCash", month, rules.learning_support_month, because)
                break


def _records(aim: Aim) -> list[LearningDeliveryFAM]:
    """Return the learning support records of an aim with the code of it, where it can have learning support."""
    rules = aim.rules
    if not aim.fund_start or aim.line_key == "none":
        return []
    if aim.start_index >= rules.after_index:
        return []
    shortest = aim.start + relativedelta(months=rules.learning_support_months)
    if aim.delivery.learn_plan_end_date < shortest:
        return []
    return [
        record
        for record in aim.delivery.learning_delivery_fam
        if record.learn_del_fam_type == "LSF"
        and record.learn_del_fam_code.isdecimal()
        and int(record.learn_del_fam_code) in rules.learning_support_codes
    ]


def _record_of_month(
    aim: Aim, records: list[LearningDeliveryFAM], last_day: date
) -> LearningDeliveryFAM | None:
    """Return a record that has begun and lasts to the month's last day, if the aim does so too.

    The planned end does not stop it. Two records that only together reach the last day are not joined.
    """
    if aim.start > last_day or (aim.act_end is not None and aim.act_end < last_day):
        return None
    for record in records:
        begins, ends = record.learn_del_fam_date_from, record.learn_del_fam_date_to
        if (begins is None or begins <= last_day) and (ends is None or ends >= last_day):
            return record
    return None
