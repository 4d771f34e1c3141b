"""Steps for Skills Bootcamps: what is allocated to providers, under which wave, and fields that stay blank."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from engine.programmes.bootcamps import Context
from engine.programmes.bootcamps.rules import waves
from steps import cells
from steps.headings import EMPLOYMENT_STATUSES
from steps.problems import StepError, listed, nearest
from steps.reference_data import add_rows
from steps.registry import step
from steps.tables import Column, Record, RecordTable, plain
from steps.world import World, base_reference

INTERVIEW, JOB = "Z0010211", "Z0010212"
_CLAIM = re.compile(r"(?:.* )?(?P<kind>interview|job)(?: offer)? for (?P<name>.+)", re.I)
_FIRST, _LAST = date(2024, 4, 1), date(2025, 3, 31)

BOOTCAMPS = RecordTable((
    Column("bootcamp", "name", help="Name of the bootcamp in this scenario.", required=True),
    Column("aim reference", "LearnAimRef", aliases=("LearnAimRef",), required=True,
           help="Reference of the bootcamp."),
    Column("price", "UnitPrice", cells.money,
           help="Price in pounds; without the column the allocation of the reference data is taken."),
    Column("provider", "UKPRN", cells.whole_number, ("UKPRN",),
           "Provider it is allocated to; that of the scenario unless said."),
    Column("starts from", "StartFrom", cells.day, help="First permitted start; 01/04/2024 unless said."),
    Column("starts to", "StartTo", cells.day, help="Last permitted start; 31/03/2025 unless said."),
    Column("planned end to", "PlanEndTo", cells.day,
           help="Last permitted planned end; 31/03/2025 unless said."),
))  # fmt: skip

CLOSING_DATES = RecordTable((
    Column("return", "return", cells.return_of_year, help="Return, such as R10 of 2023/24.", required=True),
    Column("closes", "closes", cells.day, ("closing date",), "Closing date of the return.", required=True),
))  # fmt: skip


@step("these closing dates of returns:", table=CLOSING_DATES)
def closing_dates(world: World, rows: Sequence[Record]) -> None:
    """Gives the closing dates of returns that the reference data does not have, or has otherwise."""
    add_rows(
        world,
        "returns",
        [
            {"Year": row["return"].year.code, "Return": row["return"].name, "CloseDate": row["closes"]}
            for row in rows
        ],
    )


@step("these bootcamps:", table=BOOTCAMPS)
@step("this bootcamp:", table=BOOTCAMPS)
def bootcamps(world: World, rows: Sequence[Record]) -> None:
    """Names bootcamps and gives their prices and windows; without prices they are those of the reference data."""
    for row in rows:
        named(world)[row["name"]] = row["LearnAimRef"]
        if "UnitPrice" not in row:
            if not base_reference().is_bootcamp_aim(row["LearnAimRef"]):
                raise StepError(f"no allocation of {row['LearnAimRef']} is known: give its price", row.line)
            continue
        key = (str(row.get("UKPRN") or world.ukprn), row["LearnAimRef"])
        kept = world.reference_rows.setdefault("bootcamp_aims", [])
        kept[:] = [one for one in kept if (one["UKPRN"], one["LearnAimRef"]) != key]
        add_rows(
            world,
            "bootcamp_aims",
            [
                {
                    "UKPRN": key[0],
                    "LearnAimRef": key[1],
                    "Title": row["name"],
                    "UnitPrice": row["UnitPrice"],
                    "StartFrom": row.get("StartFrom", _FIRST),
                    "StartTo": row.get("StartTo", _LAST),
                    "PlanEndTo": row.get("PlanEndTo", _LAST),
                }
            ],
        )


def named(world: World) -> dict[str, str]:
    """Return the aim references of the scenario's bootcamps by name."""
    known: dict[str, str] = world.notes.setdefault("bootcamps", {})
    return known


