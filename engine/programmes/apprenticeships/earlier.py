"""What was earned earlier: it is taken off the price, the band and the framework uplift of later episodes.

With this provider it counts against the price, with all providers against the band.

Source: FM36 rulebase 2020/21, sections 3.2, 3.5 and 7; apprenticeship rules 3.4 and 4.3.
"""

from decimal import Decimal

from engine.money import ZERO
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.completion import earned_before
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.history import (
    EarlierYears,
    earned_in_rows,
    rows_of_app,
    uplift_in_rows,
)
from engine.programmes.apprenticeships.prices import PriceRecords
from engine.programmes.apprenticeships.rules import Rules
from engine.programmes.apprenticeships.uplift import uplift_before


class Chain:
    """The episodes of one app in one record.

    ``aims`` are its programme aims with FundStart, ``all_aims`` those without as well: their prices can be
    carried over. ``done`` are the episodes worked out so far.
    """

    __slots__ = ("aims", "all_aims", "done", "earlier_years", "prices")

    def __init__(self, aims: list[Aim], all_aims: list[Aim], earlier_years: EarlierYears) -> None:
        self.aims = aims
        self.all_aims = all_aims
        self.earlier_years = earlier_years
        self.done: list[PriceEpisodeWork] = []
        self.prices: PriceRecords | None = None

    def earned(self, year_start: int) -> Decimal:
        """Return what the ILR's years that count, and the year itself so far, earned with this provider."""
        total = ZERO
        counts, app = self.earlier_years.counts, self.aims[0].app
        for episode in self.done:
            if episode.earned and (episode.year_start == year_start or counts(app, episode.year_start)):
                total += episode.earned
        return total


def take_off_earlier(episode: PriceEpisodeWork, chain: Chain, every: list[Chain]) -> None:
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
                earned = _earned_elsewhere(other, episode)
                everywhere += earned
                if other.earlier_years.record.ukprn == record.ukprn:
                    same += earned
    episode.earlier_same_provider = same
    episode.earlier = everywhere


def _earned_elsewhere(chain: Chain, episode: PriceEpisodeWork) -> Decimal:
    """Return what another record of the person earned for the app before an episode starts."""
    total = ZERO
    counts, app = chain.earlier_years.counts, episode.aim.app
    for done in chain.done:
        if done.year_start == episode.year_start or counts(app, done.year_start):
            total += earned_before(done, episode.start)
    return total


def remember_residual(episode: PriceEpisodeWork, previous: PriceEpisodeWork | None) -> None:
    """Keep what had been earned when the residual price in force took effect."""
    if previous is not None and previous.residual_date == episode.residual_date:
        episode.residual_earned = previous.residual_earned
        episode.residual_earned_same_provider = previous.residual_earned_same_provider
    else:
        episode.residual_earned = episode.earlier
        episode.residual_earned_same_provider = episode.earlier_same_provider


def uplift_earlier(episode: PriceEpisodeWork, every: list[Chain], rules: Rules) -> Decimal:
    """Return the uplift earned earlier for the same programme: whatever the pathway, or of the same course."""
    aim = episode.aim
    total = ZERO
    first = episode.start
    whatever_pathway = rules.counts_whatever_pathway
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
                # Of aims that overlap only what was earned before counts; a rulebase year takes the whole.
                at_once = other.record is not aim.record and not rules.prices_carried
                total += uplift_before(done, episode.start) if at_once else done.uplift_earned
    if aim.record.history:
        total += uplift_in_rows(aim.record, aim.course, first)
    return total
