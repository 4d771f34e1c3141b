"""``ilrspec explain``: every figure of a learner with its reasons, and reasons for having none."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import Result

from engine.because import Because, Explanation, Rule, Term
from engine.ilr.records import Learner
from engine.ledger import AimValues, EarningRun, Finding, Ledger
from engine.parameters import ParameterValue
from engine.setting import Setting

Explain = Callable[..., Result]

GOLDEN = Path(__file__).with_name("golden_explanation.txt")


ONE_TENTH = ParameterValue(
    subject="made_up",
    name="share",
    label="Share of the price",
    unit="share",
    value=Decimal("0.1"),
    valid_from=date(2013, 8, 1),
    valid_to=date(2022, 8, 1),
    source="Made-up guidance, section 3",
    says="A tenth of the price is paid in each month of the aim, whatever else happens to the learner.",
)
INSTALMENT = Rule(
    "MADE-UP-1",
    "Pays a share of the price each month.",
    "Made-up guidance, section 2",
    "price * share",
    ("CL-1", "CL-2"),
)
LUMP = Rule("MADE-UP-2", "Pays once.", "Made-up guidance, section 4")


def _made_up_ledger(learner: Learner, _: object, setting: Setting) -> Ledger:
    """Three like instalments, a smaller one, a sum without a formula, values and findings."""
    ledger = Ledger(setting.year)

    def earn(attribute: str, index: int, amount: str, because: Because) -> None:
        place = (setting.ukprn, learner.learn_ref_number, 1)
        ledger.runs.append(EarningRun(*place, attribute, index, 1, Decimal(amount), because))

    def told(price: str, count: int) -> Callable[[], Explanation]:
        return lambda: Explanation(
            terms=(
                Term("price", Decimal(price), "reference table of prices, a row of 01/08/2013 that is long"),
            ),
            facts=(
                Term("LearnStartDate", date(2020, 9, 1), "ILR LearnStartDate"),
                Term("born", date(1990, 3, 17), "ILR DateOfBirth"),
                Term("age", 30, "ILR DateOfBirth"),
                Term("instalment number", count, "counted from the start"),
            ),
            parameters=(ONE_TENTH,),
        )

    for count, index in enumerate((1, 2, 4), 1):
        earn("OnProgPayment", index, "100", Because(INSTALMENT, told("1000", count)))
    earn("OnProgPayment", 5, "33.333333", Because(INSTALMENT, told("333.33333", 4)))
    earn("AchievePayment", 5, "12345.678915", Because(LUMP))
    values = {"FundLine": "A line", "Achieved": True, "BirthDate": date(1990, 3, 17), "AchDate": None}
    ledger.values.append(AimValues(setting.ukprn, learner.learn_ref_number, 1, lambda: values))
    place = (setting.ukprn, learner.learn_ref_number)
    ledger.findings += [
        Finding(
            *place, 1, "MADE_UP", "error", "SOF", "105", "112", "CL-3", "The source of funding is another."
        ),
        Finding(*place, None, "OF_NONE", "info", "", "", "", "", "It concerns the learner."),
    ]
    return ledger


def test_the_explanation_of_one_learner(explain: Explain, monkeypatch: pytest.MonkeyPatch) -> None:
    """Golden: written again by deleting golden_explanation.txt and running the test twice."""
    monkeypatch.setattr("engine.calculate.calculate", _made_up_ledger)

    result = explain("--learner", "EARNS")

    assert result.exit_code == 0, result.output
    if not GOLDEN.exists():
        GOLDEN.write_text(result.stdout, encoding="utf-8", newline="\n")
        pytest.fail(f"{GOLDEN.name} was not there and has been written: look at it, then run again")
    assert result.stdout == GOLDEN.read_text(encoding="utf-8")


def test_like_instalments_are_explained_once(explain: Explain) -> None:
    text = explain("--learner", "EARNS").stdout

    assert "Sep: £228.57" in text
    assert "Oct to Feb: £114.29 each" in text
    assert text.count("FM35-ONPROG") == 2
    assert "÷ 7" in text
    assert "= 228.57143" in text


def test_everything_fits_the_width_and_nothing_personal_is_told(explain: Explain) -> None:
    for name in ("EARNS", "YOUNG", "MODEL70"):
        text = explain("--learner", name).stdout
        assert max(map(len, text.splitlines())) <= 90
        for secret in ("Secretname", "Hidden", "AB123456C", "17/03/1990", "1990-03-17", "01/01/2003"):
            assert secret not in text


def test_one_period(explain: Explain) -> None:
    text = explain("--learner", "EARNS", "--period", "R03").stdout

    assert "Only Oct 2020 (R03)" in text
    assert "Oct: £114.29" in text
    assert "228.57" not in text
    assert "AchievePayment" not in text
    assert "Nothing is earned in this month." in explain("--learner", "EARNS", "--period", "12").stdout


@pytest.mark.parametrize("period", ["R13", "0", "13", "spring"])
def test_a_period_that_is_none_is_refused(explain: Explain, period: str) -> None:
    result = explain("--learner", "EARNS", "--period", period)

    assert result.exit_code == 2
    assert "delivery period" in result.stderr


@pytest.mark.parametrize(
    ("learner", "said"),
    [
        ("MODEL70", "Funding model 70 (European Social Fund) is not calculated yet."),
        ("MODEL70", "Funding model 99 has no calculation of earnings by aim."),
        ("YOUNG", "No fund line fits"),
        ("SHORT", "42 qualifying days"),
        ("NORATE", "There is no rate for 69999999"),
        ("LATE", "Its instalments ended with its planned end on 28/02/2020"),
    ],
)
def test_a_learner_without_earnings_is_told_why(explain: Explain, learner: str, said: str) -> None:
    result = explain("--learner", learner)

    assert result.exit_code == 0, result.output
    text = " ".join(result.stdout.split())
    assert said in text
    assert "Nothing is earned in this year:" in text


def test_findings_follow_with_what_was_found_and_expected(explain: Explain) -> None:
    text = explain("--learner", "NORATE").stdout

    assert "warning AIM_RATE_MISSING, aim 1" in text
    assert "Found       69999999" in text
    assert "No findings." in explain("--learner", "EARNS").stdout


def test_one_aim(explain: Explain) -> None:
    text = explain("--learner", "MODEL70", "--aim", "2").stdout

    assert "Aim 2" in text
    assert "Aim 1" not in text
    unknown = explain("--learner", "MODEL70", "--aim", "7")
    assert unknown.exit_code == 2
    assert "its aims are: 1, 2" in unknown.stderr


def test_an_unknown_learner_is_answered_with_the_nearest(explain: Explain) -> None:
    result = explain("--learner", "EARN5")

    assert result.exit_code == 2
    assert "there is no learner 'EARN5' among its 7 learners; the nearest are EARNS" in result.stderr
    assert "nearest" not in explain("--learner", "QQQQQQQQ").stderr


def test_the_file_is_read_no_further_than_to_the_learner(explain: Explain, file: Path) -> None:
    whole = file.read_bytes()
    at = whole.index(b"<LearnRefNumber>NORATE")
    file.write_bytes(whole[:at] + b"<Fault>" + whole[at:])

    assert explain("--learner", "EARNS").exit_code == 0
    later = explain("--learner", "LAST")
    assert later.exit_code == 2
    assert "not well-formed XML" in later.stderr
