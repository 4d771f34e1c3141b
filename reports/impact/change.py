"""What one learner earns on both sides, by programme and attribute, and whether anything of it moved."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from engine.calendar import FundingYear, Month
from engine.figures import is_nothing
from engine.ledger import Earning, Ledger
from engine.money import ZERO, five_places

Key = tuple[str, int | None, str, str, Month]
"""Programme, aim, price episode, attribute and month of an amount."""


class Pair(NamedTuple):
    """An amount in pounds, or the sum of several, before and after."""

    before: Decimal = ZERO
    after: Decimal = ZERO

    @property
    def difference(self) -> Decimal:
        """After less before."""
        return self.after - self.before

    def plus(self, other: "Pair") -> "Pair":
        """Return the sums of both sides."""
        return Pair(self.before + other.before, self.after + other.after)


@dataclass(frozen=True, slots=True)
class Change:
    """A learner on both sides.

    ``amounts`` are pounds by programme and attribute; ``moved`` names the programmes and attributes of which an amount
    of any month differs, even where the sum does not. ``others`` says whether figures that no total counts differ,
    ``findings`` whether findings do.
    """

    learn_ref_number: str
    amounts: dict[tuple[str, str], Pair]
    moved: frozenset[tuple[str, str]]
    others: bool = False
    findings: bool = False

    @property
    def programmes(self) -> dict[str, Pair]:
        """The sums by programme, in the order of their names."""
        sums: dict[str, Pair] = {}
        for (programme, _), pair in sorted(self.amounts.items()):
            sums[programme] = sums.get(programme, Pair()).plus(pair)
        return sums

    @property
    def moved_programmes(self) -> list[str]:
        """The programmes of which an amount differs, in the order of their names."""
        return sorted({programme for programme, _ in self.moved})


def change_of(learn_ref_number: str, before: Ledger, after: Ledger) -> Change:
    """Compare the two ledgers of a learner in the five decimal places of the earnings files.

    Sums are rounded to these places, not the months they are made of: thirds of a value add up to the value.
    """
    old, new = _money(before), _money(after)
    moved = set()
    if old != new:
        for key in {**old, **new}:
            if five_places(old.get(key, ZERO)) != five_places(new.get(key, ZERO)):
                moved.add((key[0], key[3]))
    sums, others = _sums(old), _sums(new)
    return Change(
        learn_ref_number,
        {
            kind: Pair(five_places(sums.get(kind, ZERO)), five_places(others.get(kind, ZERO)))
            for kind in {**sums, **others}
        },
        frozenset(moved),
        _others(before) != _others(after),
        findings_of(before) != findings_of(after),
    )


def _sums(amounts: dict[Key, Decimal]) -> dict[tuple[str, str], Decimal]:
    sums: dict[tuple[str, str], Decimal] = {}
    for key, amount in amounts.items():
        kind = key[0], key[3]
        sums[kind] = sums.get(kind, ZERO) + amount
    return sums


def findings_of(ledger: Ledger) -> Counter[tuple[int | None, str, str]]:
    """Return what was found, by aim, code and severity."""
    return Counter((one.aim_seq_number, one.code, one.severity) for one in ledger.findings)


def _amounts(earnings: Iterable[Earning], year: FundingYear) -> dict[Key, Decimal]:
    """Return the amounts of the year's months that are not nothing."""
    months = _months(year)
    found: dict[Key, Decimal] = {}
    for row in earnings:
        if row.amount and row.month in months:
            key = (row.programme, row.aim_seq_number, row.price_episode_identifier, row.attribute, row.month)
            found[key] = found[key] + row.amount if key in found else row.amount
    return {key: amount for key, amount in found.items() if not is_nothing(amount)}


def _money(ledger: Ledger) -> dict[Key, Decimal]:
    """Return what is earned in the year's months, and the rates of the whole year, which stand in its first month."""
    found = _amounts(ledger.earnings, ledger.year)
    for one in ledger.year_figures:
        if one.unit == "pounds" and not is_nothing(one.amount):
            key = (one.programme, None, "", one.attribute, ledger.year.first_month)
            found[key] = found.get(key, ZERO) + one.amount
    return found


def _others(ledger: Ledger) -> tuple[dict[Key, Decimal], dict[tuple[str, ...], Decimal]]:
    figures: dict[tuple[str, ...], Decimal] = {
        (one.programme, one.attribute, one.about): one.amount
        for one in ledger.year_figures
        if one.unit != "pounds"
    }
    return _amounts(ledger.shares, ledger.year), figures


@lru_cache(maxsize=8)
def _months(year: FundingYear) -> frozenset[Month]:
    return frozenset(year.months)
