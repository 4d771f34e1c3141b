"""The codes of the no-pay report and of the other findings on bootcamps: how serious, what they mean, what cures them.

Codes of national validation keep their names. Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance; ILR
validation rules 2023/24 and 2024/25.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from engine.ledger import Severity

Scope = Literal["learner", "aim", "milestone", "record"]


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding. ``scope`` is what a no-pay reason stops, ``record`` for a finding that stops nothing."""

    severity: Severity
    means: str
    scope: Scope = "record"
    cure: str = ""

    @property
    def remedy(self) -> str:
        """What to do, and that payment follows then; or that nothing will make it pay."""
        return f"{self.cure} It is paid in the return that holds the correction." if self.cure else _NO_CURE


_NO_CURE = "There is nothing to correct: the limit for the unique learner number is used up."


def _stops(scope: Scope, means: str, cure: str) -> Code:
    return Code("error", means, scope, cure)


NO_PAY: Mapping[str, Code] = {
    "NP_UKPRN": _stops(
        "learner",
        "The provider has no bootcamp contract with the authority.",
        "Return the learner under the UKPRN of the contract.",
    ),
    "NP_ULN_TEMP": _stops(
        "learner",
        "The unique learner number is the temporary one.",
        "Return the learner's own unique learner number.",
    ),
    "NP_UNDER19": _stops("learner", "The learner is under 19.", "Correct the date of birth if it is wrong."),
    "NP_EMPSTAT_98": _stops(
        "learner",
        "The employment status at the start is not known.",
        "Record employment status 10, 11 or 12.",
    ),
    "NP_AIM_NOT_ALLOCATED": _stops(
        "aim", "The bootcamp is not allocated to the provider.", "Return an aim reference of the contract."
    ),
    "NP_START_WINDOW": _stops(
        "aim",
        "The start lies outside the timeframe of the contract or of the allocation.",
        "Correct the start date if it is wrong.",
    ),
    "NP_START_FUTURE": _stops(
        "aim",
        "The start lies after the day on which the file was prepared.",
        "Return the aim once it has started.",
    ),
    "NP_PLANEND_WINDOW": _stops(
        "aim",
        "The planned end lies outside the timeframe of the allocation.",
        "Correct the planned end date if it is wrong.",
    ),
    "NP_LSD_POSTCODE": _stops(
        "aim",
        "The start postcode is not in the area and DAM 001 is not returned.",
        "Correct the postcode, or return DAM 001 where it applies.",
    ),
    "NP_FFI_CONTRIB": _stops(
        "aim",
        "Indicator and employer contribution do not agree.",
        "Return FFI 2 with one text Contribution 10 or Contribution 30, or FFI 1 without one.",
    ),
    "NP_DAM": _stops(
        "aim",
        "DAM 023 is missing, or DAM 010 stands without employment status 10.",
        "Return DAM 023, and DAM 010 only for employed learners.",
    ),
    "NP_TEMP_WITHDRAWAL": _stops(
        "aim",
        "The bootcamp is temporarily withdrawn.",
        "Return the restart as a new aim with RES 1 when the learner comes back.",
    ),
    "NP_TWO_CONTINUING": _stops(
        "aim",
        "The learner continues on another bootcamp that started earlier.",
        "Record the completion or withdrawal of the earlier bootcamp.",
    ),
    "NP_M1_ALREADY_PAID": _stops("milestone", "A Milestone 1 has been paid for the learner already.", ""),
    "NP_M2_ALREADY_PAID": _stops("milestone", "A Milestone 2 has been paid for the learner already.", ""),
    "NP_M3_ALREADY_PAID": _stops("milestone", "A Milestone 3 has been paid for the learner already.", ""),
    "NP_M2_DATES": _stops(
        "milestone", "The three dates of Z0010211 differ.", "Return the date of the interview offer in all."
    ),
    "NP_M3_DATES": _stops(
        "milestone", "The three dates of Z0010212 differ.", "Return the date of the job offer in all."
    ),
    "NP_M2_REF": _stops(
        "milestone",
        "No provider specified field of Z0010211 holds the reference of a bootcamp of the learner.",
        "Enter the bootcamp's aim reference in one of the fields A to D.",
    ),
    "NP_M3_REF": _stops(
        "milestone",
        "No provider specified field of Z0010212 holds the reference of a bootcamp of the learner.",
        "Enter the bootcamp's aim reference in one of the fields A to D.",
    ),
    "NP_M2_LT80": _stops(
        "milestone",
        "Less than 80% of the bootcamp was completed.",
        "Correct the actual end date if it is wrong.",
    ),
    "NP_M2_NOT_COMPLETED": _stops(
        "milestone", "The bootcamp, or Z0010211, is not completed.", "Return completion status 2."
    ),
    "NP_M2_NOT_ACHIEVED": _stops(
        "milestone", "The bootcamp, or Z0010211, is not achieved.", "Return outcome 1."
    ),
    "NP_M3_NO_M2": _stops(
        "milestone",
        "No valid Z0010211 for the bootcamp is dated on or before the job offer.",
        "Return Z0010211 with the reference of the bootcamp.",
    ),
    "NP_M3_LATE": _stops(
        "milestone",
        "The job offer came more than six months after the end of the bootcamp.",
        "Correct the dates if they are wrong.",
    ),
    "NP_M3_NOT_COMPLETED": _stops(
        "milestone", "The bootcamp, or Z0010212, is not completed.", "Return completion status 2."
    ),
    "NP_M3_NOT_ACHIEVED": _stops(
        "milestone", "The bootcamp, or Z0010212, is not achieved.", "Return outcome 1."
    ),
}

