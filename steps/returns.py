"""Steps for returns: the records as a provider returns them, one return after another, over years and providers.

The scenario tells what is new in a return; what it does not say stands as in the provider's return before. A
return of another year holds the aims that its table names, with the fields they had.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from engine.calendar import FundingYear, Return
from engine.ilr.records import Learner, LearningDelivery
from engine.ledger import Ledger
from engine.parameters import Parameters
from engine.programmes.bootcamps import Evaluation, evaluate, persons
from engine.programmes.bootcamps.rules import fund_model
from engine.reference import ReferenceData
from engine.returns import ReturnCalendar, Returned
from steps import cells, ilr_records
from steps.bootcamps import INTERVIEW, JOB, blanked, blanks, context, meant
from steps.headings import LEARNER_COLUMN, field_columns
from steps.ilr_records import AimDraft, Fields, LearnerDraft, defaults
from steps.problems import StepError, nearest
from steps.registry import step
from steps.tables import Column, Record, RecordTable, plain
from steps.world import WORKED_OUT, World, base_reference

BOXES = "ABCD"
_SHORT = {"LearnStartDate": "start", "LearnPlanEndDate": "planned end", "LearnActEndDate": "actual end"}


def _aim_columns() -> tuple[Column, ...]:
    plain_fields = (
        replace(one, aliases=(*one.aliases, _SHORT[one.field]))
        if one.field in _SHORT and _SHORT[one.field] not in one.aliases
        else one
        for one in field_columns(LearningDelivery)
    )
    fams = (
        Column(kind, f"FAM {kind}", cells.codes, help=f"Codes of LearningDeliveryFAM type {kind}.")
        for kind in ("SOF", "FFI", "DAM", "RES", "LDM")
    )
    boxes = (Column(f"field {box}", f"box {box}", help=f"Provider specified field {box}.") for box in BOXES)
    return (*plain_fields, *fams, *boxes)


RECORDS = RecordTable((
    LEARNER_COLUMN,
    Column("aim", "aim", required=True,
           help="A bootcamp by name, 'interview for' it (Z0010211), 'job for' it (Z0010212), or any other name."),
    *_aim_columns(),
    Column("contribution", "box contribution", help="10 or 30 for Contribution 10 or 30, or the text itself."),
    Column("destination code", "box destination", help="Destination code such as WMCA1.1."),
    Column("bootcamp reference", "box reference",
           help="Reference on a milestone aim; that of the bootcamp it names unless said."),
))  # fmt: skip

FILES = RecordTable((
    Column("return", "return", cells.return_of_year, help="Return, such as R10 of 2023/24.", required=True),
    Column("prepared on", "prepared", cells.day, help="Day on which the file was prepared.", required=True),
))  # fmt: skip


@dataclass(slots=True)
class Story:
    """The returns of a scenario. ``aims`` are a learner's at a provider, ``in_year`` the aims a year holds by name."""

    returned: list[Returned] = field(default_factory=list)
    aims: dict[tuple[int, str], list[AimDraft]] = field(default_factory=dict)
    in_year: dict[tuple[int, FundingYear], dict[str, list[str]]] = field(default_factory=dict)
    prepared: dict[Return, date] = field(default_factory=dict)
    blank: bool = False


def story(world: World) -> Story:
    """Return the returns that the scenario has told of."""
    told: Story = world.notes.setdefault("returns", Story())
    return told


@step("these files:", table=FILES)
@step("files are prepared on these days:", table=FILES)
def files(world: World, rows: Sequence[Record]) -> None:
    """Says on which days the files of returns are prepared; on the closing day of the return unless said."""
    for row in rows:
        story(world).prepared[row["return"]] = row["prepared"]
    world.changed()


@step("the file of {one:return_of_year} is prepared on {day:date}")
def file_prepared(world: World, one: Return, day: date) -> None:
    """Says on which day the file of a return is prepared; on the closing day of the return unless said."""
    story(world).prepared[one] = day
    world.changed()


@step("these records are returned in {one:return_of_year}:", table=RECORDS)
@step("this record is returned in {one:return_of_year}:", table=RECORDS)
def records_returned(world: World, one: Return, rows: Sequence[Record]) -> None:
    """Returns records: what the table says, and all else as in the provider's earlier return of that year."""
    _return(world, one, world.ukprn, rows)


