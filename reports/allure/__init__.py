"""Allure results of a run: a result for each scenario, with its steps, their tables and the differences."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from reports.output_files import FilesOfFolder
from steps.results import RunResult


def write_results(
    run: RunResult, folder: Path, *, finished: datetime | None = None, report: Path | None = None
) -> Path:
    """Write the results of a run into a folder for Allure to show, and return the folder.

    The folder is made where there is none; a scenario's result takes the place of its own of an earlier run, and
    all else stays. ``finished`` is when the run ended, or else now. Scenarios are laid out one after another, as
    each knows only how long it took. They link to ``report``, the folder of pages of the same run, where it is given.
    A run made with ``RunOptions(keep=evidence_of)`` has ILR files and statements.
    """
    with FilesOfFolder() as files:
        _write_all(run, folder, files, finished or datetime.now().astimezone(), report)
    return folder


def _write_all(
    run: RunResult, folder: Path, files: FilesOfFolder, finished: datetime, report: Path | None
) -> None:
    from reports.allure.results import place_of, result_of, unreadable
    from reports.allure.surroundings import write_surroundings

    def store(text: str, name: str) -> None:
        files.write(folder / name, text)

    start = round(
        (finished.timestamp() - max(run.duration, sum(one.duration for one in run.scenarios))) * 1000
    )
    links = None
    if report is not None:
        from allure_commons.model2 import Link

        from reports.allure.links import ReportLinks

        links = ReportLinks(run, report)
    twins: Counter[object] = Counter()
    for feature in run.features:
        broken = unreadable(feature, start)
        if feature.problems:
            _write(files, folder, broken)
        else:
            _file(folder, broken).unlink(missing_ok=True)  # an earlier run may have found it so
        for scenario in feature.scenarios:
            alike = (place_of(feature.file), scenario.name, scenario.example)
            twins[alike] += 1
            result = result_of(feature, scenario, start, store, twins[alike])
            if links is not None:
                result.links = [Link(kind, address, name) for kind, name, address in links.of(scenario)]
            _write(files, folder, result)
            start = result.stop
    write_surroundings(folder, finished)


def _file(folder: Path, result: Any) -> Path:
    return folder / f"{result.historyId}-result.json"


def _write(files: FilesOfFolder, folder: Path, result: Any) -> None:
    from attr import asdict

    told = asdict(result, filter=lambda _, value: bool(value) or value is False)
    files.write(_file(folder, result), json.dumps(told, ensure_ascii=False))
