"""The field catalogue: mandatory fields, and the learners that are left out of the export without them.

Source: Skills Bootcamps Wave 5 Learner Entry Tool guidance, key and learner homepage.
"""

from engine.ilr.records import Learner, LearningDelivery
from engine.ledger import Finding
from engine.programmes.bootcamps.aim_checks import check_aims
from engine.programmes.bootcamps.destination_checks import check_destinations, has_code
from engine.programmes.bootcamps.finder import Finder
from engine.programmes.bootcamps.history import LearnerHistory
from engine.programmes.bootcamps.record_checks import check_record
from engine.programmes.bootcamps.rules import CATALOGUE, Context, Field
from engine.programmes.bootcamps.snapshot import Snapshot, fam_codes

_LEARNER_FIELDS = {
    "LearnRefNumber": "learn_ref_number",
    "GivenNames": "given_names",
    "DateOfBirth": "date_of_birth",
    "FamilyName": "family_name",
    "Sex": "sex",
    "NINumber": "ni_number",
    "Ethnicity": "ethnicity",
    "PostcodePrior": "postcode_prior",
    "Postcode": "postcode",
    "LLDDHealthProb": "lldd_health_prob",
    "PlanLearnHours": "plan_learn_hours",
    "PriorAttain": "prior_attain",
}
_AIM_FIELDS = {
    "LearnAimRef": "learn_aim_ref",
    "DelLocPostCode": "del_loc_post_code",
    "LSDPostcode": "lsd_postcode",
}


def judge_fields(snapshot: Snapshot, history: LearnerHistory, context: Context) -> tuple[list[Finding], bool]:
    """Return what is found in a record's fields, and whether the learner is in the export.

    A learner with a mandatory field that is not completed is left out, so nothing is paid or refused.
    """
    finder = Finder(snapshot)
    _check_mandatory(finder)
    if context.switches.destination_missing == "left_out":
        _check_destination_codes(finder)
    missing = len(finder.findings)
    check_record(finder, history, context)
    check_aims(finder, history, context)
    check_destinations(finder, context)
    findings = finder.findings
    weighed = findings if context.switches.export_exclusion == "any_error" else findings[:missing]
    codes = list(dict.fromkeys(one.code for one in weighed if one.severity == "error"))
    if codes:
        expected = "all mandatory fields completed"
        finder.find("DONT_EXPORT", None, "EXPORT-05", "Learner", ", ".join(codes), expected)
    return findings, not codes


def _check_mandatory(finder: Finder) -> None:
    snapshot = finder.snapshot
    learner = snapshot.learner
    rules = (snapshot.bootcamps or snapshot.claims)[0].rules
    aims = [*(one.delivery for one in snapshot.bootcamps), *(one.delivery for one in snapshot.claims)]
    for one in rules.fields:
        if not one.mandatory or not one.missing:
            continue
        if one.name in _LEARNER_FIELDS:
            if _is_needed(one, snapshot) and _is_blank(one, getattr(learner, _LEARNER_FIELDS[one.name])):
                _miss(finder, one, None)
        elif one.name == "EmpStat":
            _check_employment(finder, one, learner, aims)
        elif one.entity == "LearningDeliveryFAM":
            for aim in aims:
                if not fam_codes(aim, one.name):
                    _miss(finder, one, aim)
        else:
            for aim in aims:
                if _is_blank(one, getattr(aim, _AIM_FIELDS[one.name])):
                    _miss(finder, one, aim)


def _is_needed(one: Field, snapshot: Snapshot) -> bool:
    # Planned hours are collected only where learning is active in the year: not for milestone aims alone.
    return one.name != "PlanLearnHours" or bool(snapshot.bootcamps)


def _is_blank(one: Field, value: object) -> bool:
    # These two are numbers that every record has; nought is no code of theirs and stands for none chosen.
    if one.name in ("Ethnicity", "LLDDHealthProb"):
        return value == 0
    return value is None or (isinstance(value, str) and not value.strip())


def _check_employment(finder: Finder, one: Field, learner: Learner, aims: list[LearningDelivery]) -> None:
    if not learner.learner_employment_status:
        code = "EmpStat_08" if any(aim.fund_model == 35 for aim in aims) else "EmpStat_21"
        _miss(finder, one, None, code)


def _check_destination_codes(finder: Finder) -> None:
    for bootcamp in finder.snapshot.bootcamps:
        if bootcamp.has_ended and not has_code(bootcamp):
            finder.find(
                "DEST_CODE_MISSING",
                bootcamp.delivery,
                "PSMF-01",
                "ProvSpecDelMon",
                "none",
                "a destination code",
            )


def _miss(finder: Finder, one: Field, aim: LearningDelivery | None, code: str = "") -> None:
    topic = one.clause.removeprefix(f"{CATALOGUE}-")
    finder.find(code or one.missing, aim, topic, one.name, "none", f"{one.name} completed")
