"""The quick runner: the same step functions as under pytest-bdd, called directly, every problem at once."""

import gc
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from engine.ilr.schema import UnknownIlrYear
from engine.parameters import ParameterError, Parameters, published
from engine.reference import ReferenceDataError
from engine.switches import Switches
from steps.features import Feature, Scenario, Selection, Step, at_line, read_feature
from steps.moved_years import moved
from steps.pictures import pictures_of, years_of
from steps.problems import Problem, StepError, Unreadable
from steps.reading import ASSERTS_NOTHING, fault, misspelt_steps, told_of, understood
from steps.results import NOTHING, CellResult, FeatureResult, RunResult, ScenarioResult, StepResult, Told
from steps.world import World

Keep: TypeAlias = Callable[[World], Any]


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How to run: a tag expression, the number of worker processes, whether every cell's Why is kept.

    ``parameters`` is a folder of parameter files to run under instead of the published ones; ``years`` moves every
    date of the features so many funding years on. ``keep`` takes from the World of every scenario, at its end, what
    a report needs of it; with several workers it is a function of a module.
    """

    tags: str = ""
    workers: int = 1
    explain: bool = False
    parameters: Path | None = None
    years: int = 0
    keep: Keep | None = None


class Performance:
    """One scenario being carried out, a step at a time.

    After a step that cannot be read or carried out the following ones are still read, so that every problem
    is told, but no longer carried out. A step whose cells differ does not stop the rest.
    """

    def __init__(
        self,
        scenario: Scenario,
        parameters: Parameters | None = None,
        readings: Switches | None = None,
        door: Callable[[Any], Any] | None = None,
    ) -> None:
        self.file = str(scenario.file)
        self.line = scenario.line
        self.world = World(
            script=scenario.steps,
            tags=scenario.tags,
            parameters=parameters or published(),
            unless_chosen=readings,
            door=door,
        )
        self.beside_steps = list(misspelt_steps(scenario))
        self.problems: list[Problem] = list(self.beside_steps)
        self._stopped = bool(self.problems)

    def perform(self, step: Step) -> StepResult:
        """Carry out one step and return what came of it."""
        began = time.perf_counter()
        result = self._perform(step)
        result.duration = time.perf_counter() - began
        return result

    def _perform(self, step: Step) -> StepResult:
        result = StepResult(
            step.keyword, step.text, step.line, "passed", step.table, background=step.background
        )
        matched, arguments, problems = understood(step, self.world.year, self.file)
        if matched is not None:
            result.values = tuple((name, part.text) for name, part in matched.parts.items())
        if problems or matched is None:
            return self._refuse(result, problems)
        if self._stopped and not matched.definition.setting:
            result.status = "skipped"
            return result
        before, warned, hidden = len(self.world.cells), len(self.world.warnings), len(self.world.elided)
        try:
            matched.definition.function(self.world, **arguments)
        except StepError as error:
            return self._refuse(result, told_of(error, step, self.file))
        except (ParameterError, ReferenceDataError, UnknownIlrYear) as error:
            return self._refuse(result, [Problem(self.file, step.line, step.column, str(error))])
        except Exception as error:  # one faulty rule must not keep the other scenarios from running
            return self._refuse(result, [Problem(self.file, step.line, step.column, fault(error))])
        result.cells = self.world.cells[before:]
        result.elided = tuple(self.world.elided[hidden:])
        for cell in result.cells:
            cell.line = cell.line or step.line
        result.warnings = tuple(
            replace(one, file=self.file, line=one.line or step.line) for one in self.world.warnings[warned:]
        )
        if not all(cell.ok for cell in result.cells):
            result.status = "failed"
            result.message = "\n".join(self.world.refusals())
        return result

    def finish(self) -> list[Problem]:
        """Let go of the scenario, and return the problems that belong to none of its steps.

        One is that nothing was compared: a scenario that asserts nothing has not passed.
        """
        self.world.close()
        if not any(cell.asserted for cell in self.world.cells) and not self.problems:
            self.beside_steps.append(Problem(self.file, self.line, 0, ASSERTS_NOTHING))
            self.problems += self.beside_steps
        return self.beside_steps

    def _refuse(self, result: StepResult, problems: Iterable[Problem]) -> StepResult:
        found = list(problems)
        self.problems.extend(found)
        self._stopped = True
        result.status = "error"
        result.message = "\n".join(str(problem) for problem in found)
        return result


def run_scenario(
    scenario: Scenario,
    *,
    explain: bool = False,
    parameters: Parameters | None = None,
    readings: Switches | None = None,
    door: Callable[[Any], Any] | None = None,
    keep: Keep | None = None,
) -> ScenarioResult:
    """Carry out one scenario, under the published parameters and readings unless others are given.

    ``door`` is given each result of the engine and returns it as the tables are to see it; ``keep`` takes from the
    World at the end what a report needs of it.
    """
    result = not_yet_run(scenario)
    if scenario.ignored:
        return result
    began = time.perf_counter()
    performance = Performance(scenario, parameters, readings, door)
    try:
        result.steps = [performance.perform(step) for step in scenario.steps]
        conclude(result, performance, explain=explain, keep=keep)
    finally:
        performance.finish()
    result.duration = time.perf_counter() - began
    return result


def not_yet_run(scenario: Scenario) -> ScenarioResult:
    """Return the result of a scenario before it is run; one that is set aside has its steps and is skipped."""
    result = ScenarioResult(
        str(scenario.file),
        scenario.line,
        scenario.name,
        scenario.tags,
        "passed",
        description=scenario.description,
        rule=scenario.rule,
        heading_line=scenario.heading_line,
        example=scenario.example,
    )
    if scenario.ignored:
        result.status = "skipped"
        result.message = "set aside with @ignore"
        result.steps = [
            StepResult(step.keyword, step.text, step.line, "skipped", step.table, background=step.background)
            for step in scenario.steps
        ]
    return result


def conclude(
    result: ScenarioResult, performance: Performance, *, explain: bool = False, keep: Keep | None = None
) -> None:
    """Finish the performance of a result's steps, and say in the result what came of the whole."""
    if explain:
        result.pictures = pictures_of(performance.world)
        result.years = years_of(performance.world, result.pictures)
    if keep is not None:
        result.kept = keep(performance.world)
    beside_steps = performance.finish()
    result.problems = tuple(performance.problems)
    statuses = {step.status for step in result.steps}
    if "error" in statuses or beside_steps:
        result.status = "error"
        result.message = "\n".join(str(problem) for problem in result.problems)
    elif "failed" in statuses:
        result.status = "failed"
        wrong = [cell for cell in result.cells if not cell.ok]
        notes = dict.fromkeys(step.message for step in result.steps if step.message)
        result.message = "\n".join([*(_difference(result.file, cell) for cell in wrong), *notes])
    told: Told | None = {} if explain else None
    for step in result.steps:
        if not explain:
            step.elided = ()
        for cell in (*step.cells, *(one.result for one in step.elided)):
            cell.settle(told)


