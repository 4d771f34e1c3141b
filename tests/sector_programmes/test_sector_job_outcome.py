"""Job outcomes: thirteen weeks, the worked examples, ages, evidence and destinations."""

from datetime import date, timedelta

import pytest
from sector_scenes import (
    END,
    GATEWAY,
    JOB,
    JOB_24,
    JOB_DAY,
    MAIN,
    START,
    aim,
    findings,
    found,
    learner,
    setting,
    spell,
    swap,
    swap_job,
    went,
)

from engine.ilr.records import LearnerDestinationandProgression
from engine.programmes.sector_programmes import (
    job_outcome_aim,
    published_rules,
    stretches,
    week_13_complete,
)
from engine.reference import JobOutcomeEvidence, ReferenceData

RULES = published_rules(date(2021, 8, 1))
DAY = timedelta(days=1)


def spells(*rows: dict[str, str]) -> tuple[JobOutcomeEvidence, ...]:
    data = ReferenceData.from_tables({"job_outcome_evidence": rows})
    return data.job_outcome_evidence(10000001, "L1")


@pytest.mark.parametrize(
    ("first", "completed"),
    [
        ("2021-09-18", date(2021, 12, 17)),
        ("2021-12-13", date(2022, 3, 13)),
        ("2021-10-01", date(2021, 12, 30)),
        ("2021-11-01", date(2022, 1, 30)),
    ],
)
def test_worked_examples_of_thirteen_weeks(first: str, completed: date) -> None:
    assert week_13_complete(spells(spell(first))) == completed
    assert week_13_complete(spells(spell(first)), inclusive=False) == completed + DAY


@pytest.mark.parametrize(
    ("rows", "completed"),
    [
        ([spell("2021-09-18", "2021-12-16")], None),
        ([spell("2021-09-18", "2021-12-17")], date(2021, 12, 17)),
        ([spell("2021-09-18", "2021-10-31"), spell("2021-11-01")], date(2021, 12, 17)),
        ([spell("2021-11-01"), spell("2021-09-18", "2021-10-31")], date(2021, 12, 17)),
        ([spell("2021-09-18", "2021-10-30"), spell("2021-11-01")], date(2022, 1, 30)),
        ([spell("2021-09-18", "2021-10-31"), spell("2021-11-01", employer="100000002")], date(2022, 1, 30)),
        ([spell("2021-09-18", "2021-11-30"), spell("2021-11-01", "2021-12-17")], date(2021, 12, 17)),
        ([spell("2021-09-18"), spell("2021-10-01", "2021-10-31")], date(2021, 12, 17)),
        ([spell("2021-10-01"), spell("2021-09-18", employer="100000002")], date(2021, 12, 17)),
        ([], None),
    ],
)
def test_spells_joined_and_apart(rows: list[dict[str, str]], completed: date | None) -> None:
    assert week_13_complete(spells(*rows)) == completed


def test_stretches_keep_their_spells() -> None:
    rows = spell("2021-11-01"), spell("2021-09-18", "2021-10-31"), spell("2021-09-20", employer="100000002")
    assert [(one.emp_id, len(one.spells)) for one in stretches(spells(*rows))] == [
        (100000001, 2),
        (100000002, 1),
    ]


@pytest.mark.parametrize(
    ("age", "ref"), [(18, None), (19, JOB), (23, JOB), (24, JOB_24), (60, JOB_24), (0, None)]
)
def test_aim_for_an_age(age: int, ref: str | None) -> None:
    assert job_outcome_aim(age, RULES) == ref


@pytest.mark.parametrize(
    ("born", "ref", "is_right"),
    [
        (date(1997, 8, 4), JOB, True),  # 23 at the start, 24 the day after
        (date(1997, 8, 4), JOB_24, False),
        (date(1997, 8, 3), JOB_24, True),
        (date(1997, 8, 3), JOB, False),
        (date(2002, 8, 3), JOB, True),  # 19 on the day
        (date(2002, 8, 4), JOB, False),
        (date(2002, 8, 4), JOB_24, False),
        (None, JOB, False),
    ],
)
def test_age_at_the_start_of_the_programme(born: date | None, ref: str, is_right: bool) -> None:
    for who in (
        learner(*swap(swap_job(ref)), born=born),
        learner(aim(1, GATEWAY), swap_job(ref, JOB_DAY, 2, "042"), born=born),
    ):
        assert [code for _, code in found(who)] == ([] if is_right else ["JO_AGE"])


def test_age_counts_from_the_original_start_of_a_restarted_main_aim() -> None:
    again = aim(1, MAIN, "013", fam={"RES": "1"}, orig_learn_start_date=date(2021, 8, 1))
    assert found(learner(*swap(swap_job(), main=again), born=date(1997, 8, 2))) == []


