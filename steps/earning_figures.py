"""The figures behind a cell of an earnings table: money, the government's share, and the parts of the price."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from engine.because import Because, sum_of
from engine.calendar import Month
from engine.ledger import Earning, Ledger, total
from engine.money import ZERO
from steps.cells import day
from steps.earning_kinds import Kind
from steps.earning_words import SHARE, WORDS
from steps.problems import CellError, StepError, listed, nearest
from steps.tables import plain


@dataclass(frozen=True, slots=True)
class Choice:
    """Which figures are asked for: a learner, an aim, a price episode, a kind; None leaves it open.

    An aim has its own earnings and those of its price episodes.
    """

    ref: str | None
    aim: int | None
    kind: Kind
    episode: str | None = None


@dataclass(slots=True)
class Figure:
    """What came out for a cell: the amount in pounds or the share, the rows behind it, and what each adds to it.

    ``parts`` are name, amount and place of each; none where the figure is that of its one row.
    """

    amount: Decimal
    earnings: list[Earning] = field(default_factory=list)
    parts: list[tuple[str, Decimal, str]] = field(default_factory=list)

    @property
    def because(self) -> list[Because]:
        """Why the figure is what it is: the sum of its parts where it has several, then the reason of each row."""
        own = [row.because for row in self.earnings]
        return [sum_of(self.parts, own), *own] if self.parts else own


def episode_named(ledger: Ledger, written: str, ref: str | None) -> str:
    """Return a price episode by its identifier or the date it starts on. Raises StepError with those there are."""
    known = sorted(
        {
            row.price_episode_identifier
            for rows in (ledger.values, ledger.earnings, ledger.shares)
            for row in rows
            if row.price_episode_identifier and ref in (None, row.learn_ref_number)
        }
    )
    wanted = plain(written)
    if wanted in known:
        return wanted
    try:
        starts = f"-{day(written):%d/%m/%Y}"
    except CellError:
        starts = ""
    found = [one for one in known if starts and one.endswith(starts)]
    if len(found) == 1:
        return found[0]
    if found:
        raise StepError(f"several price episodes start on {written}: write {listed(found)}")
    raise StepError(
        f"there is no price episode '{written}'{nearest(written, known)} (there are: {listed(known) or 'none'})"
    )


def chosen(ledger: Ledger, choice: Choice, month: Month | None = None) -> list[Earning]:
    """Return the rows that are asked for; those of shares when the kind is a share."""
    rows = ledger.shares if choice.kind.part == "share" else ledger.earnings
    of_aim = _episodes_of(ledger, choice) if choice.aim is not None else frozenset()
    return [
        row
        for row in rows
        if choice.ref in (None, row.learn_ref_number)
        and month in (None, row.month)
        and row.attribute in choice.kind
        and choice.episode in (None, row.price_episode_identifier)
        and (
            choice.aim is None
            or row.aim_seq_number == choice.aim
            or (row.learn_ref_number, row.price_episode_identifier) in of_aim
        )
    ]


def figure(ledger: Ledger, choice: Choice, rows: Sequence[Earning]) -> Figure:
    """Return the figure that some rows of one month make. Raises StepError where two shares differ."""
    part = choice.kind.part
    if part == "share":
        shares = {row.amount for row in rows}
        if len(shares) > 1:
            raise StepError(
                f"the shares differ ({listed(map(str, sorted(shares)))}): say which price episode"
            )
        return Figure(shares.pop() if shares else ZERO, list(rows[:1]))
    if not part:
        return sum_of_rows(rows)
    shares_of = {
        (row.learn_ref_number, row.price_episode_identifier, row.month): row
        for row in ledger.shares
        if row.attribute == SHARE
    }
    amount, behind, parts = ZERO, [], []
    for row in rows:
        share = shares_of.get((row.learn_ref_number, row.price_episode_identifier, row.month))
        government = row.amount * (share.amount if share else ZERO)
        own = government if part == "government" else row.amount - government
        amount += own
        behind += [row, *([share] if share else [])]
        where = f"{part} share of {row.amount} of {_place(row)}"
        parts.append((WORDS.get(row.attribute, row.attribute), own, where))
    return Figure(amount, behind, parts)


def sum_of_rows(rows: Sequence[Earning]) -> Figure:
    """Return the sum of some rows."""
    parts = [(WORDS.get(row.attribute, row.attribute), row.amount, _place(row)) for row in rows]
    return Figure(total(rows), list(rows), parts if len(rows) > 1 else [])


def _place(row: Earning) -> str:
    of = row.price_episode_identifier or f"aim {row.aim_seq_number}"
    return f"{of} of {row.learn_ref_number} in {row.month.label}"


def _episodes_of(ledger: Ledger, choice: Choice) -> frozenset[tuple[str, str]]:
    return frozenset(
        (one.learn_ref_number, one.price_episode_identifier)
        for one in ledger.values
        if one.price_episode_identifier
        and one.aim_seq_number == choice.aim
        and choice.ref in (None, one.learn_ref_number)
    )
