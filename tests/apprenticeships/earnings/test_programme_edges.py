"""Edges of an apprenticeship's price: redundancy, small employers, earlier years, missing data, order of records."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.calendar import month_index
from engine.ilr.records import Learner
from engine.programmes.apprenticeships.lines import TransactionType as T
from engine.programmes.apprenticeships.share import share_of_month
from engine.reference import ReferenceData
from tests.apprenticeships.earnings.apprentice_builders import (
    ADULT,
    FRAMEWORK,
    ULN,
    YOUNG,
    aim_of,
    amounts,
    day,
    episode,
    fam,
    funding_row,
    learner_of,
    lines_of,
    price,
    reference_of,
    spread,
    status,
    worked_out,
)

START, PLAN = "06/08/20", "08/08/21"


def standard(*statuses: Any, start: str = START, plan: str = PLAN, end: str = "", **fields: Any) -> Learner:
    born = fields.pop("born", ADULT)
    fields.setdefault("prices", price(start, 15000))
    return learner_of(aim_of(start, plan, end, **fields), statuses=statuses, born=born)


def shares(learner: Learner) -> str:
    """Return the government's shares of the year as they run, such as ``0.95×3 1×9``."""
    work = worked_out(learner)
    aim = work.programme_aims[0]
    found: list[list[Any]] = []
    for month in range(work.rules.first_index, work.rules.after_index):
        share = share_of_month(aim, month)
        if found and found[-1][0] == share:
            found[-1][1] += 1
        else:
            found.append([share, 1])
    return " ".join(f"{share}×{count}" for share, count in found)


class TestRedundancy:
    def of(self, redundant: str, *later: Any, **fields: Any) -> Learner:
        return standard(status("01/06/17"), status(redundant, 11, None), *later, **fields)

    @pytest.mark.parametrize(
        ("back", "instalments"),
        [("11/02/21", "1000×12"), ("12/02/21", "1000×6 0×6"), ("13/02/21", "1000×6 0×6")],
    )
    def test_work_again_lifts_the_stop_before_the_12_weeks_are_over(
        self, back: str, instalments: str
    ) -> None:
        learner = self.of("20/11/20", status(back, 10, 2))
        assert amounts(worked_out(learner), T.ON_PROGRAMME) == spread(instalments)

    def test_only_work_straight_after_no_work_counts_as_work_again(self) -> None:
        learner = self.of("20/11/20", status("01/12/20", 98, None), status("05/12/20", 10, 2))
        assert amounts(worked_out(learner), T.ON_PROGRAMME) == spread("1000×6 0×6")

    @pytest.mark.parametrize(("redundant", "funded_to_the_end"), [("20/02/18", False), ("21/02/18", True)])
    def test_the_last_six_months(self, redundant: str, funded_to_the_end: bool) -> None:
        learner = self.of(redundant, start="06/08/17", plan="20/08/18")
        found = worked_out(learner, year=2017).programme_aims[0].redundancies
        assert [one.to_the_end for one in found] == [funded_to_the_end]

    @pytest.mark.parametrize(
        ("redundant", "funded_to_the_end"),
        # Planned for 1,097 days, 274 of them a quarter; the last 6 months begin on 8 February 2023.
        [("06/11/22", False), ("07/11/22", True)],
    )
    def test_a_quarter_of_the_days_left(self, redundant: str, funded_to_the_end: bool) -> None:
        learner = self.of(redundant, start="07/08/20", plan="08/08/23")
        found = worked_out(learner, year=2022).programme_aims[0].redundancies
        assert [one.to_the_end for one in found] == [funded_to_the_end]

    def test_the_month_in_which_the_12_weeks_end_is_not_paid_even_on_completion(self) -> None:
        learner = self.of("20/11/20", end="11/02/21", comp_status=2, ach_date="11/02/21")
        work = worked_out(learner)
        assert amounts(work, T.ON_PROGRAMME) == spread("1000×6 0×6")
        assert amounts(work, T.COMPLETION) == spread("0×6 3000 0×5")
        late = self.of("20/11/20", end="12/02/21", comp_status=2, ach_date="12/02/21")
        assert not amounts(worked_out(late), T.COMPLETION)

    def test_a_later_aim_takes_the_stop_over(self) -> None:
        aims = (
            aim_of(START, PLAN, "15/12/20", comp_status=6, prices=price(START, 15000)),
            aim_of("05/01/21", "08/10/21", aim_seq_number=2, prices=price("05/01/21", 15000)),
        )
        statuses = (status("01/06/17"), status("20/11/20", 11, None))
        work = worked_out(learner_of(*aims, statuses=statuses))
        assert [aim.stop_day for aim in work.programme_aims] == [day("12/02/21")] * 2
        assert set(amounts(work, T.ON_PROGRAMME)) == {1, 2, 3, 4, 6}


