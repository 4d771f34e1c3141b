"""Where a large ILR file can be cut, so that its pieces are read at once and nothing about it goes unnoticed.

A piece is read as a document of its own, head and all, by the strict reader. When every piece is right, so is
the file: the head is well formed by itself, a start tag ``<Learner>`` cannot stand in a text, and comments and
CDATA sections, in which it could, keep a file from being cut at all. When a piece is not right, or destinations
stand before learners, the whole file is read in one go, which lists its problems with their lines.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from engine.ilr.markup import has_more_than_elements

PIECE = 2 << 20
"""Bytes of a piece, to the end of the learner they fall in. Memory holds one for each process.

The larger the pieces, the longer all processes wait at the end for the last one; smaller ones take no less time.
"""

_CHUNK = 1 << 18
"""Bytes that are looked at together: so few that they stay in the processor's own memory while they are."""

_MOST_HEAD = 1 << 20
_LEARNER = b"<Learner>"
_DESTINATION = b"<LearnerDestinationandProgression>"
_NAME = _DESTINATION[1:-1]
_END = b"</Message>"
_KEPT = len(_DESTINATION)
"""Bytes of a chunk that are looked at again with the next: what is looked for may lie across both."""


class Piece(NamedTuple):
    """A stretch of bytes of a file, of learners or of the destinations behind them."""

    start: int
    end: int
    is_of_learners: bool = True


@dataclass(frozen=True, slots=True)
class Scan:
    """What one look at the bytes of a file tells.

    ``pieces`` is empty for a file that must be read in one go. ``head`` is the length of what stands before the
    first learner, ``last_learner`` where the last one begins. ``has_destinations`` is false only where there is none.
    """

    size: int
    sha256: str
    pieces: tuple[Piece, ...] = ()
    head: int = 0
    last_learner: int = 0
    has_destinations: bool = True


class _Marks:
    """Goes through the bytes of a file once and marks where it may be cut."""

    def __init__(self, piece: int) -> None:
        self._piece = piece
        self.is_plain = True
        self.head: bytes | None = None
        self.learners: list[int] = []
        self.destinations: list[int] = []
        self.last_learner = 0
        self._window = b""
        self._offset = 0
        """Where in the file the window begins."""

    def take(self, chunk: bytes) -> None:
        """Look at the bytes that follow."""
        if not self.is_plain:
            return
        self._window += chunk
        if self.head is None and not self._found_head():
            return
        window, offset = self._window, self._offset
        if has_more_than_elements(window):
            self.is_plain = False
            return
        at = 0
        if not self.destinations:
            name = window.find(_NAME)
            if name >= 0 and name + len(_NAME) == len(window):
                # What follows the name comes with the next chunk.
                name = -1
            end = name if name >= 0 else len(window)
            self._cut(window[:end], self.learners, _LEARNER)
            last = window.rfind(_LEARNER, 0, end)
            self.last_learner = offset + last if last >= 0 else self.last_learner
            if name < 0:
                self._keep()
                return
            if not window.startswith(_DESTINATION, name - 1):
                self.is_plain = False
                return
            self.destinations.append(offset + name - 1)
            at = name
        self._cut(window, self.destinations, _DESTINATION, at)
        self._keep()

    def _found_head(self) -> bool:
        at = self._window.find(_LEARNER)
        if at < 0:
            self.is_plain = len(self._window) <= _MOST_HEAD
            return False
        self.head = self._window[:at]
        self.learners.append(at)
        self.last_learner = self._offset = at
        self._window = self._window[at:]
        self.is_plain = _is_whole(self.head)
        return self.is_plain

    def _cut(self, window: bytes, cuts: list[int], tag: bytes, at: int = 0) -> None:
        while True:
            at = window.find(tag, max(at, cuts[-1] + self._piece - self._offset))
            if at < 0:
                return
            cuts.append(self._offset + at)

    def _keep(self) -> None:
        kept = self._window[-_KEPT:]
        self._offset += len(self._window) - len(kept)
        self._window = kept


def scan(file: Path, piece: int) -> Scan:
    """Look at the bytes of a file: its size, its hash and where it may be cut into pieces of a least size.

    Raises OSError.
    """
    size, digest, marks = 0, hashlib.sha256(), _Marks(piece)
    with file.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            digest.update(chunk)
            marks.take(chunk)
    if not marks.is_plain or marks.head is None:
        return Scan(size, digest.hexdigest())
    first = marks.destinations[0] if marks.destinations else size
    pieces = [Piece(start, end) for start, end in _stretches(marks.learners, first)]
    pieces += [Piece(start, end, False) for start, end in _stretches(marks.destinations, size)]
    return Scan(
        size,
        digest.hexdigest(),
        tuple(pieces) if len(pieces) > 1 else (),
        len(marks.head),
        marks.last_learner,
        bool(marks.destinations),
    )


def document_of(file: Path, found: Scan, piece: Piece) -> bytes:
    """Return a piece of a file as an ILR file of its own: the head of the file, the piece and the end.

    Destinations have the last learner before them, without whom no file is complete.
    """
    with file.open("rb") as stream:
        parts = [stream.read(found.head)]
        if not piece.is_of_learners:
            stream.seek(found.last_learner)
            first = next(one.start for one in found.pieces if not one.is_of_learners)
            parts.append(stream.read(first - found.last_learner))
        stream.seek(piece.start)
        parts.append(stream.read(piece.end - piece.start))
    if piece.end != found.size:
        parts.append(_END)
    return b"".join(parts)


def _stretches(starts: list[int], end: int) -> Iterator[tuple[int, int]]:
    return zip(starts, [*starts[1:], end], strict=True) if starts else iter(())


def _is_whole(head: bytes) -> bool:
    """Say whether nothing but Message is left open where the first learner begins."""
    from lxml import etree

    if b"<!DOCTYPE" in head:
        return False
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(head + _END, parser)
    except (etree.XMLSyntaxError, ValueError):
        return False
    return etree.QName(root).localname == "Message"
