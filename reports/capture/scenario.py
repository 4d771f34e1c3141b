"""A learner of a file by reference number, captured as a new scenario."""

from pathlib import Path
from typing import TYPE_CHECKING

from reports.authoring.new_scenario import NewScenario
from reports.capture.bootcamps import captured_bootcamps, has_bootcamps
from reports.capture.learner import Captured, captured_learner
from reports.capture.parts import lines_of
from reports.learner_search import find_learner
from reports.refusal import Refusal

if TYPE_CHECKING:
    from engine.ilr.records import Learner, LearnerDestinationandProgression
    from engine.setting import Setting
    from reports.calculation import Calculation

_SAYS = "Captured from records of a return: who they are about is made up, their dates and figures are as returned."


def the_learner(calculation: "Calculation", reference_number: str) -> "Learner":
    """Return the one learner with a reference number. Raises Refusal for none, with the nearest, and for several."""
    wanted = reference_number.strip()
    found = [one for one in calculation.learners() if one.learn_ref_number == wanted]
    if len(found) > 1:
        aims = "; ".join(f"one has {len(one.learning_delivery)} aims" for one in found)
        raise Refusal(
            f"{calculation.file}: {len(found)} learners have the reference {wanted} ({aims}); a file for one provider "
            "holds each once, so mend the file first"
        )
    return found[0] if found else find_learner(calculation.file, calculation.learners(), wanted)


def captured(
    learner: "Learner",
    destination: "LearnerDestinationandProgression | None",
    setting: "Setting",
    chosen: tuple[tuple[str, str], ...] = (),
) -> Captured:
    """Return a learner as a scenario, one of milestones for bootcamps. Raises Refusal where none says the same."""
    if has_bootcamps(learner, setting):
        return captured_bootcamps(learner, destination, setting, chosen)
    return captured_learner(learner, destination, setting, chosen)


def new_scenario(found: Captured, title: str = "") -> NewScenario:
    """Return what was captured as a scenario to be written."""
    return NewScenario(
        title or found.title,
        tuple(lines_of(found.parts)),
        (found.tag, "captured") if found.tag != "captured" else (found.tag,),
        "Captured learners",
        _SAYS,
    )


def feature_path(out: Path | None) -> Path:
    """Return the path by which a scenario is known that is only shown."""
    return out or Path("captured.feature")
