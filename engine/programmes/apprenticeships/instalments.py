"""The amount an episode has to spread, and the months that have an instalment of it.

Source: FM36 rulebase 2020/21, sections 3.2 and 3.3; apprenticeship rules 3.1 and 3.4 to 3.6.
"""

from engine.calendar import index_after, month_index
from engine.money import ZERO
from engine.programmes.apprenticeships.episodes import PriceEpisodeWork
from engine.programmes.apprenticeships.rules import Rules


def spread(episode: PriceEpisodeWork, rules: Rules) -> None:
    """Work out capped remainder, completion element, planned instalments and what falls due on programme.

    Prices, earlier earnings, the remaining price and the band limit are there already.
    """
    remaining = episode.remaining
    room = episode.band_limit - episode.earlier
    episode.capped = capped = min(remaining, room)
    episode.above_cap = above = max(ZERO, remaining - room)
    episode.completion = max(ZERO, min(rules.completion_share * (episode.price - above), capped))
    starts_before_aim = episode.start < episode.aim_start
    episode.monthly_total = total = ZERO if starts_before_aim else capped - episode.completion
    after_planned = index_after(episode.planned_end)
    episode.planned_instalments = planned = _planned_instalments(episode, after_planned)
    episode.instalment = total / planned if total > 0 and planned else ZERO
    _find_months(episode, rules, after_planned)
    count = instalments_of(episode)
    if total < 0:
        # What was paid too much is taken back in the first month, by the apprenticeship rules even an unpaid one.
        taken = episode.paid_first or (not rules.pays_month_of_short_aim and _begins_before_stop(episode))
        episode.on_programme = total if taken else ZERO
    else:
        # All instalments together are the total itself: a division that leaves digits over must not balance them.
        episode.on_programme = total if count == planned and count else episode.instalment * count


def _planned_instalments(episode: PriceEpisodeWork, after_planned: int) -> int:
    """Return the month ends from the start to the planned end; 1 for a plan within one month, 0 when it is over."""
    count = after_planned - episode.start_index
    if count > 0:
        return count
    return 1 if month_index(episode.planned_end) == episode.start_index else 0


def instalments_of(episode: PriceEpisodeWork) -> int:
    """Return the number of months that have an instalment."""
    return len(months_paid(episode))


def months_paid(episode: PriceEpisodeWork) -> range:
    """Return the month numbers that have an instalment, of whatever year."""
    first = episode.start_index if episode.paid_first else episode.paid_from
    return range(first, max(episode.paid_from, episode.paid_stop))


def _begins_before_stop(episode: PriceEpisodeWork) -> bool:
    stop_day = episode.aim.stop_day
    return stop_day is None or episode.start_index < month_index(stop_day)


def _find_months(episode: PriceEpisodeWork, rules: Rules, after_planned: int) -> None:
    """Find the months that are paid, by the month of the day after the planned end and after the actual one."""
    start, actual = episode.start_index, episode.actual_end
    after_end = after_planned if actual is None else index_after(actual)
    stop = min(after_planned, after_end)
    first = stop > start
    if not first and rules.pays_month_of_short_aim:
        first = after_end > start or _ends_with_aim(episode)
    stop_day = episode.aim.stop_day
    limit = None if stop_day is None else month_index(stop_day)
    if limit is not None:
        first = first and start < limit
        stop = min(stop, limit)
    episode.paid_first = first
    episode.paid_from = start + 1
    episode.paid_stop = stop
    episode.actual_instalments = 0 if actual is None else _count_actual(episode, after_end, limit)


def _ends_with_aim(episode: PriceEpisodeWork) -> bool:
    """Say whether an episode that ends before its start month does is that of an aim within the month."""
    actual, planned = episode.actual_end, episode.planned_end
    if month_index(episode.aim_start) != episode.start_index:
        return False
    own_end = episode.aim.act_end
    return actual == own_end if own_end is not None else actual is None or actual == planned


def _count_actual(episode: PriceEpisodeWork, after_end: int, limit: int | None) -> int:
    """Count the months of an episode that ended, whatever was planned (PriceEpisodeActualInstalments)."""
    start = episode.start_index
    count = max(0, after_end - start)
    if count == 0 and month_index(episode.aim_start) == start and episode.actual_end == episode.aim.act_end:
        count = 1
    return count if limit is None else min(count, max(0, limit - start))
