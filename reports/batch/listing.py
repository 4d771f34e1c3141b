"""``files.csv``: which files the results in a folder are of, and which could not be worked out."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from engine.calendar import FundingYear
from reports.batch.notes import Note
from reports.batch.order import Order, Source
from reports.batch.work import Refused
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


def write_listing(order: Order, notes: Iterable[Note], refused: Sequence[tuple[Source, Refused]]) -> Path:
    """Write the list of files, whole or not at all. Raises Refusal when it cannot be written."""
    rows: dict[str, tuple[object, ...]] = {
        source.key: (source.key, "refused", *[None] * 7, "", _message(order, source, result))
        for source, result in refused
    }
    for note in notes:
        rows[note.key] = (
            note.key, "done", note.ukprn, FundingYear.from_code(note.year).label, note.prepared, note.sums.learners,
            note.sums.earning_learners, note.sums.total, note.sums.findings.total(), note.name,
            "\n".join(note.problems),
        )  # fmt: skip
    target = order.into / LISTING
    with OutputFiles() as files:
        write_table(files, target, FILES, [rows[key] for key in sorted(rows)])
        files.commit()
    return target


def _message(order: Order, source: Source, result: Refused) -> str:
    return "\n".join(line.removeprefix(f"{source.path}:").strip() for line in result.lines)
