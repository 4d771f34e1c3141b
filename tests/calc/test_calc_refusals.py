"""Files and options that ``ilrspec calc`` cannot use: a clear message, exit code 2, nothing written."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Calc = Callable[..., Result]
Make = Callable[..., Any]

REPOSITORY = Path(__file__).parents[2]


def _left_behind(folder: Path) -> list[str]:
    return sorted(
        path.name for path in folder.rglob("*") if path.name.startswith(".") or path.suffix == ".tmp"
    )


@pytest.fixture
def broken(ilr: Make, learner: Make) -> Callable[[bytes, bytes], Path]:
    """A file of five learners with something replaced in the third."""

    def make(before: bytes, after: bytes) -> Path:
        file: Path = ilr([learner(f"L{number}") for number in range(1, 6)])
        whole = file.read_bytes()
        at = whole.index(b"<LearnRefNumber>L3<")
        file.write_bytes(whole[:at] + whole[at:].replace(before, after, 1))
        return file

    return make


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (b"</FundModel>", b"</FundModle>", "not well-formed XML"),
        (b"<FundModel>35<", b"<FundModel>thirty<", "FundModel"),
        (b"<Sex>F</Sex>", b"", "Sex"),
    ],
)
def test_a_fault_in_the_middle_of_the_file_leaves_nothing_behind(
    calc: Calc, broken: Callable[[bytes, bytes], Path], tmp_path: Path, before: bytes, after: bytes, said: str
) -> None:
    file = broken(before, after)
    out, findings = tmp_path / "e.csv", tmp_path / "f.csv"
    out.write_bytes(b"yesterday's\n")

    result = calc(file, "--out", out, "--findings", findings)

    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in result.stderr
    line = result.stderr.splitlines()[0]
    assert line.startswith(f"{file}:")
    assert line.removeprefix(f"{file}:").split(":")[0].isdecimal()
    assert "Traceback" not in result.stderr
    assert out.read_bytes() == b"yesterday's\n"
    assert not findings.exists()
    assert _left_behind(tmp_path) == []


def test_every_problem_of_a_file_is_listed(calc: Calc, broken: Callable[[bytes, bytes], Path]) -> None:
    file = broken(b"<Sex>F</Sex>", b"")
    file.write_bytes(file.read_bytes().replace(b"<AimType>4<", b"<AimType>four<"))

    result = calc(file)

    assert result.exit_code == 2
    lines = result.stderr.splitlines()
    assert len(lines) == 6
    assert sum("AimType" in line for line in lines) == 5
    assert all(line.startswith(f"{file}:") for line in lines)
    assert "learner L3" in result.stderr


def test_a_lenient_run_lists_the_problems_and_works_out_the_rest(
    calc: Calc, broken: Callable[[bytes, bytes], Path], tmp_path: Path
) -> None:
    out = tmp_path / "e.csv"

    result = calc(broken(b"<AimSeqNumber>1<", b"<AimSeqNumber>one<"), "--lenient", "--out", out)

    assert result.exit_code == 0
    assert "AimSeqNumber" in result.stderr
    learners = {line.split(",")[1] for line in out.read_text(encoding="utf-8").splitlines()[1:]}
    assert learners == {"L1", "L2", "L4", "L5"}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"LearnRefNumber,ULN\n", "not XML"),
        (b"<Message xmlns='ESFA/ILR/1999-00'/>", "ESFA/ILR/1999-00"),
        (b"<!DOCTYPE Message [<!ENTITY a 'b'>]>\n<Message xmlns='ESFA/ILR/2020-21'>&a;</Message>", "DOCTYPE"),
    ],
)
def test_a_file_that_is_no_ilr_file_is_refused(calc: Calc, tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "strange.xml"
    file.write_bytes(content)

    result = calc(file)

    assert result.exit_code == 2
    assert said in result.stderr
    assert "Traceback" not in result.output


def test_a_file_cut_short_is_refused_or_read_as_far_as_it_goes(
    calc: Calc, ilr: Make, learner: Make, tmp_path: Path
) -> None:
    file = ilr([learner("L1"), learner("L2")])
    whole = file.read_bytes()
    file.write_bytes(whole[: whole.rindex(b"<LearningDelivery>") + 40])
    out = tmp_path / "e.csv"

    strict = calc(file, "--out", out)
    assert strict.exit_code == 2
    assert "cut short" in strict.stderr
    assert not out.exists()

    lenient = calc(file, "--out", out, "--lenient")
    assert lenient.exit_code == 0
    assert "cut short" in lenient.stderr
    assert ",L1," in out.read_text(encoding="utf-8")


def test_faulty_reference_data_is_listed_with_file_line_and_column(
    calc: Calc, ilr: Make, learner: Make, reference: Path, tmp_path: Path
) -> None:
    rates = reference / "aim_rates.csv"
    rates.write_text(rates.read_text(encoding="utf-8").replace("1000,1000", "a lot,1000"), encoding="utf-8")
    (reference / "disadvantage.csv").write_text(
        "Postcode,EffectiveFrom,EffectiveTo,Uplift\nB1 1AA,then,,1.1\n"
    )
    out = tmp_path / "e.csv"

    result = calc(ilr([learner("L1")]), "--out", out)

    assert result.exit_code == 2
    assert "aim_rates.csv, line 2, column RateWeighted: found 'a lot'" in result.stderr
    assert "disadvantage.csv, line 2, column EffectiveFrom: found 'then'" in result.stderr
    assert not out.exists()
    assert _left_behind(tmp_path) == []


def test_a_missing_reference_folder_is_refused(calc: Calc, ilr: Make, learner: Make, tmp_path: Path) -> None:
    result = calc(ilr([learner("L1")]), "--reference", tmp_path / "nowhere")

    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_results_cannot_overwrite_what_is_read(
    calc: Calc, ilr: Make, learner: Make, reference: Path, tmp_path: Path
) -> None:
    file = ilr([learner("L1")])
    before = file.read_bytes()

    for target in (file, tmp_path / "reference" / ".." / file.name, reference / "aim_rates.csv"):
        result = calc(file, "--out", target)
        assert result.exit_code == 2
        assert "would be overwritten" in result.stderr
    linked = tmp_path / "linked.csv"
    os.link(file, linked)
    assert calc(file, "--findings", linked).exit_code == 2
    assert file.read_bytes() == before


def test_targets_that_cannot_be_written_are_refused_before_anything_is_read(
    calc: Calc, ilr: Make, learner: Make, tmp_path: Path
) -> None:
    file = ilr([learner("L1")])
    same = tmp_path / "same.csv"

    assert "there is no folder" in calc(file, "--out", tmp_path / "no" / "e.csv").stderr
    assert "is a folder" in calc(file, "--findings", tmp_path).stderr
    assert "name two different files" in calc(file, "--out", same, "--findings", same).stderr
    both = calc(file, "--out", tmp_path, "--findings", tmp_path / "no" / "f.csv")
    assert both.exit_code == 2
    assert len(both.stderr.splitlines()) == 2
    assert not same.exists()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--return", "R15"), "'R15' is not a return: write R01 to R14"),
        (("--return", "June"), "'June' is not a return"),
        (("--as-at", "31/02/2021"), "'31/02/2021' is not a date"),
        (("--as-at", "yesterday"), "'yesterday' is not a date"),
        (("--switch", "jo_age"), "names no reading"),
        (("--switch", "swap_wex_requird=no"), "did you mean 'swap_wex_required'?"),
        (("--switch", "swap_wex_required=maybe"), "its readings are no, yes"),
    ],
)
def test_an_option_that_cannot_be_used_is_explained(
    calc: Calc, ilr: Make, learner: Make, options: tuple[str, str], said: str
) -> None:
    result = calc(ilr([learner("L1")]), *options)

    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_a_year_without_parameters_is_said_to_have_none(
    calc: Calc, ilr: Make, learner: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import engine.calculate
    from engine.parameters import ParameterError

    def refuse(*_: object) -> None:
        raise ParameterError("no value of adult_skills.fee_share on 2020-08-01")

    monkeypatch.setattr(engine.calculate, "calculate", refuse)
    out = tmp_path / "e.csv"

    result = calc(ilr([learner("L1")]), "--out", out)

    assert result.exit_code == 2
    assert "the rules have no parameters for 2020/21" in result.stderr
    assert "fee_share" in result.stderr
    assert not out.exists()


def test_a_process_fails_with_code_2_and_a_message_in_any_encoding(tmp_path: Path) -> None:
    missing = tmp_path / "missing-é.xml"
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(
        [sys.executable, "-m", "reports.cli", "calc", str(missing)],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 2
    assert b"does not exist" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_process_writes_the_same_file_as_the_command_in_this_process(
    calc: Calc, ilr: Make, learner: Make, reference: Path, tmp_path: Path
) -> None:
    file = ilr([learner("L1")])
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    assert calc(file, "--out", first).exit_code == 0

    command = [sys.executable, "-m", "reports.cli", "calc", file, "--reference", reference, "--out", second]
    done = subprocess.run([str(part) for part in command], cwd=REPOSITORY, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr
    assert first.read_bytes() == second.read_bytes()
    assert "£" in done.stdout.decode("utf-8")
