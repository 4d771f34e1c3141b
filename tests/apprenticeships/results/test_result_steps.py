# ruff: noqa: E501

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from written_apprenticeship import LEARNER, run

from reports.terminal import run_text
from steps.apprenticeships.results_cells import agree
from steps.results import FeatureResult, RunResult

TABLE = """
    Then the provider earnings and payments break down as follows:
      | Type                     | 09/17 | 10/17 | ... | 08/18 | 09/18 | 10/18 |
      | Provider Earned Total    | 1000  | 1000  | ... | 1000  | 3000  | 0     |
      | Provider Earned from SFA | 900   | 777   | ... | 900   | 2700  | 0     |
      | Provider Paid by SFA     | 0     | 900   | ... | 900   | 900   | 2700  |
"""
TYPES = """
    And the transaction types for the payments are:
      | Transaction type | 10/17 | 11/17 | ... | 09/18 | 10/18 |
      | On-program       | 900   | 900   | ... | 900   | 0     |
      | COMPLETION       | 0     | 0     | ... | 0     | 2700  |
"""
WRONG_BETWEEN = """
    Then the provider earnings and payments break down as follows:
      | Type                  | 08/17 | ... | 10/18 |
      | Provider Earned Total | 0     | ... | 0     |
"""


def test_cells_are_compared_and_carry_their_reasons(tmp_path: Path) -> None:
    result = run(tmp_path, LEARNER + TABLE + TYPES, explain=True)
    assert (result.status, result.message) == ("passed", "")
    assert len(result.cells) == 18
    paid = next(cell for cell in result.cells if (cell.row, cell.column) == ("Provider Paid by SFA", "10/17"))
    assert paid.why
    assert all(why.source for cell in result.cells for why in cell.why)


def test_rows_that_are_not_asserted_are_shown_with_what_came_out(tmp_path: Path) -> None:
    result = run(tmp_path, LEARNER + TABLE)
    shown = {cell.column: (cell.expected, cell.actual) for cell in result.cells_not_compared}
    assert shown["09/17"] == ("900", "900")
    assert shown["10/17"] == ("777", "900.00")
    assert [cell["row"] for cell in result.as_json()["not_compared"]] == ["Provider Earned from SFA"] * 5
    assert "Provider Earned from SFA" not in {cell["row"] for cell in result.as_json()["cells"]}


def test_a_scenario_of_such_rows_alone_asserts_nothing(tmp_path: Path) -> None:
    table = "\n".join(line for line in TABLE.splitlines() if "Total" not in line and "Paid" not in line)
    result = run(tmp_path, LEARNER + table)
    assert result.status == "error"
    assert "asserts nothing" in result.message


def test_months_behind_dots_that_fit_neither_neighbour_are_warned_of(tmp_path: Path) -> None:
    result = run(tmp_path, LEARNER + WRONG_BETWEEN)
    assert result.status == "passed"
    assert len(result.warnings) == 13
    first = result.warnings[0]
    assert (first.line, first.column) == (11, 37)
    assert first.message == (
        "Provider Earned Total: 09/17, behind '...', is 1000.00, neither 0 as in 08/17 nor 0 as in 10/18"
    )
    assert result.as_json()["warnings"][0] == {"line": 11, "message": first.message}
    told = "\n".join(run_text(RunResult([FeatureResult("written.feature", "Written", scenarios=[result])])))
    assert f"warning: {result.file}:11:37: Provider Earned Total: 09/17" in told
    assert "13 warnings" in told


def test_a_strict_scenario_fails_by_them(tmp_path: Path) -> None:
    result = run(tmp_path, LEARNER + WRONG_BETWEEN, "@strict")
    assert (result.status, result.warnings) == ("failed", [])
    wrong = [cell for cell in result.cells if not cell.ok]
    assert (wrong[0].column, wrong[0].expected, wrong[0].actual) == ("09/17", "0", "1000.00")
    assert run(tmp_path, LEARNER + TABLE + TYPES, "@strict").status == "passed"


