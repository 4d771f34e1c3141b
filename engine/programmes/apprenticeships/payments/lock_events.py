"""What the data lock tells of each price episode under a levy contract.

Source: apprenticeship rules 6.3 and 6.11.
"""

from collections.abc import Callable, Iterable, Mapping

from engine.calendar import Month
from engine.programmes.apprenticeships.lines import Episode
from engine.programmes.apprenticeships.payments.inputs import Commitment
from engine.programmes.apprenticeships.payments.lock_periods import EpisodeKey, Period
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from engine.programmes.apprenticeships.payments.outcome import LockEvent


def events_of(
    episodes: Mapping[EpisodeKey, Episode],
    periods: Iterable[Period],
    vetoed: Mapping[EpisodeKey, tuple[str, ...]],
    blank: Callable[[Episode], Period],
    first_month: Month,
    rules: LockRules,
) -> list[LockEvent]:
    """Return one event for each price episode, in error or not; none for a learner without commitments.

    Codes are those of periods with money. The blank first month stands beside them, or is all that an episode
    without money tells of.
    """
    with_money: dict[EpisodeKey, list[Period]] = {}
    for period in periods:
        with_money.setdefault(period.key, []).append(period)
    events = []
    for key, episode in episodes.items():
        judged = with_money.get(key, [])
        first = None
        if not judged:
            judged = [blank(episode)]
        elif judged[0].month != first_month:
            first = blank(episode)
        codes = {code for period in judged for code in period.check.codes}
        if rules.no_commitment in codes:
            continue
        # By order of the version's beginning is how each period has them, so the first mention keeps it.
        commitments: dict[int, Commitment] = {}
        for period in judged:
            commitments.update((id(one), one) for one in period.check.commitments)
        events.append(
            LockEvent(
                episode,
                _told(codes, rules),
                tuple(period.told(vetoed) for period in judged),
                tuple(commitments.values()),
                first.told(vetoed) if first else None,
                first.check.commitments if first else (),
            )
        )
    return events


def _told(codes: set[str], rules: LockRules) -> tuple[str, ...]:
    """Put the codes of an episode in the order of the checks; a price dated too early silences the others."""
    if rules.price_date in codes:
        return (rules.price_date,)
    return tuple(code for code in rules.order if code in codes)
