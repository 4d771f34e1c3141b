"""Destinations of learners, which stand at the end of a file but are asked for while learners are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import BinaryIO

from engine.ilr._inspect import Inspector, read_record
from engine.ilr._quick import QuickEntity
from engine.ilr._record import IlrRecord
from engine.ilr._source import CHUNK, Source
from engine.ilr._stream import BrokenError, TopLevel
from engine.ilr._walk import entities
from engine.ilr.problems import IlrFileError
from engine.ilr.records import LearnerDestinationandProgression
from engine.ilr.schema import namespace

DESTINATION = "LearnerDestinationandProgression"
_BITS = 1 << 23


class DestinationStore:
    """All destination entities of a file, in a private temporary database on disk.

    What is wrong with them is not said here but when the whole file is read.
    """

    def __init__(
        self, source: Source, root_tag: bytes, year: str, quick: Mapping[str, QuickEntity] | None
    ) -> None:
        self._quick = quick
        # A bit for each learner met, at a place made from the reference: most learners have no destination, which it
        # says at once; a bit set by somebody else costs a look into the database.
        self._met = bytearray(_BITS >> 3)
        # An empty name makes a database that SQLite spills to a temporary file and removes by itself.
        self._database = sqlite3.connect("")
        self._database.execute("create table destination (reference text, record text)")
        self._source = source
        entity = entities(year).get(DESTINATION)
        start = self._start() if entity is not None else None
        if entity is not None and start is not None:
            self._database.executemany(
                "insert into destination values (?, ?)",
                (
                    (self._meet(record.learn_ref_number), record.model_dump_json())
                    for record in self._read(start, root_tag, year)
                ),
            )
        self._database.execute("create index by_reference on destination (reference)")

    def first(self, learn_ref_number: str) -> LearnerDestinationandProgression | None:
        """Return the first entity of a learner, or None."""
        bit = hash(learn_ref_number) % _BITS
        if not self._met[bit >> 3] & 1 << (bit & 7):
            return None
        query = "select record from destination where reference = ? order by rowid limit 1"
        row = self._database.execute(query, (learn_ref_number,)).fetchone()
        return None if row is None else LearnerDestinationandProgression.model_validate_json(row[0])

    def all(self) -> Iterator[LearnerDestinationandProgression]:
        """Yield every entity in file order."""
        for (record,) in self._database.execute("select record from destination order by rowid"):
            yield LearnerDestinationandProgression.model_validate_json(record)

    def close(self) -> None:
        """Remove the store."""
        self._database.close()

    def _meet(self, learn_ref_number: str) -> str:
        bit = hash(learn_ref_number) % _BITS
        self._met[bit >> 3] |= 1 << (bit & 7)
        return learn_ref_number

    def _start(self) -> int | None:
        """Return the offset from which to parse, or None when the bytes never name the entity.

        That is the offset of the first destination, which spares the parser all learners; or 0 when a comment
        or a CDATA section before it might make that name a mere text.
        """
        name = DESTINATION.encode()
        offset = 0
        plain = True
        kept = b""
        with closing(self._source.open()) as stream:
            while chunk := stream.read(CHUNK):
                window = kept + chunk
                at = window.find(name)
                plain = plain and b"<!" not in (window if at < 0 else window[:at])
                if at >= 0:
                    return offset + max(window.rfind(b"<", 0, at), 0) if plain else 0
                kept = window[-len(name) - 64 :]
                offset += len(window) - len(kept)
        return None

    def _read(self, start: int, root_tag: bytes, year: str) -> Iterator[LearnerDestinationandProgression]:
        entity = entities(year)[DESTINATION]
        inspector = Inspector(year, lenient=True)
        name = f"{{{namespace(year)}}}{DESTINATION}"
        with closing(self._source.open()) as stream:
            try:
                for item in TopLevel(self._chunks(stream, start, root_tag), self._quick).items():
                    record: IlrRecord | None = None
                    if isinstance(item, IlrRecord):
                        record = item
                    elif item.tag == name:
                        record = read_record(entity, item, inspector)
                    if isinstance(record, LearnerDestinationandProgression):
                        yield record
            except (BrokenError, IlrFileError):
                # The reader of the whole file meets the same fault and reports it.
                return

    def _chunks(self, stream: BinaryIO, start: int, root_tag: bytes) -> Iterator[bytes]:
        if start:
            stream.seek(start)
            yield root_tag
        yield from self._source.chunks(stream)
