"""Claims of work experience by the channels that were closed on 01/08/2021.

DAM 014 is judged by the start of the aim that carries it, the line MCA Adjustment 1 by the date of the claim.
Source: WMCA coding guidance 2021/22, work experience, claims from 01/08/2021.
"""

from collections.abc import Collection

from engine.ledger import Finding
from engine.programmes.sector_programmes.codes import CODES
from engine.programmes.sector_programmes.judgement import Judgement, clause, shown
from engine.programmes.sector_programmes.recognition import fam_codes
from engine.programmes.sector_programmes.rules import (
    ProgrammeKind,
    banned_claim_codes,
    banned_claim_lines,
    work_experience_purposes,
)
from engine.reference import AdjustmentClaim
from engine.setting import Setting

_CLAUSES: dict[ProgrammeKind, dict[str, str]] = {
    "SG": {"code": "SG-WEX-07", "line": "SG-WEX-08"},
    "SWAP": {"code": "SWAP-WEX-09", "line": "SWAP-WEX-10"},
}


def judge_claim_codes(judgement: Judgement, kind: ProgrammeKind) -> None:
    """Find aims that claim work experience by a DAM code banned on their start."""
    for delivery in judgement.learner.learning_delivery:
        dams = fam_codes(delivery, "DAM")
        if not judgement.rules.former_claim_codes.intersection(dams):
            continue
        banned = banned_claim_codes(judgement.setting.parameters, delivery.learn_start_date)
        for code in sorted(set(dams).intersection(banned)):
            judgement.find(
                f"DAM{code}_BANNED",
                delivery,
                clause(_CLAUSES[kind]["code"]),
                field="LearnDelFAMCode (DAM)",
                found=f"{code} on {shown(delivery.learn_start_date)}",
                expected="a work experience aim",
                message=f"DAM {code} no longer claims work experience; only the listed aims do.",
            )


def claim_findings(
    setting: Setting, learn_ref_number: str, kind: ProgrammeKind = "SWAP"
) -> tuple[Finding, ...]:
    """Return the findings on a learner's claims outside the ILR."""
    claims = setting.reference.adjustment_claims(setting.ukprn, learn_ref_number)
    if not claims:
        return ()
    return tuple(_finding(claim, learn_ref_number, kind) for claim in claims if _is_banned(setting, claim))


def claims_without_learner(setting: Setting, in_file: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings on the provider's claims outside the ILR for learners who are not in the file.

    To be asked once a file, with its LearnRefNumbers: ``calculate`` sees the learners of the file only.
    """
    known = {ref.upper() for ref in in_file}
    others = {
        row["LearnRefNumber"].upper(): row["LearnRefNumber"]
        for row in setting.reference.rows("adjustment_claims")
        if row["UKPRN"] == str(setting.ukprn) and row["LearnRefNumber"].upper() not in known
    }
    return tuple(finding for ref in others.values() for finding in claim_findings(setting, ref))


def _is_banned(setting: Setting, claim: AdjustmentClaim) -> bool:
    day, parameters = claim.claim_date, setting.parameters
    return claim.line.strip().casefold() in banned_claim_lines(
        parameters, day
    ) and claim.purpose.strip().casefold() in work_experience_purposes(parameters, day)


def _finding(claim: AdjustmentClaim, learn_ref_number: str, kind: ProgrammeKind) -> Finding:
    return Finding(
        ukprn=claim.ukprn,
        learn_ref_number=learn_ref_number,
        aim_seq_number=None,
        code="MCA_ADJ1_BANNED",
        severity=CODES["MCA_ADJ1_BANNED"].severity,
        field="adjustment_claims Line",
        found=f"{claim.line} for {claim.purpose}, £{claim.amount} on {shown(claim.claim_date)}",
        expected="a work experience aim",
        clause=clause(_CLAUSES[kind]["line"]),
        message=f"{claim.line} no longer claims work experience; only the listed aims do.",
    )
