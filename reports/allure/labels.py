"""Where a scenario stands in Allure: programme, feature, the clauses it shows, and how grave its failure is.

``severity`` says what it means when the scenario fails:

* blocker: a worked example that the guidance itself prints comes out otherwise
* critical: an amount of money would be paid wrongly
* normal: a decision, a finding or a date is wrong, and no amount is compared

A tag says otherwise: ``@minor`` or ``@severity:minor``, with any of Allure's five words.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from engine.clauses import Clause, ClauseError, Document
from steps.results import ScenarioResult, StepResult

SEVERITIES = ("blocker", "critical", "normal", "minor", "trivial")

_CHOSEN = re.compile(rf"(?:(?:allure\.)?severity[:=_.-])?({'|'.join(SEVERITIES)})", re.IGNORECASE)
_SPEAKS_OF_MONEY = re.compile(
    r"\b(earns?|earned|earnings|paid|payments?|debited|is due|milestones? (is|are)|funding is"
    r"|base rate|levy balance|transfers)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"-?£?[\d,]*\d\.\d\d")
_STORY = 110


class Shown(NamedTuple):
    """A clause that a scenario shows, with its document."""

    clause: Clause
    document: Document

    @property
    def story(self) -> str:
        """The clause in one line: its id and what it says, shortened where it is long."""
        says = " ".join(self.clause.says.split())
        if len(says) > _STORY:
            says = says[:_STORY].rpartition(" ")[0].rstrip(",;:.") + " …"
        return f"{self.clause.id}: {says}"


@lru_cache(maxsize=1)
def clauses() -> Mapping[str, Shown]:
    """Return the clauses of the catalogues by id; none where the catalogues cannot be read."""
    import fixtures
    from engine.clauses import load_catalogues

    try:
        documents = load_catalogues(Path(fixtures.__file__).parent / "clauses")
    except ClauseError:
        return {}
    return {clause.id: Shown(clause, document) for document in documents for clause in document.clauses}


def shown_clauses(scenario: ScenarioResult) -> list[Shown]:
    """Return the clauses that a scenario shows: those whose ids it carries as tags."""
    known = clauses()
    return [known[tag] for tag in dict.fromkeys(scenario.tags) if tag in known]


def labels_of(scenario: ScenarioResult) -> Iterator[tuple[str, str]]:
    """Yield stories, documents, severity and tags; a scenario that shows no clause has its rule or name as story."""
    shown = shown_clauses(scenario)
    for one in shown:
        yield "story", one.story
        yield "clause", one.clause.id
    for title in dict.fromkeys(one.document.title for one in shown):
        yield "document", title
    if not shown:
        yield "story", scenario.rule or scenario.name
    yield "severity", severity(scenario)
    for tag in dict.fromkeys(scenario.tags):
        yield "tag", tag


def guidance_of(scenario: ScenarioResult) -> str:
    """Return the clauses that a scenario shows, in full, as Markdown; blank for none."""
    return "\n".join(
        f"* **{clause.id}** {clause.says}  \n  *{document.title}, {document.year}: {clause.section}*"
        for clause, document in shown_clauses(scenario)
    )


def severity(scenario: ScenarioResult) -> str:
    """Return how grave it is when a scenario fails, as the head of this module tells."""
    chosen = [found[1].lower() for tag in scenario.tags if (found := _CHOSEN.fullmatch(tag))]
    if chosen:
        return chosen[-1]  # tags of the feature come before those of the scenario
    if any(one.clause.tag == "worked_example" for one in shown_clauses(scenario)):
        return "blocker"
    return "critical" if any(map(_compares_money, _outcomes(scenario))) else "normal"


def _outcomes(scenario: ScenarioResult) -> Iterator[StepResult]:
    told = False
    for step in scenario.steps:
        told = step.keyword == "Then" or (told and step.keyword in ("And", "But", "*"))
        if told:
            yield step


def _compares_money(step: StepResult) -> bool:
    if _SPEAKS_OF_MONEY.search(step.text):
        return True
    return any(_AMOUNT.fullmatch(one) for cell in step.cells for one in (cell.expected, cell.actual))
