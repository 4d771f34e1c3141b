"""What was worked out for a learner, as figures to compare and as the expected tables of a scenario."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from engine.calendar import Month
from engine.ledger import Earning, Ledger
from engine.money import ZERO, five_places, pence
from engine.programmes.study_programmes import HOURS, RATE
from reports.capture.parts import Part
from steps.earning_kinds import KINDS, OF_THE_PRICE
from steps.earning_words import SHARE, WORDS
from steps.world import World


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one learner earns and what is found: rows in order, aims by their names in the scenario.

    ``earnings`` and ``shares`` have aim (blank for a price episode's), price episode, attribute, month and amount;
    ``findings`` aim, code, severity and field; ``figures`` are those of the year: attribute, amount and what about.
    """

    earnings: tuple[tuple[str, str, str, Month, Decimal], ...]
    shares: tuple[tuple[str, str, str, Month, Decimal], ...]
    findings: tuple[tuple[str, str, str, str], ...]
    figures: tuple[tuple[str, Decimal, str], ...]


def outcome_of(ledger: Ledger, names: Mapping[int, str]) -> Outcome:
    """Return what a ledger of one learner holds; ``names`` are those of the aims by sequence number."""
    shared = {
        row.price_episode_identifier
        for row in ledger.earnings
        if row.attribute in OF_THE_PRICE and pence(row.amount) != ZERO
    }
    return Outcome(
        tuple(sorted(_row(row, names) for row in ledger.earnings if five_places(row.amount) != ZERO)),
        tuple(
            sorted(
                _row(row, names)
                for row in ledger.shares
                if row.attribute == SHARE and row.price_episode_identifier in shared
            )
        ),
        tuple(
            sorted(
                (_name(one.aim_seq_number, names), one.code, one.severity, one.field)
                for one in ledger.findings
            )
        ),
        tuple(sorted((one.attribute, one.amount, one.about) for one in ledger.year_figures)),
    )


def outcome_in(world: World) -> Outcome:
    """Return what the only learner of a scenario earns. Raises StepError for what cannot be worked out."""
    ledger = world.ledger()
    draft = world.learner(None)
    return outcome_of(ledger, {draft.aim_number(aim): aim.name for aim in draft.aims})


def _row(row: Earning, names: Mapping[int, str]) -> tuple[str, str, str, Month, Decimal]:
    aim = "" if row.price_episode_identifier else _name(row.aim_seq_number, names)
    return aim, row.price_episode_identifier, row.attribute, row.month, five_places(row.amount)


def _name(number: int | None, names: Mapping[int, str]) -> str:
    return "-" if number is None else names.get(number, str(number))


def expected_parts(outcome: Outcome, names: Sequence[str] = ()) -> Iterator[Part]:
    """Yield the Then steps that say exactly what came out: figures of the year, earnings, findings.

    ``names`` are those of the aims in the order in which rows are to stand; by the alphabet without them.
    """
    figures = {name: (amount, about) for name, amount, about in outcome.figures}
    if figures:
        row = {"planned hours": "-", "band": "-", "base rate": "-"}
        if HOURS in figures:
            row["planned hours"] = f"{figures[HOURS][0]}"
        if RATE in figures:
            row["band"] = figures[RATE][1].removeprefix("band ")
            row["base rate"] = f"{figures[RATE][0]:,.2f}"
        yield Part("the hours band is:", (row,), keyword="Then")
    if outcome.earnings:
        yield Part("the earnings are:", tuple(_earning_rows(outcome, names)), keyword="Then")
        yield Part("nothing else is earned", keyword="Then")
    else:
        yield Part("nothing is earned", keyword="Then")
    yield from finding_steps(outcome.findings)


def finding_steps(findings: Sequence[tuple[str, str, str, str]]) -> Iterator[Part]:
    """Yield the steps that compare findings: aim, code, severity and field of each, and that there is no other."""
    if not findings:
        yield Part("nothing is found", keyword="Then")
        return
    rows = tuple(
        {"aim": aim, "code": code, "severity": severity, "field": field}
        for aim, code, severity, field in findings
    )
    yield Part("the findings are:", rows, keyword="Then")
    yield Part("nothing else is found", keyword="Then")


def _earning_rows(outcome: Outcome, names: Sequence[str]) -> Iterator[dict[str, str]]:
    amounts: dict[tuple[str, str, str], dict[Month, Decimal]] = defaultdict(lambda: defaultdict(Decimal))
    order = list(KINDS)
    for aim, episode, attribute, month, amount in outcome.earnings:
        amounts[aim, episode, WORDS[attribute]][month] += amount
    for aim, episode, _, month, amount in outcome.shares:
        amounts[aim, episode, "government share"][month] = amount
    kept = {key: row for key, row in amounts.items() if any(pence(amount) for amount in row.values())}
    months = _span([month for row in kept.values() for month in row])
    for (aim, episode, kind), row in sorted(
        kept.items(),
        key=lambda one: (
            not one[0][1],
            _day_of(one[0][1]),
            names.index(one[0][0]) if one[0][0] in names else 0,
            one[0][:2],
            order.index(one[0][2]),
        ),
    ):
        yield {
            "aim": aim,
            "price episode": episode,
            "earning": kind,
            **{month.label: f"{pence(row.get(month, ZERO)):,}" for month in months},
        }


def _day_of(episode: str) -> str:
    day = episode.rpartition("-")[2]
    return "".join(reversed(day.split("/")))


def _span(months: Sequence[Month]) -> list[Month]:
    """Return the months from the first to the last."""
    first, last = min(months), max(months)
    count = (last.year - first.year) * 12 + last.month - first.month
    zero = first.year * 12 + first.month - 1
    return [Month((zero + at) // 12, (zero + at) % 12 + 1) for at in range(count + 1)]


def differences(expected: Outcome, found: Outcome) -> list[str]:
    """Return how an outcome differs from the one expected, as lines for a message: the first few of each kind."""
    lines = []
    for what, one, other in (
        ("earnings", expected.earnings, found.earnings),
        ("government shares", expected.shares, found.shares),
        ("findings", expected.findings, found.findings),
        ("figures of the year", expected.figures, found.figures),
    ):
        lost, new = [row for row in one if row not in other], [row for row in other if row not in one]
        for rows, told in ((lost, "only in the file"), (new, "only in the scenario")):
            lines += [f"{what}, {told}: {', '.join(map(_told, row))}" for row in rows[:2]]
    return lines


def _told(value: object) -> str:
    return value.label if isinstance(value, Month) else str(value)
