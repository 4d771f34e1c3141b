"""Learning support: a fixed sum for each month, for one aim of a learner.

Source: FM36 rulebase 2020/21, section 4, #21 to #32; apprenticeship rules 4.6.
"""

from datetime import date
from functools import partial

from engine.because import Because
from engine.calendar import month_index
from engine.ilr.records import LearningDeliveryFAM
from engine.programmes.apprenticeships import additional_reasons as reasons
from engine.programmes.apprenticeships.additional_work import english_maths_stop
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.contract_type import contract_type_of_month
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.fund_line import first_fund_line_of
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.rules import last_day_of, months_before


def pay_learning_support(work: PersonYear) -> None:
    """Pay each month of learning support for the first aim of each learner's record that has it.

    A programme aim comes before English and maths, then the earliest start, then the lowest sequence number.
    """
    supported = [aim for aim in work.aims if aim.support_records and _can_have_support(aim)]
    if not supported:
        return
    for record in work.records:
        aims = [aim for aim in supported if aim.record is record]
        if len(aims) > 1:
            aims.sort(key=_by_rank)
        if aims:
            _pay(work, aims)


def _pay(work: PersonYear, aims: list[Aim]) -> None:
    rules = work.rules
    for month in range(rules.first_index, rules.after_index):
        last_day = last_day_of(month)
        for aim in aims:
            record = _record_of_month(aim, month, last_day)
            if record is None:
                continue
            episode = _episode_of_month(work, aim, month, last_day)
            # Support of a programme shows on an episode; a month without one earns none.
            if aim.is_programme_aim and episode is None:
                break
            because = Because(
                reasons.LEARNING_SUPPORT, partial(reasons.learning_support, aim, record, last_day)
            )
            work.write(
                aim,
                TransactionType.LEARNING_SUPPORT,
                month,
                rules.learning_support_month,
                last_day,
                because,
                contract_type=contract_type_of_month(aim, month),
                fund_line=first_fund_line_of(aim) if episode is None else episode.fund_line,
                episode=episode,
            )
            break


def _can_have_support(aim: Aim) -> bool:
    if not aim.fund_start or not (aim.is_programme_aim or aim.is_english_maths):
        return False
    return aim.planned_end >= months_before(aim.start, -aim.rules.learning_support_months)


def _by_rank(aim: Aim) -> tuple[bool, date, int]:
    return not aim.is_programme_aim, aim.start, aim.aim_seq_number


def _record_of_month(aim: Aim, month: int, last_day: date) -> LearningDeliveryFAM | None:
    """Return a record that has begun and lasts to the month's last day, if the aim does so too."""
    if aim.start_index > month or (aim.end is not None and aim.end < last_day):
        return None
    stop = aim.stop_day if aim.is_programme_aim else english_maths_stop(aim)
    if stop is not None and month >= month_index(stop):
        return None
    for record in aim.support_records:
        begins, ends = record.learn_del_fam_date_from, record.learn_del_fam_date_to
        if (begins is None or begins <= last_day) and (ends is None or ends >= last_day):
            return record
    return None


def _episode_of_month(work: PersonYear, aim: Aim, month: int, last_day: date) -> PriceEpisodeWork | None:
    """Return the episode of a programme aim that shows a month's support.

    An episode shows it from its start month up to the month before the next episode's start month; the month of the
    end only if the end is the month's last day.
    """
    if not aim.is_programme_aim:
        return None
    found = None
    for episode in work.episodes:
        if aim in episode.aims and episode.start_index <= month:
            found = episode
    if found is None:
        return None
    end = found.end_with_assessment
    return found if end is None or end >= last_day else None
