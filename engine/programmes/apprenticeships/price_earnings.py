"""The price of a person's programmes, episode by episode in order of start, and the lines it earns in the year.

What earlier episodes earned is taken off the price and the band of later ones: of the same app, with this
provider and with all.

Source: FM36 rulebase 2020/21, sections 3.1 to 3.6; apprenticeship rules 3.3 to 3.9 and 4.3.
"""

from datetime import date
from decimal import Decimal

from engine.money import ZERO
from engine.programmes.apprenticeships import price_lines
from engine.programmes.apprenticeships.completion import settle
from engine.programmes.apprenticeships.contract_type import contract_type_on
from engine.programmes.apprenticeships.earlier import (
    Chain,
    remember_residual,
    take_off_earlier,
    uplift_earlier,
)
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork, episodes_of
from engine.programmes.apprenticeships.fund_line import fund_line_of
from engine.programmes.apprenticeships.instalments import spread
from engine.programmes.apprenticeships.lines import Episode
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.prices import PriceRecords, set_prices, virtual_after
from engine.programmes.apprenticeships.rules import Rules
from engine.programmes.apprenticeships.uplift import has_uplift, spread_uplift


def work_out_episodes(work: PersonYear) -> None:
    """Make the price episodes of all programmes of a person and work them out, in order of start."""
    chains: dict[tuple[int, str], Chain] = {}
    for aim in work.programme_aims:
        if aim.fund_start:
            key = (id(aim.record), aim.app)
            chain = chains.get(key)
            if chain is None:
                every = [other for other in aim.programme.same_course if other.record is aim.record]
                chains[key] = Chain([aim], every, work.earlier_years[id(aim.record)])
            else:
                chain.aims.append(aim)
    made: list[tuple[PriceEpisodeWork, Chain]] = []
    for chain in chains.values():
        made += [(episode, chain) for episode in episodes_of(chain.aims, work.rules)]
    if len(chains) > 1:
        made.sort(key=_by_start)
    work.episodes = [episode for episode, _ in made]
    all_chains = list(chains.values())
    for episode, chain in made:
        episode.reaches_year = _reaches(episode, work.rules)
        if episode.reaches_year or episode.start < work.rules.first_day:
            _work_out(work, episode, chain, all_chains)
    if not work.rules.prices_carried:
        _show_unqualified(work, all_chains)


def _show_unqualified(work: PersonYear, every: list[Chain]) -> None:
    """Make the episodes of aims that ended too soon to earn: payments ask for the data lock of all (6.6, 6.11)."""
    for aim in work.programme_aims:
        if aim.fund_start or not aim.is_apprenticeship:
            continue
        same = [other for other in aim.programme.same_course if other.record is aim.record]
        chain = Chain([aim], same, work.earlier_years[id(aim.record)])
        for episode in episodes_of([aim], work.rules):
            episode.reaches_year = _reaches(episode, work.rules)
            if episode.reaches_year:
                _price(work, episode, chain, [chain, *every])
                _show(work, episode)


def _by_start(made: tuple[PriceEpisodeWork, Chain]) -> date:
    return made[0].start


def _price(work: PersonYear, episode: PriceEpisodeWork, chain: Chain, every: list[Chain]) -> None:
    """Work out what is left of the price, and its instalments."""
    rules = work.rules
    previous = chain.done[-1] if chain.done else None
    if chain.prices is None:
        chain.prices = PriceRecords(chain.aims, chain.all_aims)
    set_prices(episode, chain.done, chain.prices, chain.earlier_years, rules)
    take_off_earlier(episode, chain, every)
    remember_residual(episode, previous)
    episode.remaining = _remaining(episode, rules.prices_carried)
    _set_band(work, episode)
    spread(episode, rules)


