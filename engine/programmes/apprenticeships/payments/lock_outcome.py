"""What the data lock gives for one person: earnings that may be paid and by whom, ignored months, and events."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from engine.because import Because
from engine.calendar import Month
from engine.programmes.apprenticeships.lines import EarningLine
from engine.programmes.apprenticeships.payments.inputs import Commitment
from engine.programmes.apprenticeships.payments.outcome import LockEvent


@dataclass(slots=True)
class LineLock:
    """Whether an earning is payable, and the commitment it is paid by.

    The commitment supplies employer account, transfer sender, priority and version; it is None for earnings
    that need no data lock and for those that found none.
    """

    line: EarningLine
    payable: bool
    commitment: Commitment | None
    because: Because


class LearnerMonth(NamedTuple):
    """A delivery month of a learner at a provider."""

    ukprn: int
    learn_ref_number: str
    month: Month


class LockOutcome:
    """The data lock of one person's earnings up to a collection month.

    ``lines`` come in the order of the earnings. In ``ignored`` months nothing is payable and nothing that was
    paid may be taken back (6.7).
    """

    __slots__ = ("_events", "_tell_events", "ignored", "lines")

    def __init__(
        self,
        lines: list[LineLock],
        ignored: frozenset[LearnerMonth],
        tell_events: Callable[[], list[LockEvent]],
    ) -> None:
        self.lines = lines
        self.ignored = ignored
        self._tell_events = tell_events
        self._events: list[LockEvent] | None = None

    @property
    def events(self) -> list[LockEvent]:
        """One event for each price episode under a levy contract, in error or not; worked out when asked for."""
        if self._events is None:
            self._events = self._tell_events()
        return self._events
