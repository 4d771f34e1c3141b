"""One learner under judgement: the records, the rules, and where findings are written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engine.ilr.records import Learner, LearningDelivery
from engine.ledger import Finding, Ledger
from engine.programmes.study_programmes.codes import CODES
from engine.programmes.study_programmes.rules import Rules
from engine.setting import Setting

CATALOGUE = "SP"


@dataclass(slots=True)
class Judgement:
    """What the checks share: a learner's record, the setting, the rules of the year and the ledger."""

    learner: Learner
    setting: Setting
    rules: Rules
    ledger: Ledger

    @property
    def study_aims(self) -> tuple[LearningDelivery, ...]:
        """The learner's aims that are part of a study programme."""
        models = self.rules.study_models
        return tuple(aim for aim in self.learner.learning_delivery if aim.fund_model in models)

    def find(
        self,
        code: str,
        aim: LearningDelivery | None,
        topic: str,
        *,
        field: str,
        found: str,
        expected: str,
        message: str,
    ) -> None:
        """Write a finding on an aim, or on the learner when the aim is None; ``topic`` is the clause's own part."""
        self.ledger.findings.append(
            Finding(
                ukprn=self.setting.ukprn,
                learn_ref_number=self.learner.learn_ref_number,
                aim_seq_number=None if aim is None else aim.aim_seq_number,
                code=code,
                severity=CODES[code].severity,
                field=field,
                found=found,
                expected=expected,
                clause=f"{CATALOGUE}-{topic}",
                message=message,
            )
        )


def shown(day: date) -> str:
    """Return a date as people write it, dd/mm/yyyy."""
    return f"{day:%d/%m/%Y}"


def either(codes: Iterable[object]) -> str:
    """Return codes to choose from, such as ``1 or 2``."""
    return " or ".join(str(code) for code in codes)
