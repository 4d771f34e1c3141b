"""Records as a store keeps them: compressed JSON of what is not blank. They come back equal."""

import zlib
from typing import TypeVar

from engine.ilr.records import IlrRecord

_Record = TypeVar("_Record", bound=IlrRecord)


def packed(record: IlrRecord) -> bytes:
    """Return a record as bytes."""
    return zlib.compress(record.model_dump_json(exclude_defaults=True).encode())


def unpacked(kind: type[_Record], data: bytes) -> _Record:
    """Return the record of bytes."""
    return kind.model_validate_json(zlib.decompress(data))
