"""``ilrspec impact --into``: what is done is not done again, and all is as in one go, byte for byte."""

import csv
import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from bench import learners
from reports.impact.order import ImpactOrder

Impact = Callable[..., Result]
Bytes = Callable[[Path], dict[str, str]]


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def listed(into: Path) -> dict[str, dict[str, str]]:
    return {row["File"]: row for row in rows(into / "files.csv")}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_outcome_is_that_of_one_go(impact: Impact, providers: Path, tmp_path: Path, form: str) -> None:
    into, out, other = tmp_path / "results", tmp_path / "out.csv", tmp_path / "other.csv"
    alone = impact(providers, "--format", "json", "--out", out)
    kept = impact(providers, "--format", "json", "--into", into, "--as", form, "--out", other)
    assert alone.exit_code == kept.exit_code == 1, kept.output
    assert json.loads(kept.stdout) == json.loads(alone.stdout)
    assert (into / "impact.json").read_text(encoding="utf-8") == kept.stdout
    assert other.read_bytes() == out.read_bytes()
    moved = rows(out)
    assert {row["Programme"] for row in moved} == {"adult_skills", "skills_bootcamps"}
    found = sorted(path.relative_to(into).as_posix() for path in into.glob("moved/**/*.*"))
    assert [name for name in found if "=" not in Path(name).name] == [
        f"moved/bootcamps.{form}",
        f"moved/year=2021/ukprn=10000101/ILR-A.{form}",
        f"moved/year=2021/ukprn=10000207/ILR-B.{form}",
        f"moved/year=2324/ukprn=10000201/ILR-C.{form}",
    ]


