"""The field catalogue, the export, and destinations."""

from datetime import date
from typing import Any

import pytest
from bootcamp_scenes import (
    CAMP,
    END,
    M2,
    camp,
    claim,
    codes,
    done,
    found,
    learner,
    paid,
    returned,
    run,
    status,
    went,
)

from engine.calendar import FundingYear
from engine.ilr.records import LLDDandHealthProblem, PriorAttain
from engine.parameters import published
from engine.programmes.bootcamps import Evaluation, rules_of, without_bootcamps
from engine.setting import Setting


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"learn_ref_number": " "}, "FD_LearnRefNumber_MA"),
        ({"given_names": None}, "GivenNames_01"),
        ({"family_name": ""}, "FamilyName_01"),
        ({"date_of_birth": None}, "DateOfBirth_01"),
        ({"sex": ""}, "Sex_01"),
        ({"ni_number": None}, "NINUMBER_MISSING"),
        ({"postcode_prior": ""}, "FD_PostcodePrior_MA"),
        ({"postcode": ""}, "FD_Postcode_MA"),
        ({"ethnicity": 0}, "Ethnicity_01"),
        ({"lldd_health_prob": 0}, "LLDDHealthProb_01"),
        ({"plan_learn_hours": None}, "PlanLearnHours_01"),
        ({"prior_attain": None}, "PriorAttain_01"),
        ({"learner_employment_status": ()}, "EmpStat_08"),
    ],
)
def test_a_learner_without_a_mandatory_field_is_left_out(changed: dict[str, Any], code: str) -> None:
    result = run(returned("2324", 10, learner(camp(), **changed)))
    assert [one for one in found(result) if one != "POSTCODE_PRIOR_CHANGED"] == [code, "DONT_EXPORT"]
    assert paid(result) == [] and codes(result) == []
    assert all(one.returned_in is not None for one in result.findings)


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"del_loc_post_code": ""}, "FD_DelLocPostCode_MA"),
        ({"lsd_postcode": None}, "LSDPostcode_01"),
        ({"fam": {"SOF": ""}}, "LearnDelFAMType_01"),
        ({"fam": {"FFI": ""}}, "LearnDelFAMType_02"),
    ],
)
def test_an_aim_without_a_mandatory_field_leaves_the_learner_out(changed: dict[str, Any], code: str) -> None:
    result = run(returned("2324", 10, learner(camp(**changed))))
    assert found(result) == [code, "DONT_EXPORT"] and paid(result) == []


def test_planned_hours_are_not_asked_of_milestone_aims_alone() -> None:
    alone = learner(claim(M2, date(2024, 9, 1), number=1), plan_learn_hours=None)
    result = run(returned("2324", 12, learner(done())), returned("2425", 2, alone))
    assert [one[0] for one in paid(result)] == ["M1", "M2"]


def one_finding(who: Any, destination: Any = None, number: int = 10, **switches: str) -> list[str]:
    result = run(returned("2324", number, who, destination), **switches)
    return found(result)


