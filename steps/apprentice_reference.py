"""Steps that add the reference data of apprenticeships: bands, common components, postcodes, earlier years."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from engine.calendar import FundingYear
from steps import cells
from steps.apprentice_defaults import with_apprenticeship_defaults
from steps.cells import Reader
from steps.headings import LEARNER_COLUMN
from steps.ilr_records import LearnerDraft, defaults, made_up_uln
from steps.problems import StepError
from steps.reference_data import LONG_AGO, add_rows
from steps.registry import step
from steps.tables import Column, Record, RecordTable
from steps.world import World

_STANDARD = 25
_COURSE = (
    Column("programme type", "ProgType", cells.whole_number, ("ProgType",), "25 of a standard, else the framework's."),
    Column("standard code", "StdCode", cells.whole_number, ("StdCode",), "The standard."),
    Column("framework code", "FworkCode", cells.whole_number, ("FworkCode",), "The framework."),
    Column("pathway code", "PwayCode", cells.whole_number, ("PwayCode",), "The pathway of the framework."),
)  # fmt: skip
_FROM = Column("from", "EffectiveFrom", cells.day, ("effective from",), "First day of the row.")
_TO = Column("to", "EffectiveTo", cells.day, ("effective to",), "Last day of the row.")


def _amount(heading: str, field: str, says: str, *aliases: str, required: bool = False) -> Column:
    return Column(heading, field, cells.money, aliases, says, required)


BANDS = RecordTable(
    (
        *_COURSE,
        _amount("band", "MaxEmployerLevyCap", "Upper limit of the price, in pounds.", "band limit", required=True),
        _amount("employer incentive", "SixteenToEighteenEmployerAdditionalPayment",
                "Both 16-18 payments to the employer together, 1,000 unless said."),
        _amount("provider incentive", "SixteenToEighteenProviderAdditionalPayment",
                "Both 16-18 payments to the provider together, 1,000 unless said."),
        _amount("framework uplift", "SixteenToEighteenFrameworkUplift", "16-18 uplift of a framework."),
        _amount("care leaver", "CareLeaverAdditionalPayment", "Care leaver payment, 1,000 unless said."),
        _FROM,
        _TO,
    )
)  # fmt: skip

COMPONENTS = RecordTable(
    (
        *_COURSE,
        Column("component", "CommonComponent", cells.whole_number, ("common component",),
               "Common component that counts: 10 is maths, 11 English.", required=True),
        _FROM,
        _TO,
    )
)  # fmt: skip

POSTCODES = RecordTable(
    (
        Column("postcode", "Postcode", help="Postcode before the learner enrolled.", required=True),
        _amount("amount", "Uplift", "Both disadvantage payments together, in pounds.", "disadvantage", required=True),
        _FROM,
        _TO,
    )
)  # fmt: skip

_HISTORY: tuple[tuple[str, str, Reader, str], ...] = (
    ("provider", "UKPRN", cells.whole_number, "The provider that taught; the scenario's own unless said."),
    ("days", "DaysInYear", cells.whole_number, "Days of learning in the year; worked out unless said."),
    ("last day", "UptoEndDate", cells.day, "Last of those days, 31 July unless said."),
    ("programme start", "ProgrammeStartDateIgnorePathway", cells.day, "First day of the programme, of any pathway."),
    ("programme start same pathway", "ProgrammeStartDateMatchPathway", cells.day,
     "First day on the same pathway; the programme start unless said."),
    ("completed", "AppProgCompletedInTheYearInput", cells.yes_or_no, "Whether the programme was completed."),
    ("earned", "TotalProgAimPaymentsInTheYear", cells.money, "Instalments, balancing and completion of the year."),
    ("uplift earned", "HistoricTotal1618UpliftPaymentsInTheYearInput", cells.money, "Framework uplift of the year."),
    ("16-18 at start", "HistoricLearner1618StartInput", cells.yes_or_no, "Whether the learner was 16 to 18."),
    ("earliest ACT 2", "HistoricLearnDelProgEarliestACT2DateInput", cells.day, "First day of contract type 2."),
    ("price date", "HistoricEffectiveTNPStartDateInput", cells.day, "Date of the price in force at the end."),
    *((f"TNP{code}", f"HistoricTNP{code}Input", cells.money, f"TNP{code} at the end of the year.")
      for code in (1, 2, 3, 4)),
    *((f"residual TNP{code}", f"HistoricVirtualTNP{code}EndOfTheYearInput", cells.money,
       f"What was left of TNP{code} at the end of the year.") for code in (3, 4)),
    ("first employer", "HistoricEmpIdStartWithinYear", cells.whole_number, "Employer at the year's first episode."),
    ("last employer", "HistoricEmpIdEndWithinYear", cells.whole_number, "Employer at the last day."),
    ("employer paid", "HistoricPMRAmount", cells.money, "The employer's payments of the year."),
)  # fmt: skip

HISTORY = RecordTable(
    (
        LEARNER_COLUMN,
        Column("year", "year", cells.funding_year, ("funding year",), "The earlier year: 2019/20.",
               required=True),
        *_COURSE,
        *(Column(heading, field, read, (field,), says) for heading, field, read, says in _HISTORY),
    )
)  # fmt: skip


@step("these apprenticeship bands:", table=BANDS)
@step("this apprenticeship band:", table=BANDS)
def apprenticeship_bands(world: World, rows: Sequence[Record]) -> None:
    """Gives the band limits and the other amounts of standards and frameworks as LARS would have them."""
    unless_said = defaults()["apprenticeship band"]
    add_rows(world, "apprenticeship_funding", [{**unless_said, **row.values, **_course(row)} for row in rows])


@step("these common components:", table=COMPONENTS)
@step("this common component:", table=COMPONENTS)
def common_components(world: World, rows: Sequence[Record]) -> None:
    """Says which common components count in a standard or framework; its others no longer do."""
    add_rows(
        world,
        "common_components",
        [{"EffectiveFrom": LONG_AGO, **row.values, **_course(row)} for row in rows],
    )


@step("these apprenticeship postcodes:", table=POSTCODES)
@step("this apprenticeship postcode:", table=POSTCODES)
def apprenticeship_postcodes(world: World, rows: Sequence[Record]) -> None:
    """Gives the disadvantage payments of postcodes."""
    add_rows(
        world, "apprenticeship_disadvantage", [{"EffectiveFrom": LONG_AGO, **row.values} for row in rows]
    )


@step("this earnings history:", table=HISTORY)
@step("these earnings histories:", table=HISTORY)
def earnings_history(world: World, rows: Sequence[Record]) -> None:
    """Gives what the calculation stored of earlier years; it stands in place of the years of the learner's own aims."""
    for row in rows:
        try:
            draft = world.learner(row.get("learner"))
        except StepError as error:
            raise StepError(str(error), *row.place("learner")) from None
        if not any(aim.apprenticeship for aim in draft.aims):
            raise StepError(f"give {draft.name} an apprenticeship aim before the earnings history", row.line)
        add_rows(world, "earnings_history", [_year_of(world, draft, row)])


