"""The learners and programmes that moved, as a CSV file, a workbook or a Parquet file. No names."""

import csv
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, Self

from reports.impact.change import Change
from reports.output_files import OutputFiles
from reports.refusal import Refusal

if TYPE_CHECKING:
    from reports.impact.sums import Impact

HEADINGS = ("UKPRN", "LearnRefNumber", "Programme", "Before", "After", "Difference")
Row = tuple[int, str, str, Decimal, Decimal, Decimal]

_SHEET_ROWS = 1_048_576 - 2
"""What a sheet holds beside its heading and its total."""
_BATCH = 50_000


def check_kind(target: Path | None) -> None:
    """Refuse a file whose kind cannot be written, before anything is worked out."""
    if target is None:
        return
    kind = target.suffix.lower()
    if kind not in (".csv", ".xlsx", ".parquet"):
        raise Refusal(f"--out: {target} is no kind of file that is written; name a .csv, .xlsx or .parquet")
    if kind == ".parquet" and find_spec("pyarrow") is None:
        raise Refusal(
            f"--out: {target} needs the package pyarrow, which is not installed; "
            "install it (pip install pyarrow), or name a .csv or .xlsx"
        )


class RowFile:
    """The rows of a run, kept on disk until the last is known; only ``write`` puts a file into place."""

    def __init__(self, target: Path | None) -> None:
        self.target = target
        self.count = 0
        self._spool: IO[str] | None = None

    def __enter__(self) -> Self:
        if self.target is not None:
            self._spool = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")
            self._writer = csv.writer(self._spool, lineterminator="\n")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._spool is not None:
            self._spool.close()

    def add(self, ukprn: int, change: Change) -> None:
        """Take in a learner of whom an amount moved: one row for each programme that did."""
        if self._spool is None:
            return
        sums = change.programmes
        for programme in change.moved_programmes:
            pair = sums[programme]
            self._writer.writerow(
                (ukprn, change.learn_ref_number, programme, *pair, pair.difference),
            )
            self.count += 1

    def rows(self) -> Iterator[Row]:
        """Read the rows in their order."""
        if self._spool is None:
            return
        self._spool.seek(0)
        for ukprn, learner, programme, before, after, difference in csv.reader(self._spool):
            yield int(ukprn), learner, programme, Decimal(before), Decimal(after), Decimal(difference)

    def write(self, impact: "Impact", names: tuple[str, str]) -> None:
        """Write the file, whole or not at all. ``names`` are what the sides are called."""
        if self.target is None or self._spool is None:
            return
        kind = self.target.suffix.lower()
        if kind == ".xlsx" and self.count > _SHEET_ROWS:
            raise Refusal(
                f"--out: {self.count:,} rows are more than a sheet of {self.target.name} holds; name a .csv"
            )
        try:
            with OutputFiles() as files:
                stream = files.open(self.target)
                if kind == ".csv":
                    stream.write(",".join(HEADINGS) + "\n")
                    csv.writer(stream, lineterminator="\n").writerows(
                        (*row[:3], *(f"{amount:f}" for amount in row[3:])) for row in self.rows()
                    )
                elif kind == ".xlsx":
                    from reports.impact.workbook import write_workbook

                    write_workbook(stream.buffer, impact, names, self.rows(), self.count)
                else:
                    _write_parquet(stream.buffer, self.rows())
                files.commit()
        except OSError as error:
            raise Refusal(f"{self.target} cannot be written: {error.strerror or error}") from None


def _write_parquet(stream: Any, rows: Iterator[Row]) -> None:
    """Write amounts as decimals with five places, so that nothing of them is lost."""
    arrow: Any = import_module("pyarrow")
    parquet: Any = import_module("pyarrow.parquet")
    money = arrow.decimal128(18, 5)
    kinds = (arrow.int64(), arrow.string(), arrow.string(), money, money, money)
    schema = arrow.schema(list(zip(HEADINGS, kinds, strict=True)))
    with parquet.ParquetWriter(stream, schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            columns = [
                arrow.array(column, kind)
                for column, kind in zip(zip(*batch, strict=True), kinds, strict=True)
            ]
            writer.write_table(arrow.Table.from_arrays(columns, schema=schema))
