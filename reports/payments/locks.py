"""What the data lock refused, episode by episode, and the findings that tell of it.

Source: apprenticeship rules 6.3, 6.5 and 6.11.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.calendar import FundingYear, Month
from engine.ledger import Finding
from engine.money import ZERO, shown
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.lines import EarningLine, Episode
from engine.programmes.apprenticeships.payments.inputs import Commitment
from engine.programmes.apprenticeships.payments.lock_periods import EpisodeKey
from engine.programmes.apprenticeships.payments.lock_rules import LockRules
from engine.programmes.apprenticeships.payments.outcome import HeldBack, PaymentLedger

WAITING = "APP_COMPLETION_WAITING"

_Place = tuple[Month, int, date]


@dataclass(frozen=True, slots=True)
class Refused:
    """A price episode under a levy contract that the data lock found something against.

    ``months`` have money that is not payable, ``amount`` is that money in pounds: none where an episode has not
    earned anything yet. English and maths beside the episode are not in it.
    """

    episode: Episode
    codes: tuple[str, ...]
    months: tuple[Month, ...]
    amount: Decimal
    commitments: tuple[Commitment, ...]


class LockedMoney:
    """What price episodes under a levy contract earned, as their data lock looks at it: by month, group and day."""

    def __init__(self, rules: LockRules) -> None:
        self._rules = rules
        self._of_person: dict[object, dict[EpisodeKey, dict[_Place, Decimal]]] = {}

    def see(self, person: object, lines: Iterable[EarningLine]) -> None:
        """Take a person's earnings of the year in place of those seen before."""
        rules = self._rules
        found: dict[EpisodeKey, dict[_Place, Decimal]] = {}
        for line in lines:
            if line.episode is None or line.contract_type != rules.contract_type:
                continue
            amounts = found.setdefault(EpisodeKey.of(line.episode), {})
            place = line.month, rules.group_of[line.transaction_type], line.census
            amounts[place] = amounts.get(place, ZERO) + line.amount
        if found:
            self._of_person[person] = found
        else:
            self._of_person.pop(person, None)

    def by_episode(self) -> dict[EpisodeKey, dict[_Place, Decimal]]:
        """Return the money of everybody by price episode."""
        return {key: amounts for found in self._of_person.values() for key, amounts in found.items()}


def refused(
    ledger: PaymentLedger, money: LockedMoney, collection: Month, year: FundingYear, rules: LockRules
) -> list[Refused]:
    """Return the episodes that the last month end of a year found something against, in order of learners.

    An episode of a learner without commitments gives no event; it is known by having none. Episodes that
    begin after the month are left out.
    """
    found: list[Refused] = []
    told: set[EpisodeKey] = set()
    amounts = money.by_episode()
    for event in ledger.events.get(collection, ()):
        key = EpisodeKey.of(event.episode)
        told.add(key)
        if event.codes and Month.of(event.episode.first_day) <= collection:
            stopped = {(one.month, one.group, one.census) for one in event.periods if not one.payable}
            of_episode = {place: sum_ for place, sum_ in amounts.get(key, {}).items() if place in stopped}
            found.append(_refused(event.episode, event.codes, of_episode, event.commitments))
    for episode in ledger.episodes:
        key = EpisodeKey.of(episode)
        if episode.contract_type != rules.contract_type or key in told:
            continue
        if Month.of(episode.first_day) > collection or _is_over(episode, year):
            continue
        told.add(key)
        of_episode = {place: sum_ for place, sum_ in amounts.get(key, {}).items() if place[0] <= collection}
        found.append(_refused(episode, (rules.no_commitment,), of_episode, ()))
    return sorted(found, key=_order)


def _refused(
    episode: Episode,
    codes: tuple[str, ...],
    amounts: dict[_Place, Decimal],
    commitments: tuple[Commitment, ...],
) -> Refused:
    months = tuple(sorted({month for month, _, _ in amounts}))
    return Refused(episode, codes, months, sum(amounts.values(), ZERO), commitments)


def _is_over(episode: Episode, year: FundingYear) -> bool:
    return episode.last_day is not None and episode.last_day < year.first_day


