"""What the calculation of pre-employment records is given beside the records."""

from dataclasses import dataclass
from datetime import date

from engine.parameters import Parameters
from engine.programmes.pre_employment.lad import LearningAimDatabase
from engine.switches import Switches

CATALOGUE = "PE"


@dataclass(frozen=True, slots=True)
class Context:
    """The database with the uplifts, the rules and readings, and the day taken as today where there is one."""

    lad: LearningAimDatabase
    parameters: Parameters
    switches: Switches
    as_at: date | None = None


def clause(topic: str) -> str:
    """Return the id of a clause of the guidance, such as ``PE-CREDIT-01`` for ``CREDIT-01``."""
    return f"{CATALOGUE}-{topic}"


def told(day: date | None) -> str:
    """Return a date as people write it, ``none`` for one that is not there."""
    return "none" if day is None else f"{day:%d/%m/%Y}"
