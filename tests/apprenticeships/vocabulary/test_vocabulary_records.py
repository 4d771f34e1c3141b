"""ILR tables in, ILR records out: defaults, prices, contracts, employment, and files that can be written."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from spoken import FILE, HEADINGS, ROW, acts, aim, ilr, inputs, learners, money, table, world_of

from engine.calendar import Month
from engine.identifiers import uln_is_valid, uln_with_check_digit
from engine.ilr.records import CollectionDetails, Header, LearningProvider, Message, Source
from engine.ilr.xml import read_message, to_xml
from steps.apprenticeships.inputs import inputs_of, learner_of, uln_of
from steps.apprenticeships.words import employer_id

EMPLOYED = """
    And the employment status in the ILR is:
      | Employer   | Employment Status      | Employment Status Applies | Small Employer |
      | employer 1 | in paid employment     | 05/08/2017                | SEM1           |
      |            | not in paid employment | 05/10/2017                |                |
"""


def test_a_row_is_a_learner_with_a_programme_aim() -> None:
    (learner,) = learners(FILE)
    delivery = learner.learning_delivery[0]
    assert (learner.learn_ref_number, learner.date_of_birth) == ("learner a", date(1992, 8, 1))
    assert uln_is_valid(learner.uln)
    assert (delivery.learn_aim_ref, delivery.aim_type, delivery.fund_model) == ("ZPROG001", 1, 36)
    assert (delivery.prog_type, delivery.std_code, delivery.fwork_code) == (25, 23, None)
    assert (delivery.aim_seq_number, delivery.comp_status, delivery.learn_act_end_date) == (1, 1, None)
    assert money(delivery) == [(1, "2017-08-01", 12000), (2, "2017-08-01", 3000)]
    assert acts(delivery) == [("1", "2017-08-01", "")]
    assert [(one.emp_stat, one.date_emp_stat_app) for one in learner.learner_employment_status] == [
        (10, date(2017, 7, 1))
    ]


@pytest.mark.parametrize(
    ("words", "born", "contract"),
    [
        ("16-18_programme_only_DAS", date(2000, 8, 1), "1"),
        ("16-18_Programme_only_Non-DAS", date(2000, 8, 1), "2"),
        ("19-24_programme_only_non-DAS", date(1997, 8, 1), "2"),
        ("programme_only_non_DAS", date(1992, 8, 1), "2"),
        (".", date(1992, 8, 1), "1"),
    ],
)
def test_the_learner_type_gives_age_and_contract(words: str, born: date, contract: str) -> None:
    (learner,) = learners(ilr(ROW.replace("programme_only_DAS", words)))
    assert learner.date_of_birth == born
    assert acts(learner.learning_delivery[0]) == [(contract, "2017-08-01", "")]


def test_the_age_is_that_of_the_earliest_start_in_any_file() -> None:
    late = ROW.replace("programme_only", "19-24_programme_only").replace("01/08/2017", "03/01/2018")
    early = ROW.replace("programme_only", "16-18_programme_only").replace("01/08/2017", "29/02/2016")
    (learner,) = learners(
        ilr(late) + ilr(early, step="an ILR file is submitted for period R06 with the following data:")
    )
    assert learner.date_of_birth == date(1999, 2, 28)


@pytest.mark.parametrize(
    ("price", "course", "records"),
    [
        ("7501", "standard_code 50", [(1, 6000), (2, 1501)]),
        ("1", "standard_code 50", [(2, 1)]),
        ("7500", "framework_code 403", [(1, 7500)]),
        (".", "framework_code 403", [(1, 15000)]),
        (".", "standard_code 50", [(1, 12000), (2, 3000)]),
        ("0", "standard_code 50", []),
    ],
)
def test_an_agreed_price_is_split_for_standards(
    price: str, course: str, records: list[tuple[int, int]]
) -> None:
    heading, code = course.split()
    row = f"{ROW.replace('15000', price)} {code} {'2 1' if 'framework' in heading else '. .'}"
    delivery = aim(ilr(row, headings=f"{HEADINGS} {heading} programme_type pathway_code"))
    assert [(code, amount) for code, _, amount in money(delivery)] == records


def test_price_records_win_over_the_agreed_price_and_count_from_the_start_unless_dated() -> None:
    headings = (
        f"{HEADINGS} Total_training_price Total_training_price_1_effective_date Total_assessment_price_1 "
        "Total_training_price_2 Total_training_price_2_effective_date Residual_training_price "
        "Residual_training_price_1_effective_date Residual_assessment_price"
    )
    delivery = aim(ilr(f"{ROW} 12000 01/08/2017 3000 10000 11/11/2017 5000 12/12/2017 0", headings=headings))
    assert money(delivery) == [
        (1, "2017-08-01", 12000),
        (1, "2017-11-11", 10000),
        (2, "2017-08-01", 3000),
        (3, "2017-12-12", 5000),
    ]


def test_english_and_maths_rows_have_their_own_reference_and_course_and_no_price() -> None:
    row = "learner_a . 471 01/08/2017 04/08/2018 08/03/2018 completed"
    headings = (
        f"{HEADINGS} aim_type framework_code programme_type pathway_code other_funding_adjustment "
        "funding_adjustment_for_prior_learning"
    )
    text = ilr(f"{ROW} programme 403 2 1 n/a n/a", f"{row} Maths_or_English . . . 75% 0%", headings=headings)
    programme, maths = learners(text)[0].learning_delivery
    assert (programme.std_code, programme.fwork_code, programme.prog_type, programme.pway_code) == (
        None,
        403,
        2,
        1,
    )
    assert (maths.learn_aim_ref, maths.aim_type, maths.std_code, maths.aim_seq_number) == (
        "50086832",
        3,
        23,
        2,
    )
    assert (maths.other_fund_adj, maths.prior_learn_fund_adj) == (75, 0)
    assert (programme.other_fund_adj, programme.prior_learn_fund_adj) == (None, None)
    assert (maths.outcome, maths.ach_date, maths.app_fin_record) == (1, date(2018, 3, 8), ())


def test_an_aim_reference_tells_english_and_maths_without_an_aim_type() -> None:
    text = ilr(f"{ROW} ZPROG001", f"{ROW} 50086832", headings=f"{HEADINGS} aim_reference")
    assert [one.aim_type for one in learners(text)[0].learning_delivery] == [1, 3]


def test_aim_numbers_are_those_said_and_free_ones() -> None:
    rows = [
        f"{ROW} {kind} {number}"
        for kind, number in (("programme", 2), ("maths_or_english", 2), ("programme", "."))
    ]
    text = ilr(*rows, headings=f"{HEADINGS} aim_type aim_sequence_number")
    assert [one.aim_seq_number for one in learners(text)[0].learning_delivery] == [2, 1, 3]


def test_rows_without_a_learner_add_to_the_one_above_for_all_its_aims() -> None:
    headings = f"{HEADINGS} aim_type contract_type contract_type_date_from contract_type_date_to"
    text = ilr(
        f"{ROW} programme DAS 06/07/2017 02/11/2017",
        ". . . . . . . . Non-DAS 03/11/2017 04/08/2018",
        "learner_a . . 06/12/2017 04/08/2018 . continuing maths_or_english . . .",
        headings=headings,
    )
    programme, maths = learners(text)[0].learning_delivery
    assert acts(programme) == [("1", "2017-08-01", "2017-11-02"), ("2", "2017-11-03", "")]
    assert acts(maths) == [("2", "2017-12-06", "")]


def test_the_contract_table_holds_for_everybody_and_a_gap_goes_on_with_the_latest() -> None:
    text = ilr(ROW, ROW.replace("learner_a", "learner_b").replace("04/08/2018 .", "04/08/2018 31/12/2017"))
    text += "    And the Contract type in the ILR is:\n" + table(
        "contract_type date_from date_to",
        "DAS 01/08/2017 31/08/2017",
        "Non-DAS 06/10/2017 31/10/2017",
        "DAS 01/02/2018 .",
    )
    first, second = learners(text)
    assert acts(first.learning_delivery[0]) == [
        ("1", "2017-08-01", "2017-10-05"),
        ("2", "2017-10-06", "2018-01-31"),
        ("1", "2018-02-01", ""),
    ]
    assert acts(second.learning_delivery[0]) == [("1", "2017-08-01", "2017-10-05"), ("2", "2017-10-06", "")]


def test_a_contract_within_another_ends_and_the_other_goes_on() -> None:
    text = (
        FILE
        + "    And the contract type in the ILR is:\n"
        + table("contract_type date_from date_to", "DAS 01/08/2017 .", "Non-DAS 01/10/2017 31/12/2017")
    )
    assert acts(aim(text)) == [
        ("1", "2017-08-01", "2017-09-30"),
        ("2", "2017-10-01", "2017-12-31"),
        ("1", "2018-01-01", ""),
    ]


def test_before_the_first_contract_the_learner_type_counts() -> None:
    text = ilr(ROW.replace("only_DAS", "only_non-DAS"))
    text += "    And the contract type in the ILR is:\n" + table("contract_type date_from", "DAS 01/10/2017")
    assert acts(aim(text)) == [("2", "2017-08-01", "2017-09-30"), ("1", "2017-10-01", "")]


def test_the_employment_table_counts_and_the_columns_of_the_ilr_table_do_not() -> None:
    headings = f"{HEADINGS} Employment_Status Employment_Status_Applies Employer_Id Small_Employer"
    text = ilr(f"{ROW} In_paid_employment 05/08/2017 12345678 SEM1", headings=headings)
    (learner,) = learners(text)
    assert not learner.learner_employment_status[0].employment_status_monitoring
    (learner,) = learners(text + EMPLOYED)
    first, second = learner.learner_employment_status
    assert (first.emp_stat, first.date_emp_stat_app, first.emp_id) == (10, date(2017, 8, 5), employer_id(1))
    assert [(one.esm_type, one.esm_code) for one in first.employment_status_monitoring] == [("SEM", 1)]
    assert (second.emp_stat, second.emp_id, second.employment_status_monitoring) == (11, None, ())


def test_the_employer_columns_of_the_ilr_table_give_employment() -> None:
    headings = f"{HEADINGS} employer employer_employment_status employer_employment_status_applies"
    text = ilr(
        f"{ROW} employer_0 in_paid_employment 31/07/2017",
        ". . . . . . . . not_in_paid_employment 19/02/2018",
        headings=headings,
    )
    (learner,) = learners(text)
    assert [(one.emp_stat, one.emp_id) for one in learner.learner_employment_status] == [
        (10, employer_id(0)),
        (11, None),
    ]


def test_each_file_has_the_employment_table_given_with_it() -> None:
    second = "an ILR file is submitted for period R03 with the following data:"
    text = ilr(ROW, step=second.replace("R03", "R01")) + EMPLOYED + ilr(ROW, step=second)
    third = EMPLOYED.replace("SEM1", "    ").replace("employer 1", "employer 2")
    files = inputs(text).submissions
    assert files[0].learners == files[1].learners
    files = inputs(text + third).submissions
    assert [one.learners[0].learner_employment_status[0].emp_id for one in files] == [
        employer_id(1),
        employer_id(2),
    ]
    assert inputs(EMPLOYED + FILE).submissions[0].learners == inputs(FILE + EMPLOYED).submissions[0].learners


def test_codes_support_contributions_and_restarts() -> None:
    headings = (
        f"{HEADINGS} LearnDelFAM learning_support_code learning_support_date_from learning_support_date_to "
        "employer_contribution restart_indicator home_postcode_deprivation"
    )
    text = ilr(f"{ROW} LDM356 1 06/08/2017 06/10/2017 720 YES 21-27%", headings=headings)
    world = world_of(text)
    made, reference, _ = inputs_of(world)
    (learner,) = made.submissions[0].learners
    delivery = learner.learning_delivery[0]
    found = [(one.learn_del_fam_type, one.learn_del_fam_code) for one in delivery.learning_delivery_fam]
    assert found == [("LDM", "356"), ("RES", "1"), ("LSF", "1"), ("ACT", "1")]
    assert str(delivery.learning_delivery_fam[2].learn_del_fam_date_to) == "2017-10-06"
    assert money(delivery, "PMR") == [(1, "2017-08-01", 720)]
    assert made.submissions[0].states_contributions
    row = reference.apprenticeship_disadvantage(learner.postcode_prior, date(2017, 8, 1))
    assert row is not None and Decimal(200) in row


def test_without_the_column_contributions_are_not_stated() -> None:
    assert not inputs(FILE).submissions[0].states_contributions
    assert (
        inputs(ilr(f"{ROW} .", headings=f"{HEADINGS} employer_contribution"))
        .submissions[0]
        .states_contributions
    )


@pytest.mark.parametrize(
    ("status", "end", "expected"),
    [
        ("continuing", ".", (1, None, None, None)),
        ("Completed", "08/08/2018", (2, 1, None, date(2018, 8, 8))),
        ("completed", ".", (2, None, None, None)),
        ("withdrawn", "31/10/2017", (3, 3, 98, None)),
        ("planned_break", "31/10/2017", (6, None, None, None)),
    ],
)
def test_statuses(status: str, end: str, expected: tuple[object, ...]) -> None:
    one = aim(ilr(ROW.replace(". continuing", f"{end} {status}")))
    assert (one.comp_status, one.outcome, one.withdraw_reason, one.ach_date) == expected


def test_learners_are_told_apart_by_uln_whatever_its_case_and_by_reference() -> None:
    headings = f"{HEADINGS} learner_reference_number Provider"
    text = ilr(
        f"{ROW} . provider_a",
        f"{ROW.replace('learner_a', 'Learner_A')} . Provider_A",
        f"{ROW.replace('learner_a', 'learner_b_with_a_long_name')} . A",
        f"{ROW} 456 provider_b",
        headings=headings,
    )
    world = world_of(text)
    first, second = inputs_of(world)[0].submissions
    assert (first.ukprn, second.ukprn) == (10000001, 10000002)
    assert [(one.learn_ref_number, len(one.learning_delivery)) for one in first.learners] == [
        ("learner a", 2),
        ("L00002", 1),
    ]
    assert second.learners[0].learn_ref_number == "456"
    assert second.learners[0].uln == first.learners[0].uln == uln_of(world, "LEARNER A") == uln_of(world, "a")
    assert learner_of(world, first.learners[1].uln) == "learner b with a long name"


def test_made_up_ulns_rise_as_the_texts_do_and_right_ones_stay() -> None:
    right = str(uln_with_check_digit(190000000))
    rows = [ROW.replace("learner_a", text) for text in ("zoe", "22222", "9", "ada", "9999999999", right)]
    found = {one.learn_ref_number: one.uln for one in learners(ilr(*rows))}
    order = ["9", "22222", "9999999999", "ada", "zoe"]
    assert sorted(order, key=found.__getitem__) == order
    assert found[right] == int(right)
    assert all(uln_is_valid(one) for one in found.values()) and len(set(found.values())) == len(rows)


@pytest.mark.parametrize(
    ("words", "received", "not_before"),
    [
        ("submitted every month with", None, None),
        ("submitted on 10/10/2017 with", None, None),
        ("submitted on R03 with", None, None),
        ("submitted for the first time on 10/10/17 with", None, Month(2017, 10)),
        ("submitted for period R01 with", Month(2017, 8), None),
        ("submitted for academic year 1819 in period R12 with", Month(2019, 7), None),
    ],
)
def test_when_a_file_is_received(words: str, received: Month | None, not_before: Month | None) -> None:
    made = inputs(ilr(ROW, step=f"an ILR file is {words} the following data:"))
    assert (made.submissions[0].received, made.not_before) == (received, not_before)


@pytest.mark.parametrize("year", ["1718", "1819", "1920", "2021", "2122", "2223", "2324", "2425", "2526"])
def test_the_records_can_be_written_as_an_ilr_file_of_any_year(year: str) -> None:
    headings = (
        f"{HEADINGS} aim_type standard_code LearnDelFAM learning_support_code employer_contribution "
        "restart_indicator home_postcode_deprivation funding_adjustment_for_prior_learning"
    )
    text = ilr(
        f"{ROW} programme 50 EEF2 1 600 YES 1-10% n/a",
        f"{ROW} maths_or_english 50 . . . . . 75%",
        "learner_b programme_only_DAS . 01/08/2017 04/08/2018 31/10/2017 withdrawn programme 51 . . . . . .",
        headings=headings,
    )
    made = inputs(text + EMPLOYED).submissions[0]
    message = Message(
        header=Header(
            collection_details=CollectionDetails(year=year, file_preparation_date=date(2018, 9, 1)),
            source=Source(ukprn=made.ukprn, serial_no="01", date_time=datetime(2018, 9, 1)),  # noqa: DTZ001
        ),
        learning_provider=LearningProvider(ukprn=made.ukprn),
        learner=made.learners,
    )
    assert read_message(to_xml(message)).learner == made.learners
