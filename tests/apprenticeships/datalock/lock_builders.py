"""Episodes, earnings and commitments for data lock tests, with only what a test is about spelt out."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from engine.because import Because, Rule
from engine.calendar import FundingYear, Month
from engine.parameters import published
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import EarningLine, Episode, TransactionType, YearEarnings
from engine.programmes.apprenticeships.payments.datalock import lock
from engine.programmes.apprenticeships.payments.inputs import Account, Commitment
from engine.programmes.apprenticeships.payments.lock_activity import CommitmentRegister
from engine.programmes.apprenticeships.payments.lock_outcome import LockOutcome
from engine.programmes.apprenticeships.payments.lock_rules import lock_rules

ULN = 1000000001
PROVIDER_A, PROVIDER_B = 10000001, 10000002
REF = "learner a"
STANDARD = Course(25, 50)
OTHER_STANDARD = Course(25, 51)
FRAMEWORK = Course(2, 0, 403, 1)
YEAR = FundingYear(2017)
START = date(2017, 9, 1)
PRICE = Decimal(15000)

_EARNED = Because(Rule("TEST", "Earns.", "test"))


def day(text: str) -> date:
    """Read ``01/09/2017``."""
    return date(int(text[6:]), int(text[3:5]), int(text[:2]))


def month(text: str) -> Month:
    """Read ``09/17``."""
    return Month(2000 + int(text[3:]), int(text[:2]))


def months(first: str, last: str) -> list[Month]:
    """Return the months from ``09/17`` to ``12/17``."""
    begin, end = month(first), month(last)
    return [begin.shift(step) for step in range(begin.months_until(end) + 1)]


def episode_of(first: str = "01/09/2017", **changes: Any) -> Episode:
    first_day = day(first)
    course: Course = changes.get("course", STANDARD)
    total = Decimal(changes.pop("total", PRICE))
    values: dict[str, Any] = {
        "ukprn": PROVIDER_A, "learn_ref_number": REF, "uln": ULN, "aim_seq_number": 1, "course": STANDARD,
        "identifier": f"{course.identifier}-{first}", "aim_start": first_day, "first_day": first_day,
        "last_day": None, "contract_type": 1, "training_price": total * 4 / 5, "assessment_price": total / 5,
        "price_date": first_day, "total_price": total, "band_limit": total, "previously_earned": Decimal(0),
        "above_cap": Decimal(0), "capped": total,
    }  # fmt: skip
    return Episode(**{**values, **changes})


def line_of(
    episode: Episode, kind: int, when: Month, census: date | None = None, **changes: Any
) -> EarningLine:
    line = EarningLine(
        ukprn=episode.ukprn, learn_ref_number=episode.learn_ref_number, uln=episode.uln,
        aim_seq_number=episode.aim_seq_number, learn_aim_ref="ZPROG001", course=episode.course,
        transaction_type=TransactionType(kind), month=when, amount=Decimal(1000),
        contract_type=episode.contract_type, government_share=Decimal("0.9"), fund_line="line",
        census=census or when.last_day, episode=episode, because=_EARNED,
    )  # fmt: skip
    return replace(line, **changes)


def instalments(episode: Episode, first: str, last: str, kind: int = 1) -> list[EarningLine]:
    return [line_of(episode, kind, when) for when in months(first, last)]


def completion(episode: Episode, ended: str) -> list[EarningLine]:
    return [line_of(episode, 2, Month.of(day(ended)), day(ended))]


def incentives(episode: Episode, on: str, kinds: Iterable[int] = (4, 5)) -> list[EarningLine]:
    return [line_of(episode, kind, Month.of(day(on)), day(on)) for kind in kinds]


def english(episode: Episode, first: str, last: str, kind: int = 13) -> list[EarningLine]:
    """Return lines of an English aim, or of learning support under it, beside a programme."""
    return [
        replace(line_of(episode, kind, when), episode=None, aim_seq_number=2, learn_aim_ref="50086832")
        for when in months(first, last)
    ]


def commitment_of(id: str = "1", version: str = "1-001", **changes: Any) -> Commitment:
    values: dict[str, Any] = {
        "uln": ULN, "ukprn": PROVIDER_A, "employer": 0, "course": STANDARD, "price": PRICE, "start": START,
        "end": date(2018, 9, 8),
    }  # fmt: skip
    for name, value in changes.items():
        is_date = isinstance(value, str) and "/" in value
        values[name] = day(value) if is_date else Decimal(value) if name == "price" else value
    return Commitment(id, version, **values)


def locked(
    lines: Sequence[EarningLine],
    commitments: Sequence[Commitment],
    *,
    episodes: Sequence[Episode] | None = None,
    not_levy_payers: Iterable[int] = (),
    until: str | None = None,
    year: FundingYear = YEAR,
) -> LockOutcome:
    """Lock lines; their own episodes are the year's unless others are given."""
    if episodes is None:
        found = {id(line.episode): line.episode for line in lines if line.episode is not None}
        episodes = list(found.values())
    earnings = YearEarnings(year, list(lines), list(episodes))
    payers = frozenset(not_levy_payers)
    return lock(
        earnings,
        CommitmentRegister(commitments),
        lambda employer: Account(employer, levy_payer=employer not in payers),
        lock_rules(published(), year),
        None if until is None else month(until),
    )


def paid(outcome: LockOutcome, *kinds: int) -> list[str]:
    """Return the months of the payable lines, of some types only if named."""
    return [
        f"{one.line.month.month:02}/{one.line.month.year % 100}"
        for one in outcome.lines
        if one.payable and (not kinds or one.line.transaction_type in kinds)
    ]


def codes(outcome: LockOutcome) -> list[str]:
    """Return the codes of the only event."""
    (event,) = outcome.events
    return [code.removeprefix("DLOCK_") for code in event.codes]


def codes_by_period(outcome: LockOutcome) -> list[tuple[str, int, list[str]]]:
    return [
        (
            f"{one.month.month:02}/{one.month.year % 100}",
            one.group,
            [c.removeprefix("DLOCK_") for c in one.codes],
        )
        for event in outcome.events
        for one in event.periods
    ]


def ignored(outcome: LockOutcome) -> list[str]:
    return sorted(f"{one.month.year % 100}-{one.month.month:02}" for one in outcome.ignored)
