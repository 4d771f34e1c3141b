"""Snapshot files: a run's figures as lines of JSON, compressed when the name ends in .gz."""

import gzip
import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reports.output_files import check_targets
from reports.refusal import Refusal
from reports.year_on_year.record import (
    FORMAT,
    VERSION,
    Figure,
    Input,
    Reason,
    Record,
    ScenarioRecord,
    Used,
    Value,
    snapshot_lines,
)


def write_snapshot(record: Record, target: Path) -> None:
    """Write a snapshot file, there whole or not at all. Raises Refusal where that cannot be done.

    The same run gives the same bytes: no moment and no machine is in them.
    """
    check_targets({"FILE": target}, ())
    content = "".join(f"{line}\n" for line in snapshot_lines(record)).encode()
    if target.suffix.lower() == ".gz":
        content = gzip.compress(content, compresslevel=6, mtime=0)
    temporary = target.with_name(f".ilrspec-{os.getpid()}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(target)
    except OSError as error:
        raise Refusal(f"{target} cannot be written: {error.strerror or error}") from None
    finally:
        temporary.unlink(missing_ok=True)


def read_snapshot(path: Path) -> Record:
    """Read a snapshot file. Raises Refusal in one line for a missing, foreign, newer or cut short one."""
    lines = _lines(path)
    heading = _heading(path, next(lines, ""))
    try:
        reasons = [_reason(json.loads(next(lines))) for _ in range(heading["reasons"])]
        record = Record(
            tuple(heading["paths"]),
            tuple(Value(*value) for value in heading["parameters"]),
            [_scenario(json.loads(line), reasons) for line in lines],
            [(file, message) for file, message in heading["unreadable"]],
        )
    except (StopIteration, json.JSONDecodeError):
        raise Refusal(f"{path}: the snapshot is cut short or damaged; make it anew") from None
    except (KeyError, IndexError, TypeError, ValueError, AttributeError):
        raise Refusal(f"{path}: the snapshot is damaged; make it anew") from None
    found, told = len(record.scenarios), heading["scenarios"]
    if (found, record.figures) != (told, heading["figures"]):
        raise Refusal(f"{path}: the snapshot is cut short, {found:,} of {told:,} scenarios are there")
    return record


def _lines(path: Path) -> Iterator[str]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise Refusal(f"{path}: there is no such snapshot") from None
    except OSError as error:
        raise Refusal(f"{path} cannot be read: {error.strerror or error}") from None
    try:
        if content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
        return iter(content.decode().removesuffix("\n").split("\n"))
    except (OSError, EOFError, zlib.error):
        raise Refusal(f"{path}: the snapshot is cut short or damaged; make it anew") from None
    except UnicodeDecodeError:
        raise Refusal(f"{path} is no snapshot of ilrspec; write one with ilrspec snapshot FILE") from None


def _heading(path: Path, line: str) -> Any:
    try:
        heading = json.loads(line)
    except json.JSONDecodeError:
        heading = None
        if line.startswith(f'{{"format":"{FORMAT}"'):
            raise Refusal(f"{path}: the snapshot is cut short or damaged; make it anew") from None
    if not isinstance(heading, dict) or heading.get("format") != FORMAT:
        raise Refusal(f"{path} is no snapshot of ilrspec; write one with ilrspec snapshot FILE")
    if heading.get("version") != VERSION:
        raise Refusal(
            f"{path} is a snapshot of version {heading.get('version')}; "
            f"this ilrspec reads version {VERSION}, so make it anew"
        )
    return heading


def _reason(told: Any) -> Reason:
    rule, title, source, clauses, words, numbers, terms, facts, parameters = told
    return Reason(
        rule,
        title,
        source,
        tuple(clauses),
        words,
        numbers,
        tuple(Input(*one) for one in terms),
        tuple(Input(*one) for one in facts),
        tuple(Used(*one) for one in parameters),
    )


def _scenario(told: Any, reasons: list[Reason]) -> ScenarioRecord:
    figures = [
        Figure(told["steps"][step], row, column, expected, actual, tuple(reasons[at] for at in because))
        for step, row, column, expected, actual, because in told["figures"]
    ]
    return ScenarioRecord(
        told["feature"],
        told["name"],
        told["example"],
        told["line"],
        tuple(told["tags"]),
        told["status"],
        told["inputs"],
        told["message"],
        figures,
    )
