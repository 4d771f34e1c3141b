"""A store of returns: the learners of every imported file, by provider and return, kept in one SQLite file."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import MAXYEAR, date
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self

from engine.calendar import FundingYear, Return
from engine.ilr.records import Learner, LearnerDestinationandProgression
from engine.returns.database import MEMORY, connect
from engine.returns.history import ReturnCalendar, Returned
from engine.returns.incoming import Incoming
from engine.returns.packing import packed, unpacked
from engine.returns.problems import ReturnRefusedError, StoreError, told

_WAIT = 10.0
_BATCH = 200


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One provider's file of one return. ``number`` counts the files in the order of their import."""

    number: int
    ukprn: int
    returned_in: Return
    closes: date
    file_date: date
    name: str
    digest: str
    learners: int
    aims: int
    destinations: int


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file: imported, put in place of another, or there already with the same content."""

    file: StoredFile
    outcome: Literal["imported", "replaced", "already there"]


class ReturnStore:
    """An open store of returns. Use ``open`` to get one, and as a context manager."""

    def __init__(self, database: sqlite3.Connection, name: str) -> None:
        self._database = database
        self.name = name

    @classmethod
    def open(
        cls, path: str | Path = MEMORY, *, create: bool = True, write: bool = True, wait: float = _WAIT
    ) -> Self:
        """Open a store; ``:memory:`` is one that goes when it is closed.

        ``create`` makes one where there is none. Without ``write`` a store in a read-only folder will do.
        ``wait`` is the seconds to wait for another program that is writing. Raises StoreError.
        """
        return cls(connect(str(path), create=create, write=write, wait=wait), str(path))

    def import_file(
        self, source: Path | bytes, calendar: ReturnCalendar, *, replace: bool = False, lenient: bool = False
    ) -> Imported:
        """Put an ILR file into the store, whole or not at all.

        The same content twice is accepted once; other content for a return that is there needs ``replace``.
        Raises ReturnRefusedError, StoreError, IlrFileError, and ReturnCalendarError for a file of no return.
        """
        with Incoming(source, calendar, lenient=lenient) as incoming, self._writing():
            there = self._of_return(incoming.ukprn, incoming.returned_in)
            if there is not None:
                if there.digest == incoming.digest:
                    return Imported(there, "already there")
                if not replace:
                    raise ReturnRefusedError(
                        f"{self.name} holds {incoming.returned_in.name} of {incoming.returned_in.year.label} of "
                        f"{incoming.ukprn} already, from {there.name} of {there.file_date:%d/%m/%Y}, with other "
                        "content; --replace puts this file in its place. The store is unchanged."
                    )
                self._remove(there.number)
            self._check_closing_day(incoming)
            number = self._take(incoming)
            taken = self._file(number)
        return Imported(taken, "imported" if there is None else "replaced")

    def files(self) -> list[StoredFile]:
        """Return the files in the order in which their returns closed, those of one return by provider."""
        with told(self.name):
            rows = self._database.execute(f"{_FILES} order by closes, year, number, ukprn").fetchall()
        return [self._as_file(row) for row in rows]

    def identities(self) -> Iterator[tuple[int, str, int]]:
        """Return number of the file, reference in capitals and ULN of every learner of every file."""
        with told(self.name):
            yield from self._database.execute("select file_id, ref, uln from learner order by ref, file_id")

    def records(self, ukprn: int, ref: str) -> Iterator[tuple[int, bytes, bytes | None]]:
        """Return a learner's packed records: number of the file, learner, destination. ``ref`` is in capitals."""
        with told(self.name):
            yield from self._database.execute(_RECORDS, (ref, ukprn))

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Keep the store as it is now for a reader, whatever is imported meanwhile. Can be nested."""
        if self._database.in_transaction:
            yield
            return
        with told(self.name):
            self._database.execute("begin")
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                self._database.execute("rollback")

    def close(self) -> None:
        """Close the store."""
        with told(self.name):
            self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with told(self.name, writing=True):
            self._database.execute("begin immediate")
            try:
                yield
                self._database.execute("commit")
            except BaseException:
                # A full disk has rolled back by itself.
                with suppress(sqlite3.Error):
                    self._database.execute("rollback")
                raise

    def _of_return(self, ukprn: int, one: Return) -> StoredFile | None:
        query = f"{_FILES} where ukprn = ? and year = ? and number = ?"
        row = self._database.execute(query, (ukprn, one.year.start_year, one.number)).fetchone()
        return None if row is None else self._as_file(row)

    def _file(self, number: int) -> StoredFile:
        return self._as_file(self._database.execute(f"{_FILES} where id = ?", (number,)).fetchone())

    def _as_file(self, row: tuple[Any, ...]) -> StoredFile:
        try:
            return _stored(row)
        except (TypeError, ValueError):
            raise StoreError(f"{self.name} is damaged; import the returns into a new store.") from None

    def _check_closing_day(self, incoming: Incoming) -> None:
        one = incoming.returned_in
        query = "select closes from file where year = ? and number = ? and closes <> ?"
        row = self._database.execute(
            query, (one.year.start_year, one.number, incoming.closes.isoformat())
        ).fetchone()
        if row is not None:
            raise ReturnRefusedError(
                f"{self.name} holds files of {one.name} of {one.year.label} closing on "
                f"{date.fromisoformat(row[0]):%d/%m/%Y}, and the table of returns now says "
                f"{incoming.closes:%d/%m/%Y}; give the table that the store was filled with. "
                "The store is unchanged."
            )

    def _remove(self, number: int) -> None:
        for table in ("learner", "destination"):
            self._database.execute(f"delete from {table} where file_id = ?", (number,))
        self._database.execute("delete from file where id = ?", (number,))

    def _take(self, incoming: Incoming) -> int:
        one = incoming.returned_in
        row = (
            incoming.ukprn, one.year.start_year, one.number, incoming.closes.isoformat(),
            incoming.file_date.isoformat(), incoming.name, incoming.digest,
        )  # fmt: skip
        columns = "ukprn, year, number, closes, file_date, name, digest"
        cursor = self._database.execute(f"insert into file ({columns}) values (?, ?, ?, ?, ?, ?, ?)", row)
        number = int(cursor.lastrowid or 0)
        learners: list[tuple[int, int, str, int, bytes]] = []
        destinations: list[tuple[int, int, str, bytes]] = []
        learner_count = destination_count = aims = 0
        for record in incoming.records():
            ref = record.learn_ref_number.upper()
            if isinstance(record, Learner):
                learner_count += 1
                aims += len(record.learning_delivery)
                learners.append((number, learner_count, ref, record.uln, packed(record)))
            else:
                destination_count += 1
                destinations.append((number, destination_count, ref, packed(record)))
            if len(learners) + len(destinations) >= _BATCH:
                self._insert(learners, destinations)
        self._insert(learners, destinations)
        counts = (learner_count, aims, destination_count, number)
        self._database.execute(
            "update file set learners = ?, aims = ?, destinations = ? where id = ?", counts
        )
        return number

    def _insert(
        self,
        learners: list[tuple[int, int, str, int, bytes]],
        destinations: list[tuple[int, int, str, bytes]],
    ) -> None:
        self._database.executemany("insert into learner values (?, ?, ?, ?, ?)", learners)
        self._database.executemany("insert into destination values (?, ?, ?, ?)", destinations)
        learners.clear()
        destinations.clear()


_FILES = (
    "select id, ukprn, year, number, closes, file_date, name, digest, learners, aims, destinations from file"
)
_RECORDS = """
    select learner.file_id, learner.record,
        (select destination.record from destination indexed by destination_of
         where destination.ref = learner.ref and destination.file_id = learner.file_id
         order by position limit 1)
    from learner indexed by learner_of
    where learner.ref = ? and learner.file_id in (select id from file where ukprn = ?)
    order by learner.file_id, learner.position"""


def _stored(row: tuple[Any, ...]) -> StoredFile:
    """Return a file of its row. Raises TypeError or ValueError for cells of another kind, as a damaged store has."""
    if tuple(map(type, row)) != (*(int,) * 4, *(str,) * 4, *(int,) * 3) or not 1 < row[2] < MAXYEAR:
        raise ValueError("this is no row of a file")
    number, ukprn, year, of_year, closes, file_date, name, digest, learners, aims, destinations = row
    return StoredFile(
        number, ukprn, Return(FundingYear(year), of_year), date.fromisoformat(closes),
        date.fromisoformat(file_date), name, digest, learners, aims, destinations,
    )  # fmt: skip


def returned_of(file: StoredFile, learner: Learner, destination: bytes | None) -> Returned:
    """Return a learner as a file held them."""
    following = None if destination is None else unpacked(LearnerDestinationandProgression, destination)
    return Returned(file.ukprn, file.returned_in, file.closes, file.file_date, learner, following)
