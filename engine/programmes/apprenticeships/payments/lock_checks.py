"""The checks of the data lock: an earning of a price episode against the commitments of its census day.

Source: apprenticeship rules 6.3 and 6.4.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from engine.programmes.apprenticeships.lines import Episode
from engine.programmes.apprenticeships.payments.inputs import Account, Commitment
from engine.programmes.apprenticeships.payments.lock_activity import LearnerCommitments
from engine.programmes.apprenticeships.payments.lock_rules import LockRules

AccountOf = Callable[[int], Account]


@dataclass(slots=True)
class Check:
    """What the checks found: codes in the order of the checks, and the commitments that were looked at.

    ``commitments`` are the provider's own or, where it has none, those of other providers. ``commitment``
    is the one recorded for the payment.
    """

    codes: tuple[str, ...]
    commitments: tuple[Commitment, ...] = ()
    commitment: Commitment | None = None


class Checks:
    """The checks of one learner's price episodes."""

    __slots__ = ("_account_of", "_learner", "_rules")

    def __init__(self, learner: LearnerCommitments, account_of: AccountOf, rules: LockRules) -> None:
        self._learner = learner
        self._account_of = account_of
        self._rules = rules

    def check(self, episode: Episode, census: date, group: int) -> Check:
        """Match a price episode on a census day, for one group of its earnings."""
        rules = self._rules
        learner = self._learner
        if not learner.all:
            return Check((rules.no_commitment,))
        active = learner.on(census)
        looked_at = active or learner.all
        matched = tuple(one for one in looked_at if one.ukprn == episode.ukprn)
        if not matched:
            return Check((rules.other_provider,), tuple(looked_at))
        recorded = matched[0] if active else matched[-1]
        price_date = episode.price_date
        if all(one.begins > price_date for one in matched):
            return Check((rules.price_date,), matched, recorded)
        codes = self._of_course(episode, matched)
        total = episode.total_price
        if all(one.price != total for one in matched):
            codes.append(rules.price)
        codes.extend(self._of_status(matched, census))
        if any(not self._account_of(one.employer).levy_payer for one in matched):
            codes.append(rules.not_levy_payer)
        if group == rules.month_end_group and len(active) > 1 and _several(active):
            codes.append(rules.several)
        return Check(tuple(codes), matched, recorded)

    def _of_course(self, episode: Episode, matched: Sequence[Commitment]) -> list[str]:
        course = episode.course
        if any(one.course == course for one in matched):
            return []
        rules = self._rules
        codes = []
        if all(one.course.std_code != course.std_code for one in matched):
            codes.append(rules.standard)
        if not course.is_standard:
            if all(one.course.fwork_code != course.fwork_code for one in matched):
                codes.append(rules.framework)
            if all(one.course.pway_code != course.pway_code for one in matched):
                codes.append(rules.pathway)
            if all(one.course.prog_type != course.prog_type for one in matched):
                codes.append(rules.programme_type)
        return codes

    def _of_status(self, matched: Sequence[Commitment], census: date) -> list[str]:
        """A stop on the census day or later leaves the earning payable; a pause never does."""
        codes = []
        cancelled = [one for one in matched if one.status == "cancelled"]
        if cancelled and all(one.stop_date is None or one.stop_date < census for one in cancelled):
            codes.append(self._rules.stopped)
        if any(one.status == "paused" for one in matched):
            codes.append(self._rules.paused)
        return codes


def _several(active: Sequence[Commitment]) -> bool:
    """Whether several commitments go on at once; overlapping versions of one commitment do not count."""
    return len({one.id for one in active if one.status == "active"}) > 1
