"""What a scenario has said, made into what the engine is given: month-end inputs and reference data."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from engine.calendar import Month
from engine.parameters import Parameters
from engine.programmes.apprenticeships.course import Course
from engine.programmes.apprenticeships.payments.inputs import MonthEndInputs
from engine.reference import ReferenceData
from steps.apprenticeships.accounts import accounts
from steps.apprenticeships.commitments import commitment_sets
from steps.apprenticeships.history import adjustment_forms, past_payments
from steps.apprenticeships.ilr_table import is_aim
from steps.apprenticeships.names import Names, names_of
from steps.apprenticeships.records import course_of, submissions
from steps.apprenticeships.state import Apprenticeships, told
from steps.apprenticeships.words import ENGLISH_MATHS, PROGRAMME, defaults
from steps.problems import StepError
from steps.world import World

_RATE_CATEGORY, _BAND_CATEGORY = "APP_MAY_2017_EM", "APP_MAY_2017"


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a scenario has come to: inputs of the month ends, reference data, and who is who."""

    inputs: MonthEndInputs
    reference: ReferenceData
    names: Names


def inputs_of(world: World) -> tuple[MonthEndInputs, ReferenceData, Parameters]:
    """Return what the engine is given; made once until the scenario says more, so the same object is the same scenario.

    Raises StepError where no ILR file was submitted, or a step speaks of somebody unknown.
    """
    one = resolved(world)
    return one.inputs, one.reference, world.parameters


def uln_of(world: World, text: str) -> int:
    """Return the ULN of a learner by the text under ULN. Raises StepError naming the nearest learner."""
    return resolved(world).names.uln(text)


def learner_of(world: World, uln: int) -> str:
    """Return a learner's name in the scenario, the number itself for nobody's."""
    return resolved(world).names.name(uln)


def resolved(world: World) -> Resolved:
    """Return what the scenario has come to so far."""
    state = told(world)
    if state.resolved is None:
        state.resolved = _resolved(state, world)
    return state.resolved


def _resolved(state: Apprenticeships, world: World) -> Resolved:
    if not state.files and not state.forms:
        raise StepError(
            "no ILR file was submitted yet: 'When an ILR file is submitted with the following data:'"
        )
    known = names_of(state)
    by_employer, others = accounts(state)
    inputs = MonthEndInputs(
        submissions=submissions(state, known),
        commitment_sets=commitment_sets(state, known),
        accounts=by_employer,
        other_accounts=others,
        history=past_payments(state, known, world.parameters),
        reversals=tuple(state.reversals),
        forms=adjustment_forms(state),
        not_before=Month.of(state.not_before) if state.not_before else None,
        own_price_is_the_band=state.band is None,
    )
    own = ReferenceData.from_tables(_reference_rows(state))
    said = world.reference_rows
    return Resolved(inputs, own.merged(ReferenceData.from_tables(said)) if said else own, known)


def _reference_rows(state: Apprenticeships) -> dict[str, list[dict[str, str]]]:
    courses = dict.fromkeys(
        course_of(row)
        for rows in (*(file.rows for file in state.files), state.learning_before)
        for row in rows
        if is_aim(row)
    )
    programme, english = defaults()[PROGRAMME], defaults()[ENGLISH_MATHS]
    component = str(english["common_component"])
    return {
        "aims": [
            {"LearnAimRef": programme["LearnAimRef"]},
            {"LearnAimRef": english["LearnAimRef"], "FrameworkCommonComponent": component},
        ],
        "aim_rates": [
            {
                "LearnAimRef": english["LearnAimRef"],
                "FundingCategory": _RATE_CATEGORY,
                "RateWeighted": english["rate"],
                "RateUnWeighted": english["rate"],
            }
        ],
        "common_components": [{**_codes(course), "CommonComponent": component} for course in courses],
        "apprenticeship_funding": list(_bands(courses, state.band)),
        "apprenticeship_disadvantage": [
            {"Postcode": one["postcode"], "Uplift": str(one["uplift"])}
            for one in defaults()["deprivation"].values()
        ],
    }


def _bands(courses: Iterable[Course], band: Decimal | None) -> Iterable[dict[str, Any]]:
    if band is None:
        return ()
    return (
        {**_codes(course), "FundingCategory": _BAND_CATEGORY, "MaxEmployerLevyCap": str(band)}
        for course in courses
    )


def _codes(course: Course) -> dict[str, str]:
    if course.is_standard:
        return {"ProgType": str(course.prog_type), "StdCode": str(course.std_code)}
    return {
        "ProgType": str(course.prog_type),
        "FworkCode": str(course.fwork_code),
        "PwayCode": str(course.pway_code),
    }
