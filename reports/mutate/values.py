"""The changes of every dated value of every parameter file, and of the reading taken of every switch."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from engine.calendar import FundingYear
from engine.ilr.schema import YEARS
from engine.parameters import Parameters, ParameterValue
from engine.switches import load_switches
from reports.mutate.mutants import Mutant
from reports.mutate.nudges import nudges

SWITCHES = "switches"
_WORDINGS = "_messages"
"""How parameters end that hold words for a person to read: nothing is paid or refused by them."""


def value_mutants(parameters: Parameters) -> Iterator[Mutant]:
    """Yield a mutant for each nudge of each dated value, in the order of the files, and for each other reading."""
    for path in sorted(parameters.folder.glob("*.yaml")):
        places = _Places(path)
        if path.stem == SWITCHES:
            yield from _switch_mutants(parameters, places)
            continue
        for name, dated in parameters.subject(path.stem).values.items():
            if name.endswith(_WORDINGS):
                continue
            for at, value in enumerate(dated):
                yield from _changed_values(dated, at, value, places)
                yield from _moved_dates(name, dated, at, places)


class _Places:
    """The lines of a YAML file on which parameters and their dated values stand."""

    def __init__(self, path: Path) -> None:
        self.file = f"{path.parent.parent.name}/{path.parent.name}/{path.name}"
        self._lines: dict[tuple[str, str, str], int] = {}
        self.basis: dict[str, str] = {}
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        for key, body in node.value if node else ():
            self._lines[key.value, "", ""] = key.start_mark.line + 1
            for word, entry in body.value:
                self._lines[key.value, "", word.value] = word.start_mark.line + 1
                if word.value == "basis":
                    self.basis[key.value] = entry.value
                for row in entry.value if word.value == "values" else ():
                    lines = {one.value: one.start_mark.line + 1 for one, _ in row.value}
                    begins = next(one.value for part, one in row.value if part.value == "from")
                    for part, line in lines.items():
                        self._lines[key.value, begins, part] = line

    def line(self, name: str, begins: str = "", part: str = "") -> int:
        return self._lines.get((name, begins, part)) or self._lines.get((name, "", ""), 0)


def _mutant(
    value: ParameterValue, places: _Places, part: str, changed: list[ParameterValue], **told: Any
) -> Mutant:
    since = value.valid_from.isoformat()
    return Mutant(
        group=value.subject,
        name=value.name,
        label=value.label,
        file=places.file,
        line=places.line(value.name, since, part),
        since=since,
        source=value.source,
        says=" ".join(value.says.split()),
        values=tuple(changed),
        **told,
    )


def _changed_values(
    dated: list[ParameterValue], at: int, value: ParameterValue, places: _Places
) -> Iterator[Mutant]:
    others = tuple(
        dict.fromkeys(
            one.value for one in dated if isinstance(one.value, str) and one.value not in ("", value.value)
        )
    )
    for nudge in nudges(value.value, value.unit, others):
        changed = [*dated]
        changed[at] = replace(value, value=nudge.value)
        yield _mutant(
            value,
            places,
            "value",
            changed,
            kind="value",
            entry=nudge.entry,
            before=nudge.before,
            after=nudge.after,
        )


def _moved_dates(name: str, dated: list[ParameterValue], at: int, places: _Places) -> Iterator[Mutant]:
    """Yield the other days from which a value could hold: a year on or back where it is asked for once a year.

    The first value of all is only moved later, for before it nothing is asked for; and not within the years before the
    first whose files are read.
    """
    value = dated[at]
    begins = value.valid_from
    by_year = "funding year" in places.basis.get(name, "") or places.basis.get(name) == "wave"
    earlier = _a_year_on(begins, -1) if by_year else begins - timedelta(days=1)
    later = _a_year_on(begins, 1) if by_year else begins + timedelta(days=1)
    if at and dated[at - 1].valid_from < earlier:
        yield _moved(dated, at, earlier, places)
    unread = by_year and not at and later < FundingYear.from_code(YEARS[0]).first_day
    if not unread and (at + 1 == len(dated) or later < dated[at + 1].valid_from):
        yield _moved(dated, at, later, places)


def _a_year_on(day: date, years: int) -> date:
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == 2 else day.day)


def _moved(dated: list[ParameterValue], at: int, begins: date, places: _Places) -> Mutant:
    changed = [*dated]
    changed[at] = replace(dated[at], valid_from=begins)
    if at:
        changed[at - 1] = replace(dated[at - 1], valid_to=begins)
    return _mutant(
        dated[at],
        places,
        "from",
        changed,
        kind="date",
        before=f"from {dated[at].valid_from.isoformat()}",
        after=f"from {begins.isoformat()}",
    )


def _switch_mutants(parameters: Parameters, places: _Places) -> Iterator[Mutant]:
    for switch in load_switches(parameters.folder).known.values():
        for option, meaning in switch.options.items():
            if option != switch.default:
                yield Mutant(
                    kind="reading",
                    group=SWITCHES,
                    name=switch.name,
                    label=switch.question,
                    before=switch.default,
                    after=option,
                    file=places.file,
                    line=places.line(switch.name, part="default"),
                    says=" ".join(meaning.split()),
                    clauses=(switch.clause,) if switch.clause else (),
                    reading=option,
                )
