"""The lines of an episode's price and framework uplift, month by month.

Source: FM36 rulebase 2020/21, sections 3.3 to 3.6; apprenticeship rules 3.6 and 3.7.
"""

from datetime import date
from decimal import Decimal
from functools import partial

from engine.because import Because
from engine.calendar import month_index
from engine.money import ONE
from engine.programmes.apprenticeships import price_reasons as reasons
from engine.programmes.apprenticeships.contract_type import contract_type_of_month, contract_types_of_months
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.instalments import months_paid
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.rules import last_day_of
from engine.programmes.apprenticeships.share import share_changes, share_of_month


def write(work: PersonYear, episode: PriceEpisodeWork) -> None:
    """Write what an episode that reaches into the year earns in its months."""
    _write_instalments(work, episode)
    end, rules = episode.end_with_assessment, work.rules
    if end is None or not rules.first_day <= end <= rules.last_day:
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
    rules, aim = work.rules, episode.aim
    paid = months_paid(episode)
    months = range(max(paid.start, rules.first_index), min(paid.stop, rules.after_index))
    if not months:
        return
    shares = [share_of_month(aim, month) for month in months] if shared and share_changes(aim) else None
    work.write_months(
        aim,
        transaction_type,
        months,
        amount,
        because,
        contract_types=contract_types_of_months(aim, months),
        fund_line=episode.fund_line,
        shares=shares or [aim.government_share if shared else ONE] * len(months),
        episode=episode,
    )


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
