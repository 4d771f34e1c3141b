"""Where findings on one record are written."""

from engine.ilr.records import LearningDelivery
from engine.ledger import Finding
from engine.programmes.bootcamps.codes import CODES
from engine.programmes.bootcamps.rules import clause
from engine.programmes.bootcamps.snapshot import Snapshot


class Finder:
    """Collects the findings on a learner's record in one return."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.findings: list[Finding] = []

    def find(
        self, code: str, aim: LearningDelivery | None, topic: str, field: str, found: object, expected: str
    ) -> None:
        """Write a finding on an aim, or on the learner when the aim is None; ``topic`` names the clause."""
        returned, known = self.snapshot.returned, CODES[code]
        self.findings.append(
            Finding(
                ukprn=returned.ukprn,
                learn_ref_number=returned.learner.learn_ref_number,
                aim_seq_number=None if aim is None else aim.aim_seq_number,
                code=code,
                severity=known.severity,
                field=field,
                found="none" if found is None or found == "" else str(found),
                expected=expected,
                clause=clause(topic),
                message=known.means,
                returned_in=returned.returned_in,
            )
        )
