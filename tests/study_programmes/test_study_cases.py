"""Cases at the edges: who is judged at all, what the money effect says, and how figures are explained."""

from datetime import date
from decimal import Decimal

import pytest
from study_scenes import HIGH_NEEDS, aim, found, learner, placement, record, rules, setting, worked_out

from engine.calendar import FundingYear
from engine.parameters import published
from engine.programmes.study_programmes import CODES, HOURS, RATE, decide, rules_of_year
from engine.switches import load_switches

MARCH = placement(date(2021, 3, 8), date(2021, 3, 12))


def test_learners_of_other_funding_are_left_alone() -> None:
    adult = learner(aim(1, "60000001", fund_model=35), plan_learn_hours=None, plan_eep_hours=None)
    ledger = worked_out(adult)
    assert not ledger.findings and not ledger.year_figures
    assert found(learner()) == []


def test_there_are_no_rules_before_the_first_year_that_is_read() -> None:
    assert rules_of_year(published(), FundingYear(2016)) is None
    assert found(learner(aim()), setting(year=2016)) == []


def test_other_16_to_19_funding_has_planned_hours_and_no_band() -> None:
    other = learner(aim(1, "60000001", fund_model=82), plan_eep_hours=None)
    assert found(other) == [(None, "PlanEEPHours_01")]
    assert not worked_out(learner(aim(1, "60000001", fund_model=82))).year_figures


def test_severities_keep_advice_apart_from_rules() -> None:
    for code, one in CODES.items():
        assert one.severity == ("warning" if code.startswith("ZWRKX_") else "error")
        assert one.means.endswith(".")


@pytest.mark.parametrize(
    ("planned", "counted", "words"),
    [
        (60, "40", "Without them the base rate is £3,455.00, band 4b: £733.00 less."),
        (60, "20", "The base rate stays £4,188.00, band 5."),
        (60, "60", "Without them the base rate is £3,455.00, band 4b: £733.00 less."),
    ],
)
def test_hours_that_go_tell_what_they_cost(planned: int, counted: str, words: str) -> None:
    who = learner(aim(1, "60000001"), plan_eep_hours=planned)
    where = setting(record(HoursCounted=counted, Substitute="", SubstituteEvidenced=""))
    (finding,) = worked_out(who, where).findings
    assert finding.code == "ZWRKX_HOURS_COUNTED"
    assert finding.message.endswith(words)
    assert finding.expected == str(planned - int(counted))


def test_few_hours_cost_their_share() -> None:
    who = learner(aim(1, "60000001"), plan_learn_hours=200)
    (finding,) = worked_out(who, setting(record(SubstituteEvidenced="N"))).findings
    assert finding.message.endswith("the base rate is £1,535.60, band 1: £279.20 less.")


def test_without_a_known_rate_the_hours_go_all_the_same() -> None:
    who = learner(aim(1, "60000001"))
    where = setting(record(Year="2122"), year=2021)
    (finding,) = worked_out(who, where).findings
    assert finding.code == "ZWRKX_HOURS_COUNTED" and "£" not in finding.message
    assert found(learner(aim(1, "60000001"), plan_eep_hours=None), where) == [(None, "PlanEEPHours_01")]


def test_a_record_of_another_year_or_learner_says_nothing() -> None:
    who = learner(aim(1, "60000001"))
    assert found(who, setting(record(Year="1920"), record(LearnRefNumber="L2"))) == []


def test_a_placement_that_is_recorded_needs_no_word_of_the_provider() -> None:
    blank = record(WentOut="", Substitute="", SubstituteEvidenced="")
    assert found(learner(aim(1, "ZWRKX001", MARCH)), setting(blank)) == []


def test_the_provider_knows_better_than_the_placements() -> None:
    gone = learner(aim(1, "ZWRKX001", MARCH))
    assert found(gone, setting(record(Substitute=""))) == [
        (None, "ZWRKX_HOURS_COUNTED"),
        (1, "ZWRKX_NO_PLACEMENT"),
    ]
    assert found(gone, setting(record())) == [(1, "ZWRKX_SUBSTITUTE_AS_PLACEMENT")]


def test_every_aim_without_a_placement_is_found_and_ended_ones_of_earlier_years_are_not() -> None:
    earlier = aim(
        1,
        "ZWRKX001",
        learn_start_date=date(2019, 9, 2),
        learn_act_end_date=date(2020, 7, 31),
        comp_status=2,
        outcome=1,
    )
    later = aim(3, learn_start_date=date(2021, 8, 1), learn_plan_end_date=date(2022, 7, 1))
    assert found(learner(earlier, aim(2), later)) == [
        (1, "WorkPlaceStartDate_01"),
        (2, "WorkPlaceStartDate_01"),
        (2, "ZWRKX_NO_PLACEMENT"),
        (3, "WorkPlaceStartDate_01"),
    ]


def test_the_decision_table() -> None:
    switches = load_switches()
    stay = switches.with_choice("zwrkx_hours_without_substitute", "stay")
    for year in (2019, 2020, 2021, 2025):
        for substitute in (False, True):
            happened = decide(True, substitute, rules(year), switches)
            assert (happened.returns_aim, happened.counts_hours, happened.needs_note) == (True, True, False)
            for readings in (switches, stay):
                not_happened = decide(False, substitute, rules(year), readings)
                keeps = year == 2020 and (substitute or readings is stay)
                assert not not_happened.returns_aim
                assert not_happened.counts_hours is not_happened.needs_note is keeps


def test_each_figure_is_what_its_formula_gives() -> None:
    for hours, high_needs in ((560, ()), (560, HIGH_NEEDS), (100, ()), (0, ())):
        who = learner(aim(), plan_learn_hours=hours, plan_eep_hours=0, learner_fam=high_needs)
        figures = worked_out(who).year_figures
        assert [row.attribute for row in figures] == [HOURS, RATE]
        assert [row.unit for row in figures] == ["hours", "pounds"]
        for row in figures:
            assert row.because.recomputed() == row.amount
            assert row.because.rule.clauses


def test_high_needs_is_one_code_of_one_type() -> None:
    adult = {"date_of_birth": date(2002, 1, 15)}
    for fams, rate in ((HIGH_NEEDS, "4188"), ((HIGH_NEEDS[0].model_copy(update={"learn_fam_code": 2}),), "3455"),
                       ((HIGH_NEEDS[0].model_copy(update={"learn_fam_type": "EHC"}),), "3455")):  # fmt: skip
        figures = worked_out(learner(aim(), learner_fam=fams, **adult)).year_figures
        assert figures[1].amount == Decimal(rate)
