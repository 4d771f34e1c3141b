"""Given and When steps said in a test: what they make of them, or what their author is told."""

from pathlib import Path
from textwrap import dedent

from engine.ilr.records import Learner, LearningDelivery
from engine.programmes.apprenticeships.payments.inputs import MonthEndInputs
from steps.apprenticeships.inputs import inputs_of
from steps.features import parse_feature
from steps.runner import Performance
from steps.world import World

HEADINGS = "ULN learner_type agreed_price start_date planned_end_date actual_end_date completion_status"


def feature_of(text: str) -> str:
    """Return the inside of a scenario as a feature."""
    return f"Feature: Said\n  Scenario: One\n{dedent(text).strip(chr(10))}\n"


def performed(text: str) -> Performance:
    """Carry out the steps of a scenario that asserts nothing."""
    performance = Performance(parse_feature(feature_of(text), Path("said.feature")).scenarios[0])
    for step in parse_feature(feature_of(text), Path("said.feature")).scenarios[0].steps:
        performance.perform(step)
    return performance


def world_of(text: str) -> World:
    """Return the state of a scenario whose steps are right."""
    performance = performed(text)
    assert not performance.problems, "\n".join(map(str, performance.problems))
    return performance.world


def inputs(text: str) -> MonthEndInputs:
    """Return the month-end inputs of a scenario."""
    return inputs_of(world_of(text))[0]


def problems(text: str) -> str:
    """Return what the author of a scenario is told."""
    return "\n".join(map(str, performed(text).problems))


def table(*rows: str) -> str:
    """Return rows of a table; cells are parted by blanks, ``_`` within a cell is a blank, ``.`` alone an empty cell."""
    lines = []
    for row in rows:
        cells = ["" if cell == "." else cell.replace("_", " ") for cell in row.split()]
        lines.append(f"      | {' | '.join(cells)} |")
    return "\n".join(lines)


def ilr(
    *rows: str, headings: str = HEADINGS, step: str = "an ILR file is submitted with the following data:"
) -> str:
    """Return a step with an ILR table."""
    return f"    When {step}\n{table(headings, *rows)}\n"


ROW = "learner_a programme_only_DAS 15000 01/08/2017 04/08/2018 . continuing"
FILE = ilr(ROW)


def learners(text: str) -> tuple[Learner, ...]:
    """Return the learners of the first file of a scenario."""
    return inputs(text).submissions[0].learners


def aim(text: str, place: int = 0) -> LearningDelivery:
    """Return an aim of the first learner."""
    return learners(text)[0].learning_delivery[place]


def acts(delivery: LearningDelivery) -> list[tuple[str, str, str]]:
    """Return the ACT records of an aim as code, first and last day."""
    return [
        (one.learn_del_fam_code, str(one.learn_del_fam_date_from), str(one.learn_del_fam_date_to or ""))
        for one in delivery.learning_delivery_fam
        if one.learn_del_fam_type == "ACT"
    ]


def money(delivery: LearningDelivery, kind: str = "TNP") -> list[tuple[int, str, int]]:
    """Return the price or payment records of an aim as code, day and pounds."""
    return [
        (one.a_fin_code, str(one.a_fin_date), one.a_fin_amount)
        for one in delivery.app_fin_record
        if one.a_fin_type == kind
    ]
