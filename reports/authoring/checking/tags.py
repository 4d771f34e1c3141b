"""Tags that look like a clause of guidance and are none, or nearly are a known tag; titles that stand twice."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import fixtures
from engine.clauses import ClauseError, load_catalogues
from reports.authoring.checking.flaw import Flaw, TextEdit
from reports.authoring.checking.kinds import KINDS
from steps.feature_text import FeatureText
from steps.features import Feature, Scenario

_TAG = re.compile(r"@([^\s@]+)")
_PROGRAMMES = (
    "adult-skills", "apprenticeships", "bootcamps", "pre-employment", "sector-programmes", "study-programmes",
)  # fmt: skip
_WORKING = ("ignore", "strict")


def tag_flaws(text: FeatureText) -> Iterator[Flaw]:
    """Yield the tags that are no clause though they look like one, and those that are nearly a known tag."""
    for number, line in enumerate(text.lines, 1):
        told = line.strip("\ufeff \t\r\n")
        if not told.startswith("@"):
            continue
        for found in _TAG.finditer(line.partition(" #")[0]):
            yield from _flaws_of(text, number, found)


def _flaws_of(text: FeatureText, number: int, found: re.Match[str]) -> Iterator[Flaw]:
    tag = found[1].rstrip("\r\n")
    clauses = _clauses()
    if tag in clauses or tag in _known_tags():
        return
    exact = clauses.get(tag) or next((one for one in clauses if one.casefold() == tag.casefold()), "")
    if exact:
        yield _flaw(text, number, found, "misspelt-tag", f"@{tag} is written @{exact}", exact, sure=True)
    elif any(tag.casefold().startswith(family.casefold()) for family in _families()):
        near = _near(tag, clauses, 80)
        message = f"@{tag} looks like a clause of guidance, and no catalogue has it"
        flaw = _flaw(text, number, found, "unknown-clause", message, near, sure=False)
        yield replace(flaw, suggestion=_those_there_are(tag) or flaw.suggestion)
    elif near := _near(tag, _known_tags(), 82):
        sure = re.sub(r"[-_]", "", tag.casefold()) == re.sub(r"[-_]", "", near)
        yield _flaw(
            text,
            number,
            found,
            "misspelt-tag",
            f"@{tag} is no tag that is known",
            near,
            sure=sure or len(tag) > 6,
        )


def _those_there_are(tag: str) -> str:
    """Return the clauses that differ in their last number alone."""
    head = re.sub(r"\d+$", "", tag)
    same = [one for one in _clauses() if re.sub(r"\d+$", "", one) == head] if head != tag else []
    if len(same) < 3:
        return ""
    return f"the clauses that begin like it are {same[0]} to {same[-1]}"


def _flaw(
    text: FeatureText, number: int, found: re.Match[str], code: str, message: str, near: str, *, sure: bool
) -> Flaw:
    start, end = found.start(), found.end()
    return Flaw(
        str(text.path),
        number,
        start + 1,
        end + 1,
        code,
        KINDS[code].severity,
        message,
        f"did you mean @{near}?" if near else "see 'ilrspec coverage --all' for the clauses there are",
        (TextEdit(number, start, end, f"@{near}"),) if near and sure else (),
    )


def _near(tag: str, words: Iterable[str], score: float) -> str:
    from rapidfuzz import process
    from rapidfuzz.fuzz import ratio

    best = process.extractOne(tag, list(words), scorer=ratio, score_cutoff=score)
    return str(best[0]) if best else ""


@lru_cache(maxsize=1)
def _clauses() -> dict[str, str]:
    """Return every clause of the catalogues by its id; none where a catalogue is being written and cannot be read."""
    try:
        documents = load_catalogues(Path(fixtures.__file__).parent / "clauses")
    except ClauseError:
        return {}
    return {clause.id: clause.id for document in documents for clause in document.clauses}


@lru_cache(maxsize=1)
def _families() -> frozenset[str]:
    """Return what ids begin with, up to their first hyphen: ``AR-``, ``FM35-``, ``WMCA2122-``."""
    return frozenset(found[0] for id_ in _clauses() if (found := re.match(r"[A-Z]+\d*-", id_)))


@lru_cache(maxsize=1)
def _known_tags() -> frozenset[str]:
    from steps.apprenticeships.results_cells import STRICT

    written = {form for name in _PROGRAMMES for form in (name, name.replace("-", "_"))}
    return frozenset({*written, *_WORKING, STRICT})


def title_flaws(feature: Feature, text: FeatureText) -> Iterator[Flaw]:
    """Yield the scenarios of a file whose title stands above in the same file; examples of an outline are one."""
    seen: dict[tuple[str, str], int] = {}
    for scenario in _outlines_once(feature):
        name = _plain(scenario)
        first = seen.setdefault((scenario.rule, name), scenario.heading_line)
        if first != scenario.heading_line:
            message = f"this title stands already in line {first}"
            yield title_flaw(text, scenario.heading_line, "duplicate-title", message)


def _outlines_once(feature: Feature) -> list[Scenario]:
    return list({scenario.heading_line: scenario for scenario in reversed(feature.scenarios)}.values())[::-1]


def titles(feature: Feature) -> list[tuple[str, int]]:
    """Return the titles of a feature as they are compared, with their lines."""
    return [(_plain(scenario), scenario.heading_line) for scenario in _outlines_once(feature)]


def _plain(scenario: Scenario) -> str:
    return " ".join(scenario.name.casefold().split())


def title_flaw(text: FeatureText, number: int, code: str, message: str) -> Flaw:
    """Return the flaw of a title."""
    line = text.lines[number - 1]
    start = line.find(":") + 1
    start += len(line[start:]) - len(line[start:].lstrip())
    return Flaw(
        str(text.path),
        number,
        start + 1,
        len(line.rstrip()) + 1,
        code,
        KINDS[code].severity,
        message,
        "say in the title what is different here",
    )
