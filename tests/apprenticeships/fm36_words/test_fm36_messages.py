"""What an author of apprenticeship scenarios is told about the likeliest mistakes, each message kept to be judged.

``ILRSPEC_UPDATE_GOLDEN=1 pytest tests/apprenticeships/fm36_words/test_fm36_messages.py`` writes the files anew.
"""

import os
from pathlib import Path

import pytest
from fm36_spoken import NEW_PRICE, PROGRAMME, told

GOLDEN = Path(__file__).with_name("golden")
SHARE = """
    Then the earnings are:
      | price episode | earning          | Sep 2020 |
      | 06/08/2020    | government share | 0.95     |
"""
TWO_AIMS = PROGRAMME + PROGRAMME.replace("| A ", "| B ")
CODE = "    And this dated code:\n      | type | code | from | to |\n      | ACT | 1 | 06/08/2020 | 31/12/2020 |\n"
PAID = (
    "    And this payment record:\n      | date | payment | amount |\n      | 01/09/2020 | training | 200 |\n"
)
BAND = "    And this apprenticeship band:\n      | standard code | band |\n      | 17 | 15000 |\n"
HISTORY = "    And this earnings history:\n      | year | earned |\n      | 2019/20 | 1000 |\n"
ENGLISH = (
    PROGRAMME.replace("| aim |", "| aim reference |").replace("| A ", "| 60910015 ").replace("9000", "-")
)
COMPONENT = (
    "    And this aim in LARS:\n      | aim reference | title   | common component |\n"
    "      | 60999999      | English | 11               |\n"
)
ALL = "    Then the price episodes are:\n      | price episode | price |\n      | 06/08/2020 | 9000 |\n"

MISTAKES = {
    "price_with_pence": PROGRAMME.replace("9000", "9000.50") + SHARE,
    "price_without_amount": PROGRAMME + NEW_PRICE.replace("12000", "-") + SHARE,
    "price_without_date": PROGRAMME + NEW_PRICE.replace("10/01/2021", "") + SHARE,
    "price_of_an_unknown_aim": PROGRAMME + NEW_PRICE.replace("| A ", "| B ") + SHARE,
    "price_of_which_aim": TWO_AIMS + NEW_PRICE.replace("| A ", "|   ") + SHARE,
    "price_before_any_aim": NEW_PRICE.replace("| A ", "|   ") + PROGRAMME + SHARE,
    "misspelt_price": PROGRAMME + NEW_PRICE.replace("TNP1", "TPN1") + SHARE,
    "standard_and_framework": PROGRAMME.replace("| TNP1 |", "| TNP1 | standard code | framework code |").replace(
        "| 9000 |", "| 9000 | 17 | 403 |") + SHARE,
    "code_ends_before_it_begins": PROGRAMME + CODE.replace("31/12/2020", "01/08/2020") + SHARE,
    "unknown_type_of_code": PROGRAMME + CODE.replace("ACT", "ATC") + SHARE,
    "unknown_payment": PROGRAMME + PAID.replace("training", "trianing") + SHARE,
    "band_of_no_course": PROGRAMME + BAND.replace("| 17 |", "| - |") + SHARE,
    "band_without_amount": PROGRAMME + BAND.replace("| band |", "| care leaver |") + SHARE,
    "history_before_any_aim": HISTORY + PROGRAMME + SHARE,
    "history_without_year": PROGRAMME + HISTORY.replace("2019/20", "2019/21") + SHARE,
    "unknown_price_episode": PROGRAMME + SHARE.replace("06/08/2020 ", "07/08/2020 "),
    "price_episode_that_is_none": PROGRAMME + SHARE.replace("06/08/2020 ", "the first  "),
    "wrong_share": PROGRAMME + SHARE.replace("0.95", "0.90"),
    "episode_is_not_named": PROGRAMME + ALL.replace("| 06/08/2020 |", "| |"),
    "episode_is_not_listed": PROGRAMME + NEW_PRICE + ALL,
    "wrong_value": PROGRAMME + ALL.replace("9000", "9500"),
    "rate_missing": PROGRAMME + ENGLISH.replace("60910015", "60999999") + COMPONENT + SHARE,
    "band_missing": PROGRAMME.replace("| TNP1 |", "| TNP1 | standard code |").replace("| 9000 |", "| 9000 | 999 |")
    + "    Then the earnings are:\n      | earning | Sep 2020 |\n      | on-programme | 600.00 |\n",
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_author_of_apprenticeships_is_told(mistake: str, tmp_path: Path) -> None:
    message = told(tmp_path, MISTAKES[mistake]) + "\n"
    golden = GOLDEN / f"{mistake}.txt"
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(message, encoding="utf-8", newline="\n")
    assert "fault of ilrspec" not in message
    assert message == golden.read_text(encoding="utf-8")


def test_every_golden_message_is_of_a_mistake() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(MISTAKES)
