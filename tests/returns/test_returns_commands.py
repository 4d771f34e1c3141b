"""``ilrspec returns`` and ``ilrspec calc --store`` from end to end."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook
from returns_kit import FILES, FIRST, REFERENCE, SAMPLE, SECOND, THIRD, changed, rows

from engine.programmes.bootcamps import NO_PAY
from reports.bootcamps import work as bootcamp_work
from reports.cli import cli

GIVEN = ["--reference", str(REFERENCE)]


def ilrspec(*args: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(arg) for arg in args])


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("store") / "sample.store"
    told = ilrspec("returns", "import", *reversed(FILES), "--store", path, *GIVEN)
    assert told.exit_code == 0, told.output
    assert "imported as R12 of 2023/24, provider 10000201: 27 learners, 49 aims" in told.output
    return path


def test_the_sample_provider_line_by_line(store: Path, tmp_path: Path) -> None:
    milestones, no_pay = tmp_path / "milestones.csv", tmp_path / "no_pay.csv"
    told = ilrspec("calc", "--store", store, "--milestones", milestones, "--no-pay", no_pay, *GIVEN)
    assert told.exit_code == 0, told.output
    assert rows(milestones) == rows(SAMPLE / "expected_milestones.csv")
    assert rows(no_pay) == rows(SAMPLE / "expected_no_pay.csv")
    assert {row[-1] for row in rows(no_pay)[1:]} == set(NO_PAY), "the sample shows every reason"
    assert {row[4] for row in rows(milestones)[1:]} == {"M1", "M2", "M3"}


def test_the_sample_on_screen_tells_reason_scope_and_cure(store: Path) -> None:
    told = ilrspec("calc", "--store", store, *GIVEN, "--all").output
    assert "Statement of milestones (£)" in told and "Milestones by return (£)" in told
    flat = " ".join(told.split())
    assert (
        "NP_ULN_TEMP (1): The unique learner number is the temporary one. Stops the learner. Pays later"
        in flat
    )
    assert "NP_M1_ALREADY_PAID (2)" in flat and "Does not pay later." in flat
    assert "01/09/2005" not in told, "no birth dates"


def test_the_sample_files_are_those_of_its_script(tmp_path: Path) -> None:
    from fixtures.sample_provider.make import main

    main(tmp_path)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (SAMPLE / path.name).read_bytes(), path.name


def test_the_workbook(store: Path, tmp_path: Path) -> None:
    book = tmp_path / "no_pay.xlsx"
    assert ilrspec("calc", "--store", store, "--no-pay", book, *GIVEN).exit_code == 0
    first = book.read_bytes()
    sheets = load_workbook(book)
    assert sheets.sheetnames == ["Summary", "2425 R03", "2324 R14", "2324 R12"]
    sheet = sheets["2324 R12"]
    assert sheet.max_row == 23 and sheet.auto_filter.ref == "A1:O23" and sheet.freeze_panes == "E2"
    texts = {str(cell.value) for one in sheets for row in one.iter_rows() for cell in row}
    assert "What stands in the way" in texts and not any("2005" in text for text in texts)
    assert ilrspec("calc", "--store", store, "--no-pay", book, *GIVEN).exit_code == 0
    assert book.read_bytes() == first


def test_a_file_beside_the_store_is_not_imported(tmp_path: Path) -> None:
    path, milestones = tmp_path / "two.store", tmp_path / "m.csv"
    ilrspec("returns", "import", FIRST, SECOND, "--store", path, *GIVEN)
    before = path.read_bytes()
    told = ilrspec("calc", THIRD, "--store", path, "--milestones", milestones, *GIVEN)
    assert told.exit_code == 0 and "(not imported)" in told.output
    assert rows(milestones) == rows(SAMPLE / "expected_milestones.csv")
    assert path.read_bytes() == before
    alone = ilrspec("calc", THIRD, "--milestones", milestones, *GIVEN)
    assert alone.exit_code == 0
    assert {row[1] for row in rows(milestones)[1:]} == {"S05", "S06", "S18", "S20"}


def test_processes_share_the_work(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bootcamp_work, "MUCH", 1)
    monkeypatch.setattr(bootcamp_work, "_processes", lambda: 2)
    no_pay = tmp_path / "no_pay.csv"
    assert ilrspec("calc", "--store", store, "--no-pay", no_pay, *GIVEN).exit_code == 0
    assert rows(no_pay) == rows(SAMPLE / "expected_no_pay.csv")


def test_another_wave(store: Path, tmp_path: Path) -> None:
    milestones = tmp_path / "m.csv"
    assert ilrspec("calc", "--store", store, "--wave", "3", "--milestones", milestones, *GIVEN).exit_code == 0
    amounts = [row[5] for row in rows(milestones) if row[1] == "S01"]
    assert amounts == ["1125.00", "875.00", "500.00"]
    unknown = ilrspec("calc", "--store", store, "--wave", "99", *GIVEN)
    assert unknown.exit_code == 2 and "--wave 99" in unknown.output


def test_list_and_show(store: Path) -> None:
    listed = ilrspec("returns", "list", "--store", store)
    assert [line.split()[1] for line in listed.output.splitlines() if line[:2] == "20"] == [
        "R12",
        "R14",
        "R03",
        "R03",
    ]
    shown = ilrspec("returns", "show", "2024/25", "R03", "--store", store, "--ukprn", "10000209")
    assert (
        shown.exit_code == 0
        and "Learners      1" in shown.output
        and "Prepared      31/10/2024" in shown.output
    )
    assert "Sample" not in listed.output + shown.output
    missing = ilrspec("returns", "show", "2425", "R04", "--store", store)
    assert missing.exit_code == 2 and "holds no R04 of 2024/25" in missing.output


def test_refusals(tmp_path: Path) -> None:
    path = tmp_path / "r.store"
    bad = tmp_path / "bad.xml"
    bad.write_text("<Message/>", encoding="utf-8")
    refused = ilrspec("returns", "import", bad, "--store", path, *GIVEN)
    assert refused.exit_code == 2 and not path.exists() and list(tmp_path.iterdir()) == [bad]
    mixed = ilrspec("returns", "import", FIRST, bad, SECOND, FIRST, "--store", path, *GIVEN)
    assert mixed.exit_code == 2
    assert (
        "imported as R14" in mixed.output
        and "with the same content" in mixed.output
        and "bad.xml" in mixed.output
    )
    other = changed(FIRST, tmp_path / "other.xml", "<PlanLearnHours>90<", "<PlanLearnHours>91<")
    refused = ilrspec("returns", "import", other, "--store", path, *GIVEN)
    assert refused.exit_code == 2 and "--replace" in refused.output and "unchanged" in refused.output
    replaced = ilrspec("returns", "import", other, "--store", path, "--replace", *GIVEN)
    assert replaced.exit_code == 0 and "in place of the file before" in replaced.output
    no_return = changed(
        FIRST, tmp_path / "none.xml", "<FilePreparationDate>2024-07-31", "<FilePreparationDate>2025-07-31"
    )
    refused = ilrspec("returns", "import", no_return, "--store", path, *GIVEN)
    assert refused.exit_code == 2 and "belongs to no return of 2023/24" in refused.output


def test_calc_refuses_what_does_not_go_together(store: Path, tmp_path: Path) -> None:
    for args, said in (
        (["calc"], "Name an ILR file"),
        (["calc", "--wave", "5"], "Name an ILR file"),
        (
            ["calc", "--store", str(store), "--out", str(tmp_path / "o.csv")],
            "--out: not for Skills Bootcamps",
        ),
        (["calc", "--store", str(tmp_path / "none.store")], "there is no store"),
        (["calc", "--store", str(store), "--no-pay", str(store)], "would be overwritten"),
    ):
        told = ilrspec(*args)
        assert told.exit_code == 2 and said in told.output, told.output
