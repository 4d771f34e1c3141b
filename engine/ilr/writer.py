"""Writing ILR files: elements in the order of the file's year, checked before a byte is kept."""

from __future__ import annotations

import io
import os
import secrets
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn, Self

from engine.ilr._walk import Entity, Part, entities
from engine.ilr._words import expected, wrong_value
from engine.ilr.problems import IlrProblem, IlrWriteError
from engine.ilr.records import (
    Header,
    IlrRecord,
    Learner,
    LearnerDestinationandProgression,
    LearningProvider,
    Message,
    SourceFiles,
)
from engine.ilr.schema import namespace, schema, year_label

__all__ = ["IlrWriter", "to_xml", "write_ilr"]

_INDENT = "  "
_LEARNER = "Learner"
_DESTINATION = "LearnerDestinationandProgression"


class IlrWriter:
    """Writes an ILR file record by record. Use it as a context manager.

    The file takes its place only when the block ends without an exception; until then it is a temporary
    neighbour, and an old file of that name stays as it was. UTF-8, LF line ends, indented by two spaces.

    Source: ILR specification, file structure.
    """

    def __init__(
        self,
        target: str | os.PathLike[str],
        header: Header,
        learning_provider: LearningProvider,
        *,
        source_files: SourceFiles | None = None,
        year: str | None = None,
    ) -> None:
        """Prepare a file with its header.

        Raises:
            IlrWriteError: the header cannot be written as of its year, or `year` is not the header's.
        """
        self._target = Path(target)
        self._body = _Body(header, learning_provider, source_files, year)
        self._temporary = self._target.with_name(f".{self._target.name}.{secrets.token_hex(4)}.part")
        self._stream: BinaryIO = io.BytesIO()

    def write_learner(self, learner: Learner) -> None:
        """Write the next learner.

        Raises:
            IlrWriteError: the record is not one that the year can hold, or a destination came before it.
        """
        self._stream.write(self._body.learner(learner))

    def write_destination(self, destination: LearnerDestinationandProgression) -> None:
        """Write the next destination entity; they stand behind all learners.

        Raises:
            IlrWriteError: the record is not one that the year can hold.
        """
        self._stream.write(self._body.destination(destination))

    def __enter__(self) -> Self:
        try:
            self._stream = self._temporary.open("xb")
        except OSError as error:
            self._refuse(error)
        self._stream.write(self._body.opening())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._stream.write(self._body.closing())
                # Windows neither moves nor removes an open file.
                self._stream.close()
                self._temporary.replace(self._target)
        except OSError as failure:
            self._refuse(failure)
        finally:
            self._stream.close()
            self._temporary.unlink(missing_ok=True)

    def _refuse(self, error: OSError) -> NoReturn:
        _refuse("", f"{self._target} cannot be written: {error.strerror}")


def write_ilr(target: str | os.PathLike[str], message: Message, *, year: str | None = None) -> None:
    """Write a whole message as an ILR file of the year in its header.

    Raises:
        IlrWriteError: the message is not one that the year can hold, or `year` is not the header's.
    """
    with IlrWriter(
        target, message.header, message.learning_provider, source_files=message.source_files, year=year
    ) as writer:
        for learner in message.learner:
            writer.write_learner(learner)
        for destination in message.learner_destinationand_progression:
            writer.write_destination(destination)


def to_xml(message: Message, *, year: str | None = None) -> bytes:
    """Return a whole message as the bytes of an ILR file.

    Raises:
        IlrWriteError: the message is not one that the year can hold, or `year` is not the header's.
    """
    body = _Body(message.header, message.learning_provider, message.source_files, year)
    out = io.BytesIO()
    out.write(body.opening())
    for learner in message.learner:
        out.write(body.learner(learner))
    for destination in message.learner_destinationand_progression:
        out.write(body.destination(destination))
    out.write(body.closing())
    return out.getvalue()


