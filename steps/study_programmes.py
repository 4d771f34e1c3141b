"""Steps for study programmes: work placements, the provider's own record of them, and what planned hours are worth."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from engine.because import Because, sum_of
from engine.ledger import YearFigure
from engine.programmes.study_programmes import HOURS, RATE, WorkExperience, rules_of_year, work_experience_of
from steps import cells, ilr_records
from steps.apprentice_records import aim_named
from steps.compare import money_cell, value_cell
from steps.earnings import AIM_COLUMN
from steps.headings import AIMS, LEARNER_COLUMN, Coded
from steps.ilr_records import AimDraft, LearnerDraft
from steps.learners import aims
from steps.problems import RulesNeeded, StepError, of_each
from steps.reference_data import add_rows, learner_reference
from steps.registry import step
from steps.tables import Column, Record, RecordTable
from steps.world import World

_RATES_BEFORE = "base rates before"
_MODES = {"internal": 1, "simulated": 1, "external": 2}

PLACEMENTS = RecordTable((
    LEARNER_COLUMN,
    AIM_COLUMN,
    Column("start date", "WorkPlaceStartDate", cells.day, ("WorkPlaceStartDate", "start"), required=True,
           help="First day of the placement."),
    Column("end date", "WorkPlaceEndDate", cells.day, ("WorkPlaceEndDate", "end"),
           "Last day, '-' while it goes on."),
    Column("hours", "WorkPlaceHours", cells.whole_number, ("WorkPlaceHours",), "Hours of the placement."),
    Column("mode", "WorkPlaceMode", Coded("a mode of placement", _MODES), ("WorkPlaceMode",),
           "internal or simulated (1), or external (2)."),
    Column("employer", "WorkPlaceEmpId", cells.whole_number, ("WorkPlaceEmpId",), "Employer identifier."),
))  # fmt: skip

PROVIDER_RECORD = RecordTable((
    LEARNER_COLUMN,
    Column("hours counted", "HoursCounted", cells.whole_number,
           help="Hours of work experience that PlanEEPHours counts."),
    Column("went out", "WentOut", cells.yes_or_no,
           help="Whether the learner has gone out; blank where the placements are to tell."),
    Column("planned", "Planned", help="The note of what was planned."),
    Column("why not", "WhyNot", aliases=("why it did not happen",), help="The note of why it did not happen."),
    Column("substitute", "Substitute", help="What was arranged in place of it."),
    Column("evidence", "SubstituteEvidenced", cells.yes_or_no, ("substitute evidenced",),
           "Whether evidence of the substitute is held; yes unless said."),
))  # fmt: skip

DECISIONS = RecordTable((
    LEARNER_COLUMN,
    Column("placement", "placement", help="happened, planned or not happened."),
    Column("aim", "aim", help="returned or left out."),
    Column("hours", "hours", help="in or out."),
    Column("note", "note", help="needed or not needed."),
))  # fmt: skip

BANDS = RecordTable((
    LEARNER_COLUMN,
    Column("planned hours", "hours", cells.whole_number, ("hours",), "Planned hours of both kinds."),
    Column("band", "band", help="Band of planned hours, such as 4b."),
    Column("base rate", "rate", cells.money, ("rate",), "Base rate for the year in pounds."),
))  # fmt: skip


@step("these study programme aims:", table=AIMS)
@step("this study programme aim:", table=AIMS)
def study_programme_aims(world: World, rows: Sequence[Record]) -> None:
    """Gives learners aims of a study programme; a learner who is not described further is 17 with planned hours."""
    known = ilr_records.defaults()["study programme aim"]
    aims(world, [replace(row, values={**known, **row.values}) for row in rows])
    for row in rows:
        draft = world.learner(row.get("learner"))
        for name, value in _learner_defaults(world).items():
            draft.fields.setdefault(name, value)


def _learner_defaults(world: World) -> dict[str, Any]:
    fields = dict(ilr_records.defaults()["study programme learner"])
    born = world.funding_year.start_year - int(fields.pop("age_on_31_august"))
    return {"DateOfBirth": date(born, 1, 15), **fields}


@step("{learner:text} is a high needs student")
def high_needs_student(world: World, learner: str) -> None:
    """Marks a learner as a high needs student (LearnFAMType HNS)."""
    draft = world.learner(learner, new=True)
    draft.fields["LearnerFAM"] = [{"LearnFAMType": "HNS", "LearnFAMCode": 1}]
    world.changed()


@step("these work placements:", table=PLACEMENTS)
@step("this work placement:", table=PLACEMENTS)
def work_placements(world: World, rows: Sequence[Record]) -> None:
    """Gives aims their work placements, one row each; the aim may be left out for the only work placement aim."""
    for row in rows:
        fields = {**ilr_records.defaults()["work placement"], **row.values}
        placement = {name: value for name, value in fields.items() if name.startswith("WorkPlace")}
        aim = _placement_aim(world, row)
        said = aim.fields.get("LearningDeliveryWorkPlacement", ())
        aim.fields["LearningDeliveryWorkPlacement"] = [*said, _without_none(placement)]
    world.changed()


def _placement_aim(world: World, row: Record) -> AimDraft:
    if row.get("aim") is None:
        draft = _learner(world, row)
        known = rules_of_year(world.parameters, world.funding_year)
        refs = known.placement_aims if known else ()
        found = [aim for aim in draft.aims if aim.fields.get("LearnAimRef") in refs]
        if len(found) == 1:
            return found[0]
    return aim_named(world, row)


def _without_none(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _learner(world: World, row: Record) -> LearnerDraft:
    try:
        return world.learner(row.get("learner"))
    except StepError as error:
        raise StepError(str(error), *row.place("learner")) from None


@step("the provider's record of work placements is:", table=PROVIDER_RECORD)
def provider_record(world: World, rows: Sequence[Record]) -> None:
    """Gives what the provider has noted outside the ILR: hours counted, who went out, substitutes, why not."""
    table = [
        {
            "UKPRN": world.ukprn,
            "LearnRefNumber": learner_reference(world, row),
            "Year": world.funding_year.code,
            "HoursCounted": row.get("HoursCounted"),
            "WentOut": row.get("WentOut"),
            "Planned": row.get("Planned"),
            "WhyNot": row.get("WhyNot"),
            "Substitute": row.get("Substitute"),
            "SubstituteEvidenced": _evidenced(row),
        }
        for row in rows
    ]
    add_rows(world, "work_placement_records", table)


def _evidenced(row: Record) -> bool | None:
    if row.get("Substitute") is None:
        return None
    return row.get("SubstituteEvidenced") is not False


@step("the decisions on work experience are:", table=DECISIONS)
def decisions_are(world: World, rows: Sequence[Record]) -> None:
    """Compares what follows from placements that happened or did not, for the aim, the planned hours and the note."""
    drafts = of_each(lambda row: _learner(world, row), rows)
    for row, draft in zip(rows, drafts, strict=True):
        told = _told(_work_experience(world, draft))
        for name in row.values:
            if name != "learner":
                line, _ = row.place(name)
                world.cells.append(
                    value_cell(
                        line=line,
                        row=draft.name,
                        column=row.heading(name),
                        expected=str(row[name] or cells.NONE),
                        actual=told[name],
                    )
                )


def _work_experience(world: World, draft: LearnerDraft) -> WorkExperience:
    setting = world.setting
    rules = rules_of_year(setting.parameters, setting.year)
    if rules is None:
        raise StepError(f"there are no rules on study programmes of {setting.year.label}")
    record = ilr_records.learner(draft, setting.year)
    world.before_rules()
    return work_experience_of(record, setting, rules)


def _told(work: WorkExperience) -> dict[str, str]:
    told = dict.fromkeys(("aim", "hours", "note"), cells.NONE)
    if work.decision is not None:
        told = {
            "aim": "returned" if work.decision.returns_aim else "left out",
            "hours": "in" if work.decision.counts_hours else "out",
            "note": "needed" if work.decision.needs_note else "not needed",
        }
    return {"placement": work.state, **told}


@step("the hours bands are:", table=BANDS)
@step("the hours band is:", table=BANDS)
def hours_bands_are(world: World, rows: Sequence[Record]) -> None:
    """Compares planned hours of the year, their band, and the band's base rate; '-' where none is known."""
    drafts = of_each(lambda row: _learner(world, row), rows)
    for row, draft in zip(rows, drafts, strict=True):
        figures = _figures(world, draft)
        hours, rate = figures.get(HOURS), figures.get(RATE)
        if "hours" in row:
            shown = cells.NONE if hours is None else str(hours.amount)
            _compare(world, row, "hours", draft, shown, hours.because if hours else None)
        if "band" in row:
            shown = rate.about.removeprefix("band ") if rate else cells.NONE
            _compare(world, row, "band", draft, shown, rate.because_about if rate else None)
        if "rate" not in row:
            continue
        if row["rate"] is None or rate is None:
            shown = f"{rate.amount:.2f}" if rate else cells.NONE
            _compare(world, row, "rate", draft, shown, rate.because if rate else None)
            continue
        line, _ = row.place("rate")
        world.cells.append(
            money_cell(
                line=line,
                row=draft.name,
                column=row.heading("rate"),
                written=f"{row['rate']:.2f}",
                expected=row["rate"],
                actual=rate.amount,
                because=(rate.because,),
            )
        )