def _order(one: Refused) -> tuple[int, str, int, str]:
    episode = one.episode
    return episode.ukprn, episode.learn_ref_number, episode.aim_seq_number, episode.identifier


def lock_findings(rows: Iterable[Refused], rules: LockRules) -> Iterator[Finding]:
    """Return a finding for each code of each episode: the field, what is found in it and what should be."""
    facts = _facts(rules)
    for one in rows:
        episode = one.episode
        for code in one.codes:
            field, found, expected = facts[code]
            yield Finding(
                episode.ukprn,
                episode.learn_ref_number,
                episode.aim_seq_number,
                code,
                "error",
                field,
                found(one),
                expected(one),
                f"AR-6.3-{code.replace('_', '')}",
                rules.messages[code],
            )


_Tell = Callable[[Refused], str]


def _facts(rules: LockRules) -> dict[str, tuple[str, _Tell, _Tell]]:
    """Return for each code the field, what to tell of the ILR or the commitments, and what agrees."""
    return {
        rules.no_commitment: (
            "ULN",
            lambda one: str(one.episode.uln),
            lambda _: "that of a commitment",
        ),
        rules.other_provider: _pair("UKPRN", lambda episode: episode.ukprn, lambda held: held.ukprn),
        rules.price_date: (
            "AFinDate",
            lambda one: f"{one.episode.price_date}",
            lambda one: f"{min(held.begins for held in one.commitments)} or later",
        ),
        rules.standard: _of_course("StdCode", lambda course: course.std_code),
        rules.framework: _of_course("FworkCode", lambda course: course.fwork_code),
        rules.pathway: _of_course("PwayCode", lambda course: course.pway_code),
        rules.programme_type: _of_course("ProgType", lambda course: course.prog_type),
        rules.price: _pair(
            "AFinAmount", lambda episode: shown(episode.total_price), lambda held: shown(held.price)
        ),
        rules.stopped: (
            "StopDate",
            lambda one: _each(held.stop_date or "" for held in one.commitments),
            lambda _: "none, or one after the months returned",
        ),
        rules.paused: (
            "Status",
            lambda one: _each(f"paused, {held.version}" for held in one.commitments if _is_paused(held)),
            lambda _: "active",
        ),
        rules.not_levy_payer: (
            "Employer",
            lambda one: _each(held.employer for held in one.commitments),
            lambda _: "an employer that pays the levy",
        ),
        rules.several: (
            "CommitmentId",
            lambda one: _each(held.id for held in one.commitments),
            lambda _: "a single active commitment, of whatever provider",
        ),
    }


def _pair(
    field: str, of_episode: Callable[[Episode], object], of_commitment: Callable[[Commitment], object]
) -> tuple[str, _Tell, _Tell]:
    return (
        field,
        lambda one: str(of_episode(one.episode)),
        lambda one: _each(of_commitment(held) for held in one.commitments),
    )


def _of_course(field: str, code: Callable[[Course], int]) -> tuple[str, _Tell, _Tell]:
    return _pair(field, lambda episode: code(episode.course), lambda held: code(held.course))


def _is_paused(commitment: Commitment) -> bool:
    return commitment.status == "paused"


def _each(values: Iterable[object]) -> str:
    """Return different values in words, each once."""
    return " or ".join(dict.fromkeys(str(value) for value in values if value != ""))


def waiting(ledger: PaymentLedger, collection: Month) -> list[HeldBack]:
    """Return the completion payments that the last month end has not released."""
    return [one for one in ledger.held_back if one.collection == collection]


def waiting_findings(rows: Iterable[HeldBack]) -> Iterator[Finding]:
    """Return a warning for each completion payment that waits for the employer's contributions."""
    for one in rows:
        yield Finding(
            one.ukprn,
            one.learn_ref_number,
            None,
            WAITING,
            "warning",
            "AFinAmount",
            shown(one.supplied),
            f"{shown(one.needed)} or more",
            "AR-7.4",
            f"The completion payment of {shown(one.amount)} waits for the employer's contributions.",
        )
