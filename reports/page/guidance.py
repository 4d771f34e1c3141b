"""The guidance view: every clause of every document, the scenarios that show it, and where the guidance is unclear."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import fixtures
from engine.clauses import Clause, ClauseError, Document, load_catalogues
from engine.switches import Switch, load_switches
from reports.page.contents import ProgrammeView, ScenarioView, slug

CLAUSES = Path(fixtures.__file__).parent / "clauses"

Coverage = Literal["holds", "broken", "cited", "uncovered", "untestable"]
COVERAGE: dict[Coverage, str] = {
    "holds": "Shown and passing",
    "broken": "Shown, not passing",
    "cited": "Only cited by figures",
    "uncovered": "Not shown",
    "untestable": "Not testable",
}
"""What is said of a clause: its scenarios pass, some do not, only reasons of figures cite it, nothing shows it."""


@dataclass(slots=True)
class Shown:
    """A scenario that shows a clause, and its address."""

    name: str
    href: str
    status: str
    example: int


@dataclass(slots=True)
class ClauseView:
    """A clause with its scenarios, the number of scenarios whose figures cite it, and its open questions."""

    clause: Clause
    scenarios: list[Shown]
    cited: int
    switches: list[Switch]

    @property
    def state(self) -> Coverage:
        """What is said of the clause."""
        if self.scenarios:
            good = all(one.status in ("passed", "skipped") for one in self.scenarios)
            return "holds" if good and any(one.status == "passed" for one in self.scenarios) else "broken"
        if not self.clause.testable:
            return "untestable"
        return "cited" if self.cited else "uncovered"

    @property
    def passed(self) -> int:
        """How many of its scenarios passed."""
        return sum(one.status == "passed" for one in self.scenarios)


@dataclass(slots=True)
class DocumentView:
    """A document of guidance with its clauses by section, in their order."""

    document: Document
    file: str
    sections: list[tuple[str, list[ClauseView]]] = field(default_factory=list)

    @property
    def clauses(self) -> list[ClauseView]:
        """Every clause in order."""
        return [view for _, views in self.sections for view in views]

    @property
    def counts(self) -> Counter[str]:
        """How many clauses are in each state."""
        return Counter(view.state for view in self.clauses)


@dataclass(slots=True)
class Guidance:
    """The documents, and what kept them from being read."""

    documents: list[DocumentView]
    problems: list[str] = field(default_factory=list)

    def addresses(self) -> dict[str, str]:
        """Return the address of every clause, and of every section's number that rules cite as one."""
        found: dict[str, str] = {}
        for document in self.documents:
            for view in document.clauses:
                found[view.clause.id] = f"{document.file}#{view.clause.id}"
        for id, address in list(found.items()):
            while "-" in id:
                id = id.rpartition("-")[0]
                found.setdefault(id, address)
        return found


def guidance_of(programmes: Iterable[ProgrammeView], folder: Path = CLAUSES) -> Guidance:
    """Return the guidance view of a run. A catalogue that cannot be read is told as a problem."""
    try:
        documents = load_catalogues(folder)
    except ClauseError as error:
        return Guidance([], str(error).splitlines())
    shown: dict[str, list[Shown]] = {}
    cited: Counter[str] = Counter()
    for programme in programmes:
        for view in programme.scenarios:
            one = Shown(view.result.name, f"{programme.file}#{view.id}", view.result.status, view.example)
            for tag in dict.fromkeys(view.result.tags):
                shown.setdefault(tag, []).append(one)
            cited.update(_cited(view))
    switches = load_switches().known.values()
    return Guidance([_document(document, shown, cited, list(switches)) for document in documents])


def _cited(view: ScenarioView) -> set[str]:
    return {clause for cell in view.result.cells for why in cell.why for clause in why.clauses}


def _document(
    document: Document, shown: dict[str, list[Shown]], cited: Counter[str], switches: list[Switch]
) -> DocumentView:
    view = DocumentView(document, f"guidance-{slug(Path(document.name).stem)}.html")
    for clause in document.clauses:
        if not view.sections or view.sections[-1][0] != clause.section:
            view.sections.append((clause.section, []))
        mine = [one for one in switches if clause.id == one.clause or clause.switch == one.name]
        view.sections[-1][1].append(ClauseView(clause, shown.get(clause.id, []), cited[clause.id], mine))
    return view
