"""The elements right below Message, one at a time, in memory that does not grow with the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import cast

from lxml import etree

from engine.ilr._faults import not_well_formed
from engine.ilr._inspect import element_name, line_of
from engine.ilr._quick import QuickEntity
from engine.ilr._record import IlrRecord
from engine.ilr._values import SPACE

_TOP = ("Header", "SourceFiles", "LearningProvider", "Learner", "LearnerDestinationandProgression")
MOST_ELEMENT_BYTES = 2 << 20
"""How long a learner, or what else stands right below Message, may be: hundreds of aims take a tenth of it."""


_NOT_BLANK = re.compile(rb"[^ \t\r\n]")
_PROVIDER = b"</LearningProvider>"
_CONTINUING = bytes(range(0x80, 0xC0))
_LONGEST = 1 << 21
"""Bytes of a learner from which on it is left to the parser, which knows how to take it in pieces."""


def _signs(text: bytes) -> int:
    """Return how many characters there are, a part of one at the end or the beginning included as far as it goes."""
    return len(text.translate(None, _CONTINUING))


def _after_blanks(text: bytes, at: int) -> int:
    found = _NOT_BLANK.search(text, at)
    return found.start() if found else len(text)


def _end_of_known(text: bytes, at: int, closings: Iterable[bytes]) -> int:
    """Return where the next element that learners may follow ends, or the end of the text."""
    ends = [found + len(tag) for tag in closings if (found := text.find(tag, at)) >= 0]
    return min(ends, default=len(text))


class BrokenError(Exception):
    """The XML breaks off or is not well formed at `line`; `sentence` says how, `truncated` which of the two.

    `partial` is the element right below Message that was open at that point, as far as it was read.
    """

    def __init__(
        self, line: int, sentence: str, *, truncated: bool, partial: etree._Element | None = None
    ) -> None:
        super().__init__(sentence)
        self.line = line
        self.sentence = sentence
        self.truncated = truncated
        self.partial = partial


class TopLevel:
    """Iterates over the elements right below Message as each is complete.

    An element is emptied once the next is asked for, so whoever wants to keep something must copy it.
    Elements of an unknown name come too, before the known one that follows them or at the end.
    `root` is the Message element, from the first element on, and `stray` the lines of elements that are
    followed, or for Message opened, by text that may not be there.

    With `quick`, `items` gives what is read by its entities, such as learners, as records at once where it is written
    plainly and `may_be_quick` says of its name that it may; the parser gets their line ends alone in their place.
    """

    def __init__(
        self,
        chunks: Iterator[bytes],
        quick: Mapping[str, QuickEntity] | None = None,
        may_be_quick: Callable[[str], bool] = lambda name: True,
    ) -> None:
        self._quick = tuple(quick.values()) if quick else ()
        self._may_be_quick = may_be_quick
        self._closed = False
        self._ended = ""
        self.root: etree._Element | None = None
        self._chunks = chunks
        self.stray: list[int] = []
        self._lines = 1
        self._unfinished = 0
        self._last_line = 0
        # How many line ends the parser has had, and in which of its lines how many characters were left out.
        self._fed = 0
        self._left_out = (0, 0)
        self._done: etree._Element | None = None

    def __iter__(self) -> Iterator[etree._Element]:
        """Yield the elements. Raises BrokenError as `items` does."""
        for item in self.items():
            if not isinstance(item, IlrRecord):
                yield item

    def items(self) -> Iterator[etree._Element | IlrRecord]:
        """Yield the elements, and the records of those that were read at once.

        Raises:
            BrokenError: the XML breaks off or is not well formed.
        """
        parser = etree.XMLPullParser(
            events=("end",),
            # The bytes are known to be UTF-8, whatever the file itself says about them.
            encoding="utf-8",
            # Any namespace: an element in the wrong one must be met, to be reported and to be emptied.
            tag=[f"{{*}}{name}" for name in _TOP],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            # Both are allowed anywhere and mean nothing; without them a value is always one text.
            remove_comments=True,
            remove_pis=True,
            # Indentation is no part of an ILR file; only text that should not be there is left between elements.
            remove_blank_text=True,
        )
        pieces = self._pieces() if self._quick else self._chunks
        for piece in pieces:
            if not isinstance(piece, bytes):
                self._unfinished = 0
                yield piece
                continue
            try:
                parser.feed(piece)
                # An unknown entity does not stop the parser at once, and the next piece would be blamed.
                if any(entry.level_name == "FATAL" for entry in parser.feed_error_log):
                    parser.close()
            except etree.XMLSyntaxError as error:
                # What was complete before the fault is still handed out.
                yield from self._complete(parser)
                raise self._fault(parser, error, at_end=False) from None
            self._unfinished += len(piece.lstrip())
            yield from self._complete(parser)
            self._forget_blanks()
            if not self._quick:
                self._count(piece)
            if self._unfinished > MOST_ELEMENT_BYTES:
                size = f"{MOST_ELEMENT_BYTES >> 20} MB"
                sentence = (
                    f"the file goes on for more than {size} without the end of a learner; none is that long"
                )
                raise BrokenError(self._lines, sentence, truncated=False)
        try:
            root = parser.close()
        except etree.XMLSyntaxError as error:
            yield from self._complete(parser)
            raise self._fault(parser, error, at_end=True) from None
        yield from self._complete(parser)
        self.root = root
        yield from self._waiting(None)

    def _count(self, chunk: bytes) -> int:
        """Note the lines of a chunk; return how many end in it."""
        lines = chunk.count(b"\n")
        self._lines += lines
        _, newline, after = chunk.rpartition(b"\n")
        # Its length alone, as a file may be a single line; bytes that continue a sign are none of their own.
        self._last_line = (0 if newline else self._last_line) + _signs(after)
        return lines

    def _pieces(self) -> Iterator[bytes | IlrRecord]:
        """Yield what the parser is to be fed, and between it the records of plain learners.

        A learner is taken out only where it follows a known element below Message, with nothing but blanks before and
        after it: there nothing else can be meant. As many line ends take its place.
        """
        quick = self._quick[0]
        ends = (_PROVIDER, *(one.closing for one in self._quick))
        rest = b""
        blank: list[bytes] = []
        for chunk in self._chunks:
            lines = rest.count(b"\n") + self._count(chunk)
            text, rest, at = rest + chunk, b"", 0
            # Up to where the text is with the parser or left out, where the learner begins that comes next.
            done, begin = 0, -1
            while at < len(text):
                if begin < 0:
                    begin = _after_blanks(text, at) if self._closed else at
                is_next = text.startswith(quick.opening, begin)
                if not is_next:
                    quick = next((one for one in self._quick if text.startswith(one.opening, begin)), quick)
                    is_next = text.startswith(quick.opening, begin)
                if not (self._closed and self._may_be_quick(quick.name)):
                    if done < at:
                        lines -= self._leave_out(blank, text, done, at, text.count(b"\n", done, at))
                    done = end = _end_of_known(text, at, ends)
                    fed = self._fed
                    yield from self._to_parser(blank, text[at:end])
                    lines -= self._fed - fed
                    at, begin = end, -1
                    continue
                closing = quick.closing
                end = text.find(closing, begin)
                after = _after_blanks(text, end + len(closing)) if end >= 0 else len(text)
                if after + 1 >= len(text) and len(text) - at < _LONGEST:
                    rest = text[at:]
                    break
                record = None
                # Behind an instruction or a comment there could be text, which would be that of this learner.
                if is_next and text[after : after + 1] == b"<" and text[after + 1 : after + 2] not in b"?!":
                    try:
                        record = quick.read(text[begin + len(quick.opening) : end])
                    except ValueError:
                        record = None
                if record is None:
                    self._closed = False
                    begin = -1
                else:
                    at = end + len(closing)
                    begin = after
                    yield record
            if done < at:
                # Of many learners the ends of lines are not counted again: they are what is left of the whole.
                self._leave_out(blank, text, done, at, lines - rest.count(b"\n"))
            if blank:
                yield b"".join(blank)
                blank.clear()
        yield rest

    def _leave_out(self, blank: list[bytes], text: bytes, at: int, end: int, lines: int) -> int:
        """Have the parser get but the line ends of a part; note what is left out of the last line. Return ``lines``."""
        line, before = self._left_out
        start = text.rfind(b"\n", at, end) + 1 if lines else at
        self._fed += lines
        out = _signs(text[start:end])
        self._left_out = self._fed, out + (before if line == self._fed else 0)
        blank.append(b"\n" * lines)
        return lines

    def _to_parser(self, blank: list[bytes], piece: bytes) -> Iterator[bytes]:
        """Yield a piece for the parser; note from its answer whether the piece ended with an element below Message."""
        self._ended = ""
        self._fed += piece.count(b"\n")
        yield b"".join([*blank, piece])
        blank.clear()
        # Within comments and the like a tag is a mere text.
        plain = b"<!" not in piece and b"<?" not in piece.removeprefix(b"<?xml ")
        self._closed = plain and bool(self._ended) and piece.endswith(f"</{self._ended}>".encode())

    def _forget_blanks(self) -> None:
        """Let go of blanks behind the last element: those in the place of many learners would fill the memory."""
        if self.root is None:
            return
        if len(self.root):
            last = self.root[-1]
            if last is self._done and last.tail is not None and not last.tail.strip(SPACE):
                last.tail = None
        elif self.root.text is not None and not self.root.text.strip(SPACE):
            self.root.text = None

    def _complete(self, parser: etree.XMLPullParser) -> Iterator[etree._Element]:
        for _, item in parser.read_events():
            # What is left of the chunk belongs to the next element; a chunk more or less does not matter.
            self._unfinished = 0
            element = cast(etree._Element, item)
            parent = element.getparent()
            # A misplaced element further down is reported with the one it is in.
            if parent is None or parent.getparent() is not None:
                continue
            self.root = parent
            yield from self._waiting(element)
            yield element
            element.clear(keep_tail=True)  # type: ignore[call-arg]
            self._done = element
            self._ended = element_name(element)[1]

    def _waiting(self, until: etree._Element | None) -> Iterator[etree._Element]:
        assert self.root is not None
        root = self.root
        if root.text is not None:
            self._look(root, root.text)
            root.text = None
        # Not by len(root), which counts all that wait each time.
        while (first := next(root.iterchildren(), None)) is not None:
            if first is until:
                return
            if first is not self._done:
                yield first
            self._look(first, first.tail)
            root.remove(first)

    def _look(self, element: etree._Element, text: str | None) -> None:
        if text is not None and text.strip(SPACE):
            self.stray.append(line_of(element))

    def _fault(
        self, parser: etree.XMLPullParser, error: etree.XMLSyntaxError, *, at_end: bool
    ) -> BrokenError:
        line, column = error.position
        message = str(error.msg)
        # The exception may tell of a later fault only; the log has the first.
        for entry in parser.feed_error_log:
            if entry.level_name == "FATAL":
                line, column, message = entry.line, entry.column, entry.message
                break
        if line == self._left_out[0] + 1:
            column += self._left_out[1]
        # A fault before the last character is no cut: the parser only noticed it late.
        if at_end and (line, column) >= (self._lines, self._last_line + 1):
            return self._cut()
        return BrokenError(line, not_well_formed(column, message), truncated=False)

    def _cut(self) -> BrokenError:
        partial = None
        if self.root is not None and len(self.root) and self.root[-1] is not self._done:
            partial = self.root[-1]
        return BrokenError(self._lines, "the file is cut short", truncated=True, partial=partial)