@pytest.mark.parametrize(
    ("who", "code"),
    [
        (learner(camp(), uln=1061484017), "ULN_04"),
        (learner(camp(), lldd_health_prob=1), "LLDDHealthProb_06"),
        (learner(camp(), lld_dand_health_problem=(LLDDandHealthProblem(lldd_cat=4),)), "PrimaryLLDD_01"),
        (
            learner(
                camp(),
                lld_dand_health_problem=tuple(
                    LLDDandHealthProblem(lldd_cat=n, primary_lldd=1) for n in (4, 5)
                ),
            ),
            "PrimaryLLDD_04",
        ),
        (
            learner(camp(), lld_dand_health_problem=(LLDDandHealthProblem(lldd_cat=2, primary_lldd=1),)),
            "CODE_RETIRED",
        ),
        (
            learner(camp(), prior_attain=(PriorAttain(prior_level=2, date_level_app=date(2024, 5, 2)),)),
            "R_131",
        ),
        (learner(camp(aim_type=3)), "AIMTYPE_NOT_4"),
        (learner(camp(plan=date(2024, 4, 30))), "LearnPlanEndDate_02"),
        (learner(camp(fund_model=36)), "FUNDMODEL_NOT_35"),
        (learner(camp(fund_model=38)), "FundModel_19"),
        (learner(camp(start=date(2024, 8, 1), fund_model=35)), "FundModel_17"),
        (learner(camp(fam={"SOF": "105"})), "SOF_NOT_112"),
        (learner(camp(fam={"RES": "1"})), "ORIGINAL_START_MISSING"),
        (learner(camp(fam={"RES": "1"}, orig_learn_start_date=date(2024, 5, 1))), "OrigLearnStartDate_02"),
        (learner(camp(orig_learn_start_date=date(2024, 4, 1))), "OrigLearnStartDate_04"),
        (learner(camp("contribution 30", fam={"FFI": "2"})), "CONTRIB_CAPITALS"),
        (learner(camp("Contribution 10", fam={"FFI": "2"})), "CONTRIB_SIZE"),
        (learner(camp(comp_status=1, learn_act_end_date=END)), "CompStatus_02"),
        (learner(camp("WMCA1.1", comp_status=2, outcome=1)), "CompStatus_03"),
        (learner(done(on=date(2024, 4, 30))), "LearnActEndDate_01"),
        (learner(done(on=date(2024, 8, 30))), "LearnActEndDate_04"),
        (learner(done(outcome=None)), "OUTCOME_MISSING"),
        (learner(done(outcome=2)), "OUTCOME_NOT_LISTED"),
        (learner(done(comp_status=3, outcome=3)), "WithdrawReason_03"),
        (learner(done(withdraw_reason=2)), "WithdrawReason_04"),
        (learner(camp(), learner_employment_status=(status(begun=date(2024, 5, 2)),)), "EmpStat_08"),
        (
            learner(camp(), learner_employment_status=(status(), status(begun=date(2024, 5, 1)))),
            "EMPSTAT_ON_START_DATE",
        ),
        (learner(camp(), learner_employment_status=(status(11, EII=5),)), "EMPLOYED_ONLY"),
        (learner(camp(), learner_employment_status=(status(11, LOU=0),)), "LOU_MISSING"),
        (learner(camp(), learner_employment_status=(status(10, EII=4),)), "CODE_RETIRED"),
        (learner(camp(), learner_employment_status=(status(12, BSI=2),)), "CODE_RETIRED"),
        (learner(camp("WMCA1.1")), "DEST_BEFORE_END"),
        (learner(camp(CAMP)), "PSMF_NOT_APPLICABLE"),
        (learner(done(), claim(M2, END, CAMP, "WMCA1.1")), "PSMF_NOT_APPLICABLE"),
        (learner(done("Cohort 3")), "DEST_CODE_MISSING"),
        (learner(done("WMCA99.1")), "DEST_CODE_NA"),
    ],
)
def test_each_finding_on_a_field(who: Any, code: str) -> None:
    assert code in one_finding(who, number=11)
    assert "DONT_EXPORT" not in one_finding(who, number=11)


def test_a_learner_right_in_everything_has_no_finding() -> None:
    assert one_finding(learner(camp(), learner_employment_status=(status(10, EII=5, SEI=1),))) == []
    ended = learner(done(), claim(M2, END))
    assert one_finding(ended, went(("EMP", 1, END, None)), number=12) == []


def test_what_changes_between_returns() -> None:
    moved = learner(camp(plan=date(2024, 8, 15)), postcode_prior="WX2 2BB")
    result = run(returned("2324", 10, learner(camp())), returned("2324", 11, moved))
    assert found(result) == ["POSTCODE_PRIOR_CHANGED", "PLANNED_END_CHANGED"]


def test_readings_of_the_export_and_of_the_model() -> None:
    wrong = learner(camp(aim_type=3))
    assert "DONT_EXPORT" in one_finding(wrong, export_exclusion="any_error")
    bare = learner(done("Cohort 3"))
    assert one_finding(bare, went(("EMP", 1, END, None)), 12, destination_missing="left_out") == [
        "DEST_CODE_MISSING", "DONT_EXPORT",
    ]  # fmt: skip
    late = learner(camp(start=date(2024, 8, 1), plan=date(2024, 9, 1), fund_model=35))
    assert one_finding(late, bootcamp_fundmodel="always_35") == []


def destination(code: str, *outcomes: Any, number: int = 12) -> Evaluation:
    return run(returned("2324", number, learner(done(code)), went(*outcomes)))


