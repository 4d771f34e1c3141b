"""The reference tables: their headings, what a cell of each holds, and by what a row is found.

This is the only place where headings of reference data stand. A period of validity includes both of its
days; a blank end is open, a blank beginning reaches back without limit.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from engine.reference.rows import (
    AdjustmentClaim,
    Aim,
    AimCategory,
    AimRate,
    AnnualValue,
    ApprenticeshipDisadvantage,
    ApprenticeshipFunding,
    AuthorityPostcode,
    BootcampAim,
    CommonComponent,
    Contract,
    EarningsHistory,
    FrameworkAim,
    GrowthAward,
    JobOutcomeEvidence,
    LargeEmployer,
    OrganisationFactor,
    PostcodeFactor,
    ReturnClose,
    SectorGatewayMainAim,
    SpecialistResources,
    WorkExperienceEvidence,
    WorkExperiencePermission,
    WorkPlacementRecord,
)

Kind = Literal["text", "date", "number", "whole", "flag", "year", "code"]
Overlap = Literal["allowed", "refused", "same start refused", "duplicate refused"]

ALWAYS = date.min


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, what its cells hold, and whether every row needs one."""

    heading: str
    kind: Kind = "text"
    needed: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A table: the rows it makes, its columns in the row's order, the columns of its key and of its period.

    ``overlap`` says which rows of one key would leave a look-up with two answers, ``either`` gives groups of
    columns of which each row fills at least one.
    """

    name: str
    row: Callable[..., Any]
    columns: tuple[Column, ...]
    key: tuple[int, ...] = ()
    period: tuple[int, int] | None = None
    overlap: Overlap = "allowed"
    either: tuple[tuple[int, ...], ...] = ()
    by_heading: dict[str, Column] = field(default_factory=dict, compare=False)

    def __post_init__(self) -> None:
        self.by_heading.update((column.heading, column) for column in self.columns)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings in the order of the row."""
        return tuple(column.heading for column in self.columns)


def _text(heading: str) -> Column:
    return Column(heading)


def _needed(heading: str, kind: Kind = "text") -> Column:
    return Column(heading, kind, needed=True)


_FROM = Column("EffectiveFrom", "date")
_TO = Column("EffectiveTo", "date")
_AIM = _needed("LearnAimRef")
_UKPRN = _needed("UKPRN", "whole")
_LEARNER = _needed("LearnRefNumber")
_POSTCODE = _needed("Postcode")
_COURSE = (
    _needed("ProgType", "whole"),
    Column("StdCode", "code"),
    Column("FworkCode", "code"),
    Column("PwayCode", "code"),
)


