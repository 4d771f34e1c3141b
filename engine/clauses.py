"""The catalogue of guidance clauses: what a document says, one by one, and which findings enforce it.

One YAML file per document. Which scenarios show a clause is not stored: they carry its id as a tag.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


class ClauseError(ValueError):
    """A catalogue that cannot be read, or a clause in it that is incomplete or not the only one of its id."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One statement of guidance in our own words.

    ``why_not`` says why a clause that is not testable cannot be tested; ``switch`` names the switch with its
    readings; ``findings`` are the codes that enforce it; ``tag`` marks its kind, such as ``worked_example``.
    """

    id: str
    section: str
    says: str
    testable: bool
    why_not: str = ""
    switch: str = ""
    findings: tuple[str, ...] = ()
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of guidance with its clauses in their order. ``name`` is the name of its file."""

    name: str
    title: str
    publisher: str
    year: str
    reference: str
    clauses: tuple[Clause, ...]


_HEADER = ("title", "publisher", "year", "reference")
_NEEDED = ("id", "section", "says")
_KNOWN = {*_NEEDED, "testable", "why_not", "switch", "findings", "tag"}


def load_catalogues(folder: Path) -> tuple[Document, ...]:
    """Return the documents of a folder in the order of their file names.

    Raises ClauseError listing every fault with its file and clause id: YAML that cannot be read, words that
    are missing, headings that are not known, ids that stand twice in whatever files.
    """
    problems: list[str] = []
    if not folder.is_dir():
        raise ClauseError(f"there is no folder of clauses {folder}")
    documents = [_document(path, problems) for path in sorted(folder.glob("*.yaml"))]
    first_file: dict[str, str] = {}
    for document in documents:
        for clause in document.clauses:
            if clause.id in first_file:
                problems.append(
                    f"{document.name}: {clause.id} stands twice, first in {first_file[clause.id]}"
                )
            first_file.setdefault(clause.id, document.name)
    if problems:
        raise ClauseError("\n".join(problems))
    return tuple(documents)


def _document(path: Path, problems: list[str]) -> Document:
    import yaml

    try:
        # The loader written in C reads the same, ten times as fast; not every build of PyYAML has it.
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        problems.append(f"{path.name}: cannot be read: {error}")
        content = {"document": dict.fromkeys(_HEADER, "-")}
    if not isinstance(content, dict):
        content = {}
    header = content.get("document")
    header = header if isinstance(header, dict) else {}
    problems += [f"{path.name}: document has no '{key}:'" for key in _HEADER if not header.get(key)]
    rows = content.get("clauses") or []
    if not isinstance(rows, list):
        problems.append(f"{path.name}: 'clauses:' is not a list")
        rows = []
    return Document(
        name=path.name,
        title=str(header.get("title", "")),
        publisher=str(header.get("publisher", "")),
        year=str(header.get("year", "")),
        reference=str(header.get("reference", "")),
        clauses=tuple(_clauses(path.name, rows, problems)),
    )


def _clauses(file: str, rows: list[Any], problems: list[str]) -> Iterator[Clause]:
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            problems.append(f"{file}: clause {number} is not a list of headings and words")
            continue
        where = f"{file}: {row.get('id') or f'clause {number}'}"
        faults = [f"{where} has no '{key}:'" for key in _NEEDED if not row.get(key)]
        faults += [f"{where}: '{key}' is not a heading of a clause" for key in row if key not in _KNOWN]
        testable = row.get("testable")
        if not isinstance(testable, bool):
            faults.append(f"{where} needs 'testable: true' or 'testable: false'")
        elif testable == bool(row.get("why_not")):
            faults.append(f"{where}: 'why_not:' belongs to a clause that is not testable, and to no other")
        findings = row.get("findings") or []
        if not isinstance(findings, list):
            faults.append(f"{where}: 'findings:' is not a list of codes")
        problems += faults
        if not faults:
            yield Clause(
                id=str(row["id"]),
                section=str(row["section"]),
                says=str(row["says"]).strip(),
                testable=bool(testable),
                why_not=str(row.get("why_not") or "").strip(),
                switch=str(row.get("switch") or ""),
                findings=tuple(str(code) for code in findings),
                tag=str(row.get("tag") or ""),
            )
