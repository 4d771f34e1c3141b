"""Tables of records and of months, as a feature has them and as steps get them."""

from datetime import date
from decimal import Decimal
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.calendar import FundingYear, Month
from steps import cells
from steps.earning_kinds import KINDS
from steps.earnings import EARNINGS_TABLE
from steps.features import Row, parse_feature
from steps.headings import AIMS, LEARNERS
from steps.month_tables import MonthRow
from steps.problems import Unreadable
from steps.tables import Column, Problems, Record, RecordTable

YEAR = FundingYear(2020)

TABLE = RecordTable((
    Column("name", "name", required=True),
    Column("start date", "start", cells.day, ("start", "began")),
    Column("sum", "sum", cells.money),
))  # fmt: skip


def rows(text: str) -> tuple[Row, ...]:
    """Return the rows of a table as they stand in a feature; the table begins on line 4."""
    from pathlib import Path

    body = "\n".join(f"      {line}" for line in dedent(text).strip().splitlines())
    feature = parse_feature(f"Feature: F\n  Scenario: S\n    Given a table\n{body}\n", Path("f.feature"))
    return feature.scenarios[0].steps[0].table


def records(text: str, table: RecordTable = TABLE) -> list[Record]:
    problems = Problems("f.feature")
    found = table.read(rows(text), YEAR, problems)
    assert not problems, problems
    return found


def problems_of(text: str, table: RecordTable = TABLE) -> list[str]:
    problems = Problems("f.feature")
    table.read(rows(text), YEAR, problems)
    return [str(problem) for problem in problems]


def months(text: str) -> list[MonthRow]:
    problems = Problems("f.feature")
    found = EARNINGS_TABLE.read(rows(text), YEAR, problems)
    assert not problems, problems
    return found


def test_headings_are_found_whatever_their_case_and_blanks() -> None:
    [record] = records("""
        | NAME | Start   Date | Sum    |
        | Ada  | 01/09/2020   | £12.50 |
    """)
    assert record.values == {"name": "Ada", "start": date(2020, 9, 1), "sum": Decimal("12.50")}


def test_a_heading_may_be_another_name_of_the_field() -> None:
    assert records("| began | name |\n| 1 Sep this year | Ada |")[0]["start"] == date(2020, 9, 1)


def test_a_blank_cell_says_nothing_and_a_dash_says_none() -> None:
    [record] = records("| name | start | sum |\n| Ada | | - |")
    assert "start" not in record
    assert record["sum"] is None
    assert "sum" in record


def test_a_baseline_row_fills_what_later_rows_leave_blank() -> None:
    ada, bob, cleo = records("""
        | name     | start      | sum |
        | Ada      |            | 1   |
        | baseline | 01/09/2020 | 5   |
        | Bob      |            | 2   |
        | Cleo     | 02/09/2020 | -   |
    """)
    assert ada.values == {"name": "Ada", "sum": Decimal(1)}
    assert bob.values == {"name": "Bob", "start": date(2020, 9, 1), "sum": Decimal(2)}
    assert cleo.values == {"name": "Cleo", "start": date(2020, 9, 2), "sum": None}


def test_an_upright_table_describes_one_record() -> None:
    [record] = records("| item | value |\n| name | Ada |\n| start | 01/09/2020 |")
    assert record.values == {"name": "Ada", "start": date(2020, 9, 1)}
    assert record.place("start")[0] == 6


def test_problems_of_an_upright_table_stand_at_their_own_lines() -> None:
    assert problems_of("| item | value |\n| name | Ada |\n| strat | 1 |\n| sum | much |") == [
        "f.feature:6:9: there is no column 'strat'; did you mean 'start'? (known: name, start date or sum)",
        "f.feature:7:15: sum: 'much' is not a sum of money; write it like 1,234.50",
    ]


def test_every_problem_is_told_with_its_place() -> None:
    assert problems_of("""
        | name | strat      | began      | sum  | start      |
        | Ada  | 01/09/2020 | 31/09/2020 | many | 01/09/2020 |
        |      |            |            | 3    |            |
    """) == [
        "f.feature:4:16: there is no column 'strat'; did you mean 'start'? (known: name, start date or sum)",
        "f.feature:4:49: 'start' stands twice ('began' is the same)",
        "f.feature:5:29: began: '31/09/2020' is not a day of the calendar",
        "f.feature:5:42: sum: 'many' is not a sum of money; write it like 1,234.50",
        "f.feature:6:14: name is missing in this row",
    ]  # fmt: skip


