"""The doors through which other bytes than input files come: stores, notes, folders of parameters, editors, the page.

As in ``bench.fuzz_targets`` a target returns what it refused with, or None when all was well.
"""

import json
import shutil
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache, partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FIXTURES = ROOT / "fixtures"
PARAMETERS = ROOT / "engine" / "parameters"
PROVIDER = FIXTURES / "sample_provider"
TABLE = """\
Feature: Work experience
  Scenario: It pays its whole rate
    Given the funding year is 2021/22
    And these aims:
      | aim | aim reference | start date | planned end date | actual end date | DAM      |
      | WEX | Z0009123      | 16/08/2021 | 20/08/2021       | 20/08/2021      | 042, 002 |
    Then the earnings are:
      | aim | earning      | Aug 2021 | Sep 2021 |
      | WEX | on-programme | 41.00    | 0.00     |
"""
EDITS = (
    {"kind": "cells", "cells": [[9, 2, "40.00"]]},
    {"kind": "row-add", "line": 9, "copy": True},
    {"kind": "row-move", "line": 9, "by": -1},
    {"kind": "column-add", "line": 8, "column": 1, "heading": "months"},
    {"kind": "column-move", "line": 8, "column": 1, "by": 1},
    {"kind": "column-delete", "line": 8, "column": 1},
    {"kind": "replace", "start": 2, "end": 3, "lines": ["  # one", "two"]},
    {"kind": "content", "line": 2, "content": "Scenario: Other"},
    {"kind": "spans", "spans": [[2, 2, 10, "Example"]]},
    {"kind": "text", "text": "Feature: Short\n"},
    {"kind": "tidy"},
    {"kind": "row-delete", "line": 9},
)


def running(content: bytes, scratch: Path) -> str | None:
    """``ilrspec run`` of any text, and ``ilrspec accept`` with its saving."""
    from reports.authoring.accepting import accepted, proposals
    from reports.authoring.saving import save
    from reports.refusal import Refusal
    from steps.feature_text import feature_text
    from steps.problems import Unreadable

    path = scratch / "run.feature"
    path.write_bytes(content)
    try:
        text = feature_text(content, path)
        changes = [change for offer in proposals(text) for change in offer.changes]
        save(text, accepted(text, changes))
    except Unreadable as error:
        return str(error)
    except Refusal as error:
        return error.message
    return None


def editor(content: bytes, scratch: Path) -> str | None:
    """What an editor asks about a place of any text; the first two bytes are its line and its column."""
    from reports.language_server.completing import offers
    from reports.language_server.place import Place
    from reports.language_server.positions import character
    from reports.language_server.telling import told_at
    from steps.feature_text import feature_text

    at, column = (*content[:2], 0, 0)[:2]
    # As the server reads it: an editor hands over text, never bytes.
    source = content[2:].decode("utf-8", "replace").encode("utf-8", "replace")
    text = feature_text(source, scratch / "some.feature")
    line = text.lines[at] if at < len(text.lines) else ""
    place = Place(text, at + 1, character(line, column, "utf-16"))
    list(offers(place, {}))
    told_at(place, {})
    return None


def edits(content: bytes, scratch: Path) -> str | None:
    """What the page of the workbench sends, as JSON: edits of a text."""
    from reports.workbench import files
    from reports.workbench.edits import NoSuchPlace, edited
    from steps.problems import Unreadable

    try:
        told: Any = json.loads(content)
        if not isinstance(told, dict):
            return "an object is expected"
        text = files.of_page(scratch / "some.feature", told)
        for edit in told["edits"]:
            text = edited(text, edit)
        files.as_data(text)
        _ = text.content
    except (Unreadable, NoSuchPlace, KeyError, TypeError, ValueError, RecursionError) as error:
        return f"not understood: {error}"  # the workbench answers these with a line each
    return None


