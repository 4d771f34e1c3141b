"""What is known of each scenario while its file is edited, and which of them an edit touches."""

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from steps.features import Scenario, Selection, find_features, read_feature
from steps.problems import Unreadable
from steps.results import FeatureResult, RunResult, ScenarioResult
from steps.runner import RunOptions, run_features

Said: TypeAlias = tuple[object, ...]
"""All that decides what comes of a scenario: its tags, steps and tables. Where it stands does not matter."""


@dataclass(slots=True)
class KeptFeature:
    """A feature file as it was last run: what came of each scenario, by what it says."""

    results: dict[Said, ScenarioResult] = field(default_factory=dict)
    told: FeatureResult | None = None


@dataclass(slots=True)
class Kept:
    """Every watched feature with its results. ``tags`` is the tag expression that scenarios must fit."""

    paths: tuple[str, ...]
    tags: str = ""
    features: dict[Path, KeptFeature] = field(default_factory=dict)

    def run_all(self, executor: Executor) -> RunResult:
        """Run everything anew. Raises Unreadable where a path is not there."""
        self.features.clear()
        files = dict.fromkeys(selection.path for selection in find_features(self.paths))
        return self.run(files, executor)

    def run(self, files: Iterable[Path], executor: Executor) -> RunResult:
        """Run the scenarios of some files that are new or say something else than before; return what came of those."""
        pending: list[tuple[Path, Sequence[Scenario], Future[FeatureResult]]] = []
        run = RunResult()
        for path in files:
            kept = self.features.setdefault(path, KeptFeature())
            if not path.exists():
                del self.features[path]
                continue
            try:
                scenarios: Sequence[Scenario] = read_feature(path).scenarios
            except Unreadable as error:
                kept.told = FeatureResult(str(path), path.stem, problems=error.problems)
                kept.results.clear()
                run.features.append(kept.told)
                continue
            kept.results = {key: kept.results[key] for key in map(said, scenarios) if key in kept.results}
            changed = [scenario for scenario in scenarios if said(scenario) not in kept.results]
            kept.told = None
            if changed:
                lines = tuple(scenario.line for scenario in changed)
                pending.append((path, changed, executor.submit(run_lines, path, lines, self.tags)))
        for path, awaited, future in pending:
            feature = future.result()
            by_line = {scenario.line: scenario for scenario in awaited}
            results = self.features[path].results
            for result in feature.scenarios:
                if result.line in by_line:
                    results[said(by_line[result.line])] = result
            run.features.append(feature)
        run.duration = sum(scenario.duration for scenario in run.scenarios)
        return run

    @property
    def whole(self) -> RunResult:
        """What is known of every scenario."""
        features = []
        for path, kept in self.features.items():
            scenarios = list(kept.results.values())
            features.append(kept.told or FeatureResult(str(path), path.stem, scenarios=scenarios))
        return RunResult(features)


def said(scenario: Scenario) -> Said:
    """Return what decides what comes of a scenario; two that say the same are told apart by their names."""
    steps = tuple((step.text, tuple(row.cells for row in step.table)) for step in scenario.steps)
    return (scenario.name, scenario.tags, steps, scenario.loose_lines and scenario.description)


def run_lines(path: Path, lines: tuple[int, ...], tags: str) -> FeatureResult:
    """Run the scenarios at some lines of a file."""
    return run_features([Selection(path, line) for line in lines], RunOptions(tags=tags)).features[0]
