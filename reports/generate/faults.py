"""Deliberate breaches of a rule in otherwise good records: what a calculation must find. Files stay schema-valid."""

from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from engine.identifiers import TEMPORARY_ULN
from reports.generate.document import Record
from reports.generate.scene import Scene

UNKNOWN_AIM = "60999999"
UNKNOWN_STANDARD = 998

_PAID_BY_FORMULA = frozenset({"fm35", "fm36"})
_EVERY = frozenset({"fm35", "fm36", "fm25", "sector", "bootcamps", "fm10", "fm70", "fm81", "fm99"})


class Fault(NamedTuple):
    """A breach by the code of its finding: the programmes it goes with, and how it is made.

    ``make`` changes the record and says whether it could.
    """

    programmes: frozenset[str]
    make: Callable[[Record], bool]


def spoil(scene: Scene, programme: str, learner: Record) -> str | None:
    """Break one rule in a learner's record; return the code of the finding it must give, None when none fits."""
    chance = scene.chance
    codes = [code for code, fault in FAULTS.items() if programme in fault.programmes]
    while codes:
        code = codes.pop(chance.below(len(codes)))
        if FAULTS[code].make(learner):
            return code
    return None


def _first(learner: Record, models: tuple[int, ...]) -> Record | None:
    aims: list[Record] = learner["LearningDelivery"]
    return next((one for one in aims if one["FundModel"] in models), None)


def _wrong_uln(learner: Record) -> bool:
    learner["ULN"] = _other_last_digit(learner["ULN"])
    return True


def _other_last_digit(number: int) -> int:
    return number - number % 10 + (number + 1) % 10


def _temporary_uln(learner: Record) -> bool:
    if not _is_of_authority(learner):
        return False
    learner["ULN"] = TEMPORARY_ULN
    return True


def _wrong_employer(learner: Record) -> bool:
    for one in learner.get("LearnerEmploymentStatus", ()):
        if one["EmpId"] is not None:
            one["EmpId"] = _other_last_digit(one["EmpId"])
            return True
    return False


def _no_birth(learner: Record) -> bool:
    if _first(learner, (25, 35, 36)) is None:
        return False
    del learner["DateOfBirth"]
    return True


def _ends_before_start(learner: Record) -> bool:
    for one in learner["LearningDelivery"]:
        if one["FundModel"] in (35, 36) and one.get("LearnActEndDate"):
            one["LearnActEndDate"] = one["LearnStartDate"] - timedelta(3)
            return True
    return False


def _planned_before_start(learner: Record) -> bool:
    record = _first(learner, (35, 36))
    if record is None:
        return False
    record["LearnPlanEndDate"] = record["LearnStartDate"] - timedelta(7)
    return True


def _unknown_aim(learner: Record) -> bool:
    record = _first(learner, (35,))
    if (
        record is None
        or record.get("ProgType")
        or record["LearnPlanEndDate"] - record["LearnStartDate"] < timedelta(60)
    ):
        return False
    # It goes on, so that it has qualified for funding and its rate is looked for.
    for name in ("LearnActEndDate", "Outcome", "WithdrawReason", "EmpOutcome"):
        record.pop(name, None)
    record["LearnAimRef"], record["CompStatus"] = UNKNOWN_AIM, 1
    return True


def _unknown_course(learner: Record) -> bool:
    found = False
    for one in learner["LearningDelivery"]:
        if one.get("StdCode"):
            one["StdCode"], one["CompStatus"], found = UNKNOWN_STANDARD, 1, True
            for name in ("LearnActEndDate", "Outcome", "WithdrawReason", "AchDate", "OutGrade"):
                one.pop(name, None)
    return found


def _without_code(learner: Record, codes: tuple[str, ...]) -> bool:
    for one in learner["LearningDelivery"]:
        kept = [fam for fam in one["LearningDeliveryFAM"] if fam["LearnDelFAMCode"] not in codes]
        if len(kept) < len(one["LearningDeliveryFAM"]):
            one["LearningDeliveryFAM"] = kept
            return True
    return False


