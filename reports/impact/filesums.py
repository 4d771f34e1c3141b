"""What is kept of a file's impact: its sums, which do not grow with learners, as a note holds them."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self

from reports.impact.change import Change, Pair
from reports.impact.sums import Band, Impact, Largest, Line, Mover


@dataclass(slots=True)
class FileImpact:
    """The sums of a file; ``waiting`` learners, those with bootcamps, are counted only with all files together."""

    impact: Impact = field(default_factory=lambda: Impact(0))
    waiting: int = 0

    @property
    def learners(self) -> int:
        """How many learners there are in the file."""
        return self.impact.total.learners + self.waiting

    def take(self, other: "FileImpact") -> None:
        """Take in the sums of the learners that follow."""
        self.impact.take(other.impact)
        self.waiting += other.waiting

    def as_json(self) -> dict[str, Any]:
        """Return the sums as JSON holds them."""
        one = self.impact
        return {
            "total": _line(one.total),
            "by_provider": [[*key, _line(line)] for key, line in one.by_provider.items()],
            "by_programme": [[key, _line(line)] for key, line in one.by_programme.items()],
            "by_attribute": [[*key, _line(line)] for key, line in one.by_attribute.items()],
            "bands": [[*band, count, _pair(pair)] for band, count, pair in one.distribution],
            "others": one.others,
            "findings": one.findings,
            "findings_beside": one.findings_beside,
            "not_calculated": {str(key): one.not_calculated[key] for key in sorted(one.not_calculated)},
            "gains": _largest(one.largest_gains),
            "losses": _largest(one.largest_losses),
            "waiting": self.waiting,
        }

    @classmethod
    def from_json(cls, held: dict[str, Any]) -> Self:
        """Return sums that ``as_json`` wrote. Raises KeyError, TypeError or ValueError for anything else."""
        limit = max(len(held["gains"]), len(held["losses"]))
        one = Impact(limit)
        one.total = _line_of(held["total"])
        one.by_provider.take(
            ((int(ukprn), str(year)), _line_of(line)) for ukprn, year, line in held["by_provider"]
        )
        one.by_programme.take((str(key), _line_of(line)) for key, line in held["by_programme"])
        one.by_attribute.take(
            ((str(key), str(kind)), _line_of(line)) for key, kind, line in held["by_attribute"]
        )
        for sign, rank, count, pair in held["bands"]:
            band = Band(int(sign), int(rank))
            one.bands[band], one.band_sums[band] = int(count), _pair_of(pair)
        one.others, one.findings = int(held["others"]), int(held["findings"])
        one.findings_beside = bool(held["findings_beside"])
        one.not_calculated.update({int(model): int(count) for model, count in held["not_calculated"].items()})
        for largest, movers in ((one.largest_gains, held["gains"]), (one.largest_losses, held["losses"])):
            for number, ukprn, year, reference, programmes, pair in movers:
                largest.add(
                    int(number),
                    Mover(int(ukprn), str(year), str(reference), tuple(programmes), _pair_of(pair)),
                )
        return cls(one, int(held["waiting"]))


def change_as_json(change: Change) -> dict[str, Any]:
    """Return a learner as JSON holds it."""
    return {
        "learner": change.learn_ref_number,
        "amounts": [[*key, _pair(change.amounts[key])] for key in sorted(change.amounts)],
        "moved": sorted(change.moved),
        "others": change.others,
        "findings": change.findings,
    }


def change_from_json(held: dict[str, Any]) -> Change:
    """Return a learner that ``change_as_json`` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    return Change(
        str(held["learner"]),
        {(str(programme), str(kind)): _pair_of(pair) for programme, kind, pair in held["amounts"]},
        frozenset((str(programme), str(kind)) for programme, kind in held["moved"]),
        bool(held["others"]),
        bool(held["findings"]),
    )


def _pair(pair: Pair) -> list[str]:
    return [f"{amount:f}" for amount in pair]


def _pair_of(held: list[str]) -> Pair:
    before, after = held
    return Pair(Decimal(before), Decimal(after))


def _line(line: Line) -> list[Any]:
    return [_pair(line.sum), line.learners, line.moved]


def _line_of(held: list[Any]) -> Line:
    pair, learners, moved = held
    return Line(_pair_of(pair), int(learners), int(moved))


def _largest(largest: Largest) -> list[list[Any]]:
    return [
        [number, one.ukprn, one.year, one.learn_ref_number, list(one.programmes), _pair(one.sum)]
        for number, one in largest.numbered
    ]
