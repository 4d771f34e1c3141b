"""Edges of the adult skills rules: dates, ages, codes, providers, programmes, impossible records."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.calendar import FundingYear
from engine.ilr.records import LearningDelivery
from engine.ledger import Ledger
from engine.reference import ReferenceData
from tests.adult_skills.builders import (
    AIM,
    ESOL,
    UKPRN,
    aim_of,
    calculated,
    employed,
    fam,
    learner_of,
    monthly,
    rate_row,
    reference_of,
    values_of,
)

SEP, FEB_END = date(2020, 9, 1), date(2021, 2, 28)
APPRENTICE_TABLES: dict[str, list[dict[str, str]]] = {
    "aim_rates": [
        rate_row("KNOW", "1000", category="App_Act_Cost"),
        rate_row("ENGL", "471", category="App_Act_Cost"),
    ],
    "framework_aims": [
        {
            "LearnAimRef": "KNOW",
            "ProgType": "2",
            "FworkCode": "415",
            "PwayCode": "1",
            "FrameworkComponentType": "2",
        },
        {
            "LearnAimRef": "RIGHTS",
            "ProgType": "2",
            "FworkCode": "415",
            "PwayCode": "1",
            "FrameworkComponentType": "4",
        },
    ],
    "aims": [{"LearnAimRef": "ENGL", "FrameworkCommonComponent": "11"}, {"LearnAimRef": "KNOW"}],
    "large_employers": [{"EmpId": "154549452", "EffectiveFrom": "2013-08-01"}],
}
APPRENTICE = reference_of(**APPRENTICE_TABLES)


def one(
    aim: LearningDelivery, reference: ReferenceData | None = None, year: int = 2020, **fields: Any
) -> Ledger:
    return calculated(learner_of(aim, **fields), reference, year)


def value(name: str, aim: LearningDelivery, reference: ReferenceData | None = None, **fields: Any) -> Any:
    return values_of(one(aim, reference, **fields), aim.aim_seq_number)[name]


def apprentice(ref: str = "KNOW", seq: int = 2, end: date | None = None, **fields: Any) -> LearningDelivery:
    values: dict[str, Any] = {
        "learn_aim_ref": ref,
        "aim_seq_number": seq,
        "aim_type": 1 if ref == "ZPROG001" else 3,
        "prog_type": 2,
        "fwork_code": 415,
        "pway_code": 1,
        "fams": "FFI1",
    }
    return aim_of(fields.pop("start", date(2016, 10, 1)), date(2020, 12, 31), end, **{**values, **fields})


@pytest.mark.parametrize(
    ("planned", "days"),
    [("2020-09-13", 1), ("2020-09-14", 14), ("2021-02-14", 14), ("2021-02-15", 42)],
)
def test_qualifying_days_follow_the_planned_length(planned: str, days: int) -> None:
    assert value("ThresholdDays", aim_of(SEP, date.fromisoformat(planned))) == days


@pytest.mark.parametrize(
    ("end", "outcome", "starts"),
    [("2020-10-12", 3, True), ("2020-10-11", 3, False), ("2020-09-02", 1, True), ("2020-09-02", 6, True),
     ("2020-09-02", 7, True), ("2020-09-02", 8, False), ("2020-09-02", 2, False)],
)  # fmt: skip
def test_funding_starts_after_the_days_or_with_an_achievement(end: str, outcome: int, starts: bool) -> None:
    aim = aim_of(SEP, FEB_END, date.fromisoformat(end), comp_status=2, outcome=outcome)
    assert value("FundStart", aim) is starts


@pytest.mark.parametrize(
    ("planned", "count"),
    [
        ("2020-09-30", 2),
        ("2020-10-01", 2),
        ("2020-10-30", 2),
        ("2020-10-31", 3),
        ("2021-02-27", 6),
        ("2021-02-28", 7),
    ],
)
def test_instalments_are_counted_to_the_month_end(planned: str, count: int) -> None:
    assert value("PlannedNumOnProgInstalm", aim_of(SEP, date.fromisoformat(planned))) == count


@pytest.mark.parametrize(
    ("end", "periods"),
    [("2020-10-30", {2}), ("2020-10-31", {2, 3}), ("2020-11-01", {2, 3}), ("2021-05-05", {2, 3, 4, 5, 6, 7})],
)
def test_instalments_stop_before_the_month_whose_end_is_not_reached(end: str, periods: set[int]) -> None:
    assert monthly(one(aim_of(SEP, FEB_END, date.fromisoformat(end))))["OnProgPayment"].keys() == periods


def test_an_aim_of_other_years_pays_nothing() -> None:
    before = aim_of(date(2019, 9, 1), date(2020, 6, 30), date(2020, 6, 30), achieved=True)
    after = aim_of(date(2021, 8, 1), date(2022, 2, 28))
    for aim in (before, after):
        ledger = one(aim)
        assert not ledger.earnings
        assert values_of(ledger)["FundStart"] is True
        assert values_of(ledger)["AimValue"] == 1000


def test_the_years_of_an_aim_add_up() -> None:
    aim = aim_of(date(2019, 10, 10), date(2021, 12, 31), date(2021, 12, 31), achieved=True)
    total = sum(row.amount for year in (2019, 2020, 2021) for row in one(aim, year=year).earnings)
    assert round(total, 5) == 1000


@pytest.mark.parametrize(("born", "line"), [("2001-08-31", "ESFA AEB"), ("2001-09-01", "None")])
def test_age_on_31_august_decides_the_adult_line(born: str, line: str) -> None:
    ledger = one(aim_of(SEP, FEB_END), date_of_birth=date.fromisoformat(born))
    assert values_of(ledger)["FundLine"].startswith(line)
    assert bool(ledger.earnings) is (line != "None")
    assert values_of(ledger)["FundStart"] is True


@pytest.mark.parametrize(
    ("fams", "line"),
    [
        ("SOF105 DAM2", "ESFA AEB - Adult Skills (procured from Nov 2017)"),
        ("SOF105 LDM357", "ESFA AEB - Adult Skills (procured from Nov 2017)"),
        ("SOF112 DAM002", "Adult Education - Eligible for MCA/GLA funding (procured)"),
        ("SOF116", "Adult Education - Eligible for MCA/GLA funding (non-procured)"),
        ("SOF112 LDM376", "Adult Education - Eligible for MCA/GLA funding (non-procured)"),
        ("SOF105 LDM376", "ESFA AEB - COVID-19 Skills Offer (non-procured)"),
        ("SOF112 SOF105", "ESFA AEB - Adult Skills (non-procured)"),
        ("SOF105 LDM34", "Adult OLASS"),
        ("SOF999", "None"),
        ("", "None"),
    ],
)
def test_fund_line_follows_the_codes(fams: str, line: str) -> None:
    assert value("FundLine", aim_of(SEP, FEB_END, fams=fams)) == line


def test_the_covid_offer_begins_in_september_2020() -> None:
    assert value("AimValue", aim_of(date(2020, 8, 31), FEB_END, fams="SOF112 FFI1 LDM376")) == 1000
    assert value("AimValue", aim_of(SEP, FEB_END, fams="SOF112 FFI1 LDM376")) == 1400
    returned = aim_of(SEP, FEB_END, fams="SOF105 FFI1 LDM376", orig_learn_start_date=date(2020, 8, 31))
    assert value("FundLine", returned) == "ESFA AEB - Adult Skills (non-procured)"


def test_the_covid_addition_is_shown_without_a_start() -> None:
    aim = aim_of(SEP, FEB_END, date(2020, 9, 5), fams="SOF112 LDM376")
    assert value("ApplicWeightFundRate", aim) == 1400
    assert value("AimValue", aim) == 0


def test_initiatives_of_model_81() -> None:
    aim = aim_of(SEP, FEB_END, fund_model=81, fams="SOF105 FFI1 LDM372")
    ledger = one(aim)
    assert values_of(ledger)["FundLine"] == "Short term funding initiative 3"
    assert ledger.earnings
    assert value("FundStart", aim_of(SEP, FEB_END, fund_model=81, fams="SOF105")) is False
    in_programme = aim_of(SEP, FEB_END, fund_model=81, fams="SOF105 LDM372", prog_type=25)
    assert value("FundLine", in_programme) == "None"


def test_other_models_take_no_part() -> None:
    assert not one(aim_of(SEP, FEB_END, fund_model=36)).values


@pytest.mark.parametrize(
    ("hours", "start", "added"),
    [(2, SEP, 14), (3, SEP, 21), (6, SEP, 35), (7, SEP, 50), (12, SEP, 50), (13, SEP, 100), (1060, SEP, 4170),
     (1061, SEP, 6602), (2, date(2016, 7, 31), 50), (2, date(2016, 8, 1), 14), (2, date(2015, 7, 31), 0),
     (None, SEP, 0), (0, SEP, 0)],
)  # fmt: skip
def test_additional_hours_of_esol(hours: int | None, start: date, added: int) -> None:
    reference = reference_of(
        aim_rates=[rate_row(ESOL, "100")],
        annual_values=[{"LearnAimRef": ESOL, "BasicSkillsType": "42", "EffectiveFrom": "2013-08-01"}],
    )
    aim = aim_of(start, date(2021, 7, 31), learn_aim_ref=ESOL, add_hours=hours)
    assert value("ApplicWeightFundRate", aim, reference) == 100 + added
    left = aim_of(
        start,
        date(2021, 7, 31),
        date(start.year, start.month, start.day),
        learn_aim_ref=ESOL,
        add_hours=hours,
    )
    assert value("ApplicWeightFundRate", left, reference) == 100


def test_fee_can_pass_the_value() -> None:
    ledger = one(
        aim_of(SEP, FEB_END, fams="SOF105 FFI2"), reference_of(aim_rates=[rate_row(AIM, "100", "300")])
    )
    assert values_of(ledger)["NonGovCont"] == 150
    assert all(row.amount < 0 for row in ledger.earnings)


def test_other_adjustment_above_a_hundred_per_cent() -> None:
    assert value("PropFundRemain", aim_of(SEP, FEB_END, other_fund_adj=150)) == Decimal("1.5")


def test_adjustment_of_nought_pays_nothing() -> None:
    assert not one(aim_of(SEP, FEB_END, other_fund_adj=0)).earnings


def test_cap_leaves_out_months_of_other_years() -> None:
    reference = reference_of(aim_rates=[rate_row(AIM, "6000")])
    long = aim_of(date(2019, 9, 1), date(2021, 6, 30))
    assert value("CapFactor", long, reference) == 1
    short = aim_of(SEP, date(2021, 6, 30))
    assert round(value("CapFactor", short, reference), 5) == round(Decimal(3520) / 4800, 5)


class TestSpecialistResources:
    flags = ({"CampId": "CAMP1", "SpecialistResources": "N"}, {"CampId": "CAMP2", "SpecialistResources": "Y"})
    rates = (rate_row(AIM, "1720", factor="G"),)
    provider = ({"UKPRN": str(UKPRN), "OrgFundFactor": "Specialist Resources", "OrgFundFactValue": "1"},)

    def uplift(self, *extra: dict[str, str], **fields: Any) -> bool:
        reference = reference_of(
            aim_rates=list(self.rates),
            organisation_funding=list(self.provider),
            specialist_resources=[*self.flags, *extra],
        )
        return bool(
            value("SpecResUplift", aim_of(SEP, FEB_END, del_loc_post_code="AX1 1AA"), reference, **fields) > 1
        )

    def test_provider_answers_when_nobody_else_does(self) -> None:
        assert self.uplift()
        assert self.uplift(camp_id="CAMP9")

    def test_a_no_of_the_campus_is_an_answer(self) -> None:
        assert not self.uplift(camp_id="camp1")

    def test_campus_comes_before_postcode(self) -> None:
        refused = {"UKPRN": str(UKPRN), "Postcode": "AX1 1AA", "SpecialistResources": "N"}
        assert self.uplift(refused, camp_id="CAMP2")
        assert not self.uplift(refused)

    def test_a_row_for_another_postcode_silences_the_provider(self) -> None:
        elsewhere = {"UKPRN": str(UKPRN), "Postcode": "AX9 9AA", "SpecialistResources": "Y"}
        assert not self.uplift(elsewhere)
        assert self.uplift({**elsewhere, "EffectiveTo": "2020-08-31"})


class TestLearningSupport:
    def periods(
        self, *records: tuple[str, str | None], planned: str = "2021-02-28", end: str | None = None
    ) -> set[int]:
        fams = [
            fam("LSF", "1", date.fromisoformat(first), date.fromisoformat(last) if last else None)
            for first, last in records
        ]
        aim = aim_of(
            SEP, date.fromisoformat(planned), date.fromisoformat(end) if end else None, fam_records=fams
        )
        return set(monthly(one(aim)).get("LearnSuppFundCash", {}))

    def test_a_record_must_last_to_the_month_end(self) -> None:
        assert self.periods(("2020-09-15", "2020-11-29")) == {2, 3}
        assert self.periods(("2020-09-15", "2020-11-30")) == {2, 3, 4}

    def test_records_are_not_joined(self) -> None:
        assert self.periods(("2020-09-01", "2020-10-15"), ("2020-10-16", "2020-10-30")) == {2}
        assert self.periods(("2020-09-01", "2020-10-15"), ("2020-10-01", "2020-11-30")) == {2, 3, 4}

    def test_the_planned_end_does_not_stop_it(self) -> None:
        assert self.periods(("2020-09-01", None), planned="2020-10-31") == set(range(2, 13))

    def test_an_aim_shorter_than_a_month_has_none(self) -> None:
        assert self.periods(("2020-09-01", None), planned="2020-09-30") == set()
        assert self.periods(("2020-09-01", None), planned="2020-10-01") != set()

    def test_it_moves_to_another_aim(self) -> None:
        records = [fam("LSF", "1", SEP)]
        first = aim_of(SEP, FEB_END, date(2020, 11, 30), achieved=True, fam_records=records)
        second = aim_of(date(2020, 10, 1), FEB_END, aim_seq_number=2, fam_records=records)
        ledger = calculated(learner_of(second, first))
        assert set(monthly(ledger, 1)["LearnSuppFundCash"]) == {2, 3, 4}
        assert set(monthly(ledger, 2)["LearnSuppFundCash"]) == set(range(5, 13))


class TestApprenticeships:
    def test_lines_by_age_at_programme_start(self) -> None:
        programme = apprentice("ZPROG001", 1)
        for born, line, factor in (
            ("1998-10-02", "16-18 Apprenticeship", "1.0723"),
            ("1998-10-01", "16-18 Apprenticeship", "1.0723"),
            ("1997-10-01", "19-23 Apprenticeship", "1"),
            ("1992-10-02", "19-23 Apprenticeship", "1"),
            ("1992-10-01", "24+ Apprenticeship", "0.8"),
        ):
            ledger = calculated(
                learner_of(programme, apprentice(), date_of_birth=date.fromisoformat(born)), APPRENTICE
            )
            assert values_of(ledger, 2)["FundLine"] == line
            assert values_of(ledger, 2)["AimValue"] == Decimal(1000) * Decimal(factor)
            assert values_of(ledger, 2)["CapFactor"] == 1

    @pytest.mark.parametrize(
        ("eef", "line", "factor"),
        [("EEF2", "16-18", "1.0723"), ("EEF3", "19-23", "1"), ("EEF4", "24+", "1.0723")],
    )
    def test_eligibility_codes(self, eef: str, line: str, factor: str) -> None:
        ledger = calculated(learner_of(apprentice("ZPROG001", 1), apprentice(fams=f"FFI1 {eef}")), APPRENTICE)
        assert values_of(ledger, 2)["FundLine"] == f"{line} Apprenticeship"
        assert values_of(ledger, 2)["AppAgeFact"] == Decimal(factor)

    def test_component_without_programme_aim_counts_from_its_own_start(self) -> None:
        assert value("AgeAimStart", apprentice(), APPRENTICE) == 26

    def test_unfunded_component(self) -> None:
        ledger = one(apprentice("RIGHTS"), APPRENTICE)
        assert values_of(ledger, 2)["FundStart"] is False
        assert not ledger.findings

    def test_knowledge_is_achieved_with_the_programme(self) -> None:
        done = apprentice(end=date(2020, 10, 31), achieved=True)
        running = calculated(learner_of(apprentice("ZPROG001", 1), done), APPRENTICE)
        assert "AchievePayment" not in monthly(running, 2)
        assert values_of(running, 2)["AchApplicDate"] is None
        assert "BalancePayment" in monthly(running, 2)
        ended = apprentice("ZPROG001", 1, date(2020, 12, 31), achieved=True)
        achieved = calculated(learner_of(ended, done), APPRENTICE)
        assert set(monthly(achieved, 2)["AchievePayment"]) == {5}

    def test_functional_skills_are_achieved_by_themselves(self) -> None:
        done = apprentice("ENGL", end=date(2020, 10, 31), achieved=True, fams="FFI1 EEF2")
        ledger = calculated(learner_of(apprentice("ZPROG001", 1), done), APPRENTICE)
        assert set(monthly(ledger, 2)["AchievePayment"]) == {3}
        assert round(values_of(ledger, 2)["AppFuncSkill1618AdjFact"], 5) == Decimal("0.60606")

    @pytest.mark.parametrize(
        ("statuses", "fams", "factor"),
        [
            ([employed(154549452, date(2016, 9, 30))], "", "0.75"),
            ([employed(154549452, date(2016, 10, 2))], "", "1"),
            ([employed(154549452, date(2016, 1, 1)), employed(None, date(2016, 9, 1), 11)], "", "0.75"),
            ([employed(154549452, date(2016, 9, 30))], "EEF4", "1"),
            ([employed(154549452, date(2016, 9, 30))], "LDM129", "1"),
            ([], "", "1"),
        ],
    )
    def test_large_employer(self, statuses: list[Any], fams: str, factor: str) -> None:
        learner = learner_of(
            apprentice("ZPROG001", 1),
            apprentice(fams=f"FFI1 {fams}"),
            learner_employment_status=tuple(statuses),
        )
        assert values_of(calculated(learner, APPRENTICE), 2)["LargeEmployerFM35Fctr"] == Decimal(factor)


class TestFindings:
    def codes(self, ledger: Ledger) -> list[tuple[str, str]]:
        return [(finding.code, finding.severity) for finding in ledger.findings]

    def test_aims_begun_before_august_2013_are_refused_by_name(self) -> None:
        ledger = calculated(
            learner_of(
                aim_of(date(2013, 7, 31), FEB_END), aim_of(date(2013, 8, 1), FEB_END, aim_seq_number=2)
            )
        )
        assert self.codes(ledger) == [("AIM_BEFORE_AUGUST_2013", "error")]
        assert {row.aim_seq_number for row in ledger.earnings} == {2}

    def test_impossible_dates_are_refused(self) -> None:
        assert self.codes(one(aim_of(SEP, date(2020, 8, 31)))) == [("LearnPlanEndDate_02", "error")]
        ledger = one(aim_of(SEP, FEB_END, date(2020, 8, 31), achieved=True))
        assert self.codes(ledger) == [("LearnActEndDate_01", "error")]
        assert not ledger.earnings

    def test_missing_date_of_birth(self) -> None:
        ledger = one(aim_of(SEP, FEB_END), date_of_birth=None)
        assert self.codes(ledger) == [("DateOfBirth_01", "error")]
        assert not ledger.earnings
        assert one(aim_of(SEP, FEB_END, fams="SOF105 FFI1 LDM034"), date_of_birth=None).earnings

    def test_missing_rate(self) -> None:
        ledger = one(aim_of(date(2020, 9, 30), FEB_END, learn_aim_ref="UNKNOWN"))
        (finding,) = ledger.findings
        assert (finding.code, finding.severity) == ("AIM_RATE_MISSING", "warning")
        assert (finding.field, finding.found) == ("LearnAimRef", "UNKNOWN")
        assert finding.expected == "a MATRIX rate of the aim valid on 30/09/2020"

    def test_missing_postcodes(self) -> None:
        factors = {
            "area_costs": [{"Postcode": "AX1 1AA", "AreaCostFactor": "1"}],
            "disadvantage": [{"Postcode": "AX1 1AA", "Uplift": "1"}],
        }
        aim = aim_of(SEP, FEB_END, del_loc_post_code="QQ1 1QQ")
        ledger = one(aim, reference_of(**factors), postcode_prior="QQ2 2QQ")
        assert [(row.field, row.found, row.aim_seq_number) for row in ledger.findings] == [
            ("DelLocPostCode", "QQ1 1QQ", 1),
            ("PostcodePrior", "QQ2 2QQ", None),
        ]
        assert not one(aim, reference_of(), postcode_prior="QQ2 2QQ").findings
        known = aim_of(SEP, FEB_END, del_loc_post_code="ax1 1aa")
        assert not one(known, reference_of(**factors)).findings


def test_later_years_use_their_own_31_august() -> None:
    aim = aim_of(date(2021, 9, 1), date(2022, 2, 28))
    ledger = one(aim, year=2021, date_of_birth=date(2002, 8, 31))
    assert ledger.year == FundingYear(2021)
    assert ledger.earnings


def test_mistyped_dates_do_not_stop_a_file() -> None:
    far = date(9999, 12, 31)
    assert not one(aim_of(far, far, fam_records=[fam("LSF", "1", far)])).earnings
    assert value("PlannedNumOnProgInstalm", aim_of(SEP, far)) > 90000
    early = aim_of(SEP, FEB_END, fams="SOF105 FFI1 LDM376", orig_learn_start_date=date(201, 9, 1))
    assert [finding.code for finding in one(early).findings] == ["AIM_RATE_MISSING"]
