"""The learners and programmes that moved, as a CSV file, a workbook or a Parquet file. No names."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from reports.exports.columns import Column, Table
from reports.exports.endings import WORKBOOK, ending_of
from reports.exports.spool import Spool
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


class RowFile:
    """The rows of a run, kept on disk until the last is known; only ``write`` puts a file into place."""

    def __init__(self, target: Path | None) -> None:
        self.target = target
        self._spool = Spool()

    def __enter__(self) -> Self:
        self._spool.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._spool.__exit__(kind, error, trace)

    def add(self, ukprn: int, year: str, change: Change) -> None:
        """Take in a learner of whom an amount moved: one row for each programme that did.

        Raises Refusal when the file could not hold it.
        """
        if self.target is None:
            return
        sums = change.programmes
        for programme in change.moved_programmes:
            if ending_of(self.target) == WORKBOOK:
                from reports.exports import workbook

                if self._spool.count >= workbook.MOST_LINES:
                    raise workbook.too_many(self.target, MOVED.name)
            pair = sums[programme]
            self._spool.add((ukprn, year, change.learn_ref_number, programme, *pair, pair.difference))

    def write(self, impact: "Impact", names: tuple[str, str]) -> None:
        """Write the file, whole or not at all. ``names`` are what the sides are called."""
        if self.target is None:
            return
        try:
            with OutputFiles() as files:
                if ending_of(self.target) == WORKBOOK:
                    from reports.impact.workbook import write_workbook

                    write_workbook(files, self.target, impact, names, self._spool)
                else:
                    write_table(files, self.target, MOVED, self._spool)
                files.commit()
        except OSError as error:
            raise Refusal(f"{self.target} cannot be written: {error.strerror or error}") from None
