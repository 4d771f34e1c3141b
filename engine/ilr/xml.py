"""ILR XML files in and out.

Reading is strict by default: every structural rule of the file's year is checked (order, occurrence, type,
length, range, pattern), and any breach is an error that lists all of them with their lines. Lenient reading
takes what can be read. Source: ILR specification 2017-18 to 2025-26, file structure and field pages.
"""

from __future__ import annotations

import os

from engine.ilr.problems import MOST_PROBLEMS, IlrError, IlrFileError, IlrProblem, IlrWriteError
from engine.ilr.reader import IlrReader
from engine.ilr.records import Learner, LearnerDestinationandProgression, Message
from engine.ilr.writer import IlrWriter, to_xml, write_ilr

__all__ = [
    "MOST_PROBLEMS",
    "IlrError",
    "IlrFileError",
    "IlrProblem",
    "IlrReader",
    "IlrWriteError",
    "IlrWriter",
    "open_ilr",
    "read_message",
    "to_xml",
    "write_ilr",
]


def open_ilr(
    source: str | os.PathLike[str] | bytes, *, lenient: bool = False, expected_year: str | None = None
) -> IlrReader:
    """Open an ILR file, or the bytes of one, and read it up to its first learner.

    `expected_year` is a year code such as `2324`; a file of another year is then refused. The reader is a
    context manager; see `IlrReader` for strict and lenient reading.

    Raises:
        IlrFileError: the file is missing, empty, not well-formed XML or not UTF-8, has a document type
            declaration, is no ILR file of a known year, or names another year in its header than in its
            namespace.
    """
    return IlrReader(source, lenient=lenient, expected_year=expected_year)


def read_message(
    source: str | os.PathLike[str] | bytes, *, lenient: bool = False, expected_year: str | None = None
) -> Message:
    """Read a whole ILR file, or the bytes of one, into one record. Meant for small files.

    Raises:
        IlrFileError: the file cannot be read, or, unless `lenient`, breaks the structure of its year.
    """
    with open_ilr(source, lenient=lenient, expected_year=expected_year) as reader:
        records = list(reader.records())
        return Message(
            header=reader.header,
            source_files=reader.source_files,
            learning_provider=reader.learning_provider,
            learner=tuple(record for record in records if isinstance(record, Learner)),
            learner_destinationand_progression=tuple(
                record for record in records if isinstance(record, LearnerDestinationandProgression)
            ),
        )
