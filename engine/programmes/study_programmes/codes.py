"""The codes of the findings on study programmes: how serious each is and what it means.

Errors are national validation rules and go by their national names. Advice of practitioners is a warning.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.ledger import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its severity and what it means."""

    severity: Severity
    means: str


CODES: Mapping[str, Code] = {
    "WorkPlaceStartDate_01": Code("error", "A work placement aim without a work placement."),
    "WorkPlaceStartDate_02": Code("error", "A placement that starts before its aim."),
    "WorkPlaceStartDate_03": Code("error", "A placement on an aim that is not a work placement aim."),
    "WorkPlaceStartDate_04": Code("error", "A study programme's placement aim with another funding model."),
    "WorkPlaceEndDate_01": Code("error", "A placement that ends before it starts."),
    "WorkPlaceEndDate_02": Code("error", "A placement that ends after its aim has ended."),
    "WorkPlaceMode_01": Code("error", "A mode of placement that is neither 1 nor 2."),
    "R_96": Code("error", "Two placements of a learner that start on the same day."),
    "PlanLearnHours_01": Code("error", "No planned learning hours."),
    "PlanEEPHours_01": Code("error", "No planned employability, enrichment and pastoral hours."),
    "PlanLearnHours_03": Code("error", "No hour of either kind is planned."),
    "DateOfBirth_01": Code("error", "No date of birth."),
    "ZWRKX_MULTIPLE_AIMS": Code("warning", "A second ZWRKX001 aim in one year."),
    "ZWRKX_NO_PLACEMENT": Code("warning", "A ZWRKX001 aim in a year without a placement."),
    "ZWRKX_SUBSTITUTE_AS_PLACEMENT": Code("warning", "A substitute activity recorded as a placement."),
    "ZWRKX_AIM_MISSING": Code("warning", "A learner who went on a placement without a ZWRKX001 aim."),
    "ZWRKX_HOURS_COUNTED": Code("warning", "Planned hours of a placement that did not happen."),
    "ZWRKX_HOURS_ABOVE_PLAN": Code("warning", "More hours of work experience than planned hours."),
    "ZWRKX_NOTE_MISSING": Code("warning", "No note of what was planned and why it did not happen."),
}
