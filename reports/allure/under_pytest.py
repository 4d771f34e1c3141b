"""The same Allure results under ``pytest --alluredir`` as ``ilrspec run --allure`` writes.

allure-pytest-bdd opens and closes a result for each scenario; just before it is written, all that it says is put in
its place: the same labels, steps, parameters and attachments. What allure-pytest-bdd leaves out, scenarios set aside
and files that cannot be read, is added.
"""

from collections import Counter
from collections.abc import Generator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import allure_commons
import pytest

from reports.allure.results import result_of, unreadable
from reports.allure.surroundings import write_surroundings
from steps.results import FeatureResult

if TYPE_CHECKING:
    from reports.pytest_plugin import ScenarioItem
    from steps.features import Feature, Scenario

_THEIRS = ("uuid", "start", "stop")
_KEPT_LABELS = ("host", "thread")


class AllureUnderPytest:
    """Fills in the results of our scenarios; registered with pytest and with Allure."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._folder = Path(config.getoption("allure_report_dir")).absolute()
        self._item: ScenarioItem | None = None
        self._written = False

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: "pytest.CallInfo[None]"
    ) -> Generator[None, None, None]:
        """Know whose result allure-pytest-bdd writes when an item is torn down, and write it where it does not."""
        ours = call.when == "teardown" and hasattr(item, "told")
        self._item = item if ours else None  # type: ignore[assignment]
        self._written = False
        yield
        if ours and not self._written:
            self._report(self._made(round(call.start * 1000)))
        self._item = None

    @allure_commons.hookimpl(tryfirst=True)
    def report_result(self, result: Any) -> None:
        """Fill in a result before the file is written."""
        if self._item is None or self._written:
            return
        self._written = True
        made = self._made(result.start)
        made.labels += [label for label in result.labels if label.name in _KEPT_LABELS]
        for name, value in vars(made).items():
            if name not in _THEIRS:
                setattr(result, name, value)

    def unreadable(self, file: Path, problems: Any) -> None:
        """Write the result of a file that cannot be read; of several processes only the first does."""
        if getattr(self._config, "workerinput", {"workerid": "gw0"})["workerid"] == "gw0":
            now = round(datetime.now().timestamp() * 1000)  # noqa: DTZ005
            self._report(unreadable(FeatureResult(str(file), file.stem, problems=problems), now))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        """Write what belongs to the whole run, once."""
        if not hasattr(self._config, "workerinput") and self._folder.is_dir():
            write_surroundings(self._folder, datetime.now().astimezone())

    def _made(self, start: int) -> Any:
        assert self._item is not None
        feature: Feature = self._item.feature
        named = FeatureResult(str(feature.file), feature.name, feature.description, feature.tags)
        twin = _twin(feature, self._item.scenario)
        return result_of(named, self._item.told, start, _store, twin)

    def _report(self, result: Any) -> None:
        self._written = True
        allure_commons.plugin_manager.hook.report_result(result=result)


def _store(text: str, name: str) -> None:
    allure_commons.plugin_manager.hook.report_attached_data(body=text, file_name=name)


def _twin(feature: "Feature", scenario: "Scenario") -> int:
    """Return which of the scenarios of one name and one row of examples this is."""
    counts: Counter[object] = Counter()
    for one in feature.scenarios:
        counts[one.name, one.example] += 1
        if one is scenario:
            break
    return counts[scenario.name, scenario.example]
