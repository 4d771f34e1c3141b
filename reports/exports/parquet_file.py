"""A table as a Parquet file, written in groups of rows: amounts are decimals, months their first day."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from importlib import import_module
from types import TracebackType
from typing import Any, BinaryIO, Self

from reports.exports.columns import Column, day_of, exact

_ROWS_OF_A_GROUP = 100_000
_ROWS_IN_WAITING = 5_000
"""Rows that wait as Python objects, which take much more memory than the columns they are turned into."""


class ParquetFile:
    """A Parquet file that takes rows; memory holds one group of them, whatever their number."""

    def __init__(self, stream: BinaryIO, columns: Sequence[Column]) -> None:
        self._arrow: Any = import_module("pyarrow")
        parquet: Any = import_module("pyarrow.parquet")
        self._columns = columns
        fields = [(column.heading, arrow_type(column)) for column in columns]
        self._schema = self._arrow.schema(fields)
        self._writer = parquet.ParquetWriter(stream, self._schema)
        self._waiting: list[Sequence[Any]] = []
        self._batches: list[Any] = []
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give up a file that was not closed, which its writer would else try to end when nobody looks."""
        with suppress(OSError, ValueError):
            self._writer.close()
        self._writer.is_open = False

    def write(self, rows: Iterable[Sequence[Any]]) -> None:
        """Take in rows."""
        for row in rows:
            self._waiting.append(row)
            if len(self._waiting) >= _ROWS_IN_WAITING:
                self._store()

    def _store(self) -> None:
        if not self._waiting:
            return
        made = [
            self._arrow.array([_cell(column, value) for value in values], self._schema.field(number).type)
            for number, (column, values) in enumerate(
                zip(self._columns, zip(*self._waiting, strict=True), strict=True)
            )
        ]
        self._batches.append(self._arrow.RecordBatch.from_arrays(made, schema=self._schema))
        self._count += len(self._waiting)
        self._waiting = []
        if self._count >= _ROWS_OF_A_GROUP:
            self._write_group()

    def _write_group(self) -> None:
        if self._batches:
            self._writer.write_table(self._arrow.Table.from_batches(self._batches, self._schema), self._count)
        self._batches, self._count = [], 0

    def close(self) -> None:
        """Write the last group and the end of the file; the stream stays open."""
        self._store()
        self._write_group()
        self._writer.close()


def arrow_type(column: Column) -> Any:
    """Return the type of a column's cells."""
    arrow: Any = import_module("pyarrow")
    if column.kind == "text":
        return arrow.string()
    if column.kind == "whole":
        return arrow.int64()
    if column.kind in ("date", "month"):
        return arrow.date32()
    return arrow.decimal128(18, 2 if column.kind == "pence" else 5)


def _cell(column: Column, value: Any) -> Any:
    if value is None:
        return None
    if column.kind in ("date", "month"):
        return day_of(value)
    if column.kind == "text":
        return str(value)
    return exact(column.kind, value)
