"""The clauses of guidance and the codes of findings, as tags and cells name them, with what they say."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import fixtures
from engine.clauses import ClauseError, load_catalogues


class ClauseWords(NamedTuple):
    """A clause: its id, the document and section it stands in, what it says in our own words, the findings it has."""

    id: str
    document: str
    section: str
    says: str
    findings: tuple[str, ...]


PROGRAMME_TAGS = {
    "adult-skills": "Adult skills, funding model 35.",
    "apprenticeships": "Apprenticeships begun from May 2017.",
    "bootcamps": "Skills Bootcamps.",
    "pre-employment": "Pre-employment training of 2008 to 2010.",
    "sector-programmes": "Sector Gateway programmes and SWAPs.",
    "study-programmes": "Study programmes and their work placements.",
}
WORKING_TAGS = {
    "ignore": "Sets the scenario aside: it is read and not run.",
    "strict": "A month behind '...' that fits neither neighbour is a failure.",
}


@cache
def clauses() -> dict[str, ClauseWords]:
    """Return every clause by its id; none where a catalogue is being written and cannot be read."""
    try:
        documents = load_catalogues(Path(fixtures.__file__).parent / "clauses")
    except ClauseError:
        return {}
    return {
        clause.id: ClauseWords(clause.id, document.title, clause.section, clause.says, clause.findings)
        for document in documents
        for clause in document.clauses
    }


@cache
def findings() -> dict[str, str]:
    """Return the codes of findings that clauses name, each with what the first of its clauses says."""
    found: dict[str, str] = {}
    for clause in clauses().values():
        for code in clause.findings:
            found.setdefault(code, f"{clause.says} ({clause.id})")
    return found
