"""Steps for Sector Gateway and SWAP that ask single rules: which programme, which aim, when 13 weeks end."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from engine.calendar import age_on
from engine.programmes.sector_programmes import (
    Choice,
    Programme,
    ProgrammeKind,
    Rules,
    job_outcome_aim,
    programmes_of,
    rules_on,
    week_13_complete,
    wex_aim,
)
from engine.reference import ReferenceData
from steps import ilr_records
from steps.compare import money_cell, value_cell
from steps.earnings import AIM_COLUMN
from steps.headings import LEARNER_COLUMN
from steps.ilr_records import LearnerDraft
from steps.problems import StepError
from steps.registry import step
from steps.results import CellResult
from steps.sector_programmes import aim_number
from steps.tables import Column, Record, RecordTable
from steps.world import World

_NONE = "none"
_PROGRAMME_WORDS = {"SG": "Sector Gateway", "SWAP": "SWAP"}
_KINDS = {
    "main": "main aim",
    "component": "component",
    "employability": "employability",
    "work_experience": "work experience",
    "job_outcome": "job outcome",
}

PROGRAMME_AIMS = RecordTable((
    LEARNER_COLUMN,
    AIM_COLUMN,
    Column("kind", "kind", required=True,
           help="main aim, component, employability, work experience or job outcome."),
))  # fmt: skip


@step("the programme is {programme:programme}")
@step("{learner:text} is on {programme:programme}")
def programme_is(world: World, programme: ProgrammeKind, learner: str | None = None) -> None:
    """Says which programme the learner's aims make up: a SWAP or a Sector Gateway programme."""
    draft = world.learner(learner)
    found = ", ".join(_PROGRAMME_WORDS[one.kind] for one in _programmes(world, draft))
    world.expect(
        [
            value_cell(
                line=0,
                row=draft.name,
                column="programme",
                expected=_PROGRAMME_WORDS[programme],
                actual=found or _NONE,
            )
        ]
    )


@step("{learner:text} is on neither programme")
@step("the learner is on neither programme")
def programme_is_neither(world: World, learner: str | None = None) -> None:
    """Says that no aim of the learner belongs to a SWAP or a Sector Gateway programme."""
    draft = world.learner(learner)
    found = ", ".join(_PROGRAMME_WORDS[one.kind] for one in _programmes(world, draft))
    world.expect(
        [value_cell(line=0, row=draft.name, column="programme", expected=_NONE, actual=found or _NONE)]
    )


@step("the aims of the programme are:", table=PROGRAMME_AIMS)
def programme_aims(world: World, rows: Sequence[Record]) -> None:
    """Compares the part that aims play in their programme; exactly the aims shown are checked."""
    for row in rows:
        try:
            draft = world.learner(row.get("learner"))
        except StepError as error:
            raise StepError(str(error), *row.place("learner")) from None
        number = aim_number(world, row)
        kinds = {
            aim.delivery.aim_seq_number: _KINDS[aim.kind]
            for programme in _programmes(world, draft)
            for aim in programme.aims
        }
        line, _ = row.place("kind")
        world.cells.append(
            value_cell(
                line=line,
                row=str(row["aim"]),
                column=row.heading("kind"),
                expected=row["kind"],
                actual=kinds.get(number, _NONE),
            )
        )


def _programmes(world: World, draft: LearnerDraft) -> tuple[Programme, ...]:
    setting = world.setting
    return programmes_of(ilr_records.learner(draft, setting.year), setting, _rules(world))


def _rules(world: World) -> Rules:
    return rules_on(world.parameters, world.funding_year.first_day)


def _reading(world: World, switch: str) -> str:
    return str(getattr(world.setting.switches, switch))


@step("{hours:number} hours of work experience are delivered in {programme:programme}")
def hours_are_delivered(world: World, hours: Decimal, programme: ProgrammeKind) -> None:
    """Asks the guidance for the work experience aim that stands for so many hours."""
    rounding = _reading(world, "wex_hours_rounding")
    world.notes["work experience"] = wex_aim(hours, programme, _rules(world), rounding)


def _choice(world: World) -> Choice:
    choice = world.notes.get("work experience")
    if not isinstance(choice, Choice):
        raise StepError("say first how many hours: '12 hours of work experience are delivered in a SWAP'")
    return choice


def _told(choice: Choice) -> str:
    return choice.learn_aim_ref or (
        "permission is needed" if choice.needs_permission else "no aim for so few hours"
    )


@step("the work experience aim is {reference:text}")
def work_experience_aim_is(world: World, reference: str) -> None:
    """Compares the aim that stands for the hours of work experience."""
    choice = _choice(world)
    world.expect(
        [
            value_cell(
                line=0,
                row="work experience",
                column="aim",
                expected=reference,
                actual=_told(choice),
                because=(choice.because,) if choice.because else (),
            )
        ]
    )


