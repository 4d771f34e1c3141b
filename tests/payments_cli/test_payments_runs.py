"""Which collection is run, of which files, and what options do not go together."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from payments_kit import (
    BESIDE,
    COMMITMENTS,
    HISTORY,
    R05,
    R06,
    REFERENCE,
    SAMPLE,
    calc,
    changed,
    lines,
    rows,
    table,
)

OTHER = "10000302"


def of_other_provider(tmp_path: Path, source: Path = R05) -> Path:
    return changed(
        source,
        tmp_path / f"other-{source.name}",
        ("10000301", OTHER),
        ("<ULN>32", "<ULN>33"),
        ("<LearnRefNumber>A", "<LearnRefNumber>B"),
    )


def test_the_day_the_file_was_prepared_decides_the_collection(tmp_path: Path) -> None:
    out = tmp_path / "p.csv"
    told = calc(R05, *BESIDE, "--payments", out)
    said = " ".join(told.stdout.split())
    assert "R05 of 2020/21, months up to Dec 2020 (by the day the file was prepared)" in said
    assert {row["Collection"] for row in rows(out)} == {"2021-R05"}
    assert {row["DeliveryMonth"] for row in rows(out)} == {f"2020-{month:02}" for month in range(8, 13)}

    told = calc(R05, *BESIDE, "--return", "R02", "--payments", out)
    assert "R02 of 2020/21, months up to Sep 2020 (as --return says)" in " ".join(told.stdout.split())
    assert {row["DeliveryMonth"] for row in rows(out)} == {"2020-08", "2020-09"}


def test_without_a_calendar_of_its_own_the_folder_borrows_that_of_ilrspec(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    folder.mkdir()
    for path in REFERENCE.glob("*.csv"):
        if path.name != "returns.csv":
            (folder / path.name).write_bytes(path.read_bytes())

    told = " ".join(calc(R05, *BESIDE, "--reference", folder).stdout.split())

    assert "R05 of 2020/21" in told and "with the closing days that come with ilrspec" in told


def test_a_day_that_belongs_to_no_return_asks_for_one(tmp_path: Path) -> None:
    late = changed(
        R05, tmp_path / "late.xml", ("<FilePreparationDate>2021-01-05", "<FilePreparationDate>2021-12-05")
    )

    told = calc(late, *BESIDE)
    assert told.exit_code == 2
    assert (
        "belongs to no return of 2020/21" in told.stderr
        and "name the return, such as --return R06" in told.stderr
    )

    assert calc(late, *BESIDE, "--return", "R05").exit_code == 0
    assert calc(late, *BESIDE, "--return", "R05", "--month-ends").exit_code == 0


def test_without_commitments_levy_contracts_are_refused_and_the_rest_is_paid(tmp_path: Path) -> None:
    out = tmp_path / "p.csv"
    told = calc(R05, "--payments", out)
    assert told.exit_code == 0
    assert "none given: the data lock refuses every levy contract (ACT 1)" in told.stdout
    assert "DLOCK_02" in told.stdout
    assert {row["LearnRefNumber"] for row in rows(out)} == {"A03", "A05", "A06"}
    assert {row["ContractType"] for row in rows(out)} == {"2"}


def test_an_employer_without_a_row_has_no_levy_and_others_may_stand_for_all(tmp_path: Path) -> None:
    out = tmp_path / "p.csv"
    calc(R05, "--commitments", COMMITMENTS, "--payments", out)
    assert "levy" not in {row["FundingSource"] for row in rows(out)}

    levy = table(tmp_path / "levy.csv", "Employer,Balance", "others,unlimited")
    calc(R05, "--commitments", COMMITMENTS, "--levy", levy, "--payments", out)
    assert {row["FundingSource"] for row in rows(out) if row["ContractType"] == "1"} == {
        "levy",
        "fully funded",
    }


def test_late_returns_spend_the_levy_of_their_own_months(tmp_path: Path) -> None:
    out = tmp_path / "p.csv"
    levy = table(
        tmp_path / "levy.csv",
        "Employer,Month,Balance",
        "others,2020-08,0",
        "others,2021-08,70",
        "others,2021-09,90",
    )
    for name, spent in (("R12", None), ("R13", "70.00000"), ("R14", "90.00000")):
        told = calc(R06, "--commitments", COMMITMENTS, "--levy", levy, "--return", name, "--payments", out)
        assert told.exit_code == 0, told.output
        assert {row["Collection"] for row in rows(out)} == {f"2021-{name}"}
        sums = {row["Amount"] for row in rows(out) if row["FundingSource"] == "levy"}
        assert sums == ({spent} if spent else set())


def test_files_of_two_providers_share_the_levy(tmp_path: Path) -> None:
    other, out = of_other_provider(tmp_path), tmp_path / "p.csv"
    more = [
        line.replace(",10000301,", f",{OTHER},").replace(",32", ",33").replace(",1", ",9", 0)
        for line in lines(COMMITMENTS)[1:]
    ]
    more = ["9" + line for line in more]
    commitments = table(tmp_path / "c.csv", *lines(COMMITMENTS), *more)

    told = calc(R05, other, "--commitments", commitments, "--levy", SAMPLE / "levy.csv", "--payments", out)

    assert told.exit_code == 0, told.output
    assert "Payments by provider and funding source" in told.stdout
    assert {row["UKPRN"] for row in rows(out)} == {"10000301", OTHER}
    spent = sum(
        float(row["Amount"])
        for row in rows(out)
        if (row["Employer"], row["FundingSource"]) == ("90002", "levy")
    )
    assert spent == 650, "one balance serves both providers"

    both = calc(R05, other, *BESIDE)
    assert both.exit_code == 0, "each commitment names its provider"
    blank = changed(COMMITMENTS, tmp_path / "blank.csv", (",10000301,", ",,"))
    assert "as the files are of several providers" in calc(R05, other, "--commitments", blank).stderr


def test_two_files_of_a_provider_ask_for_month_ends(tmp_path: Path) -> None:
    told = calc(R05, R06, *BESIDE)
    assert told.exit_code == 2
    assert "a second file of provider 10000301" in told.stderr and "--month-ends" in told.stderr

    again = changed(R05, tmp_path / "again.xml", ("<SerialNo>01", "<SerialNo>02"))
    told = calc(R05, again, *BESIDE, "--month-ends")
    assert told.exit_code == 2 and "for R05, beside" in told.stderr

    told = calc(R05, R06, *BESIDE, "--month-ends", "--return", "R05")
    assert told.exit_code == 2 and "a file of R06, after --return R05" in told.stderr


def test_files_of_two_years_are_refused(tmp_path: Path) -> None:
    older = changed(
        of_other_provider(tmp_path),
        tmp_path / "older.xml",
        ("<Year>2021</Year>", "<Year>1920</Year>"),
        ("ESFA/ILR/2020-21", "ESFA/ILR/2019-20"),
    )
    told = calc(R05, older, *BESIDE, "--return", "R05")
    assert told.exit_code == 2
    assert "a file of 2019/20, while" in told.stderr


def test_a_file_without_the_learners_takes_back_what_was_paid(tmp_path: Path) -> None:
    text = R05.read_text(encoding="utf-8")
    head, first = (
        text[: text.index("  <Learner>")],
        text[text.index("  <Learner>") : text.index("</Learner>")],
    )
    other = first.replace("<FundModel>36<", "<FundModel>99<").replace(">A01<", ">Z99<")
    out = tmp_path / "p.csv"
    for name, learners in (("none", ""), ("another", f"{other}</Learner>\n")):
        file = tmp_path / f"{name}.xml"
        file.write_text(f"{head}{learners}</Message>\n", encoding="utf-8", newline="\n")
        told = calc(file, *BESIDE, "--history", HISTORY, "--payments", out)
        assert told.exit_code == 0, told.output
        assert sum(float(row["Amount"]) for row in rows(out)) == pytest.approx(
            -sum(float(row["Amount"]) for row in rows(HISTORY))
        )


def test_payments_of_other_providers_are_left_alone(tmp_path: Path) -> None:
    strange = changed(HISTORY, tmp_path / "h.csv", ("10000301,", f"{OTHER},"))
    plain, out = tmp_path / "plain.csv", tmp_path / "p.csv"
    calc(R05, *BESIDE, "--payments", plain)

    told = calc(R05, *BESIDE, "--history", strange, "--payments", out)

    assert "84 payments of other providers left alone" in " ".join(told.stdout.split())
    assert out.read_bytes() == plain.read_bytes()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--out", "e.csv"), "--out: not with the payments of apprenticeships"),
        (("--as-at", "2021-01-01", "--wave", "5"), "--wave, --as-at: not with the payments"),
        (("--switch", "swap_wex_required=no"), "--switch: not with the payments"),
        (("--store", "s.db"), "--store: not with the payments"),
    ],
)
def test_options_that_do_not_go_together(options: tuple[str, ...], said: str) -> None:
    told = calc(R05, *BESIDE, *options)
    assert told.exit_code == 2
    assert said in told.stderr


def test_targets_that_are_inputs_are_refused() -> None:
    before = HISTORY.read_bytes()
    for target in (HISTORY, COMMITMENTS, R05, REFERENCE / "returns.csv"):
        told = calc(R05, *BESIDE, "--history", HISTORY, "--payments", target)
        assert told.exit_code == 2 and "would be overwritten" in told.stderr
    assert HISTORY.read_bytes() == before


def test_tables_that_are_not_there_and_no_file() -> None:
    assert "does not exist" in calc(R05, "--commitments", "nowhere.csv").stderr
    told = calc(*BESIDE)
    assert told.exit_code == 2 and "Name an ILR file." in told.stderr


def test_a_damaged_file_leaves_nothing_behind(tmp_path: Path) -> None:
    broken, out = changed(R05, tmp_path / "b.xml", ("<AimType>1<", "<AimType>one<")), tmp_path / "p.csv"

    told = calc(broken, *BESIDE, "--payments", out)
    assert told.exit_code == 2
    assert told.stderr.count("AimType") == 14 and f"{broken}:" in told.stderr
    assert not out.exists() and sorted(path.name for path in tmp_path.iterdir()) == ["b.xml"]

    told = calc(broken, *BESIDE, "--payments", out, "--lenient")
    assert told.exit_code == 0 and "AimType" in told.stderr and out.exists()


def test_missing_reference_data_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    folder.mkdir()
    told = calc(R05, *BESIDE, "--reference", folder)
    assert told.exit_code == 0
    assert "APP_FUNDING_MISSING" in told.stdout, "no band limit is said, not passed over"
    assert "apprenticeship_funding" in told.stdout


def test_without_the_options_nothing_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[Any] = []
    refuse: Callable[..., None] = lambda *args: called.append(args)  # noqa: E731
    monkeypatch.setattr("reports.payments.calc.calc", refuse)
    told = calc(R05, R06)
    assert told.exit_code == 2 and f"Got unexpected extra argument ({R06})" in told.stderr
    told = calc(R05)
    assert told.exit_code == 0
    assert "Funding year" in told.stdout
    assert not called
