"""Apprenticeship aims, prices, payments and dated codes become the ILR records that they speak of."""

import pytest
from fm36_spoken import NEW_PRICE, PROGRAMME, aim, codes, learner, money, world_of

FRAMEWORK = PROGRAMME.replace("| TNP1 |", "| TNP1 | framework code |").replace("| 9000 |", "| 9000 | 403 |")
ENGLISH = """
    And these apprenticeship aims:
      | aim     | aim reference | framework code | start date | planned end date |
      | English | 60910015      | -              | 06/08/2020 | 08/08/2021       |
      | A       | ZPROG001      | 403            | 06/08/2020 | 08/08/2021       |
"""


def test_an_apprenticeship_aim_is_a_programme_aim_of_a_standard() -> None:
    made = aim(PROGRAMME)
    assert (made.learn_aim_ref, made.aim_type, made.fund_model) == ("ZPROG001", 1, 36)
    assert (made.prog_type, made.std_code, made.fwork_code, made.pway_code) == (25, 17, None, None)


def test_a_framework_code_makes_it_one_of_a_framework() -> None:
    made = aim(FRAMEWORK)
    assert (made.prog_type, made.std_code, made.fwork_code, made.pway_code) == (2, None, 403, 1)


def test_an_aim_reference_of_its_own_makes_a_component_of_the_first_programme() -> None:
    made = aim(ENGLISH)
    assert (made.learn_aim_ref, made.aim_type, made.fund_model) == ("60910015", 3, 36)
    assert (made.prog_type, made.fwork_code, made.pway_code) == (2, 403, 1)


def test_the_contract_type_holds_from_the_start() -> None:
    assert codes(aim(PROGRAMME), "ACT") == [("1", "2020-08-06", "")]


@pytest.mark.parametrize(("written", "made"), [("2", [("2", "2020-08-06", "")]), ("-", [])])
def test_the_contract_type_may_stand_in_the_aims_table(written: str, made: list[object]) -> None:
    text = PROGRAMME.replace("| TNP1 |", "| TNP1 | ACT |").replace("| 9000 |", f"| 9000 | {written} |")
    assert codes(aim(text), "ACT") == made


def test_dated_codes_stand_in_place_of_the_default_of_their_type() -> None:
    made = aim(
        PROGRAMME
        + """
    And these dated codes:
      | type | code | from       | to         |
      | ACT  | 1    | 06/08/2020 | 31/12/2020 |
      | ACT  | 2    | 01/01/2021 |            |
      | LSF  | 1    | 06/08/2020 | 20/11/2020 |
"""
    )
    assert codes(made, "ACT") == [("1", "2020-08-06", "2020-12-31"), ("2", "2021-01-01", "")]
    assert codes(made, "LSF") == [("1", "2020-08-06", "2020-11-20")]
    assert codes(made, "SOF") == [("105", "", "")]


def test_prices_of_the_aims_table_count_from_the_start_and_later_ones_from_their_date() -> None:
    assert money(aim(PROGRAMME + NEW_PRICE)) == [
        ("TNP", 1, "2020-08-06", 9000),
        ("TNP", 1, "2021-01-10", 12000),
    ]


def test_one_row_may_give_several_prices() -> None:
    text = "    And this price:\n      | from | training price | TNP3 | TNP4 |\n      | 10/01/2021 | 5 | 0 | 1,000 |\n"
    assert money(aim(PROGRAMME + text))[1:] == [
        ("TNP", 1, "2021-01-10", 5),
        ("TNP", 3, "2021-01-10", 0),
        ("TNP", 4, "2021-01-10", 1000),
    ]


def test_payment_records_go_by_word_or_code() -> None:
    text = """
    And these payment records:
      | date       | payment    | amount |
      | 01/09/2020 | training   | 200    |
      | 02/09/2020 | assessment | 100    |
      | 03/09/2020 | 3          | 50     |
"""
    assert money(aim(PROGRAMME + text))[1:] == [
        ("PMR", 1, "2020-09-01", 200),
        ("PMR", 2, "2020-09-02", 100),
        ("PMR", 3, "2020-09-03", 50),
    ]


ENDED = PROGRAMME.replace("| TNP1 |", "| TNP1 | actual end date |").replace(
    "| 9000 |", "| 9000 | 08/08/2021 |"
)


def test_a_completed_standard_is_achieved_on_its_last_day_unless_said() -> None:
    assert str(aim(ENDED).ach_date) == "2021-08-08"
    without = ENDED.replace("| TNP1 |", "| TNP1 | achievement date |").replace("| 9000 |", "| 9000 | - |")
    assert aim(without).ach_date is None


@pytest.mark.parametrize("status", ["withdrawn", "break in learning"])
def test_an_aim_that_is_not_completed_is_not_achieved(status: str) -> None:
    text = ENDED.replace("| TNP1 |", "| TNP1 | status |").replace("| 9000 |", f"| 9000 | {status} |")
    assert aim(text).ach_date is None


def test_an_apprentice_is_employed_unless_said() -> None:
    (status,) = learner(PROGRAMME).learner_employment_status
    assert (status.emp_stat, str(status.date_emp_stat_app)) == (10, "2020-07-06")
    assert status.emp_id is not None and not status.employment_status_monitoring


def test_an_earnings_history_is_of_the_learner_and_its_course() -> None:
    world = world_of(
        FRAMEWORK
        + "    And this earnings history:\n      | year | earned | last day | programme start |\n"
        + "      | 2019/20 | 1,000.50 | 05/07/2020 | 10/09/2019 |\n"
    )
    uln = learner(FRAMEWORK).uln
    (row,) = world.reference().earnings_history(uln)
    assert (row.ukprn, row.collection_year, row.app_identifier) == (world.ukprn, "1920", "2-403-1")
    assert (row.days, str(row.earned), row.std_code, row.pway_code) == (300, "1000.50", None, 1)
    assert str(row.start_same_pathway) == "2019-09-10"


def test_reference_rows_of_a_course_stand_in_place_of_those_of_the_fixtures() -> None:
    world = world_of(
        PROGRAMME
        + """
    And these apprenticeship bands:
      | standard code | band   | from       |
      | 17            | 27,000 | 01/08/2014 |
      | 17            | 18,000 | 01/01/2021 |
    And this common component:
      | framework code | component |
      | 403            | 12        |
    And this apprenticeship postcode:
      | postcode | amount |
      | WX1 1AA  | 300    |
"""
    )
    rows = world.reference().rows("apprenticeship_funding")
    assert sorted(row["MaxEmployerLevyCap"] for row in rows if row["StdCode"] == "17") == ["18000", "27000"]
    components = world.reference().rows("common_components")
    assert [
        row["CommonComponent"] for row in components if (row["FworkCode"], row["PwayCode"]) == ("403", "1")
    ] == ["12"]
    postcodes = world.reference().rows("apprenticeship_disadvantage")
    assert [row["Uplift"] for row in postcodes if row["Postcode"] == "WX1 1AA"] == ["300"]
