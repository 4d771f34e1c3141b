"""Which records are one person: those joined by a unique learner number, or by a provider's learner reference.

A temporary number joins nobody. The keys are small, so a store can read them first and then the records person by
person: memory holds the keys of all, and the records of one.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from engine.identifiers import TEMPORARY_ULN
from engine.returns import Returned, in_order

Key: TypeAlias = int | tuple[int, str]


def keys_of(ukprn: int, learn_ref_number: str, uln: int) -> tuple[Key, ...]:
    """Return what joins a record to others: provider with learner reference, and the number unless temporary."""
    own = (ukprn, learn_ref_number.upper())
    return (own,) if uln == TEMPORARY_ULN else (own, uln)


class Persons:
    """Keys put together as records name them side by side. A person is known by a number of its own.

    Numbers depend on the order in which keys are added; who belongs together does not.
    """

    __slots__ = ("_numbers", "_parents")

    def __init__(self) -> None:
        self._numbers: dict[Key, int] = {}
        self._parents: list[int] = []

    def add(self, ukprn: int, learn_ref_number: str, uln: int) -> None:
        """Take in the keys of one record."""
        first, *others = (self._number(key) for key in keys_of(ukprn, learn_ref_number, uln))
        for other in others:
            self._parents[self._root(other)] = self._root(first)

    def person_of(self, ukprn: int, learn_ref_number: str) -> int:
        """Return the number of the person a provider's learner is, once all keys are added. Raises KeyError."""
        return self._root(self._numbers[ukprn, learn_ref_number.upper()])

    def _number(self, key: Key) -> int:
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._parents)
            self._parents.append(number)
        return number

    def _root(self, number: int) -> int:
        parents = self._parents
        while parents[number] != number:
            parents[number] = parents[parents[number]]
            number = parents[number]
        return number


def persons(records: Iterable[Returned]) -> Iterator[list[Returned]]:
    """Return the records person by person, each person's in the order of the returns.

    Persons come in the order of their first provider and reference, whatever the order of the records.
    """
    known = Persons()
    held = list(records)
    for one in held:
        known.add(one.ukprn, one.learner.learn_ref_number, one.learner.uln)
    groups: dict[int, list[Returned]] = {}
    for one in held:
        groups.setdefault(known.person_of(one.ukprn, one.learner.learn_ref_number), []).append(one)
    return iter(sorted((in_order(group) for group in groups.values()), key=_first))


def _first(group: list[Returned]) -> tuple[int, str]:
    return min((one.ukprn, one.learner.learn_ref_number) for one in group)
