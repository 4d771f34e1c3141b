"""ILR files with apprentices, and the return that each belongs to."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from engine.calendar import FundingYear, Return
from engine.ilr.problems import IlrFileError
from engine.ilr.records import Learner
from engine.ilr.xml import open_ilr
from engine.reference import ReferenceData, ReferenceDataError
from engine.returns import ReturnCalendar, ReturnCalendarError
from reports.calculation import default_reference, file_problems
from reports.learner_count import LearnerCount
from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.ilr.problems import IlrProblem

APPRENTICESHIPS = 36
"""The funding model of apprenticeships that began in May 2017 or later."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """An ILR file with its apprentices only. ``problems`` were passed over, being lenient."""

    path: Path
    ukprn: int
    year: FundingYear
    prepared: date
    returned_in: Return
    learners: tuple[Learner, ...]
    problems: "tuple[IlrProblem, ...]" = ()


def calendar_of(reference: ReferenceData) -> tuple[ReturnCalendar, bool]:
    """Return the calendar of returns, and whether it is ilrspec's own because the folder has none. Raises Refusal."""
    try:
        if "returns" not in reference.missing:
            return ReturnCalendar.of_reference(reference), False
        return ReturnCalendar.of_reference(ReferenceData.from_folder(default_reference())), True
    except (ReturnCalendarError, ReferenceDataError) as error:
        raise Refusal(f"the returns cannot be told apart: {error}") from None


def read_files(
    paths: Sequence[Path], calendar: ReturnCalendar, number: int | None, several: bool, lenient: bool
) -> list[ReadFile]:
    """Read the files. ``number`` is that of the return asked for, ``several`` allows several files of a provider.

    Raises Refusal for a file that cannot be read, and where files do not go together.
    """
    read: list[ReadFile] = []
    problems: list[str] = []
    with LearnerCount() as count:
        for path in paths:
            try:
                read.append(_read(path, lenient, count))
            except IlrFileError as error:
                problems += file_problems(path, error.problems)
    of_provider = Counter(file.ukprn for file in read)
    files = []
    for file in read:
        try:
            if number and not (several and of_provider[file.ukprn] > 1):
                returned_in = Return(file.year, number)
            else:
                returned_in = calendar.return_of(file.year, file.prepared)
            files.append(replace(file, returned_in=returned_in))
        except ReturnCalendarError as error:
            problems.append(f"{file.path}: {error}; name the return, such as --return R06")
    problems = problems or _misfits(files, number, several)
    if problems:
        raise Refusal(problems)
    return files


def _read(path: Path, lenient: bool, count: LearnerCount) -> ReadFile:
    with open_ilr(path, lenient=lenient) as reader:
        year = FundingYear.from_code(reader.year)
        learners = []
        for learner in reader.learners():
            count.next()
            if any(aim.fund_model == APPRENTICESHIPS for aim in learner.learning_delivery):
                learners.append(learner)
        return ReadFile(
            path,
            reader.learning_provider.ukprn,
            year,
            reader.header.collection_details.file_preparation_date,
            Return(year, 1),
            tuple(learners),
            tuple(reader.problems),
        )


def _misfits(files: Sequence[ReadFile], number: int | None, several: bool) -> list[str]:
    problems = []
    first = files[0]
    of_provider: dict[tuple[int, Return | None], ReadFile] = {}
    for file in files:
        if file.year != first.year:
            problems.append(
                f"{file.path}: a file of {file.year.label}, while {first.path.name} is of {first.year.label}; "
                "a run takes the files of one year, what earlier years paid comes from --history"
            )
        if number and file.returned_in.number > number:
            problems.append(f"{file.path}: a file of {file.returned_in.name}, after --return R{number:02}")
        other = of_provider.setdefault((file.ukprn, file.returned_in if several else None), file)
        if other is not file:
            problems.append(_twice(file, other, several))
    return problems


def _twice(file: ReadFile, other: ReadFile, several: bool) -> str:
    whose = f"of provider {file.ukprn}"
    if several:
        return f"{file.path}: a second file {whose} for {file.returned_in.name}, beside {other.path.name}"
    return (
        f"{file.path}: a second file {whose}, beside {other.path.name}; name the latest only, "
        "what others paid comes from --history, or run them all with --month-ends"
    )
