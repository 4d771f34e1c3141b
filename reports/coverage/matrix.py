"""Clause by scenario by funding year, and three lists: figures, citations and clauses that stand alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from engine.because import Rule
from engine.clauses import Clause, Document
from steps.problems import nearest
from steps.results import CellResult, RunResult, ScenarioResult, StepResult

NO_YEAR = "no year"
"""What stands for the funding year of a scenario that tells of no year, no date and no month."""

_CLAUSE_LIKE = re.compile(r"[A-Z][A-Z0-9]*(?:-[A-Z0-9.]+)+")
_NUMBER = re.compile(r"[-−]?£?[\d,]*\.?\d+ ?%?")

_NEAR = 85


@dataclass(slots=True)
class ClauseCover:
    """A clause and what shows it.

    ``years`` counts its scenarios by funding year, ``aside`` those set aside, ``cited`` those whose figures cite it.
    """

    clause: Clause
    passed: int = 0
    failed: int = 0
    aside: int = 0
    cited: int = 0
    years: Counter[str] = field(default_factory=Counter)

    @property
    def shown(self) -> bool:
        """Whether a scenario that was run shows it."""
        return bool(self.passed or self.failed)

    @property
    def missing(self) -> bool:
        """Whether it can be tested and no scenario does."""
        return self.clause.testable and not self.shown


@dataclass(slots=True)
class DocumentCover:
    """A document with its clauses in order, and its scenarios by funding year."""

    document: Document
    clauses: list[ClauseCover]
    years: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class BareFigure:
    """A figure whose reasons name no clause of the catalogues. ``rules`` are the ids of its reasons, if any."""

    scenario: str
    file: str
    line: int
    sentence: str
    row: str
    column: str
    actual: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LostCitation:
    """A clause that is cited and that no catalogue holds, by whom (rules and places of tags), and the nearest."""

    clause: str
    cited_by: tuple[str, ...]
    nearest: str


@dataclass(slots=True)
class Coverage:
    """What was found of a run: ``scenarios`` and ``compared`` are how many scenarios were run and figures looked at."""

    documents: list[DocumentCover]
    figures: list[BareFigure]
    citations: list[LostCitation]
    scenarios: int = 0
    compared: int = 0
    unreadable: list[tuple[str, str]] = field(default_factory=list)

    @property
    def clauses(self) -> list[tuple[Document, ClauseCover]]:
        """The testable clauses without a scenario, each with its document."""
        return [(one.document, cover) for one in self.documents for cover in one.clauses if cover.missing]


def coverage_of(
    run: RunResult, catalogues: Iterable[Document], asked: Iterable[Document], rules: Iterable[Rule]
) -> Coverage:
    """Join a run that kept its reasons with the clauses of the documents asked for.

    When only some of the catalogues are asked for, only scenarios that show a clause of theirs are looked at, and
    only citations that begin as their clauses do.
    """
    catalogues, asked = tuple(catalogues), tuple(asked)
    known = {clause.id for document in catalogues for clause in document.clauses}
    covers = {clause.id: ClauseCover(clause) for document in asked for clause in document.clauses}
    documents = [
        DocumentCover(document, [covers[clause.id] for clause in document.clauses]) for document in asked
    ]
    whole = len(asked) == len(catalogues)
    scenarios = [one for one in run.scenarios if whole or not covers.keys().isdisjoint(one.tags)]
    for scenario in scenarios:
        _add(scenario, covers, documents)
    figures = [figure for one in scenarios for figure in _figures(one)]
    bare = [_bare(*figure) for figure in figures if not known.intersection(_cited(figure[2]))]
    families = None if whole else {_family(id) for id in covers}
    return Coverage(
        documents,
        bare,
        _lost(run.scenarios, rules, known, families),
        sum(one.status != "skipped" for one in scenarios),
        len(figures),
        [(one.file, one.message) for one in run.problems],
    )


def _add(scenario: ScenarioResult, covers: dict[str, ClauseCover], documents: list[DocumentCover]) -> None:
    for id in {clause for cell in scenario.cells for clause in _cited(cell)} & covers.keys():
        covers[id].cited += 1
    shown = covers.keys() & set(scenario.tags)
    for id in shown:
        cover = covers[id]
        if scenario.status == "skipped":
            cover.aside += 1
            continue
        if scenario.status == "passed":
            cover.passed += 1
        else:
            cover.failed += 1
        cover.years.update(scenario.years or (NO_YEAR,))
    for document in documents:
        if scenario.status != "skipped" and any(one.clause.id in shown for one in document.clauses):
            document.years.update(scenario.years or (NO_YEAR,))


def _cited(cell: CellResult) -> Iterator[str]:
    return (clause for why in cell.why for clause in why.clauses)


Placed = tuple[ScenarioResult, StepResult, CellResult]


def _figures(scenario: ScenarioResult) -> Iterator[Placed]:
    """Yield the compared cells that are figures: they have a reason, or are a number other than nought."""
    for step in scenario.steps:
        for cell in step.cells:
            if cell.asserted and (cell.why or _is_amount(cell.actual)):
                yield scenario, step, cell


def _is_amount(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text)) and any(digit in text for digit in "123456789")


def _bare(scenario: ScenarioResult, step: StepResult, cell: CellResult) -> BareFigure:
    rules = tuple(dict.fromkeys(why.rule for why in cell.why))
    place = (scenario.name, scenario.file, cell.line)
    return BareFigure(*place, step.text, cell.row, cell.column, cell.actual, rules)


def _family(clause: str) -> str:
    return clause.partition("-")[0]


def _lost(
    scenarios: Iterable[ScenarioResult], rules: Iterable[Rule], known: set[str], families: set[str] | None
) -> list[LostCitation]:
    """Return what no catalogue holds: cited by the engine's rules, by reasons of figures, or as a tag."""
    cited: dict[str, dict[str, None]] = {}
    for rule in rules:
        for clause in rule.clauses:
            cited.setdefault(clause, {})[f"rule {rule.id}"] = None
    for scenario in scenarios:
        for why in (why for cell in scenario.cells for why in cell.why):
            for clause in why.clauses:
                if clause not in known:
                    cited.setdefault(clause, {})[f"rule {why.rule}"] = None
        for tag in scenario.tags:
            if tag not in known and _means_a_clause(tag, known):
                cited.setdefault(tag, {})[f"{scenario.file}:{scenario.line}"] = None
    return [
        LostCitation(clause, tuple(by), nearest(clause, sorted(known), score=_NEAR))
        for clause, by in sorted(cited.items())
        if clause not in known and (families is None or _family(clause.upper()) in families)
    ]


def _means_a_clause(tag: str, known: set[str]) -> bool:
    """Say whether a tag is meant as a clause: written in small letters, or beginning as clauses do."""
    if not _CLAUSE_LIKE.fullmatch(tag):
        return tag.upper() in known
    return any(_family(tag) == _family(id) for id in known)
