"""What an author is told about mistakes in result tables, each message kept in a file to be read and judged.

``ILRSPEC_UPDATE_GOLDEN=1 pytest tests/apprenticeships/results/test_result_messages.py`` writes the files anew.
"""

import os
from pathlib import Path

import pytest
from written_apprenticeship import LEARNER, run

GOLDEN = Path(__file__).with_name("golden")

EARNINGS = """
    Then the provider earnings and payments break down as follows:
      | Type                  | 09/17 | ... | 08/18 |
      | Provider Earned Total | 1000  | ... | 1000  |
"""
TYPES = """
    Then the transaction types for the payments are:
      | Payment type | 10/17 | 11/17 |
      | On-program   | 900   | 900   |
"""
LOCK = """
    Then the data lock status will be as follows:
      | Payment type | 10/17               |
      | On-program   |                     |
"""
EVENT = """
    And the data lock event has the following periods
      | Price Episode identifier | Period    | Payable Flag | Transaction Type |
      | 25-50-01/09/2017         | 1718-R02  | true         | Learning         |
"""
CAPPING = """
    Then the following capping will apply to the price episodes:
      | provider   | price episode | negotiated price | funding cap |
      | provider a | 10/17 onwards | 15000            | 15000       |
"""

MISTAKES = {
    "unknown_row_label": EARNINGS.replace("Provider Earned Total", "Provider Earnt Total "),
    "employer_where_none_can_be": EARNINGS.replace("Provider Earned Total", "Employer 1 Provider Earned Total"),
    "unknown_payment_type": TYPES.replace("On-program  ", "On-programme x"),
    "month_that_is_none": EARNINGS.replace("08/18", "18/08"),
    "no_month_at_all": EARNINGS.replace("09/17", " ... ").replace("08/18", " ... ").replace("1000", "...."),
    "row_without_figures": EARNINGS.replace("| 1000  | ... | 1000  |", "|       | ... |       |"),
    "bad_figure": EARNINGS.replace("| 1000  | ...", "| 1OOO  | ..."),
    "figure_below_dots": EARNINGS.replace("| ... | 1000", "| 500 | 1000"),
    "table_without_rows": "\n".join(EARNINGS.splitlines()[:-1]) + "\n",
    "label_column_misnamed": EARNINGS.replace("| Type ", "| Row  "),
    "wrong_lock_status": LOCK.replace("|                     |", "| commitment 1 v1-001 |"),
    "unknown_learner": EARNINGS.replace("break down as", "break down for ULN learner c as"),
    "unknown_provider": EARNINGS.replace("the provider earnings and payments break down as",
                                         "the earnings and payments break down for provider ? is as"),
    "event_of_no_episode": EARNINGS + EVENT,
    "period_that_is_none": EARNINGS + EVENT.replace("1718-R02 ", "1719-R02 "),
    "unknown_heading_of_an_event": EARNINGS + EVENT.replace("Payable Flag", "Payable Flog"),
    "no_episode_begins_then": CAPPING,
    "several_at_once": EARNINGS.replace("09/17", "17/09").replace("Earned Total", "Earned Totle")
    + TYPES.replace("On-program", "In-program"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
def test_the_author_is_told(mistake: str, tmp_path: Path) -> None:
    message = run(tmp_path, LEARNER + MISTAKES[mistake]).message + "\n"
    golden = GOLDEN / f"{mistake}.txt"
    if os.environ.get("ILRSPEC_UPDATE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(message, encoding="utf-8", newline="\n")
    assert message == golden.read_text(encoding="utf-8")
    assert message.startswith("written.feature:")


def test_every_message_is_of_a_mistake() -> None:
    assert {path.stem for path in GOLDEN.glob("*.txt")} == set(MISTAKES)
