"""Thirteen weeks of employment: spells of one employer joined, and the day on which they are complete.

Source: WMCA coding guidance 2021/22, job outcome, conditions and worked examples.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from engine.reference import JobOutcomeEvidence

_DAY = timedelta(days=1)
WEEKS = 13


@dataclass(frozen=True, slots=True)
class Stretch:
    """Employment without a gap with one employer. ``last`` is its last day, None while it goes on."""

    emp_id: int
    first: date
    last: date | None
    spells: tuple[JobOutcomeEvidence, ...]

    def lasts(self, days: int) -> bool:
        """Say whether the stretch lasts so many days, the first one counted."""
        return self.last is None or (self.last - self.first).days + 1 >= days

    def complete_on(self, days: int, inclusive: bool = True) -> date | None:
        """Return the day that completes so many days of employment; None when the stretch ends before.

        ``inclusive`` counts the first day: day 91 completes 13 weeks. Otherwise it is the day after day 91.
        """
        if not self.lasts(days):
            return None
        return self.first + timedelta(days=days - 1 if inclusive else days)

    def is_signed(self, days: int) -> bool:
        """Say whether the learner has signed for every spell that the first so many days lie in."""
        end = self.first + timedelta(days=days - 1)
        return all(spell.evidence_signed for spell in self.spells if spell.employment_start <= end)


def stretches(spells: Iterable[JobOutcomeEvidence]) -> tuple[Stretch, ...]:
    """Return spells in any order joined into stretches, by their first day.

    Spells of one employer are joined when one begins on the day after the other ends, or earlier; a gap of a
    day or another employer begins anew.
    """
    joined: list[Stretch] = []
    for spell in sorted(spells, key=lambda one: (one.emp_id, one.employment_start)):
        held = joined[-1] if joined else None
        if (
            held is not None
            and held.emp_id == spell.emp_id
            and (held.last is None or spell.employment_start <= held.last + _DAY)
        ):
            ends = (held.last, spell.employment_end)
            last = None if None in ends else max(end for end in ends if end is not None)
            joined[-1] = Stretch(held.emp_id, held.first, last, (*held.spells, spell))
        else:
            joined.append(Stretch(spell.emp_id, spell.employment_start, spell.employment_end, (spell,)))
    return tuple(sorted(joined, key=lambda stretch: stretch.first))


def week_13_complete(
    spells: Iterable[JobOutcomeEvidence], weeks: int = WEEKS, inclusive: bool = True
) -> date | None:
    """Return the first day on which 13 consecutive weeks with one employer are complete; None if never."""
    days = weeks * 7
    complete = (stretch.complete_on(days, inclusive) for stretch in stretches(spells))
    return min((day for day in complete if day is not None), default=None)