def meant(world: World, aim: str) -> tuple[str, str]:
    """Return what an aim called so is: its aim reference, and that of the bootcamp it names for milestone aims.

    ``interview for Cyber`` is the Milestone 2 aim, ``job for Cyber`` that of Milestone 3; a name that begins
    with a bootcamp's is the bootcamp. Both are blank for a name that tells nothing.
    """
    claim = _CLAIM.fullmatch(" ".join(aim.split()))
    if claim:
        ref = reference_of(world, claim["name"])
        if not ref:
            raise StepError(f"there is no bootcamp '{claim['name']}'{nearest(claim['name'], named(world))}")
        return (INTERVIEW if claim["kind"].lower() == "interview" else JOB), ref
    return reference_of(world, aim), ""


def reference_of(world: World, name: str) -> str:
    """Return the aim reference of the bootcamp with the longest name that a name begins with, or blank."""
    wanted = plain(name)
    fitting = [one for one in named(world) if re.match(re.escape(plain(one)) + r"\b", wanted)]
    return named(world)[max(fitting, key=len)] if fitting else ""


@step("the rules of wave {wave:text} apply")
def wave(world: World, wave: str) -> None:
    """Judges every bootcamp by the rules of a wave, whatever the contract says."""
    known = waves(world.parameters)
    if wave not in known:
        raise StepError(f"there is no wave '{wave}' (known: {listed(known)})")
    world.notes["wave"] = wave
    world.changed()


def context(world: World) -> Context:
    """Return what an evaluation is given beside the records."""
    return Context(world.reference(), world.parameters, world.readings, world.notes.get("wave", ""))


@step("the employment statuses are now:", table=EMPLOYMENT_STATUSES)
@step("the employment status is now:", table=EMPLOYMENT_STATUSES)
def employment_statuses_now(world: World, rows: Sequence[Record]) -> None:
    """Gives learners these employment statuses in place of those they had, for the returns that follow."""
    first: set[str] = set()
    for row in rows:
        draft = world.learner(row.get("learner"), new=True)
        fields = {name: value for name, value in row.values.items() if name != "learner"}
        kept = draft.employment or [] if draft.name in first else []
        first.add(draft.name)
        draft.employment = [*kept, fields]
    world.changed()


@step("the field {field:text} of {learner:text} is left blank")
def field_left_blank(world: World, field: str, learner: str) -> None:
    """Leaves a field of a learner uncompleted, whatever the table or the defaults say."""
    blanks(world).add((world.learner(learner, new=True).name, "", field))


@step("the field {field:text} of aim {aim:text} of {learner:text} is left blank")
def aim_field_left_blank(world: World, field: str, aim: str, learner: str) -> None:
    """Leaves a field of an aim uncompleted."""
    blanks(world).add((world.learner(learner, new=True).name, plain(aim), field))


@step("every field is completed")
def completed(world: World) -> None:
    """Completes all fields that were left blank, for the returns that follow."""
    if not blanks(world):
        raise StepError("no field was left blank before")
    blanks(world).clear()


def blanks(world: World) -> set[tuple[str, str, str]]:
    """Return the fields left blank: learner, aim ('' for the learner's own) and ILR field."""
    fields: set[tuple[str, str, str]] = world.notes.setdefault("blank fields", set())
    return fields


def blanked(record: Any, fields: Sequence[str], names: Sequence[str]) -> Any:
    """Return a record with some fields blank. Raises StepError for a field it does not have."""
    from engine.ilr.schema import ilr_name

    by_name = {ilr_name(name).lower(): name for name in names}
    changes: dict[str, Any] = {}
    for field in fields:
        name = by_name.get(field.lower())
        if name is None:
            known = [ilr_name(one) for one in names]
            raise StepError(f"there is no field '{field}'{nearest(field, known)}")
        value = getattr(record, name)
        is_needed = isinstance(value, int) and type(record).model_fields[name].is_required()
        # A number that every record has cannot be left out: nought is what stands for none chosen.
        changes[name] = "" if isinstance(value, str) else 0 if is_needed else None
    return record.model_copy(update=changes)
