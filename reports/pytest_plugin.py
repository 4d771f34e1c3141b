"""Feature files under pytest: pytest-bdd carries out scenarios over the product's one registry of steps.

A feature is read once, by the same reader as for ``ilrspec run``, and handed to pytest-bdd ready made, its
examples filled in. pytest-bdd knows a single step definition that fits every sentence; the registry finds the
function and reads sentence and table. So a feature means the same here and in ``ilrspec run``, and with
``--alluredir`` its results do too.
"""

import warnings
from collections import Counter, OrderedDict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest
import pytest_bdd
from pytest_bdd import feature as bdd_feature
from pytest_bdd import parser as bdd

if TYPE_CHECKING:
    from reports.allure.under_pytest import AllureUnderPytest
    from steps.features import Feature, Scenario, Step
    from steps.results import ScenarioResult, StepResult
    from steps.runner import Performance

_PYTEST_OWN = {"skip", "skipif", "xfail", "parametrize", "usefixtures", "filterwarnings"}


@dataclass(slots=True)
class _Running:
    """The scenario that pytest-bdd carries out now."""

    scenario: "Scenario"
    performance: "Performance"
    step: int = -1
    done: list["StepResult"] = field(default_factory=list)

    def perform(self, step: "Step") -> "StepResult":
        """Carry out a step and keep what came of it."""
        self.done.append(self.performance.perform(step))
        return self.done[-1]


_running: _Running | None = None


class FeatureWarning(UserWarning):
    """What looks wrong in a feature and fails nothing."""


class _Template(bdd.ScenarioTemplate):
    """A scenario that needs no rendering: its examples are filled in already."""

    ours: "Scenario"

    def render(self, context: Mapping[str, object]) -> bdd.Scenario:
        """Return the scenario as it stands."""
        return bdd.Scenario(
            feature=self.feature,
            keyword=self.keyword,
            name=self.name,
            line_number=self.line_number,
            steps=self.steps,
            description=self.description,
            tags=self.tags,
        )


class _AnySentence(pytest_bdd.parsers.StepParser):
    """Fits every sentence of our scenarios: the registry tells what no step reads, with the nearest steps."""

    def is_matching(self, name: str) -> bool:
        """Fit while a scenario of ours runs, so that other suites of pytest-bdd are left alone."""
        return _running is not None

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """Leave the reading to the registry."""
        return {}


_ALLURE = "ilrspec-allure"


def pytest_configure(config: pytest.Config) -> None:
    """Give the results that ``--alluredir`` asks for all that ``ilrspec run --allure`` tells."""
    if config.getoption("allure_report_dir", None):
        import allure_commons

        from reports.allure.under_pytest import AllureUnderPytest

        plugin = AllureUnderPytest(config)
        config.pluginmanager.register(plugin, _ALLURE)
        allure_commons.plugin_manager.register(plugin)
        config.add_cleanup(lambda: allure_commons.plugin_manager.unregister(plugin))


