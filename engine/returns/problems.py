"""What can be wrong with a store of returns, told in a sentence that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_CODE: Final = 0xFF  # The low byte of an extended result code is the plain one.
_SENTENCES: Final = {
    sqlite3.SQLITE_BUSY: "is in use by another program that writes to it; try again when that has finished",
    sqlite3.SQLITE_LOCKED: "is in use by another program that writes to it; try again when that has finished",
    sqlite3.SQLITE_READONLY: "cannot be written: the file or its folder is read-only",
    sqlite3.SQLITE_PERM: "cannot be written: the file or its folder is read-only",
    sqlite3.SQLITE_FULL: "cannot grow: there is no room left on its disk; make room and try again",
    sqlite3.SQLITE_IOERR: "could not be read or written: the disk reports an error or has no room left",
    sqlite3.SQLITE_NOTADB: "is not a store of returns; name a store, or a file that does not exist yet",
    sqlite3.SQLITE_CORRUPT: "is damaged; import the returns into a new store",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: it is no file, or it or its folder is read-only",
}
_UNCHANGED: Final = " The store is unchanged."


class StoreError(Exception):
    """A store of returns cannot be used, or a return cannot be put into it. The store is as it was before."""


class ReturnRefusedError(StoreError):
    """A return cannot be put into a store that is in order: others can."""


@contextmanager
def told(name: str, *, writing: bool = False) -> Iterator[None]:
    """Turn whatever the database reports into a StoreError that names the store."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _CODE
        sentence = _SENTENCES.get(code, f"cannot be used: {error}")
        raise StoreError(f"{name} {sentence}.{_UNCHANGED if writing else ''}") from error
