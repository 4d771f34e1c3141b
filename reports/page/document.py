"""The text of every file of the report: pages, styles, scripts, and the data that pages load when it is asked for."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reports.celltable import Cell, CellTable, as_html
from reports.page.contents import STATES, ProgrammeView, ScenarioView, contents, counted, tags_of
from reports.page.guidance import COVERAGE, Guidance, guidance_of
from reports.page.pictures import picture_data
from reports.page.reasons import Reasons
from reports.page.search import search_data
from steps.results import CellResult, RunResult

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TITLE = "Funding guidance that runs"
SEARCH = "data/search.js"
STEPS = "steps.html"

_HERE = Path(__file__).parent
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def site(run: RunResult, *, title: str = TITLE, when: datetime, steps: str = "") -> dict[str, str]:
    """Return the files of a run's report by their path in its folder; ``steps`` is a page of the steps beside it."""
    programmes = contents(run)
    guidance = guidance_of(programmes)
    addresses = guidance.addresses()
    shared = {"title": title, "when": when, "day": _day(when), "programmes": programmes, "run": run}
    shared["steps_page"] = STEPS if steps else ""
    shared["coverage_table"] = _coverage_table(guidance)
    files = {"index.html": _index(run, programmes, shared)}
    if steps:
        files[STEPS] = steps
    for programme in programmes:
        reasons = Reasons()
        files[programme.file] = _programme(programme, reasons, addresses, shared)
        files[programme.data] = _loaded("reasons", _programme_data(programme, reasons, addresses))
    files |= _guidance(guidance, shared)
    files[SEARCH] = _loaded("search", search_data(programmes))
    files |= {
        f"assets/{path.name}": path.read_text(encoding="utf-8") for path in (_HERE / "assets").iterdir()
    }
    return files


def _index(run: RunResult, programmes: list[ProgrammeView], shared: Mapping[str, Any]) -> str:
    pages = {view.id: programme.file for programme in programmes for view in programme.scenarios}
    views = [view for programme in programmes for view in programme.scenarios]
    tags, more_tags = tags_of(run.scenarios)
    return _render(
        "index.html.j2",
        **shared,
        page="index.html",
        page_of=lambda view: pages[view.id],
        counts={status: run.count(status) for status in STATES},
        total=len(views),
        compared=sum(view.compared for view in views),
        attention=_attention(views),
        unreadable=[feature for feature in run.features if feature.problems],
        years=sorted({year for programme in programmes for year in programme.years}),
        tags=sorted([*tags, *more_tags]),
    )


def _programme(
    programme: ProgrammeView, reasons: Reasons, addresses: dict[str, str], shared: Mapping[str, Any]
) -> str:
    views = list(programme.scenarios)
    counts = Counter(view.result.status for view in views)
    tags, more_tags = tags_of(view.result for view in views)
    return _render(
        "programme.html.j2",
        reasons,
        **shared,
        page=programme.file,
        page_of=lambda view: "",
        programme=programme,
        counts={status: counts[status] for status in STATES},
        total=len(views),
        attention=_attention(views),
        tags=tags,
        more_tags=more_tags,
        addresses=addresses,
    )


def _programme_data(programme: ProgrammeView, reasons: Reasons, addresses: dict[str, str]) -> dict[str, Any]:
    pictures = {
        view.id: [picture_data(picture) for picture in view.result.pictures]
        for view in programme.scenarios
        if view.result.pictures
    }
    told = reasons.as_data()
    cited = {clause for text in told["reasons"] for clause in text[3]}
    texts = told["texts"]
    clauses = {texts[clause]: addresses[texts[clause]] for clause in cited if texts[clause] in addresses}
    return {**told, "clauses": dict(sorted(clauses.items())), "pictures": pictures}


def _guidance(guidance: Guidance, shared: Mapping[str, Any]) -> dict[str, str]:
    files = {"guidance.html": _render("guidance.html.j2", **shared, page="guidance.html")}
    for document in guidance.documents:
        files[document.file] = _render(
            "document.html.j2",
            **shared,
            page=document.file,
            document=document,
            coverage=COVERAGE,
            counts=document.counts,
            open_questions=sum(bool(view.switches) for view in document.clauses),
        )
    return files


def _coverage_table(guidance: Guidance) -> "Markup":
    from markupsafe import Markup

    return Markup(
        _render(
            "coverage.html.j2",
            documents=guidance.documents,
            problems=guidance.problems,
            coverage=COVERAGE,
        )
    )


def _attention(views: list[ScenarioView]) -> list[ScenarioView]:
    return [view for view in views if view.result.status in ("failed", "error")]


def _loaded(name: str, data: dict[str, Any]) -> str:
    """Return data as a script: a page opened from disk may load no other kind of file."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return f"ilrspec.take({json.dumps(name)},{text});\n"


def _render(template: str, reasons: Reasons | None = None, **told: Any) -> str:
    environment = _environment()
    environment.filters["table"] = _table_filter(reasons)
    environment.filters["why"] = _why_filter(reasons)
    return environment.get_template(template).render(**told)


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["counted"] = counted
    environment.filters["spans"] = _spans
    environment.filters["day"] = lambda text: _day(date.fromisoformat(text))
    environment.filters["table"] = _table_filter(None)
    environment.filters["why"] = _why_filter(None)
    return environment


def _table_filter(reasons: Reasons | None) -> "Callable[[CellTable, str], Markup]":
    from markupsafe import Markup

    why = _why_filter(reasons)
    return lambda table, caption: Markup(as_html(table, caption=caption, why=why))  # it escapes every text


def _why_filter(reasons: Reasons | None) -> "Callable[[Cell | CellResult], Markup]":
    from markupsafe import Markup

    return lambda cell: Markup(f" data-w={reasons.group(cell.why)}" if reasons and cell.why else "")


def _spans(years: list[str]) -> str:
    """Return funding years as people write them: the first to the last."""
    return years[0] if len(years) == 1 else f"{years[0]} to {years[-1]}" if years else "not told"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
