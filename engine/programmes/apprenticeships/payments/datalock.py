"""The data lock: which earnings of a person are payable, by which commitment, and what is told of the rest.

Only earnings under a levy contract are locked. Source: apprenticeship rules 6, 4.5, 4.6 and 12.4.
"""

from datetime import date

from engine.because import Because
from engine.calendar import Month
from engine.programmes.apprenticeships.lines import EarningLine, Episode, YearEarnings
from engine.programmes.apprenticeships.payments import lock_reasons
from engine.programmes.apprenticeships.payments.lock_activity import CommitmentRegister
from engine.programmes.apprenticeships.payments.lock_carried import Carriers
from engine.programmes.apprenticeships.payments.lock_checks import AccountOf, Checks
from engine.programmes.apprenticeships.payments.lock_events import events_of
from engine.programmes.apprenticeships.payments.lock_outcome import LearnerMonth, LineLock, LockOutcome
from engine.programmes.apprenticeships.payments.lock_periods import (
    EpisodeKey,
    Period,
    ignored_months,
    is_carried,
    vetoes,
)
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from engine.programmes.apprenticeships.payments.outcome import LockEvent


def lock(
    earnings: YearEarnings,
    commitments: CommitmentRegister,
    account_of: AccountOf,
    rules: LockRules,
    until: Month | None = None,
) -> LockOutcome:
    """Lock one person's earnings of a year up to a delivery month, all of them without one.

    Where several month ends see the same earnings and commitments, make one ``YearLock`` and ask it for each. Raises
    ValueError for an earning of the programme without a price episode.
    """
    if until is not None:
        begun = [line for line in earnings.lines if line.month <= until]
        earnings = YearEarnings(earnings.year, begun, earnings.episodes)
    return YearLock(earnings, commitments, account_of, rules).until(until)


