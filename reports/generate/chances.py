"""Where the draws of made-up learners come from: the same seed gives the same draws everywhere.

Only whole numbers of 32 bits are drawn, so neither floats nor a Python version's way of choosing can differ.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import TypeVar

_Item = TypeVar("_Item")


class Chances:
    """A stream of draws."""

    __slots__ = ("_bits",)

    def __init__(self, seed: int) -> None:
        self._bits = Random(seed).getrandbits

    def below(self, limit: int) -> int:
        """Return a whole number from 0 up to but not including the limit."""
        return (self._bits(32) * limit) >> 32

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return least + ((self._bits(32) * (most - least + 1)) >> 32)

    def percent(self, share: int) -> bool:
        """Say yes in so many of a hundred cases."""
        return (self._bits(32) * 100) >> 32 < share

    def pick(self, items: Sequence[_Item]) -> _Item:
        """Return one of the items; one that stands twice is twice as likely."""
        return items[(self._bits(32) * len(items)) >> 32]

    def some(self, items: Sequence[_Item], most: int) -> list[_Item]:
        """Return up to ``most`` of the items, none twice, in their order."""
        count = self.below(most + 1)
        left = list(range(len(items)))
        chosen = sorted(left.pop(self.below(len(left))) for _ in range(min(count, len(left))))
        return [items[place] for place in chosen]

    def day(self, first: date, last: date) -> date:
        """Return a day, both ends included; the first when the last lies before it."""
        return first + timedelta(self.below(max((last - first).days, 0) + 1))
