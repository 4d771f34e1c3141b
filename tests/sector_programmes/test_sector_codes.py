"""Code tables: what each kind of aim must carry, at the edges and under each switch."""

from datetime import date
from typing import Any

import pytest
from sector_scenes import (
    EMPLOYABILITY,
    GATEWAY,
    INTO_WORK,
    JOB_24,
    MAIN,
    MATHS,
    START,
    UKPRN,
    WEX,
    aim,
    findings,
    found,
    learner,
    setting,
    status,
    swap,
    swap_job,
)


def test_a_right_swap_and_a_right_gateway_programme_have_no_findings() -> None:
    maths, work_ready = aim(4, MATHS, "016"), aim(5, EMPLOYABILITY, "016")
    assert found(learner(*swap(swap_job(), maths, work_ready))) == []
    gateway = (aim(1, GATEWAY), aim(2, WEX, "042"), aim(3, EMPLOYABILITY, "042"))
    assert found(learner(*gateway, swap_job("Z0009136", date(2021, 12, 17), 4, "042"))) == []


@pytest.mark.parametrize("source", ["105", "114", ""])
def test_source_of_funding(source: str) -> None:
    aims = swap(aim(3, MATHS, "016", fam={"SOF": source}))
    row = findings(learner(*aims))[0]
    assert (row.aim_seq_number, row.code, row.severity) == (3, "SOF_NOT_112", "error")
    assert (row.found, row.expected, row.clause) == (source or "none", "112", "WMCA2122-SWAP-MAIN-CODE-04")


@pytest.mark.parametrize("fund_model", [10, 37, 99])
def test_funding_model(fund_model: int) -> None:
    assert found(learner(*swap(aim(3, MATHS, "016", fund_model=fund_model)))) == [(3, "FUNDMODEL_NOT_35")]


@pytest.mark.parametrize(
    ("postcode", "day", "codes"),
    [
        ("WX9 9ZA", date(2021, 10, 31), []),
        ("WX9 9ZA", date(2021, 11, 1), ["LSDPOSTCODE_NOT_WMCA"]),
        ("WX9 9ZB", date(2021, 11, 1), []),
        ("WX9 9ZB", date(2021, 10, 31), ["LSDPOSTCODE_NOT_WMCA"]),
        ("YX3 8ER", date(2021, 11, 1), ["LSDPOSTCODE_NOT_WMCA"]),
        ("YX7 7QQ", date(2021, 11, 1), ["LSDPOSTCODE_NOT_WMCA"]),
        (None, date(2021, 11, 1), ["LSDPOSTCODE_NOT_WMCA"]),
        ("ZZ99 9ZZ", date(2021, 11, 1), ["LSDPOSTCODE_EXCUSED"]),
    ],
)
def test_start_postcode_on_the_day(postcode: str | None, day: date, codes: list[str]) -> None:
    who = learner(*swap(aim(3, MATHS, "016", on=day, lsd_postcode=postcode)))
    assert [code for number, code in found(who, destination=None) if number == 3] == codes


def test_start_postcode_excused_by_code_and_by_restart() -> None:
    outside = aim(3, MATHS, "016", "001", lsd_postcode="YX3 8ER")
    again = aim(4, MATHS, "016", lsd_postcode="YX3 8ER", fam={"RES": "1"})
    assert found(learner(*swap(outside, again))) == [(3, "LSDPOSTCODE_EXCUSED"), (4, "LSDPOSTCODE_EXCUSED")]


@pytest.mark.parametrize(("emp_stat", "is_right"), [(11, True), (12, True), (10, False), (98, False)])
def test_employment_status(emp_stat: int, is_right: bool) -> None:
    who = learner(*swap(), learner_employment_status=(status(emp_stat, date(2021, 7, 1), 1),))
    expected = [] if is_right else [(1, "EMPSTAT_NOT_11_12"), (2, "EMPSTAT_NOT_11_12")]
    assert found(who) == expected


