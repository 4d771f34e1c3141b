"""The CSV files of ``ilrspec calc``, byte for byte."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

HEADING = b"UKPRN,LearnRefNumber,AimSeqNumber,PriceEpisodeIdentifier,Attribute,Period,Value\n"
FINDINGS_HEADING = b"UKPRN,LearnRefNumber,AimSeqNumber,Code,Severity,Field,Found,Expected,Clause\n"

Calc = Callable[..., Result]
Make = Callable[..., Any]


def test_earnings_are_written_in_file_order_then_by_aim_attribute_and_period(
    calc: Calc, ilr: Make, learner: Make, aim: Make, tmp_path: Path
) -> None:
    achieved = {"comp_status": 2, "outcome": 1, "learn_act_end_date": date(2021, 2, 28)}
    file = ilr(
        [
            learner("Z9", aim(2, learn_start_date=date(2021, 1, 1)), aim(1, **achieved)),
            learner("A1"),
        ]
    )
    out = tmp_path / "earnings.csv"

    result = calc(file, "--out", out)

    assert result.exit_code == 0, result.output
    assert out.read_bytes() == HEADING + (
        b"10000001,Z9,1,,AchievePayment,7,200.00000\n"
        b"10000001,Z9,1,,OnProgPayment,2,228.57143\n"
        b"10000001,Z9,1,,OnProgPayment,3,114.28571\n"
        b"10000001,Z9,1,,OnProgPayment,4,114.28571\n"
        b"10000001,Z9,1,,OnProgPayment,5,114.28571\n"
        b"10000001,Z9,1,,OnProgPayment,6,114.28571\n"
        b"10000001,Z9,1,,OnProgPayment,7,114.28571\n"
        b"10000001,Z9,2,,OnProgPayment,6,533.33333\n"
        b"10000001,Z9,2,,OnProgPayment,7,266.66667\n"
        b"10000001,A1,1,,OnProgPayment,2,228.57143\n"
        b"10000001,A1,1,,OnProgPayment,3,114.28571\n"
        b"10000001,A1,1,,OnProgPayment,4,114.28571\n"
        b"10000001,A1,1,,OnProgPayment,5,114.28571\n"
        b"10000001,A1,1,,OnProgPayment,6,114.28571\n"
        b"10000001,A1,1,,OnProgPayment,7,114.28571\n"
    )


def test_findings_are_written_with_a_blank_aim_where_they_concern_none(
    calc: Calc, ilr: Make, learner: Make, aim: Make, tmp_path: Path
) -> None:
    file = ilr([learner("A1", aim(learn_aim_ref="69999999"), date_of_birth=None)])
    findings = tmp_path / "findings.csv"
    offender = ilr([learner("B2", aim(learn_aim_ref="69999999"))], name="second.xml")

    assert calc(file, "--findings", findings).exit_code == 0
    lines = findings.read_bytes().split(b"\n")
    assert lines[0] + b"\n" == FINDINGS_HEADING
    assert b"10000001,A1,,DateOfBirth_01,error,DateOfBirth,,a date of birth," in lines
    assert lines[-1] == b""

    assert calc(offender, "--findings", findings).exit_code == 0
    assert (
        b"10000001,B2,1,AIM_RATE_MISSING,warning,LearnAimRef,69999999,"
        b"a MATRIX rate of the aim valid on 01/09/2020,\n"
    ) in findings.read_bytes()


def test_a_file_without_learners_gives_the_headings_only(calc: Calc, ilr: Make, tmp_path: Path) -> None:
    out, findings = tmp_path / "e.csv", tmp_path / "f.csv"

    result = calc(ilr([]), "--out", out, "--findings", findings)

    assert result.exit_code == 0, result.output
    assert (out.read_bytes(), findings.read_bytes()) == (HEADING, FINDINGS_HEADING)
    assert "Nothing is earned." in result.stdout


def test_an_amount_of_nothing_in_five_places_is_left_out(
    calc: Calc, ilr: Make, learner: Make, aim: Make, tmp_path: Path
) -> None:
    out = tmp_path / "e.csv"

    result = calc(ilr([learner("A1", aim(learn_aim_ref="60000002"))]), "--out", out)

    assert result.exit_code == 0, result.output
    # 0.00002 x 0.8 x 2 / 7 is nothing in five places: 0.0000046.
    assert out.read_bytes() == HEADING
    assert "Nothing is earned." in result.stdout


@pytest.mark.parametrize(
    ("name", "last"), [("R01", 0), ("R02", 2), ("r3", 3), ("R06", 6), ("R12", 7), ("R13", 7), ("R14", 7)]
)
def test_a_return_cuts_after_its_own_period(
    calc: Calc, ilr: Make, learner: Make, tmp_path: Path, name: str, last: int
) -> None:
    out = tmp_path / "e.csv"

    result = calc(ilr([learner("A1")]), "--out", out, "--return", name)

    assert result.exit_code == 0, result.output
    periods = [int(line.split(",")[5]) for line in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert periods == list(range(2, last + 1))


def test_a_finding_of_a_later_file_date_follows_the_day_taken_as_today(
    calc: Calc, ilr: Make, learner: Make, aim: Make, tmp_path: Path
) -> None:
    file = ilr([learner("A1")])

    for day in ("2021-07-31", "31/07/2021"):
        result = calc(file, "--as-at", day)
        assert result.exit_code == 0, result.output
        assert "31/07/2021" in result.stdout
    assert "As at" not in calc(file).stdout


def test_output_files_may_have_names_beyond_ascii(
    calc: Calc, ilr: Make, learner: Make, tmp_path: Path
) -> None:
    out = tmp_path / "Übersicht £ – 学習者.csv"

    result = calc(ilr([learner("A1")]), "--out", out)

    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(HEADING)
    assert "学習者" in result.stdout


def test_the_default_reference_is_the_extract_that_comes_with_the_product(
    ilr: Make, learner: Make, tmp_path: Path
) -> None:
    from click.testing import CliRunner

    from reports.calculation import default_reference
    from reports.cli import cli

    result = CliRunner().invoke(cli, ["calc", str(ilr([learner("A1")]))])

    assert result.exit_code == 0, result.output
    assert default_reference().is_dir()
    assert "reference" in result.stdout