def _no_programme_code(learner: Record) -> bool:
    return _without_code(learner, ("016", "042"))


def _other_source(learner: Record) -> bool:
    for fam in learner["LearningDelivery"][0]["LearningDeliveryFAM"]:
        if fam["LearnDelFAMType"] == "SOF":
            fam["LearnDelFAMCode"] = "110"
    return True


def _start_elsewhere(learner: Record) -> bool:
    learner["LearningDelivery"][0]["LSDPostcode"] = "AX1 1AD"
    return True


def _is_of_authority(learner: Record) -> bool:
    return _first(learner, (37,)) is None


def _status_unknown(learner: Record) -> bool:
    if not _is_of_authority(learner):
        return False
    learner["LearnerEmploymentStatus"][0]["EmpStat"] = 98
    return True


def _under_19(learner: Record) -> bool:
    if not _is_of_authority(learner):
        return False
    start = learner["LearningDelivery"][0]["LearnStartDate"]
    learner["DateOfBirth"] = start - timedelta(18 * 365)
    return True


def _bootcamp_elsewhere(learner: Record) -> bool:
    return _is_of_authority(learner) and _start_elsewhere(learner)


def _no_bootcamp_code(learner: Record) -> bool:
    return _is_of_authority(learner) and _without_code(learner, ("023",))


def _contribution_beside_full_funding(learner: Record) -> bool:
    record = learner["LearningDelivery"][0]
    notes = record["ProviderSpecDeliveryMonitoring"]
    if not _is_of_authority(learner) or any("Contribution" in one["ProvSpecDelMon"] for one in notes):
        return False
    notes.append({"ProvSpecDelMonOccur": "D", "ProvSpecDelMon": "Contribution 10"})
    return True


def _no_placement(learner: Record) -> bool:
    return any(one.pop("LearningDeliveryWorkPlacement", None) for one in learner["LearningDelivery"])


def _no_hours(learner: Record) -> bool:
    learner["PlanLearnHours"] = None
    return True


FAULTS = {
    "ULN_04": Fault(_EVERY, _wrong_uln),
    "EmpId_02": Fault(_EVERY - {"fm25"}, _wrong_employer),
    "DateOfBirth_01": Fault(frozenset({"fm35", "fm36", "fm25"}), _no_birth),
    "LearnActEndDate_01": Fault(_PAID_BY_FORMULA, _ends_before_start),
    "LearnPlanEndDate_02": Fault(_PAID_BY_FORMULA, _planned_before_start),
    "AIM_RATE_MISSING": Fault(frozenset({"fm35"}), _unknown_aim),
    "APPRENTICESHIP_FUNDING_MISSING": Fault(frozenset({"fm36"}), _unknown_course),
    "WorkPlaceStartDate_01": Fault(frozenset({"fm25"}), _no_placement),
    "PlanLearnHours_01": Fault(frozenset({"fm25"}), _no_hours),
    "DAM_PROGRAMME_MISSING": Fault(frozenset({"sector"}), _no_programme_code),
    "SOF_NOT_112": Fault(frozenset({"sector"}), _other_source),
    "LSDPOSTCODE_NOT_WMCA": Fault(frozenset({"sector"}), _start_elsewhere),
    "NP_ULN_TEMP": Fault(frozenset({"bootcamps"}), _temporary_uln),
    "NP_EMPSTAT_98": Fault(frozenset({"bootcamps"}), _status_unknown),
    "NP_UNDER19": Fault(frozenset({"bootcamps"}), _under_19),
    "NP_LSD_POSTCODE": Fault(frozenset({"bootcamps"}), _bootcamp_elsewhere),
    "NP_DAM": Fault(frozenset({"bootcamps"}), _no_bootcamp_code),
    "NP_FFI_CONTRIB": Fault(frozenset({"bootcamps"}), _contribution_beside_full_funding),
}
"""Each breach by the code of the finding that it must give."""
