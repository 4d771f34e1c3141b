"""What is wrong with reference data, told all at once."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it stands (file and line, or a scenario's row), what is found, what is expected."""

    where: str
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.where}, column {self.column}" if self.column else self.where
        return f"{place}: found '{self.found}', expected {self.expected}"


class ReferenceDataError(ValueError):
    """Reference data that cannot be used; ``problems`` lists every fault found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        count = len(self.problems)
        heading = f"the reference data has {count} problem{'' if count == 1 else 's'}:"
        super().__init__("\n".join([heading, *(f"  {problem}" for problem in self.problems)]))


def nearest(word: str, words: Iterable[str]) -> str:
    """Return ``; did you mean 'X'?`` for the most similar of the words, nothing when none is alike."""
    from rapidfuzz import process, utils

    best = process.extractOne(word, list(words), processor=utils.default_process, score_cutoff=60)
    return f"; did you mean '{best[0]}'?" if best else ""
