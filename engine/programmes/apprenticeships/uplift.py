"""The framework uplift of 16-18 apprentices: a sum beside the price, spread over the same months.

Source: FM36 rulebase 2020/21, section 3.5; apprenticeship rules 4.3.
"""

from datetime import date
from decimal import Decimal

from engine.money import ZERO
from engine.programmes.apprenticeships.completion import completion_is_paid
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.instalments import instalments_of, months_paid
from engine.programmes.apprenticeships.rules import Rules, last_day_of


def has_uplift(episode: PriceEpisodeWork) -> bool:
    """Say whether the episode's aim is the framework of a 16-18 apprentice."""
    return episode.aim.is_framework and episode.aim.young_at_start


def spread_uplift(episode: PriceEpisodeWork, rules: Rules) -> None:
    """Work out the uplift of an episode, in pounds; its total and what was earned of it earlier are there already."""
    total, earlier = episode.uplift_total, episode.uplift_earlier
    completion = rules.completion_share * total
    if rules.prices_carried:
        completion = ZERO if total < earlier else min(completion, total - earlier)
    remaining = max(ZERO, total - completion - earlier)
    if episode.start < episode.aim_start:
        remaining = ZERO
    planned = episode.planned_instalments
    episode.uplift_completion = completion
    episode.uplift_remaining = remaining
    episode.uplift_instalment = remaining / planned if planned else ZERO
    paid = episode.uplift_instalment * instalments_of(episode)
    if completion_is_paid(episode):
        episode.uplift_balancing = max(ZERO, remaining - paid)
        episode.uplift_completion_paid = completion
    episode.uplift_earned = paid + episode.uplift_balancing + episode.uplift_completion_paid


def uplift_before(episode: PriceEpisodeWork, day: date) -> Decimal:
    """Return the uplift that an episode earned before a day, in pounds."""
    end = episode.end_with_assessment
    if end is not None and end < day:
        return episode.uplift_earned
    count = sum(last_day_of(month) < day for month in months_paid(episode))
    return episode.uplift_instalment * count
