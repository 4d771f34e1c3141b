"""Who pays the price: the government's share of a month, and the days on which it pays all.

Source: FM36 rulebase 2020/21, section 3.6; apprenticeship rules 5.2 to 5.5.
"""

from datetime import date, timedelta
from decimal import Decimal

from engine.calendar import month_index
from engine.employment import monitoring_code, status_in_force
from engine.ilr.records import LearnerEmploymentStatus
from engine.money import ONE
from engine.programmes.apprenticeships.aim import Aim
from engine.programmes.apprenticeships.classification import is_adult_care_leaver_not_told
from engine.programmes.apprenticeships.rules import Rules, last_day_of

SMALL_EMPLOYER = "small employer"
REDUNDANCY = "redundancy"

_ONE_DAY = timedelta(days=1)


def find_small_employer_days(aim: Aim) -> None:
    """Set the stretches of days within a programme aim on which a small employer pays nothing.

    The flag is that of the employment status in force at the programme's earliest start, and is read
    anew only where the employer changes.
    """
    rules = aim.rules
    statuses = aim.record.statuses
    if not aim.young_at_start or not aim.fund_start or not statuses or is_adult_care_leaver_not_told(aim):
        return
    first = status_in_force(statuses, aim.programme.first_learning_day)
    is_small = _is_small(first, rules)
    employer = None if first is None else first.emp_id
    since = aim.start
    for status in statuses:
        day = status.date_emp_stat_app
        if day <= aim.programme.first_learning_day:
            continue
        if status.emp_id != employer:
            employer = status.emp_id
            small_now = _is_small(status, rules)
            if is_small and not small_now:
                _add(aim, since, day - _ONE_DAY)
            if small_now and not is_small:
                since = max(day, aim.start)
            is_small = small_now
    if is_small:
        _add(aim, since, None)


def _add(aim: Aim, first: date, last: date | None) -> None:
    if aim.end is not None and (last is None or last > aim.end):
        last = aim.end
    if last is None or first <= last:
        aim.small_employer_days.append((first, last))


def _is_small(status: LearnerEmploymentStatus | None, rules: Rules) -> bool:
    return monitoring_code(status, "SEM") in rules.small_employer_codes


def full_share_reason(aim: Aim, day: date) -> str:
    """Return why the government pays all on a day, blank where it does not."""
    for first, last in aim.small_employer_days:
        if first <= day and (last is None or day <= last):
            return SMALL_EMPLOYER
    for redundancy in aim.redundancies:
        if redundancy.covers(day):
            return REDUNDANCY
    return ""


def day_of_share(aim: Aim, month: int, pays_at_end: bool) -> date:
    """Return the day on which the share of a month is read: as a rule the month's last.

    ``pays_at_end`` says that the aim has balancing or completion in the year: in the month of E that
    day counts. For an aim within one month that has an instalment it is the actual end.
    """
    end = aim.end
    if pays_at_end and end is not None and aim.end_index == month:
        return end
    actual = aim.act_end
    if (
        month == aim.start_index
        and aim.pays_instalment
        and actual is not None
        and month_index(actual) == month
    ):
        return actual
    return last_day_of(month)


def share_changes(aim: Aim) -> bool:
    """Say whether the government's share of an aim can differ from month to month."""
    return bool(aim.small_employer_days or aim.redundancies)


def share_on(aim: Aim, day: date) -> Decimal:
    """Return the government's share of the price on a day, a number up to 1."""
    if share_changes(aim) and full_share_reason(aim, day):
        return ONE
    return aim.government_share


def share_of_month(aim: Aim, month: int) -> Decimal:
    """Return the government's share of the price in a month (PriceEpisodeSFAContribPct), a number up to 1."""
    if share_changes(aim):
        return share_on(aim, day_of_share(aim, month, aim.pays_at_end))
    return aim.government_share


def full_share_of_month(aim: Aim, month: int) -> str:
    """Return why the government pays all in a month (PriceEpisodeLevyNonPayInd), blank where it does not."""
    if share_changes(aim):
        return full_share_reason(aim, day_of_share(aim, month, aim.pays_at_end))
    return ""
