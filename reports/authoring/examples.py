"""Where features use each step: the lines of the shortest use, and the tags of the scenarios that use it.

Files are read line by line, so that a file somebody is typing, or one with a mistake, does not stand in the way.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports.authoring.words import StepWords, step_of
from steps.feature_text import FeatureText, read_feature_text
from steps.problems import Unreadable

STEP = re.compile(r"\s*(?P<keyword>Given|When|Then|And|But|\*)\s+(?P<sentence>\S.*?)\s*$")
"""A line that is a step."""

MAIN_KEYWORDS = ("Given", "When", "Then")
"""The keywords that And and But stand for."""

_HEADING = re.compile(
    r"\s*(?P<keyword>Feature|Rule|Background|Scenario Outline|Scenario Template|Scenario|Example)\s*:(?P<name>.*)"
)
_EXAMPLES = re.compile(r"\s*(?:Examples|Scenarios)\s*:")
_PARENTS = {"Feature", "Rule"}


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a step: the file, the line, the scenario's name (blank in a background), its lines with its table."""

    file: Path
    line: int
    scenario: str
    lines: tuple[str, ...]


@dataclass(slots=True)
class Usage:
    """What features make of a step: how often it stands there, its shortest use, the tags of scenarios that use it.

    ``keywords`` counts Given, When and Then; And and But stand for the keyword above them.
    """

    count: int = 0
    shortest: Use | None = None
    tags: Counter[str] = field(default_factory=Counter)
    keywords: Counter[str] = field(default_factory=Counter)


def usage(folder: Path) -> dict[StepWords, Usage]:
    """Return the use of every step in the features of a folder; a file that cannot be read is passed over."""
    found: dict[int, tuple[StepWords, Usage]] = {}
    for path in sorted(folder.rglob("*.feature")):
        try:
            text = read_feature_text(path)
        except Unreadable:
            continue
        for step, use, keyword, tags in _uses(text):
            told = found.setdefault(id(step), (step, Usage()))[1]
            told.count += 1
            told.tags.update(tags)
            told.keywords[keyword] += 1
            if told.shortest is None or _size(use) < _size(told.shortest):
                told.shortest = use
    return dict(found.values())


def _size(use: Use) -> tuple[bool, bool, int, int]:
    # A use with placeholders of an outline, or without the table that others have, shows less.
    return ("<" in "".join(use.lines), len(use.lines) == 2, len(use.lines), sum(map(len, use.lines)))


def _uses(text: FeatureText) -> Iterator[tuple[StepWords, Use, str, tuple[str, ...]]]:
    tags: list[str] = []
    inherited: dict[str, tuple[str, ...]] = {}
    own: tuple[str, ...] = ()
    scenario = quoted = ""
    keyword = MAIN_KEYWORDS[0]
    for number, line in enumerate(text.lines, 1):
        told = line.strip()
        if told[:3] in ('"""', "```") and quoted in ("", told[:3]):
            quoted = "" if quoted else told[:3]
        elif quoted or not told or told.startswith("#"):
            continue
        elif told.startswith("@"):
            tags += re.findall(r"@([^\s@]+)", told)
        elif heading := _HEADING.match(line):
            kind = heading["keyword"]
            if kind in _PARENTS:
                inherited[kind] = tuple(tags)
            scenario = heading["name"].strip() if kind not in (*_PARENTS, "Background") else ""
            own = (*inherited.get("Feature", ()), *inherited.get("Rule", ()), *tags)
            tags = []
        elif _EXAMPLES.match(line):
            tags = []
        elif found := STEP.match(line):
            keyword = found["keyword"] if found["keyword"] in MAIN_KEYWORDS else keyword
            if step := step_of(found["sentence"]):
                yield step, Use(text.path, number, scenario, tuple(_with_table(text, number))), keyword, own


def _with_table(text: FeatureText, number: int) -> Iterator[str]:
    first = text.lines[number - 1]
    indent = len(first) - len(first.lstrip())
    yield first.strip()
    for line in text.lines[number:]:
        told = line.strip()
        if told.startswith("|"):
            yield line.rstrip()[min(indent, len(line) - len(line.lstrip())) :]
        elif told and not told.startswith("#"):
            return


def clauses_of(told: Usage, known: Mapping[str, object], most: int = 5) -> list[str]:
    """Return the clauses that scenarios with a step show, those of most scenarios first."""
    return [tag for tag, _ in told.tags.most_common() if tag in known][:most]
