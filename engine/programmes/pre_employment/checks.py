"""What the fields of a record must hold: the code of offenders in the community, credit, destination.

Source: pre-employment programme guidance 2008-10, questions 7.1 to 7.3.
"""

from collections.abc import Iterator, Sequence

from engine.ledger import Finding
from engine.programmes.pre_employment.context import Context
from engine.programmes.pre_employment.outcome import AimOutcome, finding
from engine.programmes.pre_employment.records import LegacyRecord
from engine.programmes.pre_employment.rules import Rules


def judge_offender(outcome: AimOutcome, rules: Rules) -> None:
    """Find an offender in the community without the code, and the code on somebody who is none.

    Learners on Skills for Life are no exception; a row that does not say whether the learner is one is left
    alone.
    """
    record, code = outcome.record, rules.offender_code
    if not record.has_ilr or record.offender is None:
        return
    if record.offender and record.a46a != code:
        outcome.find(
            "PEP_A46A_NOT_86",
            "OFFENDER-03" if record.skills_for_life else "OFFENDER-02",
            field="A46a",
            found=record.a46a or "none",
            expected=code,
        )
    elif not record.offender and record.a46a == code:
        outcome.find(
            "PEP_A46A_86_UNEXPECTED",
            "OFFENDER-02",
            field="A46a",
            found=code,
            expected="another code or none: the learner is no offender in the community",
        )


def judge_credit(outcome: AimOutcome, context: Context) -> None:
    """Find credit that is missing on one side, and more of it achieved than planned."""
    record = outcome.record
    if not record.has_ilr:
        return
    if record.a59 is None and record.a60 is not None:
        outcome.find(
            "PEP_A59_MISSING", "CREDIT-01", field="A59", found="none", expected="the planned credit value"
        )
    if record.a60 is None and record.a59 is not None and record.is_closed(context.as_at):
        outcome.find(
            "PEP_A60_MISSING",
            "CREDIT-02",
            field="A60",
            found="none",
            expected="the credit achieved, 0 where there is none",
        )
    if record.a59 is not None and record.a60 is not None and record.a60 > record.a59:
        outcome.find(
            "PEP_A60_ABOVE_A59",
            "CREDIT-05",
            field="A60",
            found=str(record.a60),
            expected=f"{record.a59} (A59) or less",
        )


def judge_leaver(records: Sequence[LegacyRecord], context: Context) -> Iterator[Finding]:
    """Find what is missing when a learner has left: the destination, and the provider's own record as advice.

    ``records`` are all of one learner; the learner has left when every aim has ended.
    """
    if not all(record.is_closed(context.as_at) for record in records):
        return
    of_ilr = [record for record in records if record.has_ilr]
    if of_ilr and not any(record.l39 for record in of_ilr):
        yield finding(
            of_ilr[0],
            None,
            "PEP_L39_MISSING",
            "DEST-01",
            field="L39",
            found="none",
            expected="the destination after leaving",
        )
    if not any(record.own_record for record in records):
        yield finding(
            records[0],
            None,
            "PEP_OWN_RECORD_ADVISED",
            "DEST-02",
            field="own progression record",
            found="no" if any(record.own_record is False for record in records) else "none",
            expected="a record of progression and job outcomes",
        )
