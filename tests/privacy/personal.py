"""Who the learners of the tests are, texts that stand nowhere else, and the search for them in whatever was written."""

import base64
import gzip
import html
import io
import json
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

PERSONAL = {
    "FamilyName": "Zqfamily",
    "GivenNames": "Zqgiven",
    "NINumber": "ZZ987612A",
    "AddLine1": "77 Zqstreet",
    "AddLine2": "Zqtown",
    "AddLine3": "Zqcounty",
    "AddLine4": "Zqland",
    "TelNo": "07700900987",
    "Email": "zq@person.example",
    "Postcode": "WX9 9ZQ",
    "PostcodePrior": "WX8 8ZQ",
    "LSDPostcode": "WX7 7ZQ",
    "ProvSpecLearnMon": "Zqnote",
}
EARLIER_POSTCODE = "WX6 6ZQ"
"""PostcodePrior in an earlier return of the same learners."""
SOUGHT = (*PERSONAL.values(), EARLIER_POSTCODE, *(one.replace(" ", "") for one in ("WX9 9ZQ", "WX8 8ZQ")))
BIRTH = "06-27"
"""Month and day of birth of every learner; the years are those of the samples."""
BIRTHDAY = re.compile(
    r"\b(?:19\d\d|200\d)(?:-06-27|0627\b)|\b27/06/(?:19\d\d|200\d|\d\d\b)"
    r"|\b27 june? (?:19\d\d|200\d)|\bjun(?:e\.?|\.)? 27,? (?:19\d\d|200\d)"
)
_HOUSE = ("AddLine2", "AddLine3", "AddLine4", "TelNo", "Email")
_BASE64 = re.compile(r"[A-Za-z0-9+/]{40,}={0,2}")


def made_personal(content: str, *, prior: str = PERSONAL["PostcodePrior"]) -> str:
    """Return a file with texts of our own in the place of what is personal."""
    if "<NINumber>" not in content:
        content = content.replace("</LLDDHealthProb>", "</LLDDHealthProb><NINumber>ZZ123456A</NINumber>")
    if "<AddLine1>" not in content:
        content = re.sub(r"(<Postcode>[^<]*</Postcode>)", r"\1<AddLine1>1 Road</AddLine1>", content)
    content = re.sub(r"\s*<(AddLine[234]|TelNo|Email)>[^<]*</\1>", "", content)
    house = "".join(f"<{name}>-</{name}>" for name in _HOUSE)
    content = content.replace("</AddLine1>", f"</AddLine1>{house}")
    if "<GivenNames>" not in content:
        content = content.replace("</FamilyName>", "</FamilyName><GivenNames>A</GivenNames>")
    for name, text in {**PERSONAL, "PostcodePrior": prior}.items():
        if name != "LSDPostcode":
            content = re.sub(rf"<{name}>[^<]*</{name}>", f"<{name}>{text}</{name}>", content)
    # With a home outside the area nobody would be paid: every third lives there.
    parts = re.split(r"(?<=<LSDPostcode>)[^<]*", content)
    kept = re.findall(r"(?<=<LSDPostcode>)[^<]*", content)
    homes = [PERSONAL["LSDPostcode"] if number % 3 == 2 else one for number, one in enumerate(kept)]
    content = "".join(part + home for part, home in zip(parts, [*homes, ""], strict=True))
    return re.sub(r"<DateOfBirth>(\d{4})-\d\d-\d\d<", rf"<DateOfBirth>\1-{BIRTH}<", content)


