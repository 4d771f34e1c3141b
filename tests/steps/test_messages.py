"""What an author is told about the likeliest mistakes, each message kept in a file to be read and judged.

``ILRSPEC_UPDATE_GOLDEN=1 pytest tests/steps/test_messages.py`` writes the files anew.
"""

import os
from pathlib import Path

import pytest
from written import AIMS, told

GOLDEN = Path(__file__).with_name("golden")

THEN = """
    Then the earnings are:
      | aim | earning      | Sep 2020 |
      | A   | on-programme | 228.57   |
"""

MISTAKES = {
    "misspelt_column": AIMS.replace("planned end date", "planed end date ") + THEN,
    "unknown_column": AIMS.replace("| SOF |", "| end  |") + THEN,
    "column_twice": AIMS.replace("actual end date", "planned end    ") + THEN,
    "unknown_step": AIMS + THEN.replace("the earnings are", "the earning should be"),
    "misspelt_first_keyword": AIMS.replace("Given", "Gvien") + THEN,
    "impossible_date": AIMS.replace("28/02/2021 ", "29/02/2021 ", 1) + THEN,
    "bad_date": AIMS.replace("01/09/2020", "1 Spet 2020") + THEN,
    "short_year": AIMS.replace("01/09/2020", "01/09/20  ") + THEN,
    "bad_sum": AIMS + THEN.replace("228.57", "228,57"),
    "missing_figure": AIMS + THEN.replace("228.57", ""),
    "ragged_row": AIMS + THEN.replace("| 228.57   |", "| 228.57   | 3 |"),
    "unclosed_row": AIMS + THEN.replace("| Sep 2020 |", "| Sep 2020").replace("| 228.57   |", "| 228.57"),
    "month_outside_the_year": AIMS + THEN.replace("Sep 2020", "Sep 2021"),
    "month_that_is_none": AIMS + THEN.replace("Sep 2020", "Setp 2020"),
    "unknown_aim": AIMS + THEN.replace("| A   |", "| B   |"),
    "unknown_earning": AIMS + THEN.replace("on-programme", "on-program  x"),
    "missing_rate": AIMS.replace("60900011", "60999999") + THEN,
    "postcode_without_factor": AIMS.replace("SOF", "delivery postcode").replace("105", "LS1 4AP") + THEN,
    "missing_funding_year": AIMS.replace("Given the funding year is 2020/21\n    And", "Given") + THEN,
    "period_without_a_year": AIMS.replace("Given the funding year is 2020/21\n    And", "Given")
    + THEN.replace("Sep 2020", "R02"),
    "bad_funding_year": AIMS.replace("2020/21", "2020/22") + THEN,
    "year_without_an_ilr": AIMS.replace("2020/21", "2040/41").replace("/2020", "/2040").replace("/2021", "/2041")
    + THEN.replace("Sep 2020", "Sep 2040"),
    "missing_planned_end": AIMS.replace("28/02/2021 ", "- ", 1) + THEN,
    "bad_code": AIMS.replace("| SOF |", "| status |").replace("| 105 |", "| finnished |") + THEN,
    "misspelt_learner": AIMS.replace(
        "    And this", "    And these learners:\n      | learner |\n      | Nadia |\n    And this"
    ).replace("| aim |", "| learner | aim |").replace("| A   |", "| Nadja | A |")
    + THEN,
    "asserts_nothing": AIMS,
    "no_steps": "",
    "doc_string": AIMS + '    """\n    Mind the gap.\n    """\n' + THEN,
    "table_nothing_reads": AIMS
    + "    Then nothing else is earned\n      | aim |\n      | A   |\n",
    "table_is_missing": AIMS + "    Then the earnings are:\n",
    "table_without_rows": AIMS + "    Then the earnings are:\n      | aim | Sep 2020 |\n",
    "table_without_labels": AIMS + "    Then the earnings are:\n      | Sep 2020 |\n      | 3.00 |\n",
    "table_below_no_step": "    | aim |\n    | A   |\n" + AIMS + THEN,
    "wrong_figure": AIMS + THEN.replace("228.57", "228.58"),
    "something_else_is_earned": AIMS + THEN + "    And nothing else is earned\n",
    "aim_ends_before_it_starts": AIMS.replace("28/02/2021 ", "31/08/2020 ", 1) + THEN,
    "unknown_reading": "    Given the guidance is read with SWAP_PERHAPS as YES\n" + AIMS + THEN,
    "examples_column_unread": """
Feature: Written
  Scenario Outline: One
    Given the funding year is <year>
    Then nothing is found

    Examples:
      | year    | sum |
      | 2020/21 | 3   |
""",
    "examples_column_missing": """
Feature: Written
  Scenario Outline: One
    Given the funding year is <yaer>
    Then nothing is found

    Examples:
      | year    |
      | 2020/21 |
""",
    "examples_without_rows": """
Feature: Written
  Scenario Outline: One
    Given the funding year is <year>
    Then nothing is found

    Examples:
      | year |
""",
    "not_a_feature": "Fature: A word is misspelt (Feature: is meant)\n  Scenario: One\n    Given nothing\n",
    "several_at_once": AIMS.replace("planned end date", "planed end date ").replace("01/09", "31/09")
    + THEN.replace("228.57", "£x").replace("Sep 2020", "Sep 2021")
    + "    And al is well\n",
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_author_is_told(mistake: str, tmp_path: Path) -> None:
    message = told(tmp_path, MISTAKES[mistake])
    golden = GOLDEN / f"{mistake}.txt"
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        golden.write_text(message + "\n", encoding="utf-8", newline="\n")
    assert message + "\n" == golden.read_text(encoding="utf-8")


def test_every_message_is_of_a_mistake() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES)
def test_messages_have_a_place(mistake: str, tmp_path: Path) -> None:
    assert all(
        line.startswith(("written.feature:", "note: "))
        for line in told(tmp_path, MISTAKES[mistake]).splitlines()
    )