def test_no_employment_status_at_all() -> None:
    row = findings(learner(*swap(wex=False), learner_employment_status=()))[0]
    assert (row.code, row.found, row.expected) == ("EMPSTAT_NOT_11_12", "none", "11 or 12 on 03/08/2021")


@pytest.mark.parametrize(
    ("rule", "codes"), [("strict_before", ["EMPSTAT_ON_START_DATE"]), ("on_or_before", [])]
)
def test_employment_status_dated_on_the_start(rule: str, codes: list[str]) -> None:
    who = learner(aim(1, GATEWAY), learner_employment_status=(status(11, START, 1),))
    assert [row.code for row in findings(who, setting({"empstat_date_rule": rule}))] == codes


def test_a_status_on_the_start_counts_for_the_aim() -> None:
    statuses = (status(11, date(2021, 7, 1), 1), status(10, START, 1))
    who = learner(aim(1, GATEWAY), learner_employment_status=statuses)
    assert [row.code for row in findings(who)] == ["EMPSTAT_NOT_11_12", "EMPSTAT_ON_START_DATE"]


@pytest.mark.parametrize(("basis", "codes"), [("programme_start", []), ("aim_start", ["EMPSTAT_NOT_11_12"])])
def test_status_of_a_job_outcome_aim(basis: str, codes: list[str]) -> None:
    statuses = (status(11, date(2021, 7, 1), 1), status(10, date(2021, 9, 18), 1))
    who = learner(*swap(swap_job()), learner_employment_status=statuses)
    assert [row.code for row in findings(who, setting({"jo_empstat_basis": basis}))] == codes


@pytest.mark.parametrize(
    ("procured", "dams", "codes"),
    [
        ("Y", ("013", "002"), []),
        ("Y", ("013",), ["DAM002_MISSING"]),
        ("N", ("013",), []),
        ("N", ("013", "002"), ["DAM002_UNEXPECTED"]),
        (None, ("013", "002"), ["CONTRACT_NOT_SUPPLIED"]),
    ],
)
def test_procured_provision(procured: str | None, dams: tuple[str, ...], codes: list[str]) -> None:
    aims = (aim(1, MAIN, *dams), aim(2, WEX, "016", *(("002",) if "002" in dams else ())))
    rows = findings(learner(*aims), setting(procured=procured))
    assert sorted({row.code for row in rows if row.aim_seq_number in (1, None)}) == codes


def test_a_bootcamp_contract_says_nothing_about_adult_education() -> None:
    bootcamps = {"UKPRN": str(UKPRN), "ContractRef": "B", "Wave": "5", "Procured": "Y"}
    codes = {code for _, code in found(learner(*swap()), setting(contracts=[bootcamps]))}
    assert codes == {"CONTRACT_NOT_SUPPLIED"}


def test_a_contract_counts_on_the_days_it_is_valid() -> None:
    ended = {"UKPRN": str(UKPRN), "ContractRef": "A", "Procured": "Y", "ValidTo": "2021-08-02"}
    follows = {"UKPRN": str(UKPRN), "ContractRef": "B", "Procured": "N", "ValidFrom": "2021-08-03"}
    assert found(learner(*swap()), setting(contracts=[ended, follows])) == []


@pytest.mark.parametrize(("ref", "missing"), [("", [1, 2]), (WEX, [2]), ("60190114", [])])
def test_growth_award_of_a_learner_or_of_one_aim(ref: str, missing: list[int]) -> None:
    award = {"UKPRN": str(UKPRN), "LearnRefNumber": "L1", "LearnAimRef": ref}
    other = {"UKPRN": str(UKPRN), "LearnRefNumber": "L2", "LearnAimRef": ""}
    rows = found(learner(*swap()), setting(growth_awards=[award, other]))
    assert rows == [(number, "DAM002_MISSING") for number in missing]


