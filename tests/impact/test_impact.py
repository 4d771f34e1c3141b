"""``ilrspec impact``: who moves, by how much, on screen, as JSON and in files; and what is refused."""

import csv
import io
import json
import os
import re
import tempfile
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from impact_kit import (
    R05,
    ROOT,
    SAMPLE,
    aim_of,
    file_of,
    learner_of,
    parameters_with,
    reference_of,
    said,
)

from engine.ilr.records import Learner
from reports.cli import cli
from reports.impact.sums import LIMITS, Band, band_of

GOLDEN = Path(__file__).parent / "golden_impact.txt"
SHARE = ("adult_skills", "achievement_share", '"0.20"', '"0.19"')


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "110")


def rows_of(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def told(result: Result) -> str:
    assert result.exit_code == 2, result.output
    assert result.stdout == ""
    assert "Traceback" not in result.stderr
    return result.stderr


def three(folder: Path) -> Path:
    """Write a file of an achiever, one that goes on, and one whose aim earns nothing."""
    return file_of(
        folder,
        (
            learner_of("ACHIEVED", aim_of(1, achieved=True)),
            learner_of("GOES ON", aim_of()),
            learner_of("HALF", aim_of(co_funded=True, achieved=True)),
        ),
    )


def test_a_share_moves_exactly_its_learners(tmp_path: Path) -> None:
    out = tmp_path / "moved.csv"
    after = parameters_with(tmp_path, "adult_skills", "fee_share", '"0.5', '"0.51')
    result = said(three(tmp_path), "--after", after, "--reference", reference_of(tmp_path), "--out", out)
    assert result.exit_code == 1, result.output
    (row,) = rows_of(out)
    assert (row["UKPRN"], row["LearnRefNumber"], row["Programme"]) == ("10000001", "HALF", "adult_skills")
    assert Decimal(row["Difference"]) == Decimal(row["After"]) - Decimal(row["Before"]) != 0
    assert "1 of 3 learners moved" in result.stdout
    assert "Secretname" not in result.output and "Hidden" not in result.output
    assert not list(tmp_path.glob(".ilrspec*"))


def test_a_penny_on_a_rate_moves_a_penny(tmp_path: Path) -> None:
    rates = reference_of(tmp_path), reference_of(tmp_path, "after", "1000.01")
    out = tmp_path / "moved.csv"
    file = file_of(tmp_path, [learner_of("A", aim_of(1, achieved=True))])
    result = said(file, "--reference", rates[0], "--reference-after", rates[1], "--out", out)
    assert result.exit_code == 1, result.output
    (row,) = rows_of(out)
    assert Decimal(row["Difference"]) == Decimal("0.01")
    assert re.search(r"Gains less than £1 +1 +\+0\.01", result.stdout)


def test_the_screen(tmp_path: Path) -> None:
    after = parameters_with(tmp_path, *SHARE)
    result = said(three(tmp_path), "--after", after, "--reference", reference_of(tmp_path))
    assert result.exit_code == 1
    plain = result.stdout.replace(str(after), "august")
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        GOLDEN.write_text(plain, encoding="utf-8", newline="\n")
    assert plain == GOLDEN.read_text(encoding="utf-8")


def test_nothing_moved(tmp_path: Path) -> None:
    out = tmp_path / "moved.csv"
    result = said(
        R05, "--after", parameters_with(tmp_path), "--reference", SAMPLE / "reference", "--out", out
    )
    assert result.exit_code == 0, result.output
    assert "none of 14 learners moved" in result.stdout
    assert out.read_text(encoding="utf-8") == (
        "UKPRN,FundingYear,LearnRefNumber,Programme,Before,After,Difference\n"
    )


def sums_agree(data: dict[str, Any], rows: list[dict[str, str]]) -> None:
    """Assert that every list adds up to the total, and the rows of the file to its difference."""

    def of(lines: list[dict[str, Any]], name: str) -> Decimal:
        return sum((Decimal(line[name]) for line in lines), Decimal(0))

    for name, column in (("before", "Before"), ("after", "After"), ("difference", "Difference")):
        total = Decimal(data["total"][name])
        for lines in ("by_provider", "by_programme", "by_attribute"):
            assert of(data[lines], name) == total
        in_rows = of(rows, column)
        if len(data["by_programme"]) < 2:
            assert of(data["distribution"], name) == in_rows
        if name == "difference":
            assert in_rows == total == of(data["distribution"], name)
    assert sum(band["learners"] for band in data["distribution"]) == data["learners_moved"]
    assert data["learners_moved"] + data["learners_unchanged"] == data["learners"]
    assert len({row["LearnRefNumber"] for row in rows}) == data["learners_moved"]


def is_money(attribute: str) -> bool:
    return not attribute.endswith("Pct")


def test_sums_of_the_sample(tmp_path: Path) -> None:
    out = tmp_path / "moved.csv"
    after = parameters_with(tmp_path, "apprenticeships", "completion_share", '"0.20"', '"0.21"')
    options = ("--after", after, "--reference", SAMPLE / "reference", "--format", "json", "--out", out)
    result = said(R05, *options, "--top", 3)
    assert result.exit_code == 1, result.output
    data = json.loads(result.stdout)
    sums_agree(data, rows_of(out))
    calc = tmp_path / "earnings.csv"
    told_by_calc = ("calc", str(R05), "--reference", str(SAMPLE / "reference"), "--out", str(calc))
    assert CliRunner().invoke(cli, told_by_calc).exit_code == 0
    earned = sum(Decimal(row["Value"]) for row in rows_of(calc) if is_money(row["Attribute"]))
    # The earnings file rounds every month, the impact the sums of a learner only.
    assert abs(Decimal(data["total"]["before"]) - earned) < Decimal("0.005")
    assert len(data["lose_most"]) == 3
    losses = [Decimal(one["difference"]) for one in data["lose_most"]]
    assert losses == sorted(losses) and all(one < 0 for one in losses)
    smallest = sorted(Decimal(row["Difference"]) for row in rows_of(out))[:3]
    assert losses == smallest


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    aims=st.lists(
        st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=3), min_size=1, max_size=5
    ),
    share=st.sampled_from(["0.19", "0.2001", "0.5", "0", "0.20"]),
)
def test_sums_of_any_file(aims: list[list[tuple[bool, bool]]], share: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        learners = [
            learner_of(f"L{number}", *(aim_of(at, *kind) for at, kind in enumerate(kinds, 1)))
            for number, kinds in enumerate(aims)
        ]
        after = parameters_with(folder, "adult_skills", "achievement_share", '"0.20"', f'"{share}"')
        out = folder / "moved.csv"
        options = ("--after", after, "--reference", reference_of(folder), "--format", "json", "--out", out)
        result = said(file_of(folder, learners), *options)
        assert result.exit_code == (0 if share == "0.20" else 1), result.output
        data = json.loads(result.stdout)
        assert data["learners"] == len(aims)
        sums_agree(data, rows_of(out))


@given(st.decimals(-5000, 5000, places=5))
def test_bands_hold_their_differences(difference: Decimal) -> None:
    band = band_of(difference)
    lower, upper = band.bounds
    size = abs(difference)
    assert band.sign == (difference > 0) - (difference < 0)
    assert lower is None or size >= lower
    assert upper is None or size < upper or not band.sign
    assert band.label


def test_bands_in_words() -> None:
    assert band_of(Decimal("-1000")) == Band(-1, len(LIMITS))
    assert band_of(Decimal("-1000")).label == "loses £1,000 or more"
    assert band_of(Decimal("999.99")).label == "gains £100 to under £1,000"


def test_two_providers(tmp_path: Path) -> None:
    files = [file_of(tmp_path, [learner_of("A", aim_of())], ukprn) for ukprn in (10000001, 10000002)]
    after = parameters_with(tmp_path, *SHARE)
    options = ("--after", after, "--reference", reference_of(tmp_path), "--format", "json")
    data = json.loads(said(*files, *options).stdout)
    assert [line["ukprn"] for line in data["by_provider"]] == [10000001, 10000002]
    assert data["by_provider"][0]["difference"] == data["by_provider"][1]["difference"]


def test_the_workbook(tmp_path: Path) -> None:
    after = parameters_with(tmp_path, *SHARE)
    file, reference = three(tmp_path), reference_of(tmp_path)
    contents = []
    for out in (tmp_path / "one.xlsx", tmp_path / "two.xlsx"):
        assert said(file, "--after", after, "--reference", reference, "--out", out).exit_code == 1
        contents.append(out.read_bytes())
    assert contents[0] == contents[1]
    with zipfile.ZipFile(tmp_path / "one.xlsx") as book:
        summary, moved = (book.read(f"xl/worksheets/sheet{at}.xml").decode() for at in (1, 2))
    assert "<f>SUM(C5:C5)</f>" in summary and "Secretname" not in summary
    assert "<f>SUM(E2:E4)</f>" in moved and "<f>F2-E2</f>" in moved


def test_parquet(tmp_path: Path) -> None:
    import pyarrow.parquet as parquet

    after, out = parameters_with(tmp_path, *SHARE), tmp_path / "moved.parquet"
    said(three(tmp_path), "--after", after, "--reference", reference_of(tmp_path), "--out", out)
    table = parquet.read_table(out).to_pylist()
    assert {row["LearnRefNumber"] for row in table} == {"ACHIEVED", "GOES ON", "HALF"}
    assert {row["FundingYear"] for row in table} == {"2020/21"}
    assert all(row["Difference"] == row["After"] - row["Before"] for row in table)


def student(reference: str) -> Learner:
    """Return a learner of sixteen on a study programme of 600 planned hours, band 5."""
    aim = aim_of().model_copy(update={"fund_model": 25, "learning_delivery_fam": ()})
    changes = {"date_of_birth": date(2004, 3, 17), "plan_learn_hours": 600, "plan_eep_hours": 0}
    return learner_of(reference, aim).model_copy(update=changes)


def test_study_programmes_count_with_their_base_rate(tmp_path: Path) -> None:
    out = tmp_path / "moved.csv"
    after = parameters_with(tmp_path, "study_programmes", "band_rates", '"4188"', '"4200.50"')
    file = file_of(tmp_path, [student("S1"), student("S2"), learner_of("A", aim_of())])
    options = ("--after", after, "--reference", reference_of(tmp_path), "--out", out)
    told = said(file, *options)
    assert told.exit_code == 1, told.output
    shown = " ".join(told.stdout.split())
    assert "Study programmes 8,376.00 8,401.00 +25.00 2 of 2" in shown
    assert "2 of 3 learners moved, by +25.00 in sum" in shown
    assert "Note: Study programmes count with the base rate of the learner's band" in shown
    assert [
        (row["LearnRefNumber"], row["Programme"], Decimal(row["Difference"])) for row in rows_of(out)
    ] == [
        ("S1", "study_programmes", Decimal("12.5")),
        ("S2", "study_programmes", Decimal("12.5")),
    ]


def test_milestones_that_no_return_holds_are_said_not_to_count(tmp_path: Path) -> None:
    files = sorted((ROOT / "fixtures" / "sample_provider").glob("ILR-10000201-2425-*.xml"))
    late = tmp_path / files[0].name
    text = files[0].read_text(encoding="utf-8")
    day = re.search(r"<FilePreparationDate>([^<]+)<", text)
    assert day
    late.write_text(text.replace(f">{day[1]}<", ">2027-12-31<", 1), encoding="utf-8")
    after = parameters_with(tmp_path, "bootcamps", "milestone_1_share", '"0.45"', '"0.46"')
    told = said(late, "--after", after, "--reference", files[0].parent / "reference")
    assert told.exit_code == 0, told.output
    shown = " ".join(told.stdout.split())
    assert "The milestones of Skills Bootcamps cannot be worked out:" in shown
    assert "funding model 37 (skills bootcamps), which are not counted here" in shown


def test_what_is_refused(tmp_path: Path) -> None:
    good = parameters_with(tmp_path)
    assert "Both sides are the same" in said(R05).stderr
    assert "there is no such folder" in told(said(R05, "--after", tmp_path / "nowhere"))
    assert "not a folder" in told(said(R05, "--before", ROOT / "README.md"))
    assert "no parameter file" in told(said(R05, "--after", ROOT / "fixtures"))
    assert "cannot be used" in told(said(R05, "--after", good, "--reference", tmp_path / "nowhere"))
    assert "is no kind of file" in told(said(R05, "--after", good, "--out", tmp_path / "moved.doc"))
    table = good / "moved.csv"
    table.write_text("", encoding="utf-8")
    assert "would be overwritten" in told(said(R05, "--after", good, "--out", table))
    both = sorted(SAMPLE.glob("*.xml"))
    assert "a second file of provider 10000301" in told(said(*both, "--after", good))
    assert "there is no switch" in told(said(R05, "--after", good, "--switch", "nothing=else"))


def test_a_faulty_folder_is_told_with_file_and_line(tmp_path: Path) -> None:
    after = parameters_with(tmp_path, "adult_skills", "achievement_share", "says:", "said:")
    assert re.search(r"adult_skills\.yaml:\d+: achievement_share", told(said(R05, "--after", after)))


def test_a_value_of_the_wrong_kind(tmp_path: Path) -> None:
    after = parameters_with(tmp_path, "adult_skills", "achievement_share", '"0.20"', '"a fifth"')
    out = tmp_path / "moved.csv"
    out.write_text("kept", encoding="utf-8")
    message = told(
        said(three(tmp_path), "--after", after, "--reference", reference_of(tmp_path), "--out", out)
    )
    assert "learner ACHIEVED cannot be worked out under" in message
    assert out.read_text(encoding="utf-8") == "kept"
