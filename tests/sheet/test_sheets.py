"""``ilrspec sheet``: a feature to Excel or CSV and back; what was not changed there changes no byte."""

import csv
import datetime
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from reports.cli import cli
from reports.sheet.changes import as_text, same
from reports.sheet.export import export_book, export_folder
from reports.sheet.grid import MANIFEST
from reports.sheet.workbook import number_pattern
from steps.feature_text import read_feature_text

ROOT = Path(__file__).resolve().parents[2]
FEATURES = (
    "adult_skills/traineeships",
    "apprenticeships/small_employers",
    "bootcamps/returns_and_years",
    "pre_employment/credit_success_rate",
    "sector_programmes/swap_job_outcome",
    "study_programmes/planned_hours",
)

FEATURE = """\
@adult-skills
Feature: Work experience
  Background:
    Given the funding year is 2021/22
    And these aim rates:
      | aim reference | rate   |
      | Z0009123      | £50.00 |

  # a remark
  @WMCA-1
  Scenario: What's [paid]?
    Given these aims:
      | aim  | aim reference | start date | planned end date | actual end date | status    | DAM      |
      | WEX  |Z0009123| 16/08/2021 | 20/08/2021       | 20/08/2021      | completed | 042, 002 |
      | more | Z0009123      | 17/08/2021 | 20/08/2021       | -               |           | 042      |
    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme |    40.00 |     0    |
      # within
      | WEX | total        | 1,040.00 |     -    |
"""


@pytest.fixture
def feature(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("one.feature")
    path.write_bytes(FEATURE.replace("\n", "\r\n").encode("utf-8-sig"))
    return path


def said(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["sheet", *map(str, arguments)])


def edited(feature: Path, edit: Callable[[Any], None], *, sheet: str = "What's paid") -> Result:
    """Export, edit a sheet, import; return what the import said."""
    exported = said("export", feature, "--replace")
    assert exported.exit_code == 0, exported.output
    book = load_workbook("one.xlsx")
    edit(book[sheet])
    book.save("one.xlsx")
    return said("import", "one.xlsx")


def lines(feature: Path) -> list[str]:
    return feature.read_bytes().decode("utf-8-sig").split("\r\n")


def cell(page: Any, value: object) -> Any:
    """Return the first cell that holds a value."""
    return next(one for row in page.iter_rows() for one in row if one.value == value)


@pytest.mark.parametrize("name", FEATURES)
def test_export_then_import_changes_no_byte(name: str, tmp_path: Path) -> None:
    source = next(ROOT.glob(f"features/{name}*.feature"), None)
    path = source or next(iter((ROOT / "features" / name).parent.glob("*.feature")))
    text = read_feature_text(path)
    before = path.read_bytes()
    for target, export in ((tmp_path / "x.xlsx", export_book), (tmp_path / "x", export_folder)):
        assert export(text, target)
        result = said("import", target)
        assert (result.exit_code, result.output) == (0, "Nothing was changed.\n")
        assert path.read_bytes() == before


def test_a_changed_cell_changes_that_cell(feature: Path) -> None:
    def edit(page: Any) -> None:
        cell(page, 40).value = 41.5
        cell(page, 1040).value = 2040
        cell(page, "042").value = "043"

    result = edited(feature, edit)
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[:4] == [
        "one.feature:15: DAM: '042' is now '043'",
        "one.feature:18: Aug 2021: '40.00' is now '41.50'",
        "one.feature:20: Aug 2021: '1,040.00' is now '2,040.00'",
        "3 changes made in one.feature.",
    ]
    after = lines(feature)
    expected = FEATURE.split("\n")
    expected[14] = expected[14].replace("| 042      |", "| 043      |")
    expected[17] = expected[17].replace("40.00", "41.50")
    expected[19] = expected[19].replace("1,040.00", "2,040.00")
    assert after == expected
    assert feature.read_bytes().startswith(b"\xef\xbb\xbf")


def test_rows_are_added_removed_and_sorted(feature: Path) -> None:
    def edit(page: Any) -> None:
        at = cell(page, "more").row
        page.insert_rows(at + 1)
        for column, value in enumerate(("new", "Z0009124", datetime.date(2021, 8, 18), "-"), 3):
            page.cell(at + 1, column).value = value

    result = edited(feature, edit)
    assert result.exit_code == 0, result.output
    assert "one.feature:15: row added: | new | Z0009124 | 18/08/2021 | - |" in result.output
    after = lines(feature)
    assert after[15] == (
        "      | new  | Z0009124      | 18/08/2021 | -                |                 |           |          |"
    )
    assert [*after[:15], *after[16:]] == FEATURE.split("\n")

    def swap(page: Any) -> None:
        one, other = cell(page, "WEX").row, cell(page, "more").row
        for column in range(1, 12):
            first, second = page.cell(one, column), page.cell(other, column)
            first.value, second.value = second.value, first.value
        page.delete_rows(cell(page, "new").row)

    result = edited(feature, swap)
    assert result.exit_code == 0, result.output
    assert "row removed: | new |" in result.output and "rows in another order" in result.output
    expected = FEATURE.split("\n")
    expected[13], expected[14] = expected[14], expected[13]
    assert lines(feature) == expected


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (
            lambda page: setattr(cell(page, "aim reference"), "value", "aim"),
            "the heading 'aim reference' was changed",
        ),
        (lambda page: setattr(page.cell(20, 3), "value", "x"), "this new row stands below no table"),
        (
            lambda page: setattr(page.cell(cell(page, 40).row, 9), "value", "x"),
            "the table has 4 columns, and something stands to the right of it",
        ),
        (lambda page: page.delete_rows(cell(page, "earning").row), "its row of headings must stay the first"),
        (lambda page: setattr(page.cell(cell(page, 40).row, 1), "value", 13), "stands there twice"),
        (lambda page: page.delete_rows(cell(page, 40).row), "comments or blank lines stand between its rows"),
        (lambda page: setattr(cell(page, 40), "value", "=1+1"), "is a formula without a value"),
    ],
)
def test_what_cannot_be_taken_back_is_told_and_nothing_is_written(
    feature: Path, edit: Callable[[Any], None], told: str
) -> None:
    before = feature.read_bytes()
    result = edited(feature, edit)
    assert result.exit_code == 2
    assert told in result.stderr, result.output
    assert "What's paid" in result.stderr or "the earnings are" in result.stderr
    assert feature.read_bytes() == before