def _year_of(world: World, draft: LearnerDraft, row: Record) -> dict[str, Any]:
    year: FundingYear = row["year"]
    said = {name: value for name, value in row.values.items() if name not in ("learner", "year")}
    aims = [aim.fields for aim in draft.aims if aim.apprenticeship]
    first = {**with_apprenticeship_defaults(aims[0], aims[1:], defaults()), **aims[0]}
    course = _course(row) if said.get("StdCode") or said.get("FworkCode") else _codes(first)
    began = first.get("OrigLearnStartDate") or first["LearnStartDate"]
    start: date = said.get("ProgrammeStartDateIgnorePathway") or began
    last: date = said.get("UptoEndDate") or year.last_day
    days = max((last - max(start, year.first_day)).days + 1, 0)
    pathway = "" if course["StdCode"] else f"-{course['PwayCode']}"
    number = course["StdCode"] or course["FworkCode"]
    return {
        **defaults()["earnings history"],
        "ULN": draft.fields.get("ULN") or made_up_uln(draft.number),
        "UKPRN": world.ukprn,
        "LearnRefNumber": draft.learn_ref_number,
        "CollectionYear": year.code,
        "AppIdentifier": f"{course['ProgType']}-{number}{pathway}",
        "DaysInYear": days,
        "UptoEndDate": last,
        "ProgrammeStartDateIgnorePathway": start,
        "ProgrammeStartDateMatchPathway": start,
        **{name: value for name, value in said.items() if name != "StdCode"},
        **{("STDCode" if name == "StdCode" else name): code for name, code in course.items()},
    }


def _codes(said: dict[str, Any]) -> dict[str, Any]:
    """Return the four codes of a course; those of a framework or of a standard are None."""
    framework = said.get("FworkCode") is not None
    return {
        "ProgType": said.get("ProgType"),
        "StdCode": None if framework else said.get("StdCode"),
        "FworkCode": said.get("FworkCode") if framework else None,
        "PwayCode": said.get("PwayCode") if framework else None,
    }


def _course(row: Record) -> dict[str, Any]:
    if (row.get("StdCode") is None) == (row.get("FworkCode") is None):
        raise StepError("say either the standard code or the framework code", row.line)
    unless_said = defaults()[
        "apprenticeship standard" if row.get("StdCode") is not None else "apprenticeship framework"
    ]
    return _codes({**unless_said, **{name: value for name, value in row.values.items() if value is not None}})
