"""The codes of the findings on Sector Gateway and SWAP learners: how serious each is and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass

from engine.ledger import Severity


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of finding: its severity unless a switch says otherwise, and what it means."""

    severity: Severity
    means: str


CODES: Mapping[str, Code] = {
    "SOF_NOT_112": Code("error", "The aim's source of funding is not 112."),
    "FUNDMODEL_NOT_35": Code("error", "The aim's funding model is not the one of the programme."),
    "LSDPOSTCODE_NOT_WMCA": Code(
        "error", "The start postcode is not in the authority on the aim's start date."
    ),
    "LSDPOSTCODE_EXCUSED": Code("info", "The start postcode is outside the authority for a reason allowed."),
    "EMPSTAT_NOT_11_12": Code("error", "The employment status that counts for the aim is neither 11 nor 12."),
    "EMPSTAT_ON_START_DATE": Code(
        "warning", "The employment status in force began on the aim's start date, not before it."
    ),
    "DAM002_MISSING": Code("error", "Procured provision, or a growth award, without DAM 002."),
    "DAM002_UNEXPECTED": Code("warning", "DAM 002 on an aim that is neither procured nor a growth award."),
    "DAM023_WITH_BSI": Code("error", "DAM 023 although a Benefit Status Indicator is returned."),
    "DAM023_ADVISED": Code("info", "Fully funded without a recorded benefit and without DAM 023."),
    "DAM_PROGRAMME_MISSING": Code("error", "The aim lacks the DAM code of its programme."),
    "DAM_MIXED": Code("error", "One aim carries codes of a SWAP and of a Sector Gateway programme."),
    "DAM013_COUNT": Code("error", "A SWAP without a main aim coded 013, or with more than one."),
    "SG_MAIN_COUNT": Code(
        "warning", "A Sector Gateway programme without a listed main aim, or with several."
    ),
    "FFI_NOT_1": Code("warning", "The aim is not returned as fully funded."),
    "DAM014_BANNED": Code("error", "DAM 014 claims work experience on or after 01/08/2021."),
    "MCA_ADJ1_BANNED": Code("error", "MCA Adjustment 1 claims work experience on or after 01/08/2021."),
    "WEX_AIM_NOT_PERMITTED": Code(
        "error", "A work experience aim outside the programme's list, without permission."
    ),
    "WEX_HOURS": Code("error", "The hours evidenced lie outside the band of the work experience aim."),
    "WEX_REPEATED": Code("warning", "The same work experience aim stands twice in one programme."),
    "SWAP_WEX_MISSING": Code("warning", "A SWAP without a work experience aim."),
    "JO_AGE": Code("error", "The job outcome aim is not the one for the age at the start of the programme."),
    "JO_DATES": Code("error", "Start, planned end and actual end of the job outcome aim are not one day."),
    "JO_NOT_ACHIEVED": Code("error", "A job outcome aim without completion status 2 and outcome 1."),
    "JO_EVIDENCE_MISSING": Code("error", "No signed evidence of 13 weeks with the same employer."),
    "JO_DATE_TOO_EARLY": Code("error", "The job outcome aim is dated before 13 weeks are complete."),
    "JO_DATE_NOT_FIRST_DAY": Code("warning", "The job outcome aim is dated after the first day it could be."),
    "JO_DUPLICATE": Code("error", "A second job outcome aim in one programme."),
    "JO_DOUBLE_CLAIM": Code("error", "A job outcome aim beside an employment outcome within another aim."),
    "JO_START_UNKNOWN": Code(
        "warning", "No aim tells when the programme of the job outcome began, so the age is not judged."
    ),
    "MAIN_AIM_NOT_COMPLETED": Code("warning", "A job outcome is claimed and the main aim is not completed."),
    "DP_JOB_NOT_REFLECTED": Code(
        "warning", "The destinations do not show the way from unemployment to employment."
    ),
    "R107": Code("warning", "All aims are closed and no destination follows the last of them."),
    "R108": Code("warning", "No destination is on record two months after the last aim ended."),
    "AUTHORITY_POSTCODES_NOT_SUPPLIED": Code(
        "warning", "No table of the authority's postcodes is given, so start postcodes are not judged."
    ),
    "CONTRACT_NOT_SUPPLIED": Code(
        "warning", "No contract of the provider is given, so DAM 002 is judged by growth awards alone."
    ),
}
