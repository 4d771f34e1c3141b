"""Every reader of somebody else's file as a function of its bytes, with seeds: it reads them or refuses, no more.

``bench.fuzz`` and the tests in ``tests/fuzz`` run these. A target returns what it refused with, or None when the bytes
were read; any other error it lets through is a fault of the reader.
"""

import gzip
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from bench.fuzz_doors import DOORS, door_seeds, door_words

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
PARAMETERS = ROOT / "engine" / "parameters"

Target = Callable[[bytes, Path], str | None]


def ilr(content: bytes, scratch: Path, ending: str = ".xml") -> str | None:
    from engine.ilr.xml import IlrFileError, open_ilr

    path = scratch / f"ILR{ending}"
    path.write_bytes(content)
    told = None
    for lenient in (True, False):
        try:
            with open_ilr(path, lenient=lenient) as reader:
                for record in reader.records():
                    reader.destination(record.learn_ref_number)
                _ = reader.header, reader.learning_provider
        except IlrFileError as error:
            told = str(error)
    return told


def ilr_packed(content: bytes, scratch: Path) -> str | None:
    """The first byte says how the rest is packed, so that a fuzzer reaches what lies inside too."""
    how, rest = content[:1], content[1:]
    if how == b"g":
        return ilr(gzip.compress(rest, 1), scratch, ".xml.gz")
    if how == b"G":
        return ilr(rest, scratch, ".xml.gz")
    if how == b"z":
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("ILR.xml", rest)
        return ilr(packed.getvalue(), scratch, ".zip")
    return ilr(rest, scratch, ".zip")


def feature(content: bytes, scratch: Path) -> str | None:
    from steps.feature_text import feature_text
    from steps.features import parse_feature
    from steps.problems import Unreadable

    path = scratch / "some.feature"
    try:
        text = feature_text(content, path)
        assert text.content == content, "a feature's text gives back its bytes"
        _ = text.rows
        parse_feature(text.readable, path)
    except Unreadable as error:
        return str(error)
    return None


def checking(content: bytes, scratch: Path) -> str | None:
    """``ilrspec check`` and ``fmt`` of any text."""
    from reports.authoring.checking import check
    from reports.authoring.formatting import formatted
    from steps.feature_text import feature_text
    from steps.problems import Unreadable

    path = scratch / "some.feature"
    try:
        text = feature_text(content, path)
        check(text)
        formatted(text)
    except Unreadable as error:
        return str(error)
    return None


def reference(content: bytes, scratch: Path) -> str | None:
    """The first byte chooses the table."""
    from engine.reference import ReferenceData, ReferenceDataError

    names = sorted(path.name for path in (FIXTURES / "reference").glob("*.csv"))
    folder = scratch / "reference"
    folder.mkdir(exist_ok=True)
    name = [*names, "other.csv"][(content[:1] or b"\0")[0] % (len(names) + 1)]
    for old in folder.iterdir():
        old.unlink()
    (folder / name).write_bytes(content[1:])
    try:
        tables = ReferenceData.from_folder(folder)
        tables.rows(name.removesuffix(".csv"))
    except ReferenceDataError as error:
        return str(error)
    return None


def legacy(content: bytes, scratch: Path) -> str | None:
    from reports.pre_employment.input import LegacyOrder, is_legacy, opened
    from reports.refusal import Refusal

    path = scratch / "LEGACY.csv"
    path.write_bytes(content)
    order = LegacyOrder(path, FIXTURES / "sample_pre_employment" / "reference", None, (), lenient=True)
    try:
        if is_legacy(path):
            opened(order).evaluation()
    except Refusal as error:
        return error.message
    return None


def commitments(content: bytes, scratch: Path) -> str | None:
    from reports.payments.inputs import read_commitments

    return _told_by_problems(content, scratch, lambda path, found: read_commitments(path, (10000301,), found))


def levy(content: bytes, scratch: Path) -> str | None:
    from reports.payments.inputs import read_levy

    return _told_by_problems(content, scratch, read_levy)


def history(content: bytes, scratch: Path) -> str | None:
    from engine.calendar import FundingYear, Return
    from reports.payments.history import read_history

    first = Return(FundingYear.from_code("2021"), 6)
    return _told_by_problems(content, scratch, lambda path, found: read_history([path], first, found))


