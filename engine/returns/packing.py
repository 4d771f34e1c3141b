"""Records as a store keeps them: compressed JSON of what is not blank, without who the learner is.

Rules ask of names, NI number and address only whether they are there, so a store, which is kept for years, holds a
stroke in their place. All else comes back equal.
"""

import zlib
from typing import TypeVar

from engine.ilr.records import IlrRecord, Learner

_Record = TypeVar("_Record", bound=IlrRecord)

_ONLY_WHETHER = (
    *("family_name", "given_names", "ni_number", "postcode", "tel_no", "email"),
    *("add_line1", "add_line2", "add_line3", "add_line4"),
)
_THERE = "-"
_LONGEST = 50_000_000
"""Bytes of a record: one with all that a file may say of a learner has far fewer."""


def packed(record: IlrRecord) -> bytes:
    """Return a record as bytes."""
    if isinstance(record, Learner):
        there = {name: _THERE for name in _ONLY_WHETHER if (getattr(record, name) or "").strip()}
        # Notes of the provider's own may say anything, and no rule reads them.
        record = record.model_copy(update={**there, "provider_spec_learner_monitoring": ()})
    return zlib.compress(record.model_dump_json(exclude_defaults=True).encode())


def unpacked(kind: type[_Record], data: bytes) -> _Record:
    """Return the record of bytes. Raises ValueError for bytes that are none; what it says repeats nothing of them."""
    unpacking = zlib.decompressobj()
    try:
        plain = unpacking.decompress(data, _LONGEST)
        if unpacking.eof:
            return kind.model_validate_json(plain)
    except (zlib.error, TypeError, ValueError):
        pass
    raise ValueError("this is no packed record")
