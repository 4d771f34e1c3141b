"""The periods of a year that the data lock judges: a price episode, a delivery month, a group of earnings.

Source: apprenticeship rules 6.1, 6.5 and 6.7.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from engine.calendar import Month
from engine.programmes.apprenticeships.lines import EarningLine, Episode
from engine.programmes.apprenticeships.payments.lock_checks import Check
from engine.programmes.apprenticeships.payments.lock_outcome import LearnerMonth
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from engine.programmes.apprenticeships.payments.outcome import LockPeriod


class EpisodeKey(NamedTuple):
    """What tells one price episode of a person from another."""

    ukprn: int
    learn_ref_number: str
    aim_seq_number: int
    identifier: str
    first_day: date

    @classmethod
    def of(cls, episode: Episode) -> "EpisodeKey":
        """Return the key of a price episode."""
        return cls(
            episode.ukprn,
            episode.learn_ref_number,
            episode.aim_seq_number,
            episode.identifier,
            episode.first_day,
        )


class Period:
    """The earnings of a price episode that are judged together. ``has_money`` is false for a blank first month."""

    __slots__ = ("census", "check", "episode", "group", "has_money", "key", "month")

    def __init__(
        self, key: EpisodeKey, episode: Episode, month: Month, group: int, census: date, check: Check
    ) -> None:
        self.key = key
        self.episode = episode
        self.month = month
        self.group = group
        self.census = census
        self.check = check
        self.has_money = False

    @property
    def order(self) -> tuple[Month, int, date]:
        """In which order the periods of an episode are judged."""
        return self.month, self.group, self.census

    def told(self, vetoed: Mapping[EpisodeKey, tuple[str, ...]]) -> LockPeriod:
        """Return the period as a data lock event tells it."""
        check = self.check
        payable = not check.codes and self.key not in vetoed
        return LockPeriod(
            self.episode, self.month, self.group, self.census, check.codes, payable, check.commitment
        )


def is_carried(line: EarningLine, rules: LockRules) -> bool:
    """Whether a line has no price episode to be locked with: English, maths, and learning support under them.

    Raises ValueError for any other line without a price episode.
    """
    if line.transaction_type in rules.english_maths_types:
        return True
    if line.episode is not None:
        return False
    if line.transaction_type == rules.learning_support_type:
        return True
    raise ValueError(
        f"transaction type {line.transaction_type:d} of {line.month.label}, aim {line.aim_seq_number} of learner "
        f"{line.learn_ref_number}, has no price episode to be locked with"
    )


def vetoes(periods: Iterable[Period], rules: LockRules) -> dict[EpisodeKey, tuple[str, ...]]:
    """Return the codes that price episodes are left with, for those of which nothing is payable (6.5).

    Periods come in the order in which they are judged: a payable one clears the codes found before.
    """
    held: dict[EpisodeKey, list[str]] = {}
    for period in periods:
        if period.check.codes:
            held.setdefault(period.key, []).extend(period.check.codes)
        elif held:
            held.pop(period.key, None)
    return {
        key: tuple(dict.fromkeys(codes))
        for key, codes in held.items()
        if any(code not in rules.without_veto for code in codes)
    }


def ignored_months(
    periods: Sequence[Period], vetoed: Mapping[EpisodeKey, tuple[str, ...]]
) -> frozenset[LearnerMonth]:
    """Return the months in which some price episode has money but nothing of it is payable (6.7)."""
    failed: set[tuple[EpisodeKey, Month]] = set()
    payable: set[tuple[EpisodeKey, Month]] = set()
    for period in periods:
        found = failed if period.check.codes or period.key in vetoed else payable
        found.add((period.key, period.month))
    return frozenset(LearnerMonth(key.ukprn, key.learn_ref_number, month) for key, month in failed - payable)
