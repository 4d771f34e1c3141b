"""One learner of a file by reference number; when there is none, the nearest numbers there are."""

import heapq
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from reports.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Generator

    from engine.ilr.records import Learner

_SUGGESTED = 3


def find_learner(file: Path, learners: "Iterator[Learner]", reference_number: str) -> "Learner":
    """Return the learner, reading no further than to it. Raises Refusal naming the nearest numbers."""
    wanted = reference_number.strip()
    near = _Nearest(wanted)
    reading: Generator[Learner] = learners  # type: ignore[assignment]
    with closing(reading):
        for learner in reading:
            if learner.learn_ref_number == wanted:
                return learner
            near.add(learner.learn_ref_number)
    raise Refusal(f"{file}: there is no learner '{wanted}'{near.said()}")


class _Nearest:
    """The few reference numbers most like the one asked for, of any number of them."""

    def __init__(self, wanted: str) -> None:
        from rapidfuzz import fuzz

        self._wanted = wanted.upper()
        self._ratio = fuzz.ratio
        self._best: list[tuple[float, int, str]] = []
        self._count = 0

    def add(self, reference_number: str) -> None:
        """Consider one more reference number; of equals, those that stand first in the file stay."""
        self._count += 1
        score = self._ratio(self._wanted, reference_number.upper())
        entry = (score, -self._count, reference_number)
        if len(self._best) < _SUGGESTED:
            heapq.heappush(self._best, entry)
        elif entry > self._best[0]:
            heapq.heapreplace(self._best, entry)

    def said(self) -> str:
        """Return the nearest as the end of a sentence."""
        near = [name for score, _, name in sorted(self._best, reverse=True) if score >= 60]
        told = f" among its {self._count:,} learners" if self._count else "; the file has no learners"
        return f"{told}; the nearest are {', '.join(near)}" if near else told