def store(content: bytes, scratch: Path) -> str | None:
    """A store of returns.

    First byte ``j``: the rest is a learner's record in it; ``r``: that packed; ``u``: JSON of columns with another
    value; else all of it.
    """
    import sqlite3

    from reports.bootcamps.run import BootcampOrder, evaluated, stores_of
    from reports.refusal import Refusal
    from reports.returned.screen import listed

    path = scratch / "returns.db"
    for one in scratch.glob("returns.db*"):
        one.unlink()
    how, rest = content[:1], content[1:]
    if how in (b"j", b"r"):
        path.write_bytes(_good_store())
        record = zlib.compress(rest, 1) if how == b"j" else rest
        with closing(sqlite3.connect(path)) as database:
            database.execute("update learner set record = ? where position = 1", (record,))
            database.commit()
    elif how == b"u":
        path.write_bytes(_good_store())
        if not _changed(path, rest):
            return "no changes"
    else:
        path.write_bytes(rest)
    order = BootcampOrder(None, path, PROVIDER / "reference", (), "", False, True)
    try:
        run = _prepared(order.reference)
        run = type(run)(order, run.given, run.context)
        with stores_of(run) as stores:
            listed([file for one in stores for file in one.files()], path)
            evaluated(run, stores)
    except Refusal as error:
        return error.message
    return None


_CELLS = {
    "file": ("id", "ukprn", "year", "number", "closes", "file_date", "name", "digest", "learners", "aims"),
    "learner": ("file_id", "position", "ref", "uln", "record"),
    "destination": ("file_id", "position", "ref", "record"),
}


def _changed(path: Path, content: bytes) -> bool:
    """Give cells of a store other values; say whether what was asked for are such changes."""
    import sqlite3

    try:
        told = json.loads(content)
        with closing(sqlite3.connect(path)) as database:
            for place, value in told.items():
                table, _, column = place.partition(".")
                if column not in _CELLS.get(table, ()):
                    return False
                given = value.encode() if column == "record" and isinstance(value, str) else value
                database.execute(f"update {table} set {column} = ?", (given,))
            database.commit()
    except (ValueError, AttributeError, OverflowError, RecursionError, sqlite3.Error):
        return False
    return True


def notes(content: bytes, scratch: Path) -> str | None:
    """A note that an earlier run is said to have left in the folder of results."""
    from reports.batch.inputs import sources_of
    from reports.batch.order import Order
    from reports.batch.run import run
    from reports.refusal import Refusal

    into = scratch / "results"
    shutil.rmtree(into, ignore_errors=True)
    other, file = scratch / "canary", scratch / "ILR.xml"
    other.write_text("not ours", encoding="utf-8")
    file.write_text("<Message/>", encoding="utf-8")
    order = Order(into, "csv", PROVIDER / "reference", None, (), False, 12, "")
    order.done.mkdir(parents=True)
    # The note must be that of the file for anything to come of it.
    (order.done / "ILR.json").write_bytes(content.replace(b"KEY", f"{scratch.name}/ILR.xml".encode()))
    try:
        run(order, partial(sources_of, [file], into), _refusing, quiet=True, last=partial(_list, order))
    except Refusal as error:
        return error.message
    finally:
        assert other.read_text(encoding="utf-8") == "not ours", "a note names only results of its folder"
    return None


def _list(order: Any, outcome: Any) -> None:
    from reports.batch.listing import write_files

    write_files(order, [*outcome.notes, *outcome.others], outcome.refused)


def _refusing(_: object, sources: Sequence[Any], tell: object) -> Iterator[tuple[Any, Any]]:
    from reports.batch.job import Refused

    return ((one, Refused(("no",))) for one in sources)


def parameter_folder(content: bytes, scratch: Path) -> str | None:
    """A folder of parameters for ``ilrspec impact``; the first byte chooses the file that the rest stands in for."""
    from datetime import date

    from engine.switches import load_switches
    from reports.impact.sides import sides_of
    from reports.refusal import Refusal

    folder = scratch / "parameters"
    good = _good_parameters()
    names = sorted(good)
    if not folder.exists():
        folder.mkdir()
    chosen = names[(content[:1] or b"\0")[0] % len(names)]
    for name, text in good.items():
        (folder / name).write_bytes(content[1:] if name == chosen else text)
    load_switches.cache_clear()
    try:
        reference = PROVIDER / "reference"
        _, after = sides_of((None, folder), (reference, reference), ())
        for subject in (name.removesuffix(".yaml") for name in names if name != "switches.yaml"):
            after.parameters.at(subject, date(2021, 8, 1))
    except Refusal as error:
        return error.message
    finally:
        load_switches.cache_clear()
    return None


DOORS = {
    "run": running,
    "editor": editor,
    "edits": edits,
    "store": store,
    "notes": notes,
    "folder": parameter_folder,
}


