"""A comparison as JSON and as a page of its own."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import reports.page
from reports.output_files import OutputFiles
from reports.page.contents import programme_of
from reports.plural import plural
from reports.year_on_year import screen
from reports.year_on_year.causes import Cause
from reports.year_on_year.compare import Broken, Comparison, Movement, day_shown
from reports.year_on_year.record import Figure, ScenarioRecord

if TYPE_CHECKING:
    from jinja2 import Template


def as_json(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain data: a summary, the figures that moved, and what stands on one side only."""
    return {
        "before": comparison.before,
        "after": comparison.after,
        "differs": comparison.differs,
        "summary": {
            "scenarios_compared": comparison.scenarios,
            "figures_compared": comparison.compared,
            "figures_moved": len(comparison.moved),
            "by_cause": [
                {"figures": len(movements), **_cause(cause)} for cause, movements in comparison.by_cause()
            ],
        },
        "moved": [_movement(one) for one in comparison.moved],
        "not_worked_out_after": [_broken(one) for one in comparison.stopped],
        "not_worked_out_before": [_broken(one) for one in comparison.started],
        "scenarios_gone": [_place(one) for one in comparison.gone],
        "scenarios_new": [_place(one) for one in comparison.new],
        "figures_gone": [_figure(*one) for one in comparison.gone_figures],
        "figures_new": [_figure(*one) for one in comparison.new_figures],
        "not_readable": [{"file": file, "message": message} for file, message in comparison.unreadable],
        "notes": comparison.remarks,
    }


def _place(scenario: ScenarioRecord) -> dict[str, Any]:
    return {
        "programme": programme_of(scenario.feature),
        "feature": scenario.feature,
        "line": scenario.line,
        "scenario": scenario.name,
        "example": scenario.example,
    }


def _movement(one: Movement) -> dict[str, Any]:
    return {
        **_place(one.scenario),
        "step": one.step,
        "row": one.row,
        "column": one.column,
        "before": one.before,
        "after": one.after,
        "difference": None if one.difference is None else f"{one.difference:f}",
        "causes": [_cause(cause) for cause in one.causes],
    }


def _cause(cause: Cause) -> dict[str, str]:
    told = {
        "kind": cause.kind,
        "name": cause.name,
        "before": cause.before,
        "after": cause.after,
        "from": day_shown(cause.since),
        "label": cause.label,
    }
    return {key: value for key, value in told.items() if value}


def _broken(one: Broken) -> dict[str, Any]:
    return {**_place(one.scenario), "message": one.message}


def _figure(scenario: ScenarioRecord, figure: Figure) -> dict[str, Any]:
    return {
        **_place(scenario),
        "step": figure.step,
        "row": figure.row,
        "column": figure.column,
        "value": figure.actual,
    }


def write_page(comparison: Comparison, target: Path) -> None:
    """Write the comparison as one HTML file that needs nothing else. Raises Refusal where that cannot be done."""
    with OutputFiles() as files:
        files.open(target).write(page(comparison))
        files.commit()


def page(comparison: Comparison) -> str:
    """Return the page of a comparison."""
    return _template().render(
        one=comparison,
        headline=screen.headline(comparison),
        programmes=comparison.by_programme(),
        causes=comparison.by_cause(),
        stopped=screen.by_message(comparison.stopped),
        started=screen.by_message(comparison.started),
        style=(Path(reports.page.__file__).parent / "assets" / "report.css").read_text(encoding="utf-8"),
    )


@cache
def _template() -> "Template":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        told=screen.told,
        short=screen.short,
        because=screen.because,
        place=screen.place,
        difference=screen.difference,
        plural=plural,
        since=day_shown,
    )
    return environment.get_template("changes.html.j2")