@pytest.mark.parametrize(
    ("benefits", "dams", "codes"),
    [
        ((1,), (), []),
        ((1,), ("023",), ["DAM023_WITH_BSI"]),
        ((), ("023",), []),
        ((), (), ["DAM023_ADVISED"]),
    ],
)
def test_benefit_code(benefits: tuple[int, ...], dams: tuple[str, ...], codes: list[str]) -> None:
    who = learner(
        aim(1, GATEWAY, *dams), learner_employment_status=(status(11, date(2021, 7, 1), *benefits),)
    )
    assert [row.code for row in findings(who)] == codes


def test_benefit_code_is_not_advised_for_co_funding() -> None:
    who = learner(
        aim(1, GATEWAY, fam={"FFI": "2"}), learner_employment_status=(status(11, date(2021, 7, 1)),)
    )
    assert found(who) == [(1, "FFI_NOT_1")]


@pytest.mark.parametrize(("reading", "codes"), [("1", ["FFI_NOT_1"]), ("any", [])])
@pytest.mark.parametrize("ffi", ["2", ""])
def test_full_funding(reading: str, codes: list[str], ffi: str) -> None:
    rows = findings(learner(aim(1, GATEWAY, fam={"FFI": ffi})), setting({"expect_ffi": reading}))
    assert [(row.code, row.severity) for row in rows] == [(code, "warning") for code in codes]


@pytest.mark.parametrize("ref", [WEX, EMPLOYABILITY, JOB_24])
@pytest.mark.parametrize(("main", "wrong"), [(aim(1, MAIN, "013"), "042"), (aim(1, GATEWAY), "016")])
def test_programme_code_missing_or_of_the_other_programme(ref: str, main: Any, wrong: str) -> None:
    for dams in ((), (wrong,)):
        codes = found(learner(main, aim(2, ref, *dams)))
        assert [code for number, code in codes if number == 2 and code.startswith("DAM")] == [
            "DAM_PROGRAMME_MISSING"
        ]


def test_codes_of_both_programmes_on_one_aim() -> None:
    assert found(learner(*swap(aim(3, EMPLOYABILITY, "016", "042")))) == [(3, "DAM_MIXED")]
    assert found(learner(aim(1, GATEWAY), aim(2, WEX, "016", "042"))) == [(2, "DAM_MIXED")]


def test_one_main_aim_of_a_swap() -> None:
    assert (None, "DAM013_COUNT") in found(learner(*swap(main=aim(1, MAIN, "016"))))
    assert found(learner(*swap(aim(3, MATHS, "013")))) == [(None, "DAM013_COUNT")]
    again = aim(3, MAIN, "013", fam={"RES": "1"}, orig_learn_start_date=START)
    assert found(learner(*swap(again))) == []


def test_main_aims_one_after_the_other_are_two_programmes() -> None:
    spring = {"learn_plan_end_date": date(2022, 2, 28), "learn_act_end_date": date(2022, 2, 28)}
    second = aim(3, MATHS, "013", learn_start_date=date(2022, 2, 1), **spring)
    wex = aim(4, WEX, "016", learn_start_date=date(2022, 2, 10), **spring)
    assert [row.code for row in findings(learner(*swap(second, wex)))] == ["R108"]


@pytest.mark.parametrize(
    ("reading", "procured", "fam", "dams", "codes"),
    [
        ("corrected", "N", "112", ("016",), []),
        ("corrected", "N", "105", ("016",), ["SOF_NOT_112"]),
        ("corrected", "N", "112", (), ["DAM_PROGRAMME_MISSING"]),
        ("corrected", "N", "112", ("016", "002"), ["DAM002_UNEXPECTED"]),
        ("as_printed", "N", "112", ("016",), ["DAM002_MISSING"]),
        ("as_printed", "N", "112", ("016", "002"), []),
        ("as_printed", "N", "105", ("002",), []),
    ],
)
def test_employability_table_in_both_readings(
    reading: str, procured: str, fam: str, dams: tuple[str, ...], codes: list[str]
) -> None:
    who = learner(*swap(aim(3, EMPLOYABILITY, *dams, fam={"SOF": fam})))
    rows = found(who, setting({"swap_employability_flags": reading}, procured=procured))
    assert [code for number, code in rows if number == 3] == codes


