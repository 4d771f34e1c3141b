"""A new scenario on its way into a feature: as a file of its own or at the end of one, and only when it passes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reports.authoring.formatting import formatted
from reports.authoring.saving import save, save_new
from reports.refusal import Refusal
from steps.feature_text import FeatureText, feature_text, read_feature_text
from steps.features import Scenario, parse_feature
from steps.problems import Unreadable
from steps.results import ScenarioResult
from steps.runner import run_scenario

_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class NewScenario:
    """A scenario: its title, its tags without @, and its steps and tables as lines of a feature.

    ``feature`` names the feature of a file of its own, ``says`` describes it in a sentence.
    """

    title: str
    lines: tuple[str, ...]
    tags: tuple[str, ...] = ()
    feature: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A scenario in the text of its feature, the line it begins on, and what came of running it there."""

    text: FeatureText
    line: int
    result: ScenarioResult


def of_its_own(new: NewScenario, path: Path) -> Placed:
    """Return a scenario in a feature of its own, carried out. Raises Refusal when it does not pass."""
    first, *others = new.tags or ("",)
    lines = [f"@{first}"] if first else []
    lines += [f"Feature: {_line(new.feature or new.title)}"]
    lines += [_line(new.says)] if new.says else []
    lines += ["", *_scenario(replace(new, tags=tuple(others)))]
    text = feature_text("".join(f"{line}\n" for line in lines).encode(), path)
    return _carried_out(formatted(text))


def at_the_end(new: NewScenario, text: FeatureText) -> Placed:
    """Return a feature with a scenario at its end, carried out; the rest of the file is not touched.

    A title that the feature has already gets a number. Raises Refusal when the scenario does not pass there, such as
    below a background that says otherwise, Unreadable for a file that is no feature.
    """
    feature = parse_feature(text.readable, text.path)
    titles = {scenario.name.casefold() for scenario in feature.scenarios}
    title, number = _line(new.title), 1
    while title.casefold() in titles:
        number += 1
        title = f"{_line(new.title)} ({number})"
    own = of_its_own(
        replace(new, title=title, feature="Placed", says="", tags=("placed", *_further(new, feature.tags))),
        text.path,
    )
    begins = next(at for at, line in enumerate(own.text.lines) if not line.strip()) + 1
    margin = "  " if any(re.match(r"\s*Rule:", line) for line in text.lines) else ""
    added = [margin + line.rstrip("\r\n") if line.strip() else "" for line in own.text.lines[begins:]]
    before = list(text.lines)
    while before and not before[-1].strip():
        before.pop()
    if before and not before[-1].endswith(("\n", "\r")):
        before[-1] += text.newline
    lines = (*before, *(f"{line}{text.newline}" for line in ("", *added)))
    return _carried_out(replace(text, lines=lines))


def _further(new: NewScenario, known: Iterable[str]) -> list[str]:
    there = {tag.casefold() for tag in known}
    return [tag for tag in new.tags if tag.casefold() not in there]


def check_place(path: Path, *, append: bool, makes_folder: bool = False) -> None:
    """Raise Refusal where a scenario cannot be written: a feature is there, no folder is, the name is no feature's.

    ``makes_folder`` says that a folder that is not there will be made.
    """
    if path.suffix.lower() != ".feature":
        raise Refusal(f"{path} is no feature; its name has to end in .feature")
    if path.is_dir():
        raise Refusal(f"{path} is a folder; name a file in it")
    if path.exists() and not append:
        raise Refusal(f"{path} is there already; nothing was written. --append puts the scenario at its end")
    if not path.parent.is_dir() and not makes_folder:
        raise Refusal(f"there is no folder {path.parent}; make it first")


def place(new: NewScenario, path: Path, *, append: bool) -> Placed:
    """Write a scenario into a new feature, or with ``append`` to the end of the one that is there.

    Raises Refusal, with nothing written, for a file that is there or is changed meanwhile, and for a scenario that does
    not pass in its place.
    """
    if append and path.exists():
        try:
            before = read_feature_text(path)
            placed = at_the_end(new, before)
        except Unreadable as error:
            raise Refusal(str(problem) for problem in error.problems) from None
        save(before, placed.text)
        return placed
    check_place(path, append=append)
    placed = of_its_own(new, path)
    save_new(path, placed.text)
    return placed


def quoted(path: str) -> str:
    """Return a path as it is typed in a command: in quotation marks when it holds blanks."""
    return f'"{path}"' if " " in path else path


def _scenario(new: NewScenario) -> list[str]:
    tags = [" ".join(f"@{tag}" for tag in new.tags)] if new.tags else []
    return [*tags, f"Scenario: {_line(new.title)}", *new.lines]


def _line(text: str) -> str:
    return _BLANK.sub(" ", text).strip()


def _carried_out(text: FeatureText) -> Placed:
    try:
        scenario: Scenario = parse_feature(text.readable, text.path).scenarios[-1]
    except Unreadable as error:
        raise Refusal(
            ["the scenario cannot be read:", *(str(problem) for problem in error.problems)]
        ) from None
    result = run_scenario(scenario)
    if result.status != "passed":
        told = result.message.splitlines()
        background = any(step.background for step in scenario.steps)
        why = (
            "; the background of the feature may say otherwise, so give it a file of its own"
            if background
            else ""
        )
        raise Refusal(
            [f"{text.path}: the scenario does not pass there{why}. Nothing was written.", *told[:5]]
        )
    return Placed(text, scenario.line, result)
