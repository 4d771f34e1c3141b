"""A learner of a file on both sides, and what is found about learners who are not in it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from reports.calculation import Calculation
from reports.impact.change import Change, change_of, findings_of
from reports.impact.sides import PUBLISHED, Side
from reports.refusal import Refusal
from reports.statement import NOT_CALCULATED

if TYPE_CHECKING:
    from engine.ilr.reader import IlrReader
    from engine.ilr.records import Learner as Record
    from engine.ledger import Ledger

BOOTCAMPS = 37
"""The funding model of Skills Bootcamps."""


class Worked(NamedTuple):
    """A learner on both sides."""

    change: Change
    of_bootcamps: bool
    not_calculated: tuple[int, ...]


def worked_out(
    calculations: Sequence[Calculation], sides: tuple[Side, Side], learner: "Record", has_destinations: bool
) -> Worked:
    """Work out a learner on both sides. Raises Refusal."""
    from engine.programmes.bootcamps import Context, is_of_bootcamps

    before, after = (
        _ledger(one, learner, has_destinations, side) for one, side in zip(calculations, sides, strict=True)
    )
    aims = learner.learning_delivery
    contexts = [Context(side.reference, side.parameters, side.switches) for side in sides]
    return Worked(
        change_of(learner.learn_ref_number, before, after),
        any(is_of_bootcamps(aim, context) for aim in aims for context in contexts),
        tuple({aim.fund_model for aim in aims} & (NOT_CALCULATED.keys() - {BOOTCAMPS})),
    )


def calculation_of(file: Path, reader: "IlrReader", side: Side, as_at: date | None) -> Calculation:
    """Return the calculation of an opened file under a side. Raises IlrFileError for a head that lacks something."""
    from engine.calendar import FundingYear
    from engine.setting import Setting

    prepared = reader.header.collection_details.file_preparation_date
    setting = Setting(
        ukprn=reader.learning_provider.ukprn,
        year=FundingYear.from_code(reader.year),
        reference=side.reference,
        parameters=side.parameters,
        switches=side.switches,
        file_date=prepared,
        as_at=as_at or prepared,
    )
    return Calculation(file, reader, setting, side.reference_folder)


def _ledger(calculation: Calculation, learner: "Record", has_destinations: bool, side: Side) -> "Ledger":
    try:
        return calculation.ledger(learner, has_destinations)
    except Refusal as refusal:
        raise Refusal(f"{refusal.message} (in {side.name})") from None
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        from reports.cli import debugging
        from reports.personal import unforeseen

        if side.name == PUBLISHED or debugging():
            raise
        raise Refusal(
            f"{calculation.file}: learner {learner.learn_ref_number} cannot be worked out under {side.name}; "
            f"is a value there of the wrong kind? ({unforeseen(error)})"
        ) from None


def findings_beside(
    before: Calculation, after: Calculation, asked: list[frozenset[str]], held: set[str]
) -> bool:
    """Say whether findings about learners who are not in the file differ; ``held`` are learners who are."""
    from engine.calculate import findings_beside_learners
    from engine.ledger import Ledger

    found = []
    for one, wanted in zip((before, after), asked, strict=True):
        ledger = Ledger(one.setting.year)
        theirs = {number for number in held if number.upper() in wanted}
        ledger.findings.extend(findings_beside_learners(one.setting, theirs))
        found.append(findings_of(ledger))
    return found[0] != found[1]
