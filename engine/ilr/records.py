"""The records of an ILR file, named as the ILR names them.

One model holds every field of every year from 2017-18 to 2025-26; what a given year allows is the business
of `engine.ilr.schema`. Fields are the ILR names in snake case (`LearnStartDate` is `learn_start_date`), and
may be filled by either name. Records do not change once made and are equal when their values are.

Source: ILR specification 2017-18 to 2025-26, field and entity pages.
"""

from engine.ilr._record import IlrRecord, record_class
from engine.ilr._record_delivery import (
    AppFinRecord,
    LearningDelivery,
    LearningDeliveryFAM,
    LearningDeliveryHE,
    LearningDeliveryWorkPlacement,
    ProviderSpecDeliveryMonitoring,
)
from engine.ilr._record_header import (
    CollectionDetails,
    Header,
    LearningProvider,
    Source,
    SourceFile,
    SourceFiles,
)
from engine.ilr._record_learner import (
    ContactPreference,
    DPOutcome,
    EmploymentStatusMonitoring,
    Learner,
    LearnerDestinationandProgression,
    LearnerEmploymentStatus,
    LearnerFAM,
    LearnerHE,
    LearnerHEFinancialSupport,
    LLDDandHealthProblem,
    PriorAttain,
    ProviderSpecLearnerMonitoring,
)
from engine.ilr.schema import snake

__all__ = [
    "AppFinRecord",
    "CollectionDetails",
    "ContactPreference",
    "DPOutcome",
    "EmploymentStatusMonitoring",
    "Header",
    "IlrRecord",
    "LLDDandHealthProblem",
    "Learner",
    "LearnerDestinationandProgression",
    "LearnerEmploymentStatus",
    "LearnerFAM",
    "LearnerHE",
    "LearnerHEFinancialSupport",
    "LearningDelivery",
    "LearningDeliveryFAM",
    "LearningDeliveryHE",
    "LearningDeliveryWorkPlacement",
    "LearningProvider",
    "Message",
    "PriorAttain",
    "ProviderSpecDeliveryMonitoring",
    "ProviderSpecLearnerMonitoring",
    "Source",
    "SourceFile",
    "SourceFiles",
    "record_class",
    "snake",
]


class Message(IlrRecord):
    """A whole ILR file: header, provider, learners and destinations.

    Source: ILR specification, File structure.
    """

    header: Header
    source_files: SourceFiles | None = None
    learning_provider: LearningProvider
    learner: tuple[Learner, ...] = ()
    learner_destinationand_progression: tuple[LearnerDestinationandProgression, ...] = ()
