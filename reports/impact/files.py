"""The learners and programmes that moved, as a CSV file, a workbook or a Parquet file. No names."""

import csv
import os
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.exports.columns import Column, Table
from reports.exports.endings import CSV, WORKBOOK, ending_of
from reports.exports.table_file import write_table
from reports.impact.change import Change
from reports.output_files import OutputFiles
from reports.refusal import Refusal

if TYPE_CHECKING:
    from reports.impact.sums import Impact

MOVED = Table(
    "Moved",
    (
        Column("UKPRN", "whole", 11),
        Column("FundingYear", width=12),
        Column("LearnRefNumber", width=16),
        Column("Programme", width=24),
        Column("Before", "pounds", 16, summed=True),
        Column("After", "pounds", 16, summed=True),
        Column("Difference", "pounds", 16, summed=True, formula="=F{row}-E{row}"),
    ),
)

Row = tuple[Any, ...]


def moved_rows(ukprn: int, year: str, change: Change) -> list[Row]:
    """Return the rows of a learner: one for each programme of which an amount moved."""
    if not change.moved:
        return []
    sums = change.programmes
    return [
        (ukprn, year, change.learn_ref_number, programme, *sums[programme], sums[programme].difference)
        for programme in change.moved_programmes
    ]


def write_rows(target: Path, rows: Iterable[Row]) -> None:
    """Write rows into a new CSV or Parquet file, by the ending of its name. Raises OSError.

    What it wrote is on the disk, not only on its way there.
    """
    if ending_of(target) == CSV:
        from reports.exports.csv_file import CsvFile

        with target.open("w", encoding="utf-8", newline="") as lines:
            CsvFile(lines, MOVED.columns).write(rows)
            lines.flush()
            os.fsync(lines.fileno())
        return
    from reports.exports.parquet_file import ParquetFile

    with target.open("wb") as stream, ParquetFile(stream, MOVED.columns) as file:
        file.write(rows)
        file.close()
        stream.flush()
        os.fsync(stream.fileno())


def read_rows(file: Path) -> Iterator[Row]:
    """Return the rows that ``write_rows`` wrote, a few at a time. Raises OSError."""
    if ending_of(file) == CSV:
        with file.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines)
            next(reader)
            for ukprn, year, reference, programme, *amounts in reader:
                yield int(ukprn), year, reference, programme, *map(Decimal, amounts)
        return
    parquet: Any = import_module("pyarrow.parquet")
    with parquet.ParquetFile(file) as opened:
        for batch in opened.iter_batches(batch_size=5_000):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def write_out(target: Path, impact: "Impact", names: tuple[str, str], rows: Iterable[Row]) -> None:
    """Write the file that --out names, whole or not at all. ``names`` are what the sides are called.

    Raises Refusal when it cannot be written, or could not hold the rows.
    """
    try:
        with OutputFiles() as files:
            if ending_of(target) == WORKBOOK:
                from reports.impact.workbook import write_workbook

                write_workbook(files, target, impact, names, rows)
            else:
                write_table(files, target, MOVED, rows)
            files.commit()
    except OSError as error:
        raise Refusal(f"{target} cannot be written: {error.strerror or error}") from None