def test_without_a_main_aim_the_first_other_aim_tells_the_start() -> None:
    rows = found(learner(aim(1, MAIN, "016"), swap_job(JOB_24), born=date(1997, 8, 4)))
    assert (3, "JO_AGE") in rows
    alone = found(learner(swap_job()))
    assert alone == [(None, "DAM013_COUNT"), (None, "SWAP_WEX_MISSING"), (3, "JO_START_UNKNOWN")]


@pytest.mark.parametrize(
    ("planned", "actual", "codes"),
    [
        (JOB_DAY, JOB_DAY, []),
        (JOB_DAY + DAY, JOB_DAY, ["JO_DATES"]),
        (JOB_DAY, JOB_DAY + DAY, ["JO_DATES"]),
        (JOB_DAY + DAY, JOB_DAY + DAY, ["JO_DATES"]),
    ],
)
def test_three_dates(planned: date, actual: date, codes: list[str]) -> None:
    job = swap_job(learn_plan_end_date=planned, learn_act_end_date=actual)
    assert [code for _, code in found(learner(*swap(job)))] == codes


@pytest.mark.parametrize(("status", "outcome"), [(1, None), (3, 3), (2, 3), (2, None), (6, 3)])
def test_a_job_outcome_is_completed_and_achieved(status: int, outcome: int | None) -> None:
    rows = findings(learner(*swap(swap_job(comp_status=status, outcome=outcome))))
    assert [row.code for row in rows] == ["JO_NOT_ACHIEVED"]


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        ([], ["JO_EVIDENCE_MISSING"]),
        ([spell("2021-09-18", signed="N")], ["JO_EVIDENCE_MISSING"]),
        ([spell("2021-09-19", signed="N")], ["JO_DATE_TOO_EARLY", "JO_EVIDENCE_MISSING"]),
        ([spell("2021-09-19")], ["JO_DATE_TOO_EARLY"]),
        ([spell("2021-09-18")], []),
        ([spell("2021-09-17")], ["JO_DATE_NOT_FIRST_DAY"]),
        ([spell("2021-09-18", "2021-12-01")], ["JO_DATE_TOO_EARLY"]),
        ([spell("2021-09-18", "2021-10-31", signed="N"), spell("2021-11-01")], ["JO_EVIDENCE_MISSING"]),
        ([spell("2021-09-18", "2021-12-17"), spell("2021-12-18", signed="N")], []),
        ([spell("2021-09-18", "2021-12-31", signed="N"), spell("2022-01-01", employer="100000002")],
         ["JO_EVIDENCE_MISSING"]),
        ([spell("2021-01-01", "2021-08-02"), spell("2021-09-18")], []),
        ([spell("2021-01-01", employer="100000002"), spell("2021-09-18")], []),
        ([{**spell("2021-09-18"), "LearnRefNumber": "L2"}], ["JO_EVIDENCE_MISSING"]),
    ],
)  # fmt: skip
def test_evidence_and_date(rows: list[dict[str, str]], codes: list[str]) -> None:
    who, where = learner(*swap(swap_job())), setting(job_outcome_evidence=rows)
    assert [code for _, code in found(who, where)] == codes


def test_the_file_is_not_prepared_before_thirteen_weeks_are_complete() -> None:
    who = learner(*swap(swap_job()))
    early = setting(file_date=date(2021, 12, 16))
    assert (3, "JO_DATE_TOO_EARLY") in found(who, early)
    assert (3, "JO_DATE_TOO_EARLY") not in found(who, setting(file_date=JOB_DAY))


@pytest.mark.parametrize(
    ("day", "codes"),
    [
        (date(2021, 9, 17), ["JO_DATE_TOO_EARLY"]),
        (date(2021, 9, 18), []),
        (date(2021, 9, 19), ["JO_DATE_NOT_FIRST_DAY"]),
    ],
)
def test_dates_read_as_the_first_day_of_employment(day: date, codes: list[str]) -> None:
    who = learner(*swap(swap_job(on=day)))
    rows = found(who, setting({"jo_date_basis": "employment_start"}))
    assert [code for _, code in rows if code.startswith("JO")] == codes


def test_counting_without_the_first_day() -> None:
    where = setting({"jo_inclusive_counting": "no"})
    assert found(learner(*swap(swap_job())), where) == [
        (3, "DP_JOB_NOT_REFLECTED"),
        (3, "JO_DATE_TOO_EARLY"),
    ]
    later = learner(*swap(swap_job(on=JOB_DAY + DAY)))
    assert found(later, where) == []
    assert found(later) == [(3, "JO_DATE_NOT_FIRST_DAY")]