_RECORD: Mapping[str, Code] = {
    "DONT_EXPORT": Code("error", "The learner is left out of the export, so nothing is paid in this return."),
    "FD_LearnRefNumber_MA": Code("error", "The learner reference number is missing."),
    "FD_PostcodePrior_MA": Code("error", "The postcode prior to enrolment is missing."),
    "FD_Postcode_MA": Code("error", "The current postcode is missing."),
    "FD_LearnAimRef_MA": Code("error", "The learning aim reference is missing."),
    "FD_DelLocPostCode_MA": Code("error", "The delivery location postcode is missing."),
    "GivenNames_01": Code("error", "The given names are missing."),
    "FamilyName_01": Code("error", "The family name is missing."),
    "DateOfBirth_01": Code("error", "The date of birth is missing."),
    "Sex_01": Code("error", "The sex is missing."),
    "Ethnicity_01": Code("error", "The ethnicity is missing."),
    "NINUMBER_MISSING": Code("error", "The National Insurance number is missing."),
    "LLDDHealthProb_01": Code("error", "The learning difficulty or health problem indicator is missing."),
    "PlanLearnHours_01": Code("error", "The planned learning hours are missing."),
    "PriorAttain_01": Code("error", "The prior level of attainment is missing."),
    "LSDPostcode_01": Code("error", "The start postcode is missing."),
    "LearnDelFAMType_01": Code("error", "The source of funding is missing."),
    "LearnDelFAMType_02": Code("error", "The full or co-funding indicator is missing."),
    "EmpStat_08": Code("error", "No employment status is on record before the start (model 35)."),
    "EmpStat_21": Code("error", "No employment status is on record before the start (model 38)."),
    "ULN_04": Code("error", "The unique learner number's check digit is wrong."),
    "LLDDHealthProb_06": Code("error", "No category of the difficulty or health problem is returned."),
    "PrimaryLLDD_01": Code("error", "No category is marked as the primary one."),
    "PrimaryLLDD_04": Code("error", "More than one category is marked as the primary one."),
    "R_131": Code("error", "No prior attainment applies from the start of the bootcamp or earlier."),
    "CODE_RETIRED": Code("error", "The code is no longer valid."),
    "POSTCODE_PRIOR_CHANGED": Code("warning", "The postcode prior to enrolment changed between returns."),
    "AIMTYPE_NOT_4": Code("error", "The aim type is not 4."),
    "PLANNED_END_CHANGED": Code("warning", "The planned end changed between returns."),
    "LearnPlanEndDate_02": Code("error", "The planned end comes before the start."),
    "FUNDMODEL_NOT_35": Code("error", "The funding model is not the one of bootcamps."),
    "FundModel_17": Code("error", "Model 35 on an aim that starts on or after 01/08/2024."),
    "FundModel_19": Code("error", "Model 38 on an aim that starts before 01/08/2024."),
    "LSD_POSTCODE_TEMPORARY": Code("warning", "The start postcode is ZZ99 9ZZ and needs to be replaced."),
    "OrigLearnStartDate_02": Code("error", "The original start does not come before the start."),
    "OrigLearnStartDate_04": Code("error", "An original start is returned on an aim that is no restart."),
    "ORIGINAL_START_MISSING": Code("warning", "A restart without its original start."),
    "SOF_NOT_112": Code("error", "The source of funding is not 112."),
    "CONTRIB_SIZE": Code("warning", "The contribution does not go with the size of the employer."),
    "CONTRIB_CAPITALS": Code("warning", "The contribution text has other capitals than shown."),
    "CONTRIB_DIFFERS": Code("warning", "The contribution on the milestone aim is not that of the bootcamp."),
    "DEST_CODE_MISSING": Code("error", "The bootcamp has ended and no destination code is recorded."),
    "DEST_CODE_NA": Code("error", "The destination code is not applicable or not known."),
    "DEST_MISMATCH": Code("error", "The destination code does not go with the destination record."),
    "DEST_BEFORE_END": Code("warning", "A destination code stands on a bootcamp that has not ended."),
    "DEST_TYPE_NOT_USED": Code("warning", "The outcome type is not used for the authority."),
    "PSMF_NOT_APPLICABLE": Code("warning", "The field holds what does not apply to the aim."),
    "CompStatus_02": Code("error", "An actual end date stands on an aim that continues."),
    "CompStatus_03": Code("error", "The aim does not continue and has no actual end date."),
    "LearnActEndDate_01": Code("error", "The actual end comes before the start."),
    "LearnActEndDate_04": Code("error", "The actual end comes after the day the file was prepared."),
    "OUTCOME_MISSING": Code("error", "The learning has ended and no outcome is recorded."),
    "OUTCOME_NOT_LISTED": Code("warning", "The outcome is none of those that the guidance lists."),
    "WithdrawReason_03": Code("error", "The learner withdrew and no reason is given."),
    "WithdrawReason_04": Code("error", "A withdrawal reason stands on an aim that was not left early."),
    "EMPSTAT_ON_START_DATE": Code("warning", "The employment status in force began on the start date."),
    "EMPLOYED_ONLY": Code("error", "The monitoring goes with status 10 only."),
    "LOU_MISSING": Code("error", "Status 11 without the length of unemployment."),
    "R_85": Code("error", "The destination record's unique learner number is not the learner's."),
    "OutEndDate_01": Code("error", "The destination ends before it starts."),
    "OutCollDate_02": Code("error", "The destination was collected after the day the file was prepared."),
    "R107": Code("warning", "The learner has left and no destination record follows."),
    "R108": Code("error", "No destination record two months after the learner left."),
    "JOB_OFFER_BEFORE_END": Code("warning", "The job offer came before the end of the bootcamp."),
    "PRICE_NOT_SUPPLIED": Code(
        "error", "The allocation has no price for the bootcamp, so nothing can be paid."
    ),
    "CONTRACTS_NOT_SUPPLIED": Code("warning", "No table of contracts is given, so contracts are not judged."),
    "AUTHORITY_POSTCODES_NOT_SUPPLIED": Code(
        "warning", "No table of the authority's postcodes is given, so start postcodes are not judged."
    ),
    "BOOTCAMP_AIMS_NOT_SUPPLIED": Code("error", "No table of allocated bootcamps is given."),
}

CODES: Mapping[str, Code] = {**NO_PAY, **_RECORD}
