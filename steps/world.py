"""The state of one scenario: what its tables have said so far, and what came out."""

import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

import fixtures
from engine.calculate import calculate
from engine.calendar import FundingYear
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import Earning, Finding, Ledger
from engine.parameters import Parameters, published
from engine.reference import SHAPES, ReferenceData
from engine.setting import Setting
from engine.switches import Switches, load_switches
from steps import ilr_records
from steps.features import Step
from steps.ilr_records import LearnerDraft
from steps.problems import Problem, RulesNeeded, StepError, nearest, of_each
from steps.results import CellResult, ElidedCell

Result = TypeVar("Result")

DEFAULT_UKPRN = 10000001
WORKED_OUT = "worked out"
_RECORDS_READ = "records read"


@dataclass(slots=True)
class World:
    """Everything a scenario has said, and the ledger once it is asked for.

    ``checked_earnings`` and ``checked_findings`` keep what tables have already compared, for "nothing
    else". ``parameters`` are the rules in force. Once a table has listed the learners, a new name
    that is nearly one of theirs is a mistake. ``work_out`` gives the ledger of scenarios that tell of
    returns. ``script`` and ``tags`` are all steps of the scenario, also those still to come, and its tags;
    ``elided`` are the computed cells that a table leaves out with ``...``. ``warnings`` tell what looks wrong and fails
    nothing, ``hints`` what may be why a figure differs. ``unless_chosen`` are the readings in place of those of the
    parameters' folder, ``door`` is what every result of the engine goes through before a table compares it.
    ``reading`` is for scenarios that are only read: no rule is run.
    """

    year: FundingYear | None = None
    file_date: date | None = None
    ukprn: int = DEFAULT_UKPRN
    learners: dict[str, LearnerDraft] = field(default_factory=dict)
    learners_listed: bool = False
    reference_rows: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    withheld_tables: set[str] = field(default_factory=set)
    switches: dict[str, str] = field(default_factory=dict)
    parameters: Parameters = field(default_factory=published)
    cells: list[CellResult] = field(default_factory=list)
    elided: list[ElidedCell] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    script: Sequence[Step] = ()
    tags: tuple[str, ...] = ()
    checked_earnings: set[int] = field(default_factory=set)
    checked_findings: set[int] = field(default_factory=set)
    notes: dict[str, Any] = field(default_factory=dict)
    clock: ExitStack = field(default_factory=ExitStack)
    clock_stands: bool = False
    work_out: "Callable[[World], Ledger] | None" = None
    unless_chosen: Switches | None = None
    door: Callable[[Any], Any] | None = None
    reading: bool = False
    compares: bool = True
    _ledger: Ledger | None = None

    def before_rules(self, *, compares: bool = True) -> None:
        """Stop here where the scenario is only read: what follows are rules. Raises RulesNeeded then.

        ``compares`` says whether figures are to be compared with what they give; a step whose table may have labels
        alone says so by the world's own ``compares``, which holds for that step.
        """
        if self.reading:
            self.notes[_RECORDS_READ] = True
            raise RulesNeeded(compares=compares and self.compares)

    @property
    def is_read(self) -> bool:
        """Whether the scenario is only read and came to the rules before, without saying more since."""
        return _RECORDS_READ in self.notes

    def close(self) -> None:
        """Let the clock run again."""
        self.clock.close()

    def changed(self) -> None:
        """Forget what was worked out: the scenario has said something more."""
        self._ledger = None
        self.notes.pop(WORKED_OUT, None)
        self.notes.pop(_RECORDS_READ, None)

    @property
    def worked_out(self) -> Ledger | None:
        """The ledger where a step has asked for it since the scenario last said something; else None."""
        return self._ledger

    @property
    def funding_year(self) -> FundingYear:
        """The funding year of the scenario. Raises StepError when none was said."""
        if self.year is None:
            raise StepError("say first which funding year it is: 'Given the funding year is 2021/22'")
        return self.year

    @property
    def today(self) -> date:
        """The day taken as today: that of the scenario's clock, else the last day of the funding year."""
        return date.today() if self.clock_stands else self.funding_year.last_day  # noqa: DTZ011

    def learner(self, name: str | None, *, new: bool = False) -> LearnerDraft:
        """Return a learner by the name the scenario gave them; the only one when no name is said.

        ``new`` makes a learner that was not named before. Raises StepError for an unknown or ambiguous name.
        """
        if not name:
            if len(self.learners) > 1:
                raise StepError(f"say which learner is meant: {', '.join(self.learners)}")
            if not self.learners:
                self.learners["Learner"] = LearnerDraft("Learner", 1)
            return next(iter(self.learners.values()))
        found = self.learners.get(name)
        if found is None:
            if not new or (self.learners_listed and self._is_misspelt(name)):
                raise StepError(f"there is no learner '{name}'{nearest(name, self.learners)}")
            found = self.learners[name] = LearnerDraft(name, len(self.learners) + 1)
        return found

    def _is_misspelt(self, name: str) -> bool:
        """Say whether a new name is nearly one that was listed; names with numbers are taken as meant."""
        return not re.search(r"\d", name) and bool(nearest(name, self.learners, score=75))

    @property
    def setting(self) -> Setting:
        """What the calculation is given beside the learner."""
        today = self.today
        return Setting(
            ukprn=self.ukprn,
            year=self.funding_year,
            reference=self.reference(),
            parameters=self.parameters,
            switches=self.readings,
            file_date=self.file_date or today,
            as_at=today,
        )

    @property
    def readings(self) -> Switches:
        """The switches with the readings that the scenario chooses."""
        chosen = tuple(sorted(self.switches.items()))
        if self.unless_chosen is None:
            return _switches(self.parameters.folder, chosen)
        return _with_choices(self.unless_chosen, chosen)

    def told(self, result: Result) -> Result:
        """Return a result of the engine as tables see it: as it comes through the door where there is one."""
        if self.door is None:
            return result
        seen: Result = self.door(result)
        return seen

    def reference(self) -> ReferenceData:
        """Return the reference data of the fixtures with the rows that the scenario adds or replaces.

        Tables that the scenario withholds are not there at all.
        """
        base = base_reference()
        if self.withheld_tables:
            names = [name for name in SHAPES if base.has(name) and name not in self.withheld_tables]
            base = ReferenceData.from_tables({name: base.rows(name) for name in names})
        said = {name: rows for name, rows in self.reference_rows.items() if name not in self.withheld_tables}
        return base.merged(ReferenceData.from_tables(said)) if said else base

    def ledger(self) -> Ledger:
        """Work out the earnings and findings of every learner; done once until the scenario says more."""
        if self._ledger is None and self.work_out is not None:
            self._ledger = self.work_out(self)
            self.checked_findings.clear()
        if self._ledger is None:
            if not self.learners:
                raise StepError("the scenario has no learner and no aim yet")
            if self.is_read:
                self.before_rules()
            setting = self.setting
            ledger = Ledger(setting.year)
            records = of_each(lambda draft: self._records_of(draft, setting.year), self.learners.values())
            self.before_rules()
            for learner, destination in records:
                ledger.extend(self.told(calculate(learner, destination, setting)))
            self._ledger = ledger
            self.checked_earnings.clear()
            self.checked_findings.clear()
        return self._ledger

    @staticmethod
    def _records_of(
        draft: LearnerDraft, year: FundingYear
    ) -> tuple[Learner, LearnerDestinationandProgression | None]:
        learner = ilr_records.learner(draft, year)
        return learner, ilr_records.destination(draft, learner)

    def earnings(self) -> list[Earning]:
        """Return the earnings. Raises StepError when a rate or factor they need is not there."""
        ledger = self.ledger()
        missing = [finding for finding in ledger.findings if finding.code in MISSING_REFERENCE]
        if missing:
            raise StepError("; ".join(dict.fromkeys(_missing(finding) for finding in missing)))
        return ledger.earnings

    def refusals(self) -> list[str]:
        """Return hints and the errors that no step has asked about: they may be why a figure differs."""
        findings = self._ledger.findings if self._ledger else ()
        return self.hints + [
            f"note: {one.code}{f' on aim {one.aim_seq_number}' if one.aim_seq_number else ''}: "
            f"{one.field} {one.found or 'missing'}, expected {one.expected}. {one.message}".rstrip()
            for one in findings
            if one.severity == "error" and id(one) not in self.checked_findings
        ]

    def expect(self, cells: Iterable[CellResult]) -> None:
        """Note compared cells."""
        self.cells.extend(cells)

    def warn(self, line: int, column: int, message: str) -> None:
        """Note what looks wrong and fails nothing."""
        self.warnings.append(Problem("", line, column, message))