@pytest.mark.parametrize(
    ("ends", "start", "job_day", "first", "kind"),
    [
        (date(2021, 8, 31), START, date(2021, 12, 17), "2021-09-18", "SG"),
        (date(2021, 10, 31), START, date(2022, 3, 13), "2021-12-13", "SWAP"),
    ],
)
def test_worked_examples_of_the_guidance(
    ends: date, start: date, job_day: date, first: str, kind: str
) -> None:
    main_ref, main_dams, dam = (GATEWAY, (), "042") if kind == "SG" else (MAIN, ("013",), "016")
    main = aim(1, main_ref, *main_dams, learn_plan_end_date=ends, learn_act_end_date=ends)
    wex = aim(2, "Z0009123", dam, learn_plan_end_date=ends, learn_act_end_date=ends)
    who = learner(main, wex, swap_job(JOB, job_day, 3, dam))
    day = date.fromisoformat(first)
    into_work = went(("NPE", 1, ends, day - DAY), ("EMP", 1, day, None))
    assert found(who, setting(job_outcome_evidence=[spell(first)]), into_work) == []
    late = setting(job_outcome_evidence=[spell((day + 13 * DAY).isoformat())])
    assert (3, "JO_DATE_TOO_EARLY") in found(who, late, into_work)


def test_duplicates_by_number_and_claims_made_twice() -> None:
    double = swap_job(JOB, JOB_DAY, 5), swap_job(JOB, JOB_DAY, 4)
    assert found(learner(*swap(*double))) == [(5, "JO_DUPLICATE")]
    embedded = aim(1, MAIN, "013", emp_outcome=1)
    assert found(learner(*swap(swap_job(), main=embedded))) == [(3, "JO_DOUBLE_CLAIM")]
    assert found(learner(*swap(main=embedded))) == []
    assert found(learner(*swap(swap_job(), main=aim(1, MAIN, "013", emp_outcome=4)))) == []


def test_a_main_aim_that_was_not_completed_is_a_warning() -> None:
    left = aim(1, MAIN, "013", comp_status=3, outcome=3)
    rows = findings(learner(*swap(swap_job(), main=left)))
    assert [(row.code, row.severity) for row in rows] == [("MAIN_AIM_NOT_COMPLETED", "warning")]


BEGUN = JOB_DAY - 90 * DAY


@pytest.mark.parametrize(
    ("destination", "is_reflected"),
    [
        (None, False),
        (went(("EDU", 5, BEGUN, None)), False),
        (went(("EMP", 1, BEGUN, None)), True),
        (went(("EMP", 1, BEGUN + DAY, None)), False),
        (went(("EMP", 2, BEGUN, None)), True),
        (went(("EMP", 4, BEGUN, None)), True),
        (went(("EMP", 5, BEGUN, None)), True),
        (went(("EMP", 3, BEGUN, None)), False),
        (went(("NPE", 1, END, None), ("EMP", 1, BEGUN, None)), False),
        (went(("NPE", 1, END, BEGUN), ("EMP", 1, BEGUN, None)), False),
        (went(("NPE", 1, END, BEGUN - DAY), ("EMP", 1, BEGUN, None)), True),
        (went(("EMP", 1, BEGUN, None), ("NPE", 1, END, BEGUN - DAY)), True),
        (went(("EMP", 1, BEGUN, None), ("NPE", 1, JOB_DAY, None)), True),
        (went(("EMP", 1, END, None), ("NPE", 1, END + DAY, None), ("EMP", 1, BEGUN, None)), False),
    ],
)
def test_destinations_show_the_way_into_work(
    destination: LearnerDestinationandProgression | None, is_reflected: bool
) -> None:
    rows = found(learner(*swap(swap_job())), destination=destination)
    assert ((3, "DP_JOB_NOT_REFLECTED") not in rows) is is_reflected


def test_a_job_collected_after_the_file_does_not_count() -> None:
    late = went(("EMP", 1, BEGUN, None))
    late = late.model_copy(
        update={"dp_outcome": (late.dp_outcome[0].model_copy(update={"out_coll_date": date(2022, 6, 7)}),)}
    )
    assert (3, "DP_JOB_NOT_REFLECTED") in found(learner(*swap(swap_job())), destination=late)


@pytest.mark.parametrize(("file_date", "code"), [(date(2021, 10, 30), "R107"), (date(2021, 10, 31), "R108")])
def test_no_destination_at_all(file_date: date, code: str) -> None:
    rows = findings(learner(*swap()), setting(file_date=file_date), None)
    assert [(row.code, row.severity) for row in rows] == [(code, "warning")]


def test_a_destination_is_not_asked_for_while_learning_goes_on() -> None:
    going_on = aim(3, "60190102", "016", learn_act_end_date=None, comp_status=1, outcome=None)
    assert found(learner(*swap(going_on)), destination=None) == []
    paused = aim(3, "60190102", "016", comp_status=6, outcome=3)
    assert found(learner(*swap(paused)), destination=None) == []
    assert found(learner(*swap()), destination=went(("EDU", 1, END, None))) == []
    assert found(learner(*swap()), destination=went(("EDU", 1, END - DAY, None))) == [(None, "R108")]