def test_figures_do_not_depend_on_the_order_of_the_tables(tmp_path: Path) -> None:
    early = """
    Then the provider earnings and payments break down as follows:
      | Type                           | 09/17 | 10/17 |
      | Provider Paid by SFA           | 0     | 900   |
      | SFA non-Levy co-funding budget | 900   | 900   |
"""
    one = run(tmp_path, LEARNER + early + TABLE)
    other = run(tmp_path, LEARNER + TABLE + early)
    assert (one.message, one.status, other.status) == ("", "passed", "passed")
    # Alone, the early table ends the run in October 2017, whose budget is known by then all the same.
    assert run(tmp_path, LEARNER + early).status == "passed"


def test_tables_of_a_provider_and_of_a_learner(tmp_path: Path) -> None:
    def by(words: str) -> str:
        return TABLE.replace("the provider earnings and payments break down", words)

    for sentence in (
        "OBSOLETE - the earnings and payments break down for provider A is",
        "the earnings and payments break down for provider provider a is",
        "the provider earnings and payments break down for ULN learner a",
    ):
        assert run(tmp_path, LEARNER + by(sentence)).message == "", sentence
    nobody = run(tmp_path, LEARNER + by("the earnings and payments break down for provider b is"))
    assert "nothing is said of provider b" in nobody.message


LEVY_LEARNER = LEARNER.replace("programme only non-DAS  ", "16-18 programme only DAS")


def test_the_lock_status_and_its_blank_cells(tmp_path: Path) -> None:
    levy = (
        """
    Given levy balance > agreed price for all months
    And the following commitments exist:
      | commitment Id | version Id | ULN       | standard code | agreed price | start date | end date   |
      | 1             | 1-001      | learner a | 50            | 15000        | 01/09/2017 | 08/09/2018 |
"""
        + LEVY_LEARNER
    )
    status = """
    Then the data lock status will be as follows:
      | Payment type             | 08/17 | 09/17               | 10/17               | ... | 08/18               | 09/18               |
      | On-program               |       | commitment 1 v1-001 | Commitment 1 v1-001 | ... | commitment 1 v1-001 |                     |
      | Completion               |       |                     |                     | ... |                     | commitment 1 v1-001 |
      | Employer 16-18 incentive |       |                     |                     | ... | commitment 1 v1-001 |                     |
"""
    result = run(tmp_path, levy + status, explain=True)
    wrong = [(cell.row, cell.column, cell.actual) for cell in result.cells if not cell.ok]
    # Day 365 of learning is 31 August 2018, so the second incentive is collected in August; the first in November.
    assert wrong == []
    assert result.warnings == []
    told = run(
        tmp_path,
        levy + status.replace("| Completion               |       |", "| Completion |commitment 1 v1-001|"),
    )
    assert [cell.actual for cell in told.cells if not cell.ok] == [""]


def test_the_net_effect_on_the_levy_is_shown_alone(tmp_path: Path) -> None:
    table = """
    And the net effect on employer's levy balance after each period end is:
      | 10/17 | 11/17 |
      | 0     | -500  |
"""
    result = run(tmp_path, LEARNER + TABLE + table)
    assert result.status == "passed"
    assert [cell.actual for cell in result.steps[-1].cells] == ["0", "0.00"]


@pytest.mark.parametrize(
    ("written", "computed", "same"),
    [
        ("205.71429", "205.714285714", True),
        ("0.06667", "0.0666666", True),
        ("0.0667", "0.0666666", True),
        ("-1499.86666", "-1499.8666667", True),
        ("1249.3571", "1249.35714", True),
        ("00.10", "0.1", True),
        ("23.62", "23.625", True),
        ("23.63", "23.625", True),
        ("23.64", "23.625", False),
        ("1142.85", "1142.857143", False),
    ],
)
def test_sums_are_compared_to_the_penny(written: str, computed: str, same: bool) -> None:
    assert agree(Decimal(written), Decimal(computed)) is same


@given(st.decimals(-100000, 100000, places=5), st.integers(1, 9))
def test_a_penny_more_never_agrees(amount: Decimal, pence: int) -> None:
    assert agree(amount, amount)
    assert not agree(amount + Decimal(pence + 1) / 100, amount)