def _told_by_problems(
    content: bytes, scratch: Path, read: Callable[[Path, list[object]], object]
) -> str | None:
    path = scratch / "some.csv"
    path.write_bytes(content)
    problems: list[object] = []
    read(path, problems)
    return "\n".join(map(str, problems)) or None


def parameters(content: bytes, scratch: Path) -> str | None:
    from datetime import date

    from engine.parameters import ParameterError, load_subject
    from engine.parameters.checks import faults_of_file

    path = scratch / "rates.yaml"
    path.write_bytes(content)
    faults = faults_of_file(path)
    try:
        load_subject(path).at(date(2023, 8, 1))
    except ParameterError as error:
        return str(error)
    return "\n".join(map(str, faults)) or None


def switches(content: bytes, scratch: Path) -> str | None:
    from engine.parameters import ParameterError
    from engine.switches import load_switches

    (scratch / "switches.yaml").write_bytes(content)
    load_switches.cache_clear()
    try:
        load_switches(scratch)
    except ParameterError as error:
        return str(error)
    finally:
        load_switches.cache_clear()
    return None


def snapshot(content: bytes, scratch: Path) -> str | None:
    """A snapshot as it stands, and packed."""
    from reports.refusal import Refusal
    from reports.year_on_year.snapshot_file import read_snapshot

    told = None
    for packed in (content, gzip.compress(content, 1, mtime=0), b"\x1f\x8b" + content):
        path = scratch / "snapshot.json"
        path.write_bytes(packed)
        try:
            read_snapshot(path)
        except Refusal as error:
            told = error.message
    return told


def workbook(content: bytes, scratch: Path) -> str | None:
    """The first byte chooses the part of a good workbook that the rest stands in for; 255, the whole of it."""
    chosen, rest = (content[:1] or b"\xff")[0], content[1:]
    path = scratch / "sheet.xlsx"
    with zipfile.ZipFile(io.BytesIO(_good_workbook())) as good:
        names = good.namelist()
        if chosen == 255:
            path.write_bytes(rest)
        else:
            with zipfile.ZipFile(path, "w") as made:
                for at, name in enumerate(names):
                    made.writestr(name, rest if at == chosen % len(names) else good.read(name))
    return _imported(path)


def sheet_csv(content: bytes, scratch: Path) -> str | None:
    """The first byte chooses the file of a good export that the rest stands in for."""
    folder = scratch / "sheet"
    folder.mkdir(exist_ok=True)
    good = _good_sheets()
    chosen = (content[:1] or b"\0")[0] % len(good)
    for at, (name, text) in enumerate(good.items()):
        (folder / name).write_bytes(content[1:] if at == chosen else text)
    return _imported(folder)


def _imported(path: Path) -> str | None:
    from reports.refusal import Refusal
    from reports.sheet.changes import imported
    from reports.sheet.grid import read_grid
    from reports.sheet.layout import sheets_of
    from steps.feature_text import read_feature_text
    from steps.problems import Unreadable

    text = read_feature_text(_some_feature())
    try:
        imported(text, sheets_of(text), read_grid(path))
    except Refusal as error:
        return error.message
    except Unreadable as error:
        return str(error)
    return None


TARGETS: dict[str, Target] = {
    "ilr": ilr,
    "ilr-packed": ilr_packed,
    "feature": feature,
    "check": checking,
    "reference": reference,
    "legacy": legacy,
    "commitments": commitments,
    "levy": levy,
    "history": history,
    "parameters": parameters,
    "switches": switches,
    "snapshot": snapshot,
    "workbook": workbook,
    "sheet-csv": sheet_csv,
    **DOORS,
}


