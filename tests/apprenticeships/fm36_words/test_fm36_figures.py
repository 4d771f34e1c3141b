"""Earnings and values of price episodes: which figures a cell is compared with."""

from pathlib import Path

import pytest
from fm36_spoken import NEW_PRICE, PROGRAMME, run, told

BOTH = PROGRAMME + NEW_PRICE


def earnings(heading: str, *rows: str) -> str:
    lines = "".join(f"      | {row} |\n" for row in (heading, *rows))
    return f"    Then the earnings are:\n{lines}"


@pytest.mark.parametrize(
    "row",
    [
        "A | | on-programme | 600.00 | 942.86",
        "A | | PriceEpisodeOnProgPayment | 600 | 942.857142857143",
        "A | 06/08/2020 | on-programme | 600.00 | 0.00",
        "A | 25-17-10/01/2021 | on-programme | 0.00 | 942.86",
        "A | | government share | 0.95 | 0.95",
        "A | 10/01/2021 | PriceEpisodeSFAContribPct | - | 0.95",
        "A | | government part | 570.00 | 895.71",
        "A | | employer part | 30.00 | 47.14286",
        "A | | total | 600.00 | 942.86",
    ],
)
def test_a_row_is_compared(row: str, tmp_path: Path) -> None:
    result = run(tmp_path, BOTH + earnings("aim | price episode | earning | Dec 2020 | Jan 2021", row))
    assert result.status == "passed", result.message


def test_shares_are_no_money(tmp_path: Path) -> None:
    """The share counts in no total, and a row of shares or of parts says nothing of what is earned."""
    text = BOTH + "    Then the earnings in all are 9,600.00\n"
    assert run(tmp_path, text).status == "passed"
    months = "Aug 2020 | Sep 2020 | Oct 2020 | Nov 2020 | Dec 2020"
    on_programme = "on-programme | 600.00 | 600.00 | 600.00 | 600.00 | 600.00"
    share = "government share | 0.95 | 0.95 | 0.95 | 0.95 | 0.95"
    withdrawn = PROGRAMME.replace("| TNP1 |", "| TNP1 | actual end date | status |").replace(
        "| 9000 |", "| 9000 | 09/01/2021 | withdrawn |"
    )
    nothing_else = "    And nothing else is earned\n"
    assert (
        run(tmp_path, withdrawn + earnings(f"earning | {months}", on_programme) + nothing_else).status
        == "passed"
    )
    result = run(tmp_path, withdrawn + earnings(f"earning | {months}", share) + nothing_else)
    assert (
        result.status == "failed" and "600.00 on-programme in Aug 2020 (25-17-06/08/2020)" in result.message
    )


def test_a_share_of_a_learner_with_two_shares_asks_which(tmp_path: Path) -> None:
    text = """
    And these apprenticeship aims:
      | aim | framework code | start date | original start date | planned end date | TNP1 |
      | A   | -              | 06/08/2020 | -                   | 08/08/2021       | 9000 |
      | B   | 403            | 06/08/2020 | 06/03/2019          | 08/08/2021       | 6000 |
"""
    message = told(tmp_path, text + earnings("earning | Sep 2020", "government share | 0.95"))
    assert "the shares differ (0.9 or 0.95)" in message.replace("0.90", "0.9")
    result = run(
        tmp_path,
        text
        + earnings("aim | earning | Sep 2020", "A | government share | 0.95", "B | government share | 0.9"),
    )
    assert result.status == "passed", result.message


def test_an_aim_has_the_earnings_of_its_own_episodes(tmp_path: Path) -> None:
    text = """
    And these apprenticeship aims:
      | aim | start date | original start date | planned end date | actual end date | status            | TNP1  |
      | A   | 06/08/2020 | -                   | 08/08/2021       | 15/12/2020      | break in learning | 12000 |
      | B   | 01/02/2021 | 06/08/2020          | 08/10/2021       | -               | continuing        | 12000 |
"""
    rows = ("A | on-programme | 800.00 | 0.00", "B | on-programme | 0.00 | 800.00")
    result = run(tmp_path, text + earnings("aim | earning | Nov 2020 | Feb 2021", *rows))
    assert result.status == "passed", result.message


def test_all_price_episodes_have_to_be_listed(tmp_path: Path) -> None:
    text = "    Then the price episodes are:\n      | price episode | price |\n      | 06/08/2020 | 9000 |\n"
    assert run(tmp_path, PROGRAMME + text).status == "passed"
    result = run(tmp_path, BOTH + text)
    assert result.status == "failed" and "expected none, got 25-17-10/01/2021" in result.message


def test_values_of_the_aim_and_of_its_episode_share_words(tmp_path: Path) -> None:
    text = """
    Then the values are:
      | aim | price episode | fund line                                    | completed | planned instalments | price |
      | A   |               | 19+ Apprenticeship (Employer on App Service) | no        | -                   | -     |
      | A   | 06/08/2020    | 19+ Apprenticeship (Employer on App Service) | no        | 12                  | 9000  |
"""
    result = run(tmp_path, PROGRAMME + text)
    assert result.status == "passed", result.message
