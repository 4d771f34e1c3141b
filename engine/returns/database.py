"""The file behind a store of returns: its tables, its version, how it is opened.

SQLite with a write-ahead log: readers go on while a return is being imported and see the store as it was; what a
crash interrupts was never there.
"""

import sqlite3
from pathlib import Path
from typing import Final

from engine.returns.problems import StoreError, told

VERSION: Final = 1
"""Version of the tables. A store of a newer one is refused."""

APPLICATION_ID: Final = 0x494C5252
"""Marks a file as a store of returns."""

MEMORY: Final = ":memory:"

_TABLES: Final = (
    """create table file (
        id integer primary key autoincrement,
        ukprn integer not null, year integer not null, number integer not null,
        closes text not null, file_date text not null, name text not null, digest text not null,
        learners integer not null default 0, aims integer not null default 0,
        destinations integer not null default 0,
        unique (ukprn, year, number))""",
    """create table learner (
        file_id integer not null references file (id), position integer not null,
        ref text not null, uln integer not null, record blob not null,
        primary key (file_id, position))""",
    # Holds everything that says who is the same person, so that no record is read for it.
    "create index learner_of on learner (ref, file_id, uln)",
    """create table destination (
        file_id integer not null references file (id), position integer not null,
        ref text not null, record blob not null,
        primary key (file_id, position))""",
    "create index destination_of on destination (ref, file_id)",
)


def connect(name: str, *, create: bool, write: bool, wait: float) -> sqlite3.Connection:
    """Open a store, or make an empty one where there is none and ``create`` is given.

    A store that is only read may lie in a read-only folder. Raises StoreError.
    """
    if name == MEMORY:
        database = sqlite3.connect(MEMORY, isolation_level=None)
        _make(database)
        return database
    path = Path(name)
    if path.is_dir():
        raise StoreError(f"{name} is a folder; name the file of a store.")
    if not path.exists():
        if not create:
            raise StoreError(f"there is no store {name}; 'ilrspec returns import' makes one.")
        if not path.parent.is_dir():
            raise StoreError(f"there is no folder {path.parent} for the store; make it first.")
    address = path.resolve().as_uri()
    try:
        return _open(f"{address}?mode={'rwc' if create else 'rw'}", name, create, wait)
    except StoreError as error:
        code = getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF
        log = path.with_name(f"{path.name}-wal")
        if write or code not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or log.exists():
            raise
        # Nobody can write there, so the file cannot change while it is read.
        return _open(f"{address}?mode=ro&immutable=1", name, False, wait)


def _open(address: str, name: str, create: bool, wait: float) -> sqlite3.Connection:
    with told(name, writing=create):
        database = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
        try:
            _check(database, name, create)
        except BaseException:
            database.close()
            raise
    return database


def _check(database: sqlite3.Connection, name: str, create: bool) -> None:
    mark, version = _number(database, "application_id"), _number(database, "user_version")
    if mark == APPLICATION_ID:
        if version > VERSION:
            raise StoreError(
                f"{name} was made by a newer ilrspec: its version is {version}, this ilrspec knows up to "
                f"{VERSION}. Use the newer ilrspec, or another store. The store is unchanged."
            )
        return
    is_empty = not mark and not _number(database, "schema_version")
    if not is_empty or not create:
        raise StoreError(
            f"{name} is not a store of returns; name a store, or a file that does not exist yet."
        )
    database.execute("pragma journal_mode = wal")
    _make(database)


def _make(database: sqlite3.Connection) -> None:
    database.execute("begin immediate")
    try:
        if _number(database, "application_id") != APPLICATION_ID:
            for table in _TABLES:
                database.execute(table)
            database.execute(f"pragma application_id = {APPLICATION_ID}")
            database.execute(f"pragma user_version = {VERSION}")
    except BaseException:
        database.execute("rollback")
        raise
    database.execute("commit")


def _number(database: sqlite3.Connection, pragma: str) -> int:
    return int(database.execute(f"pragma {pragma}").fetchone()[0])
