"""Flaws for other programs: JSON, annotations of GitHub, and SARIF 2.1.0 (OASIS, Static Analysis Results)."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from reports.authoring.checking.flaw import Flaw
from reports.authoring.checking.kinds import KINDS

_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_json(flaws: Iterable[Flaw], files: int, scenarios: int) -> str:
    """Return flaws as JSON, with their edits."""
    told = [
        {
            "file": relative(flaw.file),
            "line": flaw.line,
            "column": flaw.column,
            "end_column": flaw.end_column,
            "code": flaw.code,
            "severity": flaw.severity,
            "message": flaw.message,
            "suggestion": flaw.suggestion,
            "fix": [edit._asdict() for edit in flaw.fix],
        }
        for flaw in flaws
    ]
    return json.dumps({"files": files, "scenarios": scenarios, "flaws": told}, indent=2, ensure_ascii=False)


def as_github(flaws: Iterable[Flaw]) -> str:
    """Return flaws as workflow commands, which GitHub shows beside the lines of a change."""
    return "\n".join(_annotation(flaw) for flaw in flaws)


def _annotation(flaw: Flaw) -> str:
    given: dict[str, Any] = {"file": relative(flaw.file)}
    if flaw.line:
        given["line"] = flaw.line
        if flaw.column:
            given |= {"col": flaw.column, "endColumn": flaw.end_column}
    given["title"] = f"{KINDS[flaw.code].title} ({flaw.code})"
    properties = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in given.items())
    return f"::{flaw.severity} {properties}::{_escaped(_whole(flaw), '')}"


def _whole(flaw: Flaw) -> str:
    return f"{flaw.message}\n{flaw.suggestion}" if flaw.suggestion else flaw.message


def _escaped(text: str, more: str) -> str:
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def as_sarif(flaws: Iterable[Flaw]) -> str:
    """Return flaws as a SARIF log with one run; its rules are the kinds of flaws."""
    from importlib.metadata import version

    rules = [
        {
            "id": code,
            "name": "".join(part.title() for part in code.split("-")),
            "shortDescription": {"text": kind.title},
            "fullDescription": {"text": kind.help},
            "help": {"text": kind.help},
            "defaultConfiguration": {"level": kind.severity},
        }
        for code, kind in KINDS.items()
    ]
    indexes = {code: index for index, code in enumerate(KINDS)}
    log = {
        "$schema": _SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": {"name": "ilrspec", "version": version("ilrspec"), "rules": rules}},
                "columnKind": "unicodeCodePoints",
                "results": [_result(flaw, indexes[flaw.code]) for flaw in flaws],
            }
        ],
    }
    return json.dumps(log, indent=2, ensure_ascii=False)


def _result(flaw: Flaw, index: int) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(flaw.file)}}
    if flaw.line:
        place["region"] = {"startLine": flaw.line}
        if flaw.column:
            place["region"] |= {"startColumn": flaw.column, "endColumn": max(flaw.end_column, flaw.column)}
    told: dict[str, Any] = {
        "ruleId": flaw.code,
        "ruleIndex": index,
        "level": flaw.severity,
        "message": {"text": _whole(flaw)},
        "locations": [{"physicalLocation": place}],
    }
    if flaw.fix:
        told["fixes"] = [
            {
                "description": {"text": flaw.suggestion.partition("\n")[0] or "the one sure answer"},
                "artifactChanges": [
                    {
                        "artifactLocation": {"uri": _uri(flaw.file)},
                        "replacements": [_replaced(one) for one in flaw.fix],
                    }
                ],
            }
        ]
    return told


def _replaced(edit: Any) -> dict[str, Any]:
    region = {
        "startLine": edit.line,
        "startColumn": edit.start + 1,
        "endLine": edit.line,
        "endColumn": edit.end + 1,
    }
    return {"deletedRegion": region, "insertedContent": {"text": edit.replacement.rstrip("\r\n")}}


def relative(file: str) -> str:
    """Return a path from the current folder where it lies below it, with forward slashes."""
    path = Path(file)
    try:
        path = path.resolve().relative_to(Path.cwd())
    except ValueError:
        return path.as_posix()
    return path.as_posix()


def _uri(file: str) -> str:
    path = relative(file)
    return Path(path).as_uri() if Path(path).is_absolute() else quote(path)
