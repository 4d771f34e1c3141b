"""Sector Gateway (SG) and Sector-based Work Academy Programmes (SWAP): coding, work experience, job outcomes.

The programmes pay through the adult skills calculation; here it is found whether the records may claim it.
Source: WMCA coding guidance 2021/22, work experience page and its Sector Gateway sibling.
"""

from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import Ledger
from engine.programmes.sector_programmes.claims import (
    claim_findings,
    claims_without_learner,
    judge_claim_codes,
)
from engine.programmes.sector_programmes.code_tables import judge_codes
from engine.programmes.sector_programmes.codes import CODES, Code
from engine.programmes.sector_programmes.dam_codes import is_procured
from engine.programmes.sector_programmes.job_outcome import job_outcome_aim, judge_job_outcomes
from engine.programmes.sector_programmes.judgement import Judgement, clause
from engine.programmes.sector_programmes.progression import judge_destination_present, judge_progression
from engine.programmes.sector_programmes.recognition import (
    Programme,
    ProgrammeAim,
    is_marked,
    is_of_authority,
    programmes_of,
)
from engine.programmes.sector_programmes.rules import (
    AimKind,
    Band,
    ProgrammeKind,
    Rules,
    published_rules,
    rules_of_year,
    rules_on,
)
from engine.programmes.sector_programmes.sustainment import Stretch, stretches, week_13_complete
from engine.programmes.sector_programmes.work_experience import Choice, judge_work_experience, wex_aim
from engine.setting import Setting

__all__ = [
    "CODES",
    "AimKind",
    "Band",
    "Choice",
    "Code",
    "Programme",
    "ProgrammeAim",
    "ProgrammeKind",
    "Rules",
    "Stretch",
    "calculate",
    "claim_findings",
    "claims_without_learner",
    "job_outcome_aim",
    "programmes_of",
    "published_rules",
    "rules_of_year",
    "rules_on",
    "stretches",
    "week_13_complete",
    "wex_aim",
]


def calculate(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    ledger: Ledger,
) -> None:
    """Append what is found in the records of a Sector Gateway or SWAP learner; nothing for any other learner.

    Claims outside the ILR are findings on the learner whatever the aims are. Years before the guidance are
    left alone.
    """
    rules = _rules_for(learner, setting)
    programmes: tuple[Programme, ...] = ()
    if rules is not None and is_of_authority(learner, setting, rules):
        programmes = programmes_of(learner, setting, rules)
        judgement = Judgement(learner, destination, setting, rules, ledger)
        _judge(judgement, programmes)
    kind = programmes[0].kind if programmes else "SWAP"
    ledger.findings.extend(claim_findings(setting, learner.learn_ref_number, kind))


def asks_for_destinations(learner: Learner, setting: Setting) -> bool:
    """Say whether a learner's destinations may decide what is found; of most learners they do not."""
    return _rules_for(learner, setting) is not None


def _rules_for(learner: Learner, setting: Setting) -> Rules | None:
    """Return the rules of the year for a learner with a code or reference of the programmes, None for any other."""
    rules = rules_of_year(setting)
    return rules if rules is not None and is_marked(learner, setting, rules) else None


def _judge(judgement: Judgement, programmes: tuple[Programme, ...]) -> None:
    for programme in programmes:
        judge_codes(judgement, programme)
        judge_work_experience(judgement, programme)
        judge_job_outcomes(judgement, programme)
        judge_progression(judgement, programme)
    judge_claim_codes(judgement, programmes[0].kind if programmes else "SWAP")
    if programmes:
        judge_destination_present(judgement)
        _judge_reference_data(judgement)


def _judge_reference_data(judgement: Judgement) -> None:
    """Find reference data that is not there, so that nobody takes silence for a pass."""
    reference, starts = judgement.setting.reference, judgement.learner.learning_delivery
    if not reference.has("authority_postcodes"):
        judgement.find(
            "AUTHORITY_POSTCODES_NOT_SUPPLIED",
            None,
            clause("NATIONAL-04"),
            field="authority_postcodes",
            found="no table",
            expected=f"the postcodes of {judgement.rules.authority}",
            message="Start postcodes are not judged because no table of postcodes is given.",
        )
    if all(is_procured(judgement, delivery.learn_start_date) is None for delivery in starts):
        judgement.find(
            "CONTRACT_NOT_SUPPLIED",
            None,
            clause("SWAP-MAIN-CODE-06"),
            field="contracts",
            found=f"no contract of {judgement.setting.ukprn}",
            expected="whether the provider's adult education is procured",
            message="DAM 002 is judged by growth awards alone because no contract of the provider is given.",
        )