class TestSmallEmployers:
    def test_nothing_for_an_adult(self) -> None:
        assert shares(standard(status("01/06/17", small=True))) == "0.95×12"

    def test_the_flag_at_the_programme_start_stays_with_the_employer(self) -> None:
        learner = standard(status("01/06/17", small=True), status("01/10/20"), born=YOUNG)
        assert shares(learner) == "1×12"

    def test_a_new_employer_is_asked_anew(self) -> None:
        small, large = status("01/06/17", small=True), status("05/10/20", employer=2)
        assert shares(standard(small, large, born=YOUNG)) == "1×2 0.95×10"
        small_later = status("05/10/20", employer=2, small=True)
        assert shares(standard(status("01/06/17"), small_later, born=YOUNG)) == "0.95×2 1×10"

    def test_a_plan_counts_up_to_24(self) -> None:
        small = status("01/06/17", small=True)
        for birthday, expected in ((7, "1×12"), (6, "0.95×12")):
            learner = standard(small, born=date(1995, 8, birthday), fams=(fam("EEF", "2"),))
            assert shares(learner) == expected

    def test_an_adult_in_care_who_does_not_want_the_employer_told(self) -> None:
        small = status("01/06/17", small=True)
        fams = (fam("EEF", "4"), fam("LDM", "362"))
        assert shares(standard(small, born=day("01/01/00"), fams=fams)) == "0.95×12"
        assert shares(standard(small, born=YOUNG, fams=fams)) == "1×12"


HISTORY = {
    "ULN": str(ULN), "CollectionYear": "1920", "AppIdentifier": "25-17", "ProgType": "25", "STDCode": "17",
    "DaysInYear": "300", "UptoEndDate": "2020-07-31", "TotalProgAimPaymentsInTheYear": "5000",
    "HistoricTNP1Input": "12000", "HistoricTNP2Input": "3000", "ProgrammeStartDateIgnorePathway": "2019-03-06",
    "ProgrammeStartDateMatchPathway": "2019-03-06", "HistoricLearner1618StartInput": "false",
    "HistoricLearnDelProgEarliestACT2DateInput": "0001-01-01",
}  # fmt: skip


class TestHistory:
    def year(self, ukprn: str, learner: Learner | None = None) -> Any:
        row = HISTORY | {"UKPRN": ukprn}
        reference = reference_of(earnings_history=[row])
        return worked_out(learner or standard(), reference=reference)

    def test_own_earlier_years_are_taken_off_price_and_band(self) -> None:
        one = episode(self.year("10000101"), "25-17-06/08/2020")
        assert (one.earlier, one.earlier_same_provider, one.capped) == (5000, 5000, 10000)

    def test_those_of_another_provider_off_the_band_only(self) -> None:
        learner = standard(prices=price(START, 12000))
        one = episode(self.year("10000202", learner), "25-17-06/08/2020")
        assert (one.earlier, one.earlier_same_provider, one.capped) == (5000, 0, 10000)

    def test_those_of_the_provider_before_a_merger_are_own(self) -> None:
        learner = standard().model_copy(update={"pmukprn": 10000202})
        one = episode(self.year("10000202", learner), "25-17-06/08/2020")
        assert one.earlier_same_provider == 5000

    def test_the_programme_began_when_the_history_says(self) -> None:
        work = self.year("10000202")
        assert work.programme_aims[0].programme.start == day("06/03/19")
        assert work.programme_aims[0].programme.earliest_act2 is None
        assert {line.government_share for line in work.earnings.lines} == {Decimal("0.90")}

    def test_a_stored_year_stands_for_the_year_of_the_ilr(self) -> None:
        learner = standard(start="06/08/19", plan="08/08/21", prices=price("06/08/19", 15000))
        own = episode(self.year("10000101", learner), "25-17-01/08/2020")
        assert own.earlier_same_provider == 5000
        other = episode(self.year("10000202", learner), "25-17-01/08/2020")
        assert (other.earlier, other.earlier_same_provider) == (5000, 0)
        none = episode(worked_out(learner), "25-17-01/08/2020")
        assert none.earlier_same_provider == 6000

    def test_a_year_that_is_not_over_yet_is_no_history(self) -> None:
        reference = reference_of(earnings_history=[HISTORY | {"UKPRN": "10000101"}])
        one = episode(
            worked_out(standard(start="06/08/18"), year=2018, reference=reference), "25-17-06/08/2018"
        )
        assert one.earlier == 0