def _compare(
    world: World, row: Record, name: str, draft: LearnerDraft, actual: str, because: Because | None = None
) -> None:
    line, _ = row.place(name)
    expected = cells.NONE if row[name] is None else str(row[name])
    world.cells.append(
        value_cell(
            line=line,
            row=draft.name,
            column=row.heading(name),
            expected=expected,
            actual=actual,
            because=(because,) if because else (),
        )
    )


def _figures(world: World, draft: LearnerDraft) -> dict[str, YearFigure]:
    ref = draft.learn_ref_number
    return {row.attribute: row for row in world.ledger().year_figures if row.learn_ref_number == ref}


@step("{hours:whole_number} hours of work experience are taken out of the planned hours", compares=False)
@step(
    "{hours:whole_number} hours of work experience are taken out of the planned hours of {learner:text}",
    compares=False,
)
def hours_taken_out(world: World, hours: int, learner: str | None = None) -> None:
    """Takes hours out of PlanEEPHours; the base rate there was is remembered."""
    draft = world.learner(learner)
    planned = draft.fields.get("PlanEEPHours")
    if planned is None or hours > planned:
        raise StepError(f"{draft.name} has {planned or 'no'} planned hours of that kind (PlanEEPHours)")
    rates = world.notes.setdefault(_RATES_BEFORE, {})
    try:
        before = _rate(world, draft)
    except RulesNeeded:  # the scenario is only read, and reads on
        rates[draft.name] = (Decimal(0), None)
    else:
        # The figure is told its reason now: the learner it is about changes.
        rates[draft.name] = (before.amount, before.because)
    draft.fields["PlanEEPHours"] = planned - hours
    world.changed()


