"""Names of a scenario and the numbers made up for them: learners, their references, their dates of birth."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from engine.identifiers import uln_is_valid, uln_with_check_digit
from steps.apprenticeships.ilr_table import is_aim
from steps.apprenticeships.state import Apprenticeships
from steps.apprenticeships.words import LearnerType, defaults, is_reference, learner_type
from steps.problems import StepError, nearest
from steps.tables import Record, plain

_TEN_DIGITS = 10


@dataclass(slots=True)
class Names:
    """The learners of a scenario by the text under ULN, whatever its case: number, spelling, date of birth."""

    ulns: dict[str, int] = field(default_factory=dict)
    spelt: dict[str, str] = field(default_factory=dict)
    born: dict[str, date] = field(default_factory=dict)

    def uln(self, text: str) -> int:
        """Return the ULN of a learner. Raises StepError naming the nearest learner."""
        return self.ulns[self.key(text)]

    def key(self, text: str) -> str:
        """Return how a learner is known; ``a`` may stand for ``learner a``. Raises StepError for nobody."""
        for wanted in (plain(text), f"learner {plain(text)}"):
            if wanted in self.ulns:
                return wanted
        known = list(self.spelt.values())
        raise StepError(f"there is no learner '{text}'{nearest(text, known)}")

    def name(self, uln: int) -> str:
        """Return a learner's name in the scenario, the number itself for nobody's."""
        return next((self.spelt[key] for key, number in self.ulns.items() if number == uln), str(uln))

    def reference(self, row: Record) -> str:
        """Return the learner reference of a row: as said, else the ULN's text, else a made-up one."""
        given = row.get("learner reference number")
        if given:
            return str(given)
        return self.reference_of(plain(row["ULN"]))

    def reference_of(self, key: str) -> str:
        """Return the learner reference that the text under ULN gives."""
        spelt = self.spelt[key]
        return spelt if is_reference(spelt) else f"L{list(self.ulns).index(key) + 1:05}"


def names_of(state: Apprenticeships) -> Names:
    """Return the learners whom the tables of a scenario name."""
    names = Names()
    for text in _texts(state):
        names.spelt.setdefault(plain(text), " ".join(text.split()))
    taken = {int(key) for key in names.spelt if _is_right(key)}
    nine = int(defaults()["first_uln"])
    for key in sorted(names.spelt, key=_rank):
        if _is_right(key):
            names.ulns[key] = int(key)
            continue
        nine, made = _next_uln(nine, taken)
        names.ulns[key] = made
    for key in names.spelt:
        rows = [row for file in state.files for row in file.rows if is_aim(row) and plain(row["ULN"]) == key]
        if rows:
            names.born[key] = _born(rows)
    return names


def _texts(state: Apprenticeships) -> Iterator[str]:
    tables: Iterable[Sequence[Record]] = (
        *(file.rows for file in state.files),
        *(one.rows for one in state.commitments),
        state.learning_before,
    )
    return (row["ULN"] for rows in tables for row in rows if row.get("ULN"))


def _rank(key: str) -> tuple[bool, int, str]:
    """Order made-up ULNs as their texts are: numbers by size, then words."""
    return (False, int(key), "") if key.isdecimal() else (True, 0, key)


def _is_right(key: str) -> bool:
    return bool(re.fullmatch(r"[1-9]\d{9}", key)) and uln_is_valid(int(key)) and key != "9" * _TEN_DIGITS


def _next_uln(nine: int, taken: set[int]) -> tuple[int, int]:
    while True:
        made, nine = uln_with_check_digit(nine), nine + 1
        if made is not None and made not in taken:
            return nine, made


def _born(rows: Sequence[Record]) -> date:
    first = min(rows, key=lambda row: row["start date"])
    start: date = first["start date"]
    years: int = defaults()["ages"][said_type(first, rows).band]
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    return date(start.year - years, start.month, day)


def said_type(row: Record, rows: Sequence[Record]) -> LearnerType:
    """Return the learner type of a row: its own, else the first of the learner's rows, else the default."""
    said = row.get("learner type") or next(
        (one["learner type"] for one in rows if one.get("learner type")), None
    )
    found: LearnerType = said or learner_type(defaults()["learner_type"])
    return found