@pytest.mark.parametrize(
    ("aims", "judged"),
    [
        ((aim(1, WEX, fam={"SOF": "116"}, lsd_postcode="YX3 8ER"),), False),
        ((aim(1, WEX, "016", fam={"SOF": "116"}, lsd_postcode="YX3 8ER"),), False),
        ((aim(1, WEX, "016", fam={"SOF": "116"}),), True),
        ((aim(1, WEX, fam={"SOF": "105"}),), False),
        ((aim(1, GATEWAY, fam={"SOF": "105"}, lsd_postcode="YX3 8ER"),), True),
        ((aim(1, MATHS),), False),
        ((aim(1, WEX),), True),
    ],
)
def test_only_learners_of_the_authority_with_a_mark_are_judged(aims: tuple[Any, ...], judged: bool) -> None:
    assert bool(found(learner(*aims), destination=None)) is judged


def test_a_provider_without_a_contract_needs_the_source_of_funding() -> None:
    others = setting(contracts=[{"UKPRN": "10000002", "ContractRef": "A", "Procured": "N"}])
    assert found(learner(aim(1, WEX, "016", fam={"SOF": "105"})), others) == []
    assert (1, "EMPSTAT_NOT_11_12") in found(
        learner(aim(1, WEX, "016"), learner_employment_status=()), others
    )


def test_years_before_the_guidance_are_left_alone() -> None:
    last_year = aim(1, MAIN, "013", "014", fam={"SOF": "105"}, on=date(2021, 7, 31))
    assert found(learner(last_year), setting(year=2020)) == []


def test_the_table_of_gateway_main_aims_goes_before_the_published_list() -> None:
    own = setting(sg_main_aims=[{"LearnAimRef": MATHS, "Title": "Own"}])
    rows = found(learner(aim(1, MATHS), aim(2, WEX, "042"), aim(3, GATEWAY, "042")), own)
    assert rows == []
    assert (None, "SG_MAIN_COUNT") in found(learner(aim(2, WEX, "042")))
    assert found(learner(aim(1, GATEWAY), aim(2, "Z0009147"))) == [(None, "SG_MAIN_COUNT")]


def test_postcodes_that_are_not_supplied_are_named_once() -> None:
    where = setting()
    bare = type(where.reference).from_tables({"contracts": where.reference.rows("contracts")})
    where = type(where)(
        where.ukprn, where.year, bare, where.parameters, where.switches, where.file_date, where.as_at
    )
    assert found(learner(*swap()), where) == [(None, "AUTHORITY_POSTCODES_NOT_SUPPLIED")]


def test_every_finding_tells_field_found_expected_clause_and_message() -> None:
    who = learner(
        aim(1, MAIN, "016", "042", "023", "014", fund_model=99, fam={"SOF": "105"}, lsd_postcode="YX3 8ER"),
        aim(2, "Z0009127", "016"),
        swap_job(JOB_24, date(2021, 10, 1)),
        swap_job(JOB_24, date(2021, 10, 1), 4),
        learner_employment_status=(status(10, date(2021, 7, 1), 1),),
    )
    rows = findings(who, destination=None)
    assert len(rows) > 12
    for row in rows:
        assert all((row.field, row.found, row.expected, row.message)), row
        assert row.clause.startswith("WMCA2122-")
        assert row.message.endswith(".")


def test_a_learner_with_a_destination_into_work_has_nothing_more() -> None:
    assert found(learner(*swap()), destination=INTO_WORK) == []