_SHAPES = (
    Shape(
        "aims",
        Aim,
        (
            _AIM,
            _text("LearnAimRefTitle"),
            _text("NotionalNVQLevelv2"),
            Column("FrameworkCommonComponent", "whole"),
            Column("EnglPrscID", "whole"),
        ),
        key=(0,),
        overlap="duplicate refused",
    ),
    Shape(
        "aim_rates",
        AimRate,
        (
            _AIM,
            _needed("FundingCategory"),
            _FROM,
            _TO,
            Column("RateWeighted", "number"),
            Column("RateUnWeighted", "number"),
            _text("WeightingFactor"),
        ),
        key=(0, 1),
        period=(2, 3),
        overlap="refused",
    ),
    Shape(
        "aim_categories",
        AimCategory,
        (_AIM, _needed("CategoryRef", "whole"), _FROM, _TO),
        key=(0,),
        period=(2, 3),
    ),
    Shape(
        "annual_values",
        AnnualValue,
        (_AIM, Column("BasicSkillsType", "whole"), _FROM, _TO),
        key=(0,),
        period=(2, 3),
        overlap="same start refused",
    ),
    Shape(
        "framework_aims",
        FrameworkAim,
        (
            _AIM,
            _needed("ProgType", "whole"),
            _needed("FworkCode", "whole"),
            _needed("PwayCode", "whole"),
            Column("FrameworkComponentType", "whole"),
        ),
        key=(0, 1, 2, 3),
        overlap="duplicate refused",
    ),
    Shape(
        "area_costs",
        PostcodeFactor,
        (_POSTCODE, _FROM, _TO, _needed("AreaCostFactor", "number")),
        key=(0,),
        period=(1, 2),
        overlap="refused",
    ),
    Shape(
        "disadvantage",
        PostcodeFactor,
        (_POSTCODE, _FROM, _TO, _needed("Uplift", "number")),
        key=(0,),
        period=(1, 2),
        overlap="refused",
    ),
    Shape("large_employers", LargeEmployer, (_needed("EmpId", "whole"), _FROM, _TO), key=(0,), period=(1, 2)),
    Shape(
        "organisation_funding",
        OrganisationFactor,
        (
            _UKPRN,
            _needed("OrgFundFactor"),
            _text("OrgFundFactType"),
            _text("OrgFundFactValue"),
            Column("OrgFundEffectiveFrom", "date"),
            Column("OrgFundEffectiveTo", "date"),
        ),
        key=(0, 1),
        period=(4, 5),
    ),
    Shape(
        "specialist_resources",
        SpecialistResources,
        (
            Column("UKPRN", "whole"),
            _text("CampId"),
            _text("Postcode"),
            _needed("SpecialistResources", "flag"),
            _FROM,
            _TO,
        ),
        key=(0, 1, 2),
        period=(4, 5),
        overlap="refused",
        either=((1,), (0, 2)),
    ),
    Shape(
        "authority_postcodes",
        AuthorityPostcode,
        (_POSTCODE, _needed("Authority"), _FROM, _TO),
        key=(0,),
        period=(2, 3),
        overlap="refused",
    ),
    Shape(
        "contracts",
        Contract,
        (
            _UKPRN,
            _needed("ContractRef"),
            _text("Wave"),
            _needed("Procured", "flag"),
            Column("ValidFrom", "date"),
            Column("ValidTo", "date"),
        ),
        key=(0,),
        period=(4, 5),
    ),
    Shape("growth_awards", GrowthAward, (_UKPRN, _LEARNER, _text("LearnAimRef")), key=(0, 1)),
    Shape(
        "sg_main_aims", SectorGatewayMainAim, (_AIM, _text("Title")), key=(0,), overlap="duplicate refused"
    ),
    Shape("wex_permissions", WorkExperiencePermission, (_UKPRN, _AIM, _text("Programme")), key=(0, 1)),
    Shape(
        "wex_evidence",
        WorkExperienceEvidence,
        (_UKPRN, _LEARNER, _needed("AimSeqNumber", "whole"), _needed("Hours", "number")),
        key=(0, 1, 2),
        overlap="duplicate refused",
    ),
    Shape(
        "work_placement_records",
        WorkPlacementRecord,
        (
            _UKPRN,
            _LEARNER,
            _needed("Year", "year"),
            Column("HoursCounted", "whole"),
            Column("WentOut", "flag"),
            _text("Planned"),
            _text("WhyNot"),
            _text("Substitute"),
            Column("SubstituteEvidenced", "flag"),
        ),
        key=(0, 1, 2),
        overlap="duplicate refused",
    ),
    Shape(
        "job_outcome_evidence",
        JobOutcomeEvidence,
        (
            _UKPRN,
            _LEARNER,
            _needed("EmpId", "whole"),
            _needed("EmploymentStart", "date"),
            Column("EmploymentEnd", "date"),
            _needed("EvidenceSigned", "flag"),
        ),
        key=(0, 1),
    ),
    Shape(
        "adjustment_claims",
        AdjustmentClaim,
        (
            _UKPRN,
            _LEARNER,
            _needed("Line"),
            _text("Purpose"),
            _needed("ClaimDate", "date"),
            _needed("Amount", "number"),
        ),
        key=(0, 1),
    ),
    Shape(
        "returns",
        ReturnClose,
        (_needed("Year"), _needed("Return"), _needed("CloseDate", "date")),
        key=(0, 1),
        overlap="duplicate refused",
    ),
    Shape(
        "bootcamp_aims",
        BootcampAim,
        (
            _UKPRN,
            _AIM,
            _text("Title"),
            Column("UnitPrice", "number"),
            Column("StartFrom", "date"),
            Column("StartTo", "date"),
            Column("PlanEndTo", "date"),
        ),
        key=(0, 1),
        period=(4, 5),
        overlap="refused",
    ),
    Shape(
        "apprenticeship_funding",
        ApprenticeshipFunding,
        (
            *_COURSE,
            _text("FundingCategory"),
            _FROM,
            _TO,
            Column("MaxEmployerLevyCap", "number"),
            Column("SixteenToEighteenEmployerAdditionalPayment", "number"),
            Column("SixteenToEighteenProviderAdditionalPayment", "number"),
            Column("SixteenToEighteenFrameworkUplift", "number"),
            Column("CareLeaverAdditionalPayment", "number"),
        ),
        key=(0, 1, 2, 3),
        period=(5, 6),
        overlap="same start refused",
        either=((1,), (2, 3)),
    ),
    Shape(
        "common_components",
        CommonComponent,
        (*_COURSE, _needed("CommonComponent", "whole"), _FROM, _TO),
        key=(0, 1, 2, 3),
        period=(5, 6),
        either=((1,), (2, 3)),
    ),
    Shape(
        "apprenticeship_disadvantage",
        ApprenticeshipDisadvantage,
        (_POSTCODE, _FROM, _TO, _needed("Uplift", "number")),
        key=(0,),
        period=(1, 2),
        overlap="refused",
    ),
    Shape(
        "earnings_history",
        EarningsHistory,
        (
            _needed("ULN", "whole"),
            _UKPRN,
            _text("LearnRefNumber"),
            _needed("CollectionYear", "year"),
            _text("CollectionReturnCode"),
            _needed("AppIdentifier"),
            _needed("ProgType", "whole"),
            Column("STDCode", "code"),
            Column("FworkCode", "code"),
            Column("PwayCode", "code"),
            Column("DaysInYear", "whole"),
            Column("UptoEndDate", "date"),
            Column("ProgrammeStartDateIgnorePathway", "date"),
            Column("ProgrammeStartDateMatchPathway", "date"),
            Column("AppProgCompletedInTheYearInput", "flag"),
            Column("TotalProgAimPaymentsInTheYear", "number"),
            Column("HistoricTotal1618UpliftPaymentsInTheYearInput", "number"),
            Column("HistoricLearner1618StartInput", "flag"),
            Column("HistoricLearnDelProgEarliestACT2DateInput", "date"),
            Column("HistoricEffectiveTNPStartDateInput", "date"),
            Column("HistoricTNP1Input", "number"),
            Column("HistoricTNP2Input", "number"),
            Column("HistoricTNP3Input", "number"),
            Column("HistoricTNP4Input", "number"),
            Column("HistoricVirtualTNP3EndOfTheYearInput", "number"),
            Column("HistoricVirtualTNP4EndOfTheYearInput", "number"),
            Column("HistoricEmpIdStartWithinYear", "whole"),
            Column("HistoricEmpIdEndWithinYear", "whole"),
            Column("HistoricPMRAmount", "number"),
        ),
        key=(0,),
    ),
)

SHAPES: dict[str, Shape] = {shape.name: shape for shape in _SHAPES}
