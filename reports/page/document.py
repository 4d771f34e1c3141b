"""Writing the report page: one HTML file that needs nothing else and is there whole or not at all."""

import os
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from reports.celltable import CellTable, as_html
from reports.page.contents import STATES, contents, counted, tags_of
from steps.results import RunResult

if TYPE_CHECKING:
    from jinja2 import Template
    from markupsafe import Markup

_HERE = Path(__file__).parent
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def write_report(
    run: RunResult, folder: Path, *, title: str = "Funding guidance that runs", when: datetime | None = None
) -> Path:
    """Write the page ``index.html`` of a run into a folder, made where there is none, and return its path.

    ``when`` is the moment of the run that the page tells; without it, now.
    """
    page = report_html(run, title=title, when=when or datetime.now().astimezone())
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "index.html"
    temporary = folder / f".index-{os.getpid()}.tmp"
    try:
        temporary.write_text(page, encoding="utf-8", newline="\n")
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    return target


def report_html(run: RunResult, *, title: str, when: datetime) -> str:
    """Return the page of a run."""
    programmes = contents(run)
    views = [view for programme in programmes for feature in programme.features for view in feature.scenarios]
    tags, more_tags = tags_of(run)
    return _template().render(
        run=run,
        title=title,
        when=when,
        day=_day(when),
        programmes=programmes,
        counts={status: run.count(status) for status in STATES},
        total=len(views),
        attention=[view for view in views if view.result.status in ("failed", "error")],
        unreadable=[feature for feature in run.features if feature.problems],
        tags=tags,
        more_tags=more_tags,
        style=_asset("report.css"),
        script=_asset("report.js"),
    )


@cache
def _asset(name: str) -> str:
    return (_HERE / "assets" / name).read_text(encoding="utf-8")


@cache
def _template() -> "Template":
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
    environment.filters["table"] = _table
    environment.filters["day"] = lambda text: _day(date.fromisoformat(text))
    return environment.get_template("report.html.j2")


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _table(table: CellTable, caption: str) -> "Markup":
    from markupsafe import Markup

    return Markup(as_html(table, caption=caption))  # as_html escapes every text
