"""The one call that scenarios and files share: a learner's records in, a ledger out."""

from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import Ledger
from engine.money import calculation_digits
from engine.programmes import adult_skills, sector_programmes
from engine.setting import Setting

PROGRAMMES = (adult_skills, sector_programmes)


def calculate(
    learner: Learner, destination: LearnerDestinationandProgression | None, setting: Setting
) -> Ledger:
    """Work out what one learner earns in the funding year of the setting, and what is found in the records.

    Raises ParameterError when a rule needs a dated value that is not there for the year.
    """
    ledger = Ledger(setting.year)
    with calculation_digits():
        for programme in PROGRAMMES:
            programme.calculate(learner, destination, setting, ledger)
    return ledger
