"""Judged changes as JSON and as a CSV table."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from reports.mutate.mutants import KINDS
from reports.mutate.run import Judged, Outcome
from reports.output_files import OutputFiles

HEADINGS = (
    "Document", "Clauses", "What", "Group", "Name", "Label", "From", "Entry", "Before", "After", "What came of it",
    "Scenarios that could notice", "Scenario that failed", "Source", "Says", "Place",
)  # fmt: skip

FATES = {
    "killed": "a scenario fails",
    "survived": "no scenario fails",
    "unread": "read by no scenario",
    "not judged": "not judged",
}


def as_json(outcome: Outcome, *, killed: bool) -> dict[str, Any]:
    """Return what came of a run as plain data; the changes that a scenario noticed are there only where asked for."""
    told: dict[str, Any] = {
        "summary": {
            "changes": len(outcome.judged),
            "killed": len(outcome.of("killed")),
            "survived": len(outcome.survivors),
            "read_by_no_scenario": len(outcome.of("unread")),
            "not_judged": len(outcome.of("not judged")),
            "scenarios": outcome.scenarios,
            "seconds": round(outcome.seconds, 1),
        },
        "survivors": [_one(judged) for judged in outcome.survivors],
        "not_judged": [_one(judged) for judged in outcome.of("not judged")],
        "left_out": list(outcome.left_out),
    }
    if killed:
        told["killed"] = [_one(judged) for judged in outcome.of("killed")]
    return told


def _one(judged: Judged) -> dict[str, Any]:
    mutant = judged.mutant
    return {
        "id": mutant.id,
        "kind": mutant.kind,
        "group": mutant.group,
        "name": mutant.name,
        "label": mutant.label,
        "from": mutant.since,
        "entry": mutant.entry,
        "before": mutant.before,
        "after": mutant.after,
        "file": mutant.file,
        "line": mutant.line,
        "document": judged.document,
        "clauses": list(judged.clauses),
        "source": mutant.source,
        "says": mutant.says,
        "fate": FATES[judged.fate],
        "scenarios": judged.concerned,
        "killed_by": judged.killer,
    }


def write_csv(judged: Iterable[Judged], path: Path) -> None:
    """Write changes as a table, one a line. Raises Refusal where the file cannot be written."""
    with OutputFiles() as files:
        writer = csv.writer(files.open(path), lineterminator="\n")
        writer.writerow(HEADINGS)
        writer.writerows(_row(one) for one in judged)
        files.commit()


def _row(judged: Judged) -> tuple[Any, ...]:
    mutant = judged.mutant
    return (
        judged.document,
        " ".join(judged.clauses),
        KINDS[mutant.kind],
        mutant.group,
        mutant.name,
        mutant.label,
        mutant.since,
        mutant.entry,
        mutant.before,
        mutant.after,
        FATES[judged.fate],
        judged.concerned,
        judged.killer,
        mutant.source,
        mutant.says,
        mutant.place,
    )