class _Body:
    """The pieces of one file, in the order in which they may be asked for."""

    def __init__(
        self, header: Header, provider: LearningProvider, files: SourceFiles | None, year: str | None
    ) -> None:
        own = header.collection_details.year
        if year is not None and year != own:
            _refuse("Header/CollectionDetails/Year", f"the header's Year is {own} but {year} was asked for")
        try:
            self._namespace = namespace(own)
        except ValueError as error:
            _refuse("Header/CollectionDetails/Year", str(error))
        self._year = own
        self._entities = entities(own)
        self._learners = 0
        self._destinations = 0
        self._head = self._xml("Header", header)
        if files is not None:
            self._head += self._xml("SourceFiles", files)
        self._head += self._xml("LearningProvider", provider)

    def opening(self) -> bytes:
        start = f'<?xml version="1.0" encoding="UTF-8"?>\n<Message xmlns="{self._namespace}">\n'
        return start.encode() + self._head

    def learner(self, learner: Learner) -> bytes:
        if self._destinations:
            _refuse(_LEARNER, "a learner cannot follow a destination; write all learners first")
        self._learners += 1
        return self._xml(_LEARNER, learner)

    def destination(self, destination: LearnerDestinationandProgression) -> bytes:
        if _DESTINATION not in self._entities:
            label = year_label(self._year)
            _refuse(_DESTINATION, f"{_DESTINATION} is not part of the {label} ILR", destination)
        self._destinations += 1
        return self._xml(_DESTINATION, destination)

    def closing(self) -> bytes:
        for spec in schema(self._year).root.children:
            if spec.name == _LEARNER and spec.compulsory and not self._learners:
                label = year_label(self._year)
                _refuse(_LEARNER, f"a {label} file must have at least one learner")
        return b"</Message>\n"

    def _xml(self, name: str, record: IlrRecord) -> bytes:
        lines: list[str] = []
        problems: list[tuple[str, str]] = []
        _write(self._entities[name], record, 1, lines, problems, self._year)
        if problems:
            reference = getattr(record, "learn_ref_number", None)
            raise IlrWriteError(IlrProblem(None, path, text, reference) for path, text in problems)
        return "".join(lines).encode()


def _write(
    entity: Entity, record: object, depth: int, lines: list[str], problems: list[tuple[str, str]], year: str
) -> None:
    spec = entity.spec
    if not isinstance(record, entity.record):
        problems.append((spec.path, f"{spec.path} is of type {type(record).__name__}; expected {spec.name}."))
        return
    lines.append(f"{_INDENT * depth}<{spec.name}>\n")
    for part in entity.parts.values():
        value = getattr(record, part.spec.field, None)
        _write_part(part, value, depth + 1, lines, problems, year)
    for field, name in _absent(entity):
        if getattr(record, field, None) not in (None, ()):
            path = f"{spec.path}/{name}"
            problems.append((path, f"{path} is not part of the {year_label(year)} ILR; leave it out."))
    lines.append(f"{_INDENT * depth}</{spec.name}>\n")


def _write_part(
    part: Part, value: object, depth: int, lines: list[str], problems: list[tuple[str, str]], year: str
) -> None:
    spec = part.spec
    if value is None or value == ():
        if spec.compulsory:
            number = "at least one" if spec.repeats else "one"
            problems.append((spec.path, f"{spec.path} is missing; expected {number}."))
        return
    if part.leaf is not None:
        try:
            text = part.leaf.write(value)
        except ValueError:
            what = _wrong(part, value)
            problems.append((spec.path, f"{spec.path} {what}."))
            return
        lines.append(f"{_INDENT * depth}<{spec.name}>{_escape(text)}</{spec.name}>\n")
        return
    assert part.entity is not None
    if not spec.repeats:
        _write(part.entity, value, depth, lines, problems, year)
        return
    items = value if isinstance(value, tuple) else (value,)
    if spec.max_occurs is not None and len(items) > spec.max_occurs:
        found = f"{spec.path} occurs {len(items)} times; expected at most {spec.max_occurs}."
        problems.append((spec.path, found))
    for item in items:
        _write(part.entity, item, depth, lines, problems, year)


def _wrong(part: Part, value: object) -> str:
    if part.spec.kind in ("text", "string") and isinstance(value, str):
        return wrong_value(part.spec, value)
    if part.spec.kind in ("int", "long", "decimal") and type(value).__name__ in ("int", "Decimal"):
        return wrong_value(part.spec, str(value))
    return f"is of type {type(value).__name__}; expected {expected(part.spec)}"


@cache
def _absent(entity: Entity) -> tuple[tuple[str, str], ...]:
    """Return the fields of a record that its year does not have, with their ILR names."""
    present = {part.spec.field for part in entity.parts.values()}
    return tuple(
        (field, info.alias or field)
        for field, info in entity.record.model_fields.items()
        if field not in present
    )


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _refuse(path: str, sentence: str, record: IlrRecord | None = None) -> NoReturn:
    reference = getattr(record, "learn_ref_number", None)
    raise IlrWriteError([IlrProblem(None, path, f"{sentence}.", reference)]) from None
