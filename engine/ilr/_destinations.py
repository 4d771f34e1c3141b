"""Destinations of learners, which stand at the end of a file but are asked for while learners are read."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from typing import BinaryIO

from engine.ilr._inspect import Inspector, read_record
from engine.ilr._quick import QuickEntity
from engine.ilr._record import IlrRecord
from engine.ilr._source import CHUNK, Source
from engine.ilr._stream import BrokenError, TopLevel
from engine.ilr._walk import NotPlainError, entities
from engine.ilr.markup import has_declarations, has_more_than_elements
from engine.ilr.problems import IlrFileError
from engine.ilr.records import LearnerDestinationandProgression
from engine.ilr.schema import namespace

DESTINATION = "LearnerDestinationandProgression"

_NAME = DESTINATION.encode()
_REFERENCE = re.compile(rb"[ \t\r\n]*<LearnRefNumber>([^<>&\r]*)</LearnRefNumber>")
_LONGEST = 1 << 21
_BITS = 1 << 23


class DestinationStore:
    """All destination entities of a file, in a private temporary database on disk.

    Of a file written plainly it holds where each entity stands, and reads those that are asked for; of any other it
    reads all at once and holds them. What is wrong with them is not said here but when the whole file is read.
    """

    def __init__(
        self, source: Source, root_tag: bytes, year: str, quick: Mapping[str, QuickEntity] | None
    ) -> None:
        self._source, self._root_tag, self._year, self._quick = source, root_tag, year, quick
        # A bit for each learner met, at a place made from the reference: it says at once of most learners without
        # a destination that they have none. A bit that another learner has set costs a look into the database.
        self._met = bytearray(_BITS >> 3)
        # An empty name makes a database that SQLite spills to a temporary file and removes by itself.
        self._database = sqlite3.connect("")
        self._stream: BinaryIO | None = None
        reader = quick.get(DESTINATION) if quick is not None else None
        self._start = self._found_start() if DESTINATION in entities(year) else None
        self._reader = reader if self._start and source.can_be_read_anywhere else None
        if self._reader is not None:
            try:
                self._hold_places(self._start or 0)
            except NotPlainError:
                self._reader = None
        if self._reader is None:
            self._hold_records()

    def first(self, learn_ref_number: str) -> LearnerDestinationandProgression | None:
        """Return the first entity of a learner, or None."""
        bit = hash(learn_ref_number) % _BITS
        if not self._met[bit >> 3] & 1 << (bit & 7):
            return None
        if self._reader is not None:
            query = "select start, end from place where reference = ? order by rowid limit 1"
            row = self._database.execute(query, (learn_ref_number,)).fetchone()
            if row is None:
                return None
            try:
                return self._read_at(*row)
            except ValueError:
                self._hold_records()
        query = "select record from destination where reference = ? order by rowid limit 1"
        row = self._database.execute(query, (learn_ref_number,)).fetchone()
        return None if row is None else LearnerDestinationandProgression.model_validate_json(row[0])

    def all(self) -> Iterator[LearnerDestinationandProgression]:
        """Yield every entity in file order."""
        told = 0
        if self._reader is not None:
            for start, end in self._database.execute("select start, end from place order by rowid"):
                try:
                    record = self._read_at(start, end)
                except ValueError:
                    self._hold_records()
                    break
                yield record
                told += 1
            else:
                return
        query = "select record from destination order by rowid limit -1 offset ?"
        for (held,) in self._database.execute(query, (told,)):
            yield LearnerDestinationandProgression.model_validate_json(held)

    def close(self) -> None:
        """Remove the store."""
        self._database.close()
        if self._stream is not None:
            self._stream.close()
            self._stream = None

    def _found_start(self) -> int | None:
        """Return the offset from which to parse, or None when the bytes never name the entity.

        That is the offset of the first destination, which spares the parser all learners; or 0 when a comment
        or a CDATA section before it might make that name a mere text.
        """
        offset = 0
        plain = True
        kept = b""
        with closing(self._source.open()) as stream:
            while chunk := stream.read(CHUNK):
                window = kept + chunk
                at = window.find(_NAME)
                plain = plain and not has_declarations(window if at < 0 else window[:at])
                if at >= 0:
                    return offset + max(window.rfind(b"<", 0, at), 0) if plain else 0
                kept = window[-len(_NAME) - 64 :]
                offset += len(window) - len(kept)
        return None

    def _hold_places(self, start: int) -> None:
        """Note where each entity stands. Raises NotPlainError where that cannot be told from the bytes alone."""
        self._database.execute("create table place (reference text, start integer, end integer)")
        self._database.executemany("insert into place values (?, ?, ?)", self._places(start))
        self._database.execute("create index place_by_reference on place (reference)")

    def _places(self, offset: int) -> Iterator[tuple[str, int, int]]:
        with closing(self._source.open()) as stream:
            stream.seek(offset)
            held = b""
            while chunk := stream.read(CHUNK):
                window = held + chunk
                if has_more_than_elements(window) or len(held) > _LONGEST:
                    raise NotPlainError
                at = 0
                while (name := window.find(_NAME, at)) > 0:
                    begin = name + len(_NAME) + 1
                    end = window.find(_NAME, begin)
                    if end < 0 or end + len(_NAME) == len(window):
                        break
                    if window[name - 1 : begin] != b"<%b>" % _NAME:
                        raise NotPlainError
                    if window[end - 2 : end + len(_NAME) + 1] != b"</%b>" % _NAME:
                        raise NotPlainError
                    reference = _REFERENCE.match(window, begin)
                    if reference is None:
                        raise NotPlainError
                    yield self._meet(_decoded(reference[1])), offset + begin, offset + end - 2
                    at = end + len(_NAME) + 1
                # What is broken off here is looked at again with the next bytes: a whole entity, or a part of a tag.
                kept = max(name - 1, 0) if name > 0 else max(at, len(window) - len(_NAME) - 2)
                held = window[kept:]
                offset += kept
            if _NAME in held:
                raise NotPlainError

    def _read_at(self, start: int, end: int) -> LearnerDestinationandProgression:
        assert self._reader is not None
        if self._stream is None:
            self._stream = self._source.open()
        self._stream.seek(start)
        record = self._reader.read(self._stream.read(end - start))
        assert isinstance(record, LearnerDestinationandProgression)
        return record

    def _hold_records(self) -> None:
        """Read all entities and hold them."""
        self._reader = None
        self._database.execute("create table destination (reference text, record text)")
        if self._start is not None:
            rows = (
                (self._meet(record.learn_ref_number), record.model_dump_json()) for record in self._records()
            )
            self._database.executemany("insert into destination values (?, ?)", rows)
        self._database.execute("create index by_reference on destination (reference)")

    def _meet(self, learn_ref_number: str) -> str:
        bit = hash(learn_ref_number) % _BITS
        self._met[bit >> 3] |= 1 << (bit & 7)
        return learn_ref_number

    def _records(self) -> Iterator[LearnerDestinationandProgression]:
        entity = entities(self._year)[DESTINATION]
        inspector = Inspector(self._year, lenient=True)
        name = f"{{{namespace(self._year)}}}{DESTINATION}"
        with closing(self._source.open()) as stream:
            try:
                for item in TopLevel(self._chunks(stream), self._quick).items():
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

    def _chunks(self, stream: BinaryIO) -> Iterator[bytes]:
        if self._start:
            stream.seek(self._start)
            yield self._root_tag
        yield from self._source.chunks(stream)


def _decoded(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError:
        raise NotPlainError from None
