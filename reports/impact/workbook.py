"""An impact as a workbook: a sheet of sums, and one of the learners and programmes that moved."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from reports.exports.workbook import Book, Formula, Page, cells
from reports.impact.change import Pair
from reports.impact.files import MOVED
from reports.impact.sums import Impact, Line, sum_of
from reports.impact.words import programme_name, remarks
from reports.output_files import OutputFiles

_FIRST_AMOUNT = 2
"""The column of the summary with the amounts before: two columns name what they are of."""
_FIRST_COUNT = 5


def write_workbook(
    files: OutputFiles, target: Path, impact: Impact, names: tuple[str, str], rows: Iterable[Sequence[Any]]
) -> None:
    """Write the workbook; totals and differences are formulas, with their values beside. Raises Refusal."""
    book = Book(files, target, "Impact")
    page = book.page("Summary", (40, 34, 16, 16, 16, 12, 12))
    moved = book.lines(MOVED)
    for row in rows:
        moved.add(row)
    moved.finish()
    _summary(page, impact, names)
    book.close()


def _summary(page: Page, impact: Impact, names: tuple[str, str]) -> None:
    for label, text in zip(("Before", "After"), names, strict=True):
        page.row((label, text), styles=("bold",))
    page.gap()
    providers = [(str(ukprn), year, line) for (ukprn, year), line in impact.by_provider.items()]
    _block(page, ("Provider", "Funding year"), providers)
    programmes = [(programme_name(name), "", line) for name, line in impact.by_programme.items()]
    _block(page, ("Programme", ""), programmes, learners_add_up=False)
    attributes = [
        (programme_name(programme), name, line) for (programme, name), line in impact.by_attribute.items()
    ]
    _block(page, ("Programme", "Attribute"), attributes, learners_add_up=False)
    bands = [(band.label, "", Line(pair, count, count)) for band, count, pair in impact.distribution]
    _block(page, ("Learners by change", ""), bands)
    for verb, movers in (("gain", impact.gains), ("lose", impact.losses)):
        lines = [(str(one.ukprn), one.learn_ref_number, Line(one.sum, 1, 1)) for one in movers]
        _block(page, (f"Learners that {verb} most: provider", "Learner"), lines, total=False)
    for remark in remarks(impact):
        page.row((f"Note: {remark}",))


def _block(
    page: Page,
    headings: tuple[str, str],
    lines: Sequence[tuple[str, str, Line]],
    *,
    learners_add_up: bool = True,
    total: bool = True,
) -> None:
    """Write lines and their sum; a learner in two programmes is one learner, so those counts are not summed."""
    if not lines:
        return
    page.heading((*headings, "Before", "After", "Difference", "Learners", "Moved"), _FIRST_AMOUNT)
    first = page.line
    for one, other, line in lines:
        page.row((one, other, *line.sum, _difference(page, line.sum), line.learners, line.moved))
    if total:
        pair = sum_of(line.sum for *_, line in lines)
        amounts = [
            Formula(f"=SUM({cells(column, first, page.line - 1)})", amount)
            for column, amount in enumerate(pair, _FIRST_AMOUNT)
        ]
        counts = (sum(line.learners for *_, line in lines), sum(line.moved for *_, line in lines))
        added = [
            Formula(f"=SUM({cells(column, first, page.line - 1)})", count)
            for column, count in enumerate(counts, _FIRST_COUNT)
            if learners_add_up
        ]
        styles = ["total"] * _FIRST_COUNT + ["total count"] * len(added)
        page.row(("All", " ", *amounts, _difference(page, pair), *added), styles=styles)
    page.gap()


def _difference(page: Page, pair: Pair) -> Formula:
    return Formula(f"=D{page.line + 1}-C{page.line + 1}", pair.difference)
