"""What the additional earnings share: reference rows of a programme, redundancy and the episode of a day."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from engine.because import Because
from engine.calendar import month_index
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.contract_type import contract_type_of_month
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.reference import ApprenticeshipFunding


def funding_row(work: PersonYear, aim: Aim) -> ApprenticeshipFunding | None:
    """Return the reference row of an aim's course at the programme's start, whatever the pathway."""
    return work.funding_of(aim, aim.programme.start)


def english_maths_stop(aim: Aim) -> date | None:
    """Return the end of a 12-week redundancy of the programme that stops an English or maths aim; None for none.

    It counts only while the aim runs, and only in years whose reading stops English and maths at all.
    """
    if not aim.rules.english_maths_stop:
        return None
    return min(
        (
            stop
            for programme_aim in aim.programme.same_course
            if (stop := programme_aim.stop_day) is not None
            and stop >= aim.start
            and (aim.end is None or stop <= aim.end)
        ),
        default=None,
    )


def lies_in(day: date, episode: PriceEpisodeWork) -> bool:
    """Say whether a day lies within an episode, up to its end with the end-point assessment."""
    end = episode.end_with_assessment
    return episode.start <= day and (end is None or day <= end)


class DuePayment(NamedTuple):
    """A payment of an aim that falls due on a day, in pounds."""

    aim: Aim
    transaction_type: TransactionType
    day: date
    amount: Decimal
    because: Because


def pay_on_its_day(work: PersonYear, due: DuePayment) -> None:
    """Pay what is due on a day to the episode in force on it; nothing where no episode of the aim holds the day."""
    rules, aim, day = work.rules, due.aim, due.day
    month = month_index(day)
    if not rules.first_index <= month < rules.after_index:
        return
    for episode in work.episodes:
        if episode.reaches_year and aim in episode.aims and lies_in(day, episode):
            break
    else:
        return
    work.write(
        aim,
        due.transaction_type,
        month,
        due.amount,
        day,
        due.because,
        contract_type=contract_type_of_month(aim, month, (day,)),
        fund_line=episode.fund_line,
        episode=episode,
    )
