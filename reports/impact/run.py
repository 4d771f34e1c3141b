"""The one pass over each file: every learner is worked out on both sides, one at a time."""

from collections.abc import Callable, Iterator, Sequence
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
    from engine.ilr.records import Learner as Record
    from engine.ledger import Ledger
    from reports.impact.milestones import Learner
    from reports.impact.pieces import PieceChanges, Spread, Worked

OnChange = Callable[[int, str, Change], None]
"""What is told of each learner of whom an amount moved: the provider, the funding year and the change."""

_BOOTCAMPS = 37
"""The funding model of Skills Bootcamps."""


def work_out(
    files: Sequence[Path],
    sides: tuple[Side, Side],
    top: int,
    as_at: date | None,
    lenient: bool,
    on_moved: OnChange,
    spread: "Spread | None" = None,
) -> Impact:
    """Work out the learners of some files under both sides, in this process or spread over several.

    Raises Refusal for files that cannot be read or do not go together.
    """
    _check(files, lenient)
    impact = Impact(top)
    waiting: list[tuple[Learner, Change]] = []
    with_bootcamps = []
    with LearnerCount(quiet=spread is not None) as count, few_collections():
        for file, pieces in spread.files(files) if spread else ((file, None) for file in files):
            before = len(waiting)
            _of_file(file, sides, as_at, lenient, impact, on_moved, count, waiting, pieces)
            if len(waiting) > before:
                with_bootcamps.append(file)
    if waiting:
        _add_bootcamps(with_bootcamps, sides, lenient, impact, on_moved, waiting)
    return impact


def _add_bootcamps(
    files: Sequence[Path],
    sides: tuple[Side, Side],
    lenient: bool,
    impact: Impact,
    on_moved: OnChange,
    waiting: "list[tuple[Learner, Change]]",
) -> None:
    """Add the learners with bootcamps, whose milestones rest on all files together."""
    from reports.impact.milestones import MilestonesUnknownError, milestone_changes, with_milestones
    from reports.payments.files import calendar_of

    calendar, _ = calendar_of(sides[0].reference)
    try:
        found = milestone_changes(files, calendar, sides, lenient)
        impact.bootcamp_learners = len(waiting)
    except MilestonesUnknownError as error:
        impact.milestones_unknown = str(error)
        impact.not_calculated[_BOOTCAMPS] += len(waiting)
        found = {}
    for learner, change in waiting:
        milestones = found.pop(learner, None)
        _take(learner, with_milestones(change, milestones) if milestones else change, impact, on_moved)


def _take(learner: "Learner", change: Change, impact: Impact, on_moved: OnChange) -> None:
    ukprn, year, _ = learner
    impact.add(ukprn, year, change)
    if change.moved:
        on_moved(ukprn, year, change)


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
    waiting: "list[tuple[Learner, Change]]",
    pieces: "Iterator[PieceChanges | None] | None",
) -> None:
    from engine.calculate import learners_asked_for
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr

    try:
        # Of a file that is worked out in pieces only the head is read here.
        with open_ilr(file, lenient=lenient or pieces is not None) as reader:
            before, after = (calculation_of(file, reader, side, as_at) for side in sides)
            year, ukprn = before.setting.year.label, before.setting.ukprn
            impact.files.append((str(file), ukprn, year))
            asked = [learners_asked_for(one.setting) for one in (before, after)]
            every, held = asked[0] | asked[1], set[str]()
            learners = (
                _from_pieces(file, pieces, held)
                if pieces is not None
                else _one_by_one((before, after), sides, every, held)
            )
            for change, of_bootcamps, not_calculated in learners:
                key = ukprn, year, change.learn_ref_number
                if of_bootcamps:
                    waiting.append((key, change))
                else:
                    _take(key, change, impact, on_moved)
                impact.not_calculated.update(not_calculated)
                count.next()
            if every:
                impact.findings_beside |= _findings_beside(before, after, asked, held)
            if pieces is None:
                impact.problems += file_problems(file, reader.problems)
    except IlrFileError as error:
        raise Refusal(file_problems(file, error.problems)) from None
    except OSError as error:
        raise Refusal(f"{error.filename or file}: {error.strerror or error}; nothing was written") from None


def _one_by_one(
    calculations: Sequence[Calculation], sides: tuple[Side, Side], every: frozenset[str], held: set[str]
) -> "Iterator[Worked]":
    """Work out the learners of a file here; those in ``every`` are put into ``held``."""
    reader = calculations[0].reader
    has_destinations = any(True for _ in reader.destinations())
    for learner in reader.learners():
        yield worked_out(calculations, sides, learner, has_destinations)
        if every and learner.learn_ref_number.upper() in every:
            held.add(learner.learn_ref_number)


def _from_pieces(file: Path, pieces: "Iterator[PieceChanges | None]", held: set[str]) -> "Iterator[Worked]":
    """Take the learners of a file from its pieces. Raises Refusal with every problem of the file."""
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr

    for piece in pieces:
        if piece is None:
            try:
                with open_ilr(file) as reader:
                    for _ in reader.learners():
                        pass
            except IlrFileError as error:
                raise Refusal(file_problems(file, error.problems)) from None
            raise Refusal(f"{file}: the file was changed while it was being read; run it again")
        held |= piece.held
        yield from piece.learners


def worked_out(
    calculations: Sequence[Calculation], sides: tuple[Side, Side], learner: "Record", has_destinations: bool
) -> "Worked":
    """Work out a learner on both sides. Raises Refusal."""
    from engine.programmes.bootcamps import Context, is_of_bootcamps
    from reports.impact.pieces import Worked

    before, after = (
        _ledger(one, learner, has_destinations, side) for one, side in zip(calculations, sides, strict=True)
    )
    aims = learner.learning_delivery
    contexts = [Context(side.reference, side.parameters, side.switches) for side in sides]
    return Worked(
        change_of(learner.learn_ref_number, before, after),
        any(is_of_bootcamps(aim, context) for aim in aims for context in contexts),
        tuple({aim.fund_model for aim in aims} & (NOT_CALCULATED.keys() - {_BOOTCAMPS})),
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