class TestMissingData:
    def test_a_course_without_a_band_earns_no_price_and_is_named(self) -> None:
        work = worked_out(standard(), reference=reference_of(apprenticeship_funding=[]))
        assert not work.earnings.lines
        (finding,) = work.findings
        assert (finding.code, finding.found, finding.aim_seq_number) == ("APP_FUNDING_MISSING", "25-17", 1)
        assert "06/08/2020" in finding.expected

    def test_a_row_without_an_amount_is_missing_too(self) -> None:
        reference = reference_of(apprenticeship_funding=[funding_row("25-17", "")])
        assert [one.code for one in worked_out(standard(), reference=reference).findings] == [
            "APP_FUNDING_MISSING"
        ]

    def test_a_row_that_begins_after_the_programme_is_no_help(self) -> None:
        rows = [funding_row("25-17", "15000", first="2020-08-07")]
        assert worked_out(standard(), reference=reference_of(apprenticeship_funding=rows)).findings

    def test_the_own_price_is_the_band_where_a_scenario_says_so(self) -> None:
        learner = standard(prices=price(START, 15000) + price("10/01/21", 0, 0, 5000, 1000))
        work = worked_out(
            learner, reference=reference_of(apprenticeship_funding=[]), own_price_is_the_band=True
        )
        assert not work.findings
        assert [one.band_limit for one in work.episodes[:2]] == [15000, 11000]
        assert [one.above_cap for one in work.episodes[:2]] == [0, 0]

    def test_a_learner_without_price_or_birth_date_earns_nothing_and_breaks_nothing(self) -> None:
        work = worked_out(standard(prices=(), born=None), reference=ReferenceData.from_tables({}))
        assert not work.earnings.lines and work.episodes

    @pytest.mark.parametrize(
        ("plan", "end", "code"),
        [("05/08/20", "", "LearnPlanEndDate_02"), (PLAN, "05/08/20", "LearnActEndDate_01")],
    )
    def test_an_aim_that_ends_before_it_starts_is_refused(self, plan: str, end: str, code: str) -> None:
        work = worked_out(standard(plan=plan, end=end))
        assert [one.code for one in work.findings] == [code]
        assert not work.aims and not work.earnings.lines

    def test_no_apprenticeship_at_all(self) -> None:
        work = worked_out(learner_of())
        assert not work.earnings.lines and not work.episodes


