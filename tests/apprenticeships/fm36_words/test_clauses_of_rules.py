"""Every clause that a rule of the apprenticeship calculation cites stands in a catalogue."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from engine.clauses import load_catalogues

ROOT = Path(__file__).resolve().parents[3]
RULES = ROOT / "engine" / "programmes" / "apprenticeships"
CLAUSE = re.compile(r"(?:AR|FM36)-[A-Z0-9][A-Z0-9.-]*")


def cited() -> Iterator[tuple[str, str]]:
    """Return every clause id that is written as a text of its own, with its place."""
    for path in sorted(RULES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and CLAUSE.fullmatch(node.value)
            ):
                yield node.value, f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"


def test_rules_cite_clauses_of_the_catalogues() -> None:
    known = {
        clause.id
        for document in load_catalogues(ROOT / "fixtures" / "clauses")
        for clause in document.clauses
    }
    found = list(cited())
    assert found, "no rule cites a clause"
    unknown = [f"{place}: {clause}" for clause, place in found if clause not in known]
    assert not unknown, "clauses that no catalogue has:\n" + "\n".join(unknown)
