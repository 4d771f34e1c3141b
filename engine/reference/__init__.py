"""Reference data: what the rules look up beside the ILR, such as rates, postcodes, contracts and evidence."""

from engine.reference.data import ReferenceData
from engine.reference.problems import Problem, ReferenceDataError
from engine.reference.rows import (
    AdjustmentClaim,
    Aim,
    AimRate,
    ApprenticeshipDisadvantage,
    ApprenticeshipFunding,
    AuthorityPostcode,
    BootcampAim,
    CommonComponent,
    Contract,
    EarningsHistory,
    GrowthAward,
    JobOutcomeEvidence,
    OrganisationFactor,
    PostcodeFactor,
    ReturnClose,
    SectorGatewayMainAim,
    SpecialistResources,
    WorkExperienceEvidence,
    WorkExperiencePermission,
)
from engine.reference.shapes import SHAPES, Shape

__all__ = [
    "SHAPES",
    "AdjustmentClaim",
    "Aim",
    "AimRate",
    "ApprenticeshipDisadvantage",
    "ApprenticeshipFunding",
    "AuthorityPostcode",
    "BootcampAim",
    "CommonComponent",
    "Contract",
    "EarningsHistory",
    "GrowthAward",
    "JobOutcomeEvidence",
    "OrganisationFactor",
    "PostcodeFactor",
    "Problem",
    "ReferenceData",
    "ReferenceDataError",
    "ReturnClose",
    "SectorGatewayMainAim",
    "Shape",
    "SpecialistResources",
    "WorkExperienceEvidence",
    "WorkExperiencePermission",
]
