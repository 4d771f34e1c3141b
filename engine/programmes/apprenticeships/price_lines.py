"""The lines of an episode's price and framework uplift, month by month.

Source: FM36 rulebase 2020/21, sections 3.3 to 3.6; apprenticeship rules 3.6 and 3.7.
"""

from datetime import date
from decimal import Decimal
from functools import partial

from engine.because import Because
from engine.money import ONE
from engine.programmes.apprenticeships import price_reasons as reasons
from engine.programmes.apprenticeships.contract_type import contract_type_of_month
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.instalments import months_paid
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.rules import last_day_of, month_index
from engine.programmes.apprenticeships.share import share_of_month


def write(work: PersonYear, episode: PriceEpisodeWork) -> None:
    """Write what an episode that reaches into the year earns in its months."""
    _write_instalments(work, episode)
    end = episode.end_with_assessment
    if end is None or end not in work.rules.year:
        return
    for transaction_type, amount, rule, tell, shared in (
        (TransactionType.COMPLETION, episode.completion_paid, reasons.COMPLETION, reasons.completion, True),
        (TransactionType.BALANCING, episode.balancing, reasons.BALANCING, reasons.balancing, True),
        (
            TransactionType.UPLIFT_COMPLETION,
            episode.uplift_completion_paid,
            reasons.UPLIFT_COMPLETION,
            reasons.uplift_completion,
            False,
        ),
        (
            TransactionType.UPLIFT_BALANCING,
            episode.uplift_balancing,
            reasons.UPLIFT_BALANCING,
            reasons.uplift_balancing,
            False,
        ),
    ):
        if amount:
            because = Because(rule, partial(tell, work, episode))
            _line(work, episode, transaction_type, month_index(end), amount, end, because, shared)


def _write_instalments(work: PersonYear, episode: PriceEpisodeWork) -> None:
    if episode.monthly_total < 0:
        if episode.on_programme:
            because = Because(reasons.TAKEN_BACK, partial(reasons.taken_back, work, episode))
            month, amount = episode.start_index, episode.monthly_total
            _line(
                work, episode, TransactionType.ON_PROGRAMME, month, amount, last_day_of(month), because, True
            )
    elif episode.instalment:
        because = Because(reasons.ON_PROGRAMME, partial(reasons.on_programme, work, episode))
        _write_monthly(work, episode, TransactionType.ON_PROGRAMME, episode.instalment, because, True)
    if episode.uplift_instalment:
        because = Because(reasons.UPLIFT_ON_PROGRAMME, partial(reasons.uplift_on_programme, work, episode))
        kind = TransactionType.UPLIFT_ON_PROGRAMME
        _write_monthly(work, episode, kind, episode.uplift_instalment, because, False)


def _write_monthly(
    work: PersonYear,
    episode: PriceEpisodeWork,
    transaction_type: TransactionType,
    amount: Decimal,
    because: Because,
    shared: bool,
) -> None:
    for month in months_paid(episode):
        if month >= work.rules.after_index:
            break
        _line(work, episode, transaction_type, month, amount, last_day_of(month), because, shared)


def _line(
    work: PersonYear,
    episode: PriceEpisodeWork,
    transaction_type: TransactionType,
    month: int,
    amount: Decimal,
    census: date,
    because: Because,
    shared: bool,
) -> None:
    aim = episode.aim
    work.write(
        aim,
        transaction_type,
        month,
        amount,
        census,
        because,
        contract_type=contract_type_of_month(aim, month),
        fund_line=episode.fund_line,
        share=share_of_month(aim, month) if shared else ONE,
        episode=episode,
    )