def test_the_rows_of_the_folder_are_those_of_the_file_in_pieces_too(
    impact: Impact, providers: Path, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, small, out = tmp_path / "one", tmp_path / "small", tmp_path / "out.csv"
    assert impact(providers, "--into", one, "--as", "csv", "--out", out, "--workers", 1).exit_code == 1
    monkeypatch.setattr("reports.impact.work._LEARNERS_IN_MEMORY", 2)
    monkeypatch.setattr(ImpactOrder.__init__, "__defaults__", (4_000,))
    assert impact(providers, "--into", small, "--as", "csv", "--workers", 1).exit_code == 1
    assert bytes_of(small) == bytes_of(one)
    lines = [
        line for path in sorted(one.glob("moved/**/*.csv")) for line in path.read_text().splitlines()[1:]
    ]
    assert sorted(lines) == sorted(out.read_text(encoding="utf-8").splitlines()[1:])


def test_what_is_done_is_not_done_again(
    impact: Impact, providers: Path, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "results"
    first = impact(providers, "--into", into)
    assert "Files  3: 3 worked out" in first.stdout
    before = bytes_of(into)
    with monkeypatch.context() as nothing:
        nothing.setattr("reports.batch.local.whole_file", None)
        nothing.setattr("reports.impact.together.milestone_changes", None)
        second = impact(providers, "--into", into)
    assert "Files  3: 0 worked out, 3 done before and still right" in second.stdout
    assert second.exit_code == first.exit_code == 1
    assert second.stdout.partition("\n")[2] == first.stdout.partition("\n")[2]
    assert bytes_of(into) == before
    again = impact(providers, "--into", into, "--again")
    assert "Files  3: 3 worked out" in again.stdout
    assert bytes_of(into) == before


def test_a_changed_file_is_done_again_and_a_copy_is_not(
    impact: Impact, providers: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    impact(providers, "--into", into)
    file = providers / "ILR-A.xml"
    os.utime(file, (10**9, 10**9))
    assert "3 done before" in impact(providers, "--into", into).stdout
    file.write_text(file.read_text(encoding="utf-8").replace("00000001", "0000000X"), encoding="utf-8")
    outcome = impact(providers, "--into", into)
    assert "3: 1 worked out, 2 done before" in outcome.stdout
    assert "Done again: 1 file, the file has changed" in outcome.stdout


@pytest.mark.long
def test_changed_folders_do_files_again_and_are_told(
    impact: Impact, providers: Path, tmp_path: Path, changed: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    into = tmp_path / "results"
    impact(providers, "--into", into)
    shares, before, after = (Path(folder) for folder in changed[1::2])

    def told() -> str:
        [line] = [line for line in impact(providers, "--into", into).stdout.splitlines() if "again" in line]
        assert "3 done before" in impact(providers, "--into", into).stdout
        return line

    with (shares / "adult_skills.yaml").open("a", encoding="utf-8") as stream:
        stream.write("# A remark.\n")
    assert told() == "Done again: 3 files, changed: parameters (--after)"
    for folder, name in ((before, "reference data"), (after, "reference data (--reference-after)")):
        with (folder / "disadvantage.csv").open("a", encoding="utf-8") as stream:
            stream.write("\n")
        assert told() == f"Done again: 3 files, changed: {name}"
    monkeypatch.setattr("importlib.metadata.version", lambda name: "99")
    assert told() == "Done again: 3 files, changed: version of ilrspec"
    monkeypatch.setattr("reports.batch.order.rules", lambda: "other rules")
    assert told() == "Done again: 3 files, changed: rules"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--as-at", "2021-01-31"), "day taken as today (--as-at)"),
        (("--as", "csv"), "kind of result (--as)"),
        (("--lenient",), "strictness (--lenient)"),
        (("--top", "101"), "learners kept (--top)"),
    ],
)
def test_another_option_does_files_again(
    impact: Impact, providers: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    into = tmp_path / "results"
    impact(providers, "--into", into)
    outcome = impact(providers, "--into", into, *words)
    assert f"Done again: 3 files, changed: {told}" in outcome.stdout
    kinds = {path.suffix for path in into.glob("moved/**/*.*") if path.is_file()}
    assert kinds == {".csv" if "csv" in words else ".parquet"}


def test_more_of_the_learners_that_move_most_are_shown_without_doing_files_again(
    impact: Impact, providers: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    few = json.loads(impact(providers, "--into", into, "--format", "json", "--top", 2).stdout)
    more = impact(providers, "--into", into, "--format", "json", "--top", 8)
    assert "3 done before" in more.stderr
    assert more.stdout == impact(providers, "--format", "json", "--top", 8).stdout
    most = json.loads(more.stdout)["lose_most"]
    assert len(most) == 8 and most[:2] == few["lose_most"]


def test_a_damaged_file_is_told_and_the_others_are_done(
    impact: Impact, providers: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    impact(providers, "--into", into)
    file = providers / "ILR-A.xml"
    whole = file.read_bytes()
    file.write_bytes(whole[:8000])
    (providers / "ILR-D.xml.gz").write_bytes(gzip.compress(whole)[:-200])
    outcome = impact(providers, "--into", into, "--format", "json")
    assert outcome.exit_code == 2
    assert "4: 0 worked out, 2 done before and still right, 2 refused" in outcome.stderr
    assert "ILR-A.xml:" in outcome.stderr and "the file is cut short" in outcome.stderr
    states = {name: row["State"] for name, row in listed(into).items()}
    assert states == {
        "returns/ILR-A.xml": "refused",
        "returns/ILR-C.xml": "done",
        "returns/ILR-D.xml.gz": "refused",
        "returns/october/ILR-B.xml": "done",
    }
    assert not list(into.glob("moved/**/ILR-A.*"))
    assert len(json.loads(outcome.stdout)["files"]) == 2
    (providers / "ILR-D.xml.gz").unlink()
    alone = impact(file, "-q", "--out", tmp_path / "out.csv")
    assert alone.exit_code == 2 and alone.stdout == "" and alone.stderr.strip() in outcome.stderr
    file.write_bytes(whole)
    assert "3: 1 worked out, 2 done before" in impact(providers, "--into", into).stdout


def test_packed_files_are_the_files_in_them(
    impact: Impact, providers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.csv"
    impact(providers, "--out", out)
    expected = out.read_bytes()
    for file in (providers / "ILR-A.xml", providers / "ILR-C.xml"):
        file.with_suffix(".xml.gz").write_bytes(gzip.compress(file.read_bytes()))
        file.unlink()
    monkeypatch.setattr(ImpactOrder.__init__, "__defaults__", (4_000,))
    assert impact(providers, "--into", tmp_path / "results", "--out", out, "--workers", 1).exit_code == 1
    assert out.read_bytes() == expected
    assert (tmp_path / "results" / "moved" / "year=2021" / "ukprn=10000101" / "ILR-A.parquet").exists()


def test_files_that_are_not_among_those_of_the_run_stay_and_do_not_count(
    impact: Impact, providers: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    impact(providers, "--into", into)
    outcome = impact(providers / "ILR-A.xml", "--into", into, "--format", "json")
    assert "the folder holds results of 2 files not among these" in outcome.stderr
    assert json.loads(outcome.stdout)["learners"] == 12
    assert len(listed(into)) == 3
    # The milestones of before rested on files that are not among these.
    assert not (into / "moved" / "bootcamps.parquet").exists()
    assert listed(into)["returns/ILR-C.xml"]["BootcampLearners"] == "25"


def test_a_second_file_of_a_provider_is_refused_before_any_is_done(
    impact: Impact, providers: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    impact(providers, "--into", into)
    learners.write(3, providers / "ILR-0.xml")
    text = (providers / "ILR-0.xml").read_text(encoding="utf-8")
    (providers / "ILR-0.xml").write_text(text.replace(str(learners.UKPRN), "10000207"), encoding="utf-8")
    outcome = impact(providers, "--into", into)
    assert outcome.exit_code == 2
    assert "ILR-B.xml: a second file of provider 10000207 for 2020/21, beside" in outcome.stderr
    assert "ILR-0" not in (into / "files.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--again",), "--again goes with --into DIR"),
        (("--as", "csv"), "--as goes with --into DIR"),
        (("--cluster", "local"), "--cluster goes with --into DIR"),
        (("--into", "returns"), "returns is an input of the calculation"),
        (("--into", "shares"), "shares is an input of the calculation"),
        (("--into", "returns/ILR-A.xml"), "ILR-A.xml is a file; name a folder"),
    ],
)
def test_what_cannot_be_done_is_said(
    impact: Impact,
    providers: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = impact("returns", *words)
    assert outcome.exit_code == 2 and outcome.stdout == ""
    assert told in outcome.stderr
    assert not list(tmp_path.glob("**/.ilrspec"))


def test_a_folder_holds_the_results_of_one_command(impact: Impact, providers: Path, tmp_path: Path) -> None:
    from click.testing import CliRunner

    from reports.cli import cli

    file, into, other = providers / "ILR-A.xml", tmp_path / "results", tmp_path / "other"
    impact(file, "--into", into)
    calc = CliRunner().invoke(cli, ["calc", str(file), "--into", str(into)])
    assert calc.exit_code == 2 and "holds results of ilrspec impact; name another" in calc.stderr
    assert CliRunner().invoke(cli, ["calc", str(file), "--into", str(other)]).exit_code == 0
    outcome = impact(file, "--into", other)
    assert outcome.exit_code == 2 and "holds results of ilrspec calc; name another" in outcome.stderr
