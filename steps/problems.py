"""What is wrong with a feature, said so that its author can mend it: file, line, column, the nearest word."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


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
    """A step that cannot be carried out, at a row and heading of its table where there is one."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.line = line
        self.column = column


def nearest(word: str, words: Iterable[str], *, score: float = 60) -> str:
    """Return ``; did you mean 'x'?`` with the nearest of the words, or an empty text when none is near."""
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio
    from rapidfuzz.utils import default_process

    choices = list(dict.fromkeys(words))
    best = process.extractOne(word, choices, scorer=ratio, processor=default_process, score_cutoff=score)
    return f"; did you mean '{best[0]}'?" if best else ""


def listed(words: Iterable[str]) -> str:
    """Return words as a list for a sentence: ``a, b or c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} or {items[-1]}"
