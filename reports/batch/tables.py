"""The rows of a piece of a file, kept until the file is done, and the result files that are made of them."""

import io
import os
import shutil
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from engine.figures import NO_AIM, Span
from engine.ledger import Ledger
from reports.batch.order import Form
from reports.earnings_csv import EARNINGS_HEADING, FINDINGS_HEADING, earnings_lines, in_order, write_findings
from reports.earnings_statement.rows import EARNINGS, FINDINGS, finding_row
from reports.exports.columns import Table

TABLES = ("earnings", "findings")

_ROWS_OF_A_GROUP = 100_000
_COLUMNS = {"earnings": EARNINGS, "findings": FINDINGS}
_HEADINGS = {"earnings": EARNINGS_HEADING, "findings": FINDINGS_HEADING}


class Rows(Protocol):
    """What takes the learners of a piece."""

    def take(self, ukprn: int, learn_ref_number: str | None, ledger: Ledger, spans: Sequence[Span]) -> None:
        """Take in a learner, or findings of none."""

    def write(self, folder: Path, stem: str) -> None:
        """Write a file of each table. Raises OSError."""


class CsvRows:
    """The lines of a piece."""

    def __init__(self) -> None:
        self._earnings, self._findings = io.StringIO(), io.StringIO()

    def take(self, ukprn: int, learn_ref_number: str | None, ledger: Ledger, spans: Sequence[Span]) -> None:
        """Take in a learner, or findings of none."""
        if learn_ref_number is not None:
            self._earnings.write(earnings_lines(ukprn, learn_ref_number, spans))
        if ledger.findings:
            write_findings(self._findings, ledger.findings)

    def write(self, folder: Path, stem: str) -> None:
        """Write a file of each table. Raises OSError."""
        for table, lines in zip(TABLES, (self._earnings, self._findings), strict=True):
            (folder / f"{stem}-{table}").write_text(lines.getvalue(), encoding="utf-8", newline="")


class ArrowRows:
    """The rows of a piece, by column."""

    def __init__(self) -> None:
        self._earnings: list[list[Any]] = [[] for _ in EARNINGS.columns]
        self._findings: list[tuple[Any, ...]] = []

    def take(self, ukprn: int, learn_ref_number: str | None, ledger: Ledger, spans: Sequence[Span]) -> None:
        """Take in a learner, or findings of none."""
        if ledger.findings:
            self._findings.extend(map(finding_row, in_order(ledger.findings)))
        if learn_ref_number is None:
            return
        providers, learners, aims, episodes, attributes, periods, values = self._earnings
        before = len(periods)
        for (aim, _, episode, attribute, _), start, stop, amount in spans:
            count = stop - start
            aims += [None if aim == NO_AIM else aim] * count
            episodes += [episode] * count
            attributes += [attribute] * count
            periods += range(start + 1, stop + 1)
            values += [amount] * count
        rows = len(periods) - before
        providers += [ukprn] * rows
        learners += [learn_ref_number] * rows

    def write(self, folder: Path, stem: str) -> None:
        """Write a file of each table. Raises OSError."""
        arrow = _arrow()
        findings = [list(column) for column in zip(*self._findings, strict=True)]
        for table, columns in (("earnings", self._earnings), ("findings", findings)):
            schema = arrow_schema(_COLUMNS[table])
            if not columns:
                columns = [[] for _ in schema]
            arrays = [arrow.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
            place = str(folder / f"{stem}-{table}")
            with arrow.OSFile(place, "wb") as sink, arrow.ipc.new_file(sink, schema) as writer:
                writer.write_batch(arrow.RecordBatch.from_arrays(arrays, schema=schema))


def rows_of(form: Form) -> Rows:
    """Return what takes the learners of a piece."""
    return CsvRows() if form == "csv" else ArrowRows()


def join(form: Form, table: str, folder: Path, stems: Sequence[str], target: Path) -> None:
    """Make the result file of a table out of the pieces, the same however the file was cut. Raises OSError.

    What it wrote is on the disk, not only on its way there.
    """
    pieces = [folder / f"{stem}-{table}" for stem in stems]
    with target.open("wb") as stream:
        if form == "csv":
            stream.write(_HEADINGS[table].encode())
            for piece in pieces:
                with piece.open("rb") as part:
                    shutil.copyfileobj(part, stream, 1 << 20)
        else:
            _join_parquet(arrow_schema(_COLUMNS[table]), pieces, stream)
        stream.flush()
        os.fsync(stream.fileno())


def _join_parquet(schema: Any, pieces: Sequence[Path], stream: Any) -> None:
    parquet: Any = import_module("pyarrow.parquet")
    with parquet.ParquetWriter(stream, schema) as writer:
        for group in _groups(schema, pieces):
            writer.write_table(group, row_group_size=_ROWS_OF_A_GROUP)


def _groups(schema: Any, pieces: Sequence[Path]) -> Iterator[Any]:
    """Return the rows in groups of equal size, each in one stretch of memory."""
    arrow = _arrow()
    held = schema.empty_table()
    for piece in pieces:
        with arrow.OSFile(str(piece), "rb") as source:
            read = arrow.ipc.open_file(source).read_all()
        held = arrow.concat_tables([held, read])
        while held.num_rows >= _ROWS_OF_A_GROUP:
            yield held.slice(0, _ROWS_OF_A_GROUP).combine_chunks()
            held = held.slice(_ROWS_OF_A_GROUP)
    if held.num_rows:
        yield held.combine_chunks()


def arrow_schema(table: Table) -> Any:
    """Return the columns of a table as Parquet holds them."""
    from reports.exports.parquet_file import arrow_type

    arrow = _arrow()
    return arrow.schema([(column.heading, arrow_type(column)) for column in table.columns])


def _arrow() -> Any:
    arrow: Any = import_module("pyarrow")
    # The memory that Arrow takes unless told otherwise stays with it: 40 MB in each process.
    arrow.set_memory_pool(arrow.system_memory_pool())
    return arrow