@step("these records are returned in {one:return_of_year} by {ukprn:whole_number}:", table=RECORDS)
@step("this record is returned in {one:return_of_year} by {ukprn:whole_number}:", table=RECORDS)
def records_returned_by(world: World, one: Return, ukprn: int, rows: Sequence[Record]) -> None:
    """Returns records of another provider; a learner of the same name is the same person."""
    _return(world, one, ukprn, rows)


@step("the records are returned again in {one:return_of_year}")
def records_returned_again(world: World, one: Return) -> None:
    """Returns the records as they stand, with what was said of learners since."""
    if (world.ukprn, one.year) not in story(world).in_year:
        raise StepError(f"nothing was returned for {one.year.label} yet")
    _return(world, one, world.ukprn, ())


@step("the aim {aim:text} of {learner:text} is not returned any more")
def aim_not_returned(world: World, aim: str, learner: str) -> None:
    """Takes an aim out of the returns that follow."""
    name = world.learner(learner).name
    for (ukprn, _), learners in story(world).in_year.items():
        if ukprn == world.ukprn and plain(aim) in learners.get(name, ()):
            learners[name].remove(plain(aim))
            return
    raise StepError(f"{name} has no aim '{aim}' in any return")


def _return(world: World, one: Return, ukprn: int, rows: Sequence[Record]) -> None:
    told = story(world)
    calendar = _calendar(world)
    if one not in calendar.closing_dates:
        raise StepError(f"no closing date of {one.name} of {one.year.label} is known")
    held = told.in_year.setdefault((ukprn, one.year), {})
    for row in rows:
        _take(world, ukprn, held, row)
    closes = calendar.closes(one)
    prepared = told.prepared.get(one, closes)
    for name, aims in held.items():
        if not aims:
            continue
        draft = world.learners[name]
        drafts = [aim for aim in told.aims[ukprn, name] if plain(aim.name) in aims]
        filled = replace(draft, aims=[_filled(world, aim, one.year) for aim in drafts])
        if filled.employment is None:
            filled.employment = [_employment(filled)]
        filled.fields = {**defaults()["bootcamp learner"], **filled.fields}
        learner = ilr_records.learner(filled, one.year)
        has_destinations = one.year.code <= "2324"
        destination = ilr_records.destination(draft, learner) if has_destinations else None
        record = _blanked(world, name, drafts, learner)
        told.returned.append(Returned(ukprn, one, closes, prepared, record, destination))
        draft.aims = told.aims[ukprn, name]
    world.work_out = _ledger
    world.changed()


def _take(world: World, ukprn: int, held: dict[str, list[str]], row: Record) -> None:
    try:
        draft = world.learner(row.get("learner"), new=True)
    except StepError as error:
        raise StepError(str(error), *row.place("learner")) from None
    aims = story(world).aims.setdefault((ukprn, draft.name), [])
    wanted = plain(row["aim"])
    aim = next((one for one in aims if plain(one.name) == wanted), None)
    if aim is None:
        aim = AimDraft(row["aim"], {"AimSeqNumber": len(aims) + 1}, row.line)
        aims.append(aim)
    aim.fields.update({name: value for name, value in row.values.items() if name not in ("learner", "aim")})
    aim.line = row.line
    names = held.setdefault(draft.name, [])
    if wanted not in names:
        names.append(wanted)


def _filled(world: World, aim: AimDraft, year: FundingYear) -> AimDraft:
    """Return an aim with its reference, dates, codes and texts as the record holds them."""
    try:
        ref, bootcamp = meant(world, aim.name)
    except StepError as error:
        raise StepError(str(error), aim.line) from None
    fields: Fields = {"LearnAimRef": ref or None, "FAM DAM": defaults()["bootcamp aim"]["DAM"], **aim.fields}
    if fields["LearnAimRef"] is None:
        known = world.notes.get("bootcamps", {})
        raise StepError(
            f"'{aim.name}' is no bootcamp of the scenario{nearest(aim.name, known)}: name one, "
            "or fill the column 'aim reference'",
            aim.line,
        )
    start = fields.get("LearnStartDate")
    if fields["LearnAimRef"] in (INTERVIEW, JOB):
        fields.setdefault("LearnPlanEndDate", start)
        fields.setdefault("LearnActEndDate", start)
    if start is not None and fields.get("FundModel") is None:
        fields["FundModel"] = _model(world.parameters, fields.get("OrigLearnStartDate") or start)
    fields["ProviderSpecDeliveryMonitoring"] = _boxes(fields, bootcamp)
    return AimDraft(aim.name, fields, aim.line)


