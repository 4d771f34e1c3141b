"""The one call that scenarios and files share: a learner's records in, a ledger out."""

from collections.abc import Collection

from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import Finding, Ledger
from engine.money import calculation_digits
from engine.programmes import adult_skills, apprenticeships, identity, sector_programmes, study_programmes
from engine.programmes.bootcamps import without_bootcamps
from engine.setting import Setting

PROGRAMMES = (identity, adult_skills, apprenticeships, sector_programmes, study_programmes)


def calculate(
    learner: Learner, destination: LearnerDestinationandProgression | None, setting: Setting
) -> Ledger:
    """Work out what one learner earns in the funding year of the setting, and what is found in the records.

    Raises ParameterError when a rule needs a dated value that is not there for the year.
    """
    ledger = Ledger(setting.year)
    with calculation_digits():
        # Bootcamps are paid by milestones over several returns: no formula may pay them a second time.
        by_formula = without_bootcamps(learner, setting)
        for programme in PROGRAMMES:
            record = by_formula if programme is adult_skills else learner
            programme.calculate(record, destination, setting, ledger)
    return ledger


def asks_for_destinations(learner: Learner, setting: Setting) -> bool:
    """Say whether ``calculate`` looks at the destinations of a learner; of most learners it does not.

    Whoever must search for them asks this first.
    """
    return sector_programmes.asks_for_destinations(learner, setting)


def findings_beside_learners(setting: Setting, in_file: Collection[str]) -> tuple[Finding, ...]:
    """Return the findings that belong to no learner of the file, once its LearnRefNumbers are known.

    They concern claims that a provider makes outside the ILR for learners it does not return.
    """
    return sector_programmes.claims_without_learner(setting, in_file)


def learners_asked_for(setting: Setting) -> frozenset[str]:
    """Return the LearnRefNumbers, in capitals, that the provider's records outside the ILR speak of."""
    return frozenset(
        row["LearnRefNumber"].upper()
        for row in setting.reference.rows("adjustment_claims")
        if row["UKPRN"] == str(setting.ukprn)
    )
