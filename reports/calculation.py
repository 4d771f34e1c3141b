"""An ILR file with all that its calculation needs, and the learners' ledgers one at a time."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.ilr.problems import IlrProblem
    from engine.ilr.reader import IlrReader
    from engine.ilr.records import Learner
    from engine.ledger import Ledger
    from engine.reference import ReferenceData
    from engine.setting import Setting
    from engine.switches import Switches

_TOGETHER = 128
"""Learners that are read before they are worked out."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """An opened ILR file, the setting of its calculation and the folder its reference data came from."""

    file: Path
    reader: "IlrReader"
    setting: "Setting"
    reference_folder: Path

    def learners(self) -> Iterator["Learner"]:
        """Read the learners of the file in order."""
        return self.reader.learners()

    def ledger(self, learner: "Learner", look_up_destination: bool = True) -> "Ledger":
        """Work out one learner. Raises Refusal when the rules have no parameters for the file's year."""
        return self._ledgers((learner,), look_up_destination)[0]

    def _ledgers(self, learners: Iterable["Learner"], look_up_destination: bool) -> list["Ledger"]:
        from engine.calculate import asks_for_destinations, calculate
        from engine.parameters import ParameterError

        setting, ledgers = self.setting, []
        try:
            for learner in learners:
                destination = None
                if look_up_destination and asks_for_destinations(learner, setting):
                    destination = self.reader.destination(learner.learn_ref_number)
                ledgers.append(calculate(learner, destination, setting))
            return ledgers
        except ParameterError as error:
            year = self.setting.year.label
            raise Refusal(f"{self.file}: the rules have no parameters for {year}: {error}") from None

    def worked_out(
        self, learners: Iterable["Learner"], look_up_destination: bool = True
    ) -> Iterator[tuple["Learner", "Ledger"]]:
        """Work out learners in order. Raises Refusal as ``ledger`` does."""
        rest = iter(learners)
        # Some are read, then some worked out: a processor does one thing for a while faster than two in turn.
        while together := list(islice(rest, _TOGETHER)):
            yield from zip(together, self._ledgers(together, look_up_destination), strict=True)

    def ledgers(self) -> Iterator[tuple["Learner | None", "Ledger"]]:
        """Read and work out the learners of the file in order, one at a time.

        The last ledger has no learner: it holds the findings about learners who are not in the file.
        """
        from engine.calculate import findings_beside_learners, learners_asked_for
        from engine.ledger import Ledger

        asked_for, found = learners_asked_for(self.setting), set()
        for learner, ledger in self.worked_out(self.learners()):
            if asked_for and learner.learn_ref_number.upper() in asked_for:
                found.add(learner.learn_ref_number)
            yield learner, ledger
        beside = Ledger(self.setting.year)
        beside.findings.extend(findings_beside_learners(self.setting, found))
        yield None, beside


@contextmanager
def opened(
    file: Path,
    reference: Path | None,
    as_at: date | None,
    switches: Iterable[tuple[str, str]],
    lenient: bool = False,
) -> Iterator[Calculation]:
    """Open an ILR file for a calculation.

    Whatever is wrong with the file, the reference data or the switches, here or while the file is being
    read, becomes a Refusal that lists every problem.
    """
    chosen = chosen_switches(switches)
    folder = reference or default_reference()
    with opened_with(file, reference_tables(folder), chosen, folder, as_at, lenient) as calculation:
        yield calculation


@contextmanager
def opened_with(
    file: Path,
    tables: "ReferenceData",
    switches: "Switches",
    folder: Path,
    as_at: date | None,
    lenient: bool = False,
) -> Iterator[Calculation]:
    """Open an ILR file for a calculation by reference data and switches that are there already; see ``opened``."""
    from engine.ilr.problems import IlrFileError
    from engine.ilr.xml import open_ilr

    try:
        with open_ilr(file, lenient=lenient) as reader:
            yield Calculation(file, reader, setting_of(reader, tables, switches, as_at), folder)
    except IlrFileError as error:
        raise Refusal(file_problems(file, error.problems)) from None


def reference_tables(folder: Path) -> "ReferenceData":
    """Read the reference data of a folder. Raises Refusal that lists every problem."""
    from engine.reference import ReferenceData, ReferenceDataError

    try:
        return ReferenceData.from_folder(folder)
    except ReferenceDataError as error:
        problems = (f"  {problem}" for problem in error.problems)
        raise Refusal([f"the reference data in {folder} cannot be used:", *problems]) from None


def setting_of(
    reader: "IlrReader", tables: "ReferenceData", switches: "Switches", as_at: date | None
) -> "Setting":
    """Return the setting of a file under the published parameters; today is the day it was prepared unless told.

    Raises IlrFileError where the head of the file lacks what the setting needs.
    """
    from engine.calendar import FundingYear
    from engine.parameters import published
    from engine.setting import Setting

    file_date = reader.header.collection_details.file_preparation_date
    return Setting(
        ukprn=reader.learning_provider.ukprn,
        year=FundingYear.from_code(reader.year),
        reference=tables,
        parameters=published(),
        switches=switches,
        file_date=file_date,
        as_at=as_at or file_date,
    )


def chosen_switches(switches: Iterable[tuple[str, str]]) -> "Switches":
    """Return the switches with some readings changed. Raises Refusal naming every unknown name or reading."""
    from engine.parameters import ParameterError
    from engine.switches import load_switches

    chosen = load_switches()
    problems = []
    for name, reading in switches:
        try:
            chosen = chosen.with_choice(name, reading)
        except ParameterError as error:
            problems.append(f"--switch {name}={reading}: {error}")
    if problems:
        raise Refusal(problems)
    return chosen


def default_reference() -> Path:
    """Return the folder of the reference extract that comes with the product."""
    import fixtures

    return Path(next(iter(fixtures.__path__))) / "reference"


def file_problems(file: Path, problems: Iterable["IlrProblem"]) -> list[str]:
    """Return the problems of an ILR file as lines: file, line, sentence, and the learner where known."""
    lines = []
    for problem in problems:
        text = str(problem)
        place = f"{file}"
        if problem.line is not None:
            text = text.removeprefix(f"Line {problem.line}: ")
            place += f":{problem.line}"
        learner = problem.learn_ref_number
        whose = f"learner {learner}: " if learner and learner not in text else ""
        lines.append(f"{place}: {whose}{text}")
    return lines
