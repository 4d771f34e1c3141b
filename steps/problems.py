"""What is wrong with a feature, said so that its author can mend it: file, line, column, the nearest word."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

_Row = TypeVar("_Row")
_Read = TypeVar("_Read")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem at one place. ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = Path(self.file).name if self.file else "scenario"
        if self.line:
            place += f":{self.line}"
            if self.column:
                place += f":{self.column}"
        return f"{place}: {self.message}"


class Unreadable(Exception):  # noqa: N818
    """Feature text that cannot be read. Carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CellError(ValueError):
    """A cell or a value in a sentence that cannot be read; the message says what was expected."""


class StepError(Exception):
    """A step that cannot be carried out, at a row and heading of its table where there is one.

    ``others`` are further reasons, of other rows.
    """

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column
        self.others: tuple[StepError, ...] = ()


class RulesNeeded(Exception):  # noqa: N818
    """A step of a scenario that is only read has come to where the rules would begin; nothing is wrong.

    ``compares`` says whether figures would have been compared with what the rules give.
    """

    def __init__(self, *, compares: bool = True) -> None:
        super().__init__()
        self.compares = compares


def of_each(read: Callable[[_Row], _Read], rows: Iterable[_Row]) -> list[_Read]:
    """Return what is read of each row. Raises the StepError of the first that cannot be read, with the others'."""
    found, errors = [], []
    for row in rows:
        try:
            found.append(read(row))
        except StepError as error:
            errors.append(error)
    if errors:
        errors[0].others = tuple(errors[1:])
        raise errors[0]
    return found


_AS_NEAR = 4


def nearest(word: str, words: Iterable[str], *, score: float = 60) -> str:
    """Return ``; did you mean 'x'?`` with the nearest of the words, or an empty text when none is near.

    Where a second word is as near, both are named.
    """
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.utils import default_process

    choices = list(dict.fromkeys(words))
    found = process.extract(
        word, choices, scorer=ratio, processor=default_process, score_cutoff=score, limit=3
    )
    if not found:
        return ""
    best, reached, _ = found[0]
    same = "".join(default_process(best).split())
    for other, near, _ in found[1:]:
        if reached < 100 and reached - near < _AS_NEAR and "".join(default_process(other).split()) != same:
            return f"; did you mean '{best}' or '{other}'?"
    return f"; did you mean '{best}'?"


def listed(words: Iterable[str]) -> str:
    """Return words as a list for a sentence: ``a, b or c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} or {items[-1]}"
