"""A scenario's result as Allure has it: identity, labels, steps with parameters and tables, attachments."""

import csv
import hashlib
import io
import uuid
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from reports.allure.evidence import Evidence
from reports.allure.labels import guidance_of, labels_of
from reports.celltable import CellTable, as_html, cell_tables
from reports.page.contents import programme_of
from steps.results import NOTHING, FeatureResult, ScenarioResult, Status, StepResult

Store = Callable[[str, str], None]
"""Keeps the text of an attachment under the name of its file."""

_STATUS: dict[Status, str] = {"passed": "passed", "failed": "failed", "error": "broken", "skipped": "skipped"}
_STYLE = (
    "<!DOCTYPE html><meta charset=utf-8><style>body{font:14px Arial,sans-serif}"
    "table{border-collapse:collapse}th,td{border:1px solid #b1b4b6;padding:4px 8px;text-align:left}"
    "th{background:#f3f2f1}.n{text-align:right}"
    ".ok{background:#e8f4ec}.no{background:#fdeeec;outline:2px solid #b8261a}.no span{display:block}</style>"
)


def result_of(
    feature: FeatureResult, scenario: ScenarioResult, start: int, store: Store, twin: int = 1
) -> Any:
    """Return a scenario's result; ``start`` is in milliseconds of the epoch.

    Its identity rests on programme, file and name, so that lines may move; ``twin`` counts scenarios that have all
    of these and the examples in common.
    """
    from allure_commons.model2 import Parameter, StatusDetails

    result = _labelled(feature, scenario.name, start)
    if scenario.example or twin > 1:
        parts = (*(f"{name}={value}" for name, value in scenario.example), str(twin))
        result.historyId = _identity(result.fullName, *parts)
    if twin > 1:
        result.fullName += f" ({twin})"
    values = [value for _, value in scenario.example]
    if values and not any(value in scenario.name for value in values):
        result.name = f"{scenario.name} ({', '.join(values)})"
    result.status = _STATUS[scenario.status]
    result.description = "\n\n".join(filter(None, (scenario.description, guidance_of(scenario)))) or None
    result.labels += _labels(labels_of(scenario))
    result.parameters = [Parameter(name, value) for name, value in scenario.example]
    result.stop = start + round(scenario.duration * 1000)
    if scenario.message:
        result.statusDetails = StatusDetails(message=scenario.message)
    attach = _Attach(store, result.historyId)
    for step in scenario.steps:
        result.steps.append(_step(attach, step, start))
        start = result.steps[-1].stop
    kept: tuple[Evidence, ...] = scenario.kept or ()
    result.attachments = [attach(one) for one in kept]
    return result


def unreadable(feature: FeatureResult, start: int) -> Any:
    """Return the result of a file that could not be read: broken, with its problems."""
    from allure_commons.model2 import StatusDetails

    result = _labelled(feature, "The file can be read", start)
    result.status = "broken"
    result.labels += _labels([("severity", "normal")])
    result.statusDetails = StatusDetails(message="\n".join(str(problem) for problem in feature.problems))
    return result


def _labelled(feature: FeatureResult, name: str, start: int) -> Any:
    from allure_commons.model2 import TestResult

    programme = programme_of(feature.file)
    title = feature.name or Path(feature.file).name
    full = f"{place_of(feature.file)}: {name}"
    identity = _identity(full)
    return TestResult(
        uuid=str(uuid.uuid4()),
        name=name,
        fullName=full,
        historyId=identity,
        testCaseId=identity,
        titlePath=[programme, title],
        stage="finished",
        start=start,
        stop=start,
        labels=_labels(
            [
                ("epic", programme),
                ("feature", title),
                ("parentSuite", programme),
                ("suite", title),
                ("framework", "ilrspec"),
                ("language", "gherkin"),
            ]
        ),
    )


def place_of(file: str) -> str:
    """Return where a feature stands, whatever folder the run began in: its programme, folders below it, its name."""
    path = Path(file)
    folders = path.parts[:-1]
    below: tuple[str, ...] = ()
    if "features" in folders:
        below = folders[len(folders) - folders[::-1].index("features") + 1 :]
    return "/".join((programme_of(file), *below, path.stem))


def _identity(*parts: str) -> str:
    return hashlib.md5("\n".join(parts).encode(), usedforsecurity=False).hexdigest()


def _labels(labels: Iterable[tuple[str, str]]) -> list[Any]:
    from allure_commons.model2 import Label

    return [Label(name, value) for name, value in labels]


def _step(attach: "_Attach", step: StepResult, start: int) -> Any:
    from allure_commons.model2 import Parameter, StatusDetails, TestStepResult

    told = TestStepResult(
        name=f"{step.keyword} {step.text}",
        status=_STATUS[step.status],
        stage="finished",
        start=start,
        stop=start + round(step.duration * 1000),
        parameters=[Parameter(name.replace("_", " "), value) for name, value in step.values],
    )
    if step.table:
        table = Evidence("Table", _csv(row.cells for row in step.table), "text/csv", "csv")
        told.attachments.append(attach(table))
    differing = [table for table in cell_tables(step) if table.wrong]
    if differing:
        page = _STYLE + "".join(as_html(table) for table in differing)
        told.attachments.append(attach(Evidence("Expected and computed", page, "text/html", "html")))
    message = step.message or "\n".join(_differences(table) for table in differing)
    if step.warnings:
        message = "\n".join([*([message] if message else []), *(f"warning: {one}" for one in step.warnings)])
    if message:
        told.statusDetails = StatusDetails(message=message)
    return told


def _differences(table: CellTable) -> str:
    return "\n".join(
        f"line {row.line}, {table.headings[at] if table.headings else f'column {at + 1}'}: "
        f"expected {cell.text or NOTHING}, got {cell.actual or NOTHING}"
        for row in table.rows
        for at, cell in enumerate(row.cells)
        if cell.state == "wrong"
    )


def _csv(rows: Iterator[tuple[str, ...]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


class _Attach:
    """Attaches files to one result. Their names are those of the result's next run too: it replaces them."""

    def __init__(self, store: Store, result: str) -> None:
        self._store = store
        self._result = result
        self._count = 0

    def __call__(self, evidence: Evidence) -> Any:
        """Keep a file and return the attachment."""
        from allure_commons.model2 import Attachment

        self._count += 1
        file = f"{self._result}-{self._count:02}-attachment.{evidence.extension}"
        self._store(evidence.text, file)
        return Attachment(name=evidence.name, source=file, type=evidence.kind)
