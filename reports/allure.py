"""Allure results of a run: a result for each scenario, with its steps, their tables and the differences."""

import csv
import hashlib
import io
import uuid
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from reports.celltable import CellTable, as_html, cell_tables
from reports.page.contents import programme_of
from steps.results import NOTHING, FeatureResult, RunResult, ScenarioResult, Status, StepResult

_STATUS: dict[Status, str] = {"passed": "passed", "failed": "failed", "error": "broken", "skipped": "skipped"}
_STYLE = (
    "<!DOCTYPE html><meta charset=utf-8><style>body{font:14px Arial,sans-serif}"
    "table{border-collapse:collapse}th,td{border:1px solid #b1b4b6;padding:4px 8px;text-align:left}"
    "th{background:#f3f2f1}.n{text-align:right}"
    ".ok{background:#e8f4ec}.no{background:#fdeeec;outline:2px solid #b8261a}.no span{display:block}</style>"
)


def write_results(run: RunResult, folder: Path, *, finished: datetime | None = None) -> Path:
    """Write the results of a run into a folder for Allure to show, and return the folder.

    The folder is made where there is none; results that lie there stay. ``finished`` is when the run ended,
    or else now. Scenarios are laid out one after another, as each knows only how long it took.
    """
    from allure_commons.logger import AllureFileLogger

    folder.mkdir(parents=True, exist_ok=True)
    file_logger: Any = AllureFileLogger  # the library says it is typed, but has no types
    logger = file_logger(str(folder))
    ended = (finished or datetime.now().astimezone()).timestamp()
    start = round((ended - max(run.duration, sum(one.duration for one in run.scenarios))) * 1000)
    seen: Counter[str] = Counter()
    for feature in run.features:
        if feature.problems:
            logger.report_result(_unreadable(feature, start))
        for scenario in feature.scenarios:
            stop = start + round(scenario.duration * 1000)
            logger.report_result(_result(logger, feature, scenario, seen, (start, stop)))
            start = stop
    return folder


def _result(
    logger: Any, feature: FeatureResult, scenario: ScenarioResult, seen: Counter[str], times: tuple[int, int]
) -> Any:
    from allure_commons.model2 import StatusDetails

    result = _labelled(feature, scenario.name, seen, times)
    result.status = _STATUS[scenario.status]
    result.description = scenario.description or None
    result.labels += _labels(
        ("story", scenario.rule or scenario.name),
        ("severity", "normal"),
        *(("tag", tag) for tag in scenario.tags),
    )
    if scenario.message:
        result.statusDetails = StatusDetails(message=scenario.message)
    result.steps = [_step(logger, step, times) for step in scenario.steps]
    return result


def _unreadable(feature: FeatureResult, start: int) -> Any:
    from allure_commons.model2 import StatusDetails

    result = _labelled(feature, "The file can be read", Counter(), (start, start))
    result.status = "broken"
    result.labels += _labels(("severity", "normal"))
    result.statusDetails = StatusDetails(message="\n".join(str(problem) for problem in feature.problems))
    return result


def _labelled(feature: FeatureResult, name: str, seen: Counter[str], times: tuple[int, int]) -> Any:
    """Return a result with what all have. Its identity rests on file and name, so that lines may move."""
    from allure_commons.model2 import TestResult

    programme = programme_of(feature.file)
    title = feature.name or Path(feature.file).name
    full = f"{programme}/{Path(feature.file).stem}: {name}"
    seen[full] += 1
    if seen[full] > 1:
        full += f" ({seen[full]})"
    identity = hashlib.md5(full.encode(), usedforsecurity=False).hexdigest()
    return TestResult(
        uuid=str(uuid.uuid4()),
        name=name,
        fullName=full,
        historyId=identity,
        testCaseId=identity,
        titlePath=[programme, title],
        stage="finished",
        start=times[0],
        stop=times[1],
        labels=_labels(
            ("epic", programme),
            ("feature", title),
            ("parentSuite", programme),
            ("suite", title),
            ("framework", "ilrspec"),
            ("language", "gherkin"),
        ),
    )


def _labels(*labels: tuple[str, str]) -> list[Any]:
    from allure_commons.model2 import Label

    return [Label(name, value) for name, value in labels]


def _step(logger: Any, step: StepResult, times: tuple[int, int]) -> Any:
    from allure_commons.model2 import StatusDetails, TestStepResult

    told = TestStepResult(
        name=f"{step.keyword} {step.text}",
        status=_STATUS[step.status],
        stage="finished",
        start=times[0],
        stop=times[1],
    )
    if step.table:
        rows = [row.cells for row in step.table]
        told.attachments.append(_attached(logger, "Table", _csv(rows), "text/csv", "csv"))
    differing = [table for table in cell_tables(step) if table.wrong]
    if differing:
        page = _STYLE + "".join(as_html(table) for table in differing)
        told.attachments.append(_attached(logger, "Expected and computed", page, "text/html", "html"))
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


def _csv(rows: list[tuple[str, ...]]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()


def _attached(logger: Any, name: str, body: str, kind: str, extension: str) -> Any:
    from allure_commons.model2 import Attachment

    file = f"{uuid.uuid4()}-attachment.{extension}"
    logger.report_attached_data(body, file)
    return Attachment(name=name, source=file, type=kind)
