"""An ILR file on its way into a store: the return it belongs to, a digest of its content, its records in order."""

import hashlib
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from engine.calendar import FundingYear, Return
from engine.ilr._source import CHUNK, Source
from engine.ilr.problems import IlrFileError, IlrProblem
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ilr.xml import open_ilr
from engine.returns.history import ReturnCalendar


class Incoming:
    """An opened ILR file with its place in the calendar of returns. Use it as a context manager."""

    def __init__(self, source: Path | bytes, calendar: ReturnCalendar, *, lenient: bool = False) -> None:
        """Open a file. Raises IlrFileError, and ReturnCalendarError when it belongs to no return."""
        self.digest = _digest(source)
        self._reader = open_ilr(source, lenient=lenient)
        details = self._reader.header.collection_details
        self.name: str = self._reader.file_name or ""
        self.ukprn: int = self._reader.learning_provider.ukprn
        self.file_date: date = details.file_preparation_date
        self.returned_in: Return = calendar.return_of(
            FundingYear.from_code(self._reader.year), self.file_date
        )
        self.closes: date = calendar.closes(self.returned_in)
        self._whole = False

    def records(self) -> Iterator[Learner | LearnerDestinationandProgression]:
        """Return the learners, then their destinations. Raises IlrFileError at the end for a file with faults."""
        yield from self._reader.records()
        self._whole = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # A file that is left unread has not been checked, so its faults are no news here.
        self._reader.__exit__(kind or (None if self._whole else GeneratorExit), error, trace)


def _digest(source: Path | bytes) -> str:
    if isinstance(source, bytes):
        return hashlib.sha256(source).hexdigest()
    # Of the file itself: the same file, packed or not, is the same content.
    digest = hashlib.sha256()
    with closing(Source(source).open()) as stream:
        try:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
        except OSError as error:
            sentence = f"the file cannot be read: {error.strerror or error}"
            raise IlrFileError([IlrProblem(None, "", sentence)], source.name) from None
    return digest.hexdigest()
