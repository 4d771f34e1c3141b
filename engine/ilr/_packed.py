"""ILR files that come packed: ``.xml.gz``, and ``.zip`` with one ILR file in it, unpacked while they are read.

Nothing is unpacked to disk, and what unpacks to far more than an ILR file would is refused before it fills anything.
"""

from __future__ import annotations

import gzip
import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from lzma import LZMAError
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NoReturn, cast

MOST_BYTES = 4 << 30
"""How large a packed ILR file may be, unpacked: the largest provider's is a tenth of it."""

MOST_RATIO = 250
"""How many times its packed size a file may unpack to, beyond the first megabytes. ILR files come to 10 to 60."""

MOST_LISTED = 16 << 20
"""Bytes that the list of the files in an archive may take."""

_FREE = 64 << 20
_GZIP = b"\x1f\x8b"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_ENCRYPTED = 0x1
_KNOWN_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA})
_DAMAGES = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    LZMAError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
)
_SHOWN = 5

Refuse = Callable[[str], NoReturn]
"""Raises the error of a file that cannot be read, made of a sentence about it."""


def unpacked(stream: BinaryIO, path: Path, refuse: Refuse) -> BinaryIO:
    """Return an opened file as it is, or what is packed in it; told by its first bytes, not by its name."""
    begins = stream.read(4)
    stream.seek(0)
    if begins.startswith(_GZIP):
        return cast(BinaryIO, _Unpacked(stream, [gzip.GzipFile(fileobj=stream)], refuse))
    if begins in _ZIP:
        return _of_archive(stream, refuse)
    ending = path.suffix.lower()
    if ending in (".gz", ".zip") and begins and not begins.lstrip().startswith((b"<", b"\xef\xbb\xbf")):
        stream.close()
        refuse(f"the file is named {ending} but is no {ending[1:]} file, or it is damaged")
    return stream


class _Unpacked(io.BufferedIOBase):
    """The bytes of a packed file, refused as soon as they are too many, end too early or are damaged."""

    def __init__(self, packed: BinaryIO, held: list[io.IOBase | zipfile.ZipFile], refuse: Refuse) -> None:
        super().__init__()
        self._packed = packed
        self._held = held
        self._inner = cast(BinaryIO, held[0])
        self._refuse = refuse
        self._most = _most_of(os.fstat(packed.fileno()).st_size)
        self._at = 0

    def readable(self) -> bool:
        """Return True: it can be read."""
        return True

    def seekable(self) -> bool:
        """Return True: it can be read again from any place."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes. Raises the error of the refusal."""
        try:
            found = self._inner.read(-1 if size is None else size)
        except EOFError:
            self._refuse("the packed file is cut short; pack it again, or fetch it again")
        except _DAMAGES:
            self._refuse("the packed file is damaged; pack it again, or fetch it again")
        self._at += len(found)
        if self._at > self._most:
            self._refuse_bomb()
        return found

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Go to a place counted from the beginning."""
        if whence != os.SEEK_SET:
            raise io.UnsupportedOperation("a packed file is read from its beginning")
        if offset < self._at:
            self._inner.seek(0)
            self._at = 0
        while self._at < offset and self.read(min(offset - self._at, 1 << 20)):
            pass
        return self._at

    def tell(self) -> int:
        """Return the place counted from the beginning."""
        return self._at

    def close(self) -> None:
        """Close the packed file too."""
        if not self.closed:
            for one in self._held:
                one.close()
            self._packed.close()
        super().close()

    def _refuse_bomb(self) -> NoReturn:
        if self._most == MOST_BYTES:
            self._refuse(f"it unpacks to more than {MOST_BYTES >> 30} GB, more than an ILR file can be")
        self._refuse(f"it unpacks to more than {MOST_RATIO} times its size, which no ILR file does")


def _most_of(packed_bytes: int) -> int:
    return min(MOST_BYTES, max(_FREE, MOST_RATIO * packed_bytes))


def _of_archive(stream: BinaryIO, refuse: Refuse) -> BinaryIO:
    try:
        if _listing_bytes(stream) > MOST_LISTED:
            refuse("the zip file lists too many files; expected one with one ILR file")
        archive = zipfile.ZipFile(stream)
        member = _one_ilr(archive, refuse)
        inner = archive.open(member)
    except _DAMAGES:
        refuse("the zip file is cut short or damaged; pack it again, or fetch it again")
    return cast(BinaryIO, _Unpacked(stream, [cast(io.IOBase, inner), archive], refuse))


def _one_ilr(archive: zipfile.ZipFile, refuse: Refuse) -> zipfile.ZipInfo:
    members = [member for member in archive.infolist() if not member.is_dir() and not _left_behind(member)]
    for member in members:
        if _leaves_its_folder(member.orig_filename):
            refuse(
                f"the zip file holds one named {_shown(member)}, which leaves its folder; it is not opened"
            )
    files = [member for member in members if member.filename.lower().endswith(".xml")]
    if not files:
        refuse("the zip file holds no ILR file (.xml)")
    if len(files) > 1:
        told = ", ".join(map(_shown, files[:_SHOWN])) + (" ..." if len(files) > _SHOWN else "")
        refuse(f"the zip file holds {len(files):,} ILR files ({told}); unpack it and name one of them")
    (member,) = files
    if member.flag_bits & _ENCRYPTED:
        refuse(f"the file {_shown(member)} in it is protected by a password; unpack it first")
    if member.compress_type not in _KNOWN_METHODS:
        refuse(
            f"the file {_shown(member)} in it is packed in a way that cannot be read here; unpack it first"
        )
    return member


def _left_behind(member: zipfile.ZipInfo) -> bool:
    """Say whether a file is one that macOS or Windows puts beside the packed ones."""
    path = PurePosixPath(member.filename)
    return "__MACOSX" in path.parts or path.name.lower() in (".ds_store", "thumbs.db", "desktop.ini")


def _leaves_its_folder(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return ".." in parts or parts[0] == "" or parts[0].endswith(":") or "\0" in name


def _shown(member: zipfile.ZipInfo) -> str:
    told = ascii(member.orig_filename)[1:-1]
    return told if len(told) <= 80 else f"{told[:80]}..."


def _listing_bytes(stream: BinaryIO) -> int:
    """Return how long the list at the end of an archive says it is, before anything reads it into memory."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - 22 - 0xFFFF))
    tail = stream.read()
    stream.seek(0)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        raise zipfile.BadZipFile("no end")
    listed: int = struct.unpack_from("<L", tail, at + 12)[0]
    if at >= 20 and tail[at - 20 : at - 16] == b"PK\x06\x07":
        where = struct.unpack_from("<Q", tail, at - 12)[0]
        stream.seek(min(where, size))
        long = stream.read(56)
        stream.seek(0)
        if len(long) == 56:
            listed = max(listed if listed != 0xFFFFFFFF else 0, struct.unpack_from("<Q", long, 40)[0])
    return listed
