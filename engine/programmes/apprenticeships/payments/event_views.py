"""What the data lock tells of price episodes, and what the band limit takes off them, as rows to be found again.

Source: apprenticeship rules 6.11 and 9.7.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.calendar import FundingYear, Month
from engine.programmes.apprenticeships.lines import Episode
from engine.programmes.apprenticeships.payments.outcome import LockEvent, PaymentLedger

ON_PROGRAMME_GROUP = 1


@dataclass(frozen=True, slots=True)
class EventRow:
    """A data lock event: its price episode, the commitment it was matched with (blank for none), prices and days."""

    episode: str
    commitment: str
    uln: int
    aim_start: date
    training_price: Decimal
    assessment_price: Decimal
    effective_from: date
    effective_to: date | None


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """A code that a price episode met."""

    episode: str
    code: str


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A delivery month of a price episode, as ``1617-R10``, and whether no code stands against it."""

    episode: str
    period: str
    payable: bool
    group: int


@dataclass(frozen=True, slots=True)
class UsedCommitmentRow:
    """A commitment version that a price episode was matched with."""

    episode: str
    version: str
    start: date
    price: Decimal
    effective: date
    framework_code: int
    programme_type: int
    pathway_code: int
    standard_code: int


def events_of_first_year(ledger: PaymentLedger) -> list[LockEvent]:
    """Return the events of the first funding year that was run, as its last run left them (6.11)."""
    if not ledger.events:
        return []
    first = FundingYear.of(min(ledger.events).first_day)
    return ledger.events[max(month for month in ledger.events if month.first_day in first)]


def event_rows(events: Iterable[LockEvent]) -> Iterator[EventRow]:
    """Yield a row for each event and commitment it was matched with."""
    for event in events:
        episode = event.episode
        for commitment in dict.fromkeys(one.id for one in event.all_commitments) or ("",):
            yield EventRow(
                episode.identifier,
                commitment,
                episode.uln,
                episode.aim_start,
                episode.training_price,
                episode.assessment_price,
                episode.first_day,
                episode.last_day,
            )


def error_rows(events: Iterable[LockEvent]) -> Iterator[ErrorRow]:
    """Yield a row for each code of each event, those of its blank month and those another code silences too."""
    for event in events:
        met = [code for period in event.all_periods for code in period.codes]
        for code in dict.fromkeys((*event.codes, *met)):
            yield ErrorRow(event.episode.identifier, code)


def period_rows(events: Iterable[LockEvent]) -> Iterator[PeriodRow]:
    """Yield a row for each delivery month and group of each event.

    The flag is that of the month; where a group without codes stands in a month with some, it has a row of its own.
    """
    for event in events:
        clean = {one.month: True for one in event.all_periods}
        for one in event.all_periods:
            clean[one.month] = clean[one.month] and not one.codes
        for one in event.all_periods:
            for payable in dict.fromkeys((clean[one.month], not one.codes)):
                yield PeriodRow(event.episode.identifier, _period(one.month), payable, one.group)


def used_commitment_rows(events: Iterable[LockEvent]) -> Iterator[UsedCommitmentRow]:
    """Yield a row for each commitment version that each event was matched with."""
    for event in events:
        for one in event.all_commitments:
            course = one.course
            yield UsedCommitmentRow(
                event.episode.identifier,
                one.version,
                one.start,
                one.price,
                one.begins,
                course.fwork_code,
                course.prog_type,
                course.pway_code,
                course.std_code,
            )


def capped_episodes(ledger: PaymentLedger, ukprn: int, begins: Month) -> list[Episode]:
    """Return a provider's price episodes that begin in a month, as the last run worked them out (9.7)."""
    latest = {
        (one.ukprn, one.learn_ref_number, one.aim_seq_number, one.identifier): one for one in ledger.episodes
    }
    return [one for one in latest.values() if one.ukprn == ukprn and Month.of(one.first_day) == begins]


def _period(month: Month) -> str:
    return f"{FundingYear.of(month.first_day).code}-R{month.period:02}"
