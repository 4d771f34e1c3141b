"""What an author of an apprenticeship scenario is told about mistakes, each message kept in a file to be judged.

``ILRSPEC_UPDATE_GOLDEN=1 pytest tests/apprenticeships/vocabulary`` writes the files anew.
"""

import os
from pathlib import Path

import pytest
from spoken import FILE, HEADINGS, ROW, ilr, problems, table

GOLDEN = Path(__file__).with_name("golden")

PRICED = (
    f"{HEADINGS} Total_training_price Total_training_price_effective_date Total_training_price_2 "
    "Total_training_price_2_effective_date"
)
TYPED = f"{HEADINGS} aim_type aim_sequence_number"
COMMITTED = "ULN agreed_price start_date end_date"


def commitments(*rows: str, headings: str = COMMITTED) -> str:
    return f"    Given the following commitments exist:\n{table(headings, *rows)}\n"


def given(step: str, *rows: str) -> str:
    return f"    Given {step}\n{table(*rows)}\n"


LEVY = "the employer 1 has a levy balance of:"
FORM = "the following EAS form is submitted in 10/17:"
SUPPORT = f"{HEADINGS} learning_support_date_from learning_support_date_to"

MISTAKES = {
    "unknown_headings": ilr(ROW, headings=HEADINGS.replace("planned_end", "planed_end").replace("ULN", "UNL")),
    "unlike_heading": given("the Contract type in the ILR is:", "contract_type colour", "DAS blue"),
    "missing_headings": ilr("learner_a 01/08/2017", headings="ULN start_date"),
    "heading_and_synonym": ilr(f"{ROW} 1 2", headings=f"{HEADINGS} Total_training_price Total_training_price_1"),
    "everything_of_a_row": ilr(
        "learner_a program_onyl_DAS 15,00.50 31/02/2017 04/08/18 . finnished", ". . . . . . .", "learner_b . . . . . ."
    ),
    "statuses_of_employment": given(
        "the employment status in the ILR is:",
        "Employer Employment_Status Employment_Status_Applies Small_Employer",
        "Tesco in_paid_work 05/08/2017 SEM2",
        "employer_1 in_paid_employment . SEM1",
    ),
    "ends_before_the_start": ilr(
        "learner_a . . 01/08/2017 31/07/2017 30/06/2017 completed 06/10/2017 06/08/2017", headings=SUPPORT
    ),
    "prices_outside_the_aim": ilr(
        f"{ROW} 12000 31/07/2017 10000 05/08/2018",
        f"{ROW.replace('.', '31/10/2017')} 12000 . 10000 01/11/2017",
        f"{ROW.replace('learner_a', 'learner_b')} 12000 01/08/2017 9000 01/08/2017",
        headings=PRICED,
    ),
    "two_programmes_of_one_number": ilr(f"{ROW} programme 1", f"{ROW} programme 1", headings=TYPED),
    "frameworks_half_said": ilr(
        f"{ROW} 403 . 1",
        f"{ROW} 403 25 1",
        f"{ROW} 403 7 .",
        headings=f"{HEADINGS} framework_code programme_type pathway_code",
    ),
    "adjustments": ilr(
        f"{ROW} 101% half", headings=f"{HEADINGS} funding_adjustment_for_prior_learning other_funding_adjustment"
    ),
    "codes": ilr(
        f"{ROW} EHC2 31-40% perhaps 1234567890123 maths",
        headings=f"{HEADINGS} LearnDelFAM home_postcode_deprivation restart_indicator "
        "learner_reference_number aim_type",
    ),
    "adding_to_nobody": ilr(". . . . . . . DAS", ROW + " .", headings=f"{HEADINGS} contract_type"),
    "uln_forgotten": ilr(ROW + " .", ROW.replace("learner_a", ".") + " DAS", headings=f"{HEADINGS} contract_type"),
    "adding_nothing": ilr(ROW, ". programme_only_DAS . . . . ."),
    "period_15": ilr(ROW, step="an ILR file is submitted for period R15 with the following data:"),
    "academic_year_1719": ilr(
        ROW, step="an ILR file is submitted for academic year 1719 in period R13 with the following data:"
    ),
    "impossible_day_on": ilr(ROW, step="an ILR file is submitted on 31/02/2018 with the following data:"),
    "impossible_day_first": ilr(
        ROW, step="an ILR file is submitted for the first time on 31/9/17 with the following data:"
    ),
    "a_sentence_nearly_right": ilr(ROW, step="an ILR file was submited with the following data:"),
    "table_of_headings_alone": ilr(),
    "commitment_without_price": commitments("learner_a . 01/08/2017 28/08/2018"),
    "commitment_contradicts_itself": commitments(
        "learner_a 7500 01/08/2017 31/07/2017 employer_x stoped 02/11/2017 01/11/2017",
        headings=f"{COMMITTED} Employer status effective_from effective_to",
    ),
    "levy_months": given(LEVY, "09/17 13/17 ... Sept", "500 1 ... 2"),
    "levy_without_money": given(LEVY, "09/17 10/17", "none ."),
    "levy_without_months": given(LEVY, "... ...", "1 2"),
    "levy_of_two_rows": given(LEVY, "09/17 10/17", "1 2", "3 4"),
    "levy_month_twice": given(LEVY, "09/17 9/2017", "1 2"),
    "employer_that_is_none": "    Given the employer Tesco has a levy balance = 0 for all months\n",
    "claim_line": given(FORM, "Type 08/17", "16-18_Levy_Employer_Audit_Adjustment 1", "Young_Levy_Claims 1"),
    "claim_line_column": given(FORM, "Claim 08/17", "16-18_Levy_Employer_Audit_Adjustments 1"),
    "history_row": given(
        "the following earnings and payments have been made to the provider A for learner a:",
        "Type 05/17",
        "SFA_Levy_employers_budget 1",
        "SFA_Levy_employer_budget .",
    ),
    "reversal_row": given("the following payments will be added for reversal:", "Payment_type 05/17", "On-programe 1"),
    "band_that_is_none": "    Given the apprenticeship funding band maximum is high\n" + FILE,
}  # fmt: skip


@pytest.mark.parametrize("name", MISTAKES)
def test_the_message_says_where_and_what_was_expected(name: str) -> None:
    found = problems(MISTAKES[name]) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert "fault of ilrspec" not in found
    assert found == golden.read_text(encoding="utf-8")


def test_every_message_kept_is_of_a_mistake() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(MISTAKES)
