"""Allure results of a run: a result for each scenario, with its steps, their tables and the differences."""

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

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
    from reports.allure.results import place_of, result_of, unreadable
    from reports.allure.surroundings import write_surroundings

    folder.mkdir(parents=True, exist_ok=True)

    def store(text: str, name: str) -> None:
        (folder / name).write_text(text, encoding="utf-8", newline="")

    finished = finished or datetime.now().astimezone()
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
            _write(folder, broken)
        else:
            _file(folder, broken).unlink(missing_ok=True)  # an earlier run may have found it so
        for scenario in feature.scenarios:
            alike = (place_of(feature.file), scenario.name, scenario.example)
            twins[alike] += 1
            result = result_of(feature, scenario, start, store, twins[alike])
            if links is not None:
                result.links = [Link(kind, address, name) for kind, name, address in links.of(scenario)]
            _write(folder, result)
            start = result.stop
    write_surroundings(folder, finished)
    return folder


def _file(folder: Path, result: Any) -> Path:
    return folder / f"{result.historyId}-result.json"


def _write(folder: Path, result: Any) -> None:
    from attr import asdict

    told = asdict(result, filter=lambda _, value: bool(value) or value is False)
    text = json.dumps(told, ensure_ascii=False)
    place = _file(folder, result)
    partly = place.with_suffix(".tmp")
    partly.write_text(text, encoding="utf-8", newline="")
    partly.replace(place)
