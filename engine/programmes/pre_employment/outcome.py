"""What comes out for an aim: the value of the database, the funding, and what is found in the record."""

from dataclasses import dataclass, field
from decimal import Decimal

from engine.because import Because
from engine.ledger import Finding, Severity
from engine.programmes.pre_employment.codes import CODES
from engine.programmes.pre_employment.context import clause as clause_id
from engine.programmes.pre_employment.records import LegacyRecord


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum in pounds, unrounded, with its reason."""

    amount: Decimal
    because: Because


@dataclass(slots=True)
class AimOutcome:
    """One aim worked out.

    ``value_before_uplifts`` is what the Learning Aim Database shows and never the funding; ``funding`` is None
    when a finding refuses it. ``number`` is the aim's number, its place among the learner's where it has none.
    """

    record: LegacyRecord
    number: int
    value_before_uplifts: Figure | None = None
    disadvantage: Decimal | None = None
    area: Decimal | None = None
    funding: Figure | None = None
    findings: list[Finding] = field(default_factory=list)
    refused_by: list[str] = field(default_factory=list)

    def find(
        self,
        code: str,
        clause: str,
        *,
        field: str,
        found: str,
        expected: str,
        message: str = "",
        severity: Severity | None = None,
        refuses: bool | None = None,
    ) -> None:
        """Write a finding on the aim; one that refuses leaves it without funding."""
        kind = CODES[code]
        if kind.refuses if refuses is None else refuses:
            self.refused_by.append(code)
        self.findings.append(
            finding(
                self.record,
                self.number,
                code,
                clause,
                field=field,
                found=found,
                expected=expected,
                message=message,
                severity=severity,
            )
        )


def finding(
    record: LegacyRecord,
    number: int | None,
    code: str,
    clause: str,
    *,
    field: str,
    found: str,
    expected: str,
    message: str = "",
    severity: Severity | None = None,
) -> Finding:
    """Return a finding on an aim, or on the learner of a record when the number is None. UKPRN 0 is none given."""
    return Finding(
        ukprn=record.ukprn or 0,
        learn_ref_number=record.l03,
        aim_seq_number=number,
        code=code,
        severity=severity or CODES[code].severity,
        field=field,
        found=found,
        expected=expected,
        clause=clause_id(clause),
        message=message or CODES[code].means,
    )
