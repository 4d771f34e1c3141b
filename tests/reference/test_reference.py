"""Reading reference tables, finding rows by key and date, and telling every fault of a folder at once."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from engine.calendar import FundingYear
from engine.reference import SHAPES, ReferenceData, ReferenceDataError

FIXTURES = Path(__file__).parents[2] / "fixtures" / "reference"
DAY = date(2021, 9, 1)


def of(name: str, *rows: dict[str, str]) -> ReferenceData:
    return ReferenceData.from_tables({name: list(rows)})


def faults(folder: Path) -> list[str]:
    with pytest.raises(ReferenceDataError) as caught:
        ReferenceData.from_folder(folder)
    return [str(problem) for problem in caught.value.problems]


def rate(category: str, weighted: str, first: str = "2013-08-01", last: str = "") -> dict[str, str]:
    return {
        "LearnAimRef": "60A",
        "FundingCategory": category,
        "EffectiveFrom": first,
        "EffectiveTo": last,
        "RateWeighted": weighted,
        "RateUnWeighted": weighted,
    }


def test_our_own_extract_is_complete() -> None:
    reference = ReferenceData.from_folder(FIXTURES)
    assert not reference.missing
    aims = [f"Z000912{digit}" for digit in range(1, 8)]
    for aim, pounds in zip(aims, (21, 35, 50, 100, 150, 300, 450), strict=True):
        row = reference.rate(aim, "MATRIX", DAY)
        assert row is not None and row.rate_weighted == row.rate_unweighted == pounds
    for row in reference.rows("aim_rates"):
        assert reference.aim(row["LearnAimRef"]) is not None
    places = {row["Postcode"] for row in reference.rows("authority_postcodes")}
    for place in places:
        assert reference.knows_postcode("area_costs", place) and reference.knows_postcode(
            "disadvantage", place
        )
    for main in reference.rows("sg_main_aims"):
        assert reference.rate(main["LearnAimRef"], "Matrix", DAY)


def test_a_missing_file_is_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "large_employers.csv").write_text("EmpId,EffectiveFrom,EffectiveTo\n", encoding="utf-8")
    reference = ReferenceData.from_folder(tmp_path)
    assert set(reference.missing) == set(SHAPES) - {"large_employers"}
    assert reference.has("large_employers") and not reference.has("aim_rates")
    assert reference.rows("aim_rates") == ()
    assert reference.rate("60A", "Matrix", DAY) is None


def test_a_byte_order_mark_and_other_tables_are_read(tmp_path: Path) -> None:
    (tmp_path / "sg_main_aims.csv").write_bytes(
        b"\xef\xbb\xbfLearnAimRef,Title\r\nZ0009143,Care Worker\r\n\r\n"
    )
    (tmp_path / "made_up_table.csv").write_text('LearnAimRef,Title\nZ1,"A, B"\n', encoding="utf-8")
    reference = ReferenceData.from_folder(tmp_path)
    found = reference.sg_main_aim("z0009143")
    assert found is not None and found.title == "Care Worker"
    assert reference.rows("made_up_table") == ({"LearnAimRef": "Z1", "Title": "A, B"},)
    assert reference.others == ("made_up_table",)


def test_all_faults_of_a_folder_are_told(tmp_path: Path) -> None:
    (tmp_path / "aim_rates.csv").write_text(
        "LearnAimRef,FundngCategory,EffectiveFrom\n60A,Matrix,2013-08-01\n", encoding="utf-8"
    )
    (tmp_path / "area_costs.csv").write_text(
        "Postcode,EffectiveFrom,EffectiveTo,AreaCostFactor\n"
        "AX1 1AA,2013-13-01,,1.1\nAX1 1AB,2013-08-01,,one\n,2013-08-01,,1\nAX1 1AC,2013-08-01,,1,2\n"
        "AX1 1AD,2013-08-01,2012-07-31,1\nAX1 1AE,2013-08-01,,1\nax1 1ae,2020-08-01,,1\n",
        encoding="utf-8",
    )
    (tmp_path / "aims.csv").write_bytes("LearnAimRef,LearnAimRefTitle\n60A,Caf\xe9\n".encode("latin-1"))
    told = faults(tmp_path)
    assert any("aim_rates.csv, line 1" in text and "did you mean 'FundingCategory'?" in text for text in told)
    assert "aims.csv: found 'bytes that are not UTF-8', expected a CSV file saved as UTF-8" in told
    assert (
        "area_costs.csv, line 2, column EffectiveFrom: found '2013-13-01', expected a date such as "
        in told[3]
    )
    for line, column, found in (
        (3, "AreaCostFactor", "one"), (4, "Postcode", ""), (6, "EffectiveTo", "2012-07-31"),
        (8, "EffectiveFrom", "2020-08-01"),
    ):  # fmt: skip
        assert any(f"line {line}, column {column}: found '{found}'" in text for text in told), (line, told)
    assert any("line 5: found '5 cells', expected 4 as in the heading" in text for text in told)


def test_no_folder_is_a_problem(tmp_path: Path) -> None:
    assert "no such folder" in faults(tmp_path / "nowhere")[0]


def test_case_does_not_matter() -> None:
    found = of("aim_rates", rate("App_Act_Cost", "724")).rate("60a", "APP_ACT_COST", DAY)
    assert found is not None and found.rate_weighted == Decimal(724)


@pytest.mark.parametrize(
    ("day", "pounds"),
    [
        ("2013-07-31", None),
        ("2013-08-01", 300),
        ("2020-07-31", 300),
        ("2020-08-01", None),
        ("2021-01-01", 468),
    ],
)
def test_both_days_of_a_period_count(day: str, pounds: int | None) -> None:
    reference = of(
        "aim_rates", rate("Matrix", "300", "2013-08-01", "2020-07-31"), rate("Matrix", "468", "2021-01-01")
    )
    found = reference.rate("60A", "Matrix", date.fromisoformat(day))
    assert (found.rate_weighted if found else None) == pounds


def test_a_scenario_replaces_the_rows_of_its_key_only() -> None:
    base = of(
        "aim_rates", rate("Matrix", "300", "2013-08-01", "2020-07-31"), rate("Matrix", "400", "2020-08-01"),
        rate("App_Act_Cost", "500"),
    )  # fmt: skip
    changed = base.with_table("aim_rates", [rate("matrix", "999", "2021-08-01")])
    row = changed.rate("60A", "Matrix", DAY)
    assert row is not None and row.rate_weighted == 999
    assert changed.rate("60A", "Matrix", date(2020, 1, 1)) is None
    assert changed.rate("60A", "App_Act_Cost", DAY) is not None
    before = base.rate("60A", "Matrix", DAY)
    assert before is not None and before.rate_weighted == 400
    merged = base.merged(of("aim_rates", rate("Matrix", "1")))
    row = merged.rate("60A", "Matrix", DAY)
    assert row is not None and row.rate_weighted == 1


def test_faults_of_scenario_rows_name_their_place() -> None:
    base = of("aim_rates", rate("Matrix", "300"))
    with pytest.raises(ReferenceDataError, match=r"work.feature:12, column RateWeighted: found 'lots'"):
        base.with_table("aim_rates", [rate("Matrix", "lots")], where=["work.feature:12"])
    with pytest.raises(ReferenceDataError, match="did you mean 'aim_rates'"):
        base.with_table("aim_rate", [rate("Matrix", "1")])


def test_pounds_and_days_first_are_read() -> None:
    found = of("aim_rates", rate("Matrix", "£1,250.50", "01/08/2021")).rate("60A", "Matrix", DAY)
    assert found is not None and found.rate_weighted == Decimal("1250.50")
    assert found.effective_from == date(2021, 8, 1)


def test_the_latest_annual_value_that_has_begun_counts_even_when_it_has_ended() -> None:
    row = {
        "LearnAimRef": "60A",
        "BasicSkillsType": "36",
        "EffectiveFrom": "2013-08-01",
        "EffectiveTo": "2014-07-31",
    }
    found = of("annual_values", row).annual_value("60A", DAY)
    assert found is not None and found.basic_skills_type == 36


def test_look_ups_of_sector_programmes() -> None:
    reference = ReferenceData.from_folder(FIXTURES)
    assert reference.authority("wx9 9za", date(2021, 10, 31)) is not None
    assert reference.authority("WX9 9ZA", date(2021, 11, 1)) is None
    contract = reference.contract(10000102, DAY)
    assert contract is not None and contract.procured
    assert reference.contract(10000102, DAY, wave="5") is None
    assert reference.growth_award(10000103, "growth01", "Z0009121") is not None
    assert reference.growth_award(10000103, "OTHER", "Z0009121") is None
    assert reference.wex_permission(10000103, "Z0009126", "sg") is not None
    assert reference.wex_permission(10000103, "Z0009126", "SWAP") is None
    close = reference.return_close(FundingYear(2021), "R10")
    assert close is not None and close.close_date == date(2022, 6, 6)
    hours = {"UKPRN": "10000103", "LearnRefNumber": "L1", "AimSeqNumber": "2", "Hours": "2.5"}
    evidence = of("wex_evidence", hours).wex_evidence(10000103, "l1", 2)
    assert evidence is not None and evidence.hours == Decimal("2.5")


def test_rows_are_told_as_they_were_written() -> None:
    row = {
        "UKPRN": "10000101",
        "ContractRef": "C1",
        "Wave": "",
        "Procured": "Y",
        "ValidFrom": "2019-08-01",
        "ValidTo": "",
    }
    assert of("contracts", row).rows("contracts") == (row,)


def test_a_specialist_row_needs_a_place() -> None:
    with pytest.raises(ReferenceDataError, match="CampId, or UKPRN and Postcode"):
        of("specialist_resources", {"UKPRN": "10000101", "SpecialistResources": "Y"})
