"""All flaws of a feature file, from its bytes to the meaning of its tables; and titles over several files."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from reports.authoring.checking.flaw import Flaw, TextEdit, before_edits, edits_by_line, fixed
from reports.authoring.checking.kinds import KINDS
from reports.authoring.checking.layout import layout_flaws
from reports.authoring.checking.likely import likely_flaws
from reports.authoring.checking.mended import Mended, read_on
from reports.authoring.checking.tags import tag_flaws, title_flaw, title_flaws, titles
from reports.authoring.checking.told import flaw_of, sorted_flaws
from steps.feature_text import FeatureText
from steps.problems import Problem
from steps.reading import read_scenario

_ROUNDS = 4
_OF_LOOKS = ("table-not-lined-up", "odd-blank")


def check(text: FeatureText) -> list[Flaw]:
    """Return every flaw of a feature file by line and column; no rule is run."""
    return checked(text)[0]


def checked(text: FeatureText, rounds: int = _ROUNDS) -> tuple[list[Flaw], list[tuple[str, int]], int]:
    """Return the flaws of a file, the titles of its scenarios with their lines, and how many scenarios there are.

    What a sure answer makes readable is read too: below a misspelt step stands a table, below a misspelt heading cells.
    """
    flaws, found_titles, count = _checked_once(text)
    sure = [flaw for flaw in flaws if flaw.fix and flaw.severity == "error"]
    if sure and rounds:
        flaws = sorted_flaws([*flaws, *_behind(text, sure, flaws, rounds - 1)])
    return flaws, found_titles, count


def _behind(text: FeatureText, sure: list[Flaw], known: list[Flaw], rounds: int) -> Iterator[Flaw]:
    """Yield the flaws that are seen once the sure ones are mended, at their places in the text as it is."""
    edits = edits_by_line(sure)
    told = {(flaw.line, flaw.column, flaw.code) for flaw in known}
    for flaw in checked(fixed(text, sure), rounds)[0]:
        if flaw.code in _OF_LOOKS:
            continue
        here = edits.get(flaw.line, [])
        start, end = before_edits(here, flaw.column - 1), before_edits(here, flaw.end_column - 1)
        column = start + 1 if flaw.column and start is not None else 0
        if (flaw.line, column, flaw.code) in told:
            continue
        if not flaw.column:
            yield replace(flaw, fix=())
        elif start is not None and end is not None:
            yield replace(flaw, column=column, end_column=end + 1, fix=tuple(_edits_before(flaw, edits)))


def _edits_before(flaw: Flaw, edits: dict[int, list[TextEdit]]) -> Iterator[TextEdit]:
    for edit in flaw.fix:
        here = edits.get(edit.line, [])
        start, end = before_edits(here, edit.start), before_edits(here, edit.end)
        if start is not None and end is not None:
            yield edit._replace(start=start, end=end)


def _checked_once(text: FeatureText) -> tuple[list[Flaw], list[tuple[str, int]], int]:
    read = read_on(text)
    problems = list(read.problems)
    flaws: list[Flaw] = [*layout_flaws(text), *tag_flaws(text)]
    found_titles: list[tuple[str, int]] = []
    if read.feature is not None:
        flaws += title_flaws(read.feature, text)
        found_titles = titles(read.feature)
        problems += _of_scenarios(read, text, flaws)
    elif not problems:
        problems.append(Problem(str(text.path), 1, 1, "there is no feature in this file"))
    flaws += [flaw_of(one, text) for one in dict.fromkeys(problems)]
    count = len(read.feature.scenarios) if read.feature else 0
    return sorted_flaws(flaws), found_titles, count


def _of_scenarios(read: Mended, text: FeatureText, flaws: list[Flaw]) -> Iterator[Problem]:
    feature = read.feature
    assert feature is not None
    if not feature.scenarios and not read.problems:
        yield Problem(
            str(text.path), 1, 1, "there is no scenario in this file: it begins with 'Scenario: ...'"
        )
    faulty = {problem.line for problem in read.problems}
    for scenario in feature.scenarios:
        if scenario.ignored:
            continue
        found = read_scenario(scenario)
        for problem in found.problems:
            if problem.line not in read.mended and problem.line not in faulty:
                yield problem
        flaws.extend(likely_flaws(scenario, found, text))


def duplicates(
    titled: Iterable[tuple[FeatureText, list[tuple[str, int]]]],
) -> Iterator[Flaw]:
    """Yield the scenarios whose title another file of the same folder has; examples of an outline are one."""
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    for text, found in titled:
        for name, line in found:
            first = seen.setdefault((str(text.path.parent), name), (text.path.name, line))
            if first[0] != text.path.name:
                message = f"{first[0]}, line {first[1]}, has a scenario of the same title"
                yield title_flaw(text, line, "duplicate-title-elsewhere", message)


def file_flaw(problem: Problem) -> Flaw:
    """Return the flaw of a file or folder that cannot be read at all."""
    code = "unreadable-file"
    return Flaw(problem.file, problem.line, problem.column, 0, code, KINDS[code].severity, problem.message)