def _model(parameters: Parameters, day: date) -> int:
    return fund_model(parameters, day)


def _boxes(fields: Fields, bootcamp: str) -> list[Fields]:
    texts = {box: fields[f"box {box}"] for box in BOXES if fields.get(f"box {box}")}
    reference = fields.get("box reference", bootcamp or None)
    contribution = fields.get("box contribution")
    if contribution and re.fullmatch(r"\d+", contribution):
        contribution = f"Contribution {contribution}"
    free = (box for box in BOXES if box not in texts)
    for text in (reference, contribution, fields.get("box destination")):
        if text:
            texts[next(free)] = text
    return [{"ProvSpecDelMonOccur": box, "ProvSpecDelMon": texts[box]} for box in sorted(texts)]


def _employment(draft: LearnerDraft) -> Fields:
    status = dict(defaults()["bootcamp employment"])
    before = timedelta(days=status.pop("days_before_first_aim"))
    starts = [aim.fields["LearnStartDate"] for aim in draft.aims if aim.fields.get("LearnStartDate")]
    return {
        "EmpStat": status.pop("EmpStat"),
        "DateEmpStatApp": min(starts, default=date(2024, 4, 1)) - before,
        **{f"ESM {kind}": code for kind, code in status.items()},
    }


def _blanked(world: World, name: str, drafts: Sequence[AimDraft], learner: Learner) -> Learner:
    mine = [(aim, one) for who, aim, one in blanks(world) if who == name]
    if not mine:
        return learner
    story(world).blank = True
    deliveries = tuple(
        blanked(
            record,
            [one for aim, one in mine if aim == plain(draft.name)],
            tuple(LearningDelivery.model_fields),
        )
        for draft, record in zip(drafts, learner.learning_delivery, strict=True)
    )
    changed: Any = learner.model_copy(update={"learning_delivery": deliveries})
    changed = blanked(changed, [one for aim, one in mine if not aim], tuple(Learner.model_fields))
    record: Learner = changed
    return record


def _calendar(world: World) -> ReturnCalendar:
    if "returns" in world.reference_rows or "returns" in world.withheld_tables:
        return _calendar_of(world.reference())
    return _calendar_at_first()


@lru_cache(maxsize=1)
def _calendar_at_first() -> ReturnCalendar:
    return _calendar_of(base_reference())


def _calendar_of(reference: ReferenceData) -> ReturnCalendar:
    closes = {}
    for row in reference.rows("returns"):
        one = Return.from_text(row["Return"], FundingYear.from_code(row["Year"]))
        closes[one] = date.fromisoformat(row["CloseDate"])
    return ReturnCalendar(closes)


def evaluation(world: World) -> Evaluation:
    """Return what all returns of the scenario give; worked out once until the scenario says more."""
    result: Evaluation | None = world.notes.get(WORKED_OUT)
    if result is None:
        returned = story(world).returned
        if not returned:
            raise StepError("nothing was returned yet: 'When these records are returned in R10 of 2023/24:'")
        if world.is_read:
            world.before_rules()
        given = context(world)
        world.before_rules()
        result = Evaluation()
        for person in persons(returned):
            result.extend(world.told(evaluate(person, given)))
        world.notes[WORKED_OUT] = result
        world.checked_findings.clear()
    return result


def _ledger(world: World) -> Ledger:
    years = [one.returned_in.year for one in story(world).returned]
    return Ledger(max(years), findings=list(evaluation(world).findings))


def aim_name(world: World, ukprn: int, learn_ref_number: str, number: int | None) -> str:
    """Return the scenario's name of an aim, '-' for none."""
    for (provider, name), aims in story(world).aims.items():
        if provider == ukprn and world.learners[name].learn_ref_number == learn_ref_number:
            for aim in aims:
                if aim.fields.get("AimSeqNumber") == number:
                    return aim.name
    return cells.NONE if number is None else str(number)


def learner_name(world: World, learn_ref_number: str) -> str:
    """Return the scenario's name of a learner."""
    names = (one.name for one in world.learners.values() if one.learn_ref_number == learn_ref_number)
    return next(names, learn_ref_number)


def told_return(one: Return) -> str:
    """Return a return as people write it, such as ``R10 of 2023/24``."""
    return f"{one.name} of {one.year.label}"
