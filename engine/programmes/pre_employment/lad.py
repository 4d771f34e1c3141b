"""The Learning Aim Database and the uplifts of funding agreements, as far as they are given.

The guidance holds no values, so both are inputs: the tables ``legacy_lad`` and ``legacy_uplifts`` of the reference
data. A value of the database is the one before uplifts.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from engine.reference import Problem, ReferenceData, ReferenceDataError
from engine.reference.shapes import Column, Shape
from engine.reference.table import Table, table_of_rows

LAD_TABLE = "legacy_lad"
UPLIFTS_TABLE = "legacy_uplifts"


class LadAim(NamedTuple):
    """An aim of the database: its type, whether it is accredited and valid for ALR, its value before uplifts."""

    a09: str
    title: str
    aim_type: str
    accredited: bool
    valid_for_alr: bool
    valid_from: date
    valid_to: date | None
    value: Decimal | None

    def is_valid_on(self, day: date | None) -> bool:
        """Say whether a day lies in the period of validity; a day that is not known does."""
        return day is None or (self.valid_from <= day and (self.valid_to is None or day <= self.valid_to))


class Uplifts(NamedTuple):
    """The factors of a funding agreement; None for one that it does not tell. Without a UKPRN for every provider."""

    ukprn: str
    disadvantage: Decimal | None
    area: Decimal | None
    valid_from: date
    valid_to: date | None

    def is_valid_on(self, day: date | None) -> bool:
        """Say whether a day lies in the period of validity; a day that is not known does."""
        return day is None or (self.valid_from <= day and (self.valid_to is None or day <= self.valid_to))


_LAD = Shape(
    LAD_TABLE,
    LadAim,
    (
        Column("A09", needed=True),
        Column("Title"),
        Column("AimType"),
        Column("Accredited", "flag", needed=True),
        Column("ValidForALR", "flag", needed=True),
        Column("ValidFrom", "date"),
        Column("ValidTo", "date"),
        Column("Value", "number"),
    ),
    key=(0,),
    period=(5, 6),
    overlap="refused",
)
_UPLIFTS = Shape(
    UPLIFTS_TABLE,
    Uplifts,
    (
        Column("UKPRN"),
        Column("Disadvantage", "number"),
        Column("Area", "number"),
        Column("ValidFrom", "date"),
        Column("ValidTo", "date"),
    ),
    key=(0,),
    period=(3, 4),
    overlap="refused",
)


class LearningAimDatabase:
    """What is known of aims and of the uplifts of agreements, found by reference, provider and day."""

    __slots__ = ("_aims", "_uplifts")

    def __init__(self, reference: ReferenceData) -> None:
        """Read both tables. Raises ReferenceDataError listing every fault of them."""
        problems: list[Problem] = []
        self._aims = _read(_LAD, reference, problems)
        self._uplifts = _read(_UPLIFTS, reference, problems)
        problems += _negative(self._aims, "Value", LAD_TABLE)
        problems += _negative(self._uplifts, "Disadvantage", UPLIFTS_TABLE)
        problems += _negative(self._uplifts, "Area", UPLIFTS_TABLE)
        if problems:
            raise ReferenceDataError(problems)

    def aims(self, a09: str) -> tuple[LadAim, ...]:
        """Return the rows of an aim, the latest first; none for an aim that is not there."""
        return self._aims.groups.get(a09.upper(), ())

    def aim_on(self, a09: str, day: date | None) -> LadAim | None:
        """Return the row of an aim on a day; without a day the only one there is."""
        rows = [row for row in self.aims(a09) if row.is_valid_on(day)]
        return rows[0] if len(rows) == 1 else None

    def uplifts_on(self, ukprn: int | None, day: date | None) -> Uplifts | None:
        """Return the factors of a provider's agreement on a day, else those that hold for every provider."""
        for key in (str(ukprn or ""), ""):
            rows: list[Uplifts] = [row for row in self._uplifts.groups.get(key, ()) if row.is_valid_on(day)]
            if len(rows) == 1:
                return rows[0]
        return None


def _read(shape: Shape, reference: ReferenceData, problems: list[Problem]) -> Table:
    return table_of_rows(shape, reference.rows(shape.name), f"{shape.name}.csv", problems)


def _negative(table: Table, heading: str, name: str) -> Iterable[Problem]:
    at = table.shape.headings.index(heading)
    for key, rows in table.groups.items():
        for row in rows:
            if row[at] is not None and row[at] < 0:
                yield Problem(f"{name}.csv, {key or 'every provider'}", heading, str(row[at]), "0 or more")
