from itertools import permutations
from pathlib import Path

import pytest
from written_apprenticeship import run

PRICE = [
    "there is an agreed price of 15000",
    "the planned course duration covers 12 months",
    "the actual duration of learning is 10 months",
    "the monthly earnings is 1000",
    "the completion payment is 3000",
    "the balancing payment is 2000",
]
DUE = [
    "a provider has previously earned 500 in period R01",
    "an earning of 1500 is calculated for period R02",
    "a payment of 1000 is due",
]
LEVY = [
    "an employer levy balance of 500",
    "a payment of 1000 is due",
    "the employer levy account is debited by 500",
    "the provider is paid 450 by the SFA",
    "the provider is due 50 from the employer",
]
CENSUS = [
    "the start date is 01/09/2017",
    "the planned end date is 30/09/2018",
    "the number of census months is 13",
]
INCENTIVES = [
    "the learner is 19-24 programme only DAS",
    "the learner is age 19",
    "the contract type is DAS",
    "English is yes",
    "maths is yes",
    "learning support is no",
    "incentive payments due are none",
]


def steps(*sentences: str) -> str:
    return "\n".join(f"    * {sentence}" for sentence in sentences)


@pytest.mark.parametrize(
    ("sentences", "results"), [(PRICE, 3), (DUE, 1), (LEVY, 3), (CENSUS, 1), (INCENTIVES, 1)]
)
def test_single_values_follow_from_what_is_given(sentences: list[str], results: int, tmp_path: Path) -> None:
    result = run(tmp_path, steps(*sentences), explain=True)
    assert (result.status, result.message) == ("passed", "")
    assert len(result.cells) == results
    assert all(cell.why for cell in result.cells)


@pytest.mark.parametrize("order", list(permutations(DUE)) + list(permutations(CENSUS)))
def test_the_order_of_the_steps_does_not_matter(order: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, steps(*order)).status == "passed"


def test_reversed_levy_steps_pass_too(tmp_path: Path) -> None:
    assert run(tmp_path, steps(*reversed(LEVY))).status == "passed"


@pytest.mark.parametrize(
    ("sentences", "at", "wrong", "message"),
    [
        (PRICE, 3, "the monthly earnings is 1000.01", "monthly earnings: expected 1000.01, got 1000.00"),
        (DUE, 2, "a payment of 999 is due", "payment due: expected 999, got 1000.00"),
        (LEVY, 3, "the provider is paid 950 by the SFA", "paid by the SFA: expected 950, got 450.00"),
        (INCENTIVES, 6, "incentive payments due are 1000", "incentive payments: expected 1000, got none"),
        (CENSUS, 2, "the number of census months is 12", "census months: expected 12, got 13"),
    ],
)
def test_other_values_fail(sentences: list[str], at: int, wrong: str, message: str, tmp_path: Path) -> None:
    result = run(tmp_path, steps(*sentences[:at], wrong, *sentences[at + 1 :]))
    assert result.status == "failed"
    assert result.message.endswith(message)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    result = run(tmp_path, steps("there is an agreed price of 15000", "the monthly earnings is 1000"))
    assert result.status == "error"
    assert "the planned months ('the planned course duration covers 12 months')" in result.message


def test_a_duration_of_no_months_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, steps(PRICE[0], "the planned course duration covers 0 months", PRICE[3]))
    assert "cannot be spread over 0 months" in result.message
