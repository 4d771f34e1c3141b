"""The expected tables of a new scenario: what its records give, carried out once."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.parameters import ParameterError
from engine.reference import ReferenceDataError
from reports.authoring.accepting import accepted, proposals
from reports.authoring.new_scenario import NewScenario
from reports.capture.bootcamps import milestone_parts, paid_of
from reports.capture.outcome import expected_parts, outcome_in
from reports.capture.parts import Part, lines_of
from reports.refusal import Refusal
from steps.bootcamps import named
from steps.feature_text import FeatureText, feature_text
from steps.features import parse_feature
from steps.problems import StepError, Unreadable
from steps.returns import evaluation, story
from steps.runner import Performance
from steps.world import World

_FIGURES = "{figures}"
_PLACE = Path("new.feature")
_HEAD = 2
_PROBLEM = re.compile(r"^[^:]*\.feature(:\d+)*: ")


def with_figures(new: NewScenario) -> list[str]:
    """Return the lines of a scenario with its figures computed. Raises Refusal for steps that give none."""
    try:
        if _FIGURES not in new.lines:
            return _accepted(list(new.lines))
        own = [line for line in new.lines if line != _FIGURES]
        said = [word for line in own if (word := line.partition(" ")[0]) in ("Given", "When", "Then")]
        lines = [*own, *lines_of(_computed(_text(own)), said[-1])]
        return _accepted(lines) if said[-1] == "Then" else lines
    except Unreadable as error:
        raise Refusal(_told(str(problem) for problem in error.problems)) from None
    except (StepError, ParameterError, ReferenceDataError) as error:
        raise Refusal(_told([str(error)])) from None


def _told(problems: Iterable[str]) -> list[str]:
    # Lines of a file that is not there yet say nothing.
    lines = [_PROBLEM.sub("", one) for one in problems]
    return ["with these answers there is no scenario:", *(f"  {line}" for line in lines)]


def _text(lines: list[str]) -> FeatureText:
    return feature_text(
        "".join(f"{line}\n" for line in ("Feature: F", "Scenario: S", *lines)).encode(), _PLACE
    )


def _computed(text: FeatureText) -> list[Part]:
    scenario = parse_feature(text.readable, text.path).scenarios[-1]
    performance = Performance(scenario)
    try:
        for step in scenario.steps:
            if performance.perform(step).status == "error":
                raise Unreadable(performance.problems)
        return list(_expected(performance.world))
    finally:
        performance.world.close()


def _expected(world: World) -> Iterator[Part]:
    returned = story(world).returned
    if not returned:
        yield from expected_parts(outcome_in(world), [aim.name for aim in world.learner(None).aims])
        return
    names = {
        int(aim.fields["AimSeqNumber"]): aim.name for draft in world.learners.values() for aim in draft.aims
    }
    camps = {reference.upper(): name for name, reference in named(world).items()}
    yield from milestone_parts(paid_of(evaluation(world), names, camps), returned[-1].returned_in)


def _accepted(lines: list[str]) -> list[str]:
    text = _text(lines)
    for offer in proposals(text):
        if offer.refused:
            raise Refusal(_told([offer.refused]))
        text = accepted(text, offer.changes)
    return [line.rstrip("\r\n") for line in text.lines[_HEAD:]]
