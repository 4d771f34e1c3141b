"""Reading ILR files: one learner at a time, with every structural rule of the file's year checked."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from types import TracebackType
from typing import BinaryIO, NoReturn, Self, cast

from lxml import etree

from engine.ilr._destinations import DESTINATION, DestinationStore
from engine.ilr._faults import short
from engine.ilr._inspect import Inspector, element_name, line_of, read_record
from engine.ilr._order import TopOrder
from engine.ilr._quick import quick_entities
from engine.ilr._source import Source
from engine.ilr._stream import BrokenError, TopLevel
from engine.ilr._values import SPACE
from engine.ilr._walk import entities
from engine.ilr.problems import IlrFileError, IlrProblem
from engine.ilr.records import (
    Header,
    Learner,
    LearnerDestinationandProgression,
    LearningProvider,
    SourceFiles,
)
from engine.ilr.schema import YEARS, namespace, year_label, year_of_namespace

__all__ = ["IlrReader"]

_BITE = 4 << 10
"""Bytes that are parsed together until the first learner is met; the head of a file has seldom more."""


def _in_bites(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for at in range(0, len(chunk), _BITE):
            yield chunk[at : at + _BITE]


class IlrReader:
    """An open ILR file. Use `open_ilr` to get one, and as a context manager.

    Opening reads up to the first learner, so `year`, `namespace`, `header`, `source_files` and
    `learning_provider` are there at once. `learners()` goes through the file.

    Strict reading lists every problem of the file (up to 100) and raises them as one `IlrFileError` at the
    end of `learners()`, or when the reader is closed earlier. From the first problem on no more learners are
    handed out, and the rest of the file is only checked. Lenient reading hands out what can be read and keeps
    the list in `problems`.
    """

    def __init__(
        self,
        source: str | os.PathLike[str] | bytes,
        *,
        lenient: bool = False,
        expected_year: str | None = None,
    ) -> None:
        self._source = Source(source)
        self._lenient = lenient
        self._store: DestinationStore | None = None
        self._raised = False
        self._streams: list[BinaryIO] = []
        self._tag, root = self._source.root()
        self.year: str = self._year_of(root, expected_year)
        """Code of the file's year, such as `2324`, from its namespace."""
        self.namespace: str = namespace(self.year)
        """XML namespace of the file."""
        self.source_files: SourceFiles | None = None
        """The files this one was put together from, if it says so."""
        self._entities = entities(self.year)
        # Names without a prefix are those of the ILR only where the root says so.
        self._quick = quick_entities(self.year) if root.nsmap == {None: self.namespace} else None
        self._header: Header | None = None
        self._provider: LearningProvider | None = None
        self._inspector = self._new_inspector()
        self._inspector.attributes("Message", root)
        self._read_head()
        self._head = list(self._inspector.problems)

    @property
    def file_name(self) -> str | None:
        """Name of the file without its folder; None when it was read from bytes."""
        return self._source.name

    @property
    def problems(self) -> tuple[IlrProblem, ...]:
        """What has been found wrong so far, in file order; complete once `learners()` has ended."""
        return tuple(self._inspector.problems)

    @property
    def header(self) -> Header:
        """The header of the file.

        Raises:
            IlrFileError: the file has none, or something compulsory in it is missing or wrong.
        """
        return self._header if self._header is not None else self._missing("Header")

    @property
    def learning_provider(self) -> LearningProvider:
        """The provider of the file.

        Raises:
            IlrFileError: the file has none, or something compulsory in it is missing or wrong.
        """
        return self._provider if self._provider is not None else self._missing("LearningProvider")

    def learners(self) -> Iterator[Learner]:
        """Yield the learners in file order, one at a time; calling it again starts from the beginning.

        Raises:
            IlrFileError: at the end, when a strict reader found problems; at once, when the XML is not well
                formed, or is cut short and the reader is strict.
        """
        for record in self.records():
            if isinstance(record, Learner):
                yield record

    def records(self) -> Iterator[Learner | LearnerDestinationandProgression]:
        """Yield the learners and then their destinations, as they stand in the file; see `learners`."""
        self._inspector = inspector = self._new_inspector()
        inspector.problems.extend(self._head)
        order = TopOrder(inspector, self.year)
        learner = self._entities["Learner"]
        kept = frozenset({"Learner", DESTINATION})
        last: str | None = None
        try:
            with closing(self._source.open()) as stream:
                self._streams.append(stream)
                top = TopLevel(self._source.chunks(stream), self._quick, order.may_take)
                for item in top.items():
                    if isinstance(item, (Learner, LearnerDestinationandProgression)):
                        order.take_one_more(type(item).__name__)
                        last = item.learn_ref_number
                        if self._lenient or not inspector.problems:
                            yield item
                        continue
                    element = cast(etree._Element, item)
                    name = order.take(element)
                    if name in kept:
                        entity = learner if name == "Learner" else self._entities[name]
                        record = read_record(entity, element, inspector)
                        last = getattr(record, "learn_ref_number", last)
                        if record is not None and (self._lenient or not inspector.problems):
                            yield cast(Learner | LearnerDestinationandProgression, record)
                    if inspector.full:
                        break
                else:
                    order.finish(top.root)
                for line in top.stray:
                    sentence = "Message has text between its elements; expected elements only"
                    inspector.add_at(line, "Message", sentence)
        except BrokenError as broken:
            self._report(broken, last, inspector)
        if not self._lenient:
            self._raise_problems()

    def destination(self, learn_ref_number: str) -> LearnerDestinationandProgression | None:
        """Return the destinations of a learner, or None when the file has none.

        They stand behind the learners in the file. The first call collects them all into a temporary store
        on disk, so it may be asked at any time while `learners()` is running. Where a file repeats a
        learner's entity, which the structure allows, the first counts; `destinations` gives every one.

        Source: ILR specification 2017-18 to 2023-24, Learner destination and progression.
        """
        return self._destinations().first(learn_ref_number)

    def destinations(self) -> Iterator[LearnerDestinationandProgression]:
        """Yield all destination entities in file order."""
        return self._destinations().all()

    def close(self) -> None:
        """Free what the reader holds.

        Raises:
            IlrFileError: a strict reader found problems and has not raised them yet.
        """
        self._free()
        if not self._lenient and not self._raised:
            self._raise_problems()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self._free()

    def _free(self) -> None:
        # A caller may leave `learners()` half way; Windows keeps a file locked while it is open.
        for stream in self._streams:
            stream.close()
        self._source.let_go()
        if self._store is not None:
            self._store.close()
            self._store = None

    def _new_inspector(self) -> Inspector:
        return Inspector(self.year, lenient=self._lenient)

    def _raise_problems(self) -> None:
        if self._inspector.problems:
            self._raised = True
            raise IlrFileError(self._inspector.problems, self.file_name)

    def _year_of(self, root: etree._Element, expected_year: str | None) -> str:
        ns, name = element_name(root)
        if name != "Message":
            self._source.refuse(None, f"the root element is {short(name)}; expected Message")
        year = year_of_namespace(ns)
        if year is None:
            known = ", ".join(namespace(code) for code in YEARS)
            found = (
                f"the namespace {short(ns)} is of no ILR year known here"
                if ns
                else "Message has no namespace"
            )
            self._source.refuse(None, f"{found}; expected one of {known}")
        if expected_year is not None and year != expected_year:
            wanted = f"{namespace(expected_year)} ({year_label(expected_year)})"
            self._source.refuse(None, f"the namespace is {ns} ({year_label(year)}); expected {wanted}")
        return year

    def _read_head(self) -> None:
        try:
            with closing(self._source.open()) as stream:
                for element in TopLevel(_in_bites(self._source.chunks(stream))):
                    ns, name = element_name(element)
                    if ns != self.namespace or name not in TopOrder.HEAD:
                        # Unknown elements are reported when the learners are read.
                        if name in ("Learner", DESTINATION):
                            return
                        continue
                    if name == "Header":
                        self._check_header_year(element)
                    record = read_record(self._entities[name], element, self._inspector)
                    if isinstance(record, Header):
                        self._header = self._header or record
                    elif isinstance(record, LearningProvider):
                        self._provider = self._provider or record
                    elif isinstance(record, SourceFiles):
                        self.source_files = self.source_files or record
        except BrokenError as broken:
            if not (broken.truncated and self._lenient):
                self._report(broken, None, self._inspector)

    def _check_header_year(self, header: etree._Element) -> None:
        ns = f"{{{self.namespace}}}"
        year = header.find(f"{ns}CollectionDetails/{ns}Year")
        text = (year.text or "").strip(SPACE) if year is not None else ""
        if year is not None and text and text != self.year:
            self._source.refuse(
                line_of(year),
                f"the header's Year is {text[:8]} but the namespace is {self.namespace}, of Year {self.year}",
            )

    def _missing(self, name: str) -> NoReturn:
        self._raised = True
        found = [problem for problem in self._head if problem.element.startswith(name)]
        sentence = f"{name} is missing; every ILR file must have one."
        raise IlrFileError(found or [IlrProblem(None, name, sentence)], self.file_name)

    def _report(self, broken: BrokenError, last: str | None, inspector: Inspector) -> None:
        sentence = broken.sentence
        if broken.truncated:
            partial = broken.partial
            name = element_name(partial)[1] if partial is not None else ""
            if partial is not None and name == "Learner":
                reference = inspector.learner_of(self._entities["Learner"], partial)
                where = f"inside learner {reference}" if reference else "inside a learner"
                sentence += f" {where}" + ("" if reference or last is None else f" after learner {last}")
            elif partial is not None:
                sentence += f" inside {name}"
            elif last is not None:
                sentence += f" after learner {last}"
            sentence += "; expected it to end with </Message>"
        inspector.add_at(broken.line, "", sentence)
        if not (self._lenient and broken.truncated):
            self._raise_problems()

    def _destinations(self) -> DestinationStore:
        if self._store is None:
            self._store = DestinationStore(self._source, self._tag, self.year, self._quick)
        return self._store