class YearLock:
    """One person's earnings of a year matched with the commitments in force, for as many month ends as see both.

    What a census day finds stays the same from month to month; which codes a price episode is left with does not.
    """

    def __init__(
        self, earnings: YearEarnings, commitments: CommitmentRegister, account_of: AccountOf, rules: LockRules
    ) -> None:
        self._year = earnings.year
        self._rules = rules
        self._commitments = commitments
        self._account_of = account_of
        self._checks: dict[int, Checks] = {}
        self._keys: dict[int, EpisodeKey] = {}
        self._episodes: dict[EpisodeKey, Episode] = {
            self._key(one): one for one in earnings.episodes if one.contract_type == rules.contract_type
        }
        self._blanks: dict[EpisodeKey, Period] = {}
        self._lines: list[tuple[EarningLine, Period | None, Because | None]] = []
        found: dict[tuple[EpisodeKey, Month, int, date], Period] = {}
        for line in earnings.lines:
            self._lines.append(self._judged(line, found))
        self._periods = sorted((one for one in found.values() if one.has_money), key=lambda one: one.order)
        self._clean = not any(period.check.codes for period in self._periods)

    def until(self, month: Month | None = None) -> LockOutcome:
        """Return the data lock of the earnings up to a delivery month, of all without one."""
        periods = self._periods
        if month is not None:
            periods = [period for period in periods if period.month <= month]
        vetoed = {} if self._clean else vetoes(periods, self._rules)
        ignored = frozenset() if self._clean else ignored_months(periods, vetoed)
        locks: list[LineLock | EarningLine] = []
        for line, period, because in self._lines:
            if month is not None and line.month > month:
                continue
            if because is None:
                locks.append(line)
            else:
                locks.append(self._locked(line, period, because, vetoed, ignored))
        lines = self._with_carried(locks, periods, vetoed, ignored)
        return LockOutcome(lines, ignored, lambda: self._events(periods, vetoed))

    def _judged(
        self, line: EarningLine, found: dict[tuple[EpisodeKey, Month, int, date], Period]
    ) -> tuple[EarningLine, Period | None, Because | None]:
        """Return a line with its period and reason: no period without a lock, no reason if others carry it."""
        rules = self._rules
        if line.contract_type != rules.contract_type:
            return line, None, lock_reasons.of_contract(line, rules)
        if is_carried(line, rules):
            return line, None, None
        episode = line.episode
        assert episode is not None
        key = self._key(episode)
        self._episodes.setdefault(key, episode)
        group = rules.group_of[line.transaction_type]
        place = key, line.month, group, line.census
        period = found.get(place)
        if period is None:
            check = self._checks_of(episode.uln).check(episode, line.census, group)
            period = found[place] = Period(key, episode, line.month, group, line.census, check)
        if line.amount:
            period.has_money = True
        return line, period, lock_reasons.of_period(period, rules)

    def _locked(
        self,
        line: EarningLine,
        period: Period | None,
        because: Because,
        vetoed: dict[EpisodeKey, tuple[str, ...]],
        ignored: frozenset[LearnerMonth],
    ) -> LineLock:
        payable = because.rule is not lock_reasons.NO_CONTRACT
        commitment = None
        if period is not None:
            commitment = period.check.commitment
            payable = not period.check.codes
            if payable and vetoed and period.key in vetoed:
                payable = False
                because = lock_reasons.of_refused_episode(period, vetoed[period.key], self._rules)
        if payable and ignored and _month_of(line) in ignored:
            payable = False
            because = lock_reasons.of_ignored(line, because)
        return LineLock(line, payable, commitment, because)

    def _with_carried(
        self,
        locks: list[LineLock | EarningLine],
        periods: list[Period],
        vetoed: dict[EpisodeKey, tuple[str, ...]],
        ignored: frozenset[LearnerMonth],
    ) -> list[LineLock]:
        judged = [lock for lock in locks if isinstance(lock, LineLock)]
        if len(judged) == len(locks):
            return judged
        first_months = [
            (period, not period.check.codes and period.key not in vetoed)
            for period in self._first_months(periods)
        ]
        carriers = Carriers(judged, first_months, self._rules)
        lines = []
        for lock in locks:
            if isinstance(lock, EarningLine):
                carried = carriers.lock(lock)
                if carried.payable and ignored and _month_of(lock) in ignored:
                    carried.payable = False
                    carried.because = lock_reasons.of_ignored(lock, carried.because)
                lines.append(carried)
            else:
                lines.append(lock)
        return lines

    def _first_months(self, periods: list[Period]) -> list[Period]:
        """Return the first month's periods of each price episode, a blank one where it has no money then (6.6)."""
        first = self._year.first_month
        found = [period for period in periods if period.month == first]
        with_money = {period.key for period in found}
        blanks = (self._blank(one) for key, one in self._episodes.items() if key not in with_money)
        return [*found, *blanks]

    def _blank(self, episode: Episode) -> Period:
        key = self._key(episode)
        period = self._blanks.get(key)
        if period is None:
            first = self._year.first_month
            group = self._rules.month_end_group
            check = self._checks_of(episode.uln).check(episode, first.last_day, group)
            period = self._blanks[key] = Period(key, episode, first, group, first.last_day, check)
        return period

    def _events(self, periods: list[Period], vetoed: dict[EpisodeKey, tuple[str, ...]]) -> list[LockEvent]:
        return events_of(self._episodes, periods, vetoed, self._blank, self._year.first_month, self._rules)

    def _checks_of(self, uln: int) -> Checks:
        checks = self._checks.get(uln)
        if checks is None:
            learner = self._commitments.of(uln)
            checks = self._checks[uln] = Checks(learner, self._account_of, self._rules)
        return checks

    def _key(self, episode: Episode) -> EpisodeKey:
        key = self._keys.get(id(episode))
        if key is None:
            key = self._keys[id(episode)] = EpisodeKey.of(episode)
        return key


def _month_of(line: EarningLine) -> LearnerMonth:
    return LearnerMonth(line.ukprn, line.learn_ref_number, line.month)