def test_a_required_column_that_is_not_there() -> None:
    assert problems_of("| sum |\n| 1 |") == ["f.feature:4:9: the column 'name' is missing"]


def test_a_required_cell_may_come_from_the_baseline() -> None:
    assert [row["name"] for row in records("| sum | name |\n| baseline | Ada |\n| 3 | |")] == ["Ada"]


@pytest.mark.parametrize("heading", ["LearnStartDate", "learn start date", "start date", "START"])
def test_an_ilr_field_goes_by_its_own_name_and_in_words(heading: str) -> None:
    assert records(f"| {heading} |\n| 01/09/2020 |", AIMS)[0]["LearnStartDate"] == date(2020, 9, 1)


def test_codes_may_be_written_as_words() -> None:
    [record] = records("| status | outcome | LDM |\n| withdrawn | not achieved | 034, 376 |", AIMS)
    assert record.values == {"CompStatus": 3, "Outcome": 3, "FAM LDM": ("034", "376")}


def test_a_learner_has_every_field_of_the_record() -> None:
    [record] = records(
        "| learner | born | Sex | prior postcode |\n| Ada | 01/09/2001 | F | WX1 1AA |", LEARNERS
    )
    assert record["DateOfBirth"] == date(2001, 9, 1)
    assert record["PostcodePrior"] == "WX1 1AA"


def test_a_table_of_months_has_labels_and_figures() -> None:
    [row] = months("| aim | earning | Aug 2020 | 09/20 | R03 |\n| A | job outcome | 1.50 | - | £1,000 |")
    assert row.labels.values == {"aim": "A", "earning": KINDS["job outcome"]}
    assert row.label == "A job outcome"
    assert [(cell.month, cell.amount) for cell in row.cells] == [
        (Month(2020, 8), Decimal("1.50")),
        (Month(2020, 9), Decimal(0)),
        (Month(2020, 10), Decimal(1000)),
    ]


def month_problems(text: str) -> list[str]:
    problems = Problems("f.feature")
    EARNINGS_TABLE.read(rows(text), YEAR, problems)
    return [problem.message for problem in problems]


def test_the_same_month_twice() -> None:
    assert month_problems("| aim | Aug 2020 | R01 |\n| A | 1 | 2 |") == [
        "'R01' is the same month as 'Aug 2020'"
    ]


def test_a_month_table_has_no_baseline() -> None:
    assert month_problems("| aim | R01 |\n| baseline | 1 |\n| A | 2 |") == [
        "a table of months has no baseline row"
    ]


WORDS = st.text(st.characters(whitelist_categories=("L", "Nd")), min_size=1, max_size=8)
BLANKS = st.text(" \t", max_size=4)


@given(
    st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=4),
    st.lists(BLANKS, min_size=8, max_size=8),
)
def test_reading_does_not_depend_on_blanks(body: list[list[str]], blanks: list[str]) -> None:
    table = RecordTable((Column("name", "name"), Column("second name", "second")))
    lines = [["name", "second name"], *body]

    def written(pads: list[str]) -> str:
        padded = iter(pads * len(lines))
        return "\n".join(
            "|" + "|".join(f"{next(padded)}{cell}{next(padded)}" for cell in line) + "|" for line in lines
        )

    close, wide = records(written([""] * 8), table), records(written(blanks), table)
    assert [record.values for record in close] == [record.values for record in wide]


ROWS = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")),
    max_size=5,
)


@given(ROWS)
def test_cells_are_those_of_the_parser(parts: list[str]) -> None:
    from gherkin.gherkin_line import GherkinLine

    from steps.gherkin_lines import Line

    text = f"   |{'|'.join(parts)}|\n"
    assert Line(text, 1).table_cells == GherkinLine(text, 1).table_cells


def test_what_stands_after_the_last_bar_is_told() -> None:
    with pytest.raises(Unreadable, match="nothing reads 'Sep 2020' after the last"):
        rows("| aim | Sep 2020\n| A | 3")
