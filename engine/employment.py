"""The employment status in force on a day, and the benefits and other monitoring recorded with it.

Source: ILR validation rule EmpStat_08 and the national look-up of the status in force.
"""

from collections.abc import Iterable
from datetime import date

from engine.ilr.records import LearnerEmploymentStatus


def status_in_force(statuses: Iterable[LearnerEmploymentStatus], day: date) -> LearnerEmploymentStatus | None:
    """Return the latest employment status that applies from the day or earlier; None when there is none."""
    begun = [status for status in statuses if status.date_emp_stat_app <= day]
    if len(begun) < 2:
        return begun[0] if begun else None
    return max(begun, key=lambda status: status.date_emp_stat_app)


def status_before(statuses: Iterable[LearnerEmploymentStatus], day: date) -> LearnerEmploymentStatus | None:
    """Return the latest employment status that applies from strictly before the day; None when there is none."""
    begun = [status for status in statuses if status.date_emp_stat_app < day]
    return max(begun, key=lambda status: status.date_emp_stat_app, default=None)


def monitoring_code(status: LearnerEmploymentStatus | None, kind: str) -> int | None:
    """Return the code of an employment status monitoring type (``BSI``, ``LOU`` ...) in a status; None when absent."""
    if status is None:
        return None
    for monitoring in status.employment_status_monitoring:
        if monitoring.esm_type == kind:
            return monitoring.esm_code
    return None