class TestPriceEpisodes:
    def test_a_band_limit_follows_the_programme_start_of_the_same_pathway(self) -> None:
        aims = (
            aim_of(START, PLAN, "15/12/20", course=FRAMEWORK, prices=price(START, 9000)),
            aim_of(
                "16/12/20",
                PLAN,
                course=FRAMEWORK | {"pway_code": 2},
                aim_seq_number=2,
                prices=price("16/12/20", 9000),
            ),
        )
        rows = [
            funding_row("2-403-1", "9000"),
            funding_row("2-403-2", "6000"),
            funding_row("2-403-2", "5000", first="2020-12-16"),
        ]
        work = worked_out(learner_of(*aims), reference=reference_of(apprenticeship_funding=rows))
        assert episode(work, "2-403-2-16/12/2020").band_limit == 5000

    def test_the_smallest_of_two_prices_of_a_day_counts(self) -> None:
        learner = standard(prices=price(START, 9000) + price(START, 8000))
        assert episode(worked_out(learner), "25-17-06/08/2020").price == 8000

    def test_missing_prices_come_from_the_latest_record_or_the_previous_episode(self) -> None:
        prices = price("01/03/20", 9000) + price("10/01/20", 7000) + price("10/01/21", 0, 500)
        for start, carried in (("01/03/20", 9500), ("06/08/20", 500)):
            learner = standard(start=start, plan="08/08/22", prices=prices)
            assert episode(worked_out(learner), "25-17-10/01/2021").price == carried

    def test_code_374_carries_over_from_the_previous_episode(self) -> None:
        learner = standard(
            start="01/03/20", plan="08/08/22", fams=(fam("LDM", "374"),), prices=price("01/02/20", 9000)
        )
        assert episode(worked_out(learner), "25-17-01/03/2020").price == 0

    def test_an_episode_before_its_aim_spreads_nothing(self) -> None:
        aims = (
            aim_of(START, PLAN, "15/12/20", comp_status=6, prices=price(START, 12000)),
            aim_of("01/02/21", "08/10/21", aim_seq_number=2, prices=price(START, 12000)),
        )
        work = worked_out(learner_of(*aims))
        first = episode(work, "25-17-06/08/2020")
        assert [aim.aim_seq_number for aim in first.aims] == [1, 2]
        assert first.monthly_total == 0

    def test_records_in_any_order_give_the_same(self) -> None:
        prices = price(START, 9000) + price("10/01/21", 12000)
        aims = (
            aim_of(START, PLAN, "20/03/21", comp_status=6, prices=prices),
            aim_of("10/05/21", "08/01/22", aim_seq_number=2, prices=price("10/05/21", 12000)),
        )
        statuses = (status("01/06/17", small=True), status("05/10/20", employer=2))
        one = worked_out(learner_of(*aims, statuses=statuses, born=YOUNG))
        turned = tuple(
            aim.model_copy(update={"app_fin_record": aim.app_fin_record[::-1]}) for aim in reversed(aims)
        )
        other = worked_out(learner_of(*turned, statuses=statuses[::-1], born=YOUNG))

        def told(work: Any) -> list[Any]:
            return [
                (line.transaction_type, line.month, line.amount, line.government_share)
                for line in work.earnings.lines
            ]

        assert told(one) == told(other)

    def test_a_price_dated_after_the_end_is_paid_in_the_month_of_the_end(self) -> None:
        learner = standard(
            end="31/05/21",
            comp_status=2,
            ach_date="31/05/21",
            prices=price(START, 9000) + price("05/08/21", 12000),
        )
        work = worked_out(learner)
        assert [(line.month.period, line.amount) for line in lines_of(work, T.COMPLETION)] == [
            (10, 1800),
            (10, 2400),
        ]

    def test_a_completed_standard_needs_its_achievement_date_from_august_2019(self) -> None:
        for end, paid in (("31/07/19", True), ("01/08/19", False)):
            learner = standard(start="01/08/18", plan="31/08/19", end=end, comp_status=2)
            found = sum(len(lines_of(worked_out(learner, year=year), T.COMPLETION)) for year in (2018, 2019))
            assert bool(found) is paid

    def test_the_contract_type_of_a_line_is_that_of_its_month(self) -> None:
        fams = (fam("ACT", "1", START, "14/01/21"), fam("ACT", "2", "15/01/21"))
        lines = lines_of(worked_out(standard(fams=fams)), T.ON_PROGRAMME)
        kinds = {line.month: line.contract_type for line in lines}
        assert [kinds[month] for month in sorted(kinds)] == [1] * 5 + [2] * 7
        assert {month_index(line.census) for line in lines} == {
            month_index(line.month.first_day) for line in lines
        }