def door_seeds(name: str) -> Iterator[bytes]:
    """Return good inputs of a door, to begin from."""
    if name == "run":
        yield TABLE.encode()
        shortest = sorted((ROOT / "features").rglob("*.feature"), key=lambda path: path.stat().st_size)[:8]
        yield from (path.read_bytes() for path in shortest)
    elif name == "editor":
        for line, column in ((1, 4), (3, 12), (4, 20), (5, 10), (7, 24), (8, 3)):
            yield bytes([line, column]) + TABLE.encode()
    elif name == "edits":
        for one in EDITS:
            yield json.dumps({"text": TABLE, "edits": [one]}).encode()
        form = {"encoding": "cp1252", "mark": ""}
        yield json.dumps({"text": TABLE, "form": form, "edits": list(EDITS)}).encode()
    elif name == "store":
        yield b"d" + _good_store()
        yield b"j" + _good_record()
        yield b"r" + zlib.compress(_good_record(), 9)
        for table, columns in _CELLS.items():
            for column in columns:
                for value in ("2024-10-31", 3, None, "x", -1):
                    yield b"u" + json.dumps({f"{table}.{column}": value}).encode()
    elif name == "notes":
        yield _good_note()
        yield _good_note().replace(b"KEY", b"other")
        for results in ({"../canary": 8}, {"../../canary": 8}, {"earnings/a.csv": 1}, {"": 0}, [], None, "x"):
            told = {"key": "KEY", "name": "ILR", "state": "done", "sums": None, "results": results}
            yield json.dumps(told).encode()
        for name in ("../x", "", None, 3, "a" * 300, "\ud800", "a\0b", []):
            yield json.dumps({"key": "KEY", "name": name, "state": "begun", "sums": None}).encode()
        yield json.dumps({"key": [], "name": "ILR", "state": "done"}).encode()
    else:
        for at, text in enumerate(_good_parameters().values()):
            yield bytes([at]) + text


def door_words(name: str) -> list[bytes]:
    """Return words of a door, for a fuzzer to put in."""
    if name == "edits":
        told = [*(f'"{one["kind"]}"' for one in EDITS), '"line":', '"by":', "-1", "1e400", "null", "[]", "{}"]
        return [one.encode() for one in told]
    if name in ("store", "notes"):
        told = [
            '"results"',
            '"settings"',
            '"sums"',
            '"state":"done"',
            '"../canary"',
            "null",
            "[]",
            "{}",
            "-1",
        ]
        told += [
            '"uln"',
            '"learning_delivery"',
            '"learn_start_date"',
            '"9999-12-31"',
            '"0001-01-01"',
            "1e999",
        ]
        return [one.encode() for one in told]
    return []


@cache
def _prepared(reference: Path) -> Any:
    from reports.bootcamps.run import BootcampOrder, prepared

    return prepared(BootcampOrder(None, None, reference, (), "", False, True))


@cache
def _good_store() -> bytes:
    """Return a small store: that of the provider with the fewest learners."""
    from engine.returns.store import ReturnStore

    file = min(PROVIDER.glob("ILR-*.xml"), key=lambda path: path.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "returns.db"
        with ReturnStore.open(path) as made:
            made.import_file(file, _prepared(PROVIDER / "reference").given.calendar)
        return path.read_bytes()


@cache
def _good_record() -> bytes:
    import sqlite3

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "returns.db"
        path.write_bytes(_good_store())
        with closing(sqlite3.connect(path)) as database:
            (record,) = database.execute("select record from learner where position = 1").fetchone()
    return zlib.decompress(record)


@cache
def _good_note() -> bytes:
    from click.testing import CliRunner

    from reports.cli import cli

    with tempfile.TemporaryDirectory() as folder:
        file = min(PROVIDER.glob("ILR-*.xml"), key=lambda path: path.stat().st_size)
        shutil.copy(file, Path(folder) / "ILR.xml")
        into = Path(folder) / "results"
        words = ["calc", f"{folder}/ILR.xml", "--into", str(into), "--workers", "1", "--as", "csv", "--quiet"]
        CliRunner().invoke(cli, words)
        (note,) = into.glob(".ilrspec/done/*.json")
        told = json.loads(note.read_bytes())
        return json.dumps({**told, "key": "KEY"}).encode()


@cache
def _good_parameters() -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(PARAMETERS.glob("*.yaml"))}
