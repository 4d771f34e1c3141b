"""The one pass over each file: every learner is worked out on both sides, one at a time."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reports.calculation import Calculation, file_problems
from reports.garbage import few_collections
from reports.impact.change import Change, change_of, findings_of
from reports.impact.sides import PUBLISHED, Side
from reports.impact.sums import Impact
from reports.learner_count import LearnerCount
from reports.refusal import Refusal
from reports.statement import NOT_CALCULATED

if TYPE_CHECKING:
    from engine.ilr.reader import IlrReader
    from engine.ilr.records import Learner
    from engine.ledger import Ledger

OnChange = Callable[[int, Change], None]
"""What is told of each learner of whom an amount moved: the provider and the change."""


def work_out(
    files: Sequence[Path],
    sides: tuple[Side, Side],
    top: int,
    as_at: date | None,
    lenient: bool,
    on_moved: OnChange,
) -> Impact:
    """Work out the learners of some files under both sides.

    Raises Refusal for files that cannot be read or do not go together.
    """
    _check(files, lenient)
    impact = Impact(top)
    with LearnerCount() as count, few_collections():
        for file in files:
            _of_file(file, sides, as_at, lenient, impact, on_moved, count)
    return impact


def _check(files: Sequence[Path], lenient: bool) -> None:
    """Refuse what can be seen in the heads of the files, before any is worked out."""
    from engine.calendar import FundingYear
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr

    seen: dict[tuple[int, str], Path] = {}
    problems = []
    for file in files:
        try:
            with open_ilr(file, lenient=lenient) as reader:
                provider, year = reader.learning_provider.ukprn, FundingYear.from_code(reader.year).label
        except IlrFileError as error:
            problems += file_problems(file, error.problems)
            continue
        other = seen.setdefault((provider, year), file)
        if other is not file:
            problems.append(
                f"{file}: a second file of provider {provider} for {year}, beside {other}; "
                "learners in both would be counted twice, so name the latest only"
            )
    if problems:
        raise Refusal(problems)


def _of_file(
    file: Path,
    sides: tuple[Side, Side],
    as_at: date | None,
    lenient: bool,
    impact: Impact,
    on_moved: OnChange,
    count: LearnerCount,
) -> None:
    from engine.calculate import learners_asked_for
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr

    try:
        with open_ilr(file, lenient=lenient) as reader:
            before, after = (_calculation(file, reader, side, as_at) for side in sides)
            year, ukprn = before.setting.year.label, before.setting.ukprn
            impact.files.append((str(file), ukprn, year))
            asked = [learners_asked_for(one.setting) for one in (before, after)]
            every, held = asked[0] | asked[1], set()
            has_destinations = any(True for _ in reader.destinations())
            for learner in reader.learners():
                change = change_of(
                    learner.learn_ref_number,
                    _ledger(before, learner, has_destinations, sides[0]),
                    _ledger(after, learner, has_destinations, sides[1]),
                )
                impact.add(ukprn, year, change)
                for model in {aim.fund_model for aim in learner.learning_delivery} & NOT_CALCULATED.keys():
                    impact.not_calculated[model] += 1
                if every and learner.learn_ref_number.upper() in every:
                    held.add(learner.learn_ref_number)
                if change.moved:
                    on_moved(ukprn, change)
                count.next()
            if every:
                impact.findings_beside |= _findings_beside(before, after, asked, held)
            impact.problems += file_problems(file, reader.problems)
    except IlrFileError as error:
        raise Refusal(file_problems(file, error.problems)) from None
    except OSError as error:
        raise Refusal(f"{error.filename or file}: {error.strerror or error}; nothing was written") from None


def _calculation(file: Path, reader: "IlrReader", side: Side, as_at: date | None) -> Calculation:
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


def _ledger(calculation: Calculation, learner: "Learner", has_destinations: bool, side: Side) -> "Ledger":
    try:
        return calculation.ledger(learner, has_destinations)
    except Refusal as refusal:
        raise Refusal(f"{refusal.message} (in {side.name})") from None
    except (TypeError, ValueError, ArithmeticError, LookupError, AttributeError) as error:
        from reports.cli import debugging

        if side.name == PUBLISHED or debugging():
            raise
        raise Refusal(
            f"{calculation.file}: learner {learner.learn_ref_number} cannot be worked out under {side.name}; "
            f"is a value there of the wrong kind? ({type(error).__name__}: {' '.join(str(error).split())})"
        ) from None


def _findings_beside(
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
