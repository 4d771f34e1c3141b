"""A table as a CSV file: UTF-8, LF line ends."""

import csv
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

from reports.exports.columns import Column, text_of


class CsvFile:
    """A CSV file that takes rows."""

    def __init__(self, stream: TextIO, columns: Sequence[Column]) -> None:
        self._kinds = [column.kind for column in columns]
        self._writer = csv.writer(stream, lineterminator="\n")
        self._writer.writerow([column.heading for column in columns])

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Take in rows."""
        kinds = self._kinds
        self._writer.writerows(
            [text_of(kind, value) for kind, value in zip(kinds, row, strict=True)] for row in rows
        )

    def close(self) -> None:
        """Do nothing: every row is written."""
