"""The single values of a price episode, under their official attribute names.

Source: FM36 rulebase 2020/21, names of the outputs and sections 3, 6 and 8.
"""

from datetime import date
from decimal import Decimal

from engine.because import Shown
from engine.programmes.apprenticeships.contract_type import contract_type_name
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.payment_records import payments_by_episode
from engine.programmes.apprenticeships.person_year import PersonYear

_OUT_OF_WORK, _OWN_EMPLOYER, _OTHER_EXEMPTION, _NOT_EXEMPT = 1, 2, 3, 0


def values_of_episode(work: PersonYear, episode: PriceEpisodeWork) -> dict[str, Shown]:
    """Return a price episode's values by official name; a value that it does not have is None."""
    paid, paid_so_far = _employer_payments(work, episode)
    return {
        "EpisodeStartDate": episode.start,
        "PriceEpisodePlannedEndDate": episode.planned_end,
        "PriceEpisodeActualEndDate": episode.actual_end,
        "PriceEpisodeActualEndDateIncEPA": episode.end_with_assessment,
        "PriceEpisodeAimSeqNumber": episode.aim.aim_seq_number,
        "PriceEpisodeContractType": contract_type_name(episode.aim, episode.contract_type),
        "PriceEpisodeFundLineType": episode.fund_line,
        "PriceEpisodeTotalTNPPrice": episode.price,
        "PriceEpisodeUpperBandLimit": episode.band_limit,
        "PriceEpisodePreviousEarnings": episode.earlier,
        "PriceEpisodePreviousEarningsSameProvider": episode.earlier_same_provider,
        "PriceEpisodeUpperLimitAdjustment": episode.above_cap,
        "PriceEpisodeCappedRemainingTNPAmount": episode.capped,
        "PriceEpisodeCompletionElement": episode.completion,
        "PriceEpisodeExpectedTotalMonthlyValue": episode.monthly_total,
        "PriceEpisodePlannedInstalments": episode.planned_instalments,
        "PriceEpisodeActualInstalments": episode.actual_instalments,
        "PriceEpisodeInstalmentValue": episode.instalment,
        "PriceEpisodeBalanceValue": episode.balancing,
        "PriceEpisodeTotalEarnings": episode.earned,
        "PriceEpisodeCompleted": episode.completed,
        "PriceEpisodeCompExemCode": exemption_code(episode),
        "PriceEpisodeTotalPMRs": paid,
        "PriceEpisodeCumulativePMRs": paid_so_far,
    }


def exemption_code(episode: PriceEpisodeWork) -> int:
    """Return why a completion needs no evidence of the employer's payments (PriceEpisodeCompExemCode), 0 for none.

    1 is a learner out of work at any time within the episode, 2 an own employer, 3 another exemption.
    """
    aim = episode.aim
    rules = aim.rules
    statuses = aim.record.statuses
    end = episode.end_with_assessment
    for index, status in enumerate(statuses):
        if status.emp_stat not in rules.out_of_work_statuses:
            continue
        following = statuses[index + 1].date_emp_stat_app if index + 1 < len(statuses) else date.max
        if (end is None or status.date_emp_stat_app <= end) and following > episode.start:
            return _OUT_OF_WORK
    if not aim.ldm.isdisjoint(rules.own_employer_codes):
        return _OWN_EMPLOYER
    if not aim.ldm.isdisjoint(rules.contribution_exempt_codes):
        return _OTHER_EXEMPTION
    return _NOT_EXEMPT


def _employer_payments(work: PersonYear, episode: PriceEpisodeWork) -> tuple[Decimal, Decimal]:
    """Return the employer's payments of an episode, and those of it and all earlier ones of the app, in pounds."""
    record, app = episode.aim.record, episode.aim.app
    episodes = [one for one in work.episodes if one.aim.app == app and one.aim.record is record]
    payments = [
        payment
        for aim in work.programme_aims
        if aim.app == app and aim.record is record
        for payment in aim.employer_payments
    ]
    totals = payments_by_episode(payments, [(one.start, one.actual_end) for one in episodes], work.rules)
    place = next(index for index, one in enumerate(episodes) if one is episode)
    return totals[place], sum(totals[: place + 1], Decimal(0))
