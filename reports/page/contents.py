"""What the report page is made of: programmes, features, scenarios, steps, each with a lasting address."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reports.celltable import CellTable
from reports.page.tables import step_tables
from reports.terminal import remaining_message
from steps.problems import Problem
from steps.results import FeatureResult, RunResult, ScenarioResult, Status, StepResult

STATES: tuple[Status, ...] = ("passed", "failed", "error", "skipped")

_TAGS_SHOWN = 12
_PROGRAMMES = {"pre_employment": "Pre-employment"}


@dataclass(slots=True)
class StepView:
    """A step with its author's table, the cells compared beyond it, and the problems at its lines."""

    step: StepResult
    problems: list[Problem]
    tables: list[CellTable]
    beyond: list[CellTable]


@dataclass(slots=True)
class ScenarioView:
    """A scenario with its address in the page. ``example`` is the line of its row of examples, or 0."""

    id: str
    result: ScenarioResult
    steps: list[StepView]
    problems: list[Problem]
    message: str
    example: int
    compared: int
    wrong: int
    aside: int


@dataclass(slots=True)
class FeatureView:
    """A feature with its background, told once, and its scenarios by rule (blank for those under none)."""

    id: str
    result: FeatureResult
    background: list[StepView]
    rules: list[tuple[str, list[ScenarioView]]]

    @property
    def name(self) -> str:
        """The feature's name, or that of its file when it could not be read."""
        return self.result.name or Path(self.result.file).name

    @property
    def scenarios(self) -> Iterator[ScenarioView]:
        """Every scenario in order."""
        return (scenario for _, scenarios in self.rules for scenario in scenarios)


@dataclass(slots=True)
class ProgrammeView:
    """A programme with its features."""

    id: str
    name: str
    features: list[FeatureView] = field(default_factory=list)

    @property
    def file(self) -> str:
        """The name of the programme's page."""
        return f"{self.id.replace('--', '-')}.html"

    @property
    def data(self) -> str:
        """The name of the file with the programme's reasons and pictures."""
        return f"data/{Path(self.file).stem}.js"

    @property
    def scenarios(self) -> Iterator[ScenarioView]:
        """Every scenario in order."""
        return (scenario for feature in self.features for scenario in feature.scenarios)

    @property
    def years(self) -> list[str]:
        """The funding years that scenarios are about, in order."""
        return sorted({year for view in self.scenarios for year in view.result.years})


def contents(run: RunResult) -> list[ProgrammeView]:
    """Return the programmes of a run in the order of the run, without features that have nothing to show."""
    ids: Counter[str] = Counter()
    programmes: dict[str, ProgrammeView] = {}
    for feature in run.features:
        if not (feature.scenarios or feature.problems):
            continue
        name = programme_of(feature.file)
        if name not in programmes:
            programmes[name] = ProgrammeView(_id(ids, "programme", name), name)
        programmes[name].features.append(_feature(ids, feature))
    return list(programmes.values())


def programme_of(file: str) -> str:
    """Return the programme of a feature file: the first folder below ``features``, else its own folder."""
    folders = Path(file).parts[:-1]
    if "features" in folders:
        below = folders[len(folders) - folders[::-1].index("features") :]
        folder = below[0] if below else ""
    else:
        folder = Path(file).absolute().parent.name
    if folder in _PROGRAMMES:
        return _PROGRAMMES[folder]
    words = re.sub(r"[_\s]+", " ", folder).strip()
    return words[:1].upper() + words[1:] or "Features"


def tags_of(scenarios: Iterable[ScenarioResult]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """Return the most frequent tags of scenarios, and the rest, each with its number of scenarios."""
    counts = Counter(tag for scenario in scenarios for tag in dict.fromkeys(scenario.tags))
    ranked = counts.most_common()
    shown = len(ranked) if len(ranked) <= _TAGS_SHOWN + 4 else _TAGS_SHOWN
    by_name = [sorted(part, key=lambda item: item[0].lower()) for part in (ranked[:shown], ranked[shown:])]
    return by_name[0], by_name[1]


def counted(results: Iterable[ScenarioView]) -> list[tuple[Status, int]]:
    """Return how many scenarios have each status, for the statuses that occur."""
    counts = Counter(view.result.status for view in results)
    return [(status, counts[status]) for status in STATES if counts[status]]


def slug(text: str) -> str:
    """Return text as part of an address: small letters and digits with hyphens between."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:80] or "unnamed"


def _id(ids: Counter[str], *parts: str) -> str:
    made = "--".join(slug(part) for part in parts)
    ids[made] += 1
    return made if ids[made] == 1 else f"{made}--{ids[made]}"


def _feature(ids: Counter[str], feature: FeatureResult) -> FeatureView:
    stem = Path(feature.file).stem
    shared = _shared_background(feature)
    rules: list[tuple[str, list[ScenarioView]]] = []
    for scenario in feature.scenarios:
        if not rules or rules[-1][0] != scenario.rule:
            rules.append((scenario.rule, []))
        rules[-1][1].append(_scenario(_id(ids, stem, scenario.name), scenario, len(shared)))
    return FeatureView(_id(ids, "feature", stem), feature, [_step(step) for step in shared], rules)


def _shared_background(feature: FeatureResult) -> list[StepResult]:
    """Return the background steps with which every scenario begins alike and well: they are told once."""
    begun = [[step for step in scenario.steps if step.background] for scenario in feature.scenarios]
    shared: list[StepResult] = []
    for together in zip(*begun, strict=False):
        alike = len({(step.line, step.text, step.table) for step in together}) == 1
        if not alike or any(step.status not in ("passed", "skipped") or step.cells for step in together):
            break
        shared.append(together[0])
    return shared


def _scenario(id: str, scenario: ScenarioResult, told_above: int) -> ScenarioView:
    cells = scenario.cells
    steps = [_step(step, scenario.problems) for step in scenario.steps[told_above:]]
    under_steps = {problem for step in steps for problem in step.problems}
    return ScenarioView(
        id,
        scenario,
        steps,
        [problem for problem in scenario.problems if problem not in under_steps],
        remaining_message(scenario),
        scenario.line if scenario.heading_line not in (0, scenario.line) else 0,
        len(cells),
        sum(not cell.ok for cell in cells),
        len(scenario.cells_not_compared),
    )


def _step(step: StepResult, problems: Iterable[Problem] = ()) -> StepView:
    messages = set(step.message.splitlines())
    tables = step_tables(step)
    own = tables[:1] if step.table else []
    beyond = tables[len(own) :]
    if not step.table and not any(table.wrong for table in beyond):
        beyond = []
    mine = [problem for problem in problems if str(problem) in messages]
    return StepView(step, mine, own, beyond)
