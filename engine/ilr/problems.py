"""What can be wrong with an ILR file, as data and as exceptions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

MOST_PROBLEMS = 100
"""How many problems of one file are listed; checking stops there."""

MOST_LENIENT_PROBLEMS = 10_000
"""How many problems a lenient reader lists; it reads on beyond them."""


@dataclass(frozen=True, slots=True)
class IlrProblem:
    """One thing wrong with an ILR file.

    `line` is the line of the file (None for a record that is being written), `element` the path of the
    element below Message, such as `Learner/LearningDelivery/LearnStartDate` (empty when the file as a whole
    is wrong), `message` one sentence, and `learn_ref_number` the learner it belongs to, where that is known.
    The message never holds personal data: names, dates of birth, identifiers and addresses are not repeated.
    """

    line: int | None
    element: str
    message: str
    learn_ref_number: str | None = None

    def __str__(self) -> str:
        return self.message


class IlrError(Exception):
    """An ILR file or record is not as its year's structure says; `problems` lists what is wrong."""

    def __init__(self, problems: Iterable[IlrProblem], name: str | None = None) -> None:
        self.problems = tuple(problems)
        self.name = name
        super().__init__(self._text())

    def _text(self) -> str:
        prefix = f"{self.name}: " if self.name else ""
        if len(self.problems) == 1:
            return f"{prefix}{self.problems[0]}"
        count = len(self.problems)
        number = f"at least {count}" if count >= MOST_PROBLEMS else str(count)
        lines = [f"{prefix}{number} problems.", *(f"  {problem}" for problem in self.problems)]
        return "\n".join(lines)


class IlrFileError(IlrError):
    """An ILR file cannot be read, or breaks the structure of its year."""


class IlrWriteError(IlrError):
    """A record cannot be written as the ILR of the year asked for."""
