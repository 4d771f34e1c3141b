"""Balancing and completion: what a completed programme earns at its end, and all that an episode earns.

Source: FM36 rulebase 2020/21, section 3.4; apprenticeship rules 3.5, 3.7 and 3.8.
"""

from datetime import date
from decimal import Decimal

from engine.money import ZERO
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.rules import last_day_of


def completion_is_paid(episode: PriceEpisodeWork) -> bool:
    """Say whether an episode is completed, and not after 12 weeks of redundancy."""
    if not episode.completed or episode.end_with_assessment is None:
        return False
    stop_day = episode.aim.stop_day
    return stop_day is None or episode.end_with_assessment < stop_day


def settle(episode: PriceEpisodeWork) -> None:
    """Work out balancing and completion, in pounds, and the total that the episode earns."""
    episode.balancing = episode.completion_paid = ZERO
    if completion_is_paid(episode):
        episode.balancing = max(ZERO, episode.capped - episode.completion - episode.on_programme)
        episode.completion_paid = episode.completion
    at_end = episode.balancing + episode.completion_paid
    total = episode.monthly_total
    if total < 0 and episode.aim.rules.prices_carried:
        has_ended = episode.actual_end is not None and episode.actual_instalments > 0
        episode.earned = total + at_end if has_ended else ZERO
    else:
        episode.earned = episode.on_programme + at_end


def earned_before(episode: PriceEpisodeWork, day: date) -> Decimal:
    """Return what an episode earned before a day, in pounds: the money of another provider counts so far."""
    end = episode.end_with_assessment
    if end is not None and end < day:
        return episode.on_programme + episode.balancing + episode.completion_paid
    if episode.monthly_total < 0:
        if episode.aim.rules.prices_carried:
            return episode.on_programme if last_day_of(episode.start_index) < day else ZERO
        return episode.on_programme if episode.start <= day else ZERO
    count = 0
    if episode.paid_first and last_day_of(episode.start_index) < day:
        count = 1
    month = episode.paid_from
    while month < episode.paid_stop and last_day_of(month) < day:
        count += 1
        month += 1
    return episode.instalment * count
