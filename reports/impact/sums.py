"""What an impact adds up over all learners. It grows with providers and attributes, not with learners."""

import heapq
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, NamedTuple, TypeVar

from engine.money import ZERO
from reports.impact.change import Change, Pair

LIMITS = tuple(map(Decimal, ("1", "10", "100", "1000")))
"""Where the bands of the distribution begin, in pounds gained or lost."""

K = TypeVar("K")


@dataclass(slots=True)
class Line:
    """A sum on both sides, of how many learners, and how many of them moved."""

    sum: Pair = field(default_factory=Pair)
    learners: int = 0
    moved: int = 0

    def add(self, pair: Pair, moved: bool) -> None:
        """Take in one learner."""
        self.sum = self.sum.plus(pair)
        self.learners += 1
        self.moved += moved

    def take(self, other: "Line") -> None:
        """Take in the learners of another line."""
        self.sum = self.sum.plus(other.sum)
        self.learners += other.learners
        self.moved += other.moved


class Table(Generic[K]):
    """Lines by a key, in the order of their keys."""

    def __init__(self) -> None:
        self._lines: dict[K, Line] = {}

    def add(self, key: K, pair: Pair, moved: bool) -> None:
        """Take in one learner's sum of a key."""
        line = self._lines.get(key)
        if line is None:
            line = self._lines[key] = Line()
        line.add(pair, moved)

    def take(self, lines: Iterable[tuple[K, Line]]) -> None:
        """Take in the lines of another table."""
        for key, line in lines:
            self._lines.setdefault(key, Line()).take(line)

    def items(self) -> list[tuple[K, Line]]:
        """Return the lines with their keys."""
        return sorted(self._lines.items(), key=lambda item: item[0])  # type: ignore[return-value,arg-type]


class Band(NamedTuple):
    """A stretch of the distribution: -1 loses, 1 gains, 0 moves without a difference in sum.

    ``rank`` is the place in ``LIMITS``: 0 for less than the first.
    """

    sign: int
    rank: int

    @property
    def bounds(self) -> tuple[Decimal | None, Decimal | None]:
        """The least change of the band and the one that is too large for it, in pounds; None for no bound."""
        if not self.sign:
            return ZERO, ZERO
        lower = LIMITS[self.rank - 1] if self.rank else None
        return lower, LIMITS[self.rank] if self.rank < len(LIMITS) else None

    @property
    def label(self) -> str:
        """The band in words, such as ``gains £1 to under £10``."""
        if not self.sign:
            return "moves between months or kinds, same sum"
        verb = "gains" if self.sign > 0 else "loses"
        lower, upper = self.bounds
        if lower is None:
            return f"{verb} less than £{upper:,}"
        return f"{verb} £{lower:,} or more" if upper is None else f"{verb} £{lower:,} to under £{upper:,}"


def band_of(difference: Decimal) -> Band:
    """Return the band of a learner's difference."""
    size = abs(difference)
    sign = (difference > 0) - (difference < 0)
    return Band(sign, sum(size >= limit for limit in LIMITS) if sign else 0)


class Mover(NamedTuple):
    """A learner among those that gain or lose most."""

    ukprn: int
    year: str
    learn_ref_number: str
    programmes: tuple[str, ...]
    sum: Pair


@dataclass(slots=True)
class Largest:
    """The learners that move most, of equal ones the first; each with its number among all learners."""

    limit: int
    heap: list[tuple[Decimal, int, Mover]] = field(default_factory=list)

    def add(self, number: int, mover: Mover) -> None:
        """Take in a learner."""
        item = (abs(mover.sum.difference), -number, mover)
        if len(self.heap) < self.limit:
            heapq.heappush(self.heap, item)
        elif self.limit:
            heapq.heappushpop(self.heap, item)

    @property
    def numbered(self) -> list[tuple[int, Mover]]:
        """The learners with their numbers, the largest first."""
        return [(-number, mover) for _, number, mover in sorted(self.heap, reverse=True)]


class Impact:
    """The sums of all files; ``top`` is how many of those that gain, and lose, most are kept."""

    def __init__(self, top: int) -> None:
        self.total = Line()
        self.by_provider: Table[tuple[int, str]] = Table()
        self.by_programme: Table[str] = Table()
        self.by_attribute: Table[tuple[str, str]] = Table()
        self.bands: Counter[Band] = Counter()
        self.band_sums: dict[Band, Pair] = {}
        self.others = 0
        self.findings = 0
        self.findings_beside = False
        self.not_calculated: Counter[int] = Counter()
        self.bootcamp_learners = 0
        self.milestones_unknown = ""
        self.files: list[tuple[str, int, str]] = []
        self.problems: list[str] = []
        self.largest_gains, self.largest_losses = Largest(top), Largest(top)

    def add(self, ukprn: int, year: str, change: Change) -> None:
        """Take in one learner."""
        programmes = change.programmes
        whole = sum_of(programmes.values())
        moved = bool(change.moved)
        moved_programmes = change.moved_programmes
        self.total.add(whole, moved)
        self.by_provider.add((ukprn, year), whole, moved)
        for programme, pair in programmes.items():
            self.by_programme.add(programme, pair, programme in moved_programmes)
        for kind, pair in change.amounts.items():
            self.by_attribute.add(kind, pair, kind in change.moved)
        self.others += change.others
        self.findings += change.findings
        if not moved:
            return
        band = band_of(whole.difference)
        self.bands[band] += 1
        self.band_sums[band] = self.band_sums.get(band, Pair()).plus(whole)
        if band.sign:
            mover = Mover(ukprn, year, change.learn_ref_number, tuple(moved_programmes), whole)
            largest = self.largest_gains if band.sign > 0 else self.largest_losses
            largest.add(self.total.learners, mover)

    def take(self, other: "Impact") -> None:
        """Take in the learners of another impact, as if each had been added after those that are here."""
        before = self.total.learners
        self.total.take(other.total)
        self.by_provider.take(other.by_provider.items())
        self.by_programme.take(other.by_programme.items())
        self.by_attribute.take(other.by_attribute.items())
        self.others += other.others
        self.findings += other.findings
        self.findings_beside |= other.findings_beside
        self.not_calculated.update(other.not_calculated)
        self.bands.update(other.bands)
        for band, pair in other.band_sums.items():
            self.band_sums[band] = self.band_sums.get(band, Pair()).plus(pair)
        for mine, theirs in (
            (self.largest_gains, other.largest_gains),
            (self.largest_losses, other.largest_losses),
        ):
            for number, mover in theirs.numbered:
                mine.add(before + number, mover)

    @property
    def gains(self) -> list[Mover]:
        """The learners that gain most, the largest first."""
        return [mover for _, mover in self.largest_gains.numbered]

    @property
    def losses(self) -> list[Mover]:
        """The learners that lose most, the largest first."""
        return [mover for _, mover in self.largest_losses.numbered]

    @property
    def moved(self) -> bool:
        """Whether any figure or finding differs."""
        return bool(self.total.moved or self.others or self.findings or self.findings_beside)

    @property
    def distribution(self) -> list[tuple[Band, int, Pair]]:
        """The bands that have learners, from the largest loss to the largest gain."""
        found = sorted(self.bands, key=lambda band: band.sign * (band.rank + 1))
        return [(band, self.bands[band], self.band_sums[band]) for band in found]


def sum_of(pairs: Iterable[Pair]) -> Pair:
    """Return the sum of several pairs."""
    total = Pair()
    for pair in pairs:
        total = total.plus(pair)
    return total
