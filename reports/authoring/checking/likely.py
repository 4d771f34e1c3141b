"""What a run would find wrong and needs no rule to see: figures before the start, dates that cannot be."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from reports.authoring.checking.flaw import Flaw
from reports.authoring.checking.kinds import KINDS
from reports.authoring.checking.told import in_cell
from steps.apprenticeships.months import is_gap
from steps.apprenticeships.results_table import ResultTable
from steps.earnings import EARNINGS_TABLE, aim_of
from steps.feature_text import FeatureText
from steps.features import Scenario
from steps.month_tables import MonthRow
from steps.problems import StepError
from steps.reading import Reading, ReadTable
from steps.tables import Record, plain
from steps.world import World, base_reference

_ASKS_FOR_FINDINGS = re.compile(r"\bfound\b|\bfindings?\b|no-pay|error|refus|warning")
_STARTS = ("LearnStartDate", "start date", "start")
_ENDS = (
    "LearnPlanEndDate",
    "LearnActEndDate",
    "planned end date",
    "actual end date",
    "planned_end",
    "actual_end",
)
_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}")


def likely_flaws(scenario: Scenario, read: Reading, text: FeatureText) -> Iterator[Flaw]:
    """Yield the flaws of a scenario; of one that cannot be read whole only those of single tables."""
    for table in read.tables:
        if isinstance(table.definition.table, ResultTable):
            yield from _dots(table, text)
        yield from _forms(table, text)
    if read.sound:
        yield from _of_the_whole(scenario, read, text)


def _of_the_whole(scenario: Scenario, read: Reading, text: FeatureText) -> Iterator[Flaw]:
    asks = any(_ASKS_FOR_FINDINGS.search(step.text) for step in scenario.steps)
    for table in read.tables:
        if table.definition.table is EARNINGS_TABLE:
            yield from _before_the_start(read.world, table, text)
            yield from _totals(table, text)
        if not asks:
            yield from _dates(read.world, table, text)
    if not asks:
        yield from _references(read, text)


def _flaw(
    text: FeatureText, place: tuple[int, int], code: str, message: str, suggestion: str = "", mended: str = ""
) -> Flaw:
    line, column = place
    start, end = max(column - 1, 0), max(column - 1, 0)
    row = text.rows.get(line)
    for cell in row.cells if row else ():
        if cell.start <= start <= cell.end:
            end = cell.start + len(text.lines[line - 1][cell.start : cell.end].rstrip())
    fix = (in_cell(text, line, start, end, mended),) if mended and end > start else ()
    end = max(end, start + 1)
    return Flaw(
        str(text.path),
        line,
        column,
        end + 1 if column else 0,
        code,
        KINDS[code].severity,
        message,
        suggestion,
        fix,
    )


def _before_the_start(world: World, table: ReadTable, text: FeatureText) -> Iterator[Flaw]:
    rows: list[MonthRow] = list(table.rows)
    for row in rows:
        try:
            draft, number = aim_of(world, row.labels)
        except StepError:
            continue
        if draft is None or row.labels.get("price episode") is not None:
            continue
        aims = [aim for aim in draft.aims if number in (None, draft.aim_number(aim))]
        starts = [aim.fields.get("LearnStartDate") for aim in aims]
        if not starts or not all(isinstance(start, date) for start in starts):
            continue
        first = min(start for start in starts if start is not None)
        for cell in row.cells:
            if cell.amount and cell.month.last_day < first:
                whose = f"aim {row.labels['aim']}" if number is not None else draft.name
                yield _flaw(
                    text,
                    (cell.line, cell.column),
                    "impossible-figure",
                    f"{cell.heading}: {cell.written} cannot be earned: {whose} starts on {first:%d/%m/%Y}",
                    "write 0.00, or look at the start date",
                )


def _totals(table: ReadTable, text: FeatureText) -> Iterator[Flaw]:
    groups: dict[tuple[Any, ...], list[MonthRow]] = {}
    for row in table.rows:
        key = tuple(row.labels.get(name) for name in ("learner", "aim", "price episode"))
        groups.setdefault(key, []).append(row)
    for rows in groups.values():
        kinds = [row.labels.get("earning") for row in rows]
        totals = [
            row for row, kind in zip(rows, kinds, strict=True) if kind is not None and kind.words == "total"
        ]
        parts = [row for row, kind in zip(rows, kinds, strict=True) if kind is not None and kind.attributes]
        if len(totals) != 1 or len(parts) < 2 or any(kind is not None and kind.part for kind in kinds):
            continue
        for index, cell in enumerate(totals[0].cells):
            sum_ = sum((row.cells[index].amount for row in parts), Decimal(0))
            if abs(sum_ - cell.amount) >= Decimal("0.05"):
                yield _flaw(
                    text,
                    (cell.line, cell.column),
                    "total-differs",
                    f"{cell.heading}: the total is {cell.written}, and its parts in this table add up to {sum_:,.2f}",
                    "correct one of them, or add the row that is missing",
                )


def _dots(table: ReadTable, text: FeatureText) -> Iterator[Flaw]:
    heading = table.step.table[0]
    last = len(heading.cells) - 1
    first = len(table.definition.table.headings[:1]) if isinstance(table.definition.table, ResultTable) else 0
    for at, name in enumerate(heading.cells):
        if is_gap(name) and (at in (first, last) or is_gap(heading.cells[at - 1])):
            yield _flaw(
                text,
                (heading.line, heading.columns[at]),
                "stray-dots",
                "'...' stands for the months between two others, and has no month on both sides here",
                "put it between two months, or take the column out",
            )


def _records(table: ReadTable) -> list[Record]:
    return [row for row in table.rows if isinstance(row, Record)]


def _dates(world: World, table: ReadTable, text: FeatureText) -> Iterator[Flaw]:
    for row in _records(table):
        start = next((row.get(name) for name in _STARTS if isinstance(row.get(name), date)), None)
        for name in _ENDS:
            end = row.get(name)
            if start is not None and isinstance(end, date) and end < start:
                yield _flaw(
                    text,
                    row.place(name),
                    "impossible-date",
                    f"{row.heading(name)}: {end:%d/%m/%Y} lies before the start on {start:%d/%m/%Y}",
                    "look at day, month and year of both",
                )
        born = row.get("DateOfBirth")
        if isinstance(born, date):
            drafts = [one for one in world.learners.values() if one.fields.get("DateOfBirth") == born]
            starts = [aim.fields.get("LearnStartDate") for one in drafts for aim in one.aims]
            late = [one for one in starts if isinstance(one, date) and one <= born]
            if late:
                yield _flaw(
                    text,
                    row.place("DateOfBirth"),
                    "impossible-date",
                    f"{row.heading('DateOfBirth')}: {born:%d/%m/%Y} lies after the start of an aim, "
                    f"{min(late):%d/%m/%Y}",
                    "look at the year of birth",
                )


def _forms(table: ReadTable, text: FeatureText) -> Iterator[Flaw]:
    """Yield the dates that are read and written in the other form."""
    for row in _records(table):
        for name, (line, column, heading) in row.places.items():
            value = row.get(name)
            if not isinstance(value, date):
                continue
            told = text.rows.get(line)
            for cell in told.cells if told else ():
                if cell.start < column <= cell.end and _ISO.fullmatch(cell.value):
                    house = f"{value:%d/%m/%Y}"
                    yield _flaw(
                        text, (line, column), "date-form", f"{plain(heading)}: {cell.value} is written {house}",
                        f"write {house}", house,
                    )  # fmt: skip


def _references(read: Reading, text: FeatureText) -> Iterator[Flaw]:
    """Yield the aims and postcodes that no reference data knows, in scenarios that ask for earnings."""
    if not any(table.definition.table is EARNINGS_TABLE for table in read.tables):
        return
    for table in read.tables:
        for row in _records(table):
            for look in _LOOKED_UP:
                value = row.get(look.field)
                if isinstance(value, str) and not look.is_known(value, read.world):
                    yield _flaw(
                        text,
                        row.place(look.field),
                        "unknown-reference",
                        f"no reference data knows the {look.what} {value}",
                        look.suggestion,
                    )


class _LookedUp(NamedTuple):
    """A field whose value the reference data must know: the tables that may hold it, below which heading."""

    field: str
    what: str
    tables: tuple[str, ...]
    heading: str
    suggestion: str

    def is_known(self, value: str, world: World) -> bool:
        """Say whether the reference data, or the scenario's own rows, hold a value."""
        wanted = _squeezed(value)
        if wanted in _values_known(self.tables, self.heading):
            return True
        rows = (row for rows in world.reference_rows.values() for row in rows)
        return any(_squeezed(str(row.get(self.heading, ""))) == wanted for row in rows)


_LOOKED_UP = (
    _LookedUp(
        "LearnAimRef",
        "aim",
        ("aims", "aim_rates", "bootcamp_aims", "framework_aims", "sg_main_aims", "wex_permissions"),
        "LearnAimRef",
        "look at its number, or give its rate in a table below 'Given these aim rates:'",
    ),
    _LookedUp(
        "DelLocPostCode",
        "postcode",
        ("area_costs",),
        "Postcode",
        "give its factor, 1 where there is none, in a table below 'Given these postcode factors:'",
    ),
    _LookedUp(
        "PostcodePrior",
        "postcode",
        ("disadvantage",),
        "Postcode",
        "give its factor, 1 where there is none, in a table below 'Given these postcode factors:'",
    ),
)


@lru_cache(maxsize=8)
def _values_known(tables: tuple[str, ...], heading: str) -> frozenset[str]:
    base = base_reference()
    return frozenset(
        _squeezed(str(row.get(heading, ""))) for name in tables if base.has(name) for row in base.rows(name)
    )


def _squeezed(value: str) -> str:
    return "".join(value.upper().split())
