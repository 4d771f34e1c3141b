"""What ``ilrspec calc`` shows on screen."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from engine.calculate import calculate
from engine.ilr.records import Learner, LearningDeliveryFAM
from engine.ledger import Finding, Ledger
from engine.setting import Setting

Calc = Callable[..., Result]
Make = Callable[..., Any]

GOLDEN = Path(__file__).with_name("golden_screen.txt")


def _with_made_up_findings(learner: Learner, destination: object, setting: Setting) -> Ledger:
    """The real earnings, with findings whose words stay the same."""
    ledger = Ledger(setting.year)
    ledger.runs = calculate(learner, None, setting).runs
    place = (setting.ukprn, learner.learn_ref_number)
    message = f"Own words for {learner.learn_ref_number}."
    own = Finding(
        *place, 1, "OF_EACH", "error", "SOF", "105", "112", f"CL-{learner.learn_ref_number}", message
    )
    same = Finding(*place, None, "OF_ALL", "warning", "FFI", "2", "1", "CL-1", "The same words for all.")
    ledger.findings = [same, own] if learner.learn_ref_number in ("A1", "B2") else []
    return ledger


def test_the_screen_of_a_small_file(
    calc: Calc, ilr: Make, learner: Make, aim: Make, reference: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Golden: written again by deleting golden_screen.txt and running the test twice."""
    monkeypatch.setattr("engine.calculate.calculate", _with_made_up_findings)
    achieved = {"comp_status": 2, "outcome": 1, "learn_act_end_date": date(2021, 2, 28)}
    co_funded = (
        LearningDeliveryFAM(learn_del_fam_type="SOF", learn_del_fam_code="105"),
        LearningDeliveryFAM(learn_del_fam_type="FFI", learn_del_fam_code="2"),
    )
    file = ilr(
        [
            learner("Z9", aim(1, **achieved), aim(2, learning_delivery_fam=co_funded)),
            learner("A1", aim(learn_aim_ref="69999999"), date_of_birth=date(2003, 1, 1)),
            learner("B2", aim(learn_aim_ref="69999999"), aim(2, learn_aim_ref="69999998")),
            learner("C3", aim(fund_model=70)),
        ]
    )

    result = calc(file, "--switch", "swap_wex_required=yes", "--return", "R12")

    assert result.exit_code == 0, result.output
    # However long the path is, and on how many lines it stands.
    shown = re.sub(r"(?s)(Reference data  ).*?\n(?=Tables not there)", r"\1  REFERENCE\n", result.stdout)
    # Which tables there are to miss grows with the product.
    shown = re.sub(r"(?s)(Tables not there  ).*?\n(?=Learners)", r"\1...\n", shown)
    if not GOLDEN.exists():
        GOLDEN.write_text(shown, encoding="utf-8", newline="\n")
        pytest.fail(f"{GOLDEN.name} was not there and has been written: look at it, then run again")
    assert shown == GOLDEN.read_text(encoding="utf-8")


def test_nothing_personal_is_shown(calc: Calc, ilr: Make, learner: Make, aim: Make, tmp_path: Path) -> None:
    out, findings = tmp_path / "e.csv", tmp_path / "f.csv"
    file = ilr([learner("A1", aim(learn_aim_ref="69999999")), learner("B2", date_of_birth=None)])

    result = calc(file, "--all", "--out", out, "--findings", findings)

    everything = result.output + out.read_text(encoding="utf-8") + findings.read_text(encoding="utf-8")
    for secret in ("Secretname", "Hidden", "AB123456C", "1990", "1061484016"):
        assert secret not in everything


def test_a_large_file_shows_the_first_learners_and_the_totals_of_all(
    calc: Calc, ilr: Make, learner: Make
) -> None:
    file = ilr([learner(f"L{number:03}") for number in range(1, 41)])

    result = calc(file)

    assert "L025" in result.stdout
    assert "L026" not in result.stdout
    assert "and 15 more learners with earnings" in result.stdout
    assert "--out" in result.stdout
    assert "32,000.00" in result.stdout
    everything = calc(file, "--all").stdout
    assert "L040" in everything
    assert "more learners" not in everything


def test_a_large_file_shows_the_first_findings_of_each_code(
    calc: Calc, ilr: Make, learner: Make, aim: Make
) -> None:
    file = ilr([learner(f"L{number:03}", aim(learn_aim_ref="69999999")) for number in range(1, 41)])

    result = calc(file)

    assert "AIM_RATE_MISSING (40)" in result.stdout
    assert "L025" in result.stdout
    assert "L026" not in result.stdout
    assert "and 15 more findings of this code" in result.stdout


@pytest.mark.parametrize(("columns", "wide"), [("80", False), ("100", False), ("200", True)])
def test_tables_fit_the_width(
    calc: Calc, ilr: Make, learner: Make, monkeypatch: pytest.MonkeyPatch, columns: str, wide: bool
) -> None:
    file = ilr([learner("L1")])
    monkeypatch.undo()
    monkeypatch.setenv("COLUMNS", columns)

    from click.testing import CliRunner

    from reports.cli import cli

    folder = file.parent / "reference"
    result = CliRunner().invoke(cli, ["calc", str(file), "--reference", str(folder)])

    assert result.exit_code == 0, result.output
    tables = result.stdout[result.stdout.index("Earnings by learner") :]
    assert max(map(len, tables.splitlines())) <= int(columns)
    assert ("Oct to Feb 114.29 each" in tables) is not wide
    assert tables.count("114.29") == (10 if wide else 6)


def test_models_without_a_calculation_are_counted_by_learner(
    calc: Calc, ilr: Make, learner: Make, aim: Make
) -> None:
    social_fund = {"fund_model": 70}
    file = ilr(
        [
            learner("L1", aim(1, **social_fund), aim(2, **social_fund)),
            learner("L2", aim(1, **social_fund), aim(2)),
            learner("L3", aim(1, fund_model=25)),
            learner("L4", aim(1, fund_model=99)),
        ]
    )

    shown = " ".join(calc(file).stdout.split())

    assert "2 learners have aims of funding model 70 (European Social Fund)" in shown
    assert "1 learner has aims of funding model 25" in shown
    assert "model 99" not in shown
    assert shown.count("not calculated yet") == 2
