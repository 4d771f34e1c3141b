"""Dated values with their sources: rates, shares, days, caps, code lists and windows, read from YAML files.

One file per subject. Each parameter has a label, a unit, the basis of its date (aim's start, funding year, ...) and
values from a date on, each with its source and a sentence of what it says::

    achievement_share:
      label: Share of an aim's value paid for achievement
      unit: share
      basis: funding year
      values:
        - from: 2013-08-01
          value: "0.20"
          source: FM35 rulebase 2020/21, section 1
          says: One fifth of the value is kept back until the aim is achieved.

Numbers are written as text so that they stay exact; with the unit ``code``, ``codes`` or ``text`` they stay text. A
value may also be a list or a mapping. A blank ``value`` (null) ends a parameter: from that date there is none.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent


class ParameterError(ValueError):
    """A parameter file that cannot be read, or a value that was asked for and is not there."""


@dataclass(frozen=True, slots=True)
class ParameterValue:
    """One value of a parameter, in force from a date until the next one begins."""

    subject: str
    name: str
    label: str
    unit: str
    value: Any
    valid_from: date
    valid_to: date | None
    source: str
    says: str


class Resolved:
    """The values of one subject in force on a date, read as attributes."""

    __slots__ = ("_subject", "_used", "day", "values")

    def __init__(self, subject: str, day: date, used: dict[str, ParameterValue]) -> None:
        self._subject = subject
        self._used = used
        self.day = day
        self.values = {name: used_value.value for name, used_value in used.items()}

    def __getattr__(self, name: str) -> Any:
        try:
            return self.values[name]
        except KeyError:
            raise ParameterError(f"no value of {self._subject}.{name} on {self.day.isoformat()}") from None

    def used(self, name: str) -> ParameterValue:
        """Return the value with its dates and source. Raises ParameterError when there is none on the date."""
        try:
            return self._used[name]
        except KeyError:
            raise ParameterError(f"no value of {self._subject}.{name} on {self.day.isoformat()}") from None


class Subject:
    """The parameters of one YAML file."""

    def __init__(self, name: str, values: dict[str, list[ParameterValue]]) -> None:
        self.name = name
        self.values = values
        self._boundaries = sorted({value.valid_from for dated in values.values() for value in dated})
        self._resolved: dict[int, Resolved] = {}

    def at(self, day: date) -> Resolved:
        """Return the values in force on a date; each stretch of time is resolved once."""
        index = bisect_right(self._boundaries, day)
        resolved = self._resolved.get(index)
        if resolved is None:
            found: dict[str, ParameterValue] = {}
            for name, dated in self.values.items():
                begun = [value for value in dated if value.valid_from <= day]
                if begun and begun[-1].value is not None:
                    found[name] = begun[-1]
            resolved = self._resolved[index] = Resolved(self.name, day, found)
        return resolved


class Parameters:
    """All subjects of a folder of parameter files, read when first asked for."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self.folder = folder
        self._subjects: dict[str, Subject] = {}

    def subject(self, name: str) -> Subject:
        """Return a subject. Raises ParameterError for a missing or faulty file, naming file and parameter."""
        found = self._subjects.get(name)
        if found is None:
            found = self._subjects[name] = load_subject(self.folder / f"{name}.yaml")
        return found

    def take(self, subject: Subject) -> None:
        """Hold a subject as it is given, in place of that of the folder."""
        self._subjects[subject.name] = subject

    def at(self, name: str, day: date) -> Resolved:
        """Return the values of a subject in force on a date."""
        return self.subject(name).at(day)


@lru_cache(maxsize=1)
def published() -> Parameters:
    """Return the parameters that come with the product."""
    return Parameters()


def load_subject(path: Path) -> Subject:
    """Read one parameter file. Raises ParameterError naming the file, the line and the parameter at fault."""
    try:
        return _loaded(path)
    except ParameterError as error:
        from engine.parameters.checks import faults_of_file

        faults = faults_of_file(path) if path.is_file() else []
        raise ParameterError("\n".join(str(fault) for fault in faults) or str(error)) from None


def _loaded(path: Path) -> Subject:
    from engine.parameters.text import parameter_content

    content = parameter_content(path)
    if not isinstance(content, dict):
        raise ParameterError(f"{path} holds no parameters")
    return Subject(path.stem, {name: _dated(path, name, body) for name, body in content.items()})


def _dated(path: Path, name: str, body: Any) -> list[ParameterValue]:
    where = f"{path.name}: {name}"
    if not isinstance(body, dict) or not isinstance(body.get("values"), list):
        raise ParameterError(f"{where} needs a list of dated values under 'values:'")
    rows = sorted(body["values"], key=lambda row: _from_date(where, row))
    dates = [_from_date(where, row) for row in rows]
    values = []
    for row, valid_from, following in zip(rows, dates, [*dates[1:], None], strict=True):
        if following == valid_from:
            raise ParameterError(f"{where} has two values from {valid_from.isoformat()}")
        for key in ("source", "says"):
            if not row.get(key):
                raise ParameterError(f"{where} from {valid_from.isoformat()} has no '{key}:'")
        values.append(
            ParameterValue(
                subject=path.stem,
                name=name,
                label=str(body.get("label") or name),
                unit=str(body.get("unit") or ""),
                value=_frozen(row.get("value"))
                if str(body.get("unit")) in _TEXT_UNITS
                else _exact(row.get("value")),
                valid_from=valid_from,
                valid_to=following,
                source=str(row["source"]),
                says=str(row["says"]),
            )
        )
    return values


def _from_date(where: str, row: Any) -> date:
    begins = row.get("from") if isinstance(row, dict) else None
    if not isinstance(begins, date) or isinstance(begins, datetime):
        raise ParameterError(f"{where}: '{begins}' is not a date; write from: 2021-08-01")
    return begins


_TEXT_UNITS = {"code", "codes", "text"}


def _frozen(value: Any) -> Any:
    """Keep texts as they stand: codes keep their leading zeros (``013``)."""
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


def _exact(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _exact(item) for key, item in value.items()}
    if isinstance(value, list):
        return tuple(_exact(item) for item in value)
    if isinstance(value, float):
        return Decimal(repr(value))
    if isinstance(value, str):
        try:
            return Decimal(value) if value and value[0] in "0123456789+-." else value
        except ArithmeticError:
            return value
    return value
