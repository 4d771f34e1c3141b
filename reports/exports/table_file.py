"""A table in the file that its name's ending asks for, row by row."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from reports.exports.columns import Table
from reports.exports.endings import CSV, PARQUET, ending_of
from reports.output_files import OutputFiles


class TableFile(Protocol):
    """A file that takes the rows of a table and is closed after the last."""

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Take in rows. Raises Refusal when the file cannot hold them."""

    def close(self) -> None:
        """Write what is left."""


class SheetFile:
    """A workbook of one sheet that takes rows."""

    def __init__(self, files: OutputFiles, target: Path, table: Table) -> None:
        from reports.exports.workbook import Book

        self._book = Book(files, target, table.name)
        self._lines = self._book.lines(table)

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Take in rows. Raises Refusal when the sheet is full."""
        for row in rows:
            self._lines.add(row)

    def close(self) -> None:
        """Write the total and the workbook."""
        self._lines.finish()
        self._book.close()


def open_table(files: OutputFiles, target: Path, table: Table) -> TableFile:
    """Return a file that takes the rows of a table, by the ending of its name; it stands when ``files`` commits."""
    ending = ending_of(target)
    if ending == CSV:
        from reports.exports.csv_file import CsvFile

        return CsvFile(files.open(target), table.columns)
    if ending == PARQUET:
        from reports.exports.parquet_file import ParquetFile

        return files.keep(ParquetFile(files.open(target).buffer, table.columns))
    return SheetFile(files, target, table)


def write_table(files: OutputFiles, target: Path, table: Table, rows: Iterable[Sequence[Any]]) -> None:
    """Write a whole table; it stands when ``files`` commits. Raises Refusal when the file cannot hold it."""
    file = open_table(files, target, table)
    file.write(rows)
    file.close()
