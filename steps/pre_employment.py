"""Steps that give legacy pre-employment records: fields from before the ILR was XML, the database, uplifts, jobs.

The headings of records are those of the flat file, legacy names and plain words alike.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from engine.calendar import FundingYear
from engine.ledger import Ledger
from engine.parameters import ParameterError
from engine.programmes import pre_employment
from engine.programmes.pre_employment import (
    LAD_TABLE,
    SYNONYMS,
    UPLIFTS_TABLE,
    Context,
    Evaluation,
    Job,
    LearningAimDatabase,
    LegacyRecord,
    evaluate,
    source_fault,
)
from engine.reference import ReferenceDataError
from steps import cells
from steps.problems import CellError, StepError
from steps.reference_data import written
from steps.registry import step
from steps.tables import Column, Record, RecordTable
from steps.world import WORKED_OUT, World

_FIRST_YEAR = FundingYear(2008)


def whole(text: str, year: FundingYear | None = None) -> int:
    """Read a whole number of 0 or more."""
    value = cells.whole_number(text, year)
    if value < 0:
        raise CellError(f"'{text}' is below 0")
    return value


def _source(text: str, year: FundingYear | None = None) -> str:
    if expected := source_fault(text):
        raise CellError(f"'{text}' is a number; write {expected}")
    return text


_MEANINGS = {
    "UKPRN": "The provider that returns the record (field L46).",
    "L03": "The provider's reference of the learner.",
    "aim number": "Number of the aim in the learner's record (field A05).",
    "A09": "Reference of the aim in the Learning Aim Database.",
    "source of funding": "ALR or ESF, or their names; never a number (field A10).",
    "start date": "First day of learning (field A27).",
    "actual end date": "Last day of learning; '-' while it goes on (field A31).",
    "offender in the community": "Whether the learner serves a sentence in the community.",
    "Skills for Life": "Whether the aim is literacy, numeracy or ESOL.",
    "unit based": "Whether single units are funded, and not a whole qualification.",
    "ILR completed": "Whether every field of the record is filled.",
    "A46a": "Monitoring code of the aim: 86 marks an offender in the community.",
    "A59": "Planned credit of the aim.",
    "A60": "Credit achieved with the aim.",
    "L39": "Destination of the learner, a code.",
    "own progression record": "Whether the provider keeps a record of progression of its own.",
    "job start": "First day of the learner's job.",
    "employer": "Employer of the learner's job.",
}
_READERS = {"text": cells.text, "whole": whole, "date": cells.day, "flag": cells.yes_or_no}

RECORDS = RecordTable(
    tuple(
        Column(
            one.heading,
            name,
            _source if name == "source" else _READERS[one.kind],
            SYNONYMS.get(one.heading, ()),
            _MEANINGS[one.heading],
            required=one.needed,
        )
        for one, name in zip(pre_employment.COLUMNS, LegacyRecord._fields, strict=True)
    )
)
DATABASE = RecordTable((
    Column("A09", "A09", aliases=("aim reference", "LAD reference"), required=True, help="Reference of the aim."),
    Column("title", "Title", help="Title of the aim."),
    Column("aim type", "AimType", aliases=("learning aim type",), help="Learning aim type, such as QCF unit."),
    Column("accredited", "Accredited", cells.yes_or_no, help="Whether it is accredited; yes unless said."),
    Column("valid for ALR", "ValidForALR", cells.yes_or_no, help="Whether ALR funds it; yes unless said."),
    Column("from", "ValidFrom", cells.day, ("valid from",), "First day of validity."),
    Column("to", "ValidTo", cells.day, ("valid to",), "Last day of validity."),
    Column("LAD value", "Value", cells.money, ("value", "value before uplifts"), "Value before uplifts in pounds."),
))  # fmt: skip
UPLIFTS = RecordTable((
    Column("disadvantage uplift", "Disadvantage", cells.number, ("disadvantage",), "Factor such as 1.12."),
    Column("area uplift", "Area", cells.number, ("area", "area cost uplift"), "Factor such as 1.05."),
    Column("provider", "UKPRN", whole, ("UKPRN",), "Provider of the agreement; every provider unless said."),
    Column("from", "ValidFrom", cells.day, ("valid from",), "First day."),
    Column("to", "ValidTo", cells.day, ("valid to",), "Last day."),
))  # fmt: skip
JOBS = RecordTable((
    Column("learner", "l03", aliases=("L03", "candidate"), required=True, help="The learner."),
    Column("job start", "start", cells.day, ("first day",), required=True, help="First day of the job."),
    Column("employer", "employer", help="Name of the employer."),
))  # fmt: skip


@dataclass(slots=True)
class Story:
    """The records and jobs of a scenario."""

    records: list[LegacyRecord] = field(default_factory=list)
    jobs: list[Job] = field(default_factory=list)


def story(world: World) -> Story:
    """Return what the scenario has told of."""
    told: Story = world.notes.setdefault("pre-employment", Story())
    return told


@step("these pre-employment records:", table=RECORDS)
@step("this pre-employment record:", table=RECORDS)
def records(world: World, rows: Sequence[Record]) -> None:
    """Gives legacy records, a row for each aim; what a row does not say is blank in the record."""
    for row in rows:
        _learner(world, row["l03"])
        values = [
            row.get(name) if row.get(name) is not None or one.kind != "text" else ""
            for one, name in zip(pre_employment.COLUMNS, LegacyRecord._fields, strict=True)
        ]
        story(world).records.append(LegacyRecord._make(values))
    _said(world)


@step("the Learning Aim Database holds:", table=DATABASE)
@step("these aims of the Learning Aim Database:", table=DATABASE)
def database(world: World, rows: Sequence[Record]) -> None:
    """Gives aims of the Learning Aim Database; their value is the one before uplifts."""
    for row in rows:
        said = {"Accredited": True, "ValidForALR": True, **row.values}
        _add(world, LAD_TABLE, DATABASE, said)


@step("the uplifts of the funding agreement are:", table=UPLIFTS)
@step("these uplifts of the funding agreement:", table=UPLIFTS)
def uplifts(world: World, rows: Sequence[Record]) -> None:
    """Gives the factors of the funding agreement; one that is left out is not told by the agreement."""
    for row in rows:
        _add(world, UPLIFTS_TABLE, UPLIFTS, row.values)


def _add(world: World, name: str, table: RecordTable, said: dict[str, Any]) -> None:
    row = {column.field: written(said.get(column.field)) for column in table.columns}
    world.reference_rows.setdefault(name, []).append(row)
    _said(world)


@step("these jobs begin:", table=JOBS)
@step("this job begins:", table=JOBS)
def jobs(world: World, rows: Sequence[Record]) -> None:
    """Tells of jobs that learners have begun, whatever pays for the provision."""
    for row in rows:
        _learner(world, row["l03"])
        story(world).jobs.append(Job(0, row["l03"], row["start"], row.get("employer") or ""))
    _said(world)


@step("{learner:text} begins a job on {day:date}")
def job_begins(world: World, learner: str, day: date) -> None:
    """Tells of a job that a learner has begun."""
    _learner(world, learner)
    story(world).jobs.append(Job(0, learner, day))
    _said(world)


def _learner(world: World, l03: str) -> None:
    world.learner(l03, new=True).fields["LearnRefNumber"] = l03


def _said(world: World) -> None:
    world.work_out = _ledger
    world.changed()


def evaluation(world: World) -> Evaluation:
    """Return what the records give; worked out once until the scenario says more."""
    result: Evaluation | None = world.notes.get(WORKED_OUT)
    if result is None:
        told = story(world)
        if not told.records and not told.jobs:
            raise StepError("say first what the records are: 'Given these pre-employment records:'")
        try:
            given = context(world)
            world.before_rules()
            result = world.told(evaluate(told.records, given, told.jobs))
        except (ParameterError, ReferenceDataError) as error:
            raise StepError(str(error)) from None
        world.notes[WORKED_OUT] = result
        world.checked_findings.clear()
    return result


def context(world: World) -> Context:
    """Return the database, the rules and readings; the scenario's clock tells which aims have ended."""
    lad = LearningAimDatabase(world.reference())
    return Context(lad, world.parameters, world.readings, world.today if world.clock_stands else None)


def _ledger(world: World) -> Ledger:
    return Ledger(world.year or _FIRST_YEAR, findings=list(evaluation(world).findings))
