"""One learner under judgement: the records, the rules, and where findings are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.ilr.records import Learner, LearnerDestinationandProgression, LearningDelivery
from engine.ledger import Finding, Ledger, Severity
from engine.programmes.sector_programmes.codes import CODES
from engine.programmes.sector_programmes.rules import Rules
from engine.setting import Setting

CATALOGUE = "WMCA2122"


@dataclass(slots=True)
class Judgement:
    """What the checks share: a learner's records, the setting, the rules of the year and the ledger."""

    learner: Learner
    destination: LearnerDestinationandProgression | None
    setting: Setting
    rules: Rules
    ledger: Ledger

    def find(
        self,
        code: str,
        aim: LearningDelivery | None,
        clause: str,
        *,
        field: str,
        found: str,
        expected: str,
        message: str,
        severity: Severity | None = None,
    ) -> None:
        """Write a finding on an aim, or on the programme as a whole when the aim is None."""
        self.ledger.findings.append(
            Finding(
                ukprn=self.setting.ukprn,
                learn_ref_number=self.learner.learn_ref_number,
                aim_seq_number=None if aim is None else aim.aim_seq_number,
                code=code,
                severity=severity or CODES[code].severity,
                field=field,
                found=found,
                expected=expected,
                clause=clause,
                message=message,
            )
        )


def clause(topic: str) -> str:
    """Return the id of a clause of the guidance, such as ``WMCA2122-SG-JO-05`` for ``SG-JO-05``."""
    return f"{CATALOGUE}-{topic}"


def shown(day: date | None) -> str:
    """Return a date as people write it, dd/mm/yyyy, and ``none`` for one that is not there."""
    return "none" if day is None else f"{day:%d/%m/%Y}"


def listed(codes: Iterable[object]) -> str:
    """Return codes as people list them, ``none`` when there are none."""
    return ", ".join(str(code) for code in codes) or "none"


def either(codes: Iterable[object]) -> str:
    """Return codes to choose from, such as ``11 or 12``."""
    return " or ".join(str(code) for code in codes)
