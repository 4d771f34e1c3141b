"""Packed ILR files in a run over many: taken as the files in them, and refused as ``calc`` alone refuses them."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from reports.batch.order import Order

Calc = Callable[..., Result]
Bytes = Callable[..., dict[str, str]]


def pack(file: Path, how: str) -> Path:
    """Put a file into a packed one beside it and take it away; ``stored`` keeps its bytes as they are."""
    held = file.read_bytes()
    target = file.with_name(f"{file.stem}.xml.gz" if how == "gzip" else f"{file.stem}.ZIP")
    if how == "gzip":
        target.write_bytes(gzip.compress(held, mtime=0))
    else:
        method = zipfile.ZIP_STORED if how == "stored" else zipfile.ZIP_DEFLATED
        with zipfile.ZipFile(target, "w", method) as archive:
            archive.writestr(file.name, held)
    file.unlink()
    return target


def results(bytes_of: Bytes, into: Path) -> dict[str, str]:
    return {name: held for name, held in bytes_of(into).items() if name.endswith((".csv", ".parquet"))}


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_packed_files_have_the_results_of_the_files_in_them(
    calc: Calc, returns: Path, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    plain, packed = tmp_path / "plain", tmp_path / "packed"
    assert calc(returns, "--into", plain, "--as", form).exit_code == 0
    for name, how in (("ILR-A.xml", "gzip"), ("ILR-B.xml", "zip"), ("october/ILR-C.XML", "stored")):
        pack(returns / name, how)
    # However small pieces are, a packed file is read in one go.
    monkeypatch.setattr(Order.__init__, "__defaults__", (4_000,))
    outcome = calc(returns, "--into", packed, "--as", form, "--workers", 1)
    assert outcome.exit_code == 0, outcome.output
    expected, found = results(bytes_of, plain), results(bytes_of, packed)
    assert expected.pop("files.csv") != found.pop("files.csv")
    assert len(expected) == 6 and found == expected
    assert "3 done before and still right" in calc(returns, "--into", packed, "--as", form).output


@pytest.mark.long
def test_packed_files_on_several_processes(
    calc: Calc, returns: Path, tmp_path: Path, bytes_of: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(returns / "ILR-A.xml", "gzip")
    pack(returns / "ILR-B.xml", "zip")
    monkeypatch.setattr(Order.__init__, "__defaults__", (4_000,))
    for workers in (1, 2):
        assert calc(returns, "--into", tmp_path / str(workers), "--workers", workers).exit_code == 0
    assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")


def test_a_packed_file_and_the_one_in_it_have_results_of_their_own(
    calc: Calc, returns: Path, tmp_path: Path
) -> None:
    held = (returns / "ILR-A.xml").read_bytes()
    (returns / "ILR-A.xml.gz").write_bytes(gzip.compress(held))
    assert calc(returns, "--into", tmp_path / "results").exit_code == 0
    names = [path.stem for path in (tmp_path / "results").glob("earnings/**/ILR-A*.parquet")]
    assert len(names) == 2 and all(name.startswith("ILR-A-") for name in names)


def hostile(held: bytes) -> dict[str, bytes]:
    bomb = io.BytesIO()
    with gzip.GzipFile(fileobj=bomb, mode="wb") as stream:
        stream.write(held[: held.index(b"<Learner>")])
        for _ in range(8):
            stream.write(b" " * (1 << 20))
    up, several = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(up, "w") as archive:
        archive.writestr("../../up.xml", held)
    with zipfile.ZipFile(several, "w") as archive:
        archive.writestr("a.xml", held)
        archive.writestr("b.xml", held)
    return {
        "bomb.xml.gz": bomb.getvalue(),
        "cut.xml.gz": gzip.compress(held)[:-200],
        "cut.zip": up.getvalue()[:-30],
        "several.zip": several.getvalue(),
        "up.zip": up.getvalue(),
    }


def test_hostile_packed_files_are_refused_in_the_line_of_calc_and_the_others_go_on(
    calc: Calc, returns: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("engine.ilr._packed._FREE", 1 << 20)
    into = tmp_path / "results"
    made = hostile((returns / "ILR-A.xml").read_bytes())
    for name, held in made.items():
        (returns / name).write_bytes(held)
    # In this process, which alone has the smaller limit.
    outcome = calc(returns, "--into", into, "--as", "csv", "--workers", 1)
    assert outcome.exit_code == 1
    assert f"8: 3 worked out, {len(made)} refused" in outcome.output
    with (into / "files.csv").open(encoding="utf-8", newline="") as stream:
        listed = {row["File"]: row for row in csv.DictReader(stream)}
    for name in made:
        (line,) = calc(returns / name, "--out", tmp_path / "out.csv").stderr.splitlines()
        assert line in outcome.stdout
        assert f"{returns / name}: {listed[f'returns/{name}']['Message']}" == line
    assert {path.stem for path in into.glob("earnings/**/*.csv")} == {"ILR-A", "ILR-B", "ILR-C"}
    assert not (tmp_path / "up.xml").exists() and not (tmp_path.parent / "up.xml").exists()


def test_a_packed_file_that_was_damaged_is_withdrawn_and_done_when_it_is_whole(
    calc: Calc, returns: Path, tmp_path: Path
) -> None:
    into = tmp_path / "results"
    packed = pack(returns / "ILR-A.xml", "gzip")
    held = packed.read_bytes()
    calc(returns, "--into", into)
    packed.write_bytes(held[:-100])
    assert "3: 0 worked out, 2 done before and still right, 1 refused" in calc(returns, "--into", into).output
    assert not list(into.glob("earnings/**/ILR-A.*"))
    packed.write_bytes(held)
    assert "3: 1 worked out, 2 done before" in calc(returns, "--into", into).output


def test_a_folder_without_ilr_files_says_which_it_takes(calc: Calc, tmp_path: Path) -> None:
    (tmp_path / "notes.gz").write_bytes(b"")
    outcome = calc(tmp_path, "--into", tmp_path / "results")
    assert outcome.exit_code == 2
    assert "there is no ILR file (.xml, .xml.gz, .zip) in this folder" in outcome.stderr
