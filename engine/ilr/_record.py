"""What every ILR record shares."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from engine.ilr.schema import ilr_name


class IlrRecord(BaseModel):
    """An entity of the ILR: frozen, equal by value, refusing fields that no year of the ILR has.

    Types are checked when a record is made; lengths, ranges and patterns differ by year and are checked when
    it is read from or written to a file.
    """

    # Input is kept out of validation messages because it may be personal data.
    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        alias_generator=ilr_name,
        hide_input_in_errors=True,
    )


def record_class(entity: str) -> type[IlrRecord]:
    """Return the record class of an ILR entity name.

    Raises:
        KeyError: no ILR entity has that name.
    """
    return {cls.__name__: cls for cls in IlrRecord.__subclasses__()}[entity]
