"""Check and run agree: what a run cannot carry out a check tells too, without a rule being run."""

import random
import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.authoring.checking import check
from steps.feature_text import feature_text, read_feature_text
from steps.features import find_features, parse_feature
from steps.problems import Problem, Unreadable
from steps.runner import Performance

ROOT = Path(__file__).resolve().parents[3]
GOLDEN = Path(__file__).with_name("golden")
NEEDS_RULES = re.compile(
    r"has no rate|has no (area cost|disadvantage) factor|has no band|no price episode|several price episodes|"
    r"aims are meant|has no values|there are no rules|check-in|has not ended|the shares differ|"
    r"no record holds planned"
)
"""What a run tells of a scenario once the rules have given their results."""


def problems_of_a_run(text: str, path: Path) -> list[Problem]:
    """Return what a run says cannot be read or carried out."""
    try:
        feature = parse_feature(text, path)
    except Unreadable as error:
        return list(error.problems)
    found: list[Problem] = []
    for scenario in feature.scenarios:
        performance = Performance(scenario)
        for step in scenario.steps:
            performance.perform(step)
        performance.finish()
        found += performance.problems
    return [one for one in found if not NEEDS_RULES.search(one.message)]


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.feature")), ids=lambda path: path.stem)
def test_every_problem_of_a_run_is_a_flaw_in_the_same_line(path: Path) -> None:
    text = read_feature_text(path)
    flaws = [flaw for flaw in check(text) if flaw.severity == "error"]
    # To a run the table below a line that it does not understand belongs to the step above.
    follow = {flaw.line + 1 for flaw in flaws if flaw.code == "misspelt-keyword"}
    lines = {flaw.line for flaw in flaws} | follow
    assert {one.line for one in problems_of_a_run(text.readable, path)} <= lines


@pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.feature")), ids=lambda path: path.stem)
def test_messages_are_those_of_the_run(path: Path) -> None:
    text = read_feature_text(path)
    # Of these a check says more than a run.
    own = ("ragged-row", "misspelt-keyword", "missing-bar")
    flaws = check(text)
    lines = {flaw.line for flaw in flaws if flaw.code in own}
    for problem in problems_of_a_run(text.readable, path):
        here = [flaw for flaw in flaws if flaw.line == problem.line]
        assert (
            problem.line in lines
            or any(problem.message.startswith(flaw.message) for flaw in here)
            or not here
        )


SHORT = [
    "sector_programmes/swap_work_experience", "apprenticeships/transfers", "bootcamps/waves",
    "pre_employment/credit", "study_programmes/no_placement", "adult_skills/esol_hours",
]  # fmt: skip
READABLE = {name: (ROOT / "features" / f"{name}.feature").read_text(encoding="utf-8") for name in SHORT}


@given(st.sampled_from(SHORT), st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_a_spoilt_feature_is_told_of_by_both(name: str, chance: random.Random) -> None:
    lines = one_scenario(READABLE[name], chance)
    at = chance.randrange(2, len(lines))
    lines[at] = spoilt(lines[at], chance)
    text = "\n".join(lines) + "\n"
    path = Path("spoilt.feature")
    flaws = [flaw for flaw in check(feature_text(text.encode(), path)) if flaw.severity == "error"]
    # Of the rows below a line that is not understood, to a run none stands where it may: one flaw tells it.
    begun = [flaw.line for flaw in flaws if flaw.code in ("not-understood", "misspelt-keyword")]
    for problem in problems_of_a_run(text, path):
        near = any(abs(flaw.line - problem.line) <= 1 for flaw in flaws)
        assert near or any(line < problem.line for line in begun), (problem, flaws)


def one_scenario(text: str, chance: random.Random) -> list[str]:
    """Return a feature with its head and one of its scenarios."""
    lines = text.split("\n")
    starts = [at for at, line in enumerate(lines) if re.match(r"\s*Scenario", line)]
    chosen = chance.randrange(len(starts))
    head = lines[: starts[0]]
    body = lines[starts[chosen] : (*starts[1:], len(lines))[chosen]]
    for part in (head, body):
        while part[-1].strip().startswith("@") or not part[-1].strip():
            part.pop()
    return [*head, *body]


def spoilt(line: str, chance: random.Random) -> str:
    """Return a line with a letter less, more or another, or with a cell that says something else."""
    if not line.strip():
        return line
    at = chance.randrange(len(line))
    cells = line.split("|")
    cells[chance.randrange(len(cells))] = chance.choice([" x ", " 31/09/2021 ", "  ", " 1O.00 ", " - "])
    return chance.choice(
        [line[:at] + line[at + 1 :], line[:at] + chance.choice("aO1|x") + line[at + 1 :], "|".join(cells)]
    )


def test_no_rule_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def rule(*given: object, **more: object) -> None:
        raise AssertionError("a rule was run")

    for place in (
        "steps.world.calculate",
        "steps.returns.evaluate",
        "steps.returned_destinations.evaluate",
        "steps.pre_employment.evaluate",
        "steps.study_programmes.work_experience_of",
        "steps.apprenticeships.results_run.month_ends.run",
        "steps.apprenticeships.outlines.Figures",
    ):
        monkeypatch.setattr(place, rule)
    for name in (
        *SHORT,
        "bootcamps/destinations",
        "study_programmes/substitutes",
        "apprenticeships/definitions",
    ):
        assert not check(read_feature_text(ROOT / "features" / f"{name}.feature"))


@pytest.mark.long
def test_the_features_have_no_flaw() -> None:
    paths = [selection.path for selection in find_features([ROOT / "features"])]
    assert [flaw for path in paths for flaw in check(read_feature_text(path))] == []


def test_all_mistakes_of_a_scenario_are_told_at_once() -> None:
    written = dedent("""\
        Feature: Several
          Scenario: One
            Given the funding year is 2020/21
            And this aim:
              | aim | aim reference | start date | planned end date |
              | A   | 60900011      | 31/09/2020 | 28/02/2021       |
            Then the earnings are:
              | aim | earning | Sep 2020 |
              | AA  | total   | 1.00     |
              | A   | totl    | 1.00     |
            And nothing else is erned
    """)
    text = feature_text(written.encode(), Path("several.feature"))
    assert [(flaw.line, flaw.code) for flaw in check(text) if flaw.severity == "error"] == [
        (6, "bad-date"), (9, "unknown-name"), (10, "unknown-code"), (11, "unknown-step"),
    ]  # fmt: skip
    mended = written.replace("31/09", "30/09").replace("totl", "total").replace("erned", "earned")
    unknown = mended.replace("| A   | total", "| X   | total")
    flaws = check(feature_text(unknown.encode(), Path("s.feature")))
    assert [flaw.line for flaw in flaws if flaw.severity == "error"] == [9, 10]
