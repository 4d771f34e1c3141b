"""``files.csv``: which files the results in a folder are of, and which could not be worked out."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from engine.calendar import FundingYear
from reports.batch.job import Refused
from reports.batch.notes import Note
from reports.batch.order import FileOrder, Source
from reports.batch.sums import Sums
from reports.exports.columns import Column, Table
from reports.exports.table_file import write_table
from reports.output_files import OutputFiles

LISTING = "files.csv"

FILES = Table(
    "Files",
    (
        Column("File"),
        Column("State"),
        Column("UKPRN", "whole"),
        Column("FundingYear"),
        Column("Prepared", "date"),
        Column("Learners", "whole"),
        Column("LearnersWithEarnings", "whole"),
        Column("Earnings", "pounds"),
        Column("Findings", "whole"),
        Column("Results"),
        Column("Message"),
    ),
)


Row = tuple[object, ...]


def write_files(order: FileOrder, notes: Iterable[Note], refused: Sequence[tuple[Source, Refused]]) -> Path:
    """Write the list of the files of a calculation, whole or not at all. Raises Refusal when it cannot be written."""

    def row(note: Note) -> Row:
        sums = sums_of(note)
        return (
            note.prepared, sums.learners, sums.earning_learners, sums.total, sums.findings.total(), note.name
        )  # fmt: skip

    return write_listing(order, FILES, row, notes, refused)


def write_listing(
    order: FileOrder,
    table: Table,
    row: Callable[[Note], Row],
    notes: Iterable[Note],
    refused: Sequence[tuple[Source, Refused]],
) -> Path:
    """Write the list of files, whole or not at all; ``row`` is what stands between the year and the message.

    Raises Refusal when it cannot be written.
    """
    blanks = [None] * (len(table.columns) - 3)
    rows: dict[str, Row] = {
        source.key: (source.key, "refused", *blanks, _message(source, result)) for source, result in refused
    }
    for note in notes:
        year = FundingYear.from_code(note.year).label
        rows[note.key] = (note.key, "done", note.ukprn, year, *row(note), "\n".join(note.problems))
    target = order.into / LISTING
    with OutputFiles() as files:
        write_table(files, target, table, [rows[key] for key in sorted(rows)])
        files.commit()
    return target


def sums_of(note: Note) -> Sums:
    """Return the sums of a file of a calculation."""
    assert isinstance(note.sums, Sums)
    return note.sums


def _message(source: Source, result: Refused) -> str:
    return "\n".join(line.removeprefix(f"{source.path}:").strip() for line in result.lines)