def seeds(name: str) -> Iterator[bytes]:
    """Return good inputs of a target, to begin from."""
    payments = FIXTURES / "sample_apprenticeships"
    if name in DOORS:
        yield from door_seeds(name)
    elif name in ("ilr", "ilr-packed"):
        longer = min(payments.glob("ILR-*.xml"))
        for content in (small_ilr(), longer.read_bytes()):
            if name == "ilr":
                yield content
            else:
                packed = io.BytesIO()
                with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                    archive.writestr("ILR.xml", content)
                yield from (b"g" + content, b"z" + content, b"G" + gzip.compress(content, 9, mtime=0))
                yield b"Z" + packed.getvalue()
    elif name in ("feature", "check"):
        shortest = sorted((ROOT / "features").rglob("*.feature"), key=lambda path: path.stat().st_size)[:20]
        yield from (path.read_bytes() for path in shortest)
    elif name == "reference":
        for at, path in enumerate(sorted((FIXTURES / "reference").glob("*.csv"))):
            yield bytes([at]) + path.read_bytes()[:2000]
    elif name == "legacy":
        yield (FIXTURES / "sample_pre_employment" / "LEGACY.csv").read_bytes()
    elif name in ("commitments", "levy", "history"):
        yield b"".join((payments / f"{name}.csv").read_bytes().splitlines(keepends=True)[:6])
    elif name == "parameters":
        paths = sorted(PARAMETERS.glob("*.yaml"), key=lambda path: path.stat().st_size)
        yield from (path.read_bytes() for path in paths[:6])
    elif name == "switches":
        text = (PARAMETERS / "switches.yaml").read_bytes()
        yield text[: text.index(b"\n\n", 1500) + 1] if b"\n\n" in text[1500:] else text
    elif name == "snapshot":
        yield _good_snapshot()
    elif name == "workbook":
        with zipfile.ZipFile(io.BytesIO(_good_workbook())) as good:
            for at, part in enumerate(good.namelist()):
                yield bytes([at]) + good.read(part)
        yield b"\xff" + _good_workbook()
    elif name == "sheet-csv":
        for at, content in enumerate(_good_sheets().values()):
            yield bytes([at]) + content


def small_ilr() -> bytes:
    """Return the shortest sample file."""
    return min(
        (FIXTURES / "sample_provider").glob("ILR-*.xml"), key=lambda path: path.stat().st_size
    ).read_bytes()


def words(name: str) -> list[bytes]:
    """Return words of a target's files, for a fuzzer to put in."""
    if name.startswith("ilr"):
        from engine.ilr.schema import schema

        tags = {spec.name for spec in schema("2324").root.walk()}
        marks = [
            b"<!DOCTYPE x>",
            b"<![CDATA[",
            b"]]>",
            b"<?xml",
            b"<!--",
            b"&#0;",
            b"&lt;",
            b"&x;",
            b"xmlns=''",
        ]
        return (
            [f"<{tag}>".encode() for tag in sorted(tags)]
            + [f"</{tag}>".encode() for tag in sorted(tags)]
            + marks
        )
    if name in DOORS and (found := door_words(name)):
        return found
    if name in ("feature", "check", "run", "editor"):
        told = r"Feature:;Rule:;Background:;Scenario:;Scenario Outline:;Examples:;Given ;When ;Then ;And ;| ;\|;*"
        more = ['"""', "```", "@tag", "# language: en", "<x>", "\ufeff", "\u200b"]
        return [one.encode() for one in (*told.split(";"), *more)]
    if name in ("parameters", "switches", "folder"):
        told = "values:;from:;source:;says:;unit:;code;!!python/object:x;&a;*a;<<:;2021-08-01;2021-99-99;.nan;.inf"
        more = ["null", "options:", "default:", "- ", "? ", "---\n"]
        return [one.encode() for one in (*told.split(";"), *more)]
    told = '2021-08-01 31/02/2021 1e999 NaN -1 Infinity ² null [] {} \x00 , ; "'
    return [b"\r\n", b"9" * 30, *(one.encode() for one in told.split(" "))]


@cache
def _some_feature() -> Path:
    found = sorted((ROOT / "features").rglob("*.feature"), key=lambda path: path.stat().st_size)
    return next(path for path in found if b"|" in path.read_bytes())


@cache
def _good_workbook() -> bytes:
    from reports.sheet.export import export_book
    from steps.feature_text import read_feature_text

    with tempfile.TemporaryDirectory() as folder:
        export_book(read_feature_text(_some_feature()), Path(folder) / "book.xlsx")
        return (Path(folder) / "book.xlsx").read_bytes()


@cache
def _good_sheets() -> dict[str, bytes]:
    from reports.sheet.export import export_folder
    from steps.feature_text import read_feature_text

    with tempfile.TemporaryDirectory() as folder:
        export_folder(read_feature_text(_some_feature()), Path(folder))
        return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir())}


@cache
def _good_snapshot() -> bytes:
    from reports.year_on_year.runs import recorded
    from reports.year_on_year.snapshot_file import write_snapshot

    with tempfile.TemporaryDirectory() as folder:
        write_snapshot(recorded((str(_some_feature()),), quiet=True), Path(folder) / "snapshot.json")
        return (Path(folder) / "snapshot.json").read_bytes()
