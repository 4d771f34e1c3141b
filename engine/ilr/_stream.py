"""The elements right below Message, one at a time, in memory that does not grow with the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from lxml import etree

from engine.ilr._inspect import line_of
from engine.ilr._values import SPACE

_TOP = ("Header", "SourceFiles", "LearningProvider", "Learner", "LearnerDestinationandProgression")
_MISMATCH = re.compile(r"Opening and ending tag mismatch: (\S+) line \d+ and ([^\s,]+)")


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
    """

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self.root: etree._Element | None = None
        self._chunks = chunks
        self.stray: list[int] = []
        self._lines = 1
        self._last_line = b""
        self._done: etree._Element | None = None

    def __iter__(self) -> Iterator[etree._Element]:
        """Yield the elements.

        Raises:
            BrokenError: the XML breaks off or is not well formed.
        """
        parser = etree.XMLPullParser(
            events=("end",),
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
        for chunk in self._chunks:
            try:
                parser.feed(chunk)
            except etree.XMLSyntaxError as error:
                # What was complete before the fault is still handed out.
                yield from self._complete(parser)
                raise self._fault(parser, error, at_end=False) from None
            yield from self._complete(parser)
            self._lines += chunk.count(b"\n")
            _, newline, after = chunk.rpartition(b"\n")
            self._last_line = after if newline else self._last_line + after
        try:
            root = parser.close()
        except etree.XMLSyntaxError as error:
            yield from self._complete(parser)
            raise self._fault(parser, error, at_end=True) from None
        yield from self._complete(parser)
        self.root = root
        yield from self._waiting(None)

    def _complete(self, parser: etree.XMLPullParser) -> Iterator[etree._Element]:
        for _, item in parser.read_events():
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

    def _waiting(self, until: etree._Element | None) -> Iterator[etree._Element]:
        assert self.root is not None
        root = self.root
        if root.text is not None:
            self._look(root, root.text)
            root.text = None
        while len(root):
            first = root[0]
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
        # A fault before the last character is no cut: the parser only noticed it late.
        if at_end and (line, column) >= (self._lines, len(self._last_line.decode(errors="ignore")) + 1):
            return self._cut()
        match = _MISMATCH.search(message)
        # The parser's own words are not passed on, because they may quote the file.
        if match:
            cause = f"<{match[1]}> is closed by </{match[2]}>"
        elif message.startswith("Extra content"):
            cause = "something follows </Message>"
        else:
            cause = "a stray < or & is the usual cause"
        sentence = f"the file is not well-formed XML at column {column} ({cause})"
        return BrokenError(line, sentence, truncated=False)

    def _cut(self) -> BrokenError:
        partial = None
        if self.root is not None and len(self.root) and self.root[-1] is not self._done:
            partial = self.root[-1]
        return BrokenError(self._lines, "the file is cut short", truncated=True, partial=partial)