def _allure(config: pytest.Config) -> "AllureUnderPytest | None":
    plugin: AllureUnderPytest | None = config.pluginmanager.get_plugin(_ALLURE)
    return plugin


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect a feature file."""
    if file_path.suffix == ".feature":
        module: pytest.Collector = FeatureModule.from_parent(parent, path=file_path)
        return module
    return None


class FeatureModule(pytest.Module):
    """The scenarios of one feature file."""

    def _getobj(self) -> ModuleType:
        return ModuleType(self.path.stem)

    def collect(self) -> Iterator[pytest.Item | pytest.Collector]:
        """Collect the scenarios; of a file that cannot be read tell the problems instead of a traceback."""
        from steps.features import read_feature
        from steps.problems import Unreadable

        try:
            feature = read_feature(self.path)
        except Unreadable as error:
            if allure := _allure(self.config):
                allure.unreadable(self.path, error.problems)
            raise self.CollectError(str(error)) from None
        if not feature.scenarios:
            raise self.CollectError(f"{self.path.name}: there is no scenario in this file")
        templates = _templates(feature, self.config.rootpath)
        bdd_feature.features[str(self.path.resolve())] = next(iter(templates.values())).feature
        for name, template in templates.items():
            bind = pytest_bdd.scenario(
                str(self.path.resolve()), name, features_base_dir=str(self.path.parent)
            )
            item: ScenarioItem = ScenarioItem.from_parent(self, name=name, callobj=bind(_judge_the_whole))
            item.scenario, item.feature = template.ours, feature
            for tag in template.ours.tags:
                if tag.lower() not in _PYTEST_OWN:
                    marker = tag.replace(":", "-")  # pytest reads the name of a marker up to a colon
                    self.config.addinivalue_line("markers", f"{marker}: tag of a feature")
                    item.add_marker(marker)
            if template.ours.ignored:
                item.add_marker(pytest.mark.skip(reason="set aside with @ignore"))
            yield item


class ScenarioItem(pytest.Function):
    """One scenario, or one row of a scenario outline's examples."""

    scenario: "Scenario"
    feature: "Feature"

    @cached_property
    def told(self) -> "ScenarioResult":
        """What came of the scenario: filled in when it has run."""
        from steps.runner import not_yet_run

        return not_yet_run(self.scenario)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Return where the scenario stands."""
        return self.path, self.scenario.line - 1, self.name


def _templates(feature: "Feature", root: Path) -> dict[str, _Template]:
    """Return the scenarios as pytest-bdd has them, by unique names: rows of an outline carry their line."""
    templates: dict[str, _Template] = {}
    file = feature.file.resolve()
    made = bdd.Feature(
        scenarios=OrderedDict(),
        filename=str(file if file.is_relative_to(root) else root / file.name),  # Allure counts from there
        rel_filename=str(Path(feature.file.parent.name) / feature.file.name),
        language="en",
        keyword="Feature",
        name=feature.name,
        tags=set(),
        background=None,
        line_number=1,
        description=feature.description,
    )
    times = Counter(scenario.name for scenario in feature.scenarios)
    for scenario in feature.scenarios:
        alone = times[scenario.name] == 1 and scenario.line == scenario.heading_line
        name = scenario.name if alone else f"{scenario.name} (line {scenario.line})"
        template = _Template(
            feature=made,
            keyword="Scenario",
            name=name,
            line_number=scenario.line,
            templated=False,
            description=scenario.description,
        )
        template.ours = scenario
        for step in scenario.steps:
            template.add_step(
                bdd.Step(
                    name=step.text,
                    type="given",
                    indent=step.column - 1,
                    line_number=step.line,
                    keyword=step.keyword,
                    datatable=None,
                )
            )
        made.scenarios[name] = templates[name] = template
    return templates


def pytest_bdd_before_scenario(request: pytest.FixtureRequest) -> None:
    """Begin one of our scenarios on a world of its own."""
    global _running
    if isinstance(request.node, ScenarioItem):
        from steps.runner import Performance

        scenario = request.node.scenario
        _running = _Running(scenario, Performance(scenario))


def pytest_bdd_after_scenario(request: pytest.FixtureRequest) -> None:
    """Let go of the scenario's world."""
    global _running, _beside_steps
    if _running is not None:
        if _allure(request.config):
            from reports.allure.evidence import evidence_of
            from steps.runner import conclude

            told = request.node.told
            told.steps = _running.done
            told.duration = sum(step.duration for step in told.steps)
            conclude(told, _running.performance, keep=evidence_of)
        _beside_steps = "\n".join(str(problem) for problem in _running.performance.finish())
        _running = None


_beside_steps = ""
"""Problems of the last scenario that belong to none of its steps."""


def _judge_the_whole() -> None:
    if _beside_steps:
        pytest.fail(_beside_steps, pytrace=False)


def pytest_bdd_before_step() -> None:
    """Count the steps."""
    if _running is not None:
        _running.step += 1


@pytest_bdd.step(_AnySentence("a sentence of the vocabulary"))
def _perform() -> None:
    """Carry out a step; when it fails, the rest too, so that everything that is wrong is told at once."""
    assert _running is not None
    performance, steps = _running.performance, _running.scenario.steps
    result = _running.perform(steps[_running.step])
    for warning in result.warnings:
        warnings.warn(FeatureWarning(str(warning)), stacklevel=1)
    if result.status in ("failed", "error"):
        rest = [_running.perform(step) for step in steps[_running.step + 1 :]]
        told = [str(problem) for problem in performance.beside_steps]
        told += [_told(one) for one in (result, *rest) if one.status in ("failed", "error")]
        pytest.fail("\n\n".join(told), pytrace=False)


def _told(result: "StepResult") -> str:
    if result.status == "error":
        return result.message
    from reports.celltable import cell_tables
    from reports.tabletext import table_text
    from reports.terminal import terminal_width

    tables = [table_text(table, width=terminal_width()) for table in cell_tables(result) if table.wrong]
    notes = [result.message] if result.message else []
    return "\n".join([f"{result.keyword} {result.text}  (line {result.line})", *tables, *notes])
