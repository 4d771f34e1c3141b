"""The pre-employment programme (PEP) of 2008-10: legacy ILR records, their value and credit, check-ins after a job.

Source: LSC guidance on the pre-employment programme, chapter on recording learning and progression.
"""

from engine.programmes.pre_employment.check_ins import CheckIn, Job, check_ins, weeks_over
from engine.programmes.pre_employment.codes import CODES, Code
from engine.programmes.pre_employment.context import Context
from engine.programmes.pre_employment.credit import CreditSuccess
from engine.programmes.pre_employment.evaluation import Evaluation, PriorityGroup, evaluate
from engine.programmes.pre_employment.lad import LAD_TABLE, UPLIFTS_TABLE, LearningAimDatabase
from engine.programmes.pre_employment.legacy_file import LegacyFile, is_heading, read_records
from engine.programmes.pre_employment.outcome import AimOutcome, Figure
from engine.programmes.pre_employment.records import COLUMNS, SYNONYMS, LegacyRecord, source_fault

__all__ = [
    "CODES",
    "COLUMNS",
    "LAD_TABLE",
    "SYNONYMS",
    "UPLIFTS_TABLE",
    "AimOutcome",
    "CheckIn",
    "Code",
    "Context",
    "CreditSuccess",
    "Evaluation",
    "Figure",
    "Job",
    "LearningAimDatabase",
    "LegacyFile",
    "LegacyRecord",
    "PriorityGroup",
    "check_ins",
    "evaluate",
    "is_heading",
    "read_records",
    "source_fault",
    "weeks_over",
]
