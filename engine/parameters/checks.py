"""Faults of parameter files with file and line: overlapping dates, values without a source, names nobody reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

_PARAMETER = ("label", "unit", "basis", "values")
_VALUE = ("from", "value", "source", "says")
_LINE = re.compile(r"(?::(\d+):)?\s*(.*)", re.DOTALL)
SWITCHES = "switches"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a parameter file; ``line`` counts from 1, 0 means the file as a whole."""

    file: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}{f':{self.line}' if self.line else ''}: {self.message}"


def problems_of_folder(folder: Path) -> list[Fault]:
    """Return every fault of a folder of parameters that is to stand in for the published one."""
    from engine.parameters import FOLDER

    known = {path.stem: path for path in FOLDER.glob("*.yaml")}
    given = {path.stem: path for path in folder.glob("*.yaml")}
    if not given:
        return [Fault(folder, 0, "there is no parameter file (.yaml) in this folder")]
    faults = [
        Fault(folder, 0, f"the parameter file {name}.yaml is missing; copy it from {FOLDER.name}")
        for name in sorted(known.keys() - given.keys())
    ]
    for name, path in sorted(given.items()):
        if name not in known:
            faults.append(
                Fault(path, 0, f"nobody reads a parameter file of this name{_nearest(name, known)}")
            )
        elif name == SWITCHES:
            faults.extend(_faults_of_switches(path))
        else:
            faults.extend(faults_of_file(path, frozenset(_names(known[name]))))
    return faults


def _faults_of_switches(path: Path) -> Iterator[Fault]:
    from yaml import YAMLError

    from engine.switches import load_switches

    try:
        load_switches(path.parent)
    except (ValueError, YAMLError, LookupError, TypeError, AttributeError) as error:
        yield Fault(path, 0, f"the switches cannot be read: {error}")


def faults_of_file(path: Path, known: frozenset[str] = frozenset()) -> list[Fault]:
    """Return every fault of a parameter file. ``known`` are the names that are read; without it, all are."""
    import yaml

    from engine.parameters import ParameterError

    try:
        content = _composed(path)
    except ParameterError as error:
        line, told = _LINE.fullmatch(str(error).removeprefix(str(path))).groups()  # type: ignore[union-attr]
        return [Fault(path, int(line or 0), told)]
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        return [Fault(path, line, f"is not readable YAML: {error.problem or error}")]
    except yaml.YAMLError as error:
        return [Fault(path, 0, f"is not readable YAML: {error}")]
    if not isinstance(content, yaml.MappingNode):
        return [Fault(path, 0, "holds no parameters")]
    faults = []
    seen: dict[str, int] = {}
    for node, body in content.value:
        line, name = node.start_mark.line + 1, _name(node)
        if name in seen:
            faults.append(Fault(path, line, f"{name} stands twice, at line {seen[name]} already"))
        seen.setdefault(name, line)
        if known and name not in known:
            faults.append(Fault(path, line, f"nobody reads {name}{_nearest(name, known)}"))
        faults.extend(Fault(path, at or line, told) for at, told in _of_parameter(name, body))
    faults.extend(Fault(path, 0, f"{name} is missing") for name in sorted(known - seen.keys()))
    return faults


def _of_parameter(name: str, body: Any) -> Iterator[tuple[int, str]]:
    from yaml import SequenceNode

    items = _items(body)
    for key in items.keys() - set(_PARAMETER):
        yield items[key].start_mark.line + 1, f"{name}: nobody reads '{key}:'{_nearest(key, _PARAMETER)}"
    values = items.get("values")
    if not isinstance(values, SequenceNode):
        yield 0, f"{name} needs a list of dated values under 'values:'"
        return
    begins: dict[str, int] = {}
    for value in values.value:
        line = value.start_mark.line + 1
        row = _items(value)
        since = row.get("from")
        if since is None or not _is_day(since):
            told = _name(since) if since is not None else "None"
            yield line, f"{name}: '{told}' is not a date; write from: 2021-08-01"
            continue
        if since.value in begins:
            yield line, f"{name} has two values from {since.value}, the other at line {begins[since.value]}"
        begins.setdefault(since.value, line)
        for key in ("source", "says"):
            if key not in row or not row[key].value:
                yield line, f"{name} from {since.value} has no '{key}:'"
        for key in row.keys() - set(_VALUE):
            yield row[key].start_mark.line + 1, f"{name}: nobody reads '{key}:'{_nearest(key, _VALUE)}"


def _items(node: Any) -> dict[str, Any]:
    from yaml import MappingNode

    return {_name(key): value for key, value in node.value} if isinstance(node, MappingNode) else {}


def _name(node: Any) -> str:
    return node.value if isinstance(node.value, str) else "a list or mapping"


def _is_day(node: Any) -> bool:
    try:
        date.fromisoformat(_name(node))
    except ValueError:
        return False
    return bool(node.tag.endswith(":timestamp"))


def _names(path: Path) -> Iterator[str]:
    return (_name(key) for key, _ in _composed(path).value)


def _composed(path: Path) -> Any:
    import yaml

    from engine.parameters.text import parameter_text

    return yaml.compose(parameter_text(path), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _nearest(word: str, words: Any) -> str:
    near = get_close_matches(word, words, n=1, cutoff=0.6)
    return f"; did you mean '{near[0]}'?" if near else ""
