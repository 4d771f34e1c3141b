"""What is wrong with an apprentice's record in a file, or missing in the reference data."""

from engine.ilr.records import Learner, LearningDelivery
from engine.ledger import Finding, Ledger, Severity
from engine.programmes.apprenticeships.additional_work import funding_row
from engine.programmes.apprenticeships.person_year import PersonYear
from engine.setting import Setting

FUNDING_MISSING = "APPRENTICESHIP_FUNDING_MISSING"
RATE_MISSING = "AIM_RATE_MISSING"
BIRTH_MISSING = "DateOfBirth_01"

_CLAUSES = {FUNDING_MISSING: "FM36-3.2", RATE_MISSING: "FM36-2-ENGLISHMATHS", BIRTH_MISSING: "FM36-2-AGE"}

_NOTHING = "It earns nothing, and no other aim of its programme takes account of it."


def usable_aims(learner: Learner, models: frozenset[int], setting: Setting, ledger: Ledger) -> Learner:
    """Return the learner without the apprenticeship aims that end before they start, with a finding for each."""
    refused = [
        delivery
        for delivery in learner.learning_delivery
        if delivery.fund_model in models and _is_refused(delivery, learner, setting, ledger)
    ]
    if not refused:
        return learner
    kept = tuple(one for one in learner.learning_delivery if one not in refused)
    return learner.model_copy(update={"learning_delivery": kept})


def _is_refused(delivery: LearningDelivery, learner: Learner, setting: Setting, ledger: Ledger) -> bool:
    start, planned, actual = (
        delivery.learn_start_date,
        delivery.learn_plan_end_date,
        delivery.learn_act_end_date,
    )
    if planned >= start and (actual is None or actual >= start):
        return False
    expected = f"{start.isoformat()}, the start, or later"
    seq = delivery.aim_seq_number
    if planned < start:
        code, field = "LearnPlanEndDate_02", "LearnPlanEndDate"
        _write(ledger, setting, learner, seq, code, "error", field, str(planned), expected, _NOTHING)
    if actual is not None and actual < start:
        code, field = "LearnActEndDate_01", "LearnActEndDate"
        _write(ledger, setting, learner, seq, code, "error", field, str(actual), expected, _NOTHING)
    return True


def check_birth(learner: Learner, setting: Setting, ledger: Ledger) -> None:
    """Write a finding for a learner without a date of birth, unless another programme has written it."""
    if learner.date_of_birth is None and all(one.code != BIRTH_MISSING for one in ledger.findings):
        message = (
            "Without an age the apprentice is neither 16 to 18 nor a care leaver: no payment for either."
        )
        _write(
            ledger,
            setting,
            learner,
            None,
            BIRTH_MISSING,
            "error",
            "DateOfBirth",
            "",
            "a date of birth",
            message,
        )


def check_reference(work: PersonYear, learner: Learner, setting: Setting, ledger: Ledger) -> None:
    """Write a finding for each course and each rate of English or maths that the reference data do not have."""
    rules, reference = work.rules, work.reference
    told: set[str] = set()
    for aim in work.programme_aims:
        if not aim.fund_start or aim.app in told or funding_row(work, aim) is not None:
            continue
        told.add(aim.app)
        field = "StdCode" if aim.is_standard else "FworkCode"
        expected = f"a row of apprenticeship_funding for {aim.app} begun by {aim.programme.start:%d/%m/%Y}"
        message = "Without reference data of the course its band limit is 0: the price earns nothing."
        seq = aim.aim_seq_number
        _write(ledger, setting, learner, seq, FUNDING_MISSING, "warning", field, aim.app, expected, message)
    for aim in work.aims:
        if aim.is_english_maths or aim.is_programme_aim or not (aim.is_apprenticeship and aim.fund_start):
            continue
        ref, day = aim.delivery.learn_aim_ref, aim.adjusted_start
        known = reference.aim(ref)
        component = None if known is None else known.common_component
        if component is None or not reference.knows_common_component(*aim.course, component, day):
            continue
        if reference.rate(ref, rules.english_maths_rate, day) is None:
            expected = f"a {rules.english_maths_rate} rate of the aim valid on {day:%d/%m/%Y}"
            message = "No rate of English or maths was found: the aim earns nothing of its own."
            seq = aim.aim_seq_number
            _write(
                ledger, setting, learner, seq, RATE_MISSING, "warning", "LearnAimRef", ref, expected, message
            )


def _write(
    ledger: Ledger,
    setting: Setting,
    learner: Learner,
    seq: int | None,
    code: str,
    severity: Severity,
    field: str,
    found: str,
    expected: str,
    message: str,
) -> None:
    ledger.findings.append(
        Finding(
            setting.ukprn,
            learner.learn_ref_number,
            seq,
            code,
            severity,
            field,
            found,
            expected,
            _CLAUSES.get(code, ""),
            message,
        )
    )
