"""The documents that a coverage is asked for, found by name, and the rules that cite their clauses."""

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import engine
from engine.because import Rule
from engine.clauses import ClauseError, Document, load_catalogues
from reports.refusal import Refusal
from steps.problems import nearest

_BEGINS_A_PROBLEM = re.compile(r"[^\s:]+\.yaml: ")


def documents_in(folder: Path) -> tuple[Document, ...]:
    """Return the documents of a folder of catalogues. Raises Refusal, a line for each fault."""
    try:
        found = load_catalogues(folder)
    except ClauseError as error:
        raise Refusal(_a_line_each(str(error))) from None
    if not found:
        raise Refusal(f"{folder}: there is no catalogue of clauses (.yaml) in this folder")
    return found


def _a_line_each(text: str) -> list[str]:
    problems: list[str] = []
    for line in text.splitlines():
        if problems and not _BEGINS_A_PROBLEM.match(line):
            problems[-1] += f" {line.strip()}"
        else:
            problems.append(line.strip())
    return problems


def chosen(documents: Iterable[Document], names: Iterable[str]) -> tuple[Document, ...]:
    """Return the documents of some names: file, title, or a part that only one has; all of them for no name.

    Raises Refusal for a name of none or several.
    """
    known = tuple(documents)
    wanted = [_named(known, name) for name in names]
    return tuple(one for one in known if one in wanted) if wanted else known


def _named(documents: tuple[Document, ...], name: str) -> Document:
    asked = _plain(name.removesuffix(".yaml"))
    names = {document.name: (_plain(short_name(document)), _plain(document.title)) for document in documents}
    exact = [one for one in documents if asked in names[one.name]]
    part = [one for one in documents if asked and any(asked in text for text in names[one.name])]
    found = exact or part
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(short_name(one) for one in found)
        raise Refusal(f"'{name}' is part of several documents: {several}")
    known = [short_name(one) for one in documents]
    hint = nearest(name, known) or _begins_nearly(name, known) or f"; the documents are {', '.join(known)}"
    raise Refusal(f"there is no document '{name}'{hint}")


def _begins_nearly(name: str, known: Iterable[str]) -> str:
    """Return the hint at a document whose name begins nearly as a short name such as ``fm37``."""
    heads = {one[: len(name)]: one for one in known}
    near = get_close_matches(name.lower(), heads, n=1, cutoff=0.7)
    return f"; did you mean '{heads[near[0]]}'?" if near else ""


def short_name(document: Document) -> str:
    """Return the name by which a document is asked for: that of its file."""
    return document.name.removesuffix(".yaml")


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.casefold()))


def rules_of_engine() -> tuple[Rule, ...]:
    """Return every rule that a module of the engine names, in the order of their ids."""
    found: dict[str, Rule] = {}
    for module in walk_packages(engine.__path__, "engine."):
        for value in vars(import_module(module.name)).values():
            found.update((rule.id, rule) for rule in rules_in(value))
    return tuple(found[id] for id in sorted(found))


def rules_in(value: Any) -> Iterator[Rule]:
    """Yield a rule, or the rules of a table of them."""
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from rules_in(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from rules_in(one)
