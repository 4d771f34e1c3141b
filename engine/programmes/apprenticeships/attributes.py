"""Earnings of a year under the official attribute names of funding model 36, and the share of the government.

Source: FM36 rulebase 2020/21, names of the outputs and section 3.6.
"""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial
from types import MappingProxyType

from engine.because import Because
from engine.calendar import month_index
from engine.ledger import EarningRun, Ledger
from engine.programmes.apprenticeships import share_reasons as reasons
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.lines import TransactionType
from engine.programmes.apprenticeships.person_year import LineRun, PersonYear
from engine.programmes.apprenticeships.share import full_share_of_month, share_changes, share_of_month

PROGRAMME = "apprenticeships"
GOVERNMENT_SHARE = "PriceEpisodeSFAContribPct"
AIM_LEARNING_SUPPORT = "LearnSuppFundCash"

ATTRIBUTES: Mapping[TransactionType, str] = MappingProxyType(
    {
        TransactionType.ON_PROGRAMME: "PriceEpisodeOnProgPayment",
        TransactionType.COMPLETION: "PriceEpisodeCompletionPayment",
        TransactionType.BALANCING: "PriceEpisodeBalancePayment",
        TransactionType.FIRST_EMPLOYER_INCENTIVE: "PriceEpisodeFirstEmp1618Pay",
        TransactionType.FIRST_PROVIDER_INCENTIVE: "PriceEpisodeFirstProv1618Pay",
        TransactionType.SECOND_EMPLOYER_INCENTIVE: "PriceEpisodeSecondEmp1618Pay",
        TransactionType.SECOND_PROVIDER_INCENTIVE: "PriceEpisodeSecondProv1618Pay",
        TransactionType.UPLIFT_ON_PROGRAMME: "PriceEpisodeApplic1618FrameworkUpliftOnProgPayment",
        TransactionType.UPLIFT_COMPLETION: "PriceEpisodeApplic1618FrameworkUpliftCompletionPayment",
        TransactionType.UPLIFT_BALANCING: "PriceEpisodeApplic1618FrameworkUpliftBalancing",
        TransactionType.FIRST_DISADVANTAGE: "PriceEpisodeFirstDisadvantagePayment",
        TransactionType.SECOND_DISADVANTAGE: "PriceEpisodeSecondDisadvantagePayment",
        TransactionType.ENGLISH_MATHS_ON_PROGRAMME: "MathEngOnProgPayment",
        TransactionType.ENGLISH_MATHS_BALANCING: "MathEngBalPayment",
        TransactionType.LEARNING_SUPPORT: "PriceEpisodeLSFCash",
        TransactionType.CARE_LEAVER: "PriceEpisodeLearnerAdditionalPayment",
    }
)
"""The attribute of each kind of money; learning support without an episode is that of an aim."""


def write_earnings(work: PersonYear, ledger: Ledger) -> None:
    """Add a person's lines to a ledger: by price episode, and by aim for English and maths.

    Several aims that share an episode show the largest of their amounts of one kind, where the rules give each one.
    """
    first_index = work.rules.first_index
    runs = [_earned(run, run.months.start - first_index) for run in work.runs]
    if len(work.programme_aims) > 1 and any(len(episode.aims) > 1 for episode in work.episodes):
        runs = _largest(runs)
    ledger.runs.extend(runs)


def _largest(runs: list[EarningRun]) -> list[EarningRun]:
    """Return month by month the largest alone of what one episode has for an attribute."""
    shown: dict[tuple[int | None, str, str, int], EarningRun] = {}
    for run in runs:
        for index in range(run.first, run.first + run.count):
            key = (run.aim_seq_number, run.price_episode_identifier, run.attribute, index)
            before = shown.get(key)
            if before is None or run.amount > before.amount:
                shown[key] = replace(run, first=index, count=1)
    return list(shown.values())


def _earned(run: LineRun, first: int) -> EarningRun:
    attribute, record = ATTRIBUTES[run.transaction_type], run.aim.record
    if run.episode is None:
        if run.transaction_type is TransactionType.LEARNING_SUPPORT:
            attribute = AIM_LEARNING_SUPPORT
        aim, identifier = run.aim.aim_seq_number, ""
    else:
        aim, identifier = None, run.episode.identifier
    return EarningRun(
        record.ukprn,
        record.learn_ref_number,
        aim,
        attribute,
        first,
        len(run.months),
        run.amount,
        run.because,
        PROGRAMME,
        identifier,
    )


def write_shares(work: PersonYear, ledger: Ledger) -> None:
    """Add the government's share of the price for each month of each episode, whether or not there is money.

    An episode shows it from its start month to the month of its end with the end-point assessment.
    """
    rules = work.rules
    for episode in work.episodes:
        end = episode.end_with_assessment
        first = max(episode.start_index, rules.first_index)
        stop = rules.after_index if end is None else min(month_index(end) + 1, rules.after_index)
        if first >= stop:
            continue
        if len(episode.aims) == 1 and not share_changes(episode.aim):
            aim = episode.aim
            share, because = aim.government_share, _because(aim, "")
            ledger.share_runs.append(_share(episode, first - rules.first_index, stop - first, share, because))
        else:
            _write_changing_shares(work, episode, range(first, stop), ledger)


def _write_changing_shares(
    work: PersonYear, episode: PriceEpisodeWork, months: range, ledger: Ledger
) -> None:
    rules = work.rules
    reason_of: dict[tuple[int, str], Because] = {}
    for month in months:
        aim, share = episode.aim, share_of_month(episode.aim, month)
        for other in episode.aims:
            if other is not aim and (larger := share_of_month(other, month)) > share:
                aim, share = other, larger
        full = full_share_of_month(aim, month)
        key = (id(aim), full)
        because = reason_of.get(key)
        if because is None:
            because = reason_of[key] = _because(aim, full)
        ledger.share_runs.append(_share(episode, month - rules.first_index, 1, share, because))


def _share(episode: PriceEpisodeWork, first: int, count: int, share: Decimal, because: Because) -> EarningRun:
    record = episode.aim.record
    return EarningRun(
        record.ukprn,
        record.learn_ref_number,
        None,
        GOVERNMENT_SHARE,
        first,
        count,
        share,
        because,
        PROGRAMME,
        episode.identifier,
    )


def _because(aim: Aim, full: str) -> Because:
    if full:
        return Because(reasons.FULL_SHARE, partial(reasons.full_share, aim, full))
    return Because(reasons.GOVERNMENT_SHARE, partial(reasons.government_share, aim))
