"""``ilrspec accept``: computed figures into expected tables, nothing else touched, only what mends written."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reports.authoring.accepting import accepted, proposals
from reports.cli import cli
from steps.feature_text import CellEdit, WordsEdit, feature_text

HERE = Path("some.feature")

AIMS = """\
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
"""
WRONG = f"""\
@adult-skills
Feature: Work experience
  # kept   as it is
  Scenario: Wrong figures
{AIMS}    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme |    £4.00 | 1,000.00 |
      |WEX|achievement|10|-|
"""
PRICE = """\
Feature: Prices
  Scenario Outline: The cap of <price>
    Given the apprenticeship funding band maximum is 15000
    And an ILR file is submitted with the following data:
      | ULN       | learner type           | agreed price | start date | planned end date | completion status |
      | learner a | programme only non-DAS | <price>      | 01/08/2018 | 08/08/2019       | continuing        |
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/18    | 09/18 |
      | Provider Earned Total | <earned> | <september> |

    Examples:
      | price | earned | september |
      | 15000 | 1      | 1000      |
      | 7500  | 500    | 2         |
"""


def of(text: str) -> list[str]:
    return text.splitlines()


def offered(text: str, line: int = 0):  # type: ignore[no-untyped-def]
    return proposals(feature_text(text.encode(), HERE), line)


def test_each_wrong_cell_is_offered_as_its_author_writes_figures() -> None:
    (offer,) = offered(WRONG)
    assert (offer.name, offer.line, offer.refused) == ("Wrong figures", 4, "")
    assert [(change.edit, change.row, change.column, change.old, change.new) for change in offer.changes] == [
        (CellEdit(11, 2, "£40.00"), "WEX on-programme", "Aug 2021", "£4.00", "£40.00"),
        (CellEdit(11, 3, "0.00"), "WEX on-programme", "Sep 2021", "1,000.00", "0.00"),
    ]
    assert all(change.why for change in offer.changes[:1])


def test_nothing_but_the_figures_is_touched() -> None:
    text = feature_text(WRONG.replace("\n", "\r\n").encode("utf-8-sig"), HERE)
    (offer,) = proposals(text)
    after = accepted(text, offer.changes)
    differing = [(before, now) for before, now in zip(text.lines, after.lines, strict=True) if before != now]
    assert differing == [
        (
            "      | WEX | on-programme |    £4.00 | 1,000.00 |\r\n",
            "      | WEX | on-programme |   £40.00 |     0.00 |\r\n",
        )
    ]
    assert after.content.startswith(b"\xef\xbb\xbf@adult")
    assert proposals(after) == []


def test_figures_of_an_outline_are_written_into_its_examples() -> None:
    (offer,) = offered(PRICE)
    assert offer.refused == ""
    assert [change.edit for change in offer.changes] == [CellEdit(13, 1, "1000"), CellEdit(14, 2, "500")]


def test_a_figure_that_all_examples_share_cannot_be_two() -> None:
    (offer,) = offered(
        PRICE.replace("<september>", "3")
        .replace("| september |", "| note |")
        .replace("of <price>", "of <price> <note>")
    )
    assert (
        offer.refused
        == "line 9: '3' would have to be 1000 and 500 at once; give it a column of its own in the examples"
    )


SENTENCES = """\
Feature: Single figures
  Scenario: A month
    Given there is an agreed price of 15000
    And the planned course duration covers 12 months
    And the actual duration of learning is 12 months
    Then the monthly earnings is {}
    And the completion payment is 3000
"""


def test_a_figure_in_a_sentence_is_written_into_the_sentence() -> None:
    text = feature_text(SENTENCES.format("£1,001").encode(), HERE)
    (offer,) = proposals(text)
    assert [change.edit for change in offer.changes] == [WordsEdit(6, 33, 39, "£1,000")]
    assert accepted(text, offer.changes).text == SENTENCES.format("£1,000")


def test_a_sentence_of_an_outline_leads_to_its_examples() -> None:
    outline = SENTENCES.replace("Scenario:", "Scenario Outline:").format("<monthly>")
    text = feature_text(f"{outline}\n    Examples:\n      | monthly |\n      | 999     |\n".encode(), HERE)
    (offer,) = proposals(text)
    assert [change.edit for change in offer.changes] == [CellEdit(11, 0, "1000")]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (WRONG.replace("Z0009123", "Z0009129"), "it fails for another reason than a figure: some.feature:9:"),
        (WRONG.replace("aim reference |", "aim refrence |"), "there is no column 'aim refrence'"),
        (
            WRONG.replace("    Then the earnings", "    And the earnings are none\n    Then the earnings"),
            "it fails for another reason than a figure",
        ),
    ],
)
def test_a_scenario_that_fails_for_another_reason_is_refused(text: str, why: str) -> None:
    (offer,) = offered(text)
    assert offer.changes == ()
    assert why in offer.refused


def test_what_passes_is_not_offered() -> None:
    good = WRONG.replace("£4.00", "£40.00").replace("1,000.00", "0.00")
    assert offered(good) == []


# --- the command ------------------------------------------------------------------------------------------


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    file = tmp_path / "wrong.feature"
    file.write_text(WRONG + WRONG.split("\n", 3)[3].replace("Wrong", "More wrong"), encoding="utf-8")
    return file


def said(*arguments: object, told: str = "") -> Result:
    return CliRunner().invoke(cli, ["accept", *map(str, arguments)], input=told)


def test_yes_writes_and_no_leaves(wrong: Path) -> None:
    result = said(wrong, told="maybe\ny\nn\n")
    assert result.exit_code == 1
    assert "Type y, n, a or q." in result.output
    assert "2 figures written, 1 scenario left as it is." in result.output
    text = wrong.read_text(encoding="utf-8")
    assert (text.count("£40.00"), text.count("£4.00")) == (1, 1)
    assert text.index("£40.00") < text.index("£4.00 ")
    assert said(f"{wrong}:4").output == "No figure differs.\n"


def test_all_writes_all_and_then_nothing_differs(wrong: Path) -> None:
    assert said(wrong, told="a\n").exit_code == 0
    assert "£4.00" not in wrong.read_text(encoding="utf-8")
    again = said(wrong, "--yes")
    assert (again.exit_code, again.output) == (0, "No figure differs.\n")


def test_an_end_of_the_input_is_a_no(wrong: Path) -> None:
    before = wrong.read_bytes()
    result = said(wrong)
    assert result.exit_code == 1
    assert wrong.read_bytes() == before
    assert "2 scenarios left as they are." in result.output


def test_a_file_changed_while_the_question_stands_is_left(
    wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def meanwhile(*_: object, **__: object) -> str:
        wrong.write_text("Feature: new\n", encoding="utf-8")
        return "y"

    monkeypatch.setattr("click.prompt", meanwhile)
    result = said(wrong)
    assert result.exit_code == 2
    assert "was changed by somebody else meanwhile; nothing was written to it" in result.stderr
    assert wrong.read_text(encoding="utf-8") == "Feature: new\n"


def test_a_feature_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    file = tmp_path / "bad.feature"
    file.write_text("Scenario: x\n", encoding="utf-8")
    result = said(file, "--yes")
    assert result.exit_code == 2
    assert "bad.feature:1:1: a feature begins with 'Feature:'" in result.stderr
    assert said(tmp_path / "none.feature").exit_code == 2
