"""``ilrspec calc --into``: many files into a folder of results, in the same bytes however it is done."""

import csv
import json
import os
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from bench import learners
from reports.batch.order import Order

Calc = Callable[..., Result]
Bytes = Callable[..., dict[str, str]]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_folders_are_worked_out_into_a_folder_for_each_year_and_provider(
    calc: Calc, returns: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    outcome = calc(returns, "--into", into, "--as", "csv")
    assert outcome.exit_code == 0, outcome.output
    assert sorted(path.relative_to(into).as_posix() for path in into.glob("*/**/*.csv")) == [
        f"{table}/year=2021/ukprn={name}.csv"
        for table in ("earnings", "findings")
        for name in ("10000101/ILR-A", "10000101/ILR-C", "10000207/ILR-B")
    ]
    assert "Files     3: 3 worked out" in outcome.output
    assert "10000207  2020/21      1        12" in outcome.output


def test_the_rows_of_a_file_are_those_of_calc_on_that_file(calc: Calc, returns: Path, tmp_path: Path) -> None:
    into = tmp_path / "results"
    calc(returns, "--into", into, "--as", "csv", "--return", "R09")
    out, findings = tmp_path / "out.csv", tmp_path / "findings.csv"
    calc(returns / "ILR-B.xml", "--out", out, "--findings", findings, "--return", "R09")
    place = "year=2021/ukprn=10000207/ILR-B.csv"
    assert (into / "earnings" / place).read_bytes() == out.read_bytes()
    assert (into / "findings" / place).read_bytes() == findings.read_bytes()
    assert len(rows(out)) > 10


def test_parquet_holds_the_same_rows_as_csv(calc: Calc, returns: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for form in ("csv", "parquet"):
        calc(returns, "--into", tmp_path / form, "--as", form)
    for written in (tmp_path / "csv").glob("*/**/*.csv"):
        place = written.relative_to(tmp_path / "csv").with_suffix(".parquet")
        table = parquet.read_table(tmp_path / "parquet" / place, partitioning=None)
        held = [
            {name: "" if value is None else str(value) for name, value in row.items()}
            for row in table.to_pylist()
        ]
        assert held == rows(written)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_results_are_the_same_bytes_in_small_pieces(
    calc: Calc,
    returns: Path,
    tmp_path: Path,
    bytes_of: Bytes,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    one, small = tmp_path / "one", tmp_path / "small"
    # A file with a comment is read in one go, and its rows are written now and then.
    text = (returns / "ILR-A.xml").read_text(encoding="utf-8")
    (returns / "ILR-D.xml").write_text(text.replace("</Message>", "<!-- end --></Message>"), encoding="utf-8")
    assert calc(returns, "--into", one, "--as", form, "--workers", 1).exit_code == 0
    monkeypatch.setattr("reports.batch.work._LEARNERS_IN_MEMORY", 5)
    monkeypatch.setattr(Order.__init__, "__defaults__", (4_000,))
    assert calc(returns, "--into", small, "--as", form, "--workers", 1).exit_code == 0
    assert bytes_of(small) == bytes_of(one)


def test_learners_have_their_destinations_in_whatever_piece_they_lie(
    calc: Calc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import engine.calculate

    file = tmp_path / "f.xml"
    destinations = """\
 <LearnerDestinationandProgression>
  <LearnRefNumber>{0:08}</LearnRefNumber>
  <ULN>9999999999</ULN>
  <DPOutcome>
   <OutType>EMP</OutType>
   <OutCode>{0}</OutCode>
   <OutStartDate>2021-03-01</OutStartDate>
   <OutCollDate>2021-03-02</OutCollDate>
  </DPOutcome>
 </LearnerDestinationandProgression>
"""
    learners.write(6, file)
    text = file.read_text(encoding="utf-8")
    behind = "".join(destinations.format(number) for number in (1, 3, 6))
    file.write_text(text.replace("</Message>", behind + "</Message>"), encoding="utf-8")
    plain, asked = engine.calculate.calculate, []

    def calculate(learner: Any, destination: Any, setting: Any) -> Any:
        code = destination.dp_outcome[0].out_code if destination else None
        asked.append((int(learner.learn_ref_number), code))
        return plain(learner, destination, setting)

    monkeypatch.setattr(engine.calculate, "calculate", calculate)
    # These learners are on no programme that looks at destinations.
    monkeypatch.setattr(engine.calculate, "asks_for_destinations", lambda learner, setting: True)
    for piece in (1, 7_000, 4_000_000):
        monkeypatch.setattr(Order.__init__, "__defaults__", (piece,))
        asked.clear()
        assert calc(file, "--into", tmp_path / "results", "--workers", 1, "--again").exit_code == 0
        assert asked == [(1, 1), (2, None), (3, 3), (4, None), (5, None), (6, 6)]


@pytest.mark.long
def test_results_are_the_same_bytes_on_several_processes(
    calc: Calc, returns: Path, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (returns / "cut.xml").write_bytes((returns / "ILR-A.xml").read_bytes()[:8000])
    outcomes = []
    for workers in (1, 2, 3):
        monkeypatch.setattr(Order.__init__, "__defaults__", (4_000 * workers,))
        outcomes.append(calc(returns, "--into", tmp_path / str(workers), "--workers", workers))
    assert [one.exit_code for one in outcomes] == [1, 1, 1]
    assert len({one.stdout.replace(str(tmp_path), "").rpartition("Written")[0] for one in outcomes}) == 1
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2") == bytes_of(tmp_path / "3")


def test_what_is_done_is_not_done_again(
    calc: Calc, returns: Path, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "results"
    calc(returns, "--into", into)
    before = bytes_of(into)
    monkeypatch.setattr("reports.batch.local.whole_file", None)
    outcome = calc(returns, "--into", into)
    assert "3: 0 worked out, 3 done before and still right" in outcome.output
    assert bytes_of(into) == before
    monkeypatch.undo()
    assert "3: 3 worked out" in calc(returns, "--into", into, "--again").output
    assert bytes_of(into) == before


def test_a_copy_with_another_date_is_the_same_file_and_a_changed_one_is_not(
    calc: Calc, returns: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    calc(returns, "--into", into)
    os.utime(returns / "ILR-A.xml", (10**9, 10**9))
    assert "3 done before" in calc(returns, "--into", into).output
    file = returns / "ILR-A.xml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("<FFI", "<FFI").replace("00000001", "0000000X"), encoding="utf-8")
    outcome = calc(returns, "--into", into)
    assert "3: 1 worked out, 2 done before" in outcome.output
    assert "Done again: 1 file, the file has changed" in outcome.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--return", "R05"), "changed: months (--return)"),
        (("--as-at", "2021-01-31"), "changed: day taken as today (--as-at)"),
        (("--as", "csv"), "changed: kind of result (--as)"),
    ],
)
def test_another_setting_does_files_again_and_says_so(
    calc: Calc, returns: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    into = tmp_path / "results"
    calc(returns / "ILR-A.xml", "--into", into)
    outcome = calc(returns / "ILR-A.xml", "--into", into, *words)
    assert f"Done again: 1 file, {told}" in outcome.output.replace("\n", " ")
    kinds = {path.suffix for path in into.glob("earnings/**/*.*") if path.is_file()}
    assert kinds == {".csv" if "csv" in words else ".parquet"}


def test_other_reference_data_does_files_again(calc: Calc, returns: Path, tmp_path: Path) -> None:
    tables = tmp_path / "tables"
    tables.mkdir()
    for table in learners.REFERENCE.glob("*.csv"):
        (tables / table.name).write_bytes(table.read_bytes())
    file, into = returns / "ILR-A.xml", tmp_path / "results"
    calc(file, "--into", into, "--reference", tables)
    assert "1 done before" in calc(file, "--into", into, "--reference", tables).output
    rates = (tables / "aim_rates.csv").read_text(encoding="utf-8")
    (tables / "aim_rates.csv").write_text(rates.splitlines()[0] + "\n", encoding="utf-8")
    outcome = calc(file, "--into", into, "--reference", tables)
    assert "Done again: 1 file, changed: reference data" in outcome.output
    assert "of them 0 with earnings" in outcome.output


def test_lost_results_are_made_again(calc: Calc, returns: Path, tmp_path: Path, bytes_of: Bytes) -> None:
    into = tmp_path / "results"
    calc(returns, "--into", into)
    before = bytes_of(into)
    next(into.glob("earnings/**/ILR-C.parquet")).unlink()
    next((into / ".ilrspec" / "done").glob("ILR-B.json")).write_text("{", encoding="utf-8")
    outcome = calc(returns, "--into", into)
    assert "3: 2 worked out, 1 done before" in outcome.output
    assert bytes_of(into) == before


def test_a_damaged_file_is_listed_and_the_others_go_on(calc: Calc, returns: Path, tmp_path: Path) -> None:
    into = tmp_path / "results"
    calc(returns, "--into", into)
    (returns / "ILR-A.xml").write_bytes((returns / "ILR-A.xml").read_bytes()[:5000])
    (returns / "notes.xml").write_text("<Notes/>", encoding="utf-8")
    outcome = calc(returns, "--into", into, "--as", "csv")
    assert outcome.exit_code == 1
    assert "4: 2 worked out, 2 refused" in outcome.output
    assert "ILR-A.xml:" in outcome.output and "the file is cut short" in outcome.output
    # What it earned before it was damaged is nobody's any more.
    assert not list(into.glob("earnings/**/ILR-A.*"))
    listed = {row["File"]: row for row in rows(into / "files.csv")}
    assert [listed[name]["State"] for name in sorted(listed)] == ["refused", "done", "refused", "done"]
    assert "The root element is Notes" in listed["returns/notes.xml"]["Message"]
    assert Decimal(listed["returns/ILR-B.xml"]["Earnings"]) > 0


def test_the_problems_of_a_file_are_those_that_calc_tells(
    calc: Calc, returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Order.__init__, "__defaults__", (4_000,))
    file = returns / "ILR-A.xml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("<Sex>F", "<Sex>Z").replace("<FundModel>35", "<FundModel>x"), "utf-8")
    alone = calc(file, "--out", tmp_path / "o.csv")
    outcome = calc(file, "--into", tmp_path / "results", "--workers", 1)
    told = alone.stderr.splitlines()
    assert alone.exit_code == 2 and len(told) > 3
    assert told[0] in outcome.stdout and f"and {len(told) - 1} more problems" in outcome.stdout
    [listed] = rows(tmp_path / "results" / "files.csv")
    assert listed["Message"].splitlines() == [line.removeprefix(f"{file}:") for line in told]
    lenient = calc(file, "--into", tmp_path / "lenient", "--lenient", "--workers", 1)
    assert lenient.exit_code == 0
    assert lenient.stderr.splitlines() == calc(file, "--lenient").stderr.splitlines()


def test_two_files_of_one_name_have_results_of_their_own(calc: Calc, returns: Path, tmp_path: Path) -> None:
    learners.write(5, returns / "october" / "ILR-A.xml", seed=9)
    into = tmp_path / "results"
    assert calc(returns, "--into", into).exit_code == 0
    found = [path.stem for path in sorted(into.glob("earnings/**/ILR-A*.parquet"))]
    assert len(found) == 2 and all(name.startswith("ILR-A-") for name in found)
    assert "4 done before" in calc(returns, "--into", into).output


def test_results_of_files_that_are_not_named_stay_and_are_told_of(
    calc: Calc, returns: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    calc(returns, "--into", into)
    outcome = calc(returns / "ILR-A.xml", returns / "ILR-A.xml", "--into", into)
    assert "1: 0 worked out, 1 done before" in outcome.output
    assert "the folder holds results of 2 files not among these" in outcome.output
    assert len(rows(into / "files.csv")) == 3


def test_the_notes_of_a_file_tell_what_it_was(calc: Calc, returns: Path, tmp_path: Path) -> None:
    calc(returns / "ILR-A.xml", "--into", tmp_path / "results")
    [note] = (tmp_path / "results" / ".ilrspec" / "done").iterdir()
    held = json.loads(note.read_text(encoding="utf-8"))
    assert held["key"] == "returns/ILR-A.xml" and held["ukprn"] == learners.UKPRN
    assert held["size"] == (returns / "ILR-A.xml").stat().st_size
    assert held["sums"]["learners"] == 12


def test_a_database_holds_the_rows_of_every_file(calc: Calc, returns: Path, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    into = tmp_path / "results"
    assert calc(returns, "--into", into, "--as", "duckdb").exit_code == 0
    with duckdb.connect(str(into / "ilrspec.duckdb"), read_only=True) as database:
        sums = database.execute(
            "select File, sum(Value) from earnings group by File order by File"
        ).fetchall()
        listed = database.execute("select Results, Earnings from files order by Results").fetchall()
    assert [name for name, _ in sums] == ["ILR-A", "ILR-B", "ILR-C"]
    assert sums == listed
    assert all(isinstance(amount, Decimal) for _, amount in sums)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("returns",), "returns is a folder; --into DIR works out all ILR files in it"),
        (("returns", "--into", "results", "--out", "o.csv"), "--out: not with --into"),
        (("returns/ILR-A.xml", "--workers", "2"), "--workers goes with --into DIR"),
        (("--into", "results"), "Name ILR files, or folders that hold them"),
        (("empty", "--into", "results"), "empty: there is no ILR file (.xml, .xml.gz, .zip) in this folder"),
        (("returns", "--into", "returns"), "returns is an input of the calculation"),
        (("returns", "--into", "file"), "file is a file; name a folder"),
        (("returns", "--into", "results", "--as", "xlsx"), "'xlsx' is not one of 'parquet', 'csv', 'duckdb'"),
        (("returns", "--into", "results", "--switch", "nothing=1"), "--switch nothing=1"),
        (("returns", "--into", "results", "--reference", "nowhere"), "the reference data in"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    calc: Calc,
    returns: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("", encoding="utf-8")
    outcome = calc(*words)
    assert outcome.exit_code == 2
    assert told in outcome.stderr
    assert not list(tmp_path.glob("results/earnings"))


def test_a_folder_that_another_run_holds_is_refused(calc: Calc, returns: Path, tmp_path: Path) -> None:
    import sqlite3

    into = tmp_path / "results"
    calc(returns, "--into", into)
    holder = sqlite3.connect(into / ".ilrspec" / "lock", isolation_level=None)
    holder.execute("begin exclusive")
    outcome = calc(returns, "--into", into)
    holder.close()
    assert outcome.exit_code == 2 and "another run is writing to" in outcome.stderr
    assert calc(returns, "--into", into).exit_code == 0
