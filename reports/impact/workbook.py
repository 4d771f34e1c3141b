"""An impact as a workbook: a sheet of sums, and one of the learners and programmes that moved."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from reports.impact.change import Pair
from reports.impact.files import HEADINGS, Row
from reports.impact.sums import Impact, Line, sum_of
from reports.impact.words import programme_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_FIRST_AMOUNT = 2
"""The column of the summary with the amounts before: two columns name what they are of."""


def write_workbook(
    stream: Any, impact: Impact, names: tuple[str, str], rows: Iterator[Row], count: int
) -> None:
    """Write the workbook to a binary stream; totals and differences are formulas, with their values beside.

    Rows are written one at a time, so that memory does not grow with them. The same run gives the same bytes.
    """
    from xlsxwriter import Workbook

    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(stream, options)
    book.set_properties({"title": "Impact", "created": datetime(2024, 4, 1)})  # noqa: DTZ001
    heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F1"})
    money = book.add_format({"num_format": "#,##0.00"})
    bold = book.add_format({"bold": True, "num_format": "#,##0.00", "top": 1})
    summary = _Summary(book.add_worksheet("Summary"), heading, money, bold)
    moved = book.add_worksheet("Moved")
    summary.write(impact, names)
    _moved(moved, rows, count, heading, money, bold)
    book.close()


class _Summary:
    """The sheet of sums, written from top to bottom."""

    def __init__(self, sheet: "Worksheet", heading: "Format", money: "Format", bold: "Format") -> None:
        self.sheet, self.heading, self.money, self.bold = sheet, heading, money, bold
        self.line = 0

    def write(self, impact: Impact, names: tuple[str, str]) -> None:
        sheet = self.sheet
        sheet.set_column(0, 0, 40)
        sheet.set_column(1, 1, 34)
        sheet.set_column(2, 6, 16)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for label, text in zip(("Before", "After"), names, strict=True):
            sheet.write_string(self.line, 0, label, self.heading)
            sheet.write_string(self.line, 1, text)
            self.line += 1
        self.line += 1
        providers = [(str(ukprn), year, line) for (ukprn, year), line in impact.by_provider.items()]
        self._block(("Provider", "Funding year"), providers)
        programmes = [(programme_name(name), "", line) for name, line in impact.by_programme.items()]
        self._block(("Programme", ""), programmes, learners_add_up=False)
        attributes = [
            (programme_name(programme), name, line) for (programme, name), line in impact.by_attribute.items()
        ]
        self._block(("Programme", "Attribute"), attributes, learners_add_up=False)
        bands = [(band.label, "", Line(pair, count, count)) for band, count, pair in impact.distribution]
        self._block(("Learners by change", ""), bands)
        for title, movers in (("Learners that gain most", impact.gains), ("that lose most", impact.losses)):
            lines = [(str(one.ukprn), one.learn_ref_number, Line(one.sum, 1, 1)) for one in movers]
            self._block((f"{title}: provider", "Learner"), lines, total=False)

    def _block(
        self,
        headings: tuple[str, str],
        lines: Sequence[tuple[str, str, Line]],
        *,
        learners_add_up: bool = True,
        total: bool = True,
    ) -> None:
        if not lines:
            return
        for column, text in enumerate((*headings, "Before", "After", "Difference", "Learners", "Moved")):
            self.sheet.write_string(self.line, column, text, self.heading)
        first = self.line = self.line + 1
        for one, other, line in lines:
            self.sheet.write_string(self.line, 0, one)
            self.sheet.write_string(self.line, 1, other)
            for column, amount in enumerate(line.sum, _FIRST_AMOUNT):
                self.sheet.write_number(self.line, column, float(amount), self.money)
            self._difference(line.sum, self.money)
            self.sheet.write_number(self.line, 5, line.learners)
            self.sheet.write_number(self.line, 6, line.moved)
            self.line += 1
        if total:
            self._total(first, lines, learners_add_up)
        self.line += 1

    def _total(self, first: int, lines: Sequence[tuple[str, str, Line]], learners_add_up: bool) -> None:
        """Sum the lines above; a learner in two programmes is one learner, so those counts are not summed."""
        self.sheet.write_string(self.line, 0, "All", self.bold)
        pair = sum_of(line.sum for _, _, line in lines)
        for column, amount in enumerate(pair, _FIRST_AMOUNT):
            formula = f"=SUM({_cells(column, first, self.line - 1)})"
            self.sheet.write_formula(self.line, column, formula, self.bold, float(amount))
        self._difference(pair, self.bold)
        if learners_add_up:
            counts = (sum(line.learners for *_, line in lines), sum(line.moved for *_, line in lines))
            for column, count in enumerate(counts, 5):
                formula = f"=SUM({_cells(column, first, self.line - 1)})"
                self.sheet.write_formula(self.line, column, formula, None, count)
        self.line += 1

    def _difference(self, pair: Pair, style: "Format") -> None:
        formula = f"=D{self.line + 1}-C{self.line + 1}"
        self.sheet.write_formula(self.line, 4, formula, style, float(pair.difference))


def _moved(
    sheet: "Worksheet", rows: Iterable[Row], count: int, heading: "Format", money: "Format", bold: "Format"
) -> None:
    for column, text in enumerate(HEADINGS):
        sheet.set_column(column, column, 24 if text == "Programme" else 16)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, count, len(HEADINGS) - 1)
    for column, text in enumerate(HEADINGS):
        sheet.write_string(0, column, text, heading)
    total = Pair()
    for line, (ukprn, learner, programme, before, after, difference) in enumerate(rows, 1):
        sheet.write_number(line, 0, ukprn)
        sheet.write_string(line, 1, learner)
        sheet.write_string(line, 2, programme)
        sheet.write_number(line, 3, float(before), money)
        sheet.write_number(line, 4, float(after), money)
        sheet.write_formula(line, 5, f"=E{line + 1}-D{line + 1}", money, float(difference))
        total = total.plus(Pair(before, after))
    if count:
        sheet.write_string(count + 1, 0, "All", bold)
        for column, amount in enumerate((*total, total.difference), 3):
            formula = f"=SUM({_cells(column, 1, count)})"
            sheet.write_formula(count + 1, column, formula, bold, float(amount))


def _cells(column: int, first: int, last: int) -> str:
    letter = "ABCDEFG"[column]
    return f"{letter}{first + 1}:{letter}{last + 1}"
