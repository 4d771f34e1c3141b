"""The numbered rules that can be dropped: those behind figures by their id, those behind findings by their code."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import engine.programmes
from engine.because import Rule
from engine.clauses import Document
from engine.parameters import published
from engine.parameters.checks import SWITCHES
from reports.coverage.catalogue import rules_in
from reports.mutate.mutants import Mutant

DROPPED_FIGURE = "its figures are not worked out"
DROPPED_FINDING = "its findings are not made"


def rule_mutants(documents: Iterable[Document], seen: Mapping[str, str]) -> Iterator[Mutant]:
    """Yield a mutant for each numbered rule: of the engine, of its tables of codes, of the clauses, and those seen.

    ``seen`` are the rules that made anything in the scenarios, each with the clause that its finding cites.
    """
    clauses_of: dict[str, list[str]] = {}
    for document in documents:
        for clause in document.clauses:
            for code in clause.findings:
                clauses_of.setdefault(code, []).append(clause.id)
    found = {mutant.rule: mutant for mutant in _of_engine()}
    for code in (*clauses_of, *seen):
        found.setdefault(code, _of_code("", None, code, ""))
    for id, mutant in sorted(found.items()):
        cited = [seen[id]] if seen.get(id) else []
        clauses = (*mutant.clauses, *clauses_of.get(id, ()), *cited)
        source = mutant.source or ("" if clauses else _source_of(id))
        yield replace(mutant, clauses=tuple(dict.fromkeys(clauses)), source=source)


@lru_cache(maxsize=1)
def _of_engine() -> tuple[Mutant, ...]:
    found: dict[str, Mutant] = {}
    for programme, path, rule in _rules():
        found.setdefault(rule.id, _of_rule(programme, path, rule))
    for programme, path, code, means in _codes():
        found.setdefault(code, _of_code(programme, path, code, means))
    return tuple(found.values())


def _source_of(code: str) -> str:
    """Return the source of the parameter that lists a code, such as those of the data lock; blank for none."""
    for path in sorted(published().folder.glob("*.yaml")):
        if path.stem != SWITCHES:
            for dated in published().subject(path.stem).values.values():
                for value in dated:
                    if isinstance(value.value, dict) and code in value.value.values():
                        return value.source
    return ""


def _of_rule(programme: str, path: Path, rule: Rule) -> Mutant:
    return Mutant(
        kind="rule",
        group=programme,
        name=rule.id,
        label=rule.title,
        before="",
        after=DROPPED_FIGURE,
        file=_shown(path),
        line=_line(path, rule.id),
        source=rule.source,
        clauses=rule.clauses,
        rule=rule.id,
    )


def _of_code(programme: str, path: Path | None, code: str, means: str) -> Mutant:
    return Mutant(
        kind="rule",
        group=programme or "findings",
        name=code,
        label=means,
        before="",
        after=DROPPED_FINDING,
        file=_shown(path) if path else "",
        line=_line(path, code) if path else 0,
        rule=code,
    )


def _modules() -> Iterator[tuple[str, Path, Any]]:
    for one in walk_packages(engine.programmes.__path__, "engine.programmes."):
        module = import_module(one.name)
        yield one.name.split(".")[2], Path(str(module.__file__)), module


def _rules() -> Iterator[tuple[str, Path, Rule]]:
    for programme, path, module in _modules():
        source = path.read_text(encoding="utf-8")
        for value in vars(module).values():
            for rule in rules_in(value):
                if "Rule(" in source or "_rule(" in source:
                    yield programme, path, rule


def _codes() -> Iterator[tuple[str, Path, str, str]]:
    """Yield the codes of the programmes' tables of findings, each with what it means."""
    for programme, path, module in _modules():
        if path.stem == "codes":
            for code, kind in getattr(module, "CODES", {}).items():
                yield programme, path, code, " ".join(kind.means.split())


def _shown(path: Path) -> str:
    return path.relative_to(Path(engine.programmes.__path__[0]).parents[1]).as_posix()


@cache
def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _line(path: Path, id: str) -> int:
    """Return the line that names a rule, by its id or by as much of its end as stands in quotation marks."""
    lines = _lines(path)
    parts = id.split("-")
    for wanted in ("-".join(parts[at:]) for at in range(len(parts))):
        for number, line in enumerate(lines, 1):
            if f'"{wanted}"' in line:
                return number
    return 0