def test_a_feature_edited_since_is_left(feature: Path) -> None:
    said("export", feature)
    feature.write_bytes(feature.read_bytes() + b"# more\r\n")
    result = said("import", "one.xlsx")
    assert result.exit_code == 2
    assert "one.feature is not as it was when one.xlsx was made; export again" in result.stderr


def test_check_says_what_would_change(feature: Path) -> None:
    before = feature.read_bytes()
    said("export", feature)
    book = load_workbook("one.xlsx")
    cell(book["What's paid"], 40).value = 50
    book.save("one.xlsx")
    result = said("import", "one.xlsx", "--check")
    assert result.exit_code == 1
    assert "1 change would be made in one.feature." in result.output
    assert feature.read_bytes() == before


def test_the_workbook_is_what_people_expect(feature: Path) -> None:
    said("export", feature)
    book = load_workbook("one.xlsx")
    assert book.sheetnames == ["Background", "What's paid", "about"]
    page = book["What's paid"]
    assert page["B1"].value == "What's [paid]?"
    assert page.protection.sheet and page.column_dimensions["A"].hidden
    figure, heading = cell(page, 1040), cell(page, "Aug 2021")
    assert (figure.number_format, figure.protection.locked) == ("#,##0.00", False)
    assert heading.protection.locked
    assert not page.cell(figure.row, 1).protection.locked, "a row with a locked cell could not be removed"
    assert cell(book["Background"], 50).number_format == '"£"0.00;-"£"0.00'
    assert cell(page, "042").number_format == "@"
    offered = {str(one.sqref): one.formula1 for one in page.data_validations.dataValidation}
    assert set(offered) == {"H6:H7", "D11:D12"}
    column = offered["H6:H7"].split("$")[1]
    assert [one.value for one in book["about"][column][:2]] == ["continuing", "completed"]
    again = Path("one.xlsx").read_bytes()
    said("export", feature, "--replace")
    assert Path("one.xlsx").read_bytes() == again


def test_csv_files_as_a_spreadsheet_saves_them(feature: Path) -> None:
    """Excel shows 40.00 as 40 and 042 as 42, turns dates round, and writes semicolons in many countries."""
    assert said("export", feature, "sheets").exit_code == 0
    file = Path("sheets") / "02 What's paid.csv"
    rows = list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline="")))
    changed = {
        "40.00": "40",
        "042": "42",
        "16/08/2021": "2021-08-16",
        "1,040.00": "1040",
        "completed": "withdrawn",
    }
    told = io.StringIO(newline="")
    csv.writer(told, delimiter=";").writerows([changed.get(one, one) for one in row] for row in rows)
    file.write_bytes(told.getvalue().encode("utf-8"))
    result = said("import", "sheets")
    assert result.exit_code == 0, result.output
    assert result.output.startswith("one.feature:14: status: 'completed' is now 'withdrawn'\n1 change made")
    assert "\n".join(lines(feature)) == FEATURE.replace("| completed |", "| withdrawn |")


def test_what_was_not_exported_is_refused(feature: Path, tmp_path: Path) -> None:
    assert "is no Excel workbook" in said("import", feature).stderr
    (tmp_path / "empty").mkdir()
    assert "was not made by 'ilrspec sheet export'" in said("import", tmp_path / "empty").stderr
    said("export", feature, "sheets")
    (Path("sheets") / "02 What's paid.csv").unlink()
    assert "is not there any more" in said("import", "sheets").stderr
    (Path("sheets") / MANIFEST).write_text("{", encoding="utf-8")
    assert "was not made by" in said("import", "sheets").stderr
    assert "is there already; --replace" in said("export", feature, "sheets").stderr
    assert "name a workbook that ends in .xlsx" in said("export", feature, "one.pdf").stderr
    assert "cannot be read" in said("export", "none.feature").stderr


FIGURES = st.decimals(-99999, 99999, places=2) | st.decimals(0, 9999, places=0) | st.decimals(0, 9, places=5)


@given(FIGURES, st.sampled_from(["{}", "{:,}", "£{:,}", "£{}", "{}%"]), FIGURES)
def test_a_figure_comes_back_as_it_went(figure: Decimal, form: str, other: Decimal) -> None:
    written = form.format(figure)
    if not number_pattern(written):
        return
    number = figure / 100 if written.endswith("%") else figure
    back = Decimal(f"{float(number):.15g}")
    assert same(written, back)
    changed = as_text(Decimal(f"{float(other):.15g}"), written)
    assert ("£" in changed, changed.endswith("%")) == ("£" in written, written.endswith("%"))
    assert same(changed, Decimal(f"{float(other):.15g}"))
