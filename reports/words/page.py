"""The vocabulary as one page: every step with its table, to read and to search, without internet."""

import re
from itertools import groupby
from pathlib import Path

from reports.authoring.clause_words import clauses
from reports.authoring.words import StepWords
from reports.words.known import KnownStep
from reports.words.screen import other_names

_HERE = Path(__file__).parent / "templates"
_STYLE = Path(__file__).parents[1] / "page" / "assets" / "report.css"


def page(steps: tuple[KnownStep, ...], *, home: str = "") -> str:
    """Return the page of the steps; ``home`` is the address of the page that leads to it, blank where it is alone."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["anchor"] = anchor
    environment.filters["others"] = other_names
    subjects = [(title, list(told)) for title, told in groupby(steps, key=lambda one: one.step.title)]
    style = _STYLE.read_text(encoding="utf-8") + (_HERE / "steps.css").read_text(encoding="utf-8")
    return environment.get_template("steps.html.j2").render(
        subjects=subjects,
        total=len(steps),
        home=home,
        clauses=clauses(),
        sought=sought,
        style=Markup(style),  # the product's own style sheets
        script=Markup((_HERE / "steps.js").read_text(encoding="utf-8")),
    )


def anchor(sentence: str) -> str:
    """Return the address of a step within the page."""
    return re.sub(r"[^a-z0-9]+", "-", sentence.lower()).strip("-")


def sought(step: StepWords) -> str:
    """Return what of a step is looked through: sentences, meanings, headings and words of cells, in small letters."""
    told = [*step.sentences, step.help, step.title]
    told += [word.text for place in step.places for word in place.words]
    for heading in step.table.headings if step.table else ():
        told += [*heading.names, heading.help, *(word.text for word in heading.words)]
    return " ".join(dict.fromkeys(" ".join(told).lower().split()))