@step("its base rate is {amount:money}")
def base_rate_is(world: World, amount: Decimal) -> None:
    """Compares the base rate of the work experience aim."""
    choice = _choice(world)
    if choice.base_rate is None:
        world.expect([CellResult(0, "work experience", "base rate", f"{amount:.2f}", _told(choice), False)])
        return
    world.expect(
        [
            money_cell(
                line=0,
                row="work experience",
                column="base rate",
                written=f"{amount:.2f}",
                expected=amount,
                actual=choice.base_rate,
                because=(choice.because,) if choice.because else (),
            )
        ]
    )


@step("its notional level is {level:text}")
def notional_level_is(world: World, level: str) -> None:
    """Compares the level that LARS gives for the work experience aim."""
    choice = _choice(world)
    aim = world.reference().aim(choice.learn_aim_ref) if choice.learn_aim_ref else None
    world.expect(
        [
            value_cell(
                line=0,
                row="work experience",
                column="level",
                expected=level,
                actual=aim.level if aim else _told(choice),
            )
        ]
    )


@step("WMCA permission is needed")
@step("the authority's permission is needed")
def permission_is_needed(world: World) -> None:
    """Says that the hours exceed those of the largest aim listed, so that the authority must agree first."""
    choice = _choice(world)
    world.expect(
        [
            CellResult(
                0, "work experience", "aim", "permission is needed", _told(choice), choice.needs_permission
            )
        ]
    )


@step("there is no aim for so few hours")
def no_aim_for_so_few_hours(world: World) -> None:
    """Says that the hours are fewer than those of the smallest aim."""
    choice = _choice(world)
    none = choice.learn_aim_ref is None and not choice.needs_permission
    world.expect([CellResult(0, "work experience", "aim", "no aim for so few hours", _told(choice), none)])


@step("13 weeks are complete on {day:date}")
@step("13 weeks of {learner:text} are complete on {day:date}")
def weeks_are_complete_on(world: World, day: date, learner: str | None = None) -> None:
    """Compares the first day on which the evidence shows 13 weeks with one employer without a gap."""
    completed = _completed(world, learner)
    world.expect(
        [CellResult(0, learner or "13 weeks", "complete on", _day(day), _day(completed), completed == day)]
    )


@step("13 weeks are not complete")
@step("13 weeks of {learner:text} are not complete")
def weeks_are_not_complete(world: World, learner: str | None = None) -> None:
    """Says that the evidence given holds no 13 weeks without a gap with one employer."""
    completed = _completed(world, learner)
    world.expect(
        [CellResult(0, learner or "13 weeks", "complete on", "never", _day(completed), completed is None)]
    )


def _completed(world: World, learner: str | None) -> date | None:
    ref = world.learner(learner).learn_ref_number
    rows = world.reference_rows.get("job_outcome_evidence", ())
    table = ReferenceData.from_tables({"job_outcome_evidence": rows})
    inclusive = _reading(world, "jo_inclusive_counting") == "yes"
    return week_13_complete(table.job_outcome_evidence(world.ukprn, ref), inclusive=inclusive)


def _day(day: date | None) -> str:
    return "never" if day is None else f"{day:%d/%m/%Y}"


@step("a learner aged {age:whole_number} at the start of the programme")
def learner_aged(world: World, age: int) -> None:
    """Asks the guidance for the job outcome aim of a learner of that age at the start of the programme."""
    world.notes["age"] = age


@step("a learner born on {born:date} starts the programme on {start:date}")
def learner_starts(world: World, born: date, start: date) -> None:
    """Asks the guidance for the job outcome aim of a learner by date of birth and start of the programme."""
    world.notes["age"] = age_on(born, start)


@step("the job outcome aim is {reference:text}")
def job_outcome_aim_is(world: World, reference: str) -> None:
    """Compares the job outcome aim for the learner's age at the start of the programme."""
    world.expect(
        [
            value_cell(
                line=0,
                row=f"age {_age(world)}",
                column="job outcome aim",
                expected=reference,
                actual=_job_outcome(world),
            )
        ]
    )


@step("there is no job outcome aim")
def no_job_outcome_aim(world: World) -> None:
    """Says that no job outcome aim is there for the learner's age at the start of the programme."""
    world.expect(
        [
            value_cell(
                line=0,
                row=f"age {_age(world)}",
                column="job outcome aim",
                expected=_NONE,
                actual=_job_outcome(world),
            )
        ]
    )


def _age(world: World) -> int:
    if "age" not in world.notes:
        raise StepError("say first how old the learner is: 'a learner aged 23 at the start of the programme'")
    return int(world.notes["age"])


def _job_outcome(world: World) -> str:
    return job_outcome_aim(_age(world), _rules(world)) or _NONE
