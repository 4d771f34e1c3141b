"""Steps that describe learners: who they are, their employment, their aims, what became of them."""

from collections.abc import Sequence
from typing import Any

from steps.apprentice_defaults import COURSE
from steps.headings import AIMS, APPRENTICESHIP_AIMS, DESTINATIONS, EMPLOYMENT_STATUSES, LEARNERS
from steps.ilr_records import AimDraft, LearnerDraft
from steps.problems import StepError
from steps.registry import step
from steps.tables import Record
from steps.world import World


def _learner_of(world: World, row: Record, *, new: bool = False) -> LearnerDraft:
    try:
        return world.learner(row.get("learner"), new=new)
    except StepError as error:
        raise StepError(str(error), *row.place("learner")) from None


def _fields(row: Record) -> dict[str, Any]:
    return {name: value for name, value in row.values.items() if name not in ("learner", "aim")}


@step("these learners:", table=LEARNERS)
@step("this learner:", table=LEARNERS)
def learners(world: World, rows: Sequence[Record]) -> None:
    """Describes learners; everything not said is a default."""
    world.learners_listed = False
    for row in rows:
        _learner_of(world, row, new=True).fields.update(_fields(row))
    world.learners_listed = True
    world.changed()


@step("a learner born on {day:date}")
def learner_born_on(world: World, day: Any) -> None:
    """Describes the only learner by the date of birth."""
    world.learner(None).fields["DateOfBirth"] = day
    world.changed()


@step("these employment statuses:", table=EMPLOYMENT_STATUSES)
@step("this employment status:", table=EMPLOYMENT_STATUSES)
def employment_statuses(world: World, rows: Sequence[Record]) -> None:
    """Gives the employment status records of learners, in place of the default one."""
    for row in rows:
        draft = _learner_of(world, row, new=True)
        for name in ("EmpStat", "DateEmpStatApp"):
            if row.get(name) is None:
                raise StepError(
                    "an employment status needs the status and the date it applies from", row.line
                )
        draft.employment = [*(draft.employment or []), _fields(row)]
    world.changed()


@step("there is no employment status")
def no_employment_status(world: World) -> None:
    """Leaves the only learner without any employment status record."""
    world.learner(None).employment = []
    world.changed()


@step("these aims:", table=AIMS)
@step("this aim:", table=AIMS)
def aims(world: World, rows: Sequence[Record]) -> None:
    """Gives learners their aims, in order; everything not said is a default."""
    _add_aims(world, rows)


@step("these apprenticeship aims:", table=APPRENTICESHIP_AIMS)
@step("this apprenticeship aim:", table=APPRENTICESHIP_AIMS)
def apprenticeship_aims(world: World, rows: Sequence[Record]) -> None:
    """Gives learners programme aims, and English or maths by their reference; prices count from the start."""
    _add_aims(world, rows, apprenticeship=True)


def _add_aims(world: World, rows: Sequence[Record], *, apprenticeship: bool = False) -> None:
    for row in rows:
        draft = _learner_of(world, row, new=True)
        name = str(row.get("aim") or len(draft.aims) + 1)
        if any(aim.name.casefold() == name.casefold() for aim in draft.aims):
            raise StepError(f"{draft.name} has an aim called '{name}' already", *row.place("aim"))
        if apprenticeship and row.get("FworkCode") is not None and row.get("StdCode") is not None:
            raise StepError("an aim is of a standard or of a framework, not of both", *row.place("StdCode"))
        fields = _fields(row)
        if apprenticeship:
            # Tables of several courses have empty cells for the codes of the others.
            fields = {key: value for key, value in fields.items() if value is not None or key not in COURSE}
        draft.aims.append(AimDraft(name, fields, row.line, apprenticeship))
    world.changed()


@step("these destinations:", table=DESTINATIONS)
@step("this destination:", table=DESTINATIONS)
def destinations(world: World, rows: Sequence[Record]) -> None:
    """Gives the destination and progression outcomes of learners."""
    for row in rows:
        for name, words in (("OutType", "type"), ("OutCode", "code"), ("OutStartDate", "start date")):
            if row.get(name) is None:
                raise StepError(f"a destination needs a {words}", row.line)
        _learner_of(world, row, new=True).destinations.append(_fields(row))
    world.changed()
