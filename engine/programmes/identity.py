"""What every learner's record is checked for, whatever the programme: numbers with a check digit.

Source: ILR validation rules ULN_04 (derived value DD01), EmpId_02 and WorkPlaceEmpId_02 (derived value DD14).
"""

from engine.identifiers import employer_id_is_valid, uln_is_valid
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.ledger import Finding, Ledger
from engine.setting import Setting

ULN_CLAUSE = "WMCA2122-NATIONAL-21"
EMPLOYER_CLAUSE = "WMCA2122-NATIONAL-22"


def calculate(
    learner: Learner,
    destination: LearnerDestinationandProgression | None,
    setting: Setting,
    ledger: Ledger,
) -> None:
    """Add a finding for each number of the learner whose last digit is not its check digit."""
    if not uln_is_valid(learner.uln):
        _find(
            ledger,
            setting,
            learner,
            None,
            "ULN_04",
            "ULN",
            "a number whose tenth digit is its check digit",
            ULN_CLAUSE,
        )
    for status in learner.learner_employment_status:
        if status.emp_id is not None and not employer_id_is_valid(status.emp_id):
            _find_employer(ledger, setting, learner, None, "EmpId_02", "EmpId")
    for delivery in learner.learning_delivery:
        for placement in delivery.learning_delivery_work_placement:
            employer = placement.work_place_emp_id
            if employer is not None and not employer_id_is_valid(employer):
                number = delivery.aim_seq_number
                _find_employer(ledger, setting, learner, number, "WorkPlaceEmpId_02", "WorkPlaceEmpId")


def _find_employer(
    ledger: Ledger, setting: Setting, learner: Learner, aim: int | None, code: str, field: str
) -> None:
    expected = "an employer identifier whose ninth digit is its check digit"
    _find(ledger, setting, learner, aim, code, field, expected, EMPLOYER_CLAUSE)


def _find(
    ledger: Ledger,
    setting: Setting,
    learner: Learner,
    aim: int | None,
    code: str,
    field: str,
    expected: str,
    clause: str,
) -> None:
    # The number itself is personal or an employer's, and the reference says which record is meant.
    ledger.findings.append(
        Finding(
            setting.ukprn,
            learner.learn_ref_number,
            aim,
            code,
            "error",
            field,
            "a wrong check digit",
            expected,
            clause,
            f"The {field} of the record cannot be right: its last digit does not fit the others.",
        )
    )