@pytest.mark.parametrize("code", rules_of(published(), "5").destinations)
def test_every_code_with_its_own_outcome_is_right_and_with_another_a_mismatch(code: str) -> None:
    known = rules_of(published(), "5").destinations[code]
    result = destination(code.lower(), (known.out_type, known.out_code, END, None))
    [row] = result.destinations
    assert (row.destination_code, row.national_category, row.wmca_category) == (
        code,
        known.national,
        known.wmca,
    )
    assert row.finding == "" and row.headline_category == (known.wmca or known.national)
    other = ("EMP", 1) if known.out_type != "EMP" else ("NPE", 1)
    [wrong] = destination(code, (*other, END, None)).destinations
    assert wrong.finding == "DEST_MISMATCH"


@pytest.mark.parametrize(
    "code",
    [*published().at("bootcamps", date.max).destinations_not_applicable, "WMCA1.6", "WMCA21.1", "WMCA13.9"],
)
def test_combinations_that_do_not_apply(code: str) -> None:
    [row] = destination(code).destinations
    assert (row.national_category, row.wmca_category, row.finding) == ("", "", "DEST_CODE_NA")


def test_the_count_and_the_traps_of_the_matrix() -> None:
    codes_known = rules_of(published(), "5").destinations
    assert len(codes_known) == 55
    assert codes_known["WMCA1.5"].wmca == "Positive" and codes_known["WMCA8.0"].wmca == "Neutral"
    assert codes_known["WMCA1.4"].measure == 4 and codes_known["WMCA12.2"].measure == 10


def test_voluntary_work_social_destinations_and_faults_of_the_record() -> None:
    vol = destination("WMCA5.1", ("VOL", 1, END, None))
    assert vol.destinations[0].finding == "DEST_CODE_NA" and "DEST_TYPE_NOT_USED" in found(vol)
    social = destination("WMCA17.1", ("SDE", 1, END, None))
    assert social.destinations[0].finding == "" and "DEST_TYPE_NOT_USED" in found(social)
    wrong = run(returned("2324", 12, learner(done()), went(("EMP", 1, END, date(2024, 7, 1)), uln=1)))
    assert {"R_85", "OutEndDate_01"} <= set(found(wrong))
    late = run(returned("2324", 12, learner(done()), went(("EMP", 1, date(2024, 8, 7), None))))
    assert "OutCollDate_02" in found(late)


def test_of_two_outcomes_the_open_one_counts() -> None:
    closed, opened = ("NPE", 1, END, date(2024, 8, 5)), ("EMP", 1, date(2024, 8, 6), None)
    assert destination("WMCA1.1", closed, opened).destinations[0].finding == ""
    assert destination("WMCA5.0", closed, opened).destinations[0].finding == "DEST_MISMATCH"


def test_a_destination_record_is_due_within_two_months_for_leavers_to_july() -> None:
    assert "R107" in one_finding(learner(done()), number=12)
    assert "R108" in one_finding(learner(done()), number=14)
    away = camp(comp_status=6, learn_act_end_date=date(2024, 6, 1), outcome=3)
    assert one_finding(learner(away), number=14) == []
    later = run(returned("2425", 8, learner(done(plan=date(2024, 9, 1), on=date(2024, 9, 1)))))
    assert found(later) == []
    started = learner(done(plan=date(2024, 8, 20), on=date(2024, 8, 20)))
    assert "R107" not in one_finding(started, number=14)
    assert "R107" in one_finding(started, number=14, dp_split_by="start_date")
    early = learner(done(start=date(2024, 3, 20), fam={}))
    assert "R107" not in one_finding(early, number=12, dp_split_by="start_and_end")


def test_the_destination_comes_from_the_last_return_that_holds_the_bootcamp() -> None:
    result = run(
        returned("2324", 12, learner(done("WMCA5.0"))),
        returned("2324", 13, learner(done("WMCA1.1"))),
        returned("2425", 3, learner(claim(M2, date(2024, 10, 1), number=1))),
    )
    [row] = result.destinations
    assert (row.destination_code, row.returned_in.name) == ("WMCA1.1", "R13")


def test_the_formula_does_not_see_bootcamps() -> None:
    from bootcamp_scenes import UKPRN, context

    ours, other = camp(), camp(number=3, ref="60190023")
    judged = context()
    setting = Setting(
        UKPRN, FundingYear(2023), judged.reference, judged.parameters, judged.switches, END, END
    )
    left = without_bootcamps(learner(ours, claim(M2, END), other), setting)
    assert [one.learn_aim_ref for one in left.learning_delivery] == ["60190023"]
    alone = learner(other)
    assert without_bootcamps(alone, setting) is alone
