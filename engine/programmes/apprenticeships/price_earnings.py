"""The price of a person's programmes, episode by episode in order of start, and the lines it earns in the year.

What earlier episodes earned is taken off the price and the band of later ones: of the same app, with this
provider and with all.

Source: FM36 rulebase 2020/21, sections 3.1 to 3.6; apprenticeship rules 3.3 to 3.9 and 4.3.
"""

from datetime import date
from decimal import Decimal

from engine.money import ZERO
from engine.programmes.apprenticeships import price_lines
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.completion import earned_before, settle
from engine.programmes.apprenticeships.contract_type import contract_type_on
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork, episodes_of
from engine.programmes.apprenticeships.fund_line import fund_line_of
from engine.programmes.apprenticeships.history import (
    EarlierYears,
    earned_in_rows,
    rows_of_app,
    uplift_in_rows,
)
from engine.programmes.apprenticeships.instalments import spread
from engine.programmes.apprenticeships.lines import Episode
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.programmes.apprenticeships.prices import set_prices, virtual_after
from engine.programmes.apprenticeships.rules import Rules
from engine.programmes.apprenticeships.uplift import has_uplift, spread_uplift


class Chain:
    """The episodes of one app in one record.

    ``aims`` are its programme aims with FundStart, ``all_aims`` those without as well: their prices can be
    carried over. ``done`` are the episodes worked out so far.
    """

    __slots__ = ("aims", "all_aims", "done", "earlier_years")

    def __init__(self, aims: list[Aim], all_aims: list[Aim], earlier_years: EarlierYears) -> None:
        self.aims = aims
        self.all_aims = all_aims
        self.earlier_years = earlier_years
        self.done: list[PriceEpisodeWork] = []

    def earned(self, year_start: int) -> Decimal:
        """Return what the ILR's years that count, and the year itself so far, earned with this provider."""
        total = ZERO
        counts, app = self.earlier_years.counts, self.aims[0].app
        for episode in self.done:
            if episode.earned and (episode.year_start == year_start or counts(app, episode.year_start)):
                total += episode.earned
        return total


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


def _by_start(made: tuple[PriceEpisodeWork, Chain]) -> date:
    return made[0].start


def _work_out(work: PersonYear, episode: PriceEpisodeWork, chain: Chain, every: list[Chain]) -> None:
    rules = work.rules
    previous = chain.done[-1] if chain.done else None
    set_prices(episode, chain.done, chain.aims, chain.all_aims, chain.earlier_years, rules)
    _take_off_earlier(episode, chain, every)
    _remember_residual(episode, previous)
    episode.remaining = _remaining(episode, rules.prices_carried)
    _set_band(work, episode)
    spread(episode, rules)
    settle(episode)
    episode.virtual_end = virtual_after(episode.virtual, episode.earned)
    if has_uplift(episode):
        episode.uplift_total = _uplift_total(work, episode)
        episode.uplift_earlier = _uplift_earlier(work, episode, every)
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
        return end is not None and end in rules.year
    return start >= rules.first_day or end is None or end >= rules.first_day


def _take_off_earlier(episode: PriceEpisodeWork, chain: Chain, every: list[Chain]) -> None:
    """Set what was earned earlier of the same app: with this provider, and with all."""
    record = chain.earlier_years.record
    same = chain.earned(episode.year_start)
    everywhere = same
    if record.history:
        first = next((done for done in chain.done if done.year_start == episode.year_start), episode)
        rows = rows_of_app(record, episode.aim.app, first.start)
        everywhere += earned_in_rows(rows, record, own_only=False)
        same += earned_in_rows(rows, record, own_only=True)
    if len(every) > 1:
        for other in every:
            if other is not chain and other.aims[0].app == episode.aim.app:
                counts = other.earlier_years.counts
                for done in other.done:
                    if done.year_start == episode.year_start or counts(episode.aim.app, done.year_start):
                        everywhere += earned_before(done, episode.start)
    episode.earlier_same_provider = same
    episode.earlier = everywhere


def _remember_residual(episode: PriceEpisodeWork, previous: PriceEpisodeWork | None) -> None:
    """Keep what had been earned when the residual price in force took effect."""
    if previous is not None and previous.residual_date == episode.residual_date:
        episode.residual_earned = previous.residual_earned
        episode.residual_earned_same_provider = previous.residual_earned_same_provider
    else:
        episode.residual_earned = episode.earlier
        episode.residual_earned_same_provider = episode.earlier_same_provider


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
    band = episode.band_limit if row is None or row.band_limit is None else row.band_limit
    return work.rules.uplift_share * band


def _uplift_earlier(work: PersonYear, episode: PriceEpisodeWork, every: list[Chain]) -> Decimal:
    """Return the uplift earned earlier for the same programme: whatever the pathway, or of the same course."""
    aim = episode.aim
    total = ZERO
    first = episode.start
    whatever_pathway = work.rules.counts_whatever_pathway
    for chain in every:
        other = chain.aims[0]
        if other.app != aim.app and not (
            whatever_pathway and other.course.without_pathway == aim.course.without_pathway
        ):
            continue
        counts = chain.earlier_years.counts
        for done in chain.done:
            if done.year_start == episode.year_start and done.start < first:
                first = done.start
            if done.uplift_earned and (
                done.year_start == episode.year_start or counts(other.app, done.year_start)
            ):
                total += done.uplift_earned
    if aim.record.history:
        total += uplift_in_rows(aim.record, aim.course, first)
    return total


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
    work.earnings.episodes.append(shown)


def pay_price(work: PersonYear) -> None:
    """Write instalments, balancing, completion and framework uplift of the year's episodes."""
    rules = work.rules
    shown = [episode for episode in work.episodes if episode.reaches_year]
    for episode in shown:
        end = episode.end_with_assessment
        at_end = episode.balancing or episode.completion_paid
        if at_end and end is not None and end in rules.year:
            episode.aim.pays_at_end = True
        if episode.paid_first and episode.on_programme:
            episode.aim.pays_instalment = True
    for episode in shown:
        price_lines.write(work, episode)