@step("the base rate is {amount:money} less")
@step("the base rate of {learner:text} is {amount:money} less")
def base_rate_is_less(world: World, amount: Decimal, learner: str | None = None) -> None:
    """Compares by how much the base rate has fallen since hours were taken out."""
    draft = world.learner(learner)
    before = world.notes.get(_RATES_BEFORE, {}).get(draft.name)
    if before is None:
        raise StepError("say first which hours go: '40 hours of work experience are taken out of ...'")
    amount_before, because_before = before
    now = _rate(world, draft)
    fallen = amount_before - now.amount
    parts = (
        ("base rate before", amount_before, "with the hours"),
        ("base rate now", -now.amount, "without them, taken off"),
    )
    reasons = (because_before, now.because)
    world.expect(
        [
            money_cell(
                line=0,
                row=draft.name,
                column="less",
                written=f"{amount:.2f}",
                expected=amount,
                actual=fallen,
                because=(sum_of(parts, reasons), *reasons),
            )
        ]
    )


def _rate(world: World, draft: LearnerDraft) -> YearFigure:
    rate = _figures(world, draft).get(RATE)
    if rate is None:
        raise StepError(f"{draft.name} has no base rate: {_why_none(world, draft)}")
    return rate


def _why_none(world: World, draft: LearnerDraft) -> str:
    hours = _figures(world, draft).get(HOURS)
    if hours is None:
        return "a study programme aim with PlanLearnHours and PlanEEPHours is needed"
    return hours.about or "a date of birth is needed"
