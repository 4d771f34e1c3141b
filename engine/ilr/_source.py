"""The bytes of an ILR file: where they come from, and what must be known before a parser sees them."""

from __future__ import annotations

import codecs
import io
import os
import re
import stat
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import BinaryIO, NoReturn

from lxml import etree

from engine.ilr._packed import unpacked
from engine.ilr.problems import IlrFileError, IlrProblem

CHUNK = 1 << 18
_MOST_PROLOG = 1 << 20
_SPACE = b" \t\r\n"
# Blanks, processing instructions and comments; patterns go through many of them faster than a loop.
_BEFORE_ROOT = re.compile(rb"(?:[ \t\r\n]+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, b"<\0\0\0", b"\0\0\0<")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")
_ENCODING = re.compile(rb"""<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_START_TAG = re.compile(rb"""<[A-Za-z_](?:[^<>"']|"[^"]*"|'[^']*')*>""")
_SHOWN = 40
_UTF8_NAMES = frozenset({"utf-8", "utf8", "us-ascii", "ascii"})


class Source:
    """An ILR file by its path, packed or not, or the bytes of one, that may be read more than once."""

    def __init__(self, source: str | os.PathLike[str] | bytes) -> None:
        self._bytes = source if isinstance(source, bytes) else None
        self._path = None if isinstance(source, bytes) else Path(source)
        self._first_state: tuple[int, ...] | None = None

    @property
    def name(self) -> str | None:
        """The file's name, or None for bytes."""
        return self._path.name if self._path is not None else None

    @property
    def can_be_read_anywhere(self) -> bool:
        """Whether any part of the file can be had at once: what is packed must be unpacked up to there."""
        if self._path is None:
            return True
        with closing(self.open()) as stream:
            return isinstance(stream, io.BufferedReader)

    def open(self) -> BinaryIO:
        """Open the file, unpacked, at its beginning.

        Raises:
            IlrFileError: it is missing, is a folder, may not be read, has changed since it was first opened, or is
                packed in a way that cannot be read.
        """
        if self._path is None:
            return io.BytesIO(self._bytes or b"")
        # Asked first because Windows answers the opening of a folder with a refusal of permission, and the opening
        # of a pipe waits for somebody to write into it.
        if self._path.is_dir():
            self.refuse(None, f"{self._path} is a folder; expected an ILR file")
        if self._path.exists() and not self._path.is_file():
            self.refuse(
                None, f"{self._path} is no ordinary file; save it as one, as it is read more than once"
            )
        try:
            stream = self._path.open("rb")
        except FileNotFoundError:
            self.refuse(None, f"there is no file {self._path}")
        except (OSError, ValueError) as error:
            self.refuse(None, f"{self._path} cannot be read: {getattr(error, 'strerror', None) or error}")
        try:
            self.check_unchanged()
            return unpacked(stream, self._path, partial(self.refuse, None))
        except BaseException:
            stream.close()
            raise

    def let_go(self) -> None:
        """Hold the bytes no longer, of which a reader in a circle of garbage would keep megabytes."""
        if self._bytes is not None:
            self._bytes = b""

    def check_unchanged(self) -> None:
        """Check that the file is the one that was first opened, which a program may be writing still.

        Raises:
            IlrFileError: it is not.
        """
        if self._path is None:
            return
        try:
            found = self._path.stat()
        except OSError as error:
            self.refuse(None, f"{self._path} cannot be read any more: {error.strerror or error}")
        state = (found.st_size, found.st_mtime_ns, found.st_ino, stat.S_IFMT(found.st_mode))
        self._first_state = self._first_state or state
        if state != self._first_state:
            self.refuse(None, "the file changed while it was read; try again when no program writes to it")

    def refuse(self, line: int | None, sentence: str) -> NoReturn:
        """Raise the error of a file that cannot be read at all."""
        where = f"Line {line}: " if line is not None else ""
        if not where:
            sentence = sentence[0].upper() + sentence[1:]
        raise IlrFileError([IlrProblem(line, "", f"{where}{sentence}.")], self.name) from None

    def chunks(self, stream: BinaryIO) -> Iterator[bytes]:
        """Yield the bytes of the file without a byte order mark.

        Raises:
            IlrFileError: the bytes are not UTF-8.
        """
        decoder = codecs.getincrementaldecoder("utf-8")()
        line = 1
        chunk = self._read(stream).removeprefix(codecs.BOM_UTF8)
        while chunk:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError as error:
                line += error.object[: error.start].count(b"\n")
                self.refuse(line, "the file is not in UTF-8, the encoding of ILR files")
            line += chunk.count(b"\n")
            yield chunk
            chunk = self._read(stream)
        self.check_unchanged()

    def _read(self, stream: BinaryIO) -> bytes:
        try:
            return stream.read(CHUNK)
        except OSError as error:
            self.refuse(None, f"the file cannot be read to its end: {error.strerror or error}")

    def root(self) -> tuple[bytes, etree._Element]:
        """Return the start tag of the root element, as bytes and as an element.

        Everything before it is looked at first, so that a document type declaration is refused before a
        parser could act on it.

        Raises:
            IlrFileError: the file is empty, is not XML, is not UTF-8, or has a document type declaration.
        """
        head = b""
        with self.open() as stream:
            while True:
                chunk = self._read(stream)
                head += chunk
                tag = self._root_tag(head.removeprefix(codecs.BOM_UTF8))
                if tag is not None:
                    break
                if not chunk or len(head) > _MOST_PROLOG:
                    self._refuse_rootless(head)
        try:
            text = tag if tag.endswith(b"/>") else tag[:-1] + b"/>"
            parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True)
            return tag, etree.fromstring(text, parser)
        except etree.XMLSyntaxError:
            self.refuse(head[: head.index(tag)].count(b"\n") + 1, "the first tag is not well-formed XML")

    def _root_tag(self, head: bytes) -> bytes | None:
        if head.startswith(_UTF32):
            self.refuse(None, "the file is in UTF-32; ILR files are in UTF-8")
        if head.startswith(_UTF16):
            self.refuse(None, "the file is in UTF-16; ILR files are in UTF-8")
        declared = _ENCODING.match(head)
        if declared and declared[1].decode().lower() not in _UTF8_NAMES:
            told = declared[1].decode()[:_SHOWN]
            self.refuse(1, f"the file says its encoding is {told}; ILR files are in UTF-8")
        before = _BEFORE_ROOT.match(head)
        at = before.end() if before else 0
        if head.startswith((b"<?", b"<!--"), at):
            return None
        if head.startswith(b"<!DOCTYPE", at):
            line = head.count(b"\n", 0, at) + 1
            self.refuse(
                line, "the file has a document type declaration (DOCTYPE), and ILR files may have none"
            )
        if not head.startswith(b"<", at) and at < len(head):
            line = head.count(b"\n", 0, at) + 1
            self.refuse(line, "the file is not XML; expected it to begin with <Message")
        match = _START_TAG.match(head, at)
        return match[0] if match else None

    def _refuse_rootless(self, head: bytes) -> NoReturn:
        if not head.removeprefix(codecs.BOM_UTF8).strip(_SPACE):
            self.refuse(None, "the file is empty")
        if len(head) > _MOST_PROLOG:
            self.refuse(None, f"there is no element in the first {_MOST_PROLOG >> 20} MB; expected <Message")
        line = head.count(b"\n") + 1
        self.refuse(line, "the file ends or breaks off before its first element; expected <Message")