def _difference(file: str, cell: CellResult) -> str:
    label = " ".join(part for part in (cell.row, cell.column) if part)
    told = f"expected {cell.expected or NOTHING}, got {cell.actual or NOTHING}"
    return f"{Path(file).name}:{cell.line}: {label}: {told}"


@contextmanager
def _fewer_collections() -> Iterator[None]:
    """Let the garbage collector look less often: results are kept to the end, so it finds little."""
    before = gc.get_threshold()
    gc.set_threshold(50_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def run_features(
    selections: Iterable[Selection],
    options: RunOptions | None = None,
    on_scenario: Callable[[ScenarioResult], None] | None = None,
) -> RunResult:
    """Run the features that were selected and return what came of them, in the order of the selections.

    A file that cannot be read is a FeatureResult with its problems. Raises Unreadable for a faulty tag
    expression.
    """
    options = options or RunOptions()
    chosen = _tag_filter(options.tags)
    began = time.perf_counter()
    run = RunResult()
    tell = on_scenario or (lambda scenario: None)
    merged = _by_file(selections)
    if options.workers > 1 and len(merged) > 1:
        with ProcessPoolExecutor(max_workers=options.workers) as pool:
            pending = [pool.submit(_run_file, path, lines, options) for path, lines in merged.items()]
            for future in pending:
                feature = future.result()
                run.features.append(feature)
                for scenario in feature.scenarios:
                    tell(scenario)
    else:
        with _fewer_collections():
            for path, lines in merged.items():
                run.features.append(_run_one(path, lines, chosen, options, tell))
    run.duration = time.perf_counter() - began
    return run


def _by_file(selections: Iterable[Selection]) -> dict[Path, tuple[int, ...]]:
    merged: dict[Path, tuple[int, ...]] = {}
    for path, line in selections:
        before = merged.get(path)
        merged[path] = (0,) if line == 0 or before == (0,) else (*(before or ()), line)
    return merged


def _run_file(path: Path, lines: tuple[int, ...], options: RunOptions) -> FeatureResult:
    with _fewer_collections():
        return _run_one(path, lines, _tag_filter(options.tags), options, lambda scenario: None)


def _run_one(
    path: Path,
    lines: tuple[int, ...],
    chosen: Callable[[Scenario], bool],
    options: RunOptions,
    tell: Callable[[ScenarioResult], None],
) -> FeatureResult:
    parameters = parameters_of(options.parameters)
    try:
        feature = moved(read_feature(path), options.years)
    except Unreadable as error:
        return FeatureResult(str(path), path.stem, problems=error.problems)
    result = FeatureResult(str(path), feature.name, feature.description, feature.tags)
    selected = _selected(feature, lines)
    if not selected:
        where = f" at line {', '.join(map(str, lines))}" if lines != (0,) else ""
        result.problems = (Problem(str(path), 0, 0, f"there is no scenario{where} in this file"),)
    for scenario in selected:
        if chosen(scenario):
            outcome = run_scenario(
                scenario, explain=options.explain, parameters=parameters, keep=options.keep
            )
            result.scenarios.append(outcome)
            tell(outcome)
    return result


@lru_cache(maxsize=8)
def parameters_of(folder: Path | None) -> Parameters:
    """Return the parameters of a folder, read once for all scenarios; the published ones for none."""
    return Parameters(folder) if folder else published()


def _selected(feature: Feature, lines: tuple[int, ...]) -> list[Scenario]:
    if lines == (0,):
        return feature.scenarios
    wanted = {id(scenario) for line in lines for scenario in at_line(feature, line)}
    return [scenario for scenario in feature.scenarios if id(scenario) in wanted]


def _tag_filter(expression: str) -> Callable[[Scenario], bool]:
    if not expression.strip():
        return lambda scenario: True
    from cucumber_tag_expressions import TagExpressionError, TagExpressionParser

    try:
        parsed = TagExpressionParser.parse(expression)
    except TagExpressionError as error:
        message = str(error).splitlines()[0]
        raise Unreadable(
            [Problem("", 0, 0, f"the tag expression '{expression}' cannot be read: {message}")]
        ) from None
    return lambda scenario: bool(parsed.evaluate([f"@{tag}" for tag in scenario.tags]))