def leaks(outputs: dict[str, bytes], more: tuple[str, ...] = ()) -> list[str]:
    """Return where something personal stands; ``more`` is what else may not."""
    found = []
    for place, content in outputs.items():
        for told in texts_of(place, content):
            folded = told.casefold()
            found += [f"{place}: {text}" for text in (*SOUGHT, *more) if text.casefold() in folded]
            found += [f"{place}: {match[0]}" for match in [BIRTHDAY.search(folded)] if match]
    return found


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder and of those below it, hidden ones too, with their names."""
    held = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            held[path.relative_to(folder).as_posix()] = path.read_bytes()
            held[f"the name of {path.name}.txt"] = path.name.encode()
    return held


def texts_of(place: str, content: bytes) -> Iterator[str]:
    """Yield all that a file says: its bytes, its cells, and what is packed in it."""
    if content.startswith(b"\x1f\x8b"):
        with suppress(OSError, EOFError):
            content = gzip.decompress(content)
    if content.startswith(b"PK\x03\x04"):
        yield from _packed(place, content)
        return
    for begin, cells in _CELLS.items():
        if content.startswith(begin) or content[8:12] == begin:
            yield from cells(content)
    text = content.decode("utf-8", "replace")
    yield text
    if place.endswith((".html", ".js", ".json", ".svg", ".sarif")):
        yield html.unescape(text)
        for match in _BASE64.finditer(text):
            with suppress(ValueError, zlib.error, OSError):
                plain = base64.b64decode(match[0], validate=True)
                yield (gzip.decompress(plain) if plain.startswith(b"\x1f\x8b") else plain).decode(
                    "utf-8", "replace"
                )
    if "\\u" in text:
        with suppress(ValueError):
            yield json.dumps(json.loads(text), ensure_ascii=False)
    if text.startswith("BEGIN:VCALENDAR"):
        yield re.sub(r"\r?\n[ \t]", "", text)  # long lines of a calendar are folded


def _packed(place: str, content: bytes) -> Iterator[str]:
    if place.endswith(".xlsx"):
        from openpyxl import load_workbook

        for page in load_workbook(io.BytesIO(content)).worksheets:
            yield "\n".join(str(value) for row in page.iter_rows(values_only=True) for value in row)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for member in archive.namelist():
            yield re.sub(r"<v>[\d.E-]+</v>", "", archive.read(member).decode("utf-8", "replace"))


def _of_parquet(content: bytes) -> Iterator[str]:
    from pyarrow.parquet import read_table

    yield from _of_table(read_table(io.BytesIO(content)))


def _of_arrow(content: bytes) -> Iterator[str]:
    from pyarrow import ArrowInvalid, ipc

    with suppress(ArrowInvalid, OSError):  # a process that was killed may have left half of one
        yield from _of_table(ipc.open_file(io.BytesIO(content)).read_all())


def _of_table(table: Any) -> Iterator[str]:
    yield str(table.schema.metadata)
    yield "\n".join(str(value) for row in table.to_pylist() for value in row.values())


def _of_sqlite(content: bytes) -> Iterator[str]:
    with closing(sqlite3.connect(":memory:")) as database:
        # What lies in a log beside it is not in these bytes: a connection deserialized must not ask for one.
        database.deserialize(content[:18] + b"\x01\x01" + content[20:])
        tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            for row in database.execute(f'select * from "{table}"'):
                for value in row:
                    if isinstance(value, bytes):
                        with suppress(zlib.error):
                            value = zlib.decompress(value).decode("utf-8", "replace")
                    yield str(value)


def _of_duckdb(content: bytes) -> Iterator[str]:
    import tempfile
    from importlib import import_module

    duckdb: Any = import_module("duckdb")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.duckdb"
        path.write_bytes(content)
        with suppress(duckdb.Error), duckdb.connect(str(path), read_only=True) as database:
            for (table,) in database.execute("select table_name from duckdb_tables()").fetchall():
                for row in database.execute(f'select * from "{table}"').fetchall():
                    yield "\n".join(map(str, row))


_CELLS: dict[bytes, Callable[[bytes], Iterator[str]]] = {
    b"PAR1": _of_parquet,
    b"ARROW1": _of_arrow,
    b"SQLite format 3": _of_sqlite,
    b"DUCK": _of_duckdb,
}
"""How cells are read, by what a file begins with; a DuckDB file says so after eight bytes."""
