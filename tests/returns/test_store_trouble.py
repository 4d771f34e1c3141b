"""Whatever befalls a store, the message says so and what it held is still there."""

import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from returns_kit import CALENDAR, FIRST, ROOT, SECOND, THIRD, import_all, results

from engine.ilr.records import Learner
from engine.returns.incoming import Incoming
from engine.returns.people import people
from engine.returns.problems import StoreError
from engine.returns.store import ReturnStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "returns.store"
    with ReturnStore.open(path) as store:
        import_all(store, [FIRST])
    return path


def names(path: Path) -> list[str]:
    with ReturnStore.open(path, create=False, write=False) as store:
        assert len([one for person in people([store]) for one in person]) == sum(
            one.learners for one in store.files()
        )
        return [one.name for one in store.files()]


def test_a_store_of_a_newer_version(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma user_version = 2")
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer ilrspec: its version is 2"):
        ReturnStore.open(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "content", [b"UKPRN,Year\n1,2\n" * 500, b"short", b"SQLite format 3\0" + b"x" * 2000]
)
def test_a_file_that_is_no_store(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.csv"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"is not a store of returns|is damaged"):
        ReturnStore.open(path)
    assert path.read_bytes() == content


def test_a_database_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table file (name text)")
        database.commit()
    with pytest.raises(StoreError, match="is not a store of returns"):
        ReturnStore.open(path)


def test_places_that_cannot_hold_a_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        ReturnStore.open(tmp_path)
    with pytest.raises(StoreError, match="there is no folder"):
        ReturnStore.open(tmp_path / "none" / "returns.store")
    with pytest.raises(StoreError, match="there is no store"):
        ReturnStore.open(tmp_path / "returns.store", create=False)
    assert not list(tmp_path.iterdir())


def test_a_locked_store(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with ReturnStore.open(path, wait=0.1) as store:
            with pytest.raises(StoreError, match="in use by another program"):
                store.import_file(SECOND, CALENDAR)
            assert names(path) == [FIRST.name]
            other.execute("rollback")
            store.import_file(SECOND, CALENDAR)
    assert names(path) == [FIRST.name, SECOND.name]


@contextmanager
def as_nobody() -> Iterator[None]:
    """Give up the rights of root for a while: root may write anywhere."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="folders have no such right on Windows")
def test_a_read_only_folder() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "returns.store"
        with ReturnStore.open(path) as store:
            import_all(store, [FIRST])
        path.chmod(0o444)
        folder.chmod(0o555)
        with as_nobody():
            assert names(path) == [FIRST.name]
            with pytest.raises(StoreError, match="read-only"), ReturnStore.open(path) as store:
                store.import_file(SECOND, CALENDAR)
            with pytest.raises(StoreError, match="read-only"):
                ReturnStore.open(folder / "new.store")
        folder.chmod(0o755)
        assert [one.name for one in folder.iterdir()] == ["returns.store"]
        assert names(path) == [FIRST.name]


def test_a_full_disk(path: Path) -> None:
    with ReturnStore.open(path) as store:
        pages = store._database.execute("pragma page_count").fetchone()[0]
        store._database.execute(f"pragma max_page_count = {pages + 2}")
        before = results(store)
        with pytest.raises(StoreError, match=r"no room left on its disk.*The store is unchanged"):
            store.import_file(SECOND, CALENDAR)
        assert results(store) == before
    assert names(path) == [FIRST.name]


_HALF_AN_IMPORT = """
import sys
from pathlib import Path
sys.path.insert(0, "tests/returns")
from returns_kit import CALENDAR, SECOND
from engine.returns import store as module
from engine.returns.incoming import Incoming

module._BATCH = 1
records = Incoming.records

def slowly(self):
    for number, record in enumerate(records(self)):
        if number == 10:
            print("half way", flush=True)
            sys.stdin.read()
        yield record

Incoming.records = slowly
with module.ReturnStore.open(Path(sys.argv[1])) as store:
    store.import_file(SECOND, CALENDAR)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal on Windows")
def test_a_crash_in_the_middle_of_an_import(path: Path) -> None:
    command = [sys.executable, "-c", _HALF_AN_IMPORT, str(path)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        stdin=subprocess.PIPE,  # nothing is ever written: it stays half way for as long as this test wants
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half way\n"
        # A reader and a writer meet the import that is under way.
        assert names(path) == [FIRST.name]
        with ReturnStore.open(path, wait=0.1) as store, pytest.raises(StoreError, match="in use"):
            store.import_file(THIRD, CALENDAR)
        process.kill()
    assert names(path) == [FIRST.name]
    with ReturnStore.open(path) as store:
        assert store.import_file(SECOND, CALENDAR).outcome == "imported"
    assert names(path) == [FIRST.name, SECOND.name]


def test_readers_go_on_while_a_return_is_imported(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Incoming.records
    seen = []

    def watched(self: Incoming) -> Iterator[object]:
        for number, record in enumerate(original(self)):
            if number == 20 and isinstance(record, Learner):
                seen.append(names(path))
            yield record

    monkeypatch.setattr(Incoming, "records", watched)
    monkeypatch.setattr("engine.returns.store._BATCH", 1)
    with ReturnStore.open(path) as store:
        store.import_file(SECOND, CALENDAR)
    assert seen == [[FIRST.name]]
    assert names(path) == [FIRST.name, SECOND.name]


def test_a_reader_keeps_what_it_began_with(path: Path) -> None:
    with ReturnStore.open(path, write=False) as reader, reader.reading():
        before = results(reader)
        with ReturnStore.open(path) as store:
            store.import_file(SECOND, CALENDAR)
        assert results(reader) == before