def _work_out(work: PersonYear, episode: PriceEpisodeWork, chain: Chain, every: list[Chain]) -> None:
    rules = work.rules
    _price(work, episode, chain, every)
    settle(episode)
    episode.virtual_end = virtual_after(episode.virtual, episode.earned)
    if has_uplift(episode):
        episode.uplift_total = _uplift_total(work, episode)
        episode.uplift_earlier = uplift_earlier(episode, every, rules)
        spread_uplift(episode, rules)
    chain.done.append(episode)
    if episode.reaches_year:
        _show(work, episode)


def _reaches(episode: PriceEpisodeWork, rules: Rules) -> bool:
    """Say whether an episode reaches into the year.

    A price dated after the end of its aim starts an episode whose completion falls before its own start.
    """
    start, end = episode.start, episode.end_with_assessment
    if start > rules.last_day:
        return end is not None and rules.first_day <= end <= rules.last_day
    return start >= rules.first_day or end is None or end >= rules.first_day


def _remaining(episode: PriceEpisodeWork, carried: bool) -> Decimal:
    tnp = episode.tnp
    if not carried and tnp[2] + tnp[3] > 0:
        return episode.price - (episode.earlier_same_provider - episode.residual_earned_same_provider)
    training, assessment = episode.virtual
    if training > 0 or assessment > 0:
        return training + assessment
    if tnp[0] + tnp[1] > 0:
        return episode.price - episode.earlier_same_provider
    return ZERO


def _set_band(work: PersonYear, episode: PriceEpisodeWork) -> None:
    """Set the band limit: of the reference data; in scenarios without any, the aim's own price."""
    aim = episode.aim
    episode.funding_row = row = work.funding_of(aim, aim.programme.start_same_pathway)
    if row is not None and row.band_limit is not None:
        episode.band_limit = row.band_limit
    elif not work.own_price_is_the_band:
        episode.band_limit = ZERO
        work.find_missing_band(aim)
    elif episode.tnp[2] + episode.tnp[3] > 0:
        episode.band_limit = episode.price + episode.residual_earned
    else:
        episode.band_limit = episode.price


def _uplift_total(work: PersonYear, episode: PriceEpisodeWork) -> Decimal:
    aim = episode.aim
    row = work.funding_of(aim, aim.programme.start)
    if row is not None and row.framework_uplift is not None:
        return row.framework_uplift
    if row is not None and row.band_limit is not None:
        return work.rules.uplift_share * row.band_limit
    # Without reference data the price itself counts, even a residual one, whose band limit has more in it.
    return work.rules.uplift_share * (episode.price if work.own_price_is_the_band else episode.band_limit)


def _show(work: PersonYear, episode: PriceEpisodeWork) -> None:
    """Make the episode that payments see."""
    aim, tnp = episode.aim, episode.tnp
    # Of several aims that share the episode, one that runs on its start says so.
    episode.contract_type = next(
        (found for one in (aim, *episode.aims) if (found := contract_type_on(one, episode.start))), 0
    )
    episode.fund_line = fund_line_of(aim, episode.contract_type)
    is_residual = tnp[2] + tnp[3] > 0
    episode.episode = shown = Episode(
        aim.ukprn,
        aim.learn_ref_number,
        work.person.uln,
        aim.aim_seq_number,
        aim.course,
        episode.identifier,
        aim.start,
        episode.start,
        episode.end_with_assessment,
        episode.contract_type,
        tnp[2] if is_residual else tnp[0],
        tnp[3] if is_residual else tnp[1],
        episode.price_date,
        episode.price,
        episode.band_limit,
        episode.earlier,
        episode.above_cap,
        episode.capped,
    )
    work.shown_episodes.append(shown)


def pay_price(work: PersonYear) -> None:
    """Write instalments, balancing, completion and framework uplift of the year's episodes."""
    rules = work.rules
    shown = [episode for episode in work.episodes if episode.reaches_year]
    for episode in shown:
        end = episode.end_with_assessment
        at_end = episode.balancing or episode.completion_paid
        if at_end and end is not None and rules.first_day <= end <= rules.last_day:
            episode.aim.pays_at_end = True
        if episode.paid_first and episode.on_programme:
            episode.aim.pays_instalment = True
    for episode in shown:
        price_lines.write(work, episode)
