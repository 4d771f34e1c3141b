"""Which document and clauses of guidance a change belongs to, told from what its source says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from engine.clauses import Clause, Document
from reports.coverage.catalogue import documents_in
from reports.mutate.mutants import Mutant

_FEW = 6
_RULE_NUMBER = re.compile(r"\b\d+\.\d+\b")
_DIAGRAM = re.compile(r"#\d+")
_CODE = re.compile(r"\b[A-Za-z]\w*_\d+\b")
_WORD = re.compile(r"[a-z]+\d*|\d+")
_NUMBERED_RULES = "apprenticeship rules"


@dataclass(frozen=True)
class Guidance:
    """The catalogue of clauses, asked by what parameters and rules name as their source."""

    documents: tuple[Document, ...]
    _by_source: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def known(self) -> dict[str, tuple[Document, Clause]]:
        """Each clause with its document, by id."""
        return {clause.id: (document, clause) for document in self.documents for clause in document.clauses}

    def clauses_of(self, mutant: Mutant, cited: Iterable[str] = ()) -> tuple[str, ...]:
        """Return the clauses that a change belongs to: those it names, those of its source, else those cited."""
        if mutant.source not in self._by_source:
            self._by_source[mutant.source] = tuple(self._of_source(mutant.source))
        named = dict.fromkeys((*mutant.clauses, *self._by_source[mutant.source]))
        found = [id for id in named if id in self.known]
        return tuple(found) or tuple(id for id in dict.fromkeys(cited) if id in self.known)[:_FEW]

    def document_of(self, mutant: Mutant, clauses: Iterable[str]) -> str:
        """Return the title of the document of a change, or what its source begins with where none is catalogued."""
        for id in clauses:
            return self.known[id][0].title
        head = re.split(r",|;| \(|, section", mutant.source)[0].strip()
        document = self._named(head)
        if document is not None:
            return document.title
        return _RULE_NUMBER.sub("", head).removesuffix(" and ").strip() or "No document named"

    def _of_source(self, source: str) -> Iterator[str]:
        for part in source.split(";"):
            if _NUMBERED_RULES in part:
                yield from (f"AR-{number}" for number in _RULE_NUMBER.findall(part))
            wanted = [*_DIAGRAM.findall(part), *_CODE.findall(part)]
            if wanted:
                yield from self._speaking_of(wanted)
            head, _, section = part.partition(",")
            document = self._named(head.split(" (")[0])
            if document is not None and section.strip():
                yield from _of_section(document, section)

    def _speaking_of(self, wanted: list[str]) -> Iterator[str]:
        for id, (_, clause) in self.known.items():
            text = f"{clause.section} {clause.says}"
            if any(re.search(rf"{re.escape(one)}\b", text) or one in clause.findings for one in wanted):
                yield id

    def _named(self, head: str) -> Document | None:
        """Return the document that has every word of a name in its own name, title or reference."""
        words = set(_WORD.findall(head.casefold()))
        words -= {word for word in words if word.isdigit() and _RULE_NUMBER.search(head)}
        words -= {"and", "the", "of"}
        if not words:
            return None
        for document in self.documents:
            told = f"{document.name} {document.title} {document.reference} {document.publisher}"
            if words <= set(_WORD.findall(told.replace("_", " ").casefold())):
                return document
        return None


def _of_section(document: Document, section: str) -> list[str]:
    """Return the clauses of a section named word for word, where they are few enough to mean something."""
    wanted = " ".join(section.casefold().split())
    found = [
        one.id
        for one in document.clauses
        if (name := " ".join(one.section.casefold().split())) and (name in wanted or wanted in name)
    ]
    return found if len(found) <= _FEW else []


@lru_cache(maxsize=4)
def guidance_in(folder: Path) -> Guidance:
    """Return the catalogue of a folder. Raises Refusal, a line for each fault."""
    return Guidance(documents_in(folder))