BAND_MISSING = "APPRENTICESHIP_FUNDING_MISSING"
MISSING_REFERENCE = ("AIM_RATE_MISSING", "POSTCODE_FACTOR_MISSING", BAND_MISSING)


def _missing(finding: Finding) -> str:
    if finding.code == "AIM_RATE_MISSING":
        what = f"aim {finding.found} has no rate: it needs {finding.expected}; give one"
        return f"{what} in a table below 'Given these aim rates:'"
    if finding.code == BAND_MISSING:
        what = f"{finding.found} has no band: it needs {finding.expected}; give one"
        return f"{what} in a table below 'Given these apprenticeship bands:'"
    column = {"DelLocPostCode": "area cost", "PostcodePrior": "disadvantage"}.get(finding.field, "")
    what = f"postcode {finding.found} has no {column} factor: give one, 1 where there is none,"
    return f"{what} in a table below 'Given these postcode factors:'"


@lru_cache(maxsize=1)
def base_reference() -> ReferenceData:
    """Return the reference data that scenarios start from."""
    return ReferenceData.from_folder(Path(fixtures.__file__).parent / "reference")


@lru_cache(maxsize=64)
def _switches(folder: Path, chosen: tuple[tuple[str, str], ...]) -> Switches:
    return _with_choices(load_switches(folder), chosen)


def _with_choices(known: Switches, chosen: tuple[tuple[str, str], ...]) -> Switches:
    for name, reading in chosen:
        known = known.with_choice(name, reading)
    return known
