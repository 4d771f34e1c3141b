"""Reasons that concern the learner or the bootcamp, limits across bootcamps and providers, and returns of two years."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from bootcamp_scenes import (
    CAMP,
    END,
    M2,
    M3,
    NO_CONTRACT,
    OF_OTHER,
    OTHER,
    SECOND,
    TEMPORARY,
    camp,
    claim,
    codes,
    context,
    done,
    found,
    learner,
    paid,
    refused,
    returned,
    run,
    status,
    tables,
)

from engine.ilr.records import Learner
from engine.programmes.bootcamps import evaluate, persons


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"uln": TEMPORARY}, "NP_ULN_TEMP"),
        ({"date_of_birth": date(2005, 5, 2)}, "NP_UNDER19"),
        ({"learner_employment_status": (status(98),)}, "NP_EMPSTAT_98"),
    ],
)
def test_a_fault_of_the_learner_stops_everything_until_put_right(changed: dict[str, Any], code: str) -> None:
    aims = done(), claim(M2, END)
    result = run(returned("2324", 12, learner(*aims, **changed)), returned("2324", 13, learner(*aims)))
    assert refused(result) == [("R12", None, None, code)]
    assert [one[::2] for one in paid(result)] == [("M1", "2324 R13"), ("M2", "2324 R13")]
    assert "paid in the return that holds the correction" in result.no_pay[0].message


def test_nineteen_on_the_day_and_the_national_reading() -> None:
    born = learner(camp(), date_of_birth=date(2005, 5, 1))
    assert codes(run(returned("2324", 10, born))) == []
    assert codes(run(returned("2324", 10, born), under19_basis="august_31")) == ["NP_UNDER19"]


def test_a_provider_without_a_contract() -> None:
    result = run(returned("2324", 10, learner(camp()), ukprn=NO_CONTRACT))
    assert refused(result) == [("R10", None, None, "NP_UKPRN")] and paid(result) == []


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: camp(ref=OF_OTHER), "NP_AIM_NOT_ALLOCATED"),
        (lambda: camp(ref="Z9999999"), "NP_AIM_NOT_ALLOCATED"),
        (lambda: camp(start=date(2024, 3, 31)), "NP_START_WINDOW"),
        (lambda: camp(start=date(2025, 3, 1), plan=date(2025, 3, 31)), "NP_START_WINDOW"),
        (lambda: camp(start=date(2025, 4, 6), plan=date(2025, 3, 31)), "NP_START_FUTURE"),
        (lambda: camp(plan=date(2025, 4, 1)), "NP_PLANEND_WINDOW"),
        (lambda: camp(lsd_postcode="YX3 8ER"), "NP_LSD_POSTCODE"),
        (lambda: camp(lsd_postcode="QQ1 1QQ"), "NP_LSD_POSTCODE"),
        (lambda: camp(fam={"FFI": "2"}), "NP_FFI_CONTRIB"),
        (lambda: camp("Contribution 10"), "NP_FFI_CONTRIB"),
        (lambda: camp("Contribution 20", fam={"FFI": "2"}), "NP_FFI_CONTRIB"),
        (lambda: camp("Contribution 10", "Contribution 30", fam={"FFI": "2"}), "NP_FFI_CONTRIB"),
        (lambda: camp("Contribution10", fam={"FFI": "2"}), "NP_FFI_CONTRIB"),
        (lambda: camp(fam={"DAM": ""}), "NP_DAM"),
        (lambda: camp(fam={"DAM": "023 010"}), "NP_DAM"),
        (lambda: camp(comp_status=6, learn_act_end_date=date(2024, 6, 1), outcome=3), "NP_TEMP_WITHDRAWAL"),
    ],
)
def test_a_fault_of_the_bootcamp_stops_its_milestones(make: Callable[[], Any], code: str) -> None:
    result = run(returned("2425", 8, learner(make()), file_date=date(2025, 4, 4)))
    assert (1, None, code) in [row[1:] for row in refused(result)]
    assert paid(result) == []


def test_what_is_right_just_so() -> None:
    for one in (
        camp(start=date(2024, 4, 1)),
        camp(start=date(2025, 2, 28), plan=date(2025, 3, 31)),
        camp(lsd_postcode="YX3 8ER", fam={"DAM": "023 001"}),
        camp(lsd_postcode="ZZ99 9ZZ"),
        camp("contribution 30", fam={"FFI": "2"}),
    ):
        assert codes(run(returned("2425", 8, learner(one)))) == []
    employed = learner(camp(fam={"DAM": "023 010"}), learner_employment_status=(status(10),))
    assert codes(run(returned("2425", 8, employed))) == []
    unknown = run(returned("2425", 8, learner(camp(lsd_postcode="ZZ99 9ZZ"))))
    assert "LSD_POSTCODE_TEMPORARY" in found(unknown)
    strict = run(returned("2425", 8, learner(camp(lsd_postcode="ZZ99 9ZZ"))), zz99_start_postcode="refuse")
    assert codes(strict) == ["NP_LSD_POSTCODE"]
    capitals = learner(camp("CONTRIBUTION 30", fam={"FFI": "2"}))
    assert codes(run(returned("2425", 8, capitals), contribution_capitals="exact")) == ["NP_FFI_CONTRIB"]


def test_of_two_continuing_bootcamps_the_earlier_is_paid() -> None:
    early, late = camp(start=date(2024, 5, 10)), camp(number=2, ref=SECOND, start=date(2024, 5, 12))
    result = run(returned("2324", 10, learner(early, late)))
    assert refused(result) == [("R10", 2, None, "NP_TWO_CONTINUING")]
    assert [one.bootcamp_aim_ref for one in result.milestones] == [CAMP]
    tie = camp(number=2, ref=SECOND), camp(number=1)
    assert refused(run(returned("2324", 10, learner(*tie)))) == [("R10", 2, None, "NP_TWO_CONTINUING")]
    left = camp(
        "WMCA15.0", start=date(2024, 5, 10), learn_act_end_date=date(2024, 5, 15), comp_status=3, outcome=3
    )
    cured = run(returned("2324", 10, learner(left, late)))
    assert codes(cured) == [] and [one.bootcamp_aim_ref for one in cured.milestones] == [SECOND]


def test_two_continuing_at_two_providers_is_a_reading() -> None:
    one = returned("2324", 10, learner(camp()))
    two = returned("2324", 10, learner(camp(ref=OF_OTHER, start=date(2024, 5, 9))), ukprn=OTHER)
    assert codes(run(one, two)) == ["NP_M1_ALREADY_PAID"]
    assert codes(run(one, two, two_continuing_scope="all_providers")) == ["NP_TWO_CONTINUING"]


def test_one_milestone_1_and_2_for_a_number_across_bootcamps() -> None:
    first, second = done(on=END), camp(number=3, ref=SECOND, start=date(2024, 8, 1), plan=date(2024, 9, 30))
    finished = done(
        number=3, ref=SECOND, start=date(2024, 8, 1), plan=date(2024, 9, 30), on=date(2024, 9, 30)
    )
    result = run(
        returned("2324", 12, learner(first, claim(M2, END))),
        returned("2425", 1, learner(second)),
        returned("2425", 2, learner(finished, claim(M2, date(2024, 9, 30), SECOND, number=4))),
    )
    assert [one[::2] for one in paid(result)] == [("M1", "2324 R12"), ("M2", "2324 R12")]
    assert refused(result) == [
        ("R01", 3, "M1", "NP_M1_ALREADY_PAID"),
        ("R02", 3, "M1", "NP_M1_ALREADY_PAID"),
        ("R02", 4, "M2", "NP_M2_ALREADY_PAID"),
    ]
    assert "nothing to correct" in result.no_pay[0].message


@pytest.mark.parametrize(
    ("other_start", "winner"), [(date(2024, 4, 30), OTHER), (date(2024, 5, 2), 10000001)]
)
def test_of_two_providers_in_one_return_the_earlier_earned_is_paid(other_start: date, winner: int) -> None:
    one = returned("2324", 10, learner(camp()))
    two = returned("2324", 10, learner(camp(start=other_start), learn_ref_number="X9"), ukprn=OTHER)
    [group] = persons([two, one])
    result = evaluate(group, context())
    assert [row.ukprn for row in result.milestones] == [winner]
    assert [(row.ukprn != winner, row.code) for row in result.no_pay] == [(True, "NP_M1_ALREADY_PAID")]


def test_on_one_day_the_lower_ukprn_is_paid_and_an_earlier_return_goes_first() -> None:
    one, two = learner(camp()), learner(camp(), learn_ref_number="X9")
    tie = run(returned("2324", 10, one), returned("2324", 10, two, ukprn=OTHER))
    assert [row.ukprn for row in tie.milestones] == [10000001]
    late = run(returned("2324", 11, one), returned("2324", 10, two, ukprn=OTHER))
    assert [row.ukprn for row in late.milestones] == [OTHER]


def test_one_milestone_3_for_a_number() -> None:
    def full(ref: str, first: int) -> list[Any]:
        dates = {"start": date(2024, 5, 1), "plan": END}
        return [
            done(number=first, ref=ref, **dates),
            claim(M2, END, ref, number=first + 1),
            claim(M3, END, ref, number=first + 2),
        ]

    both = returned("2324", 12, learner(*full(CAMP, 1), *full(SECOND, 4)))
    assert codes(run(both)) == ["NP_M1_ALREADY_PAID", "NP_M2_ALREADY_PAID", "NP_M3_ALREADY_PAID"]
    assert [one[0] for one in paid(run(both, m3_cap="no_limit"))] == ["M1", "M2", "M3", "M3"]


def test_a_break_and_a_restart() -> None:
    away = camp(comp_status=6, learn_act_end_date=date(2024, 5, 20), outcome=3)
    again = {
        "number": 2, "start": date(2024, 6, 10), "plan": date(2024, 7, 9),
        "orig_learn_start_date": date(2024, 5, 1), "fam": {"RES": "1"},
    }  # fmt: skip
    back = done(on=date(2024, 7, 5), **again)
    result = run(
        returned("2324", 9, learner(camp()), file_date=date(2024, 5, 16)),
        returned("2324", 10, learner(away)),
        returned("2324", 11, learner(away, camp(**again))),
        returned("2324", 12, learner(away, back, claim(M2, date(2024, 7, 5), number=3))),
    )
    assert [one[::2] for one in paid(result)] == [("M1", "2324 R09"), ("M2", "2324 R12")]
    assert refused(result) == [(name, 1, None, "NP_TEMP_WITHDRAWAL") for name in ("R10", "R11", "R12")]


def test_the_example_of_two_years_and_the_latest_return_counting() -> None:
    both = learner(done(), claim(M2, END))
    alone = learner(claim(M3, date(2024, 10, 10), number=1), plan_learn_hours=None)
    result = run(returned("2324", 14, both), returned("2425", 3, alone))
    assert paid(result) == [
        ("M1", "1200.00", "2324 R14"), ("M2", "900.00", "2324 R14"), ("M3", "900.00", "2425 R03"),
    ]  # fmt: skip
    assert result.milestones[2].period == 3
    corrected = learner(done(outcome=3), claim(M2, END))
    worse = run(returned("2324", 12, both), returned("2324", 14, corrected), returned("2425", 3, alone))
    # The Milestone 2 was returned and stood in R12; what spoils the bootcamp stops the Milestone 3 by itself.
    assert refused(worse)[-1:] == [("R03", 1, "M3", "NP_M3_NOT_ACHIEVED")]


def test_a_stored_bootcamp_at_fault_is_told_on_the_milestone() -> None:
    faulty = returned("2324", 12, learner(done(fam={"DAM": ""})))
    result = run(faulty, returned("2425", 1, learner(claim(M2, date(2024, 8, 20), number=1))))
    assert refused(result) == [("R12", 1, None, "NP_DAM"), ("R01", 1, "M2", "NP_DAM")]


def test_a_bootcamp_taken_out_of_the_year_is_not_found_again() -> None:
    result = run(
        returned("2324", 11, learner(camp())),
        returned("2324", 12, learner(camp(ref=SECOND))),
        returned("2425", 2, learner(claim(M2, date(2024, 9, 1), number=1))),
    )
    assert codes(result) == ["NP_M1_ALREADY_PAID", "NP_M2_REF"]


def test_one_learner_of_a_corrected_number_and_who_is_one_person() -> None:
    def held(number: int, ref: str, uln: int, ukprn: int = 10000001) -> Any:
        return returned("2324", number, learner(camp(), learn_ref_number=ref, uln=uln), ukprn=ukprn)

    records = [
        held(9, "A", TEMPORARY), held(10, "A", 1061484016), held(10, "B", TEMPORARY),
        held(11, "C", 1061484016, OTHER), held(11, "D", 2000000012),
    ]  # fmt: skip
    groups = [[one.learner.learn_ref_number for one in group] for group in persons(records)]
    assert groups == [["A", "A", "C"], ["B"], ["D"]]
    assert groups == [[one.learner.learn_ref_number for one in group] for group in persons(reversed(records))]


def test_a_learner_of_other_programmes_is_left_alone() -> None:
    other = camp(ref="60190023", fam={"SOF": "105"})
    result = run(returned("2324", 10, learner(other)))
    assert (result.milestones, result.no_pay, result.findings) == ([], [], [])


def test_tables_that_are_not_there_are_found() -> None:
    given = {"bootcamp_aims": tables()["bootcamp_aims"]}
    result = evaluate([returned("2324", 10, learner(camp()))], context(tables_given=given))
    assert {"CONTRACTS_NOT_SUPPLIED", "AUTHORITY_POSTCODES_NOT_SUPPLIED"} <= set(found(result))
    assert codes(result) == [] and len(paid(result)) == 1
    nothing: Learner = learner(claim(M2, END))
    empty = evaluate([returned("2324", 12, nothing)], context(tables_given={}))
    assert "BOOTCAMP_AIMS_NOT_SUPPLIED" in found(empty)
